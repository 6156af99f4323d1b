/* `candour check`: what it ends with, files it cannot take, and the guard list: each place of a guarded word, and only
 * of a list that is named. */
#include <stdbool.h>

#include "candour/base/arena.h"
#include "candour/format/load.h"
#include "candour/format/save.h"
#include "shell_said.h"
#include "support/sitting.h"

#define CHECKS(...) called((const char *[]){"check", __VA_ARGS__, NULL})

/* The board of the sitting; its words name Marmaduke twice, once with an escape. */
static void put_agenda(struct folder *f) {
    struct sitting s = sitting_open(f->arena);
    struct buffer text = {0};
    said(&s, "13:29", DO_NOTE, &(struct note){.id = "N1", .text = "Seen by marmaduke's aunt"});
    plain(&s, "14:00", DO_CLOSE);
    save_session(s.m, &text);
    buffer_text(&text, "# M\\u0061rmaduke\n");
    put_file("a.yaml", text.bytes);
    buffer_free(&text);
}

static void each_place_is_named(void **state) {
    put_agenda(*state);
    put_file("words.txt", "# names\n\nMarmaduke\n");
    assert_int_equal(chmod("words.txt", 0600), 0);
    assert_int_equal(CHECKS("a.yaml"), EXIT_DONE);
    assert_string_equal(said_err, "");
    assert_int_equal(CHECKS("--guard", "words.txt", "a.yaml"), EXIT_PROBLEMS);
    assert_non_null(strstr(said_err, "  text: Seen by marmaduke's aunt\n"));
    assert_non_null(strstr(said_err, ":17: error: 'Marmaduke' is on the guard list\n"));
    assert_non_null(strstr(said_err, ":3: error: 'Marmaduke' is on the guard list\n"));
    assert_non_null(strstr(said_err, "hint: write the child, mother, father, sibling, worker, or a code\n"));
    assert_string_equal(said_out, "");
}

static void a_clean_file_is_said_to_be_clean(void **state) {
    put_agenda(*state);
    put_file("words.txt", "Marma\nduke\n");
    assert_int_equal(chmod("words.txt", 0600), 0);
    assert_int_equal(CHECKS("--guard=words.txt", "a.yaml"), EXIT_DONE);
    assert_non_null(strstr(said_out, "a.yaml: no problems: a session"));
    assert_string_equal(said_err, "");
}

static void a_list_that_others_may_read_is_said(void **state) {
    put_agenda(*state);
    put_file("words.txt", "Marma\n");
    assert_int_equal(chmod("words.txt", 0644), 0);
    assert_int_equal(CHECKS("--guard=words.txt", "a.yaml"), EXIT_DONE);
    assert_non_null(strstr(said_err, "Others on this computer may read the guard list: chmod 600 words.txt"));
}

static void a_list_that_is_not_there_checks_nothing(void **state) {
    put_agenda(*state);
    assert_int_equal(CHECKS("--guard=nowhere.txt", "a.yaml"), EXIT_SYSTEM);
    assert_non_null(strstr(said_err, "nowhere.txt"));
    assert_string_equal(said_out, "");
}

static void a_broken_file_is_looked_through_too(void **state) {
    (void)state;
    put_file("words.txt", "Marmaduke\n");
    assert_int_equal(chmod("words.txt", 0600), 0);
    put_file("b.yaml", "candour: 1\nboard: [\nMarmaduke\n");
    assert_int_equal(CHECKS("--guard=words.txt", "b.yaml"), EXIT_PROBLEMS);
    assert_non_null(strstr(said_err, "b.yaml:3:1: error: 'Marmaduke' is on the guard list\n"));
}

/* --- what it ends with --- */

static void the_worst_of_several_files_counts(void **state) {
    put_agenda(*state);
    put_file("bad.yaml", "candour: 1\n");
    assert_int_equal(mkdir("folder", 0700), 0);
    assert_int_equal(mkfifo("pipe", 0600), 0);
    assert_int_equal(CHECKS("a.yaml", "bad.yaml", "a.yaml"), EXIT_PROBLEMS);
    assert_non_null(strstr(said_err, "bad.yaml:1:1: error: missing board in this file\n"));
    const char *first = strstr(said_out, "a.yaml: no problems");
    assert_non_null(strstr(first + 1, "a.yaml: no problems"));
    assert_int_equal(CHECKS("nowhere.yaml", "bad.yaml", "a.yaml"), EXIT_SYSTEM);
    assert_non_null(strstr(said_err, "cannot read nowhere.yaml: "));
    assert_non_null(strstr(said_out, "a.yaml: no problems"));
    assert_int_equal(CHECKS("folder"), EXIT_SYSTEM);
    assert_int_equal(CHECKS("pipe"), EXIT_SYSTEM);
}

static void a_file_over_the_limit_has_a_problem(void **state) {
    (void)state;
    put_file("large.yaml", "");
    assert_int_equal(truncate("large.yaml", (off_t)LOAD_FILE_MOST + 1), 0);
    assert_int_equal(CHECKS("large.yaml"), EXIT_PROBLEMS);
    assert_string_equal(said_err,
                        "large.yaml:1:1: error: over a limit: more than 64 MiB\nhint: is it a meeting file?\n");
}

/* By a name that looks harmless: the words of the path are all below the folder. */
static void an_include_leads_out_by_a_link(void **state) {
    struct folder *f = *state;
    put_agenda(f);
    assert_int_equal(mkdir("in", 0700), 0);
    assert_int_equal(symlink("../a.yaml", "in/board.yaml"), 0);
    assert_int_equal(symlink("..", "in/up"), 0);
    put_file("in/b.yaml", "candour: 1\ninclude:\n- board.yaml\n- up/a.yaml\n");
    assert_int_equal(CHECKS("in/b.yaml"), EXIT_PROBLEMS);
    assert_non_null(strstr(said_err, "in/b.yaml:3:3: error: cannot include 'board.yaml': in/board.yaml leads out of"));
    assert_non_null(strstr(said_err, "in/b.yaml:4:3: error: cannot include 'up/a.yaml': in/up/a.yaml leads out of"));
    assert_null(strstr(said_err, "in/a.yaml"));
}

static void what_cannot_be_said_is_a_failure(void **state) {
    put_agenda(*state);
    if (access("/dev/full", W_OK) != 0)
        skip();
    fflush(stdout);
    int kept = redirect(stdout, "/dev/full");
    struct given given = {.operands = (char *[]){(char[]){"a.yaml"}}, .count = 1};
    enum exit_status status = command_check(&given);
    put_back(stdout, kept);
    clearerr(stdout);
    assert_int_equal(status, EXIT_SYSTEM);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_place_is_named, folder_begin, folder_end),
        cmocka_unit_test_setup_teardown(a_clean_file_is_said_to_be_clean, folder_begin, folder_end),
        cmocka_unit_test_setup_teardown(a_list_that_others_may_read_is_said, folder_begin, folder_end),
        cmocka_unit_test_setup_teardown(a_list_that_is_not_there_checks_nothing, folder_begin, folder_end),
        cmocka_unit_test_setup_teardown(a_broken_file_is_looked_through_too, folder_begin, folder_end),
        cmocka_unit_test_setup_teardown(the_worst_of_several_files_counts, folder_begin, folder_end),
        cmocka_unit_test_setup_teardown(a_file_over_the_limit_has_a_problem, folder_begin, folder_end),
        cmocka_unit_test_setup_teardown(an_include_leads_out_by_a_link, folder_begin, folder_end),
        cmocka_unit_test_setup_teardown(what_cannot_be_said_is_a_failure, folder_begin, folder_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
