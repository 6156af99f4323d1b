#include "candour/format/pool.h"

#include <stdalign.h>
#include <string.h>

/* A chunk of at least SIZE bytes, twice as large as the one before as long as that is small. */
static struct pool_chunk *new_chunk(struct pool *pool, size_t size) {
    size_t usual = pool->current == NULL ? POOL_CHUNK_LEAST : 2 * pool->current->size;
    usual = usual > POOL_CHUNK_MOST ? POOL_CHUNK_MOST : usual;
    size = size > usual ? size : usual;
    struct pool_chunk *chunk = arena_raw(pool->arena, sizeof *chunk + size);
    *chunk = (struct pool_chunk){.size = size};
    return chunk;
}

/* Goes on to a chunk with room for SIZE bytes, which is there from an earlier entry or is made now. */
static void next_chunk(struct pool *pool, size_t size) {
    struct pool_chunk **next = pool->current != NULL ? &pool->current->next : &pool->first;
    if (*next == NULL || (*next)->size < size) {
        struct pool_chunk *chunk = new_chunk(pool, size);
        chunk->next = *next;
        *next = chunk;
    }
    pool->current = *next;
    pool->used = 0;
}

static char *give(struct pool *pool, size_t size) {
    if (pool->current == NULL || pool->used > pool->current->size || size > pool->current->size - pool->used)
        next_chunk(pool, size);
    char *piece = pool->current->bytes + pool->used;
    pool->used += size;
    return piece;
}

void *pool_give(struct pool *pool, size_t size) {
    size_t align = alignof(max_align_t);
    pool->used = (pool->used + align - 1) / align * align;
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
