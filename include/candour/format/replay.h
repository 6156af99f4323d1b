/* Replay: the entries of `events:` to events, each applied to the meeting, each refusal named at its place.
 *
 * One entry that is wrong makes others look wrong that are not: so what only follows from it is not named. A bad event
 * that records something hides refusals about that id; a bad one that moves the clock or the state of the meeting hides
 * later refusals about the clock and the state.
 */
#ifndef CANDOUR_FORMAT_REPLAY_H
#define CANDOUR_FORMAT_REPLAY_H

#include "candour/core/meeting.h"
#include "candour/format/walk.h"

struct replay {
    struct walk walk;
    const struct idlist *ids;
    struct meeting *meeting;
    struct outcome *outcome; /* of the first AS_OF events, once they were applied */
    bool compare;            /* work OUTCOME out */
    int32_t as_of;
    bool state_wrong;
    const char **wrong_ids; /* recorded by bad events; in the arena of the problems */
    size_t wrong_count, wrong_capacity;
};

/* Begins on an agenda; MEETING's arena is WALK's. */
void replay_begin(struct replay *replay, const struct walk *walk, const struct idlist *ids,
                  const struct agenda *agenda);
/* The next entry of the list. */
void replay_entry(struct replay *replay, const struct node *entry);

/* Names each difference between what the file gives as `outcome:` and the fold of its first events. */
void replay_compare(const struct replay *replay, const struct outcome *given, const struct node *node,
                    const struct source *source);

#endif
