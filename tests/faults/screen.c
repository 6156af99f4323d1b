/* The real program in a terminal, on a system that fails: what the screen calls saved is in the file, what is not in it
 * is said, and when the system is well again everything is kept.
 *   screen BUILD [STRIDE]     every STRIDE-th call of each kind fails (default 1: each of them)
 */
#include <errno.h>
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "pty/scene.h"

enum { RECORDS = 10, EVENTS = RECORDS + 3, CALLS_MOST = 500, QUIET_MS = 3, ANSWER_MS = 600 };

static const char *build;
static int stride = 1;

/* A run of the program with one fault. */
struct faulty {
    struct room *room;
    struct terminal *terminal;
    const char *words; /* of the fault, as the screen must say them */
    char fault[96], folder[ROOM_PATH + 32], log[ROOM_PATH + 32], pause[ROOM_PATH + 32];
};

static void put_file(const struct faulty *f, const char *name, const char *text) {
    char path[2 * ROOM_PATH];
    snprintf(path, sizeof path, "%s/%s", f->room->folder, name);
    FILE *file = fopen(path, "we");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0 && fclose(file) == 0);
}

static void take_file(const struct faulty *f, const char *name) {
    char path[2 * ROOM_PATH];
    snprintf(path, sizeof path, "%s/%s", f->room->folder, name);
    assert_int_equal(unlink(path), 0);
}

static void end(struct faulty *f) {
    terminal_free(f->terminal);
    room_free(f->room);
}

/* One read of what is drawn within MS milliseconds; false when nothing came. */
static bool take(struct terminal *terminal, int ms) {
    char bytes[4096];
    struct pollfd ready = {.fd = terminal->fd, .events = POLLIN};
    if (poll(&ready, 1, ms) <= 0)
        return false;
    ssize_t n = read(terminal->fd, bytes, sizeof bytes);
    if (n > 0)
        vterm_input_write(terminal->vt, bytes, (size_t)n);
    return n > 0;
}

/* As terminal_wait, for hundreds of runs: a frame has ended after a few milliseconds of silence. */
static void wait_frame(struct faulty *f, const char *text) {
    int left = WAIT_MS;
    while (!terminal_shows(f->terminal, text) && left > 0)
        left -= take(f->terminal, 10) ? 0 : 10;
    while (take(f->terminal, QUIET_MS))
        ;
    if (terminal_shows(f->terminal, text))
        return;
    terminal_print(f->terminal);
    fail_msg("%s: waited in vain for: %s", f->fault, text);
}

/* The fault is met only while a file named `fails` is there. */
static void begin(struct faulty *f, const char *fault, const char *words, bool fails) {
    char name[2 * ROOM_PATH];
    *f = (struct faulty){.room = scene_room(build), .words = words};
    snprintf(name, sizeof name, "%s/faults/shim.so", build);
    char *shim = realpath(name, NULL);
    assert_non_null(shim);
    int length = snprintf(name, sizeof name, "%s:%s", f->room->shim, shim);
    assert_in_range(length, 1, sizeof f->room->shim - 1);
    strcpy(f->room->shim, name);
    free(shim);
    snprintf(f->fault, sizeof f->fault, "CANDOUR_FAULT=%s", fault);
    snprintf(f->folder, sizeof f->folder, "CANDOUR_FAULT_IN=%s/sessions", f->room->folder);
    snprintf(f->log, sizeof f->log, "CANDOUR_FAULT_LOG=%s/faults.log", f->room->folder);
    snprintf(f->pause, sizeof f->pause, "CANDOUR_FAULT_WHILE=%s/fails", f->room->folder);
    f->room->env[0] = f->fault;
    f->room->env[1] = f->folder;
    f->room->env[2] = f->log;
    f->room->env[3] = f->pause;
    if (fails)
        put_file(f, "fails", "");
    const char *const argv[] = {NULL, "run", AGENDA, NULL};
    f->terminal = terminal_start(f->room, 24, 80, argv);
    wait_frame(f, "Enter open the meeting");
}

static bool in_file(const struct faulty *f, const char *text) {
    char *bytes = room_read(f->room, SESSION);
    bool there = bytes && strstr(bytes, text);
    free(bytes);
    return there;
}

