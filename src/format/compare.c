/* `outcome:` beside what the events say. It is what the program would write, order included: any difference means that
 * somebody changed it, or the events, by hand. */
#include <stdlib.h>
#include <string.h>

#include "candour/format/replay.h"
#include "candour/format/words.h"

static const char hint[] = "the events count; candour writes the outcome again when the meeting is next left or closed";

struct comparison {
    struct diags *problems;
    const struct source *source;
};

static void names(struct comparison *in, const struct node *place, const char *what) {
    problem(in->problems, in->source, place->line, place->column, hint, "%s", what);
}

/* The key of FIELD in MAP; where it is not given, what it should stand in. */
static void names_key(struct comparison *in, const struct node *map, const struct field *field, const char *what) {
    const struct node *node = node_child(map, field->key);
    if (node != NULL)
        problem(in->problems, in->source, node->key_line, node->key_column, hint, "%s", what);
    else
        names(in, map, what);
}

/* --- lists, of ids or of entries that begin with one --- */

struct ids {
    const char **list;
    size_t count;
};

static struct ids ids_of(const struct field *field, const void *kept, struct arena *arena) {
    if (field->type == FIELD_REFS) {
        const struct texts *texts = kept;
        return (struct ids){.list = texts->items, .count = texts->count};
    }
    const struct list *list = kept;
    struct ids ids = {.list = arena_array(arena, list->count, sizeof *ids.list), .count = list->count};
    for (size_t i = 0; i < ids.count; i++) {
        const char *entry = (const char *)list->items + i * field->shape->size;
        memcpy(&ids.list[i], field_of(&field->shape->fields[0], entry), sizeof ids.list[i]);
    }
    return ids;
}

enum { RANK_NONE = -1 };

struct rank {
    const char *id;
    int32_t place;
    bool met;
};

static int by_id(const void *a, const void *b) {
    const struct rank *x = a, *y = b;
    return strcmp(x->id, y->id);
}

/* The places of IDS, to be looked up by id. */
static struct rank *ranks_of(const struct ids *ids, struct arena *arena) {
    struct rank *ranks = arena_array(arena, ids->count, sizeof *ranks);
    for (size_t i = 0; i < ids->count; i++)
        ranks[i] = (struct rank){.id = ids->list[i], .place = (int32_t)i};
    if (ids->count > 0)
        qsort(ranks, ids->count, sizeof *ranks, by_id);
    return ranks;
}

/* What is in the file, one by one; the place of each among the events', or RANK_NONE, in PLACES. */
static void compare_given(struct comparison *in, const struct field *field, const struct node *list,
                          const struct ids *given, const struct ids *derived, struct rank *ranks, int32_t *places) {
    struct arena *arena = in->problems->arena;
    const struct node *entry = list->first;
    const char *key = field->key;
    int32_t last = RANK_NONE;
    bool ordered = true;
    for (size_t i = 0; i < given->count && entry != NULL; i++, entry = entry->next) {
        const char *id = given->list[i];
        struct rank wanted = {.id = id};
        struct rank *rank = derived->count > 0 ? bsearch(&wanted, ranks, derived->count, sizeof *ranks, by_id) : NULL;
        places[i] = rank != NULL ? rank->place : RANK_NONE;
        if (rank == NULL) {
            names(
                in, entry,
                arena_format(arena, "the outcome's '%s' has %s, and the events do not", key, problem_word(arena, id)));
        } else if (rank->met) {
            names(in, entry, arena_format(arena, "the outcome's '%s' has %s twice", key, id));
        } else if (rank->place < last && ordered) {
            ordered = false;
            names(in, entry,
                  arena_format(arena, "the outcome's '%s' has %s after %s, and the events before it", key, id,
                               derived->list[last]));
        }
        if (rank != NULL)
            rank->met = true;
        last = places[i] > last ? places[i] : last;
    }
}

static void compare_left_out(struct comparison *in, const struct field *field, const struct node *map,
                             const struct ids *derived, const struct rank *ranks) {
    bool *met = arena_array(in->problems->arena, derived->count, sizeof *met);
    for (size_t i = 0; i < derived->count; i++)
        met[ranks[i].place] = ranks[i].met;
    for (size_t i = 0; i < derived->count; i++)
        if (!met[i])
            names_key(in, map, field,
                      arena_format(in->problems->arena, "the outcome's '%s' leaves out %s, and the events have it",
                                   field->key, derived->list[i]));
}

