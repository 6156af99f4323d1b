/* A form as cells. */
#include <string.h>

#include "candour/base/buffer.h"
#include "form_layout.h"

enum { SAID_SIZE = 200 };

/* --- title --- */

static const char *lower_first(const char *title, struct arena *arena) {
    char *text = arena_text(arena, title);
    if (text[0] >= 'A' && text[0] <= 'Z')
        text[0] = (char)(text[0] - 'A' + 'a');
    return text;
}

/* NULL when it stands among the first fields, and need not be said twice. */
static const char *item_of(const struct form *form) {
    const struct field *field = shape_field(form->spec->shape, "item");
    if (field == NULL || field->type != FIELD_REF)
        return NULL;
    for (size_t i = 0; i < form_first(form); i++)
        if (form->lines[i].field == field)
            return NULL;
    return *(const char *const *)field_of(field, form->values);
}

static void view_title(const struct form *form, struct area area, struct arena *arena) {
    struct buffer title = {0};
    if (form->id != NULL)
        buffer_format(&title, "%s %s", form->id, lower_first(form->spec->title, arena));
    else
        buffer_text(&title, form->spec->title);
    const char *item = item_of(form);
    if (item != NULL && !text_equal(item, form->id))
        buffer_format(&title, ", in item %s", item);
    if (form->edit && text_equal(form->spec->act, form->spec->shape->name))
        buffer_text(&title, ", to be changed");
    draw_fit(area, 0, 1, area.columns - 2, LOOK_TITLE, title.bytes);
    buffer_free(&title);
}

/* Wrapped to ROWS rows, the last one cut. */
static void view_lines(struct area area, int row, int rows, enum look look, const char *text, struct arena *arena) {
    int width = area.columns - 2;
    size_t length = strlen(text);
    struct text_lines lines = text_wrap(arena, text, length, width > 1 ? width : 1);
    for (int i = 0; i < rows && (size_t)i < lines.count; i++) {
        size_t from = lines.lines[i].from;
        size_t to = i + 1 == rows ? length : lines.lines[i].to;
        draw_fit(area, row + i, 1, width, look, arena_copy(arena, text + from, to - from));
    }
}

/* --- fields --- */

/* "Friday 31 March 2017, in 18 weeks" as far as it is told whole: the weekday is what the figures do not say. */
static const char *day_that_fits(const char *said, int width, struct arena *arena) {
    static const char *const ends[] = {"", ",", " "};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t length = ends[i][0] == '\0' ? strlen(said) : strcspn(said, ends[i]);
        if ((int)length <= width)
            return arena_copy(arena, said, length);
    }
    return said;
}

/* Behind a text that is not being typed: what it means, or that it is not understood. */
static void view_meaning(const struct form *form, const struct form_line *line, struct area area, int row, int column,
                         struct arena *arena) {
    char said[SAID_SIZE];
    void *record = arena_alloc(arena, form->spec->shape->size);
    enum value_state state = form_line_read(form, line, arena, record, said, sizeof said);
    int width = area.columns - column - 1;
    if (width < 4)
        return;
    if (state == VALUE_BAD)
        draw_fit(area, row, column, width, LOOK_LATE, "not understood");
    else if (said[0] != '\0')
        draw_fit(area, row, column, width, state == VALUE_WARNED ? LOOK_LATE : LOOK_QUIET,
                 line->field->type == FIELD_DATE ? day_that_fits(said, width, arena) : said);
}

/* The first ROWS lines of a text, and how many more there are. */
static void view_few(struct area area, int row, int rows, const struct form_layout *layout, const char *text,
                     struct arena *arena) {
    int column = layout->widths.text, width = layout->widths.width;
    struct text_lines lines = text_wrap(arena, text, strlen(text), width - 1);
    for (int i = 0; i < rows && (size_t)i < lines.count; i++) {
        size_t from = lines.lines[i].from, more = lines.count - (size_t)rows;
        const char *shown = arena_copy(arena, text + from, lines.lines[i].to - from);
        int room = width;
        if (i + 1 == rows && more > 0 && width > 16) {
            const char *rest = arena_format(arena, "  %zu more", more);
            room -= draw_right(area, row + i, column + width, LOOK_QUIET, rest);
        }
        draw_fit(area, row + i, column, room, LOOK_PLAIN, shown);
    }
}

