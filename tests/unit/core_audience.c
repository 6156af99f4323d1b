/* A meeting as some may see it: nothing of the chair's own for anyone, nothing restricted for the board. */
#include "core_sitting.h"

#include "candour/core/audience.h"
#include "candour/core/summary.h"

static struct sitting with_restricted(struct arena *arena) {
    struct sitting s = sitting_open(arena);
    TAKEN(start(&s, "13:30", "I6"));
    TAKEN(said(&s, "13:31", DO_CHALLENGE,
               &(struct challenge){.id = "C1",
                                   .finding = "F5",
                                   .by = "POL",
                                   .to = "EDU",
                                   .put = "Secret",
                                   .visibility = VISIBILITY_RESTRICTED}));
    TAKEN(challenge(&s, "13:32", "C2", "NPS", "MHT"));
    TAKEN(said(&s, "13:33", DO_AGREEMENT,
               &(struct agreement){
                   .id = "A1", .text = "Secret", .owner = "EDU", .from = "C1", .visibility = VISIBILITY_RESTRICTED}));
    TAKEN(said(&s, "13:34", DO_ASSENT,
               &(struct event_assent){.id = "A1", .agency = "EDU", .state = ASSENT_RESERVATION, .words = "Secret"}));
    return s;
}

static const struct meeting *board_of(const struct sitting *s) {
    return meeting_for(s->m, AUDIENCE_BOARD, s->arena);
}

static void a_restricted_record_counts_nowhere(void **state) {
    struct sitting s = with_restricted(*state);
    const struct meeting *board = board_of(&s);
    const struct summary *sum = summary_later(board, at_clock("16:00"), s.arena);
    assert_int_equal(sum->challenge_count, 1);
    assert_int_equal(sum->agreement_count, 0);
    assert_int_equal(summary_between(sum, 2, 1), 0); /* POL to EDU */
    assert_int_equal(summary_between(sum, 8, 6), 1); /* NPS to MHT */
    assert_int_equal(summary_party(sum, "POL")->made.count, 0);
    assert_int_equal(summary_party(sum, "EDU")->owns.count, 0);
    assert_int_equal(summary_finding(sum, "F5")->challenges.count, 0);
    const struct record_state *c1 = meeting_record(board, "C1");
    assert_true(c1->withheld && c1->withdrawn);
    assert_null(((const struct challenge *)c1->now)->put);
    assert_null(((const struct challenge *)c1->now)->by);
    assert_null(meeting_record(board, "A1")->assents);
    assert_false(meeting_record(board, "C2")->withheld);
}

static void an_item_with_a_restricted_record_is_not_empty(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I6"));
    TAKEN(
        said(&s, "13:40", DO_NOTE,
             &(struct note){.id = "N1", .kind = NOTE_DECISION, .text = "Secret", .visibility = VISIBILITY_RESTRICTED}));
    TAKEN(plain(&s, "14:10", DO_CLOSE));
    const struct summary *sum = summary_later(board_of(&s), at_clock("16:00"), s.arena);
    assert_int_equal(sum->items[5].recorded, 1);
    assert_false(sum->items[5].empty);
}

static void the_meeting_itself_is_as_it_was(void **state) {
    struct sitting s = with_restricted(*state);
    board_of(&s);
    const struct record_state *c1 = meeting_record(s.m, "C1");
    assert_false(c1->withdrawn);
    assert_string_equal(((const struct challenge *)c1->now)->put, "Secret");
    assert_string_equal(((const struct challenge *)s.m->events[2].body)->put, "Secret");
    assert_false(s.m->event_notes[2].undone);
}

static void those_who_were_in_the_room_may_see_it(void **state) {
    struct sitting s = with_restricted(*state);
    const struct meeting *room = meeting_for(s.m, AUDIENCE_ROOM, s.arena);
    const struct record_state *c1 = meeting_record(room, "C1");
    assert_false(c1->withheld);
    assert_string_equal(((const struct challenge *)c1->now)->put, "Secret");
    assert_int_equal(summary_later(room, at_clock("16:00"), s.arena)->agreement_count, 1);
}

static void events_keep_the_id_alone(void **state) {
    struct sitting s = with_restricted(*state);
    const struct meeting *board = board_of(&s);
    for (size_t i = 0; i < board->event_count; i++) {
        const struct event_assent *assent = board->events[i].body;
        const struct agreement *agreement = board->events[i].body;
        if (board->events[i].what == DO_ASSENT) {
            assert_true(board->event_notes[i].undone);
            assert_string_equal(assent->id, "A1");
            assert_null(assent->agency);
            assert_null(assent->words);
        } else if (board->events[i].what == DO_AGREEMENT) {
            assert_string_equal(agreement->id, "A1");
            assert_null(agreement->text);
        }
    }
}

static void an_earlier_wording_that_was_restricted_is_not_there(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I6"));
    TAKEN(said(&s, "13:31", DO_NOTE, &(struct note){.id = "N1", .text = "Tom", .visibility = VISIBILITY_RESTRICTED}));
    TAKEN(amend(&s, "13:32", "N1", "text visibility",
                &(struct note){.text = "The child", .visibility = VISIBILITY_BOARD}));
    TAKEN(amend(&s, "13:33", "N1", "text", &(struct note){.text = "Child T"}));
    const struct record_state *n1 = meeting_record(board_of(&s), "N1");
    assert_string_equal(((const struct note *)n1->words->value)->text, "Child T");
    assert_string_equal(((const struct note *)n1->words->earlier->value)->text, "The child");
    assert_null(n1->words->earlier->earlier);
}

