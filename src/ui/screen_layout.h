/* Layout: where the parts of a screen stand in the window, and which line of it is selected. Drawing and moving ask the
 * same function, so that they cannot disagree.
 */
#ifndef CANDOUR_UI_SCREEN_LAYOUT_H
#define CANDOUR_UI_SCREEN_LAYOUT_H

#include "screen_sheet.h"
#include "view.h"

struct screen_layout {
    const struct screen *screen;
    struct sheet above, list, inset, detail, remarks;
    int above_rows, list_rows, inset_rows, detail_rows, remark_rows;
    int columns; /* of the list and what stands under it */
    int side;    /* of a panel at the right for detail and remarks; 0: they stand under the list */
};

/* The body is ROWS by COLUMNS: without head, bar of screens and foot. */
struct screen_layout screen_layout(const struct view *view, int rows, int columns);
/* As it is drawn in the app's window now. */
struct screen_layout screen_layout_now(const struct view *view);
/* The line the cursor stands on; 0 for an empty list. */
size_t screen_row(const struct app *app, const struct sheet *list);

void screen_view(const struct view *view, struct area area);

#endif
