/* Instants, stamps and days: arithmetic on points in time, without a clock.
 *
 * An instant is UTC milliseconds since 1970-01-01. A stamp is an instant and the offset from UTC that the room's
 * clocks showed. A day is a calendar date as a number (1 is 0001-01-01, proleptic Gregorian; 0 is "not given"), so
 * that a zeroed struct has no date. Nothing here reads a clock; `now` is always given.
 */
#ifndef CANDOUR_BASE_INSTANT_H
#define CANDOUR_BASE_INSTANT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef int64_t instant;
typedef int32_t day;

enum { MS_SECOND = 1000, MS_MINUTE = 60 * 1000, MS_HOUR = 3600 * 1000 };

struct stamp {
    instant at;     /* 0: not given */
    int16_t offset; /* minutes east of UTC, -1439 to 1439 */
};

enum { STAMP_SIZE = 32, DAY_SIZE = 12, CLOCK_SIZE = 12 };

/* The day of a calendar date; 0 when there is no such date (years 1 to 9999). */
day day_of(int year, int month, int dayofmonth);
/* All three are 0 for a day that is not given. */
void day_parts(day d, int *year, int *month, int *dayofmonth);
/* Monday is 0. */
int day_weekday(day d);
int day_last_of_month(int year, int month);
/* The local date of a stamp, and minutes since its midnight. */
day stamp_day(struct stamp s);
int stamp_minute_of_day(struct stamp s);
/* The instant of HH:MM (as minutes since midnight) on D at OFFSET. */
instant instant_of(day d, int minute_of_day, int offset);

/* `YYYY-MM-DD`, exactly ten characters; 0 when it is not a date. */
day day_read(const char *text);
/* RFC 3339 section 5.6 with `T` and an offset or `Z`; 0 to 9 digits of fraction, kept to the millisecond.
 * A leap second (`:60`) is taken as the last millisecond of its minute. The epoch itself is refused, since 0 means
 * not given. false when it is not a stamp; OUT is then as it was. */
bool stamp_read(const char *text, struct stamp *out);

/* Writers fill OUT (of at least the named size) and return it; a day that is not given is written as nothing. */
char *day_write(day d, char out[DAY_SIZE]);                /* 2027-03-31 */
char *stamp_write(struct stamp s, char out[STAMP_SIZE]);   /* 2016-11-22T13:28:00.000+00:00 */
char *stamp_clock(struct stamp s, char out[CLOCK_SIZE]);   /* 13:28 */
char *stamp_seconds(struct stamp s, char out[CLOCK_SIZE]); /* 13:28:05 */
/* "Wednesday 31 March 2027"; SIZE at least 40. */
char *day_in_words(day d, char *out, size_t size);
const char *weekday_name(int weekday);
const char *month_name(int month);

#endif
