/* Quorum: who was in the room at each moment, said from attendance alone and never taken for granted. */
#include "candour/base/text.h"
#include "fold.h"
#include "summary_parts.h"

enum seat { SEAT_EMPTY, SEAT_UNRECORDED, SEAT_TAKEN, SEATS };

struct roll {
    struct summing *w;
    size_t needed;
    bool *must; /* by agency */
    size_t musts;
    int *rows;       /* state of each row of attendance, 0: not there yet */
    size_t *spoken;  /* rows, by agency */
    size_t *present; /* rows that say so */
    size_t counted[SEATS], musted[SEATS];
    size_t said; /* rows in all */
};

static enum seat seat_of(const struct roll *roll, size_t agency) {
    if (roll->present[agency] > 0)
        return SEAT_TAKEN;
    return roll->spoken[agency] > 0 ? SEAT_EMPTY : SEAT_UNRECORDED;
}

/* AGENCY is counted where it sits (BY 1) or taken from there (BY -1). */
static void seat_count(struct roll *roll, size_t agency, int by) {
    enum seat seat = seat_of(roll, agency);
    if (roll->w->s->parties[agency].counts)
        roll->counted[seat] += (size_t)by;
    if (roll->must[agency])
        roll->musted[seat] += (size_t)by;
    if (seat == SEAT_TAKEN)
        roll->w->s->parties[agency].attended = true;
}

static void roll_begin(struct roll *roll, struct summing *w) {
    const struct meeting_details *details = w->m->agenda->meeting;
    const struct quorum *quorum = details ? details->quorum : NULL;
    size_t agencies = w->s->agency_count;
    *roll = (struct roll){.w = w};
    roll->must = arena_array(w->arena, agencies, sizeof *roll->must);
    roll->rows = arena_array(w->arena, w->m->attendance_count, sizeof *roll->rows);
    roll->spoken = arena_array(w->arena, agencies, sizeof *roll->spoken);
    roll->present = arena_array(w->arena, agencies, sizeof *roll->present);
    if (quorum && quorum->agencies.given)
        roll->needed = (size_t)quorum->agencies.value;
    for (size_t i = 0; quorum && i < quorum->must_include.count; i++) {
        int32_t agency = agency_place(w->m, quorum->must_include.items[i]);
        if (agency >= 0 && !roll->must[agency])
            roll->must[agency] = ++roll->musts > 0;
    }
    for (size_t i = 0; i < agencies; i++)
        seat_count(roll, i, 1);
}

static enum quorum_state roll_state(const struct roll *roll) {
    const size_t *counted = roll->counted, *musted = roll->musted;
    if (roll->needed == 0 && roll->musts == 0)
        return QUORUM_NOT_SET;
    if (roll->said == 0)
        return QUORUM_UNKNOWN;
    if (counted[SEAT_TAKEN] >= roll->needed && musted[SEAT_TAKEN] == roll->musts)
        return QUORUM_MET;
    bool might = counted[SEAT_TAKEN] + counted[SEAT_UNRECORDED] >= roll->needed && musted[SEAT_EMPTY] == 0;
    return might ? QUORUM_UNKNOWN : QUORUM_NOT_MET;
}

static void row_says(struct roll *roll, size_t row, int state) {
    int32_t agency = agency_place(roll->w->m, roll->w->m->attendance[row].agency);
    int before = roll->rows[row];
    roll->rows[row] = state;
    roll->said += before == 0;
    if (agency < 0)
        return;
    seat_count(roll, (size_t)agency, -1);
    roll->spoken[agency] += before == 0;
    roll->present[agency] += (size_t)(state == ATTEND_PRESENT) - (size_t)(before == ATTEND_PRESENT);
    seat_count(roll, (size_t)agency, 1);
}

