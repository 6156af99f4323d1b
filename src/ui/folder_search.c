/* Search over all words of all sessions, a slice at a time, so that keys are answered meanwhile. */
#include <stdlib.h>
#include <string.h>

#include "folder_inside.h"

const struct precis *hit_precis(const struct folder *folder, const struct hit *hit) {
    return folder->sessions[hit->place];
}

void folder_search_free(struct folder *folder) {
    struct folder_search *search = &folder->search;
    buffer_free(&search->needle);
    free(search->hits);
    free(search->looked);
}

static void make_looked(struct folder *folder) {
    struct folder_search *search = &folder->search;
    if (search->looked_room >= folder->room) {
        return;
    }
    search->looked = realloc(search->looked, folder->room);
    if (search->looked == NULL) {
        abort();
    }
    memset(search->looked + search->looked_room, 0, folder->room - search->looked_room);
    search->looked_room = folder->room;
}

void folder_search_begin(struct folder *folder, const char *needle) {
    struct folder_search *search = &folder->search;
    buffer_clear(&search->needle);
    buffer_text(&search->needle, needle == NULL ? "" : needle);
    search->count = search->found = search->sessions = 0;
    search->next = 0;
    search->under_way = search->needle.length > 0;
    memset(search->clean, 0, sizeof search->clean);
    make_looked(folder);
    if (search->looked_room > 0) {
        memset(search->looked, 0, search->looked_room);
    }
    folder->spots[FOLDER_FOUND] = (struct folder_spot){0};
}

/* --- one session --- */

static void add_hit(struct folder_search *search, struct hit hit) {
    search->found++;
    if (search->count >= HITS_MOST) {
        return;
    }
    if (search->count == search->room) {
        search->room = search->room == 0 ? 64 : 2 * search->room;
        search->hits = realloc(search->hits, search->room * sizeof *search->hits);
        if (search->hits == NULL) {
            abort();
        }
    }
    search->hits[search->count++] = hit;
}

/* One hit for each passage: the words round it show the rest. */
static void look_through_block(struct folder_search *search, const struct text_needle *needle,
                               const struct passages *block, struct hit hit) {
    const char *bytes = passages_bytes(block);
    const char *end = bytes + block->length;
    const char *at = bytes;
    size_t before = search->found;
    while (at < end && (at = text_seek(needle, at, (size_t)(end - at))) != NULL) {
        hit.passage = passage_at(block, (size_t)(at - bytes));
        const char *text = passage_text(block, hit.passage);
        hit.at = (uint32_t)(at - text);
        hit.length = (uint32_t)text_sought(needle, at, end);
        add_hit(search, hit);
        at = text + strlen(text) + 1;
    }
    if (search->found == before) {
        search->clean[(uintptr_t)block / 64 % (sizeof search->clean / sizeof *search->clean)] = block;
    }
}

static bool is_clean(const struct folder_search *search, const struct passages *block) {
    return search->clean[(uintptr_t)block / 64 % (sizeof search->clean / sizeof *search->clean)] == block;
}

/* The bytes that were looked through. */
static size_t look_through(struct folder *folder, const struct text_needle *needle, uint32_t place) {
    struct folder_search *search = &folder->search;
    const struct precis *precis = folder->sessions[place];
    size_t bytes = 0;
    size_t before = search->found;
    for (uint32_t part = 0; part < PASSAGES_PARTS; part++) {
        const struct passages *block = precis->parts[part];
        if (block != NULL && !is_clean(search, block)) {
            look_through_block(search, needle, block, (struct hit){.place = place, .part = part});
            bytes += block->length;
        }
    }
    search->looked[place] = 1;
    search->sessions += search->found > before;
    return bytes;
}

/* --- a slice --- */

/* In the order of the list, which sessions that were read since have changed. */
static int by_rank(const struct folder *folder, const struct hit *a, const struct hit *b) {
    uint32_t left = folder->rank[a->place];
    uint32_t right = folder->rank[b->place];
    if (left != right) {
        return left < right ? -1 : 1;
    }
    if (a->part != b->part) {
        return a->part < b->part ? -1 : 1;
    }
    return a->passage < b->passage ? -1 : a->passage > b->passage;
}

static void sort_hits(const struct folder *folder, struct hit *from, size_t count, struct hit *spare) {
    if (count < 2) {
        return;
    }
    size_t half = count / 2;
    sort_hits(folder, from, half, spare);
    sort_hits(folder, from + half, count - half, spare);
    if (by_rank(folder, &from[half - 1], &from[half]) <= 0) {
        return;
    }
    memcpy(spare, from, half * sizeof *spare);
    size_t left = 0;
    size_t right = half;
    for (size_t to = 0; left < half; to++) {
        bool take_right = right < count && by_rank(folder, &from[right], &spare[left]) < 0;
        from[to] = take_right ? from[right++] : spare[left++];
    }
}

void folder_search_step(struct folder *folder) {
    struct folder_search *search = &folder->search;
    struct text_needle needle;
    size_t bytes = 0;
    if (!search->under_way) {
        return;
    }
    make_looked(folder);
    text_needle_begin(&needle, search->needle.bytes);
    while (search->next < folder->count && bytes < SEARCH_SLICE) {
        uint32_t place = folder->order[search->next++];
        if (!search->looked[place]) {
            bytes += 64 + look_through(folder, &needle, place);
        }
    }
    search->under_way = search->next < folder->count;
    if (search->count > 1) {
        struct arena *arena = arena_new();
        sort_hits(folder, search->hits, search->count, arena_raw(arena, search->count * sizeof *search->hits));
        arena_free(arena);
    }
}

/* The hits of a session that is read anew are those of the words it had. */
static void drop_hits(struct folder_search *search, uint32_t place) {
    size_t kept = 0;
    for (size_t i = 0; i < search->count; i++) {
        if (search->hits[i].place != place) {
            search->hits[kept++] = search->hits[i];
        }
    }
    search->found -= search->count - kept;
    search->sessions -= kept < search->count;
    search->count = kept;
}

void folder_search_more(struct folder *folder, uint32_t place, bool anew) {
    struct folder_search *search = &folder->search;
    if (search->needle.length == 0) {
        return;
    }
    make_looked(folder);
    search->looked[place] = 0;
    if (anew) {
        drop_hits(search, place);
    }
    search->next = 0;
    search->under_way = true;
}
