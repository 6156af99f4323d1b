/* Two lists of events made one: what both have, whose is whose, in what order, and whether it can be said so. */
#include "candour/core/merge.h"

#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "merge_parts.h"

/* --- an event in both --- */

size_t merge_target(const struct meeting *m, size_t event) {
    const struct event *turn = &m->events[event];
    if (turn->what != DO_UNDO && turn->what != DO_REDO)
        return SIZE_MAX;
    instant of = ((const struct event_of *)turn->body)->of.at;
    size_t low = 0, high = event;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (m->events[middle].at.at < of)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static size_t common_run(const struct meeting *a, const struct meeting *b) {
    size_t i = 0;
    while (i < a->event_count && i < b->event_count && a->events[i].at.at == b->events[i].at.at &&
           a->events[i].what == b->events[i].what &&
           shape_equal(event_kinds[a->events[i].what].shape, a->events[i].body, b->events[i].body))
        i++;
    return i;
}

/* Where an id or an item was put in by an earlier merge, A's event differs from B's in just that. */
static bool same_but(const struct merge *merge, const struct event *a, size_t b, const void *body) {
    const struct meeting *m = merge->from[MERGE_B];
    const struct shape *shape = event_kinds[a->what].shape;
    int32_t place = m->event_notes[b].place;
    for (size_t i = 0; i < shape->count; i++) {
        const struct field *field = &shape->fields[i];
        if (field->type == FIELD_ID || field_equal(field, a->body, body))
            continue;
        bool item = a->what >= DO_CHALLENGE && a->what <= DO_NOTE && strcmp(field->key, "item") == 0;
        if (!item || field_given(field, body) || place < 0 ||
            !text_equal(*(const char *const *)field_of(field, a->body), merge_renamed(merge, m->items[place].item->id)))
            return false;
    }
    return true;
}

/* The body of B's event as A would have it. */
static void *body_in_a(const struct merge *merge, size_t b) {
    const struct merge_copy *copy = &merge->inside->copy[MERGE_B];
    const struct event *event = &copy->m->events[b];
    size_t target = merge_target(copy->m, b);
    if (target == SIZE_MAX)
        return merge_rewritten(merge, event_kinds[event->what].shape, event->body);
    if (copy->now[target].at.at == copy->m->events[target].at.at)
        return event->body;
    struct event_of *of = arena_alloc(merge->inside->arena, sizeof *of);
    *of = *(const struct event_of *)event->body;
    of->of = copy->now[target].at;
    return of;
}

/* A's event that is B's too: at the same time, or right behind others that had taken it. */
static size_t twin_in_a(const struct merge *merge, size_t b, size_t from) {
    const struct meeting *a = merge->from[MERGE_A];
    const struct event *event = &merge->from[MERGE_B]->events[b];
    instant at = event->at.at;
    for (size_t i = from; i < a->event_count && a->events[i].at.at <= at; i++) {
        if (a->events[i].at.at < at)
            continue;
        if (a->events[i].what == event->what && merge->inside->copy[MERGE_A].twin[i] == SIZE_MAX &&
            same_but(merge, &a->events[i], b, body_in_a(merge, b)))
            return i;
        at++;
    }
    return SIZE_MAX;
}

static void pair(struct merge *merge, size_t a, size_t b) {
    struct merge_copy *copies = merge->inside->copy;
    const char *id = merge_id_made(&copies[MERGE_A].m->events[a]);
    copies[MERGE_A].twin[a] = b;
    copies[MERGE_B].twin[b] = a;
    copies[MERGE_B].now[b].at = copies[MERGE_A].m->events[a].at;
    merge->shared++;
    if (id)
        merge_rename_to(merge, b, id);
}

static void find_twins(struct merge *merge) {
    const struct meeting *a = merge->from[MERGE_A], *b = merge->from[MERGE_B];
    size_t from = merge->base;
    for (size_t i = 0; i < merge->base; i++)
        merge->inside->copy[MERGE_A].twin[i] = merge->inside->copy[MERGE_B].twin[i] = i;
    for (size_t i = merge->base; i < b->event_count; i++) {
        while (from < a->event_count && a->events[from].at.at < b->events[i].at.at)
            from++;
        size_t twin = twin_in_a(merge, i, from);
        if (twin != SIZE_MAX)
            pair(merge, twin, i);
    }
}

bool merge_shared(const struct merge *merge, struct merge_said said) {
    return merge->inside->copy[said.side].twin[said.event] != SIZE_MAX;
}

bool merge_own_event(const struct merge *merge, struct merge_said said) {
    const struct merge_copy *copy = &merge->inside->copy[said.side];
    return copy->twin[said.event] == SIZE_MAX && !copy->left[said.event];
}

bool merge_stands(const struct merge *merge, struct merge_said said) {
    return !merge->from[said.side]->event_notes[said.event].undone;
}

/* --- the clock --- */

bool merge_clock(const struct merge *merge, struct merge_said said) {
    const struct meeting *m = merge->from[said.side];
    const struct event *event = &m->events[said.event];
    if (event_kinds[event->what].clock)
        return true;
    if ((event->what != DO_SKIP && event->what != DO_PARK) || said.event == 0)
        return false;
    /* of the item that runs: its time ends there */
    int32_t before = m->event_notes[said.event - 1].place;
    return before >= 0 && text_equal(m->items[before].item->id, ((const struct event_item *)event->body)->item);
}

static bool clock_went_on(const struct merge *merge, enum merge_side side) {
    for (size_t i = merge->base; i < merge->from[side]->event_count; i++)
        if (!merge_shared(merge, (struct merge_said){side, i}) && merge_clock(merge, (struct merge_said){side, i}))
            return true;
    return false;
}

/* --- as they are to stand --- */

/* B's events, in times that nothing of A takes. What stands in both has A's. */
static void give_times(struct merge *merge) {
    const struct merge_copy *a = &merge->inside->copy[MERGE_A];
    struct merge_copy *b = &merge->inside->copy[MERGE_B];
    instant last = 0;
    size_t next = merge->base;
    for (size_t i = merge->base; i < b->m->event_count; i++) {
        struct event *now = &b->now[i];
        if (b->twin[i] != SIZE_MAX || b->left[i])
            continue;
        now->at = b->m->events[i].at;
        if (now->at.at <= last)
            now->at.at = last + 1;
        for (; next < a->m->event_count && a->now[next].at.at <= now->at.at; next++)
            now->at.at += a->now[next].at.at == now->at.at && !a->left[next];
        last = now->at.at;
        b->changed[i] = last != b->m->events[i].at.at;
    }
}

static void give_bodies(struct merge *merge) {
    struct merge_copy *b = &merge->inside->copy[MERGE_B];
    for (size_t i = merge->base; i < b->m->event_count; i++) {
        b->now[i].body = body_in_a(merge, i);
        b->changed[i] |= b->now[i].body != b->m->events[i].body;
    }
}

/* Everything behind the base that is taken, in order of time. */
static void put_in_order(struct merge *merge) {
    const struct merge_copy *a = &merge->inside->copy[MERGE_A], *b = &merge->inside->copy[MERGE_B];
    size_t x = merge->base, y = merge->base;
    merge->count = merge->taken[MERGE_A] = merge->taken[MERGE_B] = 0;
    while (x < a->m->event_count || y < b->m->event_count) {
        if (x < a->m->event_count && a->left[x]) {
            x++;
        } else if (y < b->m->event_count && (b->left[y] || b->twin[y] != SIZE_MAX)) {
            y++;
        } else {
            bool first = y == b->m->event_count || (x < a->m->event_count && a->now[x].at.at < b->now[y].at.at);
            struct merge_said said = first ? (struct merge_said){MERGE_A, x++} : (struct merge_said){MERGE_B, y++};
            const struct merge_copy *copy = &merge->inside->copy[said.side];
            merge->taken[said.side] += copy->twin[said.event] == SIZE_MAX;
            merge->events[merge->count++] = (struct merged_event){.event = copy->now[said.event], .said = said};
        }
    }
}

/* --- said again --- */

/* The base, then what follows it up to UPTO, of the side OF only the first MOST. The place of the first that is
 * refused, or SIZE_MAX. */
static size_t say_some(const struct merge *merge, struct meeting *m, size_t upto, enum merge_side of, size_t most,
                       struct refusal *refusal) {
    meeting_expect(m, merge->base + upto);
    for (size_t i = 0; i < merge->base; i++)
        meeting_apply(m, &merge->from[MERGE_A]->events[i]);
    size_t said = 0;
    for (size_t i = 0; i < upto; i++) {
        bool shared = merge_shared(merge, merge->events[i].said);
        if (merge->events[i].said.side == of && !shared && said++ >= most)
            continue;
        *refusal = meeting_apply(m, &merge->events[i].event);
        if (refusal->code != REFUSED_NOT)
            return i;
    }
    return SIZE_MAX;
}

static bool say_all(struct merge *merge) {
    struct refusal refusal = {REFUSED_NOT, NULL};
    merge->meeting = meeting_new(merge->inside->arena, merge->from[MERGE_A]->agenda);
    size_t failed = say_some(merge, merge->meeting, merge->count, MERGE_A, SIZE_MAX, &refusal);
    merge->refusal = (struct merge_refusal){.why = MERGE_GOOD};
    if (failed == SIZE_MAX)
        return true;
    merge->refusal =
        (struct merge_refusal){.why = MERGE_NO_PLACE, .event = merge->events[failed].said, .refusal = refusal};
    merge->meeting = NULL;
    return false;
}

static bool fails_with(const struct merge *merge, size_t upto, enum merge_side of, size_t most) {
    struct arena *arena = arena_new();
    struct refusal refusal;
    struct meeting *m = meeting_new(arena, merge->from[MERGE_A]->agenda);
    bool fails = say_some(merge, m, upto, of, most, &refusal) != SIZE_MAX;
    arena_free(arena);
    return fails;
}

/* The event of the other copy that is in the way: with all before it the refused one could stand, with it it cannot. */
static void find_cause(struct merge *merge) {
    struct merge_refusal *refusal = &merge->refusal;
    enum merge_side of = merge_other(refusal->event.side);
    size_t upto = 0, others = 0;
    while (merge->events[upto].said.side != refusal->event.side ||
           merge->events[upto].said.event != refusal->event.event)
        upto++;
    for (size_t i = 0; i < upto; i++)
        others += merge->events[i].said.side == of && !merge_shared(merge, merge->events[i].said);
    if (others == 0 || fails_with(merge, upto + 1, of, 0))
        return;
    size_t good = 0, bad = others;
    while (bad - good > 1) {
        size_t middle = good + (bad - good) / 2;
        *(fails_with(merge, upto + 1, of, middle) ? &bad : &good) = middle;
    }
    for (size_t i = 0; i < upto && bad > 0; i++)
        if (merge->events[i].said.side == of && !merge_shared(merge, merge->events[i].said) && --bad == 0)
            refusal->because = merge->events[i].said;
    refusal->known = true;
}

static void note_indexes(struct merge *merge) {
    for (size_t i = 0; i < merge->count; i++) {
        struct merge_said said = merge->events[i].said;
        size_t index = merge->base + i;
        struct merge_copy *copy = &merge->inside->copy[said.side];
        copy->index[said.event] = index;
        if (copy->twin[said.event] != SIZE_MAX)
            merge->inside->copy[merge_other(said.side)].index[copy->twin[said.event]] = index;
        merge->events[i].event = copy->now[said.event];
        merge->events[i].changed = copy->changed[said.event];
    }
}

/* EARLIER: what is done once is taken from the copy that did it first. */
static bool try_to(struct merge *merge, bool earlier, bool *twice) {
    *twice = merge_once(merge, earlier);
    give_times(merge);
    give_bodies(merge);
    put_in_order(merge);
    return say_all(merge);
}

/* What is done once is taken from the copy that did it later where the rest allows it, else from the other. */
static bool bring_together(struct merge *merge) {
    bool twice;
    if (try_to(merge, false, &twice) || (twice && try_to(merge, true, &twice)))
        return true;
    if (twice)
        try_to(merge, false, &twice);
    find_cause(merge);
    return false;
}

static void begin_copy(struct merge *merge, enum merge_side side) {
    struct merge_copy *copy = &merge->inside->copy[side];
    struct arena *arena = merge->inside->arena;
    size_t count = merge->from[side]->event_count;
    copy->m = merge->from[side];
    copy->twin = arena_array(arena, count, sizeof *copy->twin);
    copy->left = arena_array(arena, count, sizeof *copy->left);
    copy->now = arena_array(arena, count, sizeof *copy->now);
    copy->changed = arena_array(arena, count, sizeof *copy->changed);
    copy->index = arena_array(arena, count, sizeof *copy->index);
    for (size_t i = 0; i < count; i++) {
        copy->now[i] = copy->m->events[i];
        copy->twin[i] = SIZE_MAX;
        copy->index[i] = i < merge->base ? i : SIZE_MAX;
    }
}

static void merge_events(struct merge *merge) {
    const struct meeting *a = merge->from[MERGE_A], *b = merge->from[MERGE_B];
    merge->base = common_run(a, b);
    begin_copy(merge, MERGE_A);
    begin_copy(merge, MERGE_B);
    merge->events =
        arena_array(merge->inside->arena, a->event_count + b->event_count - 2 * merge->base, sizeof *merge->events);
    find_twins(merge);
    if (clock_went_on(merge, MERGE_A) && clock_went_on(merge, MERGE_B)) {
        merge->refusal.why = MERGE_CLOCKS;
        return;
    }
    if (!merge_rename_all(merge))
        return;
    if (!bring_together(merge))
        return;
    if (merge_keep_items(merge) && !say_all(merge))
        return;
    note_indexes(merge);
    merge_remark_all(merge);
}

struct merge *merge_meetings(const struct meeting *a, const struct meeting *b, struct arena *arena) {
    struct merge *merge = arena_alloc(arena, sizeof *merge);
    merge->inside = arena_alloc(arena, sizeof *merge->inside);
    merge->inside->arena = arena;
    merge->from[MERGE_A] = a;
    merge->from[MERGE_B] = b;
    if (merge_agendas(merge))
        merge_events(merge);
    else
        merge->refusal.why = MERGE_AGENDAS;
    return merge;
}
