/* A long session over the Harrowmere agenda: challenges with answers, agreements with all their fields, amendments,
 * assents, positions and the rest in turn, as a talkative board would leave them.
 */
#ifndef CANDOUR_TESTS_BENCH_GENERATE_H
#define CANDOUR_TESTS_BENCH_GENERATE_H

#include <stdbool.h>

#include "candour/base/buffer.h"
#include "candour/core/meeting.h"

/* Event NUMBER (from 0) of a session: `open`, `start`, then records. It and what it points to live in ARENA. */
struct event generate_event(struct arena *arena, size_t number);
/* The whole of a session of COUNT events (2 at least), still open. */
void generate_session(const struct agenda *agenda, size_t count, struct buffer *out);
/* COUNT sessions of EVENTS events each in FOLDER, which is made: of as many reviews, with findings of their own, so
 * that no two files have the same agenda. False: said on standard error. */
bool generate_folder(const struct agenda *agenda, size_t count, size_t events, const char *folder);
/* The agenda of the meeting file at PATH, or NULL and the reason on standard error. */
const struct agenda *generate_agenda(const char *path, struct arena *arena);

#endif
