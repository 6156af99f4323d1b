#include "candour/store/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "candour/base/arena.h"
#include "candour/store/call.h"

enum { TAKES_MOST = 10, TEXT_MOST = 256, LOCKED_BYTE = 0x40000000 };

#if defined(F_OFD_SETLK)
static struct flock locked_byte(void) {
    return (struct flock){.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = LOCKED_BYTE, .l_len = 1};
}
#endif

static int lock_file(int fd) {
#if defined(F_OFD_SETLK)
    struct flock ours = locked_byte();
    if (fcntl(fd, F_OFD_SETLK, &ours) == 0)
        return 0;
    if (errno == EACCES)
        errno = EAGAIN;
    if (errno != EINVAL)
        return -1;
#endif
    return flock(fd, LOCK_EX | LOCK_NB);
}

/* A holder that leaves removes the file: a lock on a removed file keeps nobody out. */
static bool still_there(int fd, const char *path) {
    struct stat ours, there;
    return fstat(fd, &ours) == 0 && lstat(path, &there) == 0 && ours.st_dev == there.st_dev &&
           ours.st_ino == there.st_ino;
}

/* --- its text --- */

static struct session_holder ourselves(void) {
    struct session_holder us = {.pid = (long)getpid()};
    struct timespec now;
    struct tm parts;
    char zone[8] = "";
    if (gethostname(us.host, sizeof us.host - 1) != 0 || us.host[0] == '\0')
        strcpy(us.host, "localhost");
    if (clock_gettime(CLOCK_REALTIME, &now) == 0 && localtime_r(&now.tv_sec, &parts) &&
        strftime(zone, sizeof zone, "%z", &parts) == 5) {
        strftime(us.since, sizeof us.since, "%Y-%m-%dT%H:%M:%S", &parts);
        size_t end = strlen(us.since);
        snprintf(us.since + end, sizeof us.since - end, "%.3s:%.2s", zone, zone + 3);
    }
    return us;
}

/* In place, with one write: who reads meanwhile has the old text or the new one, and what may be left of a longer one
 * behind it. */
static bool write_text(const struct lock *lock) {
    char text[TEXT_MOST];
    int n = snprintf(text, sizeof text, "%ld %s %s\nscreen %s\nclock %+" PRId64 "\n", lock->us.pid, lock->us.host,
                     lock->us.since, lock->blank ? "blank" : "shown", lock->clock);
    size_t length = n < 0 ? 0 : (size_t)n;
    return lseek(lock->fd, 0, SEEK_SET) == 0 && call_write(lock->fd, text, length) &&
           ftruncate(lock->fd, (off_t)length) == 0;
}

bool lock_settle(const struct lock *lock) {
    return lock->fd < 0 || call_sync_bytes(lock->fd) || errno == EINVAL || errno == ENOTSUP;
}

/* The next word of LINE into OUT, cut to what fits; behind it. */
static char *take_word(char *line, char *out, size_t size) {
    line += strspn(line, " \n");
    size_t length = strcspn(line, " \n");
    snprintf(out, size, "%.*s", (int)length, line);
    return line + length;
}

/* The line behind the one that begins at LINE; at the end of the text an empty one. */
static char *next_line(char *line) {
    line += strcspn(line, "\n");
    return line + (*line == '\n');
}

static void read_text(int fd, struct lock_seen *seen) {
    char text[TEXT_MOST];
    char word[16];
    ssize_t n = pread(fd, text, sizeof text - 1, 0);
    text[n > 0 ? n : 0] = '\0';
    char *second = next_line(text);
    char *third = next_line(second);
    if (second > text)
        second[-1] = '\0';
    char *rest = text;
    seen->holder.pid = strtol(text, &rest, 10);
    if (rest == text || seen->holder.pid <= 0) {
        seen->holder.pid = 0;
        return;
    }
    rest = take_word(rest, seen->holder.host, sizeof seen->holder.host);
    take_word(rest, seen->holder.since, sizeof seen->holder.since);
    take_word(take_word(second, word, sizeof word), word, sizeof word);
    seen->blank = strcmp(word, "blank") == 0;
    take_word(take_word(third, word, sizeof word), word, sizeof word);
    seen->clock = strtoll(word, NULL, 10);
    seen->read = true;
}

/* --- taking it --- */

/* One try: -1 with errno, else the descriptor of a locked file, whose text goes to SEEN. EAGAIN: held. Where the file
 * system has no locks *LOCKED is false, and the file can still say what the second screen is to do. */
