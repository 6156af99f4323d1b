#include "chart_svg.h"

#include "candour/base/text.h"
#include "html_text.h"

/* Heights in hundredths of an em; columns of the widest words. */
enum {
    LINE = 140,       /* of a row's name */
    BAR = 95,         /* of a bar */
    PITCH = 130,      /* from one bar to the next */
    GAP = 80,         /* between rows */
    PART_MOST = 3000, /* of a picture: more would be cut by the end of a printed page */
    NAME_COLUMNS = 38,
    NAME_LINES = 3,
    LABEL_COLUMNS = 24
};

/* A picture being drawn. */
struct drawing {
    struct page *page;
    const struct chart *chart;
    double most; /* the figure that is as long as the picture is wide */
    const int *fillings;
    bool named;  /* a bar says its series beside its figure */
    long margin; /* kept free at the right for words, in em/100 */
    size_t part; /* of the picture, from 1; 0: there is one only */
    long y;
};

static struct span figure_of(const struct drawing *drawing, size_t row, size_t series) {
    const struct chart *chart = drawing->chart;
    struct arena *arena = drawing->page->arena;
    const char *figure = chart_figure(arena, chart->rows[row].values[series]);
    const char *unit = chart->unit == NULL ? "" : chart->unit;
    const char *name = chart->series[series] == NULL ? "" : chart->series[series];
    const char *space = *unit == '\0' ? "" : " ";
    return span_of(drawing->named ? arena_format(arena, "%s %s%s%s", name, figure, space, unit)
                                  : arena_format(arena, "%s%s%s", figure, space, unit));
}

static void add_words(struct drawing *drawing, const char *name, long x, struct span words, bool cut) {
    struct buffer *out = drawing->page->out;
    buffer_format(out, "<text class=\"%s\"", name);
    svg_length(out, "x", x, "%");
    svg_length(out, "y", drawing->y + LINE - 35, "em");
    buffer_char(out, '>');
    html_span(out, words);
    buffer_text(out, cut ? "\u2026</text>" : "</text>");
}

static size_t lines_of(const char *text) {
    struct span rest = span_of(text);
    struct span piece;
    bool cut;
    size_t lines = 0;
    while (lines < NAME_LINES && svg_piece(&rest, NAME_COLUMNS, lines + 1 == NAME_LINES, &piece, &cut))
        lines++;
    return lines;
}

static void add_lines(struct drawing *drawing, const char *name, const char *text) {
    struct span rest = span_of(text);
    struct span piece;
    bool cut;
    for (size_t i = 0; i < NAME_LINES && svg_piece(&rest, NAME_COLUMNS, i + 1 == NAME_LINES, &piece, &cut); i++) {
        add_words(drawing, name, 0, piece, cut);
        drawing->y += LINE;
    }
}

/* Hundredths of a percent of the width. */
static long share(const struct drawing *drawing, double value) {
    return drawing->most > 0 ? (long)(chart_drawn(value) / drawing->most * 10000) : 0;
}

static void add_bar(struct drawing *drawing, size_t series, long x, long width) {
    struct buffer *out = drawing->page->out;
    if (width == 0)
        return;
    buffer_format(out, "<rect class=\"f%d\"", drawing->fillings[series % FILLINGS]);
    svg_length(out, "x", x, "%");
    svg_length(out, "y", drawing->y + 15, "em");
    svg_length(out, "width", width, "%");
    svg_length(out, "height", BAR, "em");
    buffer_text(out, "/>");
}

/* --- one picture, in parts no higher than a page --- */

static void begin_part(struct drawing *drawing, size_t from, long (*height)(const struct drawing *, size_t)) {
    struct buffer *out = drawing->page->out;
    long sum = 0;
    for (size_t i = from; i < drawing->chart->count && (i == from || sum + height(drawing, i) <= PART_MOST); i++)
        sum += height(drawing, i);
    drawing->part++;
    drawing->y = 0;
    buffer_text(out, "<div class=\"bars\"><svg width=\"100%\"");
    svg_length(out, "height", sum, "em");
    if (drawing->margin > 0)
        buffer_format(out, " style=\"width:calc(100%% - %ld.%02ldem)\"", drawing->margin / 100, drawing->margin % 100);
    svg_title(drawing->page, drawing->chart, drawing->part);
}

static void draw(struct drawing *drawing, long (*height)(const struct drawing *, size_t),
                 void (*row)(struct drawing *, size_t)) {
    long limit = 0;
    for (size_t i = 0; i < drawing->chart->count; i++) {
        if (i == 0 || drawing->y + height(drawing, i) > PART_MOST) {
            buffer_text(drawing->page->out, i == 0 ? "" : "</svg></div>\n");
            begin_part(drawing, i, height);
        }
        limit = drawing->y + height(drawing, i);
        row(drawing, i);
        drawing->y = limit;
        buffer_char(drawing->page->out, '\n');
    }
    buffer_text(drawing->page->out, "</svg></div>\n");
}

