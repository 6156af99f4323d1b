/* Forms as cells: what stands where at 80x24, 40x12 and 30x5. Rows and columns are worked out from the rules: labels
 * from column 1, texts 3 columns behind the widest label, hints below the active field. */
#include "ui_form_room.h"

static struct form *form;
static struct canvas canvas;
static struct buffer frame;

static int close_form(void **state) {
    (void)state;
    form_close(form);
    form = NULL;
    canvas_free(&canvas);
    canvas = (struct canvas){0};
    buffer_free(&frame);
    frame = (struct buffer){0};
    return 0;
}

static void type(const char *text) {
    for (; *text != '\0'; text++)
        form_key(form, *text == '\n' ? KEY_RETURN : *text == '\t' ? KEY_TAB : (key)(unsigned char)*text, NOW);
}

static void show(int rows, int columns) {
    form_size(form, rows, columns);
    canvas_begin(&canvas, rows, columns);
    form_view(form, area_all(&canvas), NOW);
    buffer_clear(&frame);
    canvas_dump(&canvas, false, &frame);
}

/* Row N of the frame. */
static const char *row(int n) {
    const char *from = frame.bytes;
    while (n-- > 0)
        from = strchr(from, '\n') + 1;
    return arena_copy(arena, from, strcspn(from, "\n"));
}

static int look_at(int at_row, int column) {
    return canvas.cells[at_row * canvas.columns + column].look;
}

static void challenge_at(int rows, int columns) {
    struct challenge begun = {.id = "C2", .item = "I2", .finding = "F1"};
    form = form_open(spec_of("challenge"), meeting, &begun, "C2", false, NOW);
    show(rows, columns);
}

static void a_new_challenge(void **state) {
    (void)state;
    challenge_at(24, 80);
    assert_string_equal(row(0), " C2 challenge, in item I2");
    /* the widest label is "Who may see it", 14 columns: texts from 17 on */
    assert_non_null(strstr(row(2), ">Put by"));
    assert_non_null(strstr(row(2), "needed"));
    assert_string_equal(row(3), "                 CSC POL MHT NPS BOARD CHAIR CHR REV");
    assert_string_equal(row(4), "                 Who challenges: an agency, BOARD, CHAIR or a person without an");
    assert_string_equal(row(6), " Put to          needed");
    assert_string_equal(row(7), " As put          needed");
    assert_non_null(strstr(row(8), " more: Tab or Down "));
    assert_string_equal(row(9), " Finding         F1  Adult-facing services do not see the child");
    assert_int_equal(canvas.cursor_row, 2);
    assert_int_equal(canvas.cursor_column, 17);
    assert_int_equal(look_at(2, 17), LOOK_FIELD);
    assert_int_equal(look_at(6, 17), LOOK_LATE);
    assert_int_equal(look_at(9, 17), LOOK_PLAIN);
}

static void type_ahead_lists_below_the_field(void **state) {
    (void)state;
    challenge_at(24, 80);
    type("p");
    show(24, 80);
    assert_string_equal(row(3), "                 > POL    Harrowmere Police");
    assert_string_equal(row(4), "                   NPS    National Probation Service");
    assert_int_equal(look_at(3, 17), LOOK_SELECTED);
    assert_int_equal(look_at(4, 17), LOOK_PLAIN);
    form_key(form, KEY_DOWN_ARROW, NOW);
    show(24, 80);
    assert_string_equal(row(3), "                   POL    Harrowmere Police");
    assert_string_equal(row(4), "                 > NPS    National Probation Service");
    type("\n");
    show(24, 80);
    assert_string_equal(row(2), " Put by          NPS  National Probation Service");
    assert_int_equal(look_at(2, 22), LOOK_QUIET);
}

static void a_date_is_echoed_below_it(void **state) {
    (void)state;
    form = form_open(spec_of("agreement"), meeting, &(struct agreement){.item = "I2"}, "A2", false, NOW);
    type("Switch it off\n\n31 mar");
    show(24, 80);
    assert_string_equal(row(0), " A2 agreement, in item I2");
    assert_non_null(strstr(row(4), ">Due "));
    assert_non_null(strstr(row(4), " 31 mar"));
    assert_non_null(strstr(row(5), "Wednesday 31 March 2027, in 18 weeks"));
    type("\t");
    show(24, 80);
    assert_non_null(strstr(row(4), "2027-03-31  Wednesday 31 March 2027, in 18 weeks"));
}

