/* A field's value as the text a form shows, whatever its type. */
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/buffer.h"
#include "candour/core/event.h"
#include "candour/core/reading.h"

static void write_field(const struct field *field, const void *record, struct buffer *out);

/* A piece of a list of pieces; the first has no separator. */
static void write_piece(struct buffer *out, size_t place, const char *separator, const char *piece) {
    buffer_text(out, place > 0 ? separator : "");
    buffer_text(out, piece);
}

static void write_texts(const struct texts *texts, const char *separator, struct buffer *out) {
    for (size_t i = 0; i < texts->count; i++)
        write_piece(out, i, separator, texts->items[i]);
}

static void write_days(const struct days *days, struct buffer *out) {
    char text[DAY_SIZE];
    for (size_t i = 0; i < days->count; i++)
        write_piece(out, i, ", ", day_write(days->items[i], text));
}

static void write_number(const struct field *field, int32_t value, struct buffer *out) {
    if (field->type == FIELD_TIME)
        buffer_format(out, "%02d:%02d", (int)value / 60, (int)value % 60);
    else
        buffer_format(out, "%d", (int)value);
}

/* What FROM on was written, with two blanks after each line end: the line goes on. */
static void indent_from(struct buffer *out, size_t from) {
    struct buffer indented = {0};
    buffer_text(&indented, "");
    for (size_t i = from; i < out->length; i++) {
        buffer_char(&indented, out->bytes[i]);
        if (out->bytes[i] == '\n')
            buffer_text(&indented, "  ");
    }
    out->length = from;
    buffer_add(out, indented.bytes, indented.length);
    buffer_free(&indented);
}

/* Fields of MASK that are given (KEYS: as `key: text` lines), else their texts joined with a colon. */
static void write_record(const struct shape *shape, const void *record, uint64_t mask, bool keys, struct buffer *out) {
    size_t written = 0;
    for (size_t i = 0; i < shape->count; i++) {
        const struct field *field = &shape->fields[i];
        if (!(mask & (UINT64_C(1) << i)) || (!keys && !field_given(field, record)))
            continue;
        write_piece(out, written++, keys ? "\n" : ": ", keys ? field->key : "");
        buffer_text(out, keys ? ": " : "");
        size_t from = out->length;
        write_field(field, record, out);
        indent_from(out, from);
    }
}

static uint64_t given_mask(const struct shape *shape, const void *record) {
    uint64_t mask = 0;
    for (size_t i = 0; i < shape->count; i++)
        mask |= (uint64_t)field_given(&shape->fields[i], record) << i;
    return mask;
}

static void write_map(const struct shape *shape, const void *kept, struct buffer *out) {
    const void *map = NULL;
    memcpy(&map, kept, sizeof map);
    write_record(shape, map, given_mask(shape, map), true, out);
}

static void write_maps(const struct shape *shape, const struct list *list, struct buffer *out) {
    for (size_t i = 0; shape && i < list->count; i++) {
        write_piece(out, i, "\n", "");
        write_record(shape, (const char *)list->items + i * shape->size, UINT64_MAX, false, out);
    }
}

static void write_field(const struct field *field, const void *record, struct buffer *out) {
    const void *kept = field_of(field, record);
    char stamp[STAMP_SIZE];
    if (!field_given(field, record))
        return;
    switch (field->type) {
    case FIELD_LINE:
    case FIELD_TEXT:
    case FIELD_ID:
    case FIELD_REF:
        buffer_text(out, *(const char *const *)kept);
        return;
    case FIELD_REFS:
        write_texts(kept, ", ", out);
        return;
    case FIELD_LINES:
    case FIELD_PATHS:
        write_texts(kept, "\n", out);
        return;
    case FIELD_DATE:
        buffer_text(out, day_write(*(const day *)kept, stamp));
        return;
    case FIELD_DATES:
        write_days(kept, out);
        return;
    case FIELD_TIME:
    case FIELD_MINUTES:
    case FIELD_COUNT:
        write_number(field, ((const struct number *)kept)->value, out);
        return;
    case FIELD_STAMP:
        buffer_text(out, stamp_write(*(const struct stamp *)kept, stamp));
        return;
    case FIELD_CHOICE:
    case FIELD_YES_NO:
        buffer_text(out, choice_word(field->choices, *(const int *)kept));
        return;
    case FIELD_MAP:
        write_map(field->shape, kept, out);
        return;
    case FIELD_MAPS:
        write_maps(field->shape, kept, out);
        return;
    case FIELD_SET:
        break;
    }
    const struct amendment *amendment = kept;
    write_record(amendment->of, amendment->set, amendment->mask, true, out);
}

char *field_text(const struct field *field, const void *record, struct arena *arena) {
    struct buffer out = {0};
    write_field(field, record, &out);
    char *text = arena_copy(arena, out.length > 0 ? out.bytes : "", out.length);
    buffer_free(&out);
    return text;
}
