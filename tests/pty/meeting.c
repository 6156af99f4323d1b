/* A meeting in the real program: recorded, killed, gone on with; nothing is ever lost. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <cmocka.h>

#include "scene.h"

static const char *build;

static int begin(void **state) {
    *state = scene_room(build);
    return 0;
}

static int end(void **state) {
    room_free(*state);
    return 0;
}

static void die(struct terminal *terminal) {
    terminal_signal(terminal, SIGKILL);
    int status = terminal_wait_end(terminal);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), SIGKILL);
    terminal_free(terminal);
}

static void is_in_file(const struct room *room, const char *path, const char *text) {
    char *bytes = room_read(room, path);
    assert_non_null(bytes);
    if (strstr(bytes, text) == NULL) {
        fail_msg("not in %s: %s", path, text);
    }
    free(bytes);
}

static mode_t mode_of(const struct room *room, const char *name) {
    char path[2 * ROOM_PATH];
    struct stat status;
    snprintf(path, sizeof path, "%s/%s", room->folder, name);
    assert_int_equal(stat(path, &status), 0);
    return status.st_mode & 0777;
}

/* Runs the agenda again and goes on with what was left. */
static struct terminal *again(struct room *room) {
    const char *const argv[] = {NULL, "run", AGENDA, NULL};
    struct terminal *terminal = terminal_start(room, 24, 80, argv);
    terminal_wait(terminal, "Go on with it? [Y/n]");
    assert_true(terminal_shows(terminal, SESSION));
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "Enter go on with the meeting");
    terminal_type(terminal, "\r");
    return terminal;
}

static void kill_9_and_everything_is_there(void **state) {
    struct room *room = *state;
    struct terminal *terminal = scene_running(room);
    scene_record(terminal);
    die(terminal);
    is_in_file(room, SESSION, "do: challenge");
    is_in_file(room, SESSION, "Wer ließt – 誰が読む?");
    is_in_file(room, SESSION, "due: 2017-03-31");
    assert_int_equal(mode_of(room, SESSION), 0600);
    assert_int_equal(mode_of(room, "sessions"), 0700);
    scene_check(room, SESSION);

    terminal = again(room);
    terminal_wait(terminal, "Going on with I1");
    assert_true(terminal_shows(terminal, "1 challenge, 1 open"));
    assert_true(terminal_shows(terminal, "1 agreement, dated"));
    assert_true(terminal_shows(terminal, "C1 NPS > MHT OPEN"));
    scene_adjourn(terminal);
    assert_true(terminal_shows(terminal, "Kept in " SESSION));
    assert_false(room_has(room, LOCK));
    is_in_file(room, SESSION, "outcome:\n");
    is_in_file(room, SESSION, "status: adjourned");
    scene_check(room, SESSION);
    terminal_free(terminal);
}

static void an_adjourned_meeting_goes_on(void **state) {
    struct room *room = *state;
    struct terminal *terminal = scene_running(room);
    scene_record(terminal);
    scene_adjourn(terminal);
    terminal_free(terminal);
    const char *const argv[] = {NULL, "run", SESSION, NULL};
    terminal = terminal_start(room, 24, 80, argv);
    terminal_wait(terminal, "Adjourned");
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "The meeting goes on; the clock is paused");
    is_in_file(room, SESSION, "do: reopen");
    scene_adjourn(terminal);
    scene_check(room, SESSION);
    terminal_free(terminal);
}

static void half_typed_words_are_offered_back(void **state) {
    struct room *room = *state;
    struct terminal *terminal = scene_running(room);
    terminal_type(terminal, "cpol\rhea");
    terminal_wait(terminal, "hea");
    terminal_type(terminal, "\x7f\x7f\x7f"
                            "edu\rEarly help had the words of the child");
    terminal_wait(terminal, "of the child");
    terminal_pass(terminal, 1100); /* at most a second after the first unkept key */
    terminal_wait_in_file(terminal, DRAFT, "Early help had the words of the child");
    assert_int_equal(mode_of(room, DRAFT), 0600);
    die(terminal);

    terminal = again(room);
    terminal_wait(terminal, "Something was left half-typed");
    assert_true(terminal_shows(terminal, "Half-typed challenge"));
    assert_true(terminal_shows(terminal, "Early help had the words of the child"));
    terminal_pass(terminal, 600);
    terminal_type(terminal, "y");
    terminal_wait(terminal, "Taken up where it was left");
    assert_true(terminal_shows(terminal, "EDU  Education and Early"));
    terminal_type(terminal, "\x13"); /* Ctrl-S */
    terminal_wait(terminal, "C1 recorded");
    terminal_wait_file(terminal, DRAFT, false);
    is_in_file(room, SESSION, "put: Early help had the words of the child");
    scene_adjourn(terminal);
    terminal_free(terminal);
}

