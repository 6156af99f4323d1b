/* Everything that may stand in a field, gathered from the agenda and the meeting. */
#include <string.h>

#include "candour/base/arena.h"
#include "candour/ui/pick.h"

struct gathering {
    const struct meeting *meeting;
    const struct field *field;
    struct arena *arena;
    struct pickables all;
    size_t capacity;
};

static void add(struct gathering *g, const char *code, const char *name) {
    if (!meeting_ref_fits(g->meeting, g->field, code))
        return;
    if (g->all.count == g->capacity) {
        size_t capacity = g->capacity > 0 ? 2 * g->capacity : 32;
        struct pickable *list = arena_array(g->arena, capacity, sizeof *list);
        if (g->all.count > 0)
            memcpy(list, g->all.list, g->all.count * sizeof *list);
        g->all.list = list;
        g->capacity = capacity;
    }
    g->all.list[g->all.count++] = (struct pickable){code, name != NULL ? name : code};
}

static bool wants(const struct gathering *g, uint32_t kinds) {
    return (g->field->refs & kinds) != 0;
}

static const char *person_name(struct gathering *g, const struct person *person) {
    if (person->role != NULL && person->name != NULL)
        return arena_format(g->arena, "%s, %s", person->role, person->name);
    return person->role != NULL ? person->role : person->name;
}

static void gather_parties(struct gathering *g) {
    const struct agenda *agenda = g->meeting->agenda;
    const struct agency *agencies = agenda->agencies.items;
    for (size_t i = 0; wants(g, REF_AGENCY) && i < agenda->agencies.count; i++)
        add(g, agencies[i].id, agencies[i].name);
    if (wants(g, REF_BOARD))
        add(g, "BOARD", party_name(agenda, "BOARD"));
    if (wants(g, REF_CHAIR))
        add(g, "CHAIR", party_name(agenda, "CHAIR"));
    if (wants(g, REF_NATIONAL))
        add(g, "NATIONAL", party_name(agenda, "NATIONAL"));
    const struct person *people = agenda->people.items;
    for (size_t i = 0; wants(g, REF_PERSON) && i < agenda->people.count; i++)
        add(g, people[i].id, person_name(g, &people[i]));
}

static void gather_findings(struct gathering *g) {
    const struct agenda *agenda = g->meeting->agenda;
    const struct finding *findings = agenda->findings.items;
    for (size_t i = 0; wants(g, REF_FINDING) && i < agenda->findings.count; i++)
        add(g, findings[i].id, findings[i].title);
    for (size_t i = 0; wants(g, REF_RECOMMENDATION) && i < agenda->findings.count; i++) {
        const struct recommendation *list = findings[i].recommendations.items;
        for (size_t j = 0; j < findings[i].recommendations.count; j++)
            add(g, list[j].id, list[j].text);
    }
}

static void gather_plans(struct gathering *g) {
    const struct agenda *agenda = g->meeting->agenda;
    const struct priority *priorities = agenda->priorities.items;
    for (size_t i = 0; wants(g, REF_PRIORITY) && i < agenda->priorities.count; i++)
        add(g, priorities[i].id, priorities[i].title);
    const struct learning *learning = agenda->learning.items;
    for (size_t i = 0; wants(g, REF_LEARNING) && i < agenda->learning.count; i++)
        add(g, learning[i].id, learning[i].title);
    size_t count = 0;
    const struct change_kind *kinds = kinds_of(agenda, &count);
    for (size_t i = 0; wants(g, REF_KIND) && i < count; i++)
        add(g, kinds[i].id, kinds[i].title);
    const struct marker *marker = marker_of(agenda);
    const struct marker_question *questions = marker->questions.items;
    for (size_t i = 0; wants(g, REF_QUESTION) && i < marker->questions.count; i++)
        add(g, questions[i].id, questions[i].text);
}

static void gather_items(struct gathering *g) {
    const struct meeting *meeting = g->meeting;
    for (uint32_t i = 0; wants(g, REF_ITEM) && i < meeting->item_count; i++) {
        const struct item *item = meeting->items[meeting->order[i]].item;
        add(g, item->id, item->title);
    }
}

static const char *record_name(const struct record_state *record) {
    switch (record->kind) {
    case RECORD_CHALLENGE:
        return ((const struct challenge *)record->now)->put;
    case RECORD_AGREEMENT:
        return ((const struct agreement *)record->now)->text;
    case RECORD_ENGAGEMENT:
        return ((const struct engagement *)record->now)->activity;
    case RECORD_NOTE:
        return ((const struct note *)record->now)->text;
    case RECORD_KINDS:
        break;
    }
    return NULL;
}

static void gather_records(struct gathering *g) {
    const struct meeting *meeting = g->meeting;
    for (size_t i = 0; wants(g, REF_RECORD) && i < meeting->record_count; i++)
        if (!meeting->records[i].withdrawn)
            add(g, meeting->records[i].id, record_name(&meeting->records[i]));
    const struct agreement *proposals = meeting->agenda->proposals.items;
    for (size_t i = 0; wants(g, REF_PROPOSAL) && i < meeting->agenda->proposals.count; i++)
        add(g, proposals[i].id, proposals[i].text);
}

struct pickables pickables_of(const struct meeting *meeting, const struct field *field, struct arena *arena) {
    struct gathering g = {.meeting = meeting, .field = field, .arena = arena};
    gather_parties(&g);
    gather_findings(&g);
    gather_plans(&g);
    gather_items(&g);
    gather_records(&g);
    if (wants(&g, REF_END))
        add(&g, "end", "the planned end of the meeting");
    if (wants(&g, REF_NONE))
        add(&g, "none", "nothing is under way");
    return g.all;
}
