/* Session: the one file a meeting is kept in while it runs: lock, append, retry, close.
 *
 *   session_open     an existing file: locks it, reads it, cuts a torn tail (a copy stays beside it)
 *   session_new      a name not taken yet: locks it; the file comes with the first session_keep
 *   session_keep     bytes at the end of the file and on the disk, or a sentence why not (nothing half-written stays)
 *   session_finish   the whole file replaced (with its `outcome:`)
 *   session_close    lock and descriptors given back
 *
 * Before each append the path is compared with the descriptor: another program may have put another file there. Then,
 * and after a failed fdatasync, ours is kept by whole replacement, the other's beside it, never lost. The session
 * remembers all bytes confirmed so far only by their length; for a whole replacement the caller's `all` writes them.
 * Sentences live in the arena given.
 */
#ifndef CANDOUR_STORE_SESSION_H
#define CANDOUR_STORE_SESSION_H

#include "candour/base/buffer.h"
#include "candour/store/file.h"

struct session;

struct session_holder { /* who has it, from the lock file */
    long pid;
    char host[64];
    char since[40];
};

enum session_fault { SESSION_GOOD, SESSION_HELD, SESSION_TAKEN, SESSION_MISSING, SESSION_SYSTEM };

/* Locks PATH (its resolved target). On SESSION_HELD, HOLDER says who. READ_ONLY: no lock, nothing may be written. */
enum session_fault session_open(const char *path, bool read_only, struct arena *arena, struct session **out,
                                char **bytes, size_t *length, struct session_holder *holder, const char **why);
/* PATH must not exist; its folder is made (0700) when it is missing. */
enum session_fault session_new(const char *path, struct arena *arena, struct session **out,
                               struct session_holder *holder, const char **why);

/* `sessions/<day>-<review id>.yaml` under the current folder, `-2` and so on when taken. */
char *session_name(const char *day, const char *review, struct arena *arena);

/* Cuts the file back to WHOLE bytes after copying the tail to `NAME.torn-<STAMP>` beside it, 0600. */
const char *session_cut(struct session *session, size_t whole, const char *stamp, const char **kept_at,
                        struct arena *arena);

/* Appends BYTES with one write and one fdatasync. For a new session BYTES is the opening and the file is made by
 * file_replace. ALL writes everything that must be in the file (confirmed and these), for a whole replacement; it is
 * only called when one is needed. NOTICE is set when something must be said though it worked (another program's file
 * was kept beside ours). */
typedef void session_all(void *context, struct buffer *out);
const char *session_keep(struct session *session, const char *bytes, size_t length, session_all *all, void *context,
                         const char **notice, struct arena *arena);

/* Replaces the whole file; BYTES is all of it. */
const char *session_finish(struct session *session, const char *bytes, size_t length, const char **notice,
                           struct arena *arena);
/* The confirmed bytes as they are on disk now (for splicing `outcome:`). */
const char *session_bytes(struct session *session, struct arena *arena, char **bytes, size_t *length);

/* The draft beside it (`.<name>.draft`, 0600). session_draft_read: *BYTES NULL when there is none. */
const char *session_draft_keep(struct session *session, const char *bytes, size_t length, struct arena *arena);
const char *session_draft_read(struct session *session, struct arena *arena, char **bytes, size_t *length);
void session_draft_gone(struct session *session);

const char *session_path(const struct session *session);
/* NULL is allowed. */
void session_close(struct session *session);

#endif
