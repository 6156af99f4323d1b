/* A report before it has a form: what is added comes in order, and what is empty is left out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "candour/format/document.h"

static void blocks_stand_in_the_order_they_came(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    struct document *document = document_new(arena, "Minutes", "Board, 22 November");
    document_heading(document, 2, "Present");
    document_text(document, NULL, NULL);
    document_words(document, "Police", "Who decides?");
    assert_int_equal(document->count, 2);
    assert_int_equal(document->blocks[0].level, 2);
    assert_string_equal(document->blocks[1].label, "Police");
    arena_free(arena);
}

static void lists_tables_and_charts_grow(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    struct document *document = document_new(arena, "Minutes", NULL);
    struct block *list = document_list(document);
    for (int i = 0; i < 50; i++) {
        list_add(document, list, NULL, "one");
    }
    list_add(document, list, "label", NULL);
    assert_int_equal(list->count, 50);
    struct table *table = document_table(document, "Time", (const char *[]){"Item", "Used"}, 2, 1U << 1);
    for (int i = 0; i < 50; i++) {
        table_add(document, table, (const char *[]){"I1", "14"});
    }
    assert_int_equal(table->count, 50);
    assert_false(table->figures[0]);
    assert_true(table->figures[1]);
    assert_string_equal(table->rows[49].cells[1], "14");
    struct chart *chart = document_chart(document, CHART_BARS, "Time", "I1 took 14 of 10 minutes",
                                         (const char *[]){"planned", "used"}, 2, "min");
    chart_add(document, chart, "I1", (double[]){10, 14});
    assert_int_equal(chart->count, 1);
    assert_int_equal((int)chart->rows[0].values[1], 14);
    arena_free(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_stand_in_the_order_they_came),
        cmocka_unit_test(lists_tables_and_charts_grow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
