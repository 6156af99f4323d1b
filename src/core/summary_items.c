/* Items: time planned, granted and used, and what was recorded while each was taken. */
#include "candour/core/reading.h"
#include "fold.h"
#include "summary_parts.h"

/* The record an event is about, for those that are nothing once it is withdrawn. */
static bool about_withdrawn(const struct meeting *m, const struct event *event) {
    const char *id = NULL;
    if (event->what == DO_AMEND || event->what == DO_ASSENT)
        id = record_id(event->body);
    const struct record_state *record = id ? meeting_record(m, id) : NULL;
    return record && record->withdrawn;
}

static bool says_something(enum event_do what) {
    return what == DO_POSITION || what == DO_AMEND || what == DO_ASSENT || what == DO_REJECT || what == DO_AS_IS ||
           what == DO_READBACK || what == DO_ASSESS;
}

static void count_at(const struct summing *w, struct item_summary *const *rows, int32_t place) {
    if (place >= 0 && (uint32_t)place < w->m->item_count)
        rows[place]->recorded++;
}

/* What is said once the meeting was left is follow-up, and no part of the item it was left on. */
static void count_said(const struct summing *w, struct item_summary *const *rows) {
    const struct meeting *m = w->m;
    bool left = false;
    for (size_t i = 0; i < m->event_count; i++) {
        enum event_do what = m->events[i].what;
        if (!event_stands(m, i))
            continue;
        if (what == DO_ADJOURN || what == DO_CLOSE || what == DO_REOPEN)
            left = what != DO_REOPEN;
        if (!left && says_something(what) && !about_withdrawn(m, &m->events[i]))
            count_at(w, rows, m->event_notes[i].place);
    }
}

/* One that some may not read was recorded all the same. */
static void count_records(const struct summing *w, struct item_summary *const *rows) {
    for (size_t i = 0; i < w->m->record_count; i++)
        if (!w->m->records[i].withdrawn || w->m->records[i].withheld)
            count_at(w, rows, w->m->records[i].place);
}

static void judge(const struct summing *w, struct item_summary *row) {
    const struct item_state *item = &w->m->items[row->place];
    bool decision = item->item->purpose == PURPOSE_DECISION;
    int64_t due = item->added ? item->granted : item->planned;
    row->reached = item->stage == ITEM_VISITED || item->starts > 0;
    row->left = item->stage == ITEM_VISITED && (w->ended || (int32_t)row->place != w->m->current);
    row->empty = decision && row->left && row->recorded == 0;
    row->rushed = decision && row->left && row->used * 2 < due;
}

static void share(struct time_share *sum, const struct item_summary *row) {
    sum->planned += row->planned;
    sum->granted += row->granted;
    sum->used += row->used;
}

static void add_not_reached(struct summing *w) {
    const struct meeting *m = w->m;
    bool closed = m->status == MEETING_CLOSED || m->status == MEETING_CONFIRMED;
    for (uint32_t i = 0; closed && i < m->item_count; i++)
        if (m->items[i].stage == ITEM_TO_COME)
            texts_push(w->arena, &w->s->not_reached, m->items[i].item->id);
}

void sum_times(struct summing *w) {
    const struct meeting *m = w->m;
    struct summary *s = w->s;
    s->item_count = m->item_count;
    s->items = arena_array(w->arena, s->item_count, sizeof *s->items);
    for (size_t i = 0; i < s->item_count; i++) {
        struct item_summary *row = &s->items[i];
        const struct item_state *item = &m->items[m->order[i]];
        row->place = m->order[i];
        row->planned = item->planned;
        row->granted = item->granted;
        row->used = meeting_used(m, row->place, w->clock);
        share(&s->purposes[item->item->purpose], row);
        share(&s->total, row);
    }
    add_not_reached(w);
}

void sum_items(struct summing *w) {
    struct summary *s = w->s;
    struct item_summary **rows = arena_array(w->arena, s->item_count, sizeof(struct item_summary *));
    for (size_t i = 0; i < s->item_count; i++)
        rows[s->items[i].place] = &s->items[i];
    count_records(w, rows);
    count_said(w, rows);
    for (size_t i = 0; i < s->item_count; i++)
        judge(w, &s->items[i]);
}

/* --- remarks --- */

void remark_item_empty(struct summing *w, enum remark_kind kind) {
    struct texts ids = {.items = NULL};
    for (size_t i = 0; i < w->s->item_count; i++)
        if (w->s->items[i].empty)
            texts_push(w->arena, &ids, w->m->items[w->s->items[i].place].item->id);
    remark_list(w, kind, "Left with nothing recorded", &ids);
}

void remark_item_rushed(struct summing *w, enum remark_kind kind) {
    for (size_t i = 0; i < w->s->item_count; i++) {
        const struct item_summary *row = &w->s->items[i];
        const struct item_state *item = &w->m->items[row->place];
        int64_t due = item->added ? row->granted : row->planned;
        if (row->rushed)
            remark_add(w, kind, item->item->id, "%s had %d of its %d minutes", item->item->id,
                       (int)duration_minutes(row->used), (int)duration_minutes(due));
    }
}
