/* What each kind of event is about, of which sort it is, what came after the meeting, and the wordings of a record. */
#include "core_sitting.h"

#include <stdio.h>
#include <stdlib.h>

#include "candour/core/log.h"

enum { SAID_MOST = 400 };

struct collected {
    char text[SAID_MOST];
    enum about last;
};

static bool collect(void *visitor, const char *id, enum about how) {
    struct collected *all = visitor;
    size_t used = strlen(all->text);
    snprintf(all->text + used, sizeof all->text - used, "%s%s%s", used == 0 ? "" : " ",
             how == ABOUT_RECORD && all->last == ABOUT_ITSELF ? "/ " : "", id);
    all->last = how;
    return false;
}

/* The latest event is about these ids: its own, then behind a stroke those of the record it follows. */
static void is_about(const struct sitting *s, const char *expected) {
    struct collected all = {.last = ABOUT_ITSELF};
    assert_false(event_each_id(s->m, s->m->event_count - 1, collect, &all));
    assert_string_equal(all.text, expected);
    const char *subject = event_subject(s->m, s->m->event_count - 1);
    size_t first = strcspn(expected, " ");
    if (expected[0] == '\0') {
        assert_null(subject);
    } else {
        assert_int_equal(strlen(subject), first);
        assert_memory_equal(subject, expected, first);
    }
}

#define SAYS(s, clock, what, type, expected, ...)                                                                      \
    do {                                                                                                               \
        TAKEN(said(s, clock, what, &(struct type){__VA_ARGS__}));                                                      \
        is_about(s, expected);                                                                                         \
    } while (0)

static void the_clock_and_the_agenda_are_about_items(void **state) {
    struct sitting s = sitting_open(*state);
    struct replan_item rest[] = {{.item = "I3", .minutes = {true, 15}}, {.item = "I4", .minutes = {true, 8}}};
    is_about(&s, "");
    SAYS(&s, "13:30", DO_START, event_start, "I1", .item = "I1");
    SAYS(&s, "13:31", DO_PAUSE, event_reason, "", .reason = "Fire alarm");
    SAYS(&s, "13:32", DO_RESUME, event_reason, "", .reason = NULL);
    SAYS(&s, "13:33", DO_EXTEND, event_extend, "I1 CHR I3", .item = "I1", .minutes = {true, 5}, .agreed_by = "CHR",
         .from = "I3");
    SAYS(&s, "13:34", DO_GAP, event_gap, "", .from = at_clock("13:33:10"), .to = at_clock("13:33:50"),
         .until = at_clock("13:33:20"));
    SAYS(&s, "13:35", DO_REPAIR, event_repair, "I1", .item = "I1", .minutes = {true, 3}, .reason = "Late");
    SAYS(&s, "13:36", DO_REPLAN, event_replan, "I3 I4", .items = {rest, 2});
    SAYS(&s, "13:37", DO_ADD_ITEM, event_add_item, "I10 I4", .id = "I10", .title = "Winter", .minutes = {true, 5},
         .purpose = PURPOSE_DISCUSSION, .after = "I4");
    SAYS(&s, "13:38", DO_MOVE_ITEM, event_move_item, "I10 I2", .item = "I10", .after = "I2");
    SAYS(&s, "13:39", DO_SKIP, event_item, "I4", .item = "I4", .reason = "Done");
    SAYS(&s, "13:40", DO_PARK, event_item, "I3", .item = "I3");
    SAYS(&s, "13:41", DO_ADJOURN, event_reason, "", .reason = "Until Friday");
    SAYS(&s, "13:42", DO_REOPEN, event_reason, "", .reason = NULL);
    SAYS(&s, "13:43", DO_CLOSE, event_reason, "", .reason = NULL);
    SAYS(&s, "13:44", DO_CONFIRM, event_reason, "", .reason = NULL);
}

