#include "candour/ui/form.h"

#include <stdio.h>
#include <string.h>

#include "candour/core/reading.h"
#include "form_inside.h"

enum { FIRST_ROWS = 24, FIRST_COLUMNS = 80 };

enum form_way form_way(const struct field *field) {
    switch (field->type) {
    case FIELD_TEXT:
    case FIELD_LINES:
    case FIELD_PATHS:
    case FIELD_MAPS:
        return WAY_TEXT;
    case FIELD_REF:
    case FIELD_REFS:
        return WAY_PICK;
    case FIELD_CHOICE:
    case FIELD_YES_NO:
        return WAY_CHOICE;
    default:
        return WAY_LINE;
    }
}

size_t form_first(const struct form *form) {
    size_t first = form->spec->first;
    return first > 0 && first < form->count ? first : form->count;
}

struct form_line *form_active(const struct form *form) {
    return &form->lines[form->place];
}

void form_say(struct form *form, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(form->message, sizeof form->message, format, arguments);
    va_end(arguments);
}

void form_go(struct form *form, size_t place) {
    form->place = place < form->count ? place : form->count - 1;
    form->chosen = -1;
    form->listed = false;
    form->fresh = true;
    form->letters[0] = '\0';
    form_active(form)->edit.column = -1;
}

/* --- opening and closing --- */

static void *copy_of(const struct shape *shape, const void *values, struct arena *arena) {
    void *copy = arena_alloc(arena, shape->size);
    if (values == NULL)
        return copy;
    memcpy(copy, values, shape->size);
    for (size_t i = 0; i < shape->count; i++)
        value_copy(&shape->fields[i], copy, values, arena);
    return copy;
}

static void begin_line(struct form *form, struct form_line *line, const struct form_field *asked) {
    line->field = shape_field(form->spec->shape, asked->key);
    line->label = asked->label != NULL ? asked->label : line->field->label;
    if (line->label == NULL)
        line->label = line->field->key;
    line->opened = field_text(line->field, form->values, form->arena);
    edit_begin(&line->edit, form->arena, line->opened, form_way(line->field) == WAY_TEXT);
}

static bool asks(const struct form_spec *spec, const char *name) {
    for (size_t i = 0; i < spec->count; i++)
        if (text_equal(spec->fields[i].key, name))
            return true;
    return false;
}

/* What is answered, withdrawn or assented to is read again before it is. */
static const char *about(const struct form *form) {
    const struct record_state *record = form->id != NULL ? meeting_record(form->meeting, form->id) : NULL;
    if (record == NULL)
        return NULL;
    const char *name = record->kind == RECORD_CHALLENGE    ? "put"
                       : record->kind == RECORD_ENGAGEMENT ? "activity"
                                                           : "text";
    const struct shape *shape = record_shape(record->kind);
    if (form->spec->shape == shape && asks(form->spec, name))
        return NULL;
    return *(const char *const *)field_of(shape_field(shape, name), record->now);
}

static size_t first_empty(const struct form *form) {
    size_t first = form_first(form);
    for (size_t i = 0; i < first; i++)
        if (form->lines[i].edit.length == 0)
            return i;
    return 0;
}

struct form *form_open(const struct form_spec *spec, const struct meeting *meeting, const void *values, const char *id,
                       bool edit, struct stamp now) {
    struct arena *arena = arena_new();
    struct form *form = arena_alloc(arena, sizeof *form);
    form->arena = arena;
    form->spec = spec;
    form->meeting = meeting;
    form->id = arena_text(arena, id);
    form->edit = edit;
    form->values = copy_of(spec->shape, values, arena);
    form->about = about(form);
    form->count = spec->count;
    form->lines = arena_array(arena, spec->count, sizeof *form->lines);
    form->today = stamp_day(now);
    form_size(form, FIRST_ROWS, FIRST_COLUMNS);
    for (size_t i = 0; i < spec->count; i++)
        begin_line(form, &form->lines[i], &spec->fields[i]);
    form_go(form, edit ? 0 : first_empty(form));
    return form;
}

void form_close(struct form *form) {
    if (form != NULL)
        arena_free(form->arena);
}

void form_size(struct form *form, int rows, int columns) {
    form->rows = rows;
    form->columns = columns;
}

/* --- leaving a field, saving --- */

enum value_state form_line_read(const struct form *form, const struct form_line *line, struct arena *arena,
                                void *record, char *said, size_t size) {
    struct value_room room = {form->meeting, form->today, arena};
    return value_read(&room, line->field, line->edit.text, record, said, size);
}

static const struct form_line *line_of(const struct form *form, const char *name) {
    for (size_t i = 0; i < form->count; i++)
        if (text_equal(form->lines[i].field->key, name))
            return &form->lines[i];
    return NULL;
}

/* The choice that stands in a field, on the form or not. */
static unsigned choice_bit(const struct form *form, const char *name) {
    const struct form_line *line = line_of(form, name);
    const struct field *field = shape_field(form->spec->shape, name);
    int value = line == NULL ? *(const int *)field_of(field, form->values) : value_choice(field, line->edit.text);
    return 1U << (unsigned)value;
}

