#include "candour/format/pool.h"

#include <assert.h>
#include <stdalign.h>
#include <string.h>

/* Goes on to the next chunk, which is there from an earlier entry or is made now. */
static void next_chunk(struct pool *pool) {
    struct pool_chunk *next = pool->current != NULL ? pool->current->next : pool->first;
    if (next == NULL) {
        next = arena_alloc(pool->arena, sizeof *next);
        if (pool->current != NULL)
            pool->current->next = next;
        else
            pool->first = next;
    }
    pool->current = next;
    pool->used = 0;
}

static char *give(struct pool *pool, size_t size) {
    assert(size <= POOL_CHUNK);
    if (pool->current == NULL || size > POOL_CHUNK - pool->used)
        next_chunk(pool);
    char *piece = pool->current->bytes + pool->used;
    pool->used += size;
    return piece;
}

void *pool_give(struct pool *pool, size_t size) {
    size_t align = alignof(max_align_t);
    pool->used = (pool->used + align - 1) / align * align;
    if (pool->used > POOL_CHUNK)
        pool->used = POOL_CHUNK;
    return give(pool, size);
}

char *pool_copy(struct pool *pool, const char *text, size_t length) {
    char *copy = give(pool, length + 1);
    if (length > 0)
        memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

void pool_empty(struct pool *pool) {
    pool->current = NULL;
    pool->used = 0;
}
