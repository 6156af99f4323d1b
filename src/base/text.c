#include "candour/base/text.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "candour/base/arena.h"
#include "candour/base/buffer.h"

size_t utf8_read(const char *text, size_t length, uint32_t *code) {
    const unsigned char *byte = (const unsigned char *)text;
    if (length == 0)
        return 0;
    if (byte[0] < 0x80) {
        *code = byte[0];
        return 1;
    }
    size_t size = byte[0] >= 0xf0 ? 4 : byte[0] >= 0xe0 ? 3 : 2;
    if (byte[0] < 0xc2 || byte[0] > 0xf4 || length < size)
        return 0;
    uint32_t value = byte[0] & (0x7fU >> size);
    for (size_t i = 1; i < size; i++) {
        if ((byte[i] & 0xc0) != 0x80)
            return 0;
        value = value << 6 | (byte[i] & 0x3fU);
    }
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (value < least[size] || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff))
        return 0;
    *code = value;
    return size;
}

size_t utf8_write(uint32_t code, char out[4]) {
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    size_t size = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const uint32_t lead[] = {0, 0, 0xc0, 0xe0, 0xf0};
    for (size_t i = size - 1; i > 0; i--, code >>= 6)
        out[i] = (char)(0x80 | (code & 0x3f));
    out[0] = (char)(lead[size] | code);
    return size;
}

/* Bytes from FROM on that are ASCII, eight at a time where possible. */
static size_t ascii_until(const char *text, size_t from, size_t length) {
    const uint64_t high = UINT64_C(0x8080808080808080);
    uint64_t eight;
    for (; from + sizeof eight <= length; from += sizeof eight) {
        memcpy(&eight, text + from, sizeof eight);
        if ((eight & high) != 0)
            break;
    }
    while (from < length && (unsigned char)text[from] < 0x80)
        from++;
    return from;
}

size_t utf8_invalid_at(const char *text, size_t length) {
    size_t at = 0;
    uint32_t code;
    while ((at = ascii_until(text, at, length)) < length) {
        size_t size = utf8_read(text + at, length - at, &code);
        if (size == 0)
            return at;
        at += size;
    }
    return length;
}

/* Line ends as LF, no blanks before them, none at the end of the text. */
static size_t tidy(char *text, size_t length) {
    size_t to = 0;
    for (size_t from = 0; from < length; from++) {
        char c = text[from];
        if (c == '\r') {
            if (from + 1 < length && text[from + 1] == '\n')
                continue;
            c = '\n';
        }
        while (c == '\n' && to > 0 && (text[to - 1] == ' ' || text[to - 1] == '\t'))
            to--;
        text[to++] = c;
    }
    while (to > 0 && (text[to - 1] == ' ' || text[to - 1] == '\t' || text[to - 1] == '\n'))
        to--;
    text[to] = '\0';
    return to;
}

static void add_valid(struct buffer *out, const char *text, size_t length) {
    for (size_t at = 0; at < length;) {
        size_t good = utf8_invalid_at(text + at, length - at);
        buffer_add(out, text + at, good);
        at += good;
        if (at < length) {
            buffer_text(out, "\uFFFD");
            at++;
        }
    }
}

char *text_clean(struct arena *arena, const char *text) {
    size_t length = strlen(text);
    if (ascii_until(text, 0, length) == length) {
        char *copy = arena_copy(arena, text, length);
        tidy(copy, length);
        return copy;
    }
    struct buffer valid = {0};
    add_valid(&valid, text, length);
    utf8proc_uint8_t *composed = utf8proc_NFC((const utf8proc_uint8_t *)valid.bytes);
    const char *normal = composed == NULL ? valid.bytes : (const char *)composed;
    char *copy = arena_text(arena, normal);
    tidy(copy, strlen(copy));
    free(composed);
    buffer_free(&valid);
    return copy;
}

bool text_equal(const char *a, const char *b) {
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

bool text_equal_nocase(const char *a, const char *b) {
    if (a == NULL || b == NULL)
        return a == b;
    while (*a != '\0' && lower(*a) == lower(*b))
        a++, b++;
    return lower(*a) == lower(*b);
}

bool text_starts_nocase(const char *text, const char *prefix) {
    while (*prefix != '\0' && lower(*text) == lower(*prefix))
        text++, prefix++;
    return *prefix == '\0';
}

bool text_blank(const char *text) {
    return text == NULL || text[strspn(text, " \t\r\n\v\f")] == '\0';
}
