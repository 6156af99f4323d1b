#include "support/sample_document.h"

#include <math.h>

static void add_agreements(struct document *document) {
    static const char *const heads[] = {"Agreement", "What will be done", "Owner", "Partners", "Due", "Days left"};
    struct table *table = document_table(document, "Agreements by priority", heads, 6, 1U << 5);
    table_add(document, table,
              (const char *[]){"A1",
                               "Missed appointments are followed up by a person who knows the child, and the reason "
                               "is written down before an episode is closed.",
                               "Mental Health Trust and CAMHS", "Children's Social Care, Community Health",
                               "31 Mar 2027", "129"});
    table_add(document, table,
              (const char *[]){"A2", "Strategy discussions have a health professional in the room",
                               "Children's Social Care", NULL, "30 Jun 2027", "220"});
    table_add(document, table, (const char *[]){NULL, "Not numbered yet", "Police", "", "", "1,234"});
}

static void add_charts(struct document *document) {
    struct chart *time = document_chart(document, CHART_BARS, "Time by item",
                                        "The findings took 31 of their 30 minutes; the opening took 14 of 10.",
                                        (const char *[]){"planned", "granted", "used"}, 3, "min");
    time->row_head = "Item";
    chart_add(document, time, "1 Opening", (double[]){10, 0, 14});
    chart_add(document, time, "2 The child's story", (double[]){5, 0, 5});
    chart_add(document, time, "3 Six findings: what we recognise, dispute and will do about them",
              (double[]){20, 10, 31.5});
    struct chart *strength = document_chart(document, CHART_STACK, "Agreements by agency and strength",
                                            "Half of the 12 agreements are strong; Police own none that is.",
                                            (const char *[]){"strong", "intermediate", "weak"}, 3, NULL);
    chart_add(document, strength, "Children's Social Care", (double[]){4, 2, 1});
    chart_add(document, strength, "Police", (double[]){0, 1, 2});
    chart_add(document, strength, "Health visiting and school nursing", (double[]){2, 0, 0});
    struct chart *who = document_chart(document, CHART_MATRIX, "Who challenged whom",
                                       "Police challenged most (5); nobody challenged Education.",
                                       (const char *[]){"CSC", "POL", "EDU", "MHT", "Board"}, 5, NULL);
    who->row_head = "From";
    chart_add(document, who, "CSC", (double[]){0, 2, 0, 1, 1});
    chart_add(document, who, "POL", (double[]){4, 0, 0, 1, 0});
    chart_add(document, who, "EDU", (double[]){1, 1, 0, 2, 0});
    chart_add(document, who, "Lay members", (double[]){0, 3, 0, 0, 2});
}

struct document *sample_document(struct arena *arena) {
    struct document *document = document_new(
        arena, "Minutes", "Harrowmere Safeguarding Children Board, review HMB-02, 22 November 2026, 14:00 to 16:12");
    document->state = "DRAFT: not confirmed by the board yet";
    document_heading(document, 2, "The meeting");
    struct block *pairs = document_pairs(document);
    list_add(document, pairs, "Board", "Harrowmere Safeguarding Children Board");
    list_add(document, pairs, "Place", "Council House, room 2");
    list_add(document, pairs, "Independent chair", "M. Okafor");
    list_add(document, pairs, "Quorum", "Met from 14:03:\nsix of eight statutory partners.\n\nLost at 15:58.");
    document_text(document, NULL,
                  "The board met to decide its response to the report.\nIt had the report for 21 days.");
    document_notice(document, "One item was not reached: Response and publication.");
    document_heading(document, 2, "Findings");
    document_heading(document, 3, "F1 Strategy discussions go ahead without health");
    document_text(document, "Position", "accepted in part. The pattern is recognised; the figure is disputed.");
    document_words(document, "Probation to the Mental Health Trust, as put",
                   "Who decides that a person who misses twice is discharged?\n\nAnd who is told?");
    document_words(document, "As given", "The system does. We have not looked at it since 2019.");
    document_heading(document, 3, "F2 Missed appointments are counted, not understood");
    struct block *list = document_list(document);
    list_add(document, list, NULL, "Work under way: learning review HML-01");
    list_add(document, list, "Not agreed", "Police do not accept that the log was open to all.");
    document_heading(document, 2, "Agreements");
    add_agreements(document);
    document_heading(document, 2, "Figures");
    add_charts(document);
    document_heading(document, 2, "Confirmation");
    document_text(document, NULL, "To be confirmed at the next meeting.");
    return document;
}

struct document *text_everywhere(struct arena *arena, const char *text) {
    struct document *document = document_new(arena, text, text);
    document->state = text;
    for (int level = 2; level <= 4; level++)
        document_heading(document, level, text);
    document_text(document, text, text);
    document_text(document, NULL, text);
    document_words(document, text, text);
    document_notice(document, text);
    struct block *list = document_list(document);
    list_add(document, list, text, text);
    list_add(document, list, NULL, text);
    struct block *pairs = document_pairs(document);
    list_add(document, pairs, text, text);
    struct table *table = document_table(document, text, (const char *[]){text, text, "c", "d"}, 4, 1U << 1);
    table_add(document, table, (const char *[]){text, text, text, "d"});
    static const enum chart_kind kinds[] = {CHART_BARS, CHART_STACK, CHART_MATRIX};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct chart *chart = document_chart(document, kinds[i], text, text, (const char *[]){text, text}, 2, text);
        chart->row_head = text;
        chart_add(document, chart, text, (double[]){1, 2});
    }
    return document;
}