static void restricted_progress_and_positions_keep_the_fact(void **state) {
    struct sitting s = sitting_open(*state);
    struct dissent dissent = {.agency = "EDU", .reason = "Secret"};
    TAKEN(start(&s, "13:30", "I6"));
    TAKEN(agreement(&s, "13:31", "A1", "EDU"));
    TAKEN(said(
        &s, "13:32", DO_PROGRESS,
        &(struct event_progress){
            .id = "A1", .by = "CHR", .text = "Secret", .status = AGREEMENT_DONE, .visibility = VISIBILITY_RESTRICTED}));
    TAKEN(said(&s, "13:33", DO_POSITION,
               &(struct event_position){.finding = "F5",
                                        .position = POSITION_NOT_ACCEPTED,
                                        .reason = "Secret",
                                        .still_true = "Secret",
                                        .dissent = {&dissent, 1},
                                        .visibility = VISIBILITY_RESTRICTED}));
    const struct meeting *board = board_of(&s);
    const struct record_state *a1 = meeting_record(board, "A1");
    assert_int_equal(((const struct agreement *)a1->now)->status, AGREEMENT_DONE);
    assert_non_null(a1->progress);
    assert_null(a1->progress->progress->text);
    assert_null(a1->progress->progress->by);
    const struct event_position *position = board->findings[4].position;
    assert_int_equal(position->position, POSITION_NOT_ACCEPTED);
    assert_null(position->reason);
    assert_null(position->still_true);
    assert_int_equal(position->dissent.count, 0);
}

static void a_readback_loses_what_it_said_of_a_withheld_record(void **state) {
    struct sitting s = with_restricted(*state);
    TAKEN(agreement(&s, "13:40", "A2", "CSC"));
    TAKEN(said(&s, "13:41", DO_READBACK,
               &(struct event_readback){.item = "I6", .records = ids(s.arena, "A1", "A2", NULL), .words = "Secret"}));
    TAKEN(said(&s, "13:42", DO_READBACK,
               &(struct event_readback){.item = "I6", .records = ids(s.arena, "A2", NULL), .words = "Open"}));
    const struct meeting *board = board_of(&s);
    const struct event_readback *first = board->events[board->event_count - 2].body;
    const struct event_readback *second = board->events[board->event_count - 1].body;
    assert_int_equal(first->records.count, 1);
    assert_string_equal(first->records.items[0], "A2");
    assert_null(first->words);
    assert_string_equal(second->words, "Open");
}

static void a_restricted_draft_keeps_its_id(void **state) {
    struct arena *arena = *state;
    struct agenda *agenda = harrowmere_agenda(arena);
    ((struct agreement *)agenda->proposals.items)[1].visibility = VISIBILITY_RESTRICTED;
    struct sitting s = sitting_new(arena, agenda);
    TAKEN(said(&s, "13:28", DO_OPEN, &(struct event_open){.program = "candour"}));
    TAKEN(said(&s, "13:29", DO_REJECT, &(struct event_withdraw){.id = "D2", .reason = "Secret"}));
    const struct meeting *board = board_of(&s);
    assert_string_equal(board->proposals[1].proposal->id, "D2");
    assert_null(board->proposals[1].proposal->text);
    assert_null(board->proposals[1].reason);
    assert_true(board->proposals[1].rejected);
    assert_string_equal(board->proposals[0].proposal->owner, "ACU");
    assert_null(((const struct event_withdraw *)board->events[1].body)->reason);
}

static void the_chairs_own_is_for_nobody_else(void **state) {
    static const enum audience all[] = {AUDIENCE_BOARD, AUDIENCE_ROOM};
    struct arena *arena = *state;
    struct agenda *agenda = harrowmere_agenda(arena);
    struct item *items = agenda->items.items;
    items[4].notes = "Ask the lay member first";
    items[4].prompts = ids(arena, "Who disagrees?", NULL);
    struct sitting s = sitting_new(arena, agenda);
    TAKEN(said(&s, "13:28", DO_OPEN, &(struct event_open){.program = "candour"}));
    for (size_t i = 0; i < 2; i++) {
        const struct meeting *m = meeting_for(s.m, all[i], arena);
        assert_null(m->items[4].item->notes);
        assert_int_equal(m->items[4].item->prompts.count, 0);
        assert_string_equal(m->items[4].item->title, "Findings F1 to F3");
        assert_null(((const struct item *)m->agenda->items.items)[4].notes);
    }
    assert_string_equal(s.m->items[4].item->notes, "Ask the lay member first");
}

static void what_was_undone_is_not_there(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I6"));
    TAKEN(challenge(&s, "13:31", "C1", "POL", "EDU"));
    TAKEN(undo(&s, "13:32", "13:31"));
    const struct meeting *board = board_of(&s);
    assert_string_equal(((const struct challenge *)board->events[2].body)->id, "C1");
    assert_null(((const struct challenge *)board->events[2].body)->put);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SITTING_TEST(a_restricted_record_counts_nowhere),
        SITTING_TEST(an_item_with_a_restricted_record_is_not_empty),
        SITTING_TEST(the_meeting_itself_is_as_it_was),
        SITTING_TEST(those_who_were_in_the_room_may_see_it),
        SITTING_TEST(events_keep_the_id_alone),
        SITTING_TEST(an_earlier_wording_that_was_restricted_is_not_there),
        SITTING_TEST(restricted_progress_and_positions_keep_the_fact),
        SITTING_TEST(a_readback_loses_what_it_said_of_a_withheld_record),
        SITTING_TEST(a_restricted_draft_keeps_its_id),
        SITTING_TEST(the_chairs_own_is_for_nobody_else),
        SITTING_TEST(what_was_undone_is_not_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
