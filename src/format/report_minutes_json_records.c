/* The minutes for programs: the records, and what follows them. */
#include <string.h>

#include "report_minutes.h"

/* --- records --- */

static void by_default(int *choice, int otherwise) {
    *choice = *choice == 0 ? otherwise : *choice;
}

/* With the choices that hold when nothing was said, so that a program need not know them. */
static const void *completed(const struct report *r, const struct record_state *record) {
    void *copy = arena_alloc(r->arena, record_shape(record->kind)->size);
    struct challenge *challenge = copy;
    struct agreement *agreement = copy;
    struct note *note = copy;
    memcpy(copy, record->now, record_shape(record->kind)->size);
    switch (record->kind) {
    case RECORD_CHALLENGE:
        by_default(&challenge->kind, CHALLENGE_CHALLENGE);
        by_default(&challenge->outcome, CHALLENGE_OPEN);
        by_default(&challenge->visibility, VISIBILITY_BOARD);
        break;
    case RECORD_AGREEMENT:
        by_default(&agreement->status, AGREEMENT_AGREED);
        by_default(&agreement->visibility, VISIBILITY_BOARD);
        break;
    case RECORD_NOTE:
        by_default(&note->kind, NOTE_NOTE);
        by_default(&note->visibility, VISIBILITY_BOARD);
        break;
    default:
        break;
    }
    return copy;
}

/* Begins the object of a record; false: it is withheld, and was ended. */
static bool begin(const struct report *r, const struct record_state *record, struct json *json) {
    json_object(json, NULL);
    if (record->withheld) {
        json_text(json, "id", record->id);
        json_bool(json, "withheld", true);
        json_end(json);
        return false;
    }
    json_fields(json, record_shape(record->kind), completed(r, record));
    json_bool(json, "withheld", false);
    return true;
}

static void progress_json(const struct record_state *record, struct json *json) {
    json_array(json, "progress"); /* latest first */
    for (const struct progress_state *state = record->progress; state != NULL; state = state->earlier) {
        json_object(json, NULL);
        json_stamp(json, "at", state->at);
        json_fields(json, &SHAPE_PROGRESS, state->progress);
        json_end(json);
    }
    json_end(json);
}

static void challenge_json(struct minutes *w, size_t place, struct json *json) {
    const struct challenge_summary *row = w->challenges[place];
    json_bool(json, "open", row->open);
    json_bool(json, "answered", row->answered);
    json_bool(json, "evidence_owed", row->promised);
    json_bool(json, "late", row->late);
    json_texts(json, "led_to", &w->grown[place]);
}

static void lacks_json(unsigned lacks, struct json *json) {
    json_array(json, "lacks");
    for (unsigned i = 0; i < LACKS; i++) {
        if ((lacks >> i & 1U) != 0) {
            json_text(json, NULL, lack_word((enum lack)(1U << i)));
        }
    }
    json_end(json);
}

static void assents_json(const struct agreement_summary *row, struct json *json) {
    json_array(json, "assents");
    for (size_t i = 0; i < row->asked_count; i++) {
        json_object(json, NULL);
        json_text(json, "agency", row->asked[i].id);
        json_text(json, "state", asked_word(row->asked[i].state));
        json_text(json, "words", row->asked[i].words);
        json_day(json, "by", row->asked[i].by);
        json_bool(json, "late", row->asked[i].late);
        json_end(json);
    }
    json_end(json);
}

static void agreement_json(struct minutes *w, size_t place, struct json *json) {
    const struct agreement_summary *row = w->agreements[place];
    json_text(json, "kind_title", row->kind == NULL ? NULL : row->kind->title);
    json_choice(json, "strength", &CHOICES_STRENGTH, (int)row->strength);
    json_bool(json, "late", row->late);
    json_text(json, "quorum", quorum_word(row->quorum));
    lacks_json(row->lacks, json);
    assents_json(row, json);
}

static void records_json(struct minutes *w, enum record_kind kind, const char *key, struct json *json) {
    const struct report *r = &w->r;
    json_array(json, key);
    for (size_t i = 0; i < r->m->record_count; i++) {
        const struct record_state *record = &r->m->records[i];
        if (record->kind != kind || (record->withdrawn && !record->withheld) || !begin(r, record, json)) {
            continue;
        }
        json_stamp(json, "at", r->m->events[record->event].at);
        if (kind == RECORD_CHALLENGE) {
            challenge_json(w, i, json);
        } else if (kind == RECORD_AGREEMENT) {
            agreement_json(w, i, json);
        }
        progress_json(record, json);
        json_end(json);
    }
    json_end(json);
}

