/* The meeting in one terminal and the second screen in another: what the room sees, and what it never sees. */
#include <dirent.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>

#include <cmocka.h>

#include "scene.h"

#define ROOM_CASE "tests/cases/room.session.yaml"
#define KEPT "room.session.yaml"

enum { LOOK_MS = 250 };

static const char *build;

static int begin(void **state) {
    *state = scene_room(build);
    return 0;
}

static int end(void **state) {
    room_free(*state);
    return 0;
}

/* --- the two --- */

static struct terminal *follow_in(struct room *room, int rows, int columns, const char *session, const char *option) {
    const char *const argv[] = {NULL, "follow", session, option, NULL};
    return terminal_start(room, rows, columns, argv);
}

static struct terminal *follow(struct room *room) {
    struct terminal *terminal = follow_in(room, 24, 80, SESSION, NULL);
    terminal_wait(terminal, "I1 Opening");
    return terminal;
}

static void put(const struct room *room, const char *name, const char *text) {
    char path[2 * ROOM_PATH];
    snprintf(path, sizeof path, "%s/%s", room->folder, name);
    FILE *file = fopen(path, "we");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

/* One look later. */
static void beat(struct terminal *second) {
    terminal_pass(second, LOOK_MS);
}

static bool is_empty(struct terminal *terminal, const void *about) {
    (void)about;
    for (int row = 0; row < terminal->rows; row++) {
        if (terminal_row(terminal, row)[0] != '\0') {
            return false;
        }
    }
    return true;
}

static void is_blank(struct terminal *second) {
    if (!terminal_reaches(second, is_empty, NULL)) {
        terminal_print(second);
        fail_msg("it is not blank");
    }
    terminal_settle(second);
    assert_true(is_empty(second, NULL));
}

static void never_came(const struct terminal *terminal, const char *bytes) {
    if (memmem(terminal->raw, terminal->raw_length, bytes, strlen(bytes)) != NULL) {
        fail_msg("it was sent to the terminal: %s", bytes);
    }
}

static void leave(struct terminal *second) {
    terminal_type(second, "q");
    terminal_ends(second, 0);
    terminal_free(second);
}

static void die(struct terminal *terminal) {
    terminal_signal(terminal, SIGKILL);
    int status = terminal_wait_end(terminal);
    assert_true(WIFSIGNALED(status));
    terminal_free(terminal);
}

/* Goes on with the session that was left in SESSION. */
static struct terminal *again(struct room *room, const char *session) {
    const char *const argv[] = {NULL, "run", session, NULL};
    struct terminal *terminal = terminal_start(room, 24, 80, argv);
    terminal_wait(terminal, "Enter go on with the meeting");
    return terminal;
}

/* --- what is shown --- */

static void a_record_is_shown_once_it_is_kept(void **state) {
    struct room *room = *state;
    struct terminal *meeting = scene_running(room);
    struct terminal *second = follow(room);
    assert_true(terminal_shows(second, "information"));
    terminal_type(meeting, "cnps\rmht\rWho reads the letters?");
    terminal_wait(meeting, "Who reads the letters?");
    beat(second);
    terminal_settle(second);
    never_came(second, "Who reads");
    terminal_type(meeting, "\r");
    terminal_wait(meeting, "C1 recorded");
    beat(second);
    terminal_wait(second, "C1  National Probation Service to Mental Health Trust");
    assert_true(terminal_shows(second, "Who reads the letters?"));
    terminal_type(meeting, "u");
    terminal_wait(meeting, "Undone");
    beat(second);
    terminal_wait_not(second, "Who reads the letters?");
    leave(second);
    scene_adjourn(meeting);
    terminal_free(meeting);
}

/* In real time, without a hand that helps: the whole way from the key to the other screen. */
static void it_looks_by_itself(void **state) {
    (void)state;
    struct room *room = room_new(build, false);
    room_copy(room, "tests/cases/" AGENDA, AGENDA);
    struct terminal *meeting = scene_running(room);
    char session[2 * ROOM_PATH];
    terminal_wait_file(meeting, "sessions/*.yaml", true);
    snprintf(session, sizeof session, "exec \"$CANDOUR\" follow sessions/*.yaml");
    const char *const argv[] = {"sh", "-c", session, NULL};
    struct terminal *second = terminal_start(room, 24, 80, argv);
    terminal_wait(second, "I1 Opening");
    terminal_type(meeting, "nA word\r");
    terminal_wait(second, "A word");
    terminal_type(meeting, "b");
    is_blank(second);
    terminal_type(meeting, "b");
    terminal_wait(second, "A word");
    leave(second);
    terminal_type(meeting, "q");
    terminal_wait(meeting, "Leave?");
    terminal_free(meeting);
    room_free(room);
}

/* "I1 9:58" of the first row, where a screen of the meeting without the big clock has it. */
static const char *figure_of(struct terminal *meeting) {
    static char text[64];
    const char *row = terminal_row(meeting, 0);
    const char *from = strstr(row, "I1 ");
    const char *to = from == NULL ? NULL : strstr(from, " left");
    assert_non_null(to);
    snprintf(text, sizeof text, "%.*s", (int)(to - from), from);
    return text;
}

/* Second by second, and after the computer's clock was put right by half a minute. */
static void both_show_the_same_time(void **state) {
    struct room *room = *state;
    struct terminal *meeting = scene_running(room);
    terminal_type(meeting, "2");
    terminal_wait(meeting, "[2 Findings]");
    struct terminal *second = follow_in(room, 6, 30, SESSION, NULL);
    terminal_wait(second, "I1 10:00 left");
    room->clock->added += 500; /* not on the edge of a second */
    for (int i = 0; i < 5; i++) {
        terminal_pass(meeting, 1000);
        terminal_pass(second, 0);
        char expected[32];
        snprintf(expected, sizeof expected, "I1 9:5%d", 9 - i);
        terminal_wait(meeting, expected);
        assert_string_equal(figure_of(meeting), expected);
        terminal_wait(second, expected);
    }
    room->clock->wall += 30000;
    terminal_pass(meeting, 1000);
    terminal_wait_in_file(meeting, LOCK, "clock -30000");
    terminal_wait(meeting, "I1 9:54");
    beat(second);
    terminal_wait(second, "I1 9:54");
    leave(second);
    /* one that is started only then */
    second = follow_in(room, 6, 30, SESSION, NULL);
    terminal_wait(second, figure_of(meeting));
    leave(second);
    scene_adjourn(meeting);
    terminal_free(meeting);
}

/* --- blank --- */

static void b_blanks_both_at_once(void **state) {
    struct room *room = *state;
    struct terminal *meeting = scene_running(room);
    scene_record(meeting);
    struct terminal *second = follow(room);
    terminal_wait(second, "One letter, one named reader");
    terminal_type(meeting, "b");
    terminal_wait_in_file(meeting, LOCK, "screen blank");
    beat(second); /* within one look: a quarter of a second */
    is_blank(second);
    is_blank(meeting);
    /* whatever happens to the two meanwhile */
    terminal_resize(second, 40, 120);
    terminal_resize(meeting, 12, 40);
    terminal_type(meeting, "]\rcq");
    terminal_pass(meeting, 60000);
    beat(second);
    terminal_settle(meeting);
    is_blank(second);
    is_blank(meeting);
    terminal_resize(second, 24, 80);
    terminal_resize(meeting, 24, 80);
    terminal_type(second, "b");
    terminal_type(second, "b");
    terminal_settle(second);
    is_blank(second);
    size_t sent = second->raw_length;
    terminal_type(meeting, "b");
    terminal_wait(meeting, "I1");
    beat(second);
    terminal_wait(second, "One letter, one named reader");
    assert_true(second->raw_length > sent);
    leave(second);
    terminal_free(meeting);
}

/* Stopped and continued, each of them, while blank: what the shell shows is the shell's. */
static void a_stop_shows_nothing(void **state) {
    static const char *const argv[] = {
        "sh", "-c", "set -m; \"$CANDOUR\" follow " SESSION "; echo stopped; read line; fg >/dev/null; echo ended",
        NULL};
    struct room *room = *state;
    struct terminal *meeting = scene_running(room);
    scene_record(meeting);
    terminal_type(meeting, "b");
    terminal_wait_in_file(meeting, LOCK, "screen blank");
    struct terminal *second = terminal_start(room, 24, 80, argv);
    terminal_wait_raw(second, "\x1b[?1049h");
    terminal_settle(second);
    is_blank(second);
    terminal_type(second, "\x1a");
    terminal_wait_raw(second, "stopped");
    terminal_type(second, "\n");
    terminal_settle(second);
    is_blank(second);
    terminal_type(second, "q");
    terminal_wait_raw(second, "ended");
    never_came(second, "named reader");
    never_came(second, "I1");
    terminal_free(second);
    terminal_free(meeting);
}

/* --- what is never shown --- */

/* What the chair sees and types: prompts, notes, drafts, everything restricted, in every window and for both audiences.
 */
static void no_secret_reaches_it(void **state) {
    static const struct {
        int rows, columns;
        const char *option;
    } windows[] = {{24, 80, NULL}, {12, 40, NULL}, {80, 300, NULL}, {60, 200, "--public"}};
    struct room *room = *state;
    room_copy(room, ROOM_CASE, KEPT);
    struct terminal *seconds[4];
    for (size_t i = 0; i < 4; i++) {
        seconds[i] = follow_in(room, windows[i].rows, windows[i].columns, KEPT, windows[i].option);
        terminal_wait(seconds[i], "Findings for the room");
    }
    struct terminal *meeting = again(room, KEPT);
    terminal_type(meeting, "\r");
    terminal_wait(meeting, "Did the meeting go on?");
    terminal_pass(meeting, 600);
    terminal_type(meeting, "g");
    terminal_wait(meeting, "The meeting went on");
    assert_true(terminal_shows(meeting, "SECRET")); /* the chair does see them */
    terminal_type(meeting, ":n Word for the board\r");
    terminal_wait(meeting, "N6 recorded");
    terminal_type(meeting, "cpol\redu\rSECRET half-typed");
    terminal_wait(meeting, "half-typed");
    terminal_pass(meeting, 1100);
    terminal_wait_file(meeting, ".room.session.yaml.draft", true);
    for (size_t i = 0; i < 4; i++) {
        beat(seconds[i]);
        if (windows[i].option == NULL) {
            terminal_wait(seconds[i], "Word for the board");
        }
        terminal_resize(seconds[i], windows[3 - i].rows, windows[3 - i].columns);
        beat(seconds[i]);
        terminal_settle(seconds[i]);
        assert_true(terminal_shows(seconds[i], "Findings for the room"));
        never_came(seconds[i], "SECRET");
        if (windows[i].option != NULL) {
            never_came(seconds[i], "for the board");
        }
        leave(seconds[i]);
    }
    terminal_free(meeting);
}

static void a_guarded_word_is_held_back(void **state) {
    struct room *room = *state;
    room_copy(room, ROOM_CASE, KEPT);
    put(room, "words.txt", "amended\n");
    const char *const argv[] = {NULL, "follow", "--guard", "words.txt", KEPT, NULL};
    struct terminal *second = terminal_start(room, 24, 80, argv);
    terminal_wait(second, "A2  not shown here");
    never_came(second, "mended agreement");
    leave(second);
}

/* --- the end of one of them --- */

static void the_meeting_is_killed(void **state) {
    struct room *room = *state;
    struct terminal *meeting = scene_running(room);
    scene_record(meeting);
    struct terminal *second = follow(room);
    assert_false(terminal_shows(second, "Nobody has"));
    die(meeting);
    beat(second);
    terminal_wait(second, "Nobody has this session open. Last entry 13:28:0");
    assert_true(terminal_shows(second, "One letter, one named reader"));
    meeting = again(room, SESSION);
    beat(second);
    terminal_wait_not(second, "Nobody has this session open");
    terminal_free(meeting);
    leave(second);
}

/* Nothing private comes back because a program has died, nor because it is started again. */
static void killed_while_blank_it_stays_blank(void **state) {
    struct room *room = *state;
    struct terminal *meeting = scene_running(room);
    scene_record(meeting);
    struct terminal *second = follow(room);
    terminal_type(meeting, "b");
    terminal_wait_in_file(meeting, LOCK, "screen blank");
    beat(second);
    is_blank(second);
    size_t sent = second->raw_length;
    die(meeting);
    beat(second);
    terminal_settle(second);
    is_blank(second);
    /* one that is started now is blank too */
    struct terminal *third = follow_in(room, 24, 80, SESSION, NULL);
    terminal_wait_raw(third, "\x1b[?1049h");
    beat(third);
    terminal_settle(third);
    is_blank(third);
    never_came(third, "I1");
    leave(third);
    meeting = again(room, SESSION);
    assert_true(terminal_shows(meeting, "The second screen was left blank and stays so"));
    terminal_type(meeting, "\r");
    terminal_wait(meeting, "ROOM BLANK");
    beat(second);
    terminal_settle(second);
    is_blank(second);
    assert_null(memmem(second->raw + sent, second->raw_length - sent, "reader", 6));
    terminal_type(meeting, "b");
    is_blank(meeting);
    terminal_type(meeting, "b");
    terminal_wait(meeting, "DRAFT");
    beat(second);
    terminal_wait(second, "One letter, one named reader");
    terminal_free(meeting);
    leave(second);
}

/* Told to leave while blank, it leaves the screen blank; the lock file says so, and goes with the next meeting. */
static void told_to_leave_while_blank(void **state) {
    struct room *room = *state;
    struct terminal *meeting = scene_running(room);
    struct terminal *second = follow(room);
    terminal_type(meeting, "b");
    terminal_wait_in_file(meeting, LOCK, "screen blank");
    beat(second);
    is_blank(second);
    terminal_signal(meeting, SIGTERM);
    terminal_ends(meeting, 128 + SIGTERM);
    terminal_free(meeting);
    beat(second);
    terminal_settle(second);
    is_blank(second);
    assert_true(room_has(room, LOCK));
    /* taken away by hand it changes nothing for who saw it */
    char path[2 * ROOM_PATH];
    snprintf(path, sizeof path, "%s/%s", room->folder, LOCK);
    assert_int_equal(unlink(path), 0);
    beat(second);
    terminal_settle(second);
    is_blank(second);
    leave(second);
}

static void the_second_screen_is_killed(void **state) {
    struct room *room = *state;
    struct terminal *meeting = scene_running(room);
    struct terminal *second = follow(room);
    die(second);
    scene_record(meeting);
    second = follow(room);
    terminal_wait(second, "One letter, one named reader");
    leave(second);
    scene_adjourn(meeting);
    scene_check(room, SESSION);
    terminal_free(meeting);
}

/* --- what becomes of the file --- */

static void move(const struct room *room, const char *from, const char *to) {
    char old[2 * ROOM_PATH];
    char new[2 * ROOM_PATH];
    snprintf(old, sizeof old, "%s/%s", room->folder, from);
    snprintf(new, sizeof new, "%s/%s", room->folder, to);
    assert_int_equal(rename(old, new), 0);
}

static void the_file_goes_and_comes_back(void **state) {
    struct room *room = *state;
    struct terminal *meeting = scene_running(room);
    scene_record(meeting);
    struct terminal *second = follow(room);
    move(room, SESSION, "away.yaml");
    beat(second);
    terminal_settle(second);
    assert_true(terminal_shows(second, "I1 Opening")); /* an editor that saves takes the name away for a moment */
    terminal_pass(second, 800);
    terminal_wait(second, "The session file is not there.");
    assert_false(terminal_shows(second, "I1"));
    assert_false(terminal_shows(second, "left"));
    move(room, "away.yaml", SESSION);
    beat(second);
    terminal_wait(second, "One letter, one named reader");
    /* a copy in its place */
    char *bytes = room_read(room, SESSION);
    char *more = malloc(strlen(bytes) + 200);
    sprintf(more, "%s- at: 2016-11-22T13:29:30.000+00:00\n  do: note\n  id: N1\n  text: From elsewhere\n#\n", bytes);
    put(room, "copy", more);
    free(more);
    free(bytes);
    move(room, "copy", SESSION);
    room->clock->added += 60000;
    beat(second);
    terminal_wait(second, "From elsewhere");
    terminal_free(meeting);
    leave(second);
}

/* The process that asks the folder, in place of the second screen itself. */
static pid_t helper_of(const struct terminal *second) {
    char path[80];
    long pid = 0;
    snprintf(path, sizeof path, "/proc/%ld/task/%ld/children", (long)second->pid, (long)second->pid);
    FILE *file = fopen(path, "re");
    if (file == NULL) {
        skip(); /* a system without that list */
    }
    assert_int_equal(fscanf(file, "%ld", &pid), 1);
    fclose(file);
    return (pid_t)pid;
}

static bool is_gone(struct terminal *terminal, const void *about) {
    char path[48];
    char state = 'Z';
    (void)terminal;
    snprintf(path, sizeof path, "/proc/%ld/stat", (long)*(const pid_t *)about);
    FILE *file = fopen(path, "re");
    if (file != NULL) {
        if (fscanf(file, "%*d (%*[^)]) %c", &state) != 1) {
            state = 'Z';
        }
        fclose(file);
    }
    return state == 'Z';
}

/* A share that hangs: it says so, shows nothing old, and obeys its keys. */
static void a_folder_that_does_not_answer(void **state) {
    struct room *room = *state;
    struct terminal *meeting = scene_running(room);
    struct terminal *second = follow(room);
    pid_t helper = helper_of(second);
    assert_int_equal(kill(helper, SIGSTOP), 0);
    beat(second); /* asked, and no answer */
    terminal_settle(second);
    assert_true(terminal_shows(second, "I1 Opening"));
    terminal_pass(second, 1600);
    terminal_wait(second, "The folder of the session does not answer.");
    assert_false(terminal_shows(second, "I1"));
    terminal_type(second, "?");
    terminal_wait(second, "q leave");
    terminal_type(second, "b");
    terminal_wait_not(second, "does not answer");
    terminal_type(second, "b?");
    terminal_wait(second, "does not answer");
    assert_int_equal(kill(helper, SIGCONT), 0);
    terminal_wait(second, "I1 Opening");
    /* killed, it is done without */
    assert_int_equal(kill(helper, SIGKILL), 0);
    terminal_type(meeting, "nA word\r");
    terminal_wait(meeting, "N1 recorded");
    for (int i = 0; i < 3; i++) {
        beat(second);
        terminal_settle(second);
    }
    terminal_wait(second, "A word");
    leave(second);
    /* it never outlives the screen it asks for */
    for (int i = 0; i < 2; i++) {
        second = follow(room);
        helper = helper_of(second);
        if (i == 0) {
            leave(second);
        } else {
            die(second);
        }
        assert_true(terminal_reaches(meeting, is_gone, &helper));
    }
    scene_adjourn(meeting);
    terminal_free(meeting);
}

static void it_follows_to_the_end(void **state) {
    struct room *room = *state;
    struct terminal *meeting = scene_running(room);
    scene_record(meeting);
    struct terminal *second = follow(room);
    scene_adjourn(meeting); /* outcome: goes in before the events, and another file takes the name */
    terminal_free(meeting);
    beat(second);
    terminal_wait_not(second, "I1");
    terminal_wait(second, "Harrowmere Safeguarding Children Board");
    assert_false(terminal_shows(second, "Nobody"));
    assert_false(terminal_shows(second, "letter"));
    leave(second);
}

/* --- it touches nothing --- */

/* Names, sizes, times and bytes of everything in the folder and its sessions, a line each. */
static void snapshot(const struct room *room, const char *name) {
    char command[4 * ROOM_PATH];
    snprintf(command, sizeof command,
             "cd '%s' && { find . sessions ! -name '.clock' ! -name 'before' ! -name 'after' ! -path . "
             "-printf '%%p %%s %%T@ %%C@ %%m\\n'; find sessions -type f -exec cksum {} +; } | sort >/tmp/candour-$$ && "
             "mv /tmp/candour-$$ '%s'",
             room->folder, name);
    assert_int_equal(system(command), 0);
}

static void it_touches_nothing(void **state) {
    struct room *room = *state;
    struct terminal *meeting = scene_running(room);
    scene_record(meeting);
    snapshot(room, "before");
    struct terminal *second = follow(room);
    for (int i = 0; i < 8; i++) {
        beat(second);
        terminal_settle(second);
    }
    terminal_type(second, "b?b?");
    terminal_settle(second);
    leave(second);
    snapshot(room, "after");
    char *before = room_read(room, "before");
    char *after = room_read(room, "after");
    assert_true(strlen(before) > 100);
    assert_string_equal(before, after);
    free(before);
    free(after);
    scene_adjourn(meeting);
    terminal_free(meeting);
}

/* --- terminals --- */

static void any_terminal_will_do(void **state) {
    static const char *const terms[] = {"vt100", "linux", "screen", "xterm", "xterm-color", "nonesuch"};
    struct room *room = *state;
    room_copy(room, ROOM_CASE, KEPT);
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++) {
        char term[32];
        snprintf(term, sizeof term, "TERM=%s", terms[i]);
        room->env[0] = term;
        room->env[1] = "NO_COLOR=1";
        room->env[2] = i % 2 == 0 ? "LC_ALL=C" : NULL;
        struct terminal *second = follow_in(room, 24, 80, KEPT, NULL);
        terminal_wait(second, "I2 Findings for the room");
        never_came(second, "\x1b[38;");
        leave(second);
    }
}

