#include "support/random_field.h"

#include <string.h>

static const char *const lines[] = {
    "Missed appointments are counted, not understood",
    "no",
    "~",
    "2016-11-22",
    "12:30",
    "012",
    "- not a list",
    "# not a comment",
    "key: value",
    "'quoted' and \"quoted\"",
    "a \\ backslash",
    ("caf\xc3\xa9, na\xc3\xafve, \xc5\x81\xc3\xb3"
     "d\xc5\xba"),
    "\xe4\xbd\x93\xe5\x88\xb6\xe7\x9a\x84\xe5\xad\xa9\xe5\xad\x90",
    "\xd8\xa7\xd9\x84\xd8\xb7\xd9\x81\xd9\x84",
    "family \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7",
    "100% of plans, by March; see [A1] {draft} & *",
    "x",
    "true",
    "ends with a colon:",
    "!tagged",
};

static const char *const blocks[] = {
    "One line only.",
    "First line.\nSecond line.",
    "A paragraph.\n\nAnother paragraph, after an empty line.",
    "- a\n- b\n  - c",
    "key: value\nother: 'value'",
    "  indented first line\nnot indented",
    "#\n# looks like comments\n#",
    "---\n...",
    "\xc3\xa9\xc3\xa9\xc3\xa9\n\xe4\xbd\x93\xe5\x88\xb6\n\xf0\x9f\x99\x82",
    "A tab\there.",
    "Nobody, the system does.",
    "~",
    "It is a rather long line of words that goes on well past sixty columns, past eighty, and past one hundred too.",
};

const char *random_line(struct chance *c) {
    return lines[chance_below(c, sizeof lines / sizeof *lines)];
}

const char *random_text(struct chance *c) {
    return chance_percent(c, 40) ? random_line(c) : blocks[chance_below(c, sizeof blocks / sizeof *blocks)];
}

/* --- refs --- */

enum { REFS_MOST = 512 };

struct refs {
    const char *ids[REFS_MOST];
    uint32_t count;
};

static void ref_add(struct refs *refs, const char *id) {
    if (id && refs->count < REFS_MOST)
        refs->ids[refs->count++] = id;
}

static void refs_of_list(struct refs *refs, const struct list *list, const struct shape *shape) {
    const struct field *id = shape_field(shape, "id");
    for (size_t i = 0; i < list->count; i++)
        ref_add(refs, *(const char *const *)field_of(id, (const char *)list->items + i * shape->size));
}

static void refs_of_agenda(struct refs *refs, const struct agenda *agenda, uint32_t allowed) {
    const struct {
        uint32_t names;
        const struct list *list;
        const struct shape *shape;
    } lists[] = {
        {REF_AGENCY, &agenda->agencies, &SHAPE_AGENCY},
        {REF_PRIORITY, &agenda->priorities, &SHAPE_PRIORITY},
        {REF_LEARNING, &agenda->learning, &SHAPE_LEARNING},
        {REF_FINDING, &agenda->findings, &SHAPE_FINDING},
        {REF_ITEM, &agenda->items, &SHAPE_ITEM},
        {REF_PROPOSAL, &agenda->proposals, &SHAPE_PROPOSAL},
        {REF_QUESTION, &marker_of(agenda)->questions, &SHAPE_QUESTION},
    };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (allowed & lists[i].names)
            refs_of_list(refs, lists[i].list, lists[i].shape);
    const struct person *people = agenda->people.items;
    for (size_t i = 0; (allowed & REF_PERSON) && i < agenda->people.count; i++)
        if ((allowed & REF_ALONE) == 0 || people[i].agency == NULL)
            ref_add(refs, people[i].id);
    const struct finding *findings = agenda->findings.items;
    for (size_t i = 0; (allowed & REF_RECOMMENDATION) && i < agenda->findings.count; i++)
        refs_of_list(refs, &findings[i].recommendations, &SHAPE_RECOMMENDATION);
}

static void refs_of_meeting(struct refs *refs, const struct meeting *m, uint32_t allowed) {
    static const uint32_t names[RECORD_KINDS] = {REF_CHALLENGE, REF_AGREEMENT, REF_ENGAGEMENT, REF_NOTE};
    for (size_t i = m->record_count; i > 0; i--)
        if (allowed & names[m->records[i - 1].kind])
            ref_add(refs, m->records[i - 1].id);
    for (uint32_t i = 0; (allowed & REF_ITEM) && i < m->item_count; i++)
        if (m->items[i].added)
            ref_add(refs, m->items[i].item->id);
}

static void refs_reserved(struct refs *refs, uint32_t allowed) {
    static const struct {
        uint32_t names;
        const char *word;
    } reserved[] = {{REF_BOARD, "BOARD"}, {REF_CHAIR, "CHAIR"}, {REF_NATIONAL, "NATIONAL"}, {REF_END, "end"}};
    for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
        if (allowed & reserved[i].names)
            ref_add(refs, reserved[i].word);
}

