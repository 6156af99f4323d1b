#include "candour/store/call.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "candour/base/arena.h"

int call_open(int folder, const char *name, int flags, mode_t mode) {
    int fd;
    do
        fd = openat(folder, name, flags | O_CLOEXEC, mode);
    while (fd < 0 && errno == EINTR);
    return fd;
}

bool call_write(int fd, const char *bytes, size_t length) {
    size_t done = 0;
    while (done < length) {
        ssize_t n = write(fd, bytes + done, length - done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n == 0)
            errno = ENOSPC;
        if (n <= 0)
            return false;
        done += (size_t)n;
    }
    return true;
}

bool call_read_at(int fd, char *bytes, size_t length, off_t offset) {
    size_t done = 0;
    while (done < length) {
        ssize_t n = pread(fd, bytes + done, length - done, offset + (off_t)done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n == 0)
            errno = EIO;
        if (n <= 0)
            return false;
        done += (size_t)n;
    }
    return true;
}

bool call_sync(int fd) {
    int r;
    do
        r = fsync(fd);
    while (r != 0 && errno == EINTR);
    return r == 0;
}

bool call_sync_bytes(int fd) {
    int r;
    do
#if defined(__APPLE__)
        r = fcntl(fd, F_FULLFSYNC);
#else
        r = fdatasync(fd);
#endif
    while (r != 0 && errno == EINTR);
    return r == 0;
}

bool call_close(int fd) {
    return close(fd) == 0 || errno == EINTR;
}

const char *call_fault(struct arena *arena, const char *doing, const char *path) {
    return arena_format(arena, "cannot %s %s: %s", doing, path, strerror(errno));
}
