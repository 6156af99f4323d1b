/* `candour report`: where a document goes, what is said, and what is never done. */
#include <stdbool.h>

#include "candour/base/arena.h"
#include "candour/base/buffer.h"
#include "candour/format/report.h"
#include "candour/format/save.h"
#include "candour/shell/commands.h"
#include "candour/shell/help.h"
#include "candour/shell/input.h"
#include "shell_said.h"
#include "support/sitting.h"

#define REPORTS(...) called((const char *[]){"report", __VA_ARGS__, NULL})

/* Closed, with a challenge in which a name stands, and a restricted note. */
static void put_session(struct folder *f, const char *path, const char *after) {
    struct sitting s = sitting_open(f->arena);
    struct buffer text = {0};
    start(&s, "13:30", "I5");
    said(&s, "13:40", DO_CHALLENGE, &(struct challenge){.id = "C1", .by = "POL", .to = "EDU", .put = "Marmaduke?"});
    said(&s, "13:41", DO_NOTE, &(struct note){.id = "N1", .text = "Between us", .visibility = VISIBILITY_RESTRICTED});
    plain(&s, "14:00", DO_CLOSE);
    save_session(s.m, &text);
    buffer_text(&text, after);
    put_file(path, text.bytes);
    buffer_free(&text);
}

static void minutes_go_to_standard_output(void **state) {
    put_session(*state, "a.yaml", "");
    assert_int_equal(REPORTS("a.yaml"), EXIT_DONE);
    assert_int_equal(strncmp(said_out, "# Minutes: Extraordinary Board", 30), 0);
    assert_non_null(strstr(said_out, "> Marmaduke?"));
    assert_null(strstr(said_out, "Between us"));
    assert_string_equal(said_err, "");
    assert_int_equal(REPORTS("a.yaml", "-o", "-", "--format", "json"), EXIT_DONE);
    assert_int_equal(strncmp(said_out, "{\n  \"document\": \"minutes\"", 25), 0);
    assert_int_equal(REPORTS("a.yaml", "--restricted"), EXIT_DONE);
    assert_non_null(strstr(said_out, "Between us"));
}

static void a_file_is_made_whole_and_private(void **state) {
    put_session(*state, "a.yaml", "");
    assert_int_equal(REPORTS("a.yaml", "-o", "out.html"), EXIT_DONE);
    assert_string_equal(said_out, "The minutes are in out.html\n");
    assert_int_equal(mode_of("out.html"), 0600);
    assert_int_equal(REPORTS("a.yaml", "--as", "response", "-o", "response.txt"), EXIT_DONE);
    assert_string_equal(said_out, "The response is in response.txt\n");
    put_file("piped", "");
    assert_int_equal(REPORTS("a.yaml", "--as=response", "--format=md"), EXIT_DONE);
    assert_file("response.txt", said_out);
    assert_int_equal(names_with(".", "~", NULL), 0);
}

static void a_file_that_is_there_stays_as_it_is(void **state) {
    put_session(*state, "a.yaml", "");
    put_file("mine.md", "mine\n");
    assert_int_equal(REPORTS("a.yaml", "-o", "mine.md"), EXIT_USAGE);
    assert_non_null(strstr(said_err, "mine.md is there already, and is not written over"));
    assert_file("mine.md", "mine\n");
    assert_int_equal(symlink("elsewhere.md", "link.md"), 0);
    assert_int_equal(REPORTS("a.yaml", "-o", "link.md"), EXIT_USAGE);
    assert_false(is_there("elsewhere.md"));
    assert_int_equal(REPORTS("a.yaml", "-o", "a.yaml"), EXIT_USAGE);
}

static void a_disk_that_is_full_leaves_nothing(void **state) {
    put_session(*state, "a.yaml", "");
    assert_int_equal(REPORTS("a.yaml", "-o", "nowhere/out.md"), EXIT_SYSTEM);
    assert_non_null(strstr(said_err, "nowhere/out.md"));
    assert_int_equal(mkdir("folder", 0700), 0);
    assert_int_equal(REPORTS("a.yaml", "-o", "folder"), EXIT_USAGE);
    assert_int_equal(REPORTS("none.yaml"), EXIT_SYSTEM);
    assert_non_null(strstr(said_err, "none.yaml"));
}

static void a_form_a_kind_has_not_is_refused(void **state) {
    put_session(*state, "a.yaml", "");
    assert_int_equal(REPORTS("a.yaml", "--format", "csv"), EXIT_USAGE);
    assert_string_equal(said_err, "candour: minutes is not written as csv: choose md, html or json with --format\n");
    assert_int_equal(REPORTS("a.yaml", "--as", "response", "-o", "days.ics"), EXIT_USAGE);
    assert_false(is_there("days.ics"));
    assert_int_equal(REPORTS("a.yaml", "--format", "pdf"), EXIT_USAGE);
    assert_int_equal(REPORTS("a.yaml", "--as", "minuets"), EXIT_USAGE);
    assert_non_null(strstr(said_err, "--as wants minutes, "));
    assert_non_null(strstr(said_err, "did you mean 'minutes'?"));
    assert_int_equal(REPORTS("a.yaml", "--as", "response", "--restricted"), EXIT_USAGE);
    assert_non_null(strstr(said_err, "it is published"));
}

