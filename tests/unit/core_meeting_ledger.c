/* The ledger of minutes: who may pay, who gets, and that nothing is lost on the way. */
#include "core_sitting.h"

static struct refusal extend(struct sitting *s, const char *clock, const char *item, int32_t mins, const char *from) {
    return said(s, clock, DO_EXTEND, &(struct event_extend){.item = item, .minutes = {true, mins}, .from = from});
}

static struct refusal give_up(struct sitting *s, const char *clock, enum event_do what, const char *item) {
    return said(s, clock, what, &(struct event_item){.item = item, .reason = "Not now"});
}

static struct refusal add_item(struct sitting *s, const char *clock, const char *id, int32_t mins, const char *after) {
    return said(s, clock, DO_ADD_ITEM,
                &(struct event_add_item){.id = id,
                                         .title = "Any other business",
                                         .minutes = {true, mins},
                                         .purpose = PURPOSE_DISCUSSION,
                                         .after = after});
}

static struct refusal move(struct sitting *s, const char *clock, const char *item, const char *after) {
    return said(s, clock, DO_MOVE_ITEM, &(struct event_move_item){.item = item, .after = after});
}

static const char *order_text(const struct sitting *s) {
    char *text = arena_alloc(s->arena, 200);
    for (uint32_t i = 0; i < s->m->item_count; i++) {
        strcat(text, i ? " " : "");
        strcat(text, s->m->items[s->m->order[i]].item->id);
    }
    return text;
}

/* --- extend --- */

static void a_later_item_pays(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I3"));
    TAKEN(extend(&s, "13:45", "I3", 10, "I4"));
    MS(granted(&s, "I3"), 30);
    MS(granted(&s, "I4"), 5);
    MS(s.m->end_account, 0);
    assert_int_equal(s.m->extension_count, 1);
    assert_int_equal(s.m->extensions[0].place, 2);
    assert_int_equal(s.m->extensions[0].from, 3);
    assert_int_equal(s.m->extensions[0].event, 2);
    MS(s.m->extensions[0].granted, 10);
}

static void the_end_pays(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(extend(&s, "13:29", "I1", 5, NULL));
    TAKEN(extend(&s, "13:30", "I1", 3, "end"));
    MS(granted(&s, "I1"), 18);
    MS(s.m->end_account, 8);
    assert_int_equal(s.m->extensions[1].from, -1);
    MS(meeting_planned_total(s.m), 150);
}

static void who_cannot_pay(void **state) {
    struct agenda *agenda = harrowmere_agenda(*state);
    ((struct item *)agenda->items.items)[5].purpose = PURPOSE_BREAK; /* I6 */
    struct sitting s = sitting_new(*state, agenda);
    TAKEN(said(&s, "13:28", DO_OPEN, &(struct event_open){.program = NULL}));
    TAKEN(start(&s, "13:30", "I1"));
    TAKEN(start(&s, "13:40", "I2"));
    TAKEN(give_up(&s, "13:41", DO_SKIP, "I9"));
    REFUSED(extend(&s, "13:42", "I2", 5, "I2"), REFUSED_PAYER_SAME);
    REFUSED(extend(&s, "13:42", "I2", 5, "I1"), REFUSED_PAYER_STARTED);
    REFUSED(extend(&s, "13:42", "I2", 5, "I7"), REFUSED_PAYER_PROTECTED);
    REFUSED(extend(&s, "13:42", "I2", 5, "I6"), REFUSED_PAYER_BREAK);
    REFUSED(extend(&s, "13:42", "I2", 16, "I4"), REFUSED_PAYER_SHORT);
    REFUSED(extend(&s, "13:42", "I2", 5, "I9"), REFUSED_ITEM_GONE);
    REFUSED(extend(&s, "13:42", "I9", 5, "I4"), REFUSED_ITEM_GONE);
    REFUSED(extend(&s, "13:42", "I2", 0, "I4"), REFUSED_NO_MINUTES);
    /* a file could not say these again: an extension is a day at most */
    REFUSED(extend(&s, "13:42", "I2", 1441, "end"), REFUSED_RANGE);
    REFUSED(extend(&s, "13:42", "I2", -1441, "end"), REFUSED_RANGE);
    REFUSED(extend(&s, "13:42", "I2", 5, "I99"), REFUSED_NO_SUCH);
    REFUSED(extend(&s, "13:42", "I2", 5, "BOARD"), REFUSED_NO_SUCH);
    TAKEN(extend(&s, "13:42", "I2", 15, "I4")); /* to the last minute */
    MS(granted(&s, "I4"), 0);
}

