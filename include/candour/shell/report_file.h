/* Report file: a report made, looked through for guarded words, and put into a file; for `report` and for the screens.
 */
#ifndef CANDOUR_SHELL_REPORT_FILE_H
#define CANDOUR_SHELL_REPORT_FILE_H

#include "candour/format/report_guard.h"
#include "candour/shell/options.h"

/* The kinds of report as words of `--as`, one with an argument as "agency:ID". */
option_term report_term;

struct report_job {
    const struct report_kind *kind;
    enum report_form form;
    struct report_order order;
};

/* The agency of the meeting that WANTED names, in any case of letters, or BOARD, CHAIR, NATIONAL; NULL: none, and *NEAR
 * is one that is near, or NULL. */
const char *report_agency(const struct meeting *meeting, const char *wanted, struct arena *arena, const char **near);

/* Writes the report to OUT; what of WORDS would leave in it is in the result, and then OUT must not leave. */
struct report_leaks report_made(const struct report_job *job, const char *const *words, size_t count,
                                struct buffer *out, struct arena *arena);

/* Puts TEXT into a file of its own, 0600, whole or not at all; an existing file is never written over, then *TAKEN is
 * set. NULL, or a sentence why not; *WRITTEN is set when the file is there all the same (it may not survive a power
 * cut). */
const char *report_put(const char *path, const struct buffer *text, bool *taken, bool *written, struct arena *arena);
/* "The minutes are in minutes.html" */
const char *report_written(const struct report_job *job, const char *path, struct arena *arena);

#endif
