/* Days, stamps and instants: calendar edges, midnight, offsets, and what is no date at all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "candour/base/instant.h"

static void assert_parts(day d, int year, int month, int dayofmonth) {
    int y;
    int m;
    int n;
    day_parts(d, &y, &m, &n);
    assert_int_equal(y, year);
    assert_int_equal(m, month);
    assert_int_equal(n, dayofmonth);
}

static struct stamp stamp_from(const char *text) {
    struct stamp s;
    assert_true(stamp_read(text, &s));
    return s;
}

static void days_count_from_year_1(void **state) {
    (void)state;
    assert_int_equal(day_of(1, 1, 1), 1);
    assert_int_equal(day_of(1, 12, 31), 365);
    assert_int_equal(day_of(1970, 1, 1), 719163);
    assert_int_equal(day_of(2000, 1, 1), 730120);
    assert_int_equal(day_of(9999, 12, 31), 3652059);
    assert_parts(1, 1, 1, 1);
    assert_parts(3652059, 9999, 12, 31);
}

static void leap_days_stand_where_the_calendar_has_them(void **state) {
    (void)state;
    assert_int_equal(day_of(2024, 3, 1) - day_of(2024, 2, 28), 2);
    assert_int_equal(day_of(2023, 3, 1) - day_of(2023, 2, 28), 1);
    assert_int_equal(day_of(2023, 2, 29), 0);
    assert_int_equal(day_of(1900, 2, 29), 0);
    assert_int_not_equal(day_of(2000, 2, 29), 0);
    assert_parts(day_of(2000, 2, 29), 2000, 2, 29);
    assert_int_equal(day_last_of_month(2016, 2), 29);
    assert_int_equal(day_last_of_month(2100, 2), 28);
    assert_int_equal(day_last_of_month(2016, 4), 30);
    assert_int_equal(day_last_of_month(2016, 13), 0);
}

static void every_day_follows_the_one_before(void **state) {
    (void)state;
    day d = 0;
    for (int year = 1; year <= 9999; year++)
        for (int month = 1; month <= 12; month++) {
            int last = day_last_of_month(year, month);
            assert_int_equal(day_of(year, month, 1), d + 1);
            assert_parts(d + 1, year, month, 1);
            assert_parts(d + last, year, month, last);
            assert_int_equal(day_of(year, month, last + 1), 0);
            d += last;
        }
    assert_int_equal(d, 3652059);
}

static void what_is_no_day_is_not_given(void **state) {
    (void)state;
    assert_int_equal(day_of(0, 1, 1), 0);
    assert_int_equal(day_of(10000, 1, 1), 0);
    assert_int_equal(day_of(2016, 0, 1), 0);
    assert_int_equal(day_of(2016, 13, 1), 0);
    assert_int_equal(day_of(2016, 1, 0), 0);
    assert_parts(0, 0, 0, 0);
    char out[DAY_SIZE];
    assert_string_equal(day_write(0, out), "");
    char words[40];
    assert_string_equal(day_in_words(0, words, sizeof words), "");
}

static void weekdays_are_right(void **state) {
    (void)state;
    assert_int_equal(day_weekday(day_of(1, 1, 1)), 0);
    assert_int_equal(day_weekday(day_of(1970, 1, 1)), 3);
    assert_int_equal(day_weekday(day_of(2016, 11, 22)), 1);
    assert_int_equal(day_weekday(day_of(2027, 3, 31)), 2);
    char words[40];
    assert_string_equal(day_in_words(day_of(2027, 3, 31), words, sizeof words), "Wednesday 31 March 2027");
    assert_string_equal(day_in_words(day_of(2026, 9, 2), words, sizeof words), "Wednesday 2 September 2026");
    assert_string_equal(weekday_name(6), "Sunday");
    assert_string_equal(weekday_name(7), "");
    assert_string_equal(month_name(12), "December");
    assert_string_equal(month_name(0), "");
}

static void dates_are_read_whole_or_not_at_all(void **state) {
    (void)state;
    static const char *const wrong[] = {"",           "8 November",  "2016-11-8",   "2016-11-31", "2016/11/08",
                                        "16-11-08",   "2016-11-08 ", "2016-11-081", "2016-1108",  "-016-11-08",
                                        "2016-11-0x", "0000-01-01",  "2016-00-10",  "+2016-11-0", "2016-11-08T"};
    assert_int_equal(day_read("2016-11-08"), day_of(2016, 11, 8));
    assert_int_equal(day_read("0001-01-01"), 1);
    assert_int_equal(day_read("9999-12-31"), 3652059);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(day_read(wrong[i]), 0);
    char out[DAY_SIZE];
    assert_string_equal(day_write(day_of(987, 6, 5), out), "0987-06-05");
}

static void a_stamp_is_an_instant_and_its_offset(void **state) {
    (void)state;
    struct stamp s = stamp_from("2016-11-22T13:28:00.000+00:00");
    assert_int_equal(s.at, INT64_C(1479821280000));
    assert_int_equal(s.offset, 0);
    s = stamp_from("2016-11-22T14:28:00.007+01:00");
    assert_int_equal(s.at, INT64_C(1479821280007));
    assert_int_equal(s.offset, 60);
    s = stamp_from("2016-11-22T09:58:00-03:30");
    assert_int_equal(s.at, INT64_C(1479821280000));
    assert_int_equal(s.offset, -210);
    assert_int_equal(stamp_from("1969-12-31T23:59:59.999Z").at, -1);
    assert_int_equal(stamp_from("1970-01-01T00:00:00.001Z").at, 1);
    assert_int_equal(stamp_from("2016-11-22t13:28:00z").at, INT64_C(1479821280000));
    assert_int_equal(stamp_from("2016-11-22T13:28:00-00:00").offset, 0);
}

static void fractions_are_kept_to_the_millisecond(void **state) {
    (void)state;
    instant whole = stamp_from("2016-11-22T13:28:05Z").at;
    assert_int_equal(stamp_from("2016-11-22T13:28:05.5Z").at - whole, 500);
    assert_int_equal(stamp_from("2016-11-22T13:28:05.05Z").at - whole, 50);
    assert_int_equal(stamp_from("2016-11-22T13:28:05.123456789Z").at - whole, 123);
    assert_int_equal(stamp_from("2016-11-22T13:28:05.999999999Z").at - whole, 999);
}

static void a_leap_second_is_the_end_of_its_minute(void **state) {
    (void)state;
    instant next = stamp_from("2017-01-01T00:00:00Z").at;
    assert_int_equal(stamp_from("2016-12-31T23:59:60Z").at, next - 1);
    assert_int_equal(stamp_from("2016-12-31T23:59:60.25Z").at, next - 1);
}

static void what_is_no_stamp_is_refused(void **state) {
    (void)state;
    static const char *const wrong[] = {
        "",
        "2016-11-22",
        "2016-11-22T13:28:00",
        "2016-11-22 13:28:00Z",
        "2016-11-22T13:28Z",
        "2016-11-22T24:00:00Z",
        "2016-11-22T13:60:00Z",
        "2016-11-22T13:28:61Z",
        "2016-02-30T13:28:00Z",
        "2016-11-22T13:28:00.Z",
        "2016-11-22T13:28:00.1234567890Z",
        "2016-11-22T13:28:00,5Z",
        "2016-11-22T13:28:00+1:00",
        "2016-11-22T13:28:00+0100",
        "2016-11-22T13:28:00+24:00",
        "2016-11-22T13:28:00+01:60",
        "2016-11-22T13:28:00+01:00 ",
        "2016-11-22T13:28:00ZZ",
        "2016-11-22T13:28:00+",
        "2016-11-22T13",
        "1970-01-01T00:00:00Z", /* 0 would mean: not given */
        "1970-01-01T01:00:00+01:00",
    };
    struct stamp s = {42, 7};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(stamp_read(wrong[i], &s));
    assert_int_equal(s.at, 42);
    assert_int_equal(s.offset, 7);
}

