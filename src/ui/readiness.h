/* Readiness: what a board would look for before it begins, as lines for the start page. */
#ifndef CANDOUR_UI_READINESS_H
#define CANDOUR_UI_READINESS_H

#include "app_inside.h"

/* Minutes for deciding, findings without an item, who must be there, date and start. */
void readiness_write(const struct app *app, struct buffer *out);

#endif
