/* The disk fills up in the middle of a meeting, and later has room again. */
#include <errno.h>
#include <sched.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cmocka.h>

#include "bench/generate.h"
#include "candour/base/arena.h"
#include "candour/format/save.h"
#include "drive.h"

enum { EVENTS_MOST = 2000, FAILURES = 5 };

/* Says events until FAILURES of them were not kept. The number said. */
static size_t talk_until_full(struct drive *drive) {
    size_t number = 0;
    for (; number < EVENTS_MOST && drive->failures < FAILURES; number++)
        drive_say_event(drive, generate_event(drive->arena, number));
    return number;
}

static void room_again(struct drive *drive, size_t said) {
    if (!drive_keep(drive))
        drive_wrong(drive, "not kept though there is room: %s", drive->why);
    drive_check(drive);
    assert_string_equal(drive->wrong, "");
    assert_int_equal(drive_load(drive->path, NULL, NULL), said);
}

/* The size a file may have is the size of the disk, as far as a write can tell. */
static void a_limit_on_the_file(void **state) {
    (void)state;
    struct rlimit limit;
    struct drive drive;
    drive_begin(&drive);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    rlim_t before = limit.rlim_cur;
    limit.rlim_cur = 48 * 1024 + 123;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
    size_t said = talk_until_full(&drive);
    limit.rlim_cur = before;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
    assert_int_equal(drive.failures, FAILURES);
    assert_non_null(strstr(drive.why, "File too large"));
    assert_string_equal(drive.wrong, "");
    assert_int_equal(drive.confirmed_events, said - FAILURES);
    room_again(&drive, said);
    drive_end(&drive);
}

/* A file system of 64 KiB of its own, in a name space of its own that ends with this program. */
static bool mount_small(const char *path, const char *options) {
    static bool apart;
    if (!apart && (unshare(CLONE_NEWNS) != 0 || mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0))
        return false;
    apart = true;
    return mount("candour-test", path, "tmpfs", MS_NOSUID | MS_NODEV, options) == 0;
}

static void a_file_system_of_64_kib(void **state) {
    (void)state;
    struct drive drive;
    drive_begin(&drive);
    if (!mount_small(drive.folder, "size=64k,mode=0700")) {
        printf("cannot mount here (%s): only the limit on the file was tried\n", strerror(errno));
        drive_end(&drive);
        skip();
    }
    size_t said = talk_until_full(&drive);
    assert_int_equal(drive.failures, FAILURES);
    assert_non_null(strstr(drive.why, "No space left on device"));
    assert_string_equal(drive.wrong, "");
    /* Leaving does not work either, and takes nothing away. */
    assert_false(drive_finish(&drive));
    assert_string_equal(drive.wrong, "");
    assert_int_equal(mount("candour-test", drive.folder, "tmpfs", MS_REMOUNT | MS_NOSUID | MS_NODEV, "size=1m"), 0);
    room_again(&drive, said);
    assert_true(drive_finish(&drive));
    assert_int_equal(drive_load(drive.path, NULL, NULL), said);
    session_close(drive.session);
    drive.session = NULL;
    assert_int_equal(umount(drive.folder), 0);
    drive_end(&drive);
}

/* No room even for the first write: no file comes into being, and the meeting is kept as soon as one can. */
static void no_room_from_the_start(void **state) {
    (void)state;
    struct rlimit limit;
    struct drive drive;
    drive_begin(&drive);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    rlim_t before = limit.rlim_cur;
    limit.rlim_cur = 1024;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
    size_t said = talk_until_full(&drive);
    limit.rlim_cur = before;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
    assert_int_equal(said, FAILURES);
    assert_int_equal(drive.confirmed_events, 0);
    assert_true(access(drive.path, F_OK) != 0);
    assert_string_equal(drive.wrong, "");
    room_again(&drive, said);
    drive_end(&drive);
}

int main(void) {
    signal(SIGXFSZ, SIG_IGN);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_limit_on_the_file),
        cmocka_unit_test(no_room_from_the_start),
        cmocka_unit_test(a_file_system_of_64_kib),
    };
    return cmocka_run_group_tests_name("faults: a full disk", tests, NULL, NULL);
}
