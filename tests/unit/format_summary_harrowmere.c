/* Harrowmere: every row of what must be found in that session, derived from the file by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/core/summary.h"
#include "support/session_file.h"

static const struct meeting *load(struct arena *arena) {
    return session_file("tests/cases/harrowmere.session.yaml", arena);
}

static struct stamp noon(int year, int month, int dayofmonth) {
    return (struct stamp){.at = instant_of(day_of(year, month, dayofmonth), 12 * 60, 0)};
}

static struct arena *arena;
static const struct meeting *meeting;
static const struct summary *s;

static int setup(void **state) {
    (void)state;
    setlocale(LC_CTYPE, "C.UTF-8");
    arena = arena_new();
    meeting = load(arena);
    s = summary_later(meeting, noon(2016, 11, 22), arena);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

/* "A1 A3" */
static const char *joined(const struct texts *texts) {
    const char *all = "";
    for (size_t i = 0; i < texts->count; i++)
        all = arena_format(arena, "%s%s%s", all, i == 0 ? "" : " ", texts->items[i]);
    return all;
}

static const char *remarked(enum remark_kind kind) {
    const char *all = "";
    for (size_t i = 0; i < s->remarks.count; i++)
        if (s->remarks.list[i].kind == kind)
            all = arena_format(arena, "%s%s%s", all, *all ? "; " : "", s->remarks.list[i].text);
    return all;
}

static bool has_line(const struct texts *lines, const char *line) {
    return texts_have(lines, line);
}

static void times(void **state) {
    (void)state;
    static const struct {
        const char *item;
        int planned, granted, used;
    } expected[] = {
        {"I1", 10, 10, 14}, {"I2", 5, 5, 5},   {"I3", 20, 30, 31}, {"I4", 15, 5, 12}, {"I5", 30, 30, 34},
        {"I6", 30, 30, 33}, {"I7", 20, 20, 9}, {"I8", 10, 10, 4},  {"I9", 10, 10, 8},
    };
    assert_int_equal(s->item_count, 9);
    for (size_t i = 0; i < s->item_count; i++) {
        assert_string_equal(meeting->items[s->items[i].place].item->id, expected[i].item);
        assert_int_equal(s->items[i].planned, expected[i].planned * MS_MINUTE);
        assert_int_equal(s->items[i].granted, expected[i].granted * MS_MINUTE);
        assert_int_equal(s->items[i].used, expected[i].used * MS_MINUTE);
    }
    assert_int_equal(s->total.planned, 150 * MS_MINUTE);
    assert_int_equal(s->total.granted, 150 * MS_MINUTE);
    assert_int_equal(s->total.used, 150 * MS_MINUTE);
}

static void purposes(void **state) {
    (void)state;
    const struct time_share *p = s->purposes;
    assert_int_equal(p[PURPOSE_INFORMATION].planned, 35 * MS_MINUTE);
    assert_int_equal(p[PURPOSE_INFORMATION].used, 50 * MS_MINUTE);
    assert_int_equal(p[PURPOSE_DISCUSSION].planned, 15 * MS_MINUTE);
    assert_int_equal(p[PURPOSE_DISCUSSION].used, 12 * MS_MINUTE);
    assert_int_equal(p[PURPOSE_DECISION].planned, 100 * MS_MINUTE);
    assert_int_equal(p[PURPOSE_DECISION].used, 88 * MS_MINUTE);
    assert_int_equal(p[PURPOSE_CHALLENGE].used + p[PURPOSE_BREAK].used, 0);
    assert_true(has_line(&s->questions[2].evidence,
                         "Minutes by purpose: information 35 planned, 50 used; discussion 15 planned, 12 used; "
                         "decision 100 planned, 88 used"));
}

static void rushed(void **state) {
    (void)state;
    assert_string_equal(remarked(REMARK_ITEM_RUSHED), "I7 had 9 of its 20 minutes; I8 had 4 of its 10 minutes");
}

static void extension(void **state) {
    (void)state;
    assert_int_equal(meeting->extension_count, 1);
    const struct extension *row = &meeting->extensions[0];
    const struct event_extend *extend = meeting->events[row->event].body;
    assert_string_equal(meeting->items[row->place].item->id, "I3");
    assert_string_equal(meeting->items[row->from].item->id, "I4");
    assert_int_equal(row->granted, 10 * MS_MINUTE);
    assert_string_equal(extend->agreed_by, "CHR");
    assert_int_equal(meeting->events[row->event].at.at,
                     instant_of(day_of(2016, 11, 22), 14 * 60 + 9, 0) + 30 * MS_SECOND);
}

