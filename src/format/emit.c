#include "candour/format/emit.h"

#include <string.h>

#include "candour/base/text.h"
#include "candour/format/save.h"

void emit_blanks(int count, struct buffer *out) {
    for (; count > 0; count--)
        buffer_char(out, ' ');
}

/* --- plain --- */

/* What some YAML reader takes for a truth value, nothing, or no number. */
static bool has_meaning(const char *text, size_t length) {
    static const char *const words[] = {"y",   "n",    "t",     "f",    "yes", "no",  "on",
                                        "off", "true", "false", "null", "nan", "inf", "infinity"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i]) == length && text_equal_nocase(text, words[i]))
            return true;
    return false;
}

static bool is_letter(uint32_t code) {
    return (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z');
}

static bool is_bidi(uint32_t code) {
    return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069);
}

static bool must_escape(uint32_t code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029 || code == 0xFEFF ||
           is_bidi(code) || (code & 0xFFFE) == 0xFFFE || (code >= 0xFDD0 && code <= 0xFDEF);
}

/* Spaces beyond ASCII, which some reader might strip or fold. */
static bool is_odd_space(uint32_t code) {
    return code == 0xA0 || code == 0x1680 || code == 0x180E || (code >= 0x2000 && code <= 0x200B) || code == 0x202F ||
           code == 0x205F || code == 0x3000;
}

static bool may_stand_plain(uint32_t code) {
    if (code >= 0x80)
        return !must_escape(code) && !is_odd_space(code);
    return is_letter(code) || (code >= '0' && code <= '9') ||
           (code != 0 && strchr(" _.-'(),;/?!&+", (int)code) != NULL);
}

bool emit_is_plain(const char *text, size_t length) {
    uint32_t code = 0;
    uint32_t before = ' ';
    if (has_meaning(text, length))
        return false;
    for (size_t at = 0; at < length; before = code) {
        size_t size = utf8_read(text + at, length - at, &code);
        if (size == 0 || !may_stand_plain(code) || (code == ' ' && before == ' ') ||
            (at == 0 && !is_letter(code) && code < 0xC0))
            return false;
        at += size;
    }
    return before != ' '; /* nor is the empty text plain */
}

/* --- blocks --- */

static bool line_fits(const char *line, size_t length) {
    if (length > 0 && line[length - 1] == ' ')
        return false;
    for (size_t at = 0; at < length;) {
        uint32_t code;
        size_t size = utf8_read(line + at, length - at, &code);
        if (size == 0 || must_escape(code))
            return false;
        at += size;
    }
    return true;
}

static bool fits_block(const char *text, size_t length) {
    if (length == 0 || text[0] == ' ' || text[0] == '\n')
        return false;
    for (size_t at = 0; at < length;) {
        const char *end = memchr(text + at, '\n', length - at);
        size_t size = end != NULL ? (size_t)(end - text) - at : length - at;
        if (!line_fits(text + at, size))
            return false;
        at += size + 1;
    }
    return true;
}

static void write_block(const char *text, size_t length, int indent, struct buffer *out) {
    size_t ends = 0;
    while (ends < length && text[length - 1 - ends] == '\n')
        ends++;
    buffer_text(out, ends == 0 ? "|-" : ends == 1 ? "|" : "|+");
    if (ends > 0)
        length--; /* the caller's line end stands for the last one */
    for (size_t at = 0; at <= length;) {
        const char *end = at < length ? memchr(text + at, '\n', length - at) : NULL;
        size_t size = end != NULL ? (size_t)(end - text) - at : length - at;
        buffer_char(out, '\n');
        if (size > 0)
            emit_blanks(indent + 2, out);
        buffer_add(out, text + at, size);
        at += size + 1;
    }
}

/* --- quotes --- */

static void escape(uint32_t code, struct buffer *out) {
    if (code == '\n')
        buffer_text(out, "\\n");
    else if (code == '\t')
        buffer_text(out, "\\t");
    else if (code < 0x100)
        buffer_format(out, "\\x%02X", (unsigned)code);
    else if (code < 0x10000)
        buffer_format(out, "\\u%04X", (unsigned)code);
    else
        buffer_format(out, "\\U%08X", (unsigned)code);
}

static void write_quoted(const char *text, size_t length, struct buffer *out) {
    buffer_char(out, '"');
    for (size_t at = 0; at < length;) {
        uint32_t code;
        size_t size = utf8_read(text + at, length - at, &code);
        if (size == 0) { /* no text of a meeting holds such a byte; a file that held it could not be read again */
            buffer_text(out, "\\uFFFD");
            at++;
            continue;
        }
        if (code == '"' || code == '\\')
            buffer_char(out, '\\');
        if (must_escape(code))
            escape(code, out);
        else
            buffer_add(out, text + at, size);
        at += size;
    }
    buffer_char(out, '"');
}

void emit_scalar(const char *text, bool block, int indent, struct buffer *out) {
    size_t length = strlen(text);
    if (block && (length > EMIT_PLAIN_MOST || strchr(text, '\n') != NULL) && fits_block(text, length))
        write_block(text, length, indent, out);
    else if (emit_is_plain(text, length))
        buffer_add(out, text, length);
    else
        write_quoted(text, length, out);
}

void save_scalar(const char *text, bool block, int indent, struct buffer *out) {
    emit_scalar(text, block, indent, out);
}
