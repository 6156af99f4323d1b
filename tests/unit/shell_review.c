/* A session looked at afterwards: nothing on the disk changes before something is recorded. */
#include <stdbool.h>

#include "candour/base/arena.h"
#include "candour/format/save.h"
#include "candour/shell/begin.h"
#include "candour/shell/keep.h"
#include "store_folder.h"
#include "support/sitting.h"

/* Closed, and written by hand: not in the form that is appended to. */
static const char *put_by_hand(struct sitting *s, struct arena *arena) {
    struct buffer text = {0};
    buffer_text(&text, "# a word by hand\n");
    save_agenda(s->m->agenda, &text);
    buffer_text(&text, "events:\n"
                       "   - {at: 2016-11-22T13:28:00Z, do: open, program: by hand}\n"
                       "   - {at: 2016-11-22T13:40:00Z, do: close}");
    put_file("a.yaml", text.bytes);
    const char *copy = arena_text(arena, text.bytes);
    buffer_free(&text);
    return copy;
}

static void put_session(const struct meeting *meeting) {
    struct buffer text = {0};
    save_session(meeting, &text);
    put_file("a.yaml", text.bytes);
    buffer_free(&text);
}

static void look(struct begun *begun) {
    struct arena *arena = arena_new();
    struct input *input = arena_alloc(arena, sizeof *input);
    struct clock clock = clock_begin();
    assert_null(input_read("a.yaml", false, arena, input));
    const char *why = NULL;
    assert_int_equal(begin_review(input, &clock, arena, begun, &why), EXIT_DONE);
    assert_true(begun->review);
}

/* As the stage does it. */
static void keep_of(struct begun *begun, struct keep *keep) {
    keep_begin(keep, begun->session, begun->meeting, begun->before, begun->before_length);
    keep->to_order = begun->to_order;
    begun->session = NULL;
}

static void confirm(struct meeting *meeting, const char *at) {
    struct stamp stamp;
    assert_true(stamp_read(at, &stamp));
    struct event event = event_new(meeting->arena, DO_CONFIRM, stamp);
    ((struct event_reason *)event.body)->reason = "Read in March";
    assert_int_equal(meeting_apply(meeting, &event).code, REFUSED_NOT);
}

static void assess(struct meeting *meeting, const char *at) {
    struct stamp stamp;
    assert_true(stamp_read(at, &stamp));
    struct event event = event_new(meeting->arena, DO_ASSESS, stamp);
    struct event_assess *body = event.body;
    body->question = "Q1";
    body->answer = 1;
    assert_int_equal(meeting_apply(meeting, &event).code, REFUSED_NOT);
}

static void a_file_by_hand_is_brought_in_order_with_the_first_event(void **state) {
    struct folder *f = *state;
    struct sitting s = sitting_open(f->arena);
    struct begun begun;
    struct keep keep;
    const char *notice;
    const char *by_hand = put_by_hand(&s, f->arena);
    look(&begun);
    assert_null(begun.read_only);
    assert_true(begun.to_order);
    assert_int_equal(begun.notice.length, 0);
    keep_of(&begun, &keep);
    assert_null(keep_events(&keep, &notice, f->arena));
    assert_file("a.yaml", by_hand);

    confirm(begun.meeting, "2017-03-05T10:00:00.000+00:00");
    assert_null(keep_events(&keep, &notice, f->arena));
    struct buffer wanted = {0};
    buffer_add(&wanted, begun.before, begun.before_length);
    save_event(&begun.meeting->events[2], &wanted);
    assert_file("a.yaml", wanted.bytes);
    assert_int_equal(strncmp(wanted.bytes, "# a word by hand\n", 17), 0);
    buffer_free(&wanted);
    keep_end(&keep);
    begun_free(&begun);
}

