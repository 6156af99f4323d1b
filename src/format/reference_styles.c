/* The two forms of the reference. */
#include <string.h>

#include "candour/base/roff.h"
#include "candour/base/text.h"
#include "reference_parts.h"

enum { WIDTH = 80, INDENT = 4 };

/* --- a terminal --- */

/* Behind INDENT blanks, no line wider than a terminal; nothing for an empty text. */
static void lines(struct teller *teller, int indent, const char *text) {
    size_t length = strlen(text);
    while (length > 0 && text[length - 1] == ' ')
        length--;
    struct text_lines wrapped = text_wrap(teller->arena, text, length, WIDTH - indent);
    for (size_t i = 0; length > 0 && i < wrapped.count; i++) {
        size_t from = wrapped.lines[i].from;
        size_t to = wrapped.lines[i].to;
        while (to > from && text[to - 1] == ' ')
            to--;
        buffer_format(teller->out, "%*s%.*s\n", indent, "", (int)(to - from), text + from);
    }
}

static void plain_paragraph(struct teller *teller, const char *text) {
    lines(teller, 0, text);
}

static void plain_chapter(struct teller *teller, const char *text) {
    buffer_format(teller->out, "\n%s\n", text);
}

static void plain_entry(struct teller *teller, const char *name, const char *text) {
    buffer_format(teller->out, "\n%s\n", name);
    lines(teller, INDENT, text);
}

static void plain_field(struct teller *teller, int depth, const char *name, const char *text, const char *more) {
    lines(teller, depth * INDENT, name);
    lines(teller, (depth + 1) * INDENT, text);
    lines(teller, (depth + 1) * INDENT, more);
}

static void plain_end(struct teller *teller) {
    (void)teller;
}

const struct style STYLE_PLAIN = {plain_paragraph, plain_chapter, plain_entry, plain_field, plain_end};

/* --- a man page: fields of fields are set in --- */

static void roff_depth(struct teller *teller, int depth) {
    for (; teller->depth < depth; teller->depth++)
        buffer_text(teller->out, ".RS\n");
    for (; teller->depth > depth; teller->depth--)
        buffer_text(teller->out, ".RE\n");
}

static void roff_paragraph(struct teller *teller, const char *text) {
    roff_text(teller->out, text);
}

static void roff_chapter(struct teller *teller, const char *text) {
    roff_depth(teller, 0);
    buffer_text(teller->out, ".SH ");
    roff_text(teller->out, text);
}

static void roff_entry(struct teller *teller, const char *name, const char *text) {
    roff_depth(teller, 0);
    buffer_text(teller->out, ".SS ");
    roff_text(teller->out, name);
    roff_text(teller->out, text);
}

static void roff_field(struct teller *teller, int depth, const char *name, const char *text, const char *more) {
    roff_depth(teller, depth - 1);
    buffer_text(teller->out, ".TP\n");
    roff_text(teller->out, name);
    roff_text(teller->out, text);
    roff_text(teller->out, more);
}

static void roff_end(struct teller *teller) {
    roff_depth(teller, 0);
}

const struct style STYLE_ROFF = {roff_paragraph, roff_chapter, roff_entry, roff_field, roff_end};
