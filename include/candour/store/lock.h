/* Lock: one program at a time writes a session.
 *
 * The lock is on a file of its own beside the session, since one on the session would be lost at its first replacement.
 * The system holds it (an open file description lock, else flock), so a program that died holds nothing, whatever its
 * lock file says: that is simply taken over. In the file stand process, host and local time, for who is refused.
 */
#ifndef CANDOUR_STORE_LOCK_H
#define CANDOUR_STORE_LOCK_H

#include <stdbool.h>

struct arena;

struct session_holder { /* who has it, from the lock file; what could not be read is 0 or "" */
    long pid;
    char host[64];
    char since[40]; /* 2026-11-23T10:42:07+00:00 */
};

struct lock {
    int fd; /* -1: none is held */
    const char *path;
};

enum locked {
    LOCK_TAKEN,
    LOCK_HELD,      /* by another program; its holder is filled in */
    LOCK_IMPOSSIBLE /* the file system has no locks, the folder cannot be written: the caller goes on and says so */
};

/* PATH is the lock file's and must live as long as the lock. Unless taken, *WHY is a sentence in ARENA. */
enum locked lock_take(const char *path, struct lock *lock, struct session_holder *holder, struct arena *arena,
                      const char **why);
/* Takes it anew when its file was removed under us, which would let another in; a lock that cannot be had is left. */
void lock_renew(struct lock *lock, struct arena *arena);
/* Removes the file while it is still ours, and lets go. Nothing happens when none is held. */
void lock_release(struct lock *lock);
/* Is there a lock file that somebody holds? */
bool lock_busy(const char *path);

#endif
