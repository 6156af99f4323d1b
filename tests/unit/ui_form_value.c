/* Texts of fields as values: every type, what is said of them, and the way back. */
#include "ui_form_room.h"

#include "candour/core/reading.h"

static char said[200];

static enum value_state read_as(const struct shape *shape, const char *name, const char *text, void *record) {
    struct value_room room = {meeting, stamp_day(NOW), arena};
    return value_read(&room, shape_field(shape, name), text, record, said, sizeof said);
}

static void distances_are_words(void **state) {
    (void)state;
    char out[32];
    day from = day_of(2026, 11, 23);
    assert_string_equal(distance_in_words(from, from, out), "today");
    assert_string_equal(distance_in_words(from, from + 1, out), "tomorrow");
    assert_string_equal(distance_in_words(from, from - 1, out), "yesterday");
    assert_string_equal(distance_in_words(from, from + 13, out), "in 13 days");
    assert_string_equal(distance_in_words(from, from + 14, out), "in 2 weeks");
    assert_string_equal(distance_in_words(from, from - 21, out), "3 weeks ago");
    /* 31 March 2027: 8 + 31 + 31 + 28 + 30 = 128 days on, 18 weeks and 2 days */
    assert_string_equal(distance_in_words(from, day_of(2027, 3, 31), out), "in 18 weeks");
    assert_string_equal(distance_in_words(from, from + 729, out), "in 104 weeks");
    assert_string_equal(distance_in_words(from, from + 730, out), "in 2 years");
}

static void dates_are_echoed_in_full(void **state) {
    (void)state;
    struct agreement a = {0};
    assert_int_equal(read_as(&SHAPE_AGREEMENT, "due", " 31 mar ", &a), VALUE_GOOD);
    assert_int_equal(a.due, day_of(2027, 3, 31));
    assert_string_equal(said, "Wednesday 31 March 2027, in 18 weeks");
    assert_int_equal(read_as(&SHAPE_AGREEMENT, "due", "2026-11-22", &a), VALUE_WARNED);
    assert_string_equal(said, "Sunday 22 November 2026, yesterday: that day is past");
    a.due = 7;
    assert_int_equal(read_as(&SHAPE_AGREEMENT, "due", "ongoing", &a), VALUE_BAD);
    assert_string_equal(said, day_fault_text(DAY_ONGOING));
    assert_int_equal(read_as(&SHAPE_AGREEMENT, "due", "3/4/2027", &a), VALUE_BAD);
    assert_string_equal(said, day_fault_text(DAY_AMBIGUOUS));
    assert_int_equal(a.due, 7);
    assert_int_equal(read_as(&SHAPE_AGREEMENT, "due", "   ", &a), VALUE_EMPTY);
}

static void several_dates_may_be_parted_by_blanks_or_commas(void **state) {
    (void)state;
    struct agreement a = {0};
    assert_int_equal(read_as(&SHAPE_AGREEMENT, "review_on", "31 mar, 30 june 2027; +1w", &a), VALUE_GOOD);
    assert_int_equal(a.review_on.count, 3);
    assert_int_equal(a.review_on.items[0], day_of(2027, 3, 31));
    assert_int_equal(a.review_on.items[1], day_of(2027, 6, 30));
    assert_int_equal(a.review_on.items[2], day_of(2026, 11, 30));
    assert_int_equal(read_as(&SHAPE_AGREEMENT, "review_on", "2027-06-30 2027-09-30", &a), VALUE_GOOD);
    assert_int_equal(a.review_on.count, 2);
    assert_string_equal(field_text(shape_field(&SHAPE_AGREEMENT, "review_on"), &a, arena), "2027-06-30, 2027-09-30");
    assert_int_equal(read_as(&SHAPE_AGREEMENT, "review_on", "2027-06-30 soon", &a), VALUE_BAD);
    assert_int_equal(read_as(&SHAPE_AGREEMENT, "review_on", "2027-06-30 2020-01-01", &a), VALUE_WARNED);
}

