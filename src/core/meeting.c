/* The meeting: what may be said, and taking an event in. */
#include "candour/core/meeting.h"

#include <assert.h>
#include <string.h>

#include "candour/base/arena.h"
#include "fold.h"

enum { EVENTS_LEAST = 64 };

static const struct {
    act_check *check;
    act_effect *effect;
} acts[DO_COUNT] = {
    [DO_OPEN] = {check_nothing, effect_open},
    [DO_START] = {check_start, effect_start},
    [DO_PAUSE] = {check_nothing, effect_pause},
    [DO_RESUME] = {check_resume, effect_resume},
    [DO_EXTEND] = {check_extend, effect_extend},
    [DO_SKIP] = {check_item_gone, effect_skip},
    [DO_PARK] = {check_item_gone, effect_park},
    [DO_GAP] = {check_gap, effect_gap},
    [DO_REPAIR] = {check_nothing, effect_repair},
    [DO_REPLAN] = {check_replan, effect_replan},
    [DO_ADD_ITEM] = {check_nothing, effect_add_item},
    [DO_MOVE_ITEM] = {check_move_item, effect_move_item},
    [DO_HAND_OVER] = {check_nothing, effect_hand_over},
    [DO_ATTEND] = {check_nothing, effect_attend},
    [DO_FOCUS] = {check_nothing, effect_focus},
    [DO_HEARD] = {check_nothing, effect_heard},
    [DO_POSITION] = {check_nothing, effect_position},
    [DO_CHALLENGE] = {check_record, effect_record},
    [DO_AGREEMENT] = {check_record, effect_record},
    [DO_ENGAGEMENT] = {check_record, effect_record},
    [DO_NOTE] = {check_record, effect_record},
    [DO_AMEND] = {check_amend, effect_amend},
    [DO_ASSENT] = {check_standing, effect_assent},
    [DO_WITHDRAW] = {check_standing, effect_withdraw},
    [DO_REJECT] = {check_reject, effect_reject},
    [DO_AS_IS] = {check_nothing, effect_as_is},
    [DO_PROGRESS] = {check_standing, effect_progress},
    [DO_READBACK] = {check_readback, effect_readback},
    [DO_ASSESS] = {check_nothing, effect_assess},
    [DO_UNDO] = {undo_check, NULL},
    [DO_REDO] = {redo_check, NULL},
    [DO_ADJOURN] = {check_nothing, effect_adjourn},
    [DO_CLOSE] = {check_nothing, effect_close},
    [DO_REOPEN] = {check_nothing, effect_reopen},
    [DO_CONFIRM] = {check_nothing, effect_confirm},
};

static void begin_items(struct meeting *m) {
    const struct item *items = m->agenda->items.items;
    size_t count = m->agenda->items.count;
    while (m->inside->rooms[ITEMS].capacity < count + 1) {
        m->items = room_grow(m, ITEMS, sizeof *m->items);
        m->order = room_grow(m, ORDER, sizeof *m->order);
    }
    for (size_t i = 0; i < count; i++) {
        int64_t minutes = (int64_t)items[i].minutes.value * MS_MINUTE;
        m->items[i] = (struct item_state){.item = &items[i], .planned = minutes, .granted = minutes};
        m->order[i] = (uint32_t)i;
    }
    m->item_count = (uint32_t)count;
}

static void begin_lists(struct meeting *m) {
    const struct agenda *agenda = m->agenda;
    m->findings = arena_array(m->arena, agenda->findings.count, sizeof *m->findings);
    for (size_t i = 0; i < agenda->findings.count; i++)
        m->findings[i].finding = (const struct finding *)agenda->findings.items + i;
    m->proposals = arena_array(m->arena, agenda->proposals.count, sizeof *m->proposals);
    for (size_t i = 0; i < agenda->proposals.count; i++)
        m->proposals[i].proposal = (const struct agreement *)agenda->proposals.items + i;
    m->assessments = arena_array(m->arena, marker_of(agenda)->questions.count, sizeof *m->assessments);
    size_t even = (agenda->agencies.count + 1) / 2 * 2; /* whole words for the journal */
    m->inside->attending = arena_array(m->arena, even, sizeof *m->inside->attending);
    m->inside->spoken_of = arena_array(m->arena, even, sizeof *m->inside->spoken_of);
}

struct meeting *meeting_new(struct arena *arena, const struct agenda *agenda) {
    struct meeting *m = arena_alloc(arena, sizeof *m);
    m->inside = arena_alloc(arena, sizeof *m->inside);
    m->arena = arena;
    m->agenda = agenda;
    m->status = MEETING_READY;
    m->current = -1;
    m->focus = -1;
    begin_items(m);
    begin_lists(m);
    ids_begin(m);
    journal_drop(m);
    return m;
}

static void *grown(struct meeting *m, const void *things, size_t size, size_t capacity) {
    void *more = arena_array(m->arena, capacity, size);
    if (m->event_count > 0)
        memcpy(more, things, m->event_count * size);
    return more;
}

