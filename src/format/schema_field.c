/* Fields as JSON Schema. A value is described as an editor's reader of YAML (1.2, core) hands it over: 25 is a number
 * there, true a boolean, and `~` or nothing is null. */
#include <string.h>

#include "candour/core/need.h"
#include "candour/format/load.h"
#include "schema_parts.h"

static const char line_pattern[] = "^[^\\u0000\\r\\n]*$";
static const char line_said_pattern[] = "^[ \\t\\v\\f]*[^\\u0000 \\t\\r\\n\\v\\f][^\\u0000\\r\\n]*$";
static const char text_pattern[] = "^[^\\u0000]*$";
static const char text_said_pattern[] = "^[ \\t\\r\\n\\v\\f]*[^\\u0000 \\t\\r\\n\\v\\f][^\\u0000]*$";
static const char own_key[] = "^x-[^\\u0000]{0,126}$";

/* No code of at most 16 characters is a figure beyond these. */
static const int64_t figure_most = 9999999999999999, figure_least = -999999999999999;

/* What a value may be, as a reader of YAML sees it. */
enum json_type {
    A_STRING = 1,
    AN_INTEGER = 2,
    A_NUMBER = 4,
    A_BOOLEAN = 8,
    AN_ARRAY = 16,
    AN_OBJECT = 32,
    A_NULL = 64
};

static void types(struct schema *schema, unsigned set) {
    static const char *const words[] = {"string", "integer", "number", "boolean", "array", "object", "null"};
    bool several = (set & (set - 1)) != 0;
    if (several)
        json_array(&schema->json, "type");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (set >> i & 1)
            json_text(&schema->json, several ? NULL : "type", words[i]);
    if (several)
        json_end(&schema->json);
}

void schema_ref(struct schema *schema, const char *key, const char *kind, const char *name) {
    json_object(&schema->json, key);
    json_text(&schema->json, "$ref", arena_format(schema->arena, "#/$defs/%s%s", kind, schema_name(schema, name)));
}

const char *schema_name(struct schema *schema, const char *name) {
    char *copy = arena_copy(schema->arena, name, strlen(name));
    for (char *c = copy; *c; c++)
        if (*c == ' ')
            *c = '-';
    return copy;
}

/* --- definitions that fields share --- */

static void text_type(struct schema *schema, const char *name, const char *pattern, unsigned more) {
    json_object(&schema->json, name);
    types(schema, A_STRING | A_NUMBER | A_BOOLEAN | more);
    json_text(&schema->json, "pattern", pattern);
    json_integer(&schema->json, "maxLength", LOAD_TEXT_MOST);
    json_end(&schema->json);
}

static void form_type(struct schema *schema, const char *name, const char *pattern) {
    for (int optional = 0; optional < 2; optional++) {
        json_object(&schema->json, optional ? arena_format(schema->arena, "optional-%s", name) : name);
        types(schema, A_STRING | (optional ? A_NULL : 0));
        json_text(&schema->json, "pattern", pattern);
        json_end(&schema->json);
    }
}

static void own_type(struct schema *schema) {
    struct json *json = &schema->json;
    json_object(json, "own");
    json_text(json, "title", "Your own");
    json_text(json, "description", "Whatever it is, it is carried through unchanged.");
    types(schema, A_STRING | A_NUMBER | A_BOOLEAN | AN_ARRAY | AN_OBJECT | A_NULL);
    json_text(json, "pattern", text_pattern);
    json_integer(json, "maxLength", LOAD_TEXT_MOST);
    schema_ref(schema, "items", "", "own");
    json_end(json);
    json_integer(json, "maxItems", LOAD_LIST_MOST);
    json_object(json, "propertyNames");
    json_text(json, "pattern", "^[^\\u0000]{0,128}$");
    json_end(json);
    schema_ref(schema, "additionalProperties", "", "own");
    json_end(json);
    json_integer(json, "maxProperties", LOAD_LIST_MOST);
    json_end(json);
}

