/* Full-screen programs side by side: how soon they have drawn, how soon they answer a key, what they hold. */
#ifndef CANDOUR_TESTS_BENCH_SCREENS_H
#define CANDOUR_TESTS_BENCH_SCREENS_H

#include <stdbool.h>

#include "figures.h"

struct contender {
    const char *name;
    char *argv[6];             /* [0] NULL: not installed */
    const char *marker;        /* drawn with the first full frame */
    const char *first;         /* typed before the keys that are measured; NULL: nothing */
    const char *there, *back;  /* keys that go one down and one up */
    const char *leave;         /* keys that end it, right after its start, and change nothing */
    struct figures start, key; /* ms */
    struct figures resident;   /* kB */
    int silent;                /* keys that drew nothing within a second */
};

/* All of them start in turn, ROUNDS times; then all run at once and each gets its key in turn, KEYS times. */
void screens_measure(struct contender *contenders, int count, int rounds, int keys);

#endif
