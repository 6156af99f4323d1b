/* The summary as a whole. */
#include "candour/core/summary.h"

#include "candour/base/text.h"
#include "summary_parts.h"

bool event_stands(const struct meeting *m, size_t event) {
    return !m->event_notes[event].undone;
}

const struct record_state *record_next(const struct summing *w, enum record_kind kind, size_t *at) {
    while (*at < w->m->record_count) {
        const struct record_state *record = &w->m->records[(*at)++];
        if (record->kind == kind && !record->withdrawn)
            return record;
    }
    return NULL;
}

size_t records_standing(const struct summing *w, enum record_kind kind) {
    size_t count = 0;
    for (size_t at = 0; record_next(w, kind, &at);)
        count++;
    return count;
}

static void sum_quiet(struct summing *w) {
    for (size_t i = 0; i < w->s->agency_count; i++) {
        struct agency_summary *row = &w->s->parties[i];
        row->quiet = row->counts && row->made.count + row->received.count + row->heard.count + row->owns.count == 0;
    }
}

static struct summing begin(const struct meeting *meeting, struct stamp now, instant clock, struct arena *arena) {
    struct summary *s = arena_alloc(arena, sizeof *s);
    s->meeting = meeting;
    s->now = now;
    return (struct summing){
        .m = meeting,
        .arena = arena,
        .s = s,
        .today = stamp_day(now),
        .clock = clock,
        .ended = meeting->status == MEETING_ADJOURNED || meeting->status == MEETING_CLOSED ||
                 meeting->status == MEETING_CONFIRMED,
    };
}

static struct summary *sum(const struct meeting *meeting, struct stamp now, instant clock, struct arena *arena) {
    struct summing w = begin(meeting, now, clock, arena);
    sum_parties(&w);
    sum_quorum(&w);
    sum_challenges(&w);
    sum_agreements(&w);
    sum_quiet(&w);
    sum_findings(&w);
    sum_links(&w);
    sum_touches(&w);
    sum_times(&w);
    sum_items(&w);
    sum_proposals(&w);
    sum_engagements(&w);
    sum_remarks(&w);
    sum_questions(&w);
    return w.s;
}

struct summary *summary_of(const struct meeting *meeting, struct stamp now, struct arena *arena) {
    return sum(meeting, now, now.at, arena);
}

struct summary *summary_later(const struct meeting *meeting, struct stamp now, struct arena *arena) {
    return sum(meeting, now, meeting_last_instant(meeting), arena);
}

const struct summary *sum_outcome(const struct meeting *meeting, struct arena *arena) {
    instant last = meeting_last_instant(meeting);
    struct summing w = begin(meeting, (struct stamp){.at = last}, last, arena);
    w.lists_only = true;
    sum_parties(&w);
    sum_challenges(&w);
    sum_agreements(&w);
    sum_findings(&w);
    sum_times(&w);
    return w.s;
}

const char *quorum_word(enum quorum_state state) {
    static const char *const words[] = {
        [QUORUM_NOT_SET] = "not set",
        [QUORUM_UNKNOWN] = "cannot be confirmed",
        [QUORUM_MET] = "met",
        [QUORUM_NOT_MET] = "not met",
    };
    return words[state];
}

const struct challenge_summary *summary_challenge(const struct summary *summary, const char *id) {
    for (size_t i = 0; i < summary->challenge_count; i++)
        if (text_equal(summary->challenges[i].record->id, id))
            return &summary->challenges[i];
    return NULL;
}

const struct agreement_summary *summary_agreement(const struct summary *summary, const char *id) {
    for (size_t i = 0; i < summary->agreement_count; i++)
        if (text_equal(summary->agreements[i].record->id, id))
            return &summary->agreements[i];
    return NULL;
}

const struct finding_summary *summary_finding(const struct summary *summary, const char *id) {
    int32_t place = meeting_finding_place(summary->meeting, id);
    return place < 0 ? NULL : &summary->findings[place];
}

const struct agency_summary *summary_party(const struct summary *summary, const char *id) {
    for (size_t i = 0; id && i < summary->party_count; i++)
        if (text_equal(summary->parties[i].id, id))
            return &summary->parties[i];
    return NULL;
}
