/* The meeting and who was there: day, place, times, chair and minutes, attendance, interests, quorum. */
#include <string.h>

#include "report_minutes.h"

/* --- the meeting --- */

static const char *with_reason(const struct report *r, const struct event *event, const char *act) {
    const struct event_reason *reason = event->body;
    return event->what == DO_OPEN || text_blank(reason->reason) ? act : SAID("%s (%s)", act, reason->reason);
}

static const char *acts_of_time(const struct report *r) {
    static const struct {
        enum event_do what;
        const char *said;
    } acts[] = {{DO_OPEN, "opened"}, {DO_ADJOURN, "adjourned"}, {DO_REOPEN, "gone on with"}, {DO_CLOSE, "closed"}};
    const char *said = NULL;
    for (size_t i = 0; i < r->m->event_count; i++) {
        const struct event *event = &r->m->events[i];
        for (size_t a = 0; a < sizeof acts / sizeof *acts; a++) {
            if (event->what == acts[a].what) {
                const char *act = SAID("%s %s", acts[a].said, said_when(r, event->at));
                said = said_both(r->arena, said, "; ", with_reason(r, event, act));
            }
        }
    }
    return capital(r->arena, said);
}

static const char *called_for(const struct report *r) {
    const struct meeting_details *details = r->agenda->meeting;
    if (details == NULL || !details->start.given) {
        return NULL;
    }
    return SAID("%02d:%02d", (int)details->start.value / 60, (int)details->start.value % 60);
}

/* Who is down for it on the list of people; then each it was handed over to. */
static const char *holders(const struct report *r, int role) {
    const struct person *people = r->agenda->people.items;
    int chair = choice_read(&CHOICES_PERSON_TYPE, "chair");
    const char *said = NULL;
    for (size_t i = 0; role == HAND_OVER_CHAIR && i < r->agenda->people.count; i++) {
        if (people[i].type == chair && said == NULL) {
            said = said_person(r, people[i].id);
        }
    }
    for (size_t i = 0; i < r->m->event_count; i++) {
        const struct event_hand_over *hand_over = r->m->events[i].body;
        bool is = r->m->events[i].what == DO_HAND_OVER && !r->m->event_notes[i].undone;
        if (is && hand_over->role == role) {
            said = said_both(r->arena, said, "; ",
                             SAID("%s from %s", said_person(r, hand_over->to), said_when(r, r->m->events[i].at)));
        }
    }
    return said == NULL ? "Not recorded" : said;
}

static const char *record_state(const struct report *r) {
    struct stamp confirmed = report_confirmed(r->m);
    return confirmed.at == 0 ? NULL : SAID("Confirmed on %s", said_day(r->arena, stamp_day(confirmed)));
}

void minutes_meeting(struct minutes *w) {
    const struct report *r = &w->r;
    const struct meeting_details *details = r->agenda->meeting;
    document_heading(r->d, 2, "The meeting");
    struct block *pairs = document_pairs(r->d);
    add_pair(r, pairs, party_name(r->agenda, "BOARD") + strlen("the "), r->agenda->board->name);
    add_pair(r, pairs, "Review", r->agenda->review->title);
    if (details != NULL) {
        add_pair(r, pairs, "Kind of meeting", said_choice(r->arena, &CHOICES_MEETING_TYPE, details->type, NULL));
        add_pair(r, pairs, "Date", said_day(r->arena, details->date));
        add_pair(r, pairs, "Place", details->venue);
    }
    add_pair(r, pairs, "Called for", called_for(r));
    add_pair(r, pairs, "Times", acts_of_time(r));
    add_pair(r, pairs, "In the chair", holders(r, HAND_OVER_CHAIR));
    add_pair(r, pairs, "Minutes taken by", holders(r, HAND_OVER_MINUTES));
    add_pair(r, pairs, "This record", record_state(r));
    if (w->withheld > 0) {
        document_text(
            r->d, NULL,
            w->withheld == 1
                ? "One restricted record is not in these minutes: only those who were in the room may read it."
                : SAID("%zu restricted records are not in these minutes: only those who were in the room may "
                       "read them.",
                       w->withheld));
    }
}

/* --- attendance --- */

