#include "candour/core/need.h"

#include <assert.h>

#include "candour/base/text.h"
#include "candour/core/agenda.h"
#include "candour/core/event.h"
#include "candour/core/record.h"

#define WORD(value) (UINT32_C(1) << (value))

#define ANY_WORD (~WORD(0))

#define DEFERRED(of)                                                                                                   \
    {.shape = &(of),                                                                                                   \
     .kind = NEED_WHEN,                                                                                                \
     .asks = "priority",                                                                                               \
     .words = WORD(PRIORITY_DEFERRED),                                                                                 \
     .key = "reason",                                                                                                  \
     .why = "what is deferred needs one",                                                                              \
     .hint = "say in `reason` why it waits"},                                                                          \
    {                                                                                                                  \
        .shape = &(of), .kind = NEED_WHEN, .asks = "priority", .words = WORD(PRIORITY_DEFERRED), .key = "revisit",     \
        .why = "what is deferred needs a day to look again", .hint = "give in `revisit` the day it is looked at again" \
    }

static const struct need needs[] = {
    {.shape = &SHAPE_PERSON,
     .kind = NEED_EITHER,
     .key = "role",
     .other = "name",
     .why = "a person needs a role or a name",
     .hint = "a role can be published, a name never is"},
    {.shape = &SHAPE_PRIORITY,
     .kind = NEED_WHEN,
     .asks = "rag",
     .words = ANY_WORD,
     .key = "rag_note",
     .why = "a rating goes with a note",
     .hint = "say in `rag_note` what stands behind the colour"},
    DEFERRED(SHAPE_PROPOSAL),
    DEFERRED(SHAPE_AGREEMENT),
    {.shape = &SHAPE_POSITION,
     .kind = NEED_WHEN,
     .asks = "position",
     .words = ANY_WORD & ~WORD(POSITION_ACCEPTED),
     .key = "reason",
     .why = "what is not simply accepted needs one",
     .hint = "say in `reason` why the board takes this position"},
    {.shape = &SHAPE_ASSENT,
     .kind = NEED_WHEN,
     .asks = "state",
     .words = WORD(ASSENT_RESERVATION) | WORD(ASSENT_DECLINED),
     .key = "words",
     .why = "a reservation or a refusal needs them",
     .hint = "say in `words` what the agency said"},
    {.shape = &SHAPE_ATTEND,
     .kind = NEED_ONE,
     .key = "person",
     .other = "name",
     .why = "an attendance needs a person or a name",
     .hint = "give `person`, or for someone who is not on the list `name`"},
    {.shape = &SHAPE_PROGRESS, .kind = NEED_NAMES, .asks = "status", .refs = REF_AGREEMENT, .key = "id"},
};

enum { NEEDS = sizeof needs / sizeof *needs };

const struct need *needs_rows(size_t *count) {
    *count = NEEDS;
    return needs;
}

const struct need *need_of(const struct shape *shape, const struct need *after) {
    for (const struct need *need = after ? after + 1 : needs; need < needs + NEEDS; need++)
        if (need->shape == shape)
            return need;
    return NULL;
}

/* Something is there that is more than blanks. */
static bool has(const struct shape *shape, const char *key, const void *record) {
    const struct field *field = shape_field(shape, key);
    assert(field);
    if (!field_given(field, record))
        return false;
    bool text = field->type == FIELD_LINE || field->type == FIELD_TEXT || field->type == FIELD_REF;
    return !text || !text_blank(*(const char *const *)field_of(field, record));
}

static bool asked(const struct need *need, const void *record) {
    const struct field *field = shape_field(need->shape, need->asks);
    assert(field && field->type == FIELD_CHOICE);
    return (need->words >> *(const int *)field_of(field, record) & 1) != 0;
}

static bool names_it(const struct need *need, const void *record) {
    const char *id = *(const char *const *)field_of(shape_field(need->shape, need->key), record);
    for (int kind = 0; id && kind < RECORD_KINDS; kind++)
        if (need->refs & (uint32_t)REF_CHALLENGE << kind && id[0] == record_letter((enum record_kind)kind))
            return true;
    return false;
}

bool need_is_missing(const struct need *need, const void *record) {
    bool key = has(need->shape, need->key, record);
    if (need->kind == NEED_WHEN)
        return asked(need, record) && !key;
    return (need->kind == NEED_EITHER || need->kind == NEED_ONE) && !key && !has(need->shape, need->other, record);
}

static bool met(const struct need *need, const void *record) {
    if (need_is_missing(need, record))
        return false;
    if (need->kind == NEED_ONE)
        return !(has(need->shape, need->key, record) && has(need->shape, need->other, record));
    if (need->kind == NEED_NAMES)
        return !has(need->shape, need->asks, record) || names_it(need, record);
    return true;
}

const struct need *need_unmet(const struct shape *shape, const void *record, const struct need *after) {
    for (const struct need *need = need_of(shape, after); need; need = need_of(shape, need))
        if (!met(need, record))
            return need;
    return NULL;
}