static void codes_say_their_names(void **state) {
    (void)state;
    struct challenge c = {0};
    assert_int_equal(read_as(&SHAPE_CHALLENGE, "by", "pol", &c), VALUE_GOOD);
    assert_string_equal(c.by, "POL");
    assert_string_equal(said, "Harrowmere Police");
    assert_int_equal(read_as(&SHAPE_CHALLENGE, "by", "dn", &c), VALUE_BAD); /* MHT speaks for her */
    assert_int_equal(read_as(&SHAPE_CHALLENGE, "by", "npz", &c), VALUE_BAD);
    assert_string_equal(said, "'npz' is no code that may stand here; did you mean NPS?");
}

static void lists_of_codes_keep_each_once(void **state) {
    (void)state;
    struct agreement a = {0};
    assert_int_equal(read_as(&SHAPE_AGREEMENT, "partners", "pol, CSC;pol\n nps", &a), VALUE_GOOD);
    assert_int_equal(a.partners.count, 3);
    assert_string_equal(a.partners.items[1], "CSC");
    assert_int_equal(read_as(&SHAPE_AGREEMENT, "links", "none", &a), VALUE_GOOD);
    assert_int_equal(read_as(&SHAPE_AGREEMENT, "links", "L1 none", &a), VALUE_BAD);
    assert_string_equal(said, "'none' stands alone, or not at all");
    assert_string_equal(a.links.items[0], "none");
    assert_int_equal(read_as(&SHAPE_AGREEMENT, "partners", " , ", &a), VALUE_GOOD);
    assert_int_equal(a.partners.count, 0);
}

static void figures_have_their_range(void **state) {
    (void)state;
    struct event_extend x = {0};
    assert_int_equal(read_as(&SHAPE_EXTEND, "minutes", "-5", &x), VALUE_GOOD);
    assert_int_equal(x.minutes.value, -5);
    assert_int_equal(read_as(&SHAPE_EXTEND, "minutes", "1h05", &x), VALUE_GOOD);
    assert_int_equal(x.minutes.value, 65);
    assert_int_equal(read_as(&SHAPE_EXTEND, "minutes", "soon", &x), VALUE_BAD);
    assert_string_equal(said, "'soon' is not minutes, such as 25 or 1h05");
    struct event_add_item add = {0};
    assert_int_equal(read_as(&SHAPE_ADD_ITEM, "minutes", "0", &add), VALUE_BAD);
    assert_string_equal(said, "0 is out of range: 1 to 1440");
    struct item item = {0};
    assert_int_equal(read_as(&SHAPE_ITEM, "at", "13:30", &item), VALUE_GOOD);
    assert_int_equal(item.at.value, 13 * 60 + 30);
    assert_int_equal(read_as(&SHAPE_ITEM, "at", "25:00", &item), VALUE_BAD);
    struct quorum quorum = {0};
    assert_int_equal(read_as(&SHAPE_QUORUM, "agencies", "6", &quorum), VALUE_GOOD);
    assert_int_equal(quorum.agencies.value, 6);
}

static void choices_may_be_begun_or_named_by_a_part(void **state) {
    (void)state;
    const struct field *position = shape_field(&SHAPE_POSITION, "position");
    assert_int_equal(value_choice(position, "accepted"), POSITION_ACCEPTED);
    assert_int_equal(value_choice(position, "Accepted-in-part"), POSITION_ACCEPTED_IN_PART);
    assert_int_equal(value_choice(position, "acc"), 0);
    assert_int_equal(value_choice(position, "not"), POSITION_NOT_ACCEPTED);
    assert_int_equal(value_choice(position, "part"), POSITION_ACCEPTED_IN_PART);
    assert_int_equal(value_choice(position, "more"), POSITION_NEEDS_MORE_WORK);
    assert_int_equal(value_choice(position, "n"), 0);
    assert_int_equal(value_choice(shape_field(&SHAPE_ENGAGEMENT, "hold"), "y"), YES);
    assert_int_equal(value_choice(shape_field(&SHAPE_ENGAGEMENT, "hold"), "no"), NO);
}