static void minutes_given_back(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I1"));
    TAKEN(extend(&s, "13:31", "I1", -1, NULL));
    MS(granted(&s, "I1"), 9);
    MS(s.m->end_account, -1);
    TAKEN(extend(&s, "13:32", "I1", -4, "I4")); /* to another item, even a protected or started one */
    MS(granted(&s, "I4"), 19);
    TAKEN(extend(&s, "13:33", "I4", -2, "I7"));
    MS(granted(&s, "I7"), 22);
    REFUSED(extend(&s, "13:34", "I1", -6, NULL), REFUSED_PAYER_SHORT);
    REFUSED(extend(&s, "13:34", "I7", -1, NULL), REFUSED_PAYER_PROTECTED);
    MS(granted(&s, "I1"), 5);
    MS(s.m->end_account, -1);
}

static void a_break_loses_only_once_it_runs(void **state) {
    struct agenda *agenda = harrowmere_agenda(*state);
    ((struct item *)agenda->items.items)[5].purpose = PURPOSE_BREAK; /* I6 */
    struct sitting s = sitting_new(*state, agenda);
    TAKEN(said(&s, "13:28", DO_OPEN, &(struct event_open){.program = NULL}));
    REFUSED(extend(&s, "13:29", "I6", -5, NULL), REFUSED_PAYER_BREAK);
    TAKEN(start(&s, "13:30", "I6"));
    TAKEN(extend(&s, "13:31", "I6", -5, NULL));
    MS(granted(&s, "I6"), 25);
}

/* --- skip, park --- */

static void skipped_before_it_began(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I1"));
    TAKEN(give_up(&s, "13:35", DO_SKIP, "I4"));
    assert_int_equal(s.m->items[3].stage, ITEM_SKIPPED);
    assert_string_equal(s.m->items[3].reason, "Not now");
    MS(granted(&s, "I4"), 0);
    MS(s.m->end_account, -15);
    assert_int_equal(s.m->status, MEETING_RUNNING); /* the one that runs runs on */
    REFUSED(give_up(&s, "13:36", DO_PARK, "I4"), REFUSED_ITEM_GONE);
}

static void skipped_while_it_runs(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I1"));
    TAKEN(said(&s, "13:31", DO_FOCUS, &(struct event_focus){.finding = "F1"}));
    TAKEN(give_up(&s, "13:37:30", DO_SKIP, "I1"));
    assert_int_equal(s.m->status, MEETING_PAUSED);
    assert_int_equal(s.m->current, 0);
    assert_int_equal(s.m->focus, -1);
    assert_int_equal(s.m->paused_at, at("13:37:30"));
    MS(used(&s, "I1", "13:50"), 7.5);
    MS(granted(&s, "I1"), 7.5);
    MS(s.m->end_account, -2.5);
    REFUSED(plain(&s, "13:38", DO_RESUME), REFUSED_ITEM_GONE);
    TAKEN(start(&s, "13:39", "I2"));
}

static void parked_in_overrun(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I1"));
    TAKEN(give_up(&s, "13:42", DO_PARK, "I1"));
    assert_int_equal(s.m->items[0].stage, ITEM_PARKED);
    MS(granted(&s, "I1"), 10);
    MS(s.m->end_account, 0);
}

static void a_skipped_item_taken_after_all(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(give_up(&s, "13:29", DO_SKIP, "I4"));
    TAKEN(start(&s, "13:30", "I4"));
    assert_int_equal(s.m->items[3].stage, ITEM_VISITED);
    MS(granted(&s, "I4"), 0);
    MS(s.m->end_account, -15);
    MS(meeting_left(s.m, 3, at("13:33")), -3);
}

/* --- replan --- */

