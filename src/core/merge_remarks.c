/* What must be said of a merge, beside the edits of both copies: times and texts, words that were not the same. */
#include <stdlib.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "merge_parts.h"

enum { REMARKS_LEAST = 16 };

struct merge_remark *merge_remark(struct merge *merge, enum merge_remark_kind kind, struct merge_said one,
                                  struct merge_said other) {
    struct merge_inside *inside = merge->inside;
    if (merge->remark_count == inside->remark_capacity) {
        size_t more = inside->remark_capacity == 0 ? REMARKS_LEAST : inside->remark_capacity * 2;
        struct merge_remark *grown = arena_array(inside->arena, more, sizeof *grown);
        if (merge->remark_count > 0)
            memcpy(grown, merge->remarks, merge->remark_count * sizeof *grown);
        merge->remarks = grown;
        inside->remark_capacity = more;
    }
    struct merge_remark *remark = &merge->remarks[merge->remark_count++];
    *remark = (struct merge_remark){
        .kind = kind, .one = one, .other = other, .at = inside->copy[one.side].now[one.event].at.at};
    return remark;
}

/* --- times --- */

static void remark_moved(struct merge *merge, size_t i) {
    const struct merge_copy *a = &merge->inside->copy[MERGE_A], *b = &merge->inside->copy[MERGE_B];
    instant at = b->m->events[i].at.at;
    if (b->now[i].at.at == at)
        return;
    size_t low = merge->base, high = a->m->event_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (a->now[middle].at.at < at)
            low = middle + 1;
        else
            high = middle;
    }
    struct merge_said taken = {MERGE_A, low < a->m->event_count ? low : a->m->event_count - 1};
    merge_remark(merge, MERGE_REMARK_MOVED, (struct merge_said){MERGE_B, i}, taken);
}

/* --- texts --- */

struct mentioning {
    struct merge *merge;
    struct merge_said said;
    size_t from; /* remarks before this event's */
};

static void remark_mention(void *context, const char *id) {
    struct mentioning *m = context;
    for (size_t i = m->from; i < m->merge->remark_count; i++)
        if (text_equal(m->merge->remarks[i].id, id))
            return;
    const struct event *event = &m->merge->inside->copy[m->said.side].now[m->said.event];
    const struct field *field = shape_field(event_kinds[event->what].shape, "id");
    struct merge_remark *remark = merge_remark(m->merge, MERGE_REMARK_MENTION, m->said, m->said);
    remark->id = id;
    remark->about = field ? *(const char *const *)field_of(field, event->body) : NULL;
}

static void remark_mentions(struct merge *merge, size_t i) {
    struct mentioning m = {.merge = merge, .said = {MERGE_B, i}, .from = merge->remark_count};
    const struct event *event = &merge->from[MERGE_B]->events[i];
    merge_mentions(merge, event_kinds[event->what].shape, event->body, remark_mention, &m);
}

/* --- keys of the user's own --- */

static void remark_own_keys(struct merge *merge, size_t b) {
    size_t a = merge->inside->copy[MERGE_B].twin[b];
    const struct event *event = &merge->from[MERGE_B]->events[b];
    if (a != SIZE_MAX &&
        !merge_own_equal(event_kinds[event->what].shape, merge->from[MERGE_A]->events[a].body, event->body))
        merge_remark(merge, MERGE_REMARK_OWN_KEYS, (struct merge_said){MERGE_A, a}, (struct merge_said){MERGE_B, b});
}

/* --- agreed to, or read back, in other words --- */

static const struct wording *words_at(const struct record_state *record, size_t event) {
    const struct wording *words = record->words;
    while (words && words->event > event)
        words = words->earlier;
    return words;
}

static bool same_words(const struct shape *shape, const void *a, const void *b) {
    for (size_t i = 0; i < shape->count; i++)
        if ((shape->fields[i].flags & FIELD_WORDS) && !field_equal(&shape->fields[i], a, b))
            return false;
    return true;
}

