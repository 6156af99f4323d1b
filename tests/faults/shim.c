/* The fortified headers define some of these functions themselves. */
#undef _FORTIFY_SOURCE
#include "shim.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum kind { OPEN, WRITE, FDATASYNC, FSYNC, RENAME, CLOSE, FTRUNCATE, LINK, MKDIR, LOOK, READ, KINDS };
static const char *const kind_words[KINDS] = {"open",      "write", "fdatasync", "fsync", "rename", "close",
                                              "ftruncate", "link",  "mkdir",     "look",  "read"};

enum how { FAIL, SHORT, KILL, HALF, AFTER, ZERO, SWAP };

enum { FAULTS_MOST = 4 };

struct fault {
    enum kind kind;
    int nth, seen;
    bool from_then, met;
    enum how how;
    int error;
};

static struct {
    bool read; /* the environment was looked at */
    bool held;
    struct fault faults[FAULTS_MOST];
    int count, hits;
    const char *swap_from, *swap_to;
    char folder[PATH_MAX], pause[PATH_MAX], log[PATH_MAX];
} shim;

/* The C library's own. */
static void *own(const char *name) {
    void *found = dlsym(RTLD_NEXT, name);
    if (!found)
        abort();
    return found;
}
/* A function pointer out of dlsym, as POSIX has it. */
#define OWN(variable, name)                                                                                            \
    __typeof__(&name) variable;                                                                                        \
    *(void **)&variable = own(#name)

static void read_how(const char *word, struct fault *fault) {
    static const struct {
        const char *word;
        int error;
    } errors[] = {{"EIO", EIO}, {"ENOSPC", ENOSPC}, {"EINTR", EINTR}, {"EACCES", EACCES}, {"EMFILE", EMFILE}};
    static const char *const hows[] = {"", "short", "kill", "half", "after", "zero", "swap"};
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
        if (strcmp(word, errors[i].word) == 0) {
            fault->how = FAIL;
            fault->error = errors[i].error;
            return;
        }
    for (size_t i = 1; i < sizeof hows / sizeof *hows; i++)
        if (strcmp(word, hows[i]) == 0) {
            fault->how = (enum how)i;
            return;
        }
    abort();
}

/* One KIND:N:HOW; the characters it took. */
static size_t read_fault(const char *text, struct fault *fault) {
    char kind[16], how[16];
    int end = 0, more = 0;
    *fault = (struct fault){0};
    if (sscanf(text, "%15[a-z]:%d%n", kind, &fault->nth, &end) != 2)
        abort();
    fault->from_then = text[end] == '+';
    end += fault->from_then;
    if (sscanf(text + end, ":%15[A-Za-z]%n", how, &more) != 1)
        abort();
    read_how(how, fault);
    while (strcmp(kind_words[fault->kind], kind) != 0)
        if (++fault->kind == KINDS)
            abort();
    return (size_t)(end + more);
}

void shim_arm(const char *fault, const char *folder) {
    shim.read = true;
    shim.count = shim.hits = 0;
    while (*fault && shim.count < FAULTS_MOST) {
        fault += read_fault(fault, &shim.faults[shim.count++]);
        fault += *fault == ',';
    }
    snprintf(shim.folder, sizeof shim.folder, "%s", folder);
}

void shim_disarm(void) {
    shim.count = 0;
}

void shim_swap(const char *from, const char *to) {
    shim.swap_from = from;
    shim.swap_to = to;
}

void shim_hold(bool held) {
    shim.held = held;
}

int shim_hits(void) {
    return shim.hits;
}

bool shim_first_met(void) {
    return shim.faults[0].met;
}

static void read_environment(void) {
    shim.read = true;
    const char *fault = getenv("CANDOUR_FAULT"), *folder = getenv("CANDOUR_FAULT_IN");
    const char *pause = getenv("CANDOUR_FAULT_WHILE"), *log = getenv("CANDOUR_FAULT_LOG");
    if (pause)
        snprintf(shim.pause, sizeof shim.pause, "%s", pause);
    if (log)
        snprintf(shim.log, sizeof shim.log, "%s", log);
    if (fault && folder)
        shim_arm(fault, folder);
}

static bool under_folder(const char *path) {
    size_t length = strlen(shim.folder);
    return strncmp(path, shim.folder, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

/* Where descriptor FD, or NAME seen from folder FD, is. */
static bool concerns(int fd, const char *name) {
    char link[64], path[PATH_MAX];
    if (name && name[0] == '/')
        return under_folder(name);
    if (fd == AT_FDCWD && getcwd(path, sizeof path / 2)) {
        size_t length = strlen(path);
        snprintf(path + length, sizeof path - length, "/%s", name ? name : "");
        return under_folder(path);
    }
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, sizeof path - 1);
    path[n > 0 ? n : 0] = '\0';
    return under_folder(path);
}

static void note_hit(const struct fault *fault) {
    OWN(own_open, open);
    OWN(own_write, write);
    OWN(own_close, close);
    shim.hits++;
    if (!shim.log[0])
        return;
    char line[64];
    int n = snprintf(line, sizeof line, "%s %d\n", kind_words[fault->kind], fault->seen);
    int fd = own_open(shim.log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (fd >= 0 && own_write(fd, line, (size_t)n) == n)
        own_close(fd);
}

static bool paused(void) {
    return shim.held || (shim.pause[0] && access(shim.pause, F_OK) != 0);
}

/* Counts the call; is it one that fails? */
static bool due(struct fault *fault) {
    fault->seen++;
    return (fault->from_then ? fault->seen >= fault->nth : fault->seen == fault->nth) && !paused();
}

/* The fault this call meets, or NULL. errno is set for one that simply fails. */
static struct fault *hit(enum kind kind, int fd, const char *name) {
    int before = errno;
    struct fault *met = NULL;
    if (!shim.read)
        read_environment();
    for (int i = 0; i < shim.count && !met; i++)
        if (!shim.held && shim.faults[i].kind == kind && concerns(fd, name) && due(&shim.faults[i]))
            met = &shim.faults[i];
    if (met) {
        met->met = true;
        note_hit(met);
    }
    if (met && met->how == SWAP) {
        OWN(own_rename, rename);
        own_rename(shim.swap_from, shim.swap_to);
        met = NULL;
    }
    errno = before;
    if (!met)
        return NULL;
    if (met->how == KILL)
        kill(getpid(), SIGKILL);
    errno = met->error;
    return met;
}

static void end_after(const struct fault *fault) {
    if (fault->how == AFTER)
        kill(getpid(), SIGKILL);
}

/* A call that did nothing and failed, or was done and then the program ended. */
#define INSTEAD(kind, fd, name, call)                                                                                  \
    do {                                                                                                               \
        const struct fault *met = hit(kind, fd, name);                                                                 \
        if (!met)                                                                                                      \
            return call;                                                                                               \
        if (met->how == FAIL)                                                                                          \
            return -1;                                                                                                 \
        if ((call) >= 0)                                                                                               \
            end_after(met);                                                                                            \
        return -1;                                                                                                     \
    } while (0)

int openat(int folder, const char *name, int flags, ...) {
    va_list more;
    va_start(more, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
    va_end(more);
    OWN(call, openat);
    INSTEAD(OPEN, folder, name, call(folder, name, flags, mode));
}

int open(const char *name, int flags, ...) {
    va_list more;
    va_start(more, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
    va_end(more);
    OWN(call, open);
    INSTEAD(OPEN, AT_FDCWD, name, call(name, flags, mode));
}

ssize_t write(int fd, const void *bytes, size_t length) {
    OWN(call, write);
    const struct fault *met = hit(WRITE, fd, NULL);
    if (!met)
        return call(fd, bytes, length);
    if (met->how == FAIL || met->how == ZERO)
        return met->how == FAIL ? -1 : 0;
    ssize_t n = call(fd, bytes, met->how == AFTER ? length : length / 2);
    if (met->how == SHORT)
        return n;
    kill(getpid(), SIGKILL);
    return -1;
}

ssize_t read(int fd, void *bytes, size_t length) {
    OWN(call, read);
    INSTEAD(READ, fd, NULL, call(fd, bytes, length));
}

ssize_t pread(int fd, void *bytes, size_t length, off_t offset) {
    OWN(call, pread);
    INSTEAD(READ, fd, NULL, call(fd, bytes, length, offset));
}

int fdatasync(int fd) {
    OWN(call, fdatasync);
    INSTEAD(FDATASYNC, fd, NULL, call(fd));
}

int fsync(int fd) {
    OWN(call, fsync);
    INSTEAD(FSYNC, fd, NULL, call(fd));
}

int ftruncate(int fd, off_t length) {
    OWN(call, ftruncate);
    INSTEAD(FTRUNCATE, fd, NULL, call(fd, length));
}

/* As the system does it: what failed is closed all the same. */
int close(int fd) {
    OWN(call, close);
    const struct fault *met = hit(CLOSE, fd, NULL);
    int error = errno, r = call(fd);
    if (!met)
        return r;
    end_after(met);
    errno = error;
    return -1;
}

int rename(const char *from, const char *to) {
    OWN(call, rename);
    INSTEAD(RENAME, AT_FDCWD, to, call(from, to));
}

int renameat(int from_folder, const char *from, int to_folder, const char *to) {
    OWN(call, renameat);
    INSTEAD(RENAME, to_folder, to, call(from_folder, from, to_folder, to));
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags) {
    OWN(call, renameat2);
    INSTEAD(RENAME, to_folder, to, call(from_folder, from, to_folder, to, flags));
}

int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags) {
    OWN(call, linkat);
    INSTEAD(LINK, to_folder, to, call(from_folder, from, to_folder, to, flags));
}

int mkdir(const char *name, mode_t mode) {
    OWN(call, mkdir);
    INSTEAD(MKDIR, AT_FDCWD, name, call(name, mode));
}

int lstat(const char *name, struct stat *status) {
    OWN(call, lstat);
    INSTEAD(LOOK, AT_FDCWD, name, call(name, status));
}

int fstat(int fd, struct stat *status) {
    OWN(call, fstat);
    INSTEAD(LOOK, fd, NULL, call(fd, status));
}

int fstatat(int folder, const char *name, struct stat *status, int flags) {
    OWN(call, fstatat);
    INSTEAD(LOOK, folder, name, call(folder, name, status, flags));
}
