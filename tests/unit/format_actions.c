/* Actions of Harrowmere in every form, by figures derived from the file by hand; looked at on 1 March 2017. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <locale.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/format/actions.h"
#include "candour/format/csv.h"
#include "support/session_file.h"

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

static struct actions harrowmere(struct actions_filter filter) {
    struct arena *scratch = arena_new();
    struct meeting *meeting = session_file("tests/cases/harrowmere.session.yaml", scratch);
    struct actions actions;
    struct stamp now = {.at = instant_of(day_of(2017, 3, 1), 12 * 60, 0)};
    actions_begin(&actions, &filter, arena);
    actions_take(&actions, summary_later(meeting, now, scratch), "sessions/harrowmere.yaml");
    actions_end(&actions);
    arena_free(scratch);
    return actions;
}

static const char *rows(const struct actions *actions) {
    const char *all = "";
    for (size_t i = 0; i < actions->count; i++)
        all = arena_format(arena, "%s%s%s%s", all, i == 0 ? "" : " ", actions->list[i]->id,
                           actions->list[i]->late ? "!" : "");
    return all;
}

#define ROWS(expected, ...)                                                                                            \
    do {                                                                                                               \
        struct actions actions = harrowmere((struct actions_filter){__VA_ARGS__});                                     \
        assert_string_equal(rows(&actions), expected);                                                                 \
    } while (0)

static void rows_in_order(void **state) {
    (void)state;
    ROWS("C2! A8! A3! A9 E1 E3 A1 E2 A6 A7 A2 A5 A4 C6 E4", 0);
    ROWS("A8! A3! A9 A1 A6 A7 A2 A5 A4", .kinds = 1U << ACTION_AGREEMENT);
    ROWS("C2! A8! A3!", .overdue = true);
    ROWS("C2! A8! A3! A9", .due_before = day_of(2017, 2, 28) + 1, .kinds = ~(1U << ACTION_ENGAGEMENT));
    ROWS("A3! A9 E1 A2 A5 A4", .agency = "COM");
    ROWS("C2! A9 A2 A5", .agency = "CSC");
    ROWS("A8! E3", .agency = "CHAIR");
    ROWS("A9 C6", .agency = "DIS");
    ROWS("E4", .agency = "BOARD");
    ROWS("", .agency = "NATIONAL");
    ROWS("", .status = AGREEMENT_DONE);
}

static const struct action *row_of(const struct actions *actions, const char *id) {
    for (size_t i = 0; i < actions->count; i++)
        if (strcmp(actions->list[i]->id, id) == 0)
            return actions->list[i];
    fail_msg("no row %s", id);
    return NULL;
}

static void figures_of_rows(void **state) {
    (void)state;
    struct actions actions = harrowmere((struct actions_filter){0});
    assert_int_equal(row_of(&actions, "C2")->late_days, 71);
    assert_int_equal(row_of(&actions, "A8")->late_days, 29);
    assert_int_equal(row_of(&actions, "A3")->late_days, 1);
    assert_int_equal(row_of(&actions, "A1")->late_days, 0);
    assert_true(row_of(&actions, "A9")->revisit_come);
    assert_null(row_of(&actions, "A7")->owes.id);
    assert_int_equal(row_of(&actions, "A4")->due, 0);
    assert_int_equal(row_of(&actions, "A4")->lacks,
                     LACK_ROLE | LACK_DUE | LACK_EVIDENCE | LACK_MEASURE | LACK_MONITOR | LACK_LINKS);
    assert_string_equal(row_of(&actions, "A8")->addressee, "Department for Communities and Local Government");
    assert_int_equal(row_of(&actions, "A5")->to_ask, 3);
    assert_string_equal(row_of(&actions, "A2")->assents[1].words, "Only if the booking team is funded past March");
    assert_string_equal(row_of(&actions, "C2")->asker.name, "Community Health Trust (health visiting)");
    assert_string_equal(row_of(&actions, "C6")->given, "Not lawfully without a basis we have yet to agree.");
    assert_int_equal(row_of(&actions, "C2")->amendments, 1);
    assert_int_equal(actions.late, 3);
    assert_int_equal(actions.kinds[ACTION_ENGAGEMENT], 4);
}

static size_t times(const char *text, const char *piece) {
    size_t count = 0;
    for (const char *at = text; (at = strstr(at, piece)); at += strlen(piece))
        count++;
    return count;
}

/* Eight due dates, A9 looked at again, C2's evidence, three engagement days; A4, C6 and E4 have no day. */
static void days_of_the_calendar(void **state) {
    (void)state;
    struct actions actions = harrowmere((struct actions_filter){0});
    struct buffer out = {0};
    actions_icalendar(&actions, "Harrowmere", &out);
    assert_int_equal(times(out.bytes, "BEGIN:VEVENT\r\n"), 13);
    assert_int_equal(times(out.bytes, "-due@candour\r\n"), 8);
    assert_int_equal(times(out.bytes, "-A9-revisit@candour\r\n"), 1);
    assert_int_equal(times(out.bytes, "-C2-evidence@candour\r\n"), 1);
    assert_int_equal(times(out.bytes, "-engagement@candour\r\n"), 3);
    assert_int_equal(times(out.bytes, "STATUS:TENTATIVE\r\n"), 1);
    assert_int_equal(times(out.bytes, "CLASS:PUBLIC\r\n"), 3);
    assert_non_null(strstr(out.bytes,
                           "DTSTAMP:20161122T154830Z\r\nDTSTART;VALUE=DATE:20170331\r\n"
                           "DTEND;VALUE=DATE:20170401\r\nSEQUENCE:0\r\nSUMMARY:A1 due\\, MHT: Add a child "));
    assert_non_null(strstr(out.bytes,
                           "DTSTAMP:20161122T144500Z\r\nDTSTART;VALUE=DATE:20161220\r\n"
                           "DTEND;VALUE=DATE:20161221\r\nSEQUENCE:1\r\nSUMMARY:C2 evidence promised\\, CSC"));
    buffer_free(&out);
}

