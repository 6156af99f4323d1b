#include "candour/format/guard_check.h"

#include <stdint.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/core/guard.h"

/* The file with its escapes as letters, and where each byte of that stands in the file. */
struct unescaped {
    char *text;
    size_t *places;
    size_t length;
};

static int hex(char c) {
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    const char *at = c == '\0' ? NULL : strchr(digits, c);
    return at == NULL ? -1 : (int)((at - digits) % 16);
}

/* The bytes of an escape at BYTES and the letter it stands for; 0 when there is none. */
static size_t escape_read(const char *bytes, size_t length, uint32_t *code) {
    size_t digits = length < 2 || bytes[0] != '\\' ? 0
                    : bytes[1] == 'x'              ? 2
                    : bytes[1] == 'u'              ? 4
                    : bytes[1] == 'U'              ? 8
                                                   : 0;
    if (digits == 0 || length < 2 + digits) {
        return 0;
    }
    *code = 0;
    for (size_t i = 0; i < digits; i++) {
        int digit = hex(bytes[2 + i]);
        if (digit < 0) {
            return 0;
        }
        *code = *code << 4 | (uint32_t)digit;
    }
    bool letter = *code >= 0x20 && *code <= 0x10ffff && (*code < 0xd800 || *code > 0xdfff);
    return letter ? 2 + digits : 0;
}

static void put(struct unescaped *out, const char *bytes, size_t length, size_t place) {
    for (size_t i = 0; i < length; i++) {
        out->places[out->length] = place;
        /* a NUL would end the text */
        out->text[out->length++] = bytes[i] == '\0' ? ' ' : bytes[i];
    }
}

static struct unescaped unescape(const char *bytes, size_t length, struct arena *arena) {
    struct unescaped out = {.text = arena_alloc(arena, length + 1),
                            .places = arena_array(arena, length + 1, sizeof *out.places)};
    for (size_t at = 0; at < length;) {
        uint32_t code;
        char letter[4];
        size_t escape = escape_read(bytes + at, length - at, &code);
        if (escape > 0) {
            put(&out, letter, utf8_write(code, letter), at);
        } else {
            put(&out, bytes + at, 1, at);
        }
        at += escape > 0 ? escape : 1;
    }
    out.places[out.length] = length;
    return out;
}

/* Goes on from the place found last, so that a file is counted through once. */
struct place {
    size_t at, line_from;
    int line;
};

static void go_to(struct place *place, const char *bytes, size_t at) {
    for (; place->at < at; place->at++) {
        if (bytes[place->at] == '\n') {
            place->line++;
            place->line_from = place->at + 1;
        }
    }
}

static int column_of(const struct place *place, const char *bytes) {
    int column = 1;
    for (size_t i = place->line_from; i < place->at; i++) {
        column += ((unsigned char)bytes[i] & 0xc0) != 0x80;
    }
    return column;
}

static void name_it(const char *file, const char *word, const char *bytes, size_t length, const struct place *place,
                    struct diags *diags) {
    struct diag *diag =
        diag_add(diags, DIAG_ERROR, file, place->line, column_of(place, bytes), "'%s' is on the guard list", word);
    if (diag == NULL) {
        return;
    }
    const char *line = bytes + place->line_from;
    const char *end = memchr(line, '\n', length - place->line_from);
    size_t columns = end == NULL ? length - place->line_from : (size_t)(end - line);
    columns -= columns > 0 && line[columns - 1] == '\r';
    diag->source = arena_copy(diags->arena, line, columns);
    diag->hint = arena_format(diags->arena, "write %s, or a code", GUARD_ROLES);
}

size_t guard_check(const char *file, const char *bytes, size_t length, const char *const *words, size_t count,
                   struct diags *diags) {
    struct arena *arena = arena_new();
    struct unescaped text = unescape(bytes, length, arena);
    struct place place = {.line = 1};
    size_t found = 0;
    size_t from, to;
    const char *word;
    for (size_t at = 0; (word = guard_find(text.text + at, words, count, &from, &to)) != NULL; at += to) {
        go_to(&place, bytes, text.places[at + from]);
        name_it(file, word, bytes, length, &place, diags);
        found++;
    }
    if (found > 0) {
        diags_sort(diags);
    }
    arena_free(arena);
    return found;
}
