#include "candour/store/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "candour/store/call.h"

struct file_identity file_identity_of(const struct stat *status) {
    struct file_identity identity = {
        .there = true,
        .device = status->st_dev,
        .inode = status->st_ino,
        .size = status->st_size,
#if defined(__APPLE__)
        .modified = status->st_mtimespec,
        .changed = status->st_ctimespec
    };
#else
        .modified = status->st_mtim,
        .changed = status->st_ctim
    };
#endif
    return identity;
}

bool file_look(const char *path, struct file_identity *out) {
    struct stat status;
    *out = (struct file_identity){0};
    if (lstat(path, &status) == 0)
        *out = file_identity_of(&status);
    else if (errno != ENOENT && errno != ENOTDIR)
        return false;
    return true;
}

bool file_same_place(const struct file_identity *a, const struct file_identity *b) {
    if (!a->there || !b->there)
        return a->there == b->there;
    return a->device == b->device && a->inode == b->inode && a->size == b->size;
}

static bool same_time(struct timespec a, struct timespec b) {
    return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

bool file_same(const struct file_identity *a, const struct file_identity *b) {
    return file_same_place(a, b) && same_time(a->modified, b->modified) && same_time(a->changed, b->changed);
}

static const char *refuse_kind(const struct stat *status, const char *path, size_t most, struct arena *arena) {
    if (S_ISDIR(status->st_mode))
        return arena_format(arena, "cannot read %s: it is a folder", path);
    if (!S_ISREG(status->st_mode))
        return arena_format(arena, "cannot read %s: it is not a regular file", path);
    if ((uintmax_t)status->st_size > most)
        return arena_format(arena, "cannot read %s: it is larger than %zu %s", path, most >> 20 ? most >> 20 : most,
                            most >> 20 ? "MiB" : "bytes");
    return NULL;
}

/* Up to SIZE bytes: a file that is being cut while it is read is as long as what was there. */
static const char *read_bytes(int fd, size_t size, char *bytes, size_t *length) {
    *length = 0;
    while (*length < size) {
        ssize_t n = read(fd, bytes + *length, size - *length);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return "read";
        if (n == 0)
            break;
        *length += (size_t)n;
    }
    bytes[*length] = '\0';
    return NULL;
}

const char *file_read(const char *path, size_t most, struct arena *arena, char **bytes, size_t *length,
                      struct file_identity *identity) {
    /* Not to hang at a named pipe. */
    int fd = call_open(AT_FDCWD, path, O_RDONLY | O_NONBLOCK | O_NOCTTY, 0);
    if (fd < 0)
        return call_fault(arena, "read", path);
    struct stat status;
    const char *why = NULL;
    if (fstat(fd, &status) != 0)
        why = call_fault(arena, "read", path);
    else
        why = refuse_kind(&status, path, most, arena);
    if (!why) {
        *bytes = arena_alloc(arena, (size_t)status.st_size + 1);
        if (read_bytes(fd, (size_t)status.st_size, *bytes, length))
            why = call_fault(arena, "read", path);
    }
    if (!why && identity)
        *identity = file_identity_of(&status);
    close(fd);
    return why;
}
