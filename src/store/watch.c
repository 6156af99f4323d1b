#include "candour/store/watch.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "candour/format/load.h"
#include "candour/store/call.h"
#include "candour/store/name.h"

void watch_begin(struct watch *watch, const char *path) {
    *watch = (struct watch){.path = path};
}

void watch_forget(struct watch *watch) {
    watch->at = (struct file_identity){0};
}

/* --- what was read --- */

/* Keeps the end of what stands up to BYTES + LENGTH; fewer bytes than the tail follow the old ones. */
static void keep_tail(struct watch *watch, const char *bytes, size_t length) {
    if (length < WATCH_TAIL) {
        size_t old = watch->tail_length < WATCH_TAIL - length ? watch->tail_length : WATCH_TAIL - length;
        memmove(watch->tail, watch->tail + watch->tail_length - old, old);
        memcpy(watch->tail + old, bytes, length);
        watch->tail_length = old + length;
    } else {
        memcpy(watch->tail, bytes + length - WATCH_TAIL, WATCH_TAIL);
        watch->tail_length = WATCH_TAIL;
    }
}

void watch_read(struct watch *watch, const char *bytes, size_t whole, bool grows) {
    watch->read = whole;
    watch->grows = grows;
    watch->tail_length = 0;
    keep_tail(watch, bytes, whole);
}

void watch_read_more(struct watch *watch, const char *bytes, size_t length) {
    watch->read += length;
    keep_tail(watch, bytes, length);
}

/* --- looking --- */

static bool same_inode(const struct file_identity *a, const struct file_identity *b) {
    return a->there && b->there && a->device == b->device && a->inode == b->inode;
}

/* The bytes behind what was read, when those before it are still the ones that were read; else false. */
static bool read_more(const struct watch *watch, int fd, size_t size, struct arena *arena, struct watch_found *found) {
    size_t from = watch->read - watch->tail_length;
    size_t length = size - from;
    char *bytes = arena_alloc(arena, length + 1);
    if (!call_read_at(fd, bytes, length, (off_t)from) || memcmp(bytes, watch->tail, watch->tail_length) != 0)
        return false;
    found->bytes = bytes + watch->tail_length;
    found->length = length - watch->tail_length;
    return true;
}

static enum watched fault(const struct watch *watch, int error, struct arena *arena, struct watch_found *found) {
    errno = error;
    found->why = call_fault(arena, "read", watch->path);
    return error == ENOENT || error == ENOTDIR ? WATCH_GONE : WATCH_FAULT;
}

static enum watched read_anew(struct watch *watch, struct arena *arena, struct watch_found *found) {
    watch_forget(watch);
    found->why = file_read(watch->path, LOAD_FILE_MOST, arena, &found->bytes, &found->length, &watch->at);
    return found->why == NULL ? WATCH_ANEW : WATCH_FAULT;
}

static enum watched look(struct watch *watch, int fd, struct arena *arena, struct watch_found *found) {
    struct stat status;
    if (fstat(fd, &status) != 0)
        return fault(watch, errno, arena, found);
    struct file_identity now = file_identity_of(&status);
    if (file_same(&now, &watch->at))
        return WATCH_SAME;
    bool grew = watch->grows && same_inode(&now, &watch->at) && now.size > watch->at.size &&
                (size_t)now.size > watch->read && now.size <= (off_t)LOAD_FILE_MOST;
    if (grew && read_more(watch, fd, (size_t)now.size, arena, found)) {
        watch->at = now;
        return WATCH_MORE;
    }
    return read_anew(watch, arena, found);
}

enum watched watch_look(struct watch *watch, struct arena *arena, struct watch_found *found) {
    *found = (struct watch_found){0};
    int fd = call_open(AT_FDCWD, watch->path, O_RDONLY | O_NONBLOCK | O_NOCTTY, 0);
    if (fd < 0) {
        int error = errno;
        watch_forget(watch);
        return fault(watch, error, arena, found);
    }
    enum watched done = look(watch, fd, arena, found);
    close(fd);
    return done;
}

const char *watch_lock(const struct watch *watch, struct arena *arena) {
    const char *why = NULL;
    const char *target = file_resolve(watch->path, arena, &why);
    return target == NULL ? NULL : name_beside(target, ".", ".lock", arena);
}
