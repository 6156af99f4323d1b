/* One fault, or another program, at one moment of one call of store, and exactly what must come of it. */
#include <stdbool.h>

#include "candour/base/arena.h"
#include "candour/store/session.h"
#include "shim.h"
#include "unit/store_folder.h"

static char told[256]; /* what the meeting says must be in the file */

static void tell_all(void *context, struct buffer *out) {
    (void)context;
    buffer_text(out, told);
}

static const char *keep(struct folder *f, struct session *session, const char *bytes, const char **notice) {
    if (!strstr(told, bytes))
        strcat(told, bytes);
    return session_keep(session, bytes, strlen(bytes), tell_all, NULL, notice, f->arena);
}

static struct session *session_of(struct folder *f, const char *first) {
    struct session *session;
    struct session_holder holder;
    const char *why, *notice;
    told[0] = '\0';
    assert_int_equal(session_new("a.yaml", f->arena, &session, &holder, &why), SESSION_GOOD);
    assert_null(keep(f, session, first, &notice));
    return session;
}

static void a_close_that_fails_fails_the_replacement(void **state) {
    struct folder *f = *state;
    put_file("a.yaml", "old");
    shim_arm("close:1:EIO", f->path);
    const char *why = file_replace("a.yaml", "new", 3, false, NULL, NULL, f->arena);
    shim_disarm();
    assert_string_equal(why, "cannot write a.yaml: Input/output error");
    assert_file("a.yaml", "old");
    assert_int_equal(names_with(".", "", NULL), 1);
}

static void a_folder_that_cannot_be_synchronised_is_said(void **state) {
    struct folder *f = *state;
    put_file("a.yaml", "old");
    shim_arm("fsync:2:EIO", f->path);
    const char *why = file_replace("a.yaml", "new", 3, false, NULL, NULL, f->arena);
    shim_disarm();
    assert_string_equal(why, "a.yaml is written, but may not survive a power cut: Input/output error");
    assert_file("a.yaml", "new");
}

static void the_file_is_looked_at_again_before_it_is_replaced(void **state) {
    struct folder *f = *state;
    struct file_identity identity;
    bool changed = false;
    put_file("a.yaml", "old");
    put_file("theirs", "theirs");
    assert_true(file_look("a.yaml", &identity));
    shim_swap("theirs", "a.yaml");
    shim_arm("fsync:1:swap", f->path); /* while ours is being written */
    assert_non_null(file_replace("a.yaml", "ours", 4, false, &identity, &changed, f->arena));
    shim_disarm();
    assert_true(changed);
    assert_file("a.yaml", "theirs");
    assert_int_equal(names_with(".", "", NULL), 1);
    /* And a new file never lands on one that was made meanwhile. */
    put_file("theirs", "theirs");
    shim_swap("theirs", "b.yaml");
    shim_arm("rename:1:swap", f->path);
    assert_non_null(file_replace("b.yaml", "ours", 4, true, NULL, NULL, f->arena));
    shim_disarm();
    assert_file("b.yaml", "theirs");
    assert_int_equal(names_with(".", "", NULL), 2);
}

static void an_event_is_in_the_file_at_the_path_when_it_is_confirmed(void **state) {
    struct folder *f = *state;
    const char *notice;
    char beside[256];
    struct session *s = session_of(f, "opening\n");
    put_file("theirs", "theirs\n");
    shim_swap("theirs", "a.yaml");
    shim_arm("fdatasync:1:swap", f->path); /* after the look, before the bytes are on the disk */
    assert_null(keep(f, s, "one\n", &notice));
    shim_disarm();
    assert_file("a.yaml", "opening\none\n");
    assert_int_equal(names_with(".", ".other-", beside), 1);
    assert_file(beside, "theirs\n");
    assert_non_null(notice);
    session_close(s);
}

static void theirs_is_set_beside_once_however_often_it_is_tried(void **state) {
    struct folder *f = *state;
    const char *notice;
    char beside[256];
    struct session *s = session_of(f, "opening\n");
    put_file("theirs", "theirs\n");
    assert_int_equal(rename("theirs", "a.yaml"), 0);
    shim_arm("rename:1+:EIO", f->path);
    for (int tries = 0; tries < 5; tries++)
        assert_non_null(keep(f, s, "one\n", &notice));
    shim_disarm();
    assert_file("a.yaml", "theirs\n");
    assert_int_equal(names_with(".", ".other-", NULL), 0);
    assert_null(keep(f, s, "one\n", &notice));
    assert_file("a.yaml", "opening\none\n");
    assert_int_equal(names_with(".", ".other-", beside), 1);
    assert_file(beside, "theirs\n");
    session_close(s);
}

