#include "candour/format/sections.h"

#include <stdlib.h>
#include <string.h>

#include "candour/base/text.h"
#include "candour/format/words.h"

void sections_begin(struct sections *sections, const struct source *source, const struct node *top,
                    struct arena *scratch) {
    _Static_assert(SECTIONS_MOST <= 32, "`excused` has a bit for each");
    *sections = (struct sections){.line = top->line, .column = top->column, .source = source, .arena = scratch};
}

static size_t place_of(const char *key) {
    for (size_t i = 0; i < SHAPE_FILE.count; i++)
        if (strcmp(SHAPE_FILE.fields[i].key, key) == 0)
            return i;
    return SHAPE_FILE.count;
}

const struct section *sections_get(const struct sections *sections, const char *key) {
    return &sections->list[place_of(key)];
}

static void take_own(struct sections *sections, const struct source *source, const struct node *value) {
    if (sections->own_count == sections->own_capacity) {
        size_t capacity = sections->own_capacity == 0 ? 8 : sections->own_capacity * 2;
        struct section *own = arena_array(sections->arena, capacity, sizeof *own);
        if (sections->own_count > 0)
            memcpy(own, sections->own, sections->own_count * sizeof *own);
        sections->own = own;
        sections->own_capacity = capacity;
    }
    sections->own[sections->own_count++] = (struct section){.node = value, .source = source};
}

static void unknown(struct sections *sections, const struct source *source, const struct node *value,
                    struct diags *problems) {
    const char *words[SECTIONS_MOST] = {0};
    for (size_t i = 0; i < SHAPE_FILE.count; i++)
        words[i] = SHAPE_FILE.fields[i].key;
    const char *near = text_nearest(value->key, words, SHAPE_FILE.count);
    if (near != NULL)
        sections->excused |= (uint32_t)1 << place_of(near);
    problem(problems, source, value->key_line, value->key_column,
            near != NULL ? arena_format(problems->arena, "did you mean %s?", near)
                         : "take it out; a key of your own begins with x-",
            "unknown key %s at the top of the file", problem_word(problems->arena, value->key));
}

static void given_twice(const struct section *first, const struct source *source, const struct node *value,
                        struct diags *problems) {
    const char *key = problem_word(problems->arena, value->key);
    if (first->source == source)
        problem(problems, source, value->key_line, value->key_column, "keep one of them", "duplicate key %s", key);
    else
        problem(problems, source, value->key_line, value->key_column, "keep it in one of the files",
                "%s is given twice (first at %s:%u:%u)", key, first->source->name, (unsigned)first->node->key_line,
                (unsigned)first->node->key_column);
}

static bool never_included(const char *key) {
    return strcmp(key, "include") == 0 || strcmp(key, "outcome") == 0 || strcmp(key, "events") == 0;
}

void sections_take(struct sections *sections, const struct sections_file *file, const struct node *value,
                   struct diags *problems) {
    size_t place = place_of(value->key);
    if (place == SHAPE_FILE.count && strncmp(value->key, "x-", 2) == 0) {
        take_own(sections, file->source, value);
    } else if (place == SHAPE_FILE.count) {
        unknown(sections, file->source, value, problems);
    } else if (file->included && never_included(value->key)) {
        problem(problems, file->source, value->key_line, value->key_column,
                "keep it in the file that includes this one", "an included file cannot have '%s'", value->key);
    } else if (sections->list[place].node != NULL && !(file->included && strcmp(value->key, "candour") == 0)) {
        given_twice(&sections->list[place], file->source, value, problems);
    } else if (sections->list[place].node == NULL) {
        sections->list[place] = (struct section){.node = value, .source = file->source};
    }
}

static int by_key(const void *a, const void *b) {
    const struct section *const *x = a;
    const struct section *const *y = b;
    int order = strcmp((*x)->node->key, (*y)->node->key);
    return order != 0 ? order : (*x < *y ? -1 : *x > *y);
}

static void keep_own(struct sections *sections, struct walk *walk, struct agenda *agenda) {
    const struct section **sorted = arena_array(sections->arena, sections->own_count, sizeof(const struct section *));
    struct extra *last = NULL;
    for (size_t i = 0; i < sections->own_count; i++) {
        sorted[i] = &sections->own[i];
        struct extra *extra = arena_alloc(walk->arena, sizeof *extra);
        extra->value = node_copy(walk->arena, sections->own[i].node);
        extra->key = extra->value->key;
        if (last == NULL)
            agenda->extras = extra;
        else
            last->next = extra;
        last = extra;
        walk->source = sections->own[i].source;
        walk_own(walk, sections->own[i].node);
    }
    if (sections->own_count > 0)
        qsort(sorted, sections->own_count, sizeof(const struct section *), by_key);
    for (size_t i = 1; i < sections->own_count; i++)
        if (strcmp(sorted[i - 1]->node->key, sorted[i]->node->key) == 0)
            given_twice(sorted[i - 1], sorted[i]->source, sorted[i]->node, walk->problems);
}

static bool is_empty(const struct node *node) {
    return !node_given(node) || (node->type != NODE_SCALAR && node->first == NULL);
}

/* Codes in the outcome are those of events to come: it is compared with them as a whole, or not at all. */
static void walk_section(struct walk *walk, const struct field *field, const struct node *node, struct agenda *agenda) {
    struct walk without = *walk;
    if (strcmp(field->key, "outcome") == 0)
        without.ids = NULL;
    walk_field(&without, field, node, NULL, agenda);
}

static void walk_one(struct sections *sections, struct walk *walk, size_t place, struct agenda *agenda) {
    const struct field *field = &SHAPE_FILE.fields[place];
    const struct node *node = sections->list[place].node;
    bool required = (field->flags & FIELD_REQUIRED) != 0;
    walk->source = node != NULL ? sections->list[place].source : sections->source;
    bool said = (sections->excused >> place & 1) != 0 || sections->incomplete;
    bool read = node != NULL && !node_faulty(node) && !(required && is_empty(node));
    if (read && node_given(node))
        walk_section(walk, field, node, agenda);
    else if (node == NULL && required && !said)
        problem(walk->problems, sections->source, sections->line, sections->column,
                arena_format(walk->problems->arena, "add `%s:` at the left margin", field->key),
                "missing %s in this file", field->key);
    else if (node != NULL && required && !node_faulty(node))
        problem(walk->problems, walk->source, node->key_line, node->key_column, words_how(field, walk->problems->arena),
                "'%s' is empty, and should be %s", field->key, words_expected(field->type));
    if (!read && field->shape != NULL && (required || said))
        walk_lost(walk, field->shape);
}

struct agenda *sections_walk(struct sections *sections, struct walk *walk) {
    struct agenda *agenda = arena_alloc(walk->arena, sizeof *agenda);
    for (size_t i = 0; i < SHAPE_FILE.count; i++)
        if (strcmp(SHAPE_FILE.fields[i].key, "events") != 0)
            walk_one(sections, walk, i, agenda);
    keep_own(sections, walk, agenda);
    if (walk->ids != NULL)
        idlist_resolve(walk->ids, agenda, walk->problems);
    return agenda;
}
