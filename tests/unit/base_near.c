/* Near misses: what "did you mean" may say, and when it keeps quiet. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "candour/base/text.h"

static void edits_are_counted(void **state) {
    (void)state;
    assert_int_equal(text_distance("", "", 5), 0);
    assert_int_equal(text_distance("title", "title", 0), 0);
    assert_int_equal(text_distance("Title", "tITLE", 5), 0);
    assert_int_equal(text_distance("titel", "title", 5), 1); /* a swap */
    assert_int_equal(text_distance("titl", "title", 5), 1);  /* one left out */
    assert_int_equal(text_distance("tittle", "title", 5), 1);
    assert_int_equal(text_distance("tetle", "title", 5), 1);
    assert_int_equal(text_distance("", "abc", 5), 3);
    assert_int_equal(text_distance("kitten", "sitting", 5), 3);
    assert_int_equal(text_distance("ca", "abc", 5), 3); /* no edit inside a swapped pair */
    assert_int_equal(text_distance("abcdef", "badcfe", 9), 3);
}

static void counting_stops_past_the_limit(void **state) {
    (void)state;
    assert_int_equal(text_distance("abc", "xyz", 1), 2);
    assert_int_equal(text_distance("a", "abcdefgh", 2), 3);
    assert_int_equal(text_distance("kitten", "sitting", 2), 3);
    char a[200];
    char b[200];
    memset(a, 'a', sizeof a);
    memset(b, 'b', sizeof b);
    a[199] = b[199] = '\0';
    assert_int_equal(text_distance(a, b, 4), 5);
    memset(b, 'a', 198);
    assert_int_equal(text_distance(a, b, 4), 1); /* long, but they differ at one place */
}

static void a_slip_is_recognised(void **state) {
    (void)state;
    static const char *const keys[] = {"id", "title", "summary", "reviewer", NULL, "received"};
    static const char *const agencies[] = {"POL", "CSC", "CCG", "EDU"};
    static const char *const types[] = {"extraordinary", "ordinary", "subgroup", "follow-up"};
    assert_string_equal(text_nearest("titel", keys, 6), "title");
    assert_string_equal(text_nearest("recieved", keys, 6), "received");
    assert_string_equal(text_nearest("CSS", agencies, 4), "CSC");
    assert_string_equal(text_nearest("csc", agencies, 4), "CSC");
    assert_string_equal(text_nearest("extrordinary", types, 4), "extraordinary");
    assert_string_equal(text_nearest("followup", types, 4), "follow-up");
}

static void another_word_is_no_slip(void **state) {
    (void)state;
    static const char *const keys[] = {"id", "title", "minutes", "purpose"};
    static const char *const findings[] = {"F1", "F2", "F10"};
    assert_null(text_nearest("venue", keys, 4));
    assert_null(text_nearest("tltel", keys, 4)); /* two edits, but a third of five letters is one */
    assert_null(text_nearest("", keys, 4));
    assert_null(text_nearest("F9", findings, 3));
    assert_null(text_nearest("F", findings, 3));
    assert_string_equal(text_nearest("G10", findings, 3), "F10");
    assert_null(text_nearest("title", keys, 0));
}

static void the_nearest_wins_and_then_the_first(void **state) {
    (void)state;
    static const char *const near[] = {"recorded", "received", "recited"};
    static const char *const even[] = {"ABC", "ABD"};
    assert_string_equal(text_nearest("recieved", near, 3), "received");
    assert_string_equal(text_nearest("ABX", even, 2), "ABC");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edits_are_counted),
        cmocka_unit_test(counting_stops_past_the_limit),
        cmocka_unit_test(a_slip_is_recognised),
        cmocka_unit_test(another_word_is_no_slip),
        cmocka_unit_test(the_nearest_wins_and_then_the_first),
    };
    return cmocka_run_group_tests_name("base near misses", tests, NULL, NULL);
}
