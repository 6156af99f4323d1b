/* JSON: values written one after another into a buffer, two spaces a level, so that a program and a person can read it.
 *
 *   struct json json = json_begin(&out);
 *   json_object(&json, NULL);
 *   json_text(&json, "board", name);
 *   json_array(&json, "agreements"); ... json_end(&json);
 *   json_end(&json);                     the outermost end writes the last newline
 *
 * A value in an object has a key, one in an array (and the outermost) has none: NULL. Text that is NULL is written as
 * null, so that a key is always there. Strings are escaped as RFC 8259 asks; beyond it, so that no reader, page or
 * terminal acts on them, control and bidirectional characters, U+2028 and U+2029 are written as \u escapes, which reads
 * back as the same text; bytes that are not valid UTF-8 become U+FFFD. The buffer is the caller's. Cannot fail.
 */
#ifndef CANDOUR_FORMAT_JSON_H
#define CANDOUR_FORMAT_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "candour/base/buffer.h"

enum { JSON_DEEPEST = 64 };

struct json {
    struct buffer *out;
    uint64_t arrays; /* bit N: level N is an array */
    int depth;
    bool empty; /* nothing was written in the innermost level yet */
};

struct json json_begin(struct buffer *out);
/* Begin a level, at most JSON_DEEPEST of them, that json_end ends. */
void json_object(struct json *json, const char *key);
void json_array(struct json *json, const char *key);
void json_end(struct json *json);

void json_text(struct json *json, const char *key, const char *text);
void json_integer(struct json *json, const char *key, int64_t value);
void json_bool(struct json *json, const char *key, bool value);
void json_null(struct json *json, const char *key);

#endif
