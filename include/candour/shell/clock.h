/* Clock: the only place that asks what time it is.
 *
 * The wall clock is read once; from then on a clock that runs through suspend is added to it, so that a corrected
 * system clock cannot make a timer jump. The offset from UTC is the room's (localtime), and follows a change of summer
 * time in the middle of a meeting.
 */
#ifndef CANDOUR_SHELL_CLOCK_H
#define CANDOUR_SHELL_CLOCK_H

#include "candour/base/instant.h"

struct clock {
    instant wall;    /* when it was begun */
    int64_t running; /* the running clock then, ms */
    int32_t speed;   /* ms of this clock in one that passes; 0: 1 */
};

struct clock clock_begin(void);
/* Goes on from where it stands, SPEED times as fast as time does. */
void clock_speed(struct clock *clock, int32_t speed);
/* Stands at AT now, and goes on from there. */
void clock_set(struct clock *clock, instant at);
/* How long MS of this clock take, in ms of time, rounded up. */
int64_t clock_takes(const struct clock *clock, int64_t ms);
struct stamp clock_now(const struct clock *clock);
/* How far the system's wall clock has gone from this one since, ms; above 0: the wall clock was put forward. */
int64_t clock_drift(const struct clock *clock);
/* Goes on AHEAD ms before the system's wall clock, as it is now. */
void clock_set_ahead(struct clock *clock, int64_t ahead);
/* Goes on from AT if that is later than now, for events must follow one another; how far it was put forward, ms. */
int64_t clock_not_before(struct clock *clock, instant at);

#endif