static void challenges(void **state) {
    (void)state;
    assert_int_equal(s->challenge_count, 6);
    assert_int_equal(s->open_count, 1);
    assert_string_equal(s->challenges[0].record->id, "C6");
    assert_true(s->challenges[0].open && s->challenges[0].answered && !s->challenges[0].late);
    for (size_t i = 1; i <= 4; i++)
        assert_int_equal(s->challenges[i].challenge->outcome, CHALLENGE_AGREED);
    assert_int_equal(s->challenges[5].challenge->outcome, CHALLENGE_EXPLAINED);
    assert_string_equal(s->challenges[5].record->id, "C5");
    assert_string_equal(remarked(REMARK_NO_DATE_TO_ANSWER), "Open, no date to answer by: C6");
    assert_string_equal(remarked(REMARK_UNANSWERED), "");
}

static size_t party(const char *id) {
    return (size_t)(summary_party(s, id) - s->parties);
}

static void who_to_whom(void **state) {
    (void)state;
    static const char *const pairs[][2] = {{"NPS", "MHT"},   {"COM", "CSC"}, {"LAY", "ACU"},
                                           {"EDU", "CHAIR"}, {"POL", "EDU"}, {"CSC", "DIS"}};
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(summary_between(s, party(pairs[i][0]), party(pairs[i][1])), 1);
    uint32_t sum = 0;
    for (size_t i = 0; i < s->party_count * s->party_count; i++)
        sum += s->matrix[i];
    assert_int_equal(sum, 6);
    assert_string_equal(joined(&summary_party(s, "CHAIR")->received), "C4");
    assert_string_equal(joined(&summary_party(s, "CHAIR")->made), "");
    assert_true(has_line(&s->questions[1].evidence, "5 between agencies, 1 to the Board or the chair, 0 by the chair"));
    assert_string_equal(remarked(REMARK_ALL_FROM_CHAIR), "");
    assert_string_equal(remarked(REMARK_NEVER_CHALLENGING), "Never challenging: CCG, ACU, MHT, DIS");
    assert_string_equal(remarked(REMARK_NEVER_CHALLENGED), "Never challenged: POL, CCG, COM, NPS");
}

static void evidence_promised(void **state) {
    (void)state;
    assert_string_equal(remarked(REMARK_EVIDENCE_PROMISED), "Evidence promised on C2: CSC by 2016-12-20");
    assert_string_equal(joined(&summary_party(s, "CSC")->promised), "C2");
    for (size_t i = 0; i < s->party_count; i++)
        assert_true(i == party("CSC") || s->parties[i].promised.count == 0);
}

static void minutes_by_finding(void **state) {
    (void)state;
    assert_false(s->focus_kept);
    assert_true(has_line(&s->questions[2].gaps, "Minutes by finding were not kept"));
    for (size_t i = 0; i < 6; i++) {
        assert_int_equal(s->findings[i].used, 0);
        assert_true(s->findings[i].opened);
    }
}

static void positions(void **state) {
    (void)state;
    assert_int_equal(s->finding_count, 6);
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(s->findings[i].position, i == 3 ? POSITION_ACCEPTED_IN_PART : POSITION_ACCEPTED);
    const struct event_position *f4 = s->findings[3].state->position;
    assert_string_equal(f4->reason, "Email debate has fallen since the pilot began in May");
    assert_int_equal(f4->dissent.count, 1);
    assert_string_equal(((const struct dissent *)f4->dissent.items)->agency, "EDU");
    assert_string_equal(remarked(REMARK_FINDING_NO_POSITION), "");
    assert_string_equal(remarked(REMARK_FINDING_UNTOUCHED), "");
    assert_string_equal(remarked(REMARK_FINDING_NEVER_OPENED), "");
}

static const char *of_strength(enum strength strength) {
    struct texts ids = {.items = arena_array(arena, 16, sizeof(const char *))};
    for (size_t i = 0; i < s->agreement_count; i++)
        if (s->agreements[i].strength == strength)
            ids.items[ids.count++] = s->agreements[i].record->id;
    return joined(&ids);
}