/* --- a bar for each series --- */

static long group_height(const struct drawing *drawing, size_t row) {
    return (long)lines_of(drawing->chart->rows[row].name) * LINE + (long)drawing->chart->series_count * PITCH + GAP;
}

static void draw_group(struct drawing *drawing, size_t row) {
    const struct chart *chart = drawing->chart;
    struct buffer *out = drawing->page->out;
    add_lines(drawing, "name", chart->rows[row].name);
    buffer_text(out, "<line class=\"base\" x1=\"0\" x2=\"0\"");
    svg_length(out, "y1", drawing->y, "em");
    svg_length(out, "y2", drawing->y + (long)chart->series_count * PITCH, "em");
    buffer_text(out, "/>");
    for (size_t i = 0; i < chart->series_count; i++) {
        long width = share(drawing, chart->rows[row].values[i]);
        add_bar(drawing, i, 0, width);
        buffer_text(out, "<text dx=\"0.5em\"");
        svg_length(out, "x", width, "%");
        svg_length(out, "y", drawing->y + BAR, "em");
        buffer_char(out, '>');
        html_span(out, figure_of(drawing, row, i));
        buffer_text(out, "</text>");
        drawing->y += PITCH;
    }
}

static size_t widest_label(const struct drawing *drawing) {
    size_t widest = 0;
    for (size_t i = 0; i < drawing->chart->count; i++)
        for (size_t j = 0; j < drawing->chart->series_count; j++) {
            size_t columns = span_columns(figure_of(drawing, i, j));
            widest = columns > widest ? columns : widest;
        }
    return widest;
}

void chart_bars(struct page *page, const struct chart *chart) {
    static const int fillings[FILLINGS] = {0, 1, 2, 3, 4, 5}; /* what was planned is hollow, what came of it is full */
    static const int alone[FILLINGS] = {2};                   /* the chart's title says what it is */
    struct drawing drawing = {.page = page, .chart = chart, .fillings = fillings, .named = true};
    for (size_t i = 0; i < chart->count; i++)
        for (size_t j = 0; j < chart->series_count; j++)
            if (chart_drawn(chart->rows[i].values[j]) > drawing.most)
                drawing.most = chart_drawn(chart->rows[i].values[j]);
    if (chart->series_count == 1) {
        drawing.named = false;
        drawing.fillings = alone;
    } else if (widest_label(&drawing) > LABEL_COLUMNS) {
        drawing.named = false;
        svg_legend(page, chart, fillings);
    }
    size_t columns = widest_label(&drawing);
    drawing.margin = (long)(columns > LABEL_COLUMNS ? LABEL_COLUMNS : columns) * 56 + 60;
    draw(&drawing, group_height, draw_group);
}

/* --- the series end to end --- */

static double row_sum(const struct chart *chart, size_t row) {
    double sum = 0;
    for (size_t i = 0; i < chart->series_count; i++)
        sum += chart_drawn(chart->rows[row].values[i]);
    return sum;
}

/* "3 strong, 4 weak"; "3 min planned, 4 min used". */
static const char *row_words(const struct drawing *drawing, size_t row) {
    const struct chart *chart = drawing->chart;
    struct arena *arena = drawing->page->arena;
    const char *words = "";
    for (size_t i = 0; i < chart->series_count; i++)
        words =
            arena_format(arena, "%s%s%s %s", words, i == 0 ? "" : ", ", chart_figure(arena, chart->rows[row].values[i]),
                         chart->series[i] == NULL ? "" : chart->series[i]);
    return words;
}

static long stack_height(const struct drawing *drawing, size_t row) {
    return (long)(lines_of(drawing->chart->rows[row].name) + lines_of(row_words(drawing, row))) * LINE + PITCH + GAP;
}

static void draw_stack(struct drawing *drawing, size_t row) {
    const struct chart *chart = drawing->chart;
    long x = 0;
    add_lines(drawing, "name", chart->rows[row].name);
    for (size_t i = 0; i < chart->series_count; i++) {
        long width = share(drawing, chart->rows[row].values[i]);
        add_bar(drawing, i, x, width);
        x += width;
    }
    drawing->y += PITCH;
    add_lines(drawing, "value", row_words(drawing, row));
}

void chart_stack(struct page *page, const struct chart *chart) {
    static const int fillings[FILLINGS] = {2, 1, 0, 3, 4, 5}; /* the first is the strongest */
    struct drawing drawing = {.page = page, .chart = chart, .fillings = fillings};
    svg_legend(page, chart, fillings);
    for (size_t i = 0; i < chart->count; i++)
        if (row_sum(chart, i) > drawing.most)
            drawing.most = row_sum(chart, i);
    draw(&drawing, stack_height, draw_stack);
}
