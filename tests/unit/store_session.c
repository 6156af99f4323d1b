/* A session from its first byte to its last: appended, retried, cut, replaced, and never lost to another program. */
#include <stdbool.h>

#include "candour/base/arena.h"
#include "candour/store/session.h"
#include "store_folder.h"

/* What the meeting says must be in the file. */
struct told {
    char text[4096];
    int times; /* asked for all of it */
};

static void tell_all(void *context, struct buffer *out) {
    struct told *told = context;
    told->times++;
    buffer_text(out, told->text);
}

static struct session *begin_session(struct folder *f, const char *path) {
    struct session *session;
    struct session_holder holder;
    const char *why;
    assert_int_equal(session_new(path, f->arena, &session, &holder, &why), SESSION_GOOD);
    assert_null(why);
    return session;
}

static struct session *open_session(struct folder *f, const char *path, char **bytes, size_t *length) {
    struct session *session;
    struct session_holder holder;
    const char *why;
    assert_int_equal(session_open(path, false, f->arena, &session, bytes, length, &holder, &why), SESSION_GOOD);
    assert_null(why);
    return session;
}

static const char *keep(struct folder *f, struct session *session, struct told *told, const char *bytes,
                        const char **notice) {
    strcat(told->text, bytes);
    return session_keep(session, bytes, strlen(bytes), tell_all, told, notice, f->arena);
}

static void a_session_is_its_opening_and_what_is_appended(void **state) {
    struct folder *f = *state;
    struct told told = {0};
    const char *notice;
    struct session *s = begin_session(f, "sessions/a.yaml");
    assert_false(is_there("sessions/a.yaml"));
    umask(0);
    assert_null(keep(f, s, &told, "opening\n#\n", &notice));
    assert_int_equal(mode_of("sessions"), 0700);
    assert_int_equal(mode_of("sessions/a.yaml"), 0600);
    assert_int_equal(mode_of("sessions/.a.yaml.lock"), 0600);
    assert_null(keep(f, s, &told, "one\n#\n", &notice));
    assert_null(keep(f, s, &told, "two\n#\n", &notice));
    assert_null(notice);
    assert_file("sessions/a.yaml", "opening\n#\none\n#\ntwo\n#\n");
    assert_int_equal(told.times, 0);
    session_close(s);
    assert_int_equal(names_with("sessions", "", NULL), 1);
}

static void an_existing_file_is_never_taken_for_a_new_session(void **state) {
    struct folder *f = *state;
    struct session *s;
    struct session_holder holder;
    const char *why, *notice;
    put_file("a.yaml", "theirs");
    assert_int_equal(session_new("a.yaml/in/b.yaml", f->arena, &s, &holder, &why), SESSION_SYSTEM);
    assert_string_equal(why, "cannot reach a.yaml/in/b.yaml: a.yaml is a file, not a folder");
    assert_int_equal(session_new("a.yaml", f->arena, &s, &holder, &why), SESSION_TAKEN);
    assert_null(s);
    assert_string_equal(why, "a.yaml is there already, and an existing file is never overwritten");
    assert_int_equal(names_with(".", "", NULL), 1);
    /* Made by somebody between the choice of the name and the opening. */
    struct told told = {0};
    s = begin_session(f, "b.yaml");
    put_file("b.yaml", "theirs");
    assert_string_equal(keep(f, s, &told, "ours", &notice), "b.yaml is there already");
    assert_file("b.yaml", "theirs");
    session_close(s);
}

static void a_session_never_kept_leaves_nothing(void **state) {
    struct folder *f = *state;
    session_close(begin_session(f, "sessions/a.yaml"));
    assert_int_equal(names_with(".", "", NULL), 0);
}

