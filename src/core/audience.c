#include "candour/core/audience.h"

#include <string.h>

#include "candour/base/arena.h"

struct hiding {
    struct meeting *m;     /* the copy */
    struct agenda *agenda; /* and its agenda */
    struct arena *arena;
};

static void *copied(struct arena *arena, const void *from, size_t count, size_t size) {
    void *copy = arena_array(arena, count, size);
    if (count > 0)
        memcpy(copy, from, count * size);
    return copy;
}

/* --- the chair's own --- */

static void clear_private(const struct shape *shape, void *record) {
    for (size_t i = 0; i < shape->count; i++)
        if (shape->fields[i].flags & FIELD_PRIVATE)
            field_clear(&shape->fields[i], record);
}

static void hide_chairs_own(const struct hiding *w) {
    struct meeting *m = w->m;
    struct item *items = copied(w->arena, w->agenda->items.items, w->agenda->items.count, sizeof *items);
    m->items = copied(w->arena, m->items, m->item_count, sizeof *m->items);
    for (size_t i = 0; i < w->agenda->items.count; i++) {
        clear_private(&SHAPE_ITEM, &items[i]);
        m->items[i].item = &items[i];
    }
    w->agenda->items.items = items;
}

/* --- what is restricted --- */

static int visibility_of(const struct shape *shape, const void *record) {
    const struct field *field = shape_field(shape, "visibility");
    return field ? *(const int *)field_of(field, record) : 0;
}

static bool restricted(const struct shape *shape, const void *record) {
    return visibility_of(shape, record) == VISIBILITY_RESTRICTED;
}

/* A record with nothing but its id and that it is restricted. */
static void *bare(const struct hiding *w, const struct shape *shape, const void *record) {
    static const char *const kept[] = {"id", "visibility"};
    void *copy = arena_alloc(w->arena, shape->size);
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        field_copy(shape_field(shape, kept[i]), copy, record);
    return copy;
}

static void hide_record(const struct hiding *w, struct record_state *record) {
    struct wording *words = arena_alloc(w->arena, sizeof *words);
    *words = (struct wording){.value = bare(w, record_shape(record->kind), record->now), .event = record->event};
    record->now = words->value;
    record->words = words;
    record->withdrawn = record->withheld = true;
    record->withdraw_reason = NULL;
    record->assents = NULL;
    record->progress = NULL;
}

/* Of an event that is not to be read its id is left. */
static void take_out(const struct hiding *w, size_t event) {
    const struct event *from = &w->m->events[event];
    const struct shape *shape = event_kinds[from->what].shape;
    const struct field *id = shape_field(shape, "id");
    void *body = arena_alloc(w->arena, shape->size);
    if (id)
        field_copy(id, body, from->body);
    w->m->events[event].body = body;
    w->m->event_notes[event].undone = true;
}

/* Earlier wordings that were restricted. */
static void hide_wordings(const struct hiding *w, struct record_state *record) {
    const struct shape *shape = record_shape(record->kind);
    const struct wording *from = record->words;
    struct wording *last = NULL;
    bool any = false;
    for (const struct wording *words = from; words; words = words->earlier)
        any = any || restricted(shape, words->value);
    for (; any && from; from = from->earlier) {
        if (restricted(shape, from->value)) {
            if (w->m->events[from->event].what != DO_PROGRESS)
                take_out(w, from->event);
            continue;
        }
        struct wording *copy = copied(w->arena, from, 1, sizeof *copy);
        copy->earlier = NULL;
        if (last)
            last->earlier = copy;
        else
            record->words = copy;
        last = copy;
    }
}

static struct event_progress *silent_progress(const struct hiding *w, const struct event_progress *from) {
    struct event_progress *copy = arena_alloc(w->arena, sizeof *copy);
    *copy = (struct event_progress){.id = from->id, .status = from->status, .visibility = from->visibility};
    return copy;
}

static void hide_progress(const struct hiding *w, struct record_state *record) {
    const struct progress_state *from = record->progress;
    struct progress_state *last = NULL;
    record->progress = NULL;
    for (; from; from = from->earlier) {
        struct progress_state *copy = copied(w->arena, from, 1, sizeof *copy);
        if (from->progress->visibility == VISIBILITY_RESTRICTED)
            copy->progress = silent_progress(w, from->progress);
        copy->earlier = NULL;
        if (last)
            last->earlier = copy;
        else
            record->progress = copy;
        last = copy;
    }
}

static void hide_records(const struct hiding *w) {
    struct meeting *m = w->m;
    for (size_t i = 0; i < m->record_count; i++) {
        struct record_state *record = &m->records[i];
        if (restricted(record_shape(record->kind), record->now)) {
            take_out(w, record->event);
            hide_record(w, record);
        } else {
            hide_wordings(w, record);
            hide_progress(w, record);
        }
    }
}

