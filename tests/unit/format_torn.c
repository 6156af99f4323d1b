/* A session cut at every byte behind its opening opens to the last whole event, never to a shortened one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "candour/format/torn.h"
#include "format_files.h"

/* Events whose texts look like what closes or begins an event. */
static const char awkward[] =
    HEAD "events:\n#\n"
         "- at: 2016-11-22T13:28:00.000+00:00\n  do: open\n  program: candour 1.0.0\n#\n"
         "- at: 2016-11-22T13:30:00.000+00:00\n  do: start\n  item: I1\n#\n"
         "- at: 2016-11-22T13:31:00.000+00:00\n  do: challenge\n  id: C1\n  by: CSC\n  to: POL\n  put: |-\n    #\n"
         "    - at: now\n    #\n    who decides?\n#\n"
         "- at: 2016-11-22T13:32:00.000+00:00\n  do: note\n  id: N1\n"
         "  text: \"caf\xC3\xA9\\t\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7\\n#\\n\"\n#\n"
         "- at: 2016-11-22T13:33:00.000+00:00\n  do: note\n  id: N2\n  text: |+\n    \xE4\xBD\x93\xE5\x88\xB6\n\n#\n"
         "- at: 2016-11-22T13:34:00.000+00:00\n  do: amend\n  id: C1\n  set:\n    given: Nobody\n    given_by: POL\n"
         "    evidence_due: ~\n    outcome: agreed\n#\n"
         "- at: 2016-11-22T13:35:00.000+00:00\n  do: heard\n  agency: CSC\n#\n"
         "- at: 2016-11-22T13:36:00.000+00:00\n  do: heard\n  agency: POL\n#\n";

/* Where the opening and each event end, `#` line included, found by hand: every "\n#\n" at the left margin. */
struct ends {
    size_t at[32];
    size_t count;
};

static struct ends ends_of(const char *bytes) {
    struct ends ends = {.count = 0};
    for (const char *at = bytes; (at = strstr(at, "\n#\n")) != NULL; at += 2)
        ends.at[ends.count++] = (size_t)(at - bytes) + 3;
    return ends;
}

/* The bytes in a block of their own size, so that reading one too many is seen. */
static struct loaded load_exactly(struct arena *arena, const char *bytes, size_t length, const char *tail,
                                  size_t tail_length) {
    char *copy = malloc(length + tail_length + 1);
    assert_non_null(copy);
    memcpy(copy, bytes, length);
    memcpy(copy + length, tail, tail_length);
    struct loaded loaded = must_load(arena, copy, length + tail_length);
    free(copy);
    return loaded;
}

/* BYTES cut at CUT, with TAIL behind it: the first EVENTS events stand, and END bytes. */
static void opens_to(const char *bytes, size_t cut, const char *tail, size_t tail_length, size_t end, size_t events) {
    struct arena *arena = arena_new();
    struct loaded loaded = load_exactly(arena, bytes, cut, tail, tail_length);
    struct buffer written = {0};
    if (loaded.whole != end || loaded.torn != cut + tail_length - end || loaded.meeting->event_count != events)
        fail_msg("cut at %zu: %zu bytes and %zu events stand, not %zu and %zu", cut, loaded.whole,
                 loaded.meeting->event_count, end, events);
    save_session(loaded.meeting, &written);
    if (written.length < end || memcmp(written.bytes, bytes, end) != 0)
        fail_msg("cut at %zu: an event was changed", cut);
    buffer_free(&written);
    arena_free(arena);
}

static void every_cut_opens_to_the_last_whole_event(void **state) {
    (void)state;
    static const char nothing[700];
    struct ends ends = ends_of(awkward);
    assert_int_equal(ends.count, 9); /* the opening and eight events */
    size_t last = 0;
    for (size_t cut = ends.at[0]; cut <= strlen(awkward); cut++) {
        while (last + 1 < ends.count && ends.at[last + 1] <= cut)
            last++;
        /* a `#` without its line end closes its event already */
        bool closed = last + 1 < ends.count && cut == ends.at[last + 1] - 1;
        size_t end = closed ? cut : ends.at[last];
        opens_to(awkward, cut, "", 0, end, closed ? last + 1 : last);
        opens_to(awkward, cut, nothing, 1 + cut % sizeof nothing, end, closed ? last + 1 : last);
    }
}

