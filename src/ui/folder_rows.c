/* Sessions as they come: each takes its row in the order shown. */
#include <stdlib.h>
#include <string.h>

#include "folder_inside.h"

static void *resized(void *old, size_t count, size_t size) {
    void *grown = realloc(old, count * size);
    if (grown == NULL) {
        abort();
    }
    return grown;
}

static void make_room(struct folder *folder, size_t places) {
    if (places <= folder->room) {
        return;
    }
    size_t room = folder->room == 0 ? 256 : folder->room;
    while (room < places) {
        room *= 2;
    }
    folder->sessions = resized(folder->sessions, room, sizeof *folder->sessions);
    folder->order = resized(folder->order, room, sizeof *folder->order);
    folder->rank = resized(folder->rank, room, sizeof *folder->rank);
    folder->keys = resized(folder->keys, room, sizeof *folder->keys);
    memset(folder->sessions + folder->room, 0, (room - folder->room) * sizeof *folder->sessions);
    folder->room = room;
}

/* --- order --- */

static int compare(int64_t a, int64_t b) {
    return (a > b) - (a < b);
}

/* What a session is sorted by, in one number where that can be: the précis lie far apart. What has a problem comes
 * last, whatever the order: it has nothing to be sorted by. */
static uint64_t key_of(const struct folder *folder, const struct precis *precis) {
    enum folder_sort sort = folder->sort;
    if (sort == SORT_HOME) {
        return home_key(folder, precis);
    }
    if (precis->state != PRECIS_SESSION) {
        return UINT64_MAX;
    }
    uint64_t latest = (uint64_t)INT32_MAX - (uint64_t)precis->met;
    uint64_t late = UINT32_MAX / 2 - (precis->late < 1000000 ? precis->late : 1000000);
    return sort == SORT_LATE ? late << 32 | latest : sort == SORT_DATE ? latest : 0;
}

static int compare_reviews(const struct precis *a, const struct precis *b) {
    if (a->state != PRECIS_SESSION || b->state != PRECIS_SESSION) {
        return compare(a->state != PRECIS_SESSION, b->state != PRECIS_SESSION);
    }
    int order = strcmp(a->board, b->board);
    order = order != 0 ? order : strcmp(a->review, b->review);
    return order != 0 ? order : -compare(a->met, b->met);
}

static int compare_places(const struct folder *folder, uint32_t a, uint32_t b) {
    int order = folder->sort == SORT_REVIEW          ? compare_reviews(folder->sessions[a], folder->sessions[b])
                : folder->keys[a] != folder->keys[b] ? (folder->keys[a] < folder->keys[b] ? -1 : 1)
                                                     : 0;
    return order != 0 ? order : compare(a, b);
}

/* Sorts COUNT places from FROM on, by halves that are merged: stable, and nothing but what is in FOLDER decides. */
static void sort_places(const struct folder *folder, uint32_t *from, size_t count, uint32_t *spare) {
    if (count < 2) {
        return;
    }
    size_t half = count / 2;
    sort_places(folder, from, half, spare);
    sort_places(folder, from + half, count - half, spare);
    memcpy(spare, from, half * sizeof *spare);
    size_t left = 0;
    size_t right = half;
    for (size_t to = 0; left < half; to++) {
        bool take_right = right < count && compare_places(folder, from[right], spare[left]) < 0;
        from[to] = take_right ? from[right++] : spare[left++];
    }
}

static void merge_new(struct folder *folder, size_t before) {
    uint32_t *spare = resized(NULL, folder->count + 1, sizeof *spare);
    size_t added = folder->count - before;
    sort_places(folder, folder->order + before, added, spare);
    memcpy(spare, folder->order, before * sizeof *spare);
    size_t left = 0;
    size_t right = before;
    for (size_t to = 0; left < before; to++) {
        bool take_right = right < folder->count && compare_places(folder, folder->order[right], spare[left]) < 0;
        folder->order[to] = take_right ? folder->order[right++] : spare[left++];
    }
    free(spare);
}

static void rank_all(struct folder *folder) {
    for (size_t i = 0; i < folder->count; i++) {
        folder->rank[folder->order[i]] = (uint32_t)i;
    }
}

void folder_sort_all(struct folder *folder) {
    for (size_t i = 0; i < folder->count; i++) {
        uint32_t place = folder->order[i];
        folder->keys[place] = key_of(folder, folder->sessions[place]);
    }
    merge_new(folder, 0);
    rank_all(folder);
}

const char *folder_sort_word(enum folder_sort sort) {
    static const char *const words[SORTS] = {"late first", "latest meeting first", "by review"};
    return words[sort];
}

/* --- sessions --- */