static void texts_are_cleaned_and_lines_trimmed(void **state) {
    (void)state;
    struct note n = {0};
    assert_int_equal(read_as(&SHAPE_NOTE, "text", "  indented \nsecond  \n\n", &n), VALUE_GOOD);
    assert_string_equal(n.text, "  indented\nsecond");
    struct challenge c = {0};
    assert_int_equal(read_as(&SHAPE_CHALLENGE, "about", "  the measure ", &c), VALUE_GOOD);
    assert_string_equal(c.about, "the measure");
    struct finding f = {0};
    assert_int_equal(read_as(&SHAPE_FINDING, "questions", "One?\n\n Two?\n", &f), VALUE_GOOD);
    assert_int_equal(f.questions.count, 2);
    assert_string_equal(f.questions.items[1], "Two?");
}

static void dissent_goes_there_and_back(void **state) {
    (void)state;
    struct event_position p = {0}, again = {0};
    const struct field *field = shape_field(&SHAPE_POSITION, "dissent");
    assert_int_equal(read_as(&SHAPE_POSITION, "dissent", "pol: One: two\n  and more\nnps:Three", &p), VALUE_GOOD);
    const struct dissent *d = p.dissent.items;
    assert_int_equal(p.dissent.count, 2);
    assert_string_equal(d[0].agency, "POL");
    assert_string_equal(d[0].reason, "One: two\nand more");
    assert_string_equal(d[1].reason, "Three");
    const char *text = field_text(field, &p, arena);
    assert_string_equal(text, "POL: One: two\n  and more\nNPS: Three");
    assert_int_equal(read_as(&SHAPE_POSITION, "dissent", text, &again), VALUE_GOOD);
    assert_string_equal(field_text(field, &again, arena), text);
    assert_int_equal(read_as(&SHAPE_POSITION, "dissent", "POL", &p), VALUE_BAD);
    assert_string_equal(said, "'POL': one a line, a code, a colon and the words, such as EDU: why");
    assert_int_equal(read_as(&SHAPE_POSITION, "dissent", "POL:", &p), VALUE_BAD);
    assert_int_equal(read_as(&SHAPE_POSITION, "dissent", ": why", &p), VALUE_BAD);
    assert_int_equal(read_as(&SHAPE_POSITION, "dissent", "XYZ: why", &p), VALUE_BAD);
    assert_string_equal(said, "'XYZ' is no code that may stand here");
    struct event_replan r = {0};
    assert_int_equal(read_as(&SHAPE_REPLAN, "items", "I1: 5\nI3: 1h05", &r), VALUE_GOOD);
    assert_int_equal(((const struct replan_item *)r.items.items)[1].minutes.value, 65);
}

static void a_copy_is_its_own(void **state) {
    (void)state;
    struct arena *other = arena_new();
    const char *names[] = {"POL", "CSC"};
    day days[] = {5, 6};
    struct agreement from = {.text = "Words", .partners = {names, 2}, .review_on = {days, 2}, .due = 9}, to = {0};
    for (size_t i = 0; i < SHAPE_AGREEMENT.count; i++)
        value_copy(&SHAPE_AGREEMENT.fields[i], &to, &from, other);
    names[1] = "XXX";
    days[1] = 0;
    assert_ptr_not_equal(to.text, from.text);
    assert_string_equal(to.text, "Words");
    assert_string_equal(to.partners.items[1], "CSC");
    assert_int_equal(to.review_on.items[1], 6);
    assert_int_equal(to.due, 9);
    arena_free(other);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(distances_are_words),
        cmocka_unit_test(dates_are_echoed_in_full),
        cmocka_unit_test(several_dates_may_be_parted_by_blanks_or_commas),
        cmocka_unit_test(codes_say_their_names),
        cmocka_unit_test(lists_of_codes_keep_each_once),
        cmocka_unit_test(figures_have_their_range),
        cmocka_unit_test(choices_may_be_begun_or_named_by_a_part),
        cmocka_unit_test(texts_are_cleaned_and_lines_trimmed),
        cmocka_unit_test(dissent_goes_there_and_back),
        cmocka_unit_test(a_copy_is_its_own),
    };
    return cmocka_run_group_tests(tests, room_begin, room_end);
}
