#include "candour/format/tree.h"

#include <string.h>
#include <yaml.h>

#include "candour/format/load.h"
#include "candour/format/pool.h"

struct tree {
    yaml_parser_t parser;
    yaml_event_t event; /* the one being looked at; type 0 for none */
    const struct source *source;
    struct diags *fatal;
    struct diags *problems;
    struct pool kept;    /* nodes of sections */
    struct pool passing; /* nodes of the entry being read */
    struct pool *pool;   /* one of the two */
    unsigned depth;
    size_t nodes; /* of the value being read */
    bool failed;
    bool block, margin;
    size_t keys; /* of the top mapping */
};

struct tree *tree_open(const struct source *source, const char *bytes, struct diags *fatal, struct diags *problems,
                       struct arena *arena) {
    struct tree *tree = arena_alloc(arena, sizeof *tree);
    *tree = (struct tree){.source = source, .fatal = fatal, .problems = problems};
    tree->kept.arena = tree->passing.arena = arena;
    tree->pool = &tree->kept;
    if (!yaml_parser_initialize(&tree->parser)) {
        problem(fatal, source, 0, 0, NULL, "out of memory");
        tree->failed = true;
        return tree;
    }
    yaml_parser_set_input_string(&tree->parser, (const unsigned char *)bytes, source->length);
    yaml_parser_set_encoding(&tree->parser, YAML_UTF8_ENCODING);
    return tree;
}

void tree_close(struct tree *tree) {
    if (tree == NULL)
        return;
    yaml_event_delete(&tree->event);
    yaml_parser_delete(&tree->parser);
}

bool tree_failed(const struct tree *tree) {
    return tree->failed;
}

bool tree_block(const struct tree *tree) {
    return tree->block;
}

bool tree_at_margin(const struct tree *tree) {
    return tree->margin;
}

static uint32_t line_of(const struct tree *tree) {
    return (uint32_t)tree->event.start_mark.line + 1;
}

static uint32_t column_of(const struct tree *tree) {
    return (uint32_t)tree->event.start_mark.column + 1;
}

/* The next event; false after a fatal problem. */
static bool step(struct tree *tree) {
    if (tree->failed)
        return false;
    yaml_event_delete(&tree->event);
    if (yaml_parser_parse(&tree->parser, &tree->event))
        return true;
    tree_trouble(&tree->parser, tree->source, tree->fatal);
    memset(&tree->event, 0, sizeof tree->event);
    tree->failed = true;
    return false;
}

void tree_stop(struct tree *tree, const struct node *node, const char *hint, const char *what) {
    problem(tree->fatal, tree->source, node->line, node->column, hint, "%s", what);
    tree->failed = true;
}

static void stop(struct tree *tree, const char *hint, const char *what) {
    problem(tree->fatal, tree->source, line_of(tree), column_of(tree), hint, "%s", what);
    tree->failed = true;
}

static struct node *new_node(struct tree *tree, enum node_type type) {
    struct node *node = pool_give(tree->pool, sizeof *node);
    *node = (struct node){.type = type, .line = line_of(tree), .column = column_of(tree)};
    if (++tree->nodes > TREE_NODES_MOST)
        stop(tree, "split it up", "over a limit: more than 1,000,000 entries in one section or event");
    return node;
}

static void refuse_properties(struct tree *tree, const unsigned char *anchor, const unsigned char *tag) {
    if (anchor != NULL)
        problem(tree->problems, tree->source, line_of(tree), column_of(tree),
                "write the words out wherever they are needed; a text that begins with '&' goes in quotes",
                "'&%s' is an anchor, and a meeting file has none",
                problem_quote(tree->problems->arena, (const char *)anchor));
    static const char core[] = "tag:yaml.org,2002:"; /* written !! */
    if (tag == NULL)
        return;
    bool short_form = strncmp((const char *)tag, core, sizeof core - 1) == 0;
    problem(tree->problems, tree->source, line_of(tree), column_of(tree),
            "take it out; a text that begins with '!' goes in quotes", "'%s%s' is a tag, and a meeting file has none",
            short_form ? "!!" : "",
            problem_quote(tree->problems->arena, (const char *)tag + (short_form ? sizeof core - 1 : 0)));
}

static struct node *read_alias(struct tree *tree) {
    struct node *node = new_node(tree, NODE_SCALAR);
    problem(tree->problems, tree->source, node->line, node->column,
            "write the words out wherever they are needed; a text that begins with '*' goes in quotes",
            "'*%s' is an alias, and a meeting file has none",
            problem_quote(tree->problems->arena, (const char *)tree->event.data.alias.anchor));
    return node;
}

