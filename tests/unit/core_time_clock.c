/* The clock of a meeting: used time is what ran between instants, whatever was said when. */
#include "core_sitting.h"

static struct refusal gap(struct sitting *s, const char *clock, const char *from, const char *to, const char *until) {
    struct event_gap body = {.from = at_clock(from), .to = at_clock(to), .until = at_clock(until)};
    return said(s, clock, DO_GAP, &body);
}

static struct refusal focus(struct sitting *s, const char *clock, const char *finding) {
    return said(s, clock, DO_FOCUS, &(struct event_focus){.finding = finding});
}

static struct refusal repair(struct sitting *s, const char *clock, const char *item, int32_t mins) {
    return said(s, clock, DO_REPAIR,
                &(struct event_repair){.item = item, .minutes = {true, mins}, .reason = "Forgotten"});
}

static int64_t finding_used(const struct sitting *s, const char *finding, const char *clock) {
    return meeting_finding_used(s->m, (uint32_t)meeting_finding_place(s->m, finding), at(clock));
}

/* --- start, pause, resume --- */

static void one_item_after_the_other(void **state) {
    struct sitting s = sitting_open(*state);
    assert_false(meeting_clock_runs(s.m));
    TAKEN(start(&s, "13:30", "I1"));
    assert_true(meeting_clock_runs(s.m));
    MS(used(&s, "I1", "13:37:30"), 7.5);
    MS(meeting_left(s.m, 0, at("13:41")), -1);
    TAKEN(start(&s, "13:44", "I2"));
    MS(used(&s, "I1", "14:00"), 14);
    MS(used(&s, "I2", "14:00"), 16);
    REFUSED(start(&s, "14:01", "I2"), REFUSED_ALREADY_RUNNING);
    REFUSED(start(&s, "14:01", "I99"), REFUSED_NO_SUCH);
    assert_int_equal(s.m->items[0].first_start, at("13:30"));
    assert_int_equal(s.m->first_start, at("13:30"));
    TAKEN(start(&s, "14:02", "I1")); /* back to it */
    assert_int_equal(s.m->items[0].starts, 2);
    assert_int_equal(s.m->items[0].first_start, at("13:30"));
    MS(used(&s, "I1", "14:05"), 17);
}

static void a_pause_takes_no_time(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I1"));
    TAKEN(plain(&s, "13:34", DO_PAUSE));
    assert_int_equal(s.m->paused_at, at("13:34"));
    MS(used(&s, "I1", "13:50"), 4);
    TAKEN(plain(&s, "13:40", DO_RESUME));
    assert_int_equal(s.m->paused_at, 0);
    MS(used(&s, "I1", "13:43"), 7);
    TAKEN(plain(&s, "13:45", DO_PAUSE));
    TAKEN(start(&s, "13:50", "I1")); /* a start ends a pause too, of the same item as well */
    MS(used(&s, "I1", "13:51"), 10);
}

/* --- dated back --- */

static void a_start_dated_back(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I1"));
    TAKEN(start_back(&s, "13:50", "I2", 4));
    MS(used(&s, "I1", "13:50"), 16);
    MS(used(&s, "I2", "13:50"), 4);
    assert_int_equal(s.m->items[1].first_start, at("13:46"));
    REFUSED(start_back(&s, "13:51", "I3", 6), REFUSED_BACK_TOO_FAR); /* 13:45, before I2 began */
    TAKEN(start_back(&s, "13:51", "I3", 5));                         /* to the very moment */
    MS(used(&s, "I2", "13:51"), 0);
    MS(used(&s, "I3", "13:51"), 5);
}

static void the_first_start_may_go_before_open(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start_back(&s, "13:29", "I1", 15));
    assert_int_equal(s.m->first_start, at("13:14"));
    MS(used(&s, "I1", "13:30"), 16);
}

static void back_over_a_pause_but_not_its_beginning(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I1"));
    TAKEN(plain(&s, "13:40", DO_PAUSE));
    REFUSED(start_back(&s, "13:50", "I2", 11), REFUSED_BACK_TOO_FAR);
    TAKEN(start_back(&s, "13:50", "I2", 10));
    MS(used(&s, "I1", "13:50"), 10);
    MS(used(&s, "I2", "13:50"), 10);
}