static void view_quiet(const struct form *form, const struct form_line *line, struct area area, int row,
                       const struct form_layout *layout, int rows, struct arena *arena) {
    int column = layout->widths.text, width = layout->widths.width;
    const char *text = line->edit.text;
    if (text_blank(text)) {
        if (form_needed(form, line))
            draw_fit(area, row, column, width, LOOK_LATE, "needed");
        return;
    }
    if (form_way(line->field) != WAY_TEXT) {
        int used = draw_fit(area, row, column, width, LOOK_PLAIN, text);
        view_meaning(form, line, area, row, column + used + 2, arena);
        return;
    }
    view_few(area, row, rows, layout, text, arena);
}

static void view_active(const struct form *form, const struct form_line *line, struct area area, int row,
                        const struct form_layout *layout, int rows, struct arena *arena) {
    int column = layout->widths.text, width = layout->widths.width;
    struct text_lines lines = text_wrap(arena, line->edit.text, line->edit.length, width - 1);
    struct edit_place place = edit_place(&line->edit, &lines);
    size_t first = place.line >= (size_t)rows ? place.line + 1 - (size_t)rows : 0;
    struct area field = area_part(area, row, column, rows, width);
    for (int i = 0; i < rows; i++) {
        draw_fill(field, i, 0, width, LOOK_FIELD);
        size_t line_at = first + (size_t)i;
        if (line_at < lines.count)
            draw_text_n(field, i, 0, LOOK_FIELD, line->edit.text + lines.lines[line_at].from,
                        lines.lines[line_at].to - lines.lines[line_at].from);
    }
    if (line->edit.length == 0 && form_needed(form, line))
        draw_right(field, 0, width, LOOK_LATE, "needed");
    int at = place.column < width ? place.column : width - 1;
    draw_cursor(field, (int)(place.line - first), at);
}

static void view_hints(const struct form_layout *layout, struct area area, int row) {
    for (size_t i = 0; i < layout->hints.count; i++) {
        const struct form_hint *hint = &layout->hints.list[i];
        int at = row + (int)i;
        draw_fit(area, at, layout->hint_column, layout->hints.width, hint->look, hint->text);
        if (hint->candidate >= 0)
            draw_hotspot(area, at, layout->hint_column, 1, layout->hints.width, HOTSPOT_CANDIDATE, hint->candidate);
    }
}

static void view_between(const struct form *form, const struct form_layout *layout, struct area body) {
    int row = layout->between - layout->scroll;
    if (layout->between == 0 || row < 0 || row >= body.rows)
        return;
    draw_line_across(body, row, 1, body.columns - 2);
    if (form->place < form_first(form))
        draw_fit(body, row, layout->widths.text, layout->widths.width, LOOK_QUIET, " more: Tab or Down ");
}

static void view_line(const struct form *form, size_t place, const struct form_layout *layout, struct area body,
                      struct arena *arena) {
    const struct form_line *line = &form->lines[place];
    bool active = place == form->place;
    int row = layout->tops[place] - layout->scroll, rows = layout->rows[place];
    if (row + rows + (active ? (int)layout->hints.count : 0) <= 0 || row >= body.rows)
        return;
    draw_fit(body, row, 1, layout->widths.label, active ? LOOK_STRONG : LOOK_PLAIN, line->label);
    draw_hotspot(body, row < 0 ? 0 : row, 0, row < 0 ? rows + row : rows, body.columns, HOTSPOT_FIELD, (int32_t)place);
    if (!active) {
        view_quiet(form, line, body, row, layout, rows, arena);
        return;
    }
    draw_fit(body, row, 0, 1, LOOK_STRONG, ">");
    view_active(form, line, body, row, layout, rows, arena);
    view_hints(layout, body, row + rows);
}

void form_view(const struct form *form, struct area area, struct stamp now) {
    (void)now;
    if (area.rows < 1 || area.columns < 1)
        return;
    struct arena *arena = arena_new();
    struct form_layout layout;
    draw_hotspot(area, 0, 0, area.rows, area.columns, HOTSPOT_NOTHING, 0);
    form_layout(form, area.rows, area.columns, &layout, arena);
    view_title(form, area, arena);
    if (form->about != NULL)
        view_lines(area, 1, layout.about, LOOK_STRONG, form->about, arena);
    if (layout.head > 1 + layout.about)
        draw_line_across(area, layout.head - 1, 0, area.columns);
    struct area body = area_part(area, layout.head, 0, layout.body, area.columns);
    view_between(form, &layout, body);
    for (size_t i = 0; i < form->count; i++)
        view_line(form, i, &layout, body, arena);
    arena_free(arena);
}
