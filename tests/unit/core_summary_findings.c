/* Findings and items: what was opened, touched and linked, and how the time went. */
#include "core_summary.h"

static struct sitting opened(struct arena *arena, struct agenda *agenda) {
    struct sitting s = sitting_new(arena, agenda);
    TAKEN(said(&s, "13:28", DO_OPEN, &(struct event_open){.program = "candour 1.0.0"}));
    return s;
}

/* Harrowmere, with F1 to F3 in I5 and F4 to F6 in I6. */
static struct agenda *agenda_of(struct arena *arena) {
    struct agenda *agenda = harrowmere_agenda(arena);
    ((struct item *)agenda->items.items)[4].findings = ids(arena, "F1", "F2", "F3", NULL);
    ((struct item *)agenda->items.items)[5].findings = ids(arena, "F4", "F5", "F6", NULL);
    return agenda;
}

static void put(struct sitting *s, const char *clock, const char *id, const char *by, const char *finding) {
    TAKEN(said(s, clock, DO_CHALLENGE,
               &(struct challenge){.id = id, .by = by, .to = "CSC", .put = "Why?", .finding = finding}));
}

static void agreed(struct sitting *s, const char *clock, const char *id, const char *finding, const char *kind) {
    TAKEN(said(s, clock, DO_AGREEMENT,
               &(struct agreement){
                   .id = id, .text = "Do it", .owner = "COM", .kind = kind, .findings = ids(s->arena, finding, NULL)}));
}

static void position(struct sitting *s, const char *clock, const char *finding) {
    TAKEN(said(s, clock, DO_POSITION, &(struct event_position){.finding = finding, .position = POSITION_ACCEPTED}));
}

static void focus(struct sitting *s, const char *clock, const char *finding) {
    TAKEN(said(s, clock, DO_FOCUS, &(struct event_focus){.finding = finding}));
}

static void an_empty_record_is_left_alone(void **state) {
    struct sitting s = sitting_open(*state);
    const struct summary *sum = summed(&s, "13:29");
    assert_int_equal(sum->remarks.count, 0);
    for (size_t i = 0; i < sum->question_count; i++)
        assert_int_equal(sum->questions[i].gaps.count, 0);
    TAKEN(start(&s, "13:30", "I1"));
    assert_int_equal(summed(&s, "13:31")->remarks.count, 0);
    struct meeting *bare = meeting_new(s.arena, s.agenda);
    assert_int_equal(summary_of(bare, at_clock("13:29"), s.arena)->remarks.count, 0);
}

static void not_yet_touched(void **state) {
    struct sitting s = opened(*state, agenda_of(*state));
    TAKEN(start(&s, "13:30", "I5"));
    REMARKED(summed(&s, "13:31"), REMARK_FINDING_UNTOUCHED, "");
    put(&s, "13:32", "C1", "POL", "F1");
    agreed(&s, "13:33", "A1", "F3", "design");
    position(&s, "13:34", "F2");
    const struct summary *sum = summed(&s, "13:35");
    REMARKED(sum, REMARK_FINDING_UNTOUCHED, "No challenge and no agreement: F2, F4, F5, F6");
    REMARKED(sum, REMARK_FINDING_NO_POSITION, "No position: F1, F3, F4, F5, F6");
    REMARKED(sum, REMARK_FINDING_NEVER_OPENED, "Never opened: F4, F5, F6");
    TAKEN(start(&s, "13:36", "I6"));
    REMARKED(summed(&s, "13:37"), REMARK_FINDING_NEVER_OPENED, "");
}

