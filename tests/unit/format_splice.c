/* What is changed in a session's bytes: the outcome put in, the end made fit for appending; every other byte stays. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "format_files.h"

#define EVENTS                                                                                                         \
    "- at: 2016-11-22T13:28:00.000+00:00\n  do: open\n#\n- at: 2016-11-22T13:30:00.000+00:00\n  do: start\n  item: "   \
    "I1\n#\n"

/* The outcome after EVENTS, written by hand. */
#define OUTCOME                                                                                                        \
    "outcome:\n  as_of: 2\n  status: open\n  agencies:\n  - id: CSC\n  - id: POL\n  findings:\n  - id: F1\n  times:\n" \
    "  - item: I1\n    planned: 600\n    granted: 600\n    used: 0\n"

static void splices(const char *before, const char *expected) {
    struct arena *arena = arena_new();
    struct loaded loaded = must_load(arena, before, strlen(before));
    struct buffer out = {0};
    assert_true(save_outcome(before, strlen(before), meeting_outcome(loaded.meeting, arena), &out));
    assert_string_equal(out.bytes, expected);
    must_load(arena, out.bytes, out.length); /* and it agrees with the events */
    buffer_free(&out);
    arena_free(arena);
}

static void an_outcome_goes_before_the_events(void **state) {
    (void)state;
    splices(HEAD "events:\n#\n" EVENTS, HEAD OUTCOME "events:\n#\n" EVENTS);
    splices(HEAD "# said in the room\nevents: # below\n#\n" EVENTS,
            HEAD "# said in the room\n" OUTCOME "events: # below\n#\n" EVENTS);
    splices("\xEF\xBB\xBF# by hand\n" HEAD "x-seen: [a,\n b]\nevents:\n#\n" EVENTS "# later\n",
            "\xEF\xBB\xBF# by hand\n" HEAD "x-seen: [a,\n b]\n" OUTCOME "events:\n#\n" EVENTS "# later\n");
}

static void an_older_outcome_goes(void **state) {
    (void)state;
    static const char older[] =
        "outcome:\n  as_of: 1\n  status: open\n  agencies:\n  - id: CSC\n  - id: POL\n  findings:\n"
        "  - id: F1\n  times:\n  - item: I1\n    planned: 600\n    granted: 600\n    used: 0\n";
    struct buffer before = {0};
    struct buffer after = {0};
    buffer_format(&before, "%s%s# kept\n\nx-last: 1\nevents:\n#\n%s", HEAD, older, EVENTS);
    buffer_format(&after, "%s%s# kept\n\nx-last: 1\nevents:\n#\n%s", HEAD, OUTCOME, EVENTS);
    splices(before.bytes, after.bytes);
    buffer_clear(&before);
    buffer_clear(&after);
    buffer_format(&before, "%s%s\n# the events\nevents:\n#\n%s", HEAD, older, EVENTS);
    buffer_format(&after, "%s%s\n# the events\nevents:\n#\n%s", HEAD, OUTCOME, EVENTS);
    splices(before.bytes, after.bytes);
    buffer_free(&before);
    buffer_free(&after);
    splices(HEAD
            "outcome: {as_of: 2, status: open, agencies: [{id: CSC}, {id: POL}],\n"
            "  findings: [{id: F1}], times: [{item: I1, planned: 600, granted: 600, used: 0}]}\nevents:\n#\n" EVENTS,
            HEAD OUTCOME "events:\n#\n" EVENTS);
}

/* Derived as it is: what the user wrote into it stays beside what it was written to. */
static void own_keys_in_an_outcome_stay(void **state) {
    (void)state;
    splices(HEAD "outcome:\n  x-read: yes\n  as_of: 1\n  status: open\n  agencies:\n  - id: CSC\n"
                 "  - x-said: [a, 012]\n    id: POL\n  findings:\n  - id: F1\n    x-page: 4\n  times:\n  - item: I1\n"
                 "    x-room: \"2\"\n    planned: 600\n    granted: 600\n    used: 0\nevents:\n#\n" EVENTS,
            HEAD "outcome:\n  as_of: 2\n  status: open\n  agencies:\n  - id: CSC\n  - id: POL\n    x-said:\n    - a\n"
                 "    - 012\n  findings:\n  - id: F1\n    x-page: 4\n  times:\n  - item: I1\n    planned: 600\n"
                 "    granted: 600\n    used: 0\n    x-room: \"2\"\n  x-read: yes\nevents:\n#\n" EVENTS);
}

static void no_place_for_an_outcome(void **state) {
    (void)state;
    static const char *const files[] = {HEAD, HEAD "events: []\n", "x: 'open\nevents:\n",
                                        "",   "[\nevents:\n",      "  a: 1\nevents:\n"};
    static const struct outcome outcome;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct buffer out = {0};
        assert_false(save_outcome(files[i], strlen(files[i]), &outcome, &out));
        assert_int_equal(out.length, 0);
        buffer_free(&out);
    }
}

