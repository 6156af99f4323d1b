/* Canvas: what lands in which cell, what is clipped, what ASCII terminals get, and the looks. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "candour/base/buffer.h"
#include "candour/ui/canvas.h"

static struct canvas canvas;
static struct area all;

static void begin(int rows, int columns, bool ascii) {
    canvas.ascii = ascii;
    canvas_begin(&canvas, rows, columns);
    all = area_all(&canvas);
}

static int end(void **state) {
    (void)state;
    canvas_free(&canvas);
    return 0;
}

/* Each cell has the width it says, and no half of a wide character stands alone. */
static void assert_whole(void) {
    for (int r = 0; r < canvas.rows; r++)
        for (int c = 0; c < canvas.columns; c++) {
            const struct cell *cell = &canvas.cells[r * canvas.columns + c];
            assert_true(cell->width <= 2);
            if (cell->width == 2)
                assert_true(c + 1 < canvas.columns && cell[1].width == 0 && cell[0].codes[0] != 0);
            if (cell->width == 0)
                assert_true(c > 0 && cell[-1].width == 2 && cell->codes[0] == 0);
        }
}

static void assert_frame(bool looks, const char *expected) {
    struct buffer out = {0};
    canvas_dump(&canvas, looks, &out);
    assert_string_equal(out.bytes == NULL ? "" : out.bytes, expected);
    buffer_free(&out);
    assert_whole();
}

static void text_lands_where_it_is_put(void **state) {
    (void)state;
    begin(2, 12, false);
    assert_int_equal(draw_text(all, 0, 1, LOOK_PLAIN, "Opening"), 7);
    assert_int_equal(draw_text_n(all, 1, 0, LOOK_LATE, "overrun", 4), 4);
    assert_int_equal(draw_format(all, 1, 5, LOOK_GOOD, "%d of %s", 2, "4"), 6);
    assert_frame(true, " Opening\nover 2 of 4\n\nLLLL.GGGGGG\n");
    draw_text(all, 0, 3, LOOK_PLAIN, "e\xcc\x81");
    assert_frame(false, " Ope\xcc\x81ning\nover 2 of 4\n");
}

static void nothing_leaves_the_area(void **state) {
    (void)state;
    begin(3, 8, false);
    struct area part = area_part(all, 1, 2, 1, 4);
    assert_int_equal(draw_text(part, 0, 0, LOOK_PLAIN, "abcdefgh"), 4);
    assert_int_equal(draw_text(part, 0, 9, LOOK_PLAIN, "x"), 0);
    draw_text(part, 1, 0, LOOK_PLAIN, "below");
    draw_text(part, -1, 0, LOOK_PLAIN, "above");
    draw_fill(part, 0, 3, 100, LOOK_FIELD);
    draw_look(part, 0, -5, 6, LOOK_GOOD);
    assert_frame(true, "\n  abc\n\n\n..G..F\n\n");
    assert_int_equal(draw_text(part, 0, -2, LOOK_PLAIN, "xyz"), 3);
    assert_frame(false, "\n  zbc\n\n");
}

static void parts_are_clipped_to_their_area(void **state) {
    (void)state;
    begin(10, 20, false);
    struct area part = area_part(all, 2, 3, 100, 100);
    assert_int_equal(part.rows, 8);
    assert_int_equal(part.columns, 17);
    part = area_part(part, -1, -2, 4, 5);
    assert_int_equal(part.row, 2);
    assert_int_equal(part.column, 3);
    assert_int_equal(part.rows, 3);
    assert_int_equal(part.columns, 3);
    part = area_part(all, 50, 50, 3, 3);
    assert_int_equal(part.rows, 0);
    assert_int_equal(part.columns, 0);
    part = area_part(all, 1, 1, -3, INT32_MAX);
    assert_int_equal(part.rows, 0);
    assert_int_equal(part.columns, 19);
}