static void records_keep_their_item(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I1"));
    TAKEN(challenge(&s, "13:38", "C1", "POL", "EDU"));
    TAKEN(start_back(&s, "13:40", "I2", 5));
    assert_int_equal(meeting_record(s.m, "C1")->place, 0);
    assert_int_equal(s.m->event_notes[2].place, 0);
    assert_int_equal(s.m->event_notes[3].place, 1);
}

/* --- minutes by finding --- */

static void focus_counts_for_the_finding(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(focus(&s, "13:29", "F1")); /* before the first item it counts for none, and the first start ends it */
    assert_int_equal(s.m->focus, 0);
    TAKEN(start(&s, "13:30", "I5"));
    TAKEN(focus(&s, "13:32", "F1"));
    MS(finding_used(&s, "F1", "13:36"), 4);
    TAKEN(focus(&s, "13:37", "F1")); /* still the same: nothing ends */
    assert_int_equal(s.m->span_count, 1);
    TAKEN(focus(&s, "13:40", "F2"));
    TAKEN(plain(&s, "13:45", DO_PAUSE));
    MS(finding_used(&s, "F2", "13:50"), 5);
    TAKEN(plain(&s, "13:50", DO_RESUME)); /* the same finding still */
    TAKEN(focus(&s, "13:53", "F1"));
    TAKEN(start(&s, "14:00", "I6"));
    assert_int_equal(s.m->focus, -1);
    MS(finding_used(&s, "F1", "14:10"), 8 + 7);
    MS(finding_used(&s, "F2", "14:10"), 5 + 3);
    MS(finding_used(&s, "F3", "14:10"), 0);
    MS(used(&s, "I5", "14:10"), 25); /* 13:30 to 13:45, 13:50 to 14:00 */
    assert_true(s.m->findings[0].focused && s.m->findings[1].focused && !s.m->findings[2].focused);
}

static void back_over_a_change_of_focus(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I5"));
    TAKEN(focus(&s, "13:32", "F1"));
    TAKEN(focus(&s, "13:40", "F2"));
    TAKEN(start_back(&s, "13:42", "I6", 4)); /* 13:38: F2 was never under discussion in I5 */
    MS(used(&s, "I5", "13:42"), 8);
    MS(finding_used(&s, "F1", "13:42"), 6);
    MS(finding_used(&s, "F2", "13:42"), 0);
    MS(used(&s, "I6", "13:42"), 4);
    assert_int_equal(s.m->span_count, 2);
}

/* --- corrections --- */

static void a_gap_answered(void **state) {
    static const struct {
        const char *until;
        double used; /* of I1 at 14:10, started 13:30, hole 13:40 to 14:00 */
    } answers[] = {{"13:40", 20}, {"14:00", 40}, {"13:46", 26}};
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        struct sitting s = sitting_open(*state);
        TAKEN(start(&s, "13:30", "I1"));
        TAKEN(gap(&s, "14:01", "13:40", "14:00", answers[i].until));
        assert_int_equal(s.m->status, MEETING_RUNNING);
        MS(used(&s, "I1", "14:10"), answers[i].used);
        REFUSED(start_back(&s, "14:02", "I2", 3), REFUSED_BACK_TOO_FAR); /* into the hole */
        TAKEN(start_back(&s, "14:02", "I2", 2));
        MS(used(&s, "I1", "14:10"), answers[i].used - 10);
    }
}

static void a_gap_out_of_order(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I1"));
    REFUSED(gap(&s, "14:01", "13:50", "13:40", "13:45"), REFUSED_GAP_ORDER);
    REFUSED(gap(&s, "14:01", "13:40", "13:50", "13:51"), REFUSED_GAP_ORDER);
    REFUSED(gap(&s, "14:01", "13:40", "13:50", "13:39"), REFUSED_GAP_ORDER);
    REFUSED(gap(&s, "14:01", "13:40", "14:02", "13:45"), REFUSED_GAP_ORDER);
    REFUSED(gap(&s, "14:01", "13:29", "13:50", "13:40"), REFUSED_GAP_CLOCK);
    TAKEN(gap(&s, "14:01", "13:30", "14:01", "13:30")); /* all of it */
    MS(used(&s, "I1", "14:02"), 1);
}

