/* Lines of text that make sense when they are read aloud one by one; for the faces that have no screen. */
#ifndef CANDOUR_UI_PLAIN_PUT_H
#define CANDOUR_UI_PLAIN_PUT_H

#include "candour/base/arena.h"
#include "candour/base/buffer.h"

struct plain_lines {
    struct buffer *out;
    struct arena *arena;
};

/* One line, shown as text_shown has it; nothing when there is no word in it. */
void plain_put(struct plain_lines *lines, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