/* KEYS make MESSAGE appear; MARK is what the file then has, or the screen says that it has not, and why. */
static void act(struct faulty *f, const char *keys, const char *message, const char *mark) {
    terminal_type(f->terminal, keys);
    wait_frame(f, message);
    bool said = terminal_shows(f->terminal, "NOT SAVED");
    if (said && !terminal_shows(f->terminal, f->words)) {
        terminal_print(f->terminal);
        fail_msg("%s: the reason is not said", f->fault);
    }
    if (!said && !in_file(f, mark)) {
        terminal_print(f->terminal);
        fail_msg("%s: '%s' is not in the file, and this is not said", f->fault, mark);
    }
}

static void record(struct faulty *f, int number) {
    char keys[64], message[64], mark[64];
    snprintf(keys, sizeof keys, "nWords %d\r", number);
    snprintf(message, sizeof message, "N%d recorded", number);
    snprintf(mark, sizeof mark, "text: Words %d\n#\n", number);
    act(f, keys, message, mark);
}

static void open_meeting(struct faulty *f) {
    act(f, "\r", "The meeting is open", "do: open");
    act(f, " ", "I1 started", "do: start");
}

/* The question that leaving ends in when it cannot be kept, drawn to its end. */
static bool asked(struct faulty *f) {
    if (!terminal_shows(f->terminal, "It could not be saved") || !terminal_shows(f->terminal, "try again"))
        return false;
    while (take(f->terminal, QUIET_MS))
        ;
    return terminal_shows(f->terminal, "try again");
}

/* Leaves by adjourning; where that cannot be kept it is said, and tried again. */
static void leave(struct faulty *f) {
    int left = WAIT_MS;
    terminal_type(f->terminal, "q");
    wait_frame(f, "Leave?");
    terminal_pass(f->terminal, ANSWER_MS);
    terminal_type(f->terminal, "a");
    for (; !terminal_shows(f->terminal, "Kept in") && left > 0; left -= take(f->terminal, 10) ? 0 : 10) {
        if (!asked(f))
            continue;
        assert_true(terminal_shows(f->terminal, f->words) || terminal_shows(f->terminal, "may not survive"));
        terminal_pass(f->terminal, ANSWER_MS);
        terminal_type(f->terminal, "r");
    }
    if (left <= 0) {
        terminal_print(f->terminal);
        fail_msg("%s: it does not end", f->fault);
    }
    assert_int_equal(terminal_wait_end(f->terminal), 0);
}

/* The whole meeting is in the file, and nothing lies beside it. */
static void check(struct faulty *f) {
    char *bytes = room_read(f->room, SESSION);
    int events = 0;
    assert_non_null(bytes);
    for (const char *at = bytes; (at = strstr(at, "\n  do: ")); at++)
        events++;
    free(bytes);
    if (events != EVENTS)
        fail_msg("%s: %d events in the file", f->fault, events);
    scene_check(f->room, SESSION);
    assert_false(room_has(f->room, "sessions/.2*"));
    assert_false(room_has(f->room, "sessions/*.conflict*"));
    assert_false(room_has(f->room, "sessions/*.other*"));
}

/* Ten records; true when the fault was met. */
static bool meeting_with(const char *kind, int n, const char *how, const char *words) {
    struct faulty f;
    char fault[64];
    snprintf(fault, sizeof fault, "%s:%d:%s", kind, n, how);
    begin(&f, fault, words, true);
    open_meeting(&f);
    for (int i = 1; i <= RECORDS; i++)
        record(&f, i);
    leave(&f);
    check(&f);
    bool met = room_has(f.room, "faults.log");
    end(&f);
    return met;
}

static void every_call(void **state) {
    const char *const *what = *state;
    for (int n = 1; n < CALLS_MOST; n += stride) {
        if (meeting_with(what[0], n, what[1], what[2]))
            continue;
        assert_true(n > 1);
        return;
    }
    fail_msg("%s is met for ever", what[0]);
}

static void records_until(struct faulty *f, int from, int to) {
    for (int i = from; i <= to; i++)
        record(f, i);
}

