/* Names: a table from ids and titles to what they stand for. */
#include <string.h>

#include "candour/base/text.h"
#include "carry_parts.h"

enum { SLOTS_LEAST = 64 };

static size_t hash_of(const char *key) {
    uint32_t hash = 2166136261U;
    for (; *key; key++)
        hash = (hash ^ (unsigned char)*key) * 16777619U;
    return hash ^ hash >> 15;
}

static void put(struct names *names, size_t place) {
    size_t at = hash_of(names->list[place].key) & (names->slot_count - 1);
    while (names->slots[at])
        at = (at + 1) & (names->slot_count - 1);
    names->slots[at] = (uint32_t)place + 1;
}

static const struct name *find(const struct names *names, const char *key, uint32_t kinds, bool any) {
    if (!key || names->slot_count == 0)
        return NULL;
    for (size_t at = hash_of(key) & (names->slot_count - 1); names->slots[at];
         at = (at + 1) & (names->slot_count - 1)) {
        const struct name *name = &names->list[names->slots[at] - 1];
        if ((any || name->kind & kinds) && strcmp(name->key, key) == 0)
            return name;
    }
    return NULL;
}

const struct name *names_find(const struct names *names, const char *key, uint32_t kinds) {
    return find(names, key, kinds, false);
}

const struct name *names_any(const struct names *names, const char *key) {
    return find(names, key, 0, true);
}

void names_add(struct names *names, struct name name) {
    names->list = more_room(names->arena, names->list, names->count, sizeof *names->list);
    names->list[names->count++] = name;
    if (names->count * 2 <= names->slot_count) {
        put(names, names->count - 1);
        return;
    }
    names->slot_count = names->slot_count ? names->slot_count * 2 : SLOTS_LEAST;
    names->slots = arena_array(names->arena, names->slot_count, sizeof *names->slots);
    for (size_t i = 0; i < names->count; i++)
        put(names, i);
}

const char *names_fold(struct arena *arena, const char *text) {
    char *folded = arena_text(arena, text);
    for (char *c = folded; c && *c; c++)
        *c = *c >= 'A' && *c <= 'Z' ? (char)(*c - 'A' + 'a') : *c;
    return folded;
}
