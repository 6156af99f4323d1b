/* A text being edited: clusters, words, wrapped lines, limits, and what is put right on its way in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <locale.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/ui/edit.h"

static struct arena *arena;
static struct edit edit;

static int begin(void **state) {
    (void)state;
    setlocale(LC_CTYPE, "C.UTF-8");
    arena = arena_new();
    return 0;
}

static int end(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

static void with(const char *text, bool lines) {
    edit_begin(&edit, arena, text, lines);
}

/* Width 10 unless a test says another. */
static enum edit_result press(key k) {
    return edit_key(&edit, k, 10);
}

static void type(const char *letters) {
    for (; *letters != '\0'; letters++)
        assert_int_equal(press((key)(unsigned char)*letters), EDIT_CHANGED);
}

static void typing_goes_in_at_the_cursor(void **state) {
    (void)state;
    with(NULL, false);
    assert_string_equal(edit.text, "");
    type("ac");
    press(KEY_LEFT_ARROW);
    type("b");
    assert_string_equal(edit.text, "abc");
    assert_int_equal(edit.cursor, 2);
    assert_int_equal(press(0x20ac), EDIT_CHANGED); /* the euro sign: three bytes */
    assert_string_equal(edit.text, "ab\u20acc");
    assert_int_equal(edit.cursor, 5);
}

static void clusters_are_one_step(void **state) {
    (void)state;
    /* e + combining acute (3 bytes), a family of two joined by ZWJ (4 + 3 + 4), a flag (8) */
    with("e\u0301\U0001F469\u200D\U0001F4BB\U0001F1EB\U0001F1F7", false);
    assert_int_equal(edit.cursor, 22);
    press(KEY_LEFT_ARROW);
    assert_int_equal(edit.cursor, 14);
    press(KEY_LEFT_ARROW);
    assert_int_equal(edit.cursor, 3);
    press(KEY_DELETE);
    assert_string_equal(edit.text, "e\u0301\U0001F1EB\U0001F1F7");
    press(KEY_RUBOUT);
    assert_string_equal(edit.text, "\U0001F1EB\U0001F1F7");
    press(KEY_RUBOUT);
    assert_string_equal(edit.text, "\U0001F1EB\U0001F1F7");
}

static void a_mark_joins_what_stands_before(void **state) {
    (void)state;
    with("e", false);
    press(0x301);
    assert_string_equal(edit.text, "e\u0301");
    assert_int_equal(edit.cursor, 3);
    press(KEY_LEFT_ARROW);
    assert_int_equal(edit.cursor, 0);
}

static void words_are_moved_over_and_cut(void **state) {
    (void)state;
    with("who closes it?", false);
    press(KEY_WORD_LEFT);
    assert_int_equal(edit.cursor, 11);
    press(KEY_WORD_LEFT);
    assert_int_equal(edit.cursor, 4);
    press(KEY_WORD_RIGHT);
    assert_int_equal(edit.cursor, 11);
    press(KEY_CONTROL('w'));
    assert_string_equal(edit.text, "who it?");
    assert_int_equal(edit.cursor, 4);
    press(KEY_CONTROL('y'));
    assert_string_equal(edit.text, "who closes it?");
    press(KEY_CONTROL('k'));
    assert_string_equal(edit.text, "who closes ");
    press(KEY_CONTROL('u'));
    assert_string_equal(edit.text, "");
    press(KEY_CONTROL('y'));
    assert_string_equal(edit.text, "who closes ");
}

static void lines_are_cut_one_at_a_time(void **state) {
    (void)state;
    with("one\ntwo\nthree", true);
    press(KEY_UP_ARROW); /* behind "two" */
    press(KEY_CONTROL('u'));
    assert_string_equal(edit.text, "one\n\nthree");
    press(KEY_CONTROL('k'));
    assert_string_equal(edit.text, "one\nthree");
    press(KEY_CONTROL('k'));
    assert_string_equal(edit.text, "one\n");
}

static void up_and_down_keep_the_column(void **state) {
    (void)state;
    /* wrapped at 10: "abcdefgh", "ij", "klmnopqr" */
    with("abcdefgh\nij\nklmnopqr", true);
    press(KEY_LEFT_ARROW); /* column 7 of the last line: at 19 */
    assert_int_equal(edit.cursor, 19);
    press(KEY_UP_ARROW);
    assert_int_equal(edit.cursor, 11); /* behind "ij" */
    press(KEY_UP_ARROW);
    assert_int_equal(edit.cursor, 7); /* column 7 again */
    assert_int_equal(press(KEY_UP_ARROW), EDIT_NOT_MINE);
    press(KEY_DOWN_ARROW);
    press(KEY_DOWN_ARROW);
    assert_int_equal(edit.cursor, 19);
    assert_int_equal(press(KEY_DOWN_ARROW), EDIT_NOT_MINE);
}

static void up_and_down_go_by_wrapped_lines(void **state) {
    (void)state;
    /* at 10 columns: "the board " / "has asked " / "twice" */
    with("the board has asked twice", true);
    assert_int_equal(edit.cursor, 25); /* column 5 of the third */
    press(KEY_UP_ARROW);
    assert_int_equal(edit.cursor, 15);
    press(KEY_UP_ARROW);
    assert_int_equal(edit.cursor, 5);
    press(KEY_END_);
    assert_int_equal(edit.cursor, 9);
    press(KEY_DOWN_ARROW);
    press(KEY_HOME_);
    assert_int_equal(edit.cursor, 10);
}

