/* The tables of fields, events and needs as JSON on standard output, for tests that hold the schema to them. */
#include <stdio.h>
#include <string.h>

#include "candour/core/agenda.h"
#include "candour/core/event.h"
#include "candour/core/need.h"
#include "candour/core/record.h"
#include "candour/format/json.h"

static const char *type_word(enum field_type type) {
    static const char *const words[] = {
        [FIELD_LINE] = "line",   [FIELD_TEXT] = "text",     [FIELD_ID] = "id",           [FIELD_REF] = "ref",
        [FIELD_REFS] = "refs",   [FIELD_LINES] = "lines",   [FIELD_PATHS] = "paths",     [FIELD_DATE] = "date",
        [FIELD_DATES] = "dates", [FIELD_TIME] = "time",     [FIELD_MINUTES] = "minutes", [FIELD_COUNT] = "count",
        [FIELD_STAMP] = "stamp", [FIELD_CHOICE] = "choice", [FIELD_YES_NO] = "yes-no",   [FIELD_MAP] = "map",
        [FIELD_MAPS] = "maps",   [FIELD_SET] = "set",
    };
    return words[type];
}

static void refs(struct json *json, uint32_t set) {
    static const char *const words[] = {"agency",         "person",    "priority",   "learning", "finding",
                                        "recommendation", "item",      "kind",       "question", "proposal",
                                        "challenge",      "agreement", "engagement", "note",     "BOARD",
                                        "CHAIR",          "NATIONAL",  "end",        "none",     "alone"};
    json_array(json, "refs");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (set >> i & 1)
            json_text(json, NULL, words[i]);
    json_end(json);
}

static void choices(struct json *json, const char *key, const struct choices *of, uint32_t words) {
    json_array(json, key);
    for (size_t i = 0; of && i < of->count; i++)
        if (words >> (i + 1) & 1)
            json_text(json, NULL, of->words[i]);
    json_end(json);
}

static void shape(struct json *json, const char *key, const struct shape *of);

static void field(struct json *json, const struct field *of) {
    json_object(json, NULL);
    json_text(json, "key", of->key);
    json_text(json, "type", type_word(of->type));
    json_bool(json, "required", (of->flags & FIELD_REQUIRED) != 0);
    json_bool(json, "notZero", (of->flags & FIELD_NOT_ZERO) != 0);
    json_integer(json, "least", of->least);
    json_integer(json, "most", field_most(of));
    json_text(json, "label", of->label);
    json_text(json, "help", of->help);
    json_text(json, "example", of->example);
    refs(json, of->refs);
    choices(json, "choices", of->choices, ~UINT32_C(0));
    if (of->shape)
        shape(json, "shape", of->shape);
    json_end(json);
}

static void shape(struct json *json, const char *key, const struct shape *of) {
    json_object(json, key);
    json_text(json, "name", of->name);
    json_array(json, "fields");
    for (size_t i = 0; i < of->count; i++)
        field(json, &of->fields[i]);
    json_end(json);
    json_array(json, "needs");
    for (const struct need *need = need_of(of, NULL); need; need = need_of(of, need)) {
        static const char *const kinds[] = {"when", "either", "one", "names"};
        json_object(json, NULL);
        json_text(json, "kind", kinds[need->kind]);
        json_text(json, "asks", need->asks);
        json_text(json, "key", need->key);
        json_text(json, "other", need->other);
        choices(json, "words", need->asks ? shape_field(of, need->asks)->choices : NULL, need->words);
        json_end(json);
    }
    json_end(json);
    json_end(json);
}

int main(void) {
    struct buffer out = {0};
    struct json json = json_begin(&out);
    json_object(&json, NULL);
    shape(&json, "file", &SHAPE_FILE);
    json_object(&json, "events");
    for (int what = 0; what < DO_COUNT; what++)
        shape(&json, event_kinds[what].word, event_kinds[what].shape);
    json_end(&json);
    json_end(&json);
    fwrite(out.bytes, 1, out.length, stdout);
    buffer_free(&out);
    return 0;
}
