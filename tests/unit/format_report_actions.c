/* The actions list and an agency's slip of Harrowmere, by figures derived from the file by hand; written on 1 March
 * 2017. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <locale.h>

#include "candour/base/arena.h"
#include "candour/format/csv.h"
#include "candour/format/report.h"
#include "support/session_file.h"
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

static const struct meeting *harrowmere(void) {
    return session_file("tests/cases/harrowmere.session.yaml", arena);
}

/* NAMED as after --as. */
static const char *written(const struct meeting *m, const char *named, enum report_form form, bool restricted) {
    struct report_order order = {.meeting = m,
                                 .now = {.at = instant_of(day_of(2017, 3, 1), 12 * 60, 0)},
                                 .file = "x.yaml",
                                 .restricted = restricted,
                                 .csv = CSV_RAW};
    struct buffer out = {0};
    const struct report_kind *kind = report_kind_of(named, &order.agency);
    assert_non_null(kind);
    assert_true(report_has(kind, form));
    report_write(kind, form, &order, &out);
    const char *text = arena_copy(arena, out.bytes, out.length);
    buffer_free(&out);
    return text;
}

static void has_at(const char *text, const char *piece, int line) {
    if (!strstr(text, piece)) {
        print_error("line %d: not there: %s\n", line, piece);
        fail();
    }
}
#define HAS(text, piece) has_at(text, piece, __LINE__)
#define HAS_NOT(text, piece) assert_null(strstr(text, piece))

static void the_actions_list(void **state) {
    (void)state;
    const char *text = written(harrowmere(), "actions", REPORT_MARKDOWN, false);
    HAS(text, "# Actions\n\n> **DRAFT: not confirmed by the Board yet**\n");
    HAS(text, "Outstanding on Wed 1 Mar 2017: 9 agreements, 1 promise of evidence, 1 open challenge, 4 engagement "
              "activities; 3 late.\n");
    HAS(text, "| C2 | The audit found fathers missing in 12 of 20. Why has that not moved in a year? | Harrowmere "
              "Children's Social Care (CSC) | Tue 20 Dec 2016 | 71 days late; evidence promised, put by ");
    HAS(text, "| A7 | Update the escalation procedure | Nobody named | Sun 30 Apr 2017 | Agreed | Owner, owner's role, "
              "evidence, measure, monitor, links |");
    HAS(text, " | Borough Housing (DIS), Head of Housing | Tue 14 Feb 2017 | Deferred, look again now; due Sat 30 Sep "
              "2017; agreed | Assent of CSC, COM |");
    HAS(text, "| Community Health Trust (health visiting) (COM) | 0 | 1 | 1 |"); /* A2 due, A4 without a date */
    HAS(text, "### A2 Joint booking slot that includes the father or partner at pre-birth\n");
    HAS(text, "**Reservations:** CSC agreed with a reservation: Only if the booking team is funded past March\n");
    HAS_NOT(text, "funded past March\n- **Reservations");
    HAS_NOT(text, "ask the lay member first"); /* the chair's own */
}

static void the_slip_of_an_agency(void **state) {
    (void)state;
    const char *text = written(harrowmere(), "agency:CSC", REPORT_MARKDOWN, false);
    HAS(text, "# Slip for Harrowmere Children's Social Care\n");
    HAS(text, "- **Challenges put to it:** C2\n- **Challenges it put:** C6\n- **Agreements it owns:** A5\n"
              "- **Agreements it shares:** A2, A9\n- **Evidence it promised:** C2\n"
              "- **Assent still to be given:** A5, A9\n- **Late:** 1 of what it owes or shares\n");
    HAS(text, "| Tue 14 Feb 2017 | A9 look again, DIS | Information-sharing route with Housing |\n"
              "| Wed 31 May 2017 | A2 due, COM | ");
    HAS(text, "### C2, put by Community Health Trust (health visiting)\n");
    HAS(text, "**Evidence:** promised by Tue 20 Dec 2016 (late), not seen yet\n");
    HAS(text, "### C6, put to Borough Housing\n");
    HAS(text, "**Outcome:** open, no day was set for an answer\n");
    HAS_NOT(text, "A1 ");
    HAS_NOT(text, "Update the escalation procedure");
}