static void a_word_broken_hard_has_one_place_each(void **state) {
    (void)state;
    with("abcdefghijklmno", true); /* 10 + 5 */
    press(KEY_HOME_);
    assert_int_equal(edit.cursor, 10);
    press(KEY_UP_ARROW);
    assert_int_equal(edit.cursor, 0);
    press(KEY_END_);
    assert_int_equal(edit.cursor, 9); /* the place behind j is the second line's */
    press(KEY_DOWN_ARROW);
    assert_int_equal(edit.cursor, 15);
}

static void wide_characters_count_two_columns(void **state) {
    (void)state;
    with("\u4f1a\u8b70\nabcd", true);
    press(KEY_UP_ARROW);
    assert_int_equal(edit.cursor, 6); /* column 4: behind both */
    press(KEY_LEFT_ARROW);
    press(KEY_DOWN_ARROW);
    assert_int_equal(edit.cursor, 9); /* column 2: behind b */
}

static void place_says_line_and_column(void **state) {
    (void)state;
    with("the board has asked", true);
    struct text_lines lines = text_wrap(arena, edit.text, edit.length, 10);
    struct edit_place place = edit_place(&edit, &lines);
    assert_int_equal(place.line, 1);
    assert_int_equal(place.column, 9);
    edit.cursor = 3;
    place = edit_place(&edit, &lines);
    assert_int_equal(place.line, 0);
    assert_int_equal(place.column, 3);
}

static void pasted_line_ends_become_newlines(void **state) {
    (void)state;
    with("x", true);
    edit_insert(&edit, "\r\none\rtwo\n", 10);
    assert_string_equal(edit.text, "x\none\ntwo\n");
    with("x", false);
    edit_insert(&edit, "\r\none\rtwo\n", 10);
    assert_string_equal(edit.text, "x one two ");
    assert_int_equal(press(KEY_CONTROL('j')), EDIT_NOT_MINE);
    assert_string_equal(edit.text, "x one two ");
}

static void what_is_no_text_is_put_right(void **state) {
    (void)state;
    with(NULL, true);
    edit_insert(&edit, "a\x1b[31m\x07\tb\x7f\xff", 11);
    assert_string_equal(edit.text, "a[31m b\uFFFD");
    with(NULL, true);
    edit_insert(&edit,
                "a\u2028b\xc2\x85"
                "c\xc2\x9b",
                10);
    assert_string_equal(edit.text, "a\nb\nc");
    assert_int_equal(press(0x9b), EDIT_NOT_MINE);
    assert_int_equal(press(0xd800), EDIT_NOT_MINE);
    assert_int_equal(press(KEY_F1), EDIT_NOT_MINE);
    assert_int_equal(press(KEY_CONTROL('q')), EDIT_NOT_MINE);
}

static void nothing_grows_beyond_the_limit(void **state) {
    (void)state;
    char *most = arena_alloc(arena, EDIT_MOST + 8);
    memset(most, 'x', EDIT_MOST - 1);
    with(most, true);
    assert_int_equal(edit.length, EDIT_MOST - 1);
    assert_int_equal(press(0x20ac), EDIT_FULL);
    assert_int_equal(edit.length, EDIT_MOST - 1);
    assert_int_equal(press('y'), EDIT_CHANGED);
    assert_int_equal(press('y'), EDIT_FULL);
    assert_int_equal(edit_insert(&edit, "z", 1), EDIT_FULL);
    assert_int_equal(edit.length, EDIT_MOST);
    /* a text from elsewhere keeps its beginning, whole clusters only */
    memcpy(most + EDIT_MOST - 1, "\u20ac", 4);
    assert_false(edit_set(&edit, most));
    assert_int_equal(edit.length, EDIT_MOST - 1);
    assert_true(edit_set(&edit, "short"));
    assert_string_equal(edit.text, "short");
}

static void a_stretch_is_replaced(void **state) {
    (void)state;
    with("CSC, po, EDU", false);
    edit_replace(&edit, 5, 7, "POL");
    assert_string_equal(edit.text, "CSC, POL, EDU");
    assert_int_equal(edit.cursor, 8);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(typing_goes_in_at_the_cursor),      cmocka_unit_test(clusters_are_one_step),
        cmocka_unit_test(a_mark_joins_what_stands_before),   cmocka_unit_test(words_are_moved_over_and_cut),
        cmocka_unit_test(lines_are_cut_one_at_a_time),       cmocka_unit_test(up_and_down_keep_the_column),
        cmocka_unit_test(up_and_down_go_by_wrapped_lines),   cmocka_unit_test(a_word_broken_hard_has_one_place_each),
        cmocka_unit_test(wide_characters_count_two_columns), cmocka_unit_test(place_says_line_and_column),
        cmocka_unit_test(pasted_line_ends_become_newlines),  cmocka_unit_test(what_is_no_text_is_put_right),
        cmocka_unit_test(nothing_grows_beyond_the_limit),    cmocka_unit_test(a_stretch_is_replaced),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
