#include "report_said.h"

const char *capital(struct arena *arena, const char *text) {
    if (text == NULL || text[0] < 'a' || text[0] > 'z') {
        return text;
    }
    char *out = arena_text(arena, text);
    out[0] = (char)(out[0] - 'a' + 'A');
    return out;
}

const char *said_day(struct arena *arena, day d) {
    char words[64];
    return d == 0 ? NULL : arena_text(arena, day_in_words(d, words, sizeof words));
}

const char *said_clock(struct arena *arena, struct stamp stamp) {
    char clock[CLOCK_SIZE];
    return stamp.at == 0 ? NULL : arena_text(arena, stamp_clock(stamp, clock));
}

const char *said_choice(struct arena *arena, const struct choices *choices, int value, const char *otherwise) {
    if (value == 0) {
        return otherwise;
    }
    char *words = arena_text(arena, choice_word(choices, value));
    for (char *c = words; *c != '\0'; c++) {
        *c = *c == '-' ? ' ' : *c;
    }
    return capital(arena, words);
}

const char *said_count(struct arena *arena, size_t count, const char *one, const char *many) {
    return arena_format(arena, "%zu %s", count, count == 1 ? one : many);
}

const char *said_both(struct arena *arena, const char *a, const char *between, const char *b) {
    if (a == NULL || b == NULL) {
        return a == NULL ? b : a;
    }
    return arena_format(arena, "%s%s%s", a, between, b);
}
