/* `candour merge`: where the result goes, what is said of it, what is refused and what can be done then. */
#include <stdbool.h>

#include "candour/base/arena.h"
#include "candour/format/save.h"
#include "candour/shell/commands.h"
#include "candour/shell/input.h"
#include "candour/store/lock.h"
#include "shell_said.h"
#include "support/sitting.h"

#define MERGES(...) called((const char *[]){"merge", __VA_ARGS__, NULL})

/* Open, or closed; on the record one challenge and one agreement. */
static struct sitting session(struct folder *f, bool closed) {
    struct sitting s = sitting_open(f->arena);
    start(&s, "13:30", "I5");
    challenge(&s, "13:31", "C1", "POL", "EDU");
    agreement(&s, "13:32", "A1", "EDU");
    plain(&s, "13:33", DO_PAUSE);
    if (closed)
        plain(&s, "13:40", DO_CLOSE);
    return s;
}

static void put_session(const char *path, const struct sitting *s) {
    struct buffer text = {0};
    save_session(s->m, &text);
    put_file(path, text.bytes);
    buffer_free(&text);
}

static void due(struct sitting *s, const char *clock, int dayofmonth) {
    amend(s, clock, "A1", "due", &(struct agreement){.due = day_of(2017, 3, dayofmonth)});
}

static void note(struct sitting *s, const char *clock, const char *id, const char *text) {
    assert_int_equal(said(s, clock, DO_NOTE, &(struct note){.id = id, .text = text}).code, REFUSED_NOT);
}

/* Two closed copies, each with a due date of its own. */
static void put_copies(struct folder *f) {
    struct sitting a = session(f, true), b = session(f, true);
    due(&a, "15:00", 14);
    due(&b, "16:00", 31);
    put_session("a.yaml", &a);
    put_session("b.yaml", &b);
}

static size_t events_of(struct folder *f, const char *path) {
    struct input input;
    assert_null(input_read(path, true, f->arena, &input));
    assert_int_equal(input.diags.errors, 0);
    assert_non_null(input.loaded.meeting);
    assert_true(input.loaded.appendable);
    return input.loaded.meeting->event_count;
}

/* --- done --- */

static void what_both_changed_is_said(void **state) {
    struct folder *f = *state;
    put_copies(f);
    assert_int_equal(MERGES("a.yaml", "b.yaml", "-o", "c.yaml"), EXIT_DONE);
    assert_string_equal(said_err, "");
    assert_non_null(strstr(said_out, "c.yaml holds what was said in both copies.\n"
                                     "Both begin with the same 6 events, up to Tuesday 22 November 2016, 13:40:00.\n"
                                     "a.yaml adds 1 event.\nb.yaml adds 1 event.\n"
                                     "Changed in both copies; what was said later stands:\n"
                                     "  A1, Due: Friday 31 March 2017 stands (b.yaml:"));
    assert_non_null(strstr(said_out, ", Tuesday 22 November 2016, 16:00:00); a.yaml:"));
    assert_non_null(strstr(said_out, " said on Tuesday 22 November 2016, 15:00:00: Tuesday 14 March 2017\n"
                                     "'candour review c.yaml' shows it.\n"));
    assert_int_equal(mode_of("c.yaml"), 0600);
    assert_int_equal(events_of(f, "c.yaml"), 8);
    assert_int_equal(names_with(".", "~", NULL), 0);
}

/* The line that is named is the line of the event. */
static void lines_are_those_of_the_file(void **state) {
    struct folder *f = *state;
    static char text[65536];
    char line[64];
    put_copies(f);
    take("b.yaml", text);
    int number = 1;
    for (const char *at = text; at < strstr(text, "- at: 2016-11-22T16:00"); at++)
        number += *at == '\n';
    snprintf(line, sizeof line, "stands (b.yaml:%d, Tuesday", number);
    assert_int_equal(MERGES("a.yaml", "b.yaml", "-o", "c.yaml"), EXIT_DONE);
    assert_non_null(strstr(said_out, line));
}

