/* Reports: which there are, in which forms, what state they say they are in, and what a guarded word would leave in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <locale.h>
#include <string.h>

#include "candour/base/text.h"
#include "candour/format/report_guard.h"
#include "support/sitting.h"

static struct arena *arena;

static int setup(void **state) {
    (void)state;
    setlocale(LC_CTYPE, "C.UTF-8");
    arena = arena_new();
    return 0;
}

static int teardown(void **state) {
    (void)state;
    arena_free(arena);
    return 0;
}

/* --- the table --- */

static void a_kind_is_known_by_its_name(void **state) {
    (void)state;
    const char *agency = "x";
    assert_string_equal(report_kind_of("minutes", &agency)->name, "minutes");
    assert_null(agency);
    assert_null(report_kind_of("minute", &agency));
    assert_null(report_kind_of("Minutes", &agency));
    assert_null(report_kind_of("", &agency));
    assert_null(report_kind_of("minutes:CSC", &agency)); /* takes none */
    assert_null(report_kind_of(":CSC", NULL));
    assert_true(report_kind_of("response", NULL)->published);
    assert_false(report_kind_of("assessment", NULL)->published);
}

static void a_form_is_known_by_name_or_file(void **state) {
    (void)state;
    assert_int_equal(report_form_of("md"), REPORT_MARKDOWN);
    assert_int_equal(report_form_of("HTML"), REPORT_HTML);
    assert_int_equal(report_form_of("pdf"), REPORT_FORMS);
    assert_int_equal(report_form_of(""), REPORT_FORMS);
    assert_int_equal(report_form_of_file("out/minutes.htm"), REPORT_HTML);
    assert_int_equal(report_form_of_file("a.b/minutes.json"), REPORT_JSON);
    assert_int_equal(report_form_of_file("a.json/minutes"), REPORT_FORMS);
    assert_int_equal(report_form_of_file("actions.ics"), REPORT_ICALENDAR);
    assert_int_equal(report_form_of_file("minutes.txt"), REPORT_FORMS);
}

static void each_kind_has_documents_and_json(void **state) {
    (void)state;
    size_t count;
    const struct report_kind *kinds = report_kinds(&count);
    assert_true(count >= 3);
    for (size_t i = 0; i < count; i++) {
        assert_true(report_has(&kinds[i], REPORT_MARKDOWN));
        assert_true(report_has(&kinds[i], REPORT_HTML));
        assert_true(report_has(&kinds[i], REPORT_JSON));
        assert_true(strlen(kinds[i].does) > 0 && strlen(kinds[i].are_in) > 0);
        assert_ptr_equal(report_kind_of(kinds[i].argument ? "agency:CSC" : kinds[i].name, NULL), &kinds[i]);
    }
    assert_false(report_has(report_kind_of("minutes", NULL), REPORT_CSV));
    assert_false(report_has(report_kind_of("response", NULL), REPORT_ICALENDAR));
    assert_string_equal(report_forms_said(report_kind_of("minutes", NULL), arena), "md, html or json");
}

/* --- the documents --- */

static const char *written(const struct sitting *s, const char *kind, enum report_form form, bool restricted) {
    struct buffer out = {0};
    struct report_order order = {.meeting = s->m, .now = at_clock("17:00"), .restricted = restricted};
    report_write(report_kind_of(kind, &order.agency), form, &order, &out);
    const char *text = arena_copy(arena, out.bytes, out.length);
    buffer_free(&out);
    return text;
}

static bool says(const char *text, const char *words) {
    return strstr(text, words) != NULL;
}

static void everything_is_draft_until_it_is_confirmed(void **state) {
    (void)state;
    struct sitting s = sitting_open(arena);
    start(&s, "13:30", "I5");
    assert_true(says(written(&s, "minutes", REPORT_MARKDOWN, false), "DRAFT: the meeting is not closed yet"));
    plain(&s, "14:00", DO_ADJOURN);
    assert_true(says(written(&s, "minutes", REPORT_MARKDOWN, false), "DRAFT: the meeting was adjourned"));
    plain(&s, "14:10", DO_REOPEN);
    plain(&s, "15:00", DO_CLOSE);
    assert_true(says(written(&s, "minutes", REPORT_HTML, false), "DRAFT: not confirmed by the Board yet"));
    assert_true(says(written(&s, "response", REPORT_MARKDOWN, false), "DRAFT: not confirmed by the Board yet"));
    assert_true(says(written(&s, "assessment", REPORT_MARKDOWN, false), "DRAFT"));
    assert_true(says(written(&s, "minutes", REPORT_JSON, false), "\"draft\": true"));
    plain(&s, "39:00", DO_CONFIRM); /* the next day at three */
    size_t count;
    const struct report_kind *kinds = report_kinds(&count);
    for (size_t i = 0; i < count; i++)
        if (kinds[i].argument == NULL)
            assert_false(says(written(&s, kinds[i].name, REPORT_MARKDOWN, false), "DRAFT"));
    assert_true(says(written(&s, "minutes", REPORT_MARKDOWN, false),
                     "**This record:** Confirmed on Wednesday 23 November 2016"));
    assert_true(says(written(&s, "minutes", REPORT_JSON, false), "\"confirmed\": \"2016-11-23T15:00:00.000+00:00\""));
}

