/* Harness: the real program in a pseudo-terminal, read through libvterm.
 *
 * A test waits for a state, with a limit, and never sleeps. When the limit is reached the screen is printed and the
 * test fails. Each test has a folder of its own, in which the program runs; its clock is the shim's.
 */
#ifndef CANDOUR_TESTS_HARNESS_H
#define CANDOUR_TESTS_HARNESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <vterm.h>

#include "clockshim.h"

enum { ROOM_PATH = 512, ENV_MOST = 16, TERMINALS_MOST = 8, WAIT_MS = 10000 };

struct terminal;

/* Where a test takes place. */
struct room {
    char folder[ROOM_PATH];
    char program[ROOM_PATH]; /* absolute */
    char shim[ROOM_PATH];
    struct shim_clock *clock;
    const char *env[ENV_MOST]; /* beside the harness's own; NULL ends it */
    struct terminal *terminals[TERMINALS_MOST];
};

struct terminal {
    struct room *room;
    pid_t pid; /* of what was started; 0 when it was waited for */
    int fd;    /* -1: hung up */
    int slave; /* kept open, so that the settings of the line can be asked after the program's end */
    int rows, columns;
    VTerm *vt;
    VTermScreen *screen;
    bool alternate, cursor_shown, ended;
    VTermPos cursor;
    int status; /* of waitpid, when ended */
    char *raw;  /* every byte that came */
    size_t raw_length;
};

/* BUILD is the folder of the build, as make names it. A frozen clock begins at 2016-11-22T13:28:00Z. */
struct room *room_new(const char *build, bool frozen);
/* Removes everything, terminals that a failed test left included. */
void room_free(struct room *room);
void room_copy(const struct room *room, const char *from, const char *name);
/* Where NAME of the room stands. */
void room_path(const struct room *room, const char *name, char path[2 * ROOM_PATH]);
void room_make_folder(const struct room *room, const char *name); /* 0700 */
/* In the folder of the room; PATH may be a pattern (the first that fits). NULL when there is none; free it. */
char *room_read(const struct room *room, const char *path);
bool room_has(const struct room *room, const char *path);

/* ARGV[0] NULL stands for the program. */
struct terminal *terminal_start(struct room *room, int rows, int columns, const char *const argv[]);
/* Kills what still runs. */
void terminal_free(struct terminal *terminal);

void terminal_type(struct terminal *terminal, const char *bytes);
typedef bool terminal_state(struct terminal *terminal, const void *about);
/* Reads until STATE holds; false when the limit was reached. */
bool terminal_reaches(struct terminal *terminal, terminal_state *state, const void *about);
/* Until TEXT stands on the screen (not: anywhere does). */
void terminal_wait(struct terminal *terminal, const char *text);
void terminal_wait_not(struct terminal *terminal, const char *text);
void terminal_wait_raw(struct terminal *terminal, const char *bytes);
/* Until a file is there (or gone) in the room's folder, and until it holds TEXT. */
void terminal_wait_file(struct terminal *terminal, const char *pattern, bool there);
void terminal_wait_in_file(struct terminal *terminal, const char *pattern, const char *text);
/* No byte came for 30 ms: a frame is several writes. */
void terminal_settle(struct terminal *terminal);
bool terminal_shows(struct terminal *terminal, const char *text);
/* A row of the screen, trailing blanks cut; good until the next call. */
const char *terminal_row(struct terminal *terminal, int row);
void terminal_print(struct terminal *terminal);
void terminal_resize(struct terminal *terminal, int rows, int columns);
void terminal_hang_up(struct terminal *terminal);
void terminal_signal(struct terminal *terminal, int signal);
/* Waits until it stands still (SIGSTOP). */
void terminal_wait_stopped(struct terminal *terminal);
/* Waits for its end, the screen read to the last byte: the status of waitpid. */
int terminal_wait_end(struct terminal *terminal);
/* Waits for its end by itself, with the exit status EXPECTED. */
void terminal_ends(struct terminal *terminal, int expected);
/* The process that runs `candour`, from the lock it holds. */
pid_t terminal_holder(struct terminal *terminal, const char *lock);

/* Lets MS pass on the shim's clock, and wakes the program. */
void terminal_pass(struct terminal *terminal, int64_t ms);

#endif