static void new_codes_are_listed(void **state) {
    struct folder *f = *state;
    struct sitting a = session(f, false), b = session(f, false);
    note(&a, "14:00", "N1", "Ours");
    note(&b, "14:01", "N1", "Theirs");
    note(&b, "14:02", "N2", "As N1 says");
    put_session("a.yaml", &a);
    put_session("b.yaml", &b);
    assert_int_equal(MERGES("a.yaml", "b.yaml", "-o", "c.yaml"), EXIT_DONE);
    assert_non_null(strstr(said_out, "New codes for what b.yaml recorded, since a.yaml had used them too:\n"
                                     "  N1 is now N3 (b.yaml:"));
    assert_non_null(strstr(said_out, ": Note N1: Theirs)\n"));
    assert_null(strstr(said_out, "N2 is now"));
    assert_non_null(strstr(said_out, "Words that speak of a code that is another now; no words were changed:\n"
                                     "  N2 (b.yaml:"));
    assert_non_null(strstr(said_out, ") speaks of N1, which is N3 now\n"));
}

static void the_longer_of_two(void **state) {
    struct folder *f = *state;
    struct sitting a = session(f, true), b = session(f, true);
    put_session("same.yaml", &a);
    put_session("a.yaml", &a);
    due(&b, "16:00", 31);
    put_session("b.yaml", &b);
    assert_int_equal(MERGES("a.yaml", "b.yaml", "-o", "c.yaml"), EXIT_DONE);
    assert_non_null(strstr(said_out, "c.yaml holds what b.yaml holds: it is the longer of the two"));
    assert_non_null(strstr(said_out, "a.yaml adds nothing to that.\nb.yaml adds 1 event.\n"));
    assert_int_equal(events_of(f, "c.yaml"), 7);
    assert_int_equal(MERGES("a.yaml", "same.yaml", "-o", "d.yaml"), EXIT_DONE);
    assert_non_null(strstr(said_out, "d.yaml holds what both copies hold: 6 events, and nothing was said in one of "
                                     "them alone.\n"));
    assert_int_equal(events_of(f, "d.yaml"), 6);
}

/* --- where it goes --- */

static void an_existing_file_is_never_written_over(void **state) {
    struct folder *f = *state;
    put_copies(f);
    put_file("mine.yaml", "mine\n");
    assert_int_equal(symlink("nowhere.yaml", "link.yaml"), 0);
    assert_int_equal(MERGES("a.yaml", "b.yaml", "-o", "mine.yaml"), EXIT_USAGE);
    assert_non_null(strstr(said_err, "mine.yaml is there already, and is not written over"));
    assert_file("mine.yaml", "mine\n");
    assert_int_equal(MERGES("a.yaml", "b.yaml", "-o", "link.yaml"), EXIT_USAGE);
    assert_false(is_there("nowhere.yaml"));
    assert_int_equal(MERGES("a.yaml", "b.yaml", "-o", "b.yaml"), EXIT_USAGE);
    assert_string_equal(said_out, "");
    assert_int_equal(MERGES("a.yaml", "b.yaml", "-o", "no/such/c.yaml"), EXIT_SYSTEM);
    assert_non_null(strstr(said_err, "cannot write no/such/c.yaml: No such file or directory"));
    assert_int_equal(names_with(".", "~", NULL), 0);
}

static void a_dash_is_standard_output(void **state) {
    struct folder *f = *state;
    put_copies(f);
    assert_int_equal(MERGES("a.yaml", "b.yaml", "-o", "-"), EXIT_DONE);
    assert_non_null(strstr(said_err, "The result holds what was said in both copies.\n"));
    put_file("piped.yaml", said_out);
    assert_int_equal(events_of(f, "piped.yaml"), 8);
}

static void it_wants_two_files_and_a_third_name(void **state) {
    struct folder *f = *state;
    put_copies(f);
    assert_int_equal(link("a.yaml", "other.yaml"), 0);
    assert_int_equal(called((const char *[]){"merge", NULL}), EXIT_USAGE);
    assert_int_equal(MERGES("a.yaml", "-o", "c.yaml"), EXIT_USAGE);
    assert_non_null(strstr(said_err, "merge needs two files: candour merge A B -o C"));
    assert_int_equal(MERGES("a.yaml", "b.yaml"), EXIT_USAGE);
    assert_non_null(strstr(said_err, "merge needs a name for the result: candour merge a.yaml b.yaml -o C"));
    assert_int_equal(MERGES("a.yaml", "b.yaml", "c.yaml", "-o", "d.yaml"), EXIT_USAGE);
    assert_int_equal(MERGES("a.yaml", "./a.yaml", "-o", "c.yaml"), EXIT_USAGE);
    assert_non_null(strstr(said_err, "a.yaml and ./a.yaml are one file"));
    assert_int_equal(MERGES("a.yaml", "other.yaml", "-o", "c.yaml"), EXIT_USAGE);
    assert_false(is_there("c.yaml"));
}