static void matrix_json(const struct report *r, struct json *json) {
    size_t count = r->s->party_count;
    json_array(json, "who_challenged_whom");
    for (size_t i = 0; r->s->matrix != NULL && i < count * count; i++) {
        if (r->s->matrix[i] > 0) {
            json_object(json, NULL);
            json_text(json, "by", r->s->parties[i / count].id); /* null: people who speak for no agency */
            json_text(json, "to", r->s->parties[i % count].id);
            json_integer(json, "challenges", r->s->matrix[i]);
            json_end(json);
        }
    }
    json_end(json);
}

static void strengths_json(const struct report *r, struct json *json) {
    json_object(json, "strengths");
    for (int i = STRENGTH_STRONG; i <= STRENGTH_WEAK; i++) {
        json_integer(json, choice_word(&CHOICES_STRENGTH, i), (int64_t)r->s->strengths[i]);
    }
    json_integer(json, "not_said", (int64_t)r->s->strengths[0]);
    json_end(json);
}

void minutes_records_json(struct minutes *w, struct json *json) {
    records_json(w, RECORD_CHALLENGE, "challenges", json);
    records_json(w, RECORD_AGREEMENT, "agreements", json);
    records_json(w, RECORD_NOTE, "notes", json);
    records_json(w, RECORD_ENGAGEMENT, "engagement", json);
    matrix_json(&w->r, json);
    strengths_json(&w->r, json);
}

/* --- what follows them --- */

static void events_json(const struct report *r, enum event_do what, const char *key, struct json *json) {
    json_array(json, key);
    for (size_t i = 0; i < r->m->event_count; i++) {
        if (r->m->events[i].what == what && !r->m->event_notes[i].undone) {
            json_object(json, NULL);
            json_stamp(json, "at", r->m->events[i].at);
            json_fields(json, event_kinds[what].shape, r->m->events[i].body);
            json_end(json);
        }
    }
    json_end(json);
}

static void proposals_json(const struct report *r, struct json *json) {
    static const char *const fates[] = {"not-decided", "adopted", "adopted-amended", "rejected", "adopted-withdrawn"};
    json_array(json, "proposals");
    for (size_t i = 0; i < r->agenda->proposals.count; i++) {
        const struct proposal_state *state = &r->m->proposals[i];
        json_object(json, NULL);
        json_fields(json, &SHAPE_PROPOSAL, state->proposal);
        json_text(json, "fate", fates[proposal_fate(r->m, i)]);
        json_text(json, "adopted_as", state->adopted);
        json_text(json, "rejected_because", state->reason);
        json_end(json);
    }
    json_end(json);
}

static void withdrawn_json(const struct report *r, struct json *json) {
    json_array(json, "withdrawn");
    for (size_t i = 0; i < r->m->record_count; i++) {
        const struct record_state *record = &r->m->records[i];
        if (record->withdrawn && !record->withheld) {
            json_object(json, NULL);
            json_text(json, "id", record->id);
            json_text(json, "record", record_word(record->kind));
            json_text(json, "reason", record->withdraw_reason);
            json_end(json);
        }
    }
    json_end(json);
}

/* The fields an amendment gave another value, as they were and as they became. */
static void changed_json(const struct amendment *set, const void *from, const char *key, const struct wording *words,
                         struct json *json) {
    json_object(json, key);
    for (size_t i = 0; i < set->of->count; i++) {
        const struct field *field = &set->of->fields[i];
        if ((set->mask >> i & 1U) != 0 && !field_equal(field, words->earlier->value, words->value)) {
            json_field(json, field, from);
        }
    }
    json_end(json);
}

static void corrections_json(struct minutes *w, struct json *json) {
    const struct report *r = &w->r;
    json_array(json, "corrections"); /* after the meeting was closed */
    for (size_t i = 0; i < r->m->event_count; i++) {
        const struct event_amend *amend = r->m->events[i].body;
        const struct record_state *record =
            r->m->events[i].what == DO_AMEND && w->follow_up[i] ? meeting_record(r->m, amend->id) : NULL;
        const struct wording *words;
        if (record == NULL || record->withdrawn || !wording_of(record, i, &words) || words->earlier == NULL) {
            continue;
        }
        json_object(json, NULL);
        json_stamp(json, "at", r->m->events[i].at);
        json_text(json, "id", amend->id);
        changed_json(&amend->set, words->earlier->value, "before", words, json);
        changed_json(&amend->set, words->value, "now", words, json);
        json_end(json);
    }
    json_end(json);
}

void minutes_follow_json(struct minutes *w, struct json *json) {
    events_json(&w->r, DO_POSITION, "positions", json);
    events_json(&w->r, DO_READBACK, "readbacks", json);
    proposals_json(&w->r, json);
    withdrawn_json(&w->r, json);
    corrections_json(w, json);
}
