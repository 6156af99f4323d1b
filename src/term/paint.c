#include "paint.h"

#include "entry.h"

#include <curses.h>
#include <stddef.h>
#include <string.h>
#include <wchar.h>

enum { ROW_MOST = 1024 };

static unsigned long attributes_of(uint8_t bits) {
    unsigned long attributes = A_NORMAL;
    attributes |= (bits & ATTR_BOLD) != 0 ? A_BOLD : A_NORMAL;
    attributes |= (bits & ATTR_REVERSE) != 0 ? A_REVERSE : A_NORMAL;
    attributes |= (bits & ATTR_UNDERLINE) != 0 ? A_UNDERLINE : A_NORMAL;
    attributes |= (bits & ATTR_DIM) != 0 ? A_DIM : A_NORMAL;
    return attributes;
}

/* How many colours may be used; 0 for none. Background stays the terminal's own. */
static int colours_begin(bool wanted) {
    if (!wanted || !has_colors() || start_color() == ERR || use_default_colors() == ERR) {
        return 0;
    }
    if (COLOR_PAIRS <= LOOK_COUNT || COLORS < 8) {
        return 0;
    }
    return COLORS >= 256 ? 256 : 8;
}

void paint_begin(struct paint *paint, bool colours, bool ascii) {
    int count = colours_begin(colours);
    *paint = (struct paint){.ascii = ascii, .all = true, .cursor = -1};
    paint->pointer = entry_string("rev") == NULL && entry_string("smso") == NULL;
    for (int i = 0; i < LOOK_COUNT; i++) {
        const struct look_style *style = &look_styles[i];
        paint->attributes[i] = attributes_of(count == 0 ? style->attributes_mono : style->attributes);
        int colour = count == 256 ? style->colour256 : style->colour8;
        if (count > 0 && colour >= 0 && init_pair((short)(i + 1), (short)colour, -1) == OK) {
            paint->pairs[i] = (short)(i + 1);
        }
    }
}

void paint_end(struct paint *paint) {
    canvas_free(&paint->shown);
    *paint = (struct paint){0};
}

static wchar_t character(const struct paint *paint, uint32_t code) {
    if (code < 0x20 || code == 0x7f) {
        return L' ';
    }
    return paint->ascii && code > 0x7e ? (wchar_t)canvas_ascii(code) : (wchar_t)code;
}

static void cell_of(const struct paint *paint, const struct cell *cell, cchar_t *out) {
    wchar_t text[CELL_CODES + 1] = {0};
    size_t count = 0;
    for (size_t i = 0; i < CELL_CODES && cell->codes[i] != 0; i++) {
        text[count++] = character(paint, cell->codes[i]);
    }
    if (count == 0) {
        text[count++] = L' ';
    }
    if (paint->ascii) {
        text[1] = 0;
    }
    size_t look = cell->look < LOOK_COUNT ? cell->look : LOOK_PLAIN;
    setcchar(out, text, (attr_t)paint->attributes[look], paint->pairs[look], NULL);
}

static bool row_changed(const struct paint *paint, const struct canvas *canvas, int row) {
    size_t width = (size_t)canvas->columns;
    size_t from = (size_t)row * width;
    return paint->all || memcmp(canvas->cells + from, paint->shown.cells + from, width * sizeof *canvas->cells) != 0;
}

/* A blank cell at the left end of what is selected. */
static bool begins_selection(const struct cell *cells, int column) {
    return cells[column].look == LOOK_SELECTED && cells[column].codes[0] == 0 && cells[column].width == 1 &&
           (column == 0 || cells[column - 1].look != LOOK_SELECTED);
}

/* The right half of a wide cell is drawn with its left half; ASCII has no wide cells, so it becomes a mark too. */
static void paint_row(const struct paint *paint, const struct canvas *canvas, int row, int columns) {
    cchar_t line[ROW_MOST];
    int count = 0;
    const struct cell *cells = canvas->cells + (size_t)row * (size_t)canvas->columns;
    for (int column = 0; column < columns; column++) {
        bool half = column > 0 && cells[column].width == 0 && cells[column - 1].width == 2;
        bool cut = cells[column].width == 2 && column + 1 >= columns;
        bool points = paint->pointer && begins_selection(cells, column);
        if (half && !paint->ascii) {
            continue;
        }
        if (points) {
            struct cell mark = {.codes = {'>'}, .look = LOOK_SELECTED, .width = 1};
            cell_of(paint, &mark, &line[count++]);
        } else if (cut) {
            struct cell blank = {.look = cells[column].look, .width = 1};
            cell_of(paint, &blank, &line[count++]);
        } else {
            cell_of(paint, &cells[column], &line[count++]);
        }
    }
    mvadd_wchnstr(row, 0, line, count);
}

static void paint_cursor(struct paint *paint, const struct canvas *canvas) {
    int wanted = canvas->cursor_row >= 0 && canvas->cursor_row < LINES && canvas->cursor_column >= 0 ? 1 : 0;
    /* a terminal that cannot hide it has it out of the way */
    move(LINES - 1, 0);
    if (wanted == 1) {
        move(canvas->cursor_row, canvas->cursor_column < COLS ? canvas->cursor_column : COLS - 1);
    }
    if (wanted != paint->cursor) {
        curs_set(wanted);
        paint->cursor = wanted;
    }
}

/* Remembers the frame; a frame of another size is painted whole. */
static void remember(struct paint *paint, const struct canvas *canvas) {
    size_t count = (size_t)canvas->rows * (size_t)canvas->columns;
    if (paint->shown.cells == NULL || paint->shown.rows != canvas->rows || paint->shown.columns != canvas->columns) {
        canvas_begin(&paint->shown, canvas->rows, canvas->columns);
    }
    if (count > 0) {
        memcpy(paint->shown.cells, canvas->cells, count * sizeof *canvas->cells);
    }
    paint->all = false;
}

void paint_show(struct paint *paint, const struct canvas *canvas) {
    int rows = canvas->rows < LINES ? canvas->rows : LINES;
    int columns = canvas->columns < COLS ? canvas->columns : COLS;
    columns = columns < ROW_MOST ? columns : ROW_MOST;
    if (paint->shown.rows != canvas->rows || paint->shown.columns != canvas->columns) {
        paint->all = true;
    }
    if (paint->all) {
        erase();
    }
    for (int row = 0; row < rows; row++) {
        if (row_changed(paint, canvas, row)) {
            paint_row(paint, canvas, row, columns);
        }
    }
    paint_cursor(paint, canvas);
    refresh();
    remember(paint, canvas);
}