static void words_are_kept_when_told_to_leave(void **state) {
    struct room *room = *state;
    struct terminal *terminal = scene_running(room);
    terminal_type(terminal, "nNot yet a sec");
    terminal_wait(terminal, "Not yet a sec");
    assert_false(room_has(room, DRAFT));
    terminal_signal(terminal, SIGTERM);
    int status = terminal_wait_end(terminal);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 128 + SIGTERM);
    is_in_file(room, DRAFT, "Not yet a sec");
    assert_true(terminal_shows(terminal, "Kept in " SESSION));
    assert_false(terminal->alternate);
    assert_false(room_has(room, LOCK));
    scene_check(room, SESSION);
    terminal_free(terminal);
}

static void words_are_kept_when_the_line_is_lost(void **state) {
    struct room *room = *state;
    struct terminal *terminal = scene_running(room);
    terminal_type(terminal, "nThe line will be cut he");
    terminal_wait(terminal, "be cut he");
    terminal_hang_up(terminal);
    int status = terminal_wait_end(terminal);
    assert_int_equal(status, (128 + SIGHUP) << 8);
    is_in_file(room, DRAFT, "The line will be cut he");
    assert_false(room_has(room, LOCK));
    scene_check(room, SESSION);
    terminal_free(terminal);
}

/* A stopped program, and time that passes meanwhile, is what a suspend looks like from inside. */
static void a_hole_in_the_clock_is_asked_about(void **state) {
    struct room *room = *state;
    struct terminal *terminal = scene_running(room);
    terminal_pass(terminal, 60 * 1000);
    terminal_wait(terminal, "The clock has a hole"); /* waking a minute late is one already */
    terminal_pass(terminal, 600);
    terminal_type(terminal, "g");
    terminal_wait(terminal, "The meeting went on");
    is_in_file(room, SESSION, "do: gap");

    terminal_signal(terminal, SIGSTOP);
    terminal_wait_stopped(terminal);
    terminal_pass(terminal, 5 * 60 * 1000);
    terminal_wait(terminal, "The clock has a hole");
    assert_true(terminal_shows(terminal, "for 5 min"));
    terminal_pass(terminal, 600);
    terminal_type(terminal, "s");
    terminal_wait(terminal, "The meeting stopped: 5 min are not counted");
    scene_adjourn(terminal);
    scene_check(room, SESSION);
    terminal_free(terminal);
}

static void a_short_stop_is_not_asked_about(void **state) {
    struct room *room = *state;
    struct terminal *terminal = scene_running(room);
    terminal_signal(terminal, SIGSTOP);
    terminal_wait_stopped(terminal);
    terminal_pass(terminal, 19 * 1000);
    terminal_wait(terminal, "█▀█ ▄ █ █ ▀▀█"); /* the upper row of 9:42: the item began a millisecond after 13:28 */
    assert_false(terminal_shows(terminal, "The clock has a hole"));
    scene_adjourn(terminal);
    terminal_free(terminal);
}

static void a_second_program_is_refused(void **state) {
    struct room *room = *state;
    struct terminal *terminal = scene_running(room);
    pid_t pid = terminal_holder(terminal, LOCK);
    assert_int_equal(pid, terminal->pid);
    char said[64];
    snprintf(said, sizeof said, "process %ld on", (long)pid);
    const char *const sessions[] = {AGENDA, SESSION};
    for (size_t i = 0; i < 2; i++) {
        const char *const argv[] = {NULL, "run", sessions[i], NULL};
        struct terminal *second = terminal_start(room, 24, 200, argv);
        int status = terminal_wait_end(second);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 3);
        assert_true(terminal_shows(second, "is open in another candour"));
        assert_true(terminal_shows(second, said));
        terminal_free(second);
    }
    scene_record(terminal);
    scene_adjourn(terminal);
    scene_check(room, SESSION);
    terminal_free(terminal);
}

