/* What the parts of the JSON Schema share; nobody outside format's schema includes it. */
#ifndef CANDOUR_FORMAT_SCHEMA_PARTS_H
#define CANDOUR_FORMAT_SCHEMA_PARTS_H

#include "candour/base/arena.h"
#include "candour/core/field.h"
#include "candour/format/json.h"

/* Where a field stands: what it may lack there, and how much of it is held against the form. */
enum schema_place {
    IN_AGENDA,
    IN_EVENT, /* a ref of nothing but blanks is not given */
    IN_SET,   /* so too; what is required cannot be cleared, but may be left out */
};

struct schema {
    struct json json;
    struct arena *arena; /* of names and patterns */
};

/* --- regular expressions of ECMA 262, with ^ and $ --- */

/* An editor shows the expression that does not match. So there are two: the form, which a person can read, and, of what
 * has the form, exactly what is taken (NULL: all of it). */
struct pattern {
    const char *form, *exact;
};

/* Of an ID, whatever it names. */
struct pattern pattern_id(struct arena *arena, uint32_t names);
/* Of a REF, or one of REFS. BLANK: or nothing but blanks. */
struct pattern pattern_ref(struct arena *arena, uint32_t refs, bool blank);
struct pattern pattern_date(void);
struct pattern pattern_time(void);
struct pattern pattern_stamp(void);
/* Of a MINUTES or COUNT: every value in its range and no other. */
struct pattern pattern_minutes(struct arena *arena, const struct field *field);
struct pattern pattern_count(struct arena *arena, const struct field *field);

/* --- types --- */

/* What a value may be, as a reader of YAML sees it. */
enum json_type {
    A_STRING = 1 << 0,
    AN_INTEGER = 1 << 1,
    A_NUMBER = 1 << 2, /* also an integer */
    A_BOOLEAN = 1 << 3,
    AN_ARRAY = 1 << 4,
    AN_OBJECT = 1 << 5,
    A_NULL = 1 << 6,
    ANYTHING = A_STRING | A_NUMBER | A_BOOLEAN | AN_ARRAY | AN_OBJECT | A_NULL,
};

/* Begins a value of one of SET (0: others say which), keywords of which follow, or, taken but never offered, of one of
 * SILENT. schema_end with the same SILENT ends it. */
void schema_begin(struct schema *schema, unsigned set, unsigned silent);
void schema_end(struct schema *schema, unsigned silent);
/* As keywords of the value. */
void schema_pattern(struct schema *schema, struct pattern pattern);

/* --- fields --- */

/* The definitions that fields refer to. */
void schema_types(struct schema *schema);
/* Begins a reference to the definition NAME (of KIND, "event-", "" for none), as the value of KEY; json_end ends it. */
void schema_ref(struct schema *schema, const char *key, const char *kind, const char *name);
/* FIELD as the value of its own key. */
void schema_field(struct schema *schema, const struct field *field, enum schema_place place);
/* The value a field has when it must be there and say something, as the value of its own key, in few words. */
void schema_given(struct schema *schema, const struct field *field);
/* What stands beside the fields of every mapping: the user's own keys, and no others. */
void schema_keys(struct schema *schema);
/* The table of needs for SHAPE, as entries of a list. */
void schema_needs(struct schema *schema, const struct shape *shape, enum schema_place place);
/* The name of a shape's definition: small letters, - for blanks; in the arena. */
const char *schema_name(struct schema *schema, const char *name);

#endif
