/* Roff: text as a man page holds it, so that nothing in it is taken for a request and no line is longer than 80 bytes.
 *
 * Each function adds to OUT, which the caller owns; nothing fails.
 */
#ifndef CANDOUR_BASE_ROFF_H
#define CANDOUR_BASE_ROFF_H

#include "candour/base/buffer.h"

/* Paragraphs, one for each line of TEXT, ending in a line end; an empty text adds nothing. */
void roff_text(struct buffer *out, const char *text);
/* A word or phrase inside a line. A minus stays one that can be copied. */
void roff_word(struct buffer *out, const char *text);

#endif
