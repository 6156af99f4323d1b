/* Agencies and challenges: who challenged whom, who holds the chair, who is quiet, what is owed. */
#include "core_summary.h"

static struct sitting in_item(struct arena *arena) {
    struct sitting s = sitting_open(arena);
    ((struct person *)s.agenda->people.items)[0].type = 1; /* CHR: chair */
    TAKEN(start(&s, "13:30", "I5"));
    return s;
}

static size_t party(const struct summary *sum, const char *id) {
    return (size_t)(summary_party(sum, id) - sum->parties);
}

static void everyone_has_a_place(void **state) {
    struct sitting s = in_item(*state);
    TAKEN(challenge(&s, "13:31", "C1", "CHR", "CSC"));
    TAKEN(challenge(&s, "13:32", "C2", "LEG", "BOARD"));
    TAKEN(challenge(&s, "13:33", "C3", "BOARD", "NATIONAL"));
    TAKEN(challenge(&s, "13:34", "C4", "POL", "CHAIR"));
    const struct summary *sum = summed(&s, "13:35");
    size_t alone = sum->agency_count + PARTY_ALONE;
    assert_int_equal(sum->agency_count, 10);
    assert_int_equal(sum->party_count, 14);
    assert_int_equal(summary_between(sum, party(sum, "CHAIR"), party(sum, "CSC")), 1);
    assert_int_equal(summary_between(sum, alone, party(sum, "BOARD")), 1);
    assert_int_equal(summary_between(sum, party(sum, "BOARD"), party(sum, "NATIONAL")), 1);
    assert_int_equal(summary_between(sum, party(sum, "POL"), party(sum, "CHAIR")), 1);
    assert_int_equal(summary_between(sum, party(sum, "CSC"), party(sum, "POL")), 0);
    assert_null(sum->parties[alone].id);
    IDS(sum->parties[alone].made, "C2");
}

/* Before the hand-over CHR is the chair and REV is not; after it the other way round. */
static void the_chair_is_handed_over(void **state) {
    struct sitting s = in_item(*state);
    TAKEN(challenge(&s, "13:31", "C1", "CHR", "CSC"));
    TAKEN(challenge(&s, "13:32", "C2", "REV", "CSC"));
    TAKEN(said(&s, "13:33", DO_HAND_OVER, &(struct event_hand_over){.role = HAND_OVER_CHAIR, .to = "REV"}));
    TAKEN(challenge(&s, "13:34", "C3", "CHR", "CSC"));
    TAKEN(challenge(&s, "13:35", "C4", "REV", "CSC"));
    const struct summary *sum = summed(&s, "13:36");
    IDS(summary_party(sum, "CHAIR")->made, "C1 C4");
    IDS(sum->parties[sum->agency_count + PARTY_ALONE].made, "C2 C3");
    TAKEN(undo(&s, "13:37", "13:33"));
    sum = summed(&s, "13:38");
    IDS(summary_party(sum, "CHAIR")->made, "C1 C3");
}

static void all_from_the_chair(void **state) {
    struct sitting s = in_item(*state);
    REMARKED(summed(&s, "13:31"), REMARK_ALL_FROM_CHAIR, "");
    TAKEN(challenge(&s, "13:31", "C1", "CHAIR", "CSC"));
    REMARKED(summed(&s, "13:32"), REMARK_ALL_FROM_CHAIR, "The one challenge so far came from the chair");
    TAKEN(challenge(&s, "13:32", "C2", "CHR", "POL"));
    REMARKED(summed(&s, "13:33"), REMARK_ALL_FROM_CHAIR, "All 2 challenges came from the chair");
    TAKEN(challenge(&s, "13:33", "C3", "POL", "CSC"));
    REMARKED(summed(&s, "13:34"), REMARK_ALL_FROM_CHAIR, "");
    TAKEN(said(&s, "13:34", DO_WITHDRAW, &(struct event_withdraw){.id = "C3"}));
    REMARKED(summed(&s, "13:35"), REMARK_ALL_FROM_CHAIR, "All 2 challenges came from the chair");
}

