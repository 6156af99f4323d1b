/* What is said of events and of refusals: one sentence each, in words a chair would use. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "candour/base/arena.h"
#include "candour/core/meeting.h"
#include "support/random_meeting.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

static struct agency agencies[] = {
    {.id = "CSC", .name = "Harrowmere Children's Social Care"},
    {.id = "EDU", .name = "Education and Early Help"},
    {.id = "POL", .name = "Harrowmere Police"},
    {.id = "ACU", .name = "Harrowmere General Hospital"},
    {.id = "MHT", .name = "Mental Health Trust"},
    {.id = "COM", .name = "Community Health Trust"},
};
static struct person people[] = {
    {.id = "CHR", .role = "Independent Chair"},
    {.id = "DN", .role = "Designated Nurse", .name = "A. Osei", .agency = "COM"},
    {.id = "REV", .role = "Lead reviewer"},
};
static struct finding findings[] = {
    {.id = "F1", .title = "Adult-facing services do not see the child"},
    {.id = "F5", .title = "Escalation is seen as a complaint"},
};
static struct item items[] = {
    {.id = "I1", .title = "Opening", .minutes = {true, 10}, .purpose = PURPOSE_INFORMATION},
    {.id = "I2", .title = "Findings", .minutes = {true, 30}, .purpose = PURPOSE_DECISION},
    {.id = "I3", .title = "Priorities", .minutes = {true, 20}, .purpose = PURPOSE_DECISION},
    {.id = "I4", .title = "Read-back", .minutes = {true, 10}, .purpose = PURPOSE_DECISION},
};
static struct agreement proposals[] = {{.id = "D1", .text = "Train everyone"}, {.id = "D2", .text = "Write a policy"}};
static struct agenda agenda = {
    .agencies = {agencies, COUNT(agencies)},
    .people = {people, COUNT(people)},
    .findings = {findings, COUNT(findings)},
    .items = {items, COUNT(items)},
    .proposals = {proposals, COUNT(proposals)},
};

struct room {
    struct arena *arena;
    struct meeting *meeting;
    instant at;
};

/* An event a minute after the one before, from 13:28 on; ACT(...) fills its body, SAYS says it and compares. */
static struct event next(struct room *room, enum event_do what) {
    room->at += MS_MINUTE;
    return event_new(room->arena, what, (struct stamp){room->at, 0});
}

static void said(struct room *room, struct event event, const char *expected) {
    char text[200];
    struct refusal refusal = meeting_apply(room->meeting, &event);
    if (refusal.code != REFUSED_NOT)
        fail_msg("%s: %s", event_kinds[event.what].word, refusal_text(refusal, text, sizeof text));
    assert_string_equal(event_sentence(room->meeting, room->meeting->event_count - 1, room->arena), expected);
}

#define SAYS(room, what, type, expected, ...)                                                                          \
    do {                                                                                                               \
        struct event event_ = next(room, what);                                                                        \
        *(struct type *)event_.body = (struct type){__VA_ARGS__};                                                      \
        said(room, event_, expected);                                                                                  \
    } while (0)

#define AMENDS(room, type, shape_, id_, keys, expected, ...)                                                           \
    do {                                                                                                               \
        struct type *set_ = arena_alloc((room)->arena, sizeof *set_);                                                  \
        *set_ = (struct type){__VA_ARGS__};                                                                            \
        SAYS(room, DO_AMEND, event_amend, expected, .id = id_, .set = {&(shape_), set_, mask_of(&(shape_), keys)});    \
    } while (0)

static uint64_t mask_of(const struct shape *shape, const char *keys) {
    uint64_t mask = 0;
    for (size_t i = 0; i < shape->count; i++) {
        const char *found = strstr(keys, shape->fields[i].key);
        size_t length = strlen(shape->fields[i].key);
        bool whole = found && (found == keys || found[-1] == ' ') && (found[length] == ' ' || found[length] == '\0');
        mask |= (uint64_t)whole << i;
    }
    assert_true(mask != 0);
    return mask;
}