/* What was under discussion changed after the program woke, before the question was answered. */
static void a_gap_before_a_change_of_focus(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I5"));
    TAKEN(focus(&s, "13:32", "F1"));
    TAKEN(focus(&s, "14:05", "F2"));
    TAKEN(gap(&s, "14:06", "13:40", "14:00", "13:45"));
    MS(used(&s, "I5", "14:10"), 25); /* 40 less 15 */
    MS(finding_used(&s, "F1", "14:10"), 13 + 5);
    MS(finding_used(&s, "F2", "14:10"), 5);
}

static void a_repair_sets_what_was_used(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I1"));
    TAKEN(repair(&s, "13:50", "I1", 9));
    MS(used(&s, "I1", "13:50"), 9);
    MS(used(&s, "I1", "13:52"), 11);
    REFUSED(start_back(&s, "13:53", "I2", 4), REFUSED_BACK_TOO_FAR);
    TAKEN(start(&s, "13:53", "I2"));
    TAKEN(repair(&s, "13:54", "I1", 30));
    MS(used(&s, "I1", "14:00"), 30);
    TAKEN(repair(&s, "13:55", "I3", 6)); /* its start was forgotten */
    assert_int_equal(s.m->items[2].stage, ITEM_VISITED);
    assert_int_equal(s.m->items[2].first_start, 0);
    REFUSED(said(&s, "13:56", DO_REPAIR, &(struct event_repair){.item = "I1", .minutes = {true, 5}}), REFUSED_REQUIRED);
}

/* --- midnight, a change of the clocks --- */

static void midnight_means_nothing(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "23:50", "I1"));
    MS(used(&s, "I1", "24:05"), 15);
    TAKEN(start(&s, "24:10", "I2"));
    MS(used(&s, "I1", "24:30"), 20);
    MS(used(&s, "I2", "24:30"), 20);
}

/* The hour that is struck twice: 01:30 summer time to 01:15 winter time is 45 minutes. */
static void the_clocks_go_back(void **state) {
    struct sitting s = sitting_new(*state, harrowmere_agenda(*state));
    struct stamp opened, started, next;
    assert_true(stamp_read("2016-10-30T01:00:00+01:00", &opened));
    assert_true(stamp_read("2016-10-30T01:30:00+01:00", &started));
    assert_true(stamp_read("2016-10-30T01:15:00+00:00", &next));
    struct event event = event_new(*state, DO_OPEN, opened);
    TAKEN(meeting_apply(s.m, &event));
    event = event_new(*state, DO_START, started);
    ((struct event_start *)event.body)->item = "I1";
    TAKEN(meeting_apply(s.m, &event));
    event = event_new(*state, DO_START, next);
    ((struct event_start *)event.body)->item = "I2";
    TAKEN(meeting_apply(s.m, &event));
    MS(meeting_used(s.m, 0, next.at), 45);
}

static void a_clock_that_is_asked_about_the_past(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I1"));
    MS(used(&s, "I1", "13:20"), 0);
}

static void closing_stops_the_clock(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I1"));
    TAKEN(plain(&s, "13:40", DO_ADJOURN));
    MS(used(&s, "I1", "18:00"), 10);
    TAKEN(plain(&s, "14:00", DO_REOPEN));
    REFUSED(start_back(&s, "14:03", "I2", 4), REFUSED_BACK_TOO_FAR);
    TAKEN(plain(&s, "14:05", DO_RESUME));
    TAKEN(plain(&s, "14:10", DO_CLOSE));
    MS(used(&s, "I1", "18:00"), 15);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SITTING_TEST(one_item_after_the_other),
        SITTING_TEST(a_pause_takes_no_time),
        SITTING_TEST(a_start_dated_back),
        SITTING_TEST(the_first_start_may_go_before_open),
        SITTING_TEST(back_over_a_pause_but_not_its_beginning),
        SITTING_TEST(records_keep_their_item),
        SITTING_TEST(focus_counts_for_the_finding),
        SITTING_TEST(back_over_a_change_of_focus),
        SITTING_TEST(a_gap_answered),
        SITTING_TEST(a_gap_out_of_order),
        SITTING_TEST(a_gap_before_a_change_of_focus),
        SITTING_TEST(a_repair_sets_what_was_used),
        SITTING_TEST(midnight_means_nothing),
        SITTING_TEST(the_clocks_go_back),
        SITTING_TEST(a_clock_that_is_asked_about_the_past),
        SITTING_TEST(closing_stops_the_clock),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