/* Once a focus was kept it alone says what was opened, beside what was recorded. */
static void opened_by_focus(void **state) {
    struct sitting s = opened(*state, agenda_of(*state));
    TAKEN(start(&s, "13:30", "I5"));
    focus(&s, "13:31", "F1");
    focus(&s, "13:35", "F2");
    put(&s, "13:38", "C1", "POL", "F4");
    const struct summary *sum = summed(&s, "13:40");
    assert_true(sum->focus_kept);
    MS(sum->findings[0].used, 4);
    MS(sum->findings[1].used, 5);
    REMARKED(sum, REMARK_FINDING_NEVER_OPENED, "Never opened: F3, F5, F6");
    assert_true(texts_have(&sum->questions[2].evidence, "Minutes by finding: F1 4, F2 5"));
}

/* Nobody runs it any more: the clock stood still at the last thing said, ten minutes in. */
static void looked_at_later(void **state) {
    struct sitting s = opened(*state, agenda_of(*state));
    TAKEN(start(&s, "13:30", "I5"));
    focus(&s, "13:31", "F1");
    put(&s, "13:40", "C1", "POL", "F1");
    const struct summary *later = summary_later(s.m, at_clock("23:00"), s.arena);
    MS(later->findings[0].used, 9);
    MS(later->total.used, 10);
    MS(summed(&s, "13:45")->total.used, 15);
}

static void all_weak(void **state) {
    struct sitting s = opened(*state, agenda_of(*state));
    TAKEN(start(&s, "13:30", "I5"));
    agreed(&s, "13:31", "A1", "F1", "train");
    REMARKED(summed(&s, "13:32"), REMARK_ALL_WEAK, "The one agreement on F1 is training");
    agreed(&s, "13:33", "A2", "F1", "train");
    agreed(&s, "13:34", "A3", "F1", "communicate");
    agreed(&s, "13:35", "A4", "F1", "procedure");
    agreed(&s, "13:36", "A5", "F2", NULL);
    REMARKED(summed(&s, "13:37"), REMARK_ALL_WEAK, "All 4 agreements on F1 are training, briefing or procedure");
    agreed(&s, "13:38", "A6", "F1", "audit");
    REMARKED(summed(&s, "13:39"), REMARK_ALL_WEAK, "");
    TAKEN(amend(&s, "13:40", "A6", "status", &(struct agreement){.status = AGREEMENT_STOPPED}));
    assert_true(summed(&s, "13:41")->findings[0].all_weak);
    TAKEN(said(&s, "13:42", DO_AS_IS, &(struct event_as_is){.finding = "F1", .reason = "All we can do now"}));
    const struct summary *kept = summed(&s, "13:43");
    REMARKED(kept, REMARK_ALL_WEAK, "");
    assert_true(kept->findings[0].all_weak);
    assert_string_equal(kept->findings[0].state->as_is, "All we can do now");
}

static void kinds_unused(void **state) {
    struct sitting s = opened(*state, agenda_of(*state));
    agreed(&s, "13:31", "A1", "F1", "design");
    agreed(&s, "13:32", "A2", "F1", "involve");
    const struct summary *sum = summed(&s, "13:33");
    IDS(sum->findings[0].kinds_unused, "remove standardise lead commission structure capacity data aid supervise");
    IDS(sum->findings[1].kinds_unused, "");
}

static void what_bears_on_it(void **state) {
    struct agenda *agenda = agenda_of(*state);
    struct finding *findings = agenda->findings.items;
    findings[0].learning = ids(*state, "L5", "L2", NULL);
    findings[0].priorities = ids(*state, "P4", NULL);
    ((struct learning *)agenda->learning.items)[0].findings = ids(*state, "F1", "F2", NULL);
    ((struct learning *)agenda->learning.items)[4].findings = ids(*state, "F1", NULL);
    struct sitting s = opened(*state, agenda);
    TAKEN(said(&s, "13:31", DO_AGREEMENT,
               &(struct agreement){.id = "A1",
                                   .text = "x",
                                   .findings = ids(*state, "F1", "F3", NULL),
                                   .links = ids(*state, "P2", "L6", "P4", NULL)}));
    const struct summary *sum = summed(&s, "13:33");
    IDS(sum->findings[0].learning, "L1 L2 L5");
    IDS(sum->findings[1].learning, "L1");
    IDS(sum->findings[0].priorities, "P2 P4");
    IDS(sum->findings[2].priorities, "P2 P4");
    IDS(sum->learning_linked, "L6");
    IDS(sum->priorities_unlinked, "P1 P3 P5");
    REMARKED(sum, REMARK_LEARNING_UNLINKED, "Work under way never linked: L1, L2, L3, L4, L5");
}

