#include "chart_svg.h"

#include "html_text.h"

/* In units of the picture, 13 of which are an em of its words. */
enum { CELL = 34, NAME_COLUMNS = 26, COLUMN_WIDTH = 7, HEIGHT = 16, LEVELS = 4, SHORT_COLUMNS = 4 };

struct matrix {
    struct page *page;
    const struct chart *chart;
    double most;
    long left, top; /* where the cells begin */
    bool upright;   /* the columns' names are short: they stand level */
};

static size_t shown_columns(const char *name) {
    size_t columns = span_columns(span_of(name));
    return columns > NAME_COLUMNS ? NAME_COLUMNS : columns;
}

static long room(size_t columns) {
    return ((long)columns + 2) * COLUMN_WIDTH;
}

static void measure(struct matrix *matrix) {
    const struct chart *chart = matrix->chart;
    size_t left = 0;
    size_t top = 0;
    for (size_t i = 0; i < chart->count; i++) {
        size_t columns = shown_columns(chart->rows[i].name);
        left = columns > left ? columns : left;
        for (size_t j = 0; j < chart->series_count; j++)
            if (chart_drawn(chart->rows[i].values[j]) > matrix->most)
                matrix->most = chart_drawn(chart->rows[i].values[j]);
    }
    for (size_t j = 0; j < chart->series_count; j++) {
        size_t columns = shown_columns(chart->series[j]);
        top = columns > top ? columns : top;
    }
    matrix->upright = top <= SHORT_COLUMNS;
    matrix->left = room(left);
    matrix->top = matrix->upright ? HEIGHT + 8 : room(top);
}

static void add_name(struct buffer *out, const char *name) {
    struct span rest = span_of(name);
    struct span piece;
    bool cut;
    buffer_char(out, '>');
    if (svg_piece(&rest, NAME_COLUMNS, true, &piece, &cut)) {
        html_span(out, piece);
        buffer_text(out, cut ? "\u2026" : "");
    }
    buffer_text(out, "</text>\n");
}

static void add_heads(const struct matrix *matrix) {
    struct buffer *out = matrix->page->out;
    for (size_t j = 0; j < matrix->chart->series_count; j++) {
        long middle = matrix->left + (long)j * CELL + CELL / 2;
        if (matrix->upright)
            buffer_format(out, "<text class=\"name\" x=\"%ld\" y=\"%d\" text-anchor=\"middle\"", middle, HEIGHT);
        else
            buffer_format(out, "<text class=\"name\" transform=\"translate(%ld %ld) rotate(-90)\"", middle + 5,
                          matrix->top - 8);
        add_name(out, matrix->chart->series[j]);
    }
}

/* 0 for nothing, 1 to LEVELS by the share of the largest. */
static int level_of(const struct matrix *matrix, double value) {
    double drawn = chart_drawn(value);
    if (drawn <= 0)
        return 0;
    int level = 1 + (int)(drawn / matrix->most * LEVELS - 0.0001);
    return level > LEVELS ? LEVELS : level;
}

static void add_cell(const struct matrix *matrix, size_t row, size_t column) {
    struct buffer *out = matrix->page->out;
    double value = matrix->chart->rows[row].values[column];
    int level = level_of(matrix, value);
    long x = matrix->left + (long)column * CELL;
    long y = matrix->top + (long)row * CELL;
    const char *figure = chart_figure(matrix->page->arena, value);
    bool long_figure = span_columns(span_of(figure)) > SHORT_COLUMNS;
    buffer_format(out, "<rect class=\"m%d\" x=\"%ld\" y=\"%ld\" width=\"%d\" height=\"%d\"/>", level, x, y, CELL, CELL);
    buffer_format(out, "<text class=\"%s\" x=\"%ld\" y=\"%ld\" text-anchor=\"middle\"%s>",
                  value == 0  ? "none"
                  : level > 2 ? "high"
                              : "low",
                  x + CELL / 2, y + CELL / 2 + 5,
                  long_figure ? " textLength=\"30\" lengthAdjust=\"spacingAndGlyphs\"" : "");
    html_line(out, value == 0 ? "\u00b7" : figure);
    buffer_text(out, "</text>\n");
}

void chart_matrix(struct page *page, const struct chart *chart) {
    struct matrix matrix = {.page = page, .chart = chart};
    struct buffer *out = page->out;
    measure(&matrix);
    long width = matrix.left + (long)chart->series_count * CELL + 2;
    long height = matrix.top + (long)chart->count * CELL + 2;
    buffer_format(out, "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Chart %zu: ", page->charts);
    html_line(out, chart->title);
    buffer_format(out, "\"><svg class=\"matrix\" viewBox=\"0 0 %ld %ld\" style=\"width:%ld.%02ldrem\"", width, height,
                  width / 16, width % 16 * 100 / 16);
    svg_title(page, chart, 0);
    add_heads(&matrix);
    for (size_t i = 0; i < chart->count; i++) {
        buffer_format(out, "<text class=\"name\" x=\"%ld\" y=\"%ld\" text-anchor=\"end\"", matrix.left - 8,
                      matrix.top + (long)i * CELL + CELL / 2 + 5);
        add_name(out, chart->rows[i].name);
        for (size_t j = 0; j < chart->series_count; j++)
            add_cell(&matrix, i, j);
    }
    buffer_text(out, "</svg></div>\n");
}
