/* What the room sees: its clock, what changes a record, and what stands on the guard list. */
#include "core_sitting.h"

#include "candour/core/reading.h"
#include "candour/core/room.h"

static const struct audience BOARD = {0};

static struct room *seen(const struct sitting *s, const char *clock) {
    return room_of(s->m, at_clock(clock), &BOARD, s->arena);
}

static const struct room_record *record_in(const struct room *room, const char *id) {
    for (size_t i = 0; i < room->record_count; i++)
        if (strcmp(room->records[i].id, id) == 0)
            return room->records + i;
    return NULL;
}

/* --- the clock --- */

/* Worked out once, it goes on as the meeting's own does: at each second, over zero, through a pause. */
static void its_clock_is_the_meetings(void **state) {
    static const int64_t around[] = {-1001, -1000, -999, -1, 0, 1, 999, 1000, 1001, 3600000};
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I1"));
    TAKEN(plain(&s, "13:34", DO_PAUSE));
    TAKEN(plain(&s, "13:36", DO_RESUME));
    const struct room *room = seen(&s, "13:37");
    /* 10 minutes less 4 and 1 */
    MS(room_left(room, at("13:37")), 5);
    assert_true(room_runs(room));
    for (size_t i = 0; i < sizeof around / sizeof *around; i++) {
        instant now = at("13:42") + around[i]; /* when nothing is left */
        assert_int_equal(room_left(room, now), -around[i]);
        assert_int_equal(room_left(room, now), meeting_left(s.m, 0, now));
    }
    /* a clock behind the one that said it shows what was left then, never more */
    assert_int_equal(room_left(room, at("13:35")), meeting_left(s.m, 0, at("13:35")));
    MS(room_left(room, at("13:35")), 6);
    TAKEN(plain(&s, "13:40", DO_PAUSE));
    room = seen(&s, "13:41");
    assert_false(room_runs(room));
    assert_int_equal(room->paused_at, at("13:40"));
    MS(room_left(room, at("13:41")), 2);
    MS(room_left(room, at("15:41")), 2);
}

static void thresholds_are_those_of_the_meeting(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I1"));
    const struct room *room = seen(&s, "13:30:01");
    /* 75 % of 10 minutes */
    assert_false(room_alerts(room, at("13:37:29")));
    assert_true(room_alerts(room, at("13:37:30")));
    assert_true(room_alerts(room, at("13:37:32")));
    assert_false(room_alerts(room, at("13:37:33")));
    assert_true(room_alerts(room, at("13:40:00")));
    assert_false(room_alerts(room, at("13:44:59")));
    assert_true(room_alerts(room, at("13:45:02")));
    assert_true(room_alerts(room, at("13:50:00")));
    TAKEN(plain(&s, "13:40", DO_PAUSE));
    assert_false(room_alerts(seen(&s, "13:40"), at("13:40:01")));
    /* after a pause it is not said again */
    TAKEN(plain(&s, "13:41", DO_RESUME));
    assert_false(room_alerts(seen(&s, "13:41"), at("13:41:01")));
}

static void each_state_of_the_meeting(void **state) {
    struct sitting s = sitting_open(*state);
    const struct room *room = seen(&s, "13:29");
    assert_int_equal(room->status, MEETING_READY);
    assert_false(room->in_item);
    assert_null(room->item.title);
    TAKEN(start(&s, "13:30", "I5"));
    TAKEN(said(&s, "13:31", DO_FOCUS, &(struct event_focus){.finding = "F3"}));
    TAKEN(challenge(&s, "13:32", "C1", "POL", "EDU"));
    room = seen(&s, "13:33");
    assert_true(room->in_item);
    assert_true(room->discussing);
    assert_int_equal(room->record_count, 1);
    assert_int_equal(room->last, at("13:32"));
    TAKEN(plain(&s, "13:34", DO_PAUSE));
    assert_int_equal(seen(&s, "13:35")->record_count, 1);
    assert_true(seen(&s, "13:35")->discussing);
    TAKEN(start(&s, "13:36", "I6")); /* another item: another finding, other records */
    room = seen(&s, "13:37");
    assert_string_equal(room->item.id, "I6");
    assert_false(room->discussing);
    assert_int_equal(room->record_count, 0);
    /* whoever comes in afterwards reads nothing of it */
    for (int end = 0; end < 2; end++) {
        TAKEN(plain(&s, end == 0 ? "13:40" : "13:50", end == 0 ? DO_ADJOURN : DO_CLOSE));
        room = seen(&s, "13:55");
        assert_int_equal(room->status, end == 0 ? MEETING_ADJOURNED : MEETING_CLOSED);
        assert_false(room->in_item);
        assert_int_equal(room->record_count, 0);
        assert_null(room->item.title);
        if (end == 0)
            TAKEN(plain(&s, "13:45", DO_REOPEN));
    }
}