void meeting_expect(struct meeting *meeting, size_t count) {
    struct meeting_inside *inside = meeting->inside;
    if (count <= inside->event_capacity)
        return;
    count += count / 8; /* what is loaded is gone on with: the first event then must not move all the others */
    meeting->events = grown(meeting, meeting->events, sizeof *meeting->events, count);
    meeting->event_notes = grown(meeting, meeting->event_notes, sizeof *meeting->event_notes, count);
    inside->marks = grown(meeting, inside->marks, sizeof *inside->marks, count);
    inside->made = grown(meeting, inside->made, sizeof *inside->made, count);
    inside->event_capacity = count;
}

/* --- what may be said --- */

struct refusal meeting_may(const struct meeting *meeting, enum event_do what) {
    static const enum refusal_code by_status[] = {
        [MEETING_READY] = REFUSED_READY,   [MEETING_RUNNING] = REFUSED_RUNNING,
        [MEETING_PAUSED] = REFUSED_PAUSED, [MEETING_ADJOURNED] = REFUSED_ADJOURNED,
        [MEETING_CLOSED] = REFUSED_CLOSED, [MEETING_CONFIRMED] = REFUSED_CONFIRMED,
    };
    const struct event_kind *kind = &event_kinds[what];
    if (meeting->event_count == 0)
        return what == DO_OPEN ? accepted() : refused(REFUSED_FIRST_NOT_OPEN, kind->word);
    if (what == DO_OPEN)
        return refused(REFUSED_OPEN_AGAIN, NULL);
    if (kind->states & STATUS_BIT(meeting->status))
        return accepted();
    return refused(by_status[meeting->status], kind->word);
}

struct refusal fold_check(const struct meeting *m, const struct event *event) {
    const struct event_kind *kind = &event_kinds[event->what];
    if ((kind->states & STATUS_BIT(m->status)) == 0)
        return meeting_may(m, event->what);
    struct refusal refusal = fields_check(m, kind->shape, event->body);
    if (refusal.code == REFUSED_NOT)
        refusal = needs_check(kind->shape, event->body);
    return refusal.code == REFUSED_NOT ? acts[event->what].check(m, event) : refusal;
}

void fold_effect(struct meeting *m, struct act act) {
    acts[act.event->what].effect(m, act);
}

static struct refusal check_new_id(const struct meeting *m, const struct event *event) {
    switch (event->what) {
    case DO_CHALLENGE:
        return ids_check_record(m, RECORD_CHALLENGE, record_id(event->body));
    case DO_AGREEMENT:
        return ids_check_record(m, RECORD_AGREEMENT, record_id(event->body));
    case DO_ENGAGEMENT:
        return ids_check_record(m, RECORD_ENGAGEMENT, record_id(event->body));
    case DO_NOTE:
        return ids_check_record(m, RECORD_NOTE, record_id(event->body));
    case DO_ADD_ITEM:
        return ids_check_item(m, ((const struct event_add_item *)event->body)->id);
    default:
        return accepted();
    }
}

struct refusal meeting_check(const struct meeting *meeting, const struct event *event) {
    assert(event->what < DO_COUNT && event->body);
    struct refusal refusal = meeting_may(meeting, event->what);
    if (refusal.code == REFUSED_NOT && event->at.at <= meeting_last_instant(meeting) && meeting->event_count > 0)
        refusal = refused(REFUSED_TIME_ORDER, event_kinds[event->what].word);
    if (refusal.code == REFUSED_NOT)
        refusal = fold_check(meeting, event);
    return refusal.code == REFUSED_NOT ? check_new_id(meeting, event) : refusal;
}

/* --- taking it in --- */

static void keep(struct meeting *m, const struct event *event) {
    struct meeting_inside *inside = m->inside;
    if (m->event_count == inside->event_capacity)
        meeting_expect(m, inside->event_capacity < EVENTS_LEAST ? EVENTS_LEAST : inside->event_capacity * 2);
    m->events[m->event_count] = *event;
    m->event_notes[m->event_count].status = (uint8_t)m->status;
    inside->marks[m->event_count] = inside->mark;
    m->event_count++;
}

static void take(struct meeting *m, const struct event *event) {
    keep(m, event);
    fold_effect(m, (struct act){.event = event, .index = m->event_count - 1});
    undo_forget(m);
    if (event->what == DO_ADJOURN || event->what == DO_CLOSE || event->what == DO_REOPEN)
        undo_barrier(m);
}

struct refusal meeting_apply(struct meeting *meeting, const struct event *event) {
    struct refusal refusal = meeting_check(meeting, event);
    if (refusal.code != REFUSED_NOT)
        return refusal;
    if (event->what == DO_UNDO || event->what == DO_REDO) {
        refusal = event->what == DO_UNDO ? undo_apply(meeting, event) : redo_apply(meeting, event);
        if (refusal.code != REFUSED_NOT)
            return refusal;
        keep(meeting, event);
    } else {
        take(meeting, event);
    }
    meeting->event_notes[meeting->event_count - 1].place = meeting->current;
    return accepted();
}
