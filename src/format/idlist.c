#include "candour/format/idlist.h"

#include <string.h>

#include "candour/base/text.h"
#include "candour/core/id.h"
#include "candour/format/words.h"

enum { FEW = 12 };

void idlist_begin(struct idlist *ids, struct arena *arena) {
    *ids = (struct idlist){.arena = arena};
}

static size_t hash(const char *id) {
    uint32_t value = 2166136261U;
    for (; *id != '\0'; id++)
        value = (value ^ (unsigned char)*id) * 16777619U;
    return value;
}

static uint32_t *slot_of(const struct idlist *ids, const char *id) {
    size_t at = hash(id) & (ids->slot_count - 1);
    while (ids->slots[at] != 0 && strcmp(ids->places[ids->slots[at] - 1].id, id) != 0)
        at = (at + 1) & (ids->slot_count - 1);
    return &ids->slots[at];
}

const struct id_place *idlist_find(const struct idlist *ids, const char *id) {
    if (ids->slot_count == 0)
        return NULL;
    uint32_t slot = *slot_of(ids, id);
    return slot == 0 ? NULL : &ids->places[slot - 1];
}

/* COUNT things of SIZE in a new place twice as large; the old one stays in the arena, which is scratch. */
static void *grown(struct arena *arena, const void *old, size_t count, size_t *capacity, size_t size) {
    *capacity = *capacity == 0 ? 64 : *capacity * 2;
    void *larger = arena_array(arena, *capacity, size);
    if (count > 0)
        memcpy(larger, old, count * size);
    return larger;
}

static void grow(struct idlist *ids) {
    ids->places = grown(ids->arena, ids->places, ids->count, &ids->capacity, sizeof *ids->places);
    ids->slot_count = ids->capacity * 2;
    ids->slots = arena_array(ids->arena, ids->slot_count, sizeof *ids->slots);
    for (size_t i = 0; i < ids->count; i++)
        *slot_of(ids, ids->places[i].id) = (uint32_t)i + 1;
}

void idlist_add(struct idlist *ids, const struct id_place *place, struct diags *problems) {
    if (ids->count == ids->capacity)
        grow(ids);
    uint32_t *slot = slot_of(ids, place->id);
    if (*slot == 0) {
        ids->places[ids->count++] = *place;
        *slot = (uint32_t)ids->count;
        return;
    }
    struct id_place *first = &ids->places[*slot - 1];
    first->names |= place->names; /* who refers to either of the two is not at fault */
    bool same_file = first->source == place->source;
    if (problem_counted(problems))
        return;
    problem(problems, place->source, place->line, place->column, "every id of a file is its own, whatever it names",
            "duplicate id %s (first at %s%s%u:%u)", problem_word(problems->arena, place->id),
            same_file ? "" : first->source->name, same_file ? "" : ":", (unsigned)first->line, (unsigned)first->column);
}

void idlist_refer(struct idlist *ids, const struct ref_place *place) {
    if (ids->ref_count == ids->ref_capacity)
        ids->refs = grown(ids->arena, ids->refs, ids->ref_count, &ids->ref_capacity, sizeof *ids->refs);
    ids->refs[ids->ref_count++] = *place;
}

static uint32_t reserved_bit(const char *id) {
    size_t count;
    const struct id_word *words = id_words(&count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(id, words[i].word) == 0)
            return words[i].names;
    return 0;
}

static bool is_question(const struct agenda *agenda, const char *id) {
    const struct marker *marker = marker_of(agenda);
    const struct marker_question *questions = marker->questions.items;
    for (size_t i = 0; i < marker->questions.count; i++)
        if (text_equal(questions[i].id, id))
            return true;
    return false;
}

/* What ID names where a field may refer to REFS: built-in kinds and questions are namespaces of their own. */
static uint32_t names_of(const struct idlist *ids, const struct agenda *agenda, const struct meeting *meeting,
                         const char *id, uint32_t refs) {
    const struct id_place *place = idlist_find(ids, id);
    if (place != NULL && (place->names & refs) != 0)
        return place->names;
    if ((refs & REF_KIND) != 0 && kind_find(agenda, id) != NULL)
        return REF_KIND;
    if ((refs & REF_QUESTION) != 0 && is_question(agenda, id))
        return REF_QUESTION;
    if (place != NULL && place->names != 0)
        return place->names;
    uint32_t bit = reserved_bit(id);
    if (bit == 0 && meeting != NULL)
        bit = meeting_names(meeting, id, NULL);
    return bit;
}

