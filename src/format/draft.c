/* A half-typed form as a small YAML file. It is read by the same tree as a meeting file, but leniently: a draft that
 * cannot be read is no draft, and nothing is said about it. */
#include <string.h>

#include "candour/core/reading.h"
#include "candour/format/emit.h"
#include "candour/format/prescan.h"
#include "candour/format/save.h"
#include "candour/format/tree.h"
#include "candour/format/walk.h"

static void write_line(struct buffer *out, const char *key, const char *text) {
    buffer_format(out, "%s: ", key);
    emit_scalar(text, false, 0, out);
    buffer_char(out, '\n');
}

void save_draft(const struct draft *draft, struct buffer *out) {
    buffer_text(out, "candour-draft: 1\n");
    write_line(out, "act", draft->act);
    if (draft->id != NULL)
        write_line(out, "id", draft->id);
    buffer_format(out, "events: %u\nplace: %u\nfields:", (unsigned)draft->events, (unsigned)draft->place);
    buffer_text(out, draft->count == 0 ? " []\n" : "\n");
    for (size_t i = 0; i < draft->count; i++) {
        buffer_text(out, "- key: ");
        emit_scalar(draft->fields[i].key, false, 2, out);
        buffer_text(out, "\n  text: ");
        emit_scalar(draft->fields[i].text != NULL ? draft->fields[i].text : "", true, 2, out);
        buffer_char(out, '\n');
    }
}

static const char *text_of(const struct node *map, const char *key, struct arena *arena) {
    const struct node *node = node_child(map, key);
    return node == NULL || node->type != NODE_SCALAR || node->text == NULL
               ? NULL
               : arena_copy(arena, node->text, node->length);
}

static bool count_of(const struct node *map, const char *key, uint32_t *out) {
    const struct node *node = node_child(map, key);
    int32_t count = 0;
    if (node == NULL || node->type != NODE_SCALAR || node->text == NULL || !count_read(node->text, &count))
        return false;
    *out = (uint32_t)count;
    return true;
}

static bool read_fields(const struct node *list, struct arena *arena, struct draft *out) {
    if (list == NULL || list->type != NODE_LIST)
        return false;
    out->fields = arena_array(arena, list->length, sizeof *out->fields);
    for (const struct node *entry = list->first; entry != NULL; entry = entry->next) {
        if (entry->type != NODE_MAP)
            return false;
        struct draft_field *field = &out->fields[out->count++];
        field->key = text_of(entry, "key", arena);
        field->text = text_of(entry, "text", arena);
        if (field->key == NULL || field->text == NULL)
            return false;
    }
    return true;
}

/* The top mapping as one node, or NULL. */
static struct node *read_top(struct source *source, struct arena *scratch) {
    struct diags unsaid;
    const char *bytes;
    struct node *top = arena_alloc(scratch, sizeof *top);
    struct node **end = &top->first;
    struct node key;
    bool marked;
    diags_begin(&unsaid, scratch);
    if (!prescan(source, scratch, &unsaid, &bytes))
        return NULL;
    struct tree *tree = tree_open(source, bytes, &unsaid, &unsaid, scratch);
    top->type = NODE_MAP;
    if (tree_top(tree, top)) {
        while (tree_key(tree, &key) && (*end = tree_value(tree, &key)) != NULL)
            end = &(*end)->next;
        tree_end(tree, &marked);
    }
    tree_close(tree);
    return unsaid.errors == 0 ? top : NULL;
}

bool load_draft(const char *bytes, size_t length, struct arena *arena, struct draft *out) {
    struct arena *scratch = arena_new();
    struct source source = {.name = "", .bytes = bytes, .length = length};
    const struct node *top = read_top(&source, scratch);
    uint32_t version = 0;
    *out = (struct draft){0};
    bool good = top != NULL && count_of(top, "candour-draft", &version) && version == 1 &&
                (out->act = text_of(top, "act", arena)) != NULL && count_of(top, "events", &out->events) &&
                count_of(top, "place", &out->place) && read_fields(node_child(top, "fields"), arena, out);
    if (good)
        out->id = text_of(top, "id", arena);
    arena_free(scratch);
    return good;
}
