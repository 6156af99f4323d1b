/* Stored text: UTF-8, grapheme clusters, words, the form it is kept in, comparing and finding. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

static int begin(void **state) {
    *state = arena_new();
    return 0;
}

static int end(void **state) {
    arena_free(*state);
    return 0;
}

static void every_code_point_survives(void **state) {
    (void)state;
    for (uint32_t code = 0; code <= 0x10ffff; code++) {
        char bytes[4];
        uint32_t back = 0x110000;
        size_t size = utf8_write(code, bytes);
        size_t expected = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
        assert_int_equal(size, expected);
        bool is_surrogate = code >= 0xd800 && code <= 0xdfff;
        assert_int_equal(utf8_read(bytes, size, &back), is_surrogate ? 0 : expected);
        if (!is_surrogate)
            assert_int_equal(back, code);
        if (size > 1)
            assert_int_equal(utf8_read(bytes, size - 1, &back), 0);
    }
}

static void what_is_not_utf8_is_found(void **state) {
    (void)state;
    static const char *const wrong[] = {
        "\x80",
        "\xbf",
        "\xc0\x80",
        "\xc1\xbf",
        "\xc3",
        "\xc3(",
        "\xe0\x80\x80",
        "\xe0\x9f\xbf",
        "\xed\xa0\x80",
        "\xed\xbf\xbf",
        "\xe2\x82",
        "\xe2(\xa1",
        "\xe2\x82(",
        "\xf0\x9f\x98",
        "\xf0\x80\x80\x80",
        "\xf0\x8f\xbf\xbf",
        "\xf4\x90\x80\x80",
        "\xf5\x80\x80\x80",
        "\xfe",
        "\xff",
        "\xf8\x88\x80\x80",
    };
    char text[64];
    for (size_t i = 0; i < COUNT(wrong); i++)
        for (size_t before = 0; before < 20; before++) {
            memset(text, 'a', sizeof text);
            memcpy(text + before, wrong[i], strlen(wrong[i]));
            assert_int_equal(utf8_invalid_at(text, sizeof text), before);
            assert_int_equal(utf8_invalid_at(text, before), before);
        }
}

static void valid_text_has_no_fault(void **state) {
    (void)state;
    const char text[] = "Harrowmere \xc2\x80 \xef\xbf\xbf \xf4\x8f\xbf\xbf 漢字 👩‍💻\0 after a NUL";
    assert_int_equal(utf8_invalid_at(text, sizeof text - 1), sizeof text - 1);
    assert_int_equal(utf8_invalid_at("", 0), 0);
    uint32_t code = 7;
    assert_int_equal(utf8_read("", 0, &code), 0);
}

/* Whatever stands beside them, each of these is one cluster (Unicode UAX 29). */
static const char *const clusters[] = {
    "a",
    " ",
    "\n",
    "\xc3\xa9",                                                                 /* é */
    "e\xcc\x81",                                                                /* e and an acute */
    "o\xcc\x88\xcc\xa3",                                                        /* two marks */
    "漢",                                                                       /* */
    "1\xef\xb8\x8f\xe2\x83\xa3",                                                /* keycap 1 */
    "\xe2\x9d\xa4\xef\xb8\x8f",                                                 /* heart, shown as emoji */
    "\xf0\x9f\x91\x8d\xf0\x9f\x8f\xbd",                                         /* thumb, skin tone */
    "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb",                             /* woman, joiner, computer */
    "\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7", /* family */
    "\xf0\x9f\x87\xab\xf0\x9f\x87\xb7",                                         /* flag of France */
    "\xf0\x9f\x87\xac\xf0\x9f\x87\xa7",                                         /* flag of the United Kingdom */
    "\xe1\x84\x80\xe1\x85\xa1\xe1\x86\xa8",                                     /* Hangul from three jamo */
    "\xe0\xa4\xa8\xe0\xa4\xbf",                                                 /* Devanagari ni */
    "\r\n",
    "\xff", /* no UTF-8 at all */
};

