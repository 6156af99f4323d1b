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
/* Goes on in a tag `<svg ...`: the picture's role, and its TITLE and DESCRIPTION, one line each. */
void svg_begin(struct page *page, const char *title, const char *description);
/* Which filling is which series: the I-th has FILLINGS[I % FILLINGS]. */
void svg_legend(struct page *page, const struct chart *chart, const int *fillings);
/* The next line of at most COLUMNS of REST, broken at a space where there is one (one cluster at least, however wide);
 * the LAST one is cut instead (*CUT: words are left over). False at the end. */
bool svg_piece(struct span *rest, size_t columns, bool last, struct span *piece, bool *cut);

void chart_bars(struct page *page, const struct chart *chart);
void chart_stack(struct page *page, const struct chart *chart);
void chart_matrix(struct page *page, const struct chart *chart);

#endif
