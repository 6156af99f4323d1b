/* Screens: the one table of what the number keys show beside the Meeting screen.
 *
 * A screen is a row of functions that say its lines; placing, scrolling, selecting and searching them is the same for
 * all (screen_layout.c, screen_moves.c). They read the app's summary and the meeting and change nothing. A line
 * belongs to an id (a record, finding, agency, question or item) or to none; what is done to a selected row is done to
 * its id. Rows of the table are constant and live as long as the program.
 *
 *   above     stays in sight over the list: heads of columns, figures; of a small window its last lines
 *   list      one line after the other, scrolled so that the selected one is seen
 *   inset     beside the list where the window has the room, in its place at a key; NULL: none
 *   detail    what there is to say of the selected row; a stretch of lines whose height does not depend on the row
 *   remarks   kinds (bits 1 << REMARK_...) that stand in their place under the list; what has no room there follows
 *             the list's last line
 *   page      one thing on a page of its own; NULL: none. It is told by the id that Enter was pressed on
 */
#ifndef CANDOUR_UI_SCREENS_H
#define CANDOUR_UI_SCREENS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "candour/ui/commands.h"

struct view;
struct sheet;

enum screen_id {
    SCREEN_MEETING,
    SCREEN_FINDINGS,
    SCREEN_CHALLENGES,
    SCREEN_AGREEMENTS,
    SCREEN_AGENCIES,
    SCREEN_MARKER,
    SCREEN_TIME,
    SCREEN_LOG,
    SCREEN_COUNT
};

struct screen {
    const char *title; /* "Findings" */
    const char *brief; /* on the bar of 80 columns; NULL: the title */
    unsigned place;    /* enum command_place */
    uint32_t remarks;
    unsigned pages;     /* enum ref_kind: what it has a page for */
    bool detail_beside; /* in a wide window the detail stands beside the list, not the page */
    void (*above)(const struct view *view, struct sheet *sheet);
    void (*list)(const struct view *view, struct sheet *sheet);
    void (*inset)(const struct view *view, struct sheet *sheet);
    void (*detail)(const struct view *view, const char *id, struct sheet *sheet);
    /* Lines of the screen's own behind its remarks; NULL: none. */
    void (*notes)(const struct view *view, struct sheet *sheet);
    void (*page)(const struct view *view, const char *id, struct sheet *sheet);
    const char *help; /* what its signs mean */
};

/* By enum screen_id; of the Meeting screen only title and place are given, since it draws itself. */
const struct screen *screen_of(enum screen_id id);

#endif
