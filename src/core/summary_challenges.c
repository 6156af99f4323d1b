/* Challenges: who challenged whom, what is open, what was promised. */
#include "candour/base/text.h"
#include "summary_parts.h"

/* Who the chair was handed over to, up to the event at the end of what was read. */
struct chairing {
    size_t event;
    const char *chair; /* NULL: not handed over */
};

static const char *chair_at(const struct meeting *m, struct chairing *chairing, size_t event) {
    for (; chairing->event < event; chairing->event++) {
        const struct event *said = &m->events[chairing->event];
        if (said->what != DO_HAND_OVER || !event_stands(m, chairing->event))
            continue;
        const struct event_hand_over *hand_over = said->body;
        if (hand_over->role == HAND_OVER_CHAIR)
            chairing->chair = hand_over->to;
    }
    return chairing->chair;
}

static bool past(const struct summing *w, day due) {
    return due != 0 && due < w->today;
}

static bool is_open(const struct challenge *challenge) {
    return challenge->outcome == 0 || challenge->outcome == CHALLENGE_OPEN;
}

static const char *promiser(const struct challenge *challenge) {
    return challenge->given_by ? challenge->given_by : challenge->to;
}

static struct challenge_summary challenge_of(const struct summing *w, const struct record_state *record,
                                             const char *chair) {
    const struct challenge *challenge = record->now;
    struct challenge_summary row = {
        .record = record,
        .challenge = challenge,
        .open = is_open(challenge),
        .answered = !text_blank(challenge->given),
        .promised = challenge->evidence == EVIDENCE_PROMISED && challenge->outcome != CHALLENGE_WITHDRAWN,
        .from = party_of(w, challenge->by, chair),
        .to = party_of(w, challenge->to, chair),
        .promiser = party_of(w, promiser(challenge), NULL),
    };
    row.answer_late = row.open && past(w, challenge->respond_by);
    row.evidence_late = row.promised && past(w, challenge->evidence_due);
    row.late = row.answer_late || row.evidence_late;
    return row;
}

static void to_parties(struct summing *w, const struct challenge_summary *row) {
    const char *id = row->record->id;
    texts_push(w->arena, &w->s->parties[row->from].made, id);
    texts_push(w->arena, &w->s->parties[row->to].received, id);
    if (row->promised)
        texts_push(w->arena, &w->s->parties[row->promiser].promised, id);
    if (w->s->matrix)
        w->s->matrix[row->from * w->s->party_count + row->to]++;
}

void sum_challenges(struct summing *w) {
    struct summary *s = w->s;
    size_t at = 0, open = 0, made = 0, settled;
    for (const struct record_state *record; (record = record_next(w, RECORD_CHALLENGE, &at)); s->challenge_count++)
        s->open_count += is_open(record->now);
    s->challenges = arena_array(w->arena, s->challenge_count, sizeof *s->challenges);
    if (s->party_count <= GRID_MOST / s->party_count)
        s->matrix = arena_array(w->arena, s->party_count * s->party_count, sizeof *s->matrix);
    w->challenges = arena_array(w->arena, s->challenge_count, sizeof *w->challenges);
    struct chairing chairing = {.event = 0};
    settled = s->open_count;
    at = 0;
    for (const struct record_state *record; (record = record_next(w, RECORD_CHALLENGE, &at));) {
        struct challenge_summary *row = &s->challenges[is_open(record->now) ? open++ : settled++];
        *row = challenge_of(w, record, chair_at(w->m, &chairing, record->event));
        w->challenges[made++] = row;
        to_parties(w, row);
    }
}

uint32_t summary_between(const struct summary *summary, size_t from, size_t to) {
    return summary->matrix ? summary->matrix[from * summary->party_count + to] : 0;
}

/* --- remarks --- */

/* An agency of type chair is the chair too. */
static bool from_chair(const struct summing *w, const struct challenge_summary *challenge) {
    const struct agency *agency = w->s->parties[challenge->from].agency;
    if (agency)
        return agency->type == AGENCY_CHAIR;
    return challenge->from == w->s->agency_count + PARTY_CHAIR;
}

void remark_all_from_chair(struct summing *w, enum remark_kind kind) {
    size_t count = w->s->challenge_count;
    for (size_t i = 0; i < count; i++)
        if (!from_chair(w, &w->s->challenges[i]))
            return;
    if (count == 1)
        remark_add(w, kind, w->s->challenges[0].record->id, "The one challenge so far came from the chair");
    else if (count > 1)
        remark_add(w, kind, w->s->challenges[0].record->id, "All %zu challenges came from the chair", count);
}

static struct texts open_with(struct summing *w, bool (*wanted)(const struct challenge_summary *row)) {
    struct texts ids = {.items = NULL};
    for (size_t i = 0; i < w->s->open_count; i++)
        if (wanted(&w->s->challenges[i]))
            texts_push(w->arena, &ids, w->s->challenges[i].record->id);
    return ids;
}

static bool unanswered(const struct challenge_summary *row) {
    return !row->answered;
}

static bool without_date(const struct challenge_summary *row) {
    return row->challenge->respond_by == 0;
}

void remark_unanswered(struct summing *w, enum remark_kind kind) {
    struct texts ids = open_with(w, unanswered);
    remark_list(w, kind, "No answer yet", &ids);
}

void remark_no_date(struct summing *w, enum remark_kind kind) {
    struct texts ids = open_with(w, without_date);
    remark_list(w, kind, "Open, no date to answer by", &ids);
}

void remark_promised(struct summing *w, enum remark_kind kind) {
    for (size_t i = 0; i < w->s->challenge_count; i++) {
        if (!w->challenges[i]->promised)
            continue;
        const struct challenge *challenge = w->challenges[i]->challenge;
        char due[DAY_SIZE];
        day_write(challenge->evidence_due, due);
        remark_add(w, kind, challenge->id, "Evidence promised on %s: %s %s%s%s", challenge->id, promiser(challenge),
                   *due ? "by " : "without a date", due, w->challenges[i]->evidence_late ? ", late" : "");
    }
}
