/* The program is killed before, in and after every call of a meeting, and its file cut at every byte of the last event.
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "candour/base/arena.h"
#include "candour/format/load.h"
#include "candour/format/save.h"
#include "drive.h"
#include "shim.h"

enum { CALLS_MOST = 2000 };

/* Runs the meeting in a child with FAULT; the events it was told are kept. KILLED: the fault was met. */
static size_t killed_meeting(struct drive *drive, const char *fault, bool *killed) {
    int report[2], status;
    char bytes[DRIVE_EVENTS];
    assert_int_equal(pipe(report), 0);
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        drive->report = report[1];
        shim_arm(fault, drive->folder);
        drive_meeting(drive);
        _exit(drive->wrong[0] ? 1 : 0);
    }
    close(report[1]);
    size_t confirmed = 0;
    for (ssize_t n; (n = read(report[0], bytes, sizeof bytes)) > 0;)
        confirmed += (size_t)n;
    close(report[0]);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    *killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    if (!*killed)
        assert_int_equal(status, 0);
    return confirmed;
}

static struct session *open_again(struct drive *drive) {
    struct session *session;
    struct session_holder holder;
    const char *why;
    char *bytes;
    size_t length;
    enum session_fault fault = session_open(drive->path, false, drive->arena, &session, &bytes, &length, &holder, &why);
    if (fault != SESSION_GOOD || why)
        drive_wrong(drive, "cannot go on after the kill: %s", why ? why : "");
    return session;
}

static void begin_again(struct drive *drive) {
    struct session *session;
    struct session_holder holder;
    const char *why;
    if (session_new(drive->path, drive->arena, &session, &holder, &why) != SESSION_GOOD || why)
        drive_wrong(drive, "cannot begin again after the kill: %s", why ? why : "");
    session_close(session);
}

static void never_asked(void *context, struct buffer *out) {
    (void)out;
    drive_wrong(context, "a whole replacement was needed");
}

/* What a chair does next: opens it, the torn tail is cut, and one more event is said. */
static void go_on(struct drive *drive, size_t confirmed) {
    size_t whole = 0, torn = 0;
    const char *kept_at, *notice;
    long events = drive_load(drive->path, &whole, &torn);
    if (events < (long)confirmed)
        drive_wrong(drive, "%ld events load, %zu were confirmed", events, confirmed);
    if (events > (long)confirmed + 1)
        drive_wrong(drive, "%ld events load, %zu were confirmed", events, confirmed);
    struct session *session = open_again(drive);
    if (!session)
        return;
    if (torn > 0 && session_cut(session, whole, "20161122T170000", &kept_at, drive->arena))
        drive_wrong(drive, "the torn tail cannot be cut");
    struct stamp at = {.at = instant_of(day_of(2016, 11, 22), 17 * 60, 0)};
    struct event more = event_new(drive->arena, DO_CLOSE, at);
    struct buffer bytes = {0};
    save_event(&more, &bytes);
    const char *why = session_keep(session, bytes.bytes, bytes.length, never_asked, drive, &notice, drive->arena);
    if (why)
        drive_wrong(drive, "%s", why);
    buffer_free(&bytes);
    session_close(session);
}

/* After the outcome was written nothing more can be said, but it must open; before the file was there a new session
 * begins again. */
static void open_and_look(struct drive *drive, size_t confirmed) {
    struct stat status;
    bool there = stat(drive->path, &status) == 0;
    if (!there && confirmed > 0)
        drive_wrong(drive, "the file is gone");
    if (there && confirmed < DRIVE_EVENTS - 1)
        go_on(drive, confirmed);
    else if (there)
        session_close(open_again(drive));
    else
        begin_again(drive);
}

/* What a kill leaves until the session is opened again, a lock file and temporaries, is gone then; the draft stays. */
static void check_left(struct drive *drive) {
    char path[160];
    struct stat status;
    snprintf(path, sizeof path, "%s/sessions/.x.yaml.lock", drive->folder);
    if (stat(path, &status) == 0)
        drive_wrong(drive, "the lock was left behind");
    drive_names(drive, "x.yaml.torn-20161122T170000");
}

