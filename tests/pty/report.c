/* Documents asked for in the real program: where they land, and that a guarded word does not leave. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <cmocka.h>

#include "scene.h"

#define CLOSED "closed.yaml"

static const char *build;

/* The fictional session, looked at on Sunday 5 March 2017, 10:00 UTC. */
static int begin(void **state) {
    struct room *room = scene_room(build);
    room->clock->frozen = INT64_C(1488708000000);
    room_copy(room, "tests/cases/harrowmere.session.yaml", CLOSED);
    *state = room;
    return 0;
}

static int end(void **state) {
    room_free(*state);
    return 0;
}

static void has(const struct room *room, const char *path, const char *text) {
    char *bytes = room_read(room, path);
    if (bytes == NULL || strstr(bytes, text) == NULL) {
        fail_msg("not in %s: %s", path, text);
    }
    free(bytes);
}

static void is_private(const struct room *room, const char *path) {
    char full[2 * ROOM_PATH];
    struct stat status;
    snprintf(full, sizeof full, "%s/%s", room->folder, path);
    assert_int_equal(stat(full, &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
}

static void leaves(struct terminal *terminal) {
    terminal_type(terminal, "q");
    int status = terminal_wait_end(terminal);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

static void documents_land_beside_the_session(void **state) {
    struct room *room = *state;
    const char *const argv[] = {NULL, "review", CLOSED, NULL};
    char *before = room_read(room, CLOSED);
    struct terminal *terminal = terminal_start(room, 24, 80, argv);
    terminal_wait(terminal, "[4 Agreements]");
    terminal_type(terminal, "E");
    terminal_wait(terminal, ":report minutes");
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "The minutes are in ");
    terminal_wait(terminal, "closed-minutes.md");
    has(room, "closed-minutes.md", "DRAFT: not confirmed by the Board yet");
    /* as things stand on the day the program's clock shows */
    has(room, "closed-minutes.md", "As things stand on Sunday 5 March 2017.");
    is_private(room, "closed-minutes.md");
    terminal_type(terminal, ":report re\thtml out.html\r");
    terminal_wait(terminal, "The response is in out.html");
    has(room, "out.html", "<!DOCTYPE html>");
    terminal_type(terminal, ":report response out.html\r");
    terminal_wait(terminal, "out.html is there already");
    leaves(terminal);
    char *after = room_read(room, CLOSED);
    assert_string_equal(before, after);
    terminal_free(terminal);
    free(before);
    free(after);
}

static void a_guarded_word_does_not_leave(void **state) {
    struct room *room = *state;
    char path[2 * ROOM_PATH];
    snprintf(path, sizeof path, "%s/guard.txt", room->folder);
    FILE *file = fopen(path, "we");
    assert_non_null(file);
    fputs("Template\n", file);
    fclose(file);
    const char *const argv[] = {NULL, "review", "--guard", "guard.txt", CLOSED, NULL};
    struct terminal *terminal = terminal_start(room, 24, 80, argv);
    terminal_wait(terminal, "[4 Agreements]");
    terminal_type(terminal, ":report minutes\r");
    terminal_wait(terminal, "Nothing was written: 'Template' is on the guard list");
    assert_false(room_has(room, "closed-minutes.md"));
    terminal_type(terminal, ":report response\r"); /* C1 and what shows A1 are not in it */
    terminal_wait(terminal, "The response is in ");
    leaves(terminal);
    terminal_free(terminal);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(documents_land_beside_the_session, begin, end),
        cmocka_unit_test_setup_teardown(a_guarded_word_does_not_leave, begin, end),
    };
    build = argc > 1 ? argv[1] : "build/release";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