/* Was the event at INDEX said in the other copy alone? */
static bool is_others(const struct merge *merge, size_t index, enum merge_side side) {
    if (index < merge->base)
        return false;
    struct merge_said said = merge->events[index - merge->base].said;
    return said.side != side && !merge_shared(merge, said);
}

/* Was the record ID, when it was agreed to or read back, in other words than it is said to have been now? */
static void compare_words(struct merge *merge, struct merge_said said, const char *id) {
    const struct record_state *own = meeting_record(merge->from[said.side], id);
    const struct record_state *now = meeting_record(merge->meeting, id);
    if (!own || !now || own->event >= merge->base)
        return;
    const struct wording *then = words_at(own, said.event);
    const struct wording *words = words_at(now, merge->inside->copy[said.side].index[said.event]);
    if (!then || !words || same_words(record_shape(own->kind), then->value, words->value))
        return;
    while (words && !is_others(merge, words->event, said.side))
        words = words->earlier;
    if (words)
        merge_remark(merge, MERGE_REMARK_OTHER_WORDS, said, merge->events[words->event - merge->base].said)->id = id;
}

static void remark_words(struct merge *merge, struct merge_said said) {
    const struct event *event = &merge->from[said.side]->events[said.event];
    if (event->what == DO_ASSENT)
        compare_words(merge, said, ((const struct event_assent *)event->body)->id);
    if (event->what != DO_READBACK)
        return;
    const struct texts *records = &((const struct event_readback *)event->body)->records;
    for (size_t i = 0; i < records->count; i++)
        compare_words(merge, said, records->items[i]);
}

/* --- recorded in both --- */

/* What is needed of a record, but for its id. */
static bool same_record(const struct shape *shape, const void *a, const void *b) {
    for (size_t i = 0; i < shape->count; i++)
        if ((shape->fields[i].flags & FIELD_REQUIRED) && shape->fields[i].type != FIELD_ID &&
            !field_equal(&shape->fields[i], a, b))
            return false;
    return true;
}

static void remark_recorded(struct merge *merge, struct merge_said said) {
    const struct merge_copy *a = &merge->inside->copy[MERGE_A], *b = &merge->inside->copy[MERGE_B];
    const struct event *event = &b->now[said.event];
    if (said.side != MERGE_B || event->what < DO_CHALLENGE || event->what > DO_NOTE)
        return;
    for (size_t i = merge->base; i < a->m->event_count; i++) {
        struct merge_said one = {MERGE_A, i};
        if (a->m->events[i].what == event->what && merge_own_event(merge, one) && merge_stands(merge, one) &&
            same_record(event_kinds[event->what].shape, a->m->events[i].body, event->body))
            merge_remark(merge, MERGE_REMARK_SAME_WORDS, one, said)->id = merge_id_made(event);
    }
}

/* --- all of them --- */

static int by_place(const struct field *a, const struct field *b) {
    if (a == b)
        return 0;
    return (uintptr_t)a < (uintptr_t)b ? -1 : 1; /* of one shape: in schema order */
}

static int by_kind_and_time(const void *a, const void *b) {
    const struct merge_remark *x = a, *y = b;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    if (x->at != y->at)
        return x->at < y->at ? -1 : 1;
    int order = x->id && y->id ? strcmp(x->id, y->id) : 0;
    return order != 0 ? order : by_place(x->field, y->field);
}

static void remark_event(struct merge *merge, struct merge_said said) {
    if (!merge_own_event(merge, said))
        return;
    if (said.side == MERGE_B) {
        remark_moved(merge, said.event);
        remark_mentions(merge, said.event);
    }
    if (merge_stands(merge, said)) {
        remark_words(merge, said);
        remark_recorded(merge, said);
    }
}

void merge_remark_all(struct merge *merge) {
    merge_edits(merge);
    for (size_t i = 0; i < merge->count; i++)
        remark_event(merge, merge->events[i].said);
    for (size_t i = 0; i < merge->from[MERGE_B]->event_count; i++)
        remark_own_keys(merge, i);
    if (merge->remark_count > 0)
        qsort(merge->remarks, merge->remark_count, sizeof *merge->remarks, by_kind_and_time);
}
