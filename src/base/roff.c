#include "candour/base/roff.h"

#include <stdbool.h>
#include <string.h>

enum { WIDTH = 76 };

static void escaped(struct buffer *out, const char *text, size_t length) {
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '\\') {
            buffer_text(out, "\\e");
        } else if (text[i] == '-') {
            buffer_text(out, "\\-");
        } else {
            buffer_char(out, text[i]);
        }
    }
}

void roff_word(struct buffer *out, const char *text) {
    if (*text == '.' || *text == '\'') {
        buffer_text(out, "\\&");
    }
    escaped(out, text, strlen(text));
}

/* A line is broken between words only: roff fills paragraphs itself. */
static void filled(struct buffer *out, const char *text, size_t length) {
    size_t begun = out->length;
    for (size_t at = 0; at < length;) {
        at += strspn(text + at, " ");
        size_t end = at;
        while (end < length && text[end] != ' ') {
            end++;
        }
        if (end == at) {
            break;
        }
        size_t used = out->length - begun;
        if (used > 0 && used + 1 + (end - at) > WIDTH) {
            buffer_char(out, '\n');
            begun = out->length;
            used = 0;
        }
        if (used > 0) {
            buffer_char(out, ' ');
        } else if (text[at] == '.' || text[at] == '\'') {
            buffer_text(out, "\\&");
        }
        escaped(out, text + at, end - at);
        at = end;
    }
    if (out->length > begun) {
        buffer_char(out, '\n');
    }
}

void roff_text(struct buffer *out, const char *text) {
    bool first = true;
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        if (length > 0) {
            buffer_text(out, first ? "" : ".PP\n");
            filled(out, text, length);
            first = false;
        }
        text += length + (text[length] == '\n');
    }
}