static int take_once(const char *path, struct lock_seen *seen, bool *locked) {
    int fd = call_open(AT_FDCWD, path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NOCTTY | O_NONBLOCK, 0600);
    *locked = true;
    if (fd < 0)
        return -1;
    int why = lock_file(fd) == 0 ? 0 : errno;
    read_text(fd, seen);
    *locked = why == 0;
    if (why == EAGAIN) {
        close(fd);
        fd = -1;
    }
    errno = why;
    return fd;
}

/* LOCK_IMPOSSIBLE with errno; then the descriptor may be there all the same. */
static enum locked take(const char *path, struct lock *lock, struct session_holder *holder) {
    *lock = (struct lock){.fd = -1, .path = path};
    *holder = (struct session_holder){0};
    for (int tries = 0; tries < TAKES_MOST; tries++) {
        struct lock_seen seen = {0};
        bool locked;
        int fd = take_once(path, &seen, &locked);
        int why = errno;
        if (fd < 0)
            *holder = seen.holder;
        if (fd < 0)
            return why == EAGAIN ? LOCK_HELD : LOCK_IMPOSSIBLE;
        if (still_there(fd, path)) {
            *lock = (struct lock){.fd = fd, .path = path, .us = ourselves(), .blank = seen.blank};
            errno = why;
            return locked ? LOCK_TAKEN : LOCK_IMPOSSIBLE;
        }
        close(fd);
    }
    return LOCK_HELD;
}

static const char *held_text(const struct session_holder *holder, struct arena *arena) {
    if (holder->pid == 0)
        return arena_text(arena, "another candour has it open");
    return arena_format(arena, "another candour has it open: process %ld on %s%s%s", holder->pid, holder->host,
                        holder->since[0] ? ", since " : "", holder->since);
}

enum locked lock_take(const char *path, struct lock *lock, struct session_holder *holder, struct arena *arena,
                      const char **why) {
    enum locked done = take(path, lock, holder);
    if (done == LOCK_HELD)
        *why = held_text(holder, arena);
    else if (done == LOCK_IMPOSSIBLE)
        *why = call_fault(arena, "lock", path);
    if (lock->fd >= 0)
        (void)write_text(lock); /* a lock without it locks as well */
    return done;
}

void lock_renew(struct lock *lock) {
    struct lock anew;
    struct session_holder holder;
    if (lock->fd < 0 || still_there(lock->fd, lock->path))
        return;
    if (take(lock->path, &anew, &holder) == LOCK_HELD || anew.fd < 0)
        return;
    close(lock->fd);
    lock->fd = anew.fd;
    lock->us = anew.us;
    if (write_text(lock))
        (void)lock_settle(lock);
}

void lock_release(struct lock *lock) {
    if (lock->fd < 0)
        return;
    if (!lock->blank && still_there(lock->fd, lock->path))
        unlink(lock->path);
    close(lock->fd);
    lock->fd = -1;
}

bool lock_say(struct lock *lock, bool blank, int64_t clock) {
    lock->blank = blank;
    lock->clock = clock;
    lock_renew(lock);
    if (lock->fd >= 0 && still_there(lock->fd, lock->path))
        return write_text(lock) && lock_settle(lock);
    errno = ENOLCK;
    return false;
}

/* --- looking --- */

static bool our_host(const char *host) {
    char name[64] = "";
    return gethostname(name, sizeof name - 1) == 0 && strcmp(name, host) == 0;
}

/* Asked, not tried: a lock taken for a moment would keep out somebody who wants it in earnest. */
static enum holding holding_of(int fd, const struct session_holder *holder) {
    bool here = our_host(holder->host);
#if defined(F_OFD_GETLK)
    struct flock theirs = locked_byte();
    if (fcntl(fd, F_OFD_GETLK, &theirs) == 0) {
        if (theirs.l_type != F_UNLCK)
            return HOLDING_SOMEBODY;
        return here ? HOLDING_NOBODY : HOLDING_UNSURE;
    }
#else
    (void)fd;
#endif
    if (!here || holder->pid <= 0)
        return HOLDING_UNSURE;
    return kill((pid_t)holder->pid, 0) == 0 || errno == EPERM ? HOLDING_SOMEBODY : HOLDING_NOBODY;
}

bool lock_look(const char *path, struct lock_seen *out) {
    *out = (struct lock_seen){0};
    int fd = call_open(AT_FDCWD, path, O_RDONLY | O_NOFOLLOW | O_NOCTTY | O_NONBLOCK, 0);
    if (fd < 0)
        return errno == ENOENT || errno == ENOTDIR;
    out->there = true;
    read_text(fd, out);
    out->holding = holding_of(fd, &out->holder);
    close(fd);
    return true;
}

bool lock_busy(const char *path) {
    struct lock_seen seen;
    return lock_look(path, &seen) && seen.there && seen.holding == HOLDING_SOMEBODY;
}
