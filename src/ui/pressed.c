#include "pressed.h"

enum { DOUBLE_MS = 500 };

/* A list may have moved under the mouse when its line was selected: a quick second press in the same row means that
 * line all the same. */
bool pressed_twice(const struct pressed *before, struct hotspot spot, int row, instant now) {
    if (before->at == 0 || before->spot.what != spot.what) {
        return false;
    }
    bool quick = before->row == row && now - before->at <= DOUBLE_MS;
    return quick || (spot.what == HOTSPOT_ROW ? spot.number == 0 : spot.number == before->spot.number);
}
