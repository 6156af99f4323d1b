/* Walk: nodes to structs, by the shapes (core/field.h).
 *
 * Every scalar is read by the type of its field, never by what YAML makes of it; `~` and an empty value (plain, not
 * quoted) are not given. Problems are added one by one and the walk goes on: what could not be read is not given in
 * the struct. What is kept is in the walk's arena; nodes may die afterwards.
 *
 * Where the format leaves it open:
 *   an unknown key that is a near miss of a missing required one is the only problem of the two
 *   a required field given empty, or with blank text, is a problem of its own ("'title' is empty")
 *   an empty list, and an empty mapping where it is not required, is not given
 *   an empty entry in a list is a problem; a single word in place of a list too (but for `links: none`)
 *   a value is at fault at its own place, a key at the key's; what is missing, at the start of its mapping
 *   quoted text may hold control characters by escape, but for NUL; a line holds no line end, however written
 *   the `set` of an amendment takes its shape from the letter of the id, and never changes the id
 */
#ifndef CANDOUR_FORMAT_WALK_H
#define CANDOUR_FORMAT_WALK_H

#include "candour/base/node.h"
#include "candour/core/field.h"
#include "candour/format/idlist.h"
#include "candour/format/problem.h"

struct walk {
    struct arena *arena; /* of what is kept */
    struct diags *problems;
    const struct source *source;
    struct idlist *ids; /* collects ids and references; NULL: they are the meeting's to check */
};

/* A scalar that the tree could not take, and said so. */
bool node_faulty(const struct node *node);
/* Neither plain and empty nor `~`. */
bool node_given(const struct node *node);
/* The first child of a mapping with this key, or NULL. */
const struct node *node_child(const struct node *map, const char *key);
/* A copy of NODE and all below it. */
struct node *node_copy(struct arena *arena, const struct node *node);

/* MAP (a mapping) to RECORD, a zeroed struct of SHAPE. EVENT: the keys `at` and `do` belong to it beside the shape's
 * and are left alone. */
void walk_map(struct walk *walk, const struct shape *shape, const struct node *map, void *record, bool event);
/* One value: NODE, a child of MAP, to FIELD of RECORD. */
void walk_field(struct walk *walk, const struct field *field, const struct node *node, const struct node *map,
                void *record);
/* A scalar to FIELD, kept at AT; false when it was wrong, which was said. */
bool walk_scalar(struct walk *walk, const struct field *field, const struct node *node, void *at);
/* Says that NODE should have been what FIELD's type demands. */
void walk_wrong_type(struct walk *walk, const struct field *field, const struct node *node);
/* Something of SHAPE could not be read: what refers to its ids is not at fault when it finds nothing. */
void walk_lost(struct walk *walk, const struct shape *shape);
/* Says each thing that fields of RECORD, read from MAP, ask of each other in vain. */
void walk_combination(struct walk *walk, const struct shape *shape, const struct node *map, const void *record);
/* One of them. */
struct need;
void walk_need(struct walk *walk, const struct need *need, const struct node *map, const void *record);
/* Looks for keys given twice in a value of the user's own, and below it. */
void walk_own(struct walk *walk, const struct node *node);
/* Likewise among the `x-` keys of MAP itself. */
void walk_own_keys(struct walk *walk, const struct node *map);

#endif