static void wide_characters_are_never_halved(void **state) {
    (void)state;
    begin(1, 6, false);
    assert_int_equal(draw_text(all, 0, 0, LOOK_PLAIN, "a漢字漢"), 6);
    assert_frame(false, "a漢字\n");
    draw_text(all, 0, 2, LOOK_PLAIN, "x"); /* onto the right half of the first */
    assert_frame(false, "a x字\n");
    draw_text(all, 0, 3, LOOK_PLAIN, "y"); /* onto the left half of the second */
    assert_frame(false, "a xy\n");
    draw_text(all, 0, 1, LOOK_PLAIN, "漢字");
    draw_text(all, 0, 2, LOOK_PLAIN, "漢"); /* onto a half of each */
    assert_frame(false, "a 漢\n");
    draw_text(all, 0, -1, LOOK_PLAIN, "漢b"); /* its left half is outside */
    assert_frame(false, " b漢\n");
    draw_text(area_part(all, 0, 0, 1, 3), 0, 2, LOOK_PLAIN, "字"); /* the half outside the area goes too */
    assert_frame(false, " b\n");
}

static void a_selected_wide_character_is_selected_whole(void **state) {
    (void)state;
    begin(1, 5, false);
    draw_text(all, 0, 1, LOOK_PLAIN, "漢b");
    draw_look(all, 0, 2, 1, LOOK_SELECTED);
    assert_frame(true, " 漢b\n.SS\n");
    draw_look(all, 0, 1, 1, LOOK_LATE);
    assert_frame(true, " 漢b\n.LL\n");
}

static void marks_share_a_cell_up_to_its_room(void **state) {
    (void)state;
    begin(1, 4, false);
    draw_text(all, 0, 0, LOOK_PLAIN,
              "a\xcc\x81\xcc\x82\xcc\x83\xcc\x84"
              "b");
    assert_frame(false, "a\xcc\x81\xcc\x82\xcc\x83"
                        "b\n");
    draw_text(all, 0, 2, LOOK_PLAIN, "\xcc\x81"); /* alone it does not join the cell to its left */
    assert_frame(false, "a\xcc\x81\xcc\x82\xcc\x83"
                        "b\xef\xbf\xbd\n");
    draw_text(all, 0, 3, LOOK_PLAIN, "e\xcc\x81"); /* at the edge */
    assert_frame(false, "a\xcc\x81\xcc\x82\xcc\x83"
                        "b\xef\xbf\xbd"
                        "e\xcc\x81\n");
    begin(1, 4, false);
    draw_text(all, 0, 0, LOOK_PLAIN,
              "a \xcc\x81"
              "b"); /* a blank carries a mark too */
    assert_frame(false, "a \xcc\x81"
                        "b\n");
}

static void loaded_text_is_no_terminal_code(void **state) {
    (void)state;
    begin(1, 20, false);
    draw_text(all, 0, 0, LOOK_PLAIN, "\x1b[2J\xe2\x80\xae\tx\n\xf0\x9f\x87\xab\xf0\x9f\x87\xb7");
    assert_frame(false, "\xef\xbf\xbd[2J\xef\xbf\xbd x FR\n");
}

static void what_does_not_fit_ends_with_an_ellipsis(void **state) {
    (void)state;
    begin(5, 12, false);
    assert_int_equal(draw_fit(all, 0, 0, 11, LOOK_PLAIN, "The child's"), 11);
    assert_int_equal(draw_fit(all, 1, 0, 10, LOOK_PLAIN, "The child's"), 10);
    assert_int_equal(draw_fit(all, 2, 0, 5, LOOK_PLAIN, "The child's"), 4); /* no blank before it */
    assert_int_equal(draw_fit(all, 3, 0, 4, LOOK_PLAIN, "漢字漢"), 3);
    assert_int_equal(draw_fit(all, 4, 10, 99, LOOK_PLAIN, "abc"), 2);
    assert_frame(false, "The child's\nThe child…\nThe…\n漢…\n          a…\n");
    assert_int_equal(draw_fit(all, 0, 0, 0, LOOK_PLAIN, "abc"), 0);
    assert_int_equal(draw_fit(all, 0, 0, -3, LOOK_PLAIN, "abc"), 0);
    assert_int_equal(draw_fit(all, 0, 0, 1, LOOK_PLAIN, "abc"), 1);
}