bool form_needed(const struct form *form, const struct form_line *line) {
    if ((line->field->flags & FIELD_REQUIRED) != 0)
        return true;
    for (size_t i = 0; i < form->spec->need_count; i++) {
        const struct form_need *need = &form->spec->needs[i];
        if (text_equal(need->key, line->field->key) && (need->values & choice_bit(form, need->other)) != 0)
            return true;
    }
    return false;
}

static enum form_result save(struct form *form) {
    for (size_t i = 0; i < form->count; i++) {
        struct form_line *line = &form->lines[i];
        if (!form_settle(form, line)) {
            form_go(form, i);
            return FORM_STAYS;
        }
        if (text_blank(line->edit.text) && form_needed(form, line)) {
            form_go(form, i);
            form_say(form, "%s: this is needed before it can be saved", line->label);
            return FORM_STAYS;
        }
    }
    form->message[0] = '\0';
    return FORM_SAVE;
}

static enum form_result enter(struct form *form) {
    bool several = form_active(form)->field->type == FIELD_REFS;
    bool taken = form_take_chosen(form);
    if ((taken && several) || !form_settle(form, form_active(form)))
        return FORM_STAYS;
    if (form->place + 1 == form_first(form) || form->place + 1 == form->count)
        return save(form);
    form_go(form, form->place + 1);
    return FORM_STAYS;
}

static void tab(struct form *form) {
    form_take_chosen(form);
    if (form_settle(form, form_active(form)))
        form_go(form, form->place + 1 < form->count ? form->place + 1 : 0);
}

/* Leaves a field that may not be understood yet: the message says so, the text stays. */
static void move(struct form *form, size_t place) {
    if (place >= form->count || place == form->place)
        return;
    form_settle(form, form_active(form));
    form_go(form, place);
}

void form_point(struct form *form, size_t place, struct stamp now) {
    form->today = stamp_day(now);
    form->asking = false;
    form->message[0] = '\0';
    move(form, place);
}

static enum form_result leave(struct form *form) {
    if (form->listed || form->chosen >= 0) {
        form->listed = false;
        form->chosen = -1;
        return FORM_STAYS;
    }
    if (!form_touched(form))
        return FORM_LEAVE;
    form->asking = true;
    form_say(form, "Esc again throws away what is typed here; any other key goes on");
    return FORM_STAYS;
}

static enum form_result other_key(struct form *form, key k) {
    if (k == KEY_CONTROL('e') && form_way(form_active(form)->field) == WAY_TEXT) {
        form->editor_place = form->place;
        return FORM_EDITOR;
    }
    if (form_field_key(form, k))
        return FORM_STAYS;
    if (k == KEY_UP_ARROW || k == KEY_BACKTAB)
        move(form, form->place - 1);
    else if (k == KEY_DOWN_ARROW)
        move(form, form->place + 1);
    else if (k == KEY_PAGE_UP)
        move(form, 0);
    else if (k == KEY_PAGE_DOWN)
        move(form, form->count - 1);
    return FORM_STAYS;
}

enum form_result form_key(struct form *form, key k, struct stamp now) {
    bool asked = form->asking;
    form->today = stamp_day(now);
    form->asking = false;
    form->message[0] = '\0';
    switch (k) {
    case KEY_ESCAPE:
    case KEY_CONTROL('c'):
        return asked ? FORM_LEAVE : leave(form);
    case KEY_RETURN:
        return enter(form);
    case KEY_TAB:
        tab(form);
        return FORM_STAYS;
    case KEY_CONTROL('s'):
        form_take_chosen(form);
        return save(form);
    default:
        return other_key(form, k);
    }
}

void form_refuse(struct form *form, const char *name, const char *sentence) {
    const struct form_line *line = line_of(form, name);
    if (line != NULL)
        form_go(form, (size_t)(line - form->lines));
    form_say(form, "%s", sentence);
}

/* --- text from elsewhere --- */

void form_paste(struct form *form, const char *text, struct stamp now) {
    struct form_line *line = form_active(form);
    form->today = stamp_day(now);
    form->asking = false;
    form->message[0] = '\0';
    form->chosen = -1;
    if (form_way(line->field) == WAY_CHOICE) {
        int value = value_choice(line->field, text);
        size_t count;
        if (value > 0)
            edit_set(&line->edit, value_choices(line->field, &count)[value - 1]);
        else
            form_say(form, "What was pasted is none of the choices");
    } else if (edit_insert(&line->edit, text, strlen(text)) == EDIT_FULL) {
        form_say(form, "Not pasted: a text holds at most 64 KiB");
    }
}

const char *form_editor_text(const struct form *form) {
    return form->lines[form->editor_place].edit.text;
}

void form_edited(struct form *form, const char *text) {
    struct form_line *line = &form->lines[form->editor_place];
    form->message[0] = '\0';
    size_t length = strlen(text);
    while (length > 0 && (text[length - 1] == '\n' || text[length - 1] == '\r'))
        length--;
    char *trimmed = arena_copy(form->arena, text, length);
    const char *before = arena_text(form->arena, line->edit.text);
    if (!edit_set(&line->edit, trimmed))
        form_say(form, "A text holds at most 64 KiB: what was beyond it is left out");
    if (text_blank(trimmed) && !text_blank(before)) {
        line->edit.cut = before;
        form_say(form, "The editor left no words; Ctrl-Y puts back what stood here");
    }
}
