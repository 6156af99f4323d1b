/* Codes from what people type, and values as the text a form shows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "candour/base/arena.h"
#include "candour/core/reading.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

static struct agency agencies[] = {
    {.id = "CSC", .name = "Harrowmere Children's Social Care"},
    {.id = "EDU", .name = "Education and Early Help"},
    {.id = "POL", .name = "Harrowmere Police"},
    {.id = "CCG", .name = "Clinical Commissioning Group"},
    {.id = "COM", .name = "Community Health Trust (health visiting)"},
    {.id = "MHT", .name = "Mental Health Trust"},
    {.id = "LAY", .name = "Lay members"},
};
static struct person people[] = {
    {.id = "CHR", .role = "Independent Chair"},
    {.id = "LAY1", .role = "Lay member", .agency = "LAY"},
    {.id = "REV", .role = "Lead reviewer", .name = "A. Bellweather"},
};
static struct finding findings[] = {
    {.id = "F1", .title = "Adult-facing services do not see the child"},
    {.id = "F10", .title = "Escalation is seen as a complaint"},
};
static struct item items[] = {{.id = "I1", .title = "Opening", .minutes = {true, 10}, .purpose = PURPOSE_INFORMATION},
                              {.id = "I2", .title = "Findings", .minutes = {true, 20}, .purpose = PURPOSE_DECISION}};
static struct priority priorities[] = {{.id = "P1", .title = "Neglect"}};
static struct agenda agenda = {
    .agencies = {agencies, COUNT(agencies)},
    .people = {people, COUNT(people)},
    .priorities = {priorities, COUNT(priorities)},
    .findings = {findings, COUNT(findings)},
    .items = {items, COUNT(items)},
};

struct room {
    struct arena *arena;
    struct meeting *meeting;
};

static int begin(void **state) {
    struct room *room = malloc(sizeof *room);
    room->arena = arena_new();
    room->meeting = meeting_new(room->arena, &agenda);
    *state = room;
    return 0;
}

static int end(void **state) {
    struct room *room = *state;
    arena_free(room->arena);
    free(room);
    return 0;
}

static void assert_ref(const struct room *room, const struct shape *shape, const char *key, const char *text,
                       const char *id, const char *nearest) {
    const char *near = "untouched";
    const char *found = ref_understand(room->meeting, shape_field(shape, key), text, &near);
    if ((found == NULL) != (id == NULL) || (id && strcmp(found, id) != 0))
        fail_msg("'%s' is %s, not %s", text, found ? found : "nothing", id ? id : "nothing");
    if ((near == NULL) != (nearest == NULL) || (nearest && strcmp(near, nearest) != 0))
        fail_msg("'%s' is near %s, not %s", text, near ? near : "nothing", nearest ? nearest : "nothing");
    assert_true(found == ref_understand(room->meeting, shape_field(shape, key), text, NULL));
}

static void codes_are_understood_from_little(void **state) {
    const struct room *room = *state;
    assert_ref(room, &SHAPE_CHALLENGE, "to", "POL", "POL", NULL);
    assert_ref(room, &SHAPE_CHALLENGE, "to", "pol", "POL", NULL);
    assert_ref(room, &SHAPE_CHALLENGE, "to", "p", "POL", NULL);
    assert_ref(room, &SHAPE_CHALLENGE, "to", "ed", "EDU", NULL);
    assert_ref(room, &SHAPE_CHALLENGE, "to", "police", "POL", NULL);
    assert_ref(room, &SHAPE_CHALLENGE, "to", "social", "CSC", NULL);
    assert_ref(room, &SHAPE_CHALLENGE, "to", "mental health", "MHT", NULL);
    assert_ref(room, &SHAPE_CHALLENGE, "to", "visiting", "COM", NULL);
    assert_ref(room, &SHAPE_CHALLENGE, "to", "nat", "NATIONAL", NULL);
    assert_ref(room, &SHAPE_CHALLENGE, "to", "board", "BOARD", NULL);
    assert_ref(room, &SHAPE_CHALLENGE, "finding", "escal", "F10", NULL);
    assert_ref(room, &SHAPE_ITEM, "presenter", "bellw", "REV", NULL);
    assert_ref(room, &SHAPE_AGREEMENT, "kind", "des", "design", NULL);
    assert_ref(room, &SHAPE_AGREEMENT, "links", "none", "none", NULL);
    assert_ref(room, &SHAPE_AGREEMENT, "links", "negl", "P1", NULL);
    assert_ref(room, &SHAPE_EXTEND, "from", "end", "end", NULL);
    assert_ref(room, &SHAPE_ASSESS, "question", "q3", "Q3", NULL);
}

static void a_whole_code_wins_over_a_beginning(void **state) {
    const struct room *room = *state;
    assert_ref(room, &SHAPE_CHALLENGE, "finding", "F1", "F1", NULL);
    assert_ref(room, &SHAPE_CHALLENGE, "finding", "f1", "F1", NULL);
    assert_ref(room, &SHAPE_ITEM, "presenter", "lay", "LAY", NULL);
    assert_ref(room, &SHAPE_CHALLENGE, "to", "com", "COM", NULL); /* also begins Commissioning */
}

