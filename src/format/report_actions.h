/* What the actions list and an agency's slip share. */
#ifndef CANDOUR_FORMAT_REPORT_ACTIONS_H
#define CANDOUR_FORMAT_REPORT_ACTIONS_H

#include "candour/format/actions.h"
#include "report_parts.h"

/* The rows of the meeting, what is settled too; of AGENCY, or with NULL of everybody. */
struct actions report_rows(const struct report_order *order, const char *agency, struct arena *arena);
/* Says which records are left out because they are restricted; nothing when none is. */
void report_withheld(const struct report *r, const struct actions *actions);

#endif
