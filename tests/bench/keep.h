/* One event kept, as the program keeps it, against the bare write and fdatasync of the same bytes. */
#ifndef CANDOUR_TESTS_BENCH_KEEP_H
#define CANDOUR_TESTS_BENCH_KEEP_H

#include "candour/core/meeting.h"
#include "figures.h"

enum { KEEP_FEW = 200, KEEP_MANY = 20000 };

struct keep_figures {
    struct figures few, many;           /* session_keep, ms */
    struct figures bare_few, bare_many; /* write + fdatasync, ms */
};

/* ROUNDS events at the end of each of four files in the current folder, in turn. False: the disk failed, and why is on
 * standard error. */
bool keep_measure(const struct agenda *agenda, int rounds, struct keep_figures *out);

#endif
