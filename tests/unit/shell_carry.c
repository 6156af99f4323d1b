/* `candour carry`: where the agenda goes, what is said, and what is never done. */
#include <stdbool.h>

#include "candour/base/arena.h"
#include "candour/format/save.h"
#include "candour/shell/commands.h"
#include "candour/shell/input.h"
#include "shell_said.h"
#include "support/sitting.h"

#define CARRIES(...) called((const char *[]){"carry", __VA_ARGS__, NULL})

/* Closed, with one open challenge. */
static void put_session(struct folder *f, const char *path) {
    struct sitting s = sitting_open(f->arena);
    struct buffer text = {0};
    start(&s, "13:30", "I5");
    said(&s, "13:40", DO_CHALLENGE, &(struct challenge){.id = "C1", .by = "POL", .to = "EDU", .put = "Marmaduke?"});
    plain(&s, "14:00", DO_CLOSE);
    save_session(s.m, &text);
    put_file(path, text.bytes);
    buffer_free(&text);
}

static void must_be_clean(struct folder *f, const char *path) {
    struct input input;
    assert_null(input_read(path, true, f->arena, &input));
    assert_int_equal(input.diags.errors, 0);
    assert_non_null(input.loaded.meeting);
    assert_false(input.loaded.session);
}

static void the_usual_name_is_never_taken_twice(void **state) {
    struct folder *f = *state;
    put_session(f, "a.yaml");
    assert_int_equal(CARRIES("a.yaml"), EXIT_DONE);
    assert_non_null(strstr(said_out, "The next agenda is in HMB-02-follow-up.yaml\n"));
    assert_non_null(strstr(said_out, "     1 open challenge\n"));
    /* opening 5, record 5, challenge 5, two drafts 10, six findings 60, eight items 120, more 10, end 5 */
    assert_non_null(strstr(said_out, " items, 220 minutes\n"));
    assert_string_equal(said_err,
                        "note: the items come to 220 minutes, and boards meet for two or three hours: drop some, "
                        "or meet twice\n");
    assert_int_equal(mode_of("HMB-02-follow-up.yaml"), 0600);
    must_be_clean(f, "HMB-02-follow-up.yaml");
    assert_int_equal(CARRIES("a.yaml"), EXIT_DONE);
    assert_non_null(strstr(said_out, "The next agenda is in HMB-02-follow-up-2.yaml\n"));
    must_be_clean(f, "HMB-02-follow-up-2.yaml");
    assert_int_equal(names_with(".", "~", NULL), 0);
}

static void a_named_file_is_never_written_over(void **state) {
    struct folder *f = *state;
    put_session(f, "a.yaml");
    put_file("mine.yaml", "mine\n");
    assert_int_equal(CARRIES("a.yaml", "-o", "mine.yaml"), EXIT_USAGE);
    assert_non_null(strstr(said_err, "mine.yaml is there already"));
    assert_file("mine.yaml", "mine\n");
    assert_int_equal(CARRIES("a.yaml", "--output=next.yaml"), EXIT_DONE);
    assert_int_equal(mode_of("next.yaml"), 0600);
    must_be_clean(f, "next.yaml");
    assert_int_equal(names_with(".", "follow-up", NULL), 0);
}

static void a_link_that_leads_nowhere_is_a_file_that_is_there(void **state) {
    struct folder *f = *state;
    put_session(f, "a.yaml");
    assert_int_equal(symlink("elsewhere.yaml", "link.yaml"), 0);
    assert_int_equal(CARRIES("a.yaml", "-o", "link.yaml"), EXIT_USAGE);
    assert_false(is_there("elsewhere.yaml"));
}

static void a_dash_is_standard_output(void **state) {
    struct folder *f = *state;
    put_session(f, "a.yaml");
    assert_int_equal(CARRIES("a.yaml", "-o", "-"), EXIT_DONE);
    put_file("piped.yaml", said_out);
    must_be_clean(f, "piped.yaml");
    assert_int_equal(names_with(".", "follow-up", NULL), 0);
}

static void a_folder_that_is_not_there(void **state) {
    struct folder *f = *state;
    put_session(f, "a.yaml");
    assert_int_equal(CARRIES("a.yaml", "-o", "no/such/next.yaml"), EXIT_SYSTEM);
    assert_non_null(strstr(said_err, "cannot write no/such/next.yaml: No such file or directory"));
}