static void nothing_linked(void **state) {
    struct sitting s = opened(*state, agenda_of(*state));
    agreed(&s, "13:31", "A1", "F1", NULL);
    agreed(&s, "13:32", "A2", "F2", NULL);
    agreed(&s, "13:33", "A3", "F2", NULL);
    REMARKED(summed(&s, "13:34"), REMARK_NOTHING_LINKED, "No link, nor a word that there is none: F1, F2");
    TAKEN(amend(&s, "13:35", "A3", "links", &(struct agreement){.links = ids(*state, "none", NULL)}));
    REMARKED(summed(&s, "13:36"), REMARK_NOTHING_LINKED, "No link, nor a word that there is none: F1");
}

/* --- the grid --- */

static unsigned touched(const struct summary *sum, size_t finding, const char *agency) {
    return sum->findings[finding].touches[summary_party(sum, agency) - sum->parties];
}

static void heard_of(struct sitting *s, const char *clock, const char *agency) {
    TAKEN(said(s, clock, DO_HEARD, &(struct event_heard){.agency = agency}));
}

static void grid_by_focus(void **state) {
    struct sitting s = opened(*state, agenda_of(*state));
    TAKEN(start(&s, "13:30", "I5"));
    heard_of(&s, "13:31", "EDU");
    focus(&s, "13:32", "F2");
    heard_of(&s, "13:33", "POL");
    put(&s, "13:34", "C1", "POL", "F3");
    TAKEN(amend(&s, "13:35", "C1", "given_by", &(struct challenge){.given_by = "CSC"}));
    agreed(&s, "13:36", "A1", "F2", NULL);
    TAKEN(start(&s, "13:37", "I6"));
    heard_of(&s, "13:38", "CCG");
    const struct summary *sum = summed(&s, "13:39");
    assert_int_equal(touched(sum, 1, "POL"), TOUCH_DISCUSSED);
    assert_int_equal(touched(sum, 2, "POL"), TOUCH_CHALLENGED);
    assert_int_equal(touched(sum, 2, "CSC"), TOUCH_ANSWERED);
    assert_int_equal(touched(sum, 1, "COM"), TOUCH_OWNS);
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(touched(sum, i, "EDU") + touched(sum, i, "CCG"), 0);
}

/* Without a focus who was heard in I5 spoke of its findings; I1 is about none. */
static void grid_by_items(void **state) {
    struct sitting s = opened(*state, agenda_of(*state));
    TAKEN(start(&s, "13:30", "I1"));
    heard_of(&s, "13:31", "EDU");
    TAKEN(start(&s, "13:32", "I5"));
    heard_of(&s, "13:33", "POL");
    heard_of(&s, "13:34", "CCG");
    TAKEN(undo(&s, "13:35", "13:34"));
    const struct summary *sum = summed(&s, "13:36");
    for (size_t i = 0; i < 6; i++) {
        assert_int_equal(touched(sum, i, "POL"), i < 3 ? TOUCH_DISCUSSED : 0);
        assert_int_equal(touched(sum, i, "EDU") + touched(sum, i, "CCG"), 0);
    }
}

/* --- items --- */

