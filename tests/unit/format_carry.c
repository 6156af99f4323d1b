/* The next agenda: made from Harrowmere by the hand-made table, and from meetings that did not end well. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "format_carry.h"

static const struct meeting *harrowmere(void) {
    struct buffer file = {0};
    read_case("tests/cases/harrowmere.session.yaml", &file);
    const struct meeting *meeting = must_load(arena, file.bytes, file.length).meeting;
    buffer_free(&file);
    return meeting;
}

/* On 1 March 2017 A3 (28 February) and A8 (31 January) are late, A9 (14 February) is to be looked at again. */
static const struct carried *harrowmere_carried(void) {
    const struct carried *carried = carried_of(harrowmere(), noon(2017, 3, 1));
    assert_non_null(carried);
    return carried;
}

/* --- Harrowmere --- */

static void items_of_harrowmere(void **state) {
    (void)state;
    assert_string_equal(titles(harrowmere_carried()), "I1 Opening: quorum, confidentiality, interests\n"
                                                      "I2 Confirm the record of 22 Nov 2016\n"
                                                      "I3 Open challenges\n"
                                                      "I4 Evidence promised\n"
                                                      "I5 Agreements not evidenced\n"
                                                      "I6 Deferred and national agreements\n"
                                                      "I7 Assents still to be asked\n"
                                                      "I8 Engagement: done, and its use tested?\n"
                                                      "I9 What more is agreed\n"
                                                      "I10 How we met, and when we meet next\n");
}

static void harrowmere_challenge(void **state) {
    (void)state;
    const struct item *item = item_of(harrowmere_carried(), "Open challenges");
    assert_string_equal(first_words(item), "C6");
    assert_string_equal(item->prompts.items[0],
                        "C6 of 22 Nov 2016, CSC to DIS, on F6: answered but not settled, no date to answer by. "
                        "Put: Can you tell health when a family with a baby is moved? "
                        "Given: Not lawfully without a basis we have yet to agree.");
    assert_string_equal(item->papers.items[0], "Record of 22 Nov 2016 (x.yaml): C6");
    assert_int_equal(item->purpose, PURPOSE_CHALLENGE);
    assert_int_equal(item->minutes.value, 5);
    assert_string_equal(item->presenter, "CHR");
}

static void harrowmere_evidence(void **state) {
    (void)state;
    const struct item *item = item_of(harrowmere_carried(), "Evidence promised");
    assert_string_equal(first_words(item), "C2");
    assert_non_null(strstr(item->prompts.items[0], "CSC promised evidence by 20 Dec 2016, late."));
    const struct carried *early = carried_of(harrowmere(), noon(2016, 12, 20));
    assert_non_null(strstr(item_of(early, "Evidence promised")->prompts.items[0], "by 20 Dec 2016. Who"));
}

static void harrowmere_agreements(void **state) {
    (void)state;
    const struct carried *carried = harrowmere_carried();
    const struct item *item = item_of(carried, "Agreements not evidenced");
    assert_string_equal(first_words(item), "A3 A1 A2 A4 A5 A6 A7");
    assert_string_equal(prompt_of(item, "A3"),
                        "A3 of 22 Nov 2016, ACU, due 28 Feb 2017, late: Switch off automatic closure for under-twos; a "
                        "named clinician decides. Shown by: Configuration change note. Nothing heard since.");
    assert_string_equal(
        prompt_of(item, "A4"),
        "A4 of 22 Nov 2016, COM, no due date: Remind staff of the was-not-brought policy. Nothing heard "
        "since. Still without: owner's role, evidence, measure, monitor, links.");
    assert_non_null(
        strstr(prompt_of(item, "A2"), "CSC agreed with a reservation: Only if the booking team is funded past March."));
    assert_non_null(strstr(prompt_of(item, "A7"), ", no owner, due 30 Apr 2017:"));
    assert_int_equal(item->minutes.value, 20); /* five at 2, A3 A4 A7 at 3: 17 */
    assert_int_equal(carried->agreements, 9);
}

