/* What is open at the end: each hole once, in its order, gone as soon as it is put right. */
#include "ui_form_room.h"

#include "../../src/ui/checklist.h"

/* "F1 no position yet|F2 ..." */
static const char *listed(void) {
    struct buffer text = {0};
    const struct holes holes = checklist(summary_of(meeting, NOW, arena), arena);
    for (size_t i = 0; i < holes.count; i++) {
        buffer_format(&text, "%s%s %s", i == 0 ? "" : "|", holes.list[i].id,
                      holes.list[i].kind == HOLE_QUESTION ? "question" : holes.list[i].text);
    }
    const char *copy = arena_text(arena, text.length == 0 ? "" : text.bytes);
    buffer_free(&text);
    return copy;
}

#define QUESTIONS "|Q1 question|Q2 question|Q3 question|Q4 question|Q5 question"

/* NPS has challenged MHT, which owns A1; I2 was begun. */
static void each_hole_in_its_order(void **state) {
    (void)state;
    assert_string_equal(listed(), "F1 no position yet|F2 no position yet|F3 no position yet|C1 open: not answered|"
                                  "A1 no due date, evidence, measure|CSC silent|POL silent|I1 not reached|"
                                  "I3 not reached" QUESTIONS);
}

static void amend(const char *id, const struct shape *shape, void *set, const char *keys) {
    uint64_t mask = 0;
    char word[24];
    for (const char *at = keys; *at != '\0'; at += strspn(at, " ")) {
        size_t length = strcspn(at, " ");
        memcpy(word, at, length);
        word[length] = '\0';
        mask |= (uint64_t)1 << shape_place(shape, shape_field(shape, word));
        at += length;
    }
    static int second = 100;
    room_say(DO_AMEND, &(struct event_amend){.id = id, .set = {.of = shape, .set = set, .mask = mask}}, second++);
}

static void what_is_put_right_goes(void **state) {
    (void)state;
    room_say(DO_POSITION, &(struct event_position){.finding = "F2", .position = POSITION_ACCEPTED}, 10);
    room_say(DO_SKIP, &(struct event_item){.item = "I1"}, 11);
    room_say(DO_HEARD, &(struct event_heard){.agency = "POL"}, 12);
    room_say(DO_ASSESS, &(struct event_assess){.question = "Q3", .answer = ANSWER_MET}, 13);
    struct challenge *answer = arena_alloc(arena, sizeof *answer);
    answer->given = "Nobody";
    amend("C1", &SHAPE_CHALLENGE, answer, "given");
    struct agreement *dated = arena_alloc(arena, sizeof *dated);
    dated->due = day_of(2027, 3, 31);
    dated->measure = "Share of records";
    amend("A1", &SHAPE_AGREEMENT, dated, "due measure");
    assert_string_equal(listed(), "F1 no position yet|F3 no position yet|C1 open: answered, not settled|A1 no evidence|"
                                  "CSC silent|I3 not reached|Q1 question|Q2 question|Q4 question|Q5 question");
    struct challenge *settled = arena_alloc(arena, sizeof *settled);
    settled->outcome = CHALLENGE_RESOLVED;
    amend("C1", &SHAPE_CHALLENGE, settled, "outcome");
    struct agreement *owner = arena_alloc(arena, sizeof *owner);
    owner->evidence = "Dip-sample";
    amend("A1", &SHAPE_AGREEMENT, owner, "owner evidence"); /* the owner is cleared */
    assert_string_equal(listed(), "F1 no position yet|F3 no position yet|A1 no owner|CSC silent|"
                                  "I3 not reached|Q1 question|Q2 question|Q4 question|Q5 question");
}

static void weak_until_kept_as_it_is(void **state) {
    (void)state;
    static const char *on[] = {"F1"};
    room_say(DO_AGREEMENT,
             &(struct agreement){.id = "A2",
                                 .text = "Tell everyone",
                                 .findings = {on, 1},
                                 .owner = "CSC",
                                 .due = day_of(2027, 3, 31),
                                 .kind = "train",
                                 .evidence = "List",
                                 .measure = "Share"},
             20);
    assert_non_null(strstr(listed(), "|F1 every agreement on it is weak|"));
    room_say(DO_AS_IS, &(struct event_as_is){.finding = "F1", .reason = "It is enough"}, 21);
    assert_null(strstr(listed(), "weak"));
}

static void the_first_field_that_is_missing(void **state) {
    (void)state;
    const struct holes holes = checklist(summary_of(meeting, NOW, arena), arena);
    assert_string_equal(holes.list[4].id, "A1");
    assert_string_equal(holes.list[4].field, "due");
    assert_null(holes.list[3].field);
}

static void who_left_is_said_to_have_left(void **state) {
    (void)state;
    room_say(DO_ATTEND, &(struct event_attend){.name = "Chief Inspector", .agency = "POL", .state = ATTEND_APOLOGIES},
             30);
    assert_non_null(strstr(listed(), "|POL silent, not in the room|"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_hole_in_its_order, room_begin, room_end),
        cmocka_unit_test_setup_teardown(what_is_put_right_goes, room_begin, room_end),
        cmocka_unit_test_setup_teardown(weak_until_kept_as_it_is, room_begin, room_end),
        cmocka_unit_test_setup_teardown(the_first_field_that_is_missing, room_begin, room_end),
        cmocka_unit_test_setup_teardown(who_left_is_said_to_have_left, room_begin, room_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