void schema_types(struct schema *schema) {
    text_type(schema, "line", line_said_pattern, 0);
    text_type(schema, "optional-line", line_pattern, A_NULL);
    text_type(schema, "listed-line", line_pattern, 0);
    text_type(schema, "text", text_said_pattern, 0);
    text_type(schema, "optional-text", text_pattern, A_NULL);
    form_type(schema, "date", pattern_date(schema->arena));
    form_type(schema, "time", pattern_time(schema->arena));
    form_type(schema, "stamp", pattern_stamp(schema->arena));
    own_type(schema);
}

/* --- one field --- */

struct standing {
    enum schema_place place;
    bool optional; /* null is not given */
};

static unsigned or_null(struct standing at) {
    return at.optional ? A_NULL : 0;
}

static void refers(struct schema *schema, struct standing at, const char *name) {
    const char *kind = at.optional ? "optional-" : "";
    json_text(&schema->json, "$ref", arena_format(schema->arena, "#/$defs/%s%s", kind, name));
}

static void code(struct schema *schema, const char *pattern, uint32_t names, unsigned more) {
    bool figures = (names & ~(uint32_t)(REF_RECORD | REF_PROPOSAL | REF_NONE)) != 0 || names == 0;
    types(schema, A_STRING | (figures ? AN_INTEGER | A_BOOLEAN : 0) | more);
    json_text(&schema->json, "pattern", pattern);
    if (figures) {
        json_integer(&schema->json, "minimum", figure_least);
        json_integer(&schema->json, "maximum", figure_most);
    }
}

static void choice(struct schema *schema, const struct field *field, struct standing at) {
    json_array(&schema->json, "enum");
    for (size_t i = 0; i < field->choices->count; i++)
        json_text(&schema->json, NULL, field->choices->words[i]);
    if (field->type == FIELD_YES_NO) {
        json_bool(&schema->json, NULL, true);
        json_bool(&schema->json, NULL, false);
        json_text(&schema->json, NULL, "true");
        json_text(&schema->json, NULL, "false");
    }
    if (at.optional)
        json_null(&schema->json, NULL);
    json_end(&schema->json);
}

static void figure(struct schema *schema, const struct field *field, struct standing at) {
    struct json *json = &schema->json;
    bool minutes = field->type == FIELD_MINUTES;
    types(schema, A_STRING | AN_INTEGER | or_null(at));
    json_integer(json, "minimum", field->least);
    json_integer(json, "maximum", field_most(field));
    if ((field->flags & FIELD_NOT_ZERO) != 0) {
        json_object(json, "not");
        json_integer(json, "const", 0);
        json_end(json);
    }
    json_text(json, "pattern", minutes ? pattern_minutes(schema->arena, field) : pattern_count(schema->arena, field));
}

/* A list whose entries come next, between this and json_end. */
static void list_of(struct schema *schema, const struct field *field, struct standing at) {
    bool none = field->type == FIELD_REFS && (field->refs & REF_NONE) != 0;
    types(schema, AN_ARRAY | (none ? A_STRING : 0) | or_null(at));
    if (none)
        json_text(&schema->json, "pattern", "^none$");
    if (!at.optional)
        json_integer(&schema->json, "minItems", 1);
    json_integer(&schema->json, "maxItems", LOAD_LIST_MOST);
}

/* In the folder of the file, or below it, as far as that can be said: not which way `..` leads further on. */
static void path_type(struct schema *schema) {
    json_object(&schema->json, "items");
    types(schema, A_STRING | A_NUMBER | A_BOOLEAN);
    json_text(&schema->json, "pattern", "^(?!/|(?:\\.?/)*\\.\\.(?:/|$))(?:[^\\u0000\\n])+$");
    json_integer(&schema->json, "maxLength", LOAD_TEXT_MOST);
    json_end(&schema->json);
}

static void list(struct schema *schema, const struct field *field, struct standing at) {
    list_of(schema, field, at);
    if (field->type == FIELD_PATHS) {
        path_type(schema);
        return;
    }
    if (field->type == FIELD_REFS) {
        json_object(&schema->json, "items");
        code(schema, pattern_ref(schema->arena, field->refs, false), field->refs, 0);
    } else if (field->type == FIELD_MAPS) {
        schema_ref(schema, "items", "", field->shape->name);
    } else {
        schema_ref(schema, "items", "", field->type == FIELD_DATES ? "date" : "listed-line");
    }
    json_end(&schema->json);
}

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
        types(schema, AN_OBJECT);
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
