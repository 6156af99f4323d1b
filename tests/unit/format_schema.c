/* The JSON Schema names every section, field, event and word of the tables, and what it refers to is there. That it
 * says what check says is seen by readers that are not ours: tests/schema. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "candour/base/arena.h"
#include "candour/core/record.h"
#include "candour/format/json.h"
#include "candour/format/schema.h"
#include "core_shapes.h"

static struct buffer schema;

static int setup(void **state) {
    (void)state;
    schema_write(&schema);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    buffer_free(&schema);
    return 0;
}

#define DEFINED "\n    \""
#define REFERS "\"$ref\": \"#/$defs/"

/* What is defined under NAME, the text of it. */
static char *definition(struct arena *arena, const char *name) {
    const char *begin = strstr(schema.bytes, arena_format(arena, "\n  \"$defs\": {"));
    begin = strstr(begin, arena_format(arena, DEFINED "%s\": {", name));
    if (!begin)
        fail_msg("'%s' is not defined", name);
    const char *end = strstr(begin, "\n    }");
    return arena_copy(arena, begin, (size_t)(end - begin) + 6);
}

static char *name_of(struct arena *arena, const char *before, const char *name) {
    char *copy = arena_format(arena, "%s%s", before, name);
    for (char *c = copy; *c; c++)
        if (*c == ' ')
            *c = '-';
    return copy;
}

static char *quoted(struct arena *arena, const char *text) {
    struct buffer out = {0};
    struct json json = json_begin(&out);
    json_text(&json, NULL, text);
    char *copy = arena_copy(arena, out.bytes, strcspn(out.bytes, "\n"));
    buffer_free(&out);
    return copy;
}

/* The words of a choice one after another, each on a line of its own. */
static void words_are_there(struct arena *arena, const char *text, const struct choices *choices) {
    const char *at = text;
    for (size_t i = 0; at && i < choices->count; i++)
        at = strstr(at, arena_format(arena, "\"%s\"", choices->words[i]));
    if (!at)
        fail_msg("the words of '%s' are not all there", choices->name);
}

static void fields_are_there(struct arena *arena, const char *text, const struct shape *shape, int indent, bool id) {
    for (size_t i = 0; i < shape->count; i++) {
        const struct field *field = &shape->fields[i];
        const char *at = strstr(text, arena_format(arena, "\n%*s\"%s\": {", indent, "", field->key));
        if (field->type == FIELD_ID && !id) {
            assert_null(at);
            continue;
        }
        if (!at)
            fail_msg("'%s' of %s is not in the schema", field->key, shape->name);
        const char *end = strstr(at, arena_format(arena, "\n%*s}", indent, ""));
        const char *value = arena_copy(arena, at, (size_t)(end - at));
        assert_non_null(strstr(value, quoted(arena, field->label)));
        assert_non_null(strstr(value, quoted(arena, field->help)));
        if (field->choices)
            words_are_there(arena, value, field->choices);
        if (field->shape)
            fields_are_there(arena, definition(arena, name_of(arena, "", field->shape->name)), field->shape, 8, true);
    }
}

static void every_section_is_there(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    fields_are_there(arena, schema.bytes, &SHAPE_FILE, 4, true);
    arena_free(arena);
}

static void every_event_is_there(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    const char *any = definition(arena, "event");
    for (int what = 0; what < DO_COUNT; what++) {
        const struct event_kind *kind = &event_kinds[what];
        assert_non_null(strstr(any, arena_format(arena, "\"const\": \"%s\"", kind->word)));
        assert_non_null(strstr(any, arena_format(arena, REFERS "event-%s\"", kind->word)));
        fields_are_there(arena, definition(arena, name_of(arena, "event-", kind->word)), kind->shape, 8, true);
    }
    arena_free(arena);
}

static void every_record_can_be_changed(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    for (int kind = 0; kind < RECORD_KINDS; kind++) {
        const struct shape *shape = record_shape((enum record_kind)kind);
        const char *text = definition(arena, name_of(arena, "changed-", shape->name));
        fields_are_there(arena, text, shape, 8, false);
        assert_null(strstr(text, "\n      \"required\""));
    }
    arena_free(arena);
}

/* Names in TEXT between BEFORE and a quote, each looked for between FIRST and LAST. */
static size_t each_has(struct arena *arena, const char *from, const char *before, const char *first, const char *last) {
    size_t count = 0;
    for (const char *at = from; (at = strstr(at, before)) != NULL; count++) {
        at += strlen(before);
        char *name = arena_copy(arena, at, strcspn(at, "\""));
        if (!strstr(schema.bytes, arena_format(arena, "%s%s%s", first, name, last)))
            fail_msg("'%s' is defined and not referred to, or the other way round", name);
    }
    return count;
}

static void what_is_referred_to_is_there_and_nothing_else(void **state) {
    (void)state;
    struct arena *arena = arena_new();
    assert_true(each_has(arena, schema.bytes, REFERS, DEFINED, "\": {") > 200);
    const char *definitions = strstr(schema.bytes, "\n  \"$defs\": {");
    assert_true(each_has(arena, definitions, DEFINED, REFERS, "\"") > 60);
    arena_free(arena);
}

static void nothing_unknown_is_taken(void **state) {
    (void)state;
    size_t mappings = 0;
    for (const char *at = schema.bytes; (at = strstr(at, "\"patternProperties\"")) != NULL; at++, mappings++) {
        const char *end = strstr(at, "\"additionalProperties\": false");
        assert_true(end && end - at < 200);
    }
    struct shapes shapes = all_shapes();
    assert_int_equal(mappings, shapes.count + RECORD_KINDS); /* and what changes of each record */
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_section_is_there),      cmocka_unit_test(every_event_is_there),
        cmocka_unit_test(every_record_can_be_changed), cmocka_unit_test(what_is_referred_to_is_there_and_nothing_else),
        cmocka_unit_test(nothing_unknown_is_taken),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
