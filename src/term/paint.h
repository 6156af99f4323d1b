/* Cells of a canvas, into curses. Private to term. */
#ifndef TERM_PAINT_H
#define TERM_PAINT_H

#include <stdbool.h>

#include "candour/ui/canvas.h"

struct paint {
    unsigned long attributes[LOOK_COUNT]; /* attr_t */
    short pairs[LOOK_COUNT];
    bool ascii;
    bool pointer;        /* no reverse video: what is selected begins with a `>` */
    struct canvas shown; /* what the last frame was */
    bool all;            /* the next frame paints everything */
    int cursor;          /* 0 hidden, 1 shown, -1 not known */
};

/* After newterm: works the looks out for the colours there are, none when COLOURS is false. */
void paint_begin(struct paint *paint, bool colours, bool ascii);
void paint_end(struct paint *paint);
void paint_show(struct paint *paint, const struct canvas *canvas);

#endif
