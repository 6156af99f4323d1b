#include <stdio.h>
#include <string.h>

#include "candour/base/buffer.h"
#include "candour/base/text.h"
#include "candour/ui/canvas.h"

/* The cell at ROW, COLUMN of AREA, or NULL outside of it. */
static struct cell *cell_at(struct area area, int row, int column) {
    const struct canvas *canvas = area.canvas;
    if (row < 0 || row >= area.rows || column < 0 || column >= area.columns)
        return NULL;
    row += area.row;
    column += area.column;
    if (row < 0 || row >= canvas->rows || column < 0 || column >= canvas->columns)
        return NULL;
    return &canvas->cells[(size_t)row * (size_t)canvas->columns + (size_t)column];
}

/* Empties CELL; when it was half of a wide character the other half becomes a blank too. */
static void empty(struct cell *cell) {
    if (cell->width == 2)
        cell[1] = (struct cell){.look = cell[1].look, .width = 1};
    else if (cell->width == 0)
        cell[-1] = (struct cell){.look = cell[-1].look, .width = 1};
    *cell = (struct cell){.look = cell->look, .width = 1};
}

static struct cell *put_narrow(struct area area, int row, int column, enum look look, uint32_t code) {
    struct cell *cell = cell_at(area, row, column);
    if (cell == NULL)
        return NULL;
    if (cell->width != 1)
        empty(cell);
    *cell = (struct cell){.codes = {code == ' ' ? 0 : code}, .look = (uint8_t)look, .width = 1};
    return cell;
}

static struct cell *put_wide(struct area area, int row, int column, enum look look, uint32_t code) {
    struct cell *left = cell_at(area, row, column);
    struct cell *right = cell_at(area, row, column + 1);
    if (left == NULL || right == NULL) {
        put_narrow(area, row, left == NULL ? column + 1 : column, look, ' ');
        return NULL;
    }
    empty(left);
    empty(right);
    *left = (struct cell){.codes = {code}, .look = (uint8_t)look, .width = 2};
    *right = (struct cell){.look = (uint8_t)look, .width = 0};
    return left;
}

static void put_mark(struct cell *cell, uint32_t code) {
    if (cell->codes[0] == 0)
        cell->codes[0] = ' ';
    for (int i = 1; i < CELL_CODES; i++)
        if (cell->codes[i] == 0) {
            cell->codes[i] = code;
            return;
        }
}

/* The cell marks go to, or NULL where there is none to be drawn. */
static struct cell *put(struct area area, int row, int column, enum look look, uint32_t code, int columns) {
    bool plain = area.canvas->ascii && code >= 0x80;
    if (columns == 2 && !plain)
        return put_wide(area, row, column, look, code);
    for (int i = 1; i < columns; i++)
        put_narrow(area, row, column + i, look, plain ? '?' : ' ');
    return put_narrow(area, row, column, look, plain ? (uint32_t)canvas_ascii(code) : code);
}

int draw_text_n(struct area area, int row, int column, enum look look, const char *text, size_t length) {
    struct shown shown = {.text = text, .length = length};
    struct cell *last = NULL;
    int at = column;
    uint32_t code;
    int columns;
    while (shown_next(&shown, &code, &columns)) {
        if (columns == 0) {
            if (last != NULL && !area.canvas->ascii)
                put_mark(last, code);
            continue;
        }
        if (at >= area.columns)
            break;
        last = put(area, row, at, look, code, columns);
        at += columns;
    }
    if (at > area.columns)
        at = area.columns > column ? area.columns : column;
    return at - column;
}

int draw_text(struct area area, int row, int column, enum look look, const char *text) {
    return draw_text_n(area, row, column, look, text, strlen(text));
}

int draw_format(struct area area, int row, int column, enum look look, const char *format, ...) {
    struct buffer buffer = {0};
    va_list arguments;
    va_start(arguments, format);
    buffer_vformat(&buffer, format, arguments);
    va_end(arguments);
    int columns = draw_text_n(area, row, column, look, buffer.bytes, buffer.length);
    buffer_free(&buffer);
    return columns;
}

