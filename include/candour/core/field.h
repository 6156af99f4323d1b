/* Field and shape: the one table of every section, record and event of the meeting file.
 *
 * A shape names the fields of one mapping of the file and where each is kept in its C struct. Load, check, save, JSON
 * Schema, the `set` of an amendment, the forms on screen, report columns and the reference of the format all read
 * these tables; nothing else lists fields. The tables are constant and live as long as the program.
 *
 * Every struct of a shape begins with `const struct extra *extras` (the user's own `x-` keys). A zeroed struct has
 * every field not given. How each type is kept:
 *   LINE TEXT ID PATH      const char *                NULL: not given
 *   REF                    const char * (an id)        NULL: not given
 *   REFS LINES IDS PATHS   struct texts                count 0: not given (`links: none` is one text "none")
 *   DATE                   day                         0: not given
 *   DATES                  struct days
 *   TIME MINUTES COUNT     struct number               (TIME: minutes since midnight)
 *   STAMP                  struct stamp                at 0: not given
 *   CHOICE YES_NO          int                         0: not given, else 1 + place in the choices (yes 1, no 2)
 *   MAP                    struct T * of `shape`       NULL: not given
 *   MAPS                   struct list of `shape`      count 0: not given
 *   SET                    struct amendment            only in `amend`
 */
#ifndef CANDOUR_CORE_FIELD_H
#define CANDOUR_CORE_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "candour/base/instant.h"

enum field_type {
    FIELD_LINE,
    FIELD_TEXT,
    FIELD_ID,
    FIELD_REF,
    FIELD_REFS,
    FIELD_LINES,
    FIELD_PATHS,
    FIELD_DATE,
    FIELD_DATES,
    FIELD_TIME,
    FIELD_MINUTES,
    FIELD_COUNT,
    FIELD_STAMP,
    FIELD_CHOICE,
    FIELD_YES_NO,
    FIELD_MAP,
    FIELD_MAPS,
    FIELD_SET,
};

/* What an id may name; a REF's field allows a set of these. */
enum ref_kind {
    REF_AGENCY = 1 << 0,
    REF_PERSON = 1 << 1,
    REF_PRIORITY = 1 << 2,
    REF_LEARNING = 1 << 3,
    REF_FINDING = 1 << 4,
    REF_RECOMMENDATION = 1 << 5,
    REF_ITEM = 1 << 6,
    REF_KIND = 1 << 7, /* a kind of change */
    REF_QUESTION = 1 << 8,
    REF_PROPOSAL = 1 << 9,
    REF_CHALLENGE = 1 << 10,
    REF_AGREEMENT = 1 << 11,
    REF_ENGAGEMENT = 1 << 12,
    REF_NOTE = 1 << 13,
    REF_BOARD = 1 << 14,    /* the target BOARD */
    REF_CHAIR = 1 << 15,    /* the target CHAIR */
    REF_NATIONAL = 1 << 16, /* the target NATIONAL */
    REF_END = 1 << 17,      /* the account `end` */
    REF_NONE = 1 << 18,     /* the word `none` in place of a list */
    REF_ALONE = 1 << 19,    /* with REF_PERSON: only a person without an agency */
    REF_RECORD = REF_CHALLENGE | REF_AGREEMENT | REF_ENGAGEMENT | REF_NOTE,
};

struct texts {
    const char **items;
    size_t count;
};

struct days {
    day *items;
    size_t count;
};

struct number {
    bool given;
    int32_t value;
};

struct list {
    void *items; /* COUNT structs of the shape's size, one after another */
    size_t count;
};

struct choices {
    const char *name;         /* "challenge outcome" */
    const char *const *words; /* as in the file */
    size_t count;
};

enum field_flag {
    FIELD_REQUIRED = 1 << 0,
    FIELD_PUBLIC = 1 << 1, /* on the white list of what the published response may carry; on a section: it holds such */
    FIELD_PRIVATE = 1 << 2, /* the chair's own: never projected or published */
    FIELD_DERIVED = 1 << 3,
    FIELD_WORDS = 1 << 4,    /* a change of it asks for assent and read-back again: words, owner, partners, due date */
    FIELD_NOT_ZERO = 1 << 5, /* MINUTES: none is none at all */
};

struct shape;

struct field {
    const char *key;
    enum field_type type;
    uint32_t offset;
    uint32_t flags;
    uint32_t refs; /* enum ref_kind, for REF and REFS; for an ID: what it names */
    const struct choices *choices;
    const struct shape *shape; /* MAP, MAPS; NULL for the file's `events`, whose entries have a shape each (event.h) */
    int32_t least;             /* TIME MINUTES COUNT: range; both 0: 0 to 100,000 */
    int32_t most;
    const char *label; /* on a form: "Put by" */
    const char *help;  /* a sentence under the field */
    const char *example;
};

struct shape {
    const char *name; /* "challenge" */
    size_t size;
    const struct field *fields; /* in schema order, the order of writing */
    size_t count;
};

/* The field named KEY, or NULL. */
const struct field *shape_field(const struct shape *shape, const char *key);
/* Its place in the shape, the bit of an amendment's mask. */
size_t shape_place(const struct shape *shape, const struct field *field);
/* The place of a field in a struct of its shape. */
void *field_in(const struct field *field, void *record);
const void *field_of(const struct field *field, const void *record);
bool field_given(const struct field *field, const void *record);
/* Both not given, or the same value (lists: same order). */
bool field_equal(const struct field *field, const void *a, const void *b);
/* Every field of two structs of the shape; the user's own keys do not count. */
bool shape_equal(const struct shape *shape, const void *a, const void *b);
/* Sets FIELD of TO as it stands in FROM (shares texts and lists; nothing is copied deep). */
void field_copy(const struct field *field, void *to, const void *from);
void field_clear(const struct field *field, void *record);

/* May a TIME, MINUTES or COUNT be VALUE? From `least` to field_most. */
bool field_in_range(const struct field *field, int32_t value);
int32_t field_most(const struct field *field);

/* "" for 0. */
const char *choice_word(const struct choices *choices, int value);
/* 1 + place, or 0 when WORD is not one. */
int choice_read(const struct choices *choices, const char *word);
bool texts_have(const struct texts *texts, const char *text);

#endif
