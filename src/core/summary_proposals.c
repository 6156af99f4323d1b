/* Drafted agreements: what became of each, and whether the board took it as it was drafted. */
#include "summary_parts.h"

/* The wording a record had when the meeting was first closed: what is changed later is follow-up. */
static const void *as_closed(const struct record_state *record, size_t closed) {
    const struct wording *wording = record->words;
    while (wording->event > closed && wording->earlier)
        wording = wording->earlier;
    return wording->value;
}

static size_t first_close(const struct meeting *m) {
    size_t event = 0;
    while (event < m->event_count && m->events[event].what != DO_CLOSE)
        event++;
    return event;
}

/* Where it was made, what it grew from, how far it is: what the meeting gives is no amendment of the draft. */
static bool given_by_meeting(const struct field *field) {
    static const size_t offsets[] = {offsetof(struct agreement, id),           offsetof(struct agreement, item),
                                     offsetof(struct agreement, from),         offsetof(struct agreement, origin),
                                     offsetof(struct agreement, visibility),   offsetof(struct agreement, status),
                                     offsetof(struct agreement, superseded_by)};
    for (size_t i = 0; i < sizeof offsets / sizeof *offsets; i++)
        if (field->offset == offsets[i])
            return true;
    return false;
}

static bool as_drafted(const struct agreement *draft, const struct agreement *made) {
    for (size_t i = 0; i < SHAPE_PROPOSAL.count; i++) {
        const struct field *field = &SHAPE_PROPOSAL.fields[i];
        if (!given_by_meeting(field) && !field_equal(field, draft, made))
            return false;
    }
    return true;
}

enum proposal_fate proposal_fate(const struct meeting *meeting, size_t place) {
    const struct proposal_state *state = &meeting->proposals[place];
    if (state->rejected)
        return PROPOSAL_REJECTED;
    const struct record_state *record = state->adopted ? meeting_record(meeting, state->adopted) : NULL;
    if (record == NULL)
        return PROPOSAL_WAITS;
    if (record->withdrawn)
        return PROPOSAL_WITHDRAWN;
    const void *made = as_closed(record, first_close(meeting));
    return as_drafted(state->proposal, made) ? PROPOSAL_AS_DRAFTED : PROPOSAL_AMENDED;
}

void sum_proposals(struct summing *w) {
    struct summary *s = w->s;
    s->proposals = w->m->agenda->proposals.count;
    for (size_t i = 0; i < s->proposals; i++) {
        enum proposal_fate fate = proposal_fate(w->m, i);
        s->rejected += fate == PROPOSAL_REJECTED;
        s->adopted += fate == PROPOSAL_AS_DRAFTED || fate == PROPOSAL_AMENDED;
        s->adopted_unamended += fate == PROPOSAL_AS_DRAFTED;
    }
}
