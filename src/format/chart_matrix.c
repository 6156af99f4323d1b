#include "chart_svg.h"

#include "html_text.h"

/* In units of the picture, 13 of which are an em of its words. */
enum {
    CELL = 34, /* the least width and height */
    NAME_COLUMNS = 22,
    ROW_LINES = 3, /* of names at the left, and over the columns */
    COLUMN_LINES = 2,
    COLUMN_WIDTH = 9, /* of bold type */
    LINE_HEIGHT = 15,
    BASE = 5, /* from the middle of a line down to where it stands */
    LEVELS = 4
};

struct matrix {
    struct page *page;
    const struct chart *chart;
    double most;
    long cell;      /* how wide one is: as its figures need */
    long row;       /* how high: as the names need */
    long left, top; /* where the cells begin */
    bool upright;   /* the columns' names are short: they stand level */
};

static size_t shown_columns(const char *name) {
    size_t columns = span_columns(span_of(name));
    return columns > NAME_COLUMNS ? NAME_COLUMNS : columns;
}

static long room(size_t columns) {
    return ((long)columns + 1) * COLUMN_WIDTH;
}

static int lines_of(const char *name, int most) {
    struct span rest = span_of(name);
    struct span piece;
    bool cut;
    int lines = 0;
    while (lines < most && svg_piece(&rest, NAME_COLUMNS, lines + 1 == most, &piece, &cut))
        lines++;
    return lines;
}

static void measure_row(struct matrix *matrix, const struct chart_row *row) {
    for (size_t j = 0; j < matrix->chart->series_count; j++) {
        size_t columns = span_columns(span_of(chart_figure(matrix->page->arena, row->values[j])));
        long cell = ((long)columns + 1) * COLUMN_WIDTH;
        matrix->cell = cell > matrix->cell ? cell : matrix->cell;
        if (chart_drawn(row->values[j]) > matrix->most)
            matrix->most = chart_drawn(row->values[j]);
    }
}

static void measure(struct matrix *matrix) {
    const struct chart *chart = matrix->chart;
    size_t left = 0;
    size_t top = 0;
    matrix->cell = CELL;
    matrix->row = CELL;
    for (size_t i = 0; i < chart->count; i++) {
        size_t columns = shown_columns(chart->rows[i].name);
        long height = (long)lines_of(chart->rows[i].name, ROW_LINES) * LINE_HEIGHT + BASE;
        left = columns > left ? columns : left;
        matrix->row = height > matrix->row ? height : matrix->row;
        measure_row(matrix, &chart->rows[i]);
    }
    for (size_t j = 0; j < chart->series_count; j++) {
        size_t columns = shown_columns(chart->series[j]);
        top = columns > top ? columns : top;
    }
    matrix->upright = ((long)top + 1) * COLUMN_WIDTH <= matrix->cell + COLUMN_WIDTH;
    matrix->left = room(left);
    matrix->top = matrix->upright ? LINE_HEIGHT + BASE : room(top);
}

/* A name on at most MOST lines round the point X, Y; ATTRIBUTES say how they stand there. */
static void add_name(struct buffer *out, const char *name, int most, long x, long y, const char *attributes) {
    struct span rest = span_of(name);
    struct span piece;
    bool cut;
    y += BASE - (long)(lines_of(name, most) - 1) * LINE_HEIGHT / 2;
    buffer_format(out, "<text class=\"name\"%s>", attributes);
    for (int i = 0; i < most && svg_piece(&rest, NAME_COLUMNS, i + 1 == most, &piece, &cut); i++) {
        buffer_format(out, "<tspan x=\"%ld\" y=\"%ld\">", x, y + (long)i * LINE_HEIGHT);
        html_span(out, piece);
        buffer_text(out, cut ? "\u2026</tspan>" : "</tspan>");
    }
    buffer_text(out, "</text>\n");
}

static void add_heads(const struct matrix *matrix) {
    struct buffer *out = matrix->page->out;
    for (size_t j = 0; j < matrix->chart->series_count; j++) {
        long middle = matrix->left + (long)j * matrix->cell + matrix->cell / 2;
        if (matrix->upright)
            add_name(out, matrix->chart->series[j], COLUMN_LINES, middle, LINE_HEIGHT / 2, " text-anchor=\"middle\"");
        else
            add_name(out, matrix->chart->series[j], COLUMN_LINES, 0, 0,
                     arena_format(matrix->page->arena, " transform=\"translate(%ld %ld) rotate(-90)\"", middle,
                                  matrix->top - COLUMN_WIDTH));
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
    long x = matrix->left + (long)column * matrix->cell;
    long y = matrix->top + (long)row * matrix->row;
    const char *figure = chart_figure(matrix->page->arena, value);
    buffer_format(out, "<rect class=\"m%d\" x=\"%ld\" y=\"%ld\" width=\"%ld\" height=\"%ld\"/>", level, x, y,
                  matrix->cell, matrix->row);
    buffer_format(out, "<text class=\"%s\" x=\"%ld\" y=\"%ld\" text-anchor=\"middle\">",
                  value == 0  ? "none"
                  : level > 2 ? "high"
                              : "low",
                  x + matrix->cell / 2, y + matrix->row / 2 + BASE);
    html_line(out, value == 0 ? "\u00b7" : figure);
    buffer_text(out, "</text>\n");
}

void chart_matrix(struct page *page, const struct chart *chart) {
    struct matrix matrix = {.page = page, .chart = chart};
    struct buffer *out = page->out;
    measure(&matrix);
    long width = matrix.left + (long)chart->series_count * matrix.cell + 2;
    long height = matrix.top + (long)chart->count * matrix.row + 2;
    buffer_format(out, "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Chart %zu: ", page->charts);
    html_line(out, chart->title);
    buffer_format(out, "\"><svg class=\"matrix\" viewBox=\"0 0 %ld %ld\" style=\"width:%ld.%02ldrem\"", width, height,
                  width / 16, width % 16 * 100 / 16);
    svg_begin(page, chart->title,
              arena_format(page->arena, "A grid of figures, %zu rows by %zu columns; they follow as a table.",
                           chart->count, chart->series_count));
    add_heads(&matrix);
    for (size_t i = 0; i < chart->count; i++) {
        add_name(out, chart->rows[i].name, ROW_LINES, matrix.left - COLUMN_WIDTH,
                 matrix.top + (long)i * matrix.row + matrix.row / 2, " text-anchor=\"end\"");
        for (size_t j = 0; j < chart->series_count; j++)
            add_cell(&matrix, i, j);
    }
    buffer_text(out, "</svg></div>\n");
}
