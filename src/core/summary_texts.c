/* Lists of ids and lines, and sets of places. */
#include <stdio.h>
#include <string.h>

#include "summary_parts.h"

enum { ROOM_LEAST = 4, SAID_MOST = 8 };

/* Room doubles whenever the count is a power of two. */
void *more_room(struct arena *arena, void *items, size_t count, size_t size) {
    if (count != 0 && (count < ROOM_LEAST || (count & (count - 1)) != 0))
        return items;
    void *more = arena_array(arena, count < ROOM_LEAST ? ROOM_LEAST : count * 2, size);
    if (count > 0)
        memcpy(more, items, count * size);
    return more;
}

void texts_push(struct arena *arena, struct texts *texts, const char *text) {
    texts->items = more_room(arena, texts->items, texts->count, sizeof *texts->items);
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
