/* A full-screen program in a pseudo-terminal of 80x24, measured from outside: when it has drawn, what it holds, how
 * often it wakes. A frame is a burst of output that ends when QUIET milliseconds pass without a byte; the time of its
 * last byte counts, the silence does not.
 */
#ifndef CANDOUR_TESTS_BENCH_PTY_H
#define CANDOUR_TESTS_BENCH_PTY_H

#include <stdbool.h>
#include <sys/types.h>

struct program {
    pid_t pid;
    int fd;
    double started;  /* ms */
    long bytes;      /* drawn so far */
    char tail[8192]; /* the last of them */
    int tail_length;
};

double clock_ms(void);

/* ARGV[0] is looked up in PATH. False: no such program, or no pseudo-terminal. */
bool program_start(struct program *program, char *const argv[]);
/* Until MARKER was drawn (NULL: anything) and the burst ended; the time of its last byte in ms since BEGAN, or -1 when
 * LIMIT ms passed without it. */
double program_frame(struct program *program, const char *marker, double began, int quiet, int limit);
/* KEYS as typed. */
void program_type(struct program *program, const char *keys);
/* KEYS as typed, to the last byte of the frame they cause; -1: none within a second. */
double program_key(struct program *program, const char *keys, int quiet);
/* Reads whatever is drawn for MS milliseconds. */
void program_drain(struct program *program, int ms);
/* kB in memory; -1 when it cannot be told. */
long program_resident(const struct program *program);
/* Times it went to sleep of its own will: its wake-ups. */
long program_sleeps(const struct program *program);
/* KEYS (may be NULL) as typed, then SIGTERM when it is still there after a second, and SIGKILL; to its own pid only. */
void program_end(struct program *program, const char *keys);

#endif
