#include "candour/base/instant.h"

#include <stdio.h>

/* Days before 1970-01-01, counted as in `day`: 1970-01-01 is day EPOCH_DAY. */
enum { EPOCH_DAY = 719163, DAY_MOST = 3652059, MINUTES_A_DAY = 1440 };
enum { MS_DAY = 24 * MS_HOUR };

int day_last_of_month(int year, int month) {
    static const int last[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12)
        return 0;
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return last[month - 1] + (month == 2 && leap);
}

/* A year begins in March here, so that the leap day is its last. */
day day_of(int year, int month, int dayofmonth) {
    if (year < 1 || year > 9999 || month < 1 || month > 12)
        return 0;
    if (dayofmonth < 1 || dayofmonth > day_last_of_month(year, month))
        return 0;
    int y = month <= 2 ? year - 1 : year;
    int m = month <= 2 ? month + 9 : month - 3;
    int before_march = 365 * y + y / 4 - y / 100 + y / 400;
    return before_march + (153 * m + 2) / 5 + dayofmonth - 306;
}

void day_parts(day d, int *year, int *month, int *dayofmonth) {
    *year = *month = *dayofmonth = 0;
    if (d < 1 || d > DAY_MOST)
        return;
    int from_march = d + 305; /* since 0000-03-01 */
    int era = from_march / 146097;
    int in_era = from_march % 146097;
    int y = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
    int in_year = in_era - (365 * y + y / 4 - y / 100);
    int m = (5 * in_year + 2) / 153;
    *dayofmonth = in_year - (153 * m + 2) / 5 + 1;
    *month = m < 10 ? m + 3 : m - 9;
    *year = era * 400 + y + (*month <= 2);
}

int day_weekday(day d) {
    return (int)((((int64_t)d - 1) % 7 + 7) % 7); /* 0001-01-01 was a Monday */
}

static int64_t floor_divide(int64_t a, int64_t b) {
    return a / b - (a % b < 0);
}

static instant local_ms(struct stamp s) {
    return s.at + (instant)s.offset * MS_MINUTE;
}

day stamp_day(struct stamp s) {
    int64_t d = floor_divide(local_ms(s), MS_DAY) + EPOCH_DAY;
    return (day)(d < 1 ? 1 : d > DAY_MOST ? DAY_MOST : d);
}

static int ms_of_day(struct stamp s) {
    instant local = local_ms(s);
    return (int)(local - floor_divide(local, MS_DAY) * MS_DAY);
}

int stamp_minute_of_day(struct stamp s) {
    return ms_of_day(s) / MS_MINUTE;
}

instant instant_of(day d, int minute_of_day, int offset) {
    return ((instant)d - EPOCH_DAY) * MS_DAY + ((instant)minute_of_day - offset) * MS_MINUTE;
}