static int begin(void **state) {
    struct room *room = calloc(1, sizeof *room);
    room->arena = arena_new();
    room->meeting = meeting_new(room->arena, &agenda);
    room->at = INT64_C(1479821280000); /* 2016-11-22T13:28:00Z */
    *state = room;
    SAYS(room, DO_OPEN, event_open, "Meeting opened with candour 1.0.0", .program = "candour 1.0.0");
    SAYS(room, DO_START, event_start, "Started: I1 Opening", .item = "I1");
    return 0;
}

static int end(void **state) {
    struct room *room = *state;
    arena_free(room->arena);
    free(room);
    return 0;
}

static void the_clock_is_said_in_minutes(void **state) {
    struct room *room = *state;
    SAYS(room, DO_PAUSE, event_reason, "Meeting paused: Fire alarm", .reason = "Fire alarm");
    SAYS(room, DO_RESUME, event_reason, "Meeting resumed", .reason = NULL);
    SAYS(room, DO_EXTEND, event_extend,
         "I2 Findings extended by 10 min, taken from I3, agreed by Independent Chair: Not done", .item = "I2",
         .minutes = {true, 10}, .reason = "Not done", .agreed_by = "CHR", .from = "I3");
    SAYS(room, DO_EXTEND, event_extend, "I2 Findings extended by 5 min, taken from the end of the meeting",
         .item = "I2", .minutes = {true, 5});
    SAYS(room, DO_EXTEND, event_extend, "I2 Findings cut by 3 min, given to I3", .item = "I2", .minutes = {true, -3},
         .from = "I3");
    SAYS(room, DO_REPAIR, event_repair, "Time used by I1 Opening put right to 4 min: Started late", .item = "I1",
         .minutes = {true, 4}, .reason = "Started late");
    SAYS(room, DO_START, event_start, "Started, dated back 1 min: I2 Findings", .item = "I2", .back = {true, 1});
    instant from = room->at;
    struct stamp until = {from + 30 * MS_SECOND, 0};
    SAYS(room, DO_GAP, event_gap, "Gap in the clock from 13:37:00 to 13:38:00: the meeting went on until 13:37:30",
         .from = {from, 0}, .to = {from + MS_MINUTE, 0}, .until = until);
    SAYS(room, DO_GAP, event_gap, "Gap in the clock from 13:38:00 to 13:39:00: the meeting stood still",
         .from = {from + MS_MINUTE, 0}, .to = {from + 2 * MS_MINUTE, 0}, .until = {from + MS_MINUTE, 0});
    SAYS(room, DO_GAP, event_gap, "Gap in the clock from 13:39:00 to 13:40:00: the meeting went on all through it",
         .from = {from + 2 * MS_MINUTE, 0}, .to = {from + 3 * MS_MINUTE, 0}, .until = {from + 3 * MS_MINUTE, 0});
    SAYS(room, DO_ADJOURN, event_reason, "Meeting adjourned: Until Friday", .reason = "Until Friday");
    SAYS(room, DO_REOPEN, event_reason, "Meeting reopened", .reason = NULL);
    SAYS(room, DO_CLOSE, event_reason, "Meeting closed", .reason = NULL);
    SAYS(room, DO_CONFIRM, event_reason, "Record confirmed", .reason = NULL);
}

static void the_agenda_in_motion_is_said_by_title(void **state) {
    struct room *room = *state;
    struct replan_item rest[] = {{.item = "I3", .minutes = {true, 15}}, {.item = "I4", .minutes = {true, 8}}};
    SAYS(room, DO_REPLAN, event_replan, "Rest planned again: I3 15 min, I4 8 min; To end at four", .items = {rest, 2},
         .reason = "To end at four");
    SAYS(room, DO_ADD_ITEM, event_add_item, "I5 added after I3, 5 min, discussion: Winter cover", .id = "I5",
         .title = "Winter cover", .minutes = {true, 5}, .purpose = PURPOSE_DISCUSSION, .after = "I3");
    SAYS(room, DO_MOVE_ITEM, event_move_item, "I5 Winter cover moved to follow I2", .item = "I5", .after = "I2");
    SAYS(room, DO_MOVE_ITEM, event_move_item, "I5 Winter cover moved to the front", .item = "I5");
    SAYS(room, DO_SKIP, event_item, "I3 Priorities skipped: Done under I2", .item = "I3", .reason = "Done under I2");
    SAYS(room, DO_PARK, event_item, "I4 Read-back parked", .item = "I4");
}

