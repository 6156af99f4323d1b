/* Audience: a meeting as some may see it, so that a writer of documents cannot give out what it was not given.
 *
 * The result is a meeting to be read (summary_later, record, time, who): what its readers may not see is not in it, in
 * no record, wording, event or section. It shares everything else with the meeting it is made from, which must outlive
 * it and not change meanwhile; nothing may be applied to it. Never there: the chair's own (prompts and notes of items).
 * For the board what is restricted is taken out, for it belongs to those who were in the room:
 *
 *   a record   is `withheld`, and `withdrawn`, so that no list, figure or matrix counts it; it keeps id, kind, place
 *              and visibility. What was said of it (changes, assents, progress) reads as undone
 *   a wording  that was restricted, of a record that is not any more, is not among the earlier ones
 *   a progress keeps the fact, without words, effect and who reported it
 *   a position keeps what was decided, without reason, dissent and whether it is still true
 *   a drafted proposal keeps its id; a read-back that named a withheld record loses that and its words
 *   an event that was undone, whatever it said, keeps the id it was about: event_sentence is not for these and undos
 */
#ifndef CANDOUR_CORE_AUDIENCE_H
#define CANDOUR_CORE_AUDIENCE_H

#include "candour/core/meeting.h"

enum audience {
    AUDIENCE_BOARD, /* members of the board, whether they were there or not */
    AUDIENCE_ROOM   /* those who were in the room */
};

/* In ARENA. */
const struct meeting *meeting_for(const struct meeting *meeting, enum audience audience, struct arena *arena);

#endif
