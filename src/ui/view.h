/* View: what the pieces of the screens share while a frame is drawn. Pieces draw into the area they are given and know
 * nothing of their neighbours.
 */
#ifndef CANDOUR_UI_VIEW_H
#define CANDOUR_UI_VIEW_H

#include "app_inside.h"
#include "candour/ui/canvas.h"

struct view {
    const struct app *app;
    const struct meeting *meeting;
    struct stamp now;
    struct arena *scratch; /* gone with the frame */
};

/* --- screens --- */
void start_view(const struct view *view, struct area area);
void meeting_view(const struct view *view, struct area area);
/* The first row of a screen without the big clock: item and time, kept since when, the time of day. */
void head_view(const struct view *view, struct area area);

/* --- panes of the Meeting screen --- */
void agenda_pane(const struct view *view, struct area area);
/* "14:30", when an item must start that has a time of day. */
const char *item_starts_at(const struct item *item, struct arena *arena);
/* The row of the selected item alone, for windows without room for the agenda; the rows used. It has none where the
 * clock tells of that item. */
int agenda_row(const struct view *view, struct area area, int row);
/* "ends 16:12, planned 16:00"; *LATE is how many minutes later than planned (0 also where minutes say nothing). */
const char *ends_said(const struct meeting *meeting, struct stamp now, struct arena *arena, int32_t *late);
/* Ends, planned end; the rows used. */
int ends_rows(const struct view *view, struct area area, int row);
/* The item that runs: title, big digits, words beside them; the rows used (5). */
enum { CLOCK_ROWS = 5 };
void clock_pane(const struct view *view, struct area area);
/* "I5 8:59 left", for places where the big clock has no room. */
const char *clock_line(const struct view *view);
/* A closed meeting that is looked at later; what became of it stands where the clock was. */
bool meeting_is_over(const struct view *view);
void after_pane(const struct view *view, struct area area);
void records_pane(const struct view *view, struct area area);
/* " 83 to 92 of 92 " where not all records fit; NULL where they do. */
const char *records_range(const struct view *view, int rows, int columns);
/* The agency at this place of the agenda: in the current item, of a meeting that is over in any. */
bool agency_heard(const struct view *view, size_t agency);
/* Agencies not heard in this item; rows used, at most those there are. Then what was recorded so far. */
int room_rows(const struct view *view, struct area area, int row);
void counts_rows(const struct view *view, struct area area, int row);
int counts_needed(const struct view *view, int columns);
/* "3 challenges, 1 open; 2 agreements, all dated" */
const char *counts_said(const struct view *view);
/* One line each for a small window. */
const char *not_heard_line(const struct view *view);
const char *finding_line(const struct view *view);
/* Names, learning and plan beside the meeting, where the window is wide. */
void side_pane(const struct view *view, struct area area);

/* --- details of the item: findings, prompts --- */
struct detail_row {
    const char *label; /* NULL: goes on */
    const char *text;
    enum look look;
    int indent;
};
struct detail {
    struct detail_row *rows;
    size_t count;
    size_t capacity;
    struct arena *arena;
    int width;
};
/* TEXT under LABEL, wrapped; nothing when it is NULL. */
void detail_add(struct detail *detail, const char *label, enum look look, const char *text);
/* The start page. */
void detail_of_start(const struct view *view, struct detail *detail);
void detail_of_item(const struct view *view, struct detail *detail);
/* What fits; the last row says with an ellipsis that there is more. */
void detail_view(const struct detail *detail, struct area area);

/* --- foot of every screen --- */
/* Rows the foot needs: keys, message, and the notice that nothing is kept. */
int foot_rows(const struct view *view);
void foot_view(const struct view *view, struct area area);
/* Since when nothing is kept, and why; only while that is so. */
const char *fault_said(const struct view *view);
void question_view(const struct view *view, const struct question *question, struct area area);

/* "accepted in part", "no position yet". */
const char *position_words(const struct finding_state *finding);

#endif
