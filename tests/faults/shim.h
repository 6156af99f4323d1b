/* Shim: makes the n-th system call of a kind fail, for files under one folder.
 *
 * Linked into a test it takes the place of the C library's calls; built as a shared object and preloaded it does so in
 * the real program, which has no test hook. Then it is armed by the environment:
 *   CANDOUR_FAULT        KIND:N:HOW    the n-th call of a kind fails; N+ from the n-th on; up to four, with commas
 *   CANDOUR_FAULT_IN     only calls on files under this folder (absolute, symbolic links resolved) count
 *   CANDOUR_FAULT_WHILE  only while this file is there
 *   CANDOUR_FAULT_LOG    a line is added to this file for each fault
 * KIND: open write fdatasync fsync rename close ftruncate link mkdir look read.
 * HOW: EIO ENOSPC EINTR EACCES EMFILE; `short` writes half, `zero` nothing; `kill` ends the program before the call,
 * `half` after half of a write, `after` after the call; `swap` lets another program in before it (shim_swap).
 */
#ifndef CANDOUR_TESTS_FAULTS_SHIM_H
#define CANDOUR_TESTS_FAULTS_SHIM_H

#include <stdbool.h>

/* FAULT as CANDOUR_FAULT says it. Counts begin again. */
void shim_arm(const char *fault, const char *folder);
void shim_disarm(void);
/* What the other program does: FROM is renamed to TO. */
void shim_swap(const char *from, const char *to);
/* While held nothing counts and nothing fails. */
void shim_hold(bool held);
/* Faults since the last arming; and was the first of those named among them? */
int shim_hits(void);
bool shim_first_met(void);

#endif
