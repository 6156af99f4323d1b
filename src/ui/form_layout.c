/* How much room each field takes, and what is said under the active one. */
#include <string.h>

#include "candour/base/buffer.h"
#include "form_layout.h"

enum { HELP_ROWS = 2, ROOMY_ROWS = 10, QUIET_ROWS = 3, ABOUT_ROWS = 2, SAID_SIZE = 200 };

struct form_widths form_widths(const struct form *form, int columns) {
    struct form_widths widths = {.label = LABEL_LEAST};
    for (size_t i = 0; i < form->count; i++) {
        int label = text_columns(form->lines[i].label, strlen(form->lines[i].label));
        if (label > widths.label)
            widths.label = label;
    }
    int part = columns * 2 / 5;
    int most = part < LABEL_MOST ? part : LABEL_MOST;
    if (widths.label > most)
        widths.label = most > LABEL_LEAST ? most : LABEL_LEAST;
    widths.text = widths.label + 3;
    widths.width = columns - widths.text - 1;
    if (widths.width < 4)
        widths.width = 4;
    return widths;
}

/* --- hints --- */

static void hint(struct form_hints *hints, enum look look, const char *text) {
    if (hints->count < hints->most)
        hints->list[hints->count++] = (struct form_hint){look, text, -1};
}

static void hint_wrapped(struct form_hints *hints, enum look look, const char *text, size_t most, struct arena *arena) {
    struct text_lines lines = text_wrap(arena, text, strlen(text), hints->width);
    for (size_t i = 0; i < lines.count && i < most; i++)
        hint(hints, look, arena_copy(arena, text + lines.lines[i].from, lines.lines[i].to - lines.lines[i].from));
}

static void hint_list(struct form_hints *hints, const struct pick *pick, struct arena *arena) {
    size_t rows = hints->most < PICK_ROWS ? hints->most : PICK_ROWS;
    size_t first = pick_first_row(pick, rows);
    for (size_t i = first; i < pick->fit.count && i < first + rows; i++) {
        const struct pickable *one = &pick->fit.list[i];
        bool marked = (int)i == pick->marked;
        const char *name = text_equal(one->code, one->name) ? "" : one->name;
        hint(hints, marked ? LOOK_SELECTED : LOOK_PLAIN,
             arena_format(arena, "%c %-6s %s", marked ? '>' : ' ', one->code, name));
        hints->list[hints->count - 1].candidate = (int)i;
    }
}

/* As many codes as ROOM columns hold, from FROM on, one at least; where the next row goes on. */
static size_t codes_row(const struct pick *pick, size_t from, int room, struct buffer *row) {
    buffer_clear(row);
    for (size_t i = from; i < pick->fit.count; i++) {
        const char *code = pick->fit.list[i].code;
        if (i > from && (int)(row->length + 1 + strlen(code)) > room)
            return i;
        buffer_format(row, "%s%s", i > from ? " " : "", code);
    }
    return pick->fit.count;
}

static void hint_codes(struct form_hints *hints, const struct pick *pick, struct arena *arena) {
    const char *more = "";
    struct buffer row = {0};
    for (size_t at = 0, line = 1; at < pick->fit.count && line <= HELP_ROWS; line++) {
        size_t next = codes_row(pick, at, hints->width, &row);
        if (line == HELP_ROWS && next < pick->fit.count) {
            next = codes_row(pick, at, hints->width - (int)strlen("  99 more"), &row);
            more = arena_format(arena, "  %zu more", pick->fit.count - next);
        }
        hint(hints, LOOK_PLAIN, arena_format(arena, "%s%s", row.bytes, more));
        at = next;
    }
    buffer_free(&row);
}

/* The one that stands is in brackets; the others leave room for them, so that nothing moves. */
static void hint_choices(struct form_hints *hints, const struct form_line *line, struct arena *arena) {
    struct buffer row = {0};
    size_t count;
    const char *const *all = value_choices(line->field, &count);
    int value = value_choice(line->field, line->edit.text);
    for (size_t i = 0; i < count; i++) {
        const char *word = arena_format(arena, (int)i + 1 == value ? "[%s]" : " %s ", all[i]);
        if (row.length > 0 && (int)(row.length + strlen(word)) > hints->width) {
            hint(hints, LOOK_PLAIN, arena_copy(arena, row.bytes, row.length));
            buffer_clear(&row);
        }
        buffer_format(&row, "%s ", word);
    }
    if (row.length > 0)
        hint(hints, LOOK_PLAIN, arena_copy(arena, row.bytes, row.length));
    buffer_free(&row);
}