/* LAY is no statutory or relevant agency; who was never there is not blamed for silence. */
static void never_challenging(void **state) {
    struct sitting s = in_item(*state);
    TAKEN(said(&s, "13:31", DO_ATTEND, &(struct event_attend){.name = "Ms A", .agency = "DIS", .state = 2}));
    TAKEN(said(&s, "13:32", DO_ATTEND, &(struct event_attend){.name = "Mr B", .agency = "NPS", .state = 1}));
    TAKEN(said(&s, "13:33", DO_ATTEND, &(struct event_attend){.name = "Mr B", .agency = "NPS", .state = 4}));
    TAKEN(challenge(&s, "13:34", "C1", "CSC", "POL"));
    TAKEN(challenge(&s, "13:35", "C2", "EDU", "CCG"));
    const struct summary *sum = summed(&s, "13:36");
    REMARKED(sum, REMARK_NEVER_CHALLENGING, "Never challenging: POL, CCG, COM, ACU, MHT, NPS");
    REMARKED(sum, REMARK_NEVER_CHALLENGED, "Never challenged: CSC, EDU, COM, ACU, MHT, NPS");
    REMARKED(sum, REMARK_SILENT, "Silent: COM, ACU, MHT, DIS (not present), NPS");
    assert_true(summary_party(sum, "DIS")->recorded && !summary_party(sum, "DIS")->in_room);
    assert_false(summary_party(sum, "DIS")->attended);
    assert_false(summary_party(sum, "NPS")->in_room);
    assert_true(summary_party(sum, "NPS")->attended);
    assert_false(summary_party(sum, "CSC")->recorded);
    assert_true(summary_party(sum, "CSC")->in_room);
}

static void a_long_list_is_counted(void **state) {
    struct sitting s = in_item(*state);
    TAKEN(challenge(&s, "13:34", "C1", "LAY", "CHAIR"));
    REMARKED(summed(&s, "13:36"), REMARK_NEVER_CHALLENGING,
             "Never challenging: CSC, EDU, POL, CCG, COM, ACU, MHT, DIS and 1 more");
}

static void quiet_is_broken_by_each_word(void **state) {
    struct sitting s = in_item(*state);
    TAKEN(challenge(&s, "13:31", "C1", "CSC", "EDU"));
    TAKEN(said(&s, "13:32", DO_HEARD, &(struct event_heard){.agency = "POL"}));
    TAKEN(agreement(&s, "13:33", "A1", "CCG"));
    TAKEN(said(&s, "13:34", DO_AGREEMENT,
               &(struct agreement){.id = "A2", .text = "x", .partners = ids(s.arena, "COM", NULL)}));
    const struct summary *sum = summed(&s, "13:36");
    const char *spoke[] = {"CSC", "EDU", "POL", "CCG"};
    for (size_t i = 0; i < 4; i++)
        assert_false(summary_party(sum, spoke[i])->quiet);
    assert_true(summary_party(sum, "COM")->quiet); /* a partner was spoken about, and did not speak */
    assert_false(summary_party(sum, "LAY")->quiet);
    IDS(summary_party(sum, "COM")->shares, "A2");
    IDS(summary_party(sum, "POL")->heard, "I5");
    REMARKED(sum, REMARK_OWNS_NOTHING, "Own no agreement: CSC, EDU, POL, COM, ACU, MHT, DIS, NPS");
}

/* A file may name more agencies than any grid can show. */
static void beyond_any_grid(void **state) {
    enum { MANY = 1100 };
    struct agenda *agenda = harrowmere_agenda(*state);
    struct agency *agencies = arena_array(*state, MANY, sizeof *agencies);
    for (int i = 0; i < MANY; i++)
        agencies[i].id = agencies[i].name = arena_format(*state, "X%d", i);
    agenda->agencies = (struct list){.items = agencies, .count = MANY};
    struct sitting s = sitting_new(*state, agenda);
    TAKEN(said(&s, "13:28", DO_OPEN, &(struct event_open){.program = "candour 1.0.0"}));
    TAKEN(challenge(&s, "13:30", "C1", "X7", "X1099"));
    const struct summary *sum = summed(&s, "13:31");
    assert_null(sum->matrix);
    assert_int_equal(summary_between(sum, 7, 1099), 0);
    IDS(sum->parties[1099].received, "C1");
    REMARKED(sum, REMARK_NEVER_CHALLENGED, "Never challenged: X0, X1, X2, X3, X4, X5, X6, X7 and 1091 more");
}

/* --- challenges --- */

static void open_ones_first(void **state) {
    struct sitting s = in_item(*state);
    TAKEN(challenge(&s, "13:31", "C1", "CSC", "EDU"));
    TAKEN(challenge(&s, "13:32", "C2", "CSC", "POL"));
    TAKEN(challenge(&s, "13:33", "C3", "CSC", "CCG"));
    TAKEN(amend(&s, "13:34", "C1", "given given_by outcome",
                &(struct challenge){.given = "Yes", .given_by = "EDU", .outcome = CHALLENGE_RESOLVED}));
    TAKEN(amend(&s, "13:35", "C3", "respond_by", &(struct challenge){.respond_by = day_of(2016, 11, 30)}));
    const struct summary *sum = summed(&s, "13:36");
    assert_string_equal(sum->challenges[0].record->id, "C2");
    assert_string_equal(sum->challenges[1].record->id, "C3");
    assert_string_equal(sum->challenges[2].record->id, "C1");
    assert_int_equal(sum->open_count, 2);
    REMARKED(sum, REMARK_UNANSWERED, "No answer yet: C2, C3");
    REMARKED(sum, REMARK_NO_DATE_TO_ANSWER, "Open, no date to answer by: C2");
    assert_string_equal(sum->remarks.list[2].subject, "C2");
}

