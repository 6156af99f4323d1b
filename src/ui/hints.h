/* Hints: keys and what they do, on the bottom line of every screen. */
#ifndef CANDOUR_UI_HINTS_H
#define CANDOUR_UI_HINTS_H

#include "candour/ui/canvas.h"
#include "candour/ui/commands.h"

enum { HINT_ALWAYS_RANK = 100 }; /* from here on a hint keeps its place at the end of the line */

struct hint_words {
    const char *name, *word;
};

/* One key and its word, if there is room before END; the column behind it. */
int hint_draw(struct area area, int row, int column, int end, const char *name, const char *word);
/* Those that stand there whatever may be done. */
void hints_fixed(struct area area, int row, const struct hint_words *hints, size_t count);
/* The command of PLACES whose rank comes next after AFTER; NULL: none. */
const struct command *hint_next(unsigned places, int after);
/* Where the hints that are always there begin, so that they end at the last column. */
int hints_always_from(unsigned places, int columns);

#endif