/* Where the file is kept, and when it is looked at, changes nothing. */
static void a_uid_holds_no_words(void **state) {
    (void)state;
    struct actions actions = harrowmere((struct actions_filter){.agency = "ACU"});
    struct buffer out = {0};
    actions_icalendar(&actions, NULL, &out);
    assert_int_equal(times(out.bytes, "BEGIN:VEVENT"), 2); /* A3, and A2 it is a partner in */
    const char *uid = strstr(out.bytes, "UID:");
    assert_int_equal(strspn(uid + 4, "0123456789abcdef"), 16);
    assert_true(strncmp(uid + 20, "-A3-due@candour\r\n", 17) == 0);
    buffer_free(&out);
}

static void a_row_of_csv(void **state) {
    (void)state;
    struct actions actions = harrowmere((struct actions_filter){.agency = "MHT", .kinds = 1U << ACTION_AGREEMENT});
    struct buffer out = {0};
    actions_csv(&actions, 0, &out);
    assert_int_equal(times(out.bytes, "\r\n"), 2);
    assert_true(strncmp(out.bytes,
                        "\"type\",\"id\",\"board\",\"review\",\"met\",\"due\",\"late\",\"days_late\","
                        "\"owner\",\"owner_name\",\"owner_role\",\"text\",\"status\"",
                        100) == 0);
    assert_non_null(strstr(out.bytes,
                           "\r\n\"agreement\",\"A1\",\"HSCB\",\"HMB-02\",\"2016-11-22\",\"2017-03-31\",\"no\","
                           "\"0\",\"MHT\",\"Mental Health Trust\",\"Associate Director\",\"Add a child prompt "
                           "to adult supervision and caseload review\",\"agreed\",\"yes\",\"\",\"\",\"now\""));
    assert_non_null(strstr(out.bytes, ",\"MHT agreed\","));
    assert_non_null(strstr(out.bytes, "\"sessions/harrowmere.yaml\"\r\n"));
    buffer_free(&out);
}

