/* Undo is the fold without the event, as if it had never been said. */
#include "core_sitting.h"

#include "support/digest.h"

static struct refusal assent(struct sitting *s, const char *clock, const char *id, const char *agency) {
    return said(s, clock, DO_ASSENT, &(struct event_assent){.id = id, .agency = agency, .state = ASSENT_AGREED});
}

/* --- what comes back --- */

static void an_undone_start_gives_its_minutes_back(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I1"));
    TAKEN(start(&s, "13:40", "I2"));
    TAKEN(challenge(&s, "13:42", "C1", "POL", "EDU"));
    TAKEN(undo(&s, "13:45", "13:40"));
    assert_int_equal(s.m->current, 0);
    assert_int_equal(s.m->items[1].stage, ITEM_TO_COME);
    MS(used(&s, "I1", "13:45"), 15);
    MS(used(&s, "I2", "13:45"), 0);
    assert_int_equal(meeting_record(s.m, "C1")->place, 0); /* it names no item: said in what runs */
    assert_int_equal(s.m->event_notes[3].place, 0);
    assert_true(s.m->event_notes[2].undone);
    assert_false(s.m->event_notes[3].undone);
    TAKEN(redo(&s, "13:46", "13:40"));
    MS(used(&s, "I1", "13:50"), 10);
    MS(used(&s, "I2", "13:50"), 10);
    assert_false(s.m->event_notes[2].undone);
    assert_int_equal(meeting_record(s.m, "C1")->place, 1);
}

static void an_undone_start_dated_back(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I1"));
    TAKEN(said(&s, "13:35", DO_FOCUS, &(struct event_focus){.finding = "F2"}));
    TAKEN(start_back(&s, "13:40", "I2", 8));
    TAKEN(undo(&s, "13:41", "13:40"));
    MS(used(&s, "I1", "13:41"), 11);
    MS(meeting_finding_used(s.m, 1, at("13:41")), 6);
    assert_int_equal(s.m->focus, 1);
}

static void minutes_and_order_come_back(void **state) {
    struct sitting s = sitting_open(*state);
    uint64_t before = digest_state(s.m);
    TAKEN(said(&s, "13:29", DO_SKIP, &(struct event_item){.item = "I4"}));
    TAKEN(undo(&s, "13:30", "13:29"));
    MS(granted(&s, "I4"), 15);
    MS(s.m->end_account, 0);
    assert_int_equal(digest_state(s.m), before);
    TAKEN(said(&s, "13:31", DO_MOVE_ITEM, &(struct event_move_item){.item = "I2", .after = "I8"}));
    TAKEN(undo(&s, "13:32", "13:31"));
    assert_int_equal(digest_state(s.m), before);
    TAKEN(said(&s, "13:33", DO_MOVE_ITEM, &(struct event_move_item){.item = "I8"}));
    TAKEN(undo(&s, "13:34", "13:33"));
    assert_int_equal(digest_state(s.m), before);
}

static void earlier_words_come_back(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(agreement(&s, "13:29", "A1", "EDU"));
    TAKEN(assent(&s, "13:30", "A1", "EDU"));
    TAKEN(amend(&s, "13:31", "A1", "text", &(struct agreement){.text = "Do more"}));
    const struct record_state *record = meeting_record(s.m, "A1");
    assert_false(assent_current(record, assent_of(record, "EDU")));
    TAKEN(undo(&s, "13:32", "13:31"));
    record = meeting_record(s.m, "A1");
    assert_string_equal(((const struct agreement *)record->now)->text, "Do it");
    assert_null(record->words->earlier);
    assert_true(assent_current(record, assent_of(record, "EDU")));
}

static void a_proposal_is_free_again(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(said(&s, "13:29", DO_AGREEMENT, &(struct agreement){.id = "A1", .text = "As drafted", .from = "D1"}));
    REFUSED(said(&s, "13:30", DO_REJECT, &(struct event_withdraw){.id = "D1", .reason = "No"}), REFUSED_DECIDED);
    TAKEN(undo(&s, "13:31", "13:29"));
    TAKEN(said(&s, "13:32", DO_REJECT, &(struct event_withdraw){.id = "D1", .reason = "No"}));
    assert_true(s.m->proposals[0].rejected);
    assert_null(s.m->proposals[0].adopted);
}