static void the_room_is_about_people_agencies_and_findings(void **state) {
    struct sitting s = sitting_open(*state);
    struct dissent dissents[] = {{.agency = "EDU", .reason = "Weekly"}, {.agency = "POL", .reason = "Daily"}};
    TAKEN(start(&s, "13:30", "I5"));
    SAYS(&s, "13:31", DO_HAND_OVER, event_hand_over, "DN", .role = HAND_OVER_CHAIR, .to = "DN");
    SAYS(&s, "13:32", DO_ATTEND, event_attend, "DN COM CCG", .person = "DN", .agency = "COM", .state = ATTEND_PRESENT,
         .deputy_for = "CCG");
    SAYS(&s, "13:33", DO_ATTEND, event_attend, "POL", .name = "B. Field", .agency = "POL", .state = ATTEND_PRESENT);
    SAYS(&s, "13:33:20", DO_ATTEND, event_attend, "DN / CCG", .person = "DN", .state = ATTEND_LEFT);
    SAYS(&s, "13:33:40", DO_ATTEND, event_attend, "REV", .person = "REV", .state = ATTEND_APOLOGIES);
    SAYS(&s, "13:34", DO_FOCUS, event_focus, "F5", .finding = "F5");
    SAYS(&s, "13:35", DO_HEARD, event_heard, "POL", .agency = "POL");
    SAYS(&s, "13:36", DO_POSITION, event_position, "F5 EDU POL", .finding = "F5", .position = POSITION_ACCEPTED_IN_PART,
         .reason = "Less", .dissent = {dissents, 2});
    SAYS(&s, "13:37", DO_AS_IS, event_as_is, "F5", .finding = "F5", .reason = "Leaders first");
    SAYS(&s, "13:38", DO_ASSESS, event_assess, "Q3", .question = "Q3", .answer = ANSWER_PARTLY);
    SAYS(&s, "13:39", DO_REJECT, event_withdraw, "D2", .id = "D2", .reason = "Covered");
}

static void records_are_about_all_they_name(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I5"));
    SAYS(&s, "13:31", DO_CHALLENGE, challenge, "C1 I5 F3 LAY ACU DIS", .id = "C1", .item = "I5", .finding = "F3",
         .by = "LAY", .to = "ACU", .put = "Who closes?", .given = "Nobody", .given_by = "DIS");
    SAYS(&s, "13:32", DO_AGREEMENT, agreement, "A1 F3 F5 C1 ACU COM CCG design L3 P5", .id = "A1",
         .findings = ids(s.arena, "F3", "F5", NULL), .from = "C1", .text = "Switch off", .owner = "ACU",
         .partners = ids(s.arena, "COM", "CCG", NULL), .kind = "design", .links = ids(s.arena, "L3", "P5", NULL));
    SAYS(&s, "13:33", DO_ENGAGEMENT, engagement, "E1 COM", .id = "E1", .audience = "Visitors", .activity = "Briefing",
         .lead = "COM");
    SAYS(&s, "13:34", DO_NOTE, note, "N1 I5", .id = "N1", .item = "I5", .text = "Papers were late");
}

static struct sitting with_records(struct arena *arena) {
    struct sitting s = sitting_open(arena);
    TAKEN(start(&s, "13:30", "I5"));
    TAKEN(
        said(&s, "13:31", DO_CHALLENGE,
             &(struct challenge){.id = "C1", .item = "I5", .finding = "F3", .by = "LAY", .to = "ACU", .put = "Who?"}));
    TAKEN(said(&s, "13:32", DO_AGREEMENT,
               &(struct agreement){.id = "A1", .findings = ids(arena, "F3", NULL), .text = "Do it", .owner = "ACU"}));
    return s;
}

/* The record as it stood just before is what is followed. */
static void what_follows_is_about_its_record_too(void **state) {
    struct sitting s = with_records(*state);
    SAYS(&s, "13:33", DO_ASSENT, event_assent, "A1 COM / A1 F3 ACU", .id = "A1", .agency = "COM",
         .state = ASSENT_AGREED);
    TAKEN(amend(&s, "13:34", "A1", "owner partners",
                &(struct agreement){.owner = "MHT", .partners = ids(s.arena, "CSC", NULL)}));
    is_about(&s, "A1 MHT CSC / A1 F3 ACU");
    SAYS(&s, "13:35", DO_PROGRESS, event_progress, "A1 POL / A1 F3 MHT CSC", .id = "A1", .by = "POL", .text = "Begun");
    SAYS(&s, "13:36", DO_READBACK, event_readback, "I8 C1 A1 / C1 I5 F3 LAY ACU A1 F3 MHT CSC", .item = "I8",
         .records = ids(s.arena, "C1", "A1", NULL));
    SAYS(&s, "13:37", DO_WITHDRAW, event_withdraw, "C1 / C1 I5 F3 LAY ACU", .id = "C1", .reason = "Twice");
    assert_int_equal(event_about(s.m, 4, "COM"), ABOUT_ITSELF);
    assert_int_equal(event_about(s.m, 4, "ACU"), ABOUT_RECORD);
    assert_int_equal(event_about(s.m, 4, "F3"), ABOUT_RECORD);
    assert_int_equal(event_about(s.m, 4, "MHT"), ABOUT_NOT);
    assert_int_equal(event_about(s.m, 4, "F"), ABOUT_NOT);
}