static void a_cut_session_can_be_cut_and_appended_to(void **state) {
    (void)state;
    struct ends ends = ends_of(awkward);
    for (size_t cut = ends.at[5]; cut < ends.at[6]; cut++) {
        struct arena *arena = arena_new();
        struct buffer file = {0};
        struct loaded loaded = must_load(arena, awkward, cut);
        buffer_add(&file, awkward, loaded.whole);
        if (!loaded.appendable) { /* only where all but the line end behind the `#` is there */
            assert_int_equal(cut, ends.at[6] - 1);
            buffer_char(&file, '\n');
        } else {
            save_event(&must_load(arena, awkward, ends.at[6]).meeting->events[5], &file);
        }
        assert_int_equal(file.length, ends.at[6]);
        assert_memory_equal(file.bytes, awkward, ends.at[6]);
        buffer_free(&file);
        arena_free(arena);
    }
}

static void what_is_no_torn_event_is_not_cut(void **state) {
    (void)state;
    static const char begun[] = HEAD "events:\n#\n- at: 2016-11-22T13:28:00.000+00:00\n  do: open\n#\n";
    static const char *const harmless[] = {"", "\n", "\n\n  \n", "# a remark by hand\n", "\n# one\n#two", "   "};
    for (size_t i = 0; i < sizeof harmless / sizeof *harmless; i++) {
        struct arena *arena = arena_new();
        struct loaded loaded = load_exactly(arena, begun, strlen(begun), harmless[i], strlen(harmless[i]));
        assert_int_equal(loaded.torn, 0);
        assert_int_equal(loaded.whole, strlen(begun) + strlen(harmless[i]));
        assert_int_equal(loaded.appendable, harmless[i][0] == '\0' || harmless[i][strlen(harmless[i]) - 1] == '\n');
        arena_free(arena);
    }
    /* other damage is named, not cut */
    static const char *const damage[] = {"kinds: []\n", "  do: heard\n", "x\n", "\0- at", "---\n"};
    static const size_t lengths[] = {10, 12, 2, 5, 4};
    for (size_t i = 0; i < sizeof damage / sizeof *damage; i++) {
        struct arena *arena = arena_new();
        struct diags diags;
        struct buffer file = {0};
        buffer_text(&file, begun);
        buffer_add(&file, damage[i], lengths[i]);
        must_refuse(arena, file.bytes, file.length, &diags);
        buffer_free(&file);
        arena_free(arena);
    }
}

/* Without `#` lines nothing is torn: a file written by hand is read as it stands. */
static void a_file_by_hand_has_no_torn_tail(void **state) {
    (void)state;
    static const char by_hand[] = HEAD "events:\n- at: 2016-11-22T13:28:00.000+00:00\n  do: open\n"
                                       "- at: 2016-11-22T13:30:00.000+00:00\n  do: start\n  item: I1";
    struct arena *arena = arena_new();
    struct diags diags;
    struct loaded loaded = must_load(arena, by_hand, strlen(by_hand));
    assert_int_equal(loaded.torn, 0);
    assert_int_equal(loaded.meeting->event_count, 2);
    assert_false(loaded.appendable);
    must_refuse(arena, by_hand, strlen(by_hand) - 1, &diags); /* I: no such item */
    assert_string_equal(diags.list[0].what, "no such agenda item I");
    char nul[sizeof by_hand + 1];
    memcpy(nul, by_hand, sizeof by_hand); /* with its NUL */
    assert_string_equal(must_refuse(arena, nul, sizeof by_hand, &diags), "a NUL character");
    arena_free(arena);
}

static void the_cut_is_noted(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    struct diags diags;
    struct loaded out;
    struct load_from from = {.name = "s.yaml", .bytes = awkward, .length = strlen(awkward) - 5};
    diags_begin(&diags, arena);
    assert_true(load_meeting(&from, arena, &diags, &out));
    assert_int_equal(diags.errors, 0);
    assert_int_equal(diags.count, 1);
    assert_int_equal(diags.list[0].level, DIAG_NOTE);
    assert_string_equal(diags.list[0].what,
                        "the last 59 bytes were torn by a crash and are left out; every whole event stands");
    arena_free(arena);
}

static void crlf_marks_are_marks(void **state) {
    (void)state;
    static const char crlf[] = "events:\r\n#\r\n- at: x\r\n#\r\n- at";
    struct tail tail = tail_of(crlf, strlen(crlf));
    assert_true(tail.marked);
    assert_int_equal(tail.whole, strlen(crlf) - 4);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_cut_opens_to_the_last_whole_event),
        cmocka_unit_test(a_cut_session_can_be_cut_and_appended_to),
        cmocka_unit_test(what_is_no_torn_event_is_not_cut),
        cmocka_unit_test(a_file_by_hand_has_no_torn_tail),
        cmocka_unit_test(the_cut_is_noted),
        cmocka_unit_test(crlf_marks_are_marks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
