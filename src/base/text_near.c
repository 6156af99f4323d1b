#include <string.h>
#include <utf8proc.h>

#include "candour/base/arena.h"
#include "candour/base/buffer.h"
#include "candour/base/text.h"

enum { WORD_MOST = 63 };

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static size_t least(size_t a, size_t b) {
    return a < b ? a : b;
}

/* One row of the table after another; a swap looks two rows back. */
static size_t distance(const char *a, size_t a_length, const char *b, size_t b_length) {
    size_t rows[3][WORD_MOST + 1];
    size_t *before = rows[0];
    size_t *last = rows[1];
    size_t *row = rows[2];
    for (size_t j = 0; j <= b_length; j++)
        last[j] = before[j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            char x = lower(a[i - 1]);
            char y = lower(b[j - 1]);
            row[j] = least(least(last[j], row[j - 1]) + 1, last[j - 1] + (x != y));
            if (i > 1 && j > 1 && x == lower(b[j - 2]) && lower(a[i - 2]) == y)
                row[j] = least(row[j], before[j - 2] + 1);
        }
        size_t *spare = before;
        before = last;
        last = row;
        row = spare;
    }
    return last[b_length];
}

size_t text_distance(const char *a, const char *b, size_t limit) {
    while (*a != '\0' && lower(*a) == lower(*b))
        a++, b++;
    size_t a_length = strlen(a);
    size_t b_length = strlen(b);
    while (a_length > 0 && b_length > 0 && lower(a[a_length - 1]) == lower(b[b_length - 1]))
        a_length--, b_length--;
    size_t apart = a_length > b_length ? a_length - b_length : b_length - a_length;
    if (apart > limit || a_length > WORD_MOST || b_length > WORD_MOST)
        return limit + 1;
    return least(distance(a, a_length, b, b_length), limit + 1);
}

static const char *next_digit(const char *text) {
    while (*text != '\0' && (*text < '0' || *text > '9'))
        text++;
    return text;
}

static bool same_digits(const char *a, const char *b) {
    for (a = next_digit(a), b = next_digit(b); *a == *b; a = next_digit(a + 1), b = next_digit(b + 1))
        if (*a == '\0')
            return true;
    return false;
}

const char *text_nearest(const char *word, const char *const *words, size_t count) {
    size_t third = strlen(word) / 3;
    size_t limit = third < 1 ? 1 : least(third, 2);
    const char *nearest = NULL;
    for (size_t i = 0; i < count; i++) {
        if (words[i] == NULL || !same_digits(word, words[i]))
            continue;
        size_t edits = text_distance(word, words[i], limit);
        if (edits > limit)
            continue;
        nearest = words[i];
        if (edits == 0)
            break;
        limit = edits - 1; /* a later word has to be better */
    }
    return nearest;
}

static uint32_t fold(uint32_t code) {
    if (code < 0x80)
        return (uint32_t)lower((char)code);
    return (uint32_t)utf8proc_tolower(utf8proc_toupper((utf8proc_int32_t)code));
}

/* The code point at *TEXT, folded; *TEXT moves on. A byte that is not UTF-8 stands for itself only. */
static uint32_t folded(const char **text, const char *end) {
    uint32_t code;
    size_t size = utf8_read(*text, (size_t)(end - *text), &code);
    if (size == 0)
        return 0x110000U + (unsigned char)*(*text)++;
    *text += size;
    return fold(code);
}

static bool begins(const char *text, const char *end, const char *needle, const char *needle_end) {
    while (needle < needle_end) {
        if (text == end || folded(&text, end) != folded(&needle, needle_end))
            return false;
    }
    return true;
}

void text_needle_begin(struct text_needle *needle, const char *text) {
    uint32_t code;
    *needle = (struct text_needle){.text = text, .end = text + strlen(text)};
    size_t size = utf8_read(text, strlen(text), &code);
    needle->plain = size > 0;
    for (unsigned byte = 0; byte < 256; byte++)
        needle->may_begin[byte] = byte >= 0xc0 || (byte < 0x80 && size == 1 && fold(byte) == fold(code));
}

/* Where a match may begin, from AT on: by the first byte alone. */
static const char *next_begin(const struct text_needle *needle, const char *at, const char *end) {
    while (at < end && !needle->may_begin[(unsigned char)*at])
        at++;
    return at;
}

const char *text_seek(const struct text_needle *needle, const char *text, size_t length) {
    const char *end = text + length;
    if (needle->text == needle->end)
        return text;
    for (const char *at = text; at < end; folded(&at, end)) {
        if (needle->plain)
            at = next_begin(needle, at, end);
        if (at < end && begins(at, end, needle->text, needle->end))
            return at;
        if (at == end)
            return NULL;
    }
    return NULL;
}

size_t text_sought(const struct text_needle *needle, const char *at, const char *end) {
    const char *from = at;
    for (const char *code = needle->text; code < needle->end && at < end;) {
        folded(&code, needle->end);
        folded(&at, end);
    }
    return (size_t)(at - from);
}

const char *text_find(const char *text, const char *needle) {
    struct text_needle sought;
    text_needle_begin(&sought, needle);
    return text_seek(&sought, text, strlen(text));
}

static bool in_word(uint32_t code) {
    if (code >= 0x110000)
        return false;
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

char *text_words(struct arena *arena, const char *text) {
    const char *end = text + strlen(text);
    struct buffer out = {0};
    bool parted = false;
    buffer_text(&out, "");
    while (text < end) {
        uint32_t code = folded(&text, end);
        if (code == '\'' || code == 0x2019)
            continue;
        if (!in_word(code)) {
            parted = true;
            continue;
        }
        if (parted && out.length > 0)
            buffer_char(&out, ' ');
        parted = false;
        char bytes[4];
        buffer_add(&out, bytes, utf8_write(code, bytes));
    }
    char *words = arena_copy(arena, out.bytes, out.length);
    buffer_free(&out);
    return words;
}
