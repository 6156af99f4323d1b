/* Gathering: the sections of all sessions as one, each thing once, every id its own. */
#include <string.h>

#include "candour/base/text.h"
#include "candour/core/id.h"
#include "carry_parts.h"

enum { STEM_MOST = 8 };

struct section {
    const struct shape *shape;
    uint32_t kind;
    size_t list;       /* in struct agenda */
    const char *title; /* key of the field that says what it is */
    bool by_id;        /* the same id is the same thing, whatever it is called */
    bool by_title;     /* so is the same title */
};

static const struct section sections[SECTION_COUNT] = {
    [SECTION_AGENCIES] = {&SHAPE_AGENCY, REF_AGENCY, offsetof(struct agenda, agencies), "name", true, true},
    [SECTION_PEOPLE] = {&SHAPE_PERSON, REF_PERSON, offsetof(struct agenda, people), "role", true, false},
    [SECTION_PRIORITIES] = {&SHAPE_PRIORITY, REF_PRIORITY, offsetof(struct agenda, priorities), "title", false, true},
    [SECTION_LEARNING] = {&SHAPE_LEARNING, REF_LEARNING, offsetof(struct agenda, learning), "title", false, true},
    [SECTION_FINDINGS] = {&SHAPE_FINDING, REF_FINDING, offsetof(struct agenda, findings), "title", false, true},
    [SECTION_KINDS] = {&SHAPE_KIND, REF_KIND, offsetof(struct agenda, kinds), "title", true, false},
};

static const char *text_in(const struct shape *shape, const char *key, const void *entry) {
    return *(const char *const *)field_of(shape_field(shape, key), entry);
}

static void note(struct carrying *c, size_t from, const char *what) {
    diag_add(c->problems, DIAG_NOTE, c->froms[from].given->path, 0, 0, "%s", what);
}

/* --- ids that stand for something else already --- */

static bool id_taken(const struct carrying *c, const char *id) {
    bool taken = id_reserved(id) || id_like_record(id) || names_any(&c->ids, id) != NULL;
    for (size_t i = 0; !taken && i < c->count; i++)
        taken = meeting_names(c->froms[i].m, id, NULL) != 0;
    return taken;
}

/* The letters ID begins with and a number that no session uses. */
static const char *fresh_id(struct carrying *c, const char *id) {
    size_t stem = strcspn(id, "0123456789");
    if (stem > STEM_MOST)
        stem = STEM_MOST;
    const char *fresh;
    do
        fresh = arena_format(c->arena, "%.*s%zu", (int)stem, id, ++c->fresh);
    while (id_taken(c, fresh));
    return fresh;
}

static void rename_id(struct carrying *c, size_t from, struct name name) {
    name.from = from;
    names_add(&c->froms[from].renamed, name);
}

static const char *free_id(struct carrying *c, size_t from, uint32_t kind, const char *id) {
    if (names_any(&c->ids, id) == NULL)
        return id;
    c->fresh = 0;
    const char *fresh = fresh_id(c, id);
    rename_id(c, from, (struct name){.key = id, .kind = kind, .text = fresh});
    note(c, from,
         arena_format(c->arena, "its %s is %s in the agenda: another meeting has a %s already", id, fresh, id));
    return fresh;
}

/* --- recommendations go with their finding --- */

static void add_recommendations(struct carrying *c, size_t from, const struct finding *finding, size_t place) {
    struct list *all = &c->findings[place].recommendations;
    const struct recommendation *list = finding->recommendations.items;
    for (size_t i = 0; i < finding->recommendations.count; i++) {
        const struct name *known = names_find(&c->ids, list[i].id, REF_RECOMMENDATION);
        if (known && known->place == place)
            continue;
        struct recommendation copy = list[i];
        copy.id = free_id(c, from, REF_RECOMMENDATION, copy.id);
        names_add(&c->ids, (struct name){.key = copy.id, .kind = REF_RECOMMENDATION, .from = from, .place = place});
        struct recommendation *items = more_room(c->arena, all->items, all->count, sizeof *items);
        items[all->count++] = copy;
        all->items = items;
    }
}

/* --- entries --- */

static void add_finding(struct carrying *c, size_t place) {
    c->findings = more_room(c->arena, c->findings, place, sizeof *c->findings);
    c->findings[place] = (struct carried_finding){.kept = true};
}

