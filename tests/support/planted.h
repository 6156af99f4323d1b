/* Planted: random meetings in which every text is a word of its own, so that a document shows where each came from.
 *
 * A planted word is `tok17q`: letters and digits that no writer changes. Words stand in every line and text of the
 * agenda and of every event, and in `x-` keys of every struct; ids and choices stay as they were drawn.
 */
#ifndef CANDOUR_TESTS_PLANTED_H
#define CANDOUR_TESTS_PLANTED_H

#include "candour/base/buffer.h"
#include "support/random_meeting.h"

struct planted {
    struct meeting *meeting;
    size_t count; /* words: 0 to below this */
};

/* EVENTS as for random_meeting. In ARENA. */
struct planted planted_meeting(struct chance *c, struct arena *arena, size_t events);

/* The same with texts drawn from COUNT of TEXTS in place of words. */
struct meeting *awkward_meeting(struct chance *c, struct arena *arena, size_t events, const char *const *texts,
                                size_t count);

/* Marks the words of a text; NULL is nothing. */
void mark_text(bool *marks, const char *text);
/* Those in all texts of a struct, or only in those with one of FLAGS; not its `x-` keys. */
void mark_fields(bool *marks, const struct shape *shape, const void *record, uint32_t flags);

#endif