static void ascii_terminals_get_ascii(void **state) {
    (void)state;
    begin(6, 12, true);
    draw_fit(all, 0, 0, 10, LOOK_PLAIN, "The child's");
    draw_fit(all, 1, 0, 2, LOOK_PLAIN, "abc");
    draw_text(all, 2, 0, LOOK_PLAIN, "caf\xc3\xa9 e\xcc\x81 漢");
    draw_text(all, 3, 0, LOOK_PLAIN, "\xe2\x80\x98q\xe2\x80\x99 \xe2\x80\x93 \xe2\x86\x92 \xe2\x96\x88");
    draw_line_across(all, 4, 0, 3);
    draw_joint(all, 4, 3, 14);
    draw_line_down(all, 5, 3, 1);
    assert_frame(false, "The chi...\n..\ncafe e ??\n'q' - > #\n---+\n   |\n");
}

static void lines_meet(void **state) {
    (void)state;
    begin(3, 5, false);
    draw_line_across(all, 0, 0, 9);
    draw_line_down(all, 1, 2, 9);
    draw_joint(all, 0, 2, 14);
    draw_joint(all, 2, 2, 11);
    draw_joint(all, 1, 2, 15);
    draw_joint(all, 2, 0, 3);
    draw_joint(all, 2, 4, 12);
    assert_frame(true, "──┬──\n  ┼\n└ ┴ ┐\n-----\n..-\n-.-.-\n");
}

static void text_stands_to_the_right(void **state) {
    (void)state;
    begin(2, 10, false);
    assert_int_equal(draw_right(all, 0, 10, LOOK_PLAIN, "14:53"), 5);
    assert_int_equal(draw_right(all, 1, 6, LOOK_PLAIN, "too long a word"), 6);
    assert_frame(false, "     14:53\ntoo l…\n");
}

static void long_text_is_wrapped_and_counted(void **state) {
    (void)state;
    begin(3, 20, false);
    struct area part = area_part(all, 0, 2, 2, 12);
    assert_int_equal(draw_wrapped(part, 0, 0, 12, LOOK_PLAIN, "Systems close the episode after two misses."), 5);
    assert_frame(false, "  Systems\n  close the\n\n");
    assert_int_equal(draw_wrapped(part, 0, 0, 99, LOOK_PLAIN, "Which systems"), 2);
    assert_int_equal(draw_wrapped(part, 0, 0, 5, LOOK_PLAIN, ""), 1);
    assert_int_equal(draw_wrapped(part, 0, 12, 5, LOOK_PLAIN, "no room"), 0);
}

static void the_cursor_stays_inside(void **state) {
    (void)state;
    begin(4, 10, false);
    assert_int_equal(canvas.cursor_row, -1);
    struct area part = area_part(all, 1, 2, 2, 4);
    draw_cursor(part, 1, 3);
    draw_cursor(part, 2, 0);
    draw_cursor(part, 0, 4);
    draw_cursor(part, -1, 0);
    assert_int_equal(canvas.cursor_row, 2);
    assert_int_equal(canvas.cursor_column, 5);
    canvas_clear(&canvas);
    assert_int_equal(canvas.cursor_column, -1);
}

static void big_digits_are_three_rows(void **state) {
    (void)state;
    begin(3, 24, false);
    assert_int_equal(big_columns("09:35"), 17);
    assert_int_equal(draw_big(all, 0, 0, LOOK_CLOCK, "09:35"), 17);
    assert_frame(false, "█▀█ █▀█ ▄ ▀▀█ █▀▀\n"
                        "█ █ ▀▀█   ▀▀█ ▀▀█\n"
                        "█▄█ ▄▄█ ▀ ▄▄█ ▄▄█\n");
    begin(3, 24, true);
    draw_big(all, 0, 0, LOOK_CLOCK, "+12:47");
    assert_frame(false, "         _         _\n"
                        "_|_   |  _| . |_|   |\n"
                        " |    | |_  .   |   |\n");
    assert_int_equal(big_columns(""), 0);
    assert_int_equal(big_columns("-5 x"), 3 + 1 + 3 + 1 + 1 + 1 + 1);
    draw_big(all, 2, 20, LOOK_CLOCK, "88"); /* clipped, not refused */
    assert_whole();
}

