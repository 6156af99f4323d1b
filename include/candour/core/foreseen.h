/* Foreseen: when each item would be taken if the meeting went by its plan, and where the plan is tight.
 *
 * Worked out from a meeting as it stands and never stored; it lives in the arena given, points into the meeting and
 * cannot fail. Shown before a meeting and in a rehearsal; nothing here keeps anybody from doing anything.
 *
 * Pinch points, each a line in neutral words:
 *   an item that must start at a time of day before the ones in front of it are over
 *   a round in which each agency's minutes together are more than the item has
 *   less than five minutes for each finding of an item in which findings are discussed, challenged or decided
 *   deciding that begins when more than half of the time is gone (Quality Marker 15: too little time breeds
 *   defensiveness), or has less than ten minutes in one item
 *   more than two hours without a break
 *   an item that waits for its time of day
 */
#ifndef CANDOUR_CORE_FORESEEN_H
#define CANDOUR_CORE_FORESEEN_H

#include "candour/core/meeting.h"

enum { PINCH_FINDING_MS = 5 * MS_MINUTE, PINCH_DECISION_MS = 10 * MS_MINUTE, PINCH_SITTING_MS = 120 * MS_MINUTE };

struct foreseen_item {
    uint32_t place;   /* in the meeting's items */
    instant from, to; /* UTC */
    int64_t wait;     /* ms it waits for its time of day, in front of it */
    int64_t late;     /* ms it starts later than it must */
};

struct foreseen {
    struct foreseen_item *items; /* to come, in order */
    size_t count;
    instant ends;         /* of the last one; NOW when none is to come */
    struct texts pinches; /* lines */
};

/* As if the next item began at NOW and nobody gave or took a minute. */
struct foreseen *foresee(const struct meeting *meeting, struct stamp now, struct arena *arena);

#endif
