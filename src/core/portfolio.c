#include "candour/core/portfolio.h"

#include <stdlib.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "portfolio_parts.h"

enum { ROOM_LEAST = 256, OWED_GROUPS = 3 };

int compare_numbers(int64_t a, int64_t b) {
    return (a > b) - (a < b);
}

int compare_parties(const char *id_a, const char *name_a, const char *id_b, const char *name_b) {
    if (id_a == NULL || id_b == NULL)
        return (id_a == NULL) - (id_b == NULL);
    int order = strcmp(id_a, id_b);
    return order != 0 || name_a == NULL || name_b == NULL ? order : strcmp(name_a, name_b);
}

/* --- numbers for addresses: an open hash table, never more than half full --- */

static struct numbered *place_of(struct numbered *rows, size_t room, const void *a, const void *b) {
    uint64_t sum = ((uint64_t)(uintptr_t)a * 31 + (uint64_t)(uintptr_t)b) * UINT64_C(0x9e3779b97f4a7c15);
    size_t at = (size_t)(sum >> 20) & (room - 1);
    while (rows[at].number != 0 && (rows[at].a != a || rows[at].b != b))
        at = (at + 1) & (room - 1);
    return &rows[at];
}

uint32_t number_of(struct numbering *n, const void *a, const void *b) {
    if (2 * (size_t)n->count >= n->room) {
        size_t room = n->room == 0 ? ROOM_LEAST : 2 * n->room;
        struct numbered *rows = arena_array(n->arena, room, sizeof *rows);
        for (size_t i = 0; i < n->room; i++)
            if (n->rows[i].number != 0)
                *place_of(rows, room, n->rows[i].a, n->rows[i].b) = n->rows[i];
        n->rows = rows;
        n->room = room;
    }
    struct numbered *row = place_of(n->rows, n->room, a, b);
    if (row->number == 0)
        *row = (struct numbered){.a = a, .b = b, .number = ++n->count};
    return row->number - 1;
}

/* --- each meeting once --- */

struct told {
    const struct precis *precis;
    uint32_t session;
};

static int compare_meetings(const struct precis *a, const struct precis *b) {
    int order = compare_numbers(a->opened, b->opened);
    order = order != 0 ? order : strcmp(a->board, b->board);
    return order != 0 ? order : strcmp(a->review, b->review);
}

static int by_meeting(const void *left, const void *right) {
    const struct told *a = left;
    const struct told *b = right;
    int order = compare_meetings(a->precis, b->precis);
    order = order != 0 ? order : -compare_numbers((int64_t)a->precis->events, (int64_t)b->precis->events);
    return order != 0 ? order : compare_numbers(a->session, b->session);
}

static void find_copies(struct portfolio *portfolio, struct arena *arena) {
    struct told *told = arena_array(arena, portfolio->count, sizeof *told);
    size_t count = 0;
    for (uint32_t i = 0; i < portfolio->count; i++)
        if (portfolio->sessions[i]->state == PRECIS_SESSION && portfolio->sessions[i]->opened != 0)
            told[count++] = (struct told){.precis = portfolio->sessions[i], .session = i};
    if (count > 1)
        qsort(told, count, sizeof *told, by_meeting);
    for (size_t i = 1, first = 0; i < count; i++) {
        if (compare_meetings(told[first].precis, told[i].precis) != 0) {
            first = i;
            continue;
        }
        portfolio->copy_of[told[i].session] = told[first].session;
        portfolio->copies++;
    }
}

void portfolio_begin(struct portfolio *portfolio, const struct precis *const *sessions, size_t count,
                     struct arena *arena) {
    *portfolio = (struct portfolio){.sessions = sessions, .count = (uint32_t)count};
    portfolio->copy_of = arena_raw(arena, count * sizeof *portfolio->copy_of);
    for (size_t i = 0; i < count; i++)
        portfolio->copy_of[i] = PORTFOLIO_NONE;
    find_copies(portfolio, arena);
}

bool portfolio_counts(const struct portfolio *portfolio, uint32_t session) {
    return portfolio->sessions[session]->state == PRECIS_SESSION && portfolio->copy_of[session] == PORTFOLIO_NONE;
}

/* --- outstanding --- */

/* What a row is sorted by, beside it: the rows themselves lie far apart. */
struct keyed {
    uint32_t group;
    uint32_t day; /* within its group: late ones before the others, what has no day last */
    int32_t met;
    struct portfolio_row row;
};

enum { NOT_LATE = 1 << 24, NO_DAY = 1 << 23 };

static uint32_t day_key(const struct precis_action *action) {
    uint32_t on = action->on == 0 ? (uint32_t)NO_DAY : (uint32_t)action->on;
    return action->late ? on : on + (uint32_t)NOT_LATE;
}

static int by_key(const void *left, const void *right) {
    const struct keyed *a = left;
    const struct keyed *b = right;
    int order = compare_numbers(a->group, b->group);
    order = order != 0 ? order : compare_numbers(a->day, b->day);
    order = order != 0 ? order : compare_numbers(a->met, b->met);
    order = order != 0 ? order : compare_numbers(a->row.session, b->row.session);
    return order != 0 ? order : compare_numbers(a->row.row, b->row.row);
}

