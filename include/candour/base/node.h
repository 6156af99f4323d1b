/* Node: a piece of a YAML document as it was read: scalars, lists and mappings with their place in the file.
 *
 * Made by format/tree, read by the schema walk, and kept (in the meeting's arena) only for a user's own `x-` keys.
 * Text is NUL-terminated and holds no NUL.
 */
#ifndef CANDOUR_BASE_NODE_H
#define CANDOUR_BASE_NODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum node_type { NODE_SCALAR, NODE_LIST, NODE_MAP };

struct node {
    enum node_type type;
    bool plain;       /* a scalar written without quotes or block: the only kind that can mean "not given" */
    bool key_plain;   /* likewise the key */
    uint32_t line;    /* from 1 */
    uint32_t column;  /* from 1, in code points */
    uint32_t length;  /* bytes of text, or number of children */
    const char *text; /* scalar: the value; child of a mapping: see key */
    const char *key;  /* child of a mapping: its key */
    uint32_t key_line;
    uint32_t key_column;
    struct node *first; /* list, mapping: the first child */
    struct node *next;  /* the next child of the same parent */
};

/* A user's own key. */
struct extra {
    const char *key; /* with its `x-` */
    const struct node *value;
    const struct extra *next;
};

#endif
