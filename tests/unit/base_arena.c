/* Arena and buffer: zeroed, aligned, whole, and never two pieces in one place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "candour/base/arena.h"
#include "candour/base/buffer.h"

static int begin(void **state) {
    *state = arena_new();
    return 0;
}

static int end(void **state) {
    arena_free(*state);
    return 0;
}

static void pieces_are_zero_and_keep_what_is_written(void **state) {
    enum { COUNT = 4000 };
    static unsigned char *pieces[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        size_t size = i * 7 % 301;
        pieces[i] = arena_alloc(*state, size);
        for (size_t j = 0; j < size; j++)
            assert_int_equal(pieces[i][j], 0);
        memset(pieces[i], (int)(i % 255) + 1, size);
        arena_copy(*state, "between", 1 + i % 7);
        assert_string_equal(arena_format(*state, "%s", "12345"), "12345");
    }
    for (size_t i = 0; i < COUNT; i++)
        for (size_t j = 0; j < i * 7 % 301; j++)
            assert_int_equal(pieces[i][j], i % 255 + 1);
}

static void pieces_are_aligned(void **state) {
    struct pair {
        void *pointer;
        int64_t number;
    };
    for (size_t i = 1; i < 3000; i++) {
        arena_copy(*state, "x", i % 2);
        assert_int_equal((uintptr_t)arena_alloc(*state, sizeof(struct pair)) % _Alignof(struct pair), 0);
        assert_int_equal((uintptr_t)arena_alloc(*state, i) % _Alignof(int64_t), 0);
        assert_int_equal((uintptr_t)arena_array(*state, i, sizeof(max_align_t)) % _Alignof(max_align_t), 0);
    }
}

/* A piece that fits but for its alignment goes to the next block (the sanitizer sees what would be written behind). */
static void the_end_of_a_block_is_not_overrun(void **state) {
    (void)state;
    for (size_t odd = 1; odd < 40; odd++) {
        struct arena *arena = arena_new();
        size_t held = arena_held(arena);
        while (arena_held(arena) == held) {
            memset(arena_copy(arena, "", 0), 'x', 1);
            memset(arena_alloc(arena, odd), 'y', odd);
        }
        arena_free(arena);
    }
}

static void a_large_piece_is_one_piece(void **state) {
    enum { LARGE = 5 * 1024 * 1024 };
    char *small = arena_text(*state, "before");
    char *large = arena_alloc(*state, LARGE);
    assert_int_equal(large[0], 0);
    assert_int_equal(large[LARGE - 1], 0);
    memset(large, 'x', LARGE);
    assert_string_equal(small, "before");
    assert_true(arena_held(*state) >= LARGE);
    assert_true(arena_held(*state) < 2 * LARGE);
}

/* Loading a session gives out small pieces by the hundred thousand: what is asked of the system stays close to it. */
static void little_is_wasted(void **state) {
    size_t given = 0;
    for (int i = 0; i < 200000; i++) {
        arena_alloc(*state, 40);
        given += 40;
    }
    assert_true(arena_held(*state) < given + given / 3);
}

static void a_new_arena_is_small(void **state) {
    assert_true(arena_held(*state) <= 16 * 1024);
    arena_free(NULL);
}

/* Pieces of all sizes, each zero when it is given and left full of something else. */
static void fill_and_look(struct arena *arena) {
    for (size_t i = 1; i < 900; i++) {
        size_t size = i * i % 4001 + (i % 300 == 0 ? 300000 : 0);
        unsigned char *piece = arena_alloc(arena, size);
        for (size_t j = 0; j < size; j++)
            assert_int_equal(piece[j], 0);
        memset(piece, 0xaa, size);
        memset(arena_raw(arena, i), 0xbb, i);
        assert_int_equal((uintptr_t)arena_raw(arena, i) % _Alignof(max_align_t), 0);
        assert_string_equal(arena_copy(arena, "words", 3), "wor");
        assert_string_equal(arena_format(arena, "%d", 17), "17");
    }
}

static void an_emptied_arena_gives_zeroes_again(void **state) {
    (void)state;
    struct arena *arena = arena_new_again();
    for (int round = 0; round < 5; round++) {
        struct arena *within = arena_within(arena);
        fill_and_look(arena);
        fill_and_look(within);
        arena_free(within);
        fill_and_look(arena);
        arena_empty(arena);
        assert_true(arena_held(arena) <= 16 * 1024);
    }
    arena_free(arena);
}

