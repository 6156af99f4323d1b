/* A folder of many sessions: first rows, all of them, memory, a search; beside a bare libyaml scan of the same bytes on
 * one core.
 */
#ifndef CANDOUR_TESTS_BENCH_FOLDER_H
#define CANDOUR_TESTS_BENCH_FOLDER_H

#include <stdbool.h>

#include "figures.h"

struct folder_figures {
    struct figures first;    /* ms to the first rows */
    struct figures all;      /* ms until every session is listed and searchable */
    struct figures scan;     /* ms of the scan */
    struct figures search;   /* ms from Enter to the last hit */
    struct figures resident; /* kB with everything read */
};

/* PROGRAM reviews FOLDER, which holds COUNT sessions (a thousand at least) and nothing else. */
bool folder_measure(char *program, char *folder, int rounds, struct folder_figures *out);
int folder_cores(void);

#endif