static void harrowmere_elsewhere(void **state) {
    (void)state;
    const struct item *item = item_of(harrowmere_carried(), "Deferred and national agreements");
    assert_string_equal(first_words(item), "A9 A8");
    assert_non_null(strstr(prompt_of(item, "A9"), "DIS, deferred, look again on 14 Feb 2017, now due:"));
    assert_non_null(strstr(prompt_of(item, "A9"), "Because: Awaits January front-door redesign."));
    assert_non_null(strstr(prompt_of(item, "A8"),
                           "CHAIR to Department for Communities and Local Government, due 31 Jan 2017, late:"));
}

static void harrowmere_assents(void **state) {
    (void)state;
    const struct carried *carried = harrowmere_carried();
    const struct item *item = item_of(carried, "Assents still to be asked");
    assert_string_equal(first_words(item), "A2 A3 A4 A5 A6 A9");
    assert_non_null(strstr(prompt_of(item, "A2"), ", ask ACU: "));
    assert_non_null(strstr(prompt_of(item, "A3"), ", ask COM, CCG: "));
    assert_non_null(strstr(prompt_of(item, "A4"), ", ask COM: "));
    assert_non_null(strstr(prompt_of(item, "A5"), ", ask CSC, COM, POL: "));
    assert_non_null(strstr(prompt_of(item, "A6"), ", ask EDU: "));
    assert_non_null(strstr(prompt_of(item, "A9"), ", ask CSC, COM: "));
    assert_int_equal(carried->assents, 10);
    assert_int_equal(item->minutes.value, 10); /* ACU COM CCG CSC POL EDU */
}

static void harrowmere_sections(void **state) {
    (void)state;
    const struct agenda *agenda = harrowmere_carried()->agenda;
    assert_string_equal(agenda->board->id, "HSCB");
    assert_string_equal(agenda->review->id, "HMB-02");
    assert_string_equal(agenda->meeting->title, "Follow-up of the response to HMB-02");
    assert_int_equal(agenda->meeting->type, MEETING_FOLLOW_UP);
    assert_int_equal(agenda->meeting->date, 0);
    assert_false(agenda->meeting->start.given);
    assert_int_equal(agenda->meeting->quorum->must_include.count, 3);
    assert_int_equal(agenda->agencies.count, 10);
    assert_int_equal(agenda->people.count, 7);
    assert_int_equal(agenda->priorities.count, 5);
    assert_int_equal(agenda->learning.count, 6);
    assert_int_equal(agenda->findings.count, 6);
    assert_int_equal(agenda->kinds.count, 0);
    assert_null(agenda->outcome);
    assert_int_equal(problems.count, 0);
}

/* What the board answered with partly is asked again. */
static void harrowmere_closing(void **state) {
    (void)state;
    const struct item *item = item_of(harrowmere_carried(), "How we met, and when we meet next");
    assert_string_equal(prompt_of(item, "Q3"),
                        "Q3 of 22 Nov 2016, answered partly: Was there enough time for it, at the right moment? "
                        "Priorities were squeezed by the presentation. What is different this time?");
    prompt_of(item, "Q4");
    assert_int_equal(item->prompts.count, 3);
    assert_int_equal(item->is_protected, YES);
}

/* All of them at the end; beside prompts no more than three: C6 is on F6, C2 on F2, A8 and A9 on F6. */
static void harrowmere_findings_in_items(void **state) {
    (void)state;
    const struct carried *carried = harrowmere_carried();
    assert_int_equal(item_of(carried, "What more is agreed")->findings.count, 6);
    assert_int_equal(item_of(carried, "Agreements not evidenced")->findings.count, 0);
    assert_string_equal(item_of(carried, "Open challenges")->findings.items[0], "F6");
    assert_string_equal(item_of(carried, "Evidence promised")->findings.items[0], "F2");
    assert_int_equal(item_of(carried, "Deferred and national agreements")->findings.count, 1);
}

