#include "candour/core/stock.h"

#include <string.h>

#include "candour/base/arena.h"

enum { ROOM_LEAST = 1024 };

/* What is kept, by a sum over its bytes: an open hash table, never more than half full. */
struct kept {
    uint64_t sum;
    size_t length;
    const void *bytes; /* NULL: free */
};

struct stock {
    struct arena *arena; /* of what is kept */
    struct arena *table; /* of the table, made anew when that grows */
    struct kept *rows;
    size_t count, room;
};

static uint64_t mixed(uint64_t sum, uint64_t eight) {
    sum = (sum ^ eight) * UINT64_C(0x9e3779b97f4a7c15);
    return sum ^ sum >> 29;
}

/* Eight bytes at a time: a block has some kilobytes. */
static uint64_t sum_of(const char *bytes, size_t length) {
    uint64_t sum = length;
    uint64_t eight = 0;
    size_t at = 0;
    for (; at + sizeof eight <= length; at += sizeof eight) {
        memcpy(&eight, bytes + at, sizeof eight);
        sum = mixed(sum, eight);
    }
    eight = 0;
    memcpy(&eight, bytes + at, length - at);
    return mixed(mixed(sum, eight), 1);
}

static struct kept *place_of(struct kept *rows, size_t room, uint64_t sum, const void *bytes, size_t length) {
    size_t at = (size_t)sum & (room - 1);
    while (rows[at].bytes != NULL &&
           (rows[at].sum != sum || rows[at].length != length || memcmp(rows[at].bytes, bytes, length) != 0))
        at = (at + 1) & (room - 1);
    return &rows[at];
}

static void grow(struct stock *stock) {
    size_t room = stock->room == 0 ? ROOM_LEAST : 2 * stock->room;
    struct arena *table = arena_new();
    struct kept *rows = arena_array(table, room, sizeof *rows);
    for (size_t i = 0; i < stock->room; i++) {
        const struct kept *row = &stock->rows[i];
        if (row->bytes != NULL)
            *place_of(rows, room, row->sum, row->bytes, row->length) = *row;
    }
    arena_free(stock->table);
    stock->table = table;
    stock->rows = rows;
    stock->room = room;
}

struct stock *stock_new(void) {
    struct arena *arena = arena_new();
    struct stock *stock = arena_alloc(arena, sizeof *stock);
    stock->arena = arena;
    return stock;
}

void stock_free(struct stock *stock) {
    if (stock == NULL)
        return;
    arena_free(stock->table);
    arena_free(stock->arena);
}

static struct kept *find(struct stock *stock, const void *bytes, size_t length) {
    if (2 * stock->count >= stock->room)
        grow(stock);
    uint64_t sum = sum_of(bytes, length);
    struct kept *row = place_of(stock->rows, stock->room, sum, bytes, length);
    if (row->bytes == NULL) {
        row->sum = sum;
        row->length = length;
        stock->count++;
    }
    return row;
}

const char *stock_text(struct stock *stock, const char *text) {
    if (text == NULL)
        return NULL;
    size_t length = strlen(text) + 1;
    struct kept *row = find(stock, text, length);
    if (row->bytes == NULL)
        row->bytes = arena_copy(stock->arena, text, length - 1);
    return row->bytes;
}

const void *stock_block(struct stock *stock, const void *bytes, size_t length) {
    struct kept *row = find(stock, bytes, length);
    if (row->bytes == NULL)
        row->bytes = memcpy(arena_raw(stock->arena, length), bytes, length);
    return row->bytes;
}

size_t stock_held(const struct stock *stock) {
    return arena_held(stock->arena) + (stock->table == NULL ? 0 : arena_held(stock->table));
}
