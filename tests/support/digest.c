#include "support/digest.h"

#include <string.h>

static void bytes(uint64_t *hash, const void *from, size_t size) {
    const unsigned char *at = from;
    for (size_t i = 0; i < size; i++)
        *hash = (*hash ^ at[i]) * 1099511628211U;
}

static void number(uint64_t *hash, int64_t value) {
    bytes(hash, &value, sizeof value);
}

static void text(uint64_t *hash, const char *value) {
    number(hash, value ? (int64_t)strlen(value) : -1);
    if (value)
        bytes(hash, value, strlen(value));
}

static void event_of(uint64_t *hash, const struct meeting *m, size_t event) {
    number(hash, event == SIZE_MAX ? -1 : m->events[event].at.at);
}

/* --- any struct of a shape --- */

static void shaped(uint64_t *hash, const struct shape *shape, const void *record);

static void field(uint64_t *hash, const struct field *f, const void *record) {
    const void *kept = field_of(f, record);
    if (!field_given(f, record)) {
        number(hash, -1);
        return;
    }
    const void *map;
    switch (f->type) {
    case FIELD_LINE:
    case FIELD_TEXT:
    case FIELD_ID:
    case FIELD_REF:
        text(hash, *(const char *const *)kept);
        break;
    case FIELD_REFS:
    case FIELD_LINES:
    case FIELD_PATHS:
        for (size_t i = 0; i < ((const struct texts *)kept)->count; i++)
            text(hash, ((const struct texts *)kept)->items[i]);
        break;
    case FIELD_DATE:
        number(hash, *(const day *)kept);
        break;
    case FIELD_DATES:
        for (size_t i = 0; i < ((const struct days *)kept)->count; i++)
            number(hash, ((const struct days *)kept)->items[i]);
        break;
    case FIELD_TIME:
    case FIELD_MINUTES:
    case FIELD_COUNT:
        number(hash, ((const struct number *)kept)->value);
        break;
    case FIELD_STAMP:
        number(hash, ((const struct stamp *)kept)->at);
        number(hash, ((const struct stamp *)kept)->offset);
        break;
    case FIELD_CHOICE:
    case FIELD_YES_NO:
        number(hash, *(const int *)kept);
        break;
    case FIELD_MAP:
        memcpy(&map, kept, sizeof map);
        shaped(hash, f->shape, map);
        break;
    case FIELD_MAPS:
        for (size_t i = 0; i < ((const struct list *)kept)->count; i++)
            shaped(hash, f->shape, (const char *)((const struct list *)kept)->items + i * f->shape->size);
        break;
    case FIELD_SET:
        number(hash, (int64_t)((const struct amendment *)kept)->mask);
        shaped(hash, ((const struct amendment *)kept)->of, ((const struct amendment *)kept)->set);
        break;
    }
}

static void shaped(uint64_t *hash, const struct shape *shape, const void *record) {
    for (size_t i = 0; i < shape->count; i++)
        field(hash, &shape->fields[i], record);
}

uint64_t digest_record(const struct shape *shape, const void *record) {
    uint64_t hash = 14695981039346656037U;
    shaped(&hash, shape, record);
    return hash;
}

/* --- the state --- */

static void clock_state(uint64_t *hash, const struct meeting *m) {
    const int64_t numbers[] = {m->status,
                               m->current,
                               m->status == MEETING_RUNNING ? m->since : 0,
                               m->opened,
                               m->first_start,
                               m->paused_at,
                               m->last_clock,
                               m->focus,
                               m->end_account,
                               m->item_count,
                               (int64_t)m->span_count};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        number(hash, numbers[i]);
    for (size_t i = 0; i < m->span_count; i++) {
        number(hash, m->spans[i].place);
        number(hash, m->spans[i].finding);
        number(hash, m->spans[i].from);
        number(hash, m->spans[i].to);
    }
}

static void items(uint64_t *hash, const struct meeting *m) {
    const struct agency *agencies = m->agenda->agencies.items;
    for (uint32_t i = 0; i < m->item_count; i++) {
        const struct item_state *item = &m->items[i];
        const int64_t numbers[] = {item->added,   item->stage, item->planned,
                                   item->granted, item->used,  item->first_start,
                                   item->starts,  m->order[i], meeting_item_place(m, item->item->id)};
        for (size_t n = 0; n < sizeof numbers / sizeof *numbers; n++)
            number(hash, numbers[n]);
        text(hash, item->item->id);
        text(hash, item->item->title);
        text(hash, item->reason);
        for (size_t a = 0; a < m->agenda->agencies.count; a++)
            number(hash, meeting_heard(m, i, agencies[a].id));
    }
    for (size_t i = 0; i < m->extension_count; i++) {
        event_of(hash, m, m->extensions[i].event);
        number(hash, m->extensions[i].place);
        number(hash, m->extensions[i].from);
        number(hash, m->extensions[i].granted);
    }
}

