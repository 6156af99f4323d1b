/* The minutes for programs: the room and the agenda. Sections, records and what is in them have the keys of the meeting
 * file; times are in seconds. */
#include "report_minutes.h"

static int64_t seconds(int64_t ms) {
    return ms / MS_SECOND;
}

/* --- the room --- */

static void times_json(const struct report *r, struct json *json) {
    static const struct {
        enum event_do what;
        const char *word;
    } acts[] = {{DO_OPEN, "open"},
                {DO_ADJOURN, "adjourn"},
                {DO_REOPEN, "reopen"},
                {DO_CLOSE, "close"},
                {DO_CONFIRM, "confirm"}};
    json_array(json, "times");
    for (size_t i = 0; i < r->m->event_count; i++) {
        for (size_t a = 0; a < sizeof acts / sizeof *acts; a++) {
            if (r->m->events[i].what == acts[a].what) {
                json_object(json, NULL);
                json_text(json, "act", acts[a].word);
                json_stamp(json, "at", r->m->events[i].at);
                json_end(json);
            }
        }
    }
    json_end(json);
}

static void hand_overs_json(const struct report *r, struct json *json) {
    json_array(json, "hand_overs");
    for (size_t i = 0; i < r->m->event_count; i++) {
        if (r->m->events[i].what == DO_HAND_OVER && !r->m->event_notes[i].undone) {
            json_object(json, NULL);
            json_stamp(json, "at", r->m->events[i].at);
            json_fields(json, &SHAPE_HAND_OVER, r->m->events[i].body);
            json_end(json);
        }
    }
    json_end(json);
}

static void attendance_json(const struct report *r, struct json *json) {
    json_array(json, "attendance");
    for (size_t i = 0; i < r->m->attendance_count; i++) {
        const struct attendance_state *row = &r->m->attendance[i];
        json_object(json, NULL);
        json_text(json, "who", row->who);
        json_text(json, "agency", row->agency);
        json_choice(json, "state", &CHOICES_ATTENDANCE, row->attend->state);
        json_stamp(json, "at", r->m->events[row->event].at);
        json_text(json, "deputy_for", row->deputy_for);
        json_text(json, "interest", row->interest);
        json_end(json);
    }
    json_end(json);
}

static void quorum_json(const struct report *r, struct json *json) {
    json_object(json, "quorum");
    json_text(json, "state", quorum_word(r->s->quorum));
    json_integer(json, "needed", (int64_t)r->s->quorum_needed);
    json_integer(json, "present", (int64_t)r->s->quorum_present);
    json_integer(json, "not_recorded", (int64_t)r->s->quorum_unrecorded);
    json_texts(json, "missing", &r->s->quorum_missing);
    json_end(json);
}

static void agencies_json(const struct report *r, struct json *json) {
    json_array(json, "agencies");
    for (size_t i = 0; i < r->s->agency_count; i++) {
        const struct agency_summary *party = &r->s->parties[i];
        json_object(json, NULL);
        json_fields(json, &SHAPE_AGENCY, party->agency);
        json_texts(json, "heard", &party->heard);
        json_texts(json, "challenges_made", &party->made);
        json_texts(json, "challenges_received", &party->received);
        json_texts(json, "owns", &party->owns);
        json_texts(json, "shares", &party->shares);
        json_texts(json, "assents", &party->assents);
        json_texts(json, "to_be_asked", &party->to_assent);
        json_texts(json, "evidence_promised", &party->promised);
        json_end(json);
    }
    json_end(json);
    json_array(json, "people");
    for (size_t i = 0; i < r->agenda->people.count; i++) {
        json_object(json, NULL);
        json_fields(json, &SHAPE_PERSON, (const struct person *)r->agenda->people.items + i);
        json_end(json);
    }
    json_end(json);
}

void minutes_room_json(struct minutes *w, struct json *json) {
    const struct report *r = &w->r;
    static const struct meeting_details none;
    json_object(json, "board");
    json_fields(json, &SHAPE_BOARD, r->agenda->board);
    json_end(json);
    json_object(json, "review");
    json_fields(json, &SHAPE_REVIEW, r->agenda->review);
    json_end(json);
    json_object(json, "meeting");
    json_fields(json, &SHAPE_MEETING, r->agenda->meeting == NULL ? &none : r->agenda->meeting);
    times_json(r, json);
    hand_overs_json(r, json);
    json_end(json);
    attendance_json(r, json);
    quorum_json(r, json);
    agencies_json(r, json);
}

