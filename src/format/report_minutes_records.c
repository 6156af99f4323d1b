/* Challenges, agreements, notes and positions in full, word for word. */
#include "report_minutes.h"

static const char NOT_SAID[] = "Not said yet";

/* --- challenges --- */

static const char *put_to(const struct report *r, const struct challenge *challenge) {
    static const char *const said[] = {
        [0] = "challenged",
        [CHALLENGE_QUESTION] = "asked",
        [CHALLENGE_CONCERN] = "raised a concern with",
        [CHALLENGE_CHALLENGE] = "challenged",
        [CHALLENGE_DISSENT] = "dissented formally from",
    };
    const char *by = said_person(r, challenge->by);
    if (!text_blank(challenge->by_person)) {
        by = SAID("%s (%s)", by, challenge->by_person);
    }
    return SAID("%s %s %s", by, said[challenge->kind], said_party(r, challenge->to));
}

static const char *about(const struct report *r, const struct challenge *challenge, const char *finding) {
    bool another = challenge->finding != NULL && !text_equal(challenge->finding, finding);
    const char *on = another ? said_finding(r, challenge->finding) : NULL;
    return said_both(r->arena, on, "; ", text_blank(challenge->about) ? NULL : challenge->about);
}

/* The day an answer was given, when that was after the meeting. */
static const char *answered_later(const struct minutes *w, const struct record_state *record) {
    const struct report *r = &w->r;
    const struct wording *first = NULL;
    for (const struct wording *words = record->words; words != NULL; words = words->earlier) {
        first = text_blank(((const struct challenge *)words->value)->given) ? first : words;
    }
    if (first == NULL || !w->follow_up[first->event]) {
        return "";
    }
    return SAID(", after the meeting, on %s", said_day(r->arena, stamp_day(r->m->events[first->event].at)));
}

static void add_answer(struct minutes *w, const struct challenge_summary *row) {
    const struct report *r = &w->r;
    const struct challenge *challenge = row->challenge;
    if (row->answered) {
        const char *by = challenge->given_by != NULL ? challenge->given_by : challenge->to;
        document_words(r->d, SAID("As given by %s%s", said_party(r, by), answered_later(w, row->record)),
                       challenge->given);
    } else {
        document_text(r->d, "Answer", "None was given.");
    }
    if (row->open && challenge->respond_by != 0) {
        document_text(r->d, "Answer owed by", said_day(r->arena, challenge->respond_by));
    }
}

static void add_evidence(const struct report *r, const struct challenge_summary *row) {
    const struct challenge *challenge = row->challenge;
    const char *due = challenge->evidence_due == 0 ? NULL : SAID(" by %s", said_day(r->arena, challenge->evidence_due));
    if (row->promised) {
        document_text(r->d, "Evidence", SAID("Promised%s; not seen yet", due == NULL ? ", no date was set" : due));
    } else if (challenge->evidence == EVIDENCE_OFFERED) {
        document_text(r->d, "Evidence", "Offered with the answer");
    }
}

static void add_outcome(struct minutes *w, const struct challenge_summary *row, size_t place) {
    const struct report *r = &w->r;
    const char *outcome = row->open ? "Open" : said_choice(r->arena, &CHOICES_OUTCOME, row->challenge->outcome, NULL);
    const char *grown = said_list(r, &w->grown[place]);
    document_text(r->d, "Outcome", grown == NULL ? outcome : SAID("%s; led to %s", outcome, grown));
    if (!text_blank(row->challenge->reason)) {
        document_words(r->d, "Reason", row->challenge->reason);
    }
}

static void challenge_full(struct minutes *w, size_t place, const char *finding) {
    const struct report *r = &w->r;
    const struct challenge_summary *row = w->challenges[place];
    document_text(r->d, row->record->id, put_to(r, row->challenge));
    document_text(r->d, "About", about(r, row->challenge, finding));
    document_words(r->d, "As put", row->challenge->put);
    add_answer(w, row);
    add_evidence(r, row);
    add_outcome(w, row, place);
}

/* --- agreements --- */

static const char *owner_of(const struct report *r, const struct agreement *agreement) {
    const char *owner = agreement->owner == NULL ? "Not named yet" : capital(r->arena, said_party(r, agreement->owner));
    return said_both(r->arena, owner, ", ", text_blank(agreement->owner_role) ? NULL : agreement->owner_role);
}

static const char *due_of(const struct report *r, const struct agreement *agreement) {
    const char *due = said_day(r->arena, agreement->due);
    return due == NULL && agreement->priority != PRIORITY_DEFERRED ? "No date yet" : due;
}

