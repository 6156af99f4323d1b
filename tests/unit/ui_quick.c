/* The quick form of the `:` line: what is understood, what stays text and is said, what completes. */
#include "ui_form_room.h"

#include "candour/ui/quick.h"

static struct quick said;

static struct value_room room(void) {
    return (struct value_room){meeting, stamp_day(NOW), arena};
}

static void *read_into(const char *act, const char *words, void *record) {
    struct value_room in = room();
    assert_true(quick_into(&in, act, words, record, &said));
    assert_null(said.fault);
    return record;
}

static void *read(const char *act, const char *words) {
    return read_into(act, words, arena_alloc(arena, quick_shape(act)->size));
}

static const char *fault(const char *act, const char *words) {
    struct value_room in = room();
    void *record = arena_alloc(arena, 1024);
    assert_false(quick_into(&in, act, words, record, &said));
    return said.fault;
}

static void a_challenge_in_one_line(void **state) {
    (void)state;
    const struct challenge *c = read("c", "NPS>MHT F1 Who asks about the child?");
    assert_string_equal(said.act, "challenge");
    assert_null(said.notices);
    assert_null(said.missing);
    assert_string_equal(c->by, "NPS");
    assert_string_equal(c->to, "MHT");
    assert_string_equal(c->finding, "F1");
    assert_string_equal(c->put, "Who asks about the child?");
    assert_int_equal(c->kind, 0);
}

static void a_challenge_otherwise(void **state) {
    (void)state;
    const struct challenge *c = read("challenge", "  nps > mental !dissent #f2  Two  words ");
    assert_string_equal(c->by, "NPS");
    assert_string_equal(c->to, "MHT");
    assert_int_equal(c->kind, CHALLENGE_DISSENT);
    assert_string_equal(c->finding, "F2");
    assert_string_equal(c->put, "Two  words");
    c = read("c", "respond_by:+2w CHR>board !restricted No, not F1");
    assert_int_equal(c->respond_by, day_of(2026, 12, 7));
    assert_string_equal(c->by, "CHR");
    assert_string_equal(c->to, "BOARD");
    assert_int_equal(c->visibility, VISIBILITY_RESTRICTED);
    assert_null(c->finding);
    assert_string_equal(c->put, "No, not F1");
}

static void what_a_line_lacks_is_missing(void **state) {
    (void)state;
    const struct challenge *c = read("c", ">MHT Who asks?");
    assert_null(c->by);
    assert_string_equal(c->to, "MHT");
    assert_string_equal(said.missing, "by");
    read("c", "NPS>MHT");
    assert_string_equal(said.missing, "put");
    read("c", "");
    assert_string_equal(said.missing, "by");
    read("p", "F3 not");
    assert_string_equal(said.missing, "reason");
    read("p", "F3 accepted");
    assert_null(said.missing);
}

static void an_agreement_in_one_line(void **state) {
    (void)state;
    const struct agreement *a =
        read("a", "@MHT +CSC +pol due:2027-03-31 !now #F1 #F3 kind:design Switch it off: a clinician decides");
    assert_null(said.notices);
    assert_null(said.missing);
    assert_string_equal(a->owner, "MHT");
    assert_int_equal(a->partners.count, 2);
    assert_string_equal(a->partners.items[0], "CSC");
    assert_string_equal(a->partners.items[1], "POL");
    assert_int_equal(a->due, day_of(2027, 3, 31));
    assert_int_equal(a->priority, PRIORITY_NOW);
    assert_int_equal(a->findings.count, 2);
    assert_string_equal(a->findings.items[1], "F3");
    assert_string_equal(a->kind, "design");
    assert_string_equal(a->text, "Switch it off: a clinician decides");
}

static void the_line_comes_before_what_it_began_with(void **state) {
    (void)state;
    const char *focus[] = {"F2"};
    struct agreement begun = {.id = "A2", .item = "I2", .findings = {focus, 1}};
    const struct agreement *a = read_into("a", "#F1 Words", &begun);
    assert_string_equal(a->id, "A2");
    assert_int_equal(a->findings.count, 1);
    assert_string_equal(a->findings.items[0], "F1");
    begun.text = NULL;
    begun.findings = (struct texts){focus, 1};
    a = read_into("a", "Words", &begun);
    assert_string_equal(a->findings.items[0], "F2");
}

static void an_unknown_mark_stays_text_with_a_notice(void **state) {
    (void)state;
    const struct agreement *a = read("a", "@ACX @MHT dew:2027-03-31 >POL Words");
    assert_string_equal(a->owner, "MHT");
    assert_string_equal(a->text, "@ACX dew:2027-03-31 >POL Words");
    assert_string_equal(said.notices, "@ACX stays text: 'ACX' is no code that may stand here; "
                                      "dew:2027-03-31 stays text: this is not a mark here; "
                                      ">POL stays text: this is not a mark here");
}

