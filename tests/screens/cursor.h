/* Cursor: the rules for it and for the message line that every frame of every play is held to. */
#ifndef CURSOR_H
#define CURSOR_H

#include <stdbool.h>

#include "candour/ui/canvas.h"

/* Does it stand where keys go: in the field that is typed in, at the answers of what is asked, on the marked row? A
 * frame that shows nothing to point at needs none. */
bool cursor_stands(const struct canvas *canvas);
/* Does MESSAGE (which may be empty) begin right above the keys, or above the line that is typed there? */
bool message_stands(const struct canvas *canvas, const char *frame, const char *message);

#endif
