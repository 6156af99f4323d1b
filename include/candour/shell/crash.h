/* Crash: what a person sees when the program itself is at fault: the terminal put right, and where the session is.
 *
 * The handler of SEGV, BUS, FPE, ILL and ABRT runs on a stack of its own, calls only what is safe there, and raises the
 * signal again so that whoever started us sees it.
 */
#ifndef CANDOUR_SHELL_CRASH_H
#define CANDOUR_SHELL_CRASH_H

void crash_begin(void);
/* The session's file; NULL: there is none yet. Copied. */
void crash_session(const char *path);

#endif
