#include "quick_ways.h"

#include <string.h>

#include "candour/base/text.h"
#include "candour/core/event.h"
#include "candour/core/record.h"
#include "candour/ui/specs.h"

static const struct quick_way ways[] = {
    {.act = "challenge",
     .alias = "c",
     .shape = &SHAPE_CHALLENGE,
     .left = "by",
     .right = "to",
     .marks = {{'#', "finding"}, {'!', "kind"}, {'!', "visibility"}},
     .bare = {{"finding", true}},
     .words = "put"},
    {.act = "agreement",
     .alias = "a",
     .shape = &SHAPE_AGREEMENT,
     .marks = {{'@', "owner"}, {'+', "partners"}, {'#', "findings"}, {'!', "priority"}, {'!', "visibility"}},
     .words = "text"},
    {.act = "note", .alias = "n", .shape = &SHAPE_NOTE, .marks = {{'!', "kind"}, {'!', "visibility"}}, .words = "text"},
    {.act = "engagement",
     .alias = "e",
     .shape = &SHAPE_ENGAGEMENT,
     .marks = {{'@', "lead"}, {'!', "purpose"}},
     .before = "audience",
     .words = "activity"},
    {.act = "position",
     .alias = "p",
     .shape = &SHAPE_POSITION,
     .marks = {{'#', "finding"}, {'!', "visibility"}},
     .bare = {{"finding", true}, {"position", false}},
     .words = "reason",
     .strict = true},
    {.act = "focus",
     .alias = "f",
     .shape = &SHAPE_FOCUS,
     .marks = {{'#', "finding"}},
     .bare = {{"finding", false}},
     .strict = true},
    {.act = "heard",
     .alias = "h",
     .shape = &SHAPE_HEARD,
     .marks = {{'@', "agency"}},
     .bare = {{"agency", false}},
     .strict = true},
    {.act = "extend",
     .alias = "x",
     .shape = &SHAPE_EXTEND,
     .marks = {{'@', "agreed_by"}},
     .bare = {{"minutes", false}},
     .words = "reason",
     .strict = true},
    {.act = "skip", .shape = &SHAPE_SKIP, .bare = {{"item", true}}, .words = "reason", .strict = true},
    {.act = "park", .shape = &SHAPE_PARK, .bare = {{"item", true}}, .words = "reason", .strict = true},
    {.act = "withdraw", .shape = &SHAPE_WITHDRAW, .bare = {{"id", true}}, .words = "reason", .strict = true},
    {.act = "assent",
     .shape = &SHAPE_ASSENT,
     .marks = {{'@', "agency"}, {'!', "state"}},
     .bare = {{"id", true}, {"agency", false}, {"state", false}},
     .words = "words",
     .strict = true},
};

const struct quick_way *quick_way(const char *act) {
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (text_equal(ways[i].act, act) || (ways[i].alias != NULL && text_equal(ways[i].alias, act)))
            return &ways[i];
    return NULL;
}

const struct field *quick_sign(const struct quick_way *way, char sign, const struct field *after) {
    bool passed = after == NULL;
    for (size_t i = 0; i < QUICK_MARKS && way->marks[i].key != NULL; i++) {
        if (way->marks[i].sign != sign)
            continue;
        const struct field *field = shape_field(way->shape, way->marks[i].key);
        if (passed)
            return field;
        passed = field == after;
    }
    return NULL;
}

bool quick_one_word(const struct field *field) {
    switch (field->type) {
    case FIELD_REF:
    case FIELD_REFS:
    case FIELD_DATE:
    case FIELD_DATES:
    case FIELD_TIME:
    case FIELD_MINUTES:
    case FIELD_COUNT:
    case FIELD_CHOICE:
    case FIELD_YES_NO:
        return true;
    default:
        return false;
    }
}

const struct field *quick_key(const struct quick_way *way, const char *text, const char **value) {
    const struct form_spec *spec = spec_of(way->act);
    for (size_t i = 0; i < spec->count; i++) {
        const char *name = spec->fields[i].key;
        size_t length = strlen(name);
        const struct field *field = shape_field(way->shape, name);
        if (text_starts_nocase(text, name) && text[length] == ':' && quick_one_word(field)) {
            *value = text + length + 1;
            return field;
        }
    }
    return NULL;
}
