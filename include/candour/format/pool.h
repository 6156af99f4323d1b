/* Pool: memory for the nodes of one entry after another, used again for each.
 *
 * A long session is read entry by entry; asking the system for fresh pages each time would cost as much as parsing. A
 * pool's chunks come from an arena, which owns them; pool_empty forgets what was given and gives the same memory again,
 * as it was left. Nothing fails.
 */
#ifndef CANDOUR_FORMAT_POOL_H
#define CANDOUR_FORMAT_POOL_H

#include <stddef.h>

#include "candour/base/arena.h"

enum { POOL_CHUNK_LEAST = 8 * 1024, POOL_CHUNK_MOST = 128 * 1024 };

struct pool_chunk {
    struct pool_chunk *next;
    size_t size;
    _Alignas(16) char bytes[];
};

struct pool {
    struct arena *arena;
    struct pool_chunk *first, *current;
    size_t used; /* of the current chunk */
};

/* SIZE bytes, aligned for any node, not zeroed. */
void *pool_give(struct pool *pool, size_t size);
/* A copy of LENGTH bytes and a NUL behind it. */
char *pool_copy(struct pool *pool, const char *text, size_t length);
void pool_empty(struct pool *pool);

#endif
