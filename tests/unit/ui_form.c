/* Forms driven by keys: what is asked in which order, what is taken, refused and given back. */
#include "ui_form_room.h"

static struct form *form;

static int close_form(void **state) {
    (void)state;
    form_close(form);
    form = NULL;
    return 0;
}

static void begin(const char *act, const void *values, const char *id, bool edit) {
    form = form_open(spec_of(act), meeting, values, id, edit, NOW);
}

static enum form_result press(key k) {
    return form_key(form, k, NOW);
}

/* Letters, `\n` for Enter, `\t` for Tab; the result of the last. */
static enum form_result type(const char *text) {
    enum form_result result = FORM_STAYS;
    for (; *text != '\0'; text++)
        result = press(*text == '\n' ? KEY_RETURN : *text == '\t' ? KEY_TAB : (key)(unsigned char)*text);
    return result;
}

static const char *text_of(const char *name) {
    struct draft draft = form_draft(form, arena);
    for (size_t i = 0; i < draft.count; i++)
        if (strcmp(draft.fields[i].key, name) == 0)
            return draft.fields[i].text;
    fail_msg("no field %s", name);
    return NULL;
}

static const char *active(void) {
    struct draft draft = form_draft(form, arena);
    return draft.fields[draft.place].key;
}

static struct challenge challenge_begun(void) {
    return (struct challenge){.id = "C2", .item = "I2", .finding = "F1"};
}

/* --- the short way --- */

static void a_challenge_takes_three_enters(void **state) {
    (void)state;
    struct challenge begun = challenge_begun();
    begin("challenge", &begun, "C2", false);
    assert_int_equal(type("nps\nmht\nWho asks?"), FORM_STAYS);
    assert_int_equal(press(KEY_RETURN), FORM_SAVE);
    const struct challenge *made = form_record(form, arena);
    assert_string_equal(made->by, "NPS");
    assert_string_equal(made->to, "MHT");
    assert_string_equal(made->put, "Who asks?");
    /* what it began with comes back, on the form or not */
    assert_string_equal(made->id, "C2");
    assert_string_equal(made->item, "I2");
    assert_string_equal(made->finding, "F1");
    assert_int_equal(made->kind, 0);
    assert_null(made->given);
}

static void an_agreement_with_owner_and_date_takes_three_enters(void **state) {
    (void)state;
    begin("agreement", &(struct agreement){.id = "A2", .item = "I2"}, "A2", false);
    assert_int_equal(type("Switch it off\nmht\n31 mar 2027\n"), FORM_SAVE);
    const struct agreement *made = form_record(form, arena);
    assert_string_equal(made->text, "Switch it off");
    assert_string_equal(made->owner, "MHT");
    assert_int_equal(made->due, day_of(2027, 3, 31));
    assert_string_equal(made->item, "I2");
}

static void only_the_words_are_needed_for_an_agreement(void **state) {
    (void)state;
    begin("agreement", NULL, "A2", false);
    assert_int_equal(type("Switch it off\n\n\n"), FORM_SAVE);
    const struct agreement *made = form_record(form, arena);
    assert_null(made->owner);
    assert_int_equal(made->due, 0);
}

static void the_cursor_begins_on_the_first_empty_field(void **state) {
    (void)state;
    begin("position", &(struct event_position){.finding = "F3"}, "F3", false);
    assert_string_equal(active(), "position");
    close_form(NULL);
    begin("challenge", &(struct challenge){.by = "CHAIR"}, "C2", false);
    assert_string_equal(active(), "to");
    close_form(NULL);
    begin("challenge", meeting_record(meeting, "C1")->now, "C1", true);
    assert_string_equal(active(), "by");
}

/* --- moving and saving --- */

static void tab_goes_on_into_the_rest(void **state) {
    (void)state;
    begin("note", NULL, "N2", false);
    type("Kept\t");
    assert_string_equal(active(), "kind");
    press(KEY_BACKTAB);
    assert_string_equal(active(), "text");
    press(KEY_DOWN_ARROW); /* its only line is left */
    assert_string_equal(active(), "kind");
    press(KEY_UP_ARROW);
    assert_string_equal(active(), "text");
    press(KEY_UP_ARROW); /* there is nothing above */
    assert_string_equal(active(), "text");
    press(KEY_PAGE_DOWN);
    assert_string_equal(active(), "item");
    assert_int_equal(press(KEY_RETURN), FORM_SAVE); /* the very last one */
    press(KEY_TAB);
    assert_string_equal(active(), "text");
    press(KEY_PAGE_DOWN);
    press(KEY_PAGE_UP);
    assert_string_equal(active(), "text");
}

