/* What people type, as values: figures and days; and figures as clocks. Today is Monday 23 November 2026 unless a test
 * says otherwise. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "candour/core/reading.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* --- figures --- */

static void minutes_have_four_forms(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int32_t minutes;
    } good[] = {
        {"25", 25},  {"25m", 25},    {"1h05", 65}, {"1:05", 65},       {"1h", 60},  {"2h5", 125},
        {"0", 0},    {"-5", -5},     {"+10", 10},  {"-1h30", -90},     {"010", 10}, {"0:45", 45},
        {"0h00", 0}, {"-1:00", -60}, {"90m", 90},  {"999999", 999999},
    };
    static const char *const bad[] = {
        "",    "ten", "25 m",  "25min", "1:5",     "1:60", "1h60", "h05",   "1h05m", "1.5",
        "--5", "5-",  "1:005", "m",     "1000000", "-",    " 25",  "1h005", "1:05m", "99999999999999999999",
        "２５"};
    for (size_t i = 0; i < COUNT(good); i++) {
        int32_t minutes = -99;
        assert_true(minutes_read(good[i].text, &minutes));
        assert_int_equal(minutes, good[i].minutes);
    }
    for (size_t i = 0; i < COUNT(bad); i++) {
        int32_t minutes = -99;
        if (minutes_read(bad[i], &minutes))
            fail_msg("read: %s", bad[i]);
        assert_int_equal(minutes, -99);
    }
}

static void times_are_four_digits_and_a_colon(void **state) {
    (void)state;
    static const char *const bad[] = {"",      "24:00",    "12:60", "9:30",  "09:3",  "0930",
                                      "09.30", "09:30:00", "25:30", "ab:cd", "-1:00", "09:30 "};
    int32_t at = -1;
    assert_true(time_read("00:00", &at));
    assert_int_equal(at, 0);
    assert_true(time_read("13:30", &at));
    assert_int_equal(at, 810);
    assert_true(time_read("23:59", &at));
    assert_int_equal(at, 1439);
    for (size_t i = 0; i < COUNT(bad); i++)
        assert_false(time_read(bad[i], &at));
    assert_int_equal(at, 1439);
}

static void counts_are_plain_digits(void **state) {
    (void)state;
    static const char *const bad[] = {"", "01", "-1", "+1", "1.0", "1 ", " 1", "0x1", "1000000000", "six"};
    int32_t count = -1;
    assert_true(count_read("0", &count));
    assert_int_equal(count, 0);
    assert_true(count_read("100000", &count));
    assert_int_equal(count, 100000);
    assert_true(count_read("999999999", &count));
    for (size_t i = 0; i < COUNT(bad); i++)
        assert_false(count_read(bad[i], &count));
    assert_int_equal(count, 999999999);
}

/* --- clocks --- */

static void assert_duration(int64_t ms, bool sign, const char *expected) {
    char text[24];
    assert_string_equal(duration_text(ms, sign, text), expected);
}

static void assert_left(int64_t left, const char *expected) {
    char text[24];
    assert_string_equal(left_text(left, text), expected);
}

static void a_clock_is_right_to_the_second(void **state) {
    (void)state;
    assert_duration(-1000, false, "-0:01");
    assert_duration(0, false, "0:00");
    assert_duration(1000, false, "0:01");
    assert_duration(3600 * 1000, false, "60:00");
    assert_duration(-3600 * 1000, false, "-60:00");
    assert_duration(125 * 1000, true, "+2:05");
    assert_duration(0, true, "+0:00");
    assert_duration(-5000, true, "-0:05");
    assert_duration(1999, false, "0:01");
    assert_duration(59999, false, "0:59");
    assert_duration(60000, false, "1:00");
    assert_duration(INT64_C(600) * 60 * 1000, false, "600:00");
    assert_left(1000, "0:01");
    assert_left(0, "0:00");
    assert_left(-1000, "+0:01");
    assert_left(3600 * 1000, "60:00");
    assert_left(-3600 * 1000, "+60:00");
    assert_left(1001, "0:02");
    assert_left(1, "0:01");
    assert_left(-1, "+0:00");
    assert_left(-999, "+0:00");
    assert_left(-125 * 1000, "+2:05");
}

/* Time used is rounded down, time left up: the two make up what was granted at every millisecond before the end. */
static void used_and_left_always_add_up(void **state) {
    (void)state;
    const int granted = 65000;
    for (int used = 0; used <= granted; used += 37) {
        char up[24], down[24];
        int minutes, seconds, left_minutes, left_seconds;
        duration_text(used, false, up);
        left_text(granted - used, down);
        minutes = (int)strtol(up, NULL, 10);
        seconds = (int)strtol(strchr(up, ':') + 1, NULL, 10);
        left_minutes = (int)strtol(down, NULL, 10);
        left_seconds = (int)strtol(strchr(down, ':') + 1, NULL, 10);
        assert_int_equal((minutes + left_minutes) * 60 + seconds + left_seconds, 65);
    }
}

