/* Reading and copying one field of a record, whatever its type. */
#include "candour/core/field.h"

#include <assert.h>
#include <string.h>

#include "candour/base/text.h"
#include "candour/core/event.h"

const struct field *shape_field(const struct shape *shape, const char *key) {
    for (size_t i = 0; i < shape->count; i++)
        if (shape->fields[i].key[0] == key[0] && strcmp(shape->fields[i].key, key) == 0)
            return &shape->fields[i];
    return NULL;
}

size_t shape_place(const struct shape *shape, const struct field *field) {
    assert(field >= shape->fields && field < shape->fields + shape->count);
    return (size_t)(field - shape->fields);
}

void *field_in(const struct field *field, void *record) {
    return (char *)record + field->offset;
}

const void *field_of(const struct field *field, const void *record) {
    return (const char *)record + field->offset;
}

/* A MAP is kept as a pointer to its own struct: read as bytes, since its type is not known here. */
static const void *map_at(const void *kept) {
    const void *map = NULL;
    memcpy(&map, kept, sizeof map);
    return map;
}

static size_t kept_size(enum field_type type) {
    switch (type) {
    case FIELD_LINE:
    case FIELD_TEXT:
    case FIELD_ID:
    case FIELD_REF:
        return sizeof(const char *);
    case FIELD_REFS:
    case FIELD_LINES:
    case FIELD_PATHS:
        return sizeof(struct texts);
    case FIELD_DATE:
        return sizeof(day);
    case FIELD_DATES:
        return sizeof(struct days);
    case FIELD_TIME:
    case FIELD_MINUTES:
    case FIELD_COUNT:
        return sizeof(struct number);
    case FIELD_STAMP:
        return sizeof(struct stamp);
    case FIELD_CHOICE:
    case FIELD_YES_NO:
        return sizeof(int);
    case FIELD_MAP:
        return sizeof(void *);
    case FIELD_MAPS:
        return sizeof(struct list);
    case FIELD_SET:
        break;
    }
    return sizeof(struct amendment);
}

bool field_given(const struct field *field, const void *record) {
    const void *kept = field_of(field, record);
    switch (field->type) {
    case FIELD_LINE:
    case FIELD_TEXT:
    case FIELD_ID:
    case FIELD_REF:
        return *(const char *const *)kept != NULL;
    case FIELD_REFS:
    case FIELD_LINES:
    case FIELD_PATHS:
        return ((const struct texts *)kept)->count > 0;
    case FIELD_DATE:
        return *(const day *)kept != 0;
    case FIELD_DATES:
        return ((const struct days *)kept)->count > 0;
    case FIELD_TIME:
    case FIELD_MINUTES:
    case FIELD_COUNT:
        return ((const struct number *)kept)->given;
    case FIELD_STAMP:
        return ((const struct stamp *)kept)->at != 0;
    case FIELD_CHOICE:
    case FIELD_YES_NO:
        return *(const int *)kept != 0;
    case FIELD_MAP:
        return map_at(kept) != NULL;
    case FIELD_MAPS:
        return ((const struct list *)kept)->count > 0;
    case FIELD_SET:
        break;
    }
    return ((const struct amendment *)kept)->mask != 0;
}

static bool texts_equal(const struct texts *a, const struct texts *b) {
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (!text_equal(a->items[i], b->items[i]))
            return false;
    return true;
}

static bool days_equal(const struct days *a, const struct days *b) {
    return a->count == b->count && (a->count == 0 || memcmp(a->items, b->items, a->count * sizeof *a->items) == 0);
}

bool shape_equal(const struct shape *shape, const void *a, const void *b) {
    for (size_t i = 0; i < shape->count; i++)
        if (!field_equal(&shape->fields[i], a, b))
            return false;
    return true;
}

static bool lists_equal(const struct shape *shape, const struct list *a, const struct list *b) {
    if (a->count != b->count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (!shape_equal(shape, (const char *)a->items + i * shape->size, (const char *)b->items + i * shape->size))
            return false;
    return true;
}

static bool sets_equal(const struct amendment *a, const struct amendment *b) {
    if (a->of != b->of || a->mask != b->mask)
        return false;
    return a->mask == 0 || shape_equal(a->of, a->set, b->set);
}

bool field_equal(const struct field *field, const void *a, const void *b) {
    const void *kept = field_of(field, a);
    const void *other = field_of(field, b);
    if (field_given(field, a) != field_given(field, b))
        return false;
    if (!field_given(field, a))
        return true;
    switch (field->type) {
    case FIELD_LINE:
    case FIELD_TEXT:
    case FIELD_ID:
    case FIELD_REF:
        return text_equal(*(const char *const *)kept, *(const char *const *)other);
    case FIELD_REFS:
    case FIELD_LINES:
    case FIELD_PATHS:
        return texts_equal(kept, other);
    case FIELD_DATE:
        return *(const day *)kept == *(const day *)other;
    case FIELD_DATES:
        return days_equal(kept, other);
    case FIELD_TIME:
    case FIELD_MINUTES:
    case FIELD_COUNT:
        return ((const struct number *)kept)->value == ((const struct number *)other)->value;
    case FIELD_STAMP:
        return ((const struct stamp *)kept)->at == ((const struct stamp *)other)->at &&
               ((const struct stamp *)kept)->offset == ((const struct stamp *)other)->offset;
    case FIELD_CHOICE:
    case FIELD_YES_NO:
        return *(const int *)kept == *(const int *)other;
    case FIELD_MAP:
        return shape_equal(field->shape, map_at(kept), map_at(other));
    case FIELD_MAPS:
        return lists_equal(field->shape, kept, other);
    case FIELD_SET:
        break;
    }
    return sets_equal(kept, other);
}

void field_copy(const struct field *field, void *to, const void *from) {
    memcpy(field_in(field, to), field_of(field, from), kept_size(field->type));
}

void field_clear(const struct field *field, void *record) {
    memset(field_in(field, record), 0, kept_size(field->type));
}

int32_t field_most(const struct field *field) {
    enum { COUNT_MOST = 100000 };
    return field->least == 0 && field->most == 0 ? COUNT_MOST : field->most;
}

bool field_in_range(const struct field *field, int32_t value) {
    return value >= field->least && value <= field_most(field);
}

const char *choice_word(const struct choices *choices, int value) {
    assert(value >= 0 && (size_t)value <= choices->count);
    return value == 0 ? "" : choices->words[value - 1];
}

int choice_read(const struct choices *choices, const char *word) {
    for (size_t i = 0; i < choices->count; i++)
        if (strcmp(choices->words[i], word) == 0)
            return (int)i + 1;
    return 0;
}

bool texts_have(const struct texts *texts, const char *text) {
    for (size_t i = 0; i < texts->count; i++)
        if (text_equal(texts->items[i], text))
            return true;
    return false;
}
