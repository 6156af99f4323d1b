/* The quality marker: what the record holds for each question, and what it does not. Questions are answered by their
 * measure, so that the marker of an agenda's own finds its evidence too. Gaps are the remarks, word for word. */
#include "candour/core/reading.h"
#include "fold.h"
#include "summary_parts.h"

#define KIND(kind) ((uint32_t)1 << REMARK_##kind)
#define LINE(lines, ...) texts_line(w->arena, (lines), __VA_ARGS__)

static void list_line(struct summing *w, struct texts *lines, const char *words, const struct texts *ids) {
    if (ids->count > 0)
        LINE(lines, "%s: %s", words, texts_said(w->arena, ids));
}

static bool started(const struct summing *w) {
    return w->m->first_start != 0;
}

/* --- mechanism --- */

static void mechanism_decisions(struct summing *w, struct texts *lines) {
    size_t left = 0, empty = 0;
    for (size_t i = 0; i < w->s->item_count; i++) {
        const struct item_summary *row = &w->s->items[i];
        left += row->left && w->m->items[row->place].item->purpose == PURPOSE_DECISION;
        empty += row->empty;
    }
    if (left > 0)
        LINE(lines, "%zu of %zu decision items left with something recorded", left - empty, left);
}

static void mechanism_findings(struct summing *w, struct texts *lines) {
    const struct summary *s = w->s;
    size_t opened = 0, positions = 0;
    for (size_t i = 0; i < s->finding_count; i++) {
        opened += s->findings[i].opened;
        positions += s->findings[i].position != 0;
    }
    if (s->finding_count > 0)
        LINE(lines, "%zu of %zu findings opened, %zu with a position", opened, s->finding_count, positions);
}

static void mechanism_evidence(struct summing *w, struct texts *lines) {
    size_t reached = 0, count = w->m->extension_count;
    for (size_t i = 0; i < w->s->item_count; i++)
        reached += w->s->items[i].reached;
    LINE(lines, "%zu of %zu items taken, each with its purpose and time", reached, w->s->item_count);
    mechanism_findings(w, lines);
    mechanism_decisions(w, lines);
    if (count > 0)
        LINE(lines, "%zu change%s of time, each with who paid", count, plural(count));
    if (w->s->quorum == QUORUM_MET)
        LINE(lines, "Quorum met");
}

static void mechanism_gaps(struct summing *w, struct texts *lines) {
    list_line(w, lines, "Not reached", &w->s->not_reached);
}

/* --- challenge --- */

/* Parties that have something in the list at OFFSET. */
static size_t parties_with(const struct summing *w, size_t count, size_t offset) {
    size_t having = 0;
    for (size_t i = 0; i < count; i++) {
        const char *row = (const char *)&w->s->parties[i];
        having += ((const struct texts *)(const void *)(row + offset))->count > 0;
    }
    return having;
}

static void challenge_directions(struct summing *w, struct texts *lines) {
    size_t between = 0, above = 0, chair = 0, agencies = w->s->agency_count;
    for (size_t i = 0; i < w->s->challenge_count; i++) {
        const struct challenge_summary *row = &w->s->challenges[i];
        between += row->from < agencies && row->to < agencies;
        above += row->to == agencies + PARTY_BOARD || row->to == agencies + PARTY_CHAIR;
        chair += row->from == agencies + PARTY_CHAIR;
    }
    LINE(lines, "%zu between agencies, %zu to the Board or the chair, %zu by the chair", between, above, chair);
}

static void challenge_evidence(struct summing *w, struct texts *lines) {
    const struct summary *s = w->s;
    size_t answered = 0, agencies = s->agency_count;
    for (size_t i = 0; i < s->challenge_count; i++)
        answered += s->challenges[i].answered;
    if (s->challenge_count > 0) {
        LINE(lines, "%zu challenge%s: %zu answered, %zu open", s->challenge_count, plural(s->challenge_count), answered,
             s->open_count);
        LINE(lines, "Put by %zu, received by %zu",
             parties_with(w, s->party_count, offsetof(struct agency_summary, made)),
             parties_with(w, s->party_count, offsetof(struct agency_summary, received)));
        challenge_directions(w, lines);
    }
    if (agencies > 0 && started(w))
        LINE(lines, "%zu of %zu agencies heard", parties_with(w, agencies, offsetof(struct agency_summary, heard)),
             agencies);
}

static void challenge_gaps(struct summing *w, struct texts *lines) {
    if (w->s->challenge_count == 0 && started(w))
        LINE(lines, "No challenge recorded");
}

/* --- time --- */

