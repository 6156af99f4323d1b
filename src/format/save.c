#include "candour/format/save.h"

#include <stdio.h>
#include <string.h>

#include "candour/format/emit.h"

/* Column INDENT is where the keys of the mapping stand that is being written. FIRST: the line of its first key has been
 * begun, with the '-' of its entry. */
struct place {
    struct buffer *out;
    int indent;
    bool first;
};

static void write_fields(const struct shape *shape, const void *record, struct place *place);

static void begin_line(struct place *place) {
    if (!place->first)
        emit_blanks(place->indent, place->out);
    place->first = false;
}

static void begin_key(struct place *place, const char *key) {
    begin_line(place);
    buffer_text(place->out, key);
    buffer_char(place->out, ':');
}

static void write_text(struct place *place, const char *text, bool block) {
    buffer_char(place->out, ' ');
    emit_scalar(text, block, place->indent, place->out);
    buffer_char(place->out, '\n');
}

static void write_texts(struct place *place, const struct field *field, const struct texts *texts) {
    if ((field->refs & REF_NONE) != 0 && texts->count == 1 && strcmp(texts->items[0], "none") == 0) {
        buffer_text(place->out, " none\n");
        return;
    }
    buffer_char(place->out, '\n');
    for (size_t i = 0; i < texts->count; i++) {
        emit_blanks(place->indent, place->out);
        buffer_char(place->out, '-');
        write_text(place, texts->items[i], false);
    }
}

static void write_days(struct place *place, const struct days *days) {
    char text[DAY_SIZE];
    buffer_char(place->out, '\n');
    for (size_t i = 0; i < days->count; i++) {
        emit_blanks(place->indent, place->out);
        buffer_format(place->out, "- %s\n", day_write(days->items[i], text));
    }
}

static void write_list(struct place *place, const struct shape *shape, const struct list *list) {
    buffer_char(place->out, '\n');
    for (size_t i = 0; i < list->count; i++) {
        struct place entry = {.out = place->out, .indent = place->indent + 2, .first = true};
        emit_blanks(place->indent, place->out);
        buffer_text(place->out, "- ");
        write_fields(shape, (const char *)list->items + i * shape->size, &entry);
        if (entry.first)
            buffer_text(place->out, "{}\n");
    }
}

/* Nothing of an inner mapping given: it is not given. */
static bool is_bare(const struct shape *shape, const void *record) {
    const struct extra *const *own = record;
    for (size_t i = 0; i < shape->count; i++)
        if (field_given(&shape->fields[i], record))
            return false;
    return *own == NULL;
}

static void write_value(struct place *place, const struct field *field, const void *record);

static void write_set(struct place *place, const struct amendment *set) {
    struct place inner = {.out = place->out, .indent = place->indent + 2};
    const struct extra *const *own = set->set;
    buffer_text(place->out, "\n");
    for (size_t i = 0; i < set->of->count; i++) {
        const struct field *field = &set->of->fields[i];
        if ((set->mask >> i & 1) == 0)
            continue;
        begin_key(&inner, field->key);
        if (field_given(field, set->set))
            write_value(&inner, field, set->set);
        else
            buffer_text(place->out, " ~\n");
    }
    for (const struct extra *extra = *own; extra != NULL; extra = extra->next)
        emit_own(extra->value, inner.indent, false, place->out);
}

static void write_number(struct place *place, const struct field *field, int32_t value) {
    if (field->type == FIELD_TIME)
        buffer_format(place->out, " \"%02d:%02d\"\n", (int)(value / 60), (int)(value % 60));
    else
        buffer_format(place->out, " %d\n", (int)value);
}