struct grouping {
    enum portfolio_order order;
    struct numbering parties;
    struct keyed *keyed;
    size_t count;
    struct portfolio_group *groups; /* by number */
    size_t group_count, group_room;
};

/* The number of the group a row belongs to; SIZE_MAX: it is not listed here. */
static size_t group_of(struct grouping *g, const struct precis_action *action) {
    if ((action->kind == ACTION_AGREEMENT) == (g->order == PORTFOLIO_OWED))
        return SIZE_MAX;
    if (g->order == PORTFOLIO_BY_PARTY)
        return number_of(&g->parties, action->party, action->party_name);
    if (g->order == PORTFOLIO_BY_DAY)
        return 0;
    return action->kind == ACTION_EVIDENCE ? 0 : action->answered ? 2 : 1;
}

static struct portfolio_group *group_at(struct grouping *g, size_t number) {
    if (number >= g->group_room) {
        size_t room = g->group_room == 0 ? ROOM_LEAST : 2 * g->group_room;
        struct portfolio_group *groups = arena_array(g->parties.arena, room, sizeof *groups);
        if (g->group_room > 0)
            memcpy(groups, g->groups, g->group_room * sizeof *groups);
        g->groups = groups;
        g->group_room = room;
    }
    g->group_count = number >= g->group_count ? number + 1 : g->group_count;
    return &g->groups[number];
}

static void take_row(struct grouping *g, const struct precis *precis, struct portfolio_row row) {
    const struct precis_action *action = &precis->actions[row.row];
    size_t number = group_of(g, action);
    if (number == SIZE_MAX)
        return;
    struct portfolio_group *group = group_at(g, number);
    group->party = g->order == PORTFOLIO_BY_PARTY ? action->party : NULL;
    group->name = g->order == PORTFOLIO_BY_PARTY ? action->party_name : NULL;
    group->count++;
    group->late += action->late;
    g->keyed[g->count++] =
        (struct keyed){.group = (uint32_t)number, .day = day_key(action), .met = precis->met, .row = row};
}

struct ranked {
    struct portfolio_group group;
    uint32_t number;
};

static int by_late_and_code(const void *left, const void *right) {
    const struct portfolio_group *a = &((const struct ranked *)left)->group;
    const struct portfolio_group *b = &((const struct ranked *)right)->group;
    int order = -compare_numbers((int64_t)a->late, (int64_t)b->late);
    return order != 0 ? order : compare_parties(a->party, a->name, b->party, b->name);
}

/* The groups in their order, and each row the place of its group in it. */
static void rank_groups(struct grouping *g, struct arena *arena) {
    struct ranked *ranked = arena_array(arena, g->group_count, sizeof *ranked);
    uint32_t *places = arena_array(arena, g->group_count, sizeof *places);
    for (size_t i = 0; i < g->group_count; i++)
        ranked[i] = (struct ranked){.group = g->groups[i], .number = (uint32_t)i};
    if (g->order == PORTFOLIO_BY_PARTY && g->group_count > 1)
        qsort(ranked, g->group_count, sizeof *ranked, by_late_and_code);
    size_t from = 0;
    for (size_t i = 0; i < g->group_count; i++) {
        places[ranked[i].number] = (uint32_t)i;
        g->groups[i] = ranked[i].group;
        g->groups[i].from = from;
        from += g->groups[i].count;
    }
    for (size_t i = 0; i < g->count; i++)
        g->keyed[i].group = places[g->keyed[i].group];
}

void portfolio_actions(const struct portfolio *portfolio, enum portfolio_order order, struct arena *arena,
                       struct portfolio_actions *out) {
    struct grouping g = {.order = order, .parties.arena = arena};
    size_t most = 0;
    *out = (struct portfolio_actions){0};
    for (uint32_t i = 0; i < portfolio->count; i++)
        most += portfolio->sessions[i]->action_count;
    g.keyed = arena_raw(arena, most * sizeof *g.keyed);
    for (size_t i = 0; order == PORTFOLIO_OWED && i < OWED_GROUPS; i++)
        group_at(&g, i);
    for (uint32_t i = 0; i < portfolio->count; i++)
        for (uint32_t k = 0; portfolio_counts(portfolio, i) && k < portfolio->sessions[i]->action_count; k++)
            take_row(&g, portfolio->sessions[i], (struct portfolio_row){i, k});
    rank_groups(&g, arena);
    if (g.count > 1)
        qsort(g.keyed, g.count, sizeof *g.keyed, by_key);
    out->rows = arena_raw(arena, g.count * sizeof *out->rows);
    for (size_t i = 0; i < g.count; i++)
        out->rows[i] = g.keyed[i].row;
    out->groups = g.groups;
    out->group_count = g.group_count;
    out->count = g.count;
    for (size_t i = 0; i < g.group_count; i++)
        out->late += g.groups[i].late;
}