/* What was understood so far; an open list, or a message, says enough. */
static void hint_understood(struct form_hints *hints, const struct form *form, const struct form_line *line,
                            struct arena *arena) {
    char said[SAID_SIZE];
    void *record = arena_alloc(arena, form->spec->shape->size);
    enum value_state state = form_line_read(form, line, arena, record, said, sizeof said);
    if (said[0] == '\0' || (state == VALUE_BAD && form->message[0] != '\0'))
        return;
    enum look look = state == VALUE_GOOD ? LOOK_GOOD : state == VALUE_WARNED ? LOOK_LATE : LOOK_QUIET;
    hint_wrapped(hints, look, said, HELP_ROWS, arena);
}

void form_hints(const struct form *form, struct form_hints *hints, struct arena *arena) {
    const struct form_line *line = form_active(form);
    enum form_way way = form_way(line->field);
    bool listed = false;
    if (way == WAY_PICK) {
        struct pick pick = form_pick(form, line, arena);
        listed = pick.open;
        if (listed)
            hint_list(hints, &pick, arena);
        else if (text_blank(line->edit.text))
            hint_codes(hints, &pick, arena);
    }
    if (way == WAY_CHOICE)
        hint_choices(hints, line, arena);
    else if (!listed)
        hint_understood(hints, form, line, arena);
    if (!listed && line->field->help != NULL)
        hint_wrapped(hints, LOOK_QUIET, line->field->help, HELP_ROWS, arena);
    if (line->field->type == FIELD_MAPS)
        hint_wrapped(hints, LOOK_QUIET, "One a line: a code, a colon, the words.", 1, arena);
}

/* --- rows --- */

static int rows_of(const char *text, int width, int most, struct arena *arena) {
    size_t count = text_wrap(arena, text, strlen(text), width > 1 ? width : 1).count;
    return (int)count < most ? (int)count : most;
}

static int text_rows(const struct form *form, size_t place, const struct form_layout *layout, struct arena *arena) {
    const struct form_line *line = &form->lines[place];
    if (form_way(line->field) != WAY_TEXT && place != form->place)
        return 1;
    struct text_lines lines = text_wrap(arena, line->edit.text, line->edit.length, layout->widths.width - 1);
    int most = layout->body >= ROOMY_ROWS ? QUIET_ROWS : 1;
    if (place == form->place)
        most = layout->body - (int)layout->hints.count;
    int rows = (int)lines.count < most ? (int)lines.count : most;
    return rows > 0 ? rows : 1;
}

/* Scrolled as little as is needed to see the whole of the active field, and its own rows before its hints. */
static int scroll_for(const struct form_layout *layout, size_t active, int total) {
    int top = layout->tops[active];
    int bottom = top + layout->rows[active] + (int)layout->hints.count;
    int scroll = bottom > layout->body ? bottom - layout->body : 0;
    if (scroll > top)
        scroll = top;
    return total <= layout->body ? 0 : scroll;
}

/* Head and fields; the fields have at least one row. */
static void divide(const struct form *form, int rows, int columns, struct form_layout *layout, struct arena *arena) {
    bool roomy = rows >= ROOMY_ROWS + 4;
    int most = rows >= ROOMY_ROWS ? ABOUT_ROWS : 1;
    if (form->about != NULL)
        layout->about = rows_of(form->about, columns - 2, most, arena);
    layout->head = 1 + layout->about + (roomy ? 1 : 0);
    layout->body = rows - layout->head;
    if (layout->body < 1)
        layout->body = 1;
}

void form_layout(const struct form *form, int rows, int columns, struct form_layout *layout, struct arena *arena) {
    *layout = (struct form_layout){.widths = form_widths(form, columns)};
    divide(form, rows, columns, layout, arena);
    layout->hint_column = columns >= 60 ? layout->widths.text : 2;
    layout->hints.width = columns - layout->hint_column - 1;
    layout->hints.most = (size_t)(layout->body - 1) < HINTS_MOST ? (size_t)(layout->body - 1) : HINTS_MOST;
    form_hints(form, &layout->hints, arena);
    layout->tops = arena_array(arena, form->count, sizeof *layout->tops);
    layout->rows = arena_array(arena, form->count, sizeof *layout->rows);
    int row = 0;
    for (size_t i = 0; i < form->count; i++) {
        if (i == form_first(form))
            layout->between = row++;
        layout->tops[i] = row;
        layout->rows[i] = text_rows(form, i, layout, arena);
        row += layout->rows[i] + (i == form->place ? (int)layout->hints.count : 0);
    }
    layout->scroll = scroll_for(layout, form->place, row);
}
