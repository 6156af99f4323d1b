/* The first page: what was decided, and what stays open. */
#include "report_minutes.h"

/* --- at a glance --- */

static const char *positions_said(const struct report *r) {
    size_t counts[POSITION_NEEDS_MORE_WORK + 1] = {0};
    const char *said = NULL;
    for (size_t i = 0; i < r->s->finding_count; i++) {
        counts[r->s->findings[i].position]++;
    }
    for (int i = POSITION_ACCEPTED; i <= POSITION_NEEDS_MORE_WORK; i++) {
        if (counts[i] > 0) {
            const char *word = choice_word(&CHOICES_POSITION, i);
            said = said_both(r->arena, said, ", ",
                             SAID("%zu %s", counts[i],
                                  i == POSITION_NEEDS_MORE_WORK    ? "to be worked on more"
                                  : i == POSITION_ACCEPTED_IN_PART ? "accepted in part"
                                  : i == POSITION_NOT_ACCEPTED     ? "not accepted"
                                                                   : word));
        }
    }
    return counts[0] == 0 ? said : said_both(r->arena, said, ", ", SAID("%zu without a position", counts[0]));
}

static void sentences(const struct report *r) {
    struct block *pairs = document_pairs(r->d);
    const char *findings =
        SAID("%s: %s", said_count(r->arena, r->s->finding_count, "finding", "findings"), positions_said(r));
    add_pair(r, pairs, "Findings", r->s->finding_count == 0 ? NULL : findings);
    add_pair(r, pairs, "Challenges",
             r->s->challenge_count == 0 ? "None was recorded"
                                        : SAID("%zu put, %zu settled, %zu open", r->s->challenge_count,
                                               r->s->challenge_count - r->s->open_count, r->s->open_count));
    add_pair(r, pairs, "Agreements",
             r->s->agreement_count == 0 ? "None was recorded" : SAID("%zu made", r->s->agreement_count));
    add_pair(r, pairs, "Time",
             SAID("%s planned, %s used", said_minutes(r, r->s->total.planned), said_minutes(r, r->s->total.used)));
}

static void findings_table(const struct report *r) {
    static const char *const heads[] = {"Finding", "Title", "Position", "Challenges", "Agreements"};
    struct table *table = document_table(r->d, "Findings and positions", heads, 5, 0);
    for (size_t i = 0; i < r->s->finding_count; i++) {
        const struct finding_summary *row = &r->s->findings[i];
        table_add(r->d, table,
                  (const char *[]){row->state->finding->id, row->state->finding->title,
                                   said_choice(r->arena, &CHOICES_POSITION, row->position, "No position taken"),
                                   said_list(r, &row->challenges), said_list(r, &row->agreements)});
    }
}

static void agreements_table(const struct report *r) {
    static const char *const heads[] = {"Agreement", "What will be done", "Owner", "Due", "Priority"};
    struct table *table = document_table(r->d, "Agreements, by priority", heads, 5, 0);
    for (size_t i = 0; i < r->s->agreement_count; i++) {
        const struct agreement *agreement = r->s->agreements[i].agreement;
        const char *owner = capital(r->arena, said_party(r, agreement->owner));
        const char *due = said_day(r->arena, agreement->due);
        table_add(
            r->d, table,
            (const char *[]){agreement->id, agreement->text, owner == NULL ? "Not named yet" : owner,
                             due == NULL ? "No date yet" : due,
                             said_choice(r->arena, &CHOICES_AGREEMENT_PRIORITY, agreement->priority, "Not said yet")});
    }
}

void minutes_glance(struct minutes *w) {
    const struct report *r = &w->r;
    document_heading(r->d, 2, "In brief");
    sentences(r);
    findings_table(r);
    agreements_table(r);
}

/* --- what stays open --- */

struct opening {
    const struct report *r;
    struct block *list; /* NULL: nothing yet */
};

static void stays(struct opening *o, const char *label, const char *text) {
    if (text == NULL) {
        return;
    }
    if (o->list == NULL) {
        o->list = document_list(o->r->d);
    }
    list_add(o->r->d, o->list, label, text);
}

static void open_challenges(struct opening *o) {
    const struct report *r = o->r;
    day today = stamp_day(r->s->now);
    for (size_t i = 0; i < r->s->open_count; i++) {
        const struct challenge_summary *row = &r->s->challenges[i];
        bool late = row->challenge->respond_by != 0 && row->challenge->respond_by < today;
        const char *due = row->challenge->respond_by == 0
                              ? "no date to answer by"
                              : SAID("an answer is owed by %s", said_day(r->arena, row->challenge->respond_by));
        stays(o, SAID("Challenge %s", row->record->id),
              SAID("%s (to %s; %s; %s%s)", row->challenge->put, said_party(r, row->challenge->to),
                   row->answered ? "answered, not settled" : "not answered", due, late ? ", late" : ""));
    }
}

