/* Lock: one program at a time writes a session, and tells who only looks at it what the room's screen is to show.
 *
 * The lock is on a file of its own beside the session, since one on the session would be lost at its first replacement.
 * The system holds it (an open file description lock, else flock), so a program that died holds nothing, whatever its
 * lock file says: that is simply taken over. It is held on a byte far behind the text, for on some shares a range that
 * is locked cannot be read. The text has three lines:
 *
 *   4711 desk 2026-11-23T10:42:07+00:00     process, host and local time, for who is refused
 *   screen shown                            or `screen blank`: the second screen shows nothing
 *   clock +1500                             how far the meeting's clock is ahead of the holder's system clock, ms
 *
 * It is written in place, a whole text at a time, and readable without the lock. A screen that was blank stays so
 * whatever becomes of the program: its lock file is not removed then, and who takes the lock next finds it blank.
 */
#ifndef CANDOUR_STORE_LOCK_H
#define CANDOUR_STORE_LOCK_H

#include <stdbool.h>
#include <stdint.h>

struct arena;

struct session_holder { /* who has it, from the lock file; what could not be read is 0 or "" */
    long pid;
    char host[64];
    char since[40]; /* 2026-11-23T10:42:07+00:00 */
};

struct lock {
    int fd; /* -1: there is no lock file of ours */
    const char *path;
    struct session_holder us;
    bool blank; /* as it was found, then as it was said last */
    int64_t clock;
};

enum locked {
    LOCK_TAKEN,
    LOCK_HELD,      /* by another program; its holder is filled in */
    LOCK_IMPOSSIBLE /* the file system has no locks, the folder cannot be written: the caller goes on and says so */
};

/* PATH is the lock file's and must live as long as the lock. Unless taken, *WHY is a sentence in ARENA. What the file
 * says is to be settled when there is time. */
enum locked lock_take(const char *path, struct lock *lock, struct session_holder *holder, struct arena *arena,
                      const char **why);
/* Puts on the disk what the lock file says, for a share keeps to itself what is not. Takes as long as a disk takes.
 * False, with errno, when it cannot be; nothing happens when no file of ours is there. */
bool lock_settle(const struct lock *lock);
/* Takes it anew when its file was removed under us, which would let another in; a lock that cannot be had is left. */
void lock_renew(struct lock *lock);
/* Removes the file while it is still ours and the screen is shown, and lets go. Nothing happens when none is held. */
void lock_release(struct lock *lock);

/* Says what the second screen is to do, and how far ahead the clock is (ms). False, with errno, when nobody can have
 * been told. */
bool lock_say(struct lock *lock, bool blank, int64_t clock);

/* --- for who only looks: nothing is locked or written --- */

enum holding {
    HOLDING_NOBODY,
    HOLDING_SOMEBODY,
    HOLDING_UNSURE /* the file is another host's, and not every share passes locks on */
};

struct lock_seen {
    bool there;
    bool read; /* its text was; false also in the moment it comes into being */
    enum holding holding;
    struct session_holder holder;
    bool blank;
    int64_t clock;
};

/* What the lock file at PATH says. False, with errno, when it is there and cannot be read: then nobody can say whether
 * the screen is to be blank. */
bool lock_look(const char *path, struct lock_seen *out);
/* Is there a lock file that somebody is known to hold? */
bool lock_busy(const char *path);

#endif