static void rushed_and_empty_when_left(void **state) {
    struct sitting s = opened(*state, agenda_of(*state));
    TAKEN(start(&s, "13:30", "I5"));
    const struct summary *sum = summed(&s, "13:35");
    assert_false(sum->items[4].left || sum->items[4].rushed || sum->items[4].empty);
    TAKEN(start(&s, "13:40", "I6")); /* 10 of 30 minutes, nothing recorded */
    position(&s, "13:41", "F4");
    TAKEN(start(&s, "13:55", "I9")); /* 15 of 30: not less than half */
    sum = summed(&s, "13:56");
    REMARKED(sum, REMARK_ITEM_RUSHED, "I5 had 10 of its 30 minutes");
    REMARKED(sum, REMARK_ITEM_EMPTY, "Left with nothing recorded: I5");
    assert_int_equal(sum->items[5].recorded, 1);
    TAKEN(plain(&s, "13:58", DO_ADJOURN)); /* 3 of 10 */
    REMARKED(summed(&s, "14:00"), REMARK_ITEM_RUSHED, "I5 had 10 of its 30 minutes; I9 had 3 of its 10 minutes");
    REMARKED(summed(&s, "14:00"), REMARK_ITEM_EMPTY, "Left with nothing recorded: I5, I9");
}

/* What counts as recorded: not what was withdrawn, undone, or said as follow-up after the close. */
static void recorded_in_it(void **state) {
    struct sitting s = opened(*state, agenda_of(*state));
    TAKEN(start(&s, "13:30", "I5"));
    agreed(&s, "13:31", "A1", "F1", NULL);
    TAKEN(start(&s, "13:50", "I6"));
    TAKEN(amend(&s, "13:51", "A1", "due", &(struct agreement){.due = day_of(2017, 3, 31)}));
    put(&s, "13:52", "C1", "POL", NULL);
    TAKEN(said(&s, "13:53", DO_WITHDRAW, &(struct event_withdraw){.id = "C1"}));
    position(&s, "13:54", "F4");
    TAKEN(undo(&s, "13:55", "13:54"));
    TAKEN(start(&s, "13:56", "I9"));
    TAKEN(plain(&s, "14:10", DO_CLOSE));
    TAKEN(said(&s, "14:20", DO_ASSENT, &(struct event_assent){.id = "A1", .agency = "COM", .state = ASSENT_AGREED}));
    const struct summary *sum = summed(&s, "14:30");
    assert_int_equal(sum->items[4].recorded, 1);
    assert_int_equal(sum->items[5].recorded, 1);
    assert_int_equal(sum->items[8].recorded, 0);
    REMARKED(sum, REMARK_ITEM_EMPTY, "Left with nothing recorded: I9");
    IDS(sum->not_reached, "I1 I2 I3 I4 I7 I8");
}

static void order_purposes_and_ledger(void **state) {
    struct sitting s = opened(*state, agenda_of(*state));
    TAKEN(start(&s, "13:30", "I1"));
    TAKEN(said(&s, "13:31", DO_ADD_ITEM,
               &(struct event_add_item){
                   .id = "I10", .title = "AOB", .minutes = {true, 12}, .purpose = PURPOSE_DECISION, .after = "I1"}));
    TAKEN(said(&s, "13:32", DO_SKIP, &(struct event_item){.item = "I2"}));
    TAKEN(start(&s, "13:40", "I10"));
    TAKEN(start(&s, "13:45", "I3"));
    const struct summary *sum = summed(&s, "13:50");
    assert_int_equal(sum->items[1].place, 9);
    assert_int_equal(sum->items[2].place, 1);
    MS(sum->total.planned, 150);
    MS(sum->total.granted, 157);
    assert_int_equal(sum->total.granted, sum->total.planned + s.m->end_account);
    MS(sum->total.used, 20);
    MS(sum->purposes[PURPOSE_INFORMATION].used, 15);
    MS(sum->purposes[PURPOSE_INFORMATION].granted, 30);
    MS(sum->purposes[PURPOSE_DECISION].planned, 100);
    REMARKED(sum, REMARK_ITEM_RUSHED, "I10 had 5 of its 12 minutes");
    assert_false(sum->items[2].reached || sum->items[2].left);
    IDS(sum->not_reached, "");
}

