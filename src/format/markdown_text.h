/* Texts of people as Markdown. */
#ifndef CANDOUR_FORMAT_MARKDOWN_TEXT_H
#define CANDOUR_FORMAT_MARKDOWN_TEXT_H

#include <stdbool.h>

#include "candour/base/buffer.h"

/* One line: a heading, a label, a cell. Line ends become spaces; blanks at both ends stay. NULL is nothing. */
void markdown_line(struct buffer *out, const char *text);

/* Paragraphs with an empty line between them, a `\` at each line end within one. The first begins where OUT stands;
 * each further line begins with PREFIX ("> " in a quotation). WRAP ("**" or "") goes round each paragraph. AFRESH: OUT
 * stands where a block could begin, not behind a label. Ends with a newline. */
void markdown_paragraphs(struct buffer *out, const char *text, const char *prefix, const char *wrap, bool afresh);

#endif