static void restricted_records_are_for_those_in_the_room(void **state) {
    (void)state;
    struct sitting s = sitting_open(arena);
    start(&s, "13:30", "I5");
    said(&s, "13:31", DO_CHALLENGE,
         &(struct challenge){
             .id = "C1", .by = "POL", .to = "EDU", .put = "Secretly", .visibility = VISIBILITY_RESTRICTED});
    const char *board = written(&s, "minutes", REPORT_MARKDOWN, false);
    assert_true(says(board, "**C1:** A restricted challenge was recorded"));
    assert_false(says(board, "Secretly"));
    assert_false(says(board, "Harrowmere Police challenged"));
    const char *room = written(&s, "minutes", REPORT_MARKDOWN, true);
    assert_true(says(room, "RESTRICTED: for those who were in the room"));
    assert_true(says(room, "Secretly"));
    assert_true(says(written(&s, "minutes", REPORT_JSON, false), "\"withheld\": true"));
    assert_false(says(written(&s, "minutes", REPORT_JSON, true), "\"withheld\": true"));
}

static void corrections_after_closing_show_what_was_there(void **state) {
    (void)state;
    struct sitting s = sitting_open(arena);
    start(&s, "13:30", "I5");
    said(&s, "13:31", DO_AGREEMENT, &(struct agreement){.id = "A1", .text = "First words", .owner = "CSC"});
    amend(&s, "13:32", "A1", "text", &(struct agreement){.text = "Second words"}); /* in the meeting: no correction */
    plain(&s, "14:00", DO_CLOSE);
    amend(&s, "38:00", "A1", "text due", &(struct agreement){.text = "Third words", .due = day_of(2017, 3, 31)});
    const char *text = written(&s, "minutes", REPORT_MARKDOWN, false);
    assert_false(says(text, "First words"));
    assert_true(says(text, "**A1:** changed on Wednesday 23 November 2016, 14:00"));
    assert_true(says(text, "**Words, before:**\n\n> Second words\n\n**Words, now:**\n\n> Third words"));
    assert_true(says(text, "**Due:** Friday 31 March 2017"));
}

/* --- guarded words --- */

static struct report_leaks guarded(const struct sitting *s, const char *kind, enum report_form form,
                                   const char *const *words, size_t count) {
    struct buffer out = {0};
    struct report_order order = {.meeting = s->m, .now = at_clock("17:00")};
    report_write(report_kind_of(kind, &order.agency), form, &order, &out);
    struct report_leaks leaks = report_guard(form, &order, &out, words, count, arena);
    buffer_free(&out);
    return leaks;
}

static struct sitting with_a_name(void) {
    struct agenda *agenda = harrowmere_agenda(arena);
    ((struct item *)agenda->items.items)[4].notes = "Tamsin's aunt is in the room";
    struct sitting s = sitting_new(arena, agenda);
    said(&s, "13:28", DO_OPEN, &(struct event_open){.program = "candour"});
    start(&s, "13:30", "I5");
    return s;
}

