#include "candour/base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* A short-lived arena (a message, a frame) lives in its first few kilobytes from malloc; a loaded meeting goes on in
 * mapped blocks, which the system really gets back and which are zero without being written. */
enum { FIRST_SIZE = 4096, BLOCK_LEAST = 32 * 1024, BLOCK_MOST = 256 * 1024, ALIGN_LEAST = 8, ALIGN_MOST = 16 };
enum { HEAD_SIZE = 32, SPARE_MOST = 16 * BLOCK_MOST };

struct block {
    struct block *next;
    size_t size;
    size_t dirty; /* bytes from its start that may not be zero */
};

struct arena {
    char *at;
    char *end;
    char *clean;           /* from here to `end` every byte is zero */
    struct block *current; /* that `at` is in; NULL: the first kilobytes */
    struct block *blocks;
    size_t block_size; /* of the next one */
    size_t held;
    size_t first_dirty;
    struct arena *lender; /* whose spare blocks it uses; NULL: it asks the system alone */
    struct block *spare;  /* of one that is emptied: to be used again */
    size_t spare_size;
};

static void begin_first(struct arena *arena) {
    arena->current = NULL;
    arena->at = (char *)(arena + 1);
    arena->end = (char *)arena + FIRST_SIZE;
    arena->clean = arena->at + arena->first_dirty;
    arena->block_size = BLOCK_LEAST;
}

struct arena *arena_new(void) {
    struct arena *arena = calloc(1, FIRST_SIZE);
    if (arena == NULL)
        abort();
    begin_first(arena);
    arena->held = FIRST_SIZE;
    return arena;
}

struct arena *arena_new_again(void) {
    struct arena *arena = arena_new();
    arena->lender = arena;
    return arena;
}

struct arena *arena_within(struct arena *lender) {
    struct arena *arena = arena_new();
    arena->lender = lender->lender;
    return arena;
}

/* What was used of the current block is noted, for it may be used again. */
static void leave_current(struct arena *arena) {
    char *start = arena->current == NULL ? (char *)(arena + 1) : (char *)arena->current;
    char *dirty = arena->at > arena->clean ? arena->at : arena->clean;
    if (arena->current == NULL)
        arena->first_dirty = (size_t)(dirty - start);
    else
        arena->current->dirty = (size_t)(dirty - start);
}

/* Blocks that are done with: to the lender, as far as it may keep them, else back to the system. */
static void give_back(struct arena *arena) {
    struct arena *lender = arena->lender;
    for (struct block *block = arena->blocks, *next; block != NULL; block = next) {
        next = block->next;
        if (lender != NULL && lender->spare_size + block->size <= SPARE_MOST) {
            block->next = lender->spare;
            lender->spare = block;
            lender->spare_size += block->size;
        } else {
            munmap(block, block->size);
        }
    }
    arena->blocks = NULL;
}

void arena_empty(struct arena *arena) {
    leave_current(arena);
    give_back(arena);
    arena->held = FIRST_SIZE;
    begin_first(arena);
}

void arena_free(struct arena *arena) {
    if (arena == NULL)
        return;
    if (arena->lender == arena)
        arena->lender = NULL;
    else
        leave_current(arena);
    give_back(arena);
    for (struct block *block = arena->spare, *next; block != NULL; block = next) {
        next = block->next;
        munmap(block, block->size);
    }
    free(arena);
}

/* The smallest spare block of at least SIZE bytes that is not far too large; NULL: none. */
static struct block *block_again(struct arena *lender, size_t size) {
    struct block **best = NULL;
    for (struct block **at = &lender->spare; *at != NULL; at = &(*at)->next)
        if ((*at)->size >= size && (*at)->size / 8 <= size && (best == NULL || (*at)->size < (*best)->size))
            best = at;
    if (best == NULL)
        return NULL;
    struct block *block = *best;
    *best = block->next;
    lender->spare_size -= block->size;
    return block;
}

#ifdef MAP_POPULATE
enum { ALL_AT_ONCE = MAP_POPULATE };
#else
enum { ALL_AT_ONCE = 0 };
#endif

/* An arena that came to blocks of this size will fill them: their pages are had for a fraction of what they cost one by
 * one. */
static struct block *block_map(size_t size) {
    int flags = MAP_PRIVATE | MAP_ANONYMOUS | (size >= BLOCK_MOST ? ALL_AT_ONCE : 0);
    struct block *block = mmap(NULL, size, PROT_READ | PROT_WRITE, flags, -1, 0);
    if (block == MAP_FAILED)
        abort();
    block->size = size;
    block->dirty = HEAD_SIZE;
    return block;
}

static struct block *block_take(struct arena *arena, size_t size) {
    struct block *block = arena->lender == NULL ? NULL : block_again(arena->lender, size);
    if (block == NULL)
        block = block_map(size);
    block->next = arena->blocks;
    arena->blocks = block;
    arena->held += block->size;
    return block;
}

struct piece {
    char *bytes;
    size_t dirty; /* bytes of it that may not be zero */
};

/* What is large against a block gets one of its own, so that the rest of the current block is not thrown away. */
static struct piece give_large(struct arena *arena, size_t size) {
    if (size > SIZE_MAX / 2)
        abort();
    struct block *block = block_take(arena, size + HEAD_SIZE);
    size_t dirty = block->dirty - HEAD_SIZE;
    if (block->dirty < size + HEAD_SIZE)
        block->dirty = size + HEAD_SIZE;
    return (struct piece){(char *)block + HEAD_SIZE, dirty < size ? dirty : size};
}

static void begin_block(struct arena *arena) {
    leave_current(arena);
    struct block *block = block_take(arena, arena->block_size);
    arena->current = block;
    arena->at = (char *)block + HEAD_SIZE;
    arena->end = (char *)block + block->size;
    arena->clean = (char *)block + block->dirty;
    if (arena->block_size < BLOCK_MOST)
        arena->block_size *= 2;
}

static struct piece give(struct arena *arena, size_t size, size_t align) {
    _Static_assert(sizeof(struct block) <= HEAD_SIZE, "a block's first piece is behind its head");
    _Static_assert(HEAD_SIZE % ALIGN_MOST == 0, "and aligned");
    size_t skip = (size_t)(-(uintptr_t)arena->at) & (align - 1);
    size_t left = (size_t)(arena->end - arena->at);
    if (skip > left || size > left - skip) {
        if (size > arena->block_size / 4)
            return give_large(arena, size);
        begin_block(arena);
        skip = 0;
    }
    char *piece = arena->at + skip;
    arena->at = piece + size;
    if (piece >= arena->clean)
        return (struct piece){piece, 0};
    size_t dirty = (size_t)(arena->clean - piece);
    return (struct piece){piece, dirty < size ? dirty : size};
}

void *arena_alloc(struct arena *arena, size_t size) {
    struct piece piece = give(arena, size, size % ALIGN_MOST == 0 ? ALIGN_MOST : ALIGN_LEAST);
    if (piece.dirty > 0)
        memset(piece.bytes, 0, piece.dirty);
    return piece.bytes;
}

void *arena_raw(struct arena *arena, size_t size) {
    return give(arena, size, ALIGN_MOST).bytes;
}

void *arena_array(struct arena *arena, size_t count, size_t size) {
    if (size != 0 && count > SIZE_MAX / size)
        abort();
    return arena_alloc(arena, count * size);
}

char *arena_copy(struct arena *arena, const char *text, size_t length) {
    if (length == SIZE_MAX)
        abort();
    char *copy = give(arena, length + 1, 1).bytes;
    if (length > 0)
        memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
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
    char *text = give(arena, (size_t)length + 1, 1).bytes;
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
