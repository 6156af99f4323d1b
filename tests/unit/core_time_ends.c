/* When it will end, what comes next, and planning the rest again. */
#include "core_sitting.h"

static struct item *item_of(struct sitting *s, const char *id) {
    return (struct item *)s->agenda->items.items + meeting_item_place(s->m, id);
}

static void fixed_at(struct sitting *s, const char *id, int32_t hours, int32_t mins) {
    item_of(s, id)->at = (struct number){true, hours * 60 + mins};
}

static instant projected(const struct sitting *s, const char *clock) {
    return meeting_projected_end(s->m, at_clock(clock));
}

static struct refusal skip_item(struct sitting *s, const char *clock, const char *item) {
    return said(s, clock, DO_SKIP, &(struct event_item){.item = item});
}

/* --- planned --- */

static void the_planned_end(void **state) {
    struct sitting s = sitting_open(*state);
    assert_int_equal(meeting_planned_end(s.m, at_clock("09:00")), at("16:00")); /* 13:30 and 150 minutes */
    TAKEN(start(&s, "13:40", "I1"));
    assert_int_equal(meeting_planned_end(s.m, at_clock("15:00")), at("16:00")); /* late, and so it stays */
    assert_int_equal(meeting_planned_end(s.m, at_clock("30:00")), at("16:10")); /* another day: from the first start */
    TAKEN(said(&s, "13:41", DO_EXTEND, &(struct event_extend){.item = "I1", .minutes = {true, 20}}));
    assert_int_equal(meeting_planned_end(s.m, at_clock("15:00")), at("16:00"));
}

static void the_planned_end_over_midnight(void **state) {
    struct agenda *agenda = harrowmere_agenda(*state);
    agenda->meeting->start.value = 22 * 60;
    struct sitting s = sitting_new(*state, agenda);
    TAKEN(said(&s, "21:00", DO_OPEN, &(struct event_open){.program = NULL}));
    TAKEN(start(&s, "22:10", "I1"));
    assert_int_equal(meeting_planned_end(s.m, at_clock("23:59")), at("24:30")); /* 22:00 and 150 minutes */
    assert_int_equal(meeting_planned_end(s.m, at_clock("24:05")), at("24:30")); /* the same after midnight */
}

static void no_planned_end(void **state) {
    struct agenda *agenda = harrowmere_agenda(*state);
    agenda->meeting->date = day_of(2016, 11, 23);
    struct sitting s = sitting_new(*state, agenda);
    assert_int_equal(meeting_planned_end(s.m, at_clock("13:00")), 0);
    agenda->meeting->date = 0;
    assert_int_equal(meeting_planned_end(s.m, at_clock("13:00")), 0);
    agenda->meeting->date = day_of(2016, 11, 22);
    agenda->meeting->start.given = false;
    assert_int_equal(meeting_planned_end(s.m, at_clock("13:00")), 0);
}

static void the_planned_end_is_local(void **state) {
    struct sitting s = sitting_open(*state);
    struct stamp now = {.at = at("09:00"), .offset = 120}; /* 13:30 there is 11:30 in UTC */
    assert_int_equal(meeting_planned_end(s.m, now), at("14:00"));
}

/* --- projected --- */

static void the_projected_end(void **state) {
    struct sitting s = sitting_open(*state);
    assert_int_equal(projected(&s, "13:40"), at("16:10"));
    TAKEN(start(&s, "13:40", "I1"));
    assert_int_equal(projected(&s, "13:45"), at("16:10"));
    assert_int_equal(projected(&s, "13:55"), at("16:15")); /* 5 over: what is left is never below none */
    TAKEN(plain(&s, "13:56", DO_PAUSE));
    assert_int_equal(projected(&s, "14:10"), at("16:30")); /* a pause pushes the end */
    TAKEN(skip_item(&s, "14:11", "I4"));
    assert_int_equal(projected(&s, "14:20"), at("16:25"));
    TAKEN(plain(&s, "14:30", DO_CLOSE));
    assert_int_equal(projected(&s, "18:00"), at("14:30"));
}

