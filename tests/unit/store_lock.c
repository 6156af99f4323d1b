/* One writer at a time, whoever died before. */
#include <signal.h>
#include <stdbool.h>
#include <sys/wait.h>

#include "candour/base/arena.h"
#include "candour/store/session.h"
#include "store_folder.h"

static enum session_fault try_open(struct folder *f, struct session **session, struct session_holder *holder,
                                   const char **why) {
    char *bytes;
    size_t length;
    return session_open("a.yaml", false, f->arena, session, &bytes, &length, holder, why);
}

/* Another program that has the session open until it is killed; returns once it has. */
static pid_t start_other(struct folder *f) {
    int ready[2];
    char c = 0;
    assert_int_equal(pipe(ready), 0);
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        struct session *session;
        struct session_holder holder;
        const char *why;
        bool had = try_open(f, &session, &holder, &why) == SESSION_GOOD;
        if (write(ready[1], had ? "y" : "n", 1) == 1)
            for (;;)
                pause();
        _exit(1);
    }
    close(ready[1]);
    assert_int_equal(read(ready[0], &c, 1), 1);
    assert_int_equal(c, 'y');
    close(ready[0]);
    return pid;
}

static void end_other(pid_t pid) {
    assert_int_equal(kill(pid, SIGKILL), 0);
    assert_int_equal(waitpid(pid, NULL, 0), pid);
}

static void a_second_program_is_told_who_has_it(void **state) {
    struct folder *f = *state;
    struct session *session;
    struct session_holder holder;
    const char *why;
    char host[64] = "", expected[256];
    put_file("a.yaml", "one\n");
    assert_int_equal(gethostname(host, sizeof host - 1), 0);
    pid_t other = start_other(f);
    assert_int_equal(try_open(f, &session, &holder, &why), SESSION_HELD);
    assert_null(session);
    assert_int_equal(holder.pid, other);
    assert_string_equal(holder.host, host);
    int year, month, day, hour, minute;
    assert_int_equal(sscanf(holder.since, "%4d-%2d-%2dT%2d:%2d", &year, &month, &day, &hour, &minute), 5);
    assert_int_equal(strlen(holder.since), strlen("2026-11-23T10:42:07+00:00"));
    snprintf(expected, sizeof expected,
             "a.yaml cannot be written: another candour has it open: process %ld on %s, since %s", (long)other, host,
             holder.since);
    assert_string_equal(why, expected);
    end_other(other);
}

static void what_a_dead_program_left_is_taken_over(void **state) {
    struct folder *f = *state;
    struct session *session;
    struct session_holder holder;
    const char *why;
    put_file("a.yaml", "one\n");
    end_other(start_other(f));
    assert_true(is_there(".a.yaml.lock"));
    assert_int_equal(try_open(f, &session, &holder, &why), SESSION_GOOD);
    assert_null(why);
    session_close(session);
    assert_false(is_there(".a.yaml.lock"));
    /* As is one with rubbish in it. */
    put_file(".a.yaml.lock", "rubbish");
    assert_int_equal(try_open(f, &session, &holder, &why), SESSION_GOOD);
    session_close(session);
    assert_int_equal(names_with(".", "", NULL), 1);
}

static void a_replacement_does_not_lose_the_lock(void **state) {
    struct folder *f = *state;
    struct session *session, *second;
    struct session_holder holder;
    const char *why, *notice;
    put_file("a.yaml", "one\n");
    assert_int_equal(try_open(f, &session, &holder, &why), SESSION_GOOD);
    assert_null(session_finish(session, "two\n", 4, &notice, f->arena));
    assert_int_equal(try_open(f, &second, &holder, &why), SESSION_HELD);
    assert_int_equal(holder.pid, getpid());
    session_close(session);
    assert_int_equal(try_open(f, &session, &holder, &why), SESSION_GOOD);
    session_close(session);
}

static void a_second_new_session_of_that_name_is_refused(void **state) {
    struct folder *f = *state;
    struct session *session, *second;
    struct session_holder holder;
    const char *why;
    assert_int_equal(session_new("a.yaml", f->arena, &session, &holder, &why), SESSION_GOOD);
    assert_int_equal(session_new("a.yaml", f->arena, &second, &holder, &why), SESSION_HELD);
    session_close(session);
}

static void a_lock_that_cannot_be_had_is_said_and_gone_on_without(void **state) {
    struct folder *f = *state;
    struct session *session;
    struct session_holder holder;
    const char *why;
    put_file("a.yaml", "one\n");
    assert_int_equal(symlink("/dev/null", ".a.yaml.lock"), 0);
    assert_int_equal(try_open(f, &session, &holder, &why), SESSION_GOOD);
    assert_string_equal(why, "cannot lock .a.yaml.lock: Too many levels of symbolic links; nothing keeps another "
                             "candour from writing the same session");
    session_close(session);
    assert_true(is_there(".a.yaml.lock"));
}

static void another_lock_put_in_its_place_is_not_removed(void **state) {
    struct folder *f = *state;
    struct session *session;
    struct session_holder holder;
    const char *why;
    put_file("a.yaml", "one\n");
    assert_int_equal(try_open(f, &session, &holder, &why), SESSION_GOOD);
    assert_int_equal(unlink(".a.yaml.lock"), 0);
    put_file(".a.yaml.lock", "another's");
    session_close(session);
    assert_file(".a.yaml.lock", "another's");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        folder_test(a_second_program_is_told_who_has_it),
        folder_test(what_a_dead_program_left_is_taken_over),
        folder_test(a_replacement_does_not_lose_the_lock),
        folder_test(a_second_new_session_of_that_name_is_refused),
        folder_test(a_lock_that_cannot_be_had_is_said_and_gone_on_without),
        folder_test(another_lock_put_in_its_place_is_not_removed),
    };
    return cmocka_run_group_tests_name("store: locks", tests, NULL, NULL);
}
