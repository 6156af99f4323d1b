/* Read-back: the records of an item one by one in their exact words, and who has still to say yes to each; private to
 * act_readback*.c.
 *
 * Nothing is held back to the end: each confirmation and each assent is an event of its own, so that what was
 * interrupted goes on where it was. What is to be confirmed or asked next is worked out from the record each time, so
 * that a correction made meanwhile is read again.
 */
#ifndef CANDOUR_UI_ACT_READBACK_H
#define CANDOUR_UI_ACT_READBACK_H

#include "candour/core/summary.h"
#include "panel.h"

struct readback {
    const char *item; /* the read-back is recorded for; NULL when only assent is asked */
    bool whole;       /* the whole meeting's agreements, not one item's records */
    const char **ids;
    size_t count, at;
    const char *asked; /* the agency being asked; NULL: the words are read */
    size_t from;       /* events there were when this was put */
    int scroll;
};

extern const struct panel_kind READBACK;

/* Of the record being read. NULL: it is gone. */
const struct record_state *readback_record(const struct app *app, const struct readback *readback);
/* Confirmed in the words it has now? */
bool read_as_it_stands(const struct record_state *record);
/* Owner and partners of an agreement with their assent; *COUNT 0 for everything else. */
const struct asked_party *asked_of(const struct app *app, const char *id, struct stamp now, size_t *count,
                                   struct arena *arena);
bool still_to_ask(enum asked state);

/* Its owner, partners, dates and what it is for, a line each; what is missing as missing. */
void agreement_detail(const struct view *view, const struct agreement *agreement, struct detail *detail);
void readback_view(const struct view *view, struct area area);
void readback_lines(const struct view *view, struct plain_lines *out);

#endif