static const char *scalar_fault(const struct tree *tree, const char **hint) {
    size_t length = tree->event.data.scalar.length;
    if (length > LOAD_TEXT_MOST) {
        *hint = "shorten it, or put it in a paper of its own";
        return "over a limit: a text of more than 64 KiB";
    }
    if (length > 0 && memchr(tree->event.data.scalar.value, '\0', length) != NULL) {
        *hint = "take the \\0 out";
        return "a NUL character";
    }
    return NULL;
}

static struct node *read_scalar(struct tree *tree) {
    struct node *node = new_node(tree, NODE_SCALAR);
    const char *hint = NULL;
    const char *fault = scalar_fault(tree, &hint);
    refuse_properties(tree, tree->event.data.scalar.anchor, tree->event.data.scalar.tag);
    if (fault != NULL) {
        problem(tree->problems, tree->source, node->line, node->column, hint, "%s", fault);
        return node;
    }
    node->plain = tree->event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    node->length = (uint32_t)tree->event.data.scalar.length;
    node->text = pool_copy(tree->pool, (const char *)tree->event.data.scalar.value, node->length);
    return node;
}

static bool enter(struct tree *tree) {
    if (++tree->depth > LOAD_DEPTH_MOST)
        stop(tree, "a meeting file is never nested that deep; is a bracket or an indentation wrong?",
             "over a limit: more than 32 levels of nesting");
    return !tree->failed;
}

static struct node *read_node(struct tree *tree);

/* Counts one child more; false when there are too many to keep (said once). */
static bool room_for(struct tree *tree, struct node *parent, const struct node *child, const char *of_what) {
    if (parent->length < LOAD_LIST_MOST) {
        parent->length++;
        return true;
    }
    if (!parent->plain)
        problem(tree->problems, tree->source, child->line, child->column, "split it up",
                "over a limit: more than 100,000 %s", of_what);
    parent->plain = true; /* of a list it means: said */
    return false;
}

static struct node *read_list(struct tree *tree) {
    struct node *list = new_node(tree, NODE_LIST);
    struct node **end = &list->first;
    refuse_properties(tree, tree->event.data.sequence_start.anchor, tree->event.data.sequence_start.tag);
    if (!enter(tree))
        return NULL;
    while (step(tree) && tree->event.type != YAML_SEQUENCE_END_EVENT) {
        struct node *entry = read_node(tree);
        if (entry == NULL)
            return NULL;
        if (room_for(tree, list, entry, "entries in a list")) {
            *end = entry;
            end = &entry->next;
        }
    }
    tree->depth--;
    return tree->failed ? NULL : list;
}

/* The key looked at, or NULL when it cannot be one (said, unless reading failed). */
static const char *read_key(struct tree *tree, struct node *key) {
    key->key_line = line_of(tree);
    key->key_column = column_of(tree);
    key->key = NULL;
    key->key_plain = false;
    if (tree->event.type != YAML_SCALAR_EVENT) {
        problem(tree->problems, tree->source, key->key_line, key->key_column,
                "quote a value that begins with '[', '{', '*' or '?'",
                "a key must be one word, not a list or a mapping");
        return read_node(tree) != NULL ? key->key : NULL;
    }
    size_t length = tree->event.data.scalar.length;
    const char *text = (const char *)tree->event.data.scalar.value;
    key->key_plain = tree->event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    refuse_properties(tree, tree->event.data.scalar.anchor, tree->event.data.scalar.tag);
    if (length > TREE_KEY_MOST)
        problem(tree->problems, tree->source, key->key_line, key->key_column, "is the ':' in the right place?",
                "over a limit: a key of more than 128 bytes");
    else if (memchr(text, '\0', length) != NULL)
        problem(tree->problems, tree->source, key->key_line, key->key_column, "take the \\0 out", "a NUL character");
    else
        key->key = pool_copy(tree->pool, text, length);
    return key->key;
}

static void give_key(struct node *value, const struct node *key) {
    value->key = key->key;
    value->key_plain = key->key_plain;
    value->key_line = key->key_line;
    value->key_column = key->key_column;
}

