/* Names of keys, there and back. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "candour/ui/msg.h"

static void assert_named(key k, const char *name) {
    char out[16];
    assert_string_equal(key_name(k, out), name);
    assert_int_equal(key_of_name(name), k);
}

static void keys_have_the_names_people_read(void **state) {
    (void)state;
    assert_named(' ', "Space");
    assert_named(13, "Enter");
    assert_named(9, "Tab");
    assert_named(27, "Esc");
    assert_named(KEY_BACKTAB, "Shift-Tab");
    assert_named(KEY_RUBOUT, "Backspace");
    assert_named(KEY_DELETE, "Delete");
    assert_named(KEY_UP_ARROW, "Up");
    assert_named(KEY_PAGE_UP, "PgUp");
    assert_named(KEY_PAGE_DOWN, "PgDn");
    assert_named(KEY_HOME_, "Home");
    assert_named(KEY_END_, "End");
    assert_named(KEY_F1, "F1");
    assert_named(KEY_WORD_LEFT, "Ctrl-Left");
    assert_named(0x13, "Ctrl-S");
    assert_named(10, "Ctrl-J");
    assert_named(0x1f, "Ctrl-_");
    assert_named(0, "Ctrl-Space");
    assert_named(']', "]");
    assert_named('A', "A");
    assert_named('a', "a");
    assert_named('?', "?");
    assert_named(0xe9, "\xc3\xa9");
    assert_named(0x6f22, "漢");
}

static void what_cannot_be_shown_is_named_by_number(void **state) {
    (void)state;
    assert_named(0x9b, "U+009B");
    assert_named(0x202e, "U+202E");
    assert_named(0x301, "U+0301");
    assert_named(0xd800, "U+D800");
    assert_named(0x10ffff, "U+10FFFF");
}

static void every_key_comes_back_from_its_name(void **state) {
    (void)state;
    char out[16];
    for (key k = 0; k < 0x3000; k++)
        assert_int_equal(key_of_name(key_name(k, out)), k);
    for (key k = KEY_NONE + 1; k < KEY_LAST; k++) {
        assert_true(strlen(key_name(k, out)) > 1);
        assert_int_equal(key_of_name(out), k);
    }
}

static void other_spellings_are_understood(void **state) {
    (void)state;
    assert_int_equal(key_of_name("escape"), 27);
    assert_int_equal(key_of_name("RETURN"), 13);
    assert_int_equal(key_of_name("ctrl-s"), 0x13);
    assert_int_equal(key_of_name("pagedown"), KEY_PAGE_DOWN);
    assert_int_equal(key_of_name(" "), ' ');
}

static void what_is_no_key_has_no_name(void **state) {
    (void)state;
    char out[16] = "left over";
    assert_string_equal(key_name(KEY_NONE, out), "");
    assert_string_equal(key_name(KEY_LAST, out), "");
    assert_string_equal(key_name(UINT32_MAX, out), "");
    static const char *const wrong[] = {"",   "F13",  "Ctrl-",    "Ctrl-SS", "Ctrl-1",    "ab",
                                        "U+", "U+12", "U+110000", "U+00G0",  "U+1234567", "Alt-x"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(key_of_name(wrong[i]), KEY_NONE);
}

int main(void) {
    if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
        return 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_have_the_names_people_read),    cmocka_unit_test(what_cannot_be_shown_is_named_by_number),
        cmocka_unit_test(every_key_comes_back_from_its_name), cmocka_unit_test(other_spellings_are_understood),
        cmocka_unit_test(what_is_no_key_has_no_name),
    };
    return cmocka_run_group_tests_name("ui keys", tests, NULL, NULL);
}
