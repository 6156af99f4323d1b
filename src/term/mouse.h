/* The mouse as terminals report it, byte by byte. Private to term. */
#ifndef TERM_MOUSE_H
#define TERM_MOUSE_H

#include <stdbool.h>

enum mouse_form {
    MOUSE_NONE,
    MOUSE_NUMBERS, /* `ESC [ <` was read: button;column;row in figures, M pressed, m released */
    MOUSE_BYTES    /* `ESC [ M` was read: three bytes, each 32 more than it says */
};

struct mouse {
    enum mouse_form form; /* in the middle of a report; MOUSE_NONE: not */
    int numbers[3];
    int count; /* of those that are whole */
};

struct mouse_report {
    int row, column; /* from 0 */
    int step;        /* of the wheel: -1 up, 1 down; 0: the left button was pressed */
};

/* What makes a terminal report presses and the wheel, and what makes it stop. */
extern const char MOUSE_ON[], MOUSE_OFF[];

void mouse_begin(struct mouse *mouse, enum mouse_form form);
/* One byte more; true when it ends a report that is a press or a step of the wheel. What else a report may say (another
 * button, a release) is dropped, and so is one that is none. */
bool mouse_byte(struct mouse *mouse, unsigned char byte, struct mouse_report *out);

#endif