static void goes_on_where_it_was_left(void **state) {
    struct folder *f = *state;
    struct told told = {0};
    char *bytes;
    size_t length;
    const char *notice;
    put_file("a.yaml", "one\n#\n");
    strcpy(told.text, "one\n#\n");
    struct session *s = open_session(f, "a.yaml", &bytes, &length);
    assert_string_equal(bytes, "one\n#\n");
    assert_int_equal(length, 6);
    assert_null(keep(f, s, &told, "two\n#\n", &notice));
    assert_null(session_bytes(s, f->arena, &bytes, &length));
    assert_string_equal(bytes, "one\n#\ntwo\n#\n");
    assert_null(session_finish(s, "whole\n", 6, &notice, f->arena));
    assert_null(notice);
    assert_file("a.yaml", "whole\n");
    strcpy(told.text, "whole\n");
    assert_null(keep(f, s, &told, "three\n#\n", &notice));
    assert_file("a.yaml", "whole\nthree\n#\n");
    assert_int_equal(told.times, 0);
    session_close(s);
    assert_int_equal(names_with(".", "", NULL), 1);
}

static void another_name_of_the_file_is_said_to_keep_the_earlier_text(void **state) {
    struct folder *f = *state;
    char *bytes;
    size_t length;
    const char *notice;
    put_file("a.yaml", "one\n");
    assert_int_equal(link("a.yaml", "b.yaml"), 0);
    struct session *s = open_session(f, "a.yaml", &bytes, &length);
    assert_null(session_finish(s, "two\n", 4, &notice, f->arena));
    assert_string_equal(notice, "a.yaml has other names (hard links); they keep what was in it before");
    assert_file("b.yaml", "one\n");
    assert_null(session_finish(s, "three\n", 6, &notice, f->arena));
    assert_null(notice);
    session_close(s);
}

static void says_what_cannot_be_opened(void **state) {
    struct folder *f = *state;
    struct session *s;
    struct session_holder holder;
    const char *why;
    char *bytes;
    size_t length;
    assert_int_equal(session_open("none.yaml", false, f->arena, &s, &bytes, &length, &holder, &why), SESSION_MISSING);
    assert_null(s);
    assert_string_equal(why, "cannot read none.yaml: No such file or directory");
    assert_int_equal(names_with(".", "", NULL), 0);
    assert_int_equal(mkdir("d", 0700), 0);
    assert_int_equal(session_open("d", false, f->arena, &s, &bytes, &length, &holder, &why), SESSION_SYSTEM);
    assert_string_equal(why, "cannot read d: it is a folder");
    assert_int_equal(names_with(".", "", NULL), 1);
}

static void reading_takes_no_lock_and_writes_nothing(void **state) {
    struct folder *f = *state;
    struct session *s;
    struct session_holder holder;
    const char *why;
    char *bytes;
    size_t length;
    put_file("a.yaml", "one\n");
    put_file(".a.yaml.0123abcd~", "of a replacement on its way");
    assert_int_equal(session_open("a.yaml", true, f->arena, &s, &bytes, &length, &holder, &why), SESSION_GOOD);
    assert_string_equal(bytes, "one\n");
    session_close(s);
    assert_int_equal(names_with(".", "", NULL), 2);
}

static void a_link_leads_to_one_session_and_one_lock(void **state) {
    struct folder *f = *state;
    struct told told = {0};
    char *bytes;
    size_t length;
    const char *notice;
    assert_int_equal(mkdir("real", 0700), 0);
    put_file("real/a.yaml", "one\n");
    assert_int_equal(symlink("real/a.yaml", "link.yaml"), 0);
    struct session *s = open_session(f, "link.yaml", &bytes, &length);
    assert_string_equal(session_path(s), "real/a.yaml");
    assert_true(is_there("real/.a.yaml.lock"));
    assert_null(keep(f, s, &told, "two\n", &notice));
    assert_null(session_finish(s, "all\n", 4, &notice, f->arena));
    assert_file("real/a.yaml", "all\n");
    assert_file("link.yaml", "all\n");
    session_close(s);
    assert_int_equal(names_with("real", "", NULL), 1);
}

