/* Say: words for the person at the shell prompt, and the exit status.
 *
 * While the screens are shown the terminal is lent first (term.h): who has them takes it back afterwards.
 *
 * Everything said passes the display filter line by line, for file names and what stands in files are data, never
 * terminal code. Lines end with newline; nothing is coloured.
 */
#ifndef CANDOUR_SHELL_SAY_H
#define CANDOUR_SHELL_SAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum exit_status {
    EXIT_DONE = 0,
    EXIT_PROBLEMS = 1, /* the input has problems; they were named on standard error */
    EXIT_USAGE = 2,
    EXIT_SYSTEM = 3,      /* disk full, locked, no terminal */
    EXIT_BY_SIGNAL = 128, /* and the signal's number: told to leave; everything was kept */
};

/* A line on standard error, with "candour: " before it. */
void say_error(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Lines as they are, to OUT. False when they could not be written (a full disk, a closed pipe). */
bool say_to(FILE *out, const char *text, size_t length);
/* The same to standard output; that they could not be written is said on standard error. */
bool say_out(const char *text, size_t length);
bool say_line(FILE *out, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Columns of the terminal that standard output is; 0 when it is none. */
int say_columns(void);

#endif
