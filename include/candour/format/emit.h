/* Emit: scalars and the user's own values as YAML that every reader takes for the same text.
 *
 * Plain where a YAML 1.1 or 1.2 reader cannot take it for anything but that text: it begins with a letter, holds
 * letters, digits, single spaces and a few harmless marks, and is no word like `no` or `null`. A literal block where it
 * was asked for and the text has a line end or is longer than EMIT_PLAIN_MOST, if a block can carry it: it does not
 * begin with a blank, has no tab, no blank at the end of a line and no character that must be escaped. Otherwise one
 * line in double quotes. Escaped are controls, U+2028, U+2029, a byte order mark, marks that turn the direction of
 * writing, and non-characters; everything else is UTF-8.
 */
#ifndef CANDOUR_FORMAT_EMIT_H
#define CANDOUR_FORMAT_EMIT_H

#include <stdbool.h>

#include "candour/base/buffer.h"
#include "candour/base/node.h"

enum { EMIT_PLAIN_MOST = 60 };

/* The same string, written plain, to every reader? */
bool emit_is_plain(const char *text, size_t length);
/* A scalar at column INDENT, without a line end; BLOCK: it may be a literal block, whose lines are indented by two
 * more. (save_scalar of save.h is this.) */
void emit_scalar(const char *text, bool block, int indent, struct buffer *out);
void emit_blanks(int count, struct buffer *out);
/* The user's own key and value at column INDENT, line end included; BEGUN: the line has its indentation already. */
void emit_own(const struct node *value, int indent, bool begun, struct buffer *out);

#endif
