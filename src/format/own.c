/* Nodes, and the user's own `x-` keys, which are looked at for one thing only: a key given twice. */
#include <stdlib.h>
#include <string.h>

#include "candour/format/walk.h"

bool node_faulty(const struct node *node) {
    return node->type == NODE_SCALAR && node->text == NULL;
}

bool node_given(const struct node *node) {
    return node->type != NODE_SCALAR || !node->plain ||
           !(node->length == 0 || (node->length == 1 && node->text[0] == '~'));
}

const struct node *node_child(const struct node *map, const char *key) {
    for (const struct node *child = map->first; child != NULL; child = child->next)
        if (strcmp(child->key, key) == 0)
            return child;
    return NULL;
}

struct node *node_copy(struct arena *arena, const struct node *node) {
    struct node *copy = arena_alloc(arena, sizeof *copy);
    *copy = *node;
    copy->key = arena_text(arena, node->key);
    copy->next = NULL;
    if (node->type == NODE_SCALAR && node->text != NULL)
        copy->text = arena_copy(arena, node->text, node->length);
    struct node **end = &copy->first;
    *end = NULL;
    for (const struct node *child = node->first; child != NULL; child = child->next) {
        *end = node_copy(arena, child);
        end = &(*end)->next;
    }
    return copy;
}

/* By key, then as they stand in the file. */
static int by_key(const void *a, const void *b) {
    const struct node *const *x = a;
    const struct node *const *y = b;
    int order = strcmp((*x)->key, (*y)->key);
    if (order != 0)
        return order;
    if ((*x)->key_line != (*y)->key_line)
        return (*x)->key_line < (*y)->key_line ? -1 : 1;
    return (*x)->key_column < (*y)->key_column ? -1 : (*x)->key_column > (*y)->key_column;
}

static void look_for_twins(struct walk *walk, const struct node *map, const char *prefix) {
    struct arena *scratch = arena_new();
    const struct node **children = arena_array(scratch, map->length, sizeof(const struct node *));
    size_t count = 0;
    for (const struct node *child = map->first; child != NULL; child = child->next)
        if (strncmp(child->key, prefix, strlen(prefix)) == 0)
            children[count++] = child;
    qsort(children, count, sizeof(const struct node *), by_key);
    for (size_t i = 1; i < count; i++)
        if (strcmp(children[i]->key, children[i - 1]->key) == 0)
            problem(walk->problems, walk->source, children[i]->key_line, children[i]->key_column, "keep one of them",
                    "duplicate key %s", problem_word(walk->problems->arena, children[i]->key));
    arena_free(scratch);
}

void walk_own_keys(struct walk *walk, const struct node *map) {
    look_for_twins(walk, map, "x-");
}

void walk_own(struct walk *walk, const struct node *node) {
    if (node->type == NODE_MAP)
        look_for_twins(walk, node, "");
    for (const struct node *child = node->first; child != NULL; child = child->next)
        walk_own(walk, child);
}