/* --- what cannot be undone --- */

static void not_everything_can_be_undone(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I1"));
    TAKEN(said(&s, "13:50", DO_GAP,
               &(struct event_gap){.from = at_clock("13:35"), .to = at_clock("13:45"), .until = at_clock("13:35")}));
    REFUSED(undo(&s, "13:51", "13:28"), REFUSED_NOT_UNDOABLE);
    REFUSED(undo(&s, "13:51", "13:50"), REFUSED_NOT_UNDOABLE);
    REFUSED(undo(&s, "13:51", "13:29"), REFUSED_NO_SUCH);
    TAKEN(challenge(&s, "13:52", "C1", "POL", "EDU"));
    TAKEN(undo(&s, "13:53", "13:52"));
    REFUSED(undo(&s, "13:54", "13:52"), REFUSED_UNDONE_ALREADY);
    REFUSED(undo(&s, "13:54", "13:53"), REFUSED_NOT_UNDOABLE); /* an undo is taken back by redo */
}

static void what_is_needed_stays(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I1"));
    TAKEN(challenge(&s, "13:31", "C1", "POL", "EDU"));
    TAKEN(amend(&s, "13:32", "C1", "given", &(struct challenge){.given = "Because"}));
    uint64_t before = digest_all(s.m);
    struct refusal refusal = undo(&s, "13:33", "13:31");
    assert_int_equal(refusal.code, REFUSED_NEEDED);
    assert_string_equal(refusal.subject, "amend C1");
    refusal = undo(&s, "13:33", "13:30");
    assert_int_equal(refusal.code, REFUSED_NOT); /* nothing here was said of an item */
    TAKEN(redo(&s, "13:34", "13:30"));
    TAKEN(undo(&s, "13:35", "13:32"));
    TAKEN(undo(&s, "13:36", "13:31"));
    assert_null(meeting_record(s.m, "C1"));
    TAKEN(redo(&s, "13:37", "13:31"));
    TAKEN(redo(&s, "13:38", "13:32"));
    assert_string_equal(((const struct challenge *)meeting_record(s.m, "C1")->now)->given, "Because");
    assert_int_not_equal(digest_all(s.m), before); /* the undos themselves are on record */
}

static void a_pause_needs_the_resume_before_it(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I1"));
    TAKEN(plain(&s, "13:35", DO_PAUSE));
    TAKEN(plain(&s, "13:40", DO_RESUME));
    TAKEN(plain(&s, "13:45", DO_PAUSE));
    struct refusal refusal = undo(&s, "13:50", "13:40");
    assert_int_equal(refusal.code, REFUSED_NEEDED);
    assert_string_equal(refusal.subject, "pause");
    MS(used(&s, "I1", "13:50"), 10);
    refusal = undo(&s, "13:51", "13:30");
    assert_int_equal(refusal.code, REFUSED_NEEDED);
}

static void not_over_a_barrier(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I1"));
    TAKEN(challenge(&s, "13:31", "C1", "POL", "EDU"));
    TAKEN(plain(&s, "13:40", DO_ADJOURN));
    TAKEN(plain(&s, "13:50", DO_REOPEN));
    REFUSED(undo(&s, "13:51", "13:31"), REFUSED_BEHIND_BARRIER);
    REFUSED(undo(&s, "13:51", "13:40"), REFUSED_NOT_UNDOABLE);
    REFUSED(undo(&s, "13:51", "13:50"), REFUSED_NOT_UNDOABLE);
    assert_int_equal(meeting_undo_target(s.m), SIZE_MAX);
    TAKEN(plain(&s, "13:52", DO_RESUME));
    assert_int_equal(meeting_undo_target(s.m), 5);
    TAKEN(undo(&s, "13:53", "13:52"));
    assert_int_equal(s.m->status, MEETING_PAUSED);
    TAKEN(plain(&s, "14:00", DO_CLOSE));
    REFUSED(redo(&s, "14:01", "13:52"), REFUSED_NOTHING_TO_REDO);
    assert_int_equal(meeting_undo_target(s.m), SIZE_MAX);
}