static void the_cases_check_clean(void **state) {
    (void)state;
    struct buffer file = {0};
    must_check_clean(harrowmere_carried());
    read_case("tests/cases/large.session.yaml", &file);
    const struct carried *large = carried_of(must_load(arena, file.bytes, file.length).meeting, noon(2018, 1, 1));
    must_check_clean(large);
    assert_int_equal(large->agreements, 45);
    assert_int_equal(item_of(large, "Now (1 of 2): agreements not evidenced")->prompts.count, 7); /* 15 have it */
    assert_int_equal(item_of(large, "Now (2 of 2): agreements not evidenced")->prompts.count, 8);
    item_of(large, "Deferred and national agreements (2 of 2)");
    for (size_t i = 0; i < large->agenda->items.count; i++) {
        const struct item *item = (const struct item *)large->agenda->items.items + i;
        assert_true(item->minutes.value <= 60);
        if (strstr(item->title, "greements not evidenced") || strstr(item->title, "Deferred"))
            assert_true(item->prompts.count <= 12);
    }
    buffer_free(&file);
}

/* --- a meeting that did not end well --- */

/* I1 taken, I2 skipped, I3 parked after four minutes, I4 running, then closed. */
static struct sitting cut_short(void) {
    struct sitting s = sitting_open(arena);
    struct item *items = s.agenda->items.items;
    items[4].findings = ids(arena, "F1", "F2", NULL);
    items[4].prompts = ids(arena, "Accept, in part, or not?", NULL);
    items[4].notes = "Take F2 slowly";
    items[4].at = (struct number){true, 14 * 60};
    start(&s, "13:30", "I1");
    start(&s, "13:40", "I3");
    said(&s, "13:44", DO_PARK, &(struct event_item){.item = "I3", .reason = "The reviewer is late"});
    said(&s, "13:45", DO_SKIP, &(struct event_item){.item = "I2", .reason = "Read beforehand"});
    said(&s, "13:46", DO_NOTE,
         &(struct note){.id = "N1", .kind = NOTE_PARKED, .text = "Who pays for the booking team"});
    said(&s, "13:47", DO_ADD_ITEM,
         &(struct event_add_item){
             .id = "I10", .title = "Press", .minutes = {true, 7}, .purpose = PURPOSE_DISCUSSION, .after = "I9"});
    start(&s, "13:50", "I4");
    return s;
}

static void items_are_taken_again(void **state) {
    (void)state;
    struct sitting s = cut_short();
    plain(&s, "14:00", DO_CLOSE);
    const struct carried *carried = carried_of(s.m, noon(2016, 12, 1));
    assert_int_equal(carried->items, 8); /* I2 I3, I5 to I9, I10 */
    const struct item *item = item_of(carried, "Findings F1 to F3");
    assert_string_equal(item->prompts.items[0], "From I5 of 22 Nov 2016: not reached");
    assert_string_equal(item->prompts.items[1], "Accept, in part, or not?");
    assert_string_equal(item->notes, "Take F2 slowly");
    assert_int_equal(item->findings.count, 2);
    assert_int_equal(item->minutes.value, 30);
    assert_false(item->at.given);
    assert_string_equal(item->papers.items[0], "Record of 22 Nov 2016 (x.yaml): I5");
    assert_string_equal(item_of(carried, "The reviewer's six findings")->prompts.items[0],
                        "From I3 of 22 Nov 2016: parked after 4 of 20 minutes: The reviewer is late");
    assert_string_equal(item_of(carried, "The child's experience")->prompts.items[0],
                        "From I2 of 22 Nov 2016: skipped: Read beforehand");
    assert_int_equal(item_of(carried, "Press")->minutes.value, 7);
    assert_int_equal(item_of(carried, "Priorities and actions")->is_protected, YES);
    assert_null(item_called(carried, "Opening"));
    assert_null(item_called(carried, "What we already know and are doing"));
    must_check_clean(carried);
}

static void a_parked_note_is_asked(void **state) {
    (void)state;
    struct sitting s = cut_short();
    plain(&s, "14:00", DO_CLOSE);
    const struct carried *carried = carried_of(s.m, noon(2016, 12, 1));
    assert_string_equal(item_of(carried, "Parked matters")->prompts.items[0],
                        "N1 of 22 Nov 2016, parked in I3: Who pays for the booking team.");
    assert_int_equal(carried->parked, 1);
}