/* COUNT digits at TEXT, or -1; stops at the first that is none, so it never reads past a NUL. */
static int digits_read(const char *text, int count) {
    int value = 0;
    for (int i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

static day date_read(const char *text) {
    int year = digits_read(text, 4);
    if (year < 0 || text[4] != '-')
        return 0;
    int month = digits_read(text + 5, 2);
    if (month < 0 || text[7] != '-')
        return 0;
    int dayofmonth = digits_read(text + 8, 2);
    return dayofmonth < 0 ? 0 : day_of(year, month, dayofmonth);
}

day day_read(const char *text) {
    day d = date_read(text);
    return d != 0 && text[10] == '\0' ? d : 0;
}

/* `HH:MM:SS` at TEXT as milliseconds since midnight, or -1. */
static int time_read(const char *text) {
    int hour = digits_read(text, 2);
    if (hour < 0 || hour > 23 || text[2] != ':')
        return -1;
    int minute = digits_read(text + 3, 2);
    if (minute < 0 || minute > 59 || text[5] != ':')
        return -1;
    int second = digits_read(text + 6, 2);
    if (second < 0 || second > 60)
        return -1;
    return hour * MS_HOUR + minute * MS_MINUTE + second * MS_SECOND;
}

/* Milliseconds of `.123456789` at *TEXT, which is moved behind it; 0 when there is none, -1 when it is malformed. */
static int fraction_read(const char **text) {
    if (**text != '.')
        return 0;
    const char *digit = ++*text;
    int ms = 0;
    int weight = 100;
    for (; *digit >= '0' && *digit <= '9'; digit++, weight /= 10)
        ms += (*digit - '0') * weight;
    if (digit == *text || digit - *text > 9)
        return -1;
    *text = digit;
    return ms;
}

/* `Z` or `+HH:MM` and nothing more. */
static bool offset_read(const char *text, int16_t *offset) {
    *offset = 0;
    if (*text == 'Z' || *text == 'z')
        return text[1] == '\0';
    if (*text != '+' && *text != '-')
        return false;
    int hour = digits_read(text + 1, 2);
    if (hour < 0 || hour > 23 || text[3] != ':')
        return false;
    int minute = digits_read(text + 4, 2);
    if (minute < 0 || minute > 59 || text[6] != '\0')
        return false;
    int east = hour * 60 + minute;
    *offset = (int16_t)(*text == '-' ? -east : east);
    return true;
}

bool stamp_read(const char *text, struct stamp *out) {
    day d = date_read(text);
    if (d == 0 || (text[10] != 'T' && text[10] != 't'))
        return false;
    int time = time_read(text + 11);
    if (time < 0)
        return false;
    bool leap_second = text[17] == '6';
    const char *rest = text + 19;
    int ms = fraction_read(&rest);
    int16_t offset;
    if (ms < 0 || !offset_read(rest, &offset))
        return false;
    instant at = instant_of(d, 0, offset) + time + (leap_second ? -1 : ms);
    if (at == 0)
        return false;
    *out = (struct stamp){at, offset};
    return true;
}

static char *digits_write(char *out, int value, int count) {
    for (int i = count - 1; i >= 0; i--, value /= 10)
        out[i] = (char)('0' + value % 10);
    return out + count;
}

static char *date_put(char *out, day d) {
    int year;
    int month;
    int dayofmonth;
    day_parts(d, &year, &month, &dayofmonth);
    out = digits_write(out, year, 4);
    *out++ = '-';
    out = digits_write(out, month, 2);
    *out++ = '-';
    return digits_write(out, dayofmonth, 2);
}

static char *clock_put(char *out, struct stamp s) {
    int minute = stamp_minute_of_day(s);
    out = digits_write(out, minute / 60, 2);
    *out++ = ':';
    return digits_write(out, minute % 60, 2);
}

static char *seconds_put(char *out, struct stamp s) {
    out = clock_put(out, s);
    *out++ = ':';
    return digits_write(out, ms_of_day(s) / MS_SECOND % 60, 2);
}

char *day_write(day d, char out[DAY_SIZE]) {
    char *end = d < 1 || d > DAY_MOST ? out : date_put(out, d);
    *end = '\0';
    return out;
}

char *stamp_write(struct stamp s, char out[STAMP_SIZE]) {
    char *at = date_put(out, stamp_day(s));
    *at++ = 'T';
    at = seconds_put(at, s);
    *at++ = '.';
    at = digits_write(at, ms_of_day(s) % MS_SECOND, 3);
    int offset = s.offset < 0 ? -s.offset : s.offset;
    *at++ = s.offset < 0 ? '-' : '+';
    at = digits_write(at, offset / 60, 2);
    *at++ = ':';
    at = digits_write(at, offset % 60, 2);
    *at = '\0';
    return out;
}

char *stamp_clock(struct stamp s, char out[CLOCK_SIZE]) {
    *clock_put(out, s) = '\0';
    return out;
}

char *stamp_seconds(struct stamp s, char out[CLOCK_SIZE]) {
    *seconds_put(out, s) = '\0';
    return out;
}

char *day_in_words(day d, char *out, size_t size) {
    if (d < 1 || d > DAY_MOST) {
        *out = '\0';
        return out;
    }
    int year;
    int month;
    int dayofmonth;
    day_parts(d, &year, &month, &dayofmonth);
    snprintf(out, size, "%s %d %s %d", weekday_name(day_weekday(d)), dayofmonth, month_name(month), year);
    return out;
}

const char *weekday_name(int weekday) {
    static const char *const names[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    return weekday < 0 || weekday > 6 ? "" : names[weekday];
}

const char *month_name(int month) {
    static const char *const names[] = {"January", "February", "March",     "April",   "May",      "June",
                                        "July",    "August",   "September", "October", "November", "December"};
    return month < 1 || month > 12 ? "" : names[month - 1];
}
