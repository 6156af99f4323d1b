/* Parts of the room's view that are made one by one: room.c gathers, room_records.c says what a record is. */
#ifndef CANDOUR_CORE_ROOM_PARTS_H
#define CANDOUR_CORE_ROOM_PARTS_H

#include "candour/base/arena.h"
#include "candour/core/room.h"

struct showing {
    const struct meeting *meeting;
    const struct audience *audience;
    struct arena *arena;
    bool held; /* a guarded word was met in a text since this was set to false */
};

/* A copy of TEXT in the arena; NULL when there is none, or a guarded word stands in it (then `held` is set). */
const char *shown(struct showing *s, const char *text);
/* May this audience see what has this visibility (0: not given)? */
bool may_see(const struct showing *s, int visibility);
/* A choice in words: "accepted in part". */
const char *shown_choice(struct showing *s, const struct choices *choices, int value);

/* The record as this audience may see it into OUT; false: it may not. */
bool room_record(struct showing *s, const struct record_state *record, struct room_record *out);
/* The position last taken on a finding. */
void room_position(struct showing *s, const struct finding_state *finding, struct room_record *out);

#endif
