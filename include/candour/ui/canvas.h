/* Canvas: the screen as cells, drawn into by views, shown by term, dumped by tests. Nothing here knows a terminal.
 *
 * The caller owns a canvas, begun as {0}. Views get an `area`, a clipped rectangle of it, and cannot draw outside.
 * Every text goes through the display filter (base/text.h), so what was loaded or typed is never terminal code.
 */
#ifndef CANDOUR_UI_CANVAS_H
#define CANDOUR_UI_CANVAS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "candour/ui/looks.h"

struct buffer;

enum { CELL_CODES = 4 };

struct cell {
    uint32_t codes[CELL_CODES]; /* base and combining marks; codes[0] 0: blank, or the right half of a wide cell */
    uint8_t look;               /* enum look */
    uint8_t width;              /* 1, 2; 0: right half of the cell to the left */
};

/* What a press of the mouse points at, and which of its kind. */
enum hotspot_what {
    HOTSPOT_NOTHING,   /* what lies there covers what is under it */
    HOTSPOT_SCREEN,    /* a screen's name in the bar: its place */
    HOTSPOT_ROW,       /* of a list, counted from the selected one: below it 1, above it -1 */
    HOTSPOT_ITEM,      /* of the agenda: its place */
    HOTSPOT_RECORD,    /* in the order recorded */
    HOTSPOT_PANEL,     /* a line of the panel that stands */
    HOTSPOT_FIELD,     /* of the form */
    HOTSPOT_CANDIDATE, /* of the list under its active field */
    HOTSPOT_ANSWER     /* of the question */
};

struct hotspot {
    enum hotspot_what what;
    int32_t number;
    int row, column, rows, columns; /* in the canvas */
};

struct canvas {
    int rows, columns;
    struct cell *cells;
    bool pointing; /* views note what a press would point at; off until it is wanted */
    struct hotspot *hotspots;
    size_t hotspot_count, hotspot_room;
    int cursor_row, cursor_column; /* -1: none */
    bool ascii;                    /* the terminal cannot show more: lines and marks are drawn in ASCII */
};

struct area {
    struct canvas *canvas;
    int row, column, rows, columns; /* in the canvas; rows and columns may be 0, never less */
};

/* Allocates or resizes, and clears; `ascii` stays as it is. Sizes below 0 count as 0. */
void canvas_begin(struct canvas *canvas, int rows, int columns);
void canvas_clear(struct canvas *canvas);
void canvas_free(struct canvas *canvas);

struct area area_all(struct canvas *canvas);
/* Rectangles relative to AREA, clipped to it. */
struct area area_part(struct area area, int row, int column, int rows, int columns);

/* Draws at ROW, COLUMN of AREA what fits; returns the columns used. text_n stops after LENGTH bytes. A wide character
 * of which only a half would fit becomes a space; ROW and COLUMN may be outside, then what falls inside is drawn. */
int draw_text(struct area area, int row, int column, enum look look, const char *text);
int draw_text_n(struct area area, int row, int column, enum look look, const char *text, size_t length);
int draw_format(struct area area, int row, int column, enum look look, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* What shows that something is cut off: an ellipsis, in ASCII three full stops. */
const char *canvas_dots(const struct canvas *canvas);
/* In at most WIDTH columns; what does not fit ends with an ellipsis (`...` in ASCII). Returns the columns used. */
int draw_fit(struct area area, int row, int column, int width, enum look look, const char *text);
/* Right-aligned so that it ends before COLUMN_END; what does not fit in front of that ends with an ellipsis. */
int draw_right(struct area area, int row, int column_end, enum look look, const char *text);
/* What a window says that has fewer than COLUMNS and ROWS. */
void draw_too_small(struct area area, int columns, int rows);
/* Wrapped to the area's columns from ROW on; returns the rows used (may be more than were there). */
int draw_wrapped(struct area area, int row, int column, int width, enum look look, const char *text);
void draw_fill(struct area area, int row, int column, int columns, enum look look);
/* One look for the whole of a stretch that is drawn already (a selected row). */
void draw_look(struct area area, int row, int column, int columns, enum look look);
void draw_line_across(struct area area, int row, int column, int columns);
void draw_line_down(struct area area, int row, int column, int rows);
/* One code point of one column: a piece of a bar, a marker. */
void draw_glyph(struct area area, int row, int column, enum look look, uint32_t code);
/* A crossing of lines: sides are bits 1 up, 2 right, 4 down, 8 left. */
void draw_joint(struct area area, int row, int column, unsigned sides);
/* Puts the cursor there when it is inside AREA; else leaves it as it is. */
void draw_cursor(struct area area, int row, int column);

/* ROWS by COLUMNS of AREA show the thing NUMBER of its kind; noted only while the canvas is pointing. What is drawn
 * later lies above. */
void draw_hotspot(struct area area, int row, int column, int rows, int columns, enum hotspot_what what, int32_t number);
/* The topmost one there; HOTSPOT_NOTHING where there is none. */
struct hotspot canvas_hotspot(const struct canvas *canvas, int row, int column);

/* Big digits, three rows high: digits, `:`, `+`, `-`, space, A to Z (anything else is a space); returns the columns. */
int draw_big(struct area area, int row, int column, enum look look, const char *text);
int big_columns(const char *text);
/* The same ROWS high, wider in proportion: 3 or more; in ASCII 3, or 6 or more. */
int draw_scaled(struct area area, int row, int column, enum look look, const char *text, int rows);
int scaled_columns(const char *text, int rows);
/* The most rows up to ROWS in which TEXT has no more than COLUMNS; 0 when it has more even in three. */
int scaled_fitting(const char *text, int rows, int columns, bool ascii);

/* The ASCII character that stands for CODE on a terminal that shows nothing else: the letter without its accents, the
 * likeness of a sign, else `?`. */
char canvas_ascii(uint32_t code);

/* The frame as text, rows ending with newline, trailing blanks cut; LOOKS adds a second block with a letter for the
 * look of each cell (looks.h), as many rows again, trailing plain cells cut. */
void canvas_dump(const struct canvas *canvas, bool looks, struct buffer *out);

#endif
