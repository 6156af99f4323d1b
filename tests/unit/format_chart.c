/* Figures in words, and people's text on its way out. */
#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "candour/format/chart.h"
#include "candour/format/outgoing.h"

static void figures_read_the_same_everywhere(void **state) {
    (void)state;
    static const struct {
        double value;
        const char *text;
    } rows[] = {{0, "0"},
                {14, "14"},
                {12.5, "12.5"},
                {0.04, "0"},
                {-0.04, "0"},
                {-3, "-3"},
                {999, "999"},
                {1000, "1,000"},
                {-1234567.8, "-1,234,567.8"},
                {9.96, "10"},
                {999999999999999, "999,999,999,999,999"},
                {1.25e15, "1.25e+15"},
                {-1e300, "-1.00e+300"},
                {INFINITY, "\u2013"},
                {NAN, "\u2013"}};
    struct arena *arena = arena_new();
    static const char *const locales[] = {"C", "de_DE.UTF-8"};
    for (size_t l = 0; l < sizeof locales / sizeof *locales; l++) {
        setlocale(LC_NUMERIC, locales[l]); /* where it is there */
        for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
            assert_string_equal(chart_figure(arena, rows[i].value), rows[i].text);
    }
    setlocale(LC_NUMERIC, "C");
    arena_free(arena);
}

static void a_picture_shows_nothing_below_zero(void **state) {
    (void)state;
    assert_true(chart_drawn(2.5) == 2.5);
    assert_true(chart_drawn(-1) == 0);
    assert_true(chart_drawn(INFINITY) == 0);
    assert_true(chart_drawn(NAN) == 0);
}

static void expect_paragraphs(const char *text, const char *const *expected) {
    struct span rest = span_of(text);
    struct span paragraph;
    while (paragraph_next(&rest, &paragraph)) {
        assert_non_null(*expected);
        assert_int_equal(paragraph.length, strlen(*expected));
        assert_memory_equal(paragraph.text, *expected, paragraph.length);
        expected++;
    }
    assert_null(*expected);
}

static void an_empty_line_begins_a_paragraph(void **state) {
    (void)state;
    expect_paragraphs(NULL, (const char *[]){NULL});
    expect_paragraphs("\n \t\n", (const char *[]){NULL});
    expect_paragraphs("a", (const char *[]){"a", NULL});
    expect_paragraphs("\n\na\nb\n \t\n\nc\n", (const char *[]){"a\nb", "c", NULL});
    expect_paragraphs("a\r\n\r\nb\r\rc", (const char *[]){"a", "b", "c", NULL});
}

static void expect_codes(const char *text, const char *expected) {
    struct outgoing outgoing = {.span = span_of(text)};
    struct outgoing wanted = {.span = span_of(expected)};
    uint32_t code;
    uint32_t other;
    while (outgoing_next(&wanted, &other)) {
        assert_true(outgoing_next(&outgoing, &code));
        assert_int_equal(code, other);
    }
    assert_false(outgoing_next(&outgoing, &code));
}

static void what_acts_becomes_a_mark(void **state) {
    (void)state;
    expect_codes("a\tb\r\nc\rd\n", "a\tb\nc\nd\n");
    expect_codes("\x01\x1b\x7f\xc2\x85\xc2\x9b", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
    expect_codes("\u061C\u200E\u202A\u202E\u2066\u2069\u2028\u2029\uFEFF\uFFF9",
                 "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"
                 "\uFFFD\uFFFD\uFFFD");
    expect_codes("\xc0\xaf\xff", "\uFFFD\uFFFD\uFFFD");
    expect_codes("\u200B\u200D\uFE0F\u0301\u00AD", "\u200B\u200D\uFE0F\u0301\u00AD");
    expect_codes("\U0001F3F4\U000E0067\U000E007F x\U000E0067", "\U0001F3F4\U000E0067\U000E007F x\uFFFD");
}

static void columns_are_those_of_wide_characters(void **state) {
    (void)state;
    assert_int_equal(span_columns(span_of("abc")), 3);
    assert_int_equal(span_columns(span_of("\u4F53\u5236")), 4);
    assert_int_equal(span_columns(span_of("e\u0301")), 1);
    assert_int_equal(span_columns(span_of("")), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_read_the_same_everywhere),     cmocka_unit_test(a_picture_shows_nothing_below_zero),
        cmocka_unit_test(an_empty_line_begins_a_paragraph),     cmocka_unit_test(what_acts_becomes_a_mark),
        cmocka_unit_test(columns_are_those_of_wide_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
