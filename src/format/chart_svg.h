/* Pictures of figures as inline SVG.
 *
 * Bars are as wide as the page lets them be, so that their words stay readable on a phone: lengths across are shares of
 * the width, heights are in em, and both are counted in hundredths. A matrix has a size of its own and scrolls.
 */
#ifndef CANDOUR_FORMAT_CHART_SVG_H
#define CANDOUR_FORMAT_CHART_SVG_H

#include "candour/format/chart.h"
#include "candour/format/outgoing.h"
#include "html_parts.h"

enum { FILLINGS = 6 }; /* kinds of filling; a further series begins again */

/* " NAME="12.34UNIT"", from hundredths; whatever the locale. */
void svg_length(struct buffer *out, const char *name, long hundredths, const char *unit);
/* Begins a picture with its title and description: `<svg ATTRIBUTES role="img" ...>`; `page->charts` names it. PART is
 * 0 for a whole picture, else 1, 2, ... of one in parts. */
void svg_title(struct page *page, const struct chart *chart, size_t part);
/* Which filling is which series: the I-th has FILLINGS[I % FILLINGS]. */
void svg_legend(struct page *page, const struct chart *chart, const int *fillings);
/* A piece of REST, one line of at most COLUMNS, for a row of words; the last one allowed (LAST) ends in an ellipsis
 * where words are left over (*CUT). False at the end. */
bool svg_piece(struct span *rest, size_t columns, bool last, struct span *piece, bool *cut);

void chart_bars(struct page *page, const struct chart *chart);
void chart_stack(struct page *page, const struct chart *chart);
void chart_matrix(struct page *page, const struct chart *chart);

#endif
