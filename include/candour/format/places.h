/* Places: where in its file what was loaded stands, for who must point at it, or cut the file there.
 *
 * For bytes that load without a problem. Lines are from 1; offsets are into the bytes given.
 */
#ifndef CANDOUR_FORMAT_PLACES_H
#define CANDOUR_FORMAT_PLACES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "candour/base/node.h"

struct arena;

struct event_place {
    uint32_t line;
    size_t from; /* the line its `-` stands on; in a list that is not at the left margin, the line of its first key */
};

struct places {
    const struct node *sections; /* a mapping: all keys before `events`, with their values */
    size_t key;                  /* offset of the line `events:`; the length when there is none */
    uint32_t key_line;           /* 0: there is none */
    uint32_t key_column, column; /* of the key, and of its list, from 1 */
    bool block;                  /* the list is in block form */
    bool margin;                 /* and stands at the left margin, as does its key */
    struct event_place *events;
    size_t count;
};

/* False when BYTES are not what they should be. */
bool places_read(const char *bytes, size_t length, struct arena *arena, struct places *out);

#endif
