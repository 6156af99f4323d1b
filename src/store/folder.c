#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "candour/store/call.h"
#include "candour/store/file.h"
#include "candour/store/name.h"

static const char *sync_folder(const char *folder, struct arena *arena) {
    int fd = call_open(AT_FDCWD, folder, O_RDONLY | O_DIRECTORY, 0);
    if (fd < 0)
        return call_fault(arena, "open folder", folder);
    const char *why = NULL;
    if (!call_sync(fd) && errno != EINVAL && errno != ENOTSUP && errno != EROFS)
        why = call_fault(arena, "keep folder", folder);
    close(fd);
    return why;
}

static const char *make_one(const char *folder, struct arena *arena) {
    if (mkdir(folder, 0700) != 0)
        return errno == EEXIST ? NULL : call_fault(arena, "make folder", folder);
    /* The umask may have taken bits away that we need. */
    if (chmod(folder, 0700) != 0) {
        const char *why = call_fault(arena, "make folder", folder);
        rmdir(folder);
        return why;
    }
    return sync_folder(name_folder(folder, arena), arena);
}

const char *folder_make(const char *path, bool *made, struct arena *arena) {
    char *folder = name_folder(path, arena);
    struct stat status;
    bool there = stat(folder, &status) == 0;
    if (made)
        *made = !there;
    if (!there && errno != ENOENT)
        return call_fault(arena, "make folder", folder);
    if (there)
        return NULL;
    const char *why = folder_make(folder, NULL, arena);
    return why ? why : make_one(folder, arena);
}

const char *folder_closed(const char *path, struct arena *arena) {
    const char *folder = name_folder(path, arena);
    if (faccessat(AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) == 0 || (errno != EACCES && errno != EROFS))
        return NULL;
    return call_fault(arena, "write in folder", folder);
}

/* NAME is PATTERN with eight hexadecimal digits in the place of its zeros. */
static bool is_temporary(const char *name, const char *pattern) {
    size_t length = strlen(pattern);
    if (strlen(name) != length || length < 10)
        return false;
    const char *digits = name + length - 9;
    return strncmp(name, pattern, length - 9) == 0 && strspn(digits, "0123456789abcdef") == 8 && digits[8] == '~';
}

static const char *temporary_of(const char *path, struct arena *arena) {
    return name_last(name_beside(path, ".", ".00000000~", arena));
}

void folder_sweep(const char *path, const char *also, struct arena *arena) {
    const char *pattern = temporary_of(path, arena), *other = temporary_of(also, arena);
    DIR *folder = opendir(name_folder(path, arena));
    if (!folder)
        return;
    for (const struct dirent *entry = readdir(folder); entry; entry = readdir(folder))
        if (is_temporary(entry->d_name, pattern) || is_temporary(entry->d_name, other))
            unlinkat(dirfd(folder), entry->d_name, 0);
    closedir(folder);
}
