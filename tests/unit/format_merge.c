/* The bytes of two copies made one: what stays as it was, what is written anew, and what is said to be lost. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "candour/format/merge.h"
#include "format_files.h"

#define OPENED "- at: 2016-11-22T13:28:00.000+00:00\n  do: open\n#\n"
#define NOTED "- at: 2016-11-22T13:29:00.000+00:00\n  do: note\n  id: N1\n  text: Ours\n#\n"

/* What stands before `events:` once the outcome of COUNT events was put in: nothing but a note was said. */
#define OUTCOME(count)                                                                                                 \
    "outcome:\n  as_of: " count "\n  status: open\n  agencies:\n  - id: CSC\n  - id: POL\n  findings:\n  - id: F1\n"   \
    "  times:\n  - item: I1\n    planned: 600\n    granted: 600\n    used: 0\n"

struct together {
    struct arena *arena;
    const struct merge *merge;
    struct buffer text;
    struct merge_written written;
};

static struct merge_file file_of(struct arena *arena, const char *text, struct loaded *loaded) {
    *loaded = must_load(arena, text, strlen(text));
    struct merge_file file = {.bytes = text, .length = loaded->whole, .appendable = loaded->appendable};
    assert_true(places_read(text, loaded->whole, arena, &file.places));
    assert_int_equal(file.places.count, loaded->meeting->event_count);
    return file;
}

static struct together brought(const char *a, const char *b) {
    struct together t = {.arena = arena_new()};
    struct loaded loaded[2];
    struct merge_file files[] = {file_of(t.arena, a, &loaded[0]), file_of(t.arena, b, &loaded[1])};
    t.merge = merge_meetings(loaded[0].meeting, loaded[1].meeting, t.arena);
    assert_int_equal(t.merge->refusal.why, MERGE_GOOD);
    assert_true(merge_write(t.merge, files, t.arena, &t.text, &t.written));
    return t;
}

static void done_with(struct together *t) {
    buffer_free(&t->text);
    arena_free(t->arena);
}

static void come_together(const char *a, const char *b, const char *expected) {
    struct together t = brought(a, b);
    assert_string_equal(t.text.bytes, expected);
    must_load(t.arena, t.text.bytes, t.text.length);
    done_with(&t);
}

#define HEARD "- at: 2016-11-22T13:28:30.000+00:00\n  do: heard\n  agency: POL\n  x-by: [me, 012]\n#\n"

static void bytes_of_a_and_then_the_events(void **state) {
    (void)state;
    static const char a[] = "# by hand\n" HEAD "x-seen: 012\nevents: # below\n#\n" OPENED "# noted later\n\n" NOTED;
    static const char b[] = HEAD "x-seen: 012\nevents:\n#\n" OPENED "# heard, too\n" HEARD;
    static const char both[] =
        "# by hand\n" HEAD "x-seen: 012\n" OUTCOME("3") "events: # below\n#\n" OPENED "# heard, too\n" HEARD
                                                        "# noted later\n\n" NOTED;
    come_together(a, b, both);
}

static void what_is_longer_is_the_result(void **state) {
    (void)state;
    static const char shorter[] = HEAD "events:\n#\n" OPENED;
    static const char longer[] = HEAD "events:\n#\n" OPENED NOTED;
    static const char expected[] = HEAD OUTCOME("2") "events:\n#\n" OPENED NOTED;
    come_together(shorter, longer, expected);
    come_together(longer, shorter, expected);
    come_together(longer, longer, expected);
    come_together(HEAD "events:\n#\n", longer, expected);
    come_together(HEAD "events: []\n", longer, expected);
}

/* Another id, another time: in the program's form, and what stood beside it is said to be lost. */
static void what_changed_is_written_anew(void **state) {
    (void)state;
    struct together t =
        brought(HEAD "events:\n#\n" OPENED NOTED, HEAD
                "events:\n#\n" OPENED "- at: 2016-11-22T13:29:00.000+00:00\n  do: note   # on the phone\n"
                "  id: N1\n  text: \"Theirs, item #2\"\n#\n"
                "- at: 2016-11-22T13:30:00.000+00:00\n  do: note # nobody asked\n  id: N2\n  text: 'See N1'\n"
                "- at: 2016-11-22T13:31:00.000+00:00\n  do: amend\n  id: N1\n  set:\n    text: \"Theirs #3\"\n#\n");
    assert_string_equal(
        t.text.bytes,
        HEAD OUTCOME(
            "5") "events:\n#\n" OPENED NOTED
                 "- at: 2016-11-22T13:29:00.001+00:00\n  do: note\n  id: N3\n  text: \"Theirs, item #2\"\n#\n"
                 "- at: 2016-11-22T13:30:00.000+00:00\n  do: note # nobody asked\n  id: N2\n  text: 'See N1'\n"
                 "#\n"
                 "- at: 2016-11-22T13:31:00.000+00:00\n  do: amend\n  id: N3\n  set:\n    text: \"Theirs #3\"\n"
                 "#\n");
    assert_int_equal(t.written.lost_count, 1);
    assert_int_equal(t.written.lost[0].side, MERGE_B);
    assert_int_equal(t.written.lost[0].event, 1);
    assert_false(t.written.reshaped);
    assert_int_equal(t.written.comment, 0);
    done_with(&t);
}

