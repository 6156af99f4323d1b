/* The meeting line by line at a terminal: the line editing is the terminal's own, nothing but text is written to it,
 * what was typed ahead answers no question, and time is said as it passes. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>

#include <cmocka.h>

#include "harness.h"

static const char *build;

static int begin(void **state) {
    struct room *room = room_new(build, true);
    room_copy(room, "tests/cases/harrowmere.agenda.yaml", "agenda.yaml");
    *state = room;
    return 0;
}

static int end(void **state) {
    room_free(*state);
    return 0;
}

static struct terminal *run(struct room *room) {
    const char *const argv[] = {NULL, "run", "agenda.yaml", "--plain", "-o", "s.yaml", NULL};
    struct terminal *terminal = terminal_start(room, 24, 100, argv);
    terminal_wait(terminal, "start>");
    return terminal;
}

/* Text and line ends alone, and the line left as it was. */
static void only_text(struct terminal *terminal) {
    struct termios line;
    for (size_t i = 0; i < terminal->raw_length; i++) {
        unsigned char byte = (unsigned char)terminal->raw[i];
        if (byte < ' ' && byte != '\r' && byte != '\n') {
            fail_msg("byte %d was written: %.60s", byte, terminal->raw + i);
        }
    }
    assert_false(terminal->alternate);
    assert_int_equal(tcgetattr(terminal->slave, &line), 0);
    assert_true((line.c_lflag & (ICANON | ECHO)) == (ICANON | ECHO));
}

static void what_was_typed_ahead_answers_no_question(void **state) {
    struct terminal *terminal = run(*state);
    terminal_type(terminal, "start\r");
    terminal_wait(terminal, "I1 Opening: quorum, confidentiality, interests, ground rules started. Saved 13:28:00");
    terminal_type(terminal, "c NPS>MHT F1 Why?\r");
    terminal_wait(terminal, "C1 recorded: National Probation Service to Mental Health Trust, F1.");
    terminal_type(terminal, "next\rnext\r");
    terminal_wait(terminal, "That was typed before the question was asked");
    terminal_pass(terminal, 600);
    terminal_type(terminal, "next\r");
    terminal_wait(terminal, "Now I2 The child's experience");
    only_text(terminal);
    terminal_type(terminal, "leave\r");
    terminal_wait(terminal, "Answer a: adjourn, c: close, Esc: stay.");
    terminal_pass(terminal, 600);
    terminal_type(terminal, "adjourn\r");
    terminal_ends(terminal, 0);
    only_text(terminal);
    terminal_free(terminal);
}

static void time_is_said_as_it_passes(void **state) {
    struct terminal *terminal = run(*state);
    terminal_type(terminal, "start\r");
    terminal_wait(terminal, "Now I1 Opening");
    for (int i = 0; i < 7; i++) {
        terminal_pass(terminal, 60000);
        terminal_settle(terminal);
    }
    terminal_pass(terminal, 30100);
    terminal_wait(terminal, "TIME: I1 has used three quarters of its 10 minutes, 2:30 left.");
    terminal_type(terminal, "\x04"); /* the end of what is typed */
    terminal_ends(terminal, 0);
    terminal_wait(terminal, "To go on: candour run s.yaml");
    only_text(terminal);
    terminal_free(terminal);
}

static void a_signal_and_a_hang_up_leave_with_all_kept(void **state) {
    struct room *room = *state;
    struct terminal *terminal = run(room);
    terminal_type(terminal, "start\rnote\rHalf a ");
    terminal_wait(terminal, "Words (");
    terminal_type(terminal, "\x03");
    terminal_ends(terminal, 128 + SIGINT);
    terminal_wait(terminal, "Kept in s.yaml");
    terminal_free(terminal);
    const char *const again[] = {NULL, "run", "s.yaml", "--plain", NULL};
    terminal = terminal_start(room, 24, 100, again);
    terminal_wait(terminal, "start>");
    terminal_type(terminal, "open\r");
    terminal_wait(terminal, "Going on with I1");
    terminal_type(terminal, "note\r:more\rA thought\r");
    terminal_wait_in_file(terminal, ".s.yaml.draft", "text: A thought");
    terminal_hang_up(terminal);
    terminal_ends(terminal, 128 + SIGHUP);
    assert_true(room_has(room, ".s.yaml.draft"));
    terminal_free(terminal);
}

/* At a terminal a slip is said and nobody's fault, a name is asked for again, and a meeting leads back. */
static void home_opens_a_meeting_and_goes_on(void **state) {
    struct room *room = *state;
    const char *const argv[] = {NULL, "--plain", NULL};
    room->env[0] = "EDITOR=true";
    struct terminal *terminal = terminal_start(room, 40, 100, argv);
    terminal_wait(terminal, "1: agenda, 2016-11-22, HSCB HMB-02, ");
    terminal_wait(terminal, "home>");
    terminal_type(terminal, "new\r");
    terminal_wait(terminal, "Name, in agendas/ (our-meeting.yaml):");
    terminal_type(terminal, "a/b\r");
    terminal_wait(terminal, "Not so: a name alone, without a folder");
    terminal_type(terminal, "ours\r");
    terminal_wait(terminal, "agendas/ours.yaml is in order");
    terminal_wait(terminal, "Home: 2 agendas.");
    terminal_type(terminal, "nonsense\r");
    terminal_wait(terminal, "'nonsense' is not a command; help says them all");
    terminal_type(terminal, "run 1\r");
    terminal_wait(terminal, "start>");
    terminal_type(terminal, "start\r");
    terminal_wait(terminal, "Now I1 Opening");
    terminal_type(terminal, "adjourn\r");
    terminal_wait(terminal, "Kept in sessions/2016-11-22-HMB-02.yaml");
    terminal_wait(terminal, "1: adjourned, 2016-11-22, HSCB HMB-02, ");
    terminal_type(terminal, "run 2\r");
    terminal_wait(terminal, "Go on with it? [Y/n]");
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "start>");
    only_text(terminal);
    terminal_type(terminal, "\x04");
    terminal_ends(terminal, 0);
    terminal_free(terminal);
}

static void a_dumb_terminal_is_pointed_at_it(void **state) {
    struct room *room = *state;
    const char *const argv[] = {"/bin/sh", "-c", "TERM=dumb exec \"$0\" run agenda.yaml -o s.yaml", room->program,
                                NULL};
    struct terminal *terminal = terminal_start(room, 24, 100, argv);
    terminal_ends(terminal, 3);
    terminal_wait(terminal, "or use --plain, which goes line by line on any terminal");
    terminal_free(terminal);
}

int main(int count, char **words) {
    build = count > 1 ? words[1] : "build/release";
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_was_typed_ahead_answers_no_question, begin, end),
        cmocka_unit_test_setup_teardown(time_is_said_as_it_passes, begin, end),
        cmocka_unit_test_setup_teardown(a_signal_and_a_hang_up_leave_with_all_kept, begin, end),
        cmocka_unit_test_setup_teardown(home_opens_a_meeting_and_goes_on, begin, end),
        cmocka_unit_test_setup_teardown(a_dumb_terminal_is_pointed_at_it, begin, end),
    };
    return cmocka_run_group_tests_name("pty: plain", tests, NULL, NULL);
}
