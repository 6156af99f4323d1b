/* `candour` alone in the real program: from nothing to a running meeting and back, and what else is opened from there.
 *
 * Whether examples are installed on the machine that runs this does not matter.
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "scene.h"

#define NEW "agendas/our-meeting.yaml"
#define KEPT "sessions/2016-11-22-OUR-01.yaml"

/* An editor that makes a mistake the first time, and mends it the second; called like one that takes a line. */
static const char EDITOR[] = "#!/bin/sh\n"
                             "case $1 in +*) echo \"$1\" >line; shift;; esac\n"
                             "if [ -e once ]; then sed 's/^  minutes: ten$/  minutes: 10/' \"$1\" >edited\n"
                             "else : >once; sed 's/^  minutes: 10$/  minutes: ten/' \"$1\" >edited; fi\n"
                             "cat edited >\"$1\"\n";

static const char *build;

static void write_in(const struct room *room, const char *name, const char *text) {
    char path[2 * ROOM_PATH];
    room_path(room, name, path);
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    assert_true(fputs(text, out) >= 0);
    assert_int_equal(fclose(out), 0);
}

static int begin(void **state) {
    struct room *room = room_new(build, true);
    char path[2 * ROOM_PATH];
    room->env[0] = "VISUAL=./vi";
    write_in(room, "vi", EDITOR);
    room_path(room, "vi", path);
    assert_int_equal(chmod(path, 0700), 0);
    *state = room;
    return 0;
}

static int end(void **state) {
    room_free(*state);
    return 0;
}

static struct terminal *home(struct room *room) {
    const char *const argv[] = {NULL, NULL};
    struct terminal *terminal = terminal_start(room, 24, 80, argv);
    terminal_wait(terminal, "[1 Home]");
    return terminal;
}

static void ends(struct terminal *terminal, int expected) {
    terminal_ends(terminal, expected);
    assert_false(terminal->alternate);
    terminal_free(terminal);
}

static void has_mode(const struct room *room, const char *name, mode_t mode) {
    char path[2 * ROOM_PATH];
    struct stat status;
    room_path(room, name, path);
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_mode & 0777, mode);
}

static void leave_by_adjourning(struct terminal *terminal) {
    terminal_type(terminal, "q");
    terminal_wait(terminal, "Leave?");
    terminal_pass(terminal, 600); /* a question takes no key at once */
    terminal_type(terminal, "a");
    terminal_wait(terminal, "[1 Home]");
}

/* A template copied, a mistake made in the editor, mended where it is, opened, left: the session comes first. */
static void a_newcomer_comes_to_a_running_meeting(void **state) {
    struct room *room = *state;
    struct terminal *terminal = home(room);
    terminal_wait(terminal, "Begin here");
    terminal_wait(terminal, "Enter rehearses it: nothing is written.");
    terminal_type(terminal, "n");
    terminal_wait(terminal, "Name: agendas/our-meeting.yaml");
    assert_false(room_has(room, "agendas"));
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "[Problems of " NEW "]");
    terminal_wait(terminal, "'minutes' is not a number of minutes: 'ten'");
    has_mode(room, "agendas", 0700);
    has_mode(room, NEW, 0600);
    assert_false(room_has(room, "line"));
    terminal_type(terminal, "\r");
    terminal_wait(terminal, NEW " is in order");
    terminal_wait(terminal, "1 agenda");
    char *line = room_read(room, "line");
    assert_string_equal(line, "+119\n"); /* the first minutes of the template */
    free(line);
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "Enter open the meeting");
    assert_false(room_has(room, KEPT));
    scene_open(terminal);
    leave_by_adjourning(terminal);
    terminal_wait(terminal, "Kept in " KEPT);
    terminal_wait(terminal, "1 not over, 1 agenda");
    assert_int_equal(strncmp(terminal_row(terminal, 3), " adjourned     2027-02-08 OSCB OUR-01", 37), 0);
    assert_int_equal(terminal->cursor.row, 3);
    scene_check(room, KEPT);
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "Enter go on with the meeting");
    terminal_type(terminal, "q");
    terminal_wait(terminal, "Kept in " KEPT);
    terminal_resize(terminal, 12, 40);
    terminal_wait(terminal, "[1 Home] 2 3 4 5 6");
    terminal_resize(terminal, 24, 80);
    terminal_wait(terminal, "2 Outstanding");
    terminal_type(terminal, "q");
    ends(terminal, 0);
}

