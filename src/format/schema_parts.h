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

/* --- regular expressions, whole: with ^ and $. ECMA 262, of which no more is used than others have too. --- */

/* Of an ID, whatever it names. */
const char *pattern_id(struct arena *arena, uint32_t names);
/* Of a REF, or one of REFS. BLANK: or nothing but blanks. */
const char *pattern_ref(struct arena *arena, uint32_t refs, bool blank);
const char *pattern_date(struct arena *arena);
const char *pattern_time(struct arena *arena);
const char *pattern_stamp(struct arena *arena);
/* Of a MINUTES or COUNT, every value in its range and no other. */
const char *pattern_minutes(struct arena *arena, const struct field *field);
const char *pattern_count(struct arena *arena, const struct field *field);

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