/* Came after an apology, an absence or a leaving: since when. */
static bool came_later(const struct report *r, const struct attendance_state *row) {
    for (size_t i = 0; i < row->event; i++) {
        const struct event_attend *attend = r->m->events[i].body;
        if (r->m->events[i].what == DO_ATTEND && !r->m->event_notes[i].undone && attend->state != ATTEND_PRESENT &&
            text_equal(text_blank(attend->person) ? attend->name : attend->person, row->who)) {
            return r->m->first_start != 0 && row->at > r->m->first_start;
        }
    }
    return false;
}

static const char *presence(const struct report *r, const struct attendance_state *row) {
    const char *clock = said_when(r, r->m->events[row->event].at);
    switch (row->attend->state) {
    case ATTEND_PRESENT:
        return came_later(r, row) ? SAID("Present from %s", clock) : "Present";
    case ATTEND_LEFT:
        return SAID("Left at %s", clock);
    default:
        return said_choice(r->arena, &CHOICES_ATTENDANCE, row->attend->state, NULL);
    }
}

static const char *agency_said(const struct report *r, const char *id) {
    return id == NULL ? NULL : SAID("%s (%s)", party_name(r->agenda, id), id);
}

static void attendance_row(const struct report *r, struct table *table, const struct attendance_state *row) {
    const char *deputy = row->deputy_for == NULL ? NULL : said_person(r, row->deputy_for);
    table_add(r->d, table,
              (const char *[]){row->agency == NULL ? "For no agency" : agency_said(r, row->agency),
                               said_person(r, row->who), presence(r, row), deputy});
}

static void attendance_table(const struct report *r) {
    static const char *const heads[] = {"Agency", "Who", "Attendance", "Deputy for"};
    struct table *table = document_table(r->d, "Attendance", heads, 4, 0);
    for (size_t a = 0; a < r->s->agency_count; a++) {
        const struct agency_summary *party = &r->s->parties[a];
        for (size_t i = 0; party->recorded && i < r->m->attendance_count; i++) {
            if (text_equal(r->m->attendance[i].agency, party->id)) {
                attendance_row(r, table, &r->m->attendance[i]);
            }
        }
        if (!party->recorded) {
            table_add(r->d, table, (const char *[]){agency_said(r, party->id), NULL, "Not recorded", NULL});
        }
    }
    for (size_t i = 0; i < r->m->attendance_count; i++) {
        if (r->m->attendance[i].agency == NULL) {
            attendance_row(r, table, &r->m->attendance[i]);
        }
    }
}

static void interests(const struct report *r) {
    struct block *list = NULL;
    for (size_t i = 0; i < r->m->attendance_count; i++) {
        if (text_blank(r->m->attendance[i].interest)) {
            continue;
        }
        if (list == NULL) {
            document_heading(r->d, 3, "Interests declared");
            list = document_list(r->d);
        }
        list_add(r->d, list, said_person(r, r->m->attendance[i].who), r->m->attendance[i].interest);
    }
}

/* --- quorum --- */

static const char *quorum_rule(const struct report *r) {
    const struct quorum *quorum = r->agenda->meeting == NULL ? NULL : r->agenda->meeting->quorum;
    if (quorum == NULL) {
        return NULL;
    }
    const char *count = quorum->agencies.given ? SAID("%d agencies", (int)quorum->agencies.value) : NULL;
    const char *must = said_parties(r, &quorum->must_include);
    return said_both(r->arena, count, ", among them ", must);
}

static const char *quorum_now(const struct report *r) {
    const struct summary *s = r->s;
    if (s->quorum == QUORUM_UNKNOWN && r->m->attendance_count == 0) {
        return "Cannot be confirmed: attendance was not recorded";
    }
    const char *said = SAID("%s: %zu present", capital(r->arena, quorum_word(s->quorum)), s->quorum_present);
    if (s->quorum_unrecorded > 0) {
        said = SAID("%s, %zu not recorded", said, s->quorum_unrecorded);
    }
    return s->quorum_missing.count == 0 ? said : SAID("%s; without %s", said, said_parties(r, &s->quorum_missing));
}

void minutes_attendance(struct minutes *w) {
    const struct report *r = &w->r;
    document_heading(r->d, 2, "Who was there");
    if (r->m->attendance_count == 0) {
        document_text(r->d, NULL, "Attendance was not recorded.");
    }
    attendance_table(r);
    if (r->s->quorum != QUORUM_NOT_SET) {
        struct block *pairs = document_pairs(r->d);
        add_pair(r, pairs, "Quorum", quorum_rule(r));
        add_pair(r, pairs, "At the end", quorum_now(r));
    }
    interests(r);
}
