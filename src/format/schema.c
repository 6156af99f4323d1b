#include "candour/format/schema.h"

#include <string.h>

#include "candour/core/agenda.h"
#include "candour/core/event.h"
#include "candour/core/need.h"
#include "candour/core/record.h"
#include "candour/format/load.h"
#include "schema_parts.h"

static const char by_event[] = "event-", changed[] = "changed-";

/* --- a mapping --- */

struct mapping {
    const struct shape *shape;
    const char *title;
    enum schema_place place;
    bool event;  /* `at` and `do` stand in it too, and were looked at */
    bool absent; /* it may be null, or empty */
};

static void fields(struct schema *schema, const struct mapping *mapping) {
    struct json *json = &schema->json;
    json_object(json, "properties");
    if (mapping->event) {
        json_bool(json, "at", true);
        json_bool(json, "do", true);
    }
    for (size_t i = 0; i < mapping->shape->count; i++) {
        const struct field *field = &mapping->shape->fields[i];
        if (mapping->place != IN_SET || field->type != FIELD_ID)
            schema_field(schema, field, mapping->place);
    }
    json_end(json);
}

static void required(struct schema *schema, const struct shape *shape, const char *but) {
    json_array(&schema->json, "required");
    for (size_t i = 0; i < shape->count; i++)
        if ((shape->fields[i].flags & FIELD_REQUIRED) != 0 && strcmp(shape->fields[i].key, but) != 0)
            json_text(&schema->json, NULL, shape->fields[i].key);
    json_end(&schema->json);
}

static bool requires(const struct shape *shape) {
    for (size_t i = 0; i < shape->count; i++)
        if ((shape->fields[i].flags & FIELD_REQUIRED) != 0)
            return true;
    return false;
}

static void type_of_mapping(struct schema *schema, const struct mapping *mapping) {
    struct json *json = &schema->json;
    if (!mapping->absent) {
        json_text(json, "type", "object");
        if (mapping->place != IN_SET && requires(mapping->shape))
            required(schema, mapping->shape, "");
        return;
    }
    json_array(json, "type");
    json_text(json, NULL, "object");
    json_text(json, NULL, "null");
    json_end(json);
    if (!requires(mapping->shape))
        return;
    json_object(json, "if");
    json_integer(json, "minProperties", 1);
    json_end(json);
    json_object(json, "then");
    required(schema, mapping->shape, "");
    json_end(json);
}

/* `set` holds fields of the record that the id names. */
static void sets(struct schema *schema) {
    struct json *json = &schema->json;
    for (int kind = 0; kind < RECORD_KINDS; kind++) {
        json_object(json, NULL);
        json_object(json, "if");
        json_object(json, "properties");
        json_object(json, "id");
        json_text(json, "type", "string");
        json_text(json, "pattern", arena_format(schema->arena, "^%c", record_letter((enum record_kind)kind)));
        json_end(json);
        json_end(json);
        json_array(json, "required");
        json_text(json, NULL, "id");
        json_end(json);
        json_end(json);
        json_object(json, "then");
        json_object(json, "properties");
        schema_ref(schema, "set", changed, record_shape((enum record_kind)kind)->name);
        json_end(json);
        json_end(json);
        json_end(json);
        json_end(json);
    }
}

static const char *capital(struct schema *schema, const char *title) {
    char *copy = arena_text(schema->arena, title);
    if (copy[0] >= 'a' && copy[0] <= 'z')
        copy[0] = (char)(copy[0] - 'a' + 'A');
    return copy;
}

static void define(struct schema *schema, const char *name, const struct mapping *mapping) {
    struct json *json = &schema->json;
    bool amend = mapping->shape == &SHAPE_AMEND;
    json_object(json, name);
    json_text(json, "title", capital(schema, mapping->title));
    type_of_mapping(schema, mapping);
    fields(schema, mapping);
    schema_keys(schema);
    if (amend || need_of(mapping->shape, NULL) != NULL) {
        json_array(json, "allOf");
        schema_needs(schema, mapping->shape, mapping->place);
        if (amend)
            sets(schema);
        json_end(json);
    }
    json_end(json);
}

/* --- all of them --- */

/* The mappings that stand in fields of SHAPE. */
static void define_inner(struct schema *schema, const struct shape *shape) {
    for (size_t i = 0; i < shape->count; i++) {
        const struct field *field = &shape->fields[i];
        if (field->shape == NULL)
            continue;
        const struct mapping inner = {
            .shape = field->shape,
            .title = field->shape->name,
            .absent = field->type == FIELD_MAP && (field->flags & FIELD_REQUIRED) == 0,
        };
        define(schema, schema_name(schema, field->shape->name), &inner);
        define_inner(schema, field->shape);
    }
}

static void define_event(struct schema *schema, const struct event_kind *kind) {
    const struct mapping mapping = {.shape = kind->shape, .title = kind->label, .place = IN_EVENT, .event = true};
    define(schema, arena_format(schema->arena, "%s%s", by_event, kind->word), &mapping);
    define_inner(schema, kind->shape);
}

static void define_changed(struct schema *schema, const struct shape *shape) {
    const struct mapping mapping = {
        .shape = shape, .title = arena_format(schema->arena, "what changes of the %s", shape->name), .place = IN_SET};
    define(schema, arena_format(schema->arena, "%s%s", changed, schema_name(schema, shape->name)), &mapping);
}

/* --- events --- */

