#include <utf8proc.h>

#include "candour/ui/canvas.h"

enum { UP = 1, RIGHT = 2, DOWN = 4, LEFT = 8 };

void draw_joint(struct area area, int row, int column, unsigned sides) {
    /* Indexed by the sides. */
    static const uint32_t boxes[] = {' ',    0x2575, 0x2576, 0x2514, 0x2577, 0x2502, 0x250c, 0x251c,
                                     0x2574, 0x2518, 0x2500, 0x2534, 0x2510, 0x2524, 0x252c, 0x253c};
    draw_glyph(area, row, column, LOOK_LINE, boxes[sides & (UP | RIGHT | DOWN | LEFT)]);
}

void draw_line_across(struct area area, int row, int column, int columns) {
    for (int i = 0; i < columns && column + i < area.columns; i++)
        draw_joint(area, row, column + i, LEFT | RIGHT);
}

void draw_line_down(struct area area, int row, int column, int rows) {
    for (int i = 0; i < rows && row + i < area.rows; i++)
        draw_joint(area, row + i, column, UP | DOWN);
}

struct likeness {
    uint32_t first;
    uint32_t last;
    char c;
};

static char sign_of(uint32_t code) {
    static const struct likeness signs[] = {
        {0xa0, 0xa0, ' '},     {0xa3, 0xa3, 'L'},      {0xab, 0xab, '"'},     {0xb7, 0xb7, '.'},
        {0xbb, 0xbb, '"'},     {0xc6, 0xc6, 'A'},      {0xd7, 0xd7, 'x'},     {0xd8, 0xd8, 'O'},
        {0xdf, 0xdf, 's'},     {0xe6, 0xe6, 'a'},      {0xf7, 0xf7, '/'},     {0xf8, 0xf8, 'o'},
        {0x110, 0x110, 'D'},   {0x111, 0x111, 'd'},    {0x131, 0x131, 'i'},   {0x141, 0x141, 'L'},
        {0x142, 0x142, 'l'},   {0x152, 0x152, 'O'},    {0x153, 0x153, 'o'},   {0x2000, 0x200a, ' '},
        {0x2010, 0x2015, '-'}, {0x2018, 0x201b, '\''}, {0x201c, 0x201f, '"'}, {0x2020, 0x2021, '+'},
        {0x2022, 0x2022, '*'}, {0x2026, 0x2026, '.'},  {0x202f, 0x202f, ' '}, {0x2032, 0x2032, '\''},
        {0x2033, 0x2033, '"'}, {0x2039, 0x2039, '<'},  {0x203a, 0x203a, '>'}, {0x20ac, 0x20ac, 'E'},
        {0x2190, 0x2190, '<'}, {0x2191, 0x2191, '^'},  {0x2192, 0x2192, '>'}, {0x2193, 0x2193, 'v'},
        {0x2212, 0x2212, '-'}, {0x2500, 0x2501, '-'},  {0x2502, 0x2503, '|'}, {0x2504, 0x2505, '-'},
        {0x2506, 0x2507, '|'}, {0x2508, 0x2509, '-'},  {0x250a, 0x250b, '|'}, {0x250c, 0x254b, '+'},
        {0x254c, 0x254d, '-'}, {0x254e, 0x254f, '|'},  {0x2550, 0x2550, '='}, {0x2551, 0x2551, '|'},
        {0x2552, 0x2573, '+'}, {0x2574, 0x2574, '-'},  {0x2575, 0x2575, '|'}, {0x2576, 0x2576, '-'},
        {0x2577, 0x2577, '|'}, {0x2580, 0x2590, '#'},  {0x2591, 0x2591, '.'}, {0x2592, 0x2592, '='},
        {0x2593, 0x2593, '#'}, {0x25a0, 0x25ab, '#'},  {0x25b2, 0x25b3, '^'}, {0x25b6, 0x25bb, '>'},
        {0x25bc, 0x25bd, 'v'}, {0x25c0, 0x25c5, '<'},  {0x25c6, 0x25cf, '*'}, {0x2713, 0x2714, 'v'},
        {0x2717, 0x2718, 'x'},
    };
    for (size_t i = 0; i < sizeof signs / sizeof *signs && code >= signs[i].first; i++)
        if (code <= signs[i].last)
            return signs[i].c;
    return '?';
}

char canvas_ascii(uint32_t code) {
    utf8proc_int32_t parts[8];
    if (code < 0x80)
        return (char)code;
    char c = sign_of(code);
    if (c != '?' || code > 0x10ffff)
        return c;
    utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t)code, parts, 8, UTF8PROC_DECOMPOSE, NULL);
    return count > 0 && parts[0] < 0x80 ? (char)parts[0] : '?';
}
