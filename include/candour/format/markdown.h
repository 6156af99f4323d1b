/* Markdown: a document as CommonMark with the tables of GitHub.
 *
 * Texts are escaped so that a reader of Markdown gives them back letter for letter, and makes of them nothing but
 * paragraphs and line ends: no link, image, code, HTML, reference or heading of its own. A chart is its sentence and
 * its figures as a table. In headings, labels and cells, which are one line, a line end is a space.
 */
#ifndef CANDOUR_FORMAT_MARKDOWN_H
#define CANDOUR_FORMAT_MARKDOWN_H

struct buffer;
struct document;

/* Adds the whole document to OUT. Cannot fail. */
void markdown_write(const struct document *document, struct buffer *out);

#endif