static void a_torn_tail_is_cut_and_kept_beside(void **state) {
    struct folder *f = *state;
    struct told told = {0};
    char *bytes;
    size_t length;
    const char *kept_at, *notice;
    put_file("a.yaml", "one\n#\ntor");
    struct session *s = open_session(f, "a.yaml", &bytes, &length);
    assert_null(session_cut(s, 6, "20161122T140000", &kept_at, f->arena));
    assert_string_equal(kept_at, "a.yaml.torn-20161122T140000");
    assert_file(kept_at, "tor");
    assert_int_equal(mode_of(kept_at), 0600);
    assert_file("a.yaml", "one\n#\n");
    strcpy(told.text, "one\n#\n");
    assert_null(keep(f, s, &told, "two\n#\n", &notice));
    assert_file("a.yaml", "one\n#\ntwo\n#\n");
    /* Nothing to cut makes no copy; the same stamp again takes another name. */
    assert_null(session_cut(s, 12, "20161122T140000", &kept_at, f->arena));
    assert_null(kept_at);
    assert_null(session_cut(s, 6, "20161122T140000", &kept_at, f->arena));
    assert_string_equal(kept_at, "a.yaml.torn-20161122T140000-2");
    assert_file("a.yaml.torn-20161122T140000", "tor");
    session_close(s);
}

/* Another program puts its file there by rename, as editors and sync clients do. */
static void theirs_renamed_over_is_kept_beside_while_running(void **state) {
    struct folder *f = *state;
    struct told told = {0};
    const char *notice;
    char beside[256];
    struct session *s = begin_session(f, "a.yaml");
    assert_null(keep(f, s, &told, "opening\n", &notice));
    assert_null(keep(f, s, &told, "one\n", &notice));
    put_file("theirs", "theirs\n");
    assert_int_equal(rename("theirs", "a.yaml"), 0);
    assert_null(keep(f, s, &told, "two\n", &notice));
    assert_file("a.yaml", "opening\none\ntwo\n");
    assert_int_equal(names_with(".", "a.other-", beside), 1);
    assert_file(beside, "theirs\n");
    assert_non_null(strstr(notice, "Another program changed a.yaml: its version is now a.other-"));
    assert_int_equal(told.times, 1);
    assert_null(keep(f, s, &told, "three\n", &notice));
    assert_null(notice);
    assert_file("a.yaml", "opening\none\ntwo\nthree\n");
    assert_int_equal(told.times, 1);
    session_close(s);
    assert_int_equal(names_with(".", "", NULL), 2);
}

static void theirs_written_in_place_is_kept_beside_while_running(void **state) {
    struct folder *f = *state;
    struct told told = {0};
    const char *notice;
    char beside[256];
    struct session *s = begin_session(f, "a.yaml");
    assert_null(keep(f, s, &told, "opening\n", &notice));
    put_file("a.yaml", "cut short");
    assert_null(keep(f, s, &told, "one\n", &notice));
    assert_file("a.yaml", "opening\none\n");
    assert_int_equal(names_with(".", "a.other-", beside), 1);
    assert_file(beside, "cut short");
    assert_null(keep(f, s, &told, "two\n", &notice));
    assert_file("a.yaml", "opening\none\ntwo\n");
    assert_file(beside, "cut short");
    session_close(s);
}

static void a_link_put_in_its_place_is_not_written_through(void **state) {
    struct folder *f = *state;
    struct told told = {0};
    const char *notice;
    struct session *s = begin_session(f, "a.yaml");
    assert_null(keep(f, s, &told, "opening\n", &notice));
    put_file("elsewhere", "opening\n");
    assert_int_equal(unlink("a.yaml"), 0);
    assert_int_equal(symlink("elsewhere", "a.yaml"), 0);
    assert_null(keep(f, s, &told, "one\n", &notice));
    assert_non_null(notice);
    assert_file("elsewhere", "opening\n");
    assert_file("a.yaml", "opening\none\n");
    session_close(s);
}

