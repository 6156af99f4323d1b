/* `outcome:` beside what the events say. */
#include <string.h>

#include "candour/base/buffer.h"
#include "candour/format/replay.h"

static const char hint[] = "the events count; candour writes the outcome again when the meeting is next left or closed";

struct comparison {
    struct diags *problems;
    const struct source *source;
};

/* A field's value, for a message. */
static const char *value_text(struct comparison *in, const struct field *field, const void *record) {
    const void *kept = field_of(field, record);
    struct arena *arena = in->problems->arena;
    if (!field_given(field, record))
        return "nothing";
    if (field->type == FIELD_CHOICE)
        return choice_word(field->choices, *(const int *)kept);
    if (field->type == FIELD_COUNT)
        return arena_format(arena, "%d", (int)((const struct number *)kept)->value);
    if (field->type != FIELD_REFS)
        return *(const char *const *)kept;
    const struct texts *texts = kept;
    struct buffer out = {0};
    for (size_t i = 0; i < texts->count; i++)
        buffer_format(&out, "%s%s", i > 0 ? ", " : "", texts->items[i]);
    const char *text = arena_copy(arena, out.bytes, out.length);
    buffer_free(&out);
    return text;
}

static void differs(struct comparison *in, const struct field *field, const struct node *node, const struct node *map,
                    const void *given, const void *derived) {
    const struct node *place = node != NULL ? node : map;
    problem(in->problems, in->source, place->line, place->column, hint,
            "the outcome's '%s' is %s, and the events say %s", field->key, value_text(in, field, given),
            value_text(in, field, derived));
}

static void compare_fields(struct comparison *in, const struct shape *shape, const struct node *map, const void *given,
                           const void *derived) {
    for (size_t i = 0; i < shape->count; i++) {
        const struct field *field = &shape->fields[i];
        if (field->type != FIELD_MAPS && !field_equal(field, given, derived))
            differs(in, field, node_child(map, field->key), map, given, derived);
    }
}

/* Entries of an outcome's lists begin with what they are about. */
static const char *about(const struct shape *shape, const void *record) {
    const char *const *id = field_of(&shape->fields[0], record);
    return *id;
}

static const void *find_about(const struct field *field, const struct list *list, const char *id) {
    for (size_t i = 0; id != NULL && i < list->count; i++) {
        const char *record = (const char *)list->items + i * field->shape->size;
        if (strcmp(about(field->shape, record), id) == 0)
            return record;
    }
    return NULL;
}

static void compare_entries(struct comparison *in, const struct field *field, const struct node *node,
                            const struct list *given, const struct list *derived) {
    const struct node *entry = node->first;
    for (size_t i = 0; i < given->count && entry != NULL; i++, entry = entry->next) {
        const char *record = (const char *)given->items + i * field->shape->size;
        const char *id = about(field->shape, record);
        const void *other = find_about(field, derived, id);
        if (other != NULL)
            compare_fields(in, field->shape, entry, record, other);
        else
            problem(in->problems, in->source, entry->line, entry->column, hint,
                    "the outcome's '%s' speak of %s, and the events do not", field->key, id);
    }
}

static void missing_entries(struct comparison *in, const struct field *field, const struct node *map,
                            const struct list *given, const struct list *derived) {
    const struct node *node = node_child(map, field->key);
    for (size_t i = 0; i < derived->count; i++) {
        const char *id = about(field->shape, (const char *)derived->items + i * field->shape->size);
        if (find_about(field, given, id) == NULL)
            problem(in->problems, in->source, node != NULL ? node->key_line : map->line,
                    node != NULL ? node->key_column : map->column, hint,
                    "the outcome's '%s' leave out %s, of which the events speak", field->key, id);
    }
}

void replay_compare(const struct replay *replay, const struct outcome *given, const struct node *node,
                    const struct source *source) {
    struct comparison in = {.problems = replay->walk.problems, .source = source};
    if (replay->outcome == NULL) {
        const struct node *as_of = node_child(node, "as_of");
        problem(in.problems, source, as_of != NULL ? as_of->line : node->line,
                as_of != NULL ? as_of->column : node->column, hint,
                "the outcome is as of %d events, and there are only %zu", (int)given->as_of.value,
                replay->meeting->event_count);
        return;
    }
    compare_fields(&in, &SHAPE_OUTCOME, node, given, replay->outcome);
    for (size_t i = 0; i < SHAPE_OUTCOME.count; i++) {
        const struct field *field = &SHAPE_OUTCOME.fields[i];
        if (field->type != FIELD_MAPS)
            continue;
        const struct list *mine = field_of(field, given);
        const struct list *theirs = field_of(field, replay->outcome);
        const struct node *list = node_child(node, field->key);
        if (list != NULL && list->type == NODE_LIST)
            compare_entries(&in, field, list, mine, theirs);
        missing_entries(&in, field, node, mine, theirs);
    }
}
