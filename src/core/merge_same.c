/* Two agendas that should say the same, compared key by key. */
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "merge_parts.h"

enum { DIFFERENCES_MOST = 20 };

struct comparing {
    struct merge *merge;
    struct merge_difference at; /* the steps down to where we are */
    bool refuses;
};

/* --- the user's own keys --- */

static bool nodes_equal(const struct node *a, const struct node *b) {
    if (a->type != b->type || a->length != b->length)
        return false;
    if (a->type == NODE_SCALAR)
        return text_equal(a->text, b->text);
    const struct node *x = a->first, *y = b->first;
    for (; x && y; x = x->next, y = y->next)
        if (!text_equal(x->key, y->key) || !nodes_equal(x, y))
            return false;
    return x == y;
}

static const struct extra *extra_find(const struct extra *extras, const char *key) {
    while (extras && strcmp(extras->key, key) != 0)
        extras = extras->next;
    return extras;
}

static const struct extra *extras_of(const void *record) {
    const struct extra *extras = NULL;
    memcpy(&extras, record, sizeof extras);
    return extras;
}

/* The first key of A that B has not, or otherwise; NULL when all are there. */
static const char *extra_lacking(const struct extra *a, const struct extra *b) {
    for (; a; a = a->next) {
        const struct extra *found = extra_find(b, a->key);
        if (!found || !nodes_equal(a->value, found->value))
            return a->key;
    }
    return NULL;
}

static const char *extra_differing(const void *a, const void *b) {
    const char *key = extra_lacking(extras_of(a), extras_of(b));
    return key ? key : extra_lacking(extras_of(b), extras_of(a));
}

static const void *map_of(const struct field *field, const void *record) {
    const void *map = NULL;
    memcpy(&map, field_of(field, record), sizeof map);
    return map;
}

static const char *entry_of(const struct field *field, const void *record, size_t i) {
    const struct list *list = field_of(field, record);
    return (const char *)list->items + i * field->shape->size;
}

static size_t entries(const struct field *field, const void *record) {
    return ((const struct list *)field_of(field, record))->count;
}

static bool field_own_equal(const struct field *field, const void *a, const void *b) {
    if (!field_given(field, a) || !field_given(field, b))
        return true;
    if (field->type == FIELD_MAP)
        return merge_own_equal(field->shape, map_of(field, a), map_of(field, b));
    if (field->type == FIELD_SET) {
        const struct amendment *x = field_of(field, a), *y = field_of(field, b);
        return x->of != y->of || merge_own_equal(x->of, x->set, y->set);
    }
    if (field->type != FIELD_MAPS)
        return true;
    for (size_t i = 0; i < entries(field, a) && i < entries(field, b); i++)
        if (!merge_own_equal(field->shape, entry_of(field, a, i), entry_of(field, b, i)))
            return false;
    return true;
}

bool merge_own_equal(const struct shape *shape, const void *a, const void *b) {
    if (extra_differing(a, b))
        return false;
    for (size_t i = 0; i < shape->count; i++)
        if (!field_own_equal(&shape->fields[i], a, b))
            return false;
    return true;
}

/* --- the agendas --- */

static void differs(struct comparing *c, const char *key, bool own) {
    struct merge *merge = c->merge;
    c->refuses |= !own;
    if (merge->difference_count == DIFFERENCES_MOST)
        return;
    if (!merge->differences)
        merge->differences = arena_array(merge->inside->arena, DIFFERENCES_MOST, sizeof *merge->differences);
    struct merge_difference *difference = &merge->differences[merge->difference_count++];
    *difference = c->at;
    difference->own = own;
    if (key && difference->count < MERGE_STEPS)
        difference->steps[difference->count++] = (struct merge_step){.key = key, .entry = -1};
}

static void compare(struct comparing *c, const struct shape *shape, const void *a, const void *b);

static const char *id_of(const struct shape *shape, const void *record) {
    const struct field *field = shape_field(shape, "id");
    return field ? *(const char *const *)field_of(field, record) : NULL;
}

static void compare_below(struct comparing *c, struct merge_step step, const struct shape *shape, const void *a,
                          const void *b) {
    if (c->at.count == MERGE_STEPS)
        return;
    c->at.steps[c->at.count++] = step;
    if (a && b)
        compare(c, shape, a, b);
    else
        differs(c, NULL, false);
    c->at.count--;
}

/* Entries by their order; from one with another id on, all that follows would differ, and is not named. */
static void compare_list(struct comparing *c, const struct field *field, const void *a, const void *b) {
    size_t x = entries(field, a), y = entries(field, b);
    for (size_t i = 0; i < x || i < y; i++) {
        const void *one = i < x ? entry_of(field, a, i) : NULL;
        const void *other = i < y ? entry_of(field, b, i) : NULL;
        const char *id = id_of(field->shape, one ? one : other);
        struct merge_step step = {.key = field->key, .entry = (int32_t)i, .id = id};
        bool same = one && other && text_equal(id, id_of(field->shape, other));
        compare_below(c, step, field->shape, same ? one : NULL, same ? other : NULL);
        if (!same)
            return;
    }
}

static void compare_field(struct comparing *c, const struct field *field, const void *a, const void *b) {
    if (field->type == FIELD_MAPS)
        compare_list(c, field, a, b);
    else if (field->type == FIELD_MAP && (field_given(field, a) || field_given(field, b)))
        compare_below(c, (struct merge_step){.key = field->key, .entry = -1}, field->shape, map_of(field, a),
                      map_of(field, b));
    else if (!field_equal(field, a, b))
        differs(c, field->key, false);
}

/* What the events are said in, and not what follows from them or is about the file alone. */
static bool is_meant(const struct field *field) {
    static const char *const others[] = {"candour", "include", "outcome", "events"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strcmp(field->key, others[i]) == 0)
            return false;
    return true;
}

static void compare(struct comparing *c, const struct shape *shape, const void *a, const void *b) {
    for (size_t i = 0; i < shape->count; i++)
        if (shape != &SHAPE_FILE || is_meant(&shape->fields[i]))
            compare_field(c, &shape->fields[i], a, b);
    const char *own = extra_differing(a, b);
    if (own)
        differs(c, own, true);
}

bool merge_agendas(struct merge *merge) {
    struct comparing c = {.merge = merge};
    compare(&c, &SHAPE_FILE, merge->from[MERGE_A]->agenda, merge->from[MERGE_B]->agenda);
    return !c.refuses;
}