static void a_file_that_has_gone_is_made_anew(void **state) {
    struct folder *f = *state;
    struct told told = {0};
    const char *notice;
    struct session *s = begin_session(f, "sessions/a.yaml");
    assert_null(keep(f, s, &told, "opening\n", &notice));
    assert_int_equal(unlink("sessions/a.yaml"), 0);
    assert_null(keep(f, s, &told, "one\n", &notice));
    assert_string_equal(notice, "sessions/a.yaml had gone and was written anew");
    assert_file("sessions/a.yaml", "opening\none\n");
    /* The whole folder, lock and all. */
    assert_int_equal(unlink("sessions/a.yaml"), 0);
    assert_int_equal(unlink("sessions/.a.yaml.lock"), 0);
    assert_int_equal(rmdir("sessions"), 0);
    assert_null(keep(f, s, &told, "two\n", &notice));
    assert_file("sessions/a.yaml", "opening\none\ntwo\n");
    assert_int_equal(mode_of("sessions"), 0700);
    assert_true(is_there("sessions/.a.yaml.lock"));
    session_close(s);
    assert_int_equal(names_with("sessions", "", NULL), 1);
}

static void at_the_end_ours_is_kept_beside_theirs(void **state) {
    struct folder *f = *state;
    struct told told = {0};
    const char *notice;
    char beside[256];
    struct session *s = begin_session(f, "a.yaml");
    assert_null(keep(f, s, &told, "opening\n", &notice));
    put_file("theirs", "theirs\n");
    assert_int_equal(rename("theirs", "a.yaml"), 0);
    assert_null(session_finish(s, "ours\n", 5, &notice, f->arena));
    assert_file("a.yaml", "theirs\n");
    assert_int_equal(names_with(".", "a.conflict-", beside), 1);
    assert_file(beside, "ours\n");
    assert_int_equal(mode_of(beside), 0600);
    assert_non_null(strstr(notice, "Another program changed a.yaml: this meeting is kept whole in a.conflict-"));
    session_close(s);
}

static void at_the_end_an_edit_of_the_same_length_is_seen(void **state) {
    struct folder *f = *state;
    struct told told = {0};
    const char *notice;
    char *bytes;
    size_t length;
    struct timespec then[2] = {{.tv_sec = 1000}, {.tv_sec = 1000}};
    struct session *s = begin_session(f, "a.yaml");
    assert_null(keep(f, s, &told, "opening\n", &notice));
    assert_null(session_bytes(s, f->arena, &bytes, &length));
    put_file("a.yaml", "changed\n");
    assert_int_equal(utimensat(AT_FDCWD, "a.yaml", then, 0), 0);
    assert_null(session_finish(s, "ours\n", 5, &notice, f->arena));
    assert_file("a.yaml", "changed\n");
    assert_int_equal(names_with(".", "a.conflict-", NULL), 1);
    session_close(s);
}

static void bytes_another_program_changed_are_not_ours(void **state) {
    struct folder *f = *state;
    struct told told = {0};
    const char *notice, *kept_at;
    char *bytes;
    size_t length;
    struct session *s = begin_session(f, "a.yaml");
    assert_null(keep(f, s, &told, "opening\n", &notice));
    assert_null(keep(f, s, &told, "one\n", &notice));
    put_file("a.yaml", "cut");
    assert_null(session_bytes(s, f->arena, &bytes, &length));
    assert_int_equal(length, 0);
    assert_string_equal(session_cut(s, 1, "stamp", &kept_at, f->arena), "a.yaml was changed by another program");
    assert_null(session_finish(s, "ours\n", 5, &notice, f->arena));
    assert_non_null(notice);
    assert_file("a.yaml", "cut");
    /* Renamed over: ours is still there to be read. */
    session_close(s);
    s = begin_session(f, "b.yaml");
    assert_null(keep(f, s, &told, "opening\n", &notice));
    assert_null(keep(f, s, &told, "one\n", &notice));
    put_file("theirs", "theirs");
    assert_int_equal(rename("theirs", "b.yaml"), 0);
    assert_null(session_bytes(s, f->arena, &bytes, &length));
    assert_string_equal(bytes, "opening\none\n");
    session_close(s);
}