/* --- marker --- */

/* Another set: two questions of one measure, and one of another. */
static void another_marker(void **state) {
    static const struct marker_question questions[] = {
        {.id = "W1", .text = "Who challenged?", .evidence = MEASURE_CHALLENGE},
        {.id = "W2", .text = "What first?", .evidence = MEASURE_PRIORITY},
        {.id = "W3", .text = "Was it open?", .evidence = MEASURE_CHALLENGE},
    };
    struct agenda *agenda = agenda_of(*state);
    agenda->marker = arena_alloc(*state, sizeof *agenda->marker);
    agenda->marker->questions.items = arena_array(*state, 3, sizeof questions[0]);
    agenda->marker->questions.count = 3;
    memcpy(agenda->marker->questions.items, questions, sizeof questions);
    struct sitting s = opened(*state, agenda);
    TAKEN(start(&s, "13:30", "I5"));
    put(&s, "13:31", "C1", "POL", "F1");
    TAKEN(said(&s, "13:32", DO_ASSESS, &(struct event_assess){.question = "W3", .answer = ANSWER_PARTLY}));
    const struct summary *sum = summed(&s, "13:33");
    assert_int_equal(sum->question_count, 3);
    assert_string_equal(sum->questions[0].evidence.items[0], "1 challenge: 0 answered, 1 open");
    assert_int_equal(sum->questions[2].evidence.count, sum->questions[0].evidence.count);
    assert_null(sum->questions[0].answer);
    assert_int_equal(sum->questions[2].answer->answer, ANSWER_PARTLY);
    assert_true(texts_have(&sum->questions[0].gaps, "No answer yet: C1"));
    assert_true(texts_have(&sum->questions[1].gaps, "No agreement recorded"));
}

static void more_time_receiving(void **state) {
    struct sitting s = opened(*state, agenda_of(*state));
    TAKEN(start(&s, "13:30", "I3"));
    TAKEN(start(&s, "14:00", "I5"));
    focus(&s, "14:01", "F1");
    assert_int_equal(summed(&s, "14:02")->questions[2].gaps.count, 0);
    TAKEN(plain(&s, "14:20", DO_CLOSE));
    const struct texts *gaps = &summed(&s, "14:21")->questions[2].gaps;
    assert_int_equal(gaps->count, 1);
    assert_string_equal(gaps->items[0], "More time receiving (30 minutes) than deciding (20)");
}

static void some_remarks_only(void **state) {
    struct sitting s = opened(*state, agenda_of(*state));
    TAKEN(start(&s, "13:30", "I5"));
    put(&s, "13:31", "C1", "POL", "F1");
    const struct summary *sum = summed(&s, "13:32");
    struct remarks some = remarks_of(sum, 1U << REMARK_UNANSWERED | 1U << REMARK_FINDING_UNTOUCHED, s.arena);
    assert_int_equal(some.count, 2);
    assert_int_equal(some.list[0].kind, REMARK_UNANSWERED);
    assert_string_equal(some.list[0].subject, "C1");
    assert_string_equal(some.list[1].subject, "F2");
    assert_int_equal(remarks_of(sum, 0, s.arena).count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SITTING_TEST(an_empty_record_is_left_alone),
        SITTING_TEST(not_yet_touched),
        SITTING_TEST(opened_by_focus),
        SITTING_TEST(looked_at_later),
        SITTING_TEST(all_weak),
        SITTING_TEST(kinds_unused),
        SITTING_TEST(what_bears_on_it),
        SITTING_TEST(nothing_linked),
        SITTING_TEST(grid_by_focus),
        SITTING_TEST(grid_by_items),
        SITTING_TEST(rushed_and_empty_when_left),
        SITTING_TEST(recorded_in_it),
        SITTING_TEST(order_purposes_and_ledger),
        SITTING_TEST(another_marker),
        SITTING_TEST(more_time_receiving),
        SITTING_TEST(some_remarks_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