static struct refusal replan(struct sitting *s, const char *clock, const char *one, int32_t mins, const char *two,
                             int32_t more) {
    struct replan_item *rows = arena_array(s->arena, 2, sizeof *rows);
    rows[0] = (struct replan_item){.item = one, .minutes = {true, mins}};
    rows[1] = (struct replan_item){.item = two, .minutes = {true, more}};
    return said(s, clock, DO_REPLAN, &(struct event_replan){.items = {rows, 2}});
}

static void the_rest_is_planned_again(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I1"));
    TAKEN(replan(&s, "14:00", "I5", 20, "I6", 25));
    MS(granted(&s, "I5"), 20);
    MS(granted(&s, "I6"), 25);
    MS(s.m->end_account, -15);
    REFUSED(replan(&s, "14:01", "I5", 20, "I1", 5), REFUSED_REPLAN_ITEM);
    REFUSED(replan(&s, "14:01", "I5", 20, "I7", 5), REFUSED_REPLAN_ITEM);
    REFUSED(replan(&s, "14:01", "I5", 20, "I5", 5), REFUSED_REPLAN_TWICE);
    REFUSED(replan(&s, "14:01", "I5", 20, "I6", 0), REFUSED_RANGE);
    REFUSED(said(&s, "14:01", DO_REPLAN, &(struct event_replan){.reason = "x"}), REFUSED_REQUIRED);
    MS(granted(&s, "I5"), 20);
}

/* --- items --- */

static void an_item_is_added(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(add_item(&s, "13:29", "I10", 5, NULL));
    assert_string_equal(order_text(&s), "I1 I2 I3 I4 I5 I6 I7 I8 I9 I10"); /* none runs: last */
    TAKEN(start(&s, "13:30", "I2"));
    TAKEN(add_item(&s, "13:31", "I11", 4, NULL));
    TAKEN(add_item(&s, "13:32", "I12", 3, "I8"));
    assert_string_equal(order_text(&s), "I1 I2 I11 I3 I4 I5 I6 I7 I8 I12 I9 I10");
    assert_int_equal(meeting_item_place(s.m, "I11"), 10); /* a place never changes */
    assert_true(s.m->items[10].added);
    assert_int_equal(s.m->items[10].planned, 0);
    MS(granted(&s, "I11"), 4);
    MS(s.m->end_account, 12);
    MS(meeting_planned_total(s.m), 150);
    TAKEN(start(&s, "13:35", "I11"));
    TAKEN(extend(&s, "13:36", "I11", 2, "I12"));
    MS(granted(&s, "I12"), 1);
    REFUSED(add_item(&s, "13:37", "I13", 5, "I99"), REFUSED_NO_SUCH);
}

static void items_change_places(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I1"));
    TAKEN(move(&s, "13:31", "I7", "I2"));
    assert_string_equal(order_text(&s), "I1 I2 I7 I3 I4 I5 I6 I8 I9");
    TAKEN(move(&s, "13:32", "I2", "I9"));
    assert_string_equal(order_text(&s), "I1 I7 I3 I4 I5 I6 I8 I9 I2");
    TAKEN(move(&s, "13:33", "I9", NULL));
    assert_string_equal(order_text(&s), "I9 I1 I7 I3 I4 I5 I6 I8 I2");
    REFUSED(move(&s, "13:34", "I3", "I3"), REFUSED_MOVE_SELF);
    MS(granted(&s, "I7"), 20); /* time stays with the item */
    MS(used(&s, "I1", "13:40"), 10);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SITTING_TEST(a_later_item_pays),
        SITTING_TEST(the_end_pays),
        SITTING_TEST(who_cannot_pay),
        SITTING_TEST(minutes_given_back),
        SITTING_TEST(a_break_loses_only_once_it_runs),
        SITTING_TEST(skipped_before_it_began),
        SITTING_TEST(skipped_while_it_runs),
        SITTING_TEST(parked_in_overrun),
        SITTING_TEST(a_skipped_item_taken_after_all),
        SITTING_TEST(the_rest_is_planned_again),
        SITTING_TEST(an_item_is_added),
        SITTING_TEST(items_change_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