static size_t add_entry(struct carrying *c, enum section_place at, size_t from, const void *entry) {
    const struct section *section = &sections[at];
    struct gathered *into = &c->sections[at];
    size_t size = section->shape->size, place = into->count;
    const struct field *id_field = shape_field(section->shape, "id");
    const char *id = free_id(c, from, section->kind, text_in(section->shape, "id", entry));
    const char *title = names_fold(c->arena, text_in(section->shape, section->title, entry));
    into->entries = more_room(c->arena, into->entries, place, size);
    into->froms = more_room(c->arena, into->froms, place, sizeof *into->froms);
    char *copy = into->entries + place * size;
    memcpy(copy, entry, size);
    memcpy(field_in(id_field, copy), &id, sizeof id);
    into->froms[place] = from;
    into->count++;
    names_add(&c->ids, (struct name){.key = id, .kind = section->kind, .from = from, .place = place});
    if (title)
        names_add(&c->titles, (struct name){.key = title, .kind = section->kind, .from = from, .place = place});
    if (at == SECTION_FINDINGS)
        add_finding(c, place);
    return place;
}

static bool same_review(const struct carrying *c, size_t a, size_t b) {
    return text_equal(c->froms[a].m->agenda->review->id, c->froms[b].m->agenda->review->id);
}

/* The same thing under the same id, of a later session. */
static const struct name *known_by_id(struct carrying *c, enum section_place at, size_t from, const char *id,
                                      const char *title) {
    const struct section *section = &sections[at];
    const struct name *known = names_find(&c->ids, id, section->kind);
    if (!known || known->from == from)
        return NULL;
    const void *entry = c->sections[at].entries + known->place * section->shape->size;
    const char *later = text_in(section->shape, section->title, entry);
    bool same_title = text_equal_nocase(later, title);
    bool one_report = at == SECTION_FINDINGS && same_review(c, known->from, from);
    if (!section->by_id && !same_title && !one_report)
        return NULL;
    if (!same_title && later && title)
        note(c, from,
             arena_format(c->arena, "its %s is '%s', and '%s' in the later %s: taken as one, in the later words", id,
                          carry_line(c->arena, title, 60), carry_line(c->arena, later, 60),
                          c->froms[known->from].name));
    return known;
}

/* The same title under another id, of a later session. */
static const struct name *known_by_title(struct carrying *c, enum section_place at, size_t from, const char *id,
                                         const char *title) {
    const struct section *section = &sections[at];
    const struct name *known =
        section->by_title ? names_find(&c->titles, names_fold(c->arena, title), section->kind) : NULL;
    if (!known || known->from == from)
        return NULL;
    const char *there = text_in(section->shape, "id", c->sections[at].entries + known->place * section->shape->size);
    rename_id(c, from, (struct name){.key = id, .kind = section->kind, .text = there});
    note(c, from,
         arena_format(c->arena, "its %s is %s in the agenda: both are called '%s'", id, there,
                      carry_line(c->arena, title, 60)));
    return known;
}

static void take_entry(struct carrying *c, enum section_place at, size_t from, const void *entry) {
    const struct section *section = &sections[at];
    const char *id = text_in(section->shape, "id", entry);
    const char *title = text_in(section->shape, section->title, entry);
    const struct name *known = known_by_id(c, at, from, id, title);
    if (!known)
        known = known_by_title(c, at, from, id, title);
    size_t place = known ? known->place : add_entry(c, at, from, entry);
    if (at == SECTION_FINDINGS)
        add_recommendations(c, from, entry, place);
}

/* --- all of them --- */

static bool own_kinds(const struct carrying *c) {
    for (size_t i = 0; i < c->count; i++)
        if (c->froms[i].m->agenda->kinds.count > 0)
            return true;
    return false;
}

static void gather_kinds(struct carrying *c, size_t from) {
    size_t count = 0;
    const struct change_kind *kinds = kinds_of(c->froms[from].m->agenda, &count);
    for (size_t i = 0; i < count; i++)
        take_entry(c, SECTION_KINDS, from, &kinds[i]);
}

