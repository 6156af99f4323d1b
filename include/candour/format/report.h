/* Report: the documents that leave the room, by kind and by form: the one table of report writers.
 *
 *   kind = report_kind_of("agency:CSC", &order.agency);
 *   form = report_form_of("html");
 *   if (report_has(kind, form)) report_write(kind, form, &order, &out);
 *
 * `report`, `actions`, the review screen and the completions read the table; a new kind is a row. Every document is
 * made from a summary (summary_later) and nothing else, so that none says other than the screens, and the summary from
 * what its readers may see (core/audience.h), so that none says more. Markdown and HTML are two forms of one `struct
 * document`; JSON, CSV and iCalendar are written from the same rows. The order and what it points to belong to the
 * caller and must live through the call; what is written goes to the caller's buffer. Cannot fail.
 *
 * Who may see what:
 *   response     the white list of the format and nothing else (core/response.h)
 *   all others   for members of the board: public and board records. A restricted record is for those who were in the
 *                room: a document says that there is one, by its id, and none of its words, parties or figures, unless
 *                the order is `restricted`; then the document says so on every page
 *   never        the chair's own notes and prompts, remarks of the program to the chair, the user's own `x-` keys
 */
#ifndef CANDOUR_FORMAT_REPORT_H
#define CANDOUR_FORMAT_REPORT_H

#include <stdbool.h>

#include "candour/base/buffer.h"
#include "candour/core/audience.h"
#include "candour/core/summary.h"
#include "candour/format/document.h"

enum report_form { REPORT_MARKDOWN, REPORT_HTML, REPORT_CSV, REPORT_ICALENDAR, REPORT_JSON, REPORT_FORMS };

struct report_form_row {
    const char *name;   /* "md", as after --format, and the end of a file's name */
    const char *called; /* "Markdown" */
    const char *media;  /* "text/markdown; charset=utf-8" */
    const char *also;   /* another end of a file's name; NULL: none */
};

struct report_order {
    const struct meeting *meeting;
    struct stamp now;   /* says what is late */
    const char *file;   /* the session's file, as the user named it; NULL: none */
    const char *agency; /* of an agency's slip: its id, or BOARD, CHAIR, NATIONAL, as the meeting has it */
    bool restricted;    /* restricted records too */
    unsigned csv;       /* how CSV is written: bits of csv.h */
    /* Set by report_write, for the writers: of the meeting as the readers may see it (core/audience.h), and so is
     * `meeting` then. */
    const struct summary *summary;
};

/* The document lives in ARENA. */
typedef struct document *report_document(const struct report_order *order, struct arena *arena);
typedef void report_bytes(const struct report_order *order, struct buffer *out);

struct report_kind {
    const char *name;          /* "minutes", as after --as */
    const char *argument;      /* "ID": the name is followed by a colon and an agency's id; NULL: by nothing */
    const char *said;          /* "minutes", "agency:ID" */
    const char *does;          /* what it is, for help: a phrase without a full stop */
    const char *are_in;        /* "The minutes are in", before the name of a file */
    bool published;            /* the public may read it */
    report_document *document; /* Markdown and HTML */
    report_bytes *csv, *icalendar, *json; /* NULL: it has no such form */
};

/* In the order of help. */
const struct report_kind *report_kinds(size_t *count);
/* By enum report_form. */
const struct report_form_row *report_form_rows(void);

/* NAMED is `minutes` or `agency:CSC`; *AGENCY (may be NULL) is set to what stands behind the colon, in NAMED, else to
 * NULL. NULL when there is no such kind, or it lacks its argument, or has one it does not take. */
const struct report_kind *report_kind_of(const char *named, const char **agency);
/* By name ("md"), or REPORT_FORMS. Case does not matter. */
enum report_form report_form_of(const char *name);
/* By the end of a file's name ("minutes.html"), or REPORT_FORMS. */
enum report_form report_form_of_file(const char *path);
bool report_has(const struct report_kind *kind, enum report_form form);
/* "md, html or json", in ARENA. */
const char *report_forms_said(const struct report_kind *kind, struct arena *arena);

/* KIND must have FORM. What is in OUT already stays before it. */
void report_write(const struct report_kind *kind, enum report_form form, const struct report_order *order,
                  struct buffer *out);

#endif
