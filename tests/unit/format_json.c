/* JSON as RFC 8259 asks, by hand; that other programs read it back is tests/reports. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "candour/format/json.h"

static void string_is(const char *text, const char *expected) {
    struct buffer out = {0};
    struct json json = json_begin(&out);
    json_array(&json, NULL);
    json_text(&json, NULL, text);
    json_end(&json);
    size_t length = strlen(expected);
    assert_int_equal(out.length, length + 7); /* [ newline, two blanks, it, newline ] newline */
    assert_memory_equal(out.bytes + 4, expected, length);
    buffer_free(&out);
}

static void strings_are_escaped(void **state) {
    (void)state;
    string_is("Nobody, the system does.", "\"Nobody, the system does.\"");
    string_is("", "\"\"");
    string_is("a \"b\" \\ c/", "\"a \\\"b\\\" \\\\ c/\"");
    string_is("\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\"");
    string_is("\x01\x1b[2J\x1f\x7f", "\"\\u0001\\u001b[2J\\u001f\\u007f\"");
    string_is("\xc2\x85", "\"\\u0085\"");                                 /* C1 */
    string_is("\xe2\x80\xa8\xe2\x80\xa9", "\"\\u2028\\u2029\"");          /* LS PS */
    string_is("\xe2\x80\xae\xe2\x81\xa6\xe2\x80\x8f\xd8\x9c\xef\xbb\xbf", /* RLO LRI RLM ALM BOM */
              "\"\\u202e\\u2066\\u200f\\u061c\\ufeff\"");
    string_is("\xc3\xa9 e\xcc\x81 \xf0\x9f\x98\x80 \xe4\xb8\xad",
              "\"\xc3\xa9 e\xcc\x81 \xf0\x9f\x98\x80 \xe4\xb8\xad\"");
}

static void what_is_not_utf8_is_marked(void **state) {
    (void)state;
    string_is("a\xff\x62", "\"a\xef\xbf\xbd\x62\"");
    string_is("\xc0\x80", "\"\xef\xbf\xbd\xef\xbf\xbd\"");                 /* overlong NUL */
    string_is("\xed\xa0\x80", "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\""); /* a surrogate */
    string_is("end\xe2\x80", "\"end\xef\xbf\xbd\xef\xbf\xbd\"");
}

static void levels_are_indented(void **state) {
    (void)state;
    struct buffer out = {0};
    struct json json = json_begin(&out);
    json_object(&json, NULL);
    json_text(&json, "a", NULL);
    json_integer(&json, "least", INT64_MIN);
    json_array(&json, "list");
    json_integer(&json, NULL, 1);
    json_object(&json, NULL);
    json_end(&json);
    json_array(&json, NULL);
    json_bool(&json, NULL, true);
    json_null(&json, NULL);
    json_end(&json);
    json_end(&json);
    json_bool(&json, "b\"", false);
    json_end(&json);
    assert_string_equal(out.bytes, "{\n"
                                   "  \"a\": null,\n"
                                   "  \"least\": -9223372036854775808,\n"
                                   "  \"list\": [\n"
                                   "    1,\n"
                                   "    {},\n"
                                   "    [\n"
                                   "      true,\n"
                                   "      null\n"
                                   "    ]\n"
                                   "  ],\n"
                                   "  \"b\\\"\": false\n"
                                   "}\n");
    buffer_free(&out);
}

static void the_deepest_level_closes_as_it_opened(void **state) {
    (void)state;
    struct buffer out = {0};
    struct json json = json_begin(&out);
    for (int i = 0; i < JSON_DEEPEST; i += 2) {
        json_array(&json, i == 0 ? NULL : "k");
        json_object(&json, NULL);
    }
    for (int i = 0; i < JSON_DEEPEST; i++) {
        json_end(&json);
    }
    assert_int_equal(json.depth, 0);
    int open = 0;
    for (size_t i = 0; i < out.length; i++) {
        open += out.bytes[i] == '[' || out.bytes[i] == '{';
        open -= out.bytes[i] == ']' || out.bytes[i] == '}';
        assert_true(open >= 0);
    }
    assert_int_equal(open, 0);
    buffer_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strings_are_escaped),
        cmocka_unit_test(what_is_not_utf8_is_marked),
        cmocka_unit_test(levels_are_indented),
        cmocka_unit_test(the_deepest_level_closes_as_it_opened),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
