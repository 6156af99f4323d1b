/* Keep: what the app wants kept, into the session file.
 *
 * It knows how many of the meeting's events are in the file, and holds the bytes that must be there, so that a whole
 * replacement gives back every byte as it was, comments of a hand-written session included. Every function gives NULL
 * or a sentence in the arena named; after a failure the next call tries everything not kept yet again. NOTICE is set to
 * a sentence when something must be said though it worked.
 */
#ifndef CANDOUR_SHELL_KEEP_H
#define CANDOUR_SHELL_KEEP_H

#include "candour/base/buffer.h"
#include "candour/base/draft.h"
#include "candour/core/meeting.h"
#include "candour/store/session.h"

struct keep {
    struct session *session; /* owned */
    const struct meeting *meeting;
    const char *before; /* the file when it was opened; its owner keeps it; NULL for a new session */
    size_t before_length;
    bool to_order;       /* `before` is not in the file yet as it stands: it goes there with what is recorded first */
    struct buffer since; /* what was appended since */
    size_t kept;         /* events in the file */
    struct buffer moved_to; /* the path it was given by keep_at; empty: none */
    bool draft_fails;       /* was said */
};

/* SESSION goes to KEEP. BEFORE holds all events the meeting has now. */
void keep_begin(struct keep *keep, struct session *session, const struct meeting *meeting, const char *before,
                size_t length);
void keep_end(struct keep *keep);

bool keep_pending(const struct keep *keep);
/* Is there a file? */
bool keep_made(const struct keep *keep);
const char *keep_events(struct keep *keep, const char **notice, struct arena *arena);
/* Everything into another file, which must not exist; from then on that is the session. `~/` and a folder are
 * understood. */
const char *keep_at(struct keep *keep, const char *path, const char **notice, struct arena *arena);
/* The rest of the events, then the whole with its `outcome:`. Nothing when nothing was ever said. */
const char *keep_leave(struct keep *keep, const char **notice, struct arena *arena);

/* A failure is given once, and not again until it worked in between. */
const char *keep_draft(struct keep *keep, const struct draft *draft, struct arena *arena);

/* When the session cannot be kept and the program must end: into the home folder or the one for temporary files. The
 * path, or NULL when that failed too. */
const char *keep_elsewhere(struct keep *keep, struct arena *arena);

#endif
