#include "candour/format/chart.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

double chart_drawn(double value) {
    return isfinite(value) && value > 0 ? value : 0;
}

/* Digits in groups of three. */
static char *grouped(struct arena *arena, bool negative, uint64_t whole, unsigned tenths) {
    char digits[40];
    size_t at = sizeof digits;
    digits[--at] = '\0';
    if (tenths != 0) {
        digits[--at] = (char)('0' + tenths);
        digits[--at] = '.';
    }
    int count = 0;
    do {
        if (count > 0 && count % 3 == 0)
            digits[--at] = ',';
        digits[--at] = (char)('0' + whole % 10);
        whole /= 10;
        count++;
    } while (whole > 0);
    if (negative)
        digits[--at] = '-';
    return arena_text(arena, digits + at);
}

char *chart_figure(struct arena *arena, double value) {
    if (!isfinite(value))
        return arena_text(arena, "\u2013");
    bool negative = value < 0;
    double size = negative ? -value : value;
    if (size >= 1e15) {
        char *text = arena_format(arena, "%.2e", value);
        char *point = strchr(text, ','); /* the locale's */
        if (point != NULL)
            *point = '.';
        return text;
    }
    uint64_t tenths = (uint64_t)(size * 10 + 0.5);
    return grouped(arena, negative && tenths > 0, tenths / 10, (unsigned)(tenths % 10));
}

static const char *head_of(struct arena *arena, const struct chart *chart, size_t series) {
    const char *name = chart->series[series];
    return chart->unit == NULL || name == NULL ? name : arena_format(arena, "%s (%s)", name, chart->unit);
}

struct table *chart_table(struct arena *arena, const struct chart *chart) {
    struct table *table = arena_alloc(arena, sizeof *table);
    table->caption = chart->title;
    table->columns = chart->series_count + 1;
    table->heads = arena_array(arena, table->columns, sizeof *table->heads);
    table->figures = arena_array(arena, table->columns, sizeof *table->figures);
    table->heads[0] = chart->row_head;
    for (size_t i = 0; i < chart->series_count; i++) {
        table->heads[i + 1] = head_of(arena, chart, i);
        table->figures[i + 1] = true;
    }
    table->rows = arena_array(arena, chart->count, sizeof *table->rows);
    table->count = table->capacity = chart->count;
    for (size_t i = 0; i < chart->count; i++) {
        const char **cells = arena_array(arena, table->columns, sizeof *cells);
        cells[0] = chart->rows[i].name;
        for (size_t j = 0; j < chart->series_count; j++)
            cells[j + 1] = chart_figure(arena, chart->rows[i].values[j]);
        table->rows[i].cells = cells;
    }
    return table;
}
