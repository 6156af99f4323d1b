/* Diagnostics as a person reads them: place, source line, caret, hint; their order; and how many. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "candour/base/arena.h"
#include "candour/base/buffer.h"
#include "candour/base/diag.h"

struct list {
    struct diags diags;
    struct buffer out;
};

static struct list list;

static int begin(void **state) {
    diags_begin(&list.diags, arena_new());
    list.out = (struct buffer){0};
    *state = &list.diags;
    return 0;
}

static int end(void **state) {
    (void)state;
    arena_free(list.diags.arena);
    buffer_free(&list.out);
    return 0;
}

static void assert_written(const struct diags *diags, const char *expected) {
    diags_write(diags, &list.out);
    assert_string_equal(list.out.bytes, expected);
    buffer_clear(&list.out);
}

static void a_fault_is_shown_at_its_place(void **state) {
    struct diag *diag =
        diag_add(*state, DIAG_ERROR, "agendas/x.yaml", 6, 11, "'%s' is not a number: '%s'", "time", "ten");
    diag->source = "    time: ten";
    diag->hint = "write 10";
    assert_written(*state, "agendas/x.yaml:6:11: error: 'time' is not a number: 'ten'\n"
                           "      time: ten\n"
                           "            ^\n"
                           "hint: write 10\n");
}

static void what_is_not_known_is_left_out(void **state) {
    diag_add(*state, DIAG_ERROR, NULL, 0, 0, "nothing to open");
    diag_add(*state, DIAG_NOTE, "a.yaml", 0, 0, "empty");
    diag_add(*state, DIAG_ERROR, "a.yaml", 3, 0, "torn")->source = "- at: 20";
    diag_add(*state, DIAG_ERROR, "a.yaml", 4, 1, "missing")->source = "";
    assert_written(*state, "error: nothing to open\n"
                           "a.yaml: note: empty\n"
                           "a.yaml:3: error: torn\n"
                           "  - at: 20\n"
                           "a.yaml:4:1: error: missing\n"
                           "  \n"
                           "  ^\n");
}

static void the_caret_counts_columns_as_shown(void **state) {
    diag_add(*state, DIAG_ERROR, "a", 1, 3, "wide")->source = "漢字x";
    diag_add(*state, DIAG_ERROR, "a", 2, 4, "marks")->source = "e\xcc\x81\tx";
    diag_add(*state, DIAG_ERROR, "a", 3, 9, "behind the end")->source = "ab\r\n";
    assert_written(*state, "a:1:3: error: wide\n  漢字x\n      ^\n"
                           "a:2:4: error: marks\n  e\xcc\x81 x\n    ^\n"
                           "a:3:9: error: behind the end\n  ab\n    ^\n");
}

static void a_file_cannot_speak_to_the_terminal(void **state) {
    struct diag *diag = diag_add(*state, DIAG_ERROR, "\x1b]0;x", 1, 2, "unknown key %s", "a\x1b[2J\nerror: b");
    diag->source = "\x1b[1m: x\nsecond line";
    diag->hint = "\xe2\x80\xae"
                 "evil";
    assert_written(*state, "\xef\xbf\xbd]0;x:1:2: error: unknown key a\xef\xbf\xbd[2J error: b\n"
                           "  \xef\xbf\xbd[1m: x\n"
                           "   ^\n"
                           "hint: \xef\xbf\xbd"
                           "evil\n");
}

/* Ten columns a word: column 151 is the first letter of the 16th. */
static void a_long_line_is_shown_round_the_caret(void **state) {
    char source[301];
    for (size_t i = 0; i < 30; i++)
        memcpy(source + i * 10, "word-word ", 11);
    memcpy(source + 150, "HERE", 4);
    diag_add(*state, DIAG_ERROR, "a", 1, 151, "far")->source = source;
    diag_write(list.diags.list, &list.out);
    const char *line = strchr(list.out.bytes, '\n') + 1;
    const char *caret = strchr(line, '\n') + 1;
    assert_memory_equal(line, "  ...word", 9);
    assert_memory_equal(caret - 4, "...\n", 4);
    assert_int_equal(strchr(caret, '^') - caret, strstr(line, "HERE") - line);
    assert_int_equal(caret - line, 2 + 3 + 100 + 3 + 1);
    buffer_clear(&list.out);
    list.diags.list[0].column = 1;
    diag_write(list.diags.list, &list.out);
    line = strchr(list.out.bytes, '\n') + 1;
    assert_memory_equal(line, "  word-word ", 12);
    assert_memory_equal(strchr(line, '\n') + 1, "  ^\n", 5);
}