static void two_that_fit_are_not_guessed_between(void **state) {
    const struct room *room = *state;
    assert_ref(room, &SHAPE_CHALLENGE, "to", "c", NULL, "CSC");
    assert_ref(room, &SHAPE_CHALLENGE, "to", "comm", NULL, "CCG");
    assert_ref(room, &SHAPE_CHALLENGE, "to", "harrowmere", NULL, "CSC");
    assert_ref(room, &SHAPE_CHALLENGE, "to", "health", NULL, "COM");
    assert_ref(room, &SHAPE_CHALLENGE, "by", "ch", NULL, "CHR"); /* CHR, CHAIR */
}

static void only_what_may_stand_there_is_meant(void **state) {
    const struct room *room = *state;
    assert_ref(room, &SHAPE_HEARD, "agency", "board", NULL, NULL);
    assert_ref(room, &SHAPE_HEARD, "agency", "chr", NULL, NULL);
    assert_ref(room, &SHAPE_CHALLENGE, "by", "rev", "REV", NULL);
    assert_ref(room, &SHAPE_CHALLENGE, "by", "lay1", NULL, "LAY"); /* speaks for an agency */
    assert_ref(room, &SHAPE_CHALLENGE, "by", "national", NULL, NULL);
    assert_ref(room, &SHAPE_CHALLENGE, "finding", "I1", NULL, "F1");
    assert_ref(room, &SHAPE_HEARD, "agency", "POK", NULL, "POL");
    assert_ref(room, &SHAPE_HEARD, "agency", "XYZ", NULL, NULL);
    assert_ref(room, &SHAPE_HEARD, "agency", "olice", NULL, NULL); /* not the beginning of a word */
    assert_ref(room, &SHAPE_HEARD, "agency", "", NULL, NULL);
    assert_ref(room, &SHAPE_HEARD, "agency", " ", NULL, NULL);
}

static instant clock_at;

static void *act(const struct room *room, struct event *event, enum event_do what) {
    clock_at += 1000;
    *event = event_new(room->arena, what, (struct stamp){clock_at, 0});
    return event->body;
}

static void record_a_note(const struct room *room, const char *id) {
    struct event event;
    struct note *note = act(room, &event, DO_NOTE);
    note->id = id;
    note->text = "Kept";
    assert_int_equal(meeting_apply(room->meeting, &event).code, REFUSED_NOT);
}

static void what_was_withdrawn_is_meant_by_its_whole_code_only(void **state) {
    const struct room *room = *state;
    struct event event;
    clock_at = 1000000;
    act(room, &event, DO_OPEN);
    assert_int_equal(meeting_apply(room->meeting, &event).code, REFUSED_NOT);
    record_a_note(room, "N1");
    record_a_note(room, "N2");
    assert_ref(room, &SHAPE_WITHDRAW, "id", "n", NULL, "N1");
    struct event_withdraw *withdraw = act(room, &event, DO_WITHDRAW);
    withdraw->id = "N1";
    assert_int_equal(meeting_apply(room->meeting, &event).code, REFUSED_NOT);
    assert_ref(room, &SHAPE_WITHDRAW, "id", "n", "N2", NULL);
    assert_ref(room, &SHAPE_WITHDRAW, "id", "n1", "N1", NULL);
}

/* --- values as text --- */

static void assert_text(const struct room *room, const struct shape *shape, const char *key, const void *record,
                        const char *expected) {
    assert_string_equal(field_text(shape_field(shape, key), record, room->arena), expected);
}

