/* Said: values as a document says them, without a meeting to look into. Texts live in the arena given. */
#ifndef CANDOUR_FORMAT_REPORT_SAID_H
#define CANDOUR_FORMAT_REPORT_SAID_H

#include "candour/base/arena.h"
#include "candour/base/instant.h"
#include "candour/core/field.h"

/* Its first letter, if that is ASCII; NULL stays NULL. */
const char *capital(struct arena *arena, const char *text);
/* "Friday 31 March 2017"; NULL for 0. */
const char *said_day(struct arena *arena, day d);
/* "13:28"; NULL when it is not given. */
const char *said_clock(struct arena *arena, struct stamp stamp);
/* The word of a choice with a capital, "-" as a blank; OTHERWISE (may be NULL) when it is not given. */
const char *said_choice(struct arena *arena, const struct choices *choices, int value, const char *otherwise);
/* "1 challenge", "3 challenges". */
const char *said_count(struct arena *arena, size_t count, const char *one, const char *many);
/* A, BETWEEN and B; one of them alone when the other is NULL. */
const char *said_both(struct arena *arena, const char *a, const char *between, const char *b);

#endif
