/* Follow: what an event that could not be taken makes look wrong, and is not.
 *
 * The rest of a session is read as if every event had been taken. A start that was refused would make each event after
 * it look misplaced, a record that was refused each one that names it: such refusals only follow and are not named.
 * Whatever settles the question (an item is started, the meeting is closed) ends it. Ids are copied to the arena given.
 */
#ifndef CANDOUR_FORMAT_FOLLOW_H
#define CANDOUR_FORMAT_FOLLOW_H

#include "candour/core/meeting.h"

struct follow {
    struct arena *arena;
    bool status;      /* ready, running, paused...: what the meeting is in is not sure */
    bool ledger;      /* nor is which items were started or given up, and what was granted to them */
    const char **ids; /* of records that were not recorded, and the times of such events */
    size_t count, capacity;
};

/* ENTRY, an event of the kind WHAT (DO_COUNT: of none), was refused with CODE (REFUSED_NOT: it could not be read). */
void follow_bad(struct follow *follow, const struct meeting *meeting, const struct node *entry, enum event_do what,
                enum refusal_code code);
/* It was taken; LOST: without some of what it said. */
void follow_taken(struct follow *follow, enum event_do what, bool lost);
/* An event that is known by this `at` has another one, or none, in the meeting. */
void follow_at(struct follow *follow, const struct node *entry);

bool follow_hides_id(const struct follow *follow, const char *id);
/* Does this refusal of ENTRY only follow? */
bool follow_hides(const struct follow *follow, const struct node *entry, struct refusal refusal);

#endif
