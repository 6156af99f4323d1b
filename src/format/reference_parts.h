/* What the parts of the reference share; nobody outside it includes this. */
#ifndef CANDOUR_FORMAT_REFERENCE_PARTS_H
#define CANDOUR_FORMAT_REFERENCE_PARTS_H

#include "candour/base/arena.h"
#include "candour/base/buffer.h"

/* TEXT behind INDENT blanks, no line wider than a terminal; nothing for an empty text. */
void reference_lines(struct buffer *out, struct arena *arena, int indent, const char *text);
void reference_heading(struct buffer *out, const char *text);
/* What holds for the file as a whole: how it is read and written, types and limits. */
void reference_reading(struct buffer *out, struct arena *arena);
/* What events mean together. */
void reference_meaning(struct buffer *out, struct arena *arena);

#endif
