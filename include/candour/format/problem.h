/* Problem: a fault in a meeting file, put at its place in the file it stands in.
 *
 * A source is one file as it is being read: the meeting file itself or one it includes. Problems are kept in a diag
 * list (base/diag.h); nothing here fails. Words quoted from a file are clipped, so that a message stays one line.
 */
#ifndef CANDOUR_FORMAT_PROBLEM_H
#define CANDOUR_FORMAT_PROBLEM_H

#include <stdint.h>

#include "candour/base/arena.h"
#include "candour/base/diag.h"

struct source {
    const char *name;  /* as the user is told */
    const char *bytes; /* without a byte order mark and without a torn tail */
    size_t length;
};

/* LINE and COLUMN from 1 (column in code points), 0 for none; HINT may be NULL. Errors only. */
void problem(struct diags *diags, const struct source *source, uint32_t line, uint32_t column, const char *hint,
             const char *what, ...) __attribute__((format(printf, 6, 7)));

/* Adds what FROM holds to TO, but errors on a line that the first TOLD of TO name in the same file: they come from the
 * same fault. */
void problems_join(struct diags *to, size_t told, const struct diags *from);

/* Sorts FOUND, adds as many of the first as there is room for to DIAGS and counts the rest; gives every problem without
 * one its source line, where it lies in one of the COUNT sources. */
void problems_finish(struct diags *diags, struct diags *found, const struct source *const *sources, size_t count);

/* TEXT for a message: at most 48 bytes, cut between characters, with an ellipsis; in ARENA. */
const char *problem_quote(struct arena *arena, const char *text);
/* A key or an id for a message: as it is when it is a word of ordinary characters, else clipped and in quotes. */
const char *problem_word(struct arena *arena, const char *word);

/* Is the list full? Then one more is counted, and its words need not be made. */
bool problem_counted(struct diags *diags);

#endif
