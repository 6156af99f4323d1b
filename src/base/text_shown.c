#include <string.h>
#include <utf8proc.h>
#include <wchar.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"

enum { MARK = 0xfffd, FLAG_A = 0x1f1e6, FLAG_Z = 0x1f1ff };

struct range {
    uint32_t first;
    uint32_t last;
};

static bool in_ranges(uint32_t code, const struct range *ranges, size_t count) {
    for (size_t i = 0; i < count && code >= ranges[i].first; i++)
        if (code <= ranges[i].last)
            return true;
    return false;
}

/* What a terminal would act on: C1, line and paragraph separators, bidirectional controls, annotations. */
static bool acts(uint32_t code) {
    static const struct range ranges[] = {{0x7f, 0x9f},     {0x61c, 0x61c},   {0x200e, 0x200f},
                                          {0x2028, 0x202e}, {0x2066, 0x2069}, {0xfff9, 0xfffb}};
    return in_ranges(code, ranges, sizeof ranges / sizeof *ranges);
}

/* What terminals disagree about and a reader can do without: joiners, zero-width spaces, soft hyphens, variation
 * selectors, keycaps, skin tones, tags. */
static bool vanishes(uint32_t code) {
    static const struct range ranges[] = {{0xad, 0xad},     {0x34f, 0x34f},     {0x180b, 0x180e},   {0x200b, 0x200d},
                                          {0x2060, 0x2064}, {0x206a, 0x206f},   {0x20e3, 0x20e3},   {0xfe00, 0xfe0f},
                                          {0xfeff, 0xfeff}, {0x1d173, 0x1d17a}, {0x1f3fb, 0x1f3ff}, {0xe0000, 0xe0fff}};
    return in_ranges(code, ranges, sizeof ranges / sizeof *ranges);
}

/* Code points of no width that are no marks either (later format controls) vanish as well. */
static bool is_mark(uint32_t code) {
    return utf8proc_category((utf8proc_int32_t)code) != UTF8PROC_CATEGORY_CF;
}

/* The code point to show for a stored one, 0 for none. */
static uint32_t filtered(uint32_t code, int *columns) {
    *columns = 1;
    if (code < 0x20)
        return code == '\t' || code == '\n' ? ' ' : MARK;
    if (code < 0x7f)
        return code;
    if (acts(code))
        return MARK;
    if (vanishes(code))
        return 0;
    if (code >= FLAG_A && code <= FLAG_Z)
        return 'A' + (code - FLAG_A);
    int width = wcwidth((wchar_t)code);
    if (width < 0)
        return MARK;
    if (width == 0 && !is_mark(code))
        return 0;
    *columns = width;
    return code;
}

bool shown_next(struct shown *shown, uint32_t *code, int *columns) {
    while (shown->at < shown->length) {
        uint32_t stored = MARK;
        size_t size = utf8_read(shown->text + shown->at, shown->length - shown->at, &stored);
        shown->at += size == 0 ? 1 : size;
        *code = size == 0 ? MARK : filtered(stored, columns);
        if (*code == 0)
            continue;
        if (*code == MARK || (*columns == 0 && !shown->based)) {
            *code = MARK;
            *columns = 1;
        }
        shown->based = true;
        return true;
    }
    return false;
}

static bool all_printable_ascii(const char *text, size_t length) {
    unsigned char odd = 0;
    for (size_t i = 0; i < length; i++)
        odd |= (unsigned char)((unsigned char)(text[i] - 0x20) > 0x5e);
    return odd == 0;
}

char *text_shown(struct arena *arena, const char *text, size_t length) {
    if (all_printable_ascii(text, length))
        return arena_copy(arena, text, length);
    struct shown shown = {.text = text, .length = length};
    uint32_t code;
    int columns;
    char piece[4];
    size_t needed = 0;
    while (shown_next(&shown, &code, &columns))
        needed += utf8_write(code, piece);
    char *out = arena_alloc(arena, needed + 1);
    char *to = out;
    shown = (struct shown){.text = text, .length = length};
    while (shown_next(&shown, &code, &columns)) {
        size_t size = utf8_write(code, piece);
        memcpy(to, piece, size);
        to += size;
    }
    *to = '\0';
    return out;
}

int text_columns(const char *text, size_t length) {
    struct shown shown = {.text = text, .length = length};
    /* Each ASCII byte is one column, whatever it is shown as. */
    while (shown.at < length && (unsigned char)text[shown.at] < 0x80)
        shown.at++;
    int sum = (int)shown.at;
    shown.based = shown.at > 0;
    uint32_t code;
    int columns;
    while (shown_next(&shown, &code, &columns))
        sum += columns;
    return sum;
}
