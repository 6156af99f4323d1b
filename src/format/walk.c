#include "candour/format/walk.h"

#include <assert.h>
#include <string.h>

#include "candour/base/text.h"
#include "candour/core/agenda.h"
#include "candour/core/event.h"
#include "candour/core/id.h"
#include "candour/core/record.h"
#include "candour/format/words.h"

enum { FIELDS_MOST = 64 };

void walk_wrong_type(struct walk *walk, const struct field *field, const struct node *node) {
    if (problem_counted(walk->problems))
        return;
    static const char *const found[] = {
        [NODE_SCALAR] = "a single value", [NODE_LIST] = "a list", [NODE_MAP] = "a group of keys and values"};
    problem(walk->problems, walk->source, node->line, node->column, words_how(field, walk->problems->arena),
            "'%s' is %s, and should be %s", field->key, found[node->type], words_expected(field->type));
}

void walk_lost(struct walk *walk, const struct shape *shape) {
    for (size_t i = 0; walk->ids != NULL && i < shape->count; i++) {
        const struct field *field = &shape->fields[i];
        if (field->type == FIELD_ID)
            walk->ids->lost |= field->refs;
        else if (field->type == FIELD_MAPS && field->shape != NULL)
            walk_lost(walk, field->shape);
    }
}

static bool is_list_type(enum field_type type) {
    return type == FIELD_REFS || type == FIELD_LINES || type == FIELD_PATHS || type == FIELD_DATES;
}

static void read_set(struct walk *walk, const struct field *field, const struct node *node, const struct node *map,
                     struct amendment *set);

/* --- lists of scalars --- */

/* `links: none` is kept as the single text "none"; inside a list the word names nothing. */
static bool none_alone(const struct field *field, const struct node *node) {
    return field->type == FIELD_REFS && (field->refs & REF_NONE) != 0 && node->type == NODE_SCALAR &&
           strcmp(node->text, "none") == 0;
}

static bool entry_good(struct walk *walk, const struct field *field, const struct node *entry) {
    if (node_faulty(entry))
        return false;
    if (!node_given(entry)) {
        problem(walk->problems, walk->source, entry->line, entry->column, "fill it in, or take the '-' out",
                "an empty entry in '%s'", field->key);
        return false;
    }
    if (entry->type != NODE_SCALAR) {
        problem(walk->problems, walk->source, entry->line, entry->column,
                "a line with ': ' in it, or one that begins with '[' or '{', goes in quotes",
                "an entry of '%s' is %s, and should be one word or line", field->key,
                entry->type == NODE_LIST ? "a list" : "a group of keys and values");
        return false;
    }
    if (none_alone(field, entry)) {
        problem(walk->problems, walk->source, entry->line, entry->column, "write `links: none`",
                "'none' stands alone, not in a list");
        return false;
    }
    return true;
}

static void read_texts(struct walk *walk, const struct field *field, const struct node *node, struct texts *at) {
    at->items = arena_array(walk->arena, node->length, sizeof *at->items);
    for (const struct node *entry = node->first; entry != NULL; entry = entry->next)
        if (entry_good(walk, field, entry))
            at->count += walk_scalar(walk, field, entry, &at->items[at->count]);
}

static void read_days(struct walk *walk, const struct field *field, const struct node *node, struct days *at) {
    at->items = arena_array(walk->arena, node->length, sizeof *at->items);
    for (const struct node *entry = node->first; entry != NULL; entry = entry->next)
        if (entry_good(walk, field, entry))
            at->count += walk_scalar(walk, field, entry, &at->items[at->count]);
}

static void read_list(struct walk *walk, const struct field *field, const struct node *node, void *at) {
    if (none_alone(field, node)) {
        struct texts *texts = at;
        texts->items = arena_array(walk->arena, 1, sizeof *texts->items);
        texts->items[0] = arena_text(walk->arena, node->text);
        texts->count = 1;
    } else if (node->type != NODE_LIST) {
        walk_wrong_type(walk, field, node);
    } else if (field->type == FIELD_DATES) {
        read_days(walk, field, node, at);
    } else {
        read_texts(walk, field, node, at);
    }
}

/* --- mappings and lists of them --- */

static void read_inner(struct walk *walk, const struct field *field, const struct node *node, void *at) {
    if (node->type != NODE_MAP) {
        walk_wrong_type(walk, field, node);
        walk_lost(walk, field->shape);
        return;
    }
    if (node->length == 0 && (field->flags & FIELD_REQUIRED) == 0)
        return;
    void *inner = arena_alloc(walk->arena, field->shape->size);
    walk_map(walk, field->shape, node, inner, false);
    memcpy(at, &inner, sizeof inner);
}

