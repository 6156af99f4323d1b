/* Bar: the names of the screens in a row, the longest wording that has the room. */
#ifndef CANDOUR_UI_BAR_H
#define CANDOUR_UI_BAR_H

#include <stddef.h>

#include "candour/ui/canvas.h"

enum { BAR_MOST = 8 };

/* One wording: a name for each screen, NULL for those it leaves out. */
struct bar {
    const char *names[BAR_MOST];
};

/* Draws from COLUMN 1 of ROW, before column END, the first of COUNT wordings that fits; the last one is cut where it
 * does not. Each has SCREENS names, at which a press points. */
void bar_draw(struct area area, int row, int end, const struct bar *wordings, size_t count, size_t screens);

#endif
