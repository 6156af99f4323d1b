/* Watch: a session file looked at from outside, again and again, by who only shows it: nothing is locked or written.
 *
 *   watch_begin(&watch, path);
 *   switch (watch_look(&watch, arena, &found)) {
 *   case WATCH_ANEW: load found.bytes;                watch_read(&watch, found.bytes, whole);
 *   case WATCH_MORE: load_more found.bytes;           watch_read_more(&watch, found.bytes, read);
 *   ...
 *
 * It looks by opening the file, never by a notice of the system: that works on every file system, and on a shared
 * folder it is what makes the client ask the server. What was appended is given alone, as long as the file is the one
 * that was read: the same inode, not shorter, with the same bytes before the place up to which it was read. Anything
 * else (a replacement, a splice, a cut, an edit in place) gives the whole file anew.
 */
#ifndef CANDOUR_STORE_WATCH_H
#define CANDOUR_STORE_WATCH_H

#include "candour/store/file.h"

enum { WATCH_TAIL = 512 };

struct watch {
    const char *path;        /* as it was named; a symbolic link may come to lead elsewhere */
    struct file_identity at; /* as looked at last; `there` false: to be read whole */
    bool grows;              /* events may be appended to what was read */
    size_t read;             /* bytes read */
    char tail[WATCH_TAIL];   /* the last of them */
    size_t tail_length;
};

enum watched {
    WATCH_SAME,
    WATCH_MORE, /* bytes behind what was read */
    WATCH_ANEW, /* all bytes */
    WATCH_GONE, /* there is no such file: `why` */
    WATCH_FAULT /* it cannot be read: `why` */
};

struct watch_found {
    char *bytes; /* in the arena given */
    size_t length;
    const char *why;
};

void watch_begin(struct watch *watch, const char *path);
/* Anything but WATCH_SAME is given once: a fault or a missing file again and again. */
enum watched watch_look(struct watch *watch, struct arena *arena, struct watch_found *found);
/* After WATCH_ANEW: the first WHOLE of BYTES were understood; more may be appended behind them where GROWS. */
void watch_read(struct watch *watch, const char *bytes, size_t whole, bool grows);
/* After WATCH_MORE: LENGTH of BYTES were understood. */
void watch_read_more(struct watch *watch, const char *bytes, size_t length);
/* The next look gives the whole file, changed or not. */
void watch_forget(struct watch *watch);

/* The lock file beside the session PATH leads to now, in ARENA; NULL when that cannot be told. */
const char *watch_lock(const struct watch *watch, struct arena *arena);

#endif