static void enter_in_the_rest_goes_on(void **state) {
    (void)state;
    begin("note", NULL, "N2", false);
    type("Kept\td\n");
    assert_string_equal(active(), "visibility");
    assert_int_equal(press(KEY_CONTROL('s')), FORM_SAVE);
    assert_int_equal(((const struct note *)form_record(form, arena))->kind, NOTE_DECISION);
}

static void what_is_needed_is_asked_for_on_saving(void **state) {
    (void)state;
    begin("challenge", NULL, "C2", false);
    type("nps\n\tWho asks?");
    assert_int_equal(press(KEY_RETURN), FORM_STAYS);
    assert_string_equal(active(), "to");
    assert_string_equal(form_message(form), "Put to: this is needed before it can be saved");
    type("mht");
    assert_null(form_message(form));
    assert_int_equal(press(KEY_CONTROL('s')), FORM_SAVE);
}

static void what_is_needed_may_hang_on_a_choice(void **state) {
    (void)state;
    begin("position", &(struct event_position){.finding = "F3"}, "F3", false);
    assert_int_equal(type("a\n\n"), FORM_SAVE); /* accepted needs no reason */
    press(KEY_BACKTAB);
    type("n"); /* not-accepted */
    assert_string_equal(text_of("position"), "not-accepted");
    assert_int_equal(press(KEY_CONTROL('s')), FORM_STAYS);
    assert_string_equal(active(), "reason");
    assert_int_equal(type("Practice has changed\n"), FORM_SAVE);
    close_form(NULL);

    begin("assent", &(struct event_assent){.id = "A1", .agency = "POL"}, "A1", false);
    assert_int_equal(type("r\n\n"), FORM_STAYS);
    assert_string_equal(active(), "words");
    assert_int_equal(type("If it is funded\n"), FORM_SAVE);
    assert_string_equal(((const struct event_assent *)form_record(form, arena))->id, "A1");
}

/* --- codes --- */

static void a_code_may_be_begun_or_named(void **state) {
    (void)state;
    begin("challenge", NULL, "C2", false);
    type("prob\n");
    assert_string_equal(text_of("by"), "NPS");
    type("mental health\n");
    assert_string_equal(text_of("to"), "MHT");
    assert_string_equal(active(), "put");
}

static void an_unknown_code_is_refused_with_a_suggestion(void **state) {
    (void)state;
    begin("challenge", NULL, "C2", false);
    type("npz\n");
    assert_string_equal(active(), "by");
    assert_string_equal(form_message(form), "Put by: 'npz' is no code that may stand here; did you mean NPS?");
    type("\t");
    assert_string_equal(active(), "by");
    press(KEY_DOWN_ARROW); /* but nobody is locked in */
    assert_string_equal(active(), "to");
    assert_string_equal(text_of("by"), "npz");
    press(KEY_CONTROL('s'));
    assert_string_equal(active(), "by");
    assert_null(((const struct challenge *)form_record(form, arena))->by);
}

static void several_that_fit_are_named(void **state) {
    (void)state;
    begin("challenge", &(struct challenge){.by = "POL"}, "C2", false);
    type("n\n"); /* NPS or NATIONAL */
    assert_string_equal(active(), "to");
    assert_string_equal(form_message(form), "Put to: 'n' fits several: NPS, NATIONAL; type more, or choose with Down");
    press(KEY_DOWN_ARROW);
    press(KEY_DOWN_ARROW);
    press(KEY_UP_ARROW);
    press(KEY_DOWN_ARROW);
    press(KEY_RETURN);
    assert_string_equal(text_of("to"), "NATIONAL");
    assert_string_equal(active(), "put");
}

static void the_list_can_be_asked_for_and_left(void **state) {
    (void)state;
    begin("heard", NULL, NULL, false);
    press(' ');
    press(KEY_DOWN_ARROW);
    press(KEY_DOWN_ARROW);
    assert_int_equal(press(KEY_ESCAPE), FORM_STAYS); /* the list */
    assert_string_equal(text_of("agency"), "");
    press(' ');
    press(KEY_DOWN_ARROW);
    press(KEY_DOWN_ARROW);
    assert_int_equal(press(KEY_RETURN), FORM_SAVE);
    assert_string_equal(((const struct event_heard *)form_record(form, arena))->agency, "POL");
}