static void items_passed_over_are_still_to_come(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I5")); /* I1 to I4, 50 minutes, were not taken */
    assert_int_equal(projected(&s, "13:30"), at("16:00"));
    TAKEN(skip_item(&s, "13:31", "I5"));
    assert_int_equal(projected(&s, "13:31"), at("15:31")); /* 120 to come, nothing left of I5 */
}

static void an_item_that_waits_for_its_hour(void **state) {
    struct sitting s = sitting_open(*state);
    fixed_at(&s, "I2", 14, 0);
    assert_int_equal(projected(&s, "13:30"), at("16:20")); /* I1 to 13:40, slack to 14:00, 140 minutes more */
    TAKEN(start(&s, "13:40", "I1"));
    assert_int_equal(projected(&s, "13:40"), at("16:20")); /* the delay eats slack first */
    assert_int_equal(projected(&s, "13:55"), at("16:20"));
    assert_int_equal(projected(&s, "14:05"), at("16:25")); /* late now */
}

static void an_hour_after_midnight(void **state) {
    struct sitting s = sitting_open(*state);
    fixed_at(&s, "I2", 0, 30);
    TAKEN(start(&s, "23:50", "I1"));
    assert_int_equal(projected(&s, "23:50"), at("26:50")); /* to 00:00, slack to 00:30, 140 minutes */
    fixed_at(&s, "I2", 23, 55);
    assert_int_equal(projected(&s, "24:10"), at("26:30")); /* 23:55 was yesterday */
}

static void an_evening_seen_in_the_morning(void **state) {
    struct sitting s = sitting_open(*state);
    fixed_at(&s, "I1", 21, 0);
    assert_int_equal(projected(&s, "13:29"), at("23:30"));
    struct sitting early = sitting_new(*state, s.agenda);
    assert_int_equal(projected(&early, "08:00"), at("23:30")); /* 13 hours ahead, not last night */
}

/* --- next, previous --- */

static void next_and_previous(void **state) {
    struct sitting s = sitting_open(*state);
    assert_int_equal(meeting_next_item(s.m), 0);
    assert_int_equal(meeting_previous_item(s.m), -1);
    TAKEN(start(&s, "13:30", "I1"));
    TAKEN(skip_item(&s, "13:31", "I2"));
    assert_int_equal(meeting_next_item(s.m), 2); /* not what was skipped */
    TAKEN(start(&s, "13:40", "I4"));
    assert_int_equal(meeting_next_item(s.m), 4);
    assert_int_equal(meeting_previous_item(s.m), 0); /* I3 was never visited */
    TAKEN(said(&s, "13:41", DO_MOVE_ITEM, &(struct event_move_item){.item = "I9", .after = "I4"}));
    assert_int_equal(meeting_next_item(s.m), 8);
    TAKEN(start(&s, "13:42", "I8")); /* the last in order now */
    assert_int_equal(meeting_next_item(s.m), -1);
    assert_int_equal(meeting_previous_item(s.m), 3);
}

static void the_last_instant(void **state) {
    struct sitting s = sitting_new(*state, harrowmere_agenda(*state));
    assert_int_equal(meeting_last_instant(s.m), 0);
    TAKEN(said(&s, "13:28", DO_OPEN, &(struct event_open){.program = NULL}));
    TAKEN(start_back(&s, "13:40", "I1", 9));
    assert_int_equal(meeting_last_instant(s.m), at("13:40"));
}

/* --- planned again --- */

static int32_t proposed(const struct replan *replan, const char *item) {
    const struct replan_item *rows = replan->items.items;
    for (size_t i = 0; i < replan->items.count; i++)
        if (strcmp(rows[i].item, item) == 0)
            return rows[i].minutes.value;
    return -1;
}

/* At 14:30 I4 begins: 15 + 30 + 30 + 20 + 10 + 10 is 115 minutes for 90. I4 runs, I7 and I8 are protected: 45 are
 * spoken for, so I5, I6 and I9 share 45 of their 70. 30 * 45 / 70 is 19.29, 10 * 45 / 70 is 6.43: 19, 19, 6 and one
 * minute left over, for I9 with the largest remainder. */