static bool cooked(const struct terminal *terminal) {
    struct termios now;
    return tcgetattr(terminal->slave, &now) == 0 && (now.c_lflag & ICANON) != 0 && (now.c_lflag & ECHO) != 0;
}

static void the_terminal_is_given_back(void **state) {
    static const int signals[] = {0, SIGTERM, SIGHUP, SIGINT, SIGSEGV};
    struct room *room = *state;
    room_copy(room, ROOM_CASE, KEPT);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        struct terminal *second = follow_in(room, 24, 80, KEPT, NULL);
        terminal_wait(second, "I2 Findings for the room");
        assert_true(second->alternate);
        if (signals[i] == 0) {
            terminal_type(second, "q");
            terminal_ends(second, 0);
        } else {
            terminal_signal(second, signals[i]);
            int status = terminal_wait_end(second);
            assert_true(signals[i] == SIGSEGV ? WIFSIGNALED(status) || WEXITSTATUS(status) == 128 + SIGSEGV
                                              : WIFEXITED(status) && WEXITSTATUS(status) == 128 + signals[i]);
        }
        assert_false(second->alternate);
        assert_true(second->cursor_shown);
        assert_true(cooked(second));
        terminal_free(second);
    }
}

static void what_is_no_session_is_said_at_the_prompt(void **state) {
    struct room *room = *state;
    struct terminal *second = follow_in(room, 24, 80, "nosuch.yaml", NULL);
    terminal_ends(second, 3);
    assert_true(terminal_shows(second, "cannot read nosuch.yaml: No such file or directory"));
    terminal_free(second);
    second = follow_in(room, 24, 80, AGENDA, NULL);
    terminal_ends(second, 1);
    assert_true(terminal_shows(second, AGENDA " is an agenda: its meeting has no session yet"));
    terminal_free(second);
    room_copy(room, "tests/cases/broken.agenda.yaml", "broken.yaml");
    second = follow_in(room, 24, 80, "broken.yaml", NULL);
    terminal_ends(second, 1);
    assert_true(terminal_shows(second, "the session cannot be shown; mend the file"));
    never_came(second, "\x1b[?1049h");
    terminal_free(second);
}

int main(int argc, char **argv) {
    build = argc > 1 ? argv[1] : "build/release";
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(a_record_is_shown_once_it_is_kept),
        cmocka_unit_test(it_looks_by_itself),
        TEST(both_show_the_same_time),
        TEST(b_blanks_both_at_once),
        TEST(a_stop_shows_nothing),
        TEST(no_secret_reaches_it),
        TEST(a_guarded_word_is_held_back),
        TEST(the_meeting_is_killed),
        TEST(killed_while_blank_it_stays_blank),
        TEST(told_to_leave_while_blank),
        TEST(the_second_screen_is_killed),
        TEST(the_file_goes_and_comes_back),
        TEST(a_folder_that_does_not_answer),
        TEST(it_follows_to_the_end),
        TEST(it_touches_nothing),
        TEST(any_terminal_will_do),
        TEST(the_terminal_is_given_back),
        TEST(what_is_no_session_is_said_at_the_prompt),
    };
    return cmocka_run_group_tests_name("follow", tests, NULL, NULL);
}
