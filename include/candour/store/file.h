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

/* Reads all of PATH (a regular file of at most MOST bytes) into ARENA, a NUL behind it. */
const char *file_read(const char *path, size_t most, struct arena *arena, char **bytes, size_t *length,
                      struct file_identity *identity);

/* Replaces PATH by BYTES: temporary file in the same folder, 0600 (an existing file's mode is kept), all written,
 * fsync, close, identity checked, rename, fsync of the folder; symbolic links resolved; no temporary is left behind on
 * any way out. EXPECTED (may be NULL): refuse when PATH is no longer that; then *CHANGED is set. The new identity goes
 * to EXPECTED. FRESH true: PATH must not exist. */
const char *file_replace(const char *path, const char *bytes, size_t length, bool fresh, struct file_identity *expected,
                         bool *changed, struct arena *arena);

/* The file a chain of symbolic links ends at (it may not exist yet); NULL and *FAULT when it cannot be told. */
char *file_resolve(const char *path, struct arena *arena, const char **fault);

#endif