static void killed_at_every(void **state) {
    const char *const *pattern = *state;
    for (int n = 1; n < CALLS_MOST; n++) {
        char fault[64];
        struct drive drive;
        bool killed;
        snprintf(fault, sizeof fault, "%s:%d:%s", pattern[0], n, pattern[1]);
        drive_begin(&drive);
        size_t confirmed = killed_meeting(&drive, fault, &killed);
        open_and_look(&drive, confirmed);
        check_left(&drive);
        if (drive.wrong[0])
            fail_msg("%s: %s", fault, drive.wrong);
        drive_end(&drive);
        if (killed)
            continue;
        assert_true(n > 1);
        return;
    }
    fail_msg("%s is met for ever", pattern[0]);
}

static void put_bytes(const char *path, const char *bytes, size_t length) {
    FILE *file = fopen(path, "we");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

/* The first LENGTH bytes of the session, and ZEROS behind them, as a file system may leave them after a power cut. */
static void torn_at(struct drive *drive, size_t length, size_t zeros, size_t events_before) {
    size_t whole = 0, torn = 0, last = drive->all.length;
    bool complete = length >= last - 1; /* but for the final newline */
    const char *kept_at = NULL;
    char *bytes = arena_alloc(drive->arena, length + zeros + 1);
    memcpy(bytes, drive->all.bytes, length);
    put_bytes(drive->path, bytes, length + zeros);
    long events = drive_load(drive->path, &whole, &torn);
    if (events != (long)events_before && !(complete && events == (long)events_before + 1))
        fail_msg("cut at %zu of %zu: %ld events", length, last, events);
    if (whole + torn != length + zeros)
        fail_msg("cut at %zu of %zu: %zu whole and %zu torn", length, last, whole, torn);
    struct session *session = open_again(drive);
    assert_non_null(session);
    assert_null(session_cut(session, whole, "20161122T170000", &kept_at, drive->arena));
    session_close(session);
    assert_int_equal(drive_load(drive->path, NULL, &torn), events);
    assert_int_equal(torn, 0);
    if (kept_at)
        unlink(kept_at);
}

static void torn_at_every_byte_of_the_last_event(void **state) {
    (void)state;
    struct drive drive;
    drive_begin(&drive);
    size_t before = 0;
    for (size_t i = 0; i < DRIVE_EVENTS - 1; i++) {
        before = drive.all.length;
        assert_true(drive_say(&drive, i));
    }
    session_close(drive.session);
    drive.session = NULL;
    for (size_t length = before; length <= drive.all.length; length++) {
        torn_at(&drive, length, 0, DRIVE_EVENTS - 2);
        torn_at(&drive, length, 100, DRIVE_EVENTS - 2);
    }
    assert_string_equal(drive.wrong, "");
    drive_end(&drive);
}

int main(void) {
    static const char *const patterns[][2] = {
        {"open", "kill"},      {"open", "after"},      {"write", "kill"},  {"write", "half"},  {"write", "after"},
        {"fdatasync", "kill"}, {"fdatasync", "after"}, {"fsync", "kill"},  {"fsync", "after"}, {"rename", "kill"},
        {"rename", "after"},   {"close", "kill"},      {"close", "after"}, {"mkdir", "kill"},  {"mkdir", "after"},
    };
    enum { PATTERNS = sizeof patterns / sizeof *patterns };
    static char names[PATTERNS][64];
    struct CMUnitTest tests[PATTERNS + 1] = {cmocka_unit_test(torn_at_every_byte_of_the_last_event)};
    for (size_t i = 0; i < PATTERNS; i++) {
        snprintf(names[i], sizeof names[i], "killed at every %s (%s)", patterns[i][0], patterns[i][1]);
        tests[i + 1] = (struct CMUnitTest){
            .name = names[i], .test_func = killed_at_every, .initial_state = (void *)(uintptr_t)patterns[i]};
    }
    return cmocka_run_group_tests_name("faults: killed", tests, NULL, NULL);
}
