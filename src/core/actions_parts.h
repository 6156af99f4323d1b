/* What core/actions and core/actions_rows share. */
#ifndef CANDOUR_CORE_ACTIONS_PARTS_H
#define CANDOUR_CORE_ACTIONS_PARTS_H

#include "candour/core/actions.h"

/* Adds the rows of one summary that the filter wants. */
void rows_make(struct actions *actions, const struct summary *summary, struct action_session *session);
/* Does the filter want ROW, but for its visibility? */
bool row_wanted(const struct actions_filter *filter, const struct action *row);
/* TEXT in the arena of ACTIONS, once however often it is asked for; NULL stays NULL. */
const char *word_kept(struct actions *actions, const char *text);

#endif