/* F1 and F2 come with their item; no position was taken on the others. */
static void findings_without_a_position(void **state) {
    (void)state;
    struct sitting s = cut_short();
    plain(&s, "14:00", DO_CLOSE);
    const struct item *item = item_of(carried_of(s.m, noon(2016, 12, 1)), "Findings without a position");
    assert_string_equal(first_words(item), "F3: F4: F5: F6:");
    assert_int_equal(item->findings.count, 4);
    assert_int_equal(item->minutes.value, 40);
}

static void drafts_are_still_to_be_decided(void **state) {
    (void)state;
    struct sitting s = sitting_open(arena);
    start(&s, "13:30", "I5");
    said(&s, "13:40", DO_REJECT, &(struct event_withdraw){.id = "D1", .reason = "Too wide"});
    plain(&s, "14:00", DO_CLOSE);
    const struct carried *carried = carried_of(s.m, noon(2016, 12, 1));
    const struct agreement *draft = carried->agenda->proposals.items;
    assert_int_equal(carried->agenda->proposals.count, 1);
    assert_string_equal(draft->id, "D2");
    assert_string_equal(draft->owner, "EDU");
    assert_string_equal(item_of(carried, "Drafted agreements not yet decided")->prompts.items[0],
                        "D2, drafted for 22 Nov 2016: adopted, amended or rejected? Multi-agency training on "
                        "escalation.");
}

static void a_meeting_not_closed_says_so(void **state) {
    (void)state;
    struct sitting s = cut_short();
    const struct carried *open = carried_of(s.m, noon(2016, 12, 1));
    assert_non_null(strstr(item_of(open, "Confirm the record of 22 Nov 2016")->prompts.items[0],
                           "never closed: is it gone on with, or closed as it stands?"));
    assert_string_equal(item_of(open, "What we already know and are doing")->prompts.items[0],
                        "From I4 of 22 Nov 2016: begun, not finished");
    assert_string_equal(item_of(open, "Findings F1 to F3")->prompts.items[0],
                        "From I5 of 22 Nov 2016: not reached so far");
    assert_string_equal(open->head.items[0], "22 Nov 2016, open: x.yaml");
    plain(&s, "14:00", DO_ADJOURN);
    const struct carried *adjourned = carried_of(s.m, noon(2016, 12, 1));
    assert_string_equal(adjourned->head.items[0], "22 Nov 2016, adjourned: x.yaml");
    assert_non_null(item_called(adjourned, "What we already know and are doing"));
}

/* --- what is finished, and what is nobody's business --- */

static void what_is_done_is_not_asked(void **state) {
    (void)state;
    struct sitting s = sitting_open(arena);
    start(&s, "13:30", "I5");
    said(&s, "13:31", DO_CHALLENGE,
         &(struct challenge){
             .id = "C1", .finding = "F1", .by = "POL", .to = "EDU", .put = "Why?", .outcome = CHALLENGE_RESOLVED});
    said(&s, "13:32", DO_AGREEMENT,
         &(struct agreement){.id = "A1",
                             .text = "Do it",
                             .findings = ids(arena, "F1", NULL),
                             .status = AGREEMENT_EVIDENCED,
                             .links = ids(arena, "L1", NULL)});
    said(&s, "13:33", DO_POSITION, &(struct event_position){.finding = "F1", .position = POSITION_ACCEPTED});
    said(&s, "13:34", DO_AGREEMENT,
         &(struct agreement){.id = "A2", .text = "Stop", .status = AGREEMENT_STOPPED, .owner = "POL"});
    ((struct learning *)s.agenda->learning.items)[0].findings = ids(arena, "F1", "F2", NULL);
    plain(&s, "14:00", DO_CLOSE);
    plain(&s, "14:01", DO_CONFIRM);
    const struct carried *carried = carried_of(s.m, noon(2017, 12, 1));
    assert_null(item_called(carried, "Open challenges"));
    assert_null(item_called(carried, "Agreements not evidenced"));
    assert_null(item_called(carried, "Assents still to be asked"));
    assert_null(item_called(carried, "Confirm the record of 22 Nov 2016"));
    assert_int_equal(carried->agenda->findings.count, 5);
    assert_string_equal(((const struct finding *)carried->agenda->findings.items)->id, "F2");
    const struct learning *learning = carried->agenda->learning.items;
    assert_int_equal(learning->findings.count, 1);
    assert_string_equal(learning->findings.items[0], "F2");
    must_check_clean(carried);
}

