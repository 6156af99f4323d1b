/* What fields of one mapping demand of each other (core/need.h). */
#include "candour/core/need.h"
#include "candour/format/walk.h"
#include "candour/format/words.h"

/* At the first of the keys that stands there; what is missing, at the start of its mapping. */
static void at_key(struct walk *walk, const struct node *map, const char *const keys[2], const char *hint,
                   const char *what) {
    const struct node *child = NULL;
    for (size_t i = 0; i < 2 && child == NULL; i++)
        child = keys[i] != NULL ? node_child(map, keys[i]) : NULL;
    problem(walk->problems, walk->source, child != NULL ? child->key_line : map->line,
            child != NULL ? child->key_column : map->column, hint, "%s", what);
}

static void say_missing(struct walk *walk, const struct need *need, const struct node *map) {
    const char *keys[2] = {need->asks, need->asks != NULL ? need->key : NULL};
    const char *what = need->why;
    if (need->kind == NEED_WHEN)
        what = arena_format(walk->problems->arena, "missing %s: %s", need->key, need->why);
    at_key(walk, map, keys, need->hint, what);
}

static void say_too_much(struct walk *walk, const struct need *need, const struct node *map) {
    struct arena *arena = walk->problems->arena;
    const char *key = need->kind == NEED_ONE ? need->other : need->asks;
    const char *keys[2] = {key, NULL};
    if (need->kind == NEED_ONE)
        at_key(walk, map, keys, arena_format(arena, "take `%s` or `%s` out", need->other, need->key),
               arena_format(arena, "'%s' cannot stand beside '%s'", need->other, need->key));
    else
        at_key(walk, map, keys, "take it out",
               arena_format(arena, "'%s' cannot stand here: '%s' is not %s", key, need->key, words_named(need->refs)));
}

void walk_need(struct walk *walk, const struct need *need, const struct node *map, const void *record) {
    if (need_is_missing(need, record))
        say_missing(walk, need, map);
    else
        say_too_much(walk, need, map);
}

void walk_combination(struct walk *walk, const struct shape *shape, const struct node *map, const void *record) {
    const struct need *need = NULL;
    while ((need = need_unmet(shape, record, need)) != NULL)
        walk_need(walk, need, map, record);
}
