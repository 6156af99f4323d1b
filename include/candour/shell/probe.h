/* Probe: whether a session still answers, asked in a process of its own.
 *
 *   probe_begin(&probe, path);      before the terminal is opened
 *   probe_ask(&probe);              then wait until `answer` is readable
 *   probe_answered(&probe)
 *
 * When a shared folder has gone, a call that opens a file in it may wait for minutes, and nothing ends it: not a
 * signal, not a limit. A screen that must say so, and must obey its keys meanwhile, asks before it looks itself. The
 * helper opens and reads the session and its lock file, tells nothing about them but that it could or could not, and
 * ends with the program that began it.
 */
#ifndef CANDOUR_SHELL_PROBE_H
#define CANDOUR_SHELL_PROBE_H

#include <stdbool.h>
#include <sys/types.h>

struct probe {
    int ask;    /* -1: there is no helper, or no more, and whoever asks must do without */
    int answer; /* to be waited on; -1: there never was one */
    int quiet;  /* keeps it so when the helper has gone */
    pid_t helper;
};

/* PATH must outlive it. Without a process to spare there is no helper. */
void probe_begin(struct probe *probe, const char *path);
/* False: there is no helper, or no more. Not to be asked again before it has answered. */
bool probe_ask(struct probe *probe);
/* Takes the answer, without waiting; false when there is none yet. */
bool probe_answered(struct probe *probe);
void probe_end(struct probe *probe);

#endif
