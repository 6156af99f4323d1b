#include <string.h>

#include "candour/ui/canvas.h"

enum { BIG_ROWS = 3, BIG_COLUMNS = 5, DOTS = 2 * BIG_ROWS, ASCII_SCALED_LEAST = 6 };

struct glyph {
    char c;
    int columns;
    const char *blocks[BIG_ROWS];
    const char *ascii[BIG_ROWS];
};

static const struct glyph glyphs[] = {
    {'0', 3, {"█▀█", "█ █", "█▄█"}, {" _ ", "| |", "|_|"}},
    {'1', 3, {"▄█ ", " █ ", "▄█▄"}, {"   ", "  |", "  |"}},
    {'2', 3, {"▀▀█", "█▀▀", "█▄▄"}, {" _ ", " _|", "|_ "}},
    {'3', 3, {"▀▀█", "▀▀█", "▄▄█"}, {" _ ", " _|", " _|"}},
    {'4', 3, {"█ █", "▀▀█", "  █"}, {"   ", "|_|", "  |"}},
    {'5', 3, {"█▀▀", "▀▀█", "▄▄█"}, {" _ ", "|_ ", " _|"}},
    {'6', 3, {"█▀▀", "█▀█", "█▄█"}, {" _ ", "|_ ", "|_|"}},
    {'7', 3, {"▀▀█", "  █", "  █"}, {" _ ", "  |", "  |"}},
    {'8', 3, {"█▀█", "█▀█", "█▄█"}, {" _ ", "|_|", "|_|"}},
    {'9', 3, {"█▀█", "▀▀█", "▄▄█"}, {" _ ", "|_|", " _|"}},
    {':', 1, {"▄", " ", "▀"}, {" ", ".", "."}},
    {'+', 3, {" ▄ ", "▀█▀", "   "}, {"   ", "_|_", " | "}},
    {'-', 3, {"   ", "▀▀▀", "   "}, {"   ", "___", "   "}},
    {'A', 3, {"█▀█", "█▀█", "█ █"}, {" _ ", "|_|", "| |"}},
    {'B', 3, {"█▀▄", "█▀▄", "█▄▀"}, {" _ ", "|_)", "|_)"}},
    {'C', 3, {"█▀▀", "█  ", "█▄▄"}, {" _ ", "|  ", "|_ "}},
    {'D', 3, {"█▀▄", "█ █", "█▄▀"}, {" _ ", "| \\", "|_/"}},
    {'E', 3, {"█▀▀", "█▀▀", "█▄▄"}, {" _ ", "|_ ", "|_ "}},
    {'F', 3, {"█▀▀", "█▀▀", "█  "}, {" _ ", "|_ ", "|  "}},
    {'G', 3, {"█▀▀", "█ ▄", "█▄█"}, {" _ ", "| _", "|_|"}},
    {'H', 3, {"█ █", "█▀█", "█ █"}, {"   ", "|_|", "| |"}},
    {'I', 1, {"█", "█", "█"}, {" ", "|", "|"}},
    {'J', 3, {"  █", "  █", "█▄█"}, {"   ", "  |", "|_|"}},
    {'K', 3, {"█ █", "█▀▄", "█ █"}, {"   ", "|/ ", "|\\ "}},
    {'L', 3, {"█  ", "█  ", "█▄▄"}, {"   ", "|  ", "|_ "}},
    {'M', 5, {"█▄ ▄█", "█ ▀ █", "█   █"}, {"     ", "|\\ /|", "| V |"}},
    {'N', 4, {"█▄ █", "█ ▀█", "█  █"}, {"    ", "|\\ |", "| \\|"}},
    {'O', 3, {"█▀█", "█ █", "█▄█"}, {" _ ", "| |", "|_|"}},
    {'P', 3, {"█▀█", "█▀▀", "█  "}, {" _ ", "|_|", "|  "}},
    {'Q', 3, {"█▀█", "█ █", "▀▀▄"}, {" _ ", "| |", "|_\\"}},
    {'R', 3, {"█▀█", "█▀▄", "█ █"}, {" _ ", "|_)", "| \\"}},
    {'S', 3, {"█▀▀", "▀▀█", "▄▄█"}, {" _ ", "|_ ", " _|"}},
    {'T', 3, {"▀█▀", " █ ", " █ "}, {"___", " | ", " | "}},
    {'U', 3, {"█ █", "█ █", "█▄█"}, {"   ", "| |", "|_|"}},
    {'V', 3, {"█ █", "█ █", "▀▄▀"}, {"   ", "| |", " V "}},
    {'W', 5, {"█   █", "█ ▄ █", "▀▄▀▄▀"}, {"     ", "| _ |", "|/ \\|"}},
    {'X', 3, {"█ █", "▄▀▄", "█ █"}, {"   ", "\\_/", "/ \\"}},
    {'Y', 3, {"█ █", "▀█▀", " █ "}, {"   ", "\\_/", " | "}},
    {'Z', 3, {"▀▀█", "▄▀ ", "█▄▄"}, {"__ ", " / ", "/_ "}},
    {' ', 1, {" ", " ", " "}, {" ", " ", " "}},
};

