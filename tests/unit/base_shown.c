/* The display form and its columns; wrapping. Widths are what terminals agree on (LC_CTYPE is C.UTF-8). */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include <cmocka.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"

#define MARK "\xef\xbf\xbd" /* U+FFFD */

static int begin(void **state) {
    *state = arena_new();
    return 0;
}

static int end(void **state) {
    arena_free(*state);
    return 0;
}

static void assert_shown(struct arena *arena, const char *text, size_t length, const char *expected, int columns) {
    assert_string_equal(text_shown(arena, text, length), expected);
    assert_int_equal(text_columns(text, length), columns);
}

#define SHOWN(text, expected, columns) assert_shown(*state, text, sizeof(text) - 1, expected, columns)

static void plain_text_stays_as_it_is(void **state) {
    SHOWN("", "", 0);
    SHOWN(" !~ Children's Social Care", " !~ Children's Social Care", 26);
    SHOWN("caf\xc3\xa9", "caf\xc3\xa9", 4);
    SHOWN("e\xcc\x81t", "e\xcc\x81t", 2);
    SHOWN("漢字", "漢字", 4);
    SHOWN("\xe1\x84\x80\xe1\x85\xa1\xe1\x86\xa8", "\xe1\x84\x80\xe1\x85\xa1\xe1\x86\xa8", 2);
    SHOWN("\xe0\xa4\xa8\xe0\xa4\xbf", "\xe0\xa4\xa8\xe0\xa4\xbf", 2);
}

static void nothing_a_terminal_acts_on_gets_through(void **state) {
    SHOWN("\x1b[31mred", MARK "[31mred", 8);
    SHOWN("\x1b]0;title\x07", MARK "]0;title" MARK, 10);
    SHOWN("a\0b", "a" MARK "b", 3);
    SHOWN("a\tb\nc", "a b c", 5);
    SHOWN("\r\b\x7f", MARK MARK MARK, 3);
    SHOWN("\xc2\x9b"
          "31m\xc2\x85",
          MARK "31m" MARK, 5); /* C1: CSI, NEL */
    SHOWN("a\xe2\x80\xae"
          "b\xe2\x81\xa6"
          "c",
          "a" MARK "b" MARK "c", 5);                 /* RLO, LRI */
    SHOWN("\xe2\x80\x8e\xd8\x9c", MARK MARK, 2);     /* LRM, ALM */
    SHOWN("\xe2\x80\xa8\xe2\x80\xa9", MARK MARK, 2); /* LS, PS */
    SHOWN("a\xff\xc3", "a" MARK MARK, 3);
    SHOWN("\xef\xbf\xbe", MARK, 1); /* a non-character */
}

static void what_terminals_disagree_about_is_left_out(void **state) {
    SHOWN("a\xe2\x80\x8b\xc2\xad\xef\xbb\xbf"
          "b",
          "ab", 2); /* ZWSP, SHY, BOM */
    SHOWN("\xe2\x9d\xa4\xef\xb8\x8f", "\xe2\x9d\xa4", 1);
    SHOWN("1\xef\xb8\x8f\xe2\x83\xa3", "1", 1);
    SHOWN("\xf0\x9f\x91\x8d\xf0\x9f\x8f\xbd", "\xf0\x9f\x91\x8d", 2);
    SHOWN("\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb", "\xf0\x9f\x91\xa9\xf0\x9f\x92\xbb", 4);
    SHOWN("\xf0\x9f\x87\xab\xf0\x9f\x87\xb7", "FR", 2);
    SHOWN("\xf3\xa0\x81\xa7x", "x", 1); /* a tag letter */
}

static void a_mark_with_nothing_to_stand_on_is_seen(void **state) {
    SHOWN("\xcc\x81"
          "a",
          MARK "a", 2);
    SHOWN("\xe2\x80\x8b\xcc\x81", MARK, 1);
    SHOWN("a\xcc\x81\xcc\x82\xcc\x83\xcc\x84\xcc\x85", "a\xcc\x81\xcc\x82\xcc\x83\xcc\x84\xcc\x85", 1);
}

/* Any bytes at all: the form is valid UTF-8, holds no control, and has the columns that were promised. */
static void any_bytes_become_harmless(void **state) {
    srand(2);
    for (int round = 0; round < 20000; round++) {
        char text[24];
        size_t length = (size_t)rand() % sizeof text;
        for (size_t i = 0; i < length;) {
            char bytes[4] = {(char)rand()};
            size_t size = rand() % 3 == 0 ? 1 : utf8_write((uint32_t)rand() % 0x110000, bytes);
            for (size_t j = 0; j < size && i < length; j++)
                text[i++] = bytes[j];
        }
        const char *shown = text_shown(*state, text, length);
        size_t size = strlen(shown);
        int columns = 0;
        uint32_t code;
        for (size_t at = 0; at < size;) {
            size_t step = utf8_read(shown + at, size - at, &code);
            assert_int_not_equal(step, 0);
            assert_true(code >= 0x20 && (code < 0x7f || code > 0x9f));
            assert_true(wcwidth((wchar_t)code) >= 0);
            columns += wcwidth((wchar_t)code);
            at += step;
        }
        assert_int_equal(text_columns(text, length), columns);
        if (round % 64 == 0) {
            end(state);
            begin(state);
        }
    }
}

/* Lines joined with `|`. */
static void assert_wrapped(struct arena *arena, const char *text, int width, const char *expected) {
    struct text_lines lines = text_wrap(arena, text, strlen(text), width);
    char joined[512] = "";
    for (size_t i = 0; i < lines.count; i++) {
        if (i > 0)
            strcat(joined, "|");
        strncat(joined, text + lines.lines[i].from, lines.lines[i].to - lines.lines[i].from);
    }
    assert_string_equal(joined, expected);
}