static void what_went_to_another_file_stays_there(void **state) {
    struct folder *f = *state;
    struct sitting s = sitting_open(f->arena);
    struct begun begun;
    struct keep keep;
    const char *notice;
    const char *by_hand = put_by_hand(&s, f->arena);
    look(&begun);
    keep_of(&begun, &keep);
    assess(begun.meeting, "2017-03-05T10:00:00.000+00:00");
    assert_null(keep_at(&keep, "b.yaml", &notice, f->arena));
    confirm(begun.meeting, "2017-03-05T10:01:00.000+00:00");
    assert_null(keep_events(&keep, &notice, f->arena));
    struct buffer wanted = {0};
    buffer_add(&wanted, begun.before, begun.before_length);
    save_event(&begun.meeting->events[2], &wanted);
    save_event(&begun.meeting->events[3], &wanted);
    assert_file("b.yaml", wanted.bytes);
    assert_file("a.yaml", by_hand);
    buffer_free(&wanted);
    keep_end(&keep);
    begun_free(&begun);
}

static void what_another_program_holds_is_only_read(void **state) {
    struct folder *f = *state;
    struct sitting s = sitting_open(f->arena);
    struct begun first;
    struct begun second;
    plain(&s, "13:40", DO_CLOSE);
    put_session(s.m);
    look(&first);
    assert_null(first.read_only);
    assert_true(is_there(".a.yaml.lock"));
    look(&second);
    assert_non_null(strstr(second.read_only, "open in another candour, process "));
    assert_int_equal(second.meeting->event_count, 2);
    begun_free(&second);
    assert_true(is_there(".a.yaml.lock"));
    begun_free(&first);
    assert_false(is_there(".a.yaml.lock"));
}

static void a_file_that_cannot_be_written_is_only_read(void **state) {
    struct folder *f = *state;
    struct sitting s = sitting_open(f->arena);
    struct begun begun;
    bool root = geteuid() == 0;
    plain(&s, "13:40", DO_CLOSE);
    put_session(s.m);
    assert_int_equal(chmod("a.yaml", 0444), 0);
    assert_int_equal(chmod(f->path, 0755), 0);
    assert_int_equal(root ? seteuid(65534) : 0, 0); /* no permission stops root */
    look(&begun);
    assert_int_equal(root ? seteuid(0) : 0, 0);
    assert_non_null(strstr(begun.read_only, "cannot write"));
    begun_free(&begun);
}

/* The file could be written, but neither a lock nor a draft nor a new file could be put beside it. */
static void a_folder_that_cannot_be_written_is_only_read(void **state) {
    struct folder *f = *state;
    struct sitting s = sitting_open(f->arena);
    struct begun begun;
    bool root = geteuid() == 0;
    plain(&s, "13:40", DO_CLOSE);
    put_session(s.m);
    assert_int_equal(chmod("a.yaml", 0666), 0);
    assert_int_equal(chmod(f->path, 0555), 0);
    assert_int_equal(root ? seteuid(65534) : 0, 0);
    look(&begun);
    assert_int_equal(root ? seteuid(0) : 0, 0);
    assert_int_equal(chmod(f->path, 0755), 0);
    assert_non_null(strstr(begun.read_only, "cannot write in folder"));
    assert_int_equal(begun.meeting->event_count, 2);
    begun_free(&begun);
}

static void a_meeting_that_goes_on_is_not_locked(void **state) {
    struct folder *f = *state;
    struct sitting s = sitting_open(f->arena);
    struct begun begun;
    start(&s, "13:30", "I1");
    put_session(s.m);
    look(&begun);
    assert_false(is_there(".a.yaml.lock"));
    assert_int_equal(begun.meeting->status, MEETING_RUNNING);
    begun_free(&begun);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        folder_test(a_file_by_hand_is_brought_in_order_with_the_first_event),
        folder_test(what_went_to_another_file_stays_there),
        folder_test(what_another_program_holds_is_only_read),
        folder_test(a_file_that_cannot_be_written_is_only_read),
        folder_test(a_folder_that_cannot_be_written_is_only_read),
        folder_test(a_meeting_that_goes_on_is_not_locked),
    };
    return cmocka_run_group_tests_name("shell_review", tests, NULL, NULL);
}
