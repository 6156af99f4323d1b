/* What the app wants kept, into the session file: once each, all of it again after a failure, elsewhere when asked. */
#include <signal.h>
#include <stdbool.h>
#include <sys/resource.h>

#include "candour/base/arena.h"
#include "candour/format/save.h"
#include "candour/shell/keep.h"
#include "store_folder.h"
#include "support/sitting.h"

static struct session *new_session(struct arena *arena, const char *path) {
    struct session *session;
    struct session_holder holder;
    const char *why;
    assert_int_equal(session_new(path, arena, &session, &holder, &why), SESSION_GOOD);
    return session;
}

static struct session *open_session(struct arena *arena, const char *path, char **bytes, size_t *length) {
    struct session *session;
    struct session_holder holder;
    const char *why;
    assert_int_equal(session_open(path, false, arena, &session, bytes, length, &holder, &why), SESSION_GOOD);
    return session;
}

/* The file is the whole of the meeting, as save_session would write it at once. */
static void assert_whole(const char *path, const struct meeting *meeting) {
    struct buffer whole = {0};
    save_session(meeting, &whole);
    assert_file(path, whole.bytes);
    buffer_free(&whole);
}

static void each_event_is_kept_once(void **state) {
    struct folder *f = *state;
    struct sitting s = sitting_open(f->arena);
    struct keep keep;
    const char *notice;
    keep_begin(&keep, new_session(f->arena, "sessions/a.yaml"), s.m, NULL, 0);
    assert_true(keep_pending(&keep));
    assert_false(keep_made(&keep));
    assert_null(keep_events(&keep, &notice, f->arena));
    assert_true(keep_made(&keep));
    assert_whole("sessions/a.yaml", s.m);
    start(&s, "13:30", "I1");
    challenge(&s, "13:31", "C1", "NPS", "MHT");
    assert_true(keep_pending(&keep));
    assert_null(keep_events(&keep, &notice, f->arena));
    assert_null(keep_events(&keep, &notice, f->arena));
    assert_false(keep_pending(&keep));
    assert_whole("sessions/a.yaml", s.m);
    keep_end(&keep);
}

