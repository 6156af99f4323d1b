/* What belongs to no single item: drafts, withdrawn records, engagement, the quality marker, and what came after. */
#include "report_minutes.h"

/* --- drafts --- */

static const char *fate_of(const struct report *r, size_t place) {
    const struct proposal_state *state = &r->m->proposals[place];
    const struct record_state *record = state->adopted == NULL ? NULL : meeting_record(r->m, state->adopted);
    if (record != NULL && record->withheld) {
        return SAID("Adopted as %s, which is restricted", record->id);
    }
    switch (proposal_fate(r->m, place)) {
    case PROPOSAL_WAITS:
        return "Not decided";
    case PROPOSAL_AS_DRAFTED:
        return SAID("Adopted as drafted: %s", state->adopted);
    case PROPOSAL_AMENDED:
        return SAID("Adopted, amended: %s", state->adopted);
    case PROPOSAL_WITHDRAWN:
        return SAID("Adopted as %s, which was withdrawn", state->adopted);
    case PROPOSAL_REJECTED:
        break;
    }
    return state->reason == NULL ? "Not adopted" : SAID("Not adopted: %s", state->reason);
}

void minutes_proposals(struct minutes *w) {
    static const char *const heads[] = {"Draft", "What was drafted", "What became of it"};
    const struct report *r = &w->r;
    if (r->agenda->proposals.count == 0) {
        return;
    }
    document_heading(r->d, 2, "Drafted agreements, and those not adopted");
    struct table *table = document_table(r->d, "Drafts and what became of them", heads, 3, 0);
    for (size_t i = 0; i < r->agenda->proposals.count; i++) {
        const struct agreement *draft = r->m->proposals[i].proposal;
        table_add(r->d, table,
                  (const char *[]){draft->id, draft->text == NULL ? "Restricted" : draft->text, fate_of(r, i)});
    }
}

/* --- withdrawn --- */

void minutes_withdrawn(struct minutes *w) {
    const struct report *r = &w->r;
    struct block *list = NULL;
    for (size_t i = 0; i < r->m->record_count; i++) {
        const struct record_state *record = &r->m->records[i];
        if (!record->withdrawn || record->withheld) {
            continue;
        }
        if (list == NULL) {
            document_heading(r->d, 2, "Withdrawn");
            document_text(r->d, NULL, "These were recorded and then withdrawn; they count nowhere.");
            list = document_list(r->d);
        }
        list_add(r->d, list, SAID("%s, %s", record->id, record_word(record->kind)),
                 text_blank(record->withdraw_reason) ? "No reason was given." : record->withdraw_reason);
    }
}

/* --- engagement --- */

void minutes_engagement(struct minutes *w) {
    static const char *const heads[] = {"No.", "Audience", "Activity", "Purpose", "Lead", "By", "How use is tested"};
    const struct report *r = &w->r;
    if (r->s->engagement_count == 0) {
        return;
    }
    document_heading(r->d, 2, "Engagement plan");
    struct table *table = document_table(r->d, "Who will be reached, and how", heads, 7, 0);
    for (size_t i = 0; i < r->s->engagement_count; i++) {
        const struct engagement *row = r->s->engagements[i].engagement;
        const char *by = said_day(r->arena, row->by);
        by = row->hold == YES ? said_both(r->arena, by, "; ", "not before publication") : by;
        table_add(r->d, table,
                  (const char *[]){row->id, row->audience, row->activity,
                                   said_choice(r->arena, &CHOICES_ENGAGEMENT_PURPOSE, row->purpose, NULL),
                                   capital(r->arena, said_party(r, row->lead)), by == NULL ? "No date yet" : by,
                                   text_blank(row->tests_use) ? "Not said yet" : row->tests_use});
    }
}

/* --- the quality marker --- */

void minutes_marker(struct minutes *w) {
    static const char *const answers[] = {"Not answered yet", "Met", "Partly met", "Not met"};
    const struct report *r = &w->r;
    const struct marker *marker = marker_of(r->agenda);
    if (r->s->question_count == 0) {
        return;
    }
    document_heading(r->d, 2, text_blank(marker->title) ? "Quality marker" : marker->title);
    const char *board = party_name(r->agenda, "BOARD");
    const char *const heads[] = {"Question", "Asked", "Answer", SAID("In the words of %s", board)};
    struct table *table = document_table(r->d, SAID("What %s says of itself", board), heads, 4, 0);
    for (size_t i = 0; i < r->s->question_count; i++) {
        const struct marker_summary *row = &r->s->questions[i];
        table_add(r->d, table,
                  (const char *[]){row->question->id, row->question->text,
                                   answers[row->answer == NULL ? 0 : row->answer->answer],
                                   row->answer == NULL ? NULL : row->answer->words});
    }
}

/* --- since the meeting --- */

/* The heading, once there is something. */
static void begin_since(const struct report *r, bool *begun) {
    if (!*begun) {
        document_heading(r->d, 2, "Since the meeting");
        *begun = true;
    }
}

