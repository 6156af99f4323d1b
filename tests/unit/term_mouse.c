/* Reports of the mouse: both forms, torn, cut short, of other buttons, and what is none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/term/mouse.h"

/* How many reports BYTES make behind the bytes that begin FORM; the last one in OUT. */
static int reports(enum mouse_form form, const char *bytes, struct mouse_report *out) {
    struct mouse mouse;
    int count = 0;
    mouse_begin(&mouse, form);
    for (const char *c = bytes; *c != '\0' && mouse.form != MOUSE_NONE; c++) {
        count += mouse_byte(&mouse, (unsigned char)*c, out) ? 1 : 0;
    }
    return count;
}

static void is_report(enum mouse_form form, const char *bytes, int row, int column, int step) {
    struct mouse_report report;
    assert_int_equal(reports(form, bytes, &report), 1);
    assert_int_equal(report.row, row);
    assert_int_equal(report.column, column);
    assert_int_equal(report.step, step);
}

static void presses_and_steps(void **state) {
    (void)state;
    is_report(MOUSE_NUMBERS, "0;1;1M", 0, 0, 0);
    is_report(MOUSE_NUMBERS, "0;80;24M", 23, 79, 0);
    is_report(MOUSE_NUMBERS, "0;500;200M", 199, 499, 0);
    is_report(MOUSE_NUMBERS, "64;3;4M", 3, 2, -1);
    is_report(MOUSE_NUMBERS, "65;3;4M", 3, 2, 1);
    is_report(MOUSE_NUMBERS, "81;3;4M", 3, 2, 1); /* with Ctrl held */
    is_report(MOUSE_BYTES, " !!", 0, 0, 0);
    is_report(MOUSE_BYTES, " \x8a%", 4, 105, 0); /* 138 - 32 - 1 */
    is_report(MOUSE_BYTES, "`#$", 3, 2, -1);
    is_report(MOUSE_BYTES, "a#$", 3, 2, 1);
}

static void what_is_none(void **state) {
    (void)state;
    static const char *const NONE[] = {
        "0;1;1m",  /* a release */
        "1;1;1M",  /* the middle button */
        "2;1;1M",  /* the right one */
        "4;1;1M",  /* Shift held: the terminal's own selection */
        "32;1;1M", /* a move */
        "66;1;1M", /* a wheel to the side */
        "0;0;1M",  "0;1;0M", "0;1M", "M", "0;1;1", "0;1;1;1M", "0;-1;1M", "x0;1;1M", "0;1;1Z",
    };
    struct mouse_report report;
    for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++) {
        if (reports(MOUSE_NUMBERS, NONE[i], &report) != 0) {
            fail_msg("a report: %s", NONE[i]);
        }
    }
    assert_int_equal(reports(MOUSE_BYTES, "#!!", &report), 0); /* a release */
    assert_int_equal(reports(MOUSE_BYTES, " !", &report), 0);
    assert_int_equal(reports(MOUSE_BYTES, " \x1f!", &report), 0); /* before the first column */
}

/* Figures without end neither overflow nor are believed. */
static void endless_figures(void **state) {
    (void)state;
    char bytes[200];
    struct mouse_report report;
    memset(bytes, '9', sizeof bytes);
    memcpy(bytes, "0;1;", 4);
    memcpy(bytes + sizeof bytes - 2, "M", 2);
    if (reports(MOUSE_NUMBERS, bytes, &report) == 1) {
        assert_true(report.row >= 9999 && report.row <= 99999);
    }
    memset(bytes, '9', sizeof bytes - 1);
    bytes[sizeof bytes - 1] = '\0';
    assert_int_equal(reports(MOUSE_NUMBERS, bytes, &report), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(presses_and_steps),
        cmocka_unit_test(what_is_none),
        cmocka_unit_test(endless_figures),
    };
    return cmocka_run_group_tests_name("term mouse", tests, NULL, NULL);
}