/* What stands behind the key, line end included. */
static void write_value(struct place *place, const struct field *field, const void *record) {
    const void *kept = field_of(field, record);
    char text[STAMP_SIZE];
    switch (field->type) {
    case FIELD_LINE:
    case FIELD_TEXT:
    case FIELD_ID:
    case FIELD_REF:
        write_text(place, *(const char *const *)kept, field->type == FIELD_TEXT);
        break;
    case FIELD_REFS:
    case FIELD_LINES:
    case FIELD_PATHS:
        write_texts(place, field, kept);
        break;
    case FIELD_DATE:
        buffer_format(place->out, " %s\n", day_write(*(const day *)kept, text));
        break;
    case FIELD_DATES:
        write_days(place, kept);
        break;
    case FIELD_TIME:
    case FIELD_MINUTES:
    case FIELD_COUNT:
        write_number(place, field, ((const struct number *)kept)->value);
        break;
    case FIELD_STAMP:
        buffer_format(place->out, " %s\n", stamp_write(*(const struct stamp *)kept, text));
        break;
    case FIELD_CHOICE:
        write_text(place, choice_word(field->choices, *(const int *)kept), false);
        break;
    case FIELD_YES_NO:
        buffer_text(place->out, *(const int *)kept == 1 ? " true\n" : " false\n");
        break;
    case FIELD_MAP: {
        struct place inner = {.out = place->out, .indent = place->indent + 2};
        const void *map = NULL;
        memcpy(&map, kept, sizeof map);
        buffer_char(place->out, '\n');
        write_fields(field->shape, map, &inner);
        break;
    }
    case FIELD_MAPS:
        write_list(place, field->shape, kept);
        break;
    case FIELD_SET:
        write_set(place, kept);
        break;
    }
}

static void write_field(struct place *place, const struct field *field, const void *record) {
    if (!field_given(field, record))
        return;
    if (field->type == FIELD_MAP) {
        const void *map = NULL;
        memcpy(&map, field_of(field, record), sizeof map);
        if (is_bare(field->shape, map))
            return;
    }
    begin_key(place, field->key);
    write_value(place, field, record);
}

static void write_own(struct place *place, const struct extra *own) {
    for (; own != NULL; own = own->next) {
        emit_own(own->value, place->indent, place->first, place->out);
        place->first = false;
    }
}

static void write_fields(const struct shape *shape, const void *record, struct place *place) {
    const struct extra *const *own = record;
    for (size_t i = 0; i < shape->count; i++)
        write_field(place, &shape->fields[i], record);
    write_own(place, *own);
}

/* --- documents --- */

static bool is_section(const char *key) {
    return strcmp(key, "candour") != 0 && strcmp(key, "include") != 0 && strcmp(key, "outcome") != 0 &&
           strcmp(key, "events") != 0;
}

void save_agenda(const struct agenda *agenda, struct buffer *out) {
    struct place place = {.out = out};
    buffer_text(out, "candour: 1\n");
    for (size_t i = 0; i < SHAPE_FILE.count; i++)
        if (is_section(SHAPE_FILE.fields[i].key))
            write_field(&place, &SHAPE_FILE.fields[i], agenda);
    write_own(&place, agenda->extras);
}

void save_opening(const struct agenda *agenda, struct buffer *out) {
    save_agenda(agenda, out);
    buffer_text(out, "events:\n#\n");
}

void save_event(const struct event *event, struct buffer *out) {
    char text[STAMP_SIZE];
    const struct event_kind *kind = &event_kinds[event->what];
    struct place place = {.out = out, .indent = 2};
    buffer_format(out, "- at: %s\n  do: %s\n", stamp_write(event->at, text), kind->word);
    write_fields(kind->shape, event->body, &place);
    buffer_text(out, "#\n");
}

void save_session(const struct meeting *meeting, struct buffer *out) {
    save_opening(meeting->agenda, out);
    for (size_t i = 0; i < meeting->event_count; i++)
        save_event(&meeting->events[i], out);
}

void save_outcome_section(const struct outcome *outcome, struct buffer *out) {
    struct place place = {.out = out, .indent = 2};
    buffer_text(out, "outcome:\n");
    write_fields(&SHAPE_OUTCOME, outcome, &place);
}