/* BEFORE, once in order, is AFTER; and then events can be appended. */
static void comes_into_order(const char *before, const char *after) {
    struct arena *arena = arena_new();
    struct loaded loaded = must_load(arena, before, strlen(before));
    struct buffer out = {0};
    assert_false(loaded.appendable);
    save_appendable(before, strlen(before), loaded.meeting, &out);
    assert_string_equal(out.bytes, after);
    struct loaded again = must_load(arena, out.bytes, out.length);
    assert_true(again.appendable);
    assert_int_equal(again.meeting->event_count, loaded.meeting->event_count);
    buffer_text(&out, "- at: 2016-11-22T14:00:00.000+00:00\n  do: heard\n  agency: POL\n#\n");
    if (loaded.meeting->event_count == 2)
        assert_int_equal(must_load(arena, out.bytes, out.length).meeting->event_count, 3);
    buffer_free(&out);
    arena_free(arena);
}

#define BY_HAND                                                                                                        \
    "- at: 2016-11-22T13:28:00.000+00:00  # we begin\n  do: open\n\n- do: start\n  at: 2016-11-22T13:30:00Z\n  item: " \
    "'I1'\n"

static void as_little_is_changed_as_will_do(void **state) {
    (void)state;
    comes_into_order(HEAD "events:\n" BY_HAND, HEAD "events:\n" BY_HAND "#\n");
    comes_into_order(HEAD "events:\n" BY_HAND "...\n# end\n", HEAD "events:\n" BY_HAND "# end\n#\n");
    comes_into_order(HEAD "events:\n" BY_HAND "  back: 1", HEAD "events:\n" BY_HAND "  back: 1\n#\n");
    comes_into_order(HEAD "events:\n#\n" EVENTS "   ", HEAD "events:\n#\n" EVENTS "   \n");
    comes_into_order(HEAD "events:\n", HEAD "events:\n#\n");
    comes_into_order(HEAD "events:", HEAD "events:\n#\n");
    comes_into_order(HEAD "events: # to come\n", HEAD "events: # to come\n#\n");
}

static void other_forms_are_written_again(void **state) {
    (void)state;
    comes_into_order("# kept\n" HEAD "events: []\n", "# kept\n" HEAD "events:\n#\n");
    comes_into_order("# kept\n" HEAD "events: ~ # none\n", "# kept\n" HEAD "events:\n#\n");
    comes_into_order("# kept\n" HEAD "events: [{at: 2016-11-22T13:28:00.000+00:00, do: open},\n"
                     "  {at: 2016-11-22T13:30:00.000+00:00, do: start, item: I1}]\n",
                     "# kept\n" HEAD "events:\n#\n" EVENTS);
    /* no key at the left margin to put events under */
    comes_into_order("{candour: 1, board: {id: HSCB, name: Harrowmere Board}, review: {id: HMB-02, title: Review},\n"
                     "meeting: {title: Board}, agencies: [{id: CSC, name: Children's Social Care},\n"
                     "{id: POL, name: Police}], findings: [{id: F1, title: Nobody sees the child}],\n"
                     "agenda: [{id: I1, title: Opening, minutes: 10, purpose: information}], events: []}\n",
                     HEAD "events:\n#\n");
}

/* Indented under its key, or with the whole file: everything moves to the left, comments and texts with it. */
static void what_is_indented_moves_to_the_left(void **state) {
    (void)state;
    comes_into_order("# kept\n" HEAD "events:\n    # we begin\n    - at: 2016-11-22T13:28:00Z # late\n      do: open\n"
                     "\n  # further left\n    - at: 2016-11-22T13:30:00Z\n      do: start\n      item: I1\n",
                     "# kept\n" HEAD "events:\n# we begin\n- at: 2016-11-22T13:28:00Z # late\n  do: open\n"
                     "\n# further left\n- at: 2016-11-22T13:30:00Z\n  do: start\n  item: I1\n#\n");
    comes_into_order(
        "  candour: 1\n  # of ours\n  board: {id: HSCB, name: Harrowmere Board}\n  review:\n    id: HMB-02\n"
        "    title: Review\n    summary: |\n      One.\n        Two.\n  meeting: {title: Board}\n"
        "  agencies:\n  - {id: CSC, name: Social Care}\n  - {id: POL, name: Police}\n"
        "  findings: [{id: F1, title: Nobody sees the child}]\n"
        "  agenda: [{id: I1, title: Opening, minutes: 10, purpose: information}]\n"
        "  events:\n    - at: 2016-11-22T13:28:00Z # late\n      do: open\n"
        "    - at: 2016-11-22T13:30:00Z\n      do: start\n      item: I1\n",
        "candour: 1\n# of ours\nboard: {id: HSCB, name: Harrowmere Board}\nreview:\n  id: HMB-02\n"
        "  title: Review\n  summary: |\n    One.\n      Two.\nmeeting: {title: Board}\n"
        "agencies:\n- {id: CSC, name: Social Care}\n- {id: POL, name: Police}\n"
        "findings: [{id: F1, title: Nobody sees the child}]\n"
        "agenda: [{id: I1, title: Opening, minutes: 10, purpose: information}]\n"
        "events:\n- at: 2016-11-22T13:28:00Z # late\n  do: open\n"
        "- at: 2016-11-22T13:30:00Z\n  do: start\n  item: I1\n#\n");
}

