/* Reading: what a person types or a file holds, as values: dates, times, minutes, ids; and values as text again.
 *
 * The loader uses the strict forms, forms on screen and the `:` line the generous ones. Nothing guesses: what has two
 * meanings is refused with a sentence. `today` is always given. Outputs are written only when the text was understood.
 */
#ifndef CANDOUR_CORE_READING_H
#define CANDOUR_CORE_READING_H

#include "candour/core/meeting.h"

/* Strict forms of the file. */
/* 25, 25m, 1h, 1h05, 1:05; a sign is allowed; at most 999,999 of either unit. After `h` one or two digits below 60,
 * after `:` exactly two. */
bool minutes_read(const char *text, int32_t *minutes);
bool time_read(const char *text, int32_t *minute_of_day); /* HH:MM, 00:00 to 23:59 */
bool count_read(const char *text, int32_t *count);        /* decimal digits, no leading zero, at most nine */

enum day_fault {
    DAY_GOOD,
    DAY_PAST,      /* read, but before today: `out` is set, a warning is due */
    DAY_UNKNOWN,   /* not a date */
    DAY_ONGOING,   /* "ongoing", "asap", "tbc": refused, a due date is a date */
    DAY_AMBIGUOUS, /* 3/4/2027, 31 mar 27, a weekday that is not that date's */
};
/* 2027-03-31, 31 mar, 31 march 2027, mar 31, +6w +10d +3m +1y, today, tomorrow, fri, friday, next fri (case does not
 * matter). A day and month without a year is the next such date from TODAY on; a weekday is the next one after TODAY
 * (never today), `next` with it is the one in the week after this one, weeks beginning on Monday; "+1m" from the 31st
 * is the last day of a shorter month.
 * Also taken: yesterday, -2w, "6 weeks", "in 6 weeks", 31st, "wed 31 march 2027" (the form dates are echoed in), a
 * leading "by" or "on", 31/3, and 31/3/2027 where only one order of day and month is possible. A year has four
 * digits. */
enum day_fault day_understand(const char *text, day today, day *out);
/* The sentence for a fault, with what would be understood; at most 78 bytes, no full stop; never NULL. */
const char *day_fault_text(enum day_fault fault);

/* An id from a code, a unique prefix of a code, or a unique beginning of a word of the name (case does not matter),
 * among what FIELD may refer to, in this order: a whole code wins over a beginning, a code over a name. The id is the
 * meeting's own text. A withdrawn record is understood by its whole code only. NULL when none or several fit; then
 * NEAR (may be NULL) gets one that is near, or NULL. */
const char *ref_understand(const struct meeting *meeting, const struct field *field, const char *text,
                           const char **near);

/* --- the one formatting of every clock on every screen ---
 *
 * Time used counts up and is rounded down; time left counts down and is rounded up, so that the two always add up to
 * what was granted, and 0:00 is shown for exactly one second: the one that begins when nothing is left. */

/* "10:25", "+2:05", "-0:05": minutes and seconds of MS, rounded down (toward minus infinity). SIGN writes + on positive
 * figures and on zero. OUT of 24 bytes. */
char *duration_text(int64_t ms, bool sign, char out[24]);
/* Time left: "10:25", "0:00"; past zero, where LEFT is negative, the overrun with its sign: "+0:00" within the first
 * second, then "+0:01". The figure changes whenever LEFT reaches a whole second. OUT of 24 bytes. */
char *left_text(int64_t left, char out[24]);
/* Whole minutes, rounded half up, as the agenda column shows them. */
int32_t duration_minutes(int64_t ms);
/* Whole minutes of what is left (of the overrun, where LEFT is negative), as they are shown while nothing runs: time is
 * never said to be more than it is. */
int64_t left_minutes(int64_t left);

/* Screens stand in reverse for ALERT_MS whenever a clock that runs since SINCE passes 75 % or all of what was GRANTED,
 * and every ALERT_EVERY_MS of overrun. */
enum { ALERT_MS = 3 * MS_SECOND, ALERT_EVERY_MS = 5 * MS_MINUTE };
/* When the last of these was passed, at or before NOW, of which USED is the time used; 0: none since SINCE. */
instant threshold_passed(int64_t granted, int64_t used, instant since, instant now);

/* Writes FIELD of RECORD as the text a form shows and understands again; in ARENA, "" when not given. Lists of ids,
 * dates: "CSC, POL"; LINES and PATHS: one a line; MAPS: one a line, its fields joined with ": ", a line end inside
 * followed by two blanks; MAP and SET: `key: text` lines. */
struct arena;
char *field_text(const struct field *field, const void *record, struct arena *arena);

#endif