static const char *priority_of(const struct report *r, const struct agreement *agreement) {
    const char *priority = said_choice(r->arena, &CHOICES_AGREEMENT_PRIORITY, agreement->priority, NULL);
    priority = said_both(r->arena, priority, ": ", text_blank(agreement->reason) ? NULL : agreement->reason);
    if (agreement->revisit != 0) {
        const char *again = SAID("to be looked at again on %s", said_day(r->arena, agreement->revisit));
        priority = said_both(r->arena, priority, "; ", again);
    }
    return priority == NULL ? NOT_SAID : priority;
}

static const char *kind_of(const struct report *r, const struct agreement_summary *row) {
    if (row->kind == NULL) {
        return NOT_SAID;
    }
    return SAID("%s (%s)", row->kind->title, choice_word(&CHOICES_STRENGTH, (int)row->strength));
}

static const char *link_said(const struct report *r, const char *id) {
    const struct priority *priority = priority_find(r->agenda, id);
    const struct learning *learning = learning_find(r->agenda, id);
    return priority != NULL   ? SAID("%s %s", id, priority->title)
           : learning != NULL ? SAID("%s %s", id, learning->title)
                              : id;
}

static const char *links_of(const struct report *r, const struct agreement_summary *row) {
    const char *said = NULL;
    if (row->links_none) {
        return "None, as was said";
    }
    for (size_t i = 0; i < row->agreement->links.count; i++) {
        said = said_both(r->arena, said, "; ", link_said(r, row->agreement->links.items[i]));
    }
    return said == NULL ? NOT_SAID : said;
}

static const char *days_of(const struct report *r, const struct days *days) {
    const char *said = NULL;
    for (size_t i = 0; i < days->count; i++) {
        said = said_both(r->arena, said, "; ", said_day(r->arena, days->items[i]));
    }
    return said;
}

/* Findings beside the one it stands under. */
static const char *more_findings(const struct report *r, const struct agreement *agreement, const char *finding) {
    const char *said = NULL;
    for (size_t i = 0; i < agreement->findings.count; i++) {
        if (!text_equal(agreement->findings.items[i], finding)) {
            said = said_both(r->arena, said, "; ", said_finding(r, agreement->findings.items[i]));
        }
    }
    return said;
}

static const char *status_of(const struct report *r, const struct agreement *agreement) {
    if (agreement->status == 0 || agreement->status == AGREEMENT_AGREED) {
        return NULL;
    }
    const char *status = said_choice(r->arena, &CHOICES_AGREEMENT_STATUS, agreement->status, NULL);
    return said_both(r->arena, status, " by ", agreement->superseded_by);
}

static const char *read_back(const struct record_state *record) {
    if (record->read_event == SIZE_MAX) {
        return NULL;
    }
    return record->read_event > record->words_event ? "Yes, and confirmed as it stands" : "Yes, in earlier words";
}

/* What is told of every agreement, given or not; then what only some have. */
static void add_terms(struct minutes *w, const struct agreement_summary *row, const char *finding) {
    const struct report *r = &w->r;
    const struct agreement *agreement = row->agreement;
    struct block *pairs = document_pairs(r->d);
    add_pair(r, pairs, "Owner", owner_of(r, agreement));
    add_pair(r, pairs, "With", said_parties(r, &agreement->partners));
    add_pair(r, pairs, "Due", due_of(r, agreement));
    add_pair(r, pairs, "Priority", priority_of(r, agreement));
    add_pair(r, pairs, "Kind of change", kind_of(r, row));
    add_pair(r, pairs, "Will show that it was done", text_blank(agreement->evidence) ? NOT_SAID : agreement->evidence);
    add_pair(r, pairs, "What will be different", text_blank(agreement->measure) ? NOT_SAID : agreement->measure);
    add_pair(r, pairs, "That measure today", agreement->baseline);
    add_pair(r, pairs, "Watched by", agreement->monitor);
    add_pair(r, pairs, "Looked at on", days_of(r, &agreement->review_on));
    add_pair(r, pairs, "Joins", links_of(r, row));
    add_pair(r, pairs, "Answers also", more_findings(r, agreement, finding));
    add_pair(r, pairs, "Grew from", agreement->from);
    add_pair(r, pairs, "Level", said_choice(r->arena, &CHOICES_LEVEL, agreement->level, NULL));
    add_pair(r, pairs, "Addressed to", agreement->addressee);
    add_pair(r, pairs, "Came from", said_choice(r->arena, &CHOICES_ORIGIN, agreement->origin, NULL));
    add_pair(r, pairs, "Status", status_of(r, agreement));
    add_pair(r, pairs, "Read back", read_back(row->record));
    if (row->quorum == QUORUM_NOT_MET || (row->quorum == QUORUM_UNKNOWN && r->m->attendance_count > 0)) {
        add_pair(r, pairs, "Quorum when it was agreed", capital(r->arena, quorum_word(row->quorum)));
    }
}

