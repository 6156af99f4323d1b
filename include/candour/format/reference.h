/* Reference: the meeting file in words: its types, rules and limits; its sections, records and events from the tables
 * that load and check it; what events mean together.
 *
 * For `candour help format`, `candour help WORD` and the man page candour-file(5). Each function adds to OUT, which the
 * caller owns. Plain text has at most 80 columns.
 */
#ifndef CANDOUR_FORMAT_REFERENCE_H
#define CANDOUR_FORMAT_REFERENCE_H

#include <stdbool.h>

#include "candour/base/buffer.h"

void reference_write(struct buffer *out);
/* What stands under one section (`findings`) or event (`challenge`, which is a record too). False, and nothing added,
 * when WORD is neither. */
bool reference_word(const char *word, struct buffer *out);
/* The words of reference_word, separated by LINK, for completion. */
void reference_words(const char *link, struct buffer *out);
/* The description and the chapters of the man page, in roff. */
void reference_man(struct buffer *out);

#endif
