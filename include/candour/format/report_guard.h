/* Report guard: guarded words (core/guard.h) that would leave in a written report, and where each stands in the record.
 *
 * Looked through are the texts of people the report is made from: records, sections, events, the file's name. One with
 * a guarded word counts when the word, with what stands round it in that text, is in the written bytes too, however
 * their form escapes, folds or breaks it. So a word that stays behind refuses nothing, and neither does the month of a
 * due date for a child called April.
 */
#ifndef CANDOUR_FORMAT_REPORT_GUARD_H
#define CANDOUR_FORMAT_REPORT_GUARD_H

#include "candour/format/report.h"

struct report_guarded {
    const char *word;  /* as it is in the list */
    const char *where; /* "C3, as put"; "review, title" */
};

struct report_leaks {
    struct report_guarded *list;
    size_t count;
};

/* BYTES were written by report_write with FORM and ORDER. The result lives in ARENA, in the order of the file. */
struct report_leaks report_guard(enum report_form form, const struct report_order *order, const struct buffer *bytes,
                                 const char *const *words, size_t count, struct arena *arena);

#endif
