/* Type-ahead: what is offered, in which order, what is marked, and which part of the text it is about. */
#include "ui_form_room.h"

#include "candour/ui/pick.h"

static const struct field *field(const struct shape *shape, const char *name) {
    const struct field *found = shape_field(shape, name);
    assert_non_null(found);
    return found;
}

/* The codes of a list, with blanks between. */
static const char *codes(struct pickables list) {
    char *all = arena_text(arena, "");
    for (size_t i = 0; i < list.count; i++)
        all = arena_format(arena, "%s%s%s", all, i > 0 ? " " : "", list.list[i].code);
    return all;
}

static struct pick look(const struct field *of, const char *text, int chosen, bool listed) {
    return pick_look(meeting, of, text, strlen(text), chosen, listed, arena);
}

static const char *marked(struct pick pick) {
    return pick.marked < 0 ? "" : pick.fit.list[pick.marked].code;
}

static void only_what_may_stand_is_listed(void **state) {
    (void)state;
    /* by: agencies, the Board, the chair, people without an agency; DN is MHT's */
    assert_string_equal(codes(pickables_of(meeting, field(&SHAPE_CHALLENGE, "by"), arena)),
                        "CSC POL MHT NPS BOARD CHAIR CHR REV");
    assert_string_equal(codes(pickables_of(meeting, field(&SHAPE_CHALLENGE, "to"), arena)),
                        "CSC POL MHT NPS BOARD CHAIR NATIONAL");
    assert_string_equal(codes(pickables_of(meeting, field(&SHAPE_HEARD, "agency"), arena)), "CSC POL MHT NPS");
    assert_string_equal(codes(pickables_of(meeting, field(&SHAPE_HAND_OVER, "to"), arena)), "CHR DN REV");
    assert_string_equal(codes(pickables_of(meeting, field(&SHAPE_FOCUS, "finding"), arena)), "F1 F2 F3");
    assert_string_equal(codes(pickables_of(meeting, field(&SHAPE_EXTEND, "from"), arena)), "I1 I2 I3 end");
    assert_string_equal(codes(pickables_of(meeting, field(&SHAPE_AGREEMENT, "links"), arena)), "P1 L1 none");
}

static void a_withdrawn_record_is_not_offered(void **state) {
    (void)state;
    assert_string_equal(codes(pickables_of(meeting, field(&SHAPE_WITHDRAW, "id"), arena)), "C1 A1");
    assert_string_equal(codes(pickables_of(meeting, field(&SHAPE_AGREEMENT, "from"), arena)), "C1");
}

static void names_say_who_it_is(void **state) {
    (void)state;
    const struct field *by = field(&SHAPE_CHALLENGE, "by");
    assert_string_equal(ref_name(meeting, by, "POL", arena), "Harrowmere Police");
    assert_string_equal(ref_name(meeting, by, "REV", arena), "Lead reviewer, Ann Example");
    assert_string_equal(ref_name(meeting, by, "BOARD", arena), "the Board");
    assert_string_equal(ref_name(meeting, by, "XXX", arena), "XXX");
    assert_string_equal(ref_name(meeting, field(&SHAPE_WITHDRAW, "id"), "C1", arena), "Who asks about the child?");
}

static void codes_come_before_names_and_beginnings_before_middles(void **state) {
    (void)state;
    struct pickables all = pickables_of(meeting, field(&SHAPE_CHALLENGE, "to"), arena);
    /* P: the code POL; words Police (it), Probation; and nothing has p in its middle but "Mental Health Trust": no */
    assert_string_equal(codes(pickables_fit(&all, "p", arena)), "POL NPS");
    /* ch: the code CHAIR, the word Children's */
    assert_string_equal(codes(pickables_fit(&all, "ch", arena)), "CHAIR CSC");
    /* ealth: in the middle of Health only */
    assert_string_equal(codes(pickables_fit(&all, "ealth", arena)), "MHT");
    assert_string_equal(codes(pickables_fit(&all, "", arena)), codes(all));
    assert_string_equal(codes(pickables_fit(&all, "zz", arena)), "");
}

static void only_what_is_meant_alone_is_marked(void **state) {
    (void)state;
    const struct field *to = field(&SHAPE_CHALLENGE, "to");
    struct pick pick = look(to, "po", -1, false);
    assert_string_equal(marked(pick), "POL");
    assert_true(pick.open);
    /* N begins NPS and NATIONAL: neither */
    pick = look(to, "n", -1, false);
    assert_string_equal(marked(pick), "");
    assert_true(pick.open);
    /* a word of a name, by itself */
    assert_string_equal(marked(look(to, "mental", -1, false)), "MHT");
    /* a whole code needs no list */
    pick = look(to, "pol", -1, false);
    assert_string_equal(marked(pick), "POL");
    assert_false(pick.open);
}

static void arrows_and_asking_open_the_list(void **state) {
    (void)state;
    const struct field *to = field(&SHAPE_CHALLENGE, "to");
    assert_false(look(to, "", -1, false).open);
    assert_true(look(to, "", -1, true).open);
    assert_string_equal(marked(look(to, "", 2, true)), "MHT");
    assert_string_equal(marked(look(to, "n", 1, false)), "NATIONAL");
    assert_false(look(to, "zz", -1, true).open);
}

static void a_list_is_about_the_piece_at_the_cursor(void **state) {
    (void)state;
    const struct field *partners = field(&SHAPE_AGREEMENT, "partners");
    struct pick pick = pick_look(meeting, partners, "CSC, po, MHT", 7, -1, false, arena);
    assert_int_equal(pick.piece.from, 5);
    assert_int_equal(pick.piece.to, 7);
    assert_string_equal(marked(pick), "POL");
    /* what stands already is not offered again */
    assert_string_equal(codes(look(partners, "CSC MHT ", -1, true).fit), "POL NPS BOARD CHAIR");
    /* but the piece itself may be one of them */
    assert_string_equal(codes(pick_look(meeting, partners, "CSC MHT", 3, -1, true, arena).fit), "CSC");
}

static void a_reference_is_one_piece_without_its_blanks(void **state) {
    (void)state;
    struct pick pick = look(field(&SHAPE_CHALLENGE, "to"), "  mental health ", -1, false);
    assert_int_equal(pick.piece.from, 2);
    assert_int_equal(pick.piece.to, 15);
    assert_string_equal(marked(pick), "MHT");
}

static void rows_follow_the_marked_one(void **state) {
    (void)state;
    struct pick pick = look(field(&SHAPE_CHALLENGE, "by"), "", -1, true); /* eight */
    assert_int_equal(pick_first_row(&pick, 6), 0);
    pick.marked = 7;
    assert_int_equal(pick_first_row(&pick, 6), 2);
    pick.marked = 4;
    assert_int_equal(pick_first_row(&pick, 6), 1);
    assert_int_equal(pick_first_row(&pick, 8), 0);
    assert_int_equal(pick_first_row(&pick, 0), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_what_may_stand_is_listed),
        cmocka_unit_test(a_withdrawn_record_is_not_offered),
        cmocka_unit_test(names_say_who_it_is),
        cmocka_unit_test(codes_come_before_names_and_beginnings_before_middles),
        cmocka_unit_test(only_what_is_meant_alone_is_marked),
        cmocka_unit_test(arrows_and_asking_open_the_list),
        cmocka_unit_test(a_list_is_about_the_piece_at_the_cursor),
        cmocka_unit_test(a_reference_is_one_piece_without_its_blanks),
        cmocka_unit_test(rows_follow_the_marked_one),
    };
    return cmocka_run_group_tests(tests, room_begin, room_end);
}