static void undo_and_redo_are_about_what_they_mean(void **state) {
    struct sitting s = with_records(*state);
    SAYS(&s, "13:33", DO_ASSENT, event_assent, "A1 COM / A1 F3 ACU", .id = "A1", .agency = "COM",
         .state = ASSENT_AGREED);
    TAKEN(undo(&s, "13:34", "13:33"));
    is_about(&s, "A1 COM / A1 F3 ACU");
    assert_int_equal(event_meant(s.m, 5), 4);
    assert_int_equal(event_meant(s.m, 4), 4);
    assert_int_equal(event_undone_by(s.m, 4), 5);
    TAKEN(redo(&s, "13:35", "13:33"));
    is_about(&s, "A1 COM / A1 F3 ACU");
    assert_true(event_undone_by(s.m, 4) == SIZE_MAX);
    /* an agreement that was undone is known no more; what was said of it still names it */
    TAKEN(undo(&s, "13:36", "13:33"));
    TAKEN(undo(&s, "13:37", "13:32"));
    is_about(&s, "A1 F3 ACU");
    assert_int_equal(event_about(s.m, 4, "A1"), ABOUT_ITSELF);
    assert_int_equal(event_about(s.m, 4, "F3"), ABOUT_NOT);
    assert_int_equal(event_undone_by(s.m, 4), 7);
}

/* --- sorts --- */

static void is_sort(const struct sitting *s, size_t event, const char *word, bool expected) {
    struct event_sort sort;
    assert_true(event_sort_of(word, &sort));
    if (event_is_sort(s->m, event, &sort) != expected)
        fail_msg("event %zu is %sof sort %s", event, expected ? "not " : "", word);
}

static void every_kind_of_event_is_of_a_sort(void **state) {
    (void)state;
    size_t count;
    const struct event_sort *sorts = event_sorts(&count);
    for (int what = 0; what < DO_COUNT; what++) {
        uint64_t bit = UINT64_C(1) << what;
        bool found = false;
        for (size_t i = 0; i < count; i++)
            found = found || (sorts[i].events & bit) != 0;
        assert_true(found);
        struct event_sort own;
        assert_true(event_sort_of(event_kinds[what].word, &own));
        assert_true(own.events == bit);
    }
    struct event_sort none;
    assert_false(event_sort_of("challengers", &none));
    assert_true(event_sort_of("Challenges", &none));
    assert_string_equal(none.word, "challenges");
}

static void what_follows_a_record_is_of_its_sort(void **state) {
    struct sitting s = with_records(*state); /* open 0, start 1, C1 2, A1 3 */
    TAKEN(amend(&s, "13:33", "C1", "given", &(struct challenge){.given = "Nobody"}));
    TAKEN(said(&s, "13:34", DO_PROGRESS, &(struct event_progress){.id = "A1", .text = "Begun"}));
    TAKEN(undo(&s, "13:35", "13:33"));
    is_sort(&s, 2, "challenges", true);
    is_sort(&s, 2, "challenge", true);
    is_sort(&s, 4, "challenges", true);
    is_sort(&s, 4, "challenge", false);
    is_sort(&s, 4, "changes", true);
    is_sort(&s, 4, "undone", true);
    is_sort(&s, 4, "agreements", false);
    is_sort(&s, 5, "agreements", true);
    is_sort(&s, 5, "progress", true);
    is_sort(&s, 5, "undone", false);
    is_sort(&s, 6, "challenges", true);
    is_sort(&s, 6, "changes", true);
    is_sort(&s, 6, "agreements", false);
    is_sort(&s, 1, "agenda", true);
    is_sort(&s, 1, "clock", true);
    is_sort(&s, 0, "meeting", true);
    is_sort(&s, 0, "later", false);
}

