/* Owed: what a review looks for first, each thing once, the gravest first: what is late, what was not answered or
 * settled, what was promised and not seen, what is not evidenced, what is to be looked at again.
 */
#ifndef CANDOUR_UI_OWED_H
#define CANDOUR_UI_OWED_H

#include "app_inside.h"

enum owed_why {
    OWED_LATE,     /* an agreement, an answer, promised evidence or an assent whose day is past */
    OWED_ANSWER,   /* a challenge without an answer */
    OWED_OUTCOME,  /* answered, and not settled */
    OWED_PROMISE,  /* evidence promised, its day still to come or not given */
    OWED_EVIDENCE, /* an agreement that is neither evidenced nor tested */
    OWED_AGAIN,    /* deferred, and the day to look again has come */
    OWED_WHYS
};

struct owed {
    const char *id;
    enum owed_why why;
};

struct owed_list {
    struct owed *list;
    size_t count;
    size_t whys[OWED_WHYS];
};

struct owed_list owed_of(const struct summary *summary, struct arena *arena);
/* "3 late, 2 unanswered, 5 not evidenced"; NULL when nothing is owed. */
const char *owed_counts(const struct owed_list *owed, struct arena *arena);
/* Why nothing is. */
const char *owed_none(const struct summary *summary);
/* The screen of a challenge or an agreement, with the row of ID selected. */
void owed_show(struct app *app, const char *id);

#endif
