/* `candour` alone where there is no terminal: which files are listed, as what, and that nothing else is looked at. The
 * agendas in the program are those of the repository. Whether examples are installed here does not matter.
 */
#include "candour/base/arena.h"
#include "candour/shell/built_in.h"
#include "shell_said.h"

#define AGENDA(title)                                                                                                  \
    "candour: 1\nboard:\n  id: HSCB\n  name: Board\nreview:\n  id: HMB-02\n  title: Review\nmeeting:\n  title: " title \
    "\n  date: 2017-03-05\nagencies:\n- id: CSC\n  name: Care\nfindings:\n- id: F1\n  title: Finding\nagenda:\n"       \
    "- id: I1\n  title: Opening\n  minutes: 10\n  purpose: information\n"

#define ROW(title, path) "  agenda        2017-03-05  HSCB HMB-02  " title "  " path "\n"

static void home_says(const char *first) {
    assert_int_equal(called((const char *[]){"home", NULL}), EXIT_DONE);
    assert_string_equal(said_err, "");
    if (strncmp(said_out, first, strlen(first)) != 0) {
        assert_string_equal(said_out, first);
    }
    assert_non_null(strstr(said_out, "scr-response.yaml\n")); /* of the examples */
    assert_non_null(strstr(said_out, "\n'candour run FILE' opens a meeting"));
}

static void with_nothing_there_are_the_examples(void **state) {
    (void)state;
    home_says("Begin here\n  example       no date     HSCB HMB-02  Extraordinary Board: response to SCR HMB-02  ");
    assert_non_null(strstr(said_out, "\n  template      "));
}

static void of_this_folder_only_what_is_ours_is_listed(void **state) {
    (void)state;
    put_file("b.yaml", AGENDA("B"));
    put_file("a.yml", "\xef\xbb\xbf" AGENDA("A"));
    put_file("-c.YAML", "# first a remark\n" AGENDA("C"));
    put_file("compose.yaml", "services: {}\n");
    put_file("quoted.yaml", "words: 'not a candour: key'\n");
    put_file("empty.yaml", "");
    put_file(".hidden.yaml", AGENDA("Hidden"));
    put_file("notes.txt", AGENDA("Notes"));
    assert_int_equal(mkdir("deep", 0700), 0);
    put_file("deep/d.yaml", AGENDA("Deep"));
    assert_int_equal(mkdir("folder.yaml", 0700), 0);
    assert_int_equal(mkfifo("pipe.yaml", 0600), 0);
    assert_int_equal(symlink("nowhere", "link.yaml"), 0);
    home_says("Agendas\n" ROW("C", "./-c.YAML") ROW("A", "a.yml") ROW("B", "b.yaml") "  template      ");
    assert_null(strstr(said_out, "compose"));
    assert_null(strstr(said_out, "quoted"));
    assert_null(strstr(said_out, "empty"));
    assert_null(strstr(said_out, "Hidden"));
    assert_null(strstr(said_out, "Notes"));
    assert_null(strstr(said_out, "Deep"));
    assert_null(strstr(said_out, "pipe"));
    assert_null(strstr(said_out, "link"));
}

static void folders_of_ones_own_are_listed_whatever_is_in_them(void **state) {
    (void)state;
    assert_int_equal(mkdir("agendas", 0700), 0);
    assert_int_equal(mkdir("agendas/old", 0700), 0);
    assert_int_equal(mkdir("sessions", 0700), 0);
    put_file("agendas/old/a.yaml", AGENDA("Old"));
    put_file("agendas/template.yaml", AGENDA("Our own"));
    put_file("agendas/wrong.yaml", "wrong: yes\n");
    put_file("sessions/agenda.yaml", AGENDA("Here too"));
    assert_int_equal(symlink("nowhere", "sessions/gone.yaml"), 0);
    home_says("Agendas\n" ROW("Here too", "sessions/agenda.yaml") ROW(
        "Old", "agendas/old/a.yaml") "  template      agendas/template.yaml\nFiles with problems\n"
                                     "  unread        cannot read sessions/gone.yaml: No such file or directory\n"
                                     "  problem       agendas/wrong.yaml:1:1: ");
}

/* Control characters in a name are shown, never sent. */
static void names_are_text(void **state) {
    (void)state;
    put_file("a\033[2Jb.yaml", AGENDA("A"));
    assert_int_equal(called((const char *[]){"home", NULL}), EXIT_DONE);
    assert_null(strchr(said_out, '\033'));
    assert_non_null(strstr(said_out, "[2Jb.yaml"));
}

static void what_is_built_in_is_read_like_a_file(void **state) {
    (void)state;
    assert_int_equal(called((const char *[]){"check", BUILT_IN "template.yaml", BUILT_IN "scr-response.yaml", NULL}),
                     EXIT_DONE);
    assert_int_equal(called((const char *[]){"check", BUILT_IN "none.yaml", NULL}), EXIT_SYSTEM);
    assert_non_null(strstr(said_err, "cannot read " BUILT_IN "none.yaml"));
    assert_null(built_in_find("template.yaml"));
}

static void what_is_built_in_is_what_is_installed(void **state) {
    (void)state;
    char path[64];
    static char bytes[65536];
    assert_true(built_in_count >= 2);
    for (size_t i = 0; i < built_in_count; i++) {
        snprintf(path, sizeof path, "agendas/%s", built_in_list[i].name);
        FILE *file = fopen(path, "re");
        if (file == NULL) {
            fail_msg("cannot read %s (run from the root of the repository)", path);
        }
        size_t length = fread(bytes, 1, sizeof bytes, file);
        fclose(file);
        assert_int_equal(length, built_in_list[i].length);
        assert_memory_equal(bytes, built_in_list[i].bytes, length);
    }
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown(test, folder_begin, folder_end)

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_built_in_is_what_is_installed),
        IN_FOLDER(with_nothing_there_are_the_examples),
        IN_FOLDER(of_this_folder_only_what_is_ours_is_listed),
        IN_FOLDER(folders_of_ones_own_are_listed_whatever_is_in_them),
        IN_FOLDER(names_are_text),
        IN_FOLDER(what_is_built_in_is_read_like_a_file),
    };
    return cmocka_run_group_tests_name("home as text", tests, NULL, NULL);
}
