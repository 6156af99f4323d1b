/* The journal: old bytes, word by word, so that what followed an event can be taken back exactly. */
#include <assert.h>
#include <string.h>

#include "candour/base/arena.h"
#include "fold.h"

enum { CAPACITY_LEAST = 16 };

/* Blocks stay chained when they are emptied: a meeting that undoes and goes on needs no new ones. */
static void block_next(struct meeting *m) {
    struct meeting_inside *inside = m->inside;
    struct journal_block *block = inside->journal;
    if (block == NULL || block->after == NULL) {
        struct journal_block *added = arena_alloc(m->arena, sizeof *added);
        added->before = block;
        if (block)
            block->after = added;
        inside->journal = added;
    } else {
        inside->journal = block->after;
    }
    inside->journal_used = 0;
}

static struct journal_word *word_next(struct meeting *m) {
    struct meeting_inside *inside = m->inside;
    if (inside->journal == NULL || inside->journal_used == JOURNAL_BLOCK)
        block_next(m);
    inside->mark++;
    return &inside->journal->words[inside->journal_used++];
}

static void keep_word(struct meeting *m, uint64_t *word) {
    struct journal_word *kept = word_next(m);
    kept->at = word;
    memcpy(&kept->old, word, sizeof kept->old);
}

void journal_keep(struct meeting *m, void *address, size_t size) {
    size_t into = (uintptr_t)address % sizeof(uint64_t);
    char *first = (char *)address - into;
    for (size_t at = 0; at < into + size; at += sizeof(uint64_t))
        keep_word(m, (uint64_t *)(void *)(first + at));
}

void journal_order(struct meeting *m, uint32_t from, uint32_t to) {
    *word_next(m) = (struct journal_word){.at = NULL, .old = (uint64_t)from << 32 | to};
}

static void word_back(struct meeting *m, const struct journal_word *kept) {
    if (kept->at)
        memcpy(kept->at, &kept->old, sizeof kept->old);
    else
        order_move(m, (uint32_t)kept->old, (uint32_t)(kept->old >> 32));
}

void journal_back(struct meeting *m, uint32_t mark) {
    struct meeting_inside *inside = m->inside;
    assert(mark <= inside->mark);
    while (inside->mark > mark) {
        if (inside->journal_used == 0) {
            inside->journal = inside->journal->before;
            inside->journal_used = JOURNAL_BLOCK;
        }
        word_back(m, &inside->journal->words[--inside->journal_used]);
        inside->mark--;
    }
}

void journal_drop(struct meeting *m) {
    struct meeting_inside *inside = m->inside;
    while (inside->journal && inside->journal->before)
        inside->journal = inside->journal->before;
    inside->journal_used = 0;
    inside->mark = 0;
}

void *room_grow(struct meeting *m, enum vector vector, size_t size) {
    struct room *room = &m->inside->rooms[vector];
    uint32_t level = 0;
    while ((uint32_t)CAPACITY_LEAST << level <= room->capacity)
        level++;
    assert(level < sizeof room->grown / sizeof *room->grown);
    uint32_t more = (uint32_t)CAPACITY_LEAST << level;
    if (room->grown[level] == NULL)
        room->grown[level] = arena_array(m->arena, more, size);
    CHANGE(m, room->capacity, more);
    return room->grown[level];
}

void *room_move(struct meeting *m, enum vector vector, const void *things, size_t count, size_t size) {
    void *grown = room_grow(m, vector, size);
    if (count > 0)
        memcpy(grown, things, count * size);
    return grown;
}

void *fold_made(struct meeting *m, size_t index, size_t size) {
    void **made = &m->inside->made[index];
    if (*made == NULL)
        *made = arena_alloc(m->arena, size);
    return *made;
}
