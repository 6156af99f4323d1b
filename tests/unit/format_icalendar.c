/* iCalendar: an event word for word, folding, escaping, and the ends of the calendar. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "candour/base/text.h"
#include "candour/format/icalendar.h"

#define HEAD "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//candour//days to keep//EN\r\nCALSCALE:GREGORIAN\r\n"

static void an_event_word_for_word(void **state) {
    (void)state;
    static const char *const categories[] = {"Due", "HMB-02", "a,b"};
    struct buffer out = {0};
    struct calendar calendar = calendar_begin(&out, "Board; actions");
    calendar_day(&calendar, &(struct calendar_day){.uid = "0123-A1-due@candour",
                                                   .on = day_of(2016, 12, 31),
                                                   .summary = "A1 due, MHT: one, two",
                                                   .description = "First\nsecond\\",
                                                   .categories = categories,
                                                   .category_count = 3,
                                                   .tentative = true,
                                                   .class = CALENDAR_PRIVATE,
                                                   .sequence = 3,
                                                   .stamped = instant_of(day_of(2016, 11, 22), 14 * 60 + 39, 0)});
    calendar_end(&calendar);
    assert_string_equal(out.bytes, HEAD "X-WR-CALNAME:Board\\; actions\r\n"
                                        "BEGIN:VEVENT\r\n"
                                        "UID:0123-A1-due@candour\r\n"
                                        "DTSTAMP:20161122T143900Z\r\n"
                                        "DTSTART;VALUE=DATE:20161231\r\n"
                                        "DTEND;VALUE=DATE:20170101\r\n"
                                        "SEQUENCE:3\r\n"
                                        "SUMMARY:A1 due\\, MHT: one\\, two\r\n"
                                        "DESCRIPTION:First\\nsecond\\\\\r\n"
                                        "CATEGORIES:Due,HMB-02,a\\,b\r\n"
                                        "STATUS:TENTATIVE\r\n"
                                        "TRANSP:TRANSPARENT\r\n"
                                        "CLASS:PRIVATE\r\n"
                                        "END:VEVENT\r\n"
                                        "END:VCALENDAR\r\n");
    buffer_free(&out);
}

/* RFC 5545 wants one component at least. */
static void an_empty_calendar_is_one_all_the_same(void **state) {
    (void)state;
    struct buffer out = {0};
    struct calendar calendar = calendar_begin(&out, NULL);
    calendar_end(&calendar);
    assert_string_equal(out.bytes, HEAD "BEGIN:VTIMEZONE\r\nTZID:Etc/UTC\r\nBEGIN:STANDARD\r\n"
                                        "DTSTART:19700101T000000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0000\r\n"
                                        "END:STANDARD\r\nEND:VTIMEZONE\r\nEND:VCALENDAR\r\n");
    buffer_free(&out);
}

static struct buffer with_summary(const char *summary) {
    struct buffer out = {0};
    struct calendar calendar = calendar_begin(&out, NULL);
    calendar_day(&calendar, &(struct calendar_day){.uid = "1", .on = day_of(2017, 1, 1), .summary = summary});
    calendar_end(&calendar);
    return out;
}

/* Lines of at most 75 octets, whole characters in each; unfolded they are the text again. */
static void folds(const char *summary, const char *escaped) {
    struct buffer out = with_summary(summary);
    struct buffer unfolded = {0};
    const char *at = strstr(out.bytes, "SUMMARY:");
    assert_non_null(at);
    for (bool more = true; more;) {
        size_t line = strcspn(at, "\r");
        assert_true(line <= 75);
        assert_int_equal(utf8_invalid_at(at, line), line);
        assert_int_equal(at[line + 1], '\n');
        buffer_add(&unfolded, at, line);
        at += line + 2;
        more = *at == ' ';
        at += more;
    }
    assert_string_equal(unfolded.bytes + strlen("SUMMARY:"), escaped);
    buffer_free(&unfolded);
    buffer_free(&out);
}

static void long_lines_are_folded_between_characters(void **state) {
    (void)state;
    char text[400] = "", escaped[800] = "";
    for (size_t i = 0; i < 60; i++) { /* one to four octets, so that the edge falls inside each once */
        static const char *const letters[] = {"a", "\xc3\xab", "\xe2\x82\xac", "\xf0\x9f\x8e\x93"};
        strcat(text, letters[i % 4]);
        strcat(escaped, letters[i % 4]);
        folds(text, escaped);
    }
    *text = *escaped = '\0';
    for (size_t i = 0; i < 100; i++) {
        strcat(text, i % 3 == 0 ? ";" : i % 3 == 1 ? "\n" : "\\");
        strcat(escaped, i % 3 == 0 ? "\\;" : i % 3 == 1 ? "\\n" : "\\\\");
        folds(text, escaped);
    }
}

/* No escape, override or stray control can come out; a colon needs no escape. */
static void what_a_reader_acts_on_is_marked(void **state) {
    (void)state;
    struct buffer out = with_summary("a\x1b[0m\xe2\x80\xae\r\nBEGIN:VEVENT\tb");
    assert_non_null(strstr(out.bytes, "SUMMARY:a\xef\xbf\xbd[0m\xef\xbf\xbd\\nBEGIN:VEVENT\tb\r\n"));
    buffer_free(&out);
}

static void the_last_day_there_is(void **state) {
    (void)state;
    struct buffer out = {0};
    struct calendar calendar = calendar_begin(&out, NULL);
    calendar_day(&calendar, &(struct calendar_day){.uid = "1", .on = day_of(9999, 12, 31), .summary = "x"});
    assert_non_null(strstr(out.bytes, "DTSTART;VALUE=DATE:99991231\r\nSEQUENCE:0\r\n"));
    buffer_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_event_word_for_word),
        cmocka_unit_test(an_empty_calendar_is_one_all_the_same),
        cmocka_unit_test(long_lines_are_folded_between_characters),
        cmocka_unit_test(what_a_reader_acts_on_is_marked),
        cmocka_unit_test(the_last_day_there_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