static void the_room_is_said_by_role(void **state) {
    struct room *room = *state;
    SAYS(room, DO_ATTEND, event_attend, "Designated Nurse (A. Osei), for Community Health Trust: present",
         .person = "DN", .agency = "COM", .state = ATTEND_PRESENT);
    SAYS(room, DO_ATTEND, event_attend,
         "B. Field, for Harrowmere Police, deputy for Harrowmere Police: present; interest declared: Led the case",
         .name = "B. Field", .agency = "POL", .state = ATTEND_PRESENT, .deputy_for = "POL", .interest = "Led the case");
    SAYS(room, DO_ATTEND, event_attend, "Apologies from Lead reviewer", .person = "REV", .state = ATTEND_APOLOGIES);
    SAYS(room, DO_ATTEND, event_attend, "Designated Nurse (A. Osei): left", .person = "DN", .state = ATTEND_LEFT);
    SAYS(room, DO_HAND_OVER, event_hand_over, "The chair was handed over to Designated Nurse", .role = HAND_OVER_CHAIR,
         .to = "DN");
    SAYS(room, DO_HAND_OVER, event_hand_over, "The minutes were handed over to Lead reviewer",
         .role = HAND_OVER_MINUTES, .to = "REV");
    SAYS(room, DO_FOCUS, event_focus, "Under discussion: F5 Escalation is seen as a complaint", .finding = "F5");
    SAYS(room, DO_HEARD, event_heard, "Harrowmere Police heard", .agency = "POL");
    SAYS(room, DO_POSITION, event_position, "F1 Adult-facing services do not see the child: accepted", .finding = "F1",
         .position = POSITION_ACCEPTED);
    struct dissent dissent = {.agency = "EDU", .reason = "Still weekly"};
    SAYS(room, DO_POSITION, event_position,
         "F5 Escalation is seen as a complaint: accepted in part: Less since May. Dissent by Education and Early Help: "
         "Still weekly. Still true today: Yes",
         .finding = "F5", .position = POSITION_ACCEPTED_IN_PART, .reason = "Less since May", .dissent = {&dissent, 1},
         .still_true = "Yes");
    SAYS(room, DO_AS_IS, event_as_is,
         "Agreements on F5 Escalation is seen as a complaint kept as they are: Leaders first", .finding = "F5",
         .reason = "Leaders first");
    SAYS(room, DO_ASSESS, event_assess, "Q3 partly met: Squeezed", .question = "Q3", .answer = ANSWER_PARTLY,
         .words = "Squeezed");
    SAYS(room, DO_ASSESS, event_assess, "Q1 met", .question = "Q1", .answer = ANSWER_MET);
    SAYS(room, DO_ASSESS, event_assess, "Q5 not met", .question = "Q5", .answer = ANSWER_NOT_MET);
}

static void challenges_are_said_by_who_to_whom(void **state) {
    struct room *room = *state;
    SAYS(room, DO_CHALLENGE, challenge,
         "Harrowmere Police challenged Education and Early Help on F5 (C1): A third do not know the route. Is that "
         "training or leadership?",
         .id = "C1", .finding = "F5", .by = "POL", .to = "EDU",
         .put = "A third do not know the route.\n\nIs that training or  leadership?\n");
    SAYS(
        room, DO_CHALLENGE, challenge,
        "Lead reviewer asked the Board about The headline measure (C2): Did it cause F5? Answer by the chair: In part. "
        "Evidence promised by Tuesday 20 December 2016. Outcome: not accepted: No link",
        .id = "C2", .about = "The headline measure", .by = "REV", .to = "BOARD", .kind = CHALLENGE_QUESTION,
        .put = "Did it cause F5?", .given = "In part.", .given_by = "CHAIR", .evidence = EVIDENCE_PROMISED,
        .evidence_due = day_of(2016, 12, 20), .outcome = CHALLENGE_NOT_ACCEPTED, .reason = "No link");
    SAYS(room, DO_CHALLENGE, challenge, "The chair raised a concern with a national body (C3): Rules pull against us",
         .id = "C3", .by = "CHAIR", .to = "NATIONAL", .kind = CHALLENGE_CONCERN, .put = "Rules pull against us");
    SAYS(room, DO_CHALLENGE, challenge,
         "Harrowmere General Hospital (Deputy Medical Director) dissented formally from the Board on F1 (C4): Not ours",
         .id = "C4", .finding = "F1", .by = "ACU", .by_person = "Deputy Medical Director", .to = "BOARD",
         .kind = CHALLENGE_DISSENT, .put = "Not ours");
}