static struct stamp days_later(int days) {
    struct stamp now = at_clock("12:00");
    now.at += (instant)days * 24 * MS_HOUR;
    return now;
}

/* Due on 30 November, eight days on: late from the ninth. */
static void an_answer_is_late(void **state) {
    struct sitting s = in_item(*state);
    TAKEN(challenge(&s, "13:31", "C1", "CSC", "EDU"));
    TAKEN(amend(&s, "13:32", "C1", "respond_by given",
                &(struct challenge){.respond_by = day_of(2016, 11, 30), .given = "We shall see."}));
    assert_false(summary_of(s.m, days_later(8), s.arena)->challenges[0].late);
    assert_true(summary_of(s.m, days_later(9), s.arena)->challenges[0].late);
    TAKEN(amend(&s, "13:33", "C1", "outcome", &(struct challenge){.outcome = CHALLENGE_EXPLAINED}));
    assert_false(summary_of(s.m, days_later(9), s.arena)->challenges[0].late);
}

static void promised_evidence(void **state) {
    struct sitting s = in_item(*state);
    TAKEN(challenge(&s, "13:31", "C1", "CSC", "EDU"));
    TAKEN(amend(&s, "13:32", "C1", "given given_by evidence evidence_due outcome",
                &(struct challenge){.given = "The audit shows it.",
                                    .given_by = "CHAIR",
                                    .evidence = EVIDENCE_PROMISED,
                                    .evidence_due = day_of(2016, 11, 30),
                                    .outcome = CHALLENGE_EXPLAINED}));
    TAKEN(challenge(&s, "13:33", "C2", "CSC", "POL"));
    TAKEN(amend(&s, "13:34", "C2", "evidence", &(struct challenge){.evidence = EVIDENCE_PROMISED}));
    const struct summary *sum = summary_of(s.m, days_later(9), s.arena);
    REMARKED(sum, REMARK_EVIDENCE_PROMISED,
             "Evidence promised on C1: CHAIR by 2016-11-30, late; Evidence promised on C2: POL without a date");
    IDS(summary_party(sum, "CHAIR")->promised, "C1");
    IDS(summary_party(sum, "POL")->promised, "C2");
    assert_true(summary_challenge(sum, "C1")->late && !summary_challenge(sum, "C2")->late);
    TAKEN(amend(&s, "13:35", "C1", "evidence", &(struct challenge){.evidence = EVIDENCE_OFFERED}));
    TAKEN(amend(&s, "13:36", "C2", "outcome", &(struct challenge){.outcome = CHALLENGE_WITHDRAWN}));
    sum = summary_of(s.m, days_later(9), s.arena);
    REMARKED(sum, REMARK_EVIDENCE_PROMISED, "");
    assert_false(summary_challenge(sum, "C1")->late);
    assert_null(summary_challenge(sum, "C3"));
}

/* --- quorum --- */

static struct sitting with_quorum(struct arena *arena, int32_t agencies, struct texts must_include) {
    struct sitting s = sitting_open(arena);
    s.agenda->meeting->quorum = arena_alloc(arena, sizeof *s.agenda->meeting->quorum);
    s.agenda->meeting->quorum->agencies = (struct number){.given = agencies > 0, .value = agencies};
    s.agenda->meeting->quorum->must_include = must_include;
    TAKEN(start(&s, "13:30", "I5"));
    return s;
}

static void attend(struct sitting *s, const char *clock, const char *who, const char *agency, int what) {
    TAKEN(said(s, clock, DO_ATTEND, &(struct event_attend){.name = who, .agency = agency, .state = what}));
}

static void everyone_else_absent(struct sitting *s, const char *const *agencies) {
    for (int i = 0; agencies[i]; i++)
        attend(s, arena_format(s->arena, "13:31:%02d", i), agencies[i], agencies[i], ATTEND_APOLOGIES);
}

