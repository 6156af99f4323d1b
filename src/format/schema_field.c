/* Fields as JSON Schema, from the tables. */
#include <string.h>

#include "candour/core/need.h"
#include "candour/format/load.h"
#include "schema_parts.h"

static const char own_key[] = "^x-[^\\u0000]{0,126}$";

/* No code of at most 16 characters is a figure beyond these. */
static const int64_t figure_most = 9999999999999999, figure_least = -999999999999999;

struct standing {
    enum schema_place place;
    bool optional; /* null is not given */
};

const char *schema_name(struct schema *schema, const char *name) {
    char *copy = arena_copy(schema->arena, name, strlen(name));
    for (char *c = copy; *c; c++)
        if (*c == ' ')
            *c = '-';
    return copy;
}

void schema_ref(struct schema *schema, const char *key, const char *kind, const char *name) {
    json_object(&schema->json, key);
    json_text(&schema->json, "$ref", arena_format(schema->arena, "#/$defs/%s%s", kind, schema_name(schema, name)));
}

/* --- single values --- */

static unsigned or_null(struct standing at) {
    return at.optional ? A_NULL : 0;
}

static void refers(struct schema *schema, struct standing at, const char *name) {
    const char *kind = at.optional ? "optional-" : "";
    json_text(&schema->json, "$ref", arena_format(schema->arena, "#/$defs/%s%s", kind, name));
}

/* Codes of what the agenda lists may look like figures, or like `true`. */
static void code(struct schema *schema, struct pattern pattern, uint32_t names, unsigned silent) {
    bool figures = (names & ~(uint32_t)(REF_RECORD | REF_PROPOSAL | REF_NONE)) != 0 || names == 0;
    silent |= figures ? A_BOOLEAN : 0;
    schema_begin(schema, A_STRING | (figures ? AN_INTEGER : 0), silent);
    schema_pattern(schema, pattern);
    if (figures) {
        json_integer(&schema->json, "minimum", figure_least);
        json_integer(&schema->json, "maximum", figure_most);
    }
    schema_end(schema, silent);
}

static void choice(struct schema *schema, const struct field *field, struct standing at) {
    struct json *json = &schema->json;
    schema_begin(schema, 0, or_null(at));
    json_array(json, "enum");
    for (size_t i = 0; i < field->choices->count; i++)
        json_text(json, NULL, field->choices->words[i]);
    if (field->type == FIELD_YES_NO) {
        json_bool(json, NULL, true);
        json_bool(json, NULL, false);
        json_text(json, NULL, "true");
        json_text(json, NULL, "false");
    }
    json_end(json);
    schema_end(schema, or_null(at));
}

static void figure(struct schema *schema, const struct field *field, struct standing at) {
    struct json *json = &schema->json;
    bool minutes = field->type == FIELD_MINUTES;
    schema_begin(schema, A_STRING | AN_INTEGER, or_null(at));
    json_integer(json, "minimum", field->least);
    json_integer(json, "maximum", field_most(field));
    if ((field->flags & FIELD_NOT_ZERO) != 0) {
        json_object(json, "not");
        json_integer(json, "const", 0);
        json_end(json);
    }
    schema_pattern(schema, minutes ? pattern_minutes(schema->arena, field) : pattern_count(schema->arena, field));
    schema_end(schema, or_null(at));
}

/* --- lists --- */

/* In the folder of the file, or below it, as far as that can be said: not which way `..` leads further on. */
static void path_type(struct schema *schema) {
    json_object(&schema->json, "items");
    schema_begin(schema, A_STRING, A_NUMBER | A_BOOLEAN);
    json_text(&schema->json, "pattern", "^(?!/|(?:\\.?/)*\\.\\.(?:/|$))[^\\u0000\\n]+$");
    json_integer(&schema->json, "maxLength", LOAD_TEXT_MOST);
    schema_end(schema, A_NUMBER | A_BOOLEAN);
    json_end(&schema->json);
}

static void entries(struct schema *schema, const struct field *field) {
    if (field->type == FIELD_PATHS) {
        path_type(schema);
    } else if (field->type == FIELD_REFS) {
        json_object(&schema->json, "items");
        code(schema, pattern_ref(schema->arena, field->refs, false), field->refs, 0);
        json_end(&schema->json);
    } else {
        const char *name = field->type == FIELD_DATES ? "date" : "listed-line";
        schema_ref(schema, "items", "", field->type == FIELD_MAPS ? field->shape->name : name);
        json_end(&schema->json);
    }
}