static void theirs_is_copied_where_a_file_has_one_name_only(void **state) {
    struct folder *f = *state;
    const char *notice;
    char beside[256];
    struct session *s = session_of(f, "opening\n");
    put_file("theirs", "theirs\n");
    assert_int_equal(rename("theirs", "a.yaml"), 0);
    shim_arm("link:1:EACCES", f->path);
    assert_null(keep(f, s, "one\n", &notice));
    shim_disarm();
    assert_file("a.yaml", "opening\none\n");
    assert_int_equal(names_with(".", ".other-", beside), 1);
    assert_file(beside, "theirs\n");
    session_close(s);
}

static void a_tail_that_cannot_be_cut_stays_where_it_is(void **state) {
    struct folder *f = *state;
    const char *kept_at;
    struct session *s = session_of(f, "opening\ntorn");
    shim_arm("ftruncate:1:EIO", f->path);
    assert_string_equal(session_cut(s, 8, "stamp", &kept_at, f->arena), "cannot cut a.yaml: Input/output error");
    shim_disarm();
    assert_null(kept_at);
    assert_file("a.yaml", "opening\ntorn");
    assert_int_equal(names_with(".", "torn", NULL), 0);
    assert_null(session_cut(s, 8, "stamp", &kept_at, f->arena));
    assert_file("a.yaml", "opening\n");
    assert_file(kept_at, "torn");
    session_close(s);
}

/* A holder that leaves removes its lock file: a lock on the removed one would keep nobody out. */
static void a_lock_is_taken_anew_when_its_file_goes_meanwhile(void **state) {
    struct folder *f = *state;
    struct session *session, *second;
    struct session_holder holder;
    const char *why;
    char *bytes, lock[128];
    size_t length;
    put_file("a.yaml", "one\n");
    snprintf(lock, sizeof lock, "%s/.a.yaml.lock", f->path);
    shim_swap(".a.yaml.lock", "gone");
    shim_arm("look:1:swap", lock);
    assert_int_equal(session_open("a.yaml", false, f->arena, &session, &bytes, &length, &holder, &why), SESSION_GOOD);
    assert_int_equal(shim_hits(), 1);
    shim_disarm();
    assert_true(is_there(".a.yaml.lock"));
    assert_int_equal(session_open("a.yaml", false, f->arena, &second, &bytes, &length, &holder, &why), SESSION_HELD);
    session_close(session);
}

/* The name is gone for a moment while some editors save. */
static void a_name_that_comes_back_at_once_is_another_programs(void **state) {
    struct folder *f = *state;
    const char *notice;
    char beside[256], path[128];
    struct session *s = session_of(f, "opening\n");
    snprintf(path, sizeof path, "%s/a.yaml", f->path);
    assert_int_equal(rename("a.yaml", "a.yaml~"), 0);
    put_file("theirs", "theirs\n");
    shim_swap("theirs", "a.yaml");
    shim_arm("look:3:swap", path);
    assert_null(keep(f, s, "one\n", &notice));
    assert_int_equal(shim_hits(), 1);
    shim_disarm();
    assert_file("a.yaml", "opening\none\n");
    assert_int_equal(names_with(".", ".other-", beside), 1);
    assert_file(beside, "theirs\n");
    session_close(s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        folder_test(a_close_that_fails_fails_the_replacement),
        folder_test(a_folder_that_cannot_be_synchronised_is_said),
        folder_test(the_file_is_looked_at_again_before_it_is_replaced),
        folder_test(an_event_is_in_the_file_at_the_path_when_it_is_confirmed),
        folder_test(theirs_is_set_beside_once_however_often_it_is_tried),
        folder_test(theirs_is_copied_where_a_file_has_one_name_only),
        folder_test(a_tail_that_cannot_be_cut_stays_where_it_is),
        folder_test(a_lock_is_taken_anew_when_its_file_goes_meanwhile),
        folder_test(a_name_that_comes_back_at_once_is_another_programs),
    };
    return cmocka_run_group_tests_name("faults: moments", tests, NULL, NULL);
}