/* --- after the meeting --- */

static void latest_is(const struct sitting *s, enum later expected) {
    assert_int_equal(event_later(s->m, s->m->event_count - 1), expected);
}

static void what_is_added_later_is_follow_up(void **state) {
    struct sitting s = with_records(*state);
    latest_is(&s, LATER_NOT);
    TAKEN(amend(&s, "13:33", "A1", "text", &(struct agreement){.text = "Do it well"}));
    latest_is(&s, LATER_NOT);
    TAKEN(plain(&s, "13:34", DO_CLOSE));
    latest_is(&s, LATER_NOT);
    TAKEN(
        said(&s, "13:35", DO_PROGRESS, &(struct event_progress){.id = "A1", .status = AGREEMENT_DONE, .text = "Done"}));
    latest_is(&s, LATER_FOLLOW_UP);
    TAKEN(amend(&s, "13:36", "C1", "given evidence evidence_due",
                &(struct challenge){
                    .given = "The system", .evidence = EVIDENCE_PROMISED, .evidence_due = day_of(2016, 12, 20)}));
    latest_is(&s, LATER_FOLLOW_UP);
    TAKEN(amend(&s, "13:37", "C1", "outcome", &(struct challenge){.outcome = CHALLENGE_OPEN}));
    TAKEN(amend(&s, "13:38", "C1", "outcome reason",
                &(struct challenge){.outcome = CHALLENGE_EXPLAINED, .reason = "As seen"}));
    latest_is(&s, LATER_FOLLOW_UP);
    TAKEN(amend(&s, "13:39", "C1", "evidence", &(struct challenge){.evidence = EVIDENCE_OFFERED}));
    latest_is(&s, LATER_FOLLOW_UP);
    TAKEN(said(&s, "13:40", DO_ASSENT, &(struct event_assent){.id = "A1", .agency = "COM", .state = ASSENT_AGREED}));
    latest_is(&s, LATER_FOLLOW_UP);
    TAKEN(undo(&s, "13:41", "13:40"));
    latest_is(&s, LATER_FOLLOW_UP);
}

static void what_changes_what_stood_is_a_change_then_a_correction(void **state) {
    struct sitting s = with_records(*state);
    TAKEN(plain(&s, "13:33", DO_CLOSE));
    TAKEN(amend(&s, "13:34", "A1", "text", &(struct agreement){.text = "Do it well"}));
    latest_is(&s, LATER_CHANGE);
    TAKEN(amend(&s, "13:35", "A1", "due", &(struct agreement){.due = day_of(2017, 3, 31)}));
    latest_is(&s, LATER_FOLLOW_UP);
    TAKEN(plain(&s, "13:36", DO_CONFIRM));
    latest_is(&s, LATER_NOT);
    TAKEN(amend(&s, "13:37", "A1", "due", &(struct agreement){.due = day_of(2017, 4, 28)}));
    latest_is(&s, LATER_CORRECTION);
    TAKEN(undo(&s, "13:38", "13:37"));
    latest_is(&s, LATER_CORRECTION);
    TAKEN(amend(&s, "13:39", "A1", "due", &(struct agreement){.due = day_of(2017, 3, 31)}));
    latest_is(&s, LATER_FOLLOW_UP); /* it says what stood */
    TAKEN(said(&s, "13:40", DO_WITHDRAW, &(struct event_withdraw){.id = "C1", .reason = "Twice"}));
    latest_is(&s, LATER_CORRECTION);
    /* what was said before stays what it was */
    assert_int_equal(event_later(s.m, 5), LATER_CHANGE);
    assert_string_equal(later_word(LATER_NOT), "");
    assert_string_equal(later_word(LATER_CORRECTION), "CORRECTION");
}