/* Rehearsed from an empty folder, which is empty afterwards. */
static void an_example_is_rehearsed_without_a_trace(void **state) {
    struct room *room = *state;
    struct terminal *terminal = home(room);
    terminal_wait(terminal, "Enter rehearses it: nothing is written.");
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "REHEARSAL");
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "The meeting is open");
    terminal_type(terminal, " ");
    terminal_wait(terminal, "I1 started");
    leave_by_adjourning(terminal);
    terminal_wait(terminal, "A rehearsal: nothing was kept. It would end at");
    terminal_type(terminal, "q");
    ends(terminal, 0);
    assert_false(room_has(room, "sessions"));
    assert_false(room_has(room, "agendas"));
}

/* Of the current folder meeting files alone; what appears meanwhile is there when it is read anew. */
static void files_here_and_files_that_appear(void **state) {
    struct room *room = *state;
    room_copy(room, "tests/cases/" AGENDA, AGENDA);
    write_in(room, "compose.yaml", "services: {}\n");
    room_make_folder(room, "agendas");
    room_make_folder(room, "sessions");
    room_copy(room, "tests/cases/broken.agenda.yaml", "agendas/broken.yaml");
    struct terminal *terminal = home(room);
    terminal_wait(terminal, "1 agenda, 1 with problems");
    terminal_wait(terminal, "agenda        2016-11-22 HSCB HMB-02");
    terminal_wait(terminal, "problem       broken.yaml:8:3: unknown key titel in review");
    room_copy(room, "tests/cases/harrowmere.session.yaml", "sessions/closed.yaml");
    terminal_type(terminal, "R");
    terminal_wait(terminal, "1 agenda, 1 with problems, 1 over");
    /* reviewed from here, and back */
    terminal_type(terminal, "/closure letter\r");
    terminal_wait(terminal, "[6 Found]");
    terminal_type(terminal, "\033");
    terminal_wait(terminal, "[1 Home]");
    terminal_type(terminal, "\033[B\033[B\033[B");
    terminal_wait(terminal, "Enter reviews it; f makes the next agenda from it.");
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "DRAFT, closed 2016-11-22");
    terminal_type(terminal, "q");
    terminal_wait(terminal, "[1 Home]");
    /* the list is read anew: before that no file is selected */
    terminal_wait(terminal, "Enter reviews it; f makes the next agenda from it.");
    /* and the next agenda made from it: what was carried can be read before the list comes back */
    terminal_type(terminal, "f");
    terminal_wait(terminal, "Name: agendas/HMB-02-follow-up.yaml");
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "The next agenda is in agendas/HMB-02-follow-up.yaml");
    terminal_wait(terminal, "Enter leads back to the list.");
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "2 agendas, 1 with problems, 1 over");
    terminal_type(terminal, "q");
    ends(terminal, 0);
    assert_true(room_has(room, "agendas/HMB-02-follow-up.yaml"));
}

/* The question is the one of `candour run`, and one may leave at it. */
/* All is read, and the adjourned meeting selected: a key before that moves from wherever the marked row was. */
static void selected_first(struct terminal *terminal) {
    terminal_wait(terminal, "Enter goes on with it: adjourned");
    terminal_wait(terminal, "1 not over, 1 agenda");
}

