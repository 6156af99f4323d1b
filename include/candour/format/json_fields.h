/* JSON of a struct of the field tables: every field under its key of the meeting file, so that whoever knows one knows
 * the other. Dates and stamps are ISO 8601 text, times "13:30", minutes and counts numbers, choices their words, yes
 * and no true and false, ids and lists of ids text; what is not given is null, or an empty list. The user's own `x-`
 * keys and the chair's own fields are left out.
 */
#ifndef CANDOUR_FORMAT_JSON_FIELDS_H
#define CANDOUR_FORMAT_JSON_FIELDS_H

#include "candour/core/field.h"
#include "candour/format/json.h"

/* Into the object that was begun. RECORD is of SHAPE. */
void json_fields(struct json *json, const struct shape *shape, const void *record);
/* One of them. */
void json_field(struct json *json, const struct field *field, const void *record);

/* null when it is not given. */
void json_day(struct json *json, const char *key, day d);
void json_stamp(struct json *json, const char *key, struct stamp stamp);
void json_choice(struct json *json, const char *key, const struct choices *choices, int value);
void json_texts(struct json *json, const char *key, const struct texts *texts);

#endif
