#include "html_text.h"

#include "candour/base/text.h"

enum { CSS_STRING_MOST = 90 }; /* code points: what fits the margin of a page */

static const char *reference(uint32_t code) {
    switch (code) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

static void add_code(struct buffer *out, uint32_t code) {
    const char *escaped = reference(code);
    char bytes[4];
    if (escaped != NULL)
        buffer_text(out, escaped);
    else
        buffer_add(out, bytes, utf8_write(code, bytes));
}

void html_span(struct buffer *out, struct span span) {
    struct outgoing outgoing = {.span = span};
    uint32_t code;
    while (outgoing_next(&outgoing, &code))
        add_code(out, code == '\n' ? ' ' : code);
}

void html_line(struct buffer *out, const char *text) {
    struct span rest = span_of(text);
    struct span line;
    for (bool first = true; line_next(&rest, &line); first = false) {
        if (!first)
            buffer_char(out, ' ');
        html_span(out, line);
    }
}

void html_lines(struct buffer *out, struct span text) {
    struct span line;
    for (bool first = true; line_next(&text, &line); first = false) {
        if (!first)
            buffer_text(out, "<br>");
        html_span(out, line);
    }
}

static void add_label(struct buffer *out, const char *label) {
    buffer_text(out, "<p><strong class=\"label\" dir=\"auto\">");
    html_line(out, label);
    buffer_text(out, label_is_closed(label) ? "</strong> <span dir=\"auto\">" : ":</strong> <span dir=\"auto\">");
}

void html_paragraphs(struct buffer *out, const char *label, const char *text) {
    struct span rest = span_of(text);
    struct span paragraph;
    bool labelled = !text_blank(label);
    if (labelled)
        add_label(out, label);
    while (paragraph_next(&rest, &paragraph)) {
        buffer_text(out, labelled ? "" : "<p dir=\"auto\">");
        html_lines(out, paragraph);
        buffer_text(out, labelled ? "</span></p>\n" : "</p>\n");
        labelled = false;
    }
    if (labelled)
        buffer_text(out, "</span></p>\n");
}

void html_css_string(struct buffer *out, const char *text) {
    struct outgoing outgoing = {.span = span_of(text)};
    uint32_t code;
    buffer_char(out, '"');
    for (int i = 0; i < CSS_STRING_MOST && outgoing_next(&outgoing, &code); i++)
        buffer_format(out, "\\%X ", code == '\n' ? ' ' : (unsigned)code);
    buffer_text(out, outgoing.at < outgoing.span.length ? "\\2026 \"" : "\"");
}
