/* What the parts of the summary share; nobody outside core/summary, core/meeting_outcome
 * and core/carry includes it.
 *
 * Each part reads the meeting and fills its own members of the summary, in the order listed here: a later one may read
 * what an earlier one left. All of them go once through the events or records, whatever a meeting's size.
 */
#ifndef CANDOUR_CORE_SUMMARY_PARTS_H
#define CANDOUR_CORE_SUMMARY_PARTS_H

#include "candour/base/arena.h"
#include "candour/core/summary.h"

/* The agreements on a finding, in order of recording. */
struct finding_rows {
    const struct agreement_summary **list;
    size_t count;
};

struct summing {
    const struct meeting *m;
    struct arena *arena;
    struct summary *s;
    day today;
    instant clock;             /* up to which a running item is counted */
    bool ended;                /* adjourned, closed or confirmed */
    bool lists_only;           /* for the outcome: no figures, assent or strength of single agreements */
    enum quorum_state *quorum; /* as each record was made, by its place */
    const struct challenge_summary **challenges; /* in order of recording */
    const struct agreement_summary **agreements; /* in order of recording */
    struct finding_rows *rows;                   /* by finding */
};

void sum_parties(struct summing *w);
void sum_quorum(struct summing *w);
void sum_challenges(struct summing *w);
void sum_agreements(struct summing *w);
void sum_findings(struct summing *w);
void sum_touches(struct summing *w);
void sum_times(struct summing *w);
void sum_items(struct summing *w);
void sum_proposals(struct summing *w);
void sum_engagements(struct summing *w);
void sum_links(struct summing *w);
void sum_remarks(struct summing *w);
void sum_questions(struct summing *w);

/* As much of it as the outcome holds; what it does not hold is left empty. */
const struct summary *sum_outcome(const struct meeting *meeting, struct arena *arena);

/* --- parties --- */

/* The number of the party ID stands for; people are PARTY_ALONE, unless they are CHAIR's person or speak for an agency.
 * CHAIR: who the chair was handed over to, NULL when it was not. */
size_t party_of(const struct summing *w, const char *id, const char *chair);
/* NULL when ID is none. */
struct agency_summary *party_row(const struct summing *w, const char *id);

/* --- records --- */

/* The next standing record of a kind from *AT on, which is set behind it; NULL at the end. */
const struct record_state *record_next(const struct summing *w, enum record_kind kind, size_t *at);
size_t records_standing(const struct summing *w, enum record_kind kind);
/* Was the event said and not undone? */
bool event_stands(const struct meeting *m, size_t event);

/* --- sets of places: a new round empties one --- */

struct places {
    uint32_t *rounds;
    uint32_t round;
};

struct places places_of(struct arena *arena, size_t count);
/* True the first time in this round. */
bool places_add(struct places *places, size_t place);
bool places_have(const struct places *places, size_t place);

/* --- texts --- */

/* Where the next of COUNT things of SIZE goes: ITEMS, or a copy with more room. */
void *more_room(struct arena *arena, void *items, size_t count, size_t size);
void texts_push(struct arena *arena, struct texts *texts, const char *text);
/* "POL, CCG and 3 more": at most eight. */
const char *texts_said(struct arena *arena, const struct texts *texts);
/* A line more. */
void texts_line(struct arena *arena, struct texts *texts, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
const char *plural(size_t count); /* "" for one, else "s" */

/* --- remarks --- */

void remark_add(struct summing *w, enum remark_kind kind, const char *subject, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* "WORDS: POL, CCG"; nothing when there is none. */
void remark_list(struct summing *w, enum remark_kind kind, const char *words, const struct texts *ids);
/* Remarks by what they are about; the table of them is in summary_remarks.c. */
typedef void remark_maker(struct summing *w, enum remark_kind kind);
remark_maker remark_all_from_chair, remark_never_challenging, remark_never_challenged, remark_unanswered,
    remark_no_date, remark_promised, remark_untouched, remark_no_position, remark_never_opened, remark_all_weak,
    remark_too_many, remark_everything_now, remark_nothing_linked, remark_learning, remark_priority, remark_silent,
    remark_owns_nothing, remark_item_empty, remark_item_rushed, remark_quorum_unknown, remark_quorum_not_met,
    remark_engagement_remote, remark_engagement_no_test, remark_engagement_practitioners, remark_engagement_leaders;

#endif
