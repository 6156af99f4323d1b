/* Ids as people type them: a code, the beginning of one, or the beginning of a word of the name. */
#include <string.h>

#include "candour/base/text.h"
#include "candour/core/id.h"
#include "candour/core/reading.h"

struct hits {
    const char *first;
    size_t count;
};

struct search {
    const struct meeting *meeting;
    const struct field *field;
    const char *text;
    const char *exact;                  /* a code, letter for letter */
    struct hits whole, beginning, name; /* in falling order of worth */
    const char *near;
    size_t distance; /* of `near` */
};

static void hit(struct hits *hits, const char *id) {
    if (hits->count++ == 0)
        hits->first = id;
}

static bool in_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
}

static bool begins_word(const char *name, const char *text) {
    for (size_t i = 0; name && name[i]; i++)
        if ((i == 0 || !in_word(name[i - 1])) && text_starts_nocase(name + i, text))
            return true;
    return false;
}

/* F9 for F1: the figure is all there is to such a code, and any other is as near. */
static bool other_figure(const char *text, const char *id) {
    static const char figures[] = "0123456789";
    char letters[8];
    size_t count = strcspn(id, figures);
    if (count == 0 || count >= sizeof letters || id[count] == '\0')
        return false;
    memcpy(letters, id, count);
    letters[count] = '\0';
    const char *figure = text + count;
    return text_starts_nocase(text, letters) && *figure != '\0' && figure[strspn(figure, figures)] == '\0';
}

/* As far off as text_nearest allows: two edits and a third of the length, at least one. */
static void look_near(struct search *search, const char *id) {
    if (other_figure(search->text, id))
        return;
    size_t third = strlen(search->text) / 3;
    size_t allowed = third < 1 ? 1 : third > 2 ? 2 : third;
    size_t distance = text_distance(search->text, id, allowed);
    if (distance <= allowed && (search->near == NULL || distance < search->distance)) {
        search->near = id;
        search->distance = distance;
    }
}

/* One more that the text may mean. A GONE one counts by its whole code only. */
static void look_at(struct search *search, const char *id, const char *name, const char *other, bool gone) {
    if (!meeting_ref_fits(search->meeting, search->field, id))
        return;
    if (strcmp(id, search->text) == 0)
        search->exact = id;
    if (text_equal_nocase(id, search->text))
        hit(&search->whole, id);
    if (gone)
        return;
    if (text_starts_nocase(id, search->text))
        hit(&search->beginning, id);
    else if (begins_word(name, search->text) || begins_word(other, search->text))
        hit(&search->name, id);
    look_near(search, id);
}

static void look_at_parties(struct search *search, uint32_t refs) {
    const struct agenda *agenda = search->meeting->agenda;
    const struct agency *agencies = agenda->agencies.items;
    for (size_t i = 0; refs & REF_AGENCY && i < agenda->agencies.count; i++)
        look_at(search, agencies[i].id, agencies[i].name, NULL, false);
    const struct person *people = agenda->people.items;
    for (size_t i = 0; refs & REF_PERSON && i < agenda->people.count; i++)
        look_at(search, people[i].id, people[i].role, people[i].name, false);
    size_t count;
    const struct id_word *targets = id_words(&count);
    for (size_t i = 0; i < count; i++)
        if (refs & targets[i].names)
            look_at(search, targets[i].word, NULL, NULL, false);
}

static void look_at_findings(struct search *search, uint32_t refs) {
    const struct agenda *agenda = search->meeting->agenda;
    const struct finding *findings = agenda->findings.items;
    for (size_t i = 0; i < agenda->findings.count; i++) {
        if (refs & REF_FINDING)
            look_at(search, findings[i].id, findings[i].title, NULL, false);
        const struct recommendation *recommendations = findings[i].recommendations.items;
        for (size_t j = 0; refs & REF_RECOMMENDATION && j < findings[i].recommendations.count; j++)
            look_at(search, recommendations[j].id, NULL, NULL, false);
    }
    const struct priority *priorities = agenda->priorities.items;
    for (size_t i = 0; refs & REF_PRIORITY && i < agenda->priorities.count; i++)
        look_at(search, priorities[i].id, priorities[i].title, NULL, false);
    const struct learning *learning = agenda->learning.items;
    for (size_t i = 0; refs & REF_LEARNING && i < agenda->learning.count; i++)
        look_at(search, learning[i].id, learning[i].title, NULL, false);
}

static void look_at_prepared(struct search *search, uint32_t refs) {
    const struct agenda *agenda = search->meeting->agenda;
    size_t count = 0;
    const struct change_kind *kinds = kinds_of(agenda, &count);
    for (size_t i = 0; refs & REF_KIND && i < count; i++)
        look_at(search, kinds[i].id, kinds[i].title, NULL, false);
    const struct list *asked = &marker_of(agenda)->questions;
    const struct marker_question *questions = asked->items;
    for (size_t i = 0; refs & REF_QUESTION && i < asked->count; i++)
        look_at(search, questions[i].id, NULL, NULL, false);
    const struct agreement *proposals = agenda->proposals.items;
    for (size_t i = 0; refs & REF_PROPOSAL && i < agenda->proposals.count; i++)
        look_at(search, proposals[i].id, NULL, NULL, false);
}

static void look_at_meeting(struct search *search, uint32_t refs) {
    const struct meeting *meeting = search->meeting;
    for (uint32_t i = 0; refs & REF_ITEM && i < meeting->item_count; i++)
        look_at(search, meeting->items[i].item->id, meeting->items[i].item->title, NULL, false);
    for (size_t i = 0; refs & REF_RECORD && i < meeting->record_count; i++)
        look_at(search, meeting->records[i].id, NULL, NULL, meeting->records[i].withdrawn);
}

const char *ref_understand(const struct meeting *meeting, const struct field *field, const char *text,
                           const char **near) {
    struct search search = {.meeting = meeting, .field = field, .text = text};
    if (near)
        *near = NULL;
    if (text_blank(text))
        return NULL;
    look_at_parties(&search, field->refs);
    look_at_findings(&search, field->refs);
    look_at_prepared(&search, field->refs);
    look_at_meeting(&search, field->refs);
    if (search.exact)
        return search.exact;
    const struct hits *best = search.whole.count > 0       ? &search.whole
                              : search.beginning.count > 0 ? &search.beginning
                                                           : &search.name;
    if (best->count == 1)
        return best->first;
    if (near)
        *near = best->count > 0 ? best->first : search.near;
    return NULL;
}