/* --- records as they stand --- */

static void amended_withdrawn_restricted_undone(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I5"));
    TAKEN(challenge(&s, "13:31", "C1", "POL", "EDU"));
    TAKEN(agreement(&s, "13:32", "A1", "MHT"));
    TAKEN(amend(&s, "13:33", "A1", "text due", &(struct agreement){.text = "Other words", .due = day_of(2017, 3, 31)}));
    assert_string_equal(record_in(seen(&s, "13:34"), "A1")->words, "Other words");
    assert_string_equal(record_in(seen(&s, "13:34"), "A1")->state, "due 31 March 2017");
    TAKEN(amend(&s, "13:35", "C1", "visibility", &(struct challenge){.visibility = VISIBILITY_RESTRICTED}));
    assert_null(record_in(seen(&s, "13:35"), "C1"));
    TAKEN(amend(&s, "13:36", "C1", "visibility", &(struct challenge){.visibility = VISIBILITY_BOARD}));
    assert_non_null(record_in(seen(&s, "13:36"), "C1"));
    TAKEN(said(&s, "13:37", DO_WITHDRAW, &(struct event_withdraw){.id = "C1"}));
    assert_null(record_in(seen(&s, "13:37"), "C1"));
    TAKEN(undo(&s, "13:38", "13:37"));
    assert_non_null(record_in(seen(&s, "13:38"), "C1"));
    TAKEN(challenge(&s, "13:39", "C2", "POL", "EDU"));
    assert_non_null(record_in(seen(&s, "13:39"), "C2"));
    TAKEN(undo(&s, "13:40", "13:39"));
    assert_null(record_in(seen(&s, "13:40"), "C2"));
}

static void a_record_goes_with_its_item(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I5"));
    TAKEN(challenge(&s, "13:31", "C1", "POL", "EDU"));
    TAKEN(start(&s, "13:40", "I6"));
    TAKEN(challenge(&s, "13:41", "C2", "EDU", "POL"));
    assert_null(record_in(seen(&s, "13:42"), "C1"));
    assert_non_null(record_in(seen(&s, "13:42"), "C2"));
    TAKEN(amend(&s, "13:43", "C1", "item", &(struct challenge){.item = "I6"}));
    assert_non_null(record_in(seen(&s, "13:44"), "C1"));
    /* back in the item before */
    TAKEN(start(&s, "13:45", "I5"));
    assert_int_equal(seen(&s, "13:46")->record_count, 0);
}

/* A code that the visibility table may get one day is not shown until somebody says to whom. */
static void an_unknown_visibility_is_not_shown(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I5"));
    for (size_t value = 0; value <= CHOICES_VISIBILITY.count + 1; value++) {
        char id[16];
        meeting_next_id(s.m, RECORD_CHALLENGE, id);
        struct challenge put = {
            .id = arena_text(s.arena, id), .by = "POL", .to = "EDU", .put = "Why?", .visibility = (int)value};
        char clock[16] = "13:31:00";
        clock[7] = (char)('0' + value);
        TAKEN(said(&s, clock, DO_CHALLENGE, &put));
        struct audience public = {.public_only = true};
        bool board = record_in(seen(&s, "13:40"), put.id) != NULL;
        bool everybody = record_in(room_of(s.m, at_clock("13:40"), &public, s.arena), put.id) != NULL;
        assert_int_equal(board, value <= VISIBILITY_BOARD);
        assert_int_equal(everybody, value == VISIBILITY_PUBLIC);
    }
}

