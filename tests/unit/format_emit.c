/* Scalars: which form they are written in, by hand from the writing rules, and that what is written reads back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>
#include <yaml.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/format/emit.h"
#include "candour/format/save.h"
#include "support/random_meeting.h"

static void writes(const char *text, bool block, const char *expected) {
    struct buffer out = {0};
    save_scalar(text, block, 2, &out);
    assert_string_equal(out.bytes, expected);
    buffer_free(&out);
}

static void plain_where_no_reader_is_misled(void **state) {
    (void)state;
    writes("Clinical Commissioning Group", false, "Clinical Commissioning Group");
    writes("Children's Social Care", false, "Children's Social Care");
    writes("Community Health Trust (health visiting)", false, "Community Health Trust (health visiting)");
    writes("I1", false, "I1");
    writes("not-accepted", false, "not-accepted");
    writes("Who decides?", false, "Who decides?");
    writes("caf\xC3\xA9", false, "caf\xC3\xA9");
    writes("\xC3\x89tude", false, "\xC3\x89tude");
    writes("\xF0\x9F\x98\x80 smile", false, "\xF0\x9F\x98\x80 smile");
    writes("nobody", false, "nobody");
    writes("year", false, "year");
    writes("Nan's house", false, "Nan's house");
}

static void quoted_where_one_might_be(void **state) {
    (void)state;
    static const char *const words[] = {"y",    "N",     "yes",        "No",      "NO",        "on",         "Off",
                                        "true", "FALSE", "null",       "Null",    "NaN",       "nan",        "inf",
                                        "012",  "0x1",   "1e3",        "1.5",     "-",         "~",          "",
                                        "=",    "<<",    "2016-11-22", "13:30",   "190:20:30", "3 findings", "- a",
                                        "? a",  ": a",   "a: b",       "a #b",    "a:",        "#a",         "&a",
                                        "*a",   "!a",    "|",          ">",       "%a",        "@a",         "`a",
                                        "'a",   "[a",    "{a",         ",a",      "a ",        " a",         "a  b",
                                        ".nan", "---",   "...",        "infinity"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct buffer out = {0};
        struct buffer expected = {0};
        buffer_format(&expected, "\"%s\"", words[i]);
        save_scalar(words[i], true, 0, &out);
        assert_string_equal(out.bytes, expected.bytes);
        buffer_free(&out);
        buffer_free(&expected);
    }
    writes("say \"so\"", false, "\"say \\\"so\\\"\"");
    writes("a\\b", false, "\"a\\\\b\"");
    writes("a\tb", false, "\"a\\tb\"");
    writes("a\nb", false, "\"a\\nb\"");
    writes("a\x1B[31m", false, "\"a\\x1B[31m\"");
    writes("a\xC2\x85z", false, "\"a\\x85z\"");
    writes("a\xE2\x80\xA8z", false, "\"a\\u2028z\"");
    writes("a\xE2\x80\xAEz", false, "\"a\\u202Ez\"");
    writes("a\xEF\xBB\xBFz", false, "\"a\\uFEFFz\"");
    writes("a\xF0\x9F\xBF\xBFz", false, "\"a\\U0001FFFFz\"");
    writes("a\xC2\xA0z", false, "\"a\xC2\xA0z\"");
}

static const char long_line[] = "Adult supervision records never mention children; what would change that?";

static void long_text_is_a_block(void **state) {
    (void)state;
    assert_true(strlen(long_line) > 60);
    writes(long_line, false, long_line);
    writes(long_line, true, "|-\n    Adult supervision records never mention children; what would change that?");
    writes("a\nb", true, "|-\n    a\n    b");
    writes("a\nb\n", true, "|\n    a\n    b");
    writes("a\n", true, "|\n    a");
    writes("a\n\n", true, "|+\n    a\n");
    writes("a\n\n\nb", true, "|-\n    a\n\n\n    b");
    writes("a\n  b", true, "|-\n    a\n      b");
    writes("a\n# b", true, "|-\n    a\n    # b");
    writes("a: b\n- c", true, "|-\n    a: b\n    - c");
    /* sixty bytes are still one line, sixty-one a block */
    writes("aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaaa", true,
           "aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaaa");
    writes("aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaaaa", true,
           "|-\n    aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaa aaaaaaaaaaa");
}

