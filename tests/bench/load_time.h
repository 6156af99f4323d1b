/* Load, check and replay of a long session against a bare libyaml event scan of the same file, each in a process of its
 * own, in turn.
 */
#ifndef CANDOUR_TESTS_BENCH_LOAD_TIME_H
#define CANDOUR_TESTS_BENCH_LOAD_TIME_H

#include <stdbool.h>

#include "figures.h"

struct load_figures {
    struct figures load, scan; /* ms */
    struct figures before;     /* kB of a process that has not loaded it yet */
    struct figures resident;   /* kB of one that holds the meeting */
    struct figures peak;       /* kB at the highest */
};

/* False: the file does not load. */
bool load_measure(const char *path, int rounds, struct load_figures *out);

/* What each of those processes does: HOW is --load or --scan; what it found goes to standard output. */
int load_apart(const char *how, const char *path);

#endif