static void scaled_to_the_planned_end(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I1"));
    TAKEN(start(&s, "13:50", "I2"));
    TAKEN(start(&s, "14:00", "I3"));
    TAKEN(start(&s, "14:30", "I4"));
    struct replan replan = meeting_replan(s.m, at_clock("14:30"), *state);
    assert_int_equal(replan.items.count, 3);
    assert_int_equal(proposed(&replan, "I5"), 19);
    assert_int_equal(proposed(&replan, "I6"), 19);
    assert_int_equal(proposed(&replan, "I9"), 7);
    assert_int_equal(replan.cannot_fit, 0);
    TAKEN(said(&s, "14:31", DO_REPLAN, &(struct event_replan){.items = replan.items}));
    assert_int_equal(projected(&s, "14:31"), at("16:00"));
}

/* A minute earlier there are 46 to share: 19.71, 19.71 and 6.57 leave two over, one each for I5 and I6. */
static void what_rounding_leaves_over(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I1"));
    TAKEN(start(&s, "13:50", "I2"));
    TAKEN(start(&s, "14:00", "I3"));
    TAKEN(start(&s, "14:29", "I4"));
    struct replan replan = meeting_replan(s.m, at_clock("14:29"), *state);
    assert_int_equal(proposed(&replan, "I5"), 20);
    assert_int_equal(proposed(&replan, "I6"), 20);
    assert_int_equal(proposed(&replan, "I9"), 6);
}

/* At 15:25 with I4 just begun 35 minutes are left and 45 are spoken for: one minute each, and 13 too many. */
static void what_cannot_fit(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I1"));
    TAKEN(start(&s, "13:50", "I2"));
    TAKEN(start(&s, "14:00", "I3"));
    TAKEN(start(&s, "15:25", "I4"));
    struct replan replan = meeting_replan(s.m, at_clock("15:25"), *state);
    assert_int_equal(proposed(&replan, "I5"), 1);
    assert_int_equal(proposed(&replan, "I6"), 1);
    assert_int_equal(proposed(&replan, "I9"), 1);
    MS(replan.cannot_fit, 13);
}

/* 13:30 and 40 seconds: all but 140 minutes of I2 to I9 and the 10 of I1 are there, less 40 seconds. */
static void whole_minutes_only(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30:40", "I1"));
    struct replan replan = meeting_replan(s.m, at_clock("13:30:40"), *state);
    MS(replan.cannot_fit, -20.0 / 60);
    int64_t sum = 0;
    const struct replan_item *rows = replan.items.items;
    for (size_t i = 0; i < replan.items.count; i++)
        sum += granted(&s, rows[i].item) / MS_MINUTE - rows[i].minutes.value;
    assert_int_equal(sum, 1);
}

static void nothing_to_plan_for(void **state) {
    struct sitting s = sitting_open(*state);
    s.agenda->meeting->start.given = false;
    struct replan replan = meeting_replan(s.m, at_clock("14:00"), *state);
    assert_int_equal(replan.items.count, 0);
    s.agenda->meeting->start.given = true;
    replan = meeting_replan(s.m, at_clock("13:30"), *state);
    assert_int_equal(replan.items.count, 0); /* it fits as it is */
    assert_int_equal(replan.cannot_fit, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SITTING_TEST(the_planned_end),
        SITTING_TEST(the_planned_end_over_midnight),
        SITTING_TEST(no_planned_end),
        SITTING_TEST(the_planned_end_is_local),
        SITTING_TEST(the_projected_end),
        SITTING_TEST(items_passed_over_are_still_to_come),
        SITTING_TEST(an_item_that_waits_for_its_hour),
        SITTING_TEST(an_hour_after_midnight),
        SITTING_TEST(an_evening_seen_in_the_morning),
        SITTING_TEST(next_and_previous),
        SITTING_TEST(the_last_instant),
        SITTING_TEST(scaled_to_the_planned_end),
        SITTING_TEST(what_rounding_leaves_over),
        SITTING_TEST(what_cannot_fit),
        SITTING_TEST(whole_minutes_only),
        SITTING_TEST(nothing_to_plan_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