static void the_rooms_clock_decides_the_day(void **state) {
    (void)state;
    struct stamp late = stamp_from("2016-11-22T23:59:59.999-05:00");
    assert_int_equal(stamp_day(late), day_of(2016, 11, 22));
    assert_int_equal(stamp_minute_of_day(late), 23 * 60 + 59);
    struct stamp midnight = stamp_from("2016-11-23T00:00:00.000-05:00");
    assert_int_equal(midnight.at - late.at, 1);
    assert_int_equal(stamp_day(midnight), day_of(2016, 11, 23));
    assert_int_equal(stamp_minute_of_day(midnight), 0);
    struct stamp early = stamp_from("1969-12-31T00:30:00Z");
    assert_int_equal(stamp_day(early), day_of(1969, 12, 31));
    assert_int_equal(stamp_minute_of_day(early), 30);
    struct stamp month_end = stamp_from("2024-02-29T23:30:00+01:00");
    month_end.at += MS_HOUR;
    assert_int_equal(stamp_day(month_end), day_of(2024, 3, 1));
}

/* The clocks go back in the night: the same reading twice, an hour apart, on the same day. */
static void a_changed_offset_moves_no_instant(void **state) {
    (void)state;
    struct stamp summer = stamp_from("2016-10-30T01:30:00+01:00");
    struct stamp winter = stamp_from("2016-10-30T01:30:00+00:00");
    assert_int_equal(winter.at - summer.at, MS_HOUR);
    char out[CLOCK_SIZE];
    assert_string_equal(stamp_clock(summer, out), "01:30");
    assert_string_equal(stamp_clock(winter, out), "01:30");
    assert_int_equal(stamp_day(summer), stamp_day(winter));
}

