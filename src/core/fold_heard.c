/* Who was heard where: how often, by item and agency. */
#include <stdlib.h>
#include <string.h>

#include "candour/base/arena.h"
#include "fold.h"

static uint64_t key_of(uint32_t place, int32_t agency) {
    return ((uint64_t)place << 32 | (uint32_t)agency) + 1;
}

static struct heard_cell *cell_of(const struct meeting_inside *inside, uint64_t key) {
    uint32_t at = (uint32_t)(key * 0x9E3779B97F4A7C15U >> 32) & (inside->rooms[HEARD].capacity - 1);
    while (inside->heard[at].key != 0 && inside->heard[at].key != key)
        at = (at + 1) & (inside->rooms[HEARD].capacity - 1);
    return &inside->heard[at];
}

/* The old cells stay as they are for the journal, whose words may point into them. */
static void cells_grow(struct meeting *m) {
    struct meeting_inside *inside = m->inside;
    const struct heard_cell *old = inside->heard;
    uint32_t count = inside->rooms[HEARD].capacity;
    journal_keep(m, &inside->heard_used, sizeof inside->heard_used);
    CHANGE(m, inside->heard, room_grow(m, HEARD, sizeof *inside->heard));
    memset(inside->heard, 0, inside->rooms[HEARD].capacity * sizeof *inside->heard);
    for (uint32_t i = 0; i < count; i++)
        if (old[i].key != 0)
            *cell_of(inside, old[i].key) = old[i];
}

void heard_count(struct meeting *m, int32_t place, const char *agency, int by) {
    struct meeting_inside *inside = m->inside;
    int32_t column = agency_place(m, agency);
    if (place < 0 || column < 0)
        return;
    if (inside->heard_used * 4 >= inside->rooms[HEARD].capacity * 3)
        cells_grow(m);
    struct heard_cell *cell = cell_of(inside, key_of((uint32_t)place, column));
    if (cell->key == 0) {
        cell->key = key_of((uint32_t)place, column);
        inside->heard_used++;
    }
    CHANGE(m, cell->count, cell->count + (uint32_t)by);
}

void effect_heard(struct meeting *m, struct act act) {
    const struct event_heard *heard = act.event->body;
    heard_count(m, m->current, heard->agency, 1);
}

bool meeting_heard(const struct meeting *meeting, uint32_t place, const char *agency) {
    int32_t column = agency_place(meeting, agency);
    if (column < 0 || meeting->inside->heard == NULL)
        return false;
    return cell_of(meeting->inside, key_of(place, column))->count > 0;
}

static int by_agency_and_item(const void *a, const void *b) {
    const uint64_t *x = a, *y = b;
    return *x < *y ? -1 : *x > *y;
}

const uint64_t *heard_pairs(const struct meeting *m, struct arena *arena, size_t *count) {
    const struct meeting_inside *inside = m->inside;
    size_t capacity = inside->heard ? inside->rooms[HEARD].capacity : 0;
    uint64_t *pairs = arena_array(arena, capacity, sizeof *pairs);
    *count = 0;
    for (size_t i = 0; i < capacity; i++)
        if (inside->heard[i].count > 0)
            pairs[(*count)++] = (inside->heard[i].key - 1) << 32 | (inside->heard[i].key - 1) >> 32;
    qsort(pairs, *count, sizeof *pairs, by_agency_and_item);
    return pairs;
}