static void a_guarded_word_stays_in(void **state) {
    put_session(*state, "a.yaml", "");
    put_file("guard.txt", "Marmaduke\n");
    chmod("guard.txt", 0600);
    assert_int_equal(REPORTS("a.yaml", "--guard", "guard.txt", "-o", "out.md"), EXIT_PROBLEMS);
    assert_non_null(strstr(said_err, "'Marmaduke' is on the guard list, and would leave: C1, as put\n"));
    assert_non_null(strstr(said_err, "nothing was written"));
    assert_false(is_there("out.md"));
    assert_int_equal(REPORTS("a.yaml", "--guard", "guard.txt"), EXIT_PROBLEMS);
    assert_string_equal(said_out, "");
    assert_int_equal(REPORTS("a.yaml", "--guard", "guard.txt", "--as", "response"), EXIT_DONE);
    assert_int_equal(REPORTS("a.yaml", "--guard", "none.txt"), EXIT_SYSTEM);
}

static void the_usual_guard_list_is_asked_too(void **state) {
    struct folder *f = *state;
    put_session(f, "a.yaml", "");
    assert_int_equal(mkdir("candour", 0700), 0);
    put_file("candour/guard.txt", "# names\nMarmaduke\n");
    chmod("candour/guard.txt", 0600);
    setenv("XDG_CONFIG_HOME", f->path, 1);
    assert_int_equal(REPORTS("a.yaml"), EXIT_PROBLEMS);
    setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
}

static void an_agenda_and_a_broken_file_are_refused(void **state) {
    struct folder *f = *state;
    struct buffer text = {0};
    save_agenda(harrowmere_agenda(f->arena), &text);
    put_file("agenda.yaml", text.bytes);
    buffer_free(&text);
    assert_int_equal(REPORTS("agenda.yaml", "-o", "out.md"), EXIT_PROBLEMS);
    assert_non_null(strstr(said_err, "agenda.yaml is an agenda: nothing was said yet that could be reported"));
    put_session(f, "bad.yaml", "- at: 2016-11-22T15:00:00.000+00:00\n  do: dance\n#\n");
    assert_int_equal(REPORTS("bad.yaml", "-o", "out.md"), EXIT_PROBLEMS);
    assert_non_null(strstr(said_err, "bad.yaml:"));
    assert_false(is_there("out.md"));
}

static void a_torn_tail_is_said(void **state) {
    put_session(*state, "a.yaml", "- at: 2016-11-22T15:00:00.000+00:00\n  do: conf");
    assert_int_equal(REPORTS("a.yaml"), EXIT_DONE);
    assert_non_null(strstr(said_err, "its last event was cut short by a crash, and is not in the minutes"));
    assert_non_null(strstr(said_out, "DRAFT"));
}

static void help_says_every_kind(void **state) {
    (void)state;
    size_t count;
    const struct report_kind *kinds = report_kinds(&count);
    struct buffer out = {0};
    help_command(command_of_word("report"), &out);
    for (size_t i = 0; i < count; i++) {
        assert_non_null(strstr(out.bytes, kinds[i].name));
    }
    buffer_free(&out);
}

/* The keys of the outermost object, each in a line of its own. */
static void each_key_is_told(const char *json, const char *help) {
    char key[64];
    for (const char *at = json; (at = strstr(at, "\n  \"")) != NULL; at++) {
        size_t length = strcspn(at + 4, "\"");
        assert_in_range(length, 1, sizeof key - 1);
        memcpy(key, at + 4, length);
        key[length] = '\0';
        if (strstr(help, key) == NULL)
            fail_msg("help report does not tell of %s", key);
    }
}

static void help_tells_of_every_key(void **state) {
    struct buffer help = {0};
    put_session(*state, "a.yaml", "");
    help_command(command_of_word("report"), &help);
    assert_int_equal(REPORTS("a.yaml", "--format", "json"), EXIT_DONE);
    each_key_is_told(said_out, help.bytes);
    assert_int_equal(REPORTS("a.yaml", "--format", "json", "--as", "response"), EXIT_DONE);
    each_key_is_told(said_out, help.bytes);
    assert_int_equal(REPORTS("a.yaml", "--format", "json", "--as", "assessment"), EXIT_DONE);
    each_key_is_told(said_out, help.bytes);
    assert_int_equal(REPORTS("a.yaml", "--format", "json", "--as", "actions"), EXIT_DONE);
    each_key_is_told(said_out, help.bytes);
    assert_int_equal(REPORTS("a.yaml", "--format", "json", "--as", "agency:CSC"), EXIT_DONE);
    each_key_is_told(said_out, help.bytes);
    buffer_free(&help);
}

int main(void) {
    setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
    const struct CMUnitTest tests[] = {
        folder_test(minutes_go_to_standard_output),
        folder_test(a_file_is_made_whole_and_private),
        folder_test(a_file_that_is_there_stays_as_it_is),
        folder_test(a_disk_that_is_full_leaves_nothing),
        folder_test(a_form_a_kind_has_not_is_refused),
        folder_test(a_guarded_word_stays_in),
        folder_test(the_usual_guard_list_is_asked_too),
        folder_test(an_agenda_and_a_broken_file_are_refused),
        folder_test(a_torn_tail_is_said),
        folder_test(help_says_every_kind),
        folder_test(help_tells_of_every_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
