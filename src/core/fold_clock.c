/* The clock: which item runs since when, and the spans that are closed. */
#include "candour/base/arena.h"
#include "fold.h"

static void credit(struct meeting *m, uint32_t place, int32_t finding, int64_t ms) {
    CHANGE(m, m->items[place].used, m->items[place].used + ms);
    if (finding >= 0)
        CHANGE(m, m->findings[finding].used, m->findings[finding].used + ms);
}

static void span_add(struct meeting *m, struct span span) {
    if (span.to <= span.from)
        return;
    ROOM(m, m->spans, m->span_count, SPANS);
    m->spans[m->span_count] = span;
    CHANGE(m, m->span_count, m->span_count + 1);
    credit(m, span.place, span.finding, span.to - span.from);
}

static struct span running_span(const struct meeting *m, instant t) {
    return (struct span){.place = (uint32_t)m->current, .finding = m->focus, .from = m->since, .to = t};
}

/* Takes the last span away again; its slot is about to be written anew. */
static struct span span_take(struct meeting *m) {
    struct span *last = &m->spans[m->span_count - 1];
    journal_keep(m, last, sizeof *last);
    CHANGE(m, m->span_count, m->span_count - 1);
    credit(m, last->place, last->finding, last->from - last->to);
    return *last;
}

/* A stop that is dated back may lie before a change of focus: such spans are opened again. */
void clock_stop(struct meeting *m, instant t) {
    struct span last = running_span(m, t);
    while (t < last.from && m->span_count > 0)
        last = span_take(m);
    last.to = t;
    span_add(m, last);
    CHANGE(m, m->since, t);
    CHANGE(m, m->last_clock, t);
}

void clock_pause(struct meeting *m, instant t) {
    clock_stop(m, t);
    CHANGE(m, m->status, MEETING_PAUSED);
    CHANGE(m, m->paused_at, t);
}

void clock_cut(struct meeting *m, instant t) {
    span_add(m, running_span(m, t));
    CHANGE(m, m->since, t);
}

static void clock_run(struct meeting *m, instant t) {
    CHANGE(m, m->status, MEETING_RUNNING);
    CHANGE(m, m->since, t);
    CHANGE(m, m->paused_at, 0);
    CHANGE(m, m->last_clock, t);
}

/* --- start, pause, resume --- */

static instant start_instant(const struct event *event) {
    const struct event_start *start = event->body;
    return event->at.at - (int64_t)(start->back.given ? start->back.value : 0) * MS_MINUTE;
}

struct refusal check_start(const struct meeting *m, const struct event *event) {
    const struct event_start *start = event->body;
    if (m->status == MEETING_RUNNING && meeting_item_place(m, start->item) == m->current)
        return refused(REFUSED_ALREADY_RUNNING, start->item);
    instant t = start_instant(event);
    if (t > event->at.at || (m->last_clock != 0 && t < m->last_clock))
        return refused(REFUSED_BACK_TOO_FAR, start->item);
    return accepted();
}

void effect_start(struct meeting *m, struct act act) {
    const struct event_start *start = act.event->body;
    int32_t place = meeting_item_place(m, start->item);
    struct item_state *item = &m->items[place];
    instant t = start_instant(act.event);
    if (m->status == MEETING_RUNNING)
        clock_stop(m, t);
    if (m->focus >= 0 && place != m->current)
        CHANGE(m, m->focus, -1);
    CHANGE(m, m->current, place);
    CHANGE(m, item->stage, ITEM_VISITED);
    CHANGE(m, item->starts, item->starts + 1);
    if (item->first_start == 0)
        CHANGE(m, item->first_start, t);
    if (m->first_start == 0)
        CHANGE(m, m->first_start, t);
    clock_run(m, t);
}

void effect_pause(struct meeting *m, struct act act) {
    clock_pause(m, act.event->at.at);
}

struct refusal check_resume(const struct meeting *m, const struct event *event) {
    (void)event;
    const struct item_state *item = &m->items[m->current];
    return item->stage == ITEM_VISITED ? accepted() : refused(REFUSED_ITEM_GONE, item->item->id);
}