/* Undo never reaches back over adjourn, close or reopen; a record that is confirmed meanwhile is no such wall. */
static void over_a_confirmation(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(challenge(&s, "13:31", "C1", "POL", "EDU"));
    TAKEN(plain(&s, "14:00", DO_CLOSE));
    TAKEN(amend(&s, "14:01", "C1", "given", &(struct challenge){.given = "Because"}));
    TAKEN(plain(&s, "14:02", DO_CONFIRM));
    REFUSED(undo(&s, "14:03", "13:31"), REFUSED_BEHIND_BARRIER);
    TAKEN(undo(&s, "14:03", "14:01"));
    assert_null(((const struct challenge *)meeting_record(s.m, "C1")->now)->given);
    assert_int_equal(s.m->status, MEETING_CONFIRMED);
}

/* --- which one next --- */

static void any_number_of_steps(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I1"));
    TAKEN(challenge(&s, "13:31", "C1", "POL", "EDU"));
    TAKEN(said(&s, "13:45", DO_GAP,
               &(struct event_gap){.from = at_clock("13:32"), .to = at_clock("13:40"), .until = at_clock("13:32")}));
    TAKEN(challenge(&s, "13:46", "C2", "POL", "EDU"));
    uint64_t full = digest_state(s.m);
    assert_int_equal(meeting_undo_target(s.m), 4);
    TAKEN(undo(&s, "13:47", "13:46"));
    assert_int_equal(meeting_undo_target(s.m), 2); /* not the gap */
    TAKEN(undo(&s, "13:48", "13:31"));
    assert_int_equal(s.m->record_count, 0);
    MS(used(&s, "I1", "13:50"), 12); /* the gap still counts */
    assert_int_equal(meeting_undo_target(s.m), 1);
    assert_int_equal(undo(&s, "13:49", "13:30").code, REFUSED_NEEDED); /* the gap needs the item */
    assert_int_equal(meeting_redo_target(s.m), 2);
    TAKEN(redo(&s, "13:50", "13:31"));
    assert_int_equal(meeting_redo_target(s.m), 4);
    TAKEN(redo(&s, "13:51", "13:46"));
    assert_int_equal(meeting_redo_target(s.m), SIZE_MAX);
    assert_int_equal(digest_state(s.m), full);
    assert_int_equal(meeting_undo_target(s.m), 4);
}

static void a_new_act_ends_redo(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(challenge(&s, "13:29", "C1", "POL", "EDU"));
    TAKEN(undo(&s, "13:30", "13:29"));
    assert_int_equal(meeting_redo_target(s.m), 1);
    TAKEN(start(&s, "13:31", "I1"));
    assert_int_equal(meeting_redo_target(s.m), SIZE_MAX);
    REFUSED(redo(&s, "13:32", "13:29"), REFUSED_NOTHING_TO_REDO);
}

static void ids_stay_used(void **state) {
    struct sitting s = sitting_open(*state);
    char id[16];
    TAKEN(challenge(&s, "13:29", "C1", "POL", "EDU"));
    TAKEN(said(
        &s, "13:30", DO_ADD_ITEM,
        &(struct event_add_item){.id = "I10", .title = "More", .minutes = {true, 5}, .purpose = PURPOSE_DISCUSSION}));
    TAKEN(undo(&s, "13:31", "13:30"));
    TAKEN(undo(&s, "13:32", "13:29"));
    assert_string_equal(meeting_next_id(s.m, RECORD_CHALLENGE, id), "C2");
    assert_string_equal(meeting_next_item_id(s.m, id), "I11");
    assert_int_equal(meeting_names(s.m, "C1", NULL), 0);
    assert_int_equal(meeting_item_place(s.m, "I10"), -1);
    assert_false(meeting_id_free(s.m, "C1"));
    REFUSED(challenge(&s, "13:33", "C1", "POL", "EDU"), REFUSED_ID_USED);
    TAKEN(redo(&s, "13:34", "13:29"));
    assert_int_equal(meeting_names(s.m, "C1", NULL), REF_CHALLENGE);
}

static void redo_in_another_order(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(challenge(&s, "13:29", "C1", "POL", "EDU"));
    TAKEN(challenge(&s, "13:30", "C2", "EDU", "POL"));
    TAKEN(undo(&s, "13:31", "13:29"));
    assert_string_equal(s.m->records[0].id, "C2");
    TAKEN(undo(&s, "13:32", "13:30"));
    TAKEN(redo(&s, "13:33", "13:29")); /* not the last one */
    assert_string_equal(s.m->records[0].id, "C1");
    assert_int_equal(s.m->record_count, 1);
    TAKEN(redo(&s, "13:34", "13:30"));
    assert_string_equal(s.m->records[1].id, "C2");
}

