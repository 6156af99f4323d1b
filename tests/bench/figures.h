/* Figures: many measurements of one thing, and the table they are printed in. */
#ifndef CANDOUR_TESTS_BENCH_FIGURES_H
#define CANDOUR_TESTS_BENCH_FIGURES_H

#include <stddef.h>

enum { FIGURES_MOST = 4096 };

struct figures {
    double values[FIGURES_MOST];
    size_t count;
};

/* A negative value was no measurement and is left out; so is what does not fit. */
void figures_add(struct figures *figures, double value);
/* The value below which PART (0 to 1) of them lie; -1 when there are none. */
double figures_at(struct figures *figures, double part);
double figures_median(struct figures *figures);

void table_head(void);
/* A row: ours against a reference in UNIT and the most that RATIO may be. A negative figure is shown as "-". */
void table_ratio(const char *what, double ours, double reference, const char *unit, double budget);
/* A row with no reference: the figure and its budget in words. */
void table_figure(const char *what, double ours, const char *unit, const char *budget);
/* What stands beside a row: other programs, spreads, the window of a count. */
void table_note(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
