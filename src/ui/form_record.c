/* What a form gives back: the record, what changed, the draft. */
#include <string.h>

#include "form_inside.h"

enum { SAID_SIZE = 200 };

static bool untouched(const struct form_line *line) {
    return strcmp(line->edit.text, line->opened) == 0;
}

void *form_record(const struct form *form, struct arena *arena) {
    const struct shape *shape = form->spec->shape;
    void *record = arena_alloc(arena, shape->size);
    memcpy(record, form->values, shape->size);
    for (size_t i = 0; i < shape->count; i++)
        value_copy(&shape->fields[i], record, form->values, arena);
    for (size_t i = 0; i < form->count; i++) {
        const struct form_line *line = &form->lines[i];
        char said[SAID_SIZE];
        if (untouched(line))
            continue;
        field_clear(line->field, record);
        form_line_read(form, line, arena, record, said, sizeof said);
    }
    return record;
}

uint64_t form_changed(const struct form *form) {
    const struct shape *shape = form->spec->shape;
    struct arena *scratch = arena_new();
    const void *record = form_record(form, scratch);
    uint64_t mask = 0;
    for (size_t i = 0; i < form->count; i++) {
        const struct field *field = form->lines[i].field;
        if (!untouched(&form->lines[i]) && !field_equal(field, record, form->values))
            mask |= (uint64_t)1 << shape_place(shape, field);
    }
    arena_free(scratch);
    return mask;
}

/* Words that a new record begins with were typed on the `:` line, or said in another record: not to be lost either. */
static bool begun_with_words(const struct form *form, const struct form_line *line) {
    return !form->edit && line->field->type == FIELD_TEXT && line->opened[0] != '\0';
}

bool form_touched(const struct form *form) {
    for (size_t i = 0; i < form->count; i++)
        if (!untouched(&form->lines[i]) || begun_with_words(form, &form->lines[i]))
            return true;
    return false;
}

const struct form_spec *form_spec_of(const struct form *form) {
    return form->spec;
}

const char *form_id(const struct form *form) {
    return form->id;
}

bool form_is_edit(const struct form *form) {
    return form->edit;
}

const char *form_message(const struct form *form) {
    return form->message[0] != '\0' ? form->message : NULL;
}

bool form_asks(const struct form *form) {
    return form->asking;
}

struct draft form_draft(const struct form *form, struct arena *arena) {
    struct draft draft = {
        .act = arena_text(arena, form->spec->act),
        .id = arena_text(arena, form->id),
        .place = (uint32_t)form->place,
        .fields = arena_array(arena, form->count, sizeof *draft.fields),
        .count = form->count,
    };
    for (size_t i = 0; i < form->count; i++) {
        draft.fields[i].key = arena_text(arena, form->lines[i].field->key);
        draft.fields[i].text = arena_text(arena, form->lines[i].edit.text);
    }
    return draft;
}

void form_restore(struct form *form, const struct draft *draft) {
    for (size_t i = 0; i < draft->count; i++)
        for (size_t j = 0; j < form->count; j++)
            if (text_equal(form->lines[j].field->key, draft->fields[i].key))
                edit_set(&form->lines[j].edit, draft->fields[i].text != NULL ? draft->fields[i].text : "");
    form_go(form, draft->place);
}
