/* Tree: the events of libyaml as nodes with line and column, read piece by piece.
 *
 *   tree = tree_open(&source, bytes, fatal, problems, arena);
 *   if (tree_top(tree))
 *       while (tree_key(tree, &key))
 *           value = tree_value(tree, &key);      or tree_list, then tree_entry until NULL
 *   whole = tree_end(tree);                      nothing more may follow
 *   tree_close(tree);
 *
 * Nodes and their text live in ARENA, but for those of an entry of tree_list: these die with the next entry, so that a
 * list of 20,000 events never stands in memory at once. A syntax error, nesting beyond LOAD_DEPTH_MOST and a value of
 * more than TREE_NODES_MOST pieces end the reading: they go to FATAL, worded for people rather than for parsers. What
 * can be stepped over goes to PROBLEMS: anchors, aliases, tags, keys that are no words, over-long texts, lists and
 * keys, NUL from an escape. A scalar that could not be taken (an alias, too long, NUL) is a node without text.
 */
#ifndef CANDOUR_FORMAT_TREE_H
#define CANDOUR_FORMAT_TREE_H

#include "candour/base/node.h"
#include "candour/format/problem.h"

enum { TREE_NODES_MOST = 1000000, TREE_KEY_MOST = 128 };

struct tree;

/* BYTES are SOURCE's, or the prescan's copy of them; all must outlive the tree. */
struct tree *tree_open(const struct source *source, const char *bytes, struct diags *fatal, struct diags *problems,
                       struct arena *arena);
/* NULL is allowed. */
void tree_close(struct tree *tree);

/* Goes to the first key; false (and a fatal problem) when the document is no mapping. TOP is its place. */
bool tree_top(struct tree *tree, struct node *top);
/* The next key of the top mapping, in KEY's key, key_line, key_column; false at its end or after a fatal problem. */
bool tree_key(struct tree *tree, struct node *key);
/* The value of KEY, with its key filled in; NULL after a fatal problem. */
struct node *tree_value(struct tree *tree, const struct node *key);
/* As tree_value, but of a list only the beginning (*LIST is set): its entries come from tree_entry. */
struct node *tree_list(struct tree *tree, const struct node *key, bool *list);
/* The next entry of that list, which lives until the one after it is asked for; NULL at its end or after a fatal
 * problem. */
struct node *tree_entry(struct tree *tree, struct node *list);

/* Is the list begun by tree_list in block form, and at the left margin? */
bool tree_block(const struct tree *tree);
bool tree_at_margin(const struct tree *tree);
/* Reads to the end; false (and a problem) when a second document follows. *MARKED: the document is ended by `...`. */
bool tree_end(struct tree *tree, bool *marked);
bool tree_failed(const struct tree *tree);
/* Ends the reading at NODE with a fatal problem. */
void tree_stop(struct tree *tree, const struct node *node, const char *hint, const char *what);

/* Words libyaml's latest error; used by tree.c alone. */
struct yaml_parser_s; /* libyaml's */
void tree_trouble(const struct yaml_parser_s *parser, const struct source *source, struct diags *diags);

#endif
