/* Words: how fields, their types and what an id may name are called in messages. Nothing here fails. */
#ifndef CANDOUR_FORMAT_WORDS_H
#define CANDOUR_FORMAT_WORDS_H

#include "candour/base/arena.h"
#include "candour/core/field.h"

/* "a date", "a list of ids": what is expected of a field. */
const char *words_expected(enum field_type type);
/* How to write it, as a hint; NULL when that goes without saying. In ARENA where it must be made. */
const char *words_how(const struct field *field, struct arena *arena);
/* "agency or person": what a ref may name, in ARENA. */
const char *words_refs(uint32_t refs, struct arena *arena);
/* "a finding": what an id names (one bit of enum ref_kind). */
const char *words_named(uint32_t bit);
/* "a, b or c" of COUNT words, at most 12 of them, in ARENA. */
const char *words_list(const char *const *words, size_t count, const char *last, struct arena *arena);

#endif
