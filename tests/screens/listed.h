/* Listed: the list of sessions behind the stage. Its files are buffers; a session that it opens is on the stage until
 * it is left, and then read again.
 *
 *   folder FILE ...        the list of these files, all read          listing FILE ...     not yet: then
 *   read N                 the next N are read                        spoil FILE           it cannot be read
 *   hold FILE              another program has it open                replace FILE BY      BY is what it holds now
 *   home PATH=FILE ...     home with these          edits FILE           what the editor leaves in the file it opens
 */
#ifndef LISTED_H
#define LISTED_H

#include "script.h"

struct listed;

/* NULL is allowed. */
void listed_free(struct listed *listed);
/* True when VERB was one of the above. */
bool listed_directive(struct play *play, const char *verb);

/* What the stage does when no session is open on it. */
void listed_send(struct stage *stage, const struct msg *msg);
instant listed_next_change(const struct stage *stage);
void listed_view(struct stage *stage);
const char *listed_message(const struct stage *stage);
/* The session on the stage was left: it is kept in its file, and the list is told. */
void listed_back(struct stage *stage);

#endif
