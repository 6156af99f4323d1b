/* Texts of people as HTML, in content and in attributes alike. */
#ifndef CANDOUR_FORMAT_HTML_TEXT_H
#define CANDOUR_FORMAT_HTML_TEXT_H

#include "candour/base/buffer.h"
#include "candour/format/outgoing.h"

void html_span(struct buffer *out, struct span span);
/* One line: a heading, a label, an attribute's value. Line ends become spaces. NULL is nothing. */
void html_line(struct buffer *out, const char *text);
/* Lines with <br> between them. NULL is nothing. */
void html_lines(struct buffer *out, struct span text);
/* A <p> a paragraph, each with its own direction; the first begins with LABEL (may be NULL), which ends in a colon. */
void html_paragraphs(struct buffer *out, const char *label, const char *text);
/* A CSS string for the margin of a page, quotes included, in which nothing has a meaning to CSS or HTML. Line ends
 * become spaces; a long text is cut and ends in an ellipsis. */
void html_css_string(struct buffer *out, const char *text);

#endif