/* --- proposals and positions --- */

static void hide_proposals(const struct hiding *w) {
    struct meeting *m = w->m;
    size_t count = w->agenda->proposals.count;
    struct agreement *proposals = copied(w->arena, w->agenda->proposals.items, count, sizeof *proposals);
    m->proposals = copied(w->arena, m->proposals, count, sizeof *m->proposals);
    for (size_t i = 0; i < count; i++) {
        if (proposals[i].visibility == VISIBILITY_RESTRICTED) {
            proposals[i] = (struct agreement){.id = proposals[i].id, .visibility = VISIBILITY_RESTRICTED};
            m->proposals[i].reason = NULL;
        }
        m->proposals[i].proposal = &proposals[i];
    }
    w->agenda->proposals.items = proposals;
}

static struct event_position *silent_position(const struct hiding *w, const struct event_position *from) {
    struct event_position *copy = arena_alloc(w->arena, sizeof *copy);
    *copy = (struct event_position){
        .finding = from->finding, .position = from->position, .visibility = VISIBILITY_RESTRICTED};
    return copy;
}

/* --- events --- */

static bool about_withheld(const struct hiding *w, const char *id) {
    const struct record_state *record = id ? meeting_record(w->m, id) : NULL;
    return record && record->withheld;
}

static bool about_restricted_proposal(const struct hiding *w, const char *id) {
    size_t place = 0;
    return meeting_names(w->m, id, &place) == REF_PROPOSAL &&
           w->m->proposals[place].proposal->visibility == VISIBILITY_RESTRICTED;
}

static void hide_readback(const struct hiding *w, struct event *event) {
    const struct event_readback *from = event->body;
    size_t shown = 0;
    for (size_t i = 0; i < from->records.count; i++)
        shown += !about_withheld(w, from->records.items[i]);
    if (shown == from->records.count)
        return;
    struct event_readback *copy = arena_alloc(w->arena, sizeof *copy);
    *copy = (struct event_readback){.item = from->item};
    copy->records.items = arena_array(w->arena, shown, sizeof *copy->records.items);
    for (size_t i = 0; i < from->records.count; i++)
        if (!about_withheld(w, from->records.items[i]))
            copy->records.items[copy->records.count++] = from->records.items[i];
    event->body = copy;
}

static void hide_event(const struct hiding *w, size_t at) {
    struct event *event = &w->m->events[at];
    switch (event->what) {
    case DO_AMEND:
    case DO_ASSENT:
    case DO_WITHDRAW:
        if (about_withheld(w, record_id(event->body)))
            take_out(w, at);
        return;
    case DO_PROGRESS:
        if (about_withheld(w, record_id(event->body)))
            take_out(w, at);
        else if (((const struct event_progress *)event->body)->visibility == VISIBILITY_RESTRICTED)
            event->body = silent_progress(w, event->body);
        return;
    case DO_REJECT:
        if (about_restricted_proposal(w, record_id(event->body)))
            take_out(w, at);
        return;
    case DO_POSITION:
        if (((const struct event_position *)event->body)->visibility == VISIBILITY_RESTRICTED)
            event->body = silent_position(w, event->body);
        return;
    case DO_READBACK:
        hide_readback(w, event);
        return;
    default:
        return;
    }
}

static void hide_restricted(const struct hiding *w) {
    struct meeting *m = w->m;
    m->records = copied(w->arena, m->records, m->record_count, sizeof *m->records);
    m->events = copied(w->arena, m->events, m->event_count, sizeof *m->events);
    m->event_notes = copied(w->arena, m->event_notes, m->event_count, sizeof *m->event_notes);
    m->findings = copied(w->arena, m->findings, m->agenda->findings.count, sizeof *m->findings);
    hide_proposals(w);
    hide_records(w);
    for (size_t i = 0; i < m->event_count; i++) {
        if (m->event_notes[i].undone)
            take_out(w, i);
        else
            hide_event(w, i);
    }
    for (size_t i = 0; i < m->agenda->findings.count; i++)
        if (m->findings[i].position)
            m->findings[i].position = m->events[m->findings[i].position_event].body;
}

const struct meeting *meeting_for(const struct meeting *meeting, enum audience audience, struct arena *arena) {
    struct hiding w = {.m = copied(arena, meeting, 1, sizeof *meeting),
                       .agenda = copied(arena, meeting->agenda, 1, sizeof *meeting->agenda),
                       .arena = arena};
    w.m->agenda = w.agenda;
    hide_chairs_own(&w);
    if (audience == AUDIENCE_BOARD)
        hide_restricted(&w);
    return w.m;
}