static void read_entries(struct walk *walk, const struct field *field, const struct node *node, struct list *at) {
    if (node->type != NODE_LIST) {
        walk_wrong_type(walk, field, node);
        walk_lost(walk, field->shape);
        return;
    }
    char *entries = arena_array(walk->arena, node->length, field->shape->size);
    at->items = entries;
    for (const struct node *entry = node->first; entry != NULL; entry = entry->next) {
        if (entry->type == NODE_MAP) {
            walk_map(walk, field->shape, entry, entries + at->count * field->shape->size, false);
            at->count++;
            continue;
        }
        walk_lost(walk, field->shape);
        if (!node_faulty(entry) && node_given(entry)) {
            problem(walk->problems, walk->source, entry->line, entry->column, "begin it with `- id: ...` or the like",
                    "an entry of '%s' should be a group of keys and values", field->key);
        } else {
            entry_good(walk, field, entry);
        }
    }
}

void walk_field(struct walk *walk, const struct field *field, const struct node *node, const struct node *map,
                void *record) {
    void *at = field_in(field, record);
    if (field->type == FIELD_MAP)
        read_inner(walk, field, node, at);
    else if (field->type == FIELD_MAPS)
        read_entries(walk, field, node, at);
    else if (field->type == FIELD_SET)
        read_set(walk, field, node, map, at);
    else if (is_list_type(field->type))
        read_list(walk, field, node, at);
    else if (node->type != NODE_SCALAR)
        walk_wrong_type(walk, field, node);
    else
        walk_scalar(walk, field, node, at);
}

/* --- keys --- */

/* What was met in one mapping. */
struct keys {
    const struct shape *shape;
    bool event;
    uint64_t seen;
    uint64_t excused; /* near misses of these were named */
    struct extra *last;
};

/* The place of KEY, tried from EXPECTED on: files are mostly in schema order. */
static size_t place_of(const struct shape *shape, const char *key, size_t expected) {
    for (size_t i = expected; i < shape->count; i++)
        if (strcmp(shape->fields[i].key, key) == 0)
            return i;
    for (size_t i = 0; i < expected; i++)
        if (strcmp(shape->fields[i].key, key) == 0)
            return i;
    return shape->count;
}

static void keep_own(struct walk *walk, struct keys *keys, const struct node *child, void *record) {
    struct extra *extra = arena_alloc(walk->arena, sizeof *extra);
    extra->value = node_copy(walk->arena, child);
    extra->key = extra->value->key;
    if (keys->last == NULL)
        *(const struct extra **)record = extra; /* the first member of every struct of a shape */
    else
        keys->last->next = extra;
    keys->last = extra;
    walk_own(walk, child);
}

static void unknown_key(struct walk *walk, struct keys *keys, const struct node *child) {
    if (problem_counted(walk->problems))
        return;
    const char *words[FIELDS_MOST + 2];
    size_t count = 0;
    for (; count < keys->shape->count; count++)
        words[count] = keys->shape->fields[count].key;
    if (keys->event) {
        words[count++] = "at";
        words[count++] = "do";
    }
    const char *near = text_nearest(child->key, words, count);
    for (size_t i = 0; i < keys->shape->count; i++)
        if (near == keys->shape->fields[i].key)
            keys->excused |= (uint64_t)1 << i;
    struct arena *arena = walk->problems->arena;
    const char *hint =
        near != NULL ? arena_format(arena, "did you mean %s?", near) : "take it out; a key of your own begins with x-";
    problem(walk->problems, walk->source, child->key_line, child->key_column, hint, "unknown key %s in %s",
            problem_word(arena, child->key), keys->shape->name);
}

static void duplicate_key(struct walk *walk, const struct node *child) {
    if (!problem_counted(walk->problems))
        problem(walk->problems, walk->source, child->key_line, child->key_column, "keep one of them",
                "duplicate key %s", problem_word(walk->problems->arena, child->key));
}

/* The field CHILD belongs to, met for the first time; NULL when there is none, which was seen to. */
static const struct field *field_for(struct walk *walk, struct keys *keys, const struct node *child, size_t *expected,
                                     void *record) {
    size_t place = place_of(keys->shape, child->key, *expected);
    if (place == keys->shape->count) {
        if (strncmp(child->key, "x-", 2) == 0)
            keep_own(walk, keys, child, record);
        else
            unknown_key(walk, keys, child);
        return NULL;
    }
    *expected = place + 1;
    if ((keys->seen >> place & 1) != 0) {
        duplicate_key(walk, child);
        return NULL;
    }
    keys->seen |= (uint64_t)1 << place;
    return &keys->shape->fields[place];
}