bool folder_has_row(const struct folder *folder, const struct precis *precis) {
    return precis->state != PRECIS_AGENDA || (folder->home != NULL && !home_is_template(folder, precis));
}

static void look_at_board(struct folder *folder, const struct precis *precis) {
    if (precis->review == NULL || !folder_has_row(folder, precis)) {
        return;
    }
    int width = text_columns(precis->review, strlen(precis->review));
    folder->review_width = width > folder->review_width ? width : folder->review_width;
    if (folder->one_board == NULL) {
        folder->one_board = precis->board;
    }
    folder->boards_differ = folder->boards_differ || !text_equal(folder->one_board, precis->board);
}

static void count_in(struct folder *folder, const struct precis *precis, bool in) {
    size_t one = in ? 1 : (size_t)-1;
    folder->agendas += precis->state == PRECIS_AGENDA ? one : 0;
    folder->broken += precis->state == PRECIS_BROKEN || precis->state == PRECIS_UNREADABLE ? one : 0;
}

static void take_out(struct folder *folder, uint32_t place) {
    size_t row = folder->rank[place];
    folder->count--;
    memmove(folder->order + row, folder->order + row + 1, (folder->count - row) * sizeof *folder->order);
}

/* True: one that was read before. */
static bool take_one(struct folder *folder, const struct session_read *one) {
    make_room(folder, (size_t)one->place + 1);
    const struct precis *before = folder->sessions[one->place];
    if (before != NULL) {
        count_in(folder, before, false);
    }
    if (before != NULL && folder_has_row(folder, before)) {
        take_out(folder, one->place);
        rank_all(folder);
    }
    folder->read += before == NULL;
    folder->sessions[one->place] = one->precis;
    folder->keys[one->place] = key_of(folder, one->precis);
    count_in(folder, one->precis, true);
    look_at_board(folder, one->precis);
    return before != NULL;
}

/* The session that was selected before everything was read anew. */
static void look_for_wanted(struct folder *folder, uint32_t place) {
    if (folder->wanted != NULL && text_equal(folder->sessions[place]->path, folder->wanted)) {
        struct folder_spot *spot = &folder->spots[FOLDER_SESSIONS];
        *spot = (struct folder_spot){.moved = true, .place = place};
        folder->wanted = NULL;
    }
}

void folder_take_read(struct folder *folder, const struct sessions_read *read) {
    if (read->listed) {
        folder->listed = true;
        folder->files = read->files;
        folder->faults = read->faults;
        folder->fault_count = read->fault_count;
    }
    folder->done = folder->done || read->done;
    /* places that are taken out must be gone from the order before new ones are merged into it */
    for (size_t i = 0; i < read->count; i++) {
        folder_search_more(folder, read->list[i].place, take_one(folder, &read->list[i]));
    }
    size_t before = folder->count;
    for (size_t i = 0; i < read->count; i++) {
        if (folder_has_row(folder, read->list[i].precis)) {
            folder->order[folder->count++] = read->list[i].place;
        }
        look_for_wanted(folder, read->list[i].place);
    }
    if (read->count > 0) {
        merge_new(folder, before);
        rank_all(folder);
        folder->version++;
    }
}

void folder_forget(struct folder *folder) {
    const struct folder_spot *spot = &folder->spots[FOLDER_SESSIONS];
    bool selected = spot->moved && spot->place < folder->room && folder->sessions[spot->place] != NULL;
    folder->wanted = selected ? arena_text(folder->arena, folder->sessions[spot->place]->path) : NULL;
    if (folder->room > 0) {
        memset(folder->sessions, 0, folder->room * sizeof *folder->sessions);
    }
    folder->count = folder->read = folder->agendas = folder->broken = 0;
    folder->files = 0;
    folder->listed = folder->done = false;
    folder->one_board = NULL;
    folder->boards_differ = false;
    folder->review_width = 0;
    folder->faults = NULL;
    folder->fault_count = 0;
    folder->version++;
    folder_lists_free(folder);
    home_forget(folder);
    folder_search_begin(folder, arena_text(folder->scratch, folder->search.needle.bytes));
}

const char *folder_fault(const struct folder *folder, size_t n, struct arena *arena) {
    if (n < folder->fault_count) {
        return folder->faults[n];
    }
    n -= folder->fault_count;
    for (size_t i = 0; i < folder->count; i++) {
        const struct precis *precis = folder->sessions[folder->order[i]];
        bool faulty = precis->state == PRECIS_BROKEN || precis->state == PRECIS_UNREADABLE;
        if (faulty && n-- == 0) {
            return arena_format(arena, "%s: %s", precis->path,
                                precis->problem == NULL ? "cannot be read" : precis->problem);
        }
    }
    return NULL;
}