static void do_is(struct schema *schema, const char *word) {
    struct json *json = &schema->json;
    json_object(json, "properties");
    json_object(json, "do");
    json_text(json, "const", word);
    json_end(json);
    json_end(json);
    json_array(json, "required");
    json_text(json, NULL, "do");
    json_end(json);
}

/* Which event it is tells `do`: so that no more is said of one than of its own fields. */
static void event_kinds_by_word(struct schema *schema) {
    struct json *json = &schema->json;
    json_array(json, "allOf");
    for (int what = 0; what < DO_COUNT; what++) {
        json_object(json, NULL);
        json_object(json, "if");
        do_is(schema, event_kinds[what].word);
        json_end(json);
        schema_ref(schema, "then", by_event, event_kinds[what].word);
        json_end(json);
        json_end(json);
    }
    json_end(json);
}

static void define_any_event(struct schema *schema) {
    struct json *json = &schema->json;
    json_object(json, "event");
    json_text(json, "title", "Event");
    json_text(json, "type", "object");
    json_array(json, "required");
    json_text(json, NULL, "at");
    json_text(json, NULL, "do");
    json_end(json);
    json_object(json, "properties");
    schema_ref(schema, "at", "", "stamp");
    json_text(json, "title", "At");
    json_text(json, "description", "When it was said; strictly later than the event before.");
    json_end(json);
    json_object(json, "do");
    json_text(json, "title", "Event");
    json_text(json, "description", "What happened; it tells which fields there are.");
    json_array(json, "enum");
    for (int what = 0; what < DO_COUNT; what++)
        json_text(json, NULL, event_kinds[what].word);
    json_end(json);
    json_end(json);
    json_end(json);
    event_kinds_by_word(schema);
    json_end(json);
}

/* A session begins with `open`, and is opened once. */
static void events_field(struct schema *schema, const struct field *field) {
    struct json *json = &schema->json;
    json_object(json, field->key);
    json_text(json, "title", field->label);
    json_text(json, "description", field->help);
    json_array(json, "type");
    json_text(json, NULL, "array");
    json_text(json, NULL, "null");
    json_end(json);
    json_integer(json, "maxItems", LOAD_LIST_MOST);
    json_array(json, "prefixItems");
    schema_ref(schema, NULL, "", "event");
    json_text(json, "type", "object");
    do_is(schema, event_kinds[DO_OPEN].word);
    json_end(json);
    json_end(json);
    schema_ref(schema, "items", "", "event");
    json_end(json);
    json_object(json, "if");
    json_integer(json, "minItems", 1);
    json_end(json);
    json_object(json, "then");
    json_object(json, "contains");
    json_text(json, "type", "object");
    do_is(schema, event_kinds[DO_OPEN].word);
    json_end(json);
    json_integer(json, "maxContains", 1);
    json_end(json);
    json_end(json);
}

/* --- the file --- */

static void file_fields(struct schema *schema) {
    json_object(&schema->json, "properties");
    for (size_t i = 0; i < SHAPE_FILE.count; i++) {
        const struct field *field = &SHAPE_FILE.fields[i];
        if (strcmp(field->key, "events") == 0)
            events_field(schema, field);
        else
            schema_field(schema, field, IN_AGENDA);
    }
    json_end(&schema->json);
}

static void has(struct schema *schema, const char *key) {
    json_array(&schema->json, "required");
    json_text(&schema->json, NULL, key);
    json_end(&schema->json);
}

/* Files that are taken in supply what this one lacks; a session takes none in. */
static void includes(struct schema *schema) {
    struct json *json = &schema->json;
    json_array(json, "allOf");
    json_object(json, NULL);
    json_object(json, "if");
    json_object(json, "properties");
    json_object(json, "include");
    json_text(json, "type", "array");
    json_integer(json, "minItems", 1);
    json_end(json);
    json_end(json);
    has(schema, "include");
    json_end(json);
    json_object(json, "else");
    required(schema, &SHAPE_FILE, "candour");
    json_end(json);
    json_end(json);
    json_object(json, NULL);
    json_object(json, "if");
    has(schema, "events");
    json_end(json);
    json_object(json, "then");
    json_object(json, "properties");
    json_bool(json, "include", false);
    json_end(json);
    json_end(json);
    json_end(json);
    json_end(json);
}

static void definitions(struct schema *schema) {
    json_object(&schema->json, "$defs");
    define_inner(schema, &SHAPE_FILE);
    define_any_event(schema);
    for (int what = 0; what < DO_COUNT; what++)
        define_event(schema, &event_kinds[what]);
    for (int kind = 0; kind < RECORD_KINDS; kind++)
        define_changed(schema, record_shape((enum record_kind)kind));
    schema_types(schema);
    json_end(&schema->json);
}

void schema_write(struct buffer *out) {
    struct schema schema = {.json = json_begin(out), .arena = arena_new()};
    struct json *json = &schema.json;
    json_object(json, NULL);
    json_text(json, "$schema", "https://json-schema.org/draft/2020-12/schema");
    json_text(json, "$id", "urn:candour:meeting-file:1");
    json_text(json, "title", "Meeting file of candour, version 1");
    json_text(
        json, "description",
        "Before the meeting it is an agenda; with `events` it is a session. What no schema can say, such as that a "
        "code names something, is said by `candour check FILE`.");
    json_text(json, "type", "object");
    has(&schema, "candour");
    file_fields(&schema);
    schema_keys(&schema);
    includes(&schema);
    definitions(&schema);
    json_end(json);
    arena_free(schema.arena);
}
