#include "candour/base/text.h"
#include "html_parts.h"
#include "html_text.h"

enum { COLUMNS_NARROW = 3 }; /* so many fit any phone, wrapped */

static void add_head(struct buffer *out, const struct table *table) {
    buffer_text(out, "<thead><tr>");
    for (size_t i = 0; i < table->columns; i++) {
        const char *name = table->figures[i] ? " class=\"figure\"" : "";
        if (text_blank(table->heads[i])) { /* a heading without words would be announced as one */
            buffer_format(out, "<td%s></td>", name);
            continue;
        }
        buffer_format(out, "<th scope=\"col\" dir=\"auto\"%s>", name);
        html_lines(out, span_of(table->heads[i]));
        buffer_text(out, "</th>");
    }
    buffer_text(out, "</tr></thead>\n");
}

static void add_cell(struct buffer *out, const struct table *table, size_t column, const char *text) {
    const char *name = table->figures[column] ? " class=\"figure\"" : "";
    bool heading = column == 0 && !text_blank(text);
    if (heading)
        buffer_format(out, "<th scope=\"row\" dir=\"auto\"%s>", name);
    else
        buffer_format(out, "<td dir=\"auto\"%s>", name);
    html_lines(out, span_of(text));
    buffer_text(out, heading ? "</th>" : "</td>");
}

static void add_rows(struct buffer *out, const struct table *table) {
    buffer_text(out, "<tbody>\n");
    for (size_t i = 0; i < table->count; i++) {
        buffer_text(out, "<tr>");
        for (size_t j = 0; j < table->columns; j++)
            add_cell(out, table, j, table->rows[i].cells[j]);
        buffer_text(out, "</tr>\n");
    }
    buffer_text(out, "</tbody></table>");
}

void html_table(struct page *page, const struct table *table) {
    struct buffer *out = page->out;
    bool wide = table->columns > COLUMNS_NARROW;
    page->tables++;
    if (wide) {
        buffer_format(out,
                      "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table %zu: ", page->tables);
        html_line(out, table->caption);
        buffer_text(out, "\">");
    } else {
        buffer_text(out, "<div class=\"table\">");
    }
    buffer_text(out, wide ? "<table class=\"wide\"><caption dir=\"auto\">" : "<table><caption dir=\"auto\">");
    html_line(out, table->caption);
    buffer_text(out, "</caption>\n");
    add_head(out, table);
    add_rows(out, table);
    buffer_text(out, "</div>\n");
}