static const struct glyph *glyph_of(char c) {
    const struct glyph *glyph = glyphs;
    while (glyph->c != c && glyph->c != ' ')
        glyph++;
    return glyph;
}

/* --- as large as it is written above --- */

int big_columns(const char *text) {
    return scaled_columns(text, BIG_ROWS);
}

int draw_big(struct area area, int row, int column, enum look look, const char *text) {
    int at = column;
    for (const char *c = text; *c != '\0'; c++) {
        const struct glyph *glyph = glyph_of(*c);
        if (c > text) {
            for (int r = 0; r < BIG_ROWS; r++)
                draw_fill(area, row + r, at, 1, look);
            at++;
        }
        for (int r = 0; r < BIG_ROWS; r++)
            draw_text(area, row + r, at, look, area.canvas->ascii ? glyph->ascii[r] : glyph->blocks[r]);
        at += glyph->columns;
    }
    return at - column;
}

/* --- larger ---
 *
 * A glyph of blocks is a grid of dots, two to a row. Upright strokes become SIZE columns wide and level ones SIZE dots
 * high, so that all strokes are alike; what is between them takes the rest of the height. A column is about as wide as
 * half a row is high. */

/* Columns, and dots of height, of one dot: rows / 3, rounded. */
static int size_of(int rows) {
    return (rows + 1) / BIG_ROWS;
}

int scaled_columns(const char *text, int rows) {
    int columns = 0;
    for (const char *c = text; *c != '\0'; c++)
        columns += glyph_of(*c)->columns + (c > text);
    return columns * size_of(rows);
}

int scaled_fitting(const char *text, int rows, int columns, bool ascii) {
    int least = ascii ? ASCII_SCALED_LEAST : BIG_ROWS;
    while (rows > least && scaled_columns(text, rows) > columns)
        rows--;
    if (rows >= least && scaled_columns(text, rows) <= columns)
        return rows;
    return rows >= BIG_ROWS && scaled_columns(text, BIG_ROWS) <= columns ? BIG_ROWS : 0;
}

/* Is the dot at X, Y of the grid set? */
static bool dot_of(const struct glyph *glyph, int x, int y) {
    const char *at = glyph->blocks[y / 2];
    for (; x > 0 && *at != '\0'; x--)
        at += *at == ' ' ? 1 : (int)strlen("█");
    if (strncmp(at, "█", strlen("█")) == 0)
        return true;
    return strncmp(at, y % 2 == 0 ? "▀" : "▄", strlen("█")) == 0;
}

/* HEIGHT dots of the screen among the rows of dots of the grid: level strokes at the top, a third down and at the foot;
 * above and below the middle one, two rows of equal height (the dots of a colon). */
static void share_height(int height, int stroke, int out[DOTS]) {
    int between = height - 3 * stroke;
    int part = between / 3 < 1 ? 1 : (between + 1) / 3;
    out[0] = out[2] = out[5] = stroke;
    out[1] = out[4] = part;
    out[3] = between - 2 * part;
}

/* The row of dots of the grid at AT of the screen's. */
static int grid_row(const int heights[DOTS], int at) {
    int y = 0;
    while (y < DOTS - 1 && at >= heights[y])
        at -= heights[y++];
    return y;
}

/* One column of the grid, WIDTH columns of the screen. */
static void draw_dots(struct area area, int row, int column, enum look look, const struct glyph *glyph, int x,
                      int width, int rows) {
    int heights[DOTS];
    bool ascii = area.canvas->ascii;
    share_height(ascii ? rows : 2 * rows, ascii ? (width > 3 ? width / 2 : 1) : width, heights);
    for (int r = 0; r < rows; r++) {
        bool upper = dot_of(glyph, x, grid_row(heights, ascii ? r : 2 * r));
        bool lower = ascii ? upper : dot_of(glyph, x, grid_row(heights, 2 * r + 1));
        uint32_t code = upper && lower ? 0x2588 : upper ? 0x2580 : 0x2584;
        for (int i = 0; i < width; i++) {
            if (upper || lower)
                draw_glyph(area, row + r, column + i, look, code);
            else
                draw_fill(area, row + r, column + i, 1, look);
        }
    }
}

int draw_scaled(struct area area, int row, int column, enum look look, const char *text, int rows) {
    int size = size_of(rows);
    int at = column;
    if (rows == BIG_ROWS)
        return draw_big(area, row, column, look, text);
    for (const char *c = text; *c != '\0'; c++) {
        const struct glyph *glyph = glyph_of(*c);
        if (c > text) {
            for (int r = 0; r < rows; r++)
                draw_fill(area, row + r, at, size, look);
            at += size;
        }
        for (int x = 0; x < glyph->columns; x++, at += size)
            draw_dots(area, row, at, look, glyph, x, size, rows);
    }
    return at - column;
}