static void gather_section(struct carrying *c, enum section_place at, size_t from) {
    const struct section *section = &sections[at];
    struct list list;
    memcpy(&list, (const char *)c->froms[from].m->agenda + section->list, sizeof list);
    for (size_t i = 0; i < list.count; i++)
        take_entry(c, at, from, (const char *)list.items + i * section->shape->size);
}

/* The ids of the latest session that are neither entries nor items. */
static void reserve_ids(struct carrying *c) {
    const struct marker *marker = c->agenda->marker;
    names_add(&c->ids, (struct name){.key = c->agenda->board->id});
    names_add(&c->ids, (struct name){.key = c->agenda->review->id});
    if (marker && marker->id)
        names_add(&c->ids, (struct name){.key = marker->id});
    const struct marker_question *questions = marker ? marker->questions.items : NULL;
    for (size_t i = 0; marker && i < marker->questions.count; i++)
        names_add(&c->ids, (struct name){.key = questions[i].id, .kind = REF_QUESTION});
}

void carry_gather(struct carrying *c) {
    bool kinds = own_kinds(c);
    reserve_ids(c);
    for (size_t from = 0; from < c->count; from++) {
        for (int at = 0; at < SECTION_KINDS; at++)
            gather_section(c, (enum section_place)at, from);
        if (kinds)
            gather_kinds(c, from);
    }
}

/* --- references --- */

const char *carry_id(const struct carrying *c, size_t from, const char *id, uint32_t kinds) {
    const struct name *renamed = names_find(&c->froms[from].renamed, id, kinds);
    return renamed ? renamed->text : id;
}

static bool kept(const struct carrying *c, const char *id) {
    const struct name *name = names_find(&c->ids, id, REF_FINDING | REF_RECOMMENDATION);
    return !name || c->findings[name->place].kept;
}

static struct texts refs_right(const struct carrying *c, const struct texts *ids, size_t from, uint32_t kinds) {
    struct texts right = {.items = NULL};
    for (size_t i = 0; i < ids->count; i++) {
        const char *id = carry_id(c, from, ids->items[i], kinds);
        if (kept(c, id))
            texts_push(c->arena, &right, id);
    }
    return right;
}

void carry_refs(const struct carrying *c, const struct shape *shape, void *record, size_t from) {
    for (size_t i = 0; i < shape->count; i++) {
        const struct field *field = &shape->fields[i];
        if (field->type == FIELD_REF) {
            const char **id = field_in(field, record);
            *id = carry_id(c, from, *id, field->refs);
        } else if (field->type == FIELD_REFS) {
            struct texts *ids = field_in(field, record);
            *ids = refs_right(c, ids, from, field->refs);
        }
    }
}

struct carried_finding *carry_finding(const struct carrying *c, size_t from, const char *id) {
    const struct name *name = id ? names_find(&c->ids, carry_id(c, from, id, REF_FINDING), REF_FINDING) : NULL;
    return name ? &c->findings[name->place] : NULL;
}

/* --- into the agenda --- */

static void finish_section(struct carrying *c, enum section_place at) {
    const struct section *section = &sections[at];
    struct gathered *gathered = &c->sections[at];
    size_t size = section->shape->size;
    struct list list = {.items = gathered->entries, .count = 0};
    for (size_t i = 0; i < gathered->count; i++) {
        char *entry = gathered->entries + i * size;
        if (at == SECTION_FINDINGS && !c->findings[i].kept)
            continue;
        if (at == SECTION_FINDINGS)
            ((struct finding *)(void *)entry)->recommendations = c->findings[i].recommendations;
        carry_refs(c, section->shape, entry, gathered->froms[i]);
        memmove(gathered->entries + list.count++ * size, entry, size);
    }
    memcpy((char *)c->agenda + section->list, &list, sizeof list);
}

static void finish_drafts(struct carrying *c) {
    struct agreement *drafts = c->agenda->proposals.items;
    for (size_t i = 0; i < c->agenda->proposals.count; i++)
        carry_refs(c, &SHAPE_PROPOSAL, &drafts[i], names_find(&c->ids, drafts[i].id, REF_PROPOSAL)->from);
}

void carry_sections(struct carrying *c) {
    finish_drafts(c);
    for (int at = 0; at < SECTION_COUNT; at++)
        finish_section(c, (enum section_place)at);
}
