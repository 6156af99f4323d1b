/* Gather: the sessions of a folder read by several threads, each handed over as a précis as soon as it is there.
 *
 *   gather = gather_begin(operands, count, now);
 *   while (gather_take(gather, &read)) ...        whenever gather_news is readable
 *   gather_end(gather);
 *
 * One thread for each core lists, reads, loads and sums up, in memory of its own; they share the stock the précis are
 * kept in, under a lock, and nothing else. The threads take no signal and no terminal. What was handed over lives until
 * gather_end, which waits for the file each thread is at, and no longer.
 */
#ifndef CANDOUR_SHELL_GATHER_H
#define CANDOUR_SHELL_GATHER_H

#include "candour/base/instant.h"
#include "candour/ui/msg.h"

struct gather;

/* OPERANDS must live as long. NOW says what is late. NULL: no thread could be started. */
struct gather *gather_begin(const char *const *operands, size_t count, struct stamp now);
/* NULL is allowed. */
void gather_end(struct gather *gather);

/* A descriptor that is readable when there is something to take; -1: there is none, and one looks from time to time. */
int gather_news(const struct gather *gather);
/* What was read since the last call, good until the next; false when there is nothing new. */
bool gather_take(struct gather *gather, struct sessions_read *out);
/* Reads one file anew, here and now. */
const struct precis *gather_again(struct gather *gather, const char *path, struct stamp now);

#endif
