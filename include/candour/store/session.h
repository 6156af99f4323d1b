/* Session: the one file a meeting is kept in while it runs: lock, append, retry, close.
 *
 *   session_open     an existing file: locks it, reads it, cuts a torn tail (a copy stays beside it)
 *   session_new      a name not taken yet: locks it; the file comes with the first session_keep
 *   session_keep     bytes at the end of the file and on the disk, or a sentence why not (nothing half-written stays)
 *   session_finish   the whole file replaced (with its `outcome:`)
 *   session_close    lock and descriptors given back
 *
 * Before each append, and once more before it is called confirmed, the path is compared with what we left there:
 * another program may have put another file there. Then, and after a failed fdatasync, ours is kept by whole
 * replacement, the other's beside it, never lost. The session remembers all bytes confirmed so far only by their
 * length; for a whole replacement the caller's `all` writes them.
 * Sentences live in the arena given.
 */
#ifndef CANDOUR_STORE_SESSION_H
#define CANDOUR_STORE_SESSION_H

#include <stdint.h>

#include "candour/base/buffer.h"
#include "candour/store/file.h"
#include "candour/store/lock.h"

struct session;

enum session_fault { SESSION_GOOD, SESSION_HELD, SESSION_TAKEN, SESSION_MISSING, SESSION_SYSTEM };

/* Locks PATH (its resolved target). On SESSION_HELD, HOLDER says who. READ_ONLY: no lock, nothing may be written; what
 * would write must not be called. Otherwise *WHY is a sentence, also on SESSION_GOOD when something must be said: a
 * file system without locks does not stop a meeting. *OUT is ended with session_close, and NULL on a fault. */
enum session_fault session_open(const char *path, bool read_only, struct arena *arena, struct session **out,
                                char **bytes, size_t *length, struct session_holder *holder, const char **why);
/* PATH must not exist (else SESSION_TAKEN); its folder is made (0700) when it is missing. *WHY as above. */
enum session_fault session_new(const char *path, struct arena *arena, struct session **out,
                               struct session_holder *holder, const char **why);

/* `sessions/<DATE>-<REVIEW>.yaml` under the current folder, `-2` and so on when such a file is there or another program
 * is about to make it. */
char *session_name(const char *date, const char *review, struct arena *arena);

/* Cuts the file back to WHOLE bytes after copying the tail to `NAME.torn-<STAMP>` beside it, 0600; KEPT_AT says where
 * (NULL when there was nothing to cut). On a failure the file is as it was. */
const char *session_cut(struct session *session, size_t whole, const char *stamp, const char **kept_at,
                        struct arena *arena);

/* Appends BYTES with one write and one fdatasync. For a new session BYTES is the opening and the file comes into being
 * whole. ALL writes everything that must be in the file (confirmed and these), for a whole replacement; it is only
 * called when one is needed. NULL: the bytes are in the file at the path, and on the disk. A sentence: they are not
 * confirmed, and the call is to be repeated, with the same bytes or with these and more; what was confirmed before is
 * whole. NOTICE is set when something must be said though it worked.
 *
 * When another program changed the file, ours takes the path back and theirs is kept beside it as
 * `STEM.other-<time>.yaml`: while the meeting runs, the path is what the chair was shown, the lock covers and the
 * room's screen reads. A file (or folder) that has gone is made anew. */
typedef void session_all(void *context, struct buffer *out);
const char *session_keep(struct session *session, const char *bytes, size_t length, session_all *all, void *context,
                         const char **notice, struct arena *arena);

/* Replaces the whole file; BYTES is all of it. When another program changed the file, theirs stays, for nothing more is
 * to come from us, and ours is kept as `STEM.conflict-<time>.yaml`; NOTICE says so, as it does when the file has
 * other names, which keep the earlier text. On a failure the file is as it was,
 * and more may be appended. */
const char *session_finish(struct session *session, const char *bytes, size_t length, const char **notice,
                           struct arena *arena);
/* The confirmed bytes as they are on disk now (for splicing `outcome:`). *LENGTH 0: they are not there any more, since
 * another program changed the file; the caller has its own, and session_finish will keep both. A session_finish that
 * follows takes even an edit in place of the same length for a change. */
const char *session_bytes(struct session *session, struct arena *arena, char **bytes, size_t *length);

/* The draft beside it (`.<name>.draft`, 0600), replaced whole. session_draft_read: *BYTES NULL when there is none. */
const char *session_draft_keep(struct session *session, const char *bytes, size_t length, struct arena *arena);
const char *session_draft_read(struct session *session, struct arena *arena, char **bytes, size_t *length);
void session_draft_gone(struct session *session);

/* Tells the second screen to show nothing, or to show again (lock.h). A sentence when nobody can have been told; of a
 * session that was opened to be read only it is not ours to say, and nothing is done. */
const char *session_blank(struct session *session, bool blank, struct arena *arena);
/* As it was said last, by us or by whoever had the session before. */
bool session_is_blank(const struct session *session);
/* How far the meeting's clock is ahead of the system's (ms), for the clock of the second screen. */
void session_clock(struct session *session, int64_t ahead);
/* Puts what the lock file says on the disk, which opening leaves out: it takes as long as a disk takes, and is for the
 * second screen on a share alone. To be called once, when the first frame is shown. */
void session_settle(const struct session *session);
int64_t session_clock_said(const struct session *session);

/* The file itself, symbolic links resolved. Lives as long as the session. */
const char *session_path(const struct session *session);
/* Lock and descriptors given back; a folder made for a session that was never kept is removed. NULL is allowed. */
void session_close(struct session *session);

#endif