/* --- the agenda --- */

static void finding_json(const struct report *r, const struct finding_summary *row, struct json *json) {
    json_object(json, NULL);
    json_fields(json, &SHAPE_FINDING, row->state->finding);
    if (row->state->position == NULL) {
        json_null(json, "position");
    } else {
        json_object(json, "position");
        json_fields(json, &SHAPE_POSITION, row->state->position);
        json_stamp(json, "at", r->m->events[row->state->position_event].at);
        json_end(json);
    }
    json_text(json, "kept_as_is", row->state->as_is);
    json_texts(json, "challenges", &row->challenges);
    json_texts(json, "agreements", &row->agreements);
    r->s->focus_kept ? json_integer(json, "seconds_used", seconds(row->used)) : json_null(json, "seconds_used");
    json_end(json);
}

static void item_json(struct minutes *w, const struct item_summary *row, struct json *json) {
    static const char *const stages[] = {"to-come", "taken", "skipped", "parked"};
    const struct report *r = &w->r;
    const struct item_state *item = &r->m->items[row->place];
    const struct stretch *stretch = &w->stretches[row->place];
    json_object(json, NULL);
    json_fields(json, &SHAPE_ITEM, item->item);
    json_bool(json, "added", item->added);
    json_text(json, "stage", stages[item->stage]);
    json_bool(json, "not_reached", texts_have(&r->s->not_reached, item->item->id));
    json_text(json, "reason", item->reason);
    json_stamp(json, "from", stretch->times == 0 ? (struct stamp){0} : stamp_at(r->m, stretch->from));
    json_stamp(json, "to", stretch->times == 0 ? (struct stamp){0} : stamp_at(r->m, stretch->to));
    json_integer(json, "seconds_planned", seconds(row->planned));
    json_integer(json, "seconds_granted", seconds(row->granted));
    json_integer(json, "seconds_used", seconds(row->used));
    json_texts(json, "heard", &w->heard[row->place]);
    json_array(json, "records");
    for (size_t i = w->records.from[row->place]; i < w->records.from[row->place + 1]; i++) {
        json_text(json, NULL, r->m->records[w->records.list[i]].id);
    }
    json_end(json);
    json_end(json);
}

static void changes_of_time_json(const struct report *r, struct json *json) {
    json_array(json, "changes_of_time");
    for (size_t i = 0; i < r->m->extension_count; i++) {
        const struct extension *row = &r->m->extensions[i];
        json_object(json, NULL);
        json_stamp(json, "at", r->m->events[row->event].at);
        json_text(json, "act", event_kinds[r->m->events[row->event].what].word);
        json_text(json, "item", r->m->items[row->place].item->id);
        json_text(json, "from", row->from < 0 ? "end" : r->m->items[row->from].item->id);
        json_integer(json, "seconds", seconds(row->granted));
        if (r->m->events[row->event].what == DO_EXTEND) {
            const struct event_extend *extend = r->m->events[row->event].body;
            json_text(json, "agreed_by", extend->agreed_by);
            json_text(json, "reason", extend->reason);
        }
        json_end(json);
    }
    json_end(json);
}

static void purposes_json(const struct report *r, struct json *json) {
    json_object(json, "time");
    for (int i = 0; i <= PURPOSE_BREAK; i++) {
        const struct time_share *share = i == 0 ? &r->s->total : &r->s->purposes[i];
        json_object(json, i == 0 ? "all" : choice_word(&CHOICES_PURPOSE, i));
        json_integer(json, "seconds_planned", seconds(share->planned));
        json_integer(json, "seconds_granted", seconds(share->granted));
        json_integer(json, "seconds_used", seconds(share->used));
        json_end(json);
    }
    json_end(json);
}

void minutes_agenda_json(struct minutes *w, struct json *json) {
    const struct report *r = &w->r;
    json_array(json, "findings");
    for (size_t i = 0; i < r->s->finding_count; i++) {
        finding_json(r, &r->s->findings[i], json);
    }
    json_end(json);
    json_array(json, "agenda");
    for (size_t i = 0; i < r->s->item_count; i++) {
        item_json(w, &r->s->items[i], json);
    }
    json_end(json);
    changes_of_time_json(r, json);
    purposes_json(r, json);
}
