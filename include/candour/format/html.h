/* HTML: a document as one page that stands alone.
 *
 * No scripts, no links out, nothing fetched: a policy in the page forbids it. Made for a browser on a laptop or a
 * phone, light or dark, for a screen reader (WCAG 2.2 AA) and for paper, where the state of the document (DRAFT) stands
 * on each sheet. Charts are inline SVG, each with its sentence and its figures as a table.
 */
#ifndef CANDOUR_FORMAT_HTML_H
#define CANDOUR_FORMAT_HTML_H

struct buffer;
struct document;

/* Adds the whole page to OUT. Cannot fail. */
void html_write(const struct document *document, struct buffer *out);

#endif
