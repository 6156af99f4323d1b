/* The table of needs: its rows fit the tables of fields, and each is met and unmet as the format says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "candour/base/text.h"
#include "candour/core/agenda.h"
#include "candour/core/event.h"
#include "candour/core/need.h"
#include "candour/core/record.h"

static void every_row_names_fields_of_its_shape(void **state) {
    (void)state;
    size_t count;
    const struct need *rows = needs_rows(&count);
    assert_int_equal(count, 10);
    for (size_t i = 0; i < count; i++) {
        const struct need *need = &rows[i];
        const struct field *key = shape_field(need->shape, need->key);
        assert_non_null(key);
        bool asks = need->kind == NEED_WHEN || need->kind == NEED_NAMES;
        assert_int_equal(asks, need->asks != NULL);
        assert_int_equal(!asks, need->other != NULL && shape_field(need->shape, need->other) != NULL);
        if (need->kind == NEED_WHEN) {
            const struct field *choice = shape_field(need->shape, need->asks);
            assert_int_equal(choice->type, FIELD_CHOICE);
            assert_true((need->words >> 1 & ((1U << choice->choices->count) - 1)) != 0);
            assert_false(need->words & 1); /* nothing is asked where nothing is chosen */
            assert_false(key->flags & FIELD_REQUIRED);
        }
        if (need->kind == NEED_NAMES)
            assert_true((key->refs & need->refs) == need->refs && key->flags & FIELD_REQUIRED);
        else
            assert_non_null(need->why);
    }
}

static const char *first(const struct shape *shape, const void *record) {
    const struct need *need = need_unmet(shape, record, NULL);
    return need ? need->key : "";
}

static void what_is_deferred_needs_two_things(void **state) {
    (void)state;
    static const struct shape *const shapes[] = {&SHAPE_AGREEMENT, &SHAPE_PROPOSAL};
    for (int i = 0; i < 2; i++) {
        struct agreement record = {.priority = PRIORITY_DEFERRED};
        const struct need *need = need_unmet(shapes[i], &record, NULL);
        assert_string_equal(need->key, "reason");
        assert_true(need_is_missing(need, &record));
        assert_string_equal(need_unmet(shapes[i], &record, need)->key, "revisit");
        record.reason = " \n";
        assert_string_equal(first(shapes[i], &record), "reason");
        record.reason = "Awaits the redesign";
        assert_string_equal(first(shapes[i], &record), "revisit");
        record.revisit = day_of(2017, 2, 14);
        assert_string_equal(first(shapes[i], &record), "");
        record = (struct agreement){.priority = PRIORITY_LATER};
        assert_string_equal(first(shapes[i], &record), "");
        record.priority = 0;
        assert_string_equal(first(shapes[i], &record), "");
    }
}

static void a_position_other_than_accepted_needs_a_reason(void **state) {
    (void)state;
    for (int position = POSITION_ACCEPTED; position <= POSITION_NEEDS_MORE_WORK; position++) {
        struct event_position body = {.finding = "F1", .position = position};
        assert_string_equal(first(&SHAPE_POSITION, &body), position == POSITION_ACCEPTED ? "" : "reason");
        body.reason = "Schools still see it";
        assert_string_equal(first(&SHAPE_POSITION, &body), "");
    }
}

static void reservation_and_refusal_need_words(void **state) {
    (void)state;
    for (int assent = ASSENT_AGREED; assent <= ASSENT_DECLINED; assent++) {
        struct event_assent body = {.id = "A1", .agency = "CSC", .state = assent};
        bool needed = assent == ASSENT_RESERVATION || assent == ASSENT_DECLINED;
        assert_string_equal(first(&SHAPE_ASSENT, &body), needed ? "words" : "");
        body.words = "Only if it is funded";
        assert_string_equal(first(&SHAPE_ASSENT, &body), "");
    }
}

static void a_rating_needs_a_note(void **state) {
    (void)state;
    struct priority row = {.id = "P1"};
    assert_string_equal(first(&SHAPE_PRIORITY, &row), "");
    for (row.rag = RAG_RED; row.rag <= RAG_GREEN; row.rag++)
        assert_string_equal(first(&SHAPE_PRIORITY, &row), "rag_note");
    row = (struct priority){.id = "P1", .rag = RAG_RED, .rag_note = "Late"};
    assert_string_equal(first(&SHAPE_PRIORITY, &row), "");
}

static void a_person_and_an_attendance_are_somebody(void **state) {
    (void)state;
    struct person person = {.id = "CHR"};
    assert_string_equal(first(&SHAPE_PERSON, &person), "role");
    person.name = "J. Marlow";
    assert_string_equal(first(&SHAPE_PERSON, &person), "");
    person.role = "Chair";
    assert_string_equal(first(&SHAPE_PERSON, &person), "");
    struct event_attend attend = {.state = ATTEND_PRESENT, .name = ""};
    const struct need *need = need_unmet(&SHAPE_ATTEND, &attend, NULL);
    assert_true(need && need_is_missing(need, &attend));
    attend.person = "CHR";
    assert_null(need_unmet(&SHAPE_ATTEND, &attend, NULL));
    attend.name = "Duty manager";
    need = need_unmet(&SHAPE_ATTEND, &attend, NULL);
    assert_true(need && !need_is_missing(need, &attend));
    attend.person = " ";
    assert_null(need_unmet(&SHAPE_ATTEND, &attend, NULL));
}

static void a_status_is_an_agreements(void **state) {
    (void)state;
    struct event_progress progress = {.id = "C1", .text = "Asked again"};
    assert_null(need_unmet(&SHAPE_PROGRESS, &progress, NULL));
    progress.status = AGREEMENT_DONE;
    const struct need *need = need_unmet(&SHAPE_PROGRESS, &progress, NULL);
    assert_true(need && !need_is_missing(need, &progress));
    progress.id = "A1";
    assert_null(need_unmet(&SHAPE_PROGRESS, &progress, NULL));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_names_fields_of_its_shape),
        cmocka_unit_test(what_is_deferred_needs_two_things),
        cmocka_unit_test(a_position_other_than_accepted_needs_a_reason),
        cmocka_unit_test(reservation_and_refusal_need_words),
        cmocka_unit_test(a_rating_needs_a_note),
        cmocka_unit_test(a_person_and_an_attendance_are_somebody),
        cmocka_unit_test(a_status_is_an_agreements),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