static void an_instant_is_a_day_a_minute_and_an_offset(void **state) {
    (void)state;
    assert_int_equal(instant_of(day_of(2016, 11, 22), 13 * 60 + 28, 0), INT64_C(1479821280000));
    assert_int_equal(instant_of(day_of(2016, 11, 22), 14 * 60 + 28, 60), INT64_C(1479821280000));
    assert_int_equal(instant_of(day_of(2016, 11, 22), 24 * 60, 0), instant_of(day_of(2016, 11, 23), 0, 0));
}

static void stamps_are_written_as_they_are_read(void **state) {
    (void)state;
    static const char *const texts[] = {
        "2016-11-22T13:28:00.000+00:00", "2016-11-22T13:28:05.007+05:45", "2016-12-31T23:59:59.999-03:30",
        "0001-01-01T00:00:00.000+00:00", "9999-12-31T23:59:59.999+00:00", "0001-01-01T00:00:00.000+23:59",
        "9999-12-31T23:59:59.999-23:59", "1969-12-31T23:59:59.001-00:30",
    };
    char out[STAMP_SIZE];
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_string_equal(stamp_write(stamp_from(texts[i]), out), texts[i]);
    char clock[CLOCK_SIZE];
    assert_string_equal(stamp_seconds(stamp_from("2016-11-22T09:08:07.999+00:00"), clock), "09:08:07");
    assert_string_equal(stamp_clock(stamp_from("2016-11-22T00:00:59.999+00:00"), clock), "00:00");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_count_from_year_1),
        cmocka_unit_test(leap_days_stand_where_the_calendar_has_them),
        cmocka_unit_test(every_day_follows_the_one_before),
        cmocka_unit_test(what_is_no_day_is_not_given),
        cmocka_unit_test(weekdays_are_right),
        cmocka_unit_test(dates_are_read_whole_or_not_at_all),
        cmocka_unit_test(a_stamp_is_an_instant_and_its_offset),
        cmocka_unit_test(fractions_are_kept_to_the_millisecond),
        cmocka_unit_test(a_leap_second_is_the_end_of_its_minute),
        cmocka_unit_test(what_is_no_stamp_is_refused),
        cmocka_unit_test(the_rooms_clock_decides_the_day),
        cmocka_unit_test(a_changed_offset_moves_no_instant),
        cmocka_unit_test(an_instant_is_a_day_a_minute_and_an_offset),
        cmocka_unit_test(stamps_are_written_as_they_are_read),
    };
    return cmocka_run_group_tests_name("base instant", tests, NULL, NULL);
}
