/* Response times over many sessions: how many, the median, the longest. */
#include <stdlib.h>

#include "candour/base/arena.h"
#include "portfolio_parts.h"

struct timed {
    uint32_t party, kind;
    int64_t ms;
    struct portfolio_row row;
};

static int by_party_and_kind(const void *left, const void *right) {
    const struct timed *a = left;
    const struct timed *b = right;
    int order = compare_numbers(a->party, b->party);
    order = order != 0 ? order : compare_numbers(a->kind, b->kind);
    order = order != 0 ? order : compare_numbers(a->ms, b->ms);
    order = order != 0 ? order : compare_numbers(a->row.session, b->row.session);
    return order != 0 ? order : compare_numbers(a->row.row, b->row.row);
}

static int by_kind(const void *left, const void *right) {
    const struct timed *a = left;
    const struct timed *b = right;
    int order = compare_numbers(a->kind, b->kind);
    return order != 0 ? order : compare_numbers(a->ms, b->ms);
}

static int by_code(const void *left, const void *right) {
    const struct portfolio_times_of *a = left;
    const struct portfolio_times_of *b = right;
    return compare_parties(a->party, a->name, b->party, b->name);
}

/* COUNT of one kind, the shortest first. */
static struct portfolio_figures figures_of(const struct timed *list, size_t count) {
    const struct timed *middle = list + count / 2;
    const struct timed *last = list + count - 1;
    int64_t median = count % 2 == 1 ? middle->ms : (middle[-1].ms + middle->ms) / 2;
    return (struct portfolio_figures){.count = count, .median = median, .longest = last->row, .most = last->ms};
}

static void sum_up(const struct timed *list, size_t count, struct portfolio_times_of *of) {
    for (size_t from = 0, to; from < count; from = to) {
        for (to = from; to < count && list[to].kind == list[from].kind; to++)
            continue;
        of->figures[list[from].kind] = figures_of(list + from, to - from);
    }
}

struct timing {
    const struct portfolio *portfolio;
    struct numbering numbers;
    struct timed *list;
    size_t count;
    struct portfolio_times_of *parties; /* by number */
};

static struct portfolio_times_of *party_at(struct timing *t, const char *party, const char *name, uint32_t *number) {
    *number = number_of(&t->numbers, party, name);
    struct portfolio_times_of *of = &t->parties[*number];
    of->party = party;
    of->name = name;
    return of;
}

static void take_session(struct timing *t, uint32_t session) {
    const struct precis *precis = t->portfolio->sessions[session];
    uint32_t number;
    for (uint32_t i = 0; i < precis->time_count; i++) {
        const struct precis_time *time = &precis->times[i];
        party_at(t, time->party, time->party_name, &number);
        t->list[t->count++] = (struct timed){
            .party = number, .kind = (uint32_t)time->kind, .ms = time->ms, .row = {.session = session, .row = i}};
    }
    for (uint32_t i = 0; i < precis->action_count; i++) {
        const struct precis_action *action = &precis->actions[i];
        if (action->kind == ACTION_ANSWER && !action->answered && action->party != NULL)
            party_at(t, action->party, action->party_name, &number)->waiting++;
    }
}

/* As many parties as there can be. */
static void make_room(struct timing *t, struct arena *arena) {
    size_t times = 0;
    size_t actions = 0;
    for (uint32_t i = 0; i < t->portfolio->count; i++) {
        times += t->portfolio->sessions[i]->time_count;
        actions += t->portfolio->sessions[i]->action_count;
    }
    t->list = arena_raw(arena, times * sizeof *t->list);
    t->parties = arena_array(arena, times + actions, sizeof *t->parties);
}

void portfolio_times(const struct portfolio *portfolio, struct arena *arena, struct portfolio_times *out) {
    struct timing t = {.portfolio = portfolio, .numbers.arena = arena};
    *out = (struct portfolio_times){0};
    make_room(&t, arena);
    for (uint32_t i = 0; i < portfolio->count; i++)
        if (portfolio_counts(portfolio, i))
            take_session(&t, i);
    if (t.count > 1)
        qsort(t.list, t.count, sizeof *t.list, by_party_and_kind);
    for (size_t from = 0, to; from < t.count; from = to) {
        for (to = from; to < t.count && t.list[to].party == t.list[from].party; to++)
            continue;
        sum_up(t.list + from, to - from, &t.parties[t.list[from].party]);
    }
    out->parties = t.parties;
    out->party_count = t.numbers.count;
    for (size_t i = 0; i < out->party_count; i++)
        out->all.waiting += t.parties[i].waiting;
    if (out->party_count > 1)
        qsort(t.parties, out->party_count, sizeof *t.parties, by_code);
    if (t.count > 1)
        qsort(t.list, t.count, sizeof *t.list, by_kind);
    sum_up(t.list, t.count, &out->all);
}
