/* File: reading with a limit, and replacing whole files so that a crash leaves the old one or the new one.
 *
 * Every function returns NULL when it worked, else a sentence ("cannot write sessions/x.yaml: No space left on device")
 * in ARENA. Every return value of the system is looked at, close included; EINTR is tried again where that is right.
 */
#ifndef CANDOUR_STORE_FILE_H
#define CANDOUR_STORE_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/stat.h>

#include "candour/base/arena.h"

/* What a path was when we last looked: another program's rename or write shows. */
struct file_identity {
    bool there;
    dev_t device;
    ino_t inode;
    off_t size;
    struct timespec modified, changed;
};

/* What PATH is now, a symbolic link itself and not its target. A path that leads nowhere is no fault: `there` is false.
 * False, with errno, when it cannot be told. */
bool file_look(const char *path, struct file_identity *out);
struct file_identity file_identity_of(const struct stat *status);
/* The same file of the same size; a change of its mode, or a touch, does not matter. */
bool file_same_place(const struct file_identity *a, const struct file_identity *b);
/* That, and not written since. */
bool file_same(const struct file_identity *a, const struct file_identity *b);

/* Reads all of PATH (a regular file of at most MOST bytes) into ARENA, a NUL behind it. */
const char *file_read(const char *path, size_t most, struct arena *arena, char **bytes, size_t *length,
                      struct file_identity *identity);

/* Replaces PATH by BYTES: temporary file in the same folder, 0600 (an existing file's mode is kept), all written,
 * fsync, close, identity checked, rename, fsync of the folder; symbolic links resolved; no temporary is left behind on
 * any way out. EXPECTED (may be NULL): refuse when PATH is no longer that; then *CHANGED (may be NULL) is set. The new
 * identity goes to EXPECTED. FRESH true: PATH must not exist. Only a regular file is replaced. When nothing but the
 * last step failed the sentence says that the file is written. */
const char *file_replace(const char *path, const char *bytes, size_t length, bool fresh, struct file_identity *expected,
                         bool *changed, struct arena *arena);

/* The same in parts, for a caller that must know how far it came. The path is taken as it stands: a symbolic link there
 * is replaced itself. */
enum replaced {
    REPLACED,
    REPLACED_UNSURE,  /* it is there and whole, but a power cut may bring the old one back: `now` is the new one */
    REPLACED_CHANGED, /* another program changed it: nothing was done */
    REPLACED_TAKEN,   /* `fresh`, and it is there: nothing was done */
    REPLACED_NOT      /* nothing was done */
};

struct replacement {
    const char *path;
    const char *bytes;
    size_t length;
    bool fresh;
    bool loosely;                         /* compare by file_same_place */
    const struct file_identity *expected; /* NULL: whatever is there */
    struct file_identity now;             /* set when replaced */
    bool linked;                          /* what was replaced has other names: they keep the earlier text */
    const char *why;                      /* a sentence unless replaced */
};

enum replaced file_put(struct replacement *replacement, struct arena *arena);

/* Makes the folder PATH stands in, and what is missing above it, 0700 whatever the umask; MADE (may be NULL): it was
 * not there. On the disk when this returns NULL. */
const char *folder_make(const char *path, bool *made, struct arena *arena);
/* Why no file can be made or replaced beside PATH, in ARENA; NULL: one can, as far as the system says. */
const char *folder_closed(const char *path, struct arena *arena);
/* Removes temporaries of PATH, and of ALSO in the same folder, that a killed program left. Only for who holds the lock
 * on PATH. */
void folder_sweep(const char *path, const char *also, struct arena *arena);

/* The file a chain of symbolic links ends at (it may not exist yet); NULL and *FAULT when it cannot be told. */
char *file_resolve(const char *path, struct arena *arena, const char **fault);

#endif
