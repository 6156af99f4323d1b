#include <utf8proc.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"

enum { BAD_BYTE = 0x110000 }; /* breaks on both sides, as a control does */

static size_t code_at(const char *text, size_t length, size_t offset, uint32_t *code) {
    size_t size = utf8_read(text + offset, length - offset, code);
    if (size > 0)
        return size;
    *code = BAD_BYTE;
    return 1;
}

/* The beginning of the code point that ends at OFFSET (over 0). */
static size_t code_before(const char *text, size_t offset) {
    uint32_t code;
    for (size_t back = 2; back <= 4 && back <= offset; back++)
        if (utf8_read(text + offset - back, back, &code) == back)
            return offset - back;
    return offset - 1;
}

static bool breaks(uint32_t before, uint32_t after, utf8proc_int32_t *state) {
    if (before == BAD_BYTE || after == BAD_BYTE) {
        *state = 0;
        return true;
    }
    return utf8proc_grapheme_break_stateful((utf8proc_int32_t)before, (utf8proc_int32_t)after, state);
}

static bool is_ascii(char c) {
    return (unsigned char)c < 0x80;
}

size_t grapheme_next(const char *text, size_t length, size_t offset) {
    if (offset >= length)
        return length;
    if (offset + 1 < length && is_ascii(text[offset]) && is_ascii(text[offset + 1]) && text[offset] != '\r')
        return offset + 1;
    utf8proc_int32_t state = 0;
    uint32_t before;
    uint32_t after;
    offset += code_at(text, length, offset, &before);
    while (offset < length) {
        size_t size = code_at(text, length, offset, &after);
        if (breaks(before, after, &state))
            break;
        before = after;
        offset += size;
    }
    return offset;
}

/* Whether there is a boundary at OFFSET, judged by the two codes beside it alone. */
static bool breaks_at(const char *text, size_t length, size_t offset) {
    utf8proc_int32_t state = 0;
    uint32_t before;
    uint32_t after;
    code_at(text, length, code_before(text, offset), &before);
    code_at(text, length, offset, &after);
    return breaks(before, after, &state);
}

/* Flags and joined emoji can only be told apart from their beginning; an ASCII character is never inside one, so the
 * search starts at the last one before OFFSET that begins a cluster. */
size_t grapheme_previous(const char *text, size_t length, size_t offset) {
    if (offset == 0)
        return 0;
    size_t start = code_before(text, offset < length ? offset : length);
    while (start > 0 && !(is_ascii(text[start]) && breaks_at(text, length, start)))
        start = code_before(text, start);
    for (;;) {
        size_t next = grapheme_next(text, length, start);
        if (next >= offset || next >= length)
            return start;
        start = next;
    }
}

/* An apostrophe is inside a word when letters stand on both sides. */
static bool is_apostrophe(uint32_t code) {
    return code == '\'' || code == 0x2019;
}

static bool is_word(uint32_t code) {
    if (code == '_')
        return true;
    if (code == BAD_BYTE)
        return false;
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

static bool in_word(const char *text, size_t length, size_t offset) {
    uint32_t code;
    if (offset >= length)
        return false;
    size_t size = code_at(text, length, offset, &code);
    if (!is_apostrophe(code))
        return is_word(code);
    uint32_t before;
    uint32_t after;
    if (offset == 0 || offset + size >= length)
        return false;
    code_at(text, length, code_before(text, offset), &before);
    code_at(text, length, offset + size, &after);
    return is_word(before) && is_word(after);
}

size_t word_next(const char *text, size_t length, size_t offset) {
    uint32_t code;
    while (in_word(text, length, offset))
        offset += code_at(text, length, offset, &code);
    while (offset < length && !in_word(text, length, offset))
        offset += code_at(text, length, offset, &code);
    return offset < length ? offset : length;
}

size_t word_previous(const char *text, size_t length, size_t offset) {
    if (offset > length)
        offset = length;
    while (offset > 0 && !in_word(text, length, code_before(text, offset)))
        offset = code_before(text, offset);
    while (offset > 0 && in_word(text, length, code_before(text, offset)))
        offset = code_before(text, offset);
    return offset;
}