static void promised_evidence(struct opening *o) {
    const struct report *r = o->r;
    for (size_t i = 0; i < r->s->challenge_count; i++) {
        const struct challenge_summary *row = &r->s->challenges[i];
        const struct challenge *challenge = row->challenge;
        if (!row->promised) {
            continue;
        }
        const char *due = challenge->evidence_due == 0 ? "no date was set"
                                                       : SAID("by %s", said_day(r->arena, challenge->evidence_due));
        stays(o, SAID("Evidence on %s", row->record->id),
              SAID("%s promised it, %s%s",
                   said_party(r, challenge->given_by != NULL ? challenge->given_by : challenge->to), due,
                   row->late && challenge->evidence_due != 0 ? " (late)" : ""));
    }
}

static void without_position(struct opening *o) {
    const struct report *r = o->r;
    for (size_t i = 0; i < r->s->finding_count; i++) {
        const struct finding *finding = r->s->findings[i].state->finding;
        int position = r->s->findings[i].position;
        if (position == 0 || position == POSITION_NEEDS_MORE_WORK) {
            stays(o, SAID("Finding %s", finding->id),
                  SAID("%s: %s", finding->title, position == 0 ? "no position was taken" : "needs more work"));
        }
    }
}

static void late_agreements(struct opening *o) {
    const struct report *r = o->r;
    for (size_t i = 0; i < r->s->agreement_count; i++) {
        const struct agreement_summary *row = &r->s->agreements[i];
        if (row->late) {
            stays(o, SAID("Agreement %s", row->record->id),
                  SAID("late: it was due on %s", said_day(r->arena, row->agreement->due)));
        }
    }
}

static void lacking(struct opening *o) {
    static const struct {
        enum lack lack;
        const char *label;
    } shown[] = {{LACK_OWNER, "Without an owner"},
                 {LACK_ROLE, "Without a role that answers for it"},
                 {LACK_DUE, "Without a due date"},
                 {LACK_EVIDENCE, "Not said what will show that it was done"},
                 {LACK_MEASURE, "Not said what will be different"}};
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        stays(o, shown[i].label, said_list(o->r, agreements_lacking(o->r->s, shown[i].lack)));
    }
}

static void to_be_asked(struct opening *o) {
    const struct report *r = o->r;
    for (size_t i = 0; i < r->s->agreement_count; i++) {
        const struct agreement_summary *row = &r->s->agreements[i];
        const char *said = NULL;
        for (size_t a = 0; a < row->asked_count; a++) {
            enum asked state = row->asked[a].state;
            if (state == ASKED_NOT_YET || state == ASKED_ABSENT || state == ASKED_EARLIER_WORDS) {
                said = said_both(r->arena, said, ", ", said_party(r, row->asked[a].id));
            }
        }
        stays(o, SAID("Assent to %s still to be asked", row->record->id), said);
    }
}

static void deferred(struct opening *o) {
    const struct report *r = o->r;
    for (size_t i = 0; i < r->s->agreement_count; i++) {
        const struct agreement_summary *row = &r->s->agreements[i];
        if (row->owed && row->priority == PRIORITY_DEFERRED && row->agreement->revisit != 0) {
            stays(o, SAID("Deferred %s", row->record->id),
                  SAID("to be looked at again on %s%s", said_day(r->arena, row->agreement->revisit),
                       row->revisit ? ", which has come" : ""));
        }
    }
}

static void drafts_and_parked(struct opening *o) {
    const struct report *r = o->r;
    for (size_t i = 0; i < r->agenda->proposals.count; i++) {
        const struct agreement *draft = r->m->proposals[i].proposal;
        if (proposal_fate(r->m, i) == PROPOSAL_WAITS) {
            stays(o, SAID("Draft %s not decided", draft->id), draft->text == NULL ? "restricted" : draft->text);
        }
    }
    for (size_t i = 0; i < r->m->record_count; i++) {
        const struct record_state *record = &r->m->records[i];
        const struct note *note = record->now;
        if (record->kind == RECORD_NOTE && !record->withdrawn && note->kind == NOTE_PARKED) {
            stays(o, SAID("Parked %s", record->id), note->text);
        }
    }
    for (size_t i = 0; i < r->s->item_count; i++) {
        const struct item_state *item = &r->m->items[r->s->items[i].place];
        if (item->stage == ITEM_PARKED) {
            stays(o, SAID("Parked %s", item->item->id), item->item->title);
        }
    }
    stays(o, "Not reached", said_list(r, &r->s->not_reached));
}

void minutes_open(struct minutes *w) {
    const struct report *r = &w->r;
    struct opening o = {.r = r};
    document_heading(r->d, 2, "What stays open");
    document_text(r->d, NULL, SAID("As things stand on %s.", said_day(r->arena, stamp_day(r->s->now))));
    open_challenges(&o);
    promised_evidence(&o);
    without_position(&o);
    late_agreements(&o);
    lacking(&o);
    to_be_asked(&o);
    deferred(&o);
    drafts_and_parked(&o);
    if (o.list == NULL) {
        document_text(r->d, NULL, "Nothing is open.");
    }
}
