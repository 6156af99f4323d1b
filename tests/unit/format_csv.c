/* CSV: quotes, rows, formulas, and the text that comes back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "candour/base/buffer.h"
#include "candour/format/csv.h"

static void writes(const char *text, unsigned how, const char *expected) {
    struct buffer out = {0};
    struct csv csv = csv_begin(&out, how);
    csv_text(&csv, text);
    assert_string_equal(out.bytes, expected);
    buffer_free(&out);
}

static void rows_end_in_crlf(void **state) {
    (void)state;
    struct buffer out = {0};
    struct csv csv = csv_begin(&out, 0);
    csv_text(&csv, "id");
    csv_text(&csv, NULL);
    csv_day(&csv, day_of(2017, 3, 31));
    csv_row(&csv);
    csv_integer(&csv, -5);
    csv_day(&csv, 0);
    csv_text(&csv, "");
    csv_row(&csv);
    assert_string_equal(out.bytes, "\"id\",\"\",\"2017-03-31\"\r\n\"-5\",\"\",\"\"\r\n");
    buffer_free(&out);
}

static void text_stands_as_it_is(void **state) {
    (void)state;
    writes("say \"no\", twice", 0, "\"say \"\"no\"\", twice\"");
    writes("one\ntwo", 0, "\"one\ntwo\"");
    writes("one\r\ntwo\rthree", 0, "\"one\ntwo\nthree\"");
    writes("a\tb;c", 0, "\"a\tb;c\"");
    writes("Zo\xc3\xab \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x8e\x93 e\xcc\x81", 0,
           "\"Zo\xc3\xab \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x8e\x93 e\xcc\x81\"");
}

/* An escape, a right-to-left override, a line separator and a byte that is no UTF-8. */
static void what_a_terminal_or_reader_acts_on_is_marked(void **state) {
    (void)state;
    writes("a\x1b[31m", 0, "\"a\xef\xbf\xbd[31m\"");
    writes("\xe2\x80\xae"
           "abc",
           0,
           "\"\xef\xbf\xbd"
           "abc\"");
    writes("a\xe2\x80\xa8", 0, "\"a\xef\xbf\xbd\"");
    writes("a\xff", 0, "\"a\xef\xbf\xbd\"");
}

static void no_field_is_a_formula(void **state) {
    (void)state;
    static const char *const formulas[] = {"=1+1",         "+1",   "-1",           "@SUM(A1)",     "\t=1",
                                           "\n=1",         "\r=1", "\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d",
                                           "\xef\xbc\xa0", "=",    "'=1",          "''-1"};
    for (size_t i = 0; i < sizeof formulas / sizeof *formulas; i++) {
        struct buffer out = {0};
        struct csv csv = csv_begin(&out, 0);
        csv_text(&csv, formulas[i]);
        assert_true(strncmp(out.bytes, "\"'", 2) == 0);
        buffer_clear(&out);
        csv = csv_begin(&out, CSV_RAW);
        csv_text(&csv, formulas[i]);
        assert_true(out.bytes[1] == formulas[i][0] || formulas[i][0] == '\r');
        buffer_free(&out);
    }
    writes("''-1", 0, "\"'''-1\"");
    writes("'tis", 0, "\"'tis\"");
    writes("'", 0, "\"'\"");
    writes("2-1", 0, "\"2-1\"");
    writes(" =1", 0, "\" =1\"");
}

static void a_mark_goes_first(void **state) {
    (void)state;
    writes("a", CSV_BOM, "\xef\xbb\xbf\"a\"");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_end_in_crlf),
        cmocka_unit_test(text_stands_as_it_is),
        cmocka_unit_test(what_a_terminal_or_reader_acts_on_is_marked),
        cmocka_unit_test(no_field_is_a_formula),
        cmocka_unit_test(a_mark_goes_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
