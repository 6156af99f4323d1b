#include <errno.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "candour/store/call.h"
#include "candour/store/file.h"
#include "candour/store/name.h"

enum { LINKS_MOST = 40 };

/* What the link PATH points to, seen from where PATH is seen; NULL, with errno, when it is none. */
static char *link_target(const char *path, struct arena *arena) {
    char target[PATH_MAX];
    ssize_t n = readlink(path, target, sizeof target - 1);
    if (n < 0)
        return NULL;
    target[n] = '\0';
    if (target[0] == '/')
        return arena_text(arena, target);
    return arena_format(arena, "%.*s%s", (int)(name_last(path) - path), path, target);
}

/* ENOTDIR does not say which of the folders on the way is a file. */
static const char *not_reached(const char *path, struct arena *arena) {
    if (errno != ENOTDIR)
        return call_fault(arena, "find", path);
    struct stat status;
    const char *folder = name_folder(path, arena);
    while (stat(folder, &status) != 0 && errno == ENOTDIR)
        folder = name_folder(folder, arena);
    return arena_format(arena, "cannot reach %s: %s is a file, not a folder", path, folder);
}

char *file_resolve(const char *path, struct arena *arena, const char **fault) {
    char *at = arena_text(arena, path);
    for (int links = 0; links < LINKS_MOST; links++) {
        char *next = link_target(at, arena);
        if (!next && (errno == EINVAL || errno == ENOENT)) /* no link, or nothing there yet */
            return at;
        if (!next) {
            *fault = not_reached(at, arena);
            return NULL;
        }
        at = next;
    }
    errno = ELOOP;
    *fault = call_fault(arena, "find", path);
    return NULL;
}
