/* Lists of ids and lines, and sets of places. */
#include <stdio.h>
#include <string.h>

#include "summary_parts.h"

enum { TEXTS_LEAST = 4, SAID_MOST = 8 };

/* Room doubles whenever the count is a power of two. */
void texts_push(struct arena *arena, struct texts *texts, const char *text) {
    size_t count = texts->count;
    if (count == 0 || (count >= TEXTS_LEAST && (count & (count - 1)) == 0)) {
        const char **more = arena_array(arena, count < TEXTS_LEAST ? TEXTS_LEAST : count * 2, sizeof *more);
        if (count > 0)
            memcpy(more, texts->items, count * sizeof *more);
        texts->items = more;
    }
    texts->items[texts->count++] = text;
}

const char *texts_said(struct arena *arena, const struct texts *texts) {
    size_t shown = texts->count > SAID_MOST ? SAID_MOST : texts->count;
    size_t size = sizeof " and 18446744073709551615 more";
    for (size_t i = 0; i < shown; i++)
        size += strlen(texts->items[i]) + strlen(", ");
    char *said = arena_alloc(arena, size);
    size_t at = 0;
    for (size_t i = 0; i < shown; i++)
        at += (size_t)snprintf(said + at, size - at, "%s%s", i == 0 ? "" : ", ", texts->items[i]);
    if (shown < texts->count)
        snprintf(said + at, size - at, " and %zu more", texts->count - shown);
    return said;
}

void texts_line(struct arena *arena, struct texts *texts, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    texts_push(arena, texts, arena_vformat(arena, format, arguments));
    va_end(arguments);
}

const char *plural(size_t count) {
    return count == 1 ? "" : "s";
}

struct places places_of(struct arena *arena, size_t count) {
    return (struct places){.rounds = arena_array(arena, count, sizeof(uint32_t)), .round = 1};
}

bool places_have(const struct places *places, size_t place) {
    return places->rounds[place] == places->round;
}

bool places_add(struct places *places, size_t place) {
    if (places_have(places, place))
        return false;
    places->rounds[place] = places->round;
    return true;
}