/* Returns, for each that is given, its place among the events' own; NULL when nothing is given. */
static const int32_t *compare_list(struct comparison *in, const struct field *field, const struct node *map,
                                   const void *given, const void *derived) {
    struct arena *arena = in->problems->arena;
    struct ids mine = ids_of(field, field_of(field, given), arena);
    struct ids theirs = ids_of(field, field_of(field, derived), arena);
    if (mine.count == 0) {
        if (theirs.count > 0)
            names_key(in, map, field,
                      arena_format(arena, "the outcome's '%s' is not given, and the events say %s", field->key,
                                   words_list(theirs.list, theirs.count, " and ", arena)));
        return NULL;
    }
    struct rank *ranks = ranks_of(&theirs, arena);
    int32_t *places = arena_array(arena, mine.count, sizeof *places);
    compare_given(in, field, node_child(map, field->key), &mine, &theirs, ranks, places);
    compare_left_out(in, field, map, &theirs, ranks);
    return places;
}

/* --- single values --- */

static const char *value_text(struct comparison *in, const struct field *field, const void *record) {
    const void *kept = field_of(field, record);
    if (!field_given(field, record))
        return NULL;
    if (field->type == FIELD_CHOICE)
        return choice_word(field->choices, *(const int *)kept);
    if (field->type == FIELD_COUNT)
        return arena_format(in->problems->arena, "%d", (int)((const struct number *)kept)->value);
    return *(const char *const *)kept;
}

static void compare_value(struct comparison *in, const struct field *field, const struct node *map, const void *given,
                          const void *derived) {
    if (field_equal(field, given, derived))
        return;
    const char *mine = value_text(in, field, given);
    const char *theirs = value_text(in, field, derived);
    const struct node *node = mine != NULL ? node_child(map, field->key) : NULL;
    const char *what = arena_format(in->problems->arena, "the outcome's '%s' is %s, and the events say %s", field->key,
                                    mine != NULL ? mine : "not given", theirs != NULL ? theirs : "nothing");
    if (node != NULL)
        names(in, node, what);
    else
        names_key(in, map, field, what);
}

static void compare_entry(struct comparison *in, const struct shape *shape, const struct node *map, const void *given,
                          const void *derived) {
    for (size_t i = 0; i < shape->count; i++) {
        const struct field *field = &shape->fields[i];
        if (field->type == FIELD_REFS)
            compare_list(in, field, map, given, derived);
        else if (field->type != FIELD_MAPS)
            compare_value(in, field, map, given, derived);
    }
}

static void compare_entries(struct comparison *in, const struct field *field, const struct node *map,
                            const struct outcome *given, const struct outcome *derived) {
    const int32_t *places = compare_list(in, field, map, given, derived);
    if (places == NULL)
        return;
    const struct list *mine = field_of(field, given);
    const struct list *theirs = field_of(field, derived);
    const struct node *entry = node_child(map, field->key)->first;
    for (size_t i = 0; i < mine->count && entry != NULL; i++, entry = entry->next)
        if (places[i] != RANK_NONE)
            compare_entry(in, field->shape, entry, (const char *)mine->items + i * field->shape->size,
                          (const char *)theirs->items + (size_t)places[i] * field->shape->size);
}

void replay_compare(const struct replay *replay, const struct outcome *given, const struct node *node,
                    const struct source *source) {
    struct comparison in = {.problems = replay->walk.problems, .source = source};
    if (replay->outcome == NULL) {
        const struct node *as_of = node_child(node, "as_of");
        names(&in, as_of != NULL ? as_of : node,
              arena_format(in.problems->arena, "the outcome is as of %d events, and there %s only %zu",
                           (int)given->as_of.value, replay->meeting->event_count == 1 ? "is" : "are",
                           replay->meeting->event_count));
        return;
    }
    compare_entry(&in, &SHAPE_OUTCOME, node, given, replay->outcome);
    for (size_t i = 0; i < SHAPE_OUTCOME.count; i++)
        if (SHAPE_OUTCOME.fields[i].type == FIELD_MAPS)
            compare_entries(&in, &SHAPE_OUTCOME.fields[i], node, given, replay->outcome);
}
