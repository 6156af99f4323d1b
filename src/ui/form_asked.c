/* A form asked field by field: what to say of a field, and a whole text for it at once. */
#include <string.h>

#include "form_inside.h"

size_t form_place(const struct form *form) {
    return form->place;
}

const char *form_about(const struct form *form) {
    return form->about;
}

bool form_last(const struct form *form) {
    return form->place + 1 == form->count;
}

bool form_ends_group(const struct form *form) {
    return form->place + 1 == form_first(form) || form_last(form);
}

static const char *choices_said(const struct field *field, struct arena *arena) {
    size_t count;
    const char *const *words = value_choices(field, &count);
    const char *text = NULL;
    for (size_t i = 0; i < count; i++)
        text = text == NULL ? words[i] : arena_format(arena, "%s, %s", text, words[i]);
    return text;
}

/* The last full stop goes: the sentence stands in brackets. */
static const char *unstopped(const char *sentence, struct arena *arena) {
    size_t length = sentence == NULL ? 0 : strlen(sentence);
    while (length > 0 && sentence[length - 1] == '.')
        length--;
    return length == 0 ? NULL : arena_copy(arena, sentence, length);
}

struct form_asked form_asked(const struct form *form, size_t place, struct arena *arena) {
    const struct form_line *line = &form->lines[place];
    enum form_way way = form_way(line->field);
    return (struct form_asked){.label = line->label,
                               .help = unstopped(line->field->help, arena),
                               .value = arena_text(arena, line->edit.text),
                               .choices = way == WAY_CHOICE ? choices_said(line->field, arena) : NULL,
                               .needed = form_needed(form, line),
                               .several = way == WAY_TEXT,
                               .codes = way == WAY_PICK};
}

/* The text as a value of its own; a beginning of a choice becomes the choice. */
static bool take_choice(struct form *form, struct form_line *line, const char *text) {
    struct arena *scratch = arena_new();
    int value = value_choice(line->field, text);
    size_t count;
    const char *const *words = value_choices(line->field, &count);
    if (value > 0)
        edit_set(&line->edit, words[value - 1]);
    else
        form_say(form, "%s: '%.60s' is none of %s", line->label, text, choices_said(line->field, scratch));
    arena_free(scratch);
    return value > 0;
}

static bool take_text(struct form *form, struct form_line *line, const char *text, char *said, size_t size) {
    struct arena *scratch = arena_new();
    const char *before = arena_text(scratch, line->edit.text);
    bool taken = edit_set(&line->edit, text);
    if (!taken) {
        form_say(form, "%s: not taken, a text holds at most 64 KiB", line->label);
    } else if (form_way(line->field) != WAY_TEXT) {
        void *record = arena_alloc(scratch, form->spec->shape->size);
        form_line_read(form, line, scratch, record, said, size);
        taken = form_settle(form, line);
    } else {
        taken = form_settle(form, line);
    }
    if (!taken)
        edit_set(&line->edit, before);
    arena_free(scratch);
    return taken;
}

bool form_answer(struct form *form, const char *text, struct stamp now, char *said, size_t size) {
    struct form_line *line = form_active(form);
    form->today = stamp_day(now);
    form->asking = false;
    form->message[0] = '\0';
    form->chosen = -1;
    form->listed = false;
    said[0] = '\0';
    return form_way(line->field) == WAY_CHOICE && !text_blank(text) ? take_choice(form, line, text)
                                                                    : take_text(form, line, text, said, size);
}

struct pickables form_candidates(const struct form *form, const char *typed, struct arena *arena) {
    const struct form_line *line = form_active(form);
    if (form_way(line->field) != WAY_PICK)
        return (struct pickables){.count = 0};
    struct pickables all = pickables_of(form->meeting, line->field, arena);
    return pickables_fit(&all, typed, arena);
}

bool form_go_to(struct form *form, const char *name) {
    for (size_t i = 0; i < form->count; i++) {
        const struct form_line *line = &form->lines[i];
        if (text_starts_nocase(line->label, name) || text_equal_nocase(line->field->key, name)) {
            form_go(form, i);
            return true;
        }
    }
    return false;
}
