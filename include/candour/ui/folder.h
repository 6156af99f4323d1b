/* Folder: the list of many sessions, the search over all their words, and the portfolio, as one value.
 *
 * At home its first screen lists agendas too, in the order in which a chair will want them: meetings that are not over,
 * agendas and the template, files with problems, meetings that are over, examples; and each opens in its own way.
 *
 * Like the app (app.h) it is told msgs and drawn, and knows no file: what was read comes as MSG_READ while it is being
 * read, and a session is opened by EFFECT_SHOW, which is answered by MSG_SHOWN when it was left. The précis belong to
 * whoever reads; they must outlive the folder, but for those it was told to forget by its own EFFECT_READ_ANEW. This is
 * the chair's own screen: restricted records are shown. Nothing is recorded here.
 */
#ifndef CANDOUR_UI_FOLDER_H
#define CANDOUR_UI_FOLDER_H

#include "candour/ui/canvas.h"
#include "candour/ui/msg.h"

struct folder;
struct buffer;
struct arena;

/* What tells at home whose a file is and what it is for. */
struct folder_home {
    const char *sessions;  /* the folder meetings are kept in: "sessions" */
    const char *agendas;   /* the folder new ones go to: "agendas" */
    const char *installed; /* the folder whose agendas are examples */
    const char *built_in;  /* paths that begin so are examples of the program's own: no file */
    const char *template;  /* the name of what new agendas are copied from */
    const char *example;   /* the name of the example that comes first */
};

struct folder_setup {
    const char *name;               /* of what is listed: "sessions", "3 files" */
    const char *notice;             /* said at once; may be NULL */
    const struct folder_home *home; /* NULL: sessions to be reviewed; its texts must outlive the folder */
    bool ascii;
    int rows, columns;
    struct stamp now;
};

struct folder *folder_new(const struct folder_setup *setup);
/* NULL is allowed. */
void folder_free(struct folder *folder);

/* EFFECTS is emptied first. */
void folder_update(struct folder *folder, const struct msg *msg, struct effects *effects);
/* Draws everything; CANVAS is cleared first and has the folder's size. */
void folder_view(const struct folder *folder, struct canvas *canvas);
/* When it will need the program next; INT64_MAX: not before a key. */
instant folder_next_change(const struct folder *folder, instant now);

/* The first screen at home as plain text, a line for each file, where there is no terminal. */
void folder_home_text(const struct folder *folder, struct buffer *out);

/* What could not be taken, when all was read: the N-th sentence, a folder's or the first problem of a file, in ARENA;
 * NULL behind the last. */
const char *folder_fault(const struct folder *folder, size_t n, struct arena *arena);

/* For drivers and tests. */
const char *folder_message(const struct folder *folder);

#endif