/* The bytes of TEXT whose clusters fit in ROOM columns, without the blanks at their end. */
static size_t fitting(const char *text, size_t length, int room) {
    size_t at = 0;
    for (int used = 0; at < length;) {
        size_t next = grapheme_next(text, length, at);
        used += text_columns(text + at, next - at);
        if (used > room)
            break;
        at = next;
    }
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t' || text[at - 1] == '\n'))
        at--;
    return at;
}

const char *canvas_dots(const struct canvas *canvas) {
    return canvas->ascii ? "..." : "\u2026";
}

int draw_fit(struct area area, int row, int column, int width, enum look look, const char *text) {
    size_t length = strlen(text);
    if (width > area.columns - column)
        width = area.columns - column;
    if (width <= 0)
        return 0;
    if (length <= (size_t)width || text_columns(text, length) <= width)
        return draw_text_n(area, row, column, look, text, length);
    int dots = area.canvas->ascii ? 3 : 1;
    if (dots > width)
        dots = width;
    int used = draw_text_n(area, row, column, look, text, fitting(text, length, width - dots));
    const char *mark = canvas_dots(area.canvas);
    return used + draw_text_n(area, row, column + used, look, mark, area.canvas->ascii ? (size_t)dots : strlen(mark));
}

int draw_right(struct area area, int row, int column_end, enum look look, const char *text) {
    int columns = text_columns(text, strlen(text));
    if (columns > column_end)
        return draw_fit(area, row, 0, column_end, look, text);
    return draw_text(area, row, column_end - columns, look, text);
}

int draw_wrapped(struct area area, int row, int column, int width, enum look look, const char *text) {
    size_t length = strlen(text);
    struct text_line line;
    int rows = 0;
    if (width > area.columns - column)
        width = area.columns - column;
    if (width <= 0)
        return 0;
    for (size_t at = 0; text_wrap_next(text, length, width, &at, &line); rows++)
        draw_text_n(area, row + rows, column, look, text + line.from, line.to - line.from);
    return rows;
}

void draw_fill(struct area area, int row, int column, int columns, enum look look) {
    for (int i = 0; i < columns && column + i < area.columns; i++)
        put_narrow(area, row, column + i, look, ' ');
}

void draw_look(struct area area, int row, int column, int columns, enum look look) {
    for (int i = 0; i < columns && column + i < area.columns; i++) {
        struct cell *cell = cell_at(area, row, column + i);
        if (cell == NULL)
            continue;
        cell->look = (uint8_t)look;
        if (cell->width == 0)
            cell[-1].look = (uint8_t)look;
        else if (cell->width == 2)
            cell[1].look = (uint8_t)look;
    }
}

void draw_glyph(struct area area, int row, int column, enum look look, uint32_t code) {
    char bytes[4];
    struct shown one = {.text = bytes, .length = utf8_write(code > 0x10ffff ? 0xfffd : code, bytes)};
    int columns;
    if (shown_next(&one, &code, &columns))
        put(area, row, column, look, columns == 1 ? code : 0xfffd, 1);
}

void draw_cursor(struct area area, int row, int column) {
    if (cell_at(area, row, column) == NULL)
        return;
    area.canvas->cursor_row = area.row + row;
    area.canvas->cursor_column = area.column + column;
}

void draw_too_small(struct area area, int columns, int rows) {
    char text[80];
    snprintf(text, sizeof text, "Too small: %dx%d needed, is %dx%d", columns, rows, area.columns, area.rows);
    if ((int)strlen(text) > area.columns)
        snprintf(text, sizeof text, "%dx%d needed", columns, rows);
    draw_fit(area, area.rows / 2, 0, area.columns, LOOK_PLAIN, text);
}
