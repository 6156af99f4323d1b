/* `candour check --guard`: each place of a guarded word, and only of a list that is named. */
#include <stdbool.h>

#include "candour/base/arena.h"
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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_place_is_named, folder_begin, folder_end),
        cmocka_unit_test_setup_teardown(a_clean_file_is_said_to_be_clean, folder_begin, folder_end),
        cmocka_unit_test_setup_teardown(a_list_that_others_may_read_is_said, folder_begin, folder_end),
        cmocka_unit_test_setup_teardown(a_list_that_is_not_there_checks_nothing, folder_begin, folder_end),
        cmocka_unit_test_setup_teardown(a_broken_file_is_looked_through_too, folder_begin, folder_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
