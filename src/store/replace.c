#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#if defined(__linux__)
#include <sys/xattr.h>
#endif

#include "candour/store/call.h"
#include "candour/store/file.h"
#include "candour/store/name.h"

/* One replacement on its way. */
struct putting {
    struct replacement *order;
    struct arena *arena;
    int folder;
    const char *name; /* last part of the path */
    const char *temporary;
    bool there;         /* PATH was there at the start, and this is it */
    struct stat before; /* valid when there */
};

static const char *refuse(struct putting *p, const char *doing) {
    p->order->why = call_fault(p->arena, doing, p->order->path);
    return p->order->why;
}

/* Is the path still what the caller knows it as? */
static enum replaced compare(struct putting *p) {
    struct replacement *order = p->order;
    p->there = fstatat(p->folder, p->name, &p->before, AT_SYMLINK_NOFOLLOW) == 0;
    if (!p->there && errno != ENOENT) {
        refuse(p, "look at");
        return REPLACED_NOT;
    }
    if (p->there && order->fresh) {
        order->why = arena_format(p->arena, "%s is there already", order->path);
        return REPLACED_TAKEN;
    }
    struct file_identity now = {0};
    if (p->there)
        now = file_identity_of(&p->before);
    bool (*same)(const struct file_identity *, const struct file_identity *) =
        order->loosely ? file_same_place : file_same;
    if (order->expected && !same(&now, order->expected)) {
        order->why = arena_format(p->arena, "%s was changed by another program", order->path);
        return REPLACED_CHANGED;
    }
    if (p->there && !S_ISREG(p->before.st_mode) && !S_ISLNK(p->before.st_mode)) {
        order->why = arena_format(p->arena, "cannot write %s: it is not a regular file", order->path);
        return REPLACED_NOT;
    }
    return REPLACED;
}

static uint32_t some_number(void) {
    uint32_t number;
    if (getentropy(&number, sizeof number) != 0)
        number = (uint32_t)getpid();
    return number;
}

static int open_temporary(struct putting *p) {
    for (int tries = 0; tries < 100; tries++) {
        char *after = arena_format(p->arena, ".%08" PRIx32 "~", some_number() + (uint32_t)tries);
        p->temporary = name_last(name_beside(p->order->path, ".", after, p->arena));
        int fd = call_open(p->folder, p->temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0600);
        if (fd >= 0 || errno != EEXIST)
            return fd;
    }
    return -1;
}

#if defined(__linux__)
static void copy_access_list(const char *from, int to) {
    char list[4096];
    ssize_t n = lgetxattr(from, "system.posix_acl_access", list, sizeof list);
    if (n > 0 && fsetxattr(to, "system.posix_acl_access", list, (size_t)n, 0) != 0)
        return; /* what cannot be granted again stays closed */
}
#else
static void copy_access_list(const char *from, int to) {
    (void)from;
    (void)to;
}
#endif

/* As the old file: whoever could read it still can. A file system that has no modes is none of our trouble: the
 * temporary was made 0600. */
static void give_mode(const struct putting *p, int fd) {
    mode_t mode = 0600;
    if (p->there && S_ISREG(p->before.st_mode)) {
        bool ours = p->before.st_uid == geteuid() && p->before.st_gid == getegid();
        mode = p->before.st_mode & 0777;
        if (!ours && fchown(fd, p->before.st_uid, p->before.st_gid) != 0)
            mode &= 0700;
    }
    if (fchmod(fd, mode) == 0 && p->there)
        copy_access_list(p->order->path, fd);
}

/* All of it in the temporary and on the disk, and the temporary closed; or a sentence. */
static const char *fill(struct putting *p, int fd) {
    struct stat status;
    const char *why = NULL;
    give_mode(p, fd);
    if (!call_write(fd, p->order->bytes, p->order->length) || !call_sync(fd) || fstat(fd, &status) != 0)
        why = refuse(p, "write");
    else
        p->order->now = file_identity_of(&status);
    if (!call_close(fd) && !why)
        why = refuse(p, "write");
    return why;
}

/* A name that must not be there yet is taken without a moment in which another's file could be overwritten. */
static bool take_name(struct putting *p) {
#if defined(RENAME_NOREPLACE)
    if (renameat2(p->folder, p->temporary, p->folder, p->name, RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
#endif
    if (linkat(p->folder, p->temporary, p->folder, p->name, 0) == 0) {
        unlinkat(p->folder, p->temporary, 0);
        return true;
    }
    return errno != EEXIST && renameat(p->folder, p->temporary, p->folder, p->name) == 0;
}

static enum replaced give_name(struct putting *p) {
    p->order->linked = p->there && p->before.st_nlink > 1;
    bool named = p->there ? renameat(p->folder, p->temporary, p->folder, p->name) == 0 : take_name(p);
    if (named)
        return REPLACED;
    bool taken = !p->there && errno == EEXIST;
    refuse(p, "write");
    return taken ? p->order->fresh ? REPLACED_TAKEN : REPLACED_CHANGED : REPLACED_NOT;
}

static enum replaced settle(struct putting *p) {
    struct stat status;
    if (fstatat(p->folder, p->name, &status, AT_SYMLINK_NOFOLLOW) == 0 && status.st_ino == p->order->now.inode)
        p->order->now = file_identity_of(&status); /* a rename is a change */
    if (call_sync(p->folder) || errno == EINVAL || errno == ENOTSUP || errno == EROFS)
        return REPLACED;
    p->order->why =
        arena_format(p->arena, "%s is written, but may not survive a power cut: %s", p->order->path, strerror(errno));
    return REPLACED_UNSURE;
}

static enum replaced put_in(struct putting *p) {
    enum replaced done = compare(p);
    if (done != REPLACED)
        return done;
    int fd = open_temporary(p);
    if (fd < 0) {
        refuse(p, "write");
        return REPLACED_NOT;
    }
    done = fill(p, fd) ? REPLACED_NOT : compare(p);
    if (done == REPLACED)
        done = give_name(p);
    if (done != REPLACED) {
        unlinkat(p->folder, p->temporary, 0);
        return done;
    }
    return settle(p);
}

enum replaced file_put(struct replacement *replacement, struct arena *arena) {
    struct putting p = {.order = replacement, .arena = arena, .name = name_last(replacement->path)};
    replacement->why = NULL;
    p.folder = call_open(AT_FDCWD, name_folder(replacement->path, arena), O_RDONLY | O_DIRECTORY, 0);
    if (p.folder < 0) {
        refuse(&p, "write");
        return REPLACED_NOT;
    }
    enum replaced done = put_in(&p);
    close(p.folder);
    return done;
}

const char *file_replace(const char *path, const char *bytes, size_t length, bool fresh, struct file_identity *expected,
                         bool *changed, struct arena *arena) {
    struct replacement order = {.bytes = bytes, .length = length, .fresh = fresh, .expected = expected};
    const char *why = NULL;
    order.path = file_resolve(path, arena, &why);
    if (!order.path)
        return why;
    enum replaced done = file_put(&order, arena);
    if (changed)
        *changed = done == REPLACED_CHANGED;
    if (expected && (done == REPLACED || done == REPLACED_UNSURE))
        *expected = order.now;
    return order.why;
}