static void time_purposes(struct summing *w, struct texts *lines) {
    const char *said = "";
    for (int i = PURPOSE_INFORMATION; i <= PURPOSE_BREAK; i++) {
        const struct time_share *share = &w->s->purposes[i];
        if (share->planned != 0 || share->used != 0)
            said = arena_format(w->arena, "%s%s%s %d planned, %d used", said, *said ? "; " : "",
                                choice_word(&CHOICES_PURPOSE, i), (int)duration_minutes(share->planned),
                                (int)duration_minutes(share->used));
    }
    if (*said)
        LINE(lines, "Minutes by purpose: %s", said);
}

static void time_findings(struct summing *w, struct texts *lines) {
    struct texts said = {.items = NULL};
    for (size_t i = 0; i < w->s->finding_count; i++)
        if (w->s->findings[i].used > 0)
            texts_line(w->arena, &said, "%s %d", w->s->findings[i].state->finding->id,
                       (int)duration_minutes(w->s->findings[i].used));
    list_line(w, lines, "Minutes by finding", &said);
}

/* How long the board had the report, up to the day it met on it. */
static void time_meeting(struct summing *w, struct texts *lines) {
    const struct agenda *agenda = w->m->agenda;
    day received = agenda->review ? agenda->review->received : 0;
    int days = started(w) && received != 0 ? stamp_day(w->m->events[0].at) - received : -1;
    int type = agenda->meeting ? agenda->meeting->type : 0;
    const char *kind = type ? choice_word(&CHOICES_MEETING_TYPE, type) : "";
    if (days >= 0)
        LINE(lines, "%s%s%d day%s after the report was received", kind, *kind ? " meeting, " : "", days,
             plural((size_t)days));
    else if (*kind)
        LINE(lines, "%s meeting", kind);
}

static void time_evidence(struct summing *w, struct texts *lines) {
    const struct time_share *total = &w->s->total;
    LINE(lines, "%d minutes planned, %d granted, %d used", (int)duration_minutes(total->planned),
         (int)duration_minutes(total->granted), (int)duration_minutes(total->used));
    time_purposes(w, lines);
    time_findings(w, lines);
    time_meeting(w, lines);
}

static void time_gaps(struct summing *w, struct texts *lines) {
    const struct time_share *receiving = &w->s->purposes[PURPOSE_INFORMATION];
    const struct time_share *deciding = &w->s->purposes[PURPOSE_DECISION];
    bool taken = false;
    for (size_t i = 0; i < w->s->finding_count; i++)
        taken = taken || w->s->findings[i].opened;
    if (w->ended && receiving->used > deciding->used)
        LINE(lines, "More time receiving (%d minutes) than deciding (%d)", (int)duration_minutes(receiving->used),
             (int)duration_minutes(deciding->used));
    if (taken && !w->s->focus_kept)
        LINE(lines, "Minutes by finding were not kept");
}

/* --- links --- */

static void links_evidence(struct summing *w, struct texts *lines) {
    const struct summary *s = w->s;
    size_t linked = 0, none = 0, shown = 0;
    for (size_t i = 0; i < s->agreement_count; i++) {
        const struct agreement_summary *row = &s->agreements[i];
        none += row->owed && row->links_none;
        linked += row->owed && !row->links_none && (row->lacks & LACK_LINKS) == 0;
    }
    for (size_t i = 0; i < s->finding_count; i++)
        shown += s->findings[i].learning.count + s->findings[i].priorities.count > 0;
    if (s->owed_count > 0)
        LINE(lines, "%zu of %zu agreements linked, %zu said to have none", linked, s->owed_count, none);
    list_line(w, lines, "Work under way linked", &s->learning_linked);
    list_line(w, lines, "Plan priorities linked", &s->priorities_linked);
    if (shown > 0)
        LINE(lines, "%zu of %zu findings have work under way or a priority beside them", shown, s->finding_count);
}

static void links_gaps(struct summing *w, struct texts *lines) {
    list_line(w, lines, "Neither links nor none", agreements_lacking(w->s, LACK_LINKS));
}

/* --- priority --- */

static void priority_counts(struct summing *w, struct texts *lines) {
    size_t counts[PRIORITY_NATIONAL + 1] = {0};
    struct texts said = {.items = NULL};
    for (size_t i = 0; i < w->s->agreement_count; i++)
        if (w->s->agreements[i].owed)
            counts[w->s->agreements[i].priority]++;
    for (int i = PRIORITY_NOW; i <= PRIORITY_NATIONAL; i++)
        if (counts[i] > 0)
            texts_line(w->arena, &said, "%s %zu", choice_word(&CHOICES_AGREEMENT_PRIORITY, i), counts[i]);
    list_line(w, lines, "Agreements by priority", &said);
}