static void a_value_not_understood_stays_text(void **state) {
    (void)state;
    const struct agreement *a = read("a", "due:ongoing !soon Words");
    assert_int_equal(a->due, 0);
    assert_int_equal(a->priority, 0);
    assert_string_equal(a->text, "due:ongoing !soon Words");
    assert_non_null(strstr(said.notices, "due:ongoing stays text: "));
    assert_non_null(strstr(said.notices, "!soon stays text: 'soon' is none of the choices"));
    /* one owner only */
    a = read("a", "@MHT @CSC Words");
    assert_string_equal(a->owner, "MHT");
    assert_string_equal(a->text, "@CSC Words");
    assert_string_equal(said.notices, "@CSC stays text: Owner is given already");
    /* both of a pair or none */
    const struct challenge *c = read("c", "NPS>XYZ Words");
    assert_null(c->by);
    assert_string_equal(c->put, "NPS>XYZ Words");
}

static void a_past_date_is_taken_and_said(void **state) {
    (void)state;
    const struct agreement *a = read("a", "due:2026-11-20 Words");
    assert_int_equal(a->due, day_of(2026, 11, 20));
    assert_string_equal(said.notices, "Due: Friday 20 November 2026, 3 days ago: that day is past");
}

static void words_once_begun_are_words(void **state) {
    (void)state;
    const struct agreement *a = read("a", "Write to @MHT and #1 about C++ by 10:30");
    assert_null(a->owner);
    assert_string_equal(a->text, "Write to @MHT and #1 about C++ by 10:30");
    assert_string_equal(said.notices, "@MHT stays text: marks stand before the words");
    a = read("a", "-- @MHT is the one");
    assert_null(a->owner);
    assert_string_equal(a->text, "@MHT is the one");
    const struct note *n = read("n", "Note: see https://example.org and the plan");
    assert_string_equal(n->text, "Note: see https://example.org and the plan");
    assert_null(said.notices);
}

static void notes_positions_and_the_rest(void **state) {
    (void)state;
    const struct note *n = read("n", "!decision The Board meets again");
    assert_int_equal(n->kind, NOTE_DECISION);
    assert_string_equal(n->text, "The Board meets again");
    const struct event_position *p = read("p", "F3 part Practice has moved");
    assert_string_equal(p->finding, "F3");
    assert_int_equal(p->position, POSITION_ACCEPTED_IN_PART);
    assert_string_equal(p->reason, "Practice has moved");
    struct event_position begun = {.finding = "F2"};
    p = read_into("p", "accepted", &begun);
    assert_string_equal(p->finding, "F2");
    assert_int_equal(p->position, POSITION_ACCEPTED);
    assert_string_equal(((const struct event_focus *)read("f", "fathers"))->finding, "F2");
    assert_string_equal(((const struct event_heard *)read("h", "pol"))->agency, "POL");
    const struct event_extend *x = read("x", "+10 @CHR from:I3 The reviewer had not reached F3");
    assert_int_equal(x->minutes.value, 10);
    assert_string_equal(x->agreed_by, "CHR");
    assert_string_equal(x->from, "I3");
    assert_string_equal(x->reason, "The reviewer had not reached F3");
    assert_string_equal(said.missing, "item"); /* the caller's */
    const struct engagement *e = read("e", "@POL by:2027-02-28 !involve Health visitors: a briefing in teams");
    assert_string_equal(e->audience, "Health visitors");
    assert_string_equal(e->activity, "a briefing in teams");
    assert_int_equal(e->by, day_of(2027, 2, 28));
    const struct event_item *skipped = read("skip", "I3 No time");
    assert_string_equal(skipped->item, "I3");
    assert_string_equal(skipped->reason, "No time");
    const struct event_assent *assent = read("assent", "A1 pol reservation If it is funded");
    assert_string_equal(assent->id, "A1");
    assert_string_equal(assent->agency, "POL");
    assert_int_equal(assent->state, ASSENT_RESERVATION);
    assert_string_equal(assent->words, "If it is funded");
}

/* A mark of an act that changes more than words would be done to something else: refused, not kept as words. */
static void a_mark_that_is_not_understood_is_a_fault_there(void **state) {
    (void)state;
    assert_string_equal(fault("x", "5 item:I99 why"), "item:I99: 'I99' is no code that may stand here");
    assert_string_equal(fault("x", "5 The reviewer from:I3"), "from:I3: marks stand before the words");
    assert_string_equal(fault("x", "5 @XYZ why"), "@XYZ: 'XYZ' is no code that may stand here");
    assert_string_equal(fault("p", "F9 accepted"), "Finding: there is no F9");
    assert_string_equal(fault("skip", "i99 No time"), "Item: there is no i99");
    assert_non_null(strstr(fault("withdraw", "C9 because"), "there is no C9"));
    assert_non_null(strstr(fault("assent", "A9 POL agreed"), "there is no A9"));
    const struct event_item *skipped = read("skip", "I3 B12 was not asked for, nor @POL");
    assert_string_equal(skipped->reason, "B12 was not asked for, nor @POL");
}