static void agreements_say_what_is_missing(void **state) {
    struct room *room = *state;
    const char *on[] = {"F1"}, *with[] = {"COM", "CSC", "CHAIR"};
    SAYS(room, DO_AGREEMENT, agreement,
         "A1 agreed on F1, from D1: Add a child prompt. Owner: Mental Health Trust, Associate Director, with Community "
         "Health Trust, Harrowmere Children's Social Care and the chair; due Friday 31 March 2017; now",
         .id = "A1", .findings = {on, 1}, .from = "D1", .text = "Add a child prompt", .owner = "MHT",
         .owner_role = "Associate Director", .partners = {with, 3}, .due = day_of(2017, 3, 31),
         .priority = PRIORITY_NOW);
    SAYS(room, DO_AGREEMENT, agreement, "A2 agreed: Update the procedure. No owner yet; no due date yet", .id = "A2",
         .text = "Update the procedure");
    SAYS(
        room, DO_AGREEMENT, agreement,
        "A3 proposed: Share moves? Owner: a national body; no due date yet; deferred, to be looked at again on Tuesday "
        "14 February 2017: Awaits redesign",
        .id = "A3", .text = "Share moves?", .owner = "NATIONAL", .status = AGREEMENT_PROPOSED,
        .priority = PRIORITY_DEFERRED, .reason = "Awaits redesign", .revisit = day_of(2017, 2, 14));
    SAYS(room, DO_REJECT, event_withdraw, "Proposal D2 rejected: Covered by A2", .id = "D2", .reason = "Covered by A2");
}

static void the_rest_is_said_as_it_was_written(void **state) {
    struct room *room = *state;
    SAYS(room, DO_ENGAGEMENT, engagement,
         "E1 planned for Health visitors: Briefing; lead Community Health Trust; by Tuesday 28 February 2017; tested "
         "by: "
         "Proforma; held until publication",
         .id = "E1", .audience = "Health visitors", .activity = "Briefing", .lead = "COM", .by = day_of(2017, 2, 28),
         .tests_use = "Proforma", .hold = YES);
    SAYS(room, DO_ENGAGEMENT, engagement, "E2 planned for Family: Told first", .id = "E2", .audience = "Family",
         .activity = "Told first", .hold = NO);
    SAYS(room, DO_NOTE, note, "Note N1: Papers were late", .id = "N1", .text = "Papers were late");
    SAYS(room, DO_NOTE, note, "Decision N2: Meet again", .id = "N2", .kind = NOTE_DECISION, .text = "Meet again");
    SAYS(room, DO_NOTE, note, "Declaration of interest N3: Led it", .id = "N3", .kind = NOTE_DECLARATION,
         .text = "Led it");
    SAYS(room, DO_NOTE, note, "Parked N4: Housing", .id = "N4", .kind = NOTE_PARKED, .text = "Housing");
    SAYS(room, DO_WITHDRAW, event_withdraw, "N4 withdrawn: Said twice", .id = "N4", .reason = "Said twice");
    const char *read[] = {"N1", "E1"};
    SAYS(room, DO_READBACK, event_readback, "Read back in I4 Read-back, confirmed: N1, E1; said: Keep it so",
         .item = "I4", .records = {read, 2}, .words = "Keep it so");
    SAYS(room, DO_READBACK, event_readback, "Read back in I4 Read-back", .item = "I4");
}