/* Null is named beside the list: in a choice of the two an editor would not say what is wrong inside the list. */
static void list(struct schema *schema, const struct field *field, struct standing at) {
    bool none = field->type == FIELD_REFS && (field->refs & REF_NONE) != 0;
    schema_begin(schema, AN_ARRAY | (none ? A_STRING : 0) | or_null(at), 0);
    if (none)
        json_text(&schema->json, "pattern", "^none$");
    if (!at.optional)
        json_integer(&schema->json, "minItems", 1);
    json_integer(&schema->json, "maxItems", LOAD_LIST_MOST);
    entries(schema, field);
}

/* --- one field --- */

static void value(struct schema *schema, const struct field *field, struct standing at) {
    struct arena *arena = schema->arena;
    switch (field->type) {
    case FIELD_LINE:
        refers(schema, at, "line");
        break;
    case FIELD_TEXT:
        refers(schema, at, "text");
        break;
    case FIELD_DATE:
        refers(schema, at, "date");
        break;
    case FIELD_TIME:
        refers(schema, at, "time");
        break;
    case FIELD_STAMP:
        refers(schema, at, "stamp");
        break;
    case FIELD_ID:
        code(schema, pattern_id(arena, field->refs), field->refs, or_null(at));
        break;
    case FIELD_REF:
        code(schema, pattern_ref(arena, field->refs, at.optional && at.place != IN_AGENDA), field->refs, or_null(at));
        break;
    case FIELD_MINUTES:
    case FIELD_COUNT:
        figure(schema, field, at);
        break;
    case FIELD_CHOICE:
    case FIELD_YES_NO:
        choice(schema, field, at);
        break;
    case FIELD_MAP:
        json_text(&schema->json, "$ref", arena_format(arena, "#/$defs/%s", schema_name(schema, field->shape->name)));
        break;
    case FIELD_SET:
        schema_begin(schema, AN_OBJECT, 0);
        json_integer(&schema->json, "minProperties", 1);
        break;
    case FIELD_REFS:
    case FIELD_LINES:
    case FIELD_PATHS:
    case FIELD_DATES:
    case FIELD_MAPS:
        list(schema, field, at);
        break;
    }
}

/* --- what is said of it --- */

static bool is_figure(const char *text) {
    return text[0] != '\0' && text[strspn(text, "0123456789")] == '\0' && strlen(text) < 10;
}

static int64_t figure_of(const char *text) {
    int64_t figure = 0;
    for (; *text; text++)
        figure = figure * 10 + (*text - '0');
    return figure;
}

/* The table's example as a value; of a list the entries are parted by commas. */
static void example(struct schema *schema, const struct field *field) {
    struct json *json = &schema->json;
    bool ids = field->type == FIELD_REFS || field->type == FIELD_DATES;
    bool lines = field->type == FIELD_LINES || field->type == FIELD_PATHS;
    bool number = field->type == FIELD_MINUTES || field->type == FIELD_COUNT;
    if (field->type == FIELD_MAP || field->type == FIELD_MAPS || field->type == FIELD_SET)
        return; /* the table shows how such a group begins, which is no value of it */
    json_array(json, "examples");
    if (ids || lines)
        json_array(json, NULL);
    for (const char *at = field->example; *at;) {
        const char *comma = ids ? strstr(at, ", ") : NULL;
        size_t length = comma ? (size_t)(comma - at) : strlen(at);
        const char *text = arena_copy(schema->arena, at, length);
        if (number && is_figure(text))
            json_integer(json, NULL, figure_of(text));
        else
            json_text(json, NULL, text);
        at += length + (comma ? strlen(", ") : 0);
    }
    if (ids || lines)
        json_end(json);
    json_end(json);
}

void schema_field(struct schema *schema, const struct field *field, enum schema_place place) {
    json_object(&schema->json, field->key);
    json_text(&schema->json, "title", field->label);
    json_text(&schema->json, "description", field->help);
    value(schema, field, (struct standing){.place = place, .optional = (field->flags & FIELD_REQUIRED) == 0});
    example(schema, field);
    json_end(&schema->json);
}

void schema_given(struct schema *schema, const struct field *field) {
    json_object(&schema->json, field->key);
    value(schema, field, (struct standing){.place = IN_EVENT, .optional = false});
    json_end(&schema->json);
}

void schema_keys(struct schema *schema) {
    struct json *json = &schema->json;
    json_object(json, "patternProperties");
    schema_ref(schema, own_key, "", "own");
    json_end(json);
    json_end(json);
    json_bool(json, "additionalProperties", false);
    json_integer(json, "maxProperties", LOAD_LIST_MOST);
}
