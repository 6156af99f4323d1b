#include "candour/store/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "candour/base/arena.h"
#include "candour/store/call.h"

enum { TAKES_MOST = 10 };

static int lock_file(int fd) {
#if defined(F_OFD_SETLK)
    struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    if (fcntl(fd, F_OFD_SETLK, &whole) == 0)
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

/* For people; a lock without it locks as well. */
static void write_holder(int fd) {
    struct session_holder us = {.pid = (long)getpid()};
    struct timespec now;
    struct tm parts;
    char zone[8] = "", line[128];
    if (gethostname(us.host, sizeof us.host - 1) != 0 || us.host[0] == '\0')
        strcpy(us.host, "localhost");
    if (clock_gettime(CLOCK_REALTIME, &now) == 0 && localtime_r(&now.tv_sec, &parts) &&
        strftime(zone, sizeof zone, "%z", &parts) == 5) {
        strftime(us.since, sizeof us.since, "%Y-%m-%dT%H:%M:%S", &parts);
        size_t end = strlen(us.since);
        snprintf(us.since + end, sizeof us.since - end, "%.3s:%.2s", zone, zone + 3);
    }
    int n = snprintf(line, sizeof line, "%ld %s %s\n", us.pid, us.host, us.since);
    if (ftruncate(fd, 0) == 0 && n > 0)
        call_write(fd, line, (size_t)n);
}

/* The next word of LINE into OUT, cut to what fits; behind it. */
static char *take_word(char *line, char *out, size_t size) {
    line += strspn(line, " \n");
    size_t length = strcspn(line, " \n");
    snprintf(out, size, "%.*s", (int)length, line);
    return line + length;
}

static void read_holder(int fd, struct session_holder *holder) {
    char line[128];
    ssize_t n = pread(fd, line, sizeof line - 1, 0);
    *holder = (struct session_holder){0};
    line[n > 0 ? n : 0] = '\0';
    char *rest = line;
    holder->pid = strtol(line, &rest, 10);
    if (rest == line || holder->pid <= 0) {
        holder->pid = 0;
        return;
    }
    rest = take_word(rest, holder->host, sizeof holder->host);
    take_word(rest, holder->since, sizeof holder->since);
}

/* One try: -1 with errno, else the descriptor of a locked file. EAGAIN: held. */
static int take_once(const char *path, struct session_holder *holder) {
    int fd = call_open(AT_FDCWD, path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NOCTTY | O_NONBLOCK, 0600);
    if (fd < 0)
        return -1;
    if (lock_file(fd) == 0)
        return fd;
    int why = errno;
    if (why == EAGAIN)
        read_holder(fd, holder);
    close(fd);
    errno = why;
    return -1;
}

static const char *held_text(const struct session_holder *holder, struct arena *arena) {
    if (holder->pid == 0)
        return arena_text(arena, "another candour has it open");
    return arena_format(arena, "another candour has it open: process %ld on %s%s%s", holder->pid, holder->host,
                        holder->since[0] ? ", since " : "", holder->since);
}

enum locked lock_take(const char *path, struct lock *lock, struct session_holder *holder, struct arena *arena,
                      const char **why) {
    *lock = (struct lock){.fd = -1, .path = path};
    *holder = (struct session_holder){0};
    for (int tries = 0; tries < TAKES_MOST; tries++) {
        int fd = take_once(path, holder);
        if (fd < 0)
            break;
        if (still_there(fd, path)) {
            write_holder(fd);
            lock->fd = fd;
            return LOCK_TAKEN;
        }
        close(fd);
        errno = EAGAIN;
    }
    if (errno == EAGAIN) {
        *why = held_text(holder, arena);
        return LOCK_HELD;
    }
    *why = call_fault(arena, "lock", path);
    return LOCK_IMPOSSIBLE;
}

void lock_renew(struct lock *lock, struct arena *arena) {
    struct lock anew;
    struct session_holder holder;
    const char *why;
    if (lock->fd < 0 || still_there(lock->fd, lock->path))
        return;
    if (lock_take(lock->path, &anew, &holder, arena, &why) != LOCK_TAKEN)
        return;
    close(lock->fd);
    *lock = anew;
}

void lock_release(struct lock *lock) {
    if (lock->fd < 0)
        return;
    if (still_there(lock->fd, lock->path))
        unlink(lock->path);
    close(lock->fd);
    lock->fd = -1;
}

bool lock_busy(const char *path) {
    int fd = call_open(AT_FDCWD, path, O_RDWR | O_NOFOLLOW | O_NOCTTY | O_NONBLOCK, 0);
    if (fd < 0)
        return false;
    bool busy = lock_file(fd) != 0 && errno == EAGAIN;
    close(fd);
    return busy;
}
