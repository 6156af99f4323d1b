/* Help: the commands of the place one is in, with their keys, and why one is not to be had now; from the table. */
#ifndef CANDOUR_UI_HELP_H
#define CANDOUR_UI_HELP_H

#include "app_inside.h"
#include "candour/ui/canvas.h"

/* What the help of one place is made from. */
struct help_page {
    unsigned places;
    const char *title;     /* " Keys of the Time screen " */
    const char *shown;     /* what its signs mean; NULL: nothing to say */
    const struct app *app; /* whose form or panel has the keyboard first; NULL: there is none */
    const void *context;
    /* NULL when the command may be done now, else the reason, in SCRATCH. */
    const char *(*why_not)(const void *context, const struct command *command, struct arena *scratch);
};

/* SCROLL is the first line shown. In a window of ROWS and COLUMNS; false when the key closes the help. */
bool help_page_key(const struct help_page *page, key k, int rows, int columns, int *scroll);
void help_page_view(const struct help_page *page, int scroll, struct area area, struct arena *scratch);

/* Is K the key that asks for help while a form or the `:` line has the keyboard? */
bool help_wanted(const struct app *app, key k);
void help_key(struct app *app, key k);
void help_view(const struct app *app, struct area area, struct arena *scratch);

#endif