/* --- charts at their limits --- */

static const char long_name[] = "Harrowmere and Wexcombe Integrated Community Health Services";

static void add_limits(struct document *document, enum chart_kind kind, size_t rows, double size) {
    const char *series[] = {"planned", "granted later", "used"};
    struct chart *chart =
        document_chart(document, kind, arena_format(document->arena, "%zu rows of up to %g", rows, size),
                       "What it shows in a sentence.", series, 3, "min");
    for (size_t i = 0; i < rows; i++) {
        double part = size * (double)(i + 1) / (double)rows;
        const char *name = i % 3 == 0 ? long_name : arena_format(document->arena, "%zu Item of the agenda", i + 1);
        chart_add(document, chart, name, (double[]){part, part / 4, i % 5 == 1 ? -part : part * 0.6});
    }
}

/* Each agency with each, by its code or by its name. */
static void add_board(struct document *document, size_t agencies, bool codes) {
    const char *names[40];
    double values[40];
    for (size_t i = 0; i < agencies; i++)
        names[i] = codes        ? arena_format(document->arena, "A%02zu", i)
                   : i % 2 == 0 ? long_name
                                : arena_format(document->arena, "Agency number %zu", i);
    struct chart *chart =
        document_chart(document, CHART_MATRIX, arena_format(document->arena, "%zu agencies", agencies),
                       "Who challenged whom.", names, agencies, NULL);
    for (size_t i = 0; i < agencies; i++) {
        for (size_t j = 0; j < agencies; j++)
            values[j] = (i * 7 + j * 3) % 5 == 0 ? (double)((i + j) % 9) : 0;
        chart_add(document, chart, names[i], values);
    }
}

struct document *chart_document(struct arena *arena) {
    struct document *document = document_new(arena, "Charts", NULL);
    document_heading(document, 2, "Bars");
    add_limits(document, CHART_BARS, 0, 30);
    add_limits(document, CHART_BARS, 1, 30);
    add_limits(document, CHART_BARS, 3, 1e12);
    add_limits(document, CHART_BARS, 2, INFINITY);
    add_limits(document, CHART_BARS, 40, 30);
    document_heading(document, 2, "Stacks");
    add_limits(document, CHART_STACK, 2, 0);
    add_limits(document, CHART_STACK, 3, 1e300);
    add_limits(document, CHART_STACK, 20, 30);
    document_heading(document, 2, "Matrices");
    add_limits(document, CHART_MATRIX, 3, 1e12);
    add_limits(document, CHART_MATRIX, 40, 30);
    add_board(document, 28, true);
    add_board(document, 12, false);
    return document;
}

const char *const naughty_texts[] = {
    "plain words",
    "<script>alert(1)</script><img src=x onerror=alert(1)> &amp; &lt; &#60; \"'`",
    "\x1b[31mred\x1b[0m \x07 \x7f \xc2\x9b"
    "31m",
    "\u202Eevil\u202C \u2066isolate\u2069 \u200Fmark \uFEFF \u2028 \u2029 \uFFF9 \uFDD0",
    "\xff\xfe broken \xc3( \xed\xa0\x80 bytes \xf4\x90\x80\x80",
    "[link](javascript:alert(1)) ![image](x) <http://example.com> https://example.com www.example.com a@b.example",
    "# heading\n## other\n- list\n+ list\n* list\n1. one\n2) two\n> quote\n    "
    "code\n```\nfence\n```\n~~~\n===\n---\n***\n"
    "| a | b |\n| --- | --- |\n| c | d |\n[x]: /url\n[^1]: note\n- [ ] task\n: definition\n<!-- comment",
    "*em* **strong** _em_ __strong__ ~~gone~~ `code` ``code`` \\ \\* \\\\ a\\|b | a\\",
    "$x^2$ :smile: @someone #12 R&D &copy; &#169; & Co",
    "=1+1\n+1\n-1\n@SUM(A1)",
    "two  spaces, a\ttab, ends in blanks  ",
    "  \t begins with blanks\n\n\n\nafter empty lines\n  \nand a blank one\n",
    "\u00A0hard spaces\u00A0 \u3000wide\u3000",
    "\u05E9\u05DC\u05D5\u05DD hello \u0627\u0644\u0633\u0644\u0627\u0645 \u0639\u0644\u064A\u0643\u0645 (1)",
    "\U0001F468\u200D\U0001F469\u200D\U0001F467 \U0001F1EC\U0001F1E7 \u270D\uFE0F \U0001F44D\U0001F3FD "
    "\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F \U000E0041tag",
    "e\u0301 z\u0361a\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030A\u030B\u030C "
    "\u0E01\u0E33 \u0915\u094D\u0937 \u4F53\u5236",
    "crlf\r\nline\rcr",
    "</style></title></textarea>--></desc></svg>]]>",
    "a",
    "-",
    "1.",
    "   ",
    NULL,
};
