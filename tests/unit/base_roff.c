/* Text in a man page is text, and no line of it is too long. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "candour/base/roff.h"

static void said(const char *text, const char *expected) {
    struct buffer out = {0};
    roff_text(&out, text);
    assert_string_equal(out.length == 0 ? "" : out.bytes, expected);
    buffer_free(&out);
}

static void nothing_is_taken_for_a_request(void **state) {
    (void)state;
    said(".SH is text", "\\&.SH is text\n");
    said("'br too", "\\&'br too\n");
    said("a \\fB b", "a \\efB b\n");
    said("--guard", "\\-\\-guard\n");
    said("", "");
}

static void lines_are_paragraphs(void **state) {
    (void)state;
    said("one\ntwo", "one\n.PP\ntwo\n");
    said("one\n\n.two\n", "one\n.PP\n\\&.two\n");
}

static void long_lines_are_broken_between_words(void **state) {
    (void)state;
    struct buffer text = {0};
    struct buffer out = {0};
    for (int i = 0; i < 60; i++) {
        buffer_text(&text, i % 7 == 0 ? ".dotted " : "word-with-minus ");
    }
    roff_text(&out, text.bytes);
    size_t longest = 0;
    for (const char *line = out.bytes; *line != '\0'; line += strcspn(line, "\n") + 1) {
        size_t length = strcspn(line, "\n");
        longest = length > longest ? length : longest;
        assert_int_not_equal(*line, '.');
        assert_int_not_equal(line[length - 1], ' ');
    }
    assert_in_range(longest, 50, 80);
    buffer_free(&text);
    buffer_free(&out);
}

static void a_word_inside_a_line(void **state) {
    (void)state;
    struct buffer out = {0};
    roff_word(&out, "-o");
    roff_word(&out, ".x");
    assert_string_equal(out.bytes, "\\-o\\&.x");
    buffer_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_taken_for_a_request),
        cmocka_unit_test(lines_are_paragraphs),
        cmocka_unit_test(long_lines_are_broken_between_words),
        cmocka_unit_test(a_word_inside_a_line),
    };
    return cmocka_run_group_tests_name("base_roff", tests, NULL, NULL);
}