/* A meeting taken up again is a meeting: what is said in it comes not later. */
static void a_reopened_meeting_is_not_later(void **state) {
    struct sitting s = with_records(*state);
    TAKEN(plain(&s, "13:33", DO_CLOSE));
    TAKEN(plain(&s, "13:34", DO_REOPEN));
    latest_is(&s, LATER_NOT);
    TAKEN(amend(&s, "13:35", "A1", "text", &(struct agreement){.text = "Do it well"}));
    latest_is(&s, LATER_NOT);
}

/* --- wordings --- */

static void the_wordings_of_a_record_are_kept_in_order(void **state) {
    struct sitting s = with_records(*state);
    TAKEN(amend(&s, "13:33", "A1", "text", &(struct agreement){.text = "Do it well"}));
    TAKEN(amend(&s, "13:34", "A1", "text", &(struct agreement){.text = "Do it badly"}));
    TAKEN(undo(&s, "13:35", "13:34"));
    TAKEN(
        said(&s, "13:36", DO_PROGRESS, &(struct event_progress){.id = "A1", .status = AGREEMENT_DONE, .text = "Done"}));
    struct wordings all = wordings_of(s.m, "A1", s.arena);
    assert_ptr_equal(all.shape, &SHAPE_AGREEMENT);
    assert_int_equal(all.count, 3);
    assert_string_equal(((const struct agreement *)all.list[0].value)->text, "Do it");
    assert_int_equal(all.list[0].event, 3);
    assert_string_equal(((const struct agreement *)all.list[1].value)->text, "Do it well");
    assert_int_equal(all.list[1].event, 4);
    assert_int_equal(((const struct agreement *)all.list[2].value)->status, AGREEMENT_DONE);
    assert_int_equal(all.list[2].event, 7);
    assert_int_equal(wordings_of(s.m, "C1", s.arena).count, 1);
}

static void positions_and_answers_have_wordings(void **state) {
    struct sitting s = sitting_open(*state);
    TAKEN(start(&s, "13:30", "I5"));
    TAKEN(said(&s, "13:31", DO_POSITION,
               &(struct event_position){.finding = "F3", .position = POSITION_NEEDS_MORE_WORK, .reason = "Early"}));
    TAKEN(said(&s, "13:32", DO_POSITION, &(struct event_position){.finding = "F4", .position = POSITION_ACCEPTED}));
    TAKEN(said(&s, "13:33", DO_POSITION, &(struct event_position){.finding = "F3", .position = POSITION_ACCEPTED}));
    TAKEN(said(&s, "13:34", DO_ASSESS, &(struct event_assess){.question = "Q1", .answer = ANSWER_MET}));
    struct wordings all = wordings_of(s.m, "F3", s.arena);
    assert_ptr_equal(all.shape, &SHAPE_POSITION);
    assert_int_equal(all.count, 2);
    assert_int_equal(((const struct event_position *)all.list[0].value)->position, POSITION_NEEDS_MORE_WORK);
    assert_int_equal(all.list[1].event, 4);
    assert_int_equal(wordings_of(s.m, "Q1", s.arena).count, 1);
    assert_int_equal(wordings_of(s.m, "Q2", s.arena).count, 0);
    TAKEN(undo(&s, "13:35", "13:33"));
    assert_int_equal(wordings_of(s.m, "F3", s.arena).count, 1);
    assert_null(wordings_of(s.m, "POL", s.arena).shape);
    assert_null(wordings_of(s.m, "X9", s.arena).shape);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        SITTING_TEST(the_clock_and_the_agenda_are_about_items),
        SITTING_TEST(the_room_is_about_people_agencies_and_findings),
        SITTING_TEST(records_are_about_all_they_name),
        SITTING_TEST(what_follows_is_about_its_record_too),
        SITTING_TEST(undo_and_redo_are_about_what_they_mean),
        SITTING_TEST(every_kind_of_event_is_of_a_sort),
        SITTING_TEST(what_follows_a_record_is_of_its_sort),
        SITTING_TEST(what_is_added_later_is_follow_up),
        SITTING_TEST(what_changes_what_stood_is_a_change_then_a_correction),
        SITTING_TEST(a_reopened_meeting_is_not_later),
        SITTING_TEST(the_wordings_of_a_record_are_kept_in_order),
        SITTING_TEST(positions_and_answers_have_wordings),
    };
    return cmocka_run_group_tests_name("core log", tests, NULL, NULL);
}
