#include "cursor.h"

#include <stddef.h>
#include <string.h>

static bool has_look(const struct canvas *canvas, enum look look) {
    size_t count = (size_t)canvas->rows * (size_t)canvas->columns;
    size_t i = 0;
    while (i < count && canvas->cells[i].look != look) {
        i++;
    }
    return i < count;
}

/* A blank screen has no heading, nor has one that is too small, and for three seconds all of it may be in reverse. */
static bool shows_nothing(const struct canvas *canvas) {
    return !has_look(canvas, LOOK_TITLE);
}

/* The row a question begins in, which has its look from edge to edge; -1: nothing is asked. */
static int question_row(const struct canvas *canvas) {
    int row = canvas->rows - 1;
    while (row > 0) {
        const struct cell *cells = canvas->cells + (size_t)row * (size_t)canvas->columns;
        if (cells[0].look == LOOK_QUESTION && cells[canvas->columns - 1].look == LOOK_QUESTION) {
            return row;
        }
        row--;
    }
    return -1;
}

bool cursor_stands(const struct canvas *canvas) {
    if (shows_nothing(canvas)) {
        return true;
    }
    if (canvas->cursor_row < 0) {
        return false;
    }
    size_t row = (size_t)canvas->cursor_row * (size_t)canvas->columns;
    enum look at = (enum look)canvas->cells[row + (size_t)canvas->cursor_column].look;
    if (has_look(canvas, LOOK_FIELD)) {
        return at == LOOK_FIELD;
    }
    if (question_row(canvas) > 0) {
        return canvas->cursor_row > question_row(canvas);
    }
    return !has_look(canvas, LOOK_SELECTED) || at == LOOK_SELECTED;
}

/* The beginning of row N (from the foot, 1 the last) of FRAME; NULL: it has none. */
static const char *row_from_foot(const char *frame, int n) {
    const char *at = frame + strlen(frame);
    for (; n > 0 && at > frame; n--) {
        at--;
        while (at > frame && at[-1] != '\n') {
            at--;
        }
    }
    return n > 0 ? NULL : at;
}

bool message_stands(const struct canvas *canvas, const char *frame, const char *message) {
    enum { FIRST = 2, LAST = 5, LOOKED_AT = 8 }; /* three rows of words, and a line that is typed */
    size_t length = strcspn(message, "\n");
    length = length < LOOKED_AT ? length : LOOKED_AT;
    bool there = length == 0 || shows_nothing(canvas);
    for (int n = FIRST; n <= LAST && !there; n++) {
        const char *row = row_from_foot(frame, n);
        there = row != NULL && row[0] == ' ' && strncmp(row + 1, message, length) == 0;
    }
    return there;
}
