/* Guard: finding words that must not stand in a record, a child's name above all.
 *
 * The words come from a list kept outside every session. Found is a whole word, in any case, with or without its
 * accents, in composed or decomposed letters, and with an apostrophe and letters behind it ("Tamsin's"); invisible
 * characters in between do not hide it, and any blanks may stand where the guarded words have one. What joins words
 * (a hyphen, an apostrophe, an underscore) ends one, so "Anna-Tamsin" is found and "Tamsinford" is not. It is a help
 * against slips, not against intent.
 */
#ifndef CANDOUR_CORE_GUARD_H
#define CANDOUR_CORE_GUARD_H

#include <stddef.h>

/* What a person in the case is called instead, for the message: "the child, mother, ...". */
extern const char GUARD_ROLES[];

/* The first place in TEXT (valid UTF-8, or NULL) where one of WORDS stands: that word as it is in the list, and the
 * bytes FROM to TO of TEXT (both may be NULL). Of several words at one place the longest. NULL: none of them. Words
 * without a letter or digit are never found. */
const char *guard_find(const char *text, const char *const *words, size_t count, size_t *from, size_t *to);

#endif
