/* Calls: the few system calls of this floor as it makes them, so that no file decides anew what an interruption means.
 *
 * Failures leave errno as the system set it. Descriptors belong to the caller.
 */
#ifndef CANDOUR_STORE_CALL_H
#define CANDOUR_STORE_CALL_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct arena;

/* openat with O_CLOEXEC, again when interrupted; -1 on failure. */
int call_open(int folder, const char *name, int flags, mode_t mode);
/* All LENGTH bytes at the descriptor's place. A short write goes on, which finishes it or says why it was short; a
 * write of nothing is a full disk. */
bool call_write(int fd, const char *bytes, size_t length);
/* LENGTH bytes from OFFSET; fewer are there: false, errno EIO. */
bool call_read_at(int fd, char *bytes, size_t length, off_t offset);
/* On the disk, not in a cache of the system: fsync and fdatasync, again when interrupted, but never again after another
 * failure, when a second call may succeed though the bytes are lost. */
bool call_sync(int fd);
bool call_sync_bytes(int fd);
/* An interrupted close has closed, and is not tried again. */
bool call_close(int fd);

/* "cannot DOING PATH: <errno in words>", in ARENA. */
const char *call_fault(struct arena *arena, const char *doing, const char *path);

#endif