static void a_message_takes_no_row_of_the_form(void **state) {
    (void)state;
    challenge_at(12, 40);
    type("zz\n");
    show(12, 40);
    assert_string_equal(form_message(form), "Put by: 'zz' is no code that may stand here");
    assert_false(form_asks(form));
    assert_null(strstr(frame.bytes, "may stand here"));
    form_key(form, KEY_ESCAPE, NOW);
    assert_non_null(strstr(form_message(form), "Esc again"));
    assert_true(form_asks(form));
}

static void a_day_is_told_as_far_as_there_is_room(void **state) {
    (void)state;
    struct agreement agreement = {.id = "A2", .text = "Words", .due = day_of(2027, 3, 31)};
    form = form_open(spec_of("agreement"), meeting, &agreement, "A2", false, NOW);
    show(24, 80);
    assert_non_null(strstr(frame.bytes, "2027-03-31  Wednesday 31 March 2027, in 18 weeks"));
    show(24, 56);
    assert_non_null(strstr(frame.bytes, "2027-03-31  Wednesday 31 March 2027\n"));
    show(24, 45);
    assert_non_null(strstr(frame.bytes, "2027-03-31  Wednesday\n"));
}

static void forty_columns_are_enough(void **state) {
    (void)state;
    challenge_at(12, 40);
    type("nps\nmht\nWho decides to close a missed appointment, and when was that looked at?");
    show(12, 40);
    assert_string_equal(row(0), " C2 challenge, in item I2");
    /* 40 - 17 - 1 = 22 columns, wrapped at 21: four lines, below the two agencies */
    assert_string_equal(row(1), " Put by          NPS  National Probati…");
    assert_string_equal(row(2), " Put to          MHT  Mental Health Tr…");
    assert_string_equal(row(3), ">As put          Who decides to close");
    assert_string_equal(row(4), "                 a missed appointment,");
    assert_string_equal(row(5), "                 and when was that");
    assert_string_equal(row(6), "                 looked at?");
    assert_string_equal(row(7), "  The words, as they were said.");
    assert_int_equal(canvas.cursor_row, 6);
    assert_int_equal(canvas.cursor_column, 17 + 10);
}

static void the_active_field_is_always_seen(void **state) {
    (void)state;
    static const int sizes[][2] = {{24, 80}, {12, 40}, {5, 30}, {60, 200}, {8, 31}};
    challenge_at(24, 80);
    type("nps\nmht\n");
    for (int i = 0; i < 40; i++)
        type("words and more words ");
    for (size_t size = 0; size < sizeof sizes / sizeof *sizes; size++)
        for (int i = 0; i < 16; i++) {
            show(sizes[size][0], sizes[size][1]);
            assert_in_range(canvas.cursor_row, 1, sizes[size][0] - 1);
            assert_in_range(canvas.cursor_column, 1, sizes[size][1] - 1);
            assert_int_equal(look_at(canvas.cursor_row, canvas.cursor_column), LOOK_FIELD);
            form_key(form, KEY_TAB, NOW);
        }
}

static void a_long_text_scrolls_with_its_cursor(void **state) {
    (void)state;
    form = form_open(spec_of("note"), meeting, NULL, "N2", false, NOW);
    for (char c = 'a'; c <= 'z'; c++) {
        type((char[]){c, c, c, '\0'});
        if (c != 'z')
            form_key(form, KEY_CONTROL('j'), NOW);
    }
    show(12, 40);
    /* title, ten rows less the help, foot: the last lines are seen */
    assert_non_null(strstr(row(canvas.cursor_row), "zzz"));
    for (int i = 0; i < 25; i++)
        form_key(form, KEY_UP_ARROW, NOW);
    show(12, 40);
    assert_non_null(strstr(row(1), "aaa"));
    assert_int_equal(canvas.cursor_row, 1);
    form_key(form, KEY_TAB, NOW);
    show(24, 80); /* three lines are left of it, and how many more: 26 - 3 */
    assert_non_null(strstr(row(2), "aaa"));
    assert_non_null(strstr(row(4), "ccc"));
    assert_non_null(strstr(row(4), "  23 more"));
    assert_null(strstr(frame.bytes, "ddd"));
}

