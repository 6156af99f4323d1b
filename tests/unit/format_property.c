/* What is written reads back as the same meeting, and writing that again gives the same bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "format_files.h"
#include "support/digest.h"
#include "support/random_meeting.h"

static void round_trip(const struct meeting *meeting) {
    struct arena *arena = arena_new();
    struct buffer first = {0};
    struct buffer second = {0};
    save_session(meeting, &first);
    struct loaded loaded = must_load(arena, first.bytes, first.length);
    assert_true(loaded.session);
    assert_true(loaded.appendable);
    assert_int_equal(loaded.whole, first.length);
    assert_int_equal(loaded.torn, 0);
    assert_true(digest_all(loaded.meeting) == digest_all(meeting));
    save_session(loaded.meeting, &second);
    same_bytes(&first, &second);
    buffer_free(&first);
    buffer_free(&second);
    arena_free(arena);
}

static void a_written_meeting_is_the_same_meeting(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= 150; seed++) {
        struct arena *arena = arena_new();
        struct chance chance = chance_of(seed);
        round_trip(random_meeting(&chance, arena, 40 + seed));
        arena_free(arena);
    }
}

static void an_opening_and_its_events_are_the_session(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    struct chance chance = chance_of(99);
    struct meeting *meeting = random_meeting(&chance, arena, 120);
    struct buffer whole = {0};
    struct buffer pieces = {0};
    save_session(meeting, &whole);
    save_opening(meeting->agenda, &pieces);
    for (size_t i = 0; i < meeting->event_count; i++)
        save_event(&meeting->events[i], &pieces);
    same_bytes(&whole, &pieces);
    buffer_free(&whole);
    buffer_free(&pieces);
    arena_free(arena);
}

static void the_cases_come_back(void **state) {
    (void)state;
    static const char *const paths[] = {"tests/cases/harrowmere.session.yaml", "tests/cases/large.session.yaml",
                                        "tests/fuzz/seeds/every.yaml" /* every kind of event, and a torn tail */};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        struct arena *arena = arena_new();
        struct buffer file = {0};
        read_case(paths[i], &file);
        round_trip(must_load(arena, file.bytes, file.length).meeting);
        buffer_free(&file);
        arena_free(arena);
    }
}

/* The outcome that is spliced in agrees with the events, and changes nothing else. */
static void an_outcome_agrees_with_its_events(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= 40; seed++) {
        struct arena *arena = arena_new();
        struct chance chance = chance_of(seed);
        struct meeting *meeting = random_meeting(&chance, arena, 80);
        struct buffer before = {0};
        struct buffer after = {0};
        struct buffer again = {0};
        save_session(meeting, &before);
        assert_true(save_outcome(before.bytes, before.length, meeting_outcome(meeting, arena), &after));
        struct loaded loaded = must_load(arena, after.bytes, after.length);
        assert_true(loaded.appendable);
        assert_true(digest_all(loaded.meeting) == digest_all(meeting));
        save_session(loaded.meeting, &again);
        same_bytes(&before, &again);
        buffer_free(&before);
        buffer_free(&after);
        buffer_free(&again);
        arena_free(arena);
    }
}

/* The real session, cut at every byte behind its opening: so many events stand as `#` lines do, and not one byte of
 * them is another. */
static void every_cut_of_a_real_session_opens(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    struct buffer by_hand = {0};
    struct buffer file = {0};
    read_case("tests/cases/harrowmere.session.yaml", &by_hand);
    const struct meeting *meeting = must_load(arena, by_hand.bytes, by_hand.length).meeting;
    save_opening(meeting->agenda, &file);
    for (size_t event = 0; event < meeting->event_count; event++) {
        size_t start = file.length;
        save_event(&meeting->events[event], &file);
        for (size_t cut = start; cut < file.length; cut++) {
            struct arena *each = arena_new();
            struct loaded loaded = must_load(each, file.bytes, cut);
            size_t stand = cut == file.length - 1 ? event + 1 : event; /* the `#` alone closes it too */
            assert_int_equal(loaded.meeting->event_count, stand);
            assert_int_equal(loaded.whole, stand == event ? start : cut);
            if (stand > 0)
                assert_true(loaded.meeting->events[stand - 1].at.at == meeting->events[stand - 1].at.at);
            arena_free(each);
        }
    }
    buffer_free(&by_hand);
    buffer_free(&file);
    arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_written_meeting_is_the_same_meeting),
        cmocka_unit_test(an_opening_and_its_events_are_the_session),
        cmocka_unit_test(the_cases_come_back),
        cmocka_unit_test(an_outcome_agrees_with_its_events),
        cmocka_unit_test(every_cut_of_a_real_session_opens),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
