/* Wait: the loop's sleep, until a key, a signal, news, or a time.
 *
 * On Linux the time is a timer that also runs while the computer is suspended, so that the screen is right the moment
 * the lid is opened; elsewhere it is the time-out of the sleep itself.
 */
#ifndef CANDOUR_SHELL_WAIT_H
#define CANDOUR_SHELL_WAIT_H

#include <stdint.h>

struct waiting {
    int timer; /* -1: there is none */
    int news;  /* likewise */
};

/* NEWS: a descriptor that is readable when there is news; -1: there is none to come. It stays its owner's. */
struct waiting wait_begin(int news);
void wait_end(struct waiting *waiting);
/* Sleeps for at most MS (below 0: for ever) or until something came; what it was the caller looks for. */
void wait_for(struct waiting *waiting, int64_t ms);

#endif