static void lines_break_at_blanks(void **state) {
    assert_wrapped(*state, "", 10, "");
    assert_wrapped(*state, "Systems close the episode", 40, "Systems close the episode");
    assert_wrapped(*state, "Systems close the episode", 25, "Systems close the episode");
    assert_wrapped(*state, "Systems close the episode", 24, "Systems close the|episode");
    assert_wrapped(*state, "Systems close the episode", 13, "Systems close|the episode");
    assert_wrapped(*state, "Systems close the episode", 7, "Systems|close|the|episode");
    assert_wrapped(*state, "one   two", 5, "one|two");
    assert_wrapped(*state, "one\ttwo", 5, "one|two");
    assert_wrapped(*state, "  indented text", 10, "  indented|text");
}

static void newlines_end_lines(void **state) {
    assert_wrapped(*state, "one\ntwo", 10, "one|two");
    assert_wrapped(*state, "one\n\ntwo\n", 10, "one||two|");
    assert_wrapped(*state, "\n", 10, "|");
    assert_wrapped(*state, "four\nfive", 4, "four|five");
    assert_wrapped(*state, "four \nfive", 4, "four|five");
    assert_wrapped(*state, "one\r\ntwo", 10, "one\r|two");
}

static void a_long_word_is_broken_hard(void **state) {
    assert_wrapped(*state, "safeguarding", 5, "safeg|uardi|ng");
    assert_wrapped(*state, "a safeguarding", 5, "a|safeg|uardi|ng");
    assert_wrapped(*state, "abc", 1, "a|b|c");
    assert_wrapped(*state, "a b", 1, "a|b");
    assert_wrapped(*state,
                   "\xc3\xa9"
                   "e\xcc\x81",
                   1, "\xc3\xa9|e\xcc\x81");
    assert_wrapped(*state, "  abcdef", 5, "  abc|def");
    assert_wrapped(*state, "abc", 0, "a|b|c");
    assert_wrapped(*state, "abc", -7, "a|b|c");
}

static void wide_characters_break_anywhere_between_them(void **state) {
    assert_wrapped(*state, "漢字漢字", 4, "漢字|漢字");
    assert_wrapped(*state, "漢字漢字", 5, "漢字|漢字");
    assert_wrapped(*state, "ab漢字", 5, "ab漢|字");
    assert_wrapped(*state, "漢字", 1, "漢|字");
    assert_wrapped(*state, "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb!", 3,
                   "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb|!");
}

static void typed_blanks_are_seen_while_they_fit(void **state) {
    struct text_lines lines = text_wrap(*state, "one  ", 5, 5);
    assert_int_equal(lines.count, 1);
    assert_int_equal(lines.lines[0].to, 5);
    lines = text_wrap(*state, "one    ", 7, 5);
    assert_int_equal(lines.count, 1);
    assert_int_equal(lines.lines[0].to, 5);
    lines = text_wrap(*state, "    word", 8, 4);
    assert_int_equal(lines.count, 2);
    assert_int_equal(lines.lines[0].from, 0);
    assert_int_equal(lines.lines[1].from, 4);
}

/* Whatever the text, nothing but blanks and newlines lies between lines, and no line is too long. */
static void wrapping_loses_nothing(void **state) {
    (void)state;
    static const char *const pieces[] = {"a",    "bc", " ",  "  ",
                                         "\n",   "\t", "漢", "e\xcc\x81",
                                         "\xff", "\r", "-",  "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb"};
    srand(3);
    for (int round = 0; round < 5000; round++) {
        char text[256] = "";
        for (int i = rand() % 20; i > 0; i--)
            strcat(text, pieces[(size_t)rand() % (sizeof pieces / sizeof *pieces)]);
        int width = 1 + rand() % 9;
        size_t length = strlen(text);
        size_t before = 0;
        struct text_line line;
        for (size_t at = 0; text_wrap_next(text, length, width, &at, &line);) {
            assert_true(before <= line.from && line.from <= line.to && line.to <= length);
            for (; before < line.from; before++)
                assert_non_null(strchr(" \t\n", text[before]));
            before = line.to;
            bool one = grapheme_next(text, line.to, line.from) == line.to;
            assert_true(one || text_columns(text + line.from, line.to - line.from) <= width);
        }
        for (; before < length; before++)
            assert_non_null(strchr(" \t", text[before]));
    }
}

int main(void) {
    if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
        return 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(plain_text_stays_as_it_is, begin, end),
        cmocka_unit_test_setup_teardown(nothing_a_terminal_acts_on_gets_through, begin, end),
        cmocka_unit_test_setup_teardown(what_terminals_disagree_about_is_left_out, begin, end),
        cmocka_unit_test_setup_teardown(a_mark_with_nothing_to_stand_on_is_seen, begin, end),
        cmocka_unit_test_setup_teardown(any_bytes_become_harmless, begin, end),
        cmocka_unit_test_setup_teardown(lines_break_at_blanks, begin, end),
        cmocka_unit_test_setup_teardown(newlines_end_lines, begin, end),
        cmocka_unit_test_setup_teardown(a_long_word_is_broken_hard, begin, end),
        cmocka_unit_test_setup_teardown(wide_characters_break_anywhere_between_them, begin, end),
        cmocka_unit_test_setup_teardown(typed_blanks_are_seen_while_they_fit, begin, end),
        cmocka_unit_test_setup_teardown(wrapping_loses_nothing, begin, end),
    };
    return cmocka_run_group_tests_name("base text on screen", tests, NULL, NULL);
}
