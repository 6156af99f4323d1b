/* Checklist: what is open when a meeting is about to be closed, one hole a row, in the order a chair would see to it.
 * Worked out from the summary, so that it says what the screens and reports say.
 */
#ifndef CANDOUR_UI_CHECKLIST_H
#define CANDOUR_UI_CHECKLIST_H

#include "candour/core/summary.h"

enum hole_kind {
    HOLE_POSITION,   /* a finding without one */
    HOLE_UNANSWERED, /* an open challenge without an answer */
    HOLE_UNSETTLED,  /* an open challenge that was answered */
    HOLE_PROPOSAL,   /* drafted, neither adopted nor rejected */
    HOLE_LACKS,      /* an agreement without owner, date, evidence or measure */
    HOLE_WEAK,       /* a finding all of whose agreements are weak, not kept as they are */
    HOLE_SILENT,     /* an agency that neither spoke, challenged, was challenged nor owns anything */
    HOLE_ITEM,       /* not reached */
    HOLE_QUESTION,   /* of the quality marker, not answered */
};

struct hole {
    enum hole_kind kind;
    const char *id;    /* of the finding, record, agency, item or question; the meeting's */
    const char *text;  /* "no position yet" */
    const char *field; /* of an agreement: the key of the first field that is not given; else NULL */
};

struct holes {
    struct hole *list;
    size_t count;
};

/* In ARENA. */
struct holes checklist(const struct summary *summary, struct arena *arena);

#endif