static void a_torn_tail_is_cut_and_said(void **state) {
    struct room *room = *state;
    struct terminal *terminal = scene_running(room);
    scene_record(terminal);
    die(terminal);
    char path[2 * ROOM_PATH];
    snprintf(path, sizeof path, "%s/" SESSION, room->folder);
    FILE *out = fopen(path, "ab");
    assert_non_null(out);
    fputs("- at: 2016-11-22T13:30:00.000+00:00\n  do: note\n  id: N1\n  text: half a no", out);
    fclose(out);
    const char *const argv[] = {NULL, "run", SESSION, NULL};
    terminal = terminal_start(room, 24, 100, argv);
    terminal_wait(terminal, "A crash had cut the last event short");
    assert_true(room_has(room, SESSION ".torn-*"));
    is_in_file(room, SESSION ".torn-*", "half a no");
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "Going on with I1");
    terminal_type(terminal, "nA whole note\r");
    terminal_wait(terminal, "N1 recorded");
    scene_adjourn(terminal);
    scene_check(room, SESSION);
    terminal_free(terminal);
}

static void a_closed_meeting_is_taken_up_again(void **state) {
    struct room *room = *state;
    struct terminal *terminal = scene_running(room);
    scene_record(terminal);
    terminal_type(terminal, ":close\r");
    terminal_wait(terminal, "Close the meeting?");
    terminal_pass(terminal, 600);
    terminal_type(terminal, "y");
    assert_int_equal(WEXITSTATUS(terminal_wait_end(terminal)), 0);
    terminal_free(terminal);
    const char *const argv[] = {NULL, "run", SESSION, NULL};
    char *before = room_read(room, SESSION);
    terminal = terminal_start(room, 24, 80, argv);
    terminal_wait(terminal, "Take the meeting up again? [y/N]");
    terminal_type(terminal, "\r");
    assert_int_equal(WEXITSTATUS(terminal_wait_end(terminal)), 0);
    assert_true(terminal_shows(terminal, "Nothing was opened."));
    char *after = room_read(room, SESSION);
    assert_string_equal(before, after);
    terminal_free(terminal);
    terminal = terminal_start(room, 24, 80, argv);
    terminal_wait(terminal, "Take the meeting up again? [y/N]");
    terminal_type(terminal, "y\r");
    terminal_wait(terminal, "Enter take it up again");
    assert_true(terminal_shows(terminal, "The meeting was closed: opening it takes it up again"));
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "The meeting goes on; the clock is paused");
    is_in_file(room, SESSION, "do: reopen");
    terminal_type(terminal, " ");
    terminal_wait_not(terminal, "PAUSED");
    scene_adjourn(terminal);
    is_in_file(room, SESSION, "status: adjourned");
    scene_check(room, SESSION);
    free(before);
    free(after);
    terminal_free(terminal);
}

static void a_confirmed_meeting_is_not_run_again(void **state) {
    struct room *room = *state;
    room_copy(room, "tests/cases/harrowmere.session.yaml", "confirmed.yaml");
    char path[2 * ROOM_PATH];
    snprintf(path, sizeof path, "%s/confirmed.yaml", room->folder);
    FILE *file = fopen(path, "ae");
    assert_non_null(file);
    fputs("- at: 2016-12-06T10:00:00.000+00:00\n  do: confirm\n", file);
    fclose(file);
    char *before = room_read(room, "confirmed.yaml");
    const char *const argv[] = {NULL, "run", "confirmed.yaml", NULL};
    struct terminal *terminal = terminal_start(room, 24, 80, argv);
    int status = terminal_wait_end(terminal);
    assert_int_equal(WEXITSTATUS(status), 1);
    assert_true(terminal_shows(terminal, "confirmed.yaml is confirmed"));
    assert_true(terminal_shows(terminal, "candour review confirmed.yaml"));
    char *after = room_read(room, "confirmed.yaml");
    assert_string_equal(before, after);
    free(before);
    free(after);
    terminal_free(terminal);
}

