#include "chart_svg.h"

#include "candour/base/text.h"
#include "html_text.h"

/* Heights in hundredths of an em; columns of the words beside a bar. */
enum { BAR = 95, PITCH = 130, EDGE = 15, LABEL_COLUMNS = 24, COLUMN = 56, COLUMN_SPARE = 60 };

/* A chart being drawn, a picture a row: names are words of the page, which wrap as it is wide, and on paper no row is
 * cut. */
struct drawing {
    struct page *page;
    const struct chart *chart;
    const int *fillings;
    double most; /* the figure that is as long as a picture is wide */
    bool named;  /* a bar says its series beside its figure */
    long margin; /* kept free at the right for words, in hundredths of an em */
    size_t row;
};

static const char *or_nothing(const char *text) {
    return text == NULL ? "" : text;
}

/* "10 min". */
static const char *figure_of(const struct drawing *drawing, size_t series) {
    const struct chart *chart = drawing->chart;
    struct arena *arena = drawing->page->arena;
    const char *figure = chart_figure(arena, chart->rows[drawing->row].values[series]);
    return chart->unit == NULL ? figure : arena_format(arena, "%s %s", figure, chart->unit);
}

/* "planned 10 min". */
static const char *named_figure(const struct drawing *drawing, size_t series) {
    return arena_format(drawing->page->arena, "%s %s", or_nothing(drawing->chart->series[series]),
                        figure_of(drawing, series));
}

static const char *label_of(const struct drawing *drawing, size_t series) {
    return drawing->named ? named_figure(drawing, series) : figure_of(drawing, series);
}

/* "planned 10 min, used 14 min". */
static const char *row_words(const struct drawing *drawing) {
    const char *words = "";
    for (size_t i = 0; i < drawing->chart->series_count; i++)
        words = arena_format(drawing->page->arena, "%s%s%s", words, i == 0 ? "" : ", ", named_figure(drawing, i));
    return words;
}

/* --- a row --- */

static void begin_row(struct drawing *drawing, long height) {
    struct buffer *out = drawing->page->out;
    const struct chart *chart = drawing->chart;
    const char *name = chart->rows[drawing->row].name;
    buffer_text(out, "<li><p class=\"name\" dir=\"auto\">");
    html_line(out, name);
    buffer_text(out, "</p>\n<svg class=\"bars\" width=\"100%\"");
    svg_length(out, "height", height, "em");
    if (drawing->margin > 0)
        buffer_format(out, " style=\"width:calc(100%% - %ld.%02ldem)\"", drawing->margin / 100, drawing->margin % 100);
    svg_begin(drawing->page, row_words(drawing),
              arena_format(drawing->page->arena, "Bars of %s, in %s.", or_nothing(name), chart->title));
}

/* Hundredths of a percent of the width. */
static long share(const struct drawing *drawing, double value) {
    return drawing->most > 0 ? (long)(chart_drawn(value) / drawing->most * 10000) : 0;
}

static void add_bar(const struct drawing *drawing, size_t series, long x, long y, long width) {
    struct buffer *out = drawing->page->out;
    if (width == 0)
        return;
    buffer_format(out, "<rect class=\"f%d\"", drawing->fillings[series % FILLINGS]);
    svg_length(out, "x", x, "%");
    svg_length(out, "y", y, "em");
    svg_length(out, "width", width, "%");
    svg_length(out, "height", BAR, "em");
    buffer_text(out, "/>");
}

/* --- a bar for each series --- */

static void draw_group(struct drawing *drawing) {
    const struct chart *chart = drawing->chart;
    struct buffer *out = drawing->page->out;
    begin_row(drawing, (long)chart->series_count * PITCH + EDGE);
    buffer_text(out, "<line class=\"base\" x1=\"0\" x2=\"0\" y1=\"0\" y2=\"100%\"/>");
    for (size_t i = 0; i < chart->series_count; i++) {
        long width = share(drawing, chart->rows[drawing->row].values[i]);
        long y = (long)i * PITCH + EDGE;
        add_bar(drawing, i, 0, y, width);
        buffer_text(out, "<text dx=\"0.5em\"");
        svg_length(out, "x", width, "%");
        svg_length(out, "y", y + BAR - EDGE, "em");
        buffer_char(out, '>');
        html_line(out, label_of(drawing, i));
        buffer_text(out, "</text>");
    }
    buffer_text(out, "</svg></li>\n");
}

