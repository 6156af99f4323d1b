/* What fields of one mapping ask of each other, as JSON Schema (core/need.h). */
#include "candour/core/id.h"
#include "candour/core/need.h"
#include "schema_parts.h"

static void required(struct schema *schema, const char *key) {
    json_array(&schema->json, "required");
    json_text(&schema->json, NULL, key);
    json_end(&schema->json);
}

/* The words of a choice that are among WORDS. */
static void is_one_of(struct schema *schema, const struct field *field, uint32_t words) {
    struct json *json = &schema->json;
    json_object(json, "properties");
    json_object(json, field->key);
    json_array(json, "enum");
    for (size_t i = 0; i < field->choices->count; i++)
        if (words >> (i + 1) & 1)
            json_text(json, NULL, field->choices->words[i]);
    json_end(json);
    json_end(json);
    json_end(json);
    required(schema, field->key);
}

/* KEY is there and says something. In a `set` it may be left out: the record may have it already. */
static void given(struct schema *schema, const struct shape *shape, const char *key, enum schema_place place) {
    json_object(&schema->json, "properties");
    schema_given(schema, shape_field(shape, key));
    json_end(&schema->json);
    if (place != IN_SET)
        required(schema, key);
}

static void when(struct schema *schema, const struct need *need, enum schema_place place) {
    struct json *json = &schema->json;
    json_object(json, "if");
    is_one_of(schema, shape_field(need->shape, need->asks), need->words);
    json_end(json);
    json_object(json, "then");
    given(schema, need->shape, need->key, place);
    json_end(json);
}

static void either(struct schema *schema, const struct need *need, enum schema_place place) {
    struct json *json = &schema->json;
    const char *const keys[] = {need->key, need->other};
    json_array(json, need->kind == NEED_ONE ? "oneOf" : "anyOf");
    for (size_t i = 0; i < 2; i++) {
        json_object(json, NULL);
        given(schema, need->shape, keys[i], place);
        json_end(json);
    }
    json_end(json);
}

static void naming(struct schema *schema, const struct need *need) {
    struct json *json = &schema->json;
    json_object(json, "if");
    is_one_of(schema, shape_field(need->shape, need->asks), ~UINT32_C(0));
    json_end(json);
    json_object(json, "then");
    json_object(json, "properties");
    json_object(json, need->key);
    json_text(json, "type", "string");
    schema_pattern(schema, pattern_ref(schema->arena, need->refs, false));
    json_end(json);
    json_end(json);
    json_end(json);
}

void schema_needs(struct schema *schema, const struct shape *shape, enum schema_place place) {
    for (const struct need *need = need_of(shape, NULL); need; need = need_of(shape, need)) {
        json_object(&schema->json, NULL);
        if (need->kind == NEED_WHEN)
            when(schema, need, place);
        else if (need->kind == NEED_NAMES)
            naming(schema, need);
        else
            either(schema, need, place);
        json_end(&schema->json);
    }
}
