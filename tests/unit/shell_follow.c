/* A session read over and over: what is new of it, what becomes of it, and who has it; and not a byte is touched. */
#include <stdbool.h>

#include "candour/base/arena.h"
#include "candour/format/save.h"
#include "candour/shell/follow.h"
#include "candour/shell/keep.h"
#include "store_folder.h"
#include "support/sitting.h"

static const struct audience BOARD = {0};

/* The chair: a meeting in a session file, kept as the program keeps it. */
struct chair {
    struct sitting s;
    struct keep keep;
};

static struct chair open_meeting(struct folder *f) {
    struct chair op = {.s = sitting_open(f->arena)};
    struct session *session;
    struct session_holder holder;
    const char *why;
    assert_int_equal(session_new("a.yaml", f->arena, &session, &holder, &why), SESSION_GOOD);
    keep_begin(&op.keep, session, op.s.m, NULL, 0);
    return op;
}

static void keep_all(struct folder *f, struct chair *op) {
    const char *notice;
    assert_null(keep_events(&op->keep, &notice, f->arena));
}

static void put_challenge(struct folder *f, struct chair *op, const char *clock, const char *id) {
    assert_int_equal(challenge(&op->s, clock, id, "POL", "EDU").code, REFUSED_NOT);
    keep_all(f, op);
}

static struct follow begun(void) {
    struct follow follow;
    assert_int_equal(follow_begin(&follow, "a.yaml", &BOARD, at_clock("13:40")), EXIT_DONE);
    return follow;
}

/* A look, and the ids of the records that are seen then: "C2 C1". */
static const char *sees(struct follow *follow, struct folder *f) {
    const char *ids = "";
    follow_look(follow, at_clock("13:40"));
    for (size_t i = 0; i < follow->news.room->record_count; i++) {
        ids = arena_format(f->arena, "%s%s%s", ids, i == 0 ? "" : " ", follow->news.room->records[i].id);
    }
    return ids;
}

static void what_is_kept_is_seen(void **state) {
    struct folder *f = *state;
    struct chair op = open_meeting(f);
    assert_int_equal(start(&op.s, "13:30", "I5").code, REFUSED_NOT);
    keep_all(f, &op);
    struct follow follow = begun();
    const struct arena *first = follow.meeting_arena;
    assert_string_equal(sees(&follow, f), "");
    assert_int_equal(follow.news.signal, SIGNAL_GOOD);
    assert_int_equal(follow.news.told, TOLD_SHOWN);
    assert_int_equal(follow.news.held, HELD_BY_SOMEBODY);
    for (int i = 1; i <= 9; i++) {
        char clock[] = "13:31:00";
        char id[] = "C0";
        clock[7] = id[1] = (char)('0' + i);
        put_challenge(f, &op, clock, arena_text(f->arena, id));
        assert_int_equal(follow.news.room->record_count, i - 1);
        sees(&follow, f);
        assert_int_equal(follow.news.room->record_count, i);
    }
    assert_string_equal(sees(&follow, f), "C9 C8 C7 C6 C5 C4 C3 C2 C1");
    /* restricted, it has gone with the next look */
    assert_int_equal(
        amend(&op.s, "13:32", "C5", "visibility", &(struct challenge){.visibility = VISIBILITY_RESTRICTED}).code,
        REFUSED_NOT);
    keep_all(f, &op);
    assert_string_equal(sees(&follow, f), "C9 C8 C7 C6 C4 C3 C2 C1");
    /* so far only what was appended was read */
    assert_ptr_equal(follow.meeting_arena, first);
    /* the splice on leaving puts another file there */
    const char *notice;
    assert_int_equal(plain(&op.s, "13:33", DO_ADJOURN).code, REFUSED_NOT);
    assert_null(keep_leave(&op.keep, &notice, f->arena));
    keep_end(&op.keep);
    assert_string_equal(sees(&follow, f), "");
    assert_int_equal(follow.news.room->status, MEETING_ADJOURNED);
    assert_int_equal(follow.news.held, HELD_BY_NOBODY);
    assert_int_equal(follow.news.told, TOLD_NOTHING);
    follow_end(&follow);
}