static void values_are_written_as_they_are_typed(void **state) {
    const struct room *room = *state;
    const char *partners[] = {"COM", "CCG"};
    const char *prompts[] = {"Who disagrees?", "Why?"};
    day days[] = {day_of(2027, 6, 30), day_of(2027, 9, 30)};
    struct agreement a = {.text = "Two\nlines",
                          .owner = "ACU",
                          .partners = {partners, 2},
                          .due = day_of(2027, 3, 31),
                          .priority = PRIORITY_NOW,
                          .review_on = {days, 2}};
    struct item item = {.minutes = {true, 65}, .prompts = {prompts, 2}, .is_protected = YES, .at = {true, 905}};
    struct event_gap gap = {.from = {INT64_C(1479821280000), 0}};
    assert_text(room, &SHAPE_AGREEMENT, "text", &a, "Two\nlines");
    assert_text(room, &SHAPE_AGREEMENT, "owner", &a, "ACU");
    assert_text(room, &SHAPE_AGREEMENT, "partners", &a, "COM, CCG");
    assert_text(room, &SHAPE_AGREEMENT, "due", &a, "2027-03-31");
    assert_text(room, &SHAPE_AGREEMENT, "priority", &a, "now");
    assert_text(room, &SHAPE_AGREEMENT, "review_on", &a, "2027-06-30, 2027-09-30");
    assert_text(room, &SHAPE_AGREEMENT, "measure", &a, "");
    assert_text(room, &SHAPE_AGREEMENT, "links", &a, "");
    assert_text(room, &SHAPE_ITEM, "minutes", &item, "65");
    assert_text(room, &SHAPE_ITEM, "prompts", &item, "Who disagrees?\nWhy?");
    assert_text(room, &SHAPE_ITEM, "protected", &item, "yes");
    assert_text(room, &SHAPE_ITEM, "at", &item, "15:05");
    assert_text(room, &SHAPE_GAP, "from", &gap, "2016-11-22T13:28:00.000+00:00");
}

static void small_records_are_written_a_line_each(void **state) {
    const struct room *room = *state;
    struct dissent dissent[] = {{.agency = "EDU", .reason = "Weekly,\nstill"}, {.agency = "POL", .reason = "No"}};
    struct event_position position = {.dissent = {dissent, 2}};
    struct replan_item items_again[] = {{.item = "I6", .minutes = {true, 20}}};
    struct event_replan replan = {.items = {items_again, 1}};
    const char *holds[] = {"No inquest"};
    struct publication publication = {.planned = day_of(2017, 1, 17), .holds = {holds, 1}};
    struct review review = {.publication = &publication};
    struct challenge set = {.given = "Yes"};
    struct event_amend amend = {.set = {&SHAPE_CHALLENGE, &set, 0}};
    const struct field *given = shape_field(&SHAPE_CHALLENGE, "given");
    const struct field *reason = shape_field(&SHAPE_CHALLENGE, "reason");
    amend.set.mask = UINT64_C(1) << shape_place(&SHAPE_CHALLENGE, given) | UINT64_C(1)
                                                                               << shape_place(&SHAPE_CHALLENGE, reason);
    assert_text(room, &SHAPE_POSITION, "dissent", &position, "EDU: Weekly,\n  still\nPOL: No");
    assert_text(room, &SHAPE_REPLAN, "items", &replan, "I6: 20");
    assert_text(room, &SHAPE_REVIEW, "publication", &review, "planned: 2017-01-17\nholds: No inquest");
    assert_text(room, &SHAPE_AMEND, "set", &amend, "given: Yes\nreason: ");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(codes_are_understood_from_little, begin, end),
        cmocka_unit_test_setup_teardown(a_whole_code_wins_over_a_beginning, begin, end),
        cmocka_unit_test_setup_teardown(two_that_fit_are_not_guessed_between, begin, end),
        cmocka_unit_test_setup_teardown(only_what_may_stand_there_is_meant, begin, end),
        cmocka_unit_test_setup_teardown(what_was_withdrawn_is_meant_by_its_whole_code_only, begin, end),
        cmocka_unit_test_setup_teardown(values_are_written_as_they_are_typed, begin, end),
        cmocka_unit_test_setup_teardown(small_records_are_written_a_line_each, begin, end),
    };
    return cmocka_run_group_tests_name("core: reading codes, writing values", tests, NULL, NULL);
}
