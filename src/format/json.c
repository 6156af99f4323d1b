#include "candour/format/json.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "candour/base/text.h"

struct json json_begin(struct buffer *out) {
    return (struct json){.out = out, .empty = true};
}

/* --- strings --- */

/* What some reader takes for a line end, an instruction or nothing at all, though RFC 8259 would let it stand. */
static bool must_escape(uint32_t code) {
    bool control = code < 0x20 || (code >= 0x7f && code <= 0x9f);
    bool line_end = code == 0x2028 || code == 0x2029;
    bool direction = code == 0x61c || code == 0x200e || code == 0x200f || (code >= 0x202a && code <= 0x202e) ||
                     (code >= 0x2066 && code <= 0x2069);
    return control || line_end || direction || code == 0xfeff;
}

/* The letter behind the backslash of a short escape; 0: there is none. */
static char short_escape(uint32_t code) {
    static const char codes[] = "\"\\\b\f\n\r\t";
    static const char letters[] = "\"\\bfnrt";
    const char *at = code == 0 || code > 0x7f ? NULL : strchr(codes, (int)code);
    return at == NULL ? '\0' : letters[at - codes];
}

static void write_code(struct buffer *out, uint32_t code, const char *bytes, size_t length) {
    char letter = short_escape(code);
    if (letter != '\0') {
        buffer_char(out, '\\');
        buffer_char(out, letter);
    } else if (must_escape(code)) {
        buffer_format(out, "\\u%04" PRIx32, code);
    } else {
        buffer_add(out, bytes, length);
    }
}

/* Bytes from FROM that may stand as they are: printable ASCII but quote and backslash. */
static size_t plain(const char *text, size_t length, size_t from) {
    size_t at = from;
    while (at < length && text[at] >= 0x20 && text[at] < 0x7f && text[at] != '"' && text[at] != '\\') {
        at++;
    }
    return at - from;
}

static void write_string(struct buffer *out, const char *text) {
    size_t length = strlen(text);
    buffer_char(out, '"');
    for (size_t at = 0; at < length;) {
        size_t run = plain(text, length, at);
        buffer_add(out, text + at, run);
        at += run;
        if (at == length) {
            break;
        }
        uint32_t code;
        size_t bytes = utf8_read(text + at, length - at, &code);
        if (bytes == 0) {
            buffer_text(out, "\xef\xbf\xbd");
            at++;
        } else {
            write_code(out, code, text + at, bytes);
            at += bytes;
        }
    }
    buffer_char(out, '"');
}

/* --- values --- */

static void new_line(struct json *json) {
    buffer_char(json->out, '\n');
    for (int i = 0; i < json->depth; i++) {
        buffer_text(json->out, "  ");
    }
}

static bool in_array(const struct json *json) {
    return (json->arrays >> (json->depth - 1) & 1U) != 0;
}

/* What stands between two values, and the key. */
static void lead(struct json *json, const char *key) {
    if (json->depth > 0) {
        assert(in_array(json) == (key == NULL));
        if (!json->empty) {
            buffer_char(json->out, ',');
        }
        new_line(json);
    }
    if (key != NULL) {
        write_string(json->out, key);
        buffer_text(json->out, ": ");
    }
    json->empty = false;
}

static void begin(struct json *json, const char *key, bool array) {
    assert(json->depth < JSON_DEEPEST);
    lead(json, key);
    buffer_char(json->out, array ? '[' : '{');
    uint64_t bit = UINT64_C(1) << json->depth;
    json->arrays = array ? json->arrays | bit : json->arrays & ~bit;
    json->depth++;
    json->empty = true;
}

void json_object(struct json *json, const char *key) {
    begin(json, key, false);
}

void json_array(struct json *json, const char *key) {
    begin(json, key, true);
}

void json_end(struct json *json) {
    assert(json->depth > 0);
    char close = in_array(json) ? ']' : '}';
    json->depth--;
    if (!json->empty) {
        new_line(json);
    }
    buffer_char(json->out, close);
    json->empty = false;
    if (json->depth == 0) {
        buffer_char(json->out, '\n');
    }
}

void json_text(struct json *json, const char *key, const char *text) {
    if (text == NULL) {
        json_null(json, key);
        return;
    }
    lead(json, key);
    write_string(json->out, text);
}

void json_integer(struct json *json, const char *key, int64_t value) {
    lead(json, key);
    buffer_format(json->out, "%" PRId64, value);
}

void json_bool(struct json *json, const char *key, bool value) {
    lead(json, key);
    buffer_text(json->out, value ? "true" : "false");
}

void json_null(struct json *json, const char *key) {
    lead(json, key);
    buffer_text(json->out, "null");
}
