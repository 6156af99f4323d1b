/* Holes: what is not there though a board would look for it, as lines for the start page and for closing. */
#ifndef CANDOUR_UI_HOLES_H
#define CANDOUR_UI_HOLES_H

#include "app_inside.h"

/* What is open at the end: findings without a position, open challenges, agreements lacking something, agencies that
 * were never heard, items not reached. A line each; nothing when there is none. */
void holes_write(const struct app *app, struct buffer *out);
/* Before it begins: minutes for deciding, findings without an item, who must be there, date and start. */
void readiness_write(const struct app *app, struct buffer *out);

#endif
