#include "candour/base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* A short-lived arena (a message, a frame) lives in its first few kilobytes from malloc; a loaded meeting goes on in
 * mapped blocks, which the system really gets back and which are zero without being written. */
enum { FIRST_SIZE = 4096, BLOCK_LEAST = 32 * 1024, BLOCK_MOST = 1024 * 1024, ALIGN_LEAST = 8, ALIGN_MOST = 16 };

struct block {
    struct block *next;
    size_t size;
};

struct arena {
    char *at;
    char *end;
    struct block *blocks;
    size_t block_size; /* of the next one */
    size_t held;
};

struct arena *arena_new(void) {
    struct arena *arena = calloc(1, FIRST_SIZE);
    if (arena == NULL)
        abort();
    arena->at = (char *)(arena + 1);
    arena->end = (char *)arena + FIRST_SIZE;
    arena->block_size = BLOCK_LEAST;
    arena->held = FIRST_SIZE;
    return arena;
}

void arena_free(struct arena *arena) {
    if (arena == NULL)
        return;
    for (struct block *block = arena->blocks, *next; block != NULL; block = next) {
        next = block->next;
        munmap(block, block->size);
    }
    free(arena);
}

static struct block *block_map(struct arena *arena, size_t size) {
    struct block *block = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (block == MAP_FAILED)
        abort();
    block->size = size;
    block->next = arena->blocks;
    arena->blocks = block;
    arena->held += size;
    return block;
}

/* What is large against a block gets one of its own, so that the rest of the current block is not thrown away. */
static char *give_large(struct arena *arena, size_t size) {
    if (size > SIZE_MAX / 2)
        abort();
    return (char *)block_map(arena, size + ALIGN_MOST) + ALIGN_MOST;
}

static char *give_from_new_block(struct arena *arena, size_t size) {
    _Static_assert(sizeof(struct block) <= ALIGN_MOST, "a block's first piece stays aligned");
    if (size > arena->block_size / 4)
        return give_large(arena, size);
    char *start = (char *)block_map(arena, arena->block_size);
    arena->at = start + ALIGN_MOST + size;
    arena->end = start + arena->block_size;
    if (arena->block_size < BLOCK_MOST)
        arena->block_size *= 2;
    return start + ALIGN_MOST;
}

static char *give(struct arena *arena, size_t size, size_t align) {
    size_t skip = (size_t)(-(uintptr_t)arena->at) & (align - 1);
    size_t left = (size_t)(arena->end - arena->at);
    if (skip > left || size > left - skip)
        return give_from_new_block(arena, size);
    char *piece = arena->at + skip;
    arena->at = piece + size;
    return piece;
}

void *arena_alloc(struct arena *arena, size_t size) {
    return give(arena, size, size % ALIGN_MOST == 0 ? ALIGN_MOST : ALIGN_LEAST);
}

void *arena_array(struct arena *arena, size_t count, size_t size) {
    if (size != 0 && count > SIZE_MAX / size)
        abort();
    return arena_alloc(arena, count * size);
}

char *arena_copy(struct arena *arena, const char *text, size_t length) {
    if (length == SIZE_MAX)
        abort();
    char *copy = give(arena, length + 1, 1);
    if (length > 0)
        memcpy(copy, text, length);
    return copy; /* the byte behind it is zero already */
}

char *arena_text(struct arena *arena, const char *text) {
    return text == NULL ? NULL : arena_copy(arena, text, strlen(text));
}

char *arena_format(struct arena *arena, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    char *text = arena_vformat(arena, format, arguments);
    va_end(arguments);
    return text;
}

char *arena_vformat(struct arena *arena, const char *format, va_list arguments) {
    char small[256]; /* not into the arena's own rest: what is given out later must still be zero */
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(small, sizeof small, format, arguments);
    if (length < 0)
        abort();
    char *text = give(arena, (size_t)length + 1, 1);
    if ((size_t)length < sizeof small)
        memcpy(text, small, (size_t)length + 1);
    else
        vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}

size_t arena_held(const struct arena *arena) {
    return arena->held;
}
