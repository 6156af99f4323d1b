#include "figures.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void figures_add(struct figures *figures, double value) {
    if (value >= 0 && figures->count < FIGURES_MOST)
        figures->values[figures->count++] = value;
}

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

double figures_at(struct figures *figures, double part) {
    if (figures->count == 0)
        return -1;
    qsort(figures->values, figures->count, sizeof *figures->values, ascending);
    return figures->values[(size_t)(part * (double)(figures->count - 1) + 0.5)];
}

double figures_median(struct figures *figures) {
    return figures_at(figures, 0.5);
}

void table_head(void) {
    printf("%-46s %12s %12s %7s %9s\n", "what", "candour", "reference", "ratio", "budget");
}

static void print_figure(double value, const char *unit) {
    char text[32] = "-";
    if (value >= 0)
        snprintf(text, sizeof text, "%.*f %s", value < 10 ? 3 : value < 1000 ? 1 : 0, value, unit);
    printf(" %12s", text);
}

void table_ratio(const char *what, double ours, double reference, const char *unit, double budget) {
    printf("%-46s", what);
    print_figure(ours, unit);
    print_figure(reference, unit);
    if (ours >= 0 && reference > 0)
        printf(" %6.2fx", ours / reference);
    else
        printf(" %7s", "-");
    printf("  <= %.1fx%s\n", budget, ours > budget * reference ? "  over" : "");
}

void table_figure(const char *what, double ours, const char *unit, const char *budget) {
    printf("%-46s", what);
    print_figure(ours, unit);
    printf(" %12s %7s  %s\n", "", "", budget);
}

void table_note(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    printf("    ");
    vprintf(format, arguments);
    putchar('\n');
    va_end(arguments);
}