void effect_resume(struct meeting *m, struct act act) {
    clock_run(m, act.event->at.at);
}

/* --- corrections --- */

struct refusal check_gap(const struct meeting *m, const struct event *event) {
    const struct event_gap *gap = event->body;
    if (gap->from.at > gap->until.at || gap->until.at > gap->to.at || gap->to.at > event->at.at)
        return refused(REFUSED_GAP_ORDER, NULL);
    if (m->status != MEETING_RUNNING || gap->from.at < m->last_clock)
        return refused(REFUSED_GAP_CLOCK, NULL);
    return accepted();
}

/* What a span says of the clock, but for the hole between UNTIL and TO. */
static void span_add_around(struct meeting *m, struct span span, instant until, instant to) {
    struct span before = span, behind = span;
    if (before.to > until)
        before.to = until;
    if (behind.from < to)
        behind.from = to;
    span_add(m, before);
    span_add(m, behind);
}

static struct span *cuts_room(struct meeting *m, size_t count) {
    struct meeting_inside *inside = m->inside;
    if (count > inside->cuts_capacity) {
        inside->cuts_capacity = (uint32_t)count * 2;
        inside->cuts = arena_array(m->arena, inside->cuts_capacity, sizeof *inside->cuts);
    }
    return inside->cuts;
}

/* Changes of focus since the last act of the clock closed spans that the hole may lie in: they are counted anew. */
static void cuts_add_around(struct meeting *m, instant until, instant to) {
    size_t first = m->span_count;
    while (first > 0 && m->spans[first - 1].from >= m->last_clock && m->spans[first - 1].to > until)
        first--;
    size_t count = m->span_count - first;
    struct span *cuts = cuts_room(m, count);
    for (size_t i = count; i > 0; i--)
        cuts[i - 1] = span_take(m);
    for (size_t i = 0; i < count; i++)
        span_add_around(m, cuts[i], until, to);
}

void effect_gap(struct meeting *m, struct act act) {
    const struct event_gap *gap = act.event->body;
    instant until = gap->until.at, to = gap->to.at;
    if (until < to) {
        cuts_add_around(m, until, to);
        if (m->since < to) {
            span_add(m, running_span(m, until));
            CHANGE(m, m->since, to);
        }
    }
    CHANGE(m, m->last_clock, to);
}

void effect_repair(struct meeting *m, struct act act) {
    const struct event_repair *repair = act.event->body;
    int32_t place = meeting_item_place(m, repair->item);
    struct item_state *item = &m->items[place];
    if (m->status == MEETING_RUNNING && place == m->current)
        clock_stop(m, act.event->at.at);
    CHANGE(m, item->used, (int64_t)repair->minutes.value * MS_MINUTE);
    if (item->stage == ITEM_TO_COME && repair->minutes.value > 0)
        CHANGE(m, item->stage, ITEM_VISITED);
}

/* --- the meeting as a whole --- */

void effect_open(struct meeting *m, struct act act) {
    CHANGE(m, m->opened, act.event->at.at);
}

static void leave(struct meeting *m, instant t, enum meeting_status status) {
    if (m->status == MEETING_RUNNING)
        clock_stop(m, t);
    CHANGE(m, m->status, status);
    CHANGE(m, m->paused_at, 0);
    CHANGE(m, m->last_clock, t);
}

void effect_adjourn(struct meeting *m, struct act act) {
    leave(m, act.event->at.at, MEETING_ADJOURNED);
}

void effect_close(struct meeting *m, struct act act) {
    leave(m, act.event->at.at, MEETING_CLOSED);
}

void effect_reopen(struct meeting *m, struct act act) {
    bool begun = m->current >= 0;
    CHANGE(m, m->status, begun ? MEETING_PAUSED : MEETING_READY);
    CHANGE(m, m->paused_at, begun ? act.event->at.at : 0);
    CHANGE(m, m->last_clock, act.event->at.at);
}

void effect_confirm(struct meeting *m, struct act act) {
    (void)act;
    CHANGE(m, m->status, MEETING_CONFIRMED);
}
