/* When each item would be taken, and where the plan is tight. */
#include "candour/core/foreseen.h"
#include "core_sitting.h"

static struct item *item_of(struct agenda *agenda, size_t place) {
    return (struct item *)agenda->items.items + place;
}

static bool says(const struct foreseen *foreseen, const char *line) {
    return texts_have(&foreseen->pinches, line);
}

/* Harrowmere from 13:30: 10 5 20 15 30 30 20 10 10 minutes. */
static void items_follow_one_another(void **state) {
    struct sitting s = sitting_open(*state);
    struct foreseen *f = foresee(s.m, at_clock("13:30"), *state);
    assert_int_equal(f->count, 9);
    assert_int_equal(f->items[0].from, at("13:30"));
    assert_int_equal(f->items[2].from, at("13:45"));
    assert_int_equal(f->items[4].from, at("14:20"));
    assert_int_equal(f->items[8].to, at("16:00"));
    assert_int_equal(f->ends, at("16:00"));
    assert_true(says(f, "150 min without a break, from 13:30 to 16:00"));
}

static void the_running_item_has_what_is_left_of_it(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I1"));
    struct foreseen *f = foresee(s.m, at_clock("13:34"), *state);
    assert_int_equal(f->count, 8);
    assert_int_equal(f->items[0].from, at("13:40"));
    f = foresee(s.m, at_clock("13:50"), *state); /* ten minutes over */
    assert_int_equal(f->items[0].from, at("13:50"));
}

static void the_last_item_sits_from_now_on(void **state) {
    struct agenda *agenda = harrowmere_agenda(*state);
    struct sitting s = sitting_new(*state, agenda);
    TAKEN(said(&s, "13:29", DO_OPEN, &(struct event_open){.program = NULL}));
    TAKEN(start(&s, "13:30", "I1"));
    assert_true(says(foresee(s.m, at_clock("13:30"), *state), "150 min without a break, from 13:30 to 16:00"));
    for (size_t i = 1; i < 9; i++) {
        char clock[] = "13:30";
        clock[4] = (char)('0' + i);
        TAKEN(start(&s, clock, item_of(agenda, i)->id));
    }
    struct foreseen *f = foresee(s.m, at_clock("13:40"), *state); /* I9 since 13:38, and nothing is to come */
    assert_int_equal(f->count, 0);
    assert_int_equal(f->ends, at("13:48"));
    assert_int_equal(f->pinches.count, 0); /* eight minutes are no long sitting */
}

static void a_break_under_way_is_one(void **state) {
    struct agenda *agenda = harrowmere_agenda(*state);
    item_of(agenda, 0)->purpose = PURPOSE_BREAK;
    struct sitting s = sitting_new(*state, agenda);
    TAKEN(said(&s, "13:29", DO_OPEN, &(struct event_open){.program = NULL}));
    TAKEN(start(&s, "13:30", "I1"));
    assert_true(says(foresee(s.m, at_clock("13:30"), *state), "140 min without a break, from 13:40 to 16:00"));
}

static void a_time_of_day_is_waited_for_or_missed(void **state) {
    struct agenda *agenda = harrowmere_agenda(*state);
    item_of(agenda, 4)->at = (struct number){true, 14 * 60 + 30}; /* 14:20 by the plan */
    item_of(agenda, 6)->at = (struct number){true, 15 * 60};      /* 15:30 then */
    struct sitting s = sitting_new(*state, agenda);
    struct foreseen *f = foresee(s.m, at_clock("13:30"), *state);
    assert_int_equal(f->items[4].from, at("14:30"));
    assert_int_equal(f->items[4].wait, minutes(10));
    assert_int_equal(f->items[6].from, at("15:30"));
    assert_int_equal(f->items[6].late, minutes(30));
    assert_true(says(f, "I5 waits 10 min for 14:30"));
    assert_true(says(f, "I7 must start at 15:00; what is in front of it ends at 15:30"));
    assert_int_equal(f->ends, at("16:10"));
}

static void a_round_that_does_not_fit(void **state) {
    struct agenda *agenda = harrowmere_agenda(*state);
    item_of(agenda, 3)->round = (struct number){true, 2}; /* nine that count: 18 of 15 minutes */
    struct sitting s = sitting_new(*state, agenda);
    assert_true(
        says(foresee(s.m, at_clock("13:30"), *state), "I4: a round of 9 agencies at 2 min takes 18 of its 15 min"));
    item_of(agenda, 3)->round.value = 1;
    assert_false(
        says(foresee(s.m, at_clock("13:30"), *state), "I4: a round of 9 agencies at 1 min takes 9 of its 15 min"));
}

static void findings_and_decisions_need_minutes(void **state) {
    struct agenda *agenda = harrowmere_agenda(*state);
    item_of(agenda, 4)->minutes = (struct number){true, 14};
    item_of(agenda, 4)->findings = ids(*state, "F1", "F2", "F3", NULL);
    item_of(agenda, 7)->minutes = (struct number){true, 9};
    struct sitting s = sitting_new(*state, agenda);
    struct foreseen *f = foresee(s.m, at_clock("13:30"), *state);
    assert_true(says(f, "I5: 3 findings in 14 min, less than 5 min each"));
    assert_true(says(f, "I8: 9 min to decide in"));
    assert_false(says(f, "I9: 10 min to decide in"));
}

static void deciding_that_begins_late(void **state) {
    struct agenda *agenda = harrowmere_agenda(*state);
    item_of(agenda, 2)->minutes = (struct number){true, 120}; /* deciding begins after 150 of 250 minutes */
    struct sitting s = sitting_new(*state, agenda);
    assert_true(says(foresee(s.m, at_clock("13:30"), *state), "Deciding begins with I5 after 150 of 250 min"));
}

static void a_break_ends_a_sitting(void **state) {
    struct agenda *agenda = harrowmere_agenda(*state);
    item_of(agenda, 5)->purpose = PURPOSE_BREAK; /* 14:50 to 15:20: 80 and 40 minutes around it */
    struct sitting s = sitting_new(*state, agenda);
    struct foreseen *f = foresee(s.m, at_clock("13:30"), *state);
    for (size_t i = 0; i < f->pinches.count; i++) {
        assert_null(strstr(f->pinches.items[i], "without a break"));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SITTING_TEST(items_follow_one_another),
        SITTING_TEST(the_running_item_has_what_is_left_of_it),
        SITTING_TEST(a_time_of_day_is_waited_for_or_missed),
        SITTING_TEST(a_round_that_does_not_fit),
        SITTING_TEST(findings_and_decisions_need_minutes),
        SITTING_TEST(deciding_that_begins_late),
        SITTING_TEST(a_break_ends_a_sitting),
        SITTING_TEST(the_last_item_sits_from_now_on),
        SITTING_TEST(a_break_under_way_is_one),
    };
    return cmocka_run_group_tests_name("core_foreseen", tests, NULL, NULL);
}