static void add_assents(const struct report *r, const struct agreement_summary *row) {
    if (row->asked_count == 0) {
        return;
    }
    struct block *pairs = document_pairs(r->d);
    for (size_t i = 0; i < row->asked_count; i++) {
        const struct asked_party *party = &row->asked[i];
        const char *state = capital(r->arena, asked_word(party->state));
        if (party->by != 0 && party->state != ASKED_AGREED && party->state != ASKED_RESERVATION) {
            state = SAID("%s; an answer is owed by %s", state, said_day(r->arena, party->by));
        }
        add_pair(r, pairs, SAID("Assent of %s", said_party(r, party->id)), state);
    }
    for (size_t i = 0; i < row->asked_count; i++) {
        if (!text_blank(row->asked[i].words)) {
            document_words(r->d,
                           SAID("%s, %s", said_party(r, row->asked[i].id),
                                row->asked[i].state == ASKED_DECLINED ? "declining" : "on its assent"),
                           row->asked[i].words);
        }
    }
}

static void agreement_full(struct minutes *w, size_t place, const char *finding) {
    const struct report *r = &w->r;
    const struct agreement_summary *row = w->agreements[place];
    bool proposed = row->agreement->status == AGREEMENT_PROPOSED;
    document_words(r->d, SAID("%s %s", row->record->id, proposed ? "proposed, not agreed yet" : "agreed"),
                   row->agreement->text);
    add_terms(w, row, finding);
    add_assents(r, row);
}

/* --- notes and positions --- */

static void note_full(const struct report *r, const struct record_state *record) {
    static const char *const labels[] = {"Note", "Note", "Decision", "Declaration of interest", "Parked"};
    const struct note *note = record->now;
    document_text(r->d, SAID("%s %s", labels[note->kind], record->id), note->text);
}

/* The day something that stood there was changed last, when that was after the meeting; NULL: it was not. */
static const char *corrected_on(const struct minutes *w, const struct record_state *record) {
    const struct shape *shape = record_shape(record->kind);
    for (const struct wording *words = record->words; words != NULL && words->earlier != NULL; words = words->earlier) {
        const struct event *event = &w->r.m->events[words->event];
        for (size_t i = 0; event->what == DO_AMEND && w->follow_up[words->event] && i < shape->count; i++) {
            const struct field *field = &shape->fields[i];
            if (field_given(field, words->earlier->value) && !field_equal(field, words->earlier->value, words->value)) {
                return said_day(w->r.arena, stamp_day(event->at));
            }
        }
    }
    return NULL;
}

static void add_corrected(const struct minutes *w, const struct record_state *record) {
    const struct report *r = &w->r;
    const char *on = corrected_on(w, record);
    document_text(r->d, "Corrected",
                  on == NULL ? NULL
                             : SAID("%s was changed after the meeting, on %s; what stood there before is under "
                                    "\"Corrections and late answers\".",
                                    record->id, on));
}

void minutes_record(struct minutes *w, size_t place, const char *finding) {
    const struct record_state *record = &w->r.m->records[place];
    if (record->withheld) {
        const struct report *r = &w->r;
        document_text(r->d, record->id,
                      SAID("A restricted %s was recorded: only those who were in the room may read it.",
                           record_word(record->kind)));
        return;
    }
    if (w->challenges[place] != NULL) {
        challenge_full(w, place, finding);
    } else if (w->agreements[place] != NULL) {
        agreement_full(w, place, finding);
    } else {
        note_full(&w->r, record);
    }
    add_corrected(w, record);
}

void minutes_position(struct minutes *w, size_t event) {
    const struct report *r = &w->r;
    const struct event_position *position = r->m->events[event].body;
    int32_t place = meeting_finding_place(r->m, position->finding);
    bool latest = place >= 0 && r->m->findings[place].position_event == event;
    const struct dissent *dissent = position->dissent.items;
    document_text(r->d, SAID("Position on %s", position->finding),
                  SAID("%s%s", said_choice(r->arena, &CHOICES_POSITION, position->position, NULL),
                       latest ? "" : " (another position was taken later)"));
    if (position->visibility == VISIBILITY_RESTRICTED && !r->order->restricted) {
        document_text(r->d, NULL, "The reason is restricted: only those who were in the room may read it.");
    }
    document_words(r->d, "Reason", position->reason);
    document_words(r->d, "Still true of practice today", position->still_true);
    for (size_t i = 0; i < position->dissent.count; i++) {
        document_words(r->d, SAID("%s does not agree", party_name(r->agenda, dissent[i].agency)), dissent[i].reason);
    }
}
