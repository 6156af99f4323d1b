#include "cursor.h"

#include <stddef.h>

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