/* Byte by byte: an event is seen when its last byte is there, and what is half there is no fault. */
static void half_an_event_is_not_seen(void **state) {
    struct folder *f = *state;
    struct chair op = open_meeting(f);
    assert_int_equal(start(&op.s, "13:30", "I5").code, REFUSED_NOT);
    keep_all(f, &op);
    struct follow follow = begun();
    const struct arena *first = follow.meeting_arena;
    struct buffer event = {0};
    assert_int_equal(challenge(&op.s, "13:31", "C1", "POL", "EDU").code, REFUSED_NOT);
    save_event(&op.s.m->events[op.s.m->event_count - 1], &event);
    for (size_t i = 0; i < event.length; i++) {
        assert_string_equal(sees(&follow, f), "");
        assert_int_equal(follow.news.signal, SIGNAL_GOOD);
        int fd = open("a.yaml", O_WRONLY | O_APPEND | O_CLOEXEC);
        assert_int_equal(write(fd, event.bytes + i, 1), 1);
        close(fd);
    }
    assert_string_equal(sees(&follow, f), "C1");
    assert_ptr_equal(follow.meeting_arena, first);
    buffer_free(&event);
    follow_end(&follow);
    keep_end(&op.keep);
}

static void it_is_lost_and_comes_back(void **state) {
    struct folder *f = *state;
    struct chair op = open_meeting(f);
    assert_int_equal(start(&op.s, "13:30", "I5").code, REFUSED_NOT);
    put_challenge(f, &op, "13:31", "C1");
    struct follow follow = begun();
    assert_string_equal(sees(&follow, f), "C1");
    assert_int_equal(rename("a.yaml", "away"), 0);
    follow_look(&follow, at_clock("13:40"));
    assert_int_equal(follow.news.signal, SIGNAL_GONE);
    follow_look(&follow, at_clock("13:40"));
    assert_int_equal(follow.news.signal, SIGNAL_GONE);
    assert_int_equal(rename("away", "a.yaml"), 0);
    assert_string_equal(sees(&follow, f), "C1");
    assert_int_equal(follow.news.signal, SIGNAL_GOOD);
    /* in its place something that is no session, or has a fault: until it is put right */
    char *bytes;
    size_t length;
    assert_null(file_read("a.yaml", 1 << 20, f->arena, &bytes, &length, NULL));
    put_file("b.yaml", "candour: 1\nboard:\n");
    assert_int_equal(rename("b.yaml", "a.yaml"), 0);
    for (int i = 0; i < 3; i++) {
        follow_look(&follow, at_clock("13:40"));
        assert_int_equal(follow.news.signal, SIGNAL_BROKEN);
    }
    put_file("b.yaml", arena_format(f->arena, "%s- at: 2016-11-22T13:20:00Z\n  do: close\n#\n", bytes));
    assert_int_equal(rename("b.yaml", "a.yaml"), 0);
    follow_look(&follow, at_clock("13:40"));
    assert_int_equal(follow.news.signal, SIGNAL_BROKEN);
    put_file("b.yaml", bytes);
    assert_int_equal(rename("b.yaml", "a.yaml"), 0);
    assert_string_equal(sees(&follow, f), "C1");
    assert_int_equal(follow.news.signal, SIGNAL_GOOD);
    /* appended, what cannot be: the whole is read, and named broken; cut off again, it is well */
    int fd = open("a.yaml", O_WRONLY | O_APPEND | O_CLOEXEC);
    assert_int_equal(write(fd, "x: 1\n#\n", 7), 7);
    follow_look(&follow, at_clock("13:40"));
    assert_int_equal(follow.news.signal, SIGNAL_BROKEN);
    assert_int_equal(ftruncate(fd, (off_t)length), 0);
    close(fd);
    assert_string_equal(sees(&follow, f), "C1");
    assert_int_equal(follow.news.signal, SIGNAL_GOOD);
    follow_end(&follow);
    keep_end(&op.keep);
}

