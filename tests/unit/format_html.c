/* HTML of a document. What browsers and other readers make of it is tests/browser. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "candour/base/buffer.h"
#include "candour/base/text.h"
#include "candour/format/html.h"
#include "support/sample_document.h"

static struct arena *arena;
static struct buffer out;

static int begin(void **state) {
    (void)state;
    arena = arena_new();
    return 0;
}

static int end(void **state) {
    (void)state;
    arena_free(arena);
    buffer_free(&out);
    return 0;
}

static const char *written(const struct document *document) {
    buffer_clear(&out);
    html_write(document, &out);
    return out.bytes;
}

static void expect(const char *page, const char *part) {
    if (strstr(page, part) == NULL)
        fail_msg("not in the page: %s", part);
}

static size_t count(const char *page, const char *part) {
    size_t found = 0;
    for (const char *at = strstr(page, part); at != NULL; at = strstr(at + 1, part))
        found++;
    return found;
}

/* --- well formed --- */

struct tags {
    char open[64][16];
    size_t depth;
};

static bool is_void(const char *name) {
    return strcmp(name, "meta") == 0 || strcmp(name, "br") == 0;
}

/* After the name: ` name="value"` any number of times, then `>` or `/>`. */
static const char *pass_attributes(const char *at, bool *closed) {
    while (*at == ' ') {
        size_t name = strspn(at + 1, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-0123456789");
        assert_true(name > 0);
        at += 1 + name;
        assert_int_equal(at[0], '=');
        assert_int_equal(at[1], '"');
        at = strchr(at + 2, '"') + 1;
    }
    *closed = at[0] == '/';
    at += *closed;
    assert_int_equal(*at, '>');
    return at + 1;
}

static const char *pass_tag(struct tags *tags, const char *at) {
    bool ends = at[1] == '/';
    bool closed = false;
    const char *name = at + 1 + ends;
    size_t length = strspn(name, "abcdefghijklmnopqrstuvwxyz123456");
    assert_in_range(length, 1, 15);
    if (ends) {
        assert_true(tags->depth > 0);
        tags->depth--;
        assert_int_equal(strlen(tags->open[tags->depth]), length);
        assert_memory_equal(tags->open[tags->depth], name, length);
        assert_int_equal(name[length], '>');
        return name + length + 1;
    }
    assert_true(tags->depth < 64);
    char *open = tags->open[tags->depth];
    memcpy(open, name, length);
    open[length] = '\0';
    const char *after = pass_attributes(name + length, &closed);
    tags->depth += !closed && !is_void(open);
    return after;
}

static void expect_well_formed(const char *page) {
    struct tags tags = {.depth = 0};
    const char *at = page + strlen("<!DOCTYPE html>");
    while (*at != '\0') {
        if (*at == '<')
            at = pass_tag(&tags, at);
        else if (*at == '&')
            assert_true(at[strspn(at, "&#39ampltgquo")] == ';'), at++;
        else
            assert_int_not_equal(*at, '>'), at++;
        if (tags.depth > 0 && strcmp(tags.open[tags.depth - 1], "style") == 0)
            at = strstr(at, "</style>");
    }
    assert_int_equal(tags.depth, 0);
}

static void every_page_is_well_formed(void **state) {
    (void)state;
    expect_well_formed(written(sample_document(arena)));
    expect_well_formed(written(chart_document(arena)));
    expect_well_formed(written(document_new(arena, "", NULL)));
    for (size_t i = 0; naughty_texts[i] != NULL; i++)
        expect_well_formed(written(text_everywhere(arena, naughty_texts[i])));
}

/* --- what a page is --- */

static void a_page_stands_alone(void **state) {
    (void)state;
    const char *page = written(sample_document(arena));
    assert_ptr_equal(strstr(page, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"), page);
    expect(page, "content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\"");
    assert_int_equal(count(page, "<script"), 0);
    assert_int_equal(count(page, "://"), 0);
    assert_int_equal(count(page, "url("), count(page, "url(#"));
    assert_int_equal(count(page, "href="), count(page, "href=\"#"));
}

static void the_state_is_on_screen_and_on_each_sheet(void **state) {
    (void)state;
    struct document *document = document_new(arena, "Minutes", "Harrowmere");
    assert_int_equal(count(written(document), "@top-left"), 0);
    document->state = "D<1";
    const char *page = written(document);
    expect(page, "<title>Minutes \u2013 Harrowmere \u2013 D&lt;1</title>");
    expect(page, "</h1>\n<div class=\"state\">\n<p dir=\"auto\">D&lt;1</p>\n</div>\n<div class=\"subtitle\">");
    expect(page, "@top-left{font:bold 9pt sans-serif;content:\"\\44 \\3C \\31 \"}");
}

static void text_is_only_text(void **state) {
    (void)state;
    struct document *document = document_new(arena, "M", NULL);
    document_text(document, "a&b", "<b>\"'</b>\nline\n\nparagraph");
    document_words(document, "Whose?", "words");
    struct table *table = document_table(document, "\"><x", (const char *[]){"a", "b", "c", "d"}, 4, 0);
    table_add(document, table, (const char *[]){"1", "2", "3", "4"});
    const char *page = written(document);
    expect(page, "<p><strong class=\"label\" dir=\"auto\">a&amp;b:</strong> <span dir=\"auto\">"
                 "&lt;b&gt;&quot;&#39;&lt;/b&gt;<br>line</span></p>\n<p dir=\"auto\">paragraph</p>\n");
    expect(page, "<p class=\"whose\" dir=\"auto\">Whose?</p>\n<blockquote>\n<p dir=\"auto\">words</p>\n</blockquote>");
    expect(page, "aria-label=\"Table 1: &quot;&gt;&lt;x\">");
}

static void nothing_that_acts_leaves(void **state) {
    (void)state;
    for (size_t i = 0; naughty_texts[i] != NULL; i++) {
        const char *page = written(text_everywhere(arena, naughty_texts[i]));
        uint32_t code;
        size_t size;
        for (size_t at = 0; at < out.length; at += size) {
            size = utf8_read(page + at, out.length - at, &code);
            assert_true(size > 0);
            assert_true(code >= 0x20 || code == '\n' || code == '\t');
            assert_false(code >= 0x7f && code < 0xa0);
            assert_false(code >= 0x202a && code <= 0x202e);
            assert_false(code >= 0x2066 && code <= 0x2069);
            assert_false(code == 0x61c || code == 0x200e || code == 0x200f || code == 0x2028 || code == 0xfeff);
        }
    }
}

/* --- blocks --- */

static void headings_go_down_one_by_one(void **state) {
    (void)state;
    struct document *document = document_new(arena, "M", NULL);
    document_heading(document, 4, "deep");
    document_heading(document, 4, "deeper");
    document_heading(document, 2, "up");
    const char *page = written(document);
    expect(page, "<h2 id=\"s1\" dir=\"auto\">deep</h2>\n<h3 id=\"s2\" dir=\"auto\">deeper</h3>\n"
                 "<h2 id=\"s3\" dir=\"auto\">up</h2>\n");
    assert_int_equal(count(page, "<nav"), 0);
}

static void a_long_document_has_contents(void **state) {
    (void)state;
    struct document *document = document_new(arena, "M", NULL);
    static const int levels[] = {2, 3, 4, 3, 2, 2};
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
        document_heading(document, levels[i], arena_format(arena, "h%zu", i));
    expect(written(document),
           "<h2 id=\"contents\">Contents</h2>\n<ul>\n<li><a href=\"#s1\" dir=\"auto\">h0</a>\n<ul>\n"
           "<li><a href=\"#s2\" dir=\"auto\">h1</a></li>\n<li><a href=\"#s4\" dir=\"auto\">h3</a></li>\n</ul>\n</li>\n"
           "<li><a href=\"#s5\" dir=\"auto\">h4</a></li>\n<li><a href=\"#s6\" dir=\"auto\">h5</a></li>\n</ul>\n</nav>");
}

static void tables_have_headings(void **state) {
    (void)state;
    struct document *document = document_new(arena, "M", NULL);
    struct table *table = document_table(document, "Time", (const char *[]){"Item", NULL, "Used"}, 3, 1U << 2);
    table_add(document, table, (const char *[]){"I1", "a\nb", "14"});
    table_add(document, table, (const char *[]){NULL, NULL, ""});
    const char *page = written(document);
    expect(page,
           "<div class=\"table\"><table class=\"narrow\"><caption dir=\"auto\">Time</caption>\n<thead><tr>"
           "<th scope=\"col\" dir=\"auto\">Item</th><td></td>"
           "<th scope=\"col\" dir=\"auto\" class=\"figure\">Used</th></tr></thead>\n<tbody>\n"
           "<tr><th scope=\"row\" dir=\"auto\" class=\"short\">I1</th><td dir=\"auto\" class=\"short\">a<br>b</td>"
           "<td dir=\"auto\" class=\"figure\">14</td></tr>\n<tr><td dir=\"auto\" class=\"short\"></td>"
           "<td dir=\"auto\" class=\"short\"></td><td dir=\"auto\" class=\"figure\"></td></tr>\n</tbody></table>");
    assert_int_equal(count(page, "tabindex=\"0\""), 0);
}

static void pairs_without_a_label_are_a_list(void **state) {
    (void)state;
    struct document *document = document_new(arena, "M", NULL);
    struct block *pairs = document_pairs(document);
    list_add(document, pairs, "Place", "Room 2");
    expect(written(document),
           "<dl>\n<div><dt dir=\"auto\">Place</dt><dd><p dir=\"auto\">Room 2</p>\n</dd></div>\n</dl>");
    list_add(document, pairs, NULL, "more");
    const char *page = written(document);
    assert_int_equal(count(page, "<dl>"), 0);
    assert_int_equal(count(page, "<li>"), 2);
}

/* --- charts --- */

static void bars_are_shares_of_the_longest(void **state) {
    (void)state;
    struct document *document = document_new(arena, "M", NULL);
    struct chart *chart =
        document_chart(document, CHART_BARS, "Time", "I1 took longest.", (const char *[]){"planned", "used"}, 2, "min");
    chart_add(document, chart, "I1", (double[]){10, 40});
    chart_add(document, chart, "I2", (double[]){-5, 0});
    const char *page = written(document);
    expect(page, "<p class=\"title\" id=\"c1\" dir=\"auto\">Time</p>\n<p dir=\"auto\">I1 took longest.</p>\n");
    expect(page, "<title id=\"t1\">planned 10 min, used 40 min</title><desc id=\"d1\">Bars of I1, in Time.</desc>");
    expect(page, "<rect class=\"f0\" x=\"0.00%\" y=\"0.15em\" width=\"25.00%\" height=\"0.95em\"/>");
    expect(page, "<rect class=\"f1\" x=\"0.00%\" y=\"1.45em\" width=\"100.00%\" height=\"0.95em\"/>");
    expect(page, ">planned -5 min</text>");
    assert_int_equal(count(page, "<rect class=\"f"), 2);
    expect(page, "<th scope=\"row\" dir=\"auto\" class=\"short\">I2</th><td dir=\"auto\" class=\"figure\">-5</td>");
}

static void a_stack_is_laid_end_to_end(void **state) {
    (void)state;
    struct document *document = document_new(arena, "M", NULL);
    struct chart *chart = document_chart(document, CHART_STACK, "Strength", "Half are strong.",
                                         (const char *[]){"strong", "weak"}, 2, NULL);
    chart_add(document, chart, "CSC", (double[]){1, 3});
    chart_add(document, chart, "POL", (double[]){1, 1});
    const char *page = written(document);
    expect(page, "<rect class=\"f2\" x=\"0.00%\" y=\"0.15em\" width=\"25.00%\" height=\"0.95em\"/>"
                 "<rect class=\"f1\" x=\"25.00%\" y=\"0.15em\" width=\"75.00%\" height=\"0.95em\"/>");
    expect(page, "<rect class=\"f1\" x=\"25.00%\" y=\"0.15em\" width=\"25.00%\" height=\"0.95em\"/>");
    expect(page, "<p class=\"value\" dir=\"auto\">strong 1, weak 1</p>");
    assert_int_equal(count(page, "<ul class=\"legend\">"), 1);
}

static void a_matrix_is_darker_where_there_is_more(void **state) {
    (void)state;
    struct document *document = document_new(arena, "M", NULL);
    struct chart *chart =
        document_chart(document, CHART_MATRIX, "Who", "POL most.", (const char *[]){"CSC", "POL"}, 2, NULL);
    chart_add(document, chart, "CSC", (double[]){0, 1});
    chart_add(document, chart, "POL", (double[]){8, 4});
    const char *page = written(document);
    assert_int_equal(count(page, "<rect class=\"m0\""), 1);
    assert_int_equal(count(page, "<rect class=\"m1\""), 1);
    assert_int_equal(count(page, "<rect class=\"m2\""), 1);
    assert_int_equal(count(page, "<rect class=\"m4\""), 1);
    expect(page, "aria-label=\"Chart 1: Who\"");
}

static void a_chart_without_rows_is_its_sentence(void **state) {
    (void)state;
    struct document *document = document_new(arena, "M", NULL);
    document_chart(document, CHART_BARS, "Time", "Nothing was timed.", (const char *[]){"used"}, 1, "min");
    const char *page = written(document);
    expect(page, "<p dir=\"auto\">Nothing was timed.</p>\n</figcaption>\n</figure>");
    assert_int_equal(count(page, "role=\"img\""), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_page_is_well_formed, begin, end),
        cmocka_unit_test_setup_teardown(a_page_stands_alone, begin, end),
        cmocka_unit_test_setup_teardown(the_state_is_on_screen_and_on_each_sheet, begin, end),
        cmocka_unit_test_setup_teardown(text_is_only_text, begin, end),
        cmocka_unit_test_setup_teardown(nothing_that_acts_leaves, begin, end),
        cmocka_unit_test_setup_teardown(headings_go_down_one_by_one, begin, end),
        cmocka_unit_test_setup_teardown(a_long_document_has_contents, begin, end),
        cmocka_unit_test_setup_teardown(tables_have_headings, begin, end),
        cmocka_unit_test_setup_teardown(pairs_without_a_label_are_a_list, begin, end),
        cmocka_unit_test_setup_teardown(bars_are_shares_of_the_longest, begin, end),
        cmocka_unit_test_setup_teardown(a_stack_is_laid_end_to_end, begin, end),
        cmocka_unit_test_setup_teardown(a_matrix_is_darker_where_there_is_more, begin, end),
        cmocka_unit_test_setup_teardown(a_chart_without_rows_is_its_sentence, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