static void choices_are_shown_in_words(void **state) {
    (void)state;
    form = form_open(spec_of("position"), meeting, &(struct event_position){.finding = "F3"}, "F3", false, NOW);
    type("aa");
    show(24, 100);
    assert_string_equal(row(0), " F3 position");
    /* the widest label, "Who may see the reason", has 22 columns */
    assert_string_equal(row(3), ">Position                accepted-in-part");
    assert_string_equal(row(4),
                        "                          accepted  [accepted-in-part]  not-accepted   needs-more-work");
    type("\t");
    show(24, 100);
    assert_non_null(strstr(row(4), ">Reason"));
    assert_non_null(strstr(row(4), "needed"));
}

static void an_answer_shows_what_was_put(void **state) {
    (void)state;
    const struct challenge *now = meeting_record(meeting, "C1")->now;
    form = form_open(spec_of("answer"), meeting, now, "C1", true, NOW);
    show(24, 80);
    assert_string_equal(row(0), " C1 answer, in item I2");
    assert_string_equal(row(1), " Who asks about the child?");
    assert_non_null(strstr(row(3), ">As given"));
    close_form(NULL);
    form = form_open(spec_of("challenge"), meeting, now, "C1", true, NOW);
    show(24, 80);
    assert_string_equal(row(0), " C1 challenge, in item I2, to be changed");
    assert_non_null(strstr(row(2), ">Put by          NPS"));
}

static void what_was_typed_is_never_code_for_the_terminal(void **state) {
    (void)state;
    form = form_open(spec_of("note"), meeting, NULL, "N2", false, NOW);
    form_paste(form, "a\x1b[31mb\u202ec", NOW);
    show(24, 80);
    assert_non_null(strstr(row(2), "a[31mb\uFFFDc"));
}

/* The keys of the bottom line, as "Enter next, ...". */
static const char *keys_now(void) {
    struct form_hint_key keys[FORM_KEYS];
    size_t count = form_keys(form, keys);
    char *all = arena_text(arena, "");
    for (size_t i = 0; i < count; i++)
        all = arena_format(arena, "%s%s%s %s", all, i > 0 ? ", " : "", keys[i].name, keys[i].does);
    return all;
}

static void the_keys_said_are_the_keys_that_work(void **state) {
    (void)state;
    challenge_at(24, 80);
    assert_string_equal(keys_now(), "Enter next, Ctrl-S save, Space list all, Esc leave, F1 help");
    type("p");
    assert_string_equal(keys_now(), "Enter next, Ctrl-S save, Esc leave, F1 help");
    type("\nmht\n");
    assert_string_equal(keys_now(), "Enter save, Tab more fields, Ctrl-J new line, Esc leave, Ctrl-E editor, F1 help");
    type("Why?\t\t");
    assert_string_equal(keys_now(), "Enter next, Ctrl-S save, Space choose, Esc leave, F1 help");
    form_key(form, KEY_PAGE_DOWN, NOW);
    assert_string_equal(keys_now(), "Enter save, Esc leave, F1 help");
}

int main(void) {
#define TEST(name) cmocka_unit_test_teardown(name, close_form)
    const struct CMUnitTest tests[] = {
        TEST(a_new_challenge),
        TEST(type_ahead_lists_below_the_field),
        TEST(a_date_is_echoed_below_it),
        TEST(a_message_takes_no_row_of_the_form),
        TEST(a_day_is_told_as_far_as_there_is_room),
        TEST(forty_columns_are_enough),
        TEST(the_active_field_is_always_seen),
        TEST(a_long_text_scrolls_with_its_cursor),
        TEST(choices_are_shown_in_words),
        TEST(an_answer_shows_what_was_put),
        TEST(the_keys_said_are_the_keys_that_work),
        TEST(what_was_typed_is_never_code_for_the_terminal),
    };
    return cmocka_run_group_tests(tests, room_begin, room_end);
}