static void the_lock_file_tells(void **state) {
    struct folder *f = *state;
    struct chair op = open_meeting(f);
    assert_int_equal(start(&op.s, "13:30", "I5").code, REFUSED_NOT);
    keep_all(f, &op);
    struct follow follow = begun();
    assert_null(session_blank(op.keep.session, true, f->arena));
    session_clock(op.keep.session, 4000);
    follow_look(&follow, at_clock("13:40"));
    assert_int_equal(follow.news.told, TOLD_BLANK);
    assert_int_equal(follow.ahead, 4000);
    /* one that cannot be read: nobody could blank this screen */
    assert_int_equal(rename(".a.yaml.lock", "lock"), 0);
    assert_int_equal(symlink("lock", ".a.yaml.lock"), 0);
    follow_look(&follow, at_clock("13:40"));
    assert_int_equal(follow.news.signal, SIGNAL_UNTOLD);
    assert_int_equal(unlink(".a.yaml.lock"), 0);
    follow_look(&follow, at_clock("13:40"));
    assert_int_equal(follow.news.signal, SIGNAL_GOOD);
    assert_int_equal(follow.news.told, TOLD_NOTHING);
    assert_int_equal(rename("lock", ".a.yaml.lock"), 0);
    follow_look(&follow, at_clock("13:40"));
    assert_int_equal(follow.news.told, TOLD_BLANK);
    follow_end(&follow);
    keep_end(&op.keep);
}

struct state_of {
    struct timespec folder, file, lock;
    char *bytes;
    size_t length;
};

static struct state_of state_of(struct folder *f) {
    struct state_of out;
    struct stat status;
    assert_int_equal(stat(".", &status), 0);
    out.folder = status.st_mtim;
    assert_int_equal(stat("a.yaml", &status), 0);
    out.file = status.st_mtim;
    assert_int_equal(stat(".a.yaml.lock", &status), 0);
    out.lock = status.st_mtim;
    assert_null(file_read("a.yaml", 1 << 20, f->arena, &out.bytes, &out.length, NULL));
    return out;
}

static void nothing_is_touched(void **state) {
    struct folder *f = *state;
    struct chair op = open_meeting(f);
    assert_int_equal(start(&op.s, "13:30", "I5").code, REFUSED_NOT);
    put_challenge(f, &op, "13:31", "C1");
    struct state_of before = state_of(f);
    struct follow follow = begun();
    for (int i = 0; i < 10; i++) {
        sees(&follow, f);
    }
    follow_end(&follow);
    struct state_of after = state_of(f);
    assert_memory_equal(&before.folder, &after.folder, sizeof before.folder);
    assert_memory_equal(&before.file, &after.file, sizeof before.file);
    assert_memory_equal(&before.lock, &after.lock, sizeof before.lock);
    assert_int_equal(before.length, after.length);
    assert_memory_equal(before.bytes, after.bytes, before.length);
    assert_int_equal(names_with(".", "", NULL), 2);
    keep_end(&op.keep);
}

/* A long meeting, in which the file is put anew all the time by something that synchronises it: no memory is kept. */
static void what_was_replaced_is_given_back(void **state) {
    struct folder *f = *state;
    struct chair op = open_meeting(f);
    assert_int_equal(start(&op.s, "13:30", "I5").code, REFUSED_NOT);
    put_challenge(f, &op, "13:31", "C1");
    struct follow follow = begun();
    sees(&follow, f);
    size_t held = arena_held(follow.meeting_arena) + arena_held(follow.room_arena);
    for (int i = 0; i < 20; i++) {
        watch_forget(&follow.watch);
        assert_string_equal(sees(&follow, f), "C1");
        assert_int_equal(arena_held(follow.meeting_arena) + arena_held(follow.room_arena), held);
    }
    follow_end(&follow);
    keep_end(&op.keep);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        folder_test(what_is_kept_is_seen),      folder_test(half_an_event_is_not_seen),
        folder_test(it_is_lost_and_comes_back), folder_test(the_lock_file_tells),
        folder_test(nothing_is_touched),        folder_test(what_was_replaced_is_given_back),
    };
    return cmocka_run_group_tests_name("shell: follow", tests, NULL, NULL);
}
