#include <string.h>

#include "candour/base/text.h"
#include "html_parts.h"
#include "html_text.h"

/* Widths in columns of text. */
enum {
    COLUMNS_NARROW = 3, /* a table of so many columns fits any phone, wrapped */
    WORD_MOST = 24,     /* a longer word may be broken anywhere */
    WORD_PHONE = 11,    /* on a phone, in a table that does not scroll */
    SHORT_MOST = 16,    /* a column of such cells keeps each on one line: dates, codes */
    PROSE_FROM = 50,    /* and one with longer cells gets room for sentences */
    PADDING = 3,
    PAGE_FITS = 95, /* words side by side on a printed page, in its usual and in a smaller type */
    PAGE_FITS_DENSE = 118,
    TURN_FROM = 10, /* so many columns with heads of more than TURN_WORD stand on end */
    TURN_WORD = 6,
    TURNED_LINE = 3, /* the width of a line on end, and how much it holds */
    TURNED_LENGTH = 30
};

/* The longest text and the longest word in one column. */
struct extent {
    size_t text;
    size_t word;
};

static size_t longest_word(struct span text) {
    size_t longest = 0;
    for (size_t from = 0; from < text.length;) {
        size_t end = from;
        while (end < text.length && strchr(" \t\r\n-/", text.text[end]) == NULL)
            end++;
        size_t columns = span_columns((struct span){text.text + from, end - from});
        longest = columns > longest ? columns : longest;
        from = end + 1;
    }
    return longest;
}

static void widen(struct extent *extent, const char *text) {
    struct span span = span_of(text);
    size_t columns = span_columns(span);
    size_t word = columns > extent->word ? longest_word(span) : columns;
    extent->text = columns > extent->text ? columns : extent->text;
    extent->word = word > extent->word ? word : extent->word;
}

static struct extent extent_of(const struct table *table, size_t column) {
    struct extent extent = {0};
    for (size_t i = 0; i < table->count; i++)
        widen(&extent, table->rows[i].cells[column]);
    return extent;
}

/* What the style sheet is told of a column. */
static const char *column_class(const struct table *table, size_t column) {
    size_t text = extent_of(table, column).text;
    if (table->figures[column])
        return " class=\"figure\"";
    return text <= SHORT_MOST ? " class=\"short\"" : text >= PROSE_FROM ? " class=\"prose\"" : "";
}

/* --- the table as a whole --- */

static bool heads_turn(const struct table *table) {
    if (table->columns < TURN_FROM)
        return false;
    struct extent heads = {0};
    for (size_t i = 1; i < table->columns; i++)
        widen(&heads, table->heads[i]);
    return heads.text > TURN_WORD;
}

/* Columns of text that must stand side by side when only long words are broken. */
static size_t least_width(const struct table *table, bool turned) {
    size_t sum = 0;
    for (size_t i = 0; i < table->columns; i++) {
        struct extent extent = extent_of(table, i);
        extent.word = extent.text <= SHORT_MOST ? extent.text : extent.word;
        if (!turned || i == 0)
            widen(&extent, table->heads[i]);
        else if (extent.word < TURNED_LINE * (1 + span_columns(span_of(table->heads[i])) / TURNED_LENGTH))
            extent.word = TURNED_LINE * (1 + span_columns(span_of(table->heads[i])) / TURNED_LENGTH);
        sum += (extent.word > WORD_MOST ? WORD_MOST / 2 : extent.word) + PADDING;
    }
    return sum;
}

static void begin_table(struct buffer *out, const struct table *table) {
    bool turned = heads_turn(table);
    size_t width = least_width(table, turned);
    buffer_text(out, "<table class=\"");
    buffer_text(out, table->columns > COLUMNS_NARROW ? "wide" : "narrow");
    buffer_text(out, turned ? " turned" : "");
    buffer_text(out, width > PAGE_FITS_DENSE ? " densest" : width > PAGE_FITS ? " dense" : "");
    buffer_text(out, "\"><caption dir=\"auto\">");
    html_line(out, table->caption);
    buffer_text(out, "</caption>\n");
}

/* --- cells --- */

/* Words that are too long to stay whole are said so where they stand; others are never broken. */
static void add_words(struct buffer *out, const char *text) {
    struct span span = span_of(text_blank(text) ? NULL : text);
    size_t word = longest_word(span);
    const char *name = word > WORD_MOST ? "broken" : word > WORD_PHONE ? "breakable" : NULL;
    if (name != NULL)
        buffer_format(out, "<span class=\"%s\">", name);
    html_lines(out, span);
    buffer_text(out, name != NULL ? "</span>" : "");
}

static void add_head(struct buffer *out, const struct table *table, const char *const *classes) {
    buffer_text(out, "<thead><tr>");
    for (size_t i = 0; i < table->columns; i++) {
        const char *name = table->figures[i] ? classes[i] : "";
        if (text_blank(table->heads[i])) { /* a heading without words would be announced as one */
            buffer_format(out, "<td%s></td>", name);
            continue;
        }
        buffer_format(out, "<th scope=\"col\" dir=\"auto\"%s>", name);
        add_words(out, table->heads[i]);
        buffer_text(out, "</th>");
    }
    buffer_text(out, "</tr></thead>\n");
}

static void add_row(struct buffer *out, const struct table *table, size_t row, const char *const *classes) {
    buffer_text(out, "<tr>");
    for (size_t i = 0; i < table->columns; i++) {
        const char *text = table->rows[row].cells[i];
        bool heading = i == 0 && !text_blank(text);
        buffer_text(out, heading ? "<th scope=\"row\" dir=\"auto\"" : "<td dir=\"auto\"");
        buffer_text(out, classes[i]);
        buffer_char(out, '>');
        add_words(out, text);
        buffer_text(out, heading ? "</th>" : "</td>");
    }
    buffer_text(out, "</tr>\n");
}

void html_table(struct page *page, const struct table *table) {
    struct buffer *out = page->out;
    const char **classes = arena_array(page->arena, table->columns, sizeof *classes);
    for (size_t i = 0; i < table->columns; i++)
        classes[i] = column_class(table, i);
    page->tables++;
    if (table->columns > COLUMNS_NARROW) {
        buffer_format(out,
                      "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table %zu: ", page->tables);
        html_line(out, table->caption);
        buffer_text(out, "\">");
    } else {
        buffer_text(out, "<div class=\"table\">");
    }
    begin_table(out, table);
    add_head(out, table, classes);
    buffer_text(out, "<tbody>\n");
    for (size_t i = 0; i < table->count; i++)
        add_row(out, table, i, classes);
    buffer_text(out, "</tbody></table></div>\n");
}