static void nothing_left_is_shown_for_one_second(void **state) {
    (void)state;
    int shown = 0;
    for (int left = 3000; left >= -3000; left--) {
        char text[24];
        left_text(left, text);
        shown += strcmp(text + strspn(text, "+"), "0:00") == 0;
    }
    assert_int_equal(shown, 1000);
}

static void whole_minutes_round_half_up(void **state) {
    (void)state;
    assert_int_equal(duration_minutes(0), 0);
    assert_int_equal(duration_minutes(29999), 0);
    assert_int_equal(duration_minutes(30000), 1);
    assert_int_equal(duration_minutes(89999), 1);
    assert_int_equal(duration_minutes(90000), 2);
    assert_int_equal(duration_minutes(-30000), 0);
    assert_int_equal(duration_minutes(-30001), -1);
    assert_int_equal(duration_minutes(14 * 60 * 1000), 14);
}

/* --- days --- */

static day today(void) {
    return day_of(2026, 11, 23);
}

static void assert_day(const char *text, day from, enum day_fault fault, const char *expected) {
    char found[DAY_SIZE] = "none";
    day out = 0;
    enum day_fault said = day_understand(text, from, &out);
    if (out != 0)
        day_write(out, found);
    if (said != fault || strcmp(found, expected) != 0)
        fail_msg("'%s': fault %d, %s; expected fault %d, %s", text, (int)said, found, (int)fault, expected);
}

static void days_are_understood_as_people_say_them(void **state) {
    (void)state;
    static const struct {
        const char *text;
        const char *day;
    } good[] = {
        {"2027-03-31", "2027-03-31"},
        {"31 mar", "2027-03-31"},
        {"31 march 2027", "2027-03-31"},
        {"mar 31", "2027-03-31"},
        {"March 31, 2027", "2027-03-31"},
        {"31st of March", "2027-03-31"},
        {"the 1st sept", "2027-09-01"},
        {"31mar", "2027-03-31"},
        {"31-mar-2027", "2027-03-31"},
        {"2027 mar 31", "2027-03-31"},
        {"Wednesday 31 March 2027", "2027-03-31"},
        {"by 31 mar", "2027-03-31"},
        {"31/3/2027", "2027-03-31"},
        {"31.03.2027", "2027-03-31"},
        {"4/4/2027", "2027-04-04"},
        {"2027/3/31", "2027-03-31"},
        {"23 nov", "2026-11-23"},
        {"22 nov", "2027-11-22"},
        {"24 nov", "2026-11-24"},
        {"29 feb", "2028-02-29"},
        {"+6w", "2027-01-04"},
        {"6w", "2027-01-04"},
        {"+ 6 weeks", "2027-01-04"},
        {"in 6 weeks", "2027-01-04"},
        {"1 week", "2026-11-30"},
        {"+10d", "2026-12-03"},
        {"+0d", "2026-11-23"},
        {"+3m", "2027-02-23"},
        {"+1y", "2027-11-23"},
        {"today", "2026-11-23"},
        {"Tomorrow", "2026-11-24"},
        {"fri", "2026-11-27"},
        {"FRIDAY", "2026-11-27"},
        {"on friday", "2026-11-27"},
        {"tues", "2026-11-24"},
        {"weds", "2026-11-25"},
        {"sun", "2026-11-29"},
        {"mon", "2026-11-30"},
        {"next fri", "2026-12-04"},
        {"next monday", "2026-11-30"},
        {"next sunday", "2026-12-06"},
        {"  31  mar ", "2027-03-31"},
    };
    for (size_t i = 0; i < COUNT(good); i++)
        assert_day(good[i].text, today(), DAY_GOOD, good[i].day);
}

static void months_end_where_they_end(void **state) {
    (void)state;
    assert_day("+1m", day_of(2027, 1, 31), DAY_GOOD, "2027-02-28");
    assert_day("+1m", day_of(2028, 1, 31), DAY_GOOD, "2028-02-29");
    assert_day("+2m", day_of(2026, 12, 31), DAY_GOOD, "2027-02-28");
    assert_day("+1y", day_of(2028, 2, 29), DAY_GOOD, "2029-02-28");
    assert_day("+12m", day_of(2026, 11, 23), DAY_GOOD, "2027-11-23");
    assert_day("next fri", day_of(2026, 11, 28), DAY_GOOD, "2026-12-04"); /* a Saturday */
    assert_day("fri", day_of(2026, 11, 27), DAY_GOOD, "2026-12-04");      /* never today */
    assert_day("1 jan", day_of(2026, 12, 31), DAY_GOOD, "2027-01-01");
    assert_day("31/3", today(), DAY_GOOD, "2027-03-31");
    assert_day("30.11", today(), DAY_GOOD, "2026-11-30");
}

