#include "candour/format/json_fields.h"

#include "candour/base/arena.h"

void json_day(struct json *json, const char *key, day d) {
    char text[DAY_SIZE];
    json_text(json, key, d == 0 ? NULL : day_write(d, text));
}

void json_stamp(struct json *json, const char *key, struct stamp stamp) {
    char text[STAMP_SIZE];
    json_text(json, key, stamp.at == 0 ? NULL : stamp_write(stamp, text));
}

void json_choice(struct json *json, const char *key, const struct choices *choices, int value) {
    json_text(json, key, value == 0 ? NULL : choice_word(choices, value));
}

void json_texts(struct json *json, const char *key, const struct texts *texts) {
    json_array(json, key);
    for (size_t i = 0; i < texts->count; i++) {
        json_text(json, NULL, texts->items[i]);
    }
    json_end(json);
}

static void number(struct json *json, const struct field *field, const struct number *number) {
    if (!number->given) {
        json_null(json, field->key);
    } else if (field->type == FIELD_TIME) {
        struct buffer time = {0};
        buffer_format(&time, "%02d:%02d", (int)number->value / 60, (int)number->value % 60);
        json_text(json, field->key, time.bytes);
        buffer_free(&time);
    } else {
        json_integer(json, field->key, number->value);
    }
}

static void dates(struct json *json, const char *key, const struct days *days) {
    json_array(json, key);
    for (size_t i = 0; i < days->count; i++) {
        json_day(json, NULL, days->items[i]);
    }
    json_end(json);
}

static void map(struct json *json, const struct field *field, const void *record) {
    if (record == NULL) {
        json_null(json, field->key);
        return;
    }
    json_object(json, field->key);
    json_fields(json, field->shape, record);
    json_end(json);
}

static void maps(struct json *json, const struct field *field, const struct list *list) {
    json_array(json, field->key);
    for (size_t i = 0; i < list->count; i++) {
        json_object(json, NULL);
        json_fields(json, field->shape, (const char *)list->items + i * field->shape->size);
        json_end(json);
    }
    json_end(json);
}

void json_field(struct json *json, const struct field *field, const void *record) {
    const void *kept = field_of(field, record);
    switch (field->type) {
    case FIELD_LINE:
    case FIELD_TEXT:
    case FIELD_ID:
    case FIELD_REF:
        json_text(json, field->key, *(const char *const *)kept);
        break;
    case FIELD_REFS:
    case FIELD_LINES:
    case FIELD_PATHS:
        json_texts(json, field->key, kept);
        break;
    case FIELD_DATE:
        json_day(json, field->key, *(const day *)kept);
        break;
    case FIELD_DATES:
        dates(json, field->key, kept);
        break;
    case FIELD_TIME:
    case FIELD_MINUTES:
    case FIELD_COUNT:
        number(json, field, kept);
        break;
    case FIELD_STAMP:
        json_stamp(json, field->key, *(const struct stamp *)kept);
        break;
    case FIELD_CHOICE:
        json_choice(json, field->key, field->choices, *(const int *)kept);
        break;
    case FIELD_YES_NO:
        field_given(field, record) ? json_bool(json, field->key, *(const int *)kept == 1) : json_null(json, field->key);
        break;
    case FIELD_MAP:
        map(json, field, *(const void *const *)kept);
        break;
    case FIELD_MAPS:
        maps(json, field, kept);
        break;
    case FIELD_SET: /* only an amendment has one, and it is said by what it changed */
        break;
    }
}

void json_fields(struct json *json, const struct shape *shape, const void *record) {
    for (size_t i = 0; i < shape->count; i++) {
        const struct field *field = &shape->fields[i];
        bool events = field->type == FIELD_MAPS && field->shape == NULL;
        if ((field->flags & FIELD_PRIVATE) == 0 && !events) {
            json_field(json, field, record);
        }
    }
}
