/* Clock shim: what a test writes so that the program under test reads another time. The file named by CANDOUR_CLOCK
 * holds this struct and is mapped by both. The shipped program knows nothing of it. */
#ifndef CANDOUR_TESTS_CLOCKSHIM_H
#define CANDOUR_TESTS_CLOCKSHIM_H

#include <stdint.h>

struct shim_clock {
    volatile int64_t frozen; /* above 0: the wall clock stands at this, UTC ms; the others stand too */
    volatile int64_t added;  /* ms added to every clock: a suspend, or time that passes while frozen */
    volatile int64_t wall;   /* ms added to the wall clock alone: somebody set it */
};

#endif