static void typing_over_a_code_begins_anew(void **state) {
    (void)state;
    begin("challenge", meeting_record(meeting, "C1")->now, "C1", true);
    type("pol\t");
    assert_string_equal(text_of("by"), "POL");
    assert_string_equal(text_of("to"), "MHT");
}

static void several_codes_stand_beside_each_other(void **state) {
    (void)state;
    begin("agreement", NULL, "A2", false);
    type("Words\t\t\t\t");
    assert_string_equal(active(), "partners");
    type("po, nps pol\t");
    assert_string_equal(text_of("partners"), "POL, NPS");
    press(KEY_BACKTAB);
    type("cs\t"); /* another, with its comma */
    assert_string_equal(text_of("partners"), "POL, NPS, CSC");
    press(KEY_BACKTAB);
    press(' ');
    press('m');
    press(KEY_DOWN_ARROW);
    press(KEY_RETURN); /* takes MHT and stays for the next */
    assert_string_equal(active(), "partners");
    press(KEY_RETURN);
    assert_string_equal(active(), "findings");
    const struct agreement *made = form_record(form, arena);
    assert_int_equal(made->partners.count, 4);
    assert_string_equal(made->partners.items[3], "MHT");
}

/* --- dates, choices, text --- */

static void a_date_is_written_out_when_it_is_left(void **state) {
    (void)state;
    begin("agreement", NULL, "A2", false);
    type("Words\t\t+6w\t");
    assert_string_equal(text_of("due"), "2027-01-04"); /* 23 November and 42 days */
    press(KEY_BACKTAB);
    press(KEY_CONTROL('u'));
    type("ongoing\n");
    assert_string_equal(active(), "due");
    assert_string_equal(text_of("due"), "ongoing");
    assert_non_null(strstr(form_message(form), "Due: "));
    assert_int_equal(((const struct agreement *)form_record(form, arena))->due, 0);
    press(KEY_CONTROL('u'));
    assert_int_equal(type("2026-11-20\n"), FORM_SAVE); /* past: said, not refused */
}

static void a_past_date_is_warned_about(void **state) {
    (void)state;
    begin("agreement", NULL, "A2", false);
    type("Words\t\t2026-11-20\t");
    assert_string_equal(active(), "owner_role");
    assert_string_equal(form_message(form), "Due: Friday 20 November 2026, 3 days ago: that day is past");
}

static void choices_go_by_letters_and_arrows(void **state) {
    (void)state;
    begin("position", &(struct event_position){.finding = "F3"}, "F3", false);
    type("a");
    assert_string_equal(text_of("position"), "accepted");
    type("a"); /* the next that begins so */
    assert_string_equal(text_of("position"), "accepted-in-part");
    type("ne");
    assert_string_equal(text_of("position"), "needs-more-work");
    press(' ');
    assert_string_equal(text_of("position"), "accepted");
    press(KEY_LEFT_ARROW);
    assert_string_equal(text_of("position"), "needs-more-work");
    press(KEY_RIGHT_ARROW);
    assert_string_equal(text_of("position"), "accepted");
    press('z');
    assert_string_equal(text_of("position"), "accepted");
    assert_string_equal(form_message(form), "Position: no choice begins with 'z'");
    press(KEY_RUBOUT);
    assert_string_equal(text_of("position"), "");
}

static void yes_and_no_are_choices(void **state) {
    (void)state;
    begin("engagement", NULL, "E1", false);
    type("Health visitors\nA briefing");
    press(KEY_PAGE_DOWN);
    assert_string_equal(active(), "hold");
    assert_int_equal(type("y\n"), FORM_SAVE);
    assert_int_equal(((const struct engagement *)form_record(form, arena))->hold, YES);
}

static void a_text_has_lines_of_its_own(void **state) {
    (void)state;
    begin("note", NULL, "N2", false);
    type("one");
    press(KEY_CONTROL('j'));
    type("two");
    assert_string_equal(text_of("text"), "one\ntwo");
    press(KEY_UP_ARROW); /* moves in the text first */
    assert_string_equal(active(), "text");
    type("!");
    press(KEY_DOWN_ARROW);
    press(KEY_DOWN_ARROW);
    assert_string_equal(active(), "kind");
    form_paste(form, "decision", NOW);
    press(KEY_BACKTAB);
    form_paste(form, "\r\nthree", NOW);
    assert_int_equal(press(KEY_CONTROL('s')), FORM_SAVE);
    const struct note *made = form_record(form, arena);
    assert_string_equal(made->text, "one!\ntwo\nthree");
    assert_int_equal(made->kind, NOTE_DECISION);
}

