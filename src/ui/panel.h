/* Panel: a guided act that stands under the clock until it is done or left: go-round, read-back, what was drafted, what
 * is open at the end.
 *
 * A panel takes its own keys; every other key does its own work, so that a challenge can be recorded in a go-round.
 * Forms, the `:` line and questions come before it and lead back to it. A panel opened over another leads back to that
 * one. Panels keep ids and instants and no pointers into the meeting, so that neither an undo, nor a record more, nor
 * another size of the window makes them wrong.
 */
#ifndef CANDOUR_UI_PANEL_H
#define CANDOUR_UI_PANEL_H

#include "view.h"

struct plain_lines; /* plain_inside.h */

struct panel_kind {
    /* False: not its key. */
    bool (*key)(struct app *app, key k);
    /* Sees to what changed; false when what it was about is no more, or it is done: it closes. */
    bool (*stands)(struct app *app);
    void (*view)(const struct view *view, struct area area);
    /* For the bottom line; how many there are. */
    size_t (*keys)(const struct app *app, struct form_hint_key out[FORM_KEYS]);
    /* The line AT was pressed: it is selected. NULL: none can be. */
    void (*select)(struct app *app, size_t at);
    /* What it puts now, in lines to be read aloud; the same as long as nothing was done. */
    void (*lines)(const struct view *view, struct plain_lines *out);
};

struct panel {
    struct arena *arena; /* owns it */
    const struct panel_kind *kind;
    void *state;
    enum screen_id from; /* where it was opened, and leads back to */
    struct panel *under; /* NULL: none */
};

/* Opens a panel with a zeroed state of SIZE bytes, which is returned; one of the same kind that stands goes away. */
void *panel_open(struct app *app, const struct panel_kind *kind, size_t size);
void panel_close(struct app *app);
/* The state of the panel that stands, NULL when it is of another kind or there is none. */
void *panel_state(const struct app *app, const struct panel_kind *kind);
/* The panel has the keyboard: no form, line or question is before it. */
bool panel_active(const struct app *app);
bool panel_key(struct app *app, key k);
void panel_settle(struct app *app);
void panels_free(struct app *app);

/* --- what the panels share --- */

/* An agency of the agenda as "CSC Harrowmere Children's Social Care", in ARENA. */
const char *agency_said(const struct app *app, const char *id, struct arena *arena);
/* ROW of AREA is the line AT: a press selects it; SELECTED: it is, and has the cursor. */
void panel_line(struct area area, int row, size_t at, bool selected);
/* The first of COUNT rows to show in ROWS so that the one at AT is seen. */
int panel_first(int at, int count, int rows);
/* Up, Down, PgUp, PgDn, Home, End over COUNT rows; false: another key. */
bool panel_move(key k, size_t count, size_t *at);

#endif
