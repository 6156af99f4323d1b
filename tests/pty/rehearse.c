/* A rehearsal in the real program: the clock runs fast, and the folder is afterwards what it was, to the byte. */
#include <dirent.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <cmocka.h>

#include "candour/base/buffer.h"
#include "scene.h"

static const char *build;

static int begin(void **state) {
    struct room *room = scene_room(build);
    room_copy(room, "tests/cases/harrowmere.agenda.yaml", "agenda.yaml");
    *state = room;
    return 0;
}

static int end(void **state) {
    room_free(*state);
    return 0;
}

static int by_name(const struct dirent **a, const struct dirent **b) {
    return strcmp((*a)->d_name, (*b)->d_name);
}

/* Every name in the room's folder with its mode, times and bytes; the clock of the tests, and the folder
 * above it, are left out. */
static struct buffer folder_of(const struct room *room) {
    struct buffer out = {0};
    struct dirent **names;
    int count = scandir(room->folder, &names, NULL, by_name);
    assert_true(count > 2);
    for (int i = 0; i < count; i++) {
        char path[2 * ROOM_PATH];
        struct stat status;
        snprintf(path, sizeof path, "%s/%s", room->folder, names[i]->d_name);
        bool ours = strcmp(names[i]->d_name, ".clock") == 0 || strcmp(names[i]->d_name, "..") == 0;
        if (!ours && stat(path, &status) == 0) {
            char *bytes = S_ISREG(status.st_mode) ? room_read(room, names[i]->d_name) : NULL;
            buffer_format(&out, "%s %o %ld.%09ld %s\n", names[i]->d_name, status.st_mode, (long)status.st_mtim.tv_sec,
                          status.st_mtim.tv_nsec, bytes == NULL ? "" : bytes);
            free(bytes);
        }
        free(names[i]);
    }
    free(names);
    return out;
}

static struct terminal *rehearse(struct room *room, const char *speed) {
    const char *const argv[] = {NULL, "rehearse", "--speed", speed, "agenda.yaml", NULL};
    return terminal_start(room, 24, 80, argv);
}

static void the_folder_is_as_it_was(void **state) {
    struct room *room = *state;
    struct buffer before = folder_of(room);
    struct terminal *terminal = rehearse(room, "60");
    terminal_wait(terminal, "PINCH POINTS");
    terminal_type(terminal, "\r");
    terminal_type(terminal, " ");
    terminal_wait(terminal, "I1 started. Not kept");
    terminal_type(terminal, "cPOL\rCSC\rWho decides?");
    terminal_wait(terminal, "Who decides?");
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "C1 recorded: POL to CSC. Not kept");
    assert_true(terminal_shows(terminal, "REHEARSAL"));
    terminal_type(terminal, "q");
    terminal_wait(terminal, "a adjourn");
    terminal_type(terminal, "a");
    terminal_ends(terminal, 0);
    assert_true(terminal_shows(terminal, "A rehearsal: nothing was kept."));
    struct buffer after = folder_of(room);
    assert_string_equal(before.bytes, after.bytes);
    buffer_free(&before);
    buffer_free(&after);
    terminal_free(terminal);
}

static void the_clock_runs_fast(void **state) {
    struct room *room = *state;
    struct terminal *terminal = rehearse(room, "60");
    terminal_wait(terminal, "PINCH POINTS");
    terminal_type(terminal, "\r ");
    terminal_wait(terminal, "I1 started. Not kept");
    terminal_pass(terminal, 20000); /* twenty minutes: the ten of I1 and ten more */
    terminal_wait(terminal, "TIME IS OVER");
    terminal_wait(terminal, "over the 10 min");
    terminal_free(terminal);
}

static void told_to_leave_it_writes_nothing(void **state) {
    struct room *room = *state;
    struct buffer before = folder_of(room);
    struct terminal *terminal = rehearse(room, "1");
    terminal_wait(terminal, "PINCH POINTS");
    terminal_type(terminal, "\r nHalf a word");
    terminal_wait(terminal, "Half a word");
    terminal_signal(terminal, SIGTERM);
    int status = terminal_wait_end(terminal);
    assert_int_equal(WEXITSTATUS(status), 128 + SIGTERM);
    struct buffer after = folder_of(room);
    assert_string_equal(before.bytes, after.bytes);
    buffer_free(&before);
    buffer_free(&after);
    terminal_free(terminal);
}

static void what_is_no_speed_is_refused(void **state) {
    static const char *const WRONG[] = {"0", "601", "fast", "-1", "1.5"};
    struct room *room = *state;
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        struct terminal *terminal = rehearse(room, WRONG[i]);
        terminal_ends(terminal, 2);
        assert_true(terminal_shows(terminal, "--speed wants a whole number from 1 to 600"));
        terminal_free(terminal);
    }
}

static void a_meeting_that_is_over_is_not_rehearsed(void **state) {
    struct room *room = *state;
    room_copy(room, "tests/cases/harrowmere.session.yaml", "closed.yaml");
    const char *const argv[] = {NULL, "rehearse", "closed.yaml", NULL};
    struct terminal *terminal = terminal_start(room, 24, 80, argv);
    terminal_ends(terminal, 1);
    assert_true(terminal_shows(terminal, "is a meeting that is over"));
    terminal_free(terminal);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_folder_is_as_it_was, begin, end),
        cmocka_unit_test_setup_teardown(the_clock_runs_fast, begin, end),
        cmocka_unit_test_setup_teardown(told_to_leave_it_writes_nothing, begin, end),
        cmocka_unit_test_setup_teardown(what_is_no_speed_is_refused, begin, end),
        cmocka_unit_test_setup_teardown(a_meeting_that_is_over_is_not_rehearsed, begin, end),
    };
    build = argc > 1 ? argv[1] : "build/release";
    return cmocka_run_group_tests_name("pty_rehearse", tests, NULL, NULL);
}
