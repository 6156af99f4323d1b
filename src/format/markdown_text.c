#include "markdown_text.h"

#include <string.h>

#include "candour/base/text.h"
#include "candour/format/outgoing.h"

static bool is_digit(uint32_t code) {
    return code >= '0' && code <= '9';
}

static bool is_letter(uint32_t code) {
    return (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z');
}

/* A line being written: what came before decides how the next code point must be written. */
struct line {
    struct buffer *out;
    struct span span;
    size_t next; /* offset of the code point after this one */
    bool afresh; /* nothing but digits came yet, where a block could begin */
    bool digits; /* and there were some */
};

static bool follows(const struct line *line, const char *word) {
    size_t length = strlen(word);
    return line->span.length - line->next >= length && memcmp(line->span.text + line->next, word, length) == 0;
}

/* Beginnings of blocks: headings, rules, lists, definition lists, numbers of lists. */
static bool begins_block(const struct line *line, uint32_t code) {
    if (!line->afresh)
        return false;
    if (line->digits)
        return code == '.' || code == ')';
    return code == '+' || code == '-' || code == '=' || code == ':';
}

static bool has_meaning(const struct line *line, uint32_t code) {
    if (code == 0 || code >= 0x80)
        return false;
    if (strchr("\\`*_[]<>|~#$@", (int)code) != NULL)
        return true;
    const char *next = line->span.text + line->next;
    bool more = line->next < line->span.length;
    if (code == '&') /* only before what could be the name or number of a character */
        return more && (*next == '#' || is_digit((unsigned char)*next) || is_letter((unsigned char)*next));
    if (code == '!')
        return more && *next == '[';
    if (code == ':') /* addresses become links without being asked to */
        return follows(line, "//");
    if (code == '.')
        return line->next >= 4 && text_starts_nocase(next - 4, "www.");
    return false;
}

static void add_code(struct line *line, uint32_t code, bool at_edge) {
    char bytes[4];
    if (is_space(code) && at_edge) {
        buffer_format(line->out, "&#%u;", (unsigned)code); /* readers trim it otherwise */
    } else if (has_meaning(line, code) || begins_block(line, code)) {
        buffer_char(line->out, '\\');
        buffer_char(line->out, (char)code);
    } else {
        buffer_add(line->out, bytes, utf8_write(code, bytes));
    }
    line->digits = line->afresh && is_digit(code);
    line->afresh = line->digits;
}

static void add_line(struct buffer *out, struct span span, bool afresh) {
    struct line line = {.out = out, .span = span, .afresh = afresh};
    struct outgoing outgoing = {.span = span};
    uint32_t code;
    while (outgoing_next(&outgoing, &code)) {
        bool first = line.next == 0;
        line.next = outgoing.at;
        add_code(&line, code, first || outgoing.at >= span.length);
    }
}

void markdown_line(struct buffer *out, const char *text) {
    struct span rest = span_of(text);
    struct span line;
    for (bool first = true; line_next(&rest, &line); first = false) {
        if (!first)
            buffer_char(out, ' ');
        add_line(out, line, false);
    }
}

static void add_prefix(struct buffer *out, const char *prefix, bool empty_line) {
    size_t length = strlen(prefix);
    while (empty_line && length > 0 && prefix[length - 1] == ' ')
        length--;
    buffer_add(out, prefix, length);
}

void markdown_paragraphs(struct buffer *out, const char *text, const char *prefix, const char *wrap, bool afresh) {
    struct span rest = span_of(text);
    struct span paragraph;
    for (bool first = true; paragraph_next(&rest, &paragraph); first = false) {
        if (!first) {
            add_prefix(out, prefix, true);
            buffer_char(out, '\n');
            add_prefix(out, prefix, false);
        }
        buffer_text(out, wrap);
        struct span line;
        for (bool begun = false; line_next(&paragraph, &line); begun = true) {
            if (begun) {
                buffer_text(out, "\\\n");
                add_prefix(out, prefix, false);
            }
            add_line(out, line, begun || ((afresh || !first) && *wrap == '\0'));
        }
        buffer_text(out, wrap);
        buffer_char(out, '\n');
    }
}
