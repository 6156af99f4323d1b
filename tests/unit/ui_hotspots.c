/* What a press of the mouse points at: the topmost that was drawn there, clipped as the drawing is; and which press is
 * a second one.
 */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../src/ui/bar.h"
#include "../../src/ui/pressed.h"
#include "candour/base/buffer.h"

static void the_topmost_is_meant(void **state) {
    (void)state;
    struct canvas canvas = {.pointing = true};
    canvas_begin(&canvas, 10, 20);
    struct area all = area_all(&canvas);
    struct area pane = area_part(all, 2, 5, 4, 10);
    draw_hotspot(pane, 0, 0, 1, 10, HOTSPOT_ROW, -1);
    draw_hotspot(pane, 1, 0, 1, 99, HOTSPOT_ROW, 0); /* clipped to the pane */
    draw_hotspot(pane, 9, 0, 1, 10, HOTSPOT_ROW, 8); /* outside */
    assert_int_equal(canvas.hotspot_count, 2);
    assert_int_equal(canvas_hotspot(&canvas, 2, 5).what, HOTSPOT_ROW);
    assert_int_equal(canvas_hotspot(&canvas, 2, 5).number, -1);
    assert_int_equal(canvas_hotspot(&canvas, 3, 14).what, HOTSPOT_ROW);
    assert_int_equal(canvas_hotspot(&canvas, 3, 15).what, HOTSPOT_NOTHING);
    assert_int_equal(canvas_hotspot(&canvas, 3, 4).what, HOTSPOT_NOTHING);
    assert_int_equal(canvas_hotspot(&canvas, -1, 900).what, HOTSPOT_NOTHING);
    draw_hotspot(all, 0, 0, 10, 20, HOTSPOT_NOTHING, 0);
    draw_hotspot(all, 3, 6, 1, 1, HOTSPOT_ANSWER, 2);
    assert_int_equal(canvas_hotspot(&canvas, 3, 5).what, HOTSPOT_NOTHING);
    assert_int_equal(canvas_hotspot(&canvas, 3, 6).number, 2);
    canvas_clear(&canvas);
    assert_int_equal(canvas_hotspot(&canvas, 3, 6).what, HOTSPOT_NOTHING);
    for (int i = 0; i < 1000; i++) {
        draw_hotspot(all, 0, 0, 1, 1, HOTSPOT_ROW, i);
    }
    assert_int_equal(canvas_hotspot(&canvas, 0, 0).number, 999);
    canvas_free(&canvas);
    canvas_begin(&canvas, 2, 2);
    draw_hotspot(area_all(&canvas), 0, 0, 1, 1, HOTSPOT_ROW, 1); /* nobody wants to know */
    assert_int_equal(canvas.hotspot_count, 0);
    canvas_free(&canvas);
}

/* "a bb ccc" needs eight columns, one before it and one behind. */
static void the_bar_points_at_its_names(void **state) {
    (void)state;
    static const struct bar BARS[] = {{{"a", "bb", "ccc"}}, {{"1", "[b]", "3"}}, {{NULL, "[b]", NULL}}};
    static const struct {
        int end;
        const char *shown;
        int column, number;
    } CASES[] = {
        {10, " a bb ccc\n", 6, 2},
        {9, " 1 [b] 3\n", 7, 2},
        {8, " [b]\n", 3, 1},
        {3, " [\xe2\x80\xa6\n", 1, 1},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct canvas canvas = {.pointing = true};
        struct buffer text = {0};
        canvas_begin(&canvas, 1, 12);
        bar_draw(area_all(&canvas), 0, CASES[i].end, BARS, 3, 3);
        canvas_dump(&canvas, false, &text);
        assert_string_equal(text.bytes, CASES[i].shown);
        struct hotspot spot = canvas_hotspot(&canvas, 0, CASES[i].column);
        assert_int_equal(spot.what, HOTSPOT_SCREEN);
        assert_int_equal(spot.number, CASES[i].number);
        assert_int_equal(canvas_hotspot(&canvas, 0, 0).what, HOTSPOT_NOTHING);
        buffer_free(&text);
        canvas_free(&canvas);
    }
}

static void the_second_press(void **state) {
    (void)state;
    struct hotspot line = {.what = HOTSPOT_ROW, .number = 3};
    struct hotspot selected = {.what = HOTSPOT_ROW, .number = 0};
    struct hotspot record = {.what = HOTSPOT_RECORD, .number = 3};
    struct pressed nothing = {0};
    struct pressed before = {.spot = line, .row = 7, .at = 1000};
    assert_false(pressed_twice(&nothing, line, 7, 1000));
    /* quick, in the same row: the line that was selected, though the list moved and another is there now */
    assert_true(pressed_twice(&before, line, 7, 1500));
    assert_false(pressed_twice(&before, line, 7, 1501));
    assert_false(pressed_twice(&before, line, 8, 1400));
    /* slow, or elsewhere: on what is selected by now */
    assert_true(pressed_twice(&before, selected, 2, 90000));
    assert_false(pressed_twice(&before, record, 7, 1100));
    struct pressed on_record = {.spot = record, .row = 7, .at = 1000};
    struct hotspot other = {.what = HOTSPOT_RECORD, .number = 4};
    assert_true(pressed_twice(&on_record, record, 6, 90000));
    assert_false(pressed_twice(&on_record, other, 8, 90000));
}

int main(void) {
    setlocale(LC_CTYPE, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_topmost_is_meant),
        cmocka_unit_test(the_bar_points_at_its_names),
        cmocka_unit_test(the_second_press),
    };
    return cmocka_run_group_tests_name("ui hotspots", tests, NULL, NULL);
}