/* Two of three agencies needed; the others sent apologies. Worked out anew at each agreement. */
static void quorum_at_each_agreement(void **state) {
    struct sitting s = with_quorum(*state, 2, (struct texts){.items = NULL});
    static const char *const away[] = {"CCG", "COM", "ACU", "MHT", "DIS", "NPS", NULL};
    TAKEN(agreement(&s, "13:30:30", "A1", "CSC"));
    everyone_else_absent(&s, away);
    attend(&s, "13:32", "Ms A", "CSC", ATTEND_PRESENT);
    TAKEN(agreement(&s, "13:33", "A2", "CSC")); /* EDU and POL are not spoken of: it might be met */
    attend(&s, "13:34", "Mr B", "EDU", ATTEND_PRESENT);
    TAKEN(agreement(&s, "13:35", "A3", "CSC"));
    attend(&s, "13:36", "Mr B", "EDU", ATTEND_LEFT);
    attend(&s, "13:37", "Ms C", "POL", ATTEND_ABSENT);
    TAKEN(agreement(&s, "13:38", "A4", "CSC"));
    const struct summary *sum = summed(&s, "13:39");
    assert_int_equal(summary_agreement(sum, "A1")->quorum, QUORUM_UNKNOWN);
    assert_int_equal(summary_agreement(sum, "A2")->quorum, QUORUM_UNKNOWN);
    assert_int_equal(summary_agreement(sum, "A3")->quorum, QUORUM_MET);
    assert_int_equal(summary_agreement(sum, "A4")->quorum, QUORUM_NOT_MET);
    assert_int_equal(sum->quorum, QUORUM_NOT_MET);
    REMARKED(sum, REMARK_QUORUM_UNKNOWN, "Quorum cannot be confirmed at: A1, A2");
    REMARKED(sum, REMARK_QUORUM_NOT_MET, "Quorum was not met at: A4; Quorum is not met now: 1 of 2 agencies");
    TAKEN(undo(&s, "13:40", "13:36"));
    sum = summed(&s, "13:41");
    assert_int_equal(summary_agreement(sum, "A4")->quorum, QUORUM_MET);
    REMARKED(sum, REMARK_QUORUM_NOT_MET, "");
}

/* LAY does not count towards it; a deputy sits for the agency. */
static void quorum_counts_agencies(void **state) {
    struct sitting s = with_quorum(*state, 2, ids(*state, "CCG", NULL));
    static const char *const away[] = {"EDU", "POL", "COM", "ACU", "MHT", "DIS", "NPS", NULL};
    everyone_else_absent(&s, away);
    attend(&s, "13:32", "Ms A", "CSC", ATTEND_PRESENT);
    attend(&s, "13:33", "Ms A", "LAY", ATTEND_PRESENT);
    assert_int_equal(summed(&s, "13:34")->quorum, QUORUM_UNKNOWN);
    TAKEN(said(&s, "13:34", DO_ATTEND, &(struct event_attend){.person = "DN", .state = ATTEND_APOLOGIES}));
    assert_int_equal(summed(&s, "13:35")->quorum, QUORUM_NOT_MET);
    IDS(summed(&s, "13:35")->quorum_missing, "CCG");
    REMARKED(summed(&s, "13:35"), REMARK_QUORUM_NOT_MET, "Quorum is not met now: 1 of 2 agencies, without CCG");
    TAKEN(said(&s, "13:35", DO_ATTEND,
               &(struct event_attend){.name = "Dr E", .deputy_for = "DN", .state = ATTEND_PRESENT}));
    assert_int_equal(summed(&s, "13:36")->quorum, QUORUM_MET);
    assert_int_equal(summed(&s, "13:36")->quorum_present, 2);
}

static void quorum_is_a_matter_of_decisions(void **state) {
    struct sitting s = with_quorum(*state, 2, (struct texts){.items = NULL});
    REMARKED(summed(&s, "13:31"), REMARK_QUORUM_UNKNOWN, "");
    TAKEN(said(&s, "13:31", DO_POSITION, &(struct event_position){.finding = "F1", .position = 1}));
    REMARKED(summed(&s, "13:32"), REMARK_QUORUM_UNKNOWN, "Attendance not recorded: quorum cannot be confirmed");
    struct sitting none = sitting_open(*state);
    TAKEN(start(&none, "13:30", "I5"));
    TAKEN(agreement(&none, "13:31", "A1", "CSC"));
    assert_int_equal(summed(&none, "13:32")->quorum, QUORUM_NOT_SET);
    REMARKED(summed(&none, "13:32"), REMARK_QUORUM_UNKNOWN, "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SITTING_TEST(everyone_has_a_place),
        SITTING_TEST(the_chair_is_handed_over),
        SITTING_TEST(all_from_the_chair),
        SITTING_TEST(never_challenging),
        SITTING_TEST(a_long_list_is_counted),
        SITTING_TEST(quiet_is_broken_by_each_word),
        SITTING_TEST(beyond_any_grid),
        SITTING_TEST(open_ones_first),
        SITTING_TEST(an_answer_is_late),
        SITTING_TEST(promised_evidence),
        SITTING_TEST(quorum_at_each_agreement),
        SITTING_TEST(quorum_counts_agencies),
        SITTING_TEST(quorum_is_a_matter_of_decisions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
