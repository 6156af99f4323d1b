/* Pressed: what the mouse was pressed on last, so that a second press can open it. */
#ifndef CANDOUR_UI_PRESSED_H
#define CANDOUR_UI_PRESSED_H

#include "candour/base/instant.h"
#include "candour/ui/canvas.h"

struct pressed {
    struct hotspot spot;
    int row;
    instant at; /* 0: nothing, or something else was done since */
};

/* Is a press on SPOT in ROW at NOW the second one? Then what is selected is what was meant. */
bool pressed_twice(const struct pressed *before, struct hotspot spot, int row, instant now);

#endif