/* Two digits alike would be a wrong time. */
static void no_two_big_digits_look_alike(void **state) {
    (void)state;
    static const char digits[] = "0123456789:+- ";
    for (int ascii = 0; ascii < 2; ascii++) {
        struct buffer seen[sizeof digits] = {{0}};
        for (size_t i = 0; digits[i] != '\0'; i++) {
            begin(3, 3, ascii != 0);
            draw_big(all, 0, 0, LOOK_CLOCK, (const char[]){digits[i], '\0'});
            canvas_dump(&canvas, false, &seen[i]);
            for (size_t j = 0; j < i; j++)
                assert_string_not_equal(seen[i].bytes, seen[j].bytes);
        }
        for (size_t i = 0; digits[i] != '\0'; i++)
            buffer_free(&seen[i]);
    }
}

/* --- larger --- */

static void larger_digits_keep_their_form(void **state) {
    (void)state;
    /* five rows: strokes of two columns and one row, by hand */
    begin(5, 14, false);
    assert_int_equal(scaled_columns("1:", 5), 6 + 2 + 2);
    assert_int_equal(draw_scaled(all, 0, 0, LOOK_CLOCK, "1:", 5), 10);
    assert_frame(false, "  ██\n"
                        "▀▀██    ▀▀\n"
                        "  ██\n"
                        "  ██    ▄▄\n"
                        "██████\n");
    begin(6, 20, true);
    assert_int_equal(draw_scaled(all, 0, 0, LOOK_CLOCK, "4+", 6), 14);
    assert_frame(false, "##  ##\n"
                        "##  ##    ##\n"
                        "######  ######\n"
                        "    ##    ##\n"
                        "    ##\n"
                        "    ##\n");
    /* three rows are the digits as they are written */
    begin(3, 24, false);
    assert_int_equal(draw_scaled(all, 0, 0, LOOK_CLOCK, "09:35", 3), 17);
    assert_frame(false, "█▀█ █▀█ ▄ ▀▀█ █▀▀\n"
                        "█ █ ▀▀█   ▀▀█ ▀▀█\n"
                        "█▄█ ▄▄█ ▀ ▄▄█ ▄▄█\n");
}

/* In every size: two digits alike would be a wrong time, and a letter another word. */
static void no_two_look_alike_in_any_size(void **state) {
    (void)state;
    static const char signs[] = "0123456789:+-ABCDEFGHIJKLMNPQRTUVWXYZ"; /* O is 0 and S is 5 */
    for (int ascii = 0; ascii < 2; ascii++)
        for (int rows = ascii != 0 ? 6 : 3; rows <= 30; rows++) {
            struct buffer seen[sizeof signs] = {{0}};
            for (size_t i = 0; signs[i] != '\0'; i++) {
                begin(rows, 5 * rows, ascii != 0);
                draw_scaled(all, 0, 0, LOOK_CLOCK, (const char[]){signs[i], '\0'}, rows);
                canvas_dump(&canvas, false, &seen[i]);
                for (size_t j = 0; j < i; j++)
                    if (strcmp(seen[i].bytes, seen[j].bytes) == 0)
                        fail_msg("%c and %c are alike in %d rows", signs[i], signs[j], rows);
            }
            for (size_t i = 0; signs[i] != '\0'; i++)
                buffer_free(&seen[i]);
        }
}

static void the_size_is_what_fits(void **state) {
    (void)state;
    for (int ascii = 0; ascii < 2; ascii++)
        for (int rows = 0; rows < 40; rows++)
            for (int columns = 0; columns < 260; columns += 3) {
                int tall = scaled_fitting("+00:00", rows, columns, ascii != 0);
                assert_true(tall <= rows);
                assert_true(tall == 0 || tall == 3 || tall >= (ascii != 0 ? 6 : 3));
                assert_true(tall == 0 || scaled_columns("+00:00", tall) <= columns);
                /* and no less than that */
                if (tall < rows && (tall + 1 == 3 || tall + 1 >= (ascii != 0 ? 6 : 3)))
                    assert_true(scaled_columns("+00:00", tall < 3 ? 3 : tall + 1) > columns || rows < 3);
            }
    assert_int_equal(scaled_fitting("+00:00", 8, 60, false), 7);
    assert_int_equal(scaled_fitting("+00:00", 5, 60, true), 3);
    assert_int_equal(scaled_fitting("+00:00", 2, 60, false), 0);
    assert_int_equal(scaled_fitting("+00:00", 9, 20, false), 0);
    begin(9, 10, false);
    draw_scaled(area_part(all, 1, 1, 5, 5), -2, -3, LOOK_CLOCK, "88", 9); /* clipped, not refused */
    assert_whole();
}