static void amendments_say_what_changed(void **state) {
    struct room *room = *state;
    SAYS(room, DO_CHALLENGE, challenge, "Harrowmere Police challenged Mental Health Trust (C1): Why?", .id = "C1",
         .by = "POL", .to = "MHT", .put = "Why?");
    AMENDS(room, challenge, SHAPE_CHALLENGE, "C1", "given outcome",
           "Mental Health Trust answered C1: The template can require it. Outcome: agreed",
           .given = "The template can require it.", .outcome = CHALLENGE_AGREED);
    AMENDS(room, challenge, SHAPE_CHALLENGE, "C1", "given given_by", "The chair answered C1: We shall see",
           .given = "We shall see", .given_by = "CHAIR");
    AMENDS(room, challenge, SHAPE_CHALLENGE, "C1", "outcome reason", "C1 settled: explained: See N1",
           .outcome = CHALLENGE_EXPLAINED, .reason = "See N1");
    AMENDS(room, challenge, SHAPE_CHALLENGE, "C1", "outcome reason",
           "C1 changed: outcome: open (was explained); reason cleared", .outcome = CHALLENGE_OPEN);
    SAYS(room, DO_AGREEMENT, agreement, "A1 agreed: Do it. No owner yet; due Friday 31 March 2017", .id = "A1",
         .text = "Do it", .due = day_of(2017, 3, 31));
    AMENDS(room, agreement, SHAPE_AGREEMENT, "A1", "owner due text kind",
           "A1 changed: words: Do it well; owner: Harrowmere Police; kind of change: Training; due: Friday 28 April "
           "2017 (was Friday 31 March 2017)",
           .text = "Do it well", .owner = "POL", .kind = "train", .due = day_of(2017, 4, 28));
    AMENDS(
        room, agreement, SHAPE_AGREEMENT, "A1", "owner due",
        "A1 changed: owner: Education and Early Help (was Harrowmere Police); due cleared (was Friday 28 April 2017)",
        .owner = "EDU");
}

static void assents_and_progress_name_who_speaks(void **state) {
    struct room *room = *state;
    SAYS(room, DO_AGREEMENT, agreement, "A1 agreed: Do it. Owner: Harrowmere Police; no due date yet", .id = "A1",
         .text = "Do it", .owner = "POL");
    SAYS(room, DO_ASSENT, event_assent, "Harrowmere Police agreed to A1", .id = "A1", .agency = "POL",
         .state = ASSENT_AGREED);
    SAYS(room, DO_ASSENT, event_assent, "Education and Early Help agreed with a reservation to A1: If funded",
         .id = "A1", .agency = "EDU", .state = ASSENT_RESERVATION, .words = "If funded");
    SAYS(room, DO_ASSENT, event_assent,
         "The chair absent, to be asked about A1, answer owed by Tuesday 6 December 2016", .id = "A1",
         .agency = "CHAIR", .state = ASSENT_ABSENT, .by = day_of(2016, 12, 6));
    SAYS(room, DO_ASSENT, event_assent, "Mental Health Trust declined A1: Not ours", .id = "A1", .agency = "MHT",
         .state = ASSENT_DECLINED, .words = "Not ours");
    SAYS(room, DO_PROGRESS, event_progress,
         "Progress on A1 by Harrowmere Police, now impact tested: Switched off. Effect: None closed since", .id = "A1",
         .by = "POL", .status = AGREEMENT_IMPACT_TESTED, .text = "Switched off.", .effect = "None closed since");
}

static void undo_says_what_it_undoes(void **state) {
    struct room *room = *state;
    SAYS(room, DO_HEARD, event_heard, "Harrowmere Police heard", .agency = "POL");
    struct stamp of = {room->at, 0};
    SAYS(room, DO_UNDO, event_of, "Undone: Harrowmere Police heard", .of = of);
    SAYS(room, DO_REDO, event_of, "Done again: Harrowmere Police heard", .of = of);
}

/* Whatever is said, and whatever was undone since: one line, begun with a capital or a code, with its record's code. */
static void every_event_has_a_sentence(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= 40; seed++) {
        struct arena *arena = arena_new();
        struct chance chance = chance_of(seed);
        const struct meeting *meeting = random_meeting(&chance, arena, 150);
        for (size_t i = 0; i < meeting->event_count; i++) {
            const struct event *event = &meeting->events[i];
            const char *sentence = event_sentence(meeting, i, arena);
            assert_true(strlen(sentence) >= 5);
            assert_null(strchr(sentence, '\n'));
            assert_false(sentence[0] >= 'a' && sentence[0] <= 'z');
            const struct field *id = shape_field(event_kinds[event->what].shape, "id");
            if (id)
                assert_non_null(strstr(sentence, *(const char *const *)field_of(id, event->body)));
        }
        arena_free(arena);
    }
}