static const char *ref_drawn(struct random_field *r, const struct field *field) {
    struct refs refs = {.count = 0};
    size_t count = 0;
    const struct change_kind *kinds = kinds_of(r->agenda, &count);
    if (r->meeting && chance_percent(r->chance, 2))
        return "AG1";
    refs_of_agenda(&refs, r->agenda, field->refs);
    if (r->meeting)
        refs_of_meeting(&refs, r->meeting, field->refs);
    refs_reserved(&refs, field->refs);
    for (size_t i = 0; (field->refs & REF_KIND) && i < count; i++)
        ref_add(&refs, kinds[i].id);
    return refs.count == 0 ? NULL : refs.ids[chance_below(r->chance, refs.count)];
}

/* --- values --- */

static struct texts texts_drawn(struct random_field *r, const struct field *field) {
    uint32_t count = 1 + chance_below(r->chance, 3);
    struct texts texts = {.items = arena_array(r->arena, count, sizeof(const char *))};
    if (field->type == FIELD_REFS && (field->refs & REF_NONE) && chance_percent(r->chance, 20)) {
        texts.items[texts.count++] = "none";
        return texts;
    }
    for (uint32_t i = 0; i < count; i++) {
        const char *text = field->type == FIELD_REFS ? ref_drawn(r, field) : random_line(r->chance);
        if (text && !(field->type == FIELD_REFS && texts_have(&texts, text)))
            texts.items[texts.count++] = text;
    }
    return texts;
}

static day day_drawn(struct random_field *r) {
    return day_of(2016, 1, 1) + (day)chance_below(r->chance, 4000);
}

static struct number number_drawn(struct random_field *r, const struct field *field) {
    int32_t least = field->least, most = field->most;
    if (least == 0 && most == 0)
        most = 100000;
    if (field->type == FIELD_MINUTES && least == 1 && most > 60)
        most = 60; /* meetings of a human length */
    return (struct number){true, least + (int32_t)chance_below(r->chance, (uint32_t)(most - least) + 1)};
}

static struct list maps_drawn(struct random_field *r, const struct field *field) {
    struct list list = {.count = 1 + chance_below(r->chance, 2)};
    list.items = arena_array(r->arena, list.count, field->shape->size);
    for (size_t i = 0; i < list.count; i++)
        random_fields(r, field->shape, (char *)list.items + i * field->shape->size);
    return list;
}

static void map_drawn(struct random_field *r, const struct field *field, void *kept) {
    void *map = arena_alloc(r->arena, field->shape->size);
    random_fields(r, field->shape, map);
    memcpy(kept, &map, sizeof map);
}

static void days_drawn(struct random_field *r, struct days *days) {
    days->count = 1 + chance_below(r->chance, 2);
    days->items = arena_array(r->arena, days->count, sizeof(day));
    for (size_t i = 0; i < days->count; i++)
        days->items[i] = day_drawn(r);
}

static void value_drawn(struct random_field *r, const struct field *field, void *kept) {
    switch (field->type) {
    case FIELD_LINE:
        *(const char **)kept = random_line(r->chance);
        break;
    case FIELD_TEXT:
        *(const char **)kept = random_text(r->chance);
        break;
    case FIELD_REF:
        *(const char **)kept = ref_drawn(r, field);
        break;
    case FIELD_REFS:
    case FIELD_LINES:
        *(struct texts *)kept = texts_drawn(r, field);
        break;
    case FIELD_DATE:
        *(day *)kept = day_drawn(r);
        break;
    case FIELD_DATES:
        days_drawn(r, kept);
        break;
    case FIELD_TIME:
    case FIELD_MINUTES:
    case FIELD_COUNT:
        *(struct number *)kept = number_drawn(r, field);
        break;
    case FIELD_STAMP:
        *(struct stamp *)kept = (struct stamp){.at = instant_of(day_drawn(r), 600, 0)};
        break;
    case FIELD_CHOICE:
    case FIELD_YES_NO:
        *(int *)kept = 1 + (int)chance_below(r->chance, (uint32_t)field->choices->count);
        break;
    case FIELD_MAP:
        map_drawn(r, field, kept);
        break;
    case FIELD_MAPS:
        *(struct list *)kept = maps_drawn(r, field);
        break;
    default:
        break;
    }
}

/* Lists whose rows have ids of their own are the caller's. */
static bool left_out(const struct field *field) {
    return field->type == FIELD_ID || field->type == FIELD_PATHS || field->type == FIELD_SET ||
           (field->type == FIELD_MAPS && shape_field(field->shape, "id"));
}

void random_fields(struct random_field *r, const struct shape *shape, void *record) {
    for (size_t i = 0; i < shape->count; i++) {
        const struct field *field = &shape->fields[i];
        if (!left_out(field) && ((field->flags & FIELD_REQUIRED) || chance_percent(r->chance, 50)))
            value_drawn(r, field, field_in(field, record));
    }
}