/* The list stands by priority: A1 to A4 now, A5 to A7 next, A9 deferred, A8 national. */
static void strengths(void **state) {
    (void)state;
    assert_string_equal(of_strength(STRENGTH_STRONG), "A1 A3");
    assert_string_equal(of_strength(STRENGTH_INTERMEDIATE), "A2 A5 A9");
    assert_string_equal(of_strength(STRENGTH_WEAK), "A4 A6 A7");
    assert_string_equal(of_strength(STRENGTH_INFLUENCE), "A8");
    assert_string_equal(of_strength(STRENGTH_ASSURANCE), "");
    assert_int_equal(s->strengths[STRENGTH_STRONG], 2);
    assert_int_equal(s->strengths[STRENGTH_INTERMEDIATE], 3);
    assert_int_equal(s->strengths[STRENGTH_WEAK], 3);
    assert_int_equal(s->strengths[STRENGTH_INFLUENCE], 1);
    assert_int_equal(s->strengths[0], 0);
    assert_string_equal(s->agreements[7].record->id, "A9");
    assert_string_equal(s->agreements[8].record->id, "A8");
}

static void all_weak(void **state) {
    (void)state;
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(s->findings[i].all_weak, i == 4);
    assert_string_equal(joined(&s->findings[4].agreements), "A6 A7");
    assert_string_equal(joined(&s->findings[4].challenges), "C5");
    assert_string_equal(remarked(REMARK_ALL_WEAK), "Both agreements on F5 are training or procedure");
    assert_string_equal(joined(&s->findings[4].kinds_unused),
                        "remove design standardise lead commission structure capacity data aid supervise involve");
}

static void lacking(void **state) {
    (void)state;
    assert_string_equal(joined(agreements_lacking(s, LACK_OWNER)), "A7");
    assert_string_equal(joined(agreements_lacking(s, LACK_ROLE)), "A4 A7");
    assert_string_equal(joined(agreements_lacking(s, LACK_DUE)), "A4");
    assert_string_equal(joined(agreements_lacking(s, LACK_EVIDENCE)), "A4 A6 A7");
    assert_string_equal(joined(agreements_lacking(s, LACK_MEASURE)), "A4 A6 A7");
    assert_string_equal(joined(agreements_lacking(s, LACK_MONITOR)), "A4 A6 A7");
    assert_string_equal(joined(agreements_lacking(s, LACK_LINKS)), "A4 A7 A8");
    assert_string_equal(joined(agreements_lacking(s, LACK_KIND)), "");
    assert_string_equal(joined(agreements_lacking(s, LACK_PRIORITY)), "");
}

static void deferred(void **state) {
    (void)state;
    const struct agreement_summary *a9 = summary_agreement(s, "A9");
    assert_int_equal(a9->lacks, 0);
    assert_false(a9->late || a9->revisit);
    assert_string_equal(a9->agreement->reason, "Awaits January front-door redesign");
    assert_int_equal(a9->agreement->revisit, day_of(2017, 2, 14));
    assert_true(has_line(&s->questions[4].evidence, "Deferred with a reason and a day to look again: A9"));
}

static void never_linked(void **state) {
    (void)state;
    assert_string_equal(joined(&s->learning_unlinked), "L2 L4");
    assert_string_equal(joined(&s->priorities_unlinked), "P2 P4");
    assert_string_equal(remarked(REMARK_LEARNING_UNLINKED), "Work under way never linked: L2, L4");
    assert_string_equal(remarked(REMARK_PRIORITY_UNLINKED), "Plan priorities never linked: P2, P4");
    assert_string_equal(remarked(REMARK_NOTHING_LINKED), "");
    assert_string_equal(joined(&s->findings[0].learning), "L2 L5");
    assert_string_equal(joined(&s->findings[1].priorities), "P1");
}

/* "ACU" of A2; agencies in the order owner, partners. */
static const char *to_ask(const char *id) {
    const struct agreement_summary *row = summary_agreement(s, id);
    struct texts ids = {.items = arena_array(arena, 8, sizeof(const char *))};
    for (size_t i = 0; i < row->asked_count; i++)
        if (row->asked[i].state == ASKED_NOT_YET)
            ids.items[ids.count++] = row->asked[i].id;
    assert_int_equal(row->to_ask, ids.count);
    return joined(&ids);
}

