/* What the room may see, gathered. */
#include "candour/core/room.h"

#include <string.h>

#include "candour/base/text.h"
#include "candour/core/guard.h"
#include "candour/core/reading.h"
#include "room_parts.h"

const char *shown(struct showing *s, const char *text) {
    const struct audience *audience = s->audience;
    if (text_blank(text))
        return NULL;
    if (guard_find(text, audience->guard, audience->guard_count, NULL, NULL) != NULL) {
        s->held = true;
        return NULL;
    }
    return arena_text(s->arena, text);
}

bool may_see(const struct showing *s, int visibility) {
    if (s->audience->public_only)
        return visibility == VISIBILITY_PUBLIC;
    return visibility == 0 || visibility == VISIBILITY_PUBLIC || visibility == VISIBILITY_BOARD;
}

const char *shown_choice(struct showing *s, const struct choices *choices, int value) {
    char *word = arena_text(s->arena, choice_word(choices, value));
    for (char *c = word; *c != '\0'; c++)
        *c = *c == '-' ? ' ' : *c;
    return word;
}

static void show_item(struct showing *s, const struct item *item, struct room_item *out) {
    s->held = false;
    out->id = arena_text(s->arena, item->id);
    out->title = shown(s, item->title);
    out->purpose = arena_text(s->arena, choice_word(&CHOICES_PURPOSE, item->purpose));
    out->held = s->held;
}

static const char *position_said(struct showing *s, const struct finding_state *state) {
    return state->position == NULL ? "no position yet" : shown_choice(s, &CHOICES_POSITION, state->position->position);
}

static void show_finding(struct showing *s, const struct finding_state *state, struct room_finding *out) {
    s->held = false;
    out->id = arena_text(s->arena, state->finding->id);
    out->title = shown(s, state->finding->title);
    out->statement = shown(s, state->finding->statement);
    out->held = s->held;
    if (out->held)
        out->title = out->statement = NULL;
    out->position = position_said(s, state);
}

/* --- the records of the item --- */

struct told { /* a record, or the position on a finding, and the event that made it */
    size_t event;
    struct room_record record;
};

static void take(struct told *list, size_t *count, size_t event, const struct room_record *record) {
    size_t at = (*count)++;
    while (at > 0 && list[at - 1].event < event) {
        list[at] = list[at - 1];
        at--;
    }
    list[at] = (struct told){.event = event, .record = *record};
}

static void show_records(struct showing *s, struct room *out) {
    const struct meeting *m = s->meeting;
    struct told *list = arena_array(s->arena, m->record_count + m->agenda->findings.count + 1, sizeof *list);
    size_t count = 0;
    struct room_record record;
    for (size_t i = 0; i < m->record_count; i++)
        if (m->records[i].place == m->current && !m->records[i].withdrawn && room_record(s, &m->records[i], &record))
            take(list, &count, m->records[i].event, &record);
    for (size_t i = 0; i < m->agenda->findings.count; i++) {
        const struct finding_state *state = &m->findings[i];
        if (state->position != NULL && m->event_notes[state->position_event].place == m->current) {
            room_position(s, state, &record);
            take(list, &count, state->position_event, &record);
        }
    }
    out->records = arena_array(s->arena, count + 1, sizeof *out->records);
    for (size_t i = 0; i < count; i++)
        out->records[out->record_count++] = list[i].record;
}

static void show_board(struct showing *s, struct room *out) {
    const struct agenda *agenda = s->meeting->agenda;
    out->board = shown(s, agenda->board->name);
    out->review = shown(s, agenda->review->title);
    if (out->review == NULL)
        out->review = arena_text(s->arena, agenda->review->id);
}

struct room *room_of(const struct meeting *meeting, struct stamp now, const struct audience *audience,
                     struct arena *arena) {
    struct showing s = {.meeting = meeting, .audience = audience, .arena = arena};
    struct room *out = arena_alloc(arena, sizeof *out);
    *out = (struct room){.at = now, .status = meeting->status, .last = meeting_last_instant(meeting)};
    show_board(&s, out);
    out->paused_at = meeting->status == MEETING_PAUSED ? meeting->paused_at : 0;
    out->in_item = meeting->current >= 0 && (meeting->status == MEETING_RUNNING || meeting->status == MEETING_PAUSED);
    if (!out->in_item)
        return out;
    const struct item_state *item = &meeting->items[meeting->current];
    show_item(&s, item->item, &out->item);
    out->granted = item->granted;
    out->left = meeting_left(meeting, (uint32_t)meeting->current, now.at);
    out->since = meeting->since;
    out->discussing = meeting->focus >= 0;
    if (out->discussing)
        show_finding(&s, &meeting->findings[meeting->focus], &out->finding);
    show_records(&s, out);
    return out;
}

/* --- its clock --- */

bool room_runs(const struct room *room) {
    return room->in_item && room->status == MEETING_RUNNING;
}

/* As long as it was running, at any instant: what a clock shows before `since` is what was left then. */
static int64_t running_for(const struct room *room, instant now) {
    return room_runs(room) && now > room->since ? now - room->since : 0;
}

int64_t room_left(const struct room *room, instant now) {
    return room->left + running_for(room, room->at.at) - running_for(room, now);
}

bool room_alerts(const struct room *room, instant now) {
    if (!room_runs(room))
        return false;
    instant at = threshold_passed(room->granted, room->granted - room_left(room, now), room->since, now);
    return at != 0 && now - at < ALERT_MS;
}
