/* Replay: the entries of `events:` to events, each applied to the meeting, each refusal named at its place.
 *
 * One entry that is wrong makes others look wrong that are not: what only follows from it is not named (follow.h). And
 * an event with a fault is taken in nevertheless as far as it can be, so that the rest is held to the right meeting:
 * with what could be read of it, just behind the event before it when its time is at fault, and after an `open` that
 * is not there.
 */
#ifndef CANDOUR_FORMAT_REPLAY_H
#define CANDOUR_FORMAT_REPLAY_H

#include "candour/core/meeting.h"
#include "candour/format/follow.h"
#include "candour/format/walk.h"

struct replay {
    struct walk walk;
    const struct idlist *ids;
    struct meeting *meeting;
    struct outcome *outcome; /* of the first AS_OF events, once they were applied */
    bool compare;            /* work OUTCOME out */
    int32_t as_of;
    struct follow follow;
    bool opened_anyway; /* by no `open` of the file */
    instant before;     /* `at` of the entry before, as the file gives it; 0: none */
};

/* Begins on an agenda; MEETING's arena is WALK's. */
void replay_begin(struct replay *replay, const struct walk *walk, const struct idlist *ids,
                  const struct agenda *agenda);
/* Goes on with a MEETING that was replayed before. */
void replay_resume(struct replay *replay, const struct walk *walk, const struct idlist *ids, struct meeting *meeting);
/* The next entry of the list. */
void replay_entry(struct replay *replay, const struct node *entry);

/* Names each difference between what the file gives as `outcome:` and the fold of its first events. */
void replay_compare(const struct replay *replay, const struct outcome *given, const struct node *node,
                    const struct source *source);

#endif
