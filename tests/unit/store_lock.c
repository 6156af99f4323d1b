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

/* --- what is said to the second screen --- */

static struct lock_seen seen(const char *path) {
    struct lock_seen out;
    assert_true(lock_look(path, &out));
    return out;
}

static void the_second_screen_is_told(void **state) {
    struct folder *f = *state;
    struct session *session;
    struct session_holder holder;
    const char *why;
    char host[64] = "";
    put_file("a.yaml", "one\n");
    assert_false(seen(".a.yaml.lock").there);
    assert_int_equal(gethostname(host, sizeof host - 1), 0);
    assert_int_equal(try_open(f, &session, &holder, &why), SESSION_GOOD);
    struct lock_seen now = seen(".a.yaml.lock");
    assert_true(now.there && now.read && !now.blank);
    assert_int_equal(now.holding, HOLDING_SOMEBODY);
    assert_int_equal(now.holder.pid, getpid());
    assert_string_equal(now.holder.host, host);
    assert_int_equal(now.clock, 0);
    assert_null(session_blank(session, true, f->arena));
    assert_true(seen(".a.yaml.lock").blank);
    assert_true(session_is_blank(session));
    session_clock(session, -123456);
    now = seen(".a.yaml.lock");
    assert_true(now.blank);
    assert_int_equal(now.clock, -123456);
    assert_string_equal(now.holder.host, host);
    session_clock(session, 7); /* a shorter text leaves nothing of the longer one */
    assert_int_equal(seen(".a.yaml.lock").clock, 7);
    assert_null(session_blank(session, false, f->arena));
    assert_false(seen(".a.yaml.lock").blank);
    /* in words, for whoever opens it */
    char *text;
    size_t length;
    assert_null(file_read(".a.yaml.lock", 1000, f->arena, &text, &length, NULL));
    assert_string_equal(strchr(text, '\n'), "\nscreen shown\nclock +7\n");
    session_close(session);
    assert_false(is_there(".a.yaml.lock"));
}

/* Nothing private is shown because a program has gone, killed or told to. */
static void a_blank_screen_stays_blank_whatever_becomes_of_the_program(void **state) {
    struct folder *f = *state;
    struct session *session;
    struct session_holder holder;
    const char *why;
    put_file("a.yaml", "one\n");
    assert_int_equal(try_open(f, &session, &holder, &why), SESSION_GOOD);
    assert_null(session_blank(session, true, f->arena));
    session_close(session);
    assert_true(seen(".a.yaml.lock").blank);
    assert_int_equal(seen(".a.yaml.lock").holding, HOLDING_NOBODY);
    /* and the next program finds it so, until it says otherwise */
    assert_int_equal(try_open(f, &session, &holder, &why), SESSION_GOOD);
    assert_true(session_is_blank(session));
    assert_true(seen(".a.yaml.lock").blank);
    assert_int_equal(seen(".a.yaml.lock").holding, HOLDING_SOMEBODY);
    assert_null(session_blank(session, false, f->arena));
    session_close(session);
    assert_false(is_there(".a.yaml.lock"));
}

static void a_removed_lock_file_is_made_anew_to_say_it(void **state) {
    struct folder *f = *state;
    struct session *session;
    struct session_holder holder;
    const char *why;
    put_file("a.yaml", "one\n");
    assert_int_equal(try_open(f, &session, &holder, &why), SESSION_GOOD);
    assert_int_equal(unlink(".a.yaml.lock"), 0);
    assert_null(session_blank(session, true, f->arena));
    assert_true(seen(".a.yaml.lock").blank);
    assert_int_equal(seen(".a.yaml.lock").holding, HOLDING_SOMEBODY);
    /* taken by another program meanwhile, it is not ours to say any more */
    assert_int_equal(unlink(".a.yaml.lock"), 0);
    pid_t other = start_other(f);
    assert_string_equal(session_blank(session, true, f->arena),
                        "the second screen cannot be told to go blank: No locks available");
    assert_false(seen(".a.yaml.lock").blank);
    session_close(session);
    end_other(other);
}

static void looking_keeps_nobody_out(void **state) {
    struct folder *f = *state;
    struct session *session;
    struct session_holder holder;
    const char *why;
    struct lock_seen out;
    put_file("a.yaml", "one\n");
    end_other(start_other(f));
    assert_int_equal(seen(".a.yaml.lock").holding, HOLDING_NOBODY);
    assert_false(lock_busy(".a.yaml.lock"));
    assert_int_equal(try_open(f, &session, &holder, &why), SESSION_GOOD);
    assert_true(lock_busy(".a.yaml.lock"));
    session_close(session);
    /* another computer's: nobody can say from here */
    put_file(".a.yaml.lock", "77 elsewhere 2026-11-23T10:42:07+00:00\nscreen blank\nclock -5\n");
    out = seen(".a.yaml.lock");
    assert_int_equal(out.holding, HOLDING_UNSURE);
    assert_true(out.blank && out.read);
    assert_int_equal(out.clock, -5);
    assert_false(lock_busy(".a.yaml.lock"));
    /* just made, and rubbish */
    put_file(".a.yaml.lock", "");
    assert_false(seen(".a.yaml.lock").read);
    put_file(".a.yaml.lock", "rubbish\nscreen blank\n");
    assert_false(seen(".a.yaml.lock").read);
    assert_false(seen(".a.yaml.lock").blank);
    /* of one that cannot be read nobody knows */
    assert_int_equal(unlink(".a.yaml.lock"), 0);
    assert_int_equal(symlink("a.yaml", ".a.yaml.lock"), 0);
    assert_false(lock_look(".a.yaml.lock", &out));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        folder_test(a_second_program_is_told_who_has_it),
        folder_test(what_a_dead_program_left_is_taken_over),
        folder_test(a_replacement_does_not_lose_the_lock),
        folder_test(a_second_new_session_of_that_name_is_refused),
        folder_test(a_lock_that_cannot_be_had_is_said_and_gone_on_without),
        folder_test(another_lock_put_in_its_place_is_not_removed),
        folder_test(the_second_screen_is_told),
        folder_test(a_blank_screen_stays_blank_whatever_becomes_of_the_program),
        folder_test(a_removed_lock_file_is_made_anew_to_say_it),
        folder_test(looking_keeps_nobody_out),
    };
    return cmocka_run_group_tests_name("store: locks", tests, NULL, NULL);
}
