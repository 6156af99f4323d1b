/* Guarded words in a meeting file: each place by line and column, whatever it is part of. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "candour/base/arena.h"
#include "candour/format/guard_check.h"

static const char *const words[] = {"Tamsin", "Zo\xc3\xab", "Anna May"};

static int begin(void **state) {
    *state = arena_new();
    return 0;
}

static int end(void **state) {
    arena_free(*state);
    return 0;
}

static struct diags checked(void **state, const char *bytes, size_t length) {
    struct diags diags;
    diags_begin(&diags, *state);
    size_t found = guard_check("x.yaml", bytes, length, words, 3, &diags);
    assert_int_equal(found, diags.errors);
    return diags;
}

static void at(const struct diags *diags, size_t i, int line, int column, const char *what) {
    assert_true(i < diags->count);
    assert_string_equal(diags->list[i].file, "x.yaml");
    assert_int_equal(diags->list[i].line, line);
    assert_int_equal(diags->list[i].column, column);
    assert_string_equal(diags->list[i].what, what);
    assert_string_equal(diags->list[i].hint, "write the child, mother, father, sibling, worker, or a code");
}

static void every_place_by_line_and_column(void **state) {
    /* the dash of the second line is three bytes and one column */
    static const char file[] = "# for Tamsin\n"
                               "title: Review \xe2\x80\x93 tamsin's case\n"
                               "text: |\r\n"
                               "  TAMSIN and Tamsinford\r\n"
                               "x-own: Rose-Tamsin, Tamsin";
    struct diags diags = checked(state, file, strlen(file));
    assert_int_equal(diags.count, 5);
    at(&diags, 0, 1, 7, "'Tamsin' is on the guard list");
    at(&diags, 1, 2, 17, "'Tamsin' is on the guard list");
    at(&diags, 2, 4, 3, "'Tamsin' is on the guard list");
    at(&diags, 3, 5, 13, "'Tamsin' is on the guard list");
    at(&diags, 4, 5, 21, "'Tamsin' is on the guard list");
    assert_string_equal(diags.list[2].source, "  TAMSIN and Tamsinford");
    assert_string_equal(diags.list[4].source, "x-own: Rose-Tamsin, Tamsin");
}

static void over_lines_and_in_escapes(void **state) {
    static const char file[] = "a: |\n"
                               "  seen by Anna\n"
                               "  May in March\n"
                               "b: \"Zo\\u00eb, \\x54amsin, \\U0000005Aoe\"\n"
                               "c: \"Zo\\u00\"\n"
                               "d: Zo\\ud800\n";
    struct diags diags = checked(state, file, strlen(file));
    assert_int_equal(diags.count, 4);
    at(&diags, 0, 2, 11, "'Anna May' is on the guard list");
    at(&diags, 1, 4, 5, "'Zo\xc3\xab' is on the guard list");
    at(&diags, 2, 4, 15, "'Tamsin' is on the guard list");
    at(&diags, 3, 4, 26, "'Zo\xc3\xab' is on the guard list");
}

static void a_nul_hides_nothing(void **state) {
    static const char file[] = "a: x\0Tamsin\0\n";
    struct diags diags = checked(state, file, sizeof file - 1);
    assert_int_equal(diags.count, 1);
    at(&diags, 0, 1, 6, "'Tamsin' is on the guard list");
}

static void in_file_order_among_other_problems(void **state) {
    struct diags diags;
    diags_begin(&diags, *state);
    diag_add(&diags, DIAG_ERROR, "x.yaml", 2, 1, "something else");
    static const char file[] = "Tamsin\nb\nTamsin\n";
    assert_int_equal(guard_check("x.yaml", file, strlen(file), words, 3, &diags), 2);
    assert_int_equal(diags.count, 3);
    assert_int_equal(diags.list[0].line, 1);
    assert_int_equal(diags.list[1].line, 2);
    assert_int_equal(diags.list[2].line, 3);
}

static void nothing_to_find(void **state) {
    struct diags diags = checked(state, "", 0);
    assert_int_equal(diags.count, 0);
    diags = checked(state, "Tam\nsin", 7);
    assert_int_equal(diags.count, 0);
    assert_int_equal(guard_check("x.yaml", "Tamsin", 6, NULL, 0, &diags), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_place_by_line_and_column),
        cmocka_unit_test(over_lines_and_in_escapes),
        cmocka_unit_test(a_nul_hides_nothing),
        cmocka_unit_test(in_file_order_among_other_problems),
        cmocka_unit_test(nothing_to_find),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