/* --- refused --- */

static void two_clocks(void **state) {
    struct folder *f = *state;
    struct sitting a = session(f, false), b = session(f, false);
    note(&a, "14:00", "N1", "Ours");
    note(&a, "14:00:30", "N2", "Ours too");
    plain(&a, "14:01", DO_CLOSE);
    note(&b, "14:02", "N1", "Theirs");
    plain(&b, "14:03", DO_ADJOURN);
    put_session("a.yaml", &a);
    put_session("b.yaml", &b);
    assert_int_equal(MERGES("a.yaml", "b.yaml", "-o", "c.yaml"), EXIT_PROBLEMS);
    assert_string_equal(said_out, "");
    assert_non_null(strstr(said_err, "error: the clock went on in this copy: Tuesday 22 November 2016, 14:01:00, "
                                     "Meeting closed\n"));
    assert_non_null(strstr(said_err, "error: the clock went on in this copy: Tuesday 22 November 2016, 14:03:00, "
                                     "Meeting adjourned\n"));
    assert_non_null(strstr(said_err, "The meeting's clock went on in both copies after Tuesday 22 November 2016, "
                                     "13:33:00."));
    assert_non_null(strstr(said_err, "Nothing was written.\nWhat to do: go on with one copy, the one that was kept in "
                                     "the room. If it is a.yaml, open it with 'candour run a.yaml' and record "
                                     "there what only b.yaml holds:\n  b.yaml:"));
    assert_non_null(strstr(said_err, ", Tuesday 22 November 2016, 14:02:00: Note N1: Theirs\n"));
    assert_null(strstr(said_err, "N2"));
    assert_false(is_there("c.yaml"));
}

static void a_copy_with_nothing_but_its_clock(void **state) {
    struct folder *f = *state;
    struct sitting a = session(f, false), b = session(f, false);
    plain(&a, "14:01", DO_RESUME);
    plain(&b, "14:02", DO_RESUME);
    note(&b, "14:03", "N1", "Theirs");
    put_session("a.yaml", &a);
    put_session("b.yaml", &b);
    assert_int_equal(MERGES("a.yaml", "b.yaml", "-o", "c.yaml"), EXIT_PROBLEMS);
    assert_non_null(strstr(said_err, "What to do: go on with b.yaml. Nothing was recorded in a.yaml that it does not "
                                     "hold.\n"));
}

static void what_cannot_both_stand(void **state) {
    struct folder *f = *state;
    struct sitting a = session(f, true), b = session(f, true);
    said(&a, "15:00", DO_WITHDRAW, &(struct event_withdraw){.id = "A1", .reason = "Twice"});
    due(&b, "16:00", 31);
    put_session("a.yaml", &a);
    put_session("b.yaml", &b);
    assert_int_equal(MERGES("a.yaml", "b.yaml", "-o", "c.yaml"), EXIT_PROBLEMS);
    const char *error = strstr(said_err, "b.yaml:");
    assert_non_null(error);
    assert_non_null(strstr(error, ":1: error: this has no place where both copies are one: Tuesday 22 November 2016, "
                                  "16:00:00, A1 changed: due: Friday 31 March 2017: A1 was withdrawn\n"));
    const char *because = strstr(said_err, "a.yaml:");
    assert_non_null(because);
    assert_non_null(strstr(because, ":1: note: because of this: Tuesday 22 November 2016, 15:00:00, A1 withdrawn: "
                                    "Twice\n"));
    assert_non_null(strstr(said_err, "What was said in a.yaml and in b.yaml cannot both stand.\nNothing was written.\n"
                                     "What to do: decide which of the two is to stand, and go on with that copy."));
    assert_false(is_there("c.yaml"));
}

static void two_meetings(void **state) {
    struct folder *f = *state;
    struct sitting a = session(f, true);
    struct agenda *agenda = harrowmere_agenda(f->arena);
    ((struct finding *)agenda->findings.items)[2].title = "Another";
    agenda->learning.count--;
    struct sitting b = sitting_new(f->arena, agenda);
    said(&b, "13:28", DO_OPEN, &(struct event_open){.program = "candour 1.0.0"});
    put_session("a.yaml", &a);
    put_session("b.yaml", &b);
    assert_int_equal(MERGES("a.yaml", "b.yaml", "-o", "c.yaml"), EXIT_PROBLEMS);
    assert_non_null(strstr(said_err, "error: 'learning', from L6 on, is not as in a.yaml:"));
    const char *title = strstr(said_err, "error: 'title' of F3 is not as in a.yaml:");
    assert_non_null(title);
    assert_non_null(strstr(title, "\n    title: Another\n           ^\n"));
    assert_non_null(strstr(said_err, "a.yaml and b.yaml are not two copies of one meeting"));
    assert_false(is_there("c.yaml"));
}

