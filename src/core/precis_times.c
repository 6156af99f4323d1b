/* How long answers, settling and doing took, from the wordings of each record and the instants they were said at. */
#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "precis_parts.h"

typedef bool is_so(const void *record);

/* The earliest of the latest wordings in a row for which it IS so; NULL when it is not so now. */
static const struct wording *since_when(const struct record_state *record, is_so *is) {
    const struct wording *since = NULL;
    for (const struct wording *words = record->words; words != NULL && is(words->value); words = words->earlier)
        since = words;
    return since;
}

/* The first wording of all for which it is so. */
static const struct wording *first_when(const struct record_state *record, is_so *is) {
    const struct wording *first = NULL;
    for (const struct wording *words = record->words; words != NULL; words = words->earlier)
        first = is(words->value) ? words : first;
    return first;
}

static bool answered(const void *record) {
    return !text_blank(((const struct challenge *)record)->given);
}

static bool settled(const void *record) {
    int outcome = ((const struct challenge *)record)->outcome;
    return outcome != 0 && outcome != CHALLENGE_OPEN;
}

static bool done(const void *record) {
    int status = ((const struct agreement *)record)->status;
    return status == AGREEMENT_DONE || status == AGREEMENT_EVIDENCED || status == AGREEMENT_IMPACT_TESTED;
}

static struct stamp said_at(const struct precis_making *m, size_t event) {
    return m->meeting->events[event].at;
}

static void add_time(const struct precis_making *m, struct precis *out, struct precis_time *rows,
                     enum precis_time_kind kind, const struct record_state *record, const char *party, int64_t ms) {
    if (party != NULL)
        rows[out->time_count++] = (struct precis_time){.kind = kind,
                                                       .id = record->id,
                                                       .party = party,
                                                       .party_name = party_name(m->meeting->agenda, party),
                                                       .ms = ms};
}

static void add_challenge(const struct precis_making *m, struct precis *out, struct precis_time *rows,
                          const struct challenge_summary *row) {
    const struct record_state *record = row->record;
    const struct wording *answer = answered(record->now) ? first_when(record, answered) : NULL;
    const struct wording *settle = row->challenge->outcome == CHALLENGE_WITHDRAWN ? NULL : since_when(record, settled);
    instant put = said_at(m, record->event).at;
    if (answer != NULL) {
        const struct challenge *given = answer->value;
        const char *party = given->given_by != NULL ? given->given_by : given->to;
        add_time(m, out, rows, TIME_ANSWER, record, party, said_at(m, answer->event).at - put);
    }
    if (settle != NULL)
        add_time(m, out, rows, TIME_SETTLE, record, row->challenge->to, said_at(m, settle->event).at - put);
}

static void add_agreement(const struct precis_making *m, struct precis *out, struct precis_time *rows,
                          const struct agreement_summary *row) {
    const struct wording *since = since_when(row->record, done);
    if (since == NULL || row->agreement->due == 0)
        return;
    day on = stamp_day(said_at(m, since->event));
    add_time(m, out, rows, TIME_DONE, row->record, row->agreement->owner, on - row->agreement->due);
}

void precis_times(const struct precis_making *m, struct precis *out) {
    const struct summary *s = m->summary;
    struct precis_time *rows = arena_array(m->arena, 2 * s->challenge_count + s->agreement_count, sizeof *rows);
    for (size_t i = 0; i < s->challenge_count; i++)
        add_challenge(m, out, rows, &s->challenges[i]);
    for (size_t i = 0; i < s->agreement_count; i++)
        add_agreement(m, out, rows, &s->agreements[i]);
    out->times = rows;
}