static void each_place_is_named(void **state) {
    static const char *const words[] = {"Tamsin", "Zo\xc3\xab"};
    static const enum report_form forms[] = {REPORT_MARKDOWN, REPORT_HTML, REPORT_JSON};
    (void)state;
    struct sitting s = with_a_name();
    said(&s, "13:31", DO_CHALLENGE,
         &(struct challenge){.id = "C1", .by = "POL", .to = "EDU", .put = "Who saw\n\"Tamsin's\" <room> & when?"});
    said(&s, "13:32", DO_SKIP, &(struct event_item){.item = "I6", .reason = "Zoe* could not come"});
    for (size_t i = 0; i < 3; i++) {
        struct report_leaks leaks = guarded(&s, "minutes", forms[i], words, 2);
        assert_int_equal(leaks.count, 2);
        assert_string_equal(leaks.list[0].word, "Tamsin");
        assert_string_equal(leaks.list[0].where, "C1, as put");
        assert_string_equal(leaks.list[1].word, "Zo\xc3\xab");
        assert_string_equal(leaks.list[1].where, "Item skipped at 13:32, reason");
    }
}

static void what_stays_behind_refuses_nothing(void **state) {
    static const char *const words[] = {"Tamsin", "April", "Action"};
    (void)state;
    struct sitting s = with_a_name();
    said(&s, "13:31", DO_AGREEMENT,
         &(struct agreement){
             .id = "A1", .text = "Tell her", .due = day_of(2017, 4, 30), .visibility = VISIBILITY_PUBLIC});
    said(&s, "13:32", DO_NOTE, &(struct note){.id = "N1", .text = "Tamsin was seen"});
    assert_int_equal(guarded(&s, "response", REPORT_MARKDOWN, words, 3).count, 0);
    assert_int_equal(guarded(&s, "minutes", REPORT_HTML, words, 3).count, 1);
    amend(&s, "13:33", "N1", "text", &(struct note){.text = "She was seen"});
    assert_int_equal(guarded(&s, "minutes", REPORT_JSON, words, 3).count, 0);
    amend(&s, "13:34", "A1", "text", &(struct agreement){.text = "Tell Tamsin"});
    assert_int_equal(guarded(&s, "response", REPORT_JSON, words, 3).count, 1);
}

/* --- whatever people type --- */

static void no_text_is_code_for_a_terminal(void **state) {
    (void)state;
    static const char naughty[] = "a\x1b[2J\x07\r\n=cmd|' /C calc'!A0 <script>alert(1)</script> | ``` \xe2\x80\xae"
                                  "evil\xe2\x80\xa8 e\xcc\x81\xcc\x81 \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7 # *";
    struct sitting s = sitting_open(arena);
    char *huge = arena_alloc(arena, 65537);
    memset(huge, 'w', 65535);
    start(&s, "13:30", "I5");
    said(&s, "13:31", DO_CHALLENGE,
         &(struct challenge){
             .id = "C1", .by = "POL", .to = "EDU", .put = naughty, .given = huge, .about = naughty, .reason = naughty});
    said(&s, "13:32", DO_AGREEMENT,
         &(struct agreement){
             .id = "A1", .text = naughty, .owner_role = naughty, .measure = huge, .visibility = VISIBILITY_PUBLIC});
    size_t count;
    const struct report_kind *kinds = report_kinds(&count);
    for (size_t k = 0; k < count; k++) {
        for (int form = 0; form < REPORT_FORMS; form++) {
            if (kinds[k].argument != NULL || !report_has(&kinds[k], (enum report_form)form))
                continue;
            const char *text = written(&s, kinds[k].name, (enum report_form)form, false);
            assert_int_equal(utf8_invalid_at(text, strlen(text)), strlen(text));
            for (const char *at = text; *at != '\0'; at++)
                assert_true((unsigned char)*at >= 0x20 || *at == '\n' || *at == '\t' || *at == '\r');
            assert_false(says(text, "\xe2\x80\xae"));
            assert_false(says(text, "\xe2\x80\xa8"));
            assert_false(form == REPORT_HTML && says(text, "<script"));
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_kind_is_known_by_its_name, setup, teardown),
        cmocka_unit_test_setup_teardown(a_form_is_known_by_name_or_file, setup, teardown),
        cmocka_unit_test_setup_teardown(each_kind_has_documents_and_json, setup, teardown),
        cmocka_unit_test_setup_teardown(everything_is_draft_until_it_is_confirmed, setup, teardown),
        cmocka_unit_test_setup_teardown(restricted_records_are_for_those_in_the_room, setup, teardown),
        cmocka_unit_test_setup_teardown(corrections_after_closing_show_what_was_there, setup, teardown),
        cmocka_unit_test_setup_teardown(each_place_is_named, setup, teardown),
        cmocka_unit_test_setup_teardown(what_stays_behind_refuses_nothing, setup, teardown),
        cmocka_unit_test_setup_teardown(no_text_is_code_for_a_terminal, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