/* Problems of both files are named in one go. */
static void files_with_problems(void **state) {
    struct folder *f = *state;
    struct buffer text = {0};
    put_copies(f);
    save_agenda(harrowmere_agenda(f->arena), &text);
    put_file("agenda.yaml", text.bytes);
    put_file("broken.yaml", "candour: 1\nboard:\n  id: HSCB\n  nam: Harrowmere\n");
    buffer_free(&text);
    assert_int_equal(MERGES("broken.yaml", "agenda.yaml", "-o", "c.yaml"), EXIT_PROBLEMS);
    assert_non_null(strstr(said_err, "broken.yaml:4:3: error: unknown key"));
    assert_non_null(strstr(said_err, "agenda.yaml is an agenda: nothing was said yet that could be brought together"));
    assert_int_equal(MERGES("a.yaml", "none.yaml", "-o", "c.yaml"), EXIT_SYSTEM);
    assert_non_null(strstr(said_err, "cannot read none.yaml: No such file or directory"));
    assert_false(is_there("c.yaml"));
}

/* --- as it is on the disk --- */

static void a_torn_tail_is_left_where_it_is(void **state) {
    struct folder *f = *state;
    struct sitting a = session(f, true), b = session(f, true);
    struct buffer text = {0};
    due(&b, "16:00", 31);
    put_session("b.yaml", &b);
    save_session(a.m, &text);
    buffer_text(&text, "- at: 2016-11-22T15:00:00.000+00:00\n  do: pro");
    put_file("a.yaml", text.bytes);
    assert_int_equal(MERGES("a.yaml", "b.yaml", "-o", "c.yaml"), EXIT_DONE);
    assert_non_null(strstr(said_err, "note: the last 45 bytes were torn by a crash and are left out"));
    assert_int_equal(events_of(f, "c.yaml"), 7);
    assert_file("a.yaml", text.bytes);
    buffer_free(&text);
}

static void a_session_that_is_open(void **state) {
    struct folder *f = *state;
    struct lock lock;
    struct session_holder holder;
    const char *why = NULL;
    put_copies(f);
    assert_int_equal(lock_take(".b.yaml.lock", &lock, &holder, f->arena, &why), LOCK_TAKEN);
    assert_int_equal(MERGES("a.yaml", "b.yaml", "-o", "c.yaml"), EXIT_DONE);
    lock_release(&lock);
    assert_string_equal(said_err, "candour: b.yaml is open in another candour: what is recorded there from now on is "
                                  "not in the result\n");
    assert_int_equal(events_of(f, "c.yaml"), 8);
}

/* A person's comments are carried where they can be, and named where they cannot. */
static void comments_of_a_person(void **state) {
    struct folder *f = *state;
    struct sitting a = session(f, false), b = session(f, false);
    struct buffer text = {0};
    note(&a, "14:00", "N1", "Ours");
    put_session("a.yaml", &a);
    save_session(b.m, &text);
    buffer_text(&text, "- at: 2016-11-22T14:01:00.000+00:00\n  do: note # by phone\n  id: N1\n  text: Theirs\n#\n");
    put_file("b.yaml", text.bytes);
    assert_int_equal(MERGES("a.yaml", "b.yaml", "-o", "c.yaml"), EXIT_DONE);
    assert_non_null(strstr(said_out, " was written anew: comments of your own in it are not carried.\n"));
    buffer_free(&text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        folder_test(what_both_changed_is_said),
        folder_test(lines_are_those_of_the_file),
        folder_test(new_codes_are_listed),
        folder_test(the_longer_of_two),
        folder_test(an_existing_file_is_never_written_over),
        folder_test(a_dash_is_standard_output),
        folder_test(it_wants_two_files_and_a_third_name),
        folder_test(two_clocks),
        folder_test(a_copy_with_nothing_but_its_clock),
        folder_test(what_cannot_both_stand),
        folder_test(two_meetings),
        folder_test(files_with_problems),
        folder_test(a_torn_tail_is_left_where_it_is),
        folder_test(a_session_that_is_open),
        folder_test(comments_of_a_person),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