static void declining_what_was_left_opens_another(void **state) {
    struct room *room = *state;
    struct terminal *terminal = scene_running(room);
    scene_adjourn(terminal);
    terminal_free(terminal);
    const char *const argv[] = {NULL, "run", AGENDA, NULL};
    terminal = terminal_start(room, 24, 80, argv);
    terminal_wait(terminal, "Go on with it? [Y/n]");
    terminal_type(terminal, "n\r");
    terminal_wait(terminal, "Enter open the meeting");
    assert_true(terminal_shows(terminal, "sessions/2016-11-22-HMB-02-2.yaml"));
    terminal_type(terminal, "q");
    assert_int_equal(WEXITSTATUS(terminal_wait_end(terminal)), 0);
    assert_true(terminal_shows(terminal, "Nothing was recorded"));
    assert_false(room_has(room, "sessions/2016-11-22-HMB-02-2.yaml"));
    terminal_free(terminal);
}

static void another_file_is_named_and_never_overwritten(void **state) {
    struct room *room = *state;
    const char *const argv[] = {NULL, "run", AGENDA, "-o", "here/mine.yaml", NULL};
    struct terminal *terminal = terminal_start(room, 24, 80, argv);
    terminal_wait(terminal, "here/mine.yaml");
    scene_open(terminal);
    scene_adjourn(terminal);
    assert_true(terminal_shows(terminal, "Kept in here/mine.yaml"));
    terminal_free(terminal);
    const char *const over[] = {NULL, "run", AGENDA, "-o", AGENDA, NULL};
    char *before = room_read(room, AGENDA);
    terminal = terminal_start(room, 24, 200, over);
    assert_int_equal(WEXITSTATUS(terminal_wait_end(terminal)), 2);
    assert_true(terminal_shows(terminal, "never overwritten"));
    char *after = room_read(room, AGENDA);
    assert_string_equal(before, after);
    free(before);
    free(after);
    terminal_free(terminal);
}

static void a_long_text_goes_to_the_editor(void **state) {
    struct room *room = *state;
    room->env[0] = "EDITOR=sed -i s/draft/EDITED/";
    room->env[1] = "VISUAL=";
    struct terminal *terminal = scene_running(room);
    terminal_type(terminal, "nThe draft of a note\x05"); /* Ctrl-E */
    terminal_wait(terminal, "The EDITED of a note");
    assert_false(room_has(room, "sessions/.*edit*"));
    terminal_type(terminal, "\x13");
    terminal_wait(terminal, "N1 recorded");
    is_in_file(room, SESSION, "text: The EDITED of a note");
    scene_adjourn(terminal);
    terminal_free(terminal);
}

static void an_editor_that_fails_changes_nothing(void **state) {
    struct room *room = *state;
    room->env[0] = "VISUAL=false";
    struct terminal *terminal = scene_running(room);
    terminal_type(terminal, "nWords that stay\x05");
    terminal_wait(terminal, "the text is as it was");
    assert_true(terminal_shows(terminal, "Words that stay"));
    assert_false(room_has(room, "sessions/.*edit*"));
    terminal_type(terminal, "\x13");
    terminal_wait(terminal, "N1 recorded");
    scene_adjourn(terminal);
    terminal_free(terminal);
}

static void put_script(const struct room *room, const char *name, const char *text) {
    char path[2 * ROOM_PATH];
    snprintf(path, sizeof path, "%s/%s", room->folder, name);
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    fprintf(out, "#!/bin/sh\n%s", text);
    assert_int_equal(fclose(out), 0);
    assert_int_equal(chmod(path, 0700), 0);
}

/* Nothing is blocked or ignored in the editor, and its file is nobody else's to read. The C library keeps signals 32
 * and 33 to itself: a make that was built to start programs its own way has them ignored, and nobody can change that.
 */