static void assent_to_ask(void **state) {
    (void)state;
    assert_string_equal(to_ask("A1"), "");
    assert_string_equal(to_ask("A2"), "ACU");
    assert_string_equal(to_ask("A3"), "COM CCG");
    assert_string_equal(to_ask("A4"), "COM");
    assert_string_equal(to_ask("A5"), "CSC COM POL");
    assert_string_equal(to_ask("A6"), "EDU");
    assert_string_equal(to_ask("A7"), "");
    assert_string_equal(to_ask("A8"), "");
    assert_string_equal(to_ask("A9"), "CSC COM");
    assert_string_equal(joined(&summary_party(s, "COM")->to_assent), "A3 A4 A5 A9");
    assert_string_equal(joined(&summary_party(s, "COM")->assents), "A2");
}

static void reservation(void **state) {
    (void)state;
    const struct agreement_summary *a2 = summary_agreement(s, "A2");
    assert_string_equal(a2->asked[1].id, "CSC");
    assert_int_equal(a2->asked[1].state, ASKED_RESERVATION);
    assert_string_equal(a2->asked[1].words, "Only if the booking team is funded past March");
}

static void agencies(void **state) {
    (void)state;
    for (size_t i = 0; i < s->party_count; i++)
        assert_int_equal(s->parties[i].quiet, i == party("CCG"));
    const struct agency_summary *ccg = summary_party(s, "CCG");
    assert_int_equal(ccg->made.count + ccg->received.count + ccg->heard.count + ccg->owns.count, 0);
    assert_string_equal(joined(&ccg->shares), "A3");
    assert_string_equal(remarked(REMARK_SILENT), "Silent: CCG");
    assert_string_equal(remarked(REMARK_OWNS_NOTHING), "Own no agreement: POL, CCG, NPS");
    assert_string_equal(joined(&summary_party(s, "COM")->heard), "I4 I5");
    assert_string_equal(joined(&summary_party(s, "EDU")->heard), "I6");
    assert_string_equal(joined(&summary_party(s, "COM")->owns), "A2 A4");
    assert_string_equal(joined(&summary_party(s, "CHAIR")->owns), "A8");
}

static void attendance(void **state) {
    (void)state;
    assert_int_equal(s->quorum, QUORUM_UNKNOWN);
    for (size_t i = 0; i < s->agreement_count; i++)
        assert_int_equal(s->agreements[i].quorum, QUORUM_UNKNOWN);
    assert_string_equal(remarked(REMARK_QUORUM_UNKNOWN), "Attendance not recorded: quorum cannot be confirmed");
    assert_false(summary_party(s, "CSC")->recorded);
    assert_true(summary_party(s, "CSC")->in_room);
}

static void engagement(void **state) {
    (void)state;
    assert_int_equal(s->engagement_count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(s->engagements[i].held, i == 3);
        assert_int_equal(s->engagements[i].tested, i != 3);
    }
    assert_string_equal(s->engagements[3].engagement->audience, "Family");
    assert_int_equal(s->engagements[3].engagement->by, 0);
    for (enum remark_kind kind = REMARK_ENGAGEMENT_REMOTE; kind < REMARK_KINDS; kind++)
        assert_string_equal(remarked(kind), "");
}

static void not_reached(void **state) {
    (void)state;
    assert_int_equal(s->not_reached.count, 0);
    for (size_t i = 0; i < s->item_count; i++)
        assert_true(s->items[i].reached && s->items[i].left);
}

/* What was said in I7 was discussion: no record, assent or change fell in it. */
static void empty_item(void **state) {
    (void)state;
    assert_string_equal(remarked(REMARK_ITEM_EMPTY), "Left with nothing recorded: I7");
    assert_int_equal(s->items[7].recorded, 6); /* five assents and the read-back */
    assert_int_equal(s->items[8].recorded, 9); /* four activities and five answers */
}

static void assessment(void **state) {
    (void)state;
    static const int answers[] = {ANSWER_MET, ANSWER_MET, ANSWER_PARTLY, ANSWER_PARTLY, ANSWER_MET};
    assert_int_equal(s->question_count, 5);
    for (size_t i = 0; i < 5; i++)
        assert_int_equal(s->questions[i].answer->answer, answers[i]);
    assert_string_equal(s->questions[2].answer->words, "Priorities were squeezed by the presentation");
}