static void a_finding_that_is_not_there_stays_text_and_is_said(void **state) {
    (void)state;
    const struct challenge *c = read("c", "NPS>MHT F99 Words");
    assert_null(c->finding);
    assert_string_equal(c->put, "F99 Words");
    assert_string_equal(said.notices, "F99 stays text: there is no F99");
    c = read("c", "NPS>MHT Q15 asks the same");
    assert_string_equal(c->put, "Q15 asks the same");
    assert_null(said.notices);
}

static void marks_may_follow_the_audience(void **state) {
    (void)state;
    const struct engagement *e = read("e", "Health visitors: @POL by:2027-02-28 A briefing: in teams");
    assert_null(said.notices);
    assert_string_equal(e->audience, "Health visitors");
    assert_string_equal(e->lead, "POL");
    assert_int_equal(e->by, day_of(2027, 2, 28));
    assert_string_equal(e->activity, "A briefing: in teams");
}

static void what_cannot_be_taken_is_a_fault(void **state) {
    (void)state;
    assert_string_equal(fault("h", "xyz"), "Agency: 'xyz' is no code that may stand here");
    assert_string_equal(fault("x", "ten more"), "Minutes: 'ten' is not minutes, such as 25 or 1h05");
    assert_string_equal(fault("p", "F3 maybe"), "Position: 'maybe' is none of the choices");
    assert_string_equal(fault("f", "F3 again"), "'again' is more than was expected");
    assert_string_equal(fault("adjourn", ""), "'adjourn' has no quick form");
    assert_null(quick_shape("adjourn"));
    assert_ptr_equal(quick_shape("n"), &SHAPE_NOTE);
}

/* --- completion --- */

static const struct pickable names[] = {{"challenge", "record"}, {"close", "end"}, {"c", "record"}, {"agreement", ""}};

/* The line with the cursor at `|`; "FROM-TO: codes". */
static const char *complete(const char *line) {
    size_t cursor = strcspn(line, "|");
    char *text = arena_format(arena, "%.*s%s", (int)cursor, line, line + cursor + 1);
    struct value_room in = room();
    struct pickable list[4];
    memcpy(list, names, sizeof list);
    struct pickables commands = {list, 4};
    struct quick_completion c = quick_complete(&in, &commands, text, cursor);
    char *out = arena_format(arena, "%zu-%zu:", c.from, c.to);
    for (size_t i = 0; i < c.list.count; i++)
        out = arena_format(arena, "%s %s", out, c.list.list[i].code);
    return out;
}

static void names_complete_first(void **state) {
    (void)state;
    assert_string_equal(complete("c|"), "0-1: challenge close c");
    assert_string_equal(complete(" cl|o"), "1-4: close");
    assert_string_equal(complete("zz|"), "0-2:");
    assert_string_equal(complete("zz x|"), "3-4:");
}

static void codes_complete_behind_their_sign(void **state) {
    (void)state;
    assert_string_equal(complete("c NPS>n|"), "2-7: NPS>NPS NPS>NATIONAL");
    assert_string_equal(complete("c po|"), "2-4: POL>");
    assert_string_equal(complete("a @po| more"), "2-5: @POL");
    assert_string_equal(complete("a +m|"), "2-4: +MHT");
    assert_string_equal(complete("a #f3|"), "2-5: #F3");
    assert_string_equal(complete("h mental|"), "2-8: MHT");
    assert_string_equal(complete("p F3 ne|"), "5-7: needs-more-work");
    assert_string_equal(complete("x 10 from:e|"), "5-11: from:end");
}

static void keys_and_choices_complete(void **state) {
    (void)state;
    assert_string_equal(complete("a du|"), "2-4: due:");
    assert_string_equal(complete("a due:|"), "2-6: due:+6w due:+3m due:fri");
    assert_string_equal(complete("a !d|"), "2-4: !deferred");
    assert_string_equal(complete("a !p|"), "2-4: !public");
    assert_string_equal(complete("n !|"), "2-3: !note !decision !declaration !parked !public !board !restricted");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_challenge_in_one_line),
        cmocka_unit_test(a_challenge_otherwise),
        cmocka_unit_test(what_a_line_lacks_is_missing),
        cmocka_unit_test(an_agreement_in_one_line),
        cmocka_unit_test(the_line_comes_before_what_it_began_with),
        cmocka_unit_test(an_unknown_mark_stays_text_with_a_notice),
        cmocka_unit_test(a_value_not_understood_stays_text),
        cmocka_unit_test(a_past_date_is_taken_and_said),
        cmocka_unit_test(words_once_begun_are_words),
        cmocka_unit_test(notes_positions_and_the_rest),
        cmocka_unit_test(a_mark_that_is_not_understood_is_a_fault_there),
        cmocka_unit_test(a_finding_that_is_not_there_stays_text_and_is_said),
        cmocka_unit_test(marks_may_follow_the_audience),
        cmocka_unit_test(what_cannot_be_taken_is_a_fault),
        cmocka_unit_test(names_complete_first),
        cmocka_unit_test(codes_complete_behind_their_sign),
        cmocka_unit_test(keys_and_choices_complete),
    };
    return cmocka_run_group_tests(tests, room_begin, room_end);
}