/* The same bytes are given again rather than new ones. */
static void an_emptied_arena_uses_its_memory_again(void **state) {
    (void)state;
    struct arena *arena = arena_new_again();
    char *small = arena_alloc(arena, 100);
    char *large = arena_alloc(arena, 20000);
    arena_empty(arena);
    assert_ptr_equal(arena_alloc(arena, 100), small);
    assert_ptr_equal(arena_alloc(arena, 20000), large);
    arena_empty(arena);
    struct arena *within = arena_within(arena);
    assert_ptr_equal(arena_alloc(within, 20000), large);
    arena_free(within);
    assert_ptr_equal(arena_alloc(arena, 20000), large);
    arena_free(arena);
}

static void within_any_other_arena_memory_is_its_own(void **state) {
    struct arena *within = arena_within(*state);
    fill_and_look(within);
    arena_free(within);
    fill_and_look(*state);
    arena_empty(*state);
    fill_and_look(*state);
}

static void texts_are_copied(void **state) {
    assert_null(arena_text(*state, NULL));
    assert_string_equal(arena_text(*state, ""), "");
    char source[] = "whole words";
    char *copy = arena_copy(*state, source, 5);
    source[0] = 'X';
    assert_string_equal(copy, "whole");
    assert_memory_equal(arena_copy(*state, "a\0b", 3), "a\0b", 4);
    assert_string_equal(arena_copy(*state, NULL, 0), "");
}

static void formats_of_any_length(void **state) {
    assert_string_equal(arena_format(*state, "%s is %d", "I1", 7), "I1 is 7");
    for (int width = 254; width <= 258; width++) {
        char *text = arena_format(*state, "%*d", width, 7);
        assert_int_equal(strlen(text), width);
        assert_int_equal(text[width - 1], '7');
    }
    assert_int_equal(strlen(arena_format(*state, "%*s", 100000, "x")), 100000);
    unsigned char *after = arena_alloc(*state, 1000);
    for (int i = 0; i < 1000; i++)
        assert_int_equal(after[i], 0);
}

static void a_buffer_grows_and_ends_with_nul(void **state) {
    (void)state;
    struct buffer buffer = {0};
    buffer_add(&buffer, "", 0);
    assert_string_equal(buffer.bytes, "");
    for (int i = 0; i < 1000; i++) {
        buffer_text(&buffer, "ab");
        buffer_char(&buffer, 'c');
        assert_int_equal(buffer.bytes[buffer.length], '\0');
    }
    assert_int_equal(buffer.length, 3000);
    assert_memory_equal(buffer.bytes + 2995, "bcabc", 6);
    buffer_clear(&buffer);
    assert_int_equal(buffer.length, 0);
    assert_string_equal(buffer.bytes, "");
    buffer_free(&buffer);
    assert_null(buffer.bytes);
    buffer_clear(&buffer);
    buffer_free(&buffer);
}

static void a_buffer_takes_formats_of_any_length(void **state) {
    (void)state;
    struct buffer buffer = {0};
    for (int width = 1; width < 600; width++)
        buffer_format(&buffer, "%*d", width, 7);
    assert_int_equal(buffer.length, 599 * 600 / 2);
    assert_int_equal(strlen(buffer.bytes), buffer.length);
    buffer_add(&buffer, "a\0b", 3);
    assert_memory_equal(buffer.bytes + buffer.length - 3, "a\0b", 4);
    buffer_free(&buffer);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(pieces_are_zero_and_keep_what_is_written, begin, end),
        cmocka_unit_test_setup_teardown(pieces_are_aligned, begin, end),
        cmocka_unit_test(the_end_of_a_block_is_not_overrun),
        cmocka_unit_test_setup_teardown(a_large_piece_is_one_piece, begin, end),
        cmocka_unit_test_setup_teardown(little_is_wasted, begin, end),
        cmocka_unit_test_setup_teardown(a_new_arena_is_small, begin, end),
        cmocka_unit_test(an_emptied_arena_gives_zeroes_again),
        cmocka_unit_test(an_emptied_arena_uses_its_memory_again),
        cmocka_unit_test_setup_teardown(within_any_other_arena_memory_is_its_own, begin, end),
        cmocka_unit_test_setup_teardown(texts_are_copied, begin, end),
        cmocka_unit_test_setup_teardown(formats_of_any_length, begin, end),
        cmocka_unit_test(a_buffer_grows_and_ends_with_nul),
        cmocka_unit_test(a_buffer_takes_formats_of_any_length),
    };
    return cmocka_run_group_tests_name("base arena and buffer", tests, NULL, NULL);
}