static void an_unfinished_meeting_is_asked_about(void **state) {
    struct room *room = *state;
    room_copy(room, "tests/cases/" AGENDA, AGENDA);
    struct terminal *meeting = scene_running(room);
    /* while it goes on another one only looks */
    struct terminal *terminal = home(room);
    terminal_wait(terminal, "in use");
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "Read-only: this meeting is not closed");
    terminal_type(terminal, "q");
    terminal_wait(terminal, "[1 Home]");
    scene_adjourn(meeting);
    terminal_free(meeting);
    terminal_type(terminal, "R");
    selected_first(terminal);
    terminal_type(terminal, "\033[B");
    terminal_wait(terminal, "Enter asks whether to go on with");
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "Go on with it? [Y/n]");
    terminal_resize(terminal, 20, 70);
    terminal_type(terminal, "n\r");
    terminal_wait(terminal, "sessions/2016-11-22-HMB-02-2.yaml");
    terminal_type(terminal, "q");
    terminal_wait(terminal, "Nothing was recorded, and no session was kept.");
    terminal_wait(terminal, "Enter asks whether to go on with");
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "Go on with it? [Y/n]");
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "Enter go on with the meeting");
    terminal_type(terminal, "q");
    terminal_wait(terminal, "Kept in " SESSION);
    selected_first(terminal);
    terminal_type(terminal, "\033[B");
    terminal_wait(terminal, "Enter asks whether to go on with");
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "Go on with it? [Y/n]");
    terminal_signal(terminal, SIGTERM);
    ends(terminal, 128 + SIGTERM);
}

static void told_to_leave_it_leaves(void **state) {
    struct room *room = *state;
    room_copy(room, "tests/cases/" AGENDA, AGENDA);
    struct terminal *terminal = home(room);
    terminal_signal(terminal, SIGTERM);
    ends(terminal, 128 + SIGTERM);
    terminal = home(room);
    terminal_wait(terminal, "Enter opens its meeting");
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "Enter open the meeting");
    scene_open(terminal);
    terminal_signal(terminal, SIGTERM);
    ends(terminal, 128 + SIGTERM);
    assert_true(room_has(room, SESSION));
    scene_check(room, SESSION);
}

/* Without a terminal the list is text, and nothing waits. */
static void without_a_terminal_it_is_text(void **state) {
    struct room *room = *state;
    char command[4 * ROOM_PATH];
    room_make_folder(room, "agendas");
    room_copy(room, "tests/cases/" AGENDA, "agendas/harrowmere.yaml");
    room_copy(room, "tests/cases/broken.agenda.yaml", "agendas/broken.yaml");
    snprintf(command, sizeof command, "cd '%s' && '%s' </dev/null >out.txt 2>err.txt", room->folder, room->program);
    assert_int_equal(system(command), 0);
    char *out = room_read(room, "out.txt");
    char *err = room_read(room, "err.txt");
    assert_string_equal(err, "");
    static const char FIRST[] = "Agendas\n"
                                "  agenda        2016-11-22  HSCB HMB-02  Extraordinary Board: response to SCR HMB-02  "
                                "agendas/harrowmere.yaml\n"
                                "  template      ";
    assert_int_equal(strncmp(out, FIRST, strlen(FIRST)), 0);
    assert_non_null(strstr(out, "Files with problems\n"
                                "  problem       agendas/broken.yaml:8:3: unknown key titel in review\n"
                                "Examples\n"));
    free(out);
    free(err);
}

#define TERMINAL_TEST(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(int count, char **words) {
    const struct CMUnitTest tests[] = {
        TERMINAL_TEST(a_newcomer_comes_to_a_running_meeting),
        TERMINAL_TEST(an_example_is_rehearsed_without_a_trace),
        TERMINAL_TEST(files_here_and_files_that_appear),
        TERMINAL_TEST(an_unfinished_meeting_is_asked_about),
        TERMINAL_TEST(told_to_leave_it_leaves),
        TERMINAL_TEST(without_a_terminal_it_is_text),
    };
    build = count > 1 ? words[1] : "build/release";
    return cmocka_run_group_tests_name("home in a terminal", tests, NULL, NULL);
}