static void the_editor_gets_a_clean_start(void **state) {
    struct room *room = *state;
    room->env[0] = "EDITOR=./editor";
    put_script(
        room, "editor",
        "for set in Blk Ign; do echo $set $((0x$(sed -n \"s/^Sig$set:[^0-9a-f]*//p\" /proc/$$/status) & 0x7fffffff))\n"
        "done >signals\nstat -c %a \"$1\" >mode\necho \"$1\" >name\necho Seen >>\"$1\"\n");
    struct terminal *terminal = scene_running(room);
    terminal_type(terminal, "nWords\x05");
    terminal_wait(terminal, "Seen"); /* the form has the terminal again */
    terminal_type(terminal, "\x13");
    terminal_wait(terminal, "N1 recorded");
    is_in_file(room, "signals", "Blk 0\n");
    is_in_file(room, "signals", "Ign 0\n");
    is_in_file(room, "mode", "600");
    is_in_file(room, "name", "sessions/.2016-11-22-HMB-02.yaml.edit.txt");
    scene_adjourn(terminal);
    terminal_free(terminal);
}

static void words_left_in_the_editor_are_pointed_out(void **state) {
    struct room *room = *state;
    room->env[0] = "EDITOR=./editor";
    put_script(room, "editor", "echo half an hour of words >\"$1\"\necho here >here\nread line\n");
    struct terminal *terminal = scene_running(room);
    terminal_type(terminal, "nWords\x05");
    terminal_wait_file(terminal, "here", true);
    die(terminal);
    const char *const argv[] = {NULL, "run", SESSION, NULL};
    terminal = terminal_start(room, 24, 200, argv);
    terminal_wait(terminal, "A text that was in the editor is in sessions/.2016-11-22-HMB-02.yaml.edit.txt");
    is_in_file(room, "sessions/.*.edit.txt", "half an hour of words");
    terminal_type(terminal, "q");
    terminal_wait_end(terminal);
    terminal_free(terminal);
}

static void a_clock_that_was_set_is_said_and_not_followed(void **state) {
    struct room *room = *state;
    struct terminal *terminal = scene_running(room);
    room->clock->wall += 60 * 60 * 1000;
    terminal_pass(terminal, 1000);
    terminal_wait(terminal, "This computer's clock was put forward by 60 min");
    assert_false(terminal_shows(terminal, "The clock has a hole"));
    assert_true(strstr(terminal_row(terminal, 0), "13:28") != NULL);
    scene_adjourn(terminal);
    is_in_file(room, SESSION, "- at: 2016-11-22T13:28:01.600+00:00\n  do: adjourn");
    terminal_free(terminal);
}

static void words_that_must_not_be_recorded_are_known(void **state) {
    struct room *room = *state;
    put_script(room, "words.txt", "Amelia\n");
    char path[2 * ROOM_PATH];
    snprintf(path, sizeof path, "%s/words.txt", room->folder);
    assert_int_equal(chmod(path, 0644), 0);
    const char *const argv[] = {NULL, "run", "--guard", "words.txt", AGENDA, NULL};
    struct terminal *terminal = terminal_start(room, 24, 80, argv);
    terminal_wait(terminal, "chmod 600 words.txt");
    terminal_free(terminal);
}

int main(int argc, char **argv) {
    build = argc > 1 ? argv[1] : "build/release";
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(kill_9_and_everything_is_there),
        TEST(an_adjourned_meeting_goes_on),
        TEST(half_typed_words_are_offered_back),
        TEST(words_are_kept_when_told_to_leave),
        TEST(words_are_kept_when_the_line_is_lost),
        TEST(a_hole_in_the_clock_is_asked_about),
        TEST(a_short_stop_is_not_asked_about),
        TEST(a_second_program_is_refused),
        TEST(a_torn_tail_is_cut_and_said),
        TEST(a_closed_meeting_is_taken_up_again),
        TEST(a_confirmed_meeting_is_not_run_again),
        TEST(declining_what_was_left_opens_another),
        TEST(another_file_is_named_and_never_overwritten),
        TEST(a_long_text_goes_to_the_editor),
        TEST(an_editor_that_fails_changes_nothing),
        TEST(the_editor_gets_a_clean_start),
        TEST(words_left_in_the_editor_are_pointed_out),
        TEST(a_clock_that_was_set_is_said_and_not_followed),
        TEST(words_that_must_not_be_recorded_are_known),
    };
    return cmocka_run_group_tests_name("meeting", tests, NULL, NULL);
}