static void the_chair_and_the_board_have_slips_too(void **state) {
    (void)state;
    const struct meeting *m = harrowmere();
    const char *text = written(m, "agency:CHAIR", REPORT_MARKDOWN, false);
    HAS(text, "- **Challenges put to it:** C4\n- **Challenges it put:** none\n- **Agreements it owns:** A8\n");
    HAS(text, "| A8 due, CHAIR | Ask government to review");
    text = written(m, "agency:BOARD", REPORT_MARKDOWN, false);
    HAS(text, "- **Challenges put to it:** none\n");
    HAS(text, "Family: Told first and in person");
    text = written(m, "agency:NATIONAL", REPORT_MARKDOWN, false);
    HAS(text, "- **Agreements it owns:** none\n");
    text = written(m, "agency:NATIONAL", REPORT_ICALENDAR, false);
    HAS_NOT(text, "VEVENT");
    HAS(text, "BEGIN:VTIMEZONE");
}

static void rows_of_an_agency(void **state) {
    (void)state;
    const struct meeting *m = harrowmere();
    const char *text = written(m, "agency:CSC", REPORT_JSON, false);
    HAS(text, "\"document\": \"agency\"");
    HAS(text, "\"agency\": {\n    \"id\": \"CSC\",");
    HAS(text, "\"to_assent\": [\n    \"A5\",\n    \"A9\"\n  ]");
    HAS(text, "\"put\": \"The audit found fathers missing in 12 of 20. ");
    text = written(m, "agency:CSC", REPORT_CSV, false);
    HAS(text, "\r\n\"evidence\",\"C2\"");
    HAS(text, "\r\n\"agreement\",\"A9\"");
    HAS_NOT(text, "\"A1\"");
    text = written(m, "actions", REPORT_CSV, false);
    HAS(text, "\r\n\"engagement\",\"E4\"");
    text = written(m, "agency:CSC", REPORT_ICALENDAR, false);
    HAS(text, "X-WR-CALNAME:Harrowmere Safeguarding Children Board\\, HMB-02: Harrowmere Ch");
    HAS(text, "-A9-revisit@candour");
    HAS_NOT(text, "-A1-due@candour");
}

/* Told of by its code, whoever it is about; its words only for those who were in the room. */
static void restricted_is_told_of_by_its_code(void **state) {
    (void)state;
    struct sitting s = sitting_open(arena);
    start(&s, "13:30", "I5");
    said(&s, "13:40", DO_AGREEMENT, &(struct agreement){.id = "A1", .text = "Join up", .owner = "CSC"});
    said(&s, "13:41", DO_AGREEMENT,
         &(struct agreement){
             .id = "A2", .text = "Xylophon", .owner = "POL", .visibility = VISIBILITY_RESTRICTED, .due = 700000});
    static const char *const kinds[] = {"actions", "agency:CSC", "agency:POL"};
    static const enum report_form forms[] = {REPORT_MARKDOWN, REPORT_HTML, REPORT_CSV, REPORT_ICALENDAR, REPORT_JSON};
    for (size_t k = 0; k < 3; k++) {
        HAS(written(s.m, kinds[k], REPORT_MARKDOWN, false), "**Left out because restricted:** A2\n");
        HAS(written(s.m, kinds[k], REPORT_JSON, false), "\"restricted_left_out\": [\n    \"A2\"\n  ]");
        for (size_t f = 0; f < 5; f++) {
            HAS_NOT(written(s.m, kinds[k], forms[f], false), "Xylophon");
            if (k != 1)
                HAS(written(s.m, kinds[k], forms[f], true), "Xylophon");
        }
    }
    HAS(written(s.m, "agency:POL", REPORT_MARKDOWN, false), "- **Agreements it owns:** none\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_actions_list, setup, teardown),
        cmocka_unit_test_setup_teardown(the_slip_of_an_agency, setup, teardown),
        cmocka_unit_test_setup_teardown(the_chair_and_the_board_have_slips_too, setup, teardown),
        cmocka_unit_test_setup_teardown(rows_of_an_agency, setup, teardown),
        cmocka_unit_test_setup_teardown(restricted_is_told_of_by_its_code, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