static void up_and_down_go_by_the_width_that_was_said(void **state) {
    (void)state;
    begin("note", NULL, "N2", false);
    type("the board has asked twice for the figures of last year");
    press(KEY_UP_ARROW); /* 80 columns: one line */
    assert_string_equal(active(), "text");
    form_size(form, 12, 40); /* "Who may see it" 14, so 22 columns, wrapped at 21: three lines */
    press(KEY_DOWN_ARROW);
    assert_string_equal(active(), "kind");
    press(KEY_UP_ARROW);
    press(KEY_UP_ARROW);
    press(KEY_UP_ARROW);
    assert_string_equal(active(), "text");
    type(">");
    /* column 12 of "the board has asked" */
    assert_string_equal(text_of("text"), "the board ha>s asked twice for the figures of last year");
}

static void dissent_is_a_line_for_each_agency(void **state) {
    (void)state;
    begin("position", &(struct event_position){.finding = "F3", .position = POSITION_ACCEPTED}, "F3", false);
    press(KEY_PAGE_DOWN);
    press(KEY_BACKTAB);
    assert_string_equal(active(), "dissent");
    type("pol: We still see it");
    press(KEY_CONTROL('j'));
    type("nps : So do we");
    assert_int_equal(press(KEY_CONTROL('s')), FORM_SAVE);
    const struct event_position *made = form_record(form, arena);
    const struct dissent *dissent = made->dissent.items;
    assert_int_equal(made->dissent.count, 2);
    assert_string_equal(dissent[0].agency, "POL");
    assert_string_equal(dissent[0].reason, "We still see it");
    assert_string_equal(dissent[1].agency, "NPS");
    assert_string_equal(dissent[1].reason, "So do we");
    press(KEY_CONTROL('j'));
    type("because");
    assert_int_equal(press(KEY_CONTROL('s')), FORM_STAYS);
    assert_string_equal(active(), "dissent");
}

/* --- leaving --- */

static void esc_asks_once_when_something_was_typed(void **state) {
    (void)state;
    struct challenge begun = challenge_begun();
    begin("challenge", &begun, "C2", false);
    assert_false(form_touched(form));
    assert_int_equal(press(KEY_ESCAPE), FORM_LEAVE);
    type("mht\n");
    assert_true(form_touched(form));
    assert_int_equal(press(KEY_ESCAPE), FORM_STAYS);
    assert_non_null(form_message(form));
    type("p"); /* goes on, and is typed */
    assert_null(form_message(form));
    assert_string_equal(text_of("to"), "p");
    assert_int_equal(press(KEY_ESCAPE), FORM_STAYS);
    assert_int_equal(press(KEY_ESCAPE), FORM_LEAVE);
}

static void words_begun_elsewhere_are_asked_about_too(void **state) {
    (void)state;
    begin("challenge", &(struct challenge){.put = "From the line"}, "C2", false);
    assert_true(form_touched(form));
    assert_int_equal(press(KEY_ESCAPE), FORM_STAYS);
    assert_int_equal(press(KEY_ESCAPE), FORM_LEAVE);
    close_form(NULL);
    begin("challenge", meeting_record(meeting, "C1")->now, "C1", true);
    assert_false(form_touched(form));
    assert_int_equal(press(KEY_ESCAPE), FORM_LEAVE);
}

static void the_editor_takes_and_brings_a_text(void **state) {
    (void)state;
    begin("note", NULL, "N2", false);
    type("half a");
    assert_int_equal(press(KEY_CONTROL('e')), FORM_EDITOR);
    assert_string_equal(form_editor_text(form), "half a");
    form_edited(form, "half a sentence\r\nand another\n\n");
    assert_string_equal(text_of("text"), "half a sentence\nand another");
    assert_null(form_message(form));
    form_edited(form, "\n"); /* an editor that failed without a word */
    assert_string_equal(text_of("text"), "");
    assert_non_null(form_message(form));
    press(KEY_CONTROL('y'));
    assert_string_equal(text_of("text"), "half a sentence\nand another");
    char *most = arena_alloc(arena, 65536 + 8);
    memset(most, 'x', 65536 + 7);
    form_edited(form, most);
    assert_int_equal(strlen(text_of("text")), 65536);
    assert_non_null(form_message(form));
    press(KEY_TAB);
    assert_int_equal(press(KEY_CONTROL('e')), FORM_STAYS); /* a choice has no editor */
}

