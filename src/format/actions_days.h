/* The days to keep of a row that is outstanding: for a calendar, and for a slip. */
#ifndef CANDOUR_FORMAT_ACTIONS_DAYS_H
#define CANDOUR_FORMAT_ACTIONS_DAYS_H

#include "candour/core/actions.h"

struct action_day {
    const struct action *row;
    const struct action_assent *assent; /* it is the day an assent is owed by; NULL: another */
    day on;
    const char *mark;     /* what tells it from the other days of the record: "due", "review-2", "assent-ACU" */
    const char *title;    /* "A3 due, ACU" */
    const char *category; /* "Due" */
    bool tentative;       /* proposed and not agreed, deferred, held until publication */
};

struct action_days {
    struct action_day *list;
    size_t count;
};

/* In ARENA. With AGENCY (may be NULL) no day of another agency's assent. */
struct action_days action_days(const struct action *row, const char *agency, struct arena *arena);

#endif
