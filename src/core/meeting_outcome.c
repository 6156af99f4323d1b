/* The derived outcome: what was decided, per agency and per finding. */
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "fold.h"

enum { TEXTS_LEAST = 4, OUTCOME_OPEN = 1, OUTCOME_ADJOURNED, OUTCOME_CLOSED, OUTCOME_CONFIRMED };

struct writing {
    const struct meeting *m;
    struct arena *arena;
    struct outcome *outcome;
};

/* Room doubles whenever the count is a power of two. */
static void texts_add(struct arena *arena, struct texts *texts, const char *text) {
    size_t count = texts->count;
    if (count == 0 || (count >= TEXTS_LEAST && (count & (count - 1)) == 0)) {
        const char **more = arena_array(arena, count < TEXTS_LEAST ? TEXTS_LEAST : count * 2, sizeof *more);
        if (count > 0)
            memcpy(more, texts->items, count * sizeof *more);
        texts->items = more;
    }
    texts->items[texts->count++] = text;
}

static struct outcome_agency *agency_row(const struct writing *w, const char *id) {
    int32_t place = agency_place(w->m, id);
    return place < 0 ? NULL : (struct outcome_agency *)w->outcome->agencies.items + place;
}

static struct outcome_finding *finding_row(const struct writing *w, const char *id) {
    int32_t place = meeting_finding_place(w->m, id);
    return place < 0 ? NULL : (struct outcome_finding *)w->outcome->findings.items + place;
}

/* --- rows --- */

static void begin_agencies(const struct writing *w) {
    const struct list *agencies = &w->m->agenda->agencies;
    struct outcome_agency *rows = arena_array(w->arena, agencies->count, sizeof *rows);
    for (size_t i = 0; i < agencies->count; i++)
        rows[i].id = ((const struct agency *)agencies->items)[i].id;
    w->outcome->agencies = (struct list){.items = rows, .count = agencies->count};
}

static void begin_findings(const struct writing *w) {
    size_t count = w->m->agenda->findings.count;
    struct outcome_finding *rows = arena_array(w->arena, count, sizeof *rows);
    for (size_t i = 0; i < count; i++) {
        rows[i].id = w->m->findings[i].finding->id;
        rows[i].position = w->m->findings[i].position ? w->m->findings[i].position->position : 0;
    }
    w->outcome->findings = (struct list){.items = rows, .count = count};
}

static struct number seconds(int64_t ms) {
    return (struct number){.given = true, .value = (int32_t)((ms + MS_SECOND / 2) / MS_SECOND)};
}

static void add_times(const struct writing *w) {
    const struct meeting *m = w->m;
    bool closed = m->status == MEETING_CLOSED || m->status == MEETING_CONFIRMED;
    struct outcome_time *rows = arena_array(w->arena, m->item_count, sizeof *rows);
    for (uint32_t i = 0; i < m->item_count; i++) {
        const struct item_state *item = &m->items[i];
        rows[i] = (struct outcome_time){
            .item = item->item->id,
            .planned = seconds(item->planned),
            .granted = seconds(item->granted),
            .used = seconds(meeting_used(m, i, meeting_last_instant(m))),
        };
        if (closed && item->stage == ITEM_TO_COME)
            texts_add(w->arena, &w->outcome->not_reached, item->item->id);
    }
    w->outcome->times = (struct list){.items = rows, .count = m->item_count};
}

/* --- heard --- */

static void add_heard(const struct writing *w) {
    size_t count = 0;
    const uint64_t *heard = heard_pairs(w->m, w->arena, &count);
    struct outcome_agency *rows = w->outcome->agencies.items;
    for (size_t i = 0; i < count; i++)
        texts_add(w->arena, &rows[heard[i] >> 32].heard, w->m->items[(uint32_t)heard[i]].item->id);
}

/* --- records --- */

static void add_challenge(const struct writing *w, const struct challenge *challenge) {
    struct outcome_agency *by = agency_row(w, challenge->by), *to = agency_row(w, challenge->to);
    struct outcome_finding *finding = finding_row(w, challenge->finding);
    if (by)
        texts_add(w->arena, &by->challenges_made, challenge->id);
    if (to)
        texts_add(w->arena, &to->challenges_received, challenge->id);
    if (finding)
        texts_add(w->arena, &finding->challenges, challenge->id);
}

/* SEEN, by place of the agency: the last agreement its latest word was taken from. */
static void add_assents(const struct writing *w, const struct record_state *record, const struct record_state **seen) {
    for (const struct assent_state *state = record->assents; state; state = state->earlier) {
        int32_t place = agency_place(w->m, state->assent->agency);
        if (place < 0 || seen[place] == record)
            continue;
        seen[place] = record;
        bool given = state->assent->state == ASSENT_AGREED || state->assent->state == ASSENT_RESERVATION;
        if (given && assent_current(record, state))
            texts_add(w->arena, &agency_row(w, state->assent->agency)->assents, record->id);
    }
}

static void add_agreement(const struct writing *w, const struct agreement *agreement) {
    struct outcome_agency *owner = agency_row(w, agreement->owner);
    if (owner)
        texts_add(w->arena, &owner->owns, agreement->id);
    for (size_t i = 0; i < agreement->partners.count; i++) {
        struct outcome_agency *partner = agency_row(w, agreement->partners.items[i]);
        if (partner)
            texts_add(w->arena, &partner->shares, agreement->id);
    }
    for (size_t i = 0; i < agreement->findings.count; i++) {
        struct outcome_finding *finding = finding_row(w, agreement->findings.items[i]);
        if (finding)
            texts_add(w->arena, &finding->agreements, agreement->id);
    }
}

static void add_records(const struct writing *w) {
    const struct record_state **seen = arena_array(w->arena, w->outcome->agencies.count, sizeof *seen);
    for (size_t i = 0; i < w->m->record_count; i++) {
        const struct record_state *record = &w->m->records[i];
        if (record->withdrawn)
            continue;
        if (record->kind == RECORD_CHALLENGE)
            add_challenge(w, record->now);
        if (record->kind != RECORD_AGREEMENT)
            continue;
        add_agreement(w, record->now);
        add_assents(w, record, seen);
    }
}

static int status_of(enum meeting_status status) {
    switch (status) {
    case MEETING_ADJOURNED:
        return OUTCOME_ADJOURNED;
    case MEETING_CLOSED:
        return OUTCOME_CLOSED;
    case MEETING_CONFIRMED:
        return OUTCOME_CONFIRMED;
    default:
        return OUTCOME_OPEN;
    }
}

struct outcome *meeting_outcome(const struct meeting *meeting, struct arena *arena) {
    struct outcome *outcome = arena_alloc(arena, sizeof *outcome);
    struct writing w = {.m = meeting, .arena = arena, .outcome = outcome};
    outcome->as_of = (struct number){.given = true, .value = (int32_t)meeting->event_count};
    outcome->status = status_of(meeting->status);
    begin_agencies(&w);
    begin_findings(&w);
    add_times(&w);
    add_heard(&w);
    add_records(&w);
    return outcome;
}