static void clusters_are_walked_both_ways(void **state) {
    (void)state;
    srand(15);
    for (int round = 0; round < 3000; round++) {
        char text[256];
        size_t bounds[12] = {0};
        size_t count = 1 + (size_t)rand() % 11;
        for (size_t i = 0; i < count; i++) {
            const char *one = clusters[(size_t)rand() % COUNT(clusters)];
            memcpy(text + bounds[i], one, strlen(one));
            bounds[i + 1] = bounds[i] + strlen(one);
        }
        size_t length = bounds[count];
        for (size_t i = 0; i < count; i++) {
            assert_int_equal(grapheme_next(text, length, bounds[i]), bounds[i + 1]);
            assert_int_equal(grapheme_previous(text, length, bounds[i + 1]), bounds[i]);
        }
        assert_int_equal(grapheme_next(text, length, length), length);
        assert_int_equal(grapheme_previous(text, length, 0), 0);
    }
}

static void a_long_run_of_flags_pairs_from_its_beginning(void **state) {
    (void)state;
    char text[4 * 7];
    for (size_t i = 0; i < 7; i++)
        memcpy(text + 4 * i, "\xf0\x9f\x87\xac", 4);
    assert_int_equal(grapheme_previous(text, sizeof text, 28), 24);
    assert_int_equal(grapheme_previous(text, sizeof text, 24), 16);
    assert_int_equal(grapheme_next(text, sizeof text, 8), 16);
}

/* The places a cursor stops at when a word is skipped. */
static void assert_words(const char *text, const size_t *stops, size_t count) {
    size_t length = strlen(text);
    size_t at = 0;
    for (size_t i = 0; i < count; i++) {
        at = word_next(text, length, at);
        assert_int_equal(at, stops[i]);
    }
    for (size_t i = count - 1; i > 0; i--) {
        at = word_previous(text, length, at);
        assert_int_equal(at, stops[i - 1]);
    }
    assert_int_equal(word_previous(text, length, at), 0);
    assert_int_equal(word_previous(text, length, 0), 0);
}

static void words_begin_where_a_reader_says(void **state) {
    (void)state;
    assert_words("The child's voice, F1.", (const size_t[]){4, 12, 19, 22}, 4);
    assert_words("a_b -- c", (const size_t[]){7, 8}, 2);
    assert_words("caf\xc3\xa9 e\xcc\x81t\xc3\xa9", (const size_t[]){6, 12}, 2);
    assert_words("mothers\xe2\x80\x99 own\xe2\x80\x99s", (const size_t[]){11, 18}, 2);
    assert_words("\xff x", (const size_t[]){2, 3}, 2);
    assert_int_equal(word_previous("ab  ", 4, 4), 0);
    assert_int_equal(word_next("", 0, 0), 0);
}

static void text_is_kept_composed_and_tidy(void **state) {
    assert_string_equal(text_clean(*state, "e\xcc\x81t\xc3\xa9"), "\xc3\xa9t\xc3\xa9");
    assert_string_equal(text_clean(*state, "\xe1\x84\x80\xe1\x85\xa1\xe1\x86\xa8"), "각");
    assert_string_equal(text_clean(*state, "one\r\ntwo\rthree\n"), "one\ntwo\nthree");
    assert_string_equal(text_clean(*state, "one \t\r\n  two  \r\n\r\n \n"), "one\n  two");
    assert_string_equal(text_clean(*state, "\n\nafter"), "\n\nafter");
    assert_string_equal(text_clean(*state, "\r\r\n\rx"), "\n\n\nx");
    assert_string_equal(text_clean(*state, " \t \n"), "");
    assert_string_equal(text_clean(*state, ""), "");
    assert_string_equal(text_clean(*state, "a\xff"
                                           "b\xc3"),
                        "a\xef\xbf\xbd"
                        "b\xef\xbf\xbd");
    assert_string_equal(text_clean(*state, "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb "),
                        "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb");
    assert_string_equal(text_clean(*state, "caf\xc3\xa9 \r\n"), "caf\xc3\xa9");
}

