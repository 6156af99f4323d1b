/* Help: the commands of the place one is in, with their keys, and why one is not to be had now; from the table. */
#ifndef CANDOUR_UI_HELP_H
#define CANDOUR_UI_HELP_H

#include "app_inside.h"
#include "candour/ui/canvas.h"

/* Is K the key that asks for help while a form or the `:` line has the keyboard? */
bool help_wanted(const struct app *app, key k);
void help_key(struct app *app, key k);
void help_view(const struct app *app, struct area area, struct arena *scratch);

#endif
