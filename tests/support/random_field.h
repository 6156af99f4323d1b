/* Random values for the fields of any shape. */
#ifndef CANDOUR_TESTS_RANDOM_FIELD_H
#define CANDOUR_TESTS_RANDOM_FIELD_H

#include "support/random_meeting.h"

struct random_field {
    struct chance *chance;
    struct arena *arena;
    const struct agenda *agenda;
    const struct meeting *meeting; /* NULL while the agenda is drawn: then refs name only what stands there */
};

/* Fills RECORD, zeroed, of SHAPE: what is required always, the rest half the time. Ids and amendments are left out,
 * since only the caller knows what they may be; refs that nothing can satisfy too. */
void random_fields(struct random_field *r, const struct shape *shape, void *record);

#endif