static void faults_stand_in_file_order(void **state) {
    struct diags *diags = *state;
    diag_add(diags, DIAG_ERROR, "b", 9, 1, "1");
    diag_add(diags, DIAG_NOTE, "a", 2, 2, "2");
    diag_add(diags, DIAG_ERROR, "b", 3, 7, "3");
    diag_add(diags, DIAG_ERROR, "a", 2, 2, "4");
    diag_add(diags, DIAG_ERROR, "b", 3, 7, "5");
    diag_add(diags, DIAG_ERROR, "a", 0, 0, "6");
    diag_add(diags, DIAG_ERROR, NULL, 0, 0, "7");
    diag_add(diags, DIAG_ERROR, "b", 3, 2, "8");
    diags_sort(diags);
    char order[9] = "";
    for (size_t i = 0; i < diags->count; i++)
        order[i] = diags->list[i].what[0];
    assert_string_equal(order, "83516427");
}

static void a_hundred_are_kept_and_the_rest_counted(void **state) {
    struct diags *diags = *state;
    for (int i = 0; i < 90; i++)
        assert_non_null(diag_add(diags, DIAG_ERROR, "a", i + 1, 1, "fault %d", i));
    for (int i = 0; i < 10; i++)
        assert_non_null(diag_add(diags, DIAG_NOTE, "a", i + 1, 1, "note %d", i));
    for (int i = 0; i < 12; i++)
        assert_null(diag_add(diags, DIAG_ERROR, "a", i + 1, 1, "more %d", i));
    assert_int_equal(diags->count, 100);
    assert_int_equal(diags->errors, 102);
    assert_int_equal(diags->dropped, 12);
    assert_string_equal(diags->list[89].what, "fault 89");
    diags_write(diags, &list.out);
    assert_string_equal(list.out.bytes + list.out.length - 12, "and 12 more\n");
}

static void texts_are_the_lists_own(void **state) {
    char file[] = "a.yaml";
    char word[] = "ten";
    struct diag *diag = diag_add(*state, DIAG_ERROR, file, 1, 1, "%s", word);
    file[0] = word[0] = 'X';
    assert_string_equal(diag->file, "a.yaml");
    assert_string_equal(diag->what, "ten");
}

static void nothing_is_written_for_nothing(void **state) {
    diags_sort(*state);
    diags_write(*state, &list.out);
    assert_int_equal(list.out.length, 0);
}

int main(void) {
    if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
        return 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_fault_is_shown_at_its_place, begin, end),
        cmocka_unit_test_setup_teardown(what_is_not_known_is_left_out, begin, end),
        cmocka_unit_test_setup_teardown(the_caret_counts_columns_as_shown, begin, end),
        cmocka_unit_test_setup_teardown(a_file_cannot_speak_to_the_terminal, begin, end),
        cmocka_unit_test_setup_teardown(a_long_line_is_shown_round_the_caret, begin, end),
        cmocka_unit_test_setup_teardown(faults_stand_in_file_order, begin, end),
        cmocka_unit_test_setup_teardown(a_hundred_are_kept_and_the_rest_counted, begin, end),
        cmocka_unit_test_setup_teardown(texts_are_the_lists_own, begin, end),
        cmocka_unit_test_setup_teardown(nothing_is_written_for_nothing, begin, end),
    };
    return cmocka_run_group_tests_name("base diagnostics", tests, NULL, NULL);
}