/* --- the guard list --- */

static void a_guarded_word_holds_the_record_back(void **state) {
    static const char *const words[] = {"Tamsin", "Wharf Lane"};
    const struct audience guarded = {.guard = words, .guard_count = 2};
    const struct audience public = {.public_only = true, .guard = words, .guard_count = 2};
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I5"));
    TAKEN(said(
        &s, "13:31", DO_CHALLENGE,
        &(struct challenge){.id = "C1", .by = "POL", .to = "EDU", .put = "Why?", .given = "Since tamsin's visit"}));
    TAKEN(said(&s, "13:32", DO_AGREEMENT,
               &(struct agreement){.id = "A1", .text = "Do it", .owner = "MHT", .owner_role = "Lead for Wharf\nLane"}));
    TAKEN(challenge(&s, "13:33", "C2", "EDU", "POL"));
    TAKEN(
        said(&s, "13:34", DO_NOTE, &(struct note){.id = "N1", .text = "Tamsin", .visibility = VISIBILITY_RESTRICTED}));
    const struct room *room = room_of(s.m, at_clock("13:35"), &guarded, s.arena);
    assert_int_equal(room->record_count, 3); /* of what is restricted there is not even a gap */
    for (int i = 0; i < 2; i++) {
        const struct room_record *record = record_in(room, i == 0 ? "C1" : "A1");
        assert_true(record->held);
        for (int j = 0; j < ROOM_WORDINGS; j++)
            assert_null(record->who[j]);
        assert_null(record->state);
        assert_null(record->words);
        assert_null(record->answer);
    }
    assert_false(record_in(room, "C2")->held);
    assert_string_equal(record_in(room, "C2")->words, "Why?");
    assert_int_equal(room_of(s.m, at_clock("13:35"), &public, s.arena)->record_count, 0);
    /* put right, it is shown */
    TAKEN(amend(&s, "13:36", "C1", "given", &(struct challenge){.given = "Since the child's visit"}));
    room = room_of(s.m, at_clock("13:37"), &guarded, s.arena);
    assert_string_equal(record_in(room, "C1")->answer, "Since the child's visit");
}

static void guarded_titles_are_held_back(void **state) {
    static const char *const words[] = {"findings", "Missed", "safeguarding", "Case"};
    const struct audience guarded = {.guard = words, .guard_count = 4};
    struct sitting s = sitting_open(*state);
    struct finding *finding = (struct finding *)s.agenda->findings.items + 2;
    finding->title = "Nobody knew";
    finding->statement = "Missed appointments";
    TAKEN(start(&s, "13:30", "I5"));
    TAKEN(said(&s, "13:31", DO_FOCUS, &(struct event_focus){.finding = "F3"}));
    const struct room *room = room_of(s.m, at_clock("13:32"), &guarded, s.arena);
    assert_string_equal(room->item.id, "I5");
    assert_true(room->item.held);
    assert_null(room->item.title);
    assert_true(room->finding.held);
    assert_null(room->finding.title);
    assert_null(room->finding.statement);
    assert_string_equal(room->finding.position, "no position yet");
    assert_null(room->board);
    assert_string_equal(room->review, "HMB-02");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SITTING_TEST(its_clock_is_the_meetings),
        SITTING_TEST(thresholds_are_those_of_the_meeting),
        SITTING_TEST(each_state_of_the_meeting),
        SITTING_TEST(amended_withdrawn_restricted_undone),
        SITTING_TEST(a_record_goes_with_its_item),
        SITTING_TEST(an_unknown_visibility_is_not_shown),
        SITTING_TEST(a_guarded_word_holds_the_record_back),
        SITTING_TEST(guarded_titles_are_held_back),
    };
    return cmocka_run_group_tests_name("core: room", tests, NULL, NULL);
}
