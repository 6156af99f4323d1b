/* Sheet: lines of a screen before they are drawn: pieces of text at their columns, and what each line is about.
 *
 * A sheet lives in the arena it was begun with. Texts are kept as pointers and never cut here, so that a search finds
 * what a narrow window does not show; drawing ends what does not fit with an ellipsis.
 *
 * Of a list that may have many thousands of lines only those that are asked for are said: its sheet begins with `asked`
 * lines, which `say` says one at a time, and goes on with those that were put into it.
 */
#ifndef CANDOUR_UI_SCREEN_SHEET_H
#define CANDOUR_UI_SCREEN_SHEET_H

#include "candour/base/arena.h"
#include "candour/core/field.h"
#include "candour/ui/canvas.h"

struct piece {
    int column, width; /* width 0: to the end of the line */
    enum look look;
    const char *text;
};

struct sheet_line {
    const char *id; /* NULL: about nothing */
    bool between;   /* parts others, and is no place to stand on; so is an empty one */
    struct piece *pieces;
    size_t count, capacity;
};

struct view;
struct sheet;
/* Puts the line at ROW, one line, into SHEET. */
typedef void sheet_say(const struct view *view, size_t row, struct sheet *sheet);

struct sheet {
    struct arena *arena;
    int width;
    struct sheet_line *lines; /* behind the asked ones */
    size_t count, capacity;   /* count: the asked ones and these */
    int across_most;          /* columns of a grid that can be passed by sideways; 0: all are seen */
    const struct view *view;  /* of `say` */
    sheet_say *say;
    size_t asked;
};

struct sheet sheet_begin(struct arena *arena, int width);
/* The empty SHEET begins with COUNT lines that are said when they are asked for, as long as VIEW lives. */
void sheet_ask(struct sheet *sheet, const struct view *view, size_t count, sheet_say *say);
/* The line at ROW, below `count`; one that is asked for is said anew, in ARENA. */
const struct sheet_line *sheet_at(const struct sheet *sheet, size_t row, struct arena *arena);
/* A line more; the pieces that follow stand on it. */
void sheet_line(struct sheet *sheet, const char *id);
/* WIDTH 0: up to the end. Nothing for a text that is NULL or where no column is left. */
void sheet_put(struct sheet *sheet, int column, int width, enum look look, const char *text);
void sheet_format(struct sheet *sheet, int column, int width, enum look look, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* Ends before COLUMN_END, in at most WIDTH columns. */
void sheet_right(struct sheet *sheet, int column_end, int width, enum look look, const char *text);
/* A line with a heading. */
void sheet_heading(struct sheet *sheet, const char *text);
void sheet_blank(struct sheet *sheet);
/* TEXT wrapped into lines of their own, behind LABEL (NULL: none) where one is given; nothing when TEXT is NULL or
 * empty. LABEL has SHEET_LABEL columns. */
enum { SHEET_LABEL = 11 };
void sheet_text(struct sheet *sheet, const char *id, const char *label, enum look look, const char *text);
/* "C1 C2 C3", or `none` when there is none; in the sheet's arena. */
const char *sheet_ids(const struct sheet *sheet, const struct texts *ids);
/* All lines of another sheet behind these. */
void sheet_append(struct sheet *sheet, const struct sheet *more, size_t from);

/* Draws COUNT lines from FROM on. */
void sheet_view(const struct sheet *sheet, struct area area, int row, size_t from, int count);
/* Draws all of it; when it is cut at the foot of AREA, that shows. */
void sheet_view_cut(const struct sheet *sheet, struct area area);
/* Has a piece of the line NEEDLE? */
bool sheet_has(const struct sheet_line *line, const char *needle);
/* Its words as one text, for a message. */
const char *sheet_words(const struct sheet_line *line, struct arena *arena);

#endif