static void the_record_speaks(void **state) {
    (void)state;
    assert_true(has_line(&s->questions[0].evidence, "9 of 9 items taken, each with its purpose and time"));
    assert_true(has_line(&s->questions[0].evidence, "6 of 6 findings opened, 6 with a position"));
    assert_true(has_line(&s->questions[0].evidence, "4 of 5 decision items left with something recorded"));
    assert_true(has_line(&s->questions[1].evidence, "6 challenges: 6 answered, 1 open"));
    assert_true(has_line(&s->questions[1].evidence, "9 of 10 agencies heard"));
    assert_true(has_line(&s->questions[2].evidence, "extraordinary meeting, 14 days after the report was received"));
    assert_true(has_line(&s->questions[3].evidence, "6 of 9 agreements linked, 0 said to have none"));
    assert_true(has_line(&s->questions[3].gaps, "Neither links nor none: A4, A7, A8"));
    assert_true(has_line(&s->questions[4].evidence, "Agreements by priority: now 4, next 3, deferred 1, national 1"));
    assert_true(has_line(&s->questions[4].gaps, "Without owner: A7"));
}

/* What a public page may carry: the only agreements that are public. */
static void public_agreements(void **state) {
    (void)state;
    struct texts ids = {.items = arena_array(arena, 16, sizeof(const char *))};
    for (size_t i = 0; i < s->agreement_count; i++)
        if (s->agreements[i].agreement->visibility == VISIBILITY_PUBLIC)
            ids.items[ids.count++] = s->agreements[i].record->id;
    assert_string_equal(joined(&ids), "A1 A3 A8");
    for (size_t i = 0; i < s->challenge_count; i++)
        assert_int_not_equal(s->challenges[i].challenge->visibility, VISIBILITY_PUBLIC);
}

/* On 1 March 2017: A8 was due on 31 January and A3 the day before, A9 was to come back on 14 February, and the evidence
 * for C2 never came. */
static void months_later(void **state) {
    (void)state;
    const struct summary *later = summary_later(meeting, noon(2017, 3, 1), arena);
    for (size_t i = 0; i < later->agreement_count; i++) {
        const char *id = later->agreements[i].record->id;
        assert_int_equal(later->agreements[i].late, strcmp(id, "A3") == 0 || strcmp(id, "A8") == 0);
        assert_int_equal(later->agreements[i].revisit, strcmp(id, "A9") == 0);
    }
    for (size_t i = 0; i < later->challenge_count; i++)
        assert_int_equal(later->challenges[i].late, strcmp(later->challenges[i].record->id, "C2") == 0);
}

/* The grid. F4: EDU challenged, CHAIR answered (no agency), CSC owns A5; EDU dissented. */
static void grid(void **state) {
    (void)state;
    const uint8_t *f4 = s->findings[3].touches;
    assert_int_equal(f4[party("EDU")], TOUCH_DISCUSSED | TOUCH_CHALLENGED);
    assert_int_equal(f4[party("CSC")], TOUCH_OWNS);
    assert_int_equal(f4[party("POL")], 0);
    const uint8_t *f1 = s->findings[0].touches;
    assert_int_equal(f1[party("MHT")], TOUCH_DISCUSSED | TOUCH_ANSWERED | TOUCH_OWNS);
    assert_int_equal(f1[party("NPS")], TOUCH_DISCUSSED | TOUCH_CHALLENGED);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(times),
        cmocka_unit_test(purposes),
        cmocka_unit_test(rushed),
        cmocka_unit_test(extension),
        cmocka_unit_test(challenges),
        cmocka_unit_test(who_to_whom),
        cmocka_unit_test(evidence_promised),
        cmocka_unit_test(minutes_by_finding),
        cmocka_unit_test(positions),
        cmocka_unit_test(strengths),
        cmocka_unit_test(all_weak),
        cmocka_unit_test(lacking),
        cmocka_unit_test(deferred),
        cmocka_unit_test(never_linked),
        cmocka_unit_test(assent_to_ask),
        cmocka_unit_test(reservation),
        cmocka_unit_test(agencies),
        cmocka_unit_test(attendance),
        cmocka_unit_test(engagement),
        cmocka_unit_test(not_reached),
        cmocka_unit_test(empty_item),
        cmocka_unit_test(assessment),
        cmocka_unit_test(the_record_speaks),
        cmocka_unit_test(public_agreements),
        cmocka_unit_test(months_later),
        cmocka_unit_test(grid),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
