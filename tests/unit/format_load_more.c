/* A session that grows is read as it grows, and is the same meeting as when it is read whole. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "format_files.h"
#include "support/random_meeting.h"

static struct arena *arena;

static int begin(void **state) {
    (void)state;
    arena = arena_new();
    return 0;
}

static int end(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

static const char *saved(const struct meeting *meeting) {
    struct buffer out = {0};
    save_session(meeting, &out);
    const char *text = arena_copy(arena, out.bytes, out.length);
    buffer_free(&out);
    return text;
}

/* BYTES in a block of their own size, so that reading one too many is seen. */
static bool more(struct meeting *meeting, const char *bytes, size_t length, size_t *read) {
    char *copy = malloc(length == 0 ? 1 : length);
    assert_non_null(copy);
    memcpy(copy, bytes, length);
    bool good = load_more(meeting, copy, length, read);
    free(copy);
    return good;
}

/* What stands before the events, and one of them: every session begins so. */
static size_t after_open(const char *text) {
    const char *events = strstr(text, "\nevents:\n#\n");
    const char *first = events == NULL ? NULL : strstr(events + 10, "\n#\n");
    assert_non_null(first);
    return (size_t)(first - text) + 3;
}

/* Random meetings, given in pieces cut anywhere: the meeting, its undone events and its times are those of the whole.
 */
static void in_pieces_it_is_the_whole(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= 30; seed++) {
        struct chance chance = chance_of(seed);
        const char *text = saved(random_meeting(&chance, arena, 60));
        size_t length = strlen(text);
        size_t from = after_open(text);
        struct loaded loaded = must_load(arena, text, from);
        assert_true(loaded.appendable);
        assert_int_equal(loaded.whole, from);
        for (size_t to = from; from < length;) {
            size_t read = SIZE_MAX;
            to += 1 + chance_below(&chance, 400);
            to = to > length ? length : to;
            if (!more(loaded.meeting, text + from, to - from, &read)) {
                fail_msg("seed %d: not taken:\n%.*s", (int)seed, (int)(to - from), text + from);
            }
            /* exactly the events that are whole: behind them there is no `#` line any more */
            assert_true(read <= to - from);
            assert_true(read == 0 || memcmp(text + from + read - 3, "\n#\n", 3) == 0);
            const char *rest = arena_copy(arena, text + from + read, to - from - read);
            assert_null(strstr(rest, "\n#\n"));
            from += read;
        }
        const struct meeting *whole = must_load(arena, text, length).meeting;
        assert_string_equal(saved(loaded.meeting), text);
        assert_int_equal(loaded.meeting->event_count, whole->event_count);
        assert_int_equal(loaded.meeting->status, whole->status);
        assert_int_equal(loaded.meeting->current, whole->current);
        assert_int_equal(loaded.meeting->record_count, whole->record_count);
        for (uint32_t i = 0; i < whole->item_count; i++) {
            assert_int_equal(loaded.meeting->items[i].used, whole->items[i].used);
            assert_int_equal(loaded.meeting->items[i].granted, whole->items[i].granted);
        }
    }
}

#define BEGUN HEAD "events:\n#\n- at: 2016-11-22T13:28:00.000+00:00\n  do: open\n#\n"
#define START "- at: 2016-11-22T13:30:00.000+00:00\n  do: start\n  item: I1\n#\n"
#define NOTE "- at: 2016-11-22T13:31:00.000+00:00\n  do: note\n  id: N1\n  text: |\n    Kept\n\n    #\n#\n"

static void half_an_event_is_not_read_yet(void **state) {
    (void)state;
    const char text[] = START NOTE;
    size_t start = strlen(START);
    for (size_t cut = 0; cut <= strlen(text); cut++) {
        struct meeting *meeting = must_load(arena, BEGUN, strlen(BEGUN)).meeting;
        size_t read = SIZE_MAX;
        assert_true(more(meeting, text, cut, &read));
        assert_int_equal(read, cut < start ? 0 : cut < strlen(text) ? start : cut);
        assert_int_equal(meeting->event_count, cut < start ? 1 : cut < strlen(text) ? 2 : 3);
    }
    /* a power cut leaves NULs */
    struct meeting *meeting = must_load(arena, BEGUN, strlen(BEGUN)).meeting;
    size_t read = 0;
    assert_true(more(meeting, START "\0\0\0\0", start + 4, &read));
    assert_int_equal(read, start);
}

static void what_is_no_event_is_refused(void **state) {
    static const char *const wrong[] = {
        "x-own: 1\n#\n",                                                                /* a key */
        START "outcome:\n  as_of: 1\n#\n",                                              /* behind an event */
        "- at: 2016-11-22T13:27:00.000+00:00\n  do: start\n  item: I1\n#\n",            /* before the one before */
        "- at: 2016-11-22T13:30:00.000+00:00\n  do: start\n  item: I9\n#\n",            /* no such item */
        "- at: 2016-11-22T13:30:00.000+00:00\n  do: stat\n  item: I1\n#\n",             /* no such word */
        "- at: 2016-11-22T13:30:00.000+00:00\n  do: start\n  item: I1\n  itm: I1\n#\n", /* no such key */
        "  - at: 2016-11-22T13:30:00.000+00:00\n    do: start\n    item: I1\n#\n",      /* another margin */
        "- at: 2016-11-22T13:30:00.000+00:00\n  do: start\n  item: \"I1\n#\n",          /* not YAML */
        "- at: 2016-11-22T13:30:00.000+00:00\n  do: note\n  id: N1\n  text: \x01\n#\n", /* a control character */
        "- at: 2016-11-22T13:30:00.000+00:00\n  do: note\n  id: N1\n  text: \xff\n#\n", /* not UTF-8 */
        "<<<<<<< ours\n" START,
        START "...\n#\n",
        START "---\n#\n",
        "[]\n#\n",
    };
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct meeting *meeting = must_load(arena, BEGUN, strlen(BEGUN)).meeting;
        size_t read = 0;
        if (more(meeting, wrong[i], strlen(wrong[i]), &read)) {
            fail_msg("taken:\n%s", wrong[i]);
        }
    }
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(in_pieces_it_is_the_whole),
        TEST(half_an_event_is_not_read_yet),
        TEST(what_is_no_event_is_refused),
    };
    return cmocka_run_group_tests_name("format: load more", tests, NULL, NULL);
}
