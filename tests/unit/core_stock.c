/* Stock: what is equal has one address, and nothing is lost as it grows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "candour/core/stock.h"

static int begin(void **state) {
    *state = stock_new();
    return 0;
}

static int end(void **state) {
    stock_free(*state);
    return 0;
}

static void equal_texts_are_one(void **state) {
    char police[] = "Harrowmere Police";
    const char *kept = stock_text(*state, police);
    police[0] = 'x';
    assert_string_equal(kept, "Harrowmere Police");
    assert_ptr_equal(stock_text(*state, "Harrowmere Police"), kept);
    assert_ptr_not_equal(stock_text(*state, "Harrowmere Polic"), kept);
    assert_ptr_equal(stock_text(*state, ""), stock_text(*state, ""));
    assert_null(stock_text(*state, NULL));
}

/* Blocks that begin alike, differ in their last byte, or have a length that is no multiple of eight. */
static void blocks_are_told_apart_to_the_last_byte(void **state) {
    char bytes[64] = "the same beginning of a block";
    const void *kept[64];
    for (size_t length = 1; length < 64; length++)
        kept[length] = stock_block(*state, bytes, length);
    for (size_t length = 1; length < 64; length++) {
        assert_ptr_equal(stock_block(*state, bytes, length), kept[length]);
        assert_memory_equal(kept[length], bytes, length);
        assert_int_equal((uintptr_t)kept[length] % _Alignof(max_align_t), 0);
        bytes[length - 1] ^= 1;
        assert_ptr_not_equal(stock_block(*state, bytes, length), kept[length]);
        bytes[length - 1] ^= 1;
    }
}

static void nothing_is_lost_as_it_grows(void **state) {
    enum { COUNT = 20000 };
    static const char *kept[COUNT];
    char text[16];
    for (int i = 0; i < COUNT; i++) {
        snprintf(text, sizeof text, "HMB-%05d", i);
        kept[i] = stock_text(*state, text);
    }
    for (int i = 0; i < COUNT; i++) {
        snprintf(text, sizeof text, "HMB-%05d", i);
        assert_ptr_equal(stock_text(*state, text), kept[i]);
        assert_string_equal(kept[i], text);
    }
    size_t held = stock_held(*state);
    for (int i = 0; i < COUNT; i++)
        stock_text(*state, kept[i]);
    assert_int_equal(stock_held(*state), held);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(equal_texts_are_one, begin, end),
        cmocka_unit_test_setup_teardown(blocks_are_told_apart_to_the_last_byte, begin, end),
        cmocka_unit_test_setup_teardown(nothing_is_lost_as_it_grows, begin, end),
    };
    return cmocka_run_group_tests_name("core stock", tests, NULL, NULL);
}
