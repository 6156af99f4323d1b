/* A saved session in the real program: seen, followed up, and left as it was when nothing was added. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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

static struct terminal *review(struct room *room, const char *path) {
    const char *const argv[] = {NULL, "review", path, NULL};
    return terminal_start(room, 24, 80, argv);
}

static void is_same(const struct room *room, const char *path, const char *before) {
    char *after = room_read(room, path);
    assert_string_equal(before, after);
    free(after);
}

static void has(const struct room *room, const char *text) {
    char *bytes = room_read(room, CLOSED);
    if (strstr(bytes, text) == NULL) {
        fail_msg("not in the file: %s", text);
    }
    free(bytes);
}

static void all_screens_are_shown_and_nothing_is_written(void **state) {
    static const char *const bars[] = {"[2 Findings]", "[3 Challenges]", "[4 Agreements]", "[5 Agencies]",
                                       "[6 Marker]",   "[7 Time]",       "[8 Log]"};
    struct room *room = *state;
    char *before = room_read(room, CLOSED);
    struct terminal *terminal = review(room, CLOSED);
    terminal_wait(terminal, "[4 Agreements]");
    assert_true(terminal_shows(terminal, "LATE"));
    terminal_type(terminal, "1");
    terminal_wait(terminal, "CLOSED");
    terminal_wait(terminal, "NEVER HEARD");
    for (int i = 0; i < 7; i++) {
        char key[2] = {(char)('2' + i), '\0'};
        terminal_type(terminal, key);
        terminal_wait(terminal, bars[i]);
    }
    terminal_type(terminal, "q");
    terminal_ends(terminal, 0);
    assert_true(terminal_shows(terminal, "Nothing was added to " CLOSED));
    is_same(room, CLOSED, before);
    assert_false(room_has(room, ".closed.yaml.lock"));
    terminal_free(terminal);
    free(before);
}

static void progress_is_recorded_and_the_outcome_follows(void **state) {
    struct room *room = *state;
    struct terminal *terminal = review(room, CLOSED);
    terminal_wait(terminal, "[4 Agreements]");
    terminal_type(terminal, ":progress A3 done Closure switched off\r");
    terminal_wait(terminal, "A3: progress recorded, now done. Saved 10:00:0");
    /* on the disk before it was said */
    has(room, "- at: 2017-03-05T10:00:00.");
    has(room, "  do: progress\n  id: A3\n  status: done\n  text: Closure switched off\n#\n");
    terminal_type(terminal, ":confirm Read on 5 March\r");
    terminal_wait(terminal, "The record is confirmed");
    terminal_type(terminal, "q");
    terminal_ends(terminal, 0);
    assert_true(terminal_shows(terminal, "Kept in " CLOSED));
    has(room, "\noutcome:\n");
    has(room, "as_of: 61\n"); /* 59 events, and two */
    has(room, "status: confirmed");
    scene_check(room, CLOSED);
    terminal_free(terminal);

    terminal = review(room, CLOSED);
    terminal_wait(terminal, "CONFIRMED");
    terminal_type(terminal, "q");
    terminal_ends(terminal, 0);
    terminal_free(terminal);
}

/* In few keys, and seen in the log and on the page of the record: what the disk has is what the terminal shows. */
static void evidence_seen_is_in_the_log_and_on_its_page(void **state) {
    struct room *room = *state;
    struct terminal *terminal = review(room, CLOSED);
    terminal_wait(terminal, "N steps on");
    terminal_type(terminal, "NN");
    terminal_wait(terminal, "C2: LATE: evidence was promised by 2016-12-20");
    terminal_type(terminal, "SAudit of 20 shown\rcsc\r");
    terminal_wait(terminal, "C2: the evidence promised was seen; it is owed no longer. Saved 10:00:0");
    has(room, "  do: progress\n  id: C2\n  by: CSC\n  text: \"Evidence seen: Audit of 20 shown\"\n#\n");
    has(room, "  do: amend\n  id: C2\n  set:\n    evidence: offered\n#\n");
    terminal_type(terminal, "l");
    terminal_wait(terminal, "Only C2: 5 of 61");
    terminal_wait(terminal, "follow-up: The evidence promised on C2 was given");
    terminal_type(terminal, "\r");
    terminal_wait(terminal, "EARLIER: wording 2 of 3");
    terminal_wait(terminal, "* Evidence");
    terminal_type(terminal, "\033");
    terminal_wait(terminal, "Only C2: 5 of 61");
    terminal_type(terminal, "q");
    terminal_ends(terminal, 0);
    scene_check(room, CLOSED);
    terminal_free(terminal);
}

static void held_by_another_it_is_read_only(void **state) {
    struct room *room = *state;
    struct terminal *first = review(room, CLOSED);
    terminal_wait(first, "[4 Agreements]");
    struct terminal *second = review(room, CLOSED);
    terminal_wait(second, "Read-only: it is open in another candour");
    assert_true(terminal_shows(second, "READ-ONLY"));
    terminal_type(second, "P");
    terminal_wait(second, "progress: it is open in another candour");
    terminal_type(second, "q");
    terminal_ends(second, 0);
    terminal_free(second);
    terminal_type(first, "q");
    terminal_ends(first, 0);
    terminal_free(first);
}

static void a_meeting_that_goes_on_is_only_looked_at(void **state) {
    struct room *room = *state;
    room->clock->frozen = INT64_C(1479821280000);
    struct terminal *meeting = scene_running(room);
    char *before = room_read(room, SESSION);
    struct terminal *terminal = review(room, SESSION);
    terminal_wait(terminal, "Read-only: this meeting is not closed");
    terminal_type(terminal, "1");
    terminal_wait(terminal, "NOT CLOSED");
    terminal_type(terminal, "q");
    terminal_ends(terminal, 0);
    is_same(room, SESSION, before);
    free(before);
    terminal_free(terminal);
    scene_adjourn(meeting);
    terminal_free(meeting);
}

static void an_agenda_is_refused(void **state) {
    struct room *room = *state;
    struct terminal *terminal = review(room, AGENDA);
    terminal_ends(terminal, 1);
    assert_true(terminal_shows(terminal, "is an agenda: nothing was said yet"));
    assert_true(terminal_shows(terminal, "'candour run " AGENDA "' opens its meeting"));
    terminal_free(terminal);
}

int main(int argc, char **argv) {
    build = argc > 1 ? argv[1] : "build/release";
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(all_screens_are_shown_and_nothing_is_written), TEST(progress_is_recorded_and_the_outcome_follows),
        TEST(evidence_seen_is_in_the_log_and_on_its_page),  TEST(held_by_another_it_is_read_only),
        TEST(a_meeting_that_goes_on_is_only_looked_at),     TEST(an_agenda_is_refused),
    };
    return cmocka_run_group_tests_name("review", tests, NULL, NULL);
}
