/* What a value is, as an editor's reader of YAML (1.2, core schema) hands it over: 25 is a number there, true a
 * boolean, and `~` or nothing is null. Of these, an editor is to offer only what a person would write. */
#include <string.h>

#include "candour/format/load.h"
#include "schema_parts.h"

static const char line_form[] = "^[^\\u0000\\r\\n]*$";
static const char line_said[] = "^[ \\t\\v\\f]*[^\\u0000 \\t\\r\\n\\v\\f][^\\u0000\\r\\n]*$";
static const char text_form[] = "^[^\\u0000]*$";
static const char text_said[] = "^[ \\t\\r\\n\\v\\f]*[^\\u0000 \\t\\r\\n\\v\\f][^\\u0000]*$";

/* The types of SET as the value of `type`. */
static void types(struct schema *schema, unsigned set) {
    static const struct {
        const char *word;
        unsigned type;
    } words[] = {{"string", A_STRING}, {"integer", AN_INTEGER}, {"number", A_NUMBER}, {"boolean", A_BOOLEAN},
                 {"array", AN_ARRAY},  {"object", AN_OBJECT},   {"null", A_NULL}};
    bool several = (set & (set - 1)) != 0;
    if (several)
        json_array(&schema->json, "type");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if ((set & words[i].type) != 0)
            json_text(&schema->json, several ? NULL : "type", words[i].word);
    if (several)
        json_end(&schema->json);
}

static const char *silent_name(struct schema *schema, unsigned silent) {
    return arena_format(schema->arena, "or%s%s%s", (silent & A_NUMBER) != 0 ? "-number" : "",
                        (silent & A_BOOLEAN) != 0 ? "-boolean" : "", (silent & A_NULL) != 0 ? "-null" : "");
}

/* Said by what it is not, so that no editor offers it. */
static void silent_type(struct schema *schema, unsigned silent) {
    json_object(&schema->json, silent_name(schema, silent));
    json_object(&schema->json, "not");
    types(schema, (unsigned)ANYTHING & ~silent);
    json_end(&schema->json);
    json_end(&schema->json);
}

void schema_begin(struct schema *schema, unsigned set, unsigned silent) {
    if (silent != 0) {
        json_array(&schema->json, "anyOf");
        json_object(&schema->json, NULL);
    }
    if (set != 0)
        types(schema, set);
}

void schema_end(struct schema *schema, unsigned silent) {
    struct json *json = &schema->json;
    if (silent == 0)
        return;
    json_end(json);
    schema_ref(schema, NULL, "", silent_name(schema, silent));
    json_end(json);
    json_end(json);
}

void schema_pattern(struct schema *schema, struct pattern pattern) {
    struct json *json = &schema->json;
    json_text(json, "pattern", pattern.form);
    if (pattern.exact == NULL)
        return;
    json_object(json, "if");
    json_text(json, "pattern", pattern.form);
    json_end(json);
    json_object(json, "then");
    json_text(json, "pattern", pattern.exact);
    json_end(json);
}

/* --- definitions that fields share --- */

/* SAID: more than blanks, a pattern; NULL: blanks will do. */
static void text_type(struct schema *schema, const char *name, const char *form, const char *said, bool null) {
    struct json *json = &schema->json;
    unsigned silent = A_NUMBER | A_BOOLEAN | (null ? A_NULL : 0);
    json_object(json, name);
    schema_begin(schema, A_STRING, silent);
    json_integer(json, "maxLength", LOAD_TEXT_MOST);
    json_text(json, "pattern", form);
    if (said != NULL) {
        json_integer(json, "minLength", 1);
        json_object(json, "if");
        json_integer(json, "minLength", 1);
        json_text(json, "pattern", form);
        json_end(json);
        json_object(json, "then");
        json_text(json, "pattern", said);
        json_end(json);
    }
    schema_end(schema, silent);
    json_end(json);
}

static void form_type(struct schema *schema, const char *name, struct pattern pattern, unsigned silent) {
    json_object(&schema->json, name);
    schema_begin(schema, A_STRING, silent);
    schema_pattern(schema, pattern);
    schema_end(schema, silent);
    json_end(&schema->json);
}

static void own_type(struct schema *schema) {
    struct json *json = &schema->json;
    json_object(json, "own");
    json_text(json, "title", "Your own");
    json_text(json, "description", "Whatever it is, it is carried through unchanged.");
    types(schema, ANYTHING);
    json_text(json, "pattern", text_form);
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
    text_type(schema, "line", line_form, line_said, false);
    text_type(schema, "optional-line", line_form, NULL, true);
    text_type(schema, "listed-line", line_form, NULL, false);
    text_type(schema, "text", text_form, text_said, false);
    text_type(schema, "optional-text", text_form, NULL, true);
    form_type(schema, "date", pattern_date(), 0);
    form_type(schema, "optional-date", pattern_date(), A_NULL);
    form_type(schema, "optional-time", pattern_time(), A_NULL);
    form_type(schema, "stamp", pattern_stamp(), 0);
    static const unsigned silent[] = {A_NULL, A_BOOLEAN, A_BOOLEAN | A_NULL, A_NUMBER | A_BOOLEAN,
                                      A_NUMBER | A_BOOLEAN | A_NULL};
    for (size_t i = 0; i < sizeof silent / sizeof *silent; i++)
        silent_type(schema, silent[i]);
    own_type(schema);
}