/* By hand, without `#` lines: A is brought into the form that is appended to, and its base is closed. */
static void files_in_another_form(void **state) {
    (void)state;
    static const char by_hand[] = HEAD "events:\n- at: 2016-11-22T13:28:00Z  # we begin\n  do: open\n";
    struct buffer a = {0}, b = {0}, expected = {0};
    buffer_format(&a, "%s# ours\n- {at: 2016-11-22T13:29:00Z, do: note, id: N1, text: Ours}\n", by_hand);
    buffer_format(&b, "%s\n-\n  # theirs\n  at: 2016-11-22T13:30:00Z\n  do: heard\n  agency: POL\n...\n", by_hand);
    buffer_format(&expected, "%s",
                  HEAD OUTCOME("3") "events:\n- at: 2016-11-22T13:28:00Z  # we begin\n  do: open\n"
                                    "# ours\n#\n- {at: 2016-11-22T13:29:00Z, do: note, id: N1, text: Ours}\n#\n"
                                    "- at: 2016-11-22T13:30:00.000+00:00\n  do: heard\n  agency: POL\n#\n");
    struct together t = brought(a.bytes, b.bytes);
    assert_string_equal(t.text.bytes, expected.bytes);
    assert_true(t.written.reshaped);
    assert_int_equal(t.written.lost_count, 1); /* `# theirs`, in a piece with `...` */
    assert_int_equal(t.written.comment, 0);
    done_with(&t);
    buffer_free(&a);
    buffer_free(&b);
    buffer_free(&expected);
}

/* Indented, it moves to the left; in braces, it is written again. */
static void files_that_no_event_can_be_appended_to(void **state) {
    (void)state;
    come_together(HEAD "events:\n  - at: 2016-11-22T13:28:00Z\n    do: open\n",
                  HEAD "events: [{at: 2016-11-22T13:28:00Z, do: open},\n"
                       "  {at: 2016-11-22T13:29:00Z, do: note, id: N1, text: Ours}]\n",
                  HEAD OUTCOME("2") "events:\n- at: 2016-11-22T13:28:00Z\n  do: open\n#\n" NOTED);
}

static void a_byte_order_mark_and_returns(void **state) {
    (void)state;
    static const char a[] = "\xEF\xBB\xBF" HEAD "events:\r\n#\r\n- at: 2016-11-22T13:28:00Z\r\n  do: open\r\n#\r\n"
                            "- at: 2016-11-22T13:29:00Z\r\n  do: heard\r\n  agency: CSC\r\n#\r\n";
    static const char b[] = HEAD "events:\r\n#\r\n- at: 2016-11-22T13:28:00Z\r\n  do: open\r\n#\r\n"
                                 "- at: 2016-11-22T13:30:00Z\r\n  do: heard\r\n  agency: POL\r\n#\r\n";
    struct together t = brought(a, b);
    static const char tail[] = "- at: 2016-11-22T13:29:00Z\r\n  do: heard\r\n  agency: CSC\r\n#\r\n"
                               "- at: 2016-11-22T13:30:00.000+00:00\n  do: heard\n  agency: POL\n#\n";
    assert_true(t.text.length > strlen(tail));
    assert_string_equal(t.text.bytes + t.text.length - strlen(tail), tail);
    assert_memory_equal(t.text.bytes, a, 3);
    done_with(&t);
}

/* Quoted words at the left margin that look like an event, or the end of one. */
static void words_that_look_like_events(void **state) {
    (void)state;
    static const char odd[] = "- at: 2016-11-22T13:29:00.000+00:00\n  do: note\n  id: N1\n  text: \"Ours\n\n"
                              "- at: 2016\n\n#\n\nend\"\n#\n";
    struct buffer a = {0}, b = {0};
    buffer_format(&a, "%sevents:\n#\n%s%s", HEAD, OPENED, odd);
    buffer_format(&b, "%sevents:\n#\n%s- at: 2016-11-22T13:28:30.000+00:00\n  do: heard\n  agency: POL\n#\n", HEAD,
                  OPENED);
    struct together t = brought(a.bytes, b.bytes);
    const struct note *note = must_load(t.arena, t.text.bytes, t.text.length).meeting->records[0].now;
    assert_string_equal(note->text, "Ours\n- at: 2016\n#\nend");
    done_with(&t);
    buffer_free(&a);
    buffer_free(&b);
}

static void what_a_crash_tore_off_is_not_taken(void **state) {
    (void)state;
    come_together(HEAD "events:\n#\n" OPENED "- at: 2016-11-22T13:2",
                  HEAD "events:\n#\n" OPENED NOTED "- at: 2016-11-22T14:00:00.000+00:00\n  do: clo",
                  HEAD OUTCOME("2") "events:\n#\n" OPENED NOTED);
}

/* An older outcome of A's makes room; what a person wrote into it stays. */
static void the_outcome_is_worked_out_anew(void **state) {
    (void)state;
    struct together t =
        brought(HEAD OUTCOME("1") "  x-seen: yes\nevents:\n#\n" OPENED, HEAD "# mine\nevents:\n#\n" OPENED NOTED);
    assert_string_equal(t.text.bytes, HEAD OUTCOME("2") "  x-seen: yes\nevents:\n#\n" OPENED NOTED);
    assert_int_equal(t.written.comment, 23); /* B's `# mine` */
    done_with(&t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bytes_of_a_and_then_the_events),
        cmocka_unit_test(what_is_longer_is_the_result),
        cmocka_unit_test(what_changed_is_written_anew),
        cmocka_unit_test(files_in_another_form),
        cmocka_unit_test(files_that_no_event_can_be_appended_to),
        cmocka_unit_test(a_byte_order_mark_and_returns),
        cmocka_unit_test(words_that_look_like_events),
        cmocka_unit_test(what_a_crash_tore_off_is_not_taken),
        cmocka_unit_test(the_outcome_is_worked_out_anew),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
