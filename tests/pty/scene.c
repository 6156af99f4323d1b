#include "scene.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

#include <cmocka.h>

struct room *scene_room(const char *build) {
    struct room *room = room_new(build, true);
    room_copy(room, "tests/cases/" AGENDA, AGENDA);
    return room;
}

struct terminal *scene_start(struct room *room) {
    const char *const argv[] = {NULL, "run", AGENDA, NULL};
    struct terminal *terminal = terminal_start(room, 24, 80, argv);
    terminal_wait(terminal, "Enter open the meeting");
    return terminal;
}

void scene_open(struct terminal *terminal) {
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "The meeting is open");
    terminal_type(terminal, " ");
    terminal_wait(terminal, "started. Saved");
}

struct terminal *scene_running(struct room *room) {
    struct terminal *terminal = scene_start(room);
    scene_open(terminal);
    return terminal;
}

void scene_record(struct terminal *terminal) {
    terminal_type(terminal, "cnps\rmht\rWer ließt – 誰が読む?\r");
    terminal_wait(terminal, "C1 recorded");
    terminal_type(terminal, "aOne letter, one named reader\rmht\r2017-03-31\r");
    terminal_wait(terminal, "A1 recorded");
}

void scene_adjourn(struct terminal *terminal) {
    terminal_type(terminal, "q");
    terminal_wait(terminal, "Leave?");
    terminal_pass(terminal, 600); /* a question takes no key at once */
    terminal_type(terminal, "a");
    int status = terminal_wait_end(terminal);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

void scene_check(const struct room *room, const char *session) {
    char command[3 * ROOM_PATH];
    snprintf(command, sizeof command, "cd '%s' && '%s' check '%s' >check.out 2>&1", room->folder, room->program,
             session);
    int status = system(command);
    if (status != 0) {
        char *said = room_read(room, "check.out");
        print_message("%s\n", said);
        free(said);
    }
    assert_int_equal(status, 0);
}