static struct node *read_map(struct tree *tree) {
    struct node *map = new_node(tree, NODE_MAP);
    struct node **end = &map->first;
    refuse_properties(tree, tree->event.data.mapping_start.anchor, tree->event.data.mapping_start.tag);
    if (!enter(tree))
        return NULL;
    while (step(tree) && tree->event.type != YAML_MAPPING_END_EVENT) {
        struct node key;
        read_key(tree, &key);
        struct node *value = step(tree) ? read_node(tree) : NULL;
        if (value == NULL)
            return NULL;
        give_key(value, &key);
        if (key.key != NULL && room_for(tree, map, value, "keys in a mapping")) {
            *end = value;
            end = &value->next;
        }
    }
    tree->depth--;
    return tree->failed ? NULL : map;
}

/* The node that begins with the event looked at; NULL after a fatal problem. */
static struct node *read_node(struct tree *tree) {
    struct node *node = NULL;
    if (tree->event.type == YAML_SCALAR_EVENT)
        node = read_scalar(tree);
    else if (tree->event.type == YAML_ALIAS_EVENT)
        node = read_alias(tree);
    else if (tree->event.type == YAML_SEQUENCE_START_EVENT)
        node = read_list(tree);
    else
        node = read_map(tree);
    return tree->failed ? NULL : node;
}

bool tree_top(struct tree *tree, struct node *top) {
    static const char hint[] = "a meeting file begins with the line `candour: 1`";
    bool streamed = step(tree);
    if (!streamed || !step(tree)) /* the document */
        return false;
    if (tree->event.type == YAML_STREAM_END_EVENT) {
        problem(tree->fatal, tree->source, 1, 1, hint, "there is nothing in the file");
        tree->failed = true;
        return false;
    }
    if (!step(tree))
        return false;
    if (tree->event.type != YAML_MAPPING_START_EVENT) {
        stop(tree, hint, "a meeting file is keys and values, and this is something else");
        return false;
    }
    top->line = line_of(tree);
    top->column = column_of(tree);
    refuse_properties(tree, tree->event.data.mapping_start.anchor, tree->event.data.mapping_start.tag);
    return enter(tree);
}

bool tree_key(struct tree *tree, struct node *key) {
    while (step(tree) && tree->event.type != YAML_MAPPING_END_EVENT) {
        tree->nodes = 0;
        if (++tree->keys > LOAD_LIST_MOST)
            stop(tree, "split it up", "over a limit: more than 100,000 keys in a mapping");
        if (tree->failed)
            return false;
        if (read_key(tree, key) != NULL)
            return true;
        if (!step(tree) || read_node(tree) == NULL)
            return false;
    }
    return false;
}

struct node *tree_value(struct tree *tree, const struct node *key) {
    struct node *value = step(tree) ? read_node(tree) : NULL;
    if (value != NULL)
        give_key(value, key);
    return value;
}

struct node *tree_list(struct tree *tree, const struct node *key, bool *list) {
    if (!step(tree))
        return NULL;
    *list = tree->event.type == YAML_SEQUENCE_START_EVENT;
    struct node *value;
    if (*list) {
        value = new_node(tree, NODE_LIST);
        tree->block = tree->event.data.sequence_start.style == YAML_BLOCK_SEQUENCE_STYLE;
        tree->margin = tree->block && value->column == 1;
        refuse_properties(tree, tree->event.data.sequence_start.anchor, tree->event.data.sequence_start.tag);
        enter(tree);
    } else {
        value = read_node(tree);
    }
    if (value != NULL)
        give_key(value, key);
    return value;
}

struct node *tree_entry(struct tree *tree, struct node *list) {
    tree->pool = &tree->passing;
    while (step(tree) && tree->event.type != YAML_SEQUENCE_END_EVENT) {
        pool_empty(&tree->passing);
        tree->nodes = 0;
        struct node *entry = read_node(tree);
        if (entry == NULL)
            return NULL;
        if (room_for(tree, list, entry, "entries in a list"))
            return entry;
    }
    tree->pool = &tree->kept;
    tree->depth--;
    return NULL;
}

bool tree_end(struct tree *tree, bool *marked) {
    *marked = false;
    if (!step(tree)) /* the end of the document */
        return false;
    *marked = !tree->event.data.document_end.implicit;
    if (!step(tree))
        return false;
    if (tree->event.type == YAML_STREAM_END_EVENT)
        return true;
    problem(tree->problems, tree->source, line_of(tree), column_of(tree),
            "one file is one meeting: take the line `---` out, or put what follows into a file of its own",
            "a second document");
    return false;
}
