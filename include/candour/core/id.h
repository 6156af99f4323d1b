/* Id: what may be a code, and the codes and words that mean something of themselves. The one table of them, read by
 * load, apply, the JSON Schema, and forms that offer codes.
 */
#ifndef CANDOUR_CORE_ID_H
#define CANDOUR_CORE_ID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { ID_MOST = 16 };

/* A word that stands where an id may, and can be none. */
struct id_word {
    const char *word;
    uint32_t names; /* one bit of enum ref_kind */
};
/* BOARD, CHAIR, NATIONAL, none and end. */
const struct id_word *id_words(size_t *count);
bool id_reserved(const char *id);

/* The letter that ids of records and proposals begin with, a number behind it. */
struct id_letter {
    char letter;
    uint32_t names;
};
/* C A E N D. */
const struct id_letter *id_letters(size_t *count);
/* NAMES is one bit; '\0' where no letter is prescribed. */
char id_letter_of(uint32_t names);
bool id_like_record(const char *id);

/* Letters, digits, - and _, from 1 to ID_MOST of them. */
bool id_formed(const char *id);

#endif