static void what_a_block_cannot_carry_is_quoted(void **state) {
    (void)state;
    writes(" a\nb", true, "\" a\\nb\"");
    writes("\na", true, "\"\\na\"");
    writes("\n", true, "\"\\n\"");
    writes("a \nb", true, "\"a \\nb\"");
    writes("a\tb\nc", true, "\"a\\tb\\nc\"");
    writes("a\rb\nc", true, "\"a\\x0Db\\nc\"");
    writes("a\n \nb", true, "\"a\\n \\nb\"");
    writes("a\nb\xE2\x80\xA9", true, "\"a\\nb\\u2029\"");
}

/* TEXT as a value among others, read back by libyaml. */
static void comes_back(const char *text, bool block) {
    struct buffer out = {0};
    buffer_text(&out, "- k: ");
    emit_scalar(text, block, 2, &out);
    buffer_text(&out, "\n  z: end\n#\n- z: end\n");
    yaml_parser_t parser;
    yaml_event_t event;
    yaml_event_type_t type = YAML_NO_EVENT;
    int scalars = 0;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, (const unsigned char *)out.bytes, out.length);
    while (type != YAML_STREAM_END_EVENT) {
        if (!yaml_parser_parse(&parser, &event))
            fail_msg("cannot be read: %s", out.bytes);
        type = event.type;
        if (type == YAML_SCALAR_EVENT && ++scalars == 2 && strcmp((const char *)event.data.scalar.value, text) != 0)
            fail_msg("read back as '%s': %s", (const char *)event.data.scalar.value, out.bytes);
        yaml_event_delete(&event);
    }
    assert_int_equal(scalars, 6);
    yaml_parser_delete(&parser);
    buffer_free(&out);
}

/* Strings made of what makes trouble, and valid UTF-8 of every length. */
static void awkward_text(struct chance *chance, struct buffer *out) {
    static const char *const pieces[] = {" ",  "\n", "\t", "a",  "b c", ": ", "#", " #",  "- ",  "'",    "\"", "\\",
                                         "{",  "]",  ",",  "&",  "*",   "!",  "|", ">",   "%",   "@",    "`",  "?",
                                         "no", "~",  "0",  "1:", "\r",  "x",  ".", "...", "---", "\n\n", "  ", "="};
    buffer_clear(out);
    buffer_add(out, "", 0);
    for (uint32_t i = chance_below(chance, 14); i > 0; i--) {
        if (chance_percent(chance, 70)) {
            buffer_text(out, pieces[chance_below(chance, sizeof pieces / sizeof *pieces)]);
            continue;
        }
        static const uint32_t most[] = {0x80, 0x100, 0x3000, 0x10000, 0x110000};
        uint32_t code = 1 + chance_below(chance, most[chance_below(chance, 5)] - 1);
        char bytes[4];
        if (code < 0xD800 || code > 0xDFFF)
            buffer_add(out, bytes, utf8_write(code, bytes));
    }
}

static void whatever_is_written_reads_back(void **state) {
    (void)state;
    struct chance chance = chance_of(15);
    struct buffer text = {0};
    for (int i = 0; i < 30000; i++) {
        awkward_text(&chance, &text);
        comes_back(text.bytes, false);
        comes_back(text.bytes, true);
    }
    buffer_free(&text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_where_no_reader_is_misled),
        cmocka_unit_test(quoted_where_one_might_be),
        cmocka_unit_test(long_text_is_a_block),
        cmocka_unit_test(what_a_block_cannot_carry_is_quoted),
        cmocka_unit_test(whatever_is_written_reads_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
