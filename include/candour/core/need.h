/* Need: what one field of a mapping asks of another. The one table of it, read by load, apply, the JSON Schema and the
 * reference of the format.
 *
 * What only the state of the meeting can tell (a payer that has minutes, an id that is free) is the fold's alone. Rows
 * are constant.
 */
#ifndef CANDOUR_CORE_NEED_H
#define CANDOUR_CORE_NEED_H

#include "candour/core/field.h"

enum need_kind {
    NEED_WHEN,   /* `key` is needed when the choice `asks` is one of `words` */
    NEED_EITHER, /* `key` or `other` is needed, both are well */
    NEED_ONE,    /* `key` or `other` is needed, and not both */
    NEED_NAMES,  /* where `asks` is given, the ref `key` names one of `refs` */
};

struct need {
    const struct shape *shape;
    enum need_kind kind;
    const char *asks;
    uint32_t words; /* bit N: the word of value N, see choice_word */
    uint32_t refs;  /* enum ref_kind */
    const char *key, *other;
    const char *why;  /* a sentence without a full stop; of NEED_WHEN what stands behind "missing KEY: " */
    const char *hint; /* what to do */
};

const struct need *needs_rows(size_t *count);
/* The first row of SHAPE behind AFTER (NULL: the first of all); NULL when there is none. */
const struct need *need_of(const struct shape *shape, const struct need *after);
/* Likewise the first that RECORD does not meet. Whether a ref names the right thing is told by the letter of its id. */
const struct need *need_unmet(const struct shape *shape, const void *record, const struct need *after);
/* Is what it needs missing, and not too much given? */
bool need_is_missing(const struct need *need, const void *record);

#endif