/* Every problem of every session is named, and nothing is written. */
static void a_broken_session_stops_it(void **state) {
    struct folder *f = *state;
    put_session(f, "a.yaml");
    put_file("b.yaml", "candour: 1\nboard:\n  id: HSCB\n  nam: Harrowmere\n");
    put_file("c.yaml", "candour: 2\n");
    assert_int_equal(CARRIES("a.yaml", "b.yaml", "c.yaml"), EXIT_PROBLEMS);
    assert_non_null(strstr(said_err, "b.yaml:4:3: error: unknown key"));
    assert_non_null(strstr(said_err, "c.yaml:1:"));
    assert_string_equal(said_out, "");
    assert_int_equal(names_with(".", "follow-up", NULL), 0);
    assert_int_equal(CARRIES("a.yaml", "none.yaml"), EXIT_SYSTEM);
    assert_non_null(strstr(said_err, "cannot read none.yaml: No such file or directory"));
    assert_int_equal(CARRIES("a.yaml", "a.yaml"), EXIT_PROBLEMS);
    assert_non_null(strstr(said_err, "a.yaml: error: this is the same meeting as a.yaml"));
    assert_int_equal(names_with(".", "follow-up", NULL), 0);
}

static void an_agenda_is_no_session(void **state) {
    struct folder *f = *state;
    struct buffer text = {0};
    save_agenda(harrowmere_agenda(f->arena), &text);
    put_file("agenda.yaml", text.bytes);
    buffer_free(&text);
    assert_int_equal(CARRIES("agenda.yaml"), EXIT_PROBLEMS);
    assert_non_null(strstr(said_err, "agenda.yaml: error: nothing has happened in this meeting yet"));
}

static void a_torn_tail_is_said(void **state) {
    struct folder *f = *state;
    struct sitting s = sitting_open(f->arena);
    struct buffer text = {0};
    start(&s, "13:30", "I5");
    save_session(s.m, &text);
    buffer_text(&text, "- at: 2016-11-22T13:45:00.000+00:00\n  do: cl");
    put_file("a.yaml", text.bytes);
    buffer_free(&text);
    assert_int_equal(CARRIES("a.yaml"), EXIT_DONE);
    assert_non_null(strstr(said_err, "a.yaml: note: its last event was cut short by a crash and is not carried"));
}

static void a_guarded_word_is_not_carried(void **state) {
    struct folder *f = *state;
    put_session(f, "a.yaml");
    put_file("guard.txt", "marmaduke\n");
    assert_int_equal(chmod("guard.txt", 0600), 0);
    assert_int_equal(CARRIES("a.yaml", "--guard", "guard.txt"), EXIT_PROBLEMS);
    assert_non_null(strstr(said_err, "C1 of 22 Nov 2016"));
    assert_non_null(strstr(said_err, "nothing was written"));
    assert_int_equal(names_with(".", "follow-up", NULL), 0);
    put_file("guard.txt", "tamsin\n");
    assert_int_equal(CARRIES("a.yaml", "--guard", "guard.txt"), EXIT_DONE);
    assert_int_equal(CARRIES("a.yaml", "--guard", "none.txt"), EXIT_SYSTEM);
}

static void it_wants_a_session(void **state) {
    (void)state;
    assert_int_equal(called((const char *[]){"carry", NULL}), EXIT_USAGE);
    assert_int_equal(CARRIES("a.yaml", "--outpt", "b"), EXIT_USAGE);
    assert_non_null(strstr(said_err, "did you mean '--output'?"));
}

int main(void) {
    setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
    const struct CMUnitTest tests[] = {
        folder_test(the_usual_name_is_never_taken_twice),
        folder_test(a_named_file_is_never_written_over),
        folder_test(a_link_that_leads_nowhere_is_a_file_that_is_there),
        folder_test(a_dash_is_standard_output),
        folder_test(a_folder_that_is_not_there),
        folder_test(a_broken_session_stops_it),
        folder_test(an_agenda_is_no_session),
        folder_test(a_torn_tail_is_said),
        folder_test(a_guarded_word_is_not_carried),
        folder_test(it_wants_a_session),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
