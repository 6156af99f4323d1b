/* Which marks, words and rest each act of the quick form knows; private to quick*.c. */
#ifndef CANDOUR_UI_QUICK_WAYS_H
#define CANDOUR_UI_QUICK_WAYS_H

#include "candour/core/field.h"

enum { QUICK_MARKS = 6, QUICK_BARE = 3 };

struct quick_mark {
    char sign;
    const char *key;
};

struct quick_bare {
    const char *key;
    bool whole; /* taken only when it is a whole code: ordinary words may follow at once */
};

struct quick_way {
    const char *act, *alias;
    const struct shape *shape;
    const char *left, *right; /* LEFT>RIGHT; NULL: none */
    struct quick_mark marks[QUICK_MARKS];
    struct quick_bare bare[QUICK_BARE]; /* words by their place */
    const char *before;                 /* "BEFORE: words"; NULL: none */
    const char *words;                  /* takes the rest; NULL: there is none */
    bool strict; /* a mark that is not understood is refused: what it was to do would be done to something else */
};

/* NULL when ACT, a name or alias, has none. */
const struct quick_way *quick_way(const char *act);
/* The field a sign stands for that comes next after AFTER (NULL: the first); NULL when there is none. */
const struct field *quick_sign(const struct quick_way *way, char sign, const struct field *after);
/* The field of `KEY:` at the beginning of TEXT whose value is one word, or NULL. VALUE is what follows the colon. */
const struct field *quick_key(const struct quick_way *way, const char *text, const char **value);
/* May the value of a field be given as one word? */
bool quick_one_word(const struct field *field);

#endif
