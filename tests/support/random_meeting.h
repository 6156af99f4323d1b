/* Random meetings: agendas and events drawn from the field tables with a fixed seed, so that no shape is forgotten.
 *
 *   struct chance c = chance_of(7);
 *   struct agenda *agenda = random_agenda(&c, arena);      always one that the checker accepts
 *   struct event event = random_event(&c, meeting);        later than the last; may be refused
 *   struct meeting *m = random_meeting(&c, arena, 200);    so many events were accepted
 *
 * Texts are awkward on purpose: quotes, colons, leading signs, several lines, many scripts, words that YAML takes for
 * something else. They are clean in the sense of text_clean: no line ends in a blank, none in a newline.
 */
#ifndef CANDOUR_TESTS_RANDOM_MEETING_H
#define CANDOUR_TESTS_RANDOM_MEETING_H

#include "candour/base/arena.h"
#include "candour/core/meeting.h"

struct chance {
    uint64_t state;
};

struct chance chance_of(uint64_t seed);
/* 0 to below COUNT, which is at least 1. */
uint32_t chance_below(struct chance *c, uint32_t count);
/* True PERCENT times in a hundred. */
bool chance_percent(struct chance *c, uint32_t percent);

const char *random_line(struct chance *c);
const char *random_text(struct chance *c);
struct agenda *random_agenda(struct chance *c, struct arena *arena);
/* Mostly one that may be said now, sometimes nonsense. */
struct event random_event(struct chance *c, const struct meeting *m);
/* Opened; EVENTS accepted in all, unless the meeting was closed to everything before that. */
struct meeting *random_meeting(struct chance *c, struct arena *arena, size_t events);

#endif