/* --- refusals --- */

static void assert_refusal(enum refusal_code code, const char *subject, const char *expected) {
    char text[160];
    assert_string_equal(refusal_text((struct refusal){code, subject}, text, sizeof text), expected);
}

static void refusals_say_what_and_what_to_do(void **state) {
    (void)state;
    assert_refusal(REFUSED_WITHDRAWN, "C3", "C3 was withdrawn; record a new one instead");
    assert_refusal(REFUSED_PAYER_SHORT, "I4",
                   "I4 does not have that many minutes left to give; choose fewer, another item or the end");
    assert_refusal(REFUSED_READY, "pause", "No item was started yet, so 'pause' has to wait; start the first item");
    assert_refusal(REFUSED_NOT_UNDOABLE, "close", "'close' cannot be undone; what comes next can put it right");
    assert_refusal(REFUSED_REQUIRED, "put", "As put is missing; fill it in");
    assert_refusal(REFUSED_REQUIRED, "owner_role", "Owner's role is missing; fill it in");
    assert_refusal(REFUSED_PAYER_BREAK, NULL,
                   "The item that pays is a break, its time is not lent; choose another item or the end");
}

static void every_refusal_is_one_sentence(void **state) {
    (void)state;
    static const char *const subjects[] = {NULL, "", "I4", "challenge",
                                           "a very long text that someone pasted where a code should be, and more"};
    for (int code = REFUSED_NOT; code < REFUSAL_COUNT; code++)
        for (size_t i = 0; i < COUNT(subjects); i++) {
            char text[160];
            refusal_text((struct refusal){(enum refusal_code)code, subjects[i]}, text, sizeof text);
            assert_in_range(strlen(text), 10, 158);
            assert_null(strchr(text, '@'));
            assert_true(text[strlen(text) - 1] != '.');
            assert_true(text[0] < 'a' || text[0] > 'z' || (subjects[i] && text[0] == subjects[i][0]));
        }
}

static void long_subjects_are_cut_between_characters(void **state) {
    (void)state;
    char text[160];
    char subject[130];
    for (size_t i = 0; i < 64; i++)
        memcpy(subject + 1 + 2 * i, "é", 2);
    subject[0] = 'x';
    subject[129] = '\0';
    refusal_text((struct refusal){REFUSED_NO_SUCH, subject}, text, sizeof text);
    assert_non_null(strstr(text, "é that could stand here"));
    char small[8];
    refusal_text((struct refusal){REFUSED_NO_MINUTES, NULL}, small, sizeof small);
    assert_string_equal(small, "No minu");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_clock_is_said_in_minutes, begin, end),
        cmocka_unit_test_setup_teardown(the_agenda_in_motion_is_said_by_title, begin, end),
        cmocka_unit_test_setup_teardown(the_room_is_said_by_role, begin, end),
        cmocka_unit_test_setup_teardown(challenges_are_said_by_who_to_whom, begin, end),
        cmocka_unit_test_setup_teardown(agreements_say_what_is_missing, begin, end),
        cmocka_unit_test_setup_teardown(the_rest_is_said_as_it_was_written, begin, end),
        cmocka_unit_test_setup_teardown(amendments_say_what_changed, begin, end),
        cmocka_unit_test_setup_teardown(assents_and_progress_name_who_speaks, begin, end),
        cmocka_unit_test_setup_teardown(undo_says_what_it_undoes, begin, end),
        cmocka_unit_test(every_event_has_a_sentence),
        cmocka_unit_test(refusals_say_what_and_what_to_do),
        cmocka_unit_test(every_refusal_is_one_sentence),
        cmocka_unit_test(long_subjects_are_cut_between_characters),
    };
    return cmocka_run_group_tests_name("core: sentences", tests, NULL, NULL);
}
