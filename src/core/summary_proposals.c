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

/* All that a draft can say is as it says; what only the meeting gives is no amendment. */
static bool as_drafted(const struct agreement *draft, const struct agreement *made) {
    for (size_t i = 0; i < SHAPE_PROPOSAL.count; i++) {
        const struct field *field = &SHAPE_PROPOSAL.fields[i];
        bool given_by_meeting = field->type == FIELD_ID || field->offset == offsetof(struct agreement, origin) ||
                                field->offset == offsetof(struct agreement, visibility);
        if (!given_by_meeting && !field_equal(field, draft, made))
            return false;
    }
    return true;
}

void sum_proposals(struct summing *w) {
    struct summary *s = w->s;
    const struct meeting *m = w->m;
    s->proposals = m->agenda->proposals.count;
    size_t closed = s->proposals > 0 ? first_close(m) : 0;
    for (size_t i = 0; i < s->proposals; i++) {
        const struct proposal_state *state = &m->proposals[i];
        const struct record_state *record = state->adopted ? meeting_record(m, state->adopted) : NULL;
        s->rejected += state->rejected;
        if (record == NULL || record->withdrawn)
            continue;
        s->adopted++;
        s->adopted_unamended += as_drafted(state->proposal, as_closed(record, closed));
    }
}
