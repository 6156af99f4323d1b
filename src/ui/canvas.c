#include "candour/ui/canvas.h"

#include <stdlib.h>
#include <string.h>

#include "candour/base/buffer.h"
#include "candour/base/text.h"

void canvas_begin(struct canvas *canvas, int rows, int columns) {
    rows = rows < 0 ? 0 : rows;
    columns = columns < 0 ? 0 : columns;
    size_t count = (size_t)rows * (size_t)columns;
    if (canvas->cells == NULL || rows != canvas->rows || columns != canvas->columns) {
        free(canvas->cells);
        canvas->cells = calloc(count + 1, sizeof *canvas->cells);
        if (canvas->cells == NULL)
            abort();
    }
    canvas->rows = rows;
    canvas->columns = columns;
    canvas_clear(canvas);
}

void canvas_clear(struct canvas *canvas) {
    size_t count = (size_t)canvas->rows * (size_t)canvas->columns;
    for (size_t i = 0; i < count; i++)
        canvas->cells[i] = (struct cell){.width = 1};
    canvas->cursor_row = canvas->cursor_column = -1;
    canvas->hotspot_count = 0;
}

void canvas_free(struct canvas *canvas) {
    free(canvas->cells);
    free(canvas->hotspots);
    *canvas = (struct canvas){.cursor_row = -1, .cursor_column = -1};
}

struct area area_all(struct canvas *canvas) {
    return (struct area){canvas, 0, 0, canvas->rows, canvas->columns};
}

/* The stretch from *AT, COUNT long, cut to 0..SIZE. */
static void clip(int *at, int *count, int size) {
    int from = *at < 0 ? 0 : *at > size ? size : *at;
    int length = *count < 0 ? 0 : *count;
    int to = *at > size - length ? size : *at + length;
    *at = from;
    *count = to > from ? to - from : 0;
}

struct area area_part(struct area area, int row, int column, int rows, int columns) {
    clip(&row, &rows, area.rows);
    clip(&column, &columns, area.columns);
    return (struct area){area.canvas, area.row + row, area.column + column, rows, columns};
}

static size_t row_end(const struct canvas *canvas, const struct cell *row, bool looks) {
    size_t end = (size_t)canvas->columns;
    while (end > 0 && (looks ? row[end - 1].look == LOOK_PLAIN : row[end - 1].codes[0] == 0 && row[end - 1].width != 0))
        end--;
    return end;
}

static void dump_cell(const struct cell *cell, struct buffer *out) {
    char bytes[4];
    if (cell->width == 0)
        return;
    if (cell->codes[0] == 0)
        buffer_char(out, ' ');
    for (int i = 0; i < CELL_CODES && cell->codes[i] != 0; i++)
        buffer_add(out, bytes, utf8_write(cell->codes[i], bytes));
}

static void dump_block(const struct canvas *canvas, bool looks, struct buffer *out) {
    for (int r = 0; r < canvas->rows; r++) {
        const struct cell *row = canvas->cells + (size_t)r * (size_t)canvas->columns;
        size_t end = row_end(canvas, row, looks);
        for (size_t c = 0; c < end; c++) {
            if (looks)
                buffer_char(out, look_styles[row[c].look].letter);
            else
                dump_cell(&row[c], out);
        }
        buffer_char(out, '\n');
    }
}

void canvas_dump(const struct canvas *canvas, bool looks, struct buffer *out) {
    dump_block(canvas, false, out);
    if (looks)
        dump_block(canvas, true, out);
}