static void a_canvas_changes_its_size(void **state) {
    (void)state;
    begin(2, 3, false);
    draw_text(all, 0, 0, LOOK_LATE, "abc");
    begin(1, 5, false);
    assert_frame(true, "\n\n");
    begin(0, 0, false);
    assert_frame(true, "");
    draw_text(all, 0, 0, LOOK_PLAIN, "x");
    begin(-1, -1, false);
    assert_int_equal(canvas.rows, 0);
    begin(1, 1, false);
    draw_text(all, 0, 0, LOOK_PLAIN, "漢");
    assert_frame(false, "\n");
}

static void looks_can_be_told_apart_in_frames(void **state) {
    (void)state;
    for (int i = 0; i < LOOK_COUNT; i++) {
        assert_true(look_styles[i].letter > ' ');
        assert_non_null(look_styles[i].meaning);
        for (int j = 0; j < i; j++)
            assert_int_not_equal(look_styles[i].letter, look_styles[j].letter);
    }
    static const enum look apart[] = {LOOK_PLAIN, LOOK_SELECTED, LOOK_LATE, LOOK_QUESTION, LOOK_FAULT};
    for (size_t i = 0; i < 5; i++)
        for (size_t j = 0; j < i; j++)
            assert_int_not_equal(look_styles[apart[i]].attributes_mono, look_styles[apart[j]].attributes_mono);
}

/* Anything drawn anywhere leaves whole cells. */
static void random_drawing_leaves_whole_cells(void **state) {
    (void)state;
    static const char *const texts[] = {"漢", "a", "e\xcc\x81", "字b漢", " ", "\xcc\x81", "漢字漢字漢字漢字"};
    srand(5);
    begin(3, 9, false);
    for (int i = 0; i < 20000; i++) {
        struct area area = area_part(all, rand() % 5 - 1, rand() % 11 - 1, rand() % 5, rand() % 11);
        int row = rand() % 5 - 1;
        int column = rand() % 13 - 2;
        const char *text = texts[(size_t)rand() % 7];
        switch (rand() % 4) {
        case 0:
            draw_fill(area, row, column, rand() % 5, LOOK_PLAIN);
            break;
        case 1:
            draw_fit(area, row, column, rand() % 8, LOOK_PLAIN, text);
            break;
        default:
            draw_text(area, row, column, LOOK_PLAIN, text);
        }
        assert_whole();
    }
}

int main(void) {
    if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
        return 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_lands_where_it_is_put),
        cmocka_unit_test(nothing_leaves_the_area),
        cmocka_unit_test(parts_are_clipped_to_their_area),
        cmocka_unit_test(wide_characters_are_never_halved),
        cmocka_unit_test(a_selected_wide_character_is_selected_whole),
        cmocka_unit_test(marks_share_a_cell_up_to_its_room),
        cmocka_unit_test(loaded_text_is_no_terminal_code),
        cmocka_unit_test(what_does_not_fit_ends_with_an_ellipsis),
        cmocka_unit_test(ascii_terminals_get_ascii),
        cmocka_unit_test(lines_meet),
        cmocka_unit_test(text_stands_to_the_right),
        cmocka_unit_test(long_text_is_wrapped_and_counted),
        cmocka_unit_test(the_cursor_stays_inside),
        cmocka_unit_test(big_digits_are_three_rows),
        cmocka_unit_test(no_two_big_digits_look_alike),
        cmocka_unit_test(larger_digits_keep_their_form),
        cmocka_unit_test(no_two_look_alike_in_any_size),
        cmocka_unit_test(the_size_is_what_fits),
        cmocka_unit_test(a_canvas_changes_its_size),
        cmocka_unit_test(looks_can_be_told_apart_in_frames),
        cmocka_unit_test(random_drawing_leaves_whole_cells),
    };
    return cmocka_run_group_tests_name("ui canvas", tests, NULL, end);
}