static void texts_are_compared(void **state) {
    (void)state;
    assert_true(text_equal(NULL, NULL));
    assert_false(text_equal(NULL, ""));
    assert_false(text_equal("", NULL));
    assert_true(text_equal("CSC", "CSC"));
    assert_false(text_equal("CSC", "csc"));
    assert_true(text_equal_nocase("CSC", "csc"));
    assert_false(text_equal_nocase("CSC", "csch"));
    assert_false(text_equal_nocase("CSC", NULL));
    assert_true(text_equal_nocase(NULL, NULL));
    assert_false(text_equal_nocase("[", "{"));
    assert_false(text_equal_nocase("\xc3\x89", "\xc3\xa9"));
    assert_true(text_starts_nocase("Police", "pO"));
    assert_true(text_starts_nocase("Police", ""));
    assert_false(text_starts_nocase("Po", "Pol"));
    assert_true(text_blank(NULL));
    assert_true(text_blank(" \t\r\n"));
    assert_false(text_blank(" . "));
}

static void assert_found(const char *text, const char *needle, ptrdiff_t at) {
    const char *found = text_find(text, needle);
    assert_int_equal(found == NULL ? -1 : found - text, at);
}

static void words_are_found_in_any_case(void **state) {
    (void)state;
    assert_found("Missed appointments", "APPOINT", 7);
    assert_found("\xc3\x9c"
                 "ber \xc3\x89tat",
                 "\xc3\xa9TAT", 6);
    assert_found("\xce\xa3\xce\x91\xce\xa3", "\xcf\x83\xce\xb1\xcf\x82", 0); /* Greek, with a final sigma */
    assert_found("caf\xc3\xa9", "cafe", -1);
    assert_found("aaab", "aab", 1);
    assert_found("text", "", 0);
    assert_found("", "", 0);
    assert_found("", "x", -1);
    assert_found("short", "shorter", -1);
    assert_found("\xff\xc3\xa9", "\xc3\x89", 1);
    assert_found("a\xffz", "\xffZ", 1);
    assert_found("a\xff", "\xfe", -1);
}

/* A long text is gone through by first bytes: what is found is what is found code point by code point. */
static void long_texts_are_sought_like_short_ones(void **state) {
    (void)state;
    static const char text[] = "one\0two Three \xe2\x84\xaa"
                               "elvin \xc3\x89tat \xff\xc3 \xe2\x82\xac three";
    static const struct {
        const char *needle;
        ptrdiff_t at;
        size_t bytes;
    } rows[] = {
        {"TWO", 4, 3},         {"three", 8, 5},           {"kel", 14, 5},  {"k", 14, 3}, {"\xc3\xa9t", 23, 3},
        {"\xff", 29, 1},       {"\xe2\x82\xac T", 32, 5}, {"four", -1, 0}, {"e", 2, 1},  {"three four", -1, 0},
        {"THREE \xe2", -1, 0}, {"t \xff\xc3", 27, 4},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct text_needle needle;
        text_needle_begin(&needle, rows[i].needle);
        const char *found = text_seek(&needle, text, sizeof text - 1);
        assert_int_equal(found == NULL ? -1 : found - text, rows[i].at);
        if (found != NULL)
            assert_int_equal(text_sought(&needle, found, text + sizeof text - 1), rows[i].bytes);
    }
    struct text_needle needle;
    text_needle_begin(&needle, "three");
    assert_null(text_seek(&needle, text, 12)); /* "Thre" */
    assert_ptr_equal(text_seek(&needle, text + 9, sizeof text - 10), text + 36);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_point_survives),
        cmocka_unit_test(what_is_not_utf8_is_found),
        cmocka_unit_test(valid_text_has_no_fault),
        cmocka_unit_test(clusters_are_walked_both_ways),
        cmocka_unit_test(a_long_run_of_flags_pairs_from_its_beginning),
        cmocka_unit_test(words_begin_where_a_reader_says),
        cmocka_unit_test_setup_teardown(text_is_kept_composed_and_tidy, begin, end),
        cmocka_unit_test(texts_are_compared),
        cmocka_unit_test(words_are_found_in_any_case),
        cmocka_unit_test(long_texts_are_sought_like_short_ones),
    };
    return cmocka_run_group_tests_name("base text", tests, NULL, NULL);
}
