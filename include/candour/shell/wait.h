/* Wait: the loop's sleep, until a key, a signal, news, or a time.
 *
 * On Linux the time is a timer that also runs while the computer is suspended, so that the screen is right the moment
 * the lid is opened; elsewhere it is the time-out of the sleep itself.
 */
#ifndef CANDOUR_SHELL_WAIT_H
#define CANDOUR_SHELL_WAIT_H

#include <stdbool.h>
#include <stdint.h>

struct waiting {
    bool deaf; /* standard input is at its end, and would never sleep again */
    int timer; /* -1: there is none */
};

struct waiting wait_begin(void);
void wait_end(struct waiting *waiting);
/* Sleeps for at most MS (below 0: for ever) or until something came; what it was the caller looks for. NEWS: a
 * descriptor that is readable when there is news; -1: there is none to come. */
void wait_for(struct waiting *waiting, int64_t ms, int news);

#endif
