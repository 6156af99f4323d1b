/* The minutes: what a member who was not there must know, in the order in which it is looked for. */
#include "report_minutes.h"

#include <string.h>

#include "report_kinds.h"

/* --- sorting --- */

/* Places PLACES has room for, one of them for what belongs to none; a negative place is that one. */
static struct sorted sorted_begin(struct arena *arena, size_t places) {
    return (struct sorted){.from = arena_array(arena, places + 2, sizeof(size_t))};
}

static size_t slot(int32_t place, size_t places) {
    return place < 0 || (size_t)place >= places ? places : (size_t)place;
}

static void sorted_count(struct sorted *sorted, size_t at) {
    sorted->from[at + 1]++;
}

static void sorted_room(struct sorted *sorted, struct arena *arena, size_t places) {
    for (size_t i = 0; i <= places; i++) {
        sorted->from[i + 1] += sorted->from[i];
    }
    sorted->list = arena_array(arena, sorted->from[places + 1], sizeof *sorted->list);
}

static bool standing(const struct minutes *w, size_t event) {
    return !w->r.m->event_notes[event].undone;
}

/* The item an event belongs to in the minutes; false: it is not said there. */
static bool belongs(const struct minutes *w, size_t event, int32_t *place) {
    const struct meeting *m = w->r.m;
    const void *body = m->events[event].body;
    *place = m->event_notes[event].place;
    switch (m->events[event].what) {
    case DO_POSITION:
    case DO_AS_IS:
    case DO_PAUSE:
    case DO_RESUME:
    case DO_GAP:
    case DO_REPLAN:
    case DO_ADD_ITEM:
    case DO_MOVE_ITEM:
    case DO_HAND_OVER:
    case DO_ASSENT:
    case DO_ASSESS:
        return !w->follow_up[event];
    case DO_READBACK:
        *place = meeting_item_place(m, ((const struct event_readback *)body)->item);
        return true;
    case DO_SKIP:
    case DO_PARK: /* and taken after all; else it is told with those not taken */
        *place = meeting_item_place(m, ((const struct event_item *)body)->item);
        return *place >= 0 && m->items[*place].stage == ITEM_VISITED;
    case DO_EXTEND:
        *place = meeting_item_place(m, ((const struct event_extend *)body)->item);
        return true;
    case DO_REPAIR:
        *place = meeting_item_place(m, ((const struct event_repair *)body)->item);
        return true;
    default:
        return false;
    }
}

static void sort_events(struct minutes *w) {
    size_t places = w->r.m->item_count;
    w->said = sorted_begin(w->r.arena, places);
    size_t *next = arena_array(w->r.arena, places + 1, sizeof *next);
    int32_t place;
    for (size_t i = 0; i < w->r.m->event_count; i++) {
        if (standing(w, i) && belongs(w, i, &place)) {
            sorted_count(&w->said, slot(place, places));
        }
    }
    sorted_room(&w->said, w->r.arena, places);
    memcpy(next, w->said.from, (places + 1) * sizeof *next);
    for (size_t i = 0; i < w->r.m->event_count; i++) {
        if (standing(w, i) && belongs(w, i, &place)) {
            w->said.list[next[slot(place, places)]++] = i;
        }
    }
}

static bool shown(const struct record_state *record) {
    return !record->withdrawn || record->withheld;
}

static void sort_records(struct minutes *w) {
    const struct meeting *m = w->r.m;
    size_t places = m->item_count;
    w->records = sorted_begin(w->r.arena, places);
    size_t *next = arena_array(w->r.arena, places + 1, sizeof *next);
    for (size_t i = 0; i < m->record_count; i++) {
        if (shown(&m->records[i])) {
            sorted_count(&w->records, slot(m->records[i].place, places));
        }
        w->withheld += m->records[i].withheld;
    }
    sorted_room(&w->records, w->r.arena, places);
    memcpy(next, w->records.from, (places + 1) * sizeof *next);
    for (size_t i = 0; i < m->record_count; i++) {
        if (shown(&m->records[i])) {
            w->records.list[next[slot(m->records[i].place, places)]++] = i;
        }
    }
}

/* --- what belongs together --- */

static void push(struct arena *arena, struct texts *texts, const char *text) {
    if ((texts->count & (texts->count - 1)) == 0) { /* room doubles at each power of two */
        const char **more = arena_array(arena, texts->count == 0 ? 1 : texts->count * 2, sizeof *more);
        if (texts->count > 0) {
            memcpy(more, texts->items, texts->count * sizeof *more);
        }
        texts->items = more;
    }
    texts->items[texts->count++] = text;
}