static void priority_deferred(struct summing *w, struct texts *lines) {
    struct texts ids = {.items = NULL};
    for (size_t i = 0; i < w->s->agreement_count; i++)
        if (w->s->agreements[i].owed && w->s->agreements[i].priority == PRIORITY_DEFERRED)
            texts_push(w->arena, &ids, w->s->agreements[i].record->id);
    list_line(w, lines, "Deferred with a reason and a day to look again", &ids);
}

static void priority_strengths(struct summing *w, struct texts *lines) {
    struct texts said = {.items = NULL};
    for (int i = STRENGTH_STRONG; i <= STRENGTH_WEAK; i++)
        if (w->s->strengths[i] > 0)
            texts_line(w->arena, &said, "%s %zu", choice_word(&CHOICES_STRENGTH, i), w->s->strengths[i]);
    list_line(w, lines, "Strength", &said);
}

static void priority_evidence(struct summing *w, struct texts *lines) {
    const struct summary *s = w->s;
    priority_counts(w, lines);
    priority_deferred(w, lines);
    priority_strengths(w, lines);
    if (s->proposals > 0 && started(w))
        LINE(lines, "%zu drafted: %zu adopted, %zu of them unamended, %zu rejected", s->proposals, s->adopted,
             s->adopted_unamended, s->rejected);
}

static void priority_gaps(struct summing *w, struct texts *lines) {
    static const enum lack shown[] = {LACK_PRIORITY, LACK_OWNER, LACK_DUE};
    if (w->s->owed_count == 0 && started(w))
        LINE(lines, "No agreement recorded");
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
        list_line(w, lines, arena_format(w->arena, "Without %s", lack_word(shown[i])),
                  agreements_lacking(w->s, shown[i]));
}

/* --- the questions --- */

static const struct {
    uint32_t gaps; /* remarks that are its gaps */
    void (*evidence)(struct summing *w, struct texts *lines);
    void (*more_gaps)(struct summing *w, struct texts *lines);
} measures[] = {
    [MEASURE_MECHANISM] = {KIND(FINDING_NEVER_OPENED) | KIND(FINDING_NO_POSITION) | KIND(FINDING_UNTOUCHED) |
                               KIND(ITEM_EMPTY) | KIND(QUORUM_UNKNOWN) | KIND(QUORUM_NOT_MET),
                           mechanism_evidence, mechanism_gaps},
    [MEASURE_CHALLENGE] = {KIND(ALL_FROM_CHAIR) | KIND(NEVER_CHALLENGING) | KIND(NEVER_CHALLENGED) | KIND(UNANSWERED) |
                               KIND(NO_DATE_TO_ANSWER) | KIND(EVIDENCE_PROMISED) | KIND(SILENT),
                           challenge_evidence, challenge_gaps},
    [MEASURE_TIME] = {KIND(ITEM_RUSHED), time_evidence, time_gaps},
    [MEASURE_LINKS] = {KIND(NOTHING_LINKED) | KIND(LEARNING_UNLINKED) | KIND(PRIORITY_UNLINKED), links_evidence,
                       links_gaps},
    [MEASURE_PRIORITY] = {KIND(TOO_MANY) | KIND(EVERYTHING_NOW) | KIND(ALL_WEAK) | KIND(OWNS_NOTHING),
                          priority_evidence, priority_gaps},
};

/* Once for a measure, however many questions ask for it. */
struct measured {
    bool made;
    struct texts evidence, gaps;
};

static void measure(struct summing *w, int of, struct measured *measured) {
    if (measured->made)
        return;
    measured->made = true;
    measures[of].evidence(w, &measured->evidence);
    struct remarks gaps = remarks_of(w->s, measures[of].gaps, w->arena);
    for (size_t i = 0; i < gaps.count; i++)
        texts_push(w->arena, &measured->gaps, gaps.list[i].text);
    measures[of].more_gaps(w, &measured->gaps);
}

void sum_questions(struct summing *w) {
    const struct list *questions = &marker_of(w->m->agenda)->questions;
    struct measured measured[MEASURE_PRIORITY + 1] = {{.made = true}};
    w->s->question_count = questions->count;
    w->s->questions = arena_array(w->arena, questions->count, sizeof *w->s->questions);
    for (size_t i = 0; i < questions->count; i++) {
        struct marker_summary *row = &w->s->questions[i];
        row->question = (const struct marker_question *)questions->items + i;
        row->answer = w->m->assessments[i].assess;
        int of = row->question->evidence;
        measure(w, of, &measured[of]);
        row->evidence = measured[of].evidence;
        row->gaps = measured[of].gaps;
    }
}
