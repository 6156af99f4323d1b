/* Where everything of a form stands, worked out anew for each drawing; private to form*.c. Made in the arena given. */
#ifndef CANDOUR_UI_FORM_LAYOUT_H
#define CANDOUR_UI_FORM_LAYOUT_H

#include "form_inside.h"

struct form_hint {
    enum look look;
    const char *text;
    int candidate; /* of the list of codes; -1: it is none */
};

struct form_hints {
    struct form_hint list[HINTS_MOST];
    size_t count;
    size_t most;
    int width;
};

struct form_layout {
    struct form_widths widths;
    int head;  /* rows above the fields */
    int about; /* of them: words of the record it is about, below the title */
    int body;  /* rows for them */
    int hint_column;
    struct form_hints hints; /* under the active field */
    int *tops;               /* first row of each field, unscrolled */
    int *rows;               /* rows of its text */
    int between;             /* row between the first group and the rest; 0: there is no rest */
    int scroll;
};

void form_hints(const struct form *form, struct form_hints *hints, struct arena *arena);
void form_layout(const struct form *form, int rows, int columns, struct form_layout *layout, struct arena *arena);

#endif
