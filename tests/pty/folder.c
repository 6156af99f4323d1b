/* Many sessions in the real program: listed whatever is wrong with one, searched while they are read, opened and
 * followed up.
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

/* With a second word on the command line a few, for a machine under which everything is slow. */
enum { MANY = 600, FEW = 20 };
static int many = MANY;

static const char *build;

/* On Sunday 5 March 2017, 10:00 UTC: two sessions, a broken file, an agenda, a link to nothing. */
static int begin(void **state) {
    struct room *room = scene_room(build);
    char path[2 * ROOM_PATH];
    room->clock->frozen = INT64_C(1488708000000);
    room_make_folder(room, "all");
    room_make_folder(room, "all/large");
    room_copy(room, "tests/cases/harrowmere.session.yaml", "all/harrowmere.yaml");
    room_copy(room, "tests/cases/large.session.yaml", "all/large/large.yaml");
    room_copy(room, "tests/cases/broken.agenda.yaml", "all/broken.yaml");
    room_copy(room, "tests/cases/harrowmere.agenda.yaml", "all/agenda.yaml");
    room_path(room, "all/gone.yaml", path);
    assert_int_equal(symlink("nowhere", path), 0);
    *state = room;
    return 0;
}

static int end(void **state) {
    room_free(*state);
    return 0;
}

static struct terminal *review(struct room *room, const char *path) {
    const char *const argv[] = {NULL, "review", path, NULL};
    return terminal_start(room, 24, 80, argv);
}

static void ends(struct terminal *terminal, int expected) {
    terminal_ends(terminal, expected);
    assert_false(terminal->alternate);
    terminal_free(terminal);
}

static void every_file_has_its_row(void **state) {
    struct terminal *terminal = review(*state, "all");
    terminal_wait(terminal, "2 sessions, 2 with problems, 1 agenda left out");
    terminal_wait(terminal, "2016-11-22 HSCB HMB-02  closed, DRAFT      1    9    3    1");
    assert_true(terminal_shows(terminal, "2017-06-13 VHSCB VHM-07 closed, DRAFT"));
    assert_true(terminal_shows(terminal, "problem    broken.yaml:8:3: unknown key titel in review"));
    assert_true(terminal_shows(terminal, "unread     gone.yaml: No such file or directory"));
    terminal_type(terminal, "2");
    terminal_wait(terminal, "[2 Outstanding]");
    terminal_type(terminal, "4");
    terminal_wait(terminal, "seen before in");
    terminal_resize(terminal, 12, 40);
    terminal_wait(terminal, "[4 Themes]");
    terminal_wait_not(terminal, "1 Sessions");
    terminal_resize(terminal, 24, 80);
    terminal_wait(terminal, "1 Sessions");
    terminal_type(terminal, "q");
    ends(terminal, 0);
}

/* Late first: of the two it is Harrowmere. */
static void a_session_is_followed_up_from_the_list(void **state) {
    struct room *room = *state;
    struct terminal *terminal = review(room, "all");
    terminal_wait(terminal, "2 sessions");
    terminal_wait(terminal, "HSCB HMB-02  closed, DRAFT      1    9    3    1");
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "[4 Agreements]");
    assert_true(room_has(room, "all/.harrowmere.yaml.lock"));
    terminal_type(terminal, ":progress A3 done Closure switched off\r");
    terminal_wait(terminal, "A3: progress recorded, now done. Saved 10:00:0");
    terminal_wait_in_file(terminal, "all/harrowmere.yaml", "  text: Closure switched off\n#\n");
    terminal_type(terminal, "q");
    terminal_wait(terminal, "Kept in all/harrowmere.yaml");
    terminal_wait(terminal, "HSCB HMB-02  closed, DRAFT      1    9    2    1");
    assert_false(room_has(room, "all/.harrowmere.yaml.lock"));
    /* what was recorded just now is found, and opens there */
    terminal_type(terminal, "/switched off\r");
    terminal_wait(terminal, "What was done Closure switched off");
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "[4 Agreements]");
    terminal_type(terminal, "1");
    terminal_wait(terminal, "Esc list");
    terminal_type(terminal, "\033");
    terminal_wait(terminal, "[6 Found]");
    terminal_type(terminal, "q");
    ends(terminal, 0);
    scene_check(room, "all/harrowmere.yaml");
}

static void a_file_that_vanished_is_a_row_that_says_so(void **state) {
    struct room *room = *state;
    char path[2 * ROOM_PATH];
    struct terminal *terminal = review(room, "all");
    terminal_wait(terminal, "2 sessions");
    room_path(room, "all/harrowmere.yaml", path);
    assert_int_equal(unlink(path), 0);
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "cannot read all/harrowmere.yaml: No such file or directory");
    terminal_wait(terminal, "unread     harrowmere.yaml: No such file or directory");
    terminal_wait(terminal, "1 session, 3 with problems");
    /* and it is back when everything is read anew */
    room_copy(room, "tests/cases/harrowmere.session.yaml", "all/harrowmere.yaml");
    terminal_type(terminal, "R");
    terminal_wait(terminal, "2 sessions, 2 with problems");
    terminal_type(terminal, "q");
    ends(terminal, 0);
}

