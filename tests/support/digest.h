/* Digest: all that a meeting knows, as one number, to see whether two of them are the same. */
#ifndef CANDOUR_TESTS_DIGEST_H
#define CANDOUR_TESTS_DIGEST_H

#include <stdint.h>

#include "candour/core/meeting.h"

/* The state that the standing events make. Events are named by their instants, so that a meeting in which something
 * was undone can be compared with one in which it was never said. */
uint64_t digest_state(const struct meeting *m);
/* The state, and everything kept beside it: each event and whether it stands, which ids are free, what could be undone
 * and redone. */
uint64_t digest_all(const struct meeting *m);
/* Every field of RECORD by its shape. */
uint64_t digest_record(const struct shape *shape, const void *record);

#endif
