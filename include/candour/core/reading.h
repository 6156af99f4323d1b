/* Reading: what a person types or a file holds, as values: dates, times, minutes, ids.
 *
 * The loader uses the strict forms, forms on screen and the `:` line the generous ones. Nothing guesses: what has two
 * meanings is refused with a sentence. `today` is always given.
 */
#ifndef CANDOUR_CORE_READING_H
#define CANDOUR_CORE_READING_H

#include "candour/core/meeting.h"

/* Strict forms of the file. */
bool minutes_read(const char *text, int32_t *minutes);    /* 25, 25m, 1h05, 1:05; a sign is allowed */
bool time_read(const char *text, int32_t *minute_of_day); /* HH:MM, 00:00 to 23:59 */
bool count_read(const char *text, int32_t *count);        /* decimal digits, no leading zero */

enum day_fault {
    DAY_GOOD,
    DAY_PAST,      /* read, but before today: `out` is set, a warning is due */
    DAY_UNKNOWN,   /* not a date */
    DAY_ONGOING,   /* "ongoing", "asap", "tbc": refused, a due date is a date */
    DAY_AMBIGUOUS, /* 3/4/2027 */
};
/* 2027-03-31, 31 mar, 31 march 2027, mar 31, +6w +10d +3m +1y, today, tomorrow, fri, friday, next fri (case does not
 * matter). A day and month without a year is the next such date from TODAY on; a weekday is the next one after TODAY
 * (never today); "+1m" from the 31st is the last day of a shorter month. */
enum day_fault day_understand(const char *text, day today, day *out);
/* The sentence for a fault, with what would be understood; never NULL. */
const char *day_fault_text(enum day_fault fault);

/* An id from a code, a unique prefix of a code, or a unique beginning of a word of the name (case does not matter),
 * among what FIELD may refer to. NULL when none or several fit; then OTHERS (may be NULL) is one that is near. */
const char *ref_understand(const struct meeting *meeting, const struct field *field, const char *text,
                           const char **near);

/* "10:25", "+2:05", "-0:05": minutes and seconds of MS, rounded toward zero time left: the one formatting function of
 * every clock on every screen. SIGN true writes + on positive figures too. OUT of 24 bytes. */
char *duration_text(int64_t ms, bool sign, char out[24]);
/* Whole minutes, rounded half up, as the agenda column shows them. */
int32_t duration_minutes(int64_t ms);

/* Writes FIELD of RECORD as the text a form shows and understands again; in ARENA, "" when not given. */
struct arena;
char *field_text(const struct field *field, const void *record, struct arena *arena);

#endif
