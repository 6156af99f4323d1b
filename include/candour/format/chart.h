/* Chart: figures of a chart in words, shared by the writers.
 *
 * Everything made lives in the arena given.
 */
#ifndef CANDOUR_FORMAT_CHART_H
#define CANDOUR_FORMAT_CHART_H

#include "candour/format/document.h"

/* A figure for reading: "1,234", "12.5" (one decimal at most), "-3"; from 10^15 on "1.25e+15"; an en dash for what is
 * no number. Whatever the locale. */
char *chart_figure(struct arena *arena, double value);

/* The figures as a table: a row of the chart a row, a series a column; the unit stands in the heads. */
struct table *chart_table(struct arena *arena, const struct chart *chart);

/* What a picture shows of a figure: nothing below zero, and nothing of what is no number. */
double chart_drawn(double value);

#endif