static void limit_files_to(rlim_t bytes) {
    struct rlimit limit;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = bytes;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void what_failed_is_kept_whole_the_next_time(void **state) {
    struct folder *f = *state;
    struct sitting s = sitting_open(f->arena);
    struct keep keep;
    struct stat status;
    const char *notice;
    keep_begin(&keep, new_session(f->arena, "a.yaml"), s.m, NULL, 0);
    assert_null(keep_events(&keep, &notice, f->arena));
    assert_int_equal(stat("a.yaml", &status), 0);
    struct buffer before = {0};
    save_session(s.m, &before);

    signal(SIGXFSZ, SIG_IGN);
    limit_files_to((rlim_t)status.st_size + 20);
    start(&s, "13:30", "I1");
    assert_non_null(keep_events(&keep, &notice, f->arena));
    assert_true(keep_pending(&keep));
    challenge(&s, "13:31", "C1", "NPS", "MHT");
    assert_non_null(keep_events(&keep, &notice, f->arena));
    assert_non_null(keep_leave(&keep, &notice, f->arena));
    assert_file("a.yaml", before.bytes);

    limit_files_to(RLIM_INFINITY);
    assert_null(keep_events(&keep, &notice, f->arena));
    assert_false(keep_pending(&keep));
    assert_whole("a.yaml", s.m);
    buffer_free(&before);
    keep_end(&keep);
}

static void a_hand_written_session_keeps_its_bytes(void **state) {
    struct folder *f = *state;
    struct sitting s = sitting_open(f->arena);
    struct keep keep;
    const char *notice;
    struct buffer text = {0};
    buffer_text(&text, "# by hand\n");
    save_session(s.m, &text);
    put_file("a.yaml", text.bytes);
    char *bytes;
    size_t length;
    struct session *session = open_session(f->arena, "a.yaml", &bytes, &length);
    keep_begin(&keep, session, s.m, bytes, length);
    assert_false(keep_pending(&keep));
    start(&s, "13:30", "I1");
    save_event(&s.m->events[1], &text);
    /* another program took the file away: it is made anew, byte for byte */
    assert_int_equal(remove("a.yaml"), 0);
    assert_null(keep_events(&keep, &notice, f->arena));
    assert_file("a.yaml", text.bytes);
    buffer_free(&text);
    keep_end(&keep);
}

static void everything_goes_to_another_file(void **state) {
    struct folder *f = *state;
    struct sitting s = sitting_open(f->arena);
    struct keep keep;
    const char *notice;
    keep_begin(&keep, new_session(f->arena, "a.yaml"), s.m, NULL, 0);
    assert_null(keep_events(&keep, &notice, f->arena));
    start(&s, "13:30", "I1");
    put_file("taken.yaml", "mine\n");
    assert_non_null(keep_at(&keep, "taken.yaml", &notice, f->arena));
    assert_file("taken.yaml", "mine\n");
    assert_true(keep_pending(&keep));
    assert_null(keep_at(&keep, "other.yaml", &notice, f->arena));
    assert_whole("other.yaml", s.m);
    assert_string_equal(keep.moved_to.bytes, "other.yaml");
    assert_false(is_there(".a.yaml.lock"));
    challenge(&s, "13:31", "C1", "NPS", "MHT");
    assert_null(keep_events(&keep, &notice, f->arena));
    assert_whole("other.yaml", s.m);

    assert_int_equal(mkdir("folder", 0700), 0);
    assert_null(keep_at(&keep, "folder", &notice, f->arena));
    assert_whole("folder/other.yaml", s.m);
    setenv("HOME", f->path, 1);
    assert_null(keep_at(&keep, "~/home.yaml", &notice, f->arena));
    assert_whole("home.yaml", s.m);
    keep_end(&keep);
}

static void leaving_writes_the_outcome(void **state) {
    struct folder *f = *state;
    struct sitting s = sitting_open(f->arena);
    struct keep keep;
    const char *notice;
    keep_begin(&keep, new_session(f->arena, "a.yaml"), s.m, NULL, 0);
    start(&s, "13:30", "I1");
    plain(&s, "13:40", DO_ADJOURN);
    assert_null(keep_leave(&keep, &notice, f->arena));
    struct buffer whole = {0};
    struct buffer with = {0};
    save_session(s.m, &whole);
    assert_true(save_outcome(whole.bytes, whole.length, meeting_outcome(s.m, f->arena), &with));
    assert_non_null(strstr(with.bytes, "\noutcome:\n"));
    assert_file("a.yaml", with.bytes);
    buffer_free(&whole);
    buffer_free(&with);
    keep_end(&keep);
    assert_false(is_there(".a.yaml.lock"));
}

static void nothing_said_leaves_nothing(void **state) {
    struct folder *f = *state;
    struct sitting s = sitting_new(f->arena, harrowmere_agenda(f->arena));
    struct keep keep;
    const char *notice;
    keep_begin(&keep, new_session(f->arena, "sessions/a.yaml"), s.m, NULL, 0);
    assert_null(keep_leave(&keep, &notice, f->arena));
    keep_end(&keep);
    assert_false(is_there("sessions"));
}

static void a_lost_folder_is_not_the_end(void **state) {
    struct folder *f = *state;
    struct sitting s = sitting_open(f->arena);
    struct keep keep;
    assert_int_equal(mkdir("home", 0700), 0);
    char home[80];
    snprintf(home, sizeof home, "%s/home", f->path);
    setenv("HOME", home, 1);
    keep_begin(&keep, new_session(f->arena, "a.yaml"), s.m, NULL, 0);
    put_file("home/candour-rescued-a.yaml", "from before\n");
    const char *path = keep_elsewhere(&keep, f->arena);
    assert_non_null(path);
    assert_whole("home/candour-rescued-2-a.yaml", s.m);
    assert_int_equal(mode_of("home/candour-rescued-2-a.yaml"), 0600);
    assert_file("home/candour-rescued-a.yaml", "from before\n");
    keep_end(&keep);
}

static void a_draft_that_fails_is_said_once(void **state) {
    struct folder *f = *state;
    struct sitting s = sitting_open(f->arena);
    struct keep keep;
    struct draft_field field = {.key = "put", .text = "half a sen"};
    struct draft draft = {.act = "challenge", .events = 1, .fields = &field, .count = 1};
    keep_begin(&keep, new_session(f->arena, "a.yaml"), s.m, NULL, 0);
    signal(SIGXFSZ, SIG_IGN);
    limit_files_to(1);
    assert_non_null(keep_draft(&keep, &draft, f->arena));
    assert_null(keep_draft(&keep, &draft, f->arena));
    limit_files_to(RLIM_INFINITY);
    assert_null(keep_draft(&keep, &draft, f->arena));
    assert_true(is_there(".a.yaml.draft"));
    limit_files_to(1);
    assert_non_null(keep_draft(&keep, &draft, f->arena));
    limit_files_to(RLIM_INFINITY);
    keep_end(&keep);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        folder_test(each_event_is_kept_once),
        folder_test(what_failed_is_kept_whole_the_next_time),
        folder_test(a_hand_written_session_keeps_its_bytes),
        folder_test(everything_goes_to_another_file),
        folder_test(leaving_writes_the_outcome),
        folder_test(nothing_said_leaves_nothing),
        folder_test(a_lost_folder_is_not_the_end),
        folder_test(a_draft_that_fails_is_said_once),
    };
    return cmocka_run_group_tests_name("shell_keep", tests, NULL, NULL);
}