static void the_list_as_text(void **state) {
    (void)state;
    struct actions actions = harrowmere((struct actions_filter){.agency = "ACU"});
    struct buffer out = {0};
    actions_text(&actions, 60, &out);
    assert_string_equal(out.bytes, "Outstanding on Wed 1 Mar 2017: 2 agreements; 1 late.\n"
                                   "Asked for: what ACU owes or shares.\n"
                                   "One session read: HMB-02, Tue 22 Nov 2016.\n"
                                   "\n"
                                   "LATE\n"
                                   "\n"
                                   "A3  due Tue 28 Feb 2017, 1 day late\n"
                                   "    Switch off automatic closure for under-twos; a named\n"
                                   "    clinician decides\n"
                                   "    owner     Harrowmere General Hospital (ACU), Deputy\n"
                                   "              Medical Director\n"
                                   "    with      COM, CCG\n"
                                   "    status    agreed, priority now; nothing heard since the\n"
                                   "              meeting\n"
                                   "    shown by  Configuration change note\n"
                                   "    to ask    COM, CCG\n"
                                   "\n"
                                   "DUE\n"
                                   "\n"
                                   "A2  due Wed 31 May 2017\n"
                                   "    Joint booking slot that includes the father or partner\n"
                                   "    at pre-birth\n"
                                   "    owner     Community Health Trust (health visiting)\n"
                                   "              (COM), Head of Health Visiting\n"
                                   "    with      CSC, ACU\n"
                                   "    status    agreed, priority now; nothing heard since the\n"
                                   "              meeting\n"
                                   "    shown by  Clinic records\n"
                                   "    to ask    ACU\n"
                                   "\n"
                                   "BY OWNER\n"
                                   "\n"
                                   "  1, 1 late       Harrowmere General Hospital (ACU)\n"
                                   "  1               Community Health Trust (health visiting)\n"
                                   "                  (COM)\n");
    buffer_free(&out);
}

static void nothing_outstanding_is_said(void **state) {
    (void)state;
    struct actions actions = harrowmere((struct actions_filter){.agency = "NATIONAL", .overdue = true});
    struct buffer out = {0};
    actions_text(&actions, 0, &out);
    assert_string_equal(out.bytes, "Outstanding on Wed 1 Mar 2017: nothing.\n"
                                   "Asked for: what NATIONAL owes or shares, what is late.\n"
                                   "One session read: HMB-02, Tue 22 Nov 2016.\n");
    buffer_free(&out);
}

static void a_guarded_word_is_found_wherever_it_would_leave(void **state) {
    (void)state;
    static const struct {
        const char *word, *id, *key;
    } places[] = {{"clinician", "A3", "text"},        {"template live", "A1", "evidence"},
                  {"funded", "A2", "assents"},        {"Communities", "A8", "addressee"},
                  {"lawfully", "C6", "answer"},       {"Midwives", "E1", "audience"},
                  {"Neglect group", "A2", "monitor"}, {"January", "A9", "reason"}};
    struct actions actions = harrowmere((struct actions_filter){0});
    struct action_guarded found;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        size_t at = 0;
        assert_true(actions_guarded(&actions, &places[i].word, 1, &at, &found));
        assert_string_equal(found.row->id, places[i].id);
        assert_string_equal(found.key, places[i].key);
        assert_string_equal(found.word, places[i].word);
        assert_false(actions_guarded(&actions, &places[i].word, 1, &at, &found));
    }
    const char *child = "Child T", *nowhere = "Marmaduke";
    size_t at = 0;
    assert_true(actions_guarded(&actions, &child, 1, &at, &found));
    assert_null(found.row);
    assert_string_equal(found.key, "review title");
    at = 0;
    assert_false(actions_guarded(&actions, &nowhere, 1, &at, &found));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_in_order),
        cmocka_unit_test(figures_of_rows),
        cmocka_unit_test(days_of_the_calendar),
        cmocka_unit_test(a_uid_holds_no_words),
        cmocka_unit_test(a_row_of_csv),
        cmocka_unit_test(the_list_as_text),
        cmocka_unit_test(nothing_outstanding_is_said),
        cmocka_unit_test(a_guarded_word_is_found_wherever_it_would_leave),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