static void past_days_are_read_and_warned_about(void **state) {
    (void)state;
    assert_day("2016-11-08", today(), DAY_PAST, "2016-11-08");
    assert_day("yesterday", today(), DAY_PAST, "2026-11-22");
    assert_day("-2w", today(), DAY_PAST, "2026-11-09");
    assert_day("-1m", day_of(2026, 12, 31), DAY_PAST, "2026-11-30");
    assert_day("1 march 2026", today(), DAY_PAST, "2026-03-01");
}

static void what_has_no_end_is_refused_as_such(void **state) {
    (void)state;
    static const char *const words[] = {"ongoing",
                                        "Ongoing",
                                        "on-going",
                                        "asap",
                                        "ASAP!",
                                        "tbc",
                                        "tba",
                                        "TBD",
                                        "to be confirmed",
                                        "as soon as possible",
                                        "when possible",
                                        "continuous",
                                        "continuously",
                                        "rolling",
                                        "in due course",
                                        "open-ended",
                                        "immediately",
                                        "ongoing - monthly review"};
    for (size_t i = 0; i < COUNT(words); i++)
        assert_day(words[i], today(), DAY_ONGOING, "none");
}

static void two_meanings_are_refused(void **state) {
    (void)state;
    static const char *const texts[] = {"3/4/2027",
                                        "03.04.2027",
                                        "3/4",
                                        "3/31",
                                        "13/13",
                                        "31/3/27",
                                        "31 mar 27",
                                        "27 mar 31",
                                        "Thursday 31 March 2027",
                                        "fri 31 march 2027"};
    for (size_t i = 0; i < COUNT(texts); i++)
        assert_day(texts[i], today(), DAY_AMBIGUOUS, "none");
}

static void what_is_no_day_is_refused(void **state) {
    (void)state;
    static const char *const texts[] = {
        "",
        "  ",
        "Mondays",
        "8 November 20166",
        "31 feb",
        "2027-02-30",
        "32 mar",
        "0 mar",
        "march",
        "mar 2027",
        "31",
        "2027",
        "fr",
        "ma 3",
        "31 xyz",
        "next",
        "next week",
        "6-8 weeks",
        "+w",
        "+6x",
        "+99999d",
        "+9999y",
        "-9999y",
        "fri sat",
        "2027-3",
        "31//2027",
        "1/2/3/2027",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa mar",
        "a b c d e f g h",
        "31 mar 2027 2028",
        "13/13/2027",
        "today tomorrow",
        "-",
        "+",
        "31 mar apr",
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        day out = -5;
        enum day_fault fault = day_understand(texts[i], today(), &out);
        if (fault != DAY_UNKNOWN)
            fail_msg("'%s': fault %d", texts[i], (int)fault);
        assert_int_equal(out, -5);
    }
}

static void a_fault_says_what_would_do(void **state) {
    (void)state;
    assert_non_null(strstr(day_fault_text(DAY_ONGOING), "A due date is a date"));
    assert_non_null(strstr(day_fault_text(DAY_ONGOING), "+6w"));
    assert_non_null(strstr(day_fault_text(DAY_UNKNOWN), "31 mar"));
    assert_non_null(strstr(day_fault_text(DAY_AMBIGUOUS), "two ways"));
    assert_non_null(strstr(day_fault_text(DAY_AMBIGUOUS), "like 3 apr 2027")); /* an example, not a reading */
    assert_non_null(strstr(day_fault_text(DAY_PAST), "past"));
    for (int fault = DAY_GOOD; fault <= DAY_AMBIGUOUS; fault++)
        assert_in_range(strlen(day_fault_text((enum day_fault)fault)), 1, 78);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(minutes_have_four_forms),
        cmocka_unit_test(times_are_four_digits_and_a_colon),
        cmocka_unit_test(counts_are_plain_digits),
        cmocka_unit_test(a_clock_is_right_to_the_second),
        cmocka_unit_test(used_and_left_always_add_up),
        cmocka_unit_test(nothing_left_is_shown_for_one_second),
        cmocka_unit_test(whole_minutes_round_half_up),
        cmocka_unit_test(days_are_understood_as_people_say_them),
        cmocka_unit_test(months_end_where_they_end),
        cmocka_unit_test(past_days_are_read_and_warned_about),
        cmocka_unit_test(what_has_no_end_is_refused_as_such),
        cmocka_unit_test(two_meanings_are_refused),
        cmocka_unit_test(what_is_no_day_is_refused),
        cmocka_unit_test(a_fault_says_what_would_do),
    };
    return cmocka_run_group_tests_name("core: reading figures and days", tests, NULL, NULL);
}