static void at_the_end_a_file_that_has_gone_is_made_anew(void **state) {
    struct folder *f = *state;
    struct told told = {0};
    const char *notice;
    struct session *s = begin_session(f, "a.yaml");
    assert_null(keep(f, s, &told, "opening\n", &notice));
    assert_int_equal(unlink("a.yaml"), 0);
    assert_null(session_finish(s, "ours\n", 5, &notice, f->arena));
    assert_file("a.yaml", "ours\n");
    assert_string_equal(notice, "a.yaml had gone and was written anew");
    session_close(s);
}

static void a_draft_comes_back_until_it_is_gone(void **state) {
    struct folder *f = *state;
    char *bytes;
    size_t length;
    put_file("a.yaml", "one\n");
    struct session *s = open_session(f, "a.yaml", &bytes, &length);
    assert_null(session_draft_read(s, f->arena, &bytes, &length));
    assert_null(bytes);
    assert_null(session_draft_keep(s, "half", 4, f->arena));
    assert_null(session_draft_keep(s, "half a", 6, f->arena));
    assert_int_equal(mode_of(".a.yaml.draft"), 0600);
    session_close(s);
    s = open_session(f, "a.yaml", &bytes, &length);
    assert_null(session_draft_read(s, f->arena, &bytes, &length));
    assert_string_equal(bytes, "half a");
    session_draft_gone(s);
    assert_null(session_draft_read(s, f->arena, &bytes, &length));
    assert_null(bytes);
    session_close(s);
    assert_int_equal(names_with(".", "", NULL), 1);
}

static void a_name_nobody_has(void **state) {
    struct folder *f = *state;
    assert_string_equal(session_name("2016-11-22", "HMB-02", f->arena), "sessions/2016-11-22-HMB-02.yaml");
    struct session *s = begin_session(f, "sessions/2016-11-22-HMB-02.yaml");
    /* Not there yet, but another program is about to make it. */
    assert_string_equal(session_name("2016-11-22", "HMB-02", f->arena), "sessions/2016-11-22-HMB-02-2.yaml");
    put_file("sessions/2016-11-22-HMB-02-2.yaml", "");
    assert_string_equal(session_name("2016-11-22", "HMB-02", f->arena), "sessions/2016-11-22-HMB-02-3.yaml");
    session_close(s);
    assert_string_equal(session_name("2016-11-22", "../a", f->arena), "sessions/2016-11-22-..-a.yaml");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        folder_test(a_session_is_its_opening_and_what_is_appended),
        folder_test(an_existing_file_is_never_taken_for_a_new_session),
        folder_test(a_session_never_kept_leaves_nothing),
        folder_test(goes_on_where_it_was_left),
        folder_test(another_name_of_the_file_is_said_to_keep_the_earlier_text),
        folder_test(says_what_cannot_be_opened),
        folder_test(reading_takes_no_lock_and_writes_nothing),
        folder_test(a_link_leads_to_one_session_and_one_lock),
        folder_test(a_torn_tail_is_cut_and_kept_beside),
        folder_test(theirs_renamed_over_is_kept_beside_while_running),
        folder_test(theirs_written_in_place_is_kept_beside_while_running),
        folder_test(a_link_put_in_its_place_is_not_written_through),
        folder_test(a_file_that_has_gone_is_made_anew),
        folder_test(at_the_end_ours_is_kept_beside_theirs),
        folder_test(at_the_end_an_edit_of_the_same_length_is_seen),
        folder_test(bytes_another_program_changed_are_not_ours),
        folder_test(at_the_end_a_file_that_has_gone_is_made_anew),
        folder_test(a_draft_comes_back_until_it_is_gone),
        folder_test(a_name_nobody_has),
    };
    return cmocka_run_group_tests_name("store: sessions", tests, NULL, NULL);
}
