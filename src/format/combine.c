/* What fields of one mapping demand of each other, in the agenda's own sections. (In events it is the meeting that
 * refuses.) */
#include "candour/base/text.h"
#include "candour/core/agenda.h"
#include "candour/core/record.h"
#include "candour/format/walk.h"

/* At the key that asks for what is not there. */
static void at_key(struct walk *walk, const struct node *map, const char *key, const char *hint, const char *what) {
    const struct node *child = node_child(map, key);
    problem(walk->problems, walk->source, child != NULL ? child->key_line : map->line,
            child != NULL ? child->key_column : map->column, hint, "%s", what);
}

static void person(struct walk *walk, const struct node *map, const struct person *person) {
    if (text_blank(person->name) && text_blank(person->role))
        at_key(walk, map, "", "a role can be published, a name never is", "a person needs a role or a name");
}

static void priority(struct walk *walk, const struct node *map, const struct priority *priority) {
    if (priority->rag != 0 && text_blank(priority->rag_note))
        at_key(walk, map, "rag", "say in `rag_note` what stands behind the colour",
               "missing rag_note: a rating goes with a note");
}

static void proposal(struct walk *walk, const struct node *map, const struct agreement *proposal) {
    if (proposal->priority != PRIORITY_DEFERRED)
        return;
    if (text_blank(proposal->reason))
        at_key(walk, map, "priority", "say in `reason` why it waits", "missing reason: what is deferred needs one");
    if (proposal->revisit == 0)
        at_key(walk, map, "priority", "give in `revisit` the day it is looked at again",
               "missing revisit: what is deferred needs a day to look again");
}

void walk_combination(struct walk *walk, const struct shape *shape, const struct node *map, const void *record) {
    if (shape == &SHAPE_PERSON)
        person(walk, map, record);
    else if (shape == &SHAPE_PRIORITY)
        priority(walk, map, record);
    else if (shape == &SHAPE_PROPOSAL)
        proposal(walk, map, record);
}