static void a_full_disk_is_said_until_there_is_room(void **state) {
    (void)state;
    struct faulty f;
    begin(&f, "write:1+:ENOSPC", "space left on device", false);
    open_meeting(&f);
    records_until(&f, 1, 3);
    put_file(&f, "fails", "");
    records_until(&f, 4, 6);
    assert_true(terminal_shows(f.terminal, "NOT SAVED since 13:28:00"));
    assert_false(in_file(&f, "Words 4"));
    assert_true(in_file(&f, "text: Words 3\n#\n"));
    assert_true(room_has(f.room, LOCK));
    scene_check(f.room, SESSION);
    take_file(&f, "fails");
    /* Nothing is typed: it is tried again by itself. */
    terminal_pass(f.terminal, 15 * 1000);
    terminal_wait_not(f.terminal, "NOT SAVED");
    assert_true(in_file(&f, "text: Words 6\n#\n"));
    records_until(&f, 7, RECORDS);
    leave(&f);
    check(&f);
    end(&f);
}

static void when_it_stays_full_another_file_is_offered(void **state) {
    (void)state;
    struct faulty f;
    begin(&f, "write:1+:ENOSPC", "space left on device", false);
    open_meeting(&f);
    records_until(&f, 1, 5);
    put_file(&f, "fails", "");
    records_until(&f, 6, RECORDS);
    terminal_type(f.terminal, "q");
    wait_frame(&f, "Leave?");
    terminal_pass(f.terminal, ANSWER_MS);
    terminal_type(f.terminal, "a");
    wait_frame(&f, "It could not be saved");
    terminal_pass(f.terminal, ANSWER_MS);
    terminal_type(f.terminal, "o");
    wait_frame(&f, "keep it in");
    terminal_type(f.terminal, "\x15rescued.yaml\r"); /* Ctrl-U: over what is offered */
    assert_int_equal(terminal_wait_end(f.terminal), 0);
    char *bytes = room_read(f.room, "rescued.yaml");
    assert_non_null(bytes);
    assert_non_null(strstr(bytes, "text: Words 10\n"));
    free(bytes);
    scene_check(f.room, "rescued.yaml");
    /* What was confirmed in the first place is still there too. */
    assert_true(in_file(&f, "text: Words 5\n#\n"));
    scene_check(f.room, SESSION);
    end(&f);
}

static void what_another_program_wrote_is_kept_beside_and_said(void **state) {
    (void)state;
    struct faulty f;
    begin(&f, "write:1:EIO", "", false);
    open_meeting(&f);
    records_until(&f, 1, 3);
    put_file(&f, SESSION, "candour: 1\n# cut by a sync client\n");
    act(&f, "nWords 4\r", "Another program changed", "text: Words 4\n#\n");
    records_until(&f, 5, RECORDS);
    char *theirs = room_read(f.room, "sessions/*.other-*");
    assert_non_null(theirs);
    assert_string_equal(theirs, "candour: 1\n# cut by a sync client\n");
    free(theirs);
    take_file(&f, SESSION);
    act(&f, "hcsc\r", "had gone and was written anew", "do: heard");
    assert_true(in_file(&f, "text: Words 10\n#\n"));
    leave(&f);
    scene_check(f.room, SESSION);
    end(&f);
}

int main(int argc, char **argv) {
    static const char *const kinds[][3] = {
        {"write", "ENOSPC", "space left on device"},
        {"write", "EIO", "output error"},
        {"fdatasync", "EIO", "output error"},
        {"fsync", "EIO", "output error"},
        {"rename", "EIO", "output error"},
        {"close", "EIO", "output error"},
        {"open", "EMFILE", "open files"},
    };
    enum { KINDS = sizeof kinds / sizeof *kinds };
    static char names[KINDS][64];
    struct CMUnitTest tests[KINDS + 3] = {cmocka_unit_test(a_full_disk_is_said_until_there_is_room),
                                          cmocka_unit_test(when_it_stays_full_another_file_is_offered),
                                          cmocka_unit_test(what_another_program_wrote_is_kept_beside_and_said)};
    build = argc > 1 ? argv[1] : "build/release";
    stride = argc > 2 ? atoi(argv[2]) : 1;
    for (size_t i = 0; i < KINDS; i++) {
        snprintf(names[i], sizeof names[i], "every %s (%s)", kinds[i][0], kinds[i][1]);
        tests[i + 3] = (struct CMUnitTest){
            .name = names[i], .test_func = every_call, .initial_state = (void *)(uintptr_t)kinds[i]};
    }
    return cmocka_run_group_tests_name("faults: on the screen", tests, NULL, NULL);
}
