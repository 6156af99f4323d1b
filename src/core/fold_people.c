/* Who is in the room, who is heard, who holds the chair. */
#include <string.h>

#include "candour/base/text.h"
#include "fold.h"

static const struct person *person_at(const struct meeting *m, const char *id) {
    const struct id_entry *entry = ids_find(m, id, REF_PERSON);
    return entry ? &((const struct person *)m->agenda->people.items)[entry->place] : NULL;
}

/* The agency an id stands for: itself, or the person's own. */
static const char *agency_behind(const struct meeting *m, const char *id) {
    if (agency_place(m, id) >= 0)
        return id;
    const struct person *person = person_at(m, id);
    return person ? person->agency : NULL;
}

bool attend_names_hat(const struct event_attend *attend) {
    return !text_blank(attend->agency) || !text_blank(attend->deputy_for);
}

const char *attend_agency(const struct meeting *m, const struct event_attend *attend) {
    if (!text_blank(attend->agency))
        return attend->agency;
    return agency_behind(m, text_blank(attend->deputy_for) ? attend->person : attend->deputy_for);
}

/* Rows of an agency, and those that say present, so that a roll call of thirty asks nothing twice. */
static void row_count(struct meeting *m, const struct attendance_state *row, uint32_t by) {
    int32_t agency = agency_place(m, row->agency);
    if (agency < 0)
        return;
    CHANGE(m, m->inside->spoken_of[agency], m->inside->spoken_of[agency] + by);
    if (row->attend->state == ATTEND_PRESENT)
        CHANGE(m, m->inside->attending[agency], m->inside->attending[agency] + by);
}

static void row_set(struct meeting *m, struct attendance_state *row, struct act act) {
    const struct event_attend *attend = act.event->body;
    journal_keep(m, row, sizeof *row);
    if (row->attend)
        row_count(m, row, (uint32_t)-1);
    row->attend = attend;
    row->at = act.event->at.at;
    row->event = act.index;
    if (attend->deputy_for)
        row->deputy_for = attend->deputy_for;
    if (attend->interest)
        row->interest = attend->interest;
    row_count(m, row, 1);
}

static void row_add(struct meeting *m, struct act act, const char *who, int32_t last) {
    const struct event_attend *attend = act.event->body;
    ROOM(m, m->attendance, m->attendance_count, ATTENDANCE);
    size_t place = m->attendance_count;
    m->attendance[place] = (struct attendance_state){.who = who, .agency = attend_agency(m, attend), .next = -1};
    CHANGE(m, m->attendance_count, place + 1);
    if (last >= 0)
        CHANGE(m, m->attendance[last].next, (int32_t)place);
    else
        ids_put(m, who, NAMES_ATTENDEE, place);
    row_set(m, &m->attendance[place], act);
}

int32_t attendance_first(const struct meeting *m, const char *who) {
    const struct id_entry *entry = ids_find(m, who, NAMES_ATTENDEE);
    return entry ? (int32_t)entry->place : -1;
}

void effect_attend(struct meeting *m, struct act act) {
    const struct event_attend *attend = act.event->body;
    const char *who = text_blank(attend->person) ? attend->name : attend->person;
    const char *agency = attend_agency(m, attend);
    int32_t last = -1;
    bool found = false;
    for (int32_t row = attendance_first(m, who); row >= 0; row = m->attendance[row].next) {
        last = row;
        if (attend_names_hat(attend) && !text_equal(m->attendance[row].agency, agency))
            continue;
        row_set(m, &m->attendance[row], act);
        found = true;
    }
    if (!found)
        row_add(m, act, who, last);
}

bool meeting_in_room(const struct meeting *meeting, const char *agency) {
    int32_t place = agency_place(meeting, agency);
    return place < 0 || meeting->inside->spoken_of[place] == 0 || meeting->inside->attending[place] > 0;
}

void effect_hand_over(struct meeting *m, struct act act) {
    const struct event_hand_over *hand_over = act.event->body;
    if (hand_over->role == HAND_OVER_CHAIR)
        CHANGE(m, m->chair, hand_over->to);
    else
        CHANGE(m, m->minutes, hand_over->to);
}

bool agency_counts(const struct agency *agency) {
    return agency->type == 0 || agency->type == AGENCY_STATUTORY || agency->type == AGENCY_RELEVANT;
}