static void find_summaries(struct minutes *w) {
    const struct meeting *m = w->r.m;
    w->challenges = arena_array(w->r.arena, m->record_count, sizeof *w->challenges);
    w->agreements = arena_array(w->r.arena, m->record_count, sizeof *w->agreements);
    w->grown = arena_array(w->r.arena, m->record_count, sizeof *w->grown);
    for (size_t i = 0; i < w->r.s->challenge_count; i++) {
        w->challenges[w->r.s->challenges[i].record - m->records] = &w->r.s->challenges[i];
    }
    for (size_t i = 0; i < w->r.s->agreement_count; i++) {
        w->agreements[w->r.s->agreements[i].record - m->records] = &w->r.s->agreements[i];
    }
    for (size_t i = 0; i < m->record_count; i++) {
        const char *from = w->agreements[i] == NULL ? NULL : w->agreements[i]->agreement->from;
        const struct record_state *root = from == NULL ? NULL : meeting_record(m, from);
        if (root != NULL) {
            push(w->r.arena, &w->grown[root - m->records], m->records[i].id);
        }
    }
}

static void find_heard(struct minutes *w) {
    w->heard = arena_array(w->r.arena, w->r.m->item_count, sizeof *w->heard);
    for (size_t i = 0; i < w->r.s->agency_count; i++) {
        const struct agency_summary *party = &w->r.s->parties[i];
        for (size_t h = 0; h < party->heard.count; h++) {
            int32_t place = meeting_item_place(w->r.m, party->heard.items[h]);
            if (place >= 0) {
                push(w->r.arena, &w->heard[place], party->id);
            }
        }
    }
}

static void find_stretches(struct minutes *w) {
    const struct meeting *m = w->r.m;
    w->stretches = arena_array(w->r.arena, m->item_count, sizeof *w->stretches);
    for (size_t i = 0; i < m->span_count; i++) {
        const struct span *span = &m->spans[i];
        struct stretch *stretch = &w->stretches[span->place];
        bool begins = stretch->times == 0;
        bool again = begins || i == 0 || m->spans[i - 1].place != span->place;
        stretch->times += again;
        stretch->first = begins ? i : stretch->first;
        stretch->from = begins || span->from < stretch->from ? span->from : stretch->from;
        stretch->to = span->to > stretch->to ? span->to : stretch->to;
        stretch->last = i;
    }
}

/* Something was recorded for it, though it may not have been taken. */
static bool told_of(const struct minutes *w, uint32_t place) {
    return w->records.from[place + 1] > w->records.from[place] || w->said.from[place + 1] > w->said.from[place];
}

/* What was never started stands where the agenda has it. */
static void find_taken(struct minutes *w) {
    const struct summary *s = w->r.s;
    w->taken = arena_array(w->r.arena, s->item_count, sizeof *w->taken);
    for (size_t i = 0; i < s->item_count; i++) {
        if (!s->items[i].reached && !told_of(w, s->items[i].place)) {
            continue;
        }
        instant first = w->r.m->items[s->items[i].place].first_start;
        size_t at = w->taken_count++;
        while (at > 0 && first != 0 && w->r.m->items[w->taken[at - 1]->place].first_start > first) {
            w->taken[at] = w->taken[at - 1];
            at--;
        }
        w->taken[at] = &s->items[i];
    }
}

static void find_follow_up(struct minutes *w) {
    bool closed = false;
    w->follow_up = arena_array(w->r.arena, w->r.m->event_count, sizeof *w->follow_up);
    for (size_t i = 0; i < w->r.m->event_count; i++) {
        w->follow_up[i] = closed && standing(w, i);
        closed = w->r.m->events[i].what == DO_CLOSE || (closed && w->r.m->events[i].what != DO_REOPEN);
    }
}

static struct minutes minutes_begin(const struct report_order *order, bool document, struct arena *arena) {
    const struct meeting_details *details = order->summary->meeting->agenda->meeting;
    const char *title = details == NULL ? "Minutes" : arena_format(arena, "Minutes: %s", details->title);
    struct minutes w = {.r = report_begin(order, document ? title : NULL, arena)};
    find_follow_up(&w);
    find_summaries(&w);
    sort_records(&w);
    sort_events(&w);
    find_heard(&w);
    find_stretches(&w);
    find_taken(&w);
    return w;
}

struct document *minutes_document(const struct report_order *order, struct arena *arena) {
    struct minutes w = minutes_begin(order, true, arena);
    minutes_meeting(&w);
    minutes_glance(&w);
    minutes_open(&w);
    minutes_attendance(&w);
    minutes_items(&w);
    minutes_not_taken(&w);
    minutes_proposals(&w);
    minutes_withdrawn(&w);
    minutes_engagement(&w);
    minutes_marker(&w);
    minutes_since(&w);
    minutes_figures(&w);
    return w.r.d;
}

void minutes_json(const struct report_order *order, struct buffer *out) {
    struct arena *arena = arena_new();
    struct minutes w = minutes_begin(order, false, arena);
    struct json json = json_begin(out);
    json_object(&json, NULL);
    json_text(&json, "document", "minutes");
    report_state_json(&w.r, &json);
    minutes_room_json(&w, &json);
    minutes_agenda_json(&w, &json);
    minutes_records_json(&w, &json);
    minutes_follow_json(&w, &json);
    report_questions_json(&w.r, &json, false);
    json_end(&json);
    arena_free(arena);
}