static void one_progress(const struct report *r, const char *id, const struct progress_state *state) {
    const struct event_progress *progress = state->progress;
    const char *by = progress->by == NULL ? "" : SAID(", %s", said_party(r, progress->by));
    const char *status = progress->status == 0 ? NULL : choice_word(&CHOICES_AGREEMENT_STATUS, progress->status);
    const char *label = SAID("%s, %s%s%s%s", id, said_day(r->arena, stamp_day(state->at)), by,
                             status == NULL ? "" : ", now ", status == NULL ? "" : status);
    document_text(r->d, label, progress->text == NULL ? "What was reported is restricted." : progress->text);
    document_text(r->d, SAID("%s, effect", id), text_blank(progress->effect) ? NULL : progress->effect);
}

/* Oldest first. */
static void progress_of(const struct report *r, const struct record_state *record) {
    size_t count = 0;
    for (const struct progress_state *state = record->progress; state != NULL; state = state->earlier) {
        count++;
    }
    const struct progress_state **list = arena_array(r->arena, count, sizeof *list);
    for (const struct progress_state *state = record->progress; state != NULL; state = state->earlier) {
        list[--count] = state;
    }
    for (const struct progress_state *last = record->progress; last != NULL; last = last->earlier) {
        one_progress(r, record->id, list[count++]);
    }
}

static void all_progress(struct minutes *w, bool *begun) {
    const struct report *r = &w->r;
    bool first = true;
    for (size_t i = 0; i < r->m->record_count; i++) {
        const struct record_state *record = &r->m->records[i];
        if (record->withdrawn || record->progress == NULL) {
            continue;
        }
        begin_since(r, begun);
        if (first) {
            document_heading(r->d, 3, "What was reported");
        }
        first = false;
        progress_of(r, record);
    }
}

static void changed_field(const struct report *r, const struct field *field, const void *before, const void *now) {
    const char *was = said_field(r, field, before);
    const char *is = said_field(r, field, now);
    if (field->type != FIELD_TEXT) {
        const char *now_is = is == NULL ? "cleared" : is;
        document_text(r->d, field->label, was == NULL ? now_is : SAID("%s; before: %s", now_is, was));
        return;
    }
    if (was != NULL) {
        document_words(r->d, SAID("%s, before", field->label), was);
    }
    document_words(r->d, was == NULL ? field->label : SAID("%s, now", field->label), is == NULL ? "Cleared" : is);
}

static void correction(const struct report *r, const struct event_amend *amend, const struct wording *words,
                       struct stamp at) {
    const struct shape *shape = amend->set.of;
    const struct field *given = shape_field(&SHAPE_CHALLENGE, "given");
    bool answers =
        shape == &SHAPE_CHALLENGE && !field_given(given, words->earlier->value) && field_given(given, words->value);
    document_text(r->d, amend->id, SAID("%s on %s", answers ? "answered" : "changed", said_when(r, at)));
    for (size_t i = 0; i < shape->count; i++) {
        const struct field *field = &shape->fields[i];
        if ((amend->set.mask >> i & 1U) != 0 && !field_equal(field, words->earlier->value, words->value)) {
            changed_field(r, field, words->earlier->value, words->value);
        }
    }
}

static void all_corrections(struct minutes *w, bool *begun) {
    const struct report *r = &w->r;
    bool first = true;
    for (size_t i = 0; i < r->m->event_count; i++) {
        const struct event_amend *amend = r->m->events[i].body;
        if (r->m->events[i].what != DO_AMEND || !w->follow_up[i]) {
            continue;
        }
        const struct record_state *record = meeting_record(r->m, amend->id);
        const struct wording *words;
        if (record == NULL || record->withdrawn || !wording_of(record, i, &words) || words->earlier == NULL) {
            continue;
        }
        begin_since(r, begun);
        if (first) {
            document_heading(r->d, 3, "Corrections and late answers");
        }
        first = false;
        correction(r, amend, words, r->m->events[i].at);
    }
}

static const char *late_act(const struct report *r, const struct event *event) {
    const struct event_assent *assent = event->body;
    const struct event_assess *assess = event->body;
    static const char *const stands[] = {"", "agreed to", "agreed with a reservation to",
                                         "was absent, and is to be asked about", "declined"};
    static const char *const answers[] = {"", "met", "partly met", "not met"};
    if (event->what == DO_ASSENT) {
        const struct record_state *record = meeting_record(r->m, assent->id);
        return record == NULL || record->withdrawn ? NULL
                                                   : SAID("%s %s %s", capital(r->arena, said_party(r, assent->agency)),
                                                          stands[assent->state], assent->id);
    }
    return event->what == DO_ASSESS ? SAID("Question %s was answered: %s", assess->question, answers[assess->answer])
                                    : NULL;
}

static void all_late_acts(struct minutes *w, bool *begun) {
    const struct report *r = &w->r;
    struct block *list = NULL;
    for (size_t i = 0; i < r->m->event_count; i++) {
        const char *said = w->follow_up[i] ? late_act(r, &r->m->events[i]) : NULL;
        if (said == NULL) {
            continue;
        }
        begin_since(r, begun);
        if (list == NULL) {
            document_heading(r->d, 3, "Assents and answers after the meeting");
            list = document_list(r->d);
        }
        list_add(r->d, list, said_day(r->arena, stamp_day(r->m->events[i].at)), said);
    }
}

void minutes_since(struct minutes *w) {
    bool begun = false;
    all_progress(w, &begun);
    all_corrections(w, &begun);
    all_late_acts(w, &begun);
}
