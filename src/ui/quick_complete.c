/* What may stand for the word that is being typed on the `:` line. */
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/ui/quick.h"
#include "candour/ui/specs.h"
#include "quick_ways.h"

struct completing {
    const struct value_room *room;
    const struct quick_way *way;
    const char *word; /* up to the cursor */
    struct quick_completion out;
};

static void add(struct completing *c, struct pickables more) {
    size_t count = c->out.list.count;
    struct pickable *list = arena_array(c->room->arena, count + more.count, sizeof *list);
    if (count > 0)
        memcpy(list, c->out.list.list, count * sizeof *list);
    if (more.count > 0)
        memcpy(list + count, more.list, more.count * sizeof *list);
    c->out.list = (struct pickables){list, count + more.count};
}

static struct pickables choices_of(struct completing *c, const struct field *field) {
    size_t count;
    const char *const *words = value_choices(field, &count);
    struct pickables all = {arena_array(c->room->arena, count, sizeof *all.list), count};
    for (size_t i = 0; i < count; i++)
        all.list[i] = (struct pickable){words[i], field->label};
    return all;
}

/* Dates complete to nothing: the examples say how they may be written. */
static struct pickables dates(struct completing *c) {
    static const struct pickable ways[] = {{"+6w", "in six weeks"}, {"+3m", "in three months"}, {"fri", "next Friday"}};
    struct pickables all = {arena_array(c->room->arena, 3, sizeof *all.list), 3};
    memcpy(all.list, ways, sizeof ways);
    return all;
}

/* Of ALL those no worse than WORST, the better ones first; BEFORE bytes of the word are kept in front of each. */
static void add_fitting(struct completing *c, struct pickables all, const char *typed, size_t before,
                        enum pick_rank worst) {
    struct arena *arena = c->room->arena;
    struct pickable *list = arena_array(arena, all.count, sizeof *list);
    size_t count = 0;
    for (enum pick_rank rank = PICK_CODE; rank <= worst; rank++)
        for (size_t i = 0; i < all.count; i++)
            if (pick_rank(&all.list[i], typed) == rank)
                list[count++] = (struct pickable){arena_format(arena, "%.*s%s", (int)before, c->word, all.list[i].code),
                                                  all.list[i].name};
    add(c, (struct pickables){list, count});
}

/* Values of FIELD for TYPED: codes by their beginning or a word of the name, the rest by their beginning. */
static void add_values(struct completing *c, const struct field *field, const char *typed, size_t before) {
    if (field->type == FIELD_REF || field->type == FIELD_REFS)
        add_fitting(c, pickables_of(c->room->meeting, field, c->room->arena), typed, before, PICK_WORD);
    else if (field->type == FIELD_CHOICE || field->type == FIELD_YES_NO)
        add_fitting(c, choices_of(c, field), typed, before, PICK_CODE);
    else if (field->type == FIELD_DATE)
        add_fitting(c, dates(c), typed, before, PICK_CODE);
}

/* "du" goes on as "due:". */
static void add_keys(struct completing *c) {
    const struct form_spec *spec = spec_of(c->way->act);
    struct pickable *list = arena_array(c->room->arena, spec->count, sizeof *list);
    size_t count = 0;
    for (size_t i = 0; i < spec->count; i++) {
        const struct field *field = shape_field(c->way->shape, spec->fields[i].key);
        if (quick_one_word(field) && text_starts_nocase(field->key, c->word))
            list[count++] = (struct pickable){arena_format(c->room->arena, "%s:", field->key), field->label};
    }
    add(c, (struct pickables){list, count});
}

static void add_bare(struct completing *c) {
    for (size_t i = 0; i < QUICK_BARE && c->way->bare[i].key != NULL; i++) {
        const struct field *field = shape_field(c->way->shape, c->way->bare[i].key);
        if (c->way->bare[i].whole)
            add_fitting(c, pickables_of(c->room->meeting, field, c->room->arena), c->word, 0, PICK_CODE);
        else
            add_values(c, field, c->word, 0);
    }
    if (c->way->left != NULL) {
        size_t count = c->out.list.count;
        add_values(c, shape_field(c->way->shape, c->way->left), c->word, 0);
        for (size_t i = count; i < c->out.list.count; i++)
            c->out.list.list[i].code = arena_format(c->room->arena, "%s>", c->out.list.list[i].code);
    }
}

static void complete_word(struct completing *c) {
    const struct quick_way *way = c->way;
    const char *pair = way->left != NULL ? strchr(c->word, '>') : NULL;
    const char *value = NULL;
    const struct field *field = quick_key(way, c->word, &value);
    if (pair != NULL) {
        add_values(c, shape_field(way->shape, way->right), pair + 1, (size_t)(pair + 1 - c->word));
        return;
    }
    if (field != NULL) {
        add_values(c, field, value, (size_t)(value - c->word));
        return;
    }
    field = quick_sign(way, c->word[0], NULL);
    if (c->word[0] != '\0' && field != NULL) {
        for (; field != NULL; field = quick_sign(way, c->word[0], field))
            add_values(c, field, c->word + 1, 1);
        return;
    }
    add_bare(c);
    if (c->word[0] != '\0')
        add_keys(c);
}

static void complete_name(struct completing *c, const struct pickables *commands) {
    struct pickable *list = arena_array(c->room->arena, commands->count, sizeof *list);
    size_t count = 0;
    for (size_t i = 0; i < commands->count; i++)
        if (text_starts_nocase(commands->list[i].code, c->word))
            list[count++] = commands->list[i];
    add(c, (struct pickables){list, count});
}

struct quick_completion quick_complete(const struct value_room *room, const struct pickables *commands,
                                       const char *line, size_t cursor) {
    size_t from = cursor, begin = strspn(line, " "), name = strcspn(line + begin, " ");
    while (from > 0 && line[from - 1] != ' ')
        from--;
    struct completing c = {.room = room, .out = {.from = from, .to = cursor + strcspn(line + cursor, " ")}};
    c.word = arena_copy(room->arena, line + from, cursor - from);
    if (from <= begin) {
        complete_name(&c, commands);
        return c.out;
    }
    c.way = quick_way(arena_copy(room->arena, line + begin, name));
    if (c.way != NULL)
        complete_word(&c);
    return c.out;
}
