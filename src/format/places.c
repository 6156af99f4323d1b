#include "candour/format/places.h"

#include <string.h>

#include "candour/format/torn.h"
#include "candour/format/tree.h"

struct reading {
    const char *bytes;
    size_t length;
    struct arena *arena;
    struct tree *tree;
    struct places *out;
    struct node *top;
    struct node *last; /* of the sections */
    uint32_t line;     /* whose offset is known */
    size_t at;
    size_t capacity;
};

/* Lines are asked for in order. */
static size_t offset_of(struct reading *r, uint32_t line) {
    for (; r->line < line; r->line++)
        r->at = line_after(r->bytes, r->length, r->at);
    return r->at;
}

static void take_section(struct reading *r, struct node *section) {
    if (r->last == NULL)
        r->top->first = section;
    else
        r->last->next = section;
    r->last = section;
}

static void take_entry(struct reading *r, const struct node *entry) {
    struct places *out = r->out;
    if (out->count == r->capacity) {
        size_t more = r->capacity == 0 ? 64 : r->capacity * 2;
        struct event_place *grown = arena_array(r->arena, more, sizeof *grown);
        if (out->count > 0)
            memcpy(grown, out->events, out->count * sizeof *grown);
        out->events = grown;
        r->capacity = more;
    }
    out->events[out->count++] = (struct event_place){.line = entry->line, .from = offset_of(r, entry->line)};
}

/* A `-` that stands on a line above its first key, with comments between. */
static void to_dashes(struct reading *r) {
    struct places *out = r->out;
    for (size_t i = 0; i < out->count; i++) {
        size_t least = i == 0 ? line_after(r->bytes, r->length, out->key) : out->events[i - 1].from + 1;
        while (out->events[i].from > least && r->bytes[out->events[i].from] != '-') {
            const char *before = memrchr(r->bytes, '\n', out->events[i].from - 1);
            out->events[i].from = before == NULL ? 0 : (size_t)(before - r->bytes) + 1;
        }
    }
}

static void read_events(struct reading *r, const struct node *key) {
    bool list = false;
    r->out->key = offset_of(r, key->key_line);
    r->out->key_line = key->key_line;
    r->out->key_column = key->key_column;
    struct node *value = tree_list(r->tree, key, &list);
    if (value == NULL || !list)
        return;
    r->out->column = value->column;
    r->out->block = tree_block(r->tree);
    r->out->margin = r->out->block && value->column == 1;
    const struct node *entry;
    while ((entry = tree_entry(r->tree, value)) != NULL)
        take_entry(r, entry);
    if (r->out->margin)
        to_dashes(r);
}

static void read_keys(struct reading *r) {
    struct node key;
    while (tree_key(r->tree, &key)) {
        if (strcmp(key.key, "events") == 0) {
            read_events(r, &key);
            continue;
        }
        struct node *value = tree_value(r->tree, &key);
        if (value == NULL)
            return;
        take_section(r, value);
    }
}

bool places_read(const char *bytes, size_t length, struct arena *arena, struct places *out) {
    size_t bom = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    struct source source = {.name = "", .bytes = bytes + bom, .length = length - bom};
    struct node *top = arena_alloc(arena, sizeof *top);
    struct diags unsaid;
    diags_begin(&unsaid, arena);
    top->type = NODE_MAP;
    *out = (struct places){.sections = top, .key = length};
    struct reading r = {.bytes = bytes, .length = length, .arena = arena, .out = out, .top = top, .line = 1};
    r.tree = tree_open(&source, source.bytes, &unsaid, &unsaid, arena);
    if (tree_top(r.tree, top))
        read_keys(&r);
    bool good = !tree_failed(r.tree);
    tree_close(r.tree);
    return good;
}
