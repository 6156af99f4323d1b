/* Guarded words: found as whole words however they are written, and where. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "candour/core/guard.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

static const char *const words[] = {"Tamsin", "Zo\xc3\xab", "Anna May", "O'Hara", "...", ""};

/* FOUND as bytes of TEXT, from the list's WORD; NULL: nothing is. */
struct guarded {
    const char *text, *word, *found;
};

static const struct guarded cases[] = {
    {"Tamsin was not brought", "Tamsin", "Tamsin"},
    {"we saw TAMSIN", "Tamsin", "TAMSIN"},
    {"tamsin's father", "Tamsin", "tamsin"},
    {"Tamsin\xe2\x80\x99s father", "Tamsin", "Tamsin"},
    {"(Tamsin)", "Tamsin", "Tamsin"},
    {"Rose-Tamsin", "Tamsin", "Tamsin"},
    {"child_tamsin.", "Tamsin", "tamsin"},
    {"Tamsinford House", NULL, NULL},
    {"Statamsin", NULL, NULL},
    {"Tamsin2", NULL, NULL},
    /* letters of other scripts are letters */
    {"\xd0\xb6Tamsin", NULL, NULL},
    /* composed, decomposed, without the accent, in capitals */
    {"and Zo\xc3\xab said", "Zo\xc3\xab", "Zo\xc3\xab"},
    {"and Zoe\xcc\x88 said", "Zo\xc3\xab", "Zoe\xcc\x88"},
    {"and Zoe said", "Zo\xc3\xab", "Zoe"},
    {"ZO\xc3\x8b", "Zo\xc3\xab", "ZO\xc3\x8b"},
    /* a soft hyphen or a zero-width space hides nothing */
    {"Tam\xc2\xadsin", "Tamsin", "Tam\xc2\xadsin"},
    {"Tam\xe2\x80\x8bsin", "Tamsin", "Tam\xe2\x80\x8bsin"},
    /* wide letters are the same letters */
    {"\xef\xbc\xb4\xef\xbd\x81\xef\xbd\x8d\xef\xbd\x93\xef\xbd\x89\xef\xbd\x8e", "Tamsin",
     "\xef\xbc\xb4\xef\xbd\x81\xef\xbd\x8d\xef\xbd\x93\xef\xbd\x89\xef\xbd\x8e"},
    {"of Anna  May", "Anna May", "Anna  May"},
    {"of Anna\nmay be", "Anna May", "Anna\nmay"},
    {"AnnaMay", NULL, NULL},
    {"Anna, May", NULL, NULL},
    {"Ms O'Hara", "O'Hara", "O'Hara"},
    {"wait ... and see", NULL, NULL},
    {"", NULL, NULL},
    {NULL, NULL, NULL},
};

static void whole_words_in_any_writing(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t from = 99, to = 99;
        const char *word = guard_find(cases[i].text, words, COUNT(words), &from, &to);
        if (cases[i].word == NULL) {
            assert_null(word);
            continue;
        }
        assert_non_null(word);
        assert_string_equal(word, cases[i].word);
        assert_int_equal(to - from, strlen(cases[i].found));
        assert_memory_equal(cases[i].text + from, cases[i].found, to - from);
    }
}

static void first_place_then_longest_word(void **state) {
    (void)state;
    static const char *const names[] = {"May", "Anna", "Anna May"};
    size_t from, to;
    assert_string_equal(guard_find("In May: Anna May", names, 3, &from, &to), "May");
    assert_int_equal(from, 3);
    assert_int_equal(to, 6);
    assert_string_equal(guard_find("Anna May in May", names, 3, &from, &to), "Anna May");
    assert_int_equal(to, 8);
    assert_string_equal(guard_find("Anna", names, 3, NULL, NULL), "Anna");
}

static void an_empty_list_guards_nothing(void **state) {
    (void)state;
    assert_null(guard_find("Tamsin", NULL, 0, NULL, NULL));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_words_in_any_writing),
        cmocka_unit_test(first_place_then_longest_word),
        cmocka_unit_test(an_empty_list_guards_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
