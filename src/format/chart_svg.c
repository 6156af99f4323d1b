#include "chart_svg.h"

#include <string.h>

#include "candour/base/text.h"
#include "html_text.h"

void svg_length(struct buffer *out, const char *name, long hundredths, const char *unit) {
    buffer_format(out, " %s=\"%ld.%02ld%s\"", name, hundredths / 100, hundredths % 100, unit);
}

void svg_begin(struct page *page, const char *title, const char *description) {
    struct buffer *out = page->out;
    size_t number = ++page->pictures;
    buffer_format(out, " role=\"img\" aria-labelledby=\"t%zu\" aria-describedby=\"d%zu\"><title id=\"t%zu\">", number,
                  number, number);
    html_line(out, title);
    buffer_format(out, "</title><desc id=\"d%zu\">", number);
    html_line(out, description);
    buffer_text(out, "</desc>\n");
}

/* Where the last space is in TEXT, or 0. */
static size_t last_space(struct span text) {
    for (size_t at = text.length; at > 0; at--)
        if (text.text[at - 1] == ' ' || text.text[at - 1] == '\n')
            return at - 1;
    return 0;
}

bool svg_piece(struct span *rest, size_t columns, bool last, struct span *piece, bool *cut) {
    *cut = false;
    while (rest->length > 0 && (*rest->text == ' ' || *rest->text == '\n'))
        *rest = (struct span){rest->text + 1, rest->length - 1};
    if (rest->length == 0)
        return false;
    size_t end = 0;
    size_t next = grapheme_next(rest->text, rest->length, 0);
    while (end < rest->length && span_columns((struct span){rest->text, next}) <= columns) {
        end = next;
        next = grapheme_next(rest->text, rest->length, end);
    }
    end = end == 0 ? next : end; /* one cluster at least */
    *piece = (struct span){rest->text, end};
    if (end < rest->length && !last && rest->text[end] != ' ' && last_space(*piece) > 0)
        piece->length = last_space(*piece);
    *cut = last && end < rest->length;
    rest->text += piece->length;
    rest->length -= piece->length;
    return true;
}

/* --- what stands round a picture --- */

void chart_fillings(struct buffer *out) {
    buffer_text(out, "<svg class=\"fillings\" aria-hidden=\"true\"><defs>\n"
                     "<pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><rect width=\"6\" "
                     "height=\"6\"/><path d=\"M-1 7L7-1M-1 1L1-1M5 7L7 5\" stroke-width=\"1.6\"/></pattern>\n"
                     "<pattern id=\"dots\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><rect width=\"6\" "
                     "height=\"6\"/><circle cx=\"3\" cy=\"3\" r=\"1.5\"/></pattern>\n"
                     "<pattern id=\"cross\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><rect width=\"6\" "
                     "height=\"6\"/><path d=\"M0 0L6 6M0 6L6 0\" stroke-width=\"1.2\"/></pattern>\n"
                     "<pattern id=\"rows\" width=\"6\" height=\"4\" patternUnits=\"userSpaceOnUse\"><rect width=\"6\" "
                     "height=\"4\"/><path d=\"M0 2H6\" stroke-width=\"1.5\"/></pattern>\n"
                     "</defs></svg>\n");
}

void svg_legend(struct page *page, const struct chart *chart, const int *fillings) {
    struct buffer *out = page->out;
    buffer_text(out, "<ul class=\"legend\">\n");
    for (size_t i = 0; i < chart->series_count; i++) {
        buffer_format(out,
                      "<li><svg width=\"22\" height=\"13\" aria-hidden=\"true\"><rect class=\"f%d\" "
                      "x=\"1\" y=\"1\" width=\"20\" height=\"11\"/></svg><span dir=\"auto\">",
                      fillings[i % FILLINGS]);
        html_line(out, chart->series[i]);
        buffer_text(out, "</span></li>\n");
    }
    buffer_text(out, "</ul>\n");
}

static void add_figures(struct page *page, const struct chart *chart) {
    buffer_text(page->out, "<details><summary>The figures as a table<span class=\"unseen\">: ");
    html_line(page->out, chart->title);
    buffer_text(page->out, "</span></summary>\n");
    html_table(page, chart_table(page->arena, chart));
    buffer_text(page->out, "</details>\n");
}

static void add_picture(struct page *page, const struct chart *chart) {
    switch (chart->kind) {
    case CHART_BARS:
        chart_bars(page, chart);
        break;
    case CHART_STACK:
        chart_stack(page, chart);
        break;
    case CHART_MATRIX:
        chart_matrix(page, chart);
        break;
    }
}

void html_chart(struct page *page, const struct chart *chart) {
    struct buffer *out = page->out;
    page->charts++;
    buffer_format(out, "<figure aria-labelledby=\"c%zu\">\n<figcaption>\n<p class=\"title\" id=\"c%zu\" dir=\"auto\">",
                  page->charts, page->charts);
    html_line(out, chart->title);
    buffer_text(out, "</p>\n");
    html_paragraphs(out, NULL, chart->says);
    buffer_text(out, "</figcaption>\n");
    if (chart->count > 0 && chart->series_count > 0) {
        add_picture(page, chart);
        add_figures(page, chart);
    }
    buffer_text(out, "</figure>\n");
}
