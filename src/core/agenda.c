/* Looking things up in an agenda, and the names things are said by. */
#include "candour/core/agenda.h"

#include <assert.h>
#include <string.h>

#include "candour/base/text.h"

/* The entry of a list whose id (always the second member) is ID. */
#define FIND(type, list_, wanted)                                                                                      \
    do {                                                                                                               \
        const type *entries = (list_).items;                                                                           \
        for (size_t i = 0; i < (list_).count; i++)                                                                     \
            if (text_equal(entries[i].id, (wanted)))                                                                   \
                return &entries[i];                                                                                    \
        return NULL;                                                                                                   \
    } while (0)

const struct agency *agency_find(const struct agenda *agenda, const char *id) {
    FIND(struct agency, agenda->agencies, id);
}

const struct person *person_find(const struct agenda *agenda, const char *id) {
    FIND(struct person, agenda->people, id);
}

const struct finding *finding_find(const struct agenda *agenda, const char *id) {
    FIND(struct finding, agenda->findings, id);
}

const struct priority *priority_find(const struct agenda *agenda, const char *id) {
    FIND(struct priority, agenda->priorities, id);
}

const struct learning *learning_find(const struct agenda *agenda, const char *id) {
    FIND(struct learning, agenda->learning, id);
}

const struct change_kind *kind_find(const struct agenda *agenda, const char *id) {
    size_t count = 0;
    const struct change_kind *kinds = kinds_of(agenda, &count);
    for (size_t i = 0; i < count; i++)
        if (text_equal(kinds[i].id, id))
            return &kinds[i];
    return NULL;
}

/* --- words of the field --- */

struct term_words {
    const char *key;
    size_t member; /* of struct terms: the label the file may give */
    const char *by_preset[3];
};

static const struct term_words words_of_the_field[] = {
    {"board",
     offsetof(struct terms, board),
     {"Local Safeguarding Children Board", "Safeguarding Children Partnership", "Safeguarding Adults Board"}},
    {"review",
     offsetof(struct terms, review),
     {"Serious Case Review", "Local Child Safeguarding Practice Review", "Safeguarding Adults Review"}},
    {"chair", offsetof(struct terms, chair), {"Independent Chair", "Partnership Chair", "Independent Chair"}},
    {"agency", offsetof(struct terms, agency), {"agency", "safeguarding partner or relevant agency", "partner"}},
    {"subgroup", offsetof(struct terms, subgroup), {"SCR sub-group", "case review group", "SAR sub-group"}},
    {"response", offsetof(struct terms, response), {"Board response", "Partnership response", "Board response"}},
    {"plan", offsetof(struct terms, plan), {"business plan", "business plan", "strategic plan"}},
    {"framework",
     offsetof(struct terms, framework),
     {"learning and improvement framework", "learning and improvement framework", "learning framework"}},
};

static int preset_of(const struct agenda *agenda) {
    return agenda->terms && agenda->terms->preset ? agenda->terms->preset : PRESET_LSCB;
}

const char *term(const struct agenda *agenda, const char *key) {
    for (size_t i = 0; i < sizeof words_of_the_field / sizeof *words_of_the_field; i++) {
        const struct term_words *words = &words_of_the_field[i];
        if (strcmp(words->key, key) != 0)
            continue;
        const char *own = NULL;
        if (agenda->terms)
            memcpy(&own, (const char *)agenda->terms + words->member, sizeof own);
        return own ? own : words->by_preset[preset_of(agenda) - 1];
    }
    assert(false && "a term that is not one");
    return key;
}

const char *party_name(const struct agenda *agenda, const char *id) {
    if (strcmp(id, "BOARD") == 0)
        return preset_of(agenda) == PRESET_LSCP ? "the Partnership" : "the Board";
    if (strcmp(id, "CHAIR") == 0)
        return "the chair";
    if (strcmp(id, "NATIONAL") == 0)
        return "national body";
    const struct agency *agency = agency_find(agenda, id);
    if (agency)
        return agency->name;
    const struct person *person = person_find(agenda, id);
    if (person)
        return person->role ? person->role : person->name;
    return id;
}
