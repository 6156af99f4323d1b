/* Every call of every kind fails once, and for good, in a meeting of ten records. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "bench/generate.h"
#include "drive.h"
#include "shim.h"

enum { CALLS_MOST = 2000 };

/* The meeting with FAULT; how often a fault was met. */
static int meeting_with(const char *fault, struct drive *drive) {
    drive_begin(drive);
    shim_arm(fault, drive->folder);
    drive_meeting(drive);
    int hits = shim_hits();
    shim_disarm();
    return hits;
}

/* When the system is well again everything that was said is kept. */
static void recover(struct drive *drive) {
    drive_check(drive);
    drive_finish(drive);
    if (!drive->finished)
        drive_wrong(drive, "not kept though the system is well: %s", drive->why);
    drive_check_all(drive);
}

/* PATTERN with N for each `#`. */
static void put_number(const char *pattern, int n, char *out, size_t size) {
    size_t length = 0;
    for (; *pattern && length + 12 < size; pattern++)
        if (*pattern == '#')
            length += (size_t)snprintf(out + length, size - length, "%d", n);
        else
            out[length++] = *pattern;
    out[length] = '\0';
}

/* All n until the first fault is not met any more. */
static void every(const char *pattern, bool silent) {
    for (int n = 1; n < CALLS_MOST; n++) {
        char fault[128];
        struct drive drive;
        put_number(pattern, n, fault, sizeof fault);
        int hits = meeting_with(fault, &drive);
        recover(&drive);
        if (drive.wrong[0])
            fail_msg("%s: %s", fault, drive.wrong);
        if ((silent || hits == 0) && drive.failures > 0)
            fail_msg("%s: said, though nothing failed: %s", fault, drive.why);
        drive_end(&drive);
        if (shim_first_met())
            continue;
        assert_true(n > 1); /* a fault that is never met tests nothing */
        return;
    }
    fail_msg("%s is met for ever", pattern);
}

static void once(void **state) {
    every(*state, false);
}

/* An interruption is no failure. */
static void unnoticed(void **state) {
    every(*state, true);
}

/* A meeting up to its fifth event, then one more while FAULT is armed; was it kept? BEFORE and AFTER are the file's. */
static bool one_more(struct drive *drive, const char *fault, struct stat *before, struct stat *after) {
    drive_begin(drive);
    for (size_t i = 0; i < 5; i++)
        assert_true(drive_say(drive, i));
    assert_int_equal(stat(drive->path, before), 0);
    shim_arm(fault, drive->folder);
    bool kept = drive_say_event(drive, generate_event(drive->arena, 13));
    shim_disarm();
    assert_int_equal(stat(drive->path, after), 0);
    assert_string_equal(drive->wrong, "");
    return kept;
}

/* What a failed fdatasync leaves in the cache may never reach the disk, whatever a second one says. */
static void after_a_failed_fdatasync_the_whole_is_written_anew(void **state) {
    (void)state;
    struct drive drive;
    struct stat before, after;
    assert_true(one_more(&drive, "fdatasync:1:EIO", &before, &after));
    assert_true(before.st_ino != after.st_ino);
    assert_int_equal(after.st_size, drive.all.length);
    drive_end(&drive);
    /* And when that fails too, the next one does the same. */
    assert_false(one_more(&drive, "fdatasync:1:EIO,fsync:1:EIO", &before, &after));
    assert_int_equal(after.st_ino, before.st_ino);
    assert_int_equal(after.st_size, before.st_size);
    assert_true(drive_keep(&drive));
    assert_int_equal(stat(drive.path, &after), 0);
    assert_true(before.st_ino != after.st_ino);
    drive_end(&drive);
}

static void after_a_failed_write_the_file_is_cut_back(void **state) {
    (void)state;
    struct drive drive;
    struct stat before, after;
    assert_false(one_more(&drive, "write:1:short,write:1:ENOSPC", &before, &after));
    assert_int_equal(after.st_ino, before.st_ino);
    assert_int_equal(after.st_size, before.st_size);
    assert_non_null(strstr(drive.why, "No space left on device"));
    /* An append again, not a new file. */
    assert_true(drive_keep(&drive));
    assert_int_equal(stat(drive.path, &after), 0);
    assert_int_equal(after.st_ino, before.st_ino);
    drive_end(&drive);
}

/* An event is one write and one fdatasync, however long. */
static void an_event_is_one_write_and_one_fdatasync(void **state) {
    (void)state;
    struct drive drive;
    struct stat before, after;
    assert_true(one_more(&drive, "write:2:EIO,fdatasync:2:EIO,open:1:EIO,read:1:EIO", &before, &after));
    assert_int_equal(shim_hits(), 0);
    assert_int_equal(after.st_ino, before.st_ino);
    drive_end(&drive);
}

int main(void) {
    static char faults[][48] = {
        "open:#:EIO",

        "write:#:EIO",
        "write:#:ENOSPC",
        "fdatasync:#:EIO",
        "fsync:#:EIO",

        "rename:#:EIO",

        "close:#:EIO",

        "mkdir:#:ENOSPC",
        "look:#:EIO",
        "read:#:EIO",
        "open:#+:EMFILE",
        "write:#+:ENOSPC",
        "fdatasync:#+:EIO",
        "fsync:#+:EIO",
        "rename:#+:EIO",
        "close:#+:EIO",
        "look:#+:EIO",
        "read:#+:EIO",
        "write:#+:zero",
        "write:#:EIO,ftruncate:2:EIO",
        "write:#:short,write:#+:ENOSPC",
        "write:#:EIO,ftruncate:2+:EIO",
        "fdatasync:#:EIO,rename:3+:EIO",
        "fdatasync:#+:EIO,ftruncate:2:EIO",
    };
    static char interruptions[][48] = {"open:#:EINTR",  "write:#:EINTR", "fdatasync:#:EINTR", "fsync:#:EINTR",
                                       "close:#:EINTR", "read:#:EINTR",  "write:#:short"};
    enum { FAULTS = sizeof faults / sizeof *faults, INTERRUPTIONS = sizeof interruptions / sizeof *interruptions };
    enum { NAMED = 3 };
    struct CMUnitTest tests[NAMED + FAULTS + INTERRUPTIONS] = {
        cmocka_unit_test(after_a_failed_fdatasync_the_whole_is_written_anew),
        cmocka_unit_test(after_a_failed_write_the_file_is_cut_back),
        cmocka_unit_test(an_event_is_one_write_and_one_fdatasync),
    };
    for (size_t i = 0; i < FAULTS; i++)
        tests[NAMED + i] = (struct CMUnitTest){.name = faults[i], .test_func = once, .initial_state = faults[i]};
    for (size_t i = 0; i < INTERRUPTIONS; i++)
        tests[NAMED + FAULTS + i] =
            (struct CMUnitTest){.name = interruptions[i], .test_func = unnoticed, .initial_state = interruptions[i]};
    return cmocka_run_group_tests_name("faults: the n-th call", tests, NULL, NULL);
}
