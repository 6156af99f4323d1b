/* Markdown of a document, letter for letter. What other readers make of it is tests/browser. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "candour/base/buffer.h"
#include "candour/format/document.h"
#include "candour/format/markdown.h"

static struct arena *arena;

static int begin(void **state) {
    (void)state;
    arena = arena_new();
    return 0;
}

static int end(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

static void expect(const struct document *document, const char *expected) {
    struct buffer out = {0};
    markdown_write(document, &out);
    assert_string_equal(out.bytes, expected);
    buffer_free(&out);
}

/* One text block, and what is written of it. */
static void expect_text(const char *text, const char *written) {
    struct document *document = document_new(arena, "T", NULL);
    document_text(document, NULL, text);
    expect(document, arena_format(arena, "# T\n\n%s\n", written));
}

static void the_state_stands_under_the_title(void **state) {
    (void)state;
    struct document *document = document_new(arena, "Minutes", "Harrowmere, 22 November");
    document->state = "DRAFT: not confirmed";
    document_notice(document, "Not reached: I9.");
    expect(document, "# Minutes\n\n> **DRAFT: not confirmed**\n\nHarrowmere, 22 November\n\n> **Not reached: I9.**\n");
}

static void blocks_have_their_forms(void **state) {
    (void)state;
    struct document *document = document_new(arena, "M", NULL);
    document_heading(document, 2, "Findings");
    document_heading(document, 3, "F1 First");
    document_text(document, "Position", "accepted");
    document_words(document, "Asked by whom?", "One.\n\nTwo,\nthree.");
    struct block *pairs = document_pairs(document);
    list_add(document, pairs, "Place", "Room 2");
    struct block *list = document_list(document);
    list_add(document, list, NULL, "one\n\nmore");
    list_add(document, list, "L", "two");
    expect(document, "# M\n\n## Findings\n\n### F1 First\n\n**Position:** accepted\n\n**Asked by whom?**\n\n"
                     "> One.\n>\n> Two,\\\n> three.\n\n- **Place:** Room 2\n\n* one\n\n  more\n* **L:** two\n");
}

static void tables_keep_to_their_lines(void **state) {
    (void)state;
    struct document *document = document_new(arena, "M", NULL);
    struct table *table = document_table(document, "Who | what", (const char *[]){"a|b", "n"}, 2, 1U << 1);
    table_add(document, table, (const char *[]){"x\ny\\", "-12"});
    table_add(document, table, (const char *[]){NULL, " "});
    expect(document, "# M\n\n**Who \\| what:**\n\n| a\\|b | n |\n| --- | ---: |\n| x y\\\\ | -12 |\n| | |\n");
}

static void a_chart_is_its_sentence_and_figures(void **state) {
    (void)state;
    struct document *document = document_new(arena, "M", NULL);
    struct chart *chart = document_chart(document, CHART_BARS, "Time", "I1 took 14 minutes.",
                                         (const char *[]){"planned", "used"}, 2, "min");
    chart->row_head = "Item";
    chart_add(document, chart, "I1", (double[]){1234567, 14.25});
    chart_add(document, chart, "I2", (double[]){-3, 0.5});
    document_chart(document, CHART_STACK, "None", "There is nothing.", (const char *[]){"x"}, 1, NULL);
    expect(document, "# M\n\n**Time:** I1 took 14 minutes.\n\n| Item | planned (min) | used (min) |\n"
                     "| --- | ---: | ---: |\n| I1 | 1,234,567 | 14.3 |\n| I2 | -3 | 0.5 |\n\n"
                     "**None:** There is nothing.\n");
}

static void what_means_something_is_escaped(void **state) {
    (void)state;
    expect_text("*a* _b_ `c` [d](e) <f> g|h ~i~ \\", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f\\> g\\|h \\~i\\~ \\\\");
    expect_text("R&D & Co &amp; &#38;", "R\\&D & Co \\&amp; \\&\\#38;");
    expect_text("Stop! ![x]", "Stop! \\!\\[x\\]");
    expect_text("https://a.b www.c.d e@f", "https\\://a.b www\\.c.d e\\@f");
}

static void a_line_begins_no_block(void **state) {
    (void)state;
    expect_text("# a", "\\# a");
    expect_text("- a\n+ b\n--- c", "\\- a\\\n\\+ b\\\n\\--- c");
    expect_text("1. a\n12) b\n3 c. d", "1\\. a\\\n12\\) b\\\n3 c. d");
    expect_text("===\n: d", "\\===\\\n\\: d");
    expect_text("a - b + c: 1.", "a - b + c: 1.");
}

static void blanks_at_the_edges_stay(void **state) {
    (void)state;
    expect_text("    a", "&#32;   a");
    expect_text("a ", "a&#32;");
    expect_text("\ta\n\u00A0b", "&#9;a\\\n&#160;b");
    expect_text("a\n \n\n\nb\n\n", "a\n\nb");
    expect_text("a\r\nb\rc", "a\\\nb\\\nc");
}

static void what_acts_is_marked(void **state) {
    (void)state;
    expect_text("\x1b[1m\x07\x7f", "\uFFFD\\[1m\uFFFD\uFFFD");
    expect_text("a\u202Eb\u2066c\u2028\uFEFF", "a\uFFFDb\uFFFDc\uFFFD\uFFFD");
    expect_text("\xff\xc3(", "\uFFFD\uFFFD(");
    expect_text("\U0001F468\u200D\U0001F469 e\u0301 \u05D0", "\U0001F468\u200D\U0001F469 e\u0301 \u05D0");
}

static void what_is_empty_is_left_out(void **state) {
    (void)state;
    struct document *document = document_new(arena, "M", "");
    document->state = " ";
    document_heading(document, 2, "");
    document_text(document, "Label", "\n");
    document_list(document);
    document_table(document, "c", (const char *[]){"h"}, 1, 0);
    document_words(document, "Whose", " ");
    expect(document, "# M\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_state_stands_under_the_title, begin, end),
        cmocka_unit_test_setup_teardown(blocks_have_their_forms, begin, end),
        cmocka_unit_test_setup_teardown(tables_keep_to_their_lines, begin, end),
        cmocka_unit_test_setup_teardown(a_chart_is_its_sentence_and_figures, begin, end),
        cmocka_unit_test_setup_teardown(what_means_something_is_escaped, begin, end),
        cmocka_unit_test_setup_teardown(a_line_begins_no_block, begin, end),
        cmocka_unit_test_setup_teardown(blanks_at_the_edges_stay, begin, end),
        cmocka_unit_test_setup_teardown(what_acts_is_marked, begin, end),
        cmocka_unit_test_setup_teardown(what_is_empty_is_left_out, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