/* A line of a quoted text is no key, whatever it reads. */
#define ODD "x-said: \"Some words\n\nevents:\n\n#\n\n- more\"\n"

static void a_text_that_reads_events_is_no_key(void **state) {
    (void)state;
    splices(HEAD ODD "events:\n#\n" EVENTS, HEAD ODD OUTCOME "events:\n#\n" EVENTS);
    comes_into_order(HEAD ODD "events:\n" BY_HAND, HEAD ODD "events:\n" BY_HAND "#\n");
    /* nor is what follows it a torn tail */
    struct arena *arena = arena_new();
    static const char agenda[] = "x-said: \"Some words\n\nevents:\n\n#\n\nmore\"\n#\n";
    struct buffer text = {0};
    buffer_format(&text, "candour: 1\n%sx-list:\n#\n- one\n%s", agenda, &HEAD[strlen("candour: 1\n")]);
    struct loaded loaded = must_load(arena, text.bytes, text.length);
    assert_false(loaded.session);
    assert_int_equal(loaded.torn, 0);
    buffer_format(&text, "%s", "events:\n" BY_HAND);
    loaded = must_load(arena, text.bytes, text.length);
    assert_int_equal(loaded.meeting->event_count, 2);
    assert_false(loaded.appendable);
    buffer_text(&text, "#\n- at: 2016-11-22T14:00:00Z\n  do: he");
    loaded = must_load(arena, text.bytes, text.length);
    assert_int_equal(loaded.meeting->event_count, 2);
    assert_int_equal(loaded.torn, strlen("- at: 2016-11-22T14:00:00Z\n  do: he"));
    assert_true(loaded.appendable);
    buffer_free(&text);
    arena_free(arena);
}

/* A line end added to a block that had none would be one more in its text. */
static void no_text_is_changed(void **state) {
    (void)state;
    static const char note[] = "- at: 2016-11-22T13:31:00.000+00:00\n  do: note\n  id: N1\n";
    struct buffer before = {0};
    struct buffer after = {0};
    buffer_format(&before, "%sevents:\n%s%s  text: |\n    one\n    two", HEAD, BY_HAND, note);
    buffer_format(&after, "%sevents:\n#\n%s%s  text: |-\n    one\n    two\n#\n", HEAD, EVENTS, note);
    struct arena *arena = arena_new();
    struct loaded loaded = must_load(arena, before.bytes, before.length);
    const struct note *kept = loaded.meeting->records[0].now;
    struct buffer out = {0};
    save_appendable(before.bytes, before.length, loaded.meeting, &out);
    struct loaded again = must_load(arena, out.bytes, out.length);
    const struct note *found = again.meeting->records[0].now;
    assert_string_equal(found->text, kept->text);
    assert_true(again.appendable);
    assert_string_equal(kept->text, "one\ntwo");
    assert_string_equal(out.bytes, after.bytes);
    buffer_free(&before);
    buffer_free(&after);
    buffer_free(&out);
    arena_free(arena);
}

static void harrowmere_gets_one_line(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    struct buffer file = {0};
    struct buffer out = {0};
    read_case("tests/cases/harrowmere.session.yaml", &file);
    save_appendable(file.bytes, file.length, must_load(arena, file.bytes, file.length).meeting, &out);
    buffer_text(&file, "#\n");
    same_bytes(&file, &out);
    buffer_free(&file);
    buffer_free(&out);
    arena_free(arena);
}

static void a_torn_tail_is_left_out(void **state) {
    (void)state;
    static const char torn[] = HEAD "events:\n#\n" EVENTS "- at: 2016";
    struct arena *arena = arena_new();
    struct buffer out = {0};
    save_appendable(torn, strlen(torn), must_load(arena, torn, strlen(torn)).meeting, &out);
    assert_string_equal(out.bytes, HEAD "events:\n#\n" EVENTS);
    buffer_free(&out);
    arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_outcome_goes_before_the_events),
        cmocka_unit_test(an_older_outcome_goes),
        cmocka_unit_test(own_keys_in_an_outcome_stay),
        cmocka_unit_test(no_place_for_an_outcome),
        cmocka_unit_test(as_little_is_changed_as_will_do),
        cmocka_unit_test(other_forms_are_written_again),
        cmocka_unit_test(what_is_indented_moves_to_the_left),
        cmocka_unit_test(a_text_that_reads_events_is_no_key),
        cmocka_unit_test(no_text_is_changed),
        cmocka_unit_test(harrowmere_gets_one_line),
        cmocka_unit_test(a_torn_tail_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
