/* What the documents share: the summary at hand, how things are said in them, and what is withheld. Only the kinds of
 * report include it. Texts made here live in the report's arena.
 */
#ifndef CANDOUR_FORMAT_REPORT_PARTS_H
#define CANDOUR_FORMAT_REPORT_PARTS_H

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/format/json_fields.h"
#include "candour/format/report.h"
#include "report_said.h"

struct report {
    const struct report_order *order;
    const struct summary *s;
    const struct meeting *m;
    const struct agenda *agenda;
    struct arena *arena;
    struct document *d; /* NULL: JSON */
};

/* With a document called TITLE, its subtitle and its state; TITLE NULL: none. */
struct report report_begin(const struct report_order *order, const char *title, struct arena *arena);

/* --- state --- */

/* When the record was confirmed; {0}: it is a draft. */
struct stamp report_confirmed(const struct meeting *m);
/* "DRAFT: not confirmed by the Board yet"; NULL when it is confirmed. */
const char *report_draft(const struct report *r);
/* "state": status, draft, the day it was confirmed, and whether restricted records are in it. */
void report_state_json(const struct report *r, struct json *json);
/* "board", "review" and "meeting" by id, name, title and day. */
void report_about_json(const struct report *r, struct json *json);

/* The questions of the marker with the board's answers; MEASURES: with evidence and gaps, as "questions", else as
 * "assessment". */
void report_questions_json(const struct report *r, struct json *json, bool measures);

/* --- as it is said; NULL for what is not given --- */

#define SAID(...) arena_format(r->arena, __VA_ARGS__)

const char *said_party(const struct report *r, const char *id);            /* "the chair", "Harrowmere Police" */
const char *said_parties(const struct report *r, const struct texts *ids); /* "A, B and C"; NULL: none */
const char *said_list(const struct report *r, const struct texts *texts);  /* "F1, F2"; NULL: none */
const char *said_finding(const struct report *r, const char *id);          /* "F1 Adult-facing services ..." */
const char *said_item(const struct report *r, const char *id);

#endif
