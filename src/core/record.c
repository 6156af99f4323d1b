/* What all records have in common: a letter, a word, a shape, and the id that is said aloud. */
#include "candour/core/record.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "candour/core/id.h"

static const struct {
    const struct shape *shape;
    const char *word;
    uint32_t names;
} kinds[RECORD_KINDS] = {
    [RECORD_CHALLENGE] = {&SHAPE_CHALLENGE, "challenge", REF_CHALLENGE},
    [RECORD_AGREEMENT] = {&SHAPE_AGREEMENT, "agreement", REF_AGREEMENT},
    [RECORD_ENGAGEMENT] = {&SHAPE_ENGAGEMENT, "engagement", REF_ENGAGEMENT},
    [RECORD_NOTE] = {&SHAPE_NOTE, "note", REF_NOTE},
};

enum { ID_AT = offsetof(struct challenge, id) };
_Static_assert(offsetof(struct agreement, id) == ID_AT && offsetof(struct engagement, id) == ID_AT &&
                   offsetof(struct note, id) == ID_AT,
               "record_id reads the id of any record at one place");

const struct shape *record_shape(enum record_kind kind) {
    assert(kind < RECORD_KINDS);
    return kinds[kind].shape;
}

char record_letter(enum record_kind kind) {
    assert(kind < RECORD_KINDS);
    return id_letter_of(kinds[kind].names);
}

const char *record_word(enum record_kind kind) {
    assert(kind < RECORD_KINDS);
    return kinds[kind].word;
}

const char *record_id(const void *record) {
    const char *id = NULL;
    memcpy(&id, (const char *)record + ID_AT, sizeof id);
    return id;
}