/* A meeting that runs is shown as it is, read-only. */
static void a_meeting_that_goes_on_is_in_use(void **state) {
    struct room *room = *state;
    room->clock->frozen = INT64_C(1479821280000);
    struct terminal *meeting = scene_running(room);
    struct terminal *terminal = review(room, "sessions");
    terminal_wait(terminal, "1 session");
    terminal_wait(terminal, "2016-11-22 HMB-02 in use");
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "Read-only: this meeting is not closed");
    terminal_type(terminal, "q");
    terminal_wait(terminal, "[1 Sessions]");
    terminal_type(terminal, "q");
    ends(terminal, 0);
    scene_adjourn(meeting);
    terminal_free(meeting);
}

static void make_many(struct room *room) {
    char name[64];
    room_make_folder(room, "many");
    for (int i = 0; i < many; i++) {
        snprintf(name, sizeof name, "many/%04d.yaml", i);
        room_copy(room, "tests/cases/large.session.yaml", name);
    }
    room_copy(room, "tests/cases/harrowmere.session.yaml", "many/9999.yaml");
}

/* The last file of the list is found by a search that was typed before it was read. */
static void keys_are_answered_while_files_are_read(void **state) {
    struct room *room = *state;
    make_many(room);
    struct terminal *terminal = review(room, "many");
    terminal_wait(terminal, "[1 Sessions]");
    terminal_type(terminal, "/was-not-brought");
    terminal_wait(terminal, "[6 Found]");
    terminal_type(terminal, "\r2");
    terminal_wait(terminal, "[2 Outstanding]");
    terminal_type(terminal, "6");
    char all[32];
    snprintf(all, sizeof all, "%d sessions", many + 1);
    terminal_wait(terminal, all);
    terminal_wait(terminal, "HMB-02  A4");
    terminal_type(terminal, "q");
    ends(terminal, 0);
}

static void told_to_leave_it_leaves_at_once(void **state) {
    struct room *room = *state;
    make_many(room);
    struct terminal *terminal = review(room, "many");
    terminal_wait(terminal, "[1 Sessions]");
    terminal_signal(terminal, SIGTERM);
    ends(terminal, 128 + SIGTERM);
    /* with a session open from the list: that is given back as well */
    terminal = review(room, "all");
    terminal_wait(terminal, "2 sessions");
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "[4 Agreements]");
    terminal_signal(terminal, SIGTERM);
    ends(terminal, 128 + SIGTERM);
    assert_false(room_has(room, "all/.harrowmere.yaml.lock"));
}

static void several_operands_are_a_list_and_one_session_is_none(void **state) {
    struct room *room = *state;
    const char *const argv[] = {NULL, "review", "all/harrowmere.yaml", "all/large", "all/broken.yaml", NULL};
    struct terminal *terminal = terminal_start(room, 24, 80, argv);
    terminal_wait(terminal, "3 files and folders");
    terminal_wait(terminal, "2 sessions, 1 with problems");
    terminal_type(terminal, "q");
    ends(terminal, 0);
    terminal = review(room, "all/harrowmere.yaml");
    terminal_wait(terminal, "[4 Agreements]");
    terminal_type(terminal, "q");
    ends(terminal, 0);
}

static void an_empty_folder_says_so(void **state) {
    struct room *room = *state;
    room_make_folder(room, "none");
    struct terminal *terminal = review(room, "none");
    terminal_wait(terminal, "no session was found here");
    terminal_type(terminal, "q");
    ends(terminal, 0);
}

#define TERMINAL_TEST(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(int count, char **words) {
    const struct CMUnitTest tests[] = {
        TERMINAL_TEST(every_file_has_its_row),
        TERMINAL_TEST(a_session_is_followed_up_from_the_list),
        TERMINAL_TEST(a_file_that_vanished_is_a_row_that_says_so),
        TERMINAL_TEST(a_meeting_that_goes_on_is_in_use),
        TERMINAL_TEST(keys_are_answered_while_files_are_read),
        TERMINAL_TEST(told_to_leave_it_leaves_at_once),
        TERMINAL_TEST(several_operands_are_a_list_and_one_session_is_none),
        TERMINAL_TEST(an_empty_folder_says_so),
    };
    build = count > 1 ? words[1] : "build/release";
    many = count > 2 ? FEW : MANY;
    return cmocka_run_group_tests_name("many sessions in a terminal", tests, NULL, NULL);
}