/* The fold made the same rows in the same order: only when each came to be is found out anew. */
static void attended(struct roll *roll, const struct event_attend *attend) {
    const struct meeting *m = roll->w->m;
    const char *agency = attend_agency(m, attend);
    bool hat = attend_names_hat(attend), found = false;
    int32_t first = attendance_first(m, text_blank(attend->person) ? attend->name : attend->person);
    for (int32_t row = first; row >= 0; row = m->attendance[row].next) {
        if (roll->rows[row] == 0 || (hat && !text_equal(m->attendance[row].agency, agency)))
            continue;
        row_says(roll, (size_t)row, attend->state);
        found = true;
    }
    for (int32_t row = first; row >= 0 && !found; row = m->attendance[row].next) {
        if (roll->rows[row] != 0 || !text_equal(m->attendance[row].agency, agency))
            continue;
        row_says(roll, (size_t)row, attend->state);
        found = true;
    }
}

void sum_quorum(struct summing *w) {
    const struct meeting *m = w->m;
    struct roll roll;
    roll_begin(&roll, w);
    w->quorum = arena_array(w->arena, m->record_count, sizeof *w->quorum);
    size_t record = 0;
    for (size_t i = 0; i < m->event_count; i++) {
        if (m->events[i].what == DO_ATTEND && event_stands(m, i))
            attended(&roll, m->events[i].body);
        for (; record < m->record_count && m->records[record].event == i; record++)
            w->quorum[record] = roll_state(&roll);
    }
    w->s->quorum = roll_state(&roll);
    w->s->quorum_present = roll.counted[SEAT_TAKEN];
    w->s->quorum_unrecorded = roll.counted[SEAT_UNRECORDED];
    w->s->quorum_needed = roll.needed;
    for (size_t i = 0; i < w->s->agency_count; i++)
        if (roll.must[i] && seat_of(&roll, i) != SEAT_TAKEN)
            texts_push(w->arena, &w->s->quorum_missing, w->s->parties[i].id);
}

/* --- remarks --- */

static struct texts recorded_with(struct summing *w, enum quorum_state state) {
    struct texts ids = {.items = NULL};
    size_t at = 0;
    for (const struct record_state *record; (record = record_next(w, RECORD_AGREEMENT, &at));)
        if (w->quorum[at - 1] == state)
            texts_push(w->arena, &ids, record->id);
    return ids;
}

/* Quorum matters to what is decided. */
static bool decided(const struct summing *w) {
    bool position = false;
    for (size_t i = 0; i < w->s->finding_count; i++)
        position = position || w->s->findings[i].position != 0;
    return position || w->s->agreement_count > 0;
}

void remark_quorum_unknown(struct summing *w, enum remark_kind kind) {
    struct texts ids = recorded_with(w, QUORUM_UNKNOWN);
    if (!decided(w))
        return;
    if (w->m->attendance_count == 0 && w->s->quorum == QUORUM_UNKNOWN)
        remark_add(w, kind, NULL, "Attendance not recorded: quorum cannot be confirmed");
    else if (ids.count > 0)
        remark_list(w, kind, "Quorum cannot be confirmed at", &ids);
    else if (w->s->quorum == QUORUM_UNKNOWN)
        remark_add(w, kind, NULL, "Quorum cannot be confirmed: attendance of %zu not recorded",
                   w->s->quorum_unrecorded);
}

/* What it falls short of: "5 of 6 agencies, without CCG". */
static const char *shortfall(struct summing *w) {
    const struct summary *s = w->s;
    const char *few = "", *missing = "";
    if (s->quorum_present < s->quorum_needed)
        few = arena_format(w->arena, "%zu of %zu agencies", s->quorum_present, s->quorum_needed);
    if (s->quorum_missing.count > 0)
        missing = arena_format(w->arena, "without %s", texts_said(w->arena, &s->quorum_missing));
    return arena_format(w->arena, "%s%s%s", few, *few && *missing ? ", " : "", missing);
}

void remark_quorum_not_met(struct summing *w, enum remark_kind kind) {
    struct texts ids = recorded_with(w, QUORUM_NOT_MET);
    remark_list(w, kind, "Quorum was not met at", &ids);
    if (w->s->quorum == QUORUM_NOT_MET && !w->ended)
        remark_add(w, kind, NULL, "Quorum is not met now: %s", shortfall(w));
}