static void a_refusal_of_the_meeting_goes_to_its_field(void **state) {
    (void)state;
    begin("extend", &(struct event_extend){.item = "I2"}, "I2", false);
    type("5\n");
    form_refuse(form, "from", "I1 has started already");
    assert_string_equal(active(), "from");
    assert_string_equal(form_message(form), "I1 has started already");
    form_refuse(form, NULL, "Not now");
    assert_string_equal(active(), "from");
}

/* --- what comes back --- */

static void only_what_differs_is_changed(void **state) {
    (void)state;
    const struct challenge *now = meeting_record(meeting, "C1")->now;
    begin("challenge", now, "C1", true);
    assert_true(form_is_edit(form));
    assert_string_equal(form_id(form), "C1");
    assert_int_equal(form_changed(form), 0);
    type("pol\tnps\t");
    press(KEY_BACKTAB);
    type("mht\t"); /* back to what it was */
    press(KEY_PAGE_DOWN);
    press(KEY_CONTROL('u'));
    const struct shape *shape = &SHAPE_CHALLENGE;
    uint64_t by = (uint64_t)1 << shape_place(shape, shape_field(shape, "by"));
    uint64_t item = (uint64_t)1 << shape_place(shape, shape_field(shape, "item"));
    assert_int_equal(form_changed(form), by | item);
    const struct challenge *made = form_record(form, arena);
    assert_string_equal(made->by, "POL");
    assert_null(made->item);
    assert_string_equal(made->put, now->put);
}

static void a_draft_brings_every_text_back(void **state) {
    (void)state;
    begin("challenge", NULL, "C2", false);
    type("nps\nm");
    press(KEY_DOWN_ARROW); /* chooses in the list, and is not typed */
    press(KEY_BACKTAB);
    type("\t\t");
    press(KEY_DOWN_ARROW);
    form_paste(form, "two\nlines  ", NOW);
    struct draft draft = form_draft(form, arena);
    assert_string_equal(draft.act, "challenge");
    assert_string_equal(draft.id, "C2");
    close_form(NULL);
    begin("challenge", NULL, "C2", false);
    form_restore(form, &draft);
    struct draft again = form_draft(form, arena);
    assert_int_equal(again.count, draft.count);
    assert_int_equal(again.place, draft.place);
    for (size_t i = 0; i < draft.count; i++) {
        assert_string_equal(again.fields[i].key, draft.fields[i].key);
        assert_string_equal(again.fields[i].text, draft.fields[i].text);
    }
    assert_true(form_touched(form));
    struct draft_field odd[] = {{"put", "kept"}, {"nothing", "of ours"}, {"to", NULL}};
    form_restore(form, &(struct draft){.act = "challenge", .place = 99, .fields = odd, .count = 3});
    assert_string_equal(text_of("put"), "kept");
    assert_string_equal(text_of("to"), "");
}

int main(void) {
#define TEST(name) cmocka_unit_test_teardown(name, close_form)
    const struct CMUnitTest tests[] = {
        TEST(a_challenge_takes_three_enters),
        TEST(an_agreement_with_owner_and_date_takes_three_enters),
        TEST(only_the_words_are_needed_for_an_agreement),
        TEST(the_cursor_begins_on_the_first_empty_field),
        TEST(tab_goes_on_into_the_rest),
        TEST(enter_in_the_rest_goes_on),
        TEST(what_is_needed_is_asked_for_on_saving),
        TEST(what_is_needed_may_hang_on_a_choice),
        TEST(a_code_may_be_begun_or_named),
        TEST(an_unknown_code_is_refused_with_a_suggestion),
        TEST(several_that_fit_are_named),
        TEST(the_list_can_be_asked_for_and_left),
        TEST(typing_over_a_code_begins_anew),
        TEST(several_codes_stand_beside_each_other),
        TEST(a_date_is_written_out_when_it_is_left),
        TEST(a_past_date_is_warned_about),
        TEST(choices_go_by_letters_and_arrows),
        TEST(yes_and_no_are_choices),
        TEST(a_text_has_lines_of_its_own),
        TEST(up_and_down_go_by_the_width_that_was_said),
        TEST(dissent_is_a_line_for_each_agency),
        TEST(esc_asks_once_when_something_was_typed),
        TEST(words_begun_elsewhere_are_asked_about_too),
        TEST(the_editor_takes_and_brings_a_text),
        TEST(a_refusal_of_the_meeting_goes_to_its_field),
        TEST(only_what_differs_is_changed),
        TEST(a_draft_brings_every_text_back),
    };
    return cmocka_run_group_tests(tests, room_begin, room_end);
}
