#include <string.h>

#include "candour/ui/canvas.h"

enum { BIG_ROWS = 3 };

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
    {' ', 1, {" ", " ", " "}, {" ", " ", " "}},
};

static const struct glyph *glyph_of(char c) {
    const struct glyph *glyph = glyphs;
    while (glyph->c != c && glyph->c != ' ')
        glyph++;
    return glyph;
}

int big_columns(const char *text) {
    int columns = 0;
    for (const char *c = text; *c != '\0'; c++)
        columns += glyph_of(*c)->columns + (c > text);
    return columns;
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
