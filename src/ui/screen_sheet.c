#include "screen_sheet.h"

#include <string.h>

#include "candour/base/buffer.h"
#include "candour/base/text.h"

struct sheet sheet_begin(struct arena *arena, int width) {
    return (struct sheet){.arena = arena, .width = width < 1 ? 1 : width};
}

/* Room for one more of SIZE bytes. */
static void *grown(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size, size_t least) {
    if (count < *capacity) {
        return items;
    }
    *capacity = *capacity == 0 ? least : *capacity * 2;
    void *more = arena_array(arena, *capacity, size);
    if (count > 0) {
        memcpy(more, items, count * size);
    }
    return more;
}

void sheet_ask(struct sheet *sheet, const struct view *view, size_t count, sheet_say *say) {
    sheet->view = view;
    sheet->say = say;
    sheet->asked = count;
    sheet->count = count;
}

const struct sheet_line *sheet_at(const struct sheet *sheet, size_t row, struct arena *arena) {
    static const struct sheet_line nothing = {.id = NULL};
    if (row >= sheet->asked) {
        return sheet->lines + (row - sheet->asked);
    }
    struct sheet one = sheet_begin(arena, sheet->width);
    one.lines = arena_alloc(arena, sizeof *one.lines); /* one is all that comes */
    one.capacity = 1;
    sheet->say(sheet->view, row, &one);
    return one.count == 0 ? &nothing : one.lines;
}

static size_t own_lines(const struct sheet *sheet) {
    return sheet->count - sheet->asked;
}

void sheet_line(struct sheet *sheet, const char *id) {
    size_t own = own_lines(sheet);
    sheet->lines = grown(sheet->arena, sheet->lines, own, &sheet->capacity, sizeof *sheet->lines, 16);
    sheet->lines[own] = (struct sheet_line){.id = id};
    sheet->count++;
}

void sheet_put(struct sheet *sheet, int column, int width, enum look look, const char *text) {
    if (text == NULL || text[0] == '\0' || column >= sheet->width || width < 0 || own_lines(sheet) == 0) {
        return;
    }
    struct sheet_line *line = sheet->lines + own_lines(sheet) - 1;
    line->pieces = grown(sheet->arena, line->pieces, line->count, &line->capacity, sizeof *line->pieces, 4);
    line->pieces[line->count++] = (struct piece){.column = column, .width = width, .look = look, .text = text};
}

void sheet_format(struct sheet *sheet, int column, int width, enum look look, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    sheet_put(sheet, column, width, look, arena_vformat(sheet->arena, format, arguments));
    va_end(arguments);
}

void sheet_right(struct sheet *sheet, int column_end, int width, enum look look, const char *text) {
    int columns = text == NULL ? 0 : text_columns(text, strlen(text));
    columns = columns > width ? width : columns;
    if (columns > 0) {
        sheet_put(sheet, column_end - columns, columns, look, text);
    }
}

void sheet_heading(struct sheet *sheet, const char *text) {
    sheet_line(sheet, NULL);
    sheet_put(sheet, 1, 0, LOOK_TITLE, text);
}

void sheet_blank(struct sheet *sheet) {
    sheet_line(sheet, NULL);
}

void sheet_text(struct sheet *sheet, const char *id, const char *label, enum look look, const char *text) {
    if (text_blank(text)) {
        return;
    }
    int indent = 1 + (label == NULL ? 0 : SHEET_LABEL);
    int width = sheet->width - indent - 1;
    struct text_lines lines = text_wrap(sheet->arena, text, strlen(text), width < 10 ? 10 : width);
    for (size_t i = 0; i < lines.count; i++) {
        struct text_line line = lines.lines[i];
        sheet_line(sheet, id);
        if (i == 0) {
            sheet_put(sheet, 1, SHEET_LABEL - 1, LOOK_QUIET, label);
        }
        sheet_put(sheet, indent, 0, look, arena_copy(sheet->arena, text + line.from, line.to - line.from));
    }
}

const char *sheet_ids(const struct sheet *sheet, const struct texts *ids) {
    if (ids->count == 0) {
        return "none";
    }
    struct buffer text = {0};
    for (size_t i = 0; i < ids->count; i++) {
        buffer_format(&text, "%s%s", i == 0 ? "" : " ", ids->items[i]);
    }
    const char *words = arena_copy(sheet->arena, text.bytes, text.length);
    buffer_free(&text);
    return words;
}

void sheet_append(struct sheet *sheet, const struct sheet *more, size_t from) {
    for (size_t i = from; i < more->count; i++) {
        sheet_line(sheet, NULL);
        sheet->lines[own_lines(sheet) - 1] = more->lines[i];
    }
}

void sheet_view(const struct sheet *sheet, struct area area, int row, size_t from, int count) {
    for (int i = 0; i < count && from + (size_t)i < sheet->count; i++) {
        const struct sheet_line *line = sheet_at(sheet, from + (size_t)i, sheet->arena);
        for (size_t p = 0; p < line->count; p++) {
            const struct piece *piece = line->pieces + p;
            int most = area.columns - 1 - piece->column;
            int width = piece->width == 0 || piece->width > most ? most : piece->width;
            draw_fit(area, row + i, piece->column, width, piece->look, piece->text);
        }
    }
}

void sheet_view_cut(const struct sheet *sheet, struct area area) {
    if ((int)sheet->count <= area.rows || area.rows <= 0) {
        sheet_view(sheet, area, 0, 0, area.rows);
        return;
    }
    const char *dots = canvas_dots(area.canvas);
    int last = area.rows - 1;
    int mark = text_columns(dots, strlen(dots));
    sheet_view(sheet, area, 0, 0, last);
    sheet_view(sheet, area_part(area, last, 0, 1, area.columns - mark - 1), 0, (size_t)last, 1);
    draw_right(area, last, area.columns, LOOK_QUIET, dots);
}

bool sheet_has(const struct sheet_line *line, const char *needle) {
    for (size_t i = 0; i < line->count; i++) {
        if (text_find(line->pieces[i].text, needle) != NULL) {
            return true;
        }
    }
    return false;
}

const char *sheet_words(const struct sheet_line *line, struct arena *arena) {
    struct buffer text = {0};
    buffer_text(&text, "");
    for (size_t i = 0; i < line->count; i++) {
        buffer_format(&text, "%s%s", i == 0 ? "" : " ", line->pieces[i].text);
    }
    const char *words = arena_copy(arena, text.bytes, text.length);
    buffer_free(&text);
    return words;
}