static void restricted_words_stay_in_the_record(void **state) {
    (void)state;
    struct sitting s = sitting_open(arena);
    start(&s, "13:30", "I5");
    said(&s, "13:31", DO_CHALLENGE,
         &(struct challenge){.id = "C1",
                             .by = "POL",
                             .to = "EDU",
                             .about = "Quince one",
                             .put = "Quince two",
                             .given = "Quince three",
                             .evidence = EVIDENCE_PROMISED,
                             .visibility = VISIBILITY_RESTRICTED});
    said(&s, "13:32", DO_AGREEMENT,
         &(struct agreement){.id = "A1",
                             .text = "Quince four",
                             .owner = "POL",
                             .evidence = "Quince five",
                             .visibility = VISIBILITY_RESTRICTED});
    said(&s, "13:33", DO_NOTE,
         &(struct note){.id = "N1", .kind = NOTE_PARKED, .text = "Quince six", .visibility = VISIBILITY_RESTRICTED});
    said(&s, "13:34", DO_ASSENT,
         &(struct event_assent){.id = "A1", .agency = "POL", .state = ASSENT_DECLINED, .words = "Quince seven"});
    said(&s, "13:35", DO_PROGRESS, &(struct event_progress){.id = "A1", .text = "Quince eight"});
    plain(&s, "14:00", DO_CLOSE);
    const char *text = written(carried_of(s.m, noon(2016, 12, 1)));
    assert_null(strstr(text, "Quince"));
    assert_non_null(strstr(text, "C1 of 22 Nov 2016"));
    assert_non_null(strstr(text, "A1 of 22 Nov 2016"));
    assert_non_null(strstr(text, "N1 of 22 Nov 2016"));
}

/* 200 letters without a blank, and line ends: one line, shortened between characters. */
static void long_words_are_shortened(void **state) {
    (void)state;
    struct sitting s = sitting_open(arena);
    char *text = arena_text(arena, "");
    for (int i = 0; i < 50; i++)
        text = arena_format(arena, "%sw\xc3\xb6rd\n", text);
    start(&s, "13:30", "I5");
    said(&s, "13:31", DO_NOTE, &(struct note){.id = "N1", .kind = NOTE_PARKED, .text = text});
    said(&s, "13:32", DO_CHALLENGE, &(struct challenge){.id = "C1", .by = "POL", .to = "EDU", .put = text});
    const struct carried *carried = carried_of(s.m, noon(2016, 12, 1));
    const char *put = strstr(item_of(carried, "Open challenges")->prompts.items[0], "Put: ");
    /* 28 words of five characters are 139 with the blanks between them, and the 140th is a blank */
    assert_int_equal(strlen(put), strlen("Put: ") + 28 * 5 + 27 + strlen("\xe2\x80\xa6"));
    assert_null(strchr(put, '\n'));
    assert_non_null(strstr(put, "w\xc3\xb6rd\xe2\x80\xa6"));
    must_check_clean(carried);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(items_of_harrowmere),
        TEST(harrowmere_challenge),
        TEST(harrowmere_evidence),
        TEST(harrowmere_agreements),
        TEST(harrowmere_elsewhere),
        TEST(harrowmere_assents),
        TEST(harrowmere_sections),
        TEST(harrowmere_closing),
        TEST(harrowmere_findings_in_items),
        TEST(the_cases_check_clean),
        TEST(items_are_taken_again),
        TEST(a_parked_note_is_asked),
        TEST(findings_without_a_position),
        TEST(drafts_are_still_to_be_decided),
        TEST(a_meeting_not_closed_says_so),
        TEST(what_is_done_is_not_asked),
        TEST(restricted_words_stay_in_the_record),
        TEST(long_words_are_shortened),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