/* Redo of an amendment whose record was undone since: it has nothing to stand on. */
static void redo_that_cannot_stand(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(challenge(&s, "13:29", "C1", "POL", "EDU"));
    TAKEN(amend(&s, "13:30", "C1", "given", &(struct challenge){.given = "Because"}));
    TAKEN(undo(&s, "13:31", "13:30"));
    TAKEN(undo(&s, "13:32", "13:29"));
    uint64_t before = digest_all(s.m);
    REFUSED(redo(&s, "13:33", "13:30"), REFUSED_NO_SUCH);
    assert_int_equal(digest_all(s.m), before);
}

/* Vectors grow, and going back over their growing is no different. */
static void over_the_growth_of_lists(void **state) {
    struct sitting s = sitting_open(*state);
    struct event event;
    uint64_t digests[200];
    char id[16];
    for (int i = 0; i < 200; i++) {
        digests[i] = digest_state(s.m);
        event = event_said(*state, "13:29", DO_CHALLENGE, &(struct challenge){.by = "POL", .to = "EDU", .put = "Why?"});
        ((struct challenge *)event.body)->id = arena_text(*state, meeting_next_id(s.m, RECORD_CHALLENGE, id));
        event.at.at += i;
        TAKEN(meeting_apply(s.m, &event));
    }
    for (int i = 199; i >= 0; i--) {
        event = event_said(*state, "13:30", DO_UNDO, &(struct event_of){.of = {.at = at("13:29") + i}});
        event.at.at += 199 - i;
        TAKEN(meeting_apply(s.m, &event));
        assert_int_equal(digest_state(s.m), digests[i]);
    }
}

/* Every agency in every item, and all of it back, again and again: the list of who was heard grows each time. */
static void over_the_growth_of_who_was_heard(void **state) {
    struct sitting s = sitting_open(*state);
    const struct agency *agencies = s.agenda->agencies.items;
    instant now = at("13:30");
    for (int round = 0; round < 5; round++) {
        for (uint32_t i = 0; i < 90; i++) {
            struct event event = event_new(*state, i % 10 == 0 ? DO_START : DO_HEARD, (struct stamp){.at = now++});
            if (event.what == DO_START) {
                ((struct event_start *)event.body)->item = s.m->items[i / 10].item->id;
                TAKEN(meeting_apply(s.m, &event));
                event = event_new(*state, DO_HEARD, (struct stamp){.at = now++});
            }
            ((struct event_heard *)event.body)->agency = agencies[i % 10].id;
            TAKEN(meeting_apply(s.m, &event));
        }
        for (uint32_t i = 0; i < 90; i++)
            assert_true(meeting_heard(s.m, i / 10, agencies[i % 10].id));
        for (size_t target; (target = meeting_undo_target(s.m)) != SIZE_MAX;) {
            struct event event = event_new(*state, DO_UNDO, (struct stamp){.at = now++});
            ((struct event_of *)event.body)->of = s.m->events[target].at;
            TAKEN(meeting_apply(s.m, &event));
        }
        for (uint32_t i = 0; i < 90; i++)
            assert_false(meeting_heard(s.m, i / 10, agencies[i % 10].id));
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SITTING_TEST(an_undone_start_gives_its_minutes_back),
        SITTING_TEST(an_undone_start_dated_back),
        SITTING_TEST(minutes_and_order_come_back),
        SITTING_TEST(earlier_words_come_back),
        SITTING_TEST(a_proposal_is_free_again),
        SITTING_TEST(not_everything_can_be_undone),
        SITTING_TEST(what_is_needed_stays),
        SITTING_TEST(a_pause_needs_the_resume_before_it),
        SITTING_TEST(not_over_a_barrier),
        SITTING_TEST(over_a_confirmation),
        SITTING_TEST(any_number_of_steps),
        SITTING_TEST(a_new_act_ends_redo),
        SITTING_TEST(ids_stay_used),
        SITTING_TEST(redo_in_another_order),
        SITTING_TEST(redo_that_cannot_stand),
        SITTING_TEST(over_the_growth_of_lists),
        SITTING_TEST(over_the_growth_of_who_was_heard),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