static size_t widest_label(struct drawing *drawing) {
    size_t widest = 0;
    for (drawing->row = 0; drawing->row < drawing->chart->count; drawing->row++)
        for (size_t i = 0; i < drawing->chart->series_count; i++) {
            size_t columns = span_columns(span_of(label_of(drawing, i)));
            widest = columns > widest ? columns : widest;
        }
    return widest;
}

/* How a bar says what it is: by its series where that is short, else by its filling. */
static void choose_labels(struct drawing *drawing) {
    static const int alone[FILLINGS] = {2}; /* the chart's title says what it is */
    size_t columns;
    drawing->named = drawing->chart->series_count > 1;
    if (!drawing->named)
        drawing->fillings = alone;
    if (drawing->named && widest_label(drawing) > LABEL_COLUMNS) {
        drawing->named = false;
        svg_legend(drawing->page, drawing->chart, drawing->fillings);
    }
    columns = widest_label(drawing);
    drawing->margin = (long)(columns > LABEL_COLUMNS ? LABEL_COLUMNS : columns) * COLUMN + COLUMN_SPARE;
}

void chart_bars(struct page *page, const struct chart *chart) {
    static const int fillings[FILLINGS] = {0, 1, 2, 3, 4, 5}; /* what was planned is hollow, what came of it is full */
    struct drawing drawing = {.page = page, .chart = chart, .fillings = fillings};
    for (size_t i = 0; i < chart->count; i++)
        for (size_t j = 0; j < chart->series_count; j++)
            if (chart_drawn(chart->rows[i].values[j]) > drawing.most)
                drawing.most = chart_drawn(chart->rows[i].values[j]);
    choose_labels(&drawing);
    buffer_text(page->out, "<ul class=\"rows\">\n");
    for (drawing.row = 0; drawing.row < chart->count; drawing.row++)
        draw_group(&drawing);
    buffer_text(page->out, "</ul>\n");
}

/* --- the series end to end --- */

static double row_sum(const struct chart *chart, size_t row) {
    double sum = 0;
    for (size_t i = 0; i < chart->series_count; i++)
        sum += chart_drawn(chart->rows[row].values[i]);
    return sum;
}

static void draw_stack(struct drawing *drawing) {
    const struct chart *chart = drawing->chart;
    struct buffer *out = drawing->page->out;
    long x = 0;
    begin_row(drawing, BAR + EDGE * 2);
    buffer_text(out, "<line class=\"base\" x1=\"0\" x2=\"0\" y1=\"0\" y2=\"100%\"/>");
    for (size_t i = 0; i < chart->series_count; i++) {
        long width = share(drawing, chart->rows[drawing->row].values[i]);
        add_bar(drawing, i, x, EDGE, width);
        x += width;
    }
    buffer_text(out, "</svg>\n<p class=\"value\" dir=\"auto\">");
    html_line(out, row_words(drawing));
    buffer_text(out, "</p></li>\n");
}

void chart_stack(struct page *page, const struct chart *chart) {
    static const int fillings[FILLINGS] = {2, 1, 0, 3, 4, 5}; /* the first is the strongest */
    struct drawing drawing = {.page = page, .chart = chart, .fillings = fillings};
    svg_legend(page, chart, fillings);
    for (size_t i = 0; i < chart->count; i++)
        if (row_sum(chart, i) > drawing.most)
            drawing.most = row_sum(chart, i);
    buffer_text(page->out, "<ul class=\"rows\">\n");
    for (drawing.row = 0; drawing.row < chart->count; drawing.row++)
        draw_stack(&drawing);
    buffer_text(page->out, "</ul>\n");
}