static void record(uint64_t *hash, const struct meeting *m, const struct record_state *r) {
    const struct shape *shape = record_shape(r->kind);
    number(hash, r->kind);
    text(hash, r->id);
    shaped(hash, shape, r->now);
    event_of(hash, m, r->event);
    event_of(hash, m, r->words_event);
    event_of(hash, m, r->read_event);
    number(hash, r->place);
    number(hash, r->withdrawn);
    text(hash, r->withdraw_reason);
    number(hash, r->now == r->words->value && meeting_record(m, r->id) == r);
    for (const struct wording *w = r->words; w; w = w->earlier) {
        event_of(hash, m, w->event);
        shaped(hash, shape, w->value);
    }
    for (const struct assent_state *a = r->assents; a; a = a->earlier) {
        event_of(hash, m, a->event);
        text(hash, a->assent->agency);
        number(hash, a->assent->state);
    }
    for (const struct progress_state *p = r->progress; p; p = p->earlier) {
        event_of(hash, m, p->event);
        number(hash, p->at.at);
        text(hash, p->progress->text);
    }
}

static void decisions(uint64_t *hash, const struct meeting *m) {
    for (size_t i = 0; i < m->agenda->findings.count; i++) {
        const struct finding_state *finding = &m->findings[i];
        event_of(hash, m, finding->position ? finding->position_event : SIZE_MAX);
        text(hash, finding->as_is);
        number(hash, finding->focused);
        number(hash, finding->used);
    }
    for (size_t i = 0; i < m->agenda->proposals.count; i++) {
        text(hash, m->proposals[i].adopted);
        text(hash, m->proposals[i].reason);
        number(hash, m->proposals[i].rejected);
    }
    for (size_t i = 0; i < marker_of(m->agenda)->questions.count; i++)
        event_of(hash, m, m->assessments[i].assess ? m->assessments[i].event : SIZE_MAX);
}

static void people(uint64_t *hash, const struct meeting *m) {
    const struct agency *agencies = m->agenda->agencies.items;
    text(hash, m->chair);
    text(hash, m->minutes);
    for (size_t i = 0; i < m->attendance_count; i++) {
        const struct attendance_state *row = &m->attendance[i];
        event_of(hash, m, row->event);
        number(hash, row->at);
        number(hash, row->attend->state);
        number(hash, row->next);
        text(hash, row->who);
        text(hash, row->agency);
        text(hash, row->deputy_for);
        text(hash, row->interest);
    }
    for (size_t i = 0; i < m->agenda->agencies.count; i++)
        number(hash, meeting_in_room(m, agencies[i].id));
}

static bool stands(const struct meeting *m, size_t i) {
    return !m->event_notes[i].undone && m->events[i].what != DO_UNDO && m->events[i].what != DO_REDO;
}

static uint64_t state(const struct meeting *m) {
    uint64_t hash = 14695981039346656037U;
    clock_state(&hash, m);
    items(&hash, m);
    for (size_t i = 0; i < m->record_count; i++)
        record(&hash, m, &m->records[i]);
    decisions(&hash, m);
    people(&hash, m);
    return hash;
}

uint64_t digest_state(const struct meeting *m) {
    uint64_t hash = state(m);
    for (size_t i = 0; i < m->event_count; i++)
        if (stands(m, i)) {
            number(&hash, m->events[i].at.at);
            number(&hash, m->event_notes[i].place);
        }
    return hash;
}

uint64_t digest_all(const struct meeting *m) {
    uint64_t hash = state(m);
    char id[16];
    for (size_t i = 0; i < m->event_count; i++) {
        number(&hash, m->events[i].at.at);
        number(&hash, m->events[i].what);
        number(&hash, m->event_notes[i].place);
        number(&hash, m->event_notes[i].undone);
    }
    for (int kind = 0; kind < RECORD_KINDS; kind++)
        text(&hash, meeting_next_id(m, (enum record_kind)kind, id));
    text(&hash, meeting_next_item_id(m, id));
    number(&hash, (int64_t)meeting_undo_target(m));
    number(&hash, (int64_t)meeting_redo_target(m));
    return hash;
}