struct words {
    const char **list;
    size_t count, capacity;
};

static void add_word(struct words *words, struct arena *arena, const char *word) {
    if (words->count == words->capacity)
        words->list = grown(arena, words->list, words->count, &words->capacity, sizeof *words->list);
    words->list[words->count++] = word;
}

/* Every id that might have been meant. */
static struct words candidates(const struct idlist *ids, const struct agenda *agenda, const struct meeting *meeting,
                               uint32_t refs, struct arena *arena) {
    struct words words = {0};
    for (size_t i = 0; i < ids->count; i++)
        if ((ids->places[i].names & refs) != 0)
            add_word(&words, arena, ids->places[i].id);
    size_t count = 0;
    const struct change_kind *kinds = kinds_of(agenda, &count);
    for (size_t i = 0; (refs & REF_KIND) != 0 && agenda->kinds.count == 0 && i < count; i++)
        add_word(&words, arena, kinds[i].id);
    const struct marker_question *questions = marker_of(agenda)->questions.items;
    for (size_t i = 0; (refs & REF_QUESTION) != 0 && agenda->marker == NULL && i < marker_of(agenda)->questions.count;
         i++)
        add_word(&words, arena, questions[i].id);
    for (size_t i = 0; meeting != NULL && i < meeting->record_count; i++)
        if ((refs & (uint32_t)REF_CHALLENGE << meeting->records[i].kind) != 0)
            add_word(&words, arena, meeting->records[i].id);
    for (size_t i = 0; meeting != NULL && (refs & REF_ITEM) != 0 && i < meeting->item_count; i++)
        if (meeting->items[i].added)
            add_word(&words, arena, meeting->items[i].item->id);
    const struct id_word *parties = id_words(&count);
    for (size_t i = 0; i < count; i++)
        if ((refs & parties[i].names & (REF_BOARD | REF_CHAIR | REF_NATIONAL)) != 0)
            add_word(&words, arena, parties[i].word);
    return words;
}

static void no_such(const struct idlist *ids, const struct agenda *agenda, const struct meeting *meeting,
                    const struct ref_place *ref, struct diags *problems) {
    struct arena *arena = problems->arena;
    struct words words = candidates(ids, agenda, meeting, ref->field->refs, arena);
    const char *near = text_nearest(ref->id, words.list, words.count);
    const char *hint = NULL;
    if (near != NULL)
        hint = arena_format(arena, "did you mean %s?", near);
    else if (words.count > 0 && words.count <= FEW)
        hint = arena_format(arena, "there %s %s", words.count == 1 ? "is only" : "are",
                            words_list(words.list, words.count, " and ", arena));
    problem(problems, ref->source, ref->line, ref->column, hint, "no such %s %s", words_refs(ref->field->refs, arena),
            problem_word(arena, ref->id));
}

bool idlist_check(const struct idlist *ids, const struct agenda *agenda, const struct meeting *meeting,
                  const struct ref_place *ref, struct diags *problems) {
    uint32_t refs = ref->field->refs;
    uint32_t names = names_of(ids, agenda, meeting, ref->id, refs);
    const struct person *person = names == REF_PERSON ? person_find(agenda, ref->id) : NULL;
    if (person != NULL && person->agency != NULL && (refs & REF_ALONE) != 0) {
        problem(problems, ref->source, ref->line, ref->column,
                arena_format(problems->arena, "write %s, and who spoke in `by_person`", person->agency),
                "%s speaks for an agency: '%s' names the agency", ref->id, ref->field->key);
        return false;
    }
    if ((names & refs) != 0)
        return true;
    if (names == 0 && (refs & ids->lost) != 0)
        return false; /* what it names may stand in what could not be read */
    if (problem_counted(problems))
        return false;
    if (names == 0)
        no_such(ids, agenda, meeting, ref, problems);
    else
        problem(problems, ref->source, ref->line, ref->column, NULL, "%s is %s; expected here: %s",
                problem_word(problems->arena, ref->id), words_named(names), words_refs(refs, problems->arena));
    return false;
}

void idlist_resolve(const struct idlist *ids, const struct agenda *agenda, struct diags *problems) {
    for (size_t i = 0; i < ids->ref_count; i++)
        idlist_check(ids, agenda, NULL, &ids->refs[i], problems);
}