static bool is_event_key(const char *key) {
    return strcmp(key, "at") == 0 || strcmp(key, "do") == 0;
}

static void say_missing(struct walk *walk, const struct keys *keys, const struct node *map) {
    struct arena *arena = walk->problems->arena;
    for (size_t i = 0; i < keys->shape->count; i++) {
        const struct field *field = &keys->shape->fields[i];
        assert(field != NULL);
        if ((field->flags & FIELD_REQUIRED) == 0 || ((keys->seen | keys->excused) >> i & 1) != 0)
            continue;
        if (problem_counted(walk->problems))
            continue;
        bool group = field->type == FIELD_MAP || field->type == FIELD_MAPS || field->type == FIELD_SET;
        const char *hint = group ? words_how(field, arena) : arena_format(arena, "for example: %s", field->example);
        problem(walk->problems, walk->source, map->line, map->column, hint, "missing %s in this %s", field->key,
                keys->shape->name);
    }
}

/* Given, but with nothing in it. */
static bool is_empty(const struct node *node) {
    return !node_given(node) || (node->type == NODE_SCALAR ? text_blank(node->text) : node->first == NULL);
}

static void known_key(struct walk *walk, const struct field *field, const struct node *child, const struct node *map,
                      void *record) {
    if (node_faulty(child))
        return;
    bool empty = (field->flags & FIELD_REQUIRED) != 0 && is_empty(child);
    if (empty && !problem_counted(walk->problems))
        problem(walk->problems, walk->source, child->key_line, child->key_column,
                words_how(field, walk->problems->arena), "'%s' is empty, and should be %s", field->key,
                words_expected(field->type));
    else if (!empty && node_given(child))
        walk_field(walk, field, child, map, record);
}

void walk_map(struct walk *walk, const struct shape *shape, const struct node *map, void *record, bool event) {
    struct keys keys = {.shape = shape, .event = event};
    size_t before = walk->problems->errors;
    size_t expected = 0;
    for (const struct node *child = map->first; child != NULL; child = child->next) {
        if (event && is_event_key(child->key))
            continue;
        const struct field *field = field_for(walk, &keys, child, &expected, record);
        if (field != NULL)
            known_key(walk, field, child, map, record);
    }
    if (keys.last != NULL)
        walk_own_keys(walk, map);
    say_missing(walk, &keys, map);
    for (size_t i = 0; walk->ids != NULL && i < shape->count; i++)
        if (shape->fields[i].type == FIELD_ID && !field_given(&shape->fields[i], record))
            walk->ids->lost |= shape->fields[i].refs;
    if (walk->problems->errors == before)
        walk_combination(walk, shape, map, record);
}

/* --- the `set` of an amendment --- */

static const struct shape *shape_by_letter(char letter) {
    for (int kind = 0; kind < RECORD_KINDS; kind++)
        if (record_letter((enum record_kind)kind) == letter)
            return record_shape((enum record_kind)kind);
    return NULL;
}

static void set_one(struct walk *walk, struct amendment *set, const struct field *field, const struct node *child) {
    if (field->type == FIELD_ID) {
        problem(walk->problems, walk->source, child->key_line, child->key_column,
                "withdraw the record and record another", "an amendment cannot change the id");
        return;
    }
    set->mask |= (uint64_t)1 << shape_place(set->of, field);
    if (node_given(child) && !node_faulty(child))
        walk_field(walk, field, child, NULL, set->set);
}

static void read_set(struct walk *walk, const struct field *field, const struct node *node, const struct node *map,
                     struct amendment *set) {
    const struct node *id = map != NULL ? node_child(map, "id") : NULL;
    if (node->type != NODE_MAP) {
        walk_wrong_type(walk, field, node);
        return;
    }
    if (id == NULL || id->type != NODE_SCALAR || id->text == NULL || !id_like_record(id->text))
        return; /* the id is at fault, and that is said */
    set->of = shape_by_letter(id->text[0]);
    if (set->of == NULL)
        return;
    set->set = arena_alloc(walk->arena, set->of->size);
    struct keys keys = {.shape = set->of};
    size_t expected = 0;
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        const struct field *one = field_for(walk, &keys, child, &expected, set->set);
        if (one != NULL)
            set_one(walk, set, one, child);
    }
    if (keys.last != NULL)
        walk_own_keys(walk, node);
}
