/* Sections: the keys at the top of a meeting file and of the files it includes, taken together and walked to an agenda.
 *
 * Where the format leaves it open:
 *   an included file is read like a meeting file, with its own `candour: 1` or without; it may hold every section but
 *   `include`, `outcome` and `events`, and keys of the user's own; what it includes is refused, not followed
 *   a section or a key of the user's own that two files give is a problem at the later one, naming the earlier place
 */
#ifndef CANDOUR_FORMAT_SECTIONS_H
#define CANDOUR_FORMAT_SECTIONS_H

#include "candour/format/load.h"
#include "candour/format/tree.h"
#include "candour/format/walk.h"

enum { SECTIONS_MOST = 24 };

struct section {
    const struct node *node; /* NULL: not given */
    const struct source *source;
};

struct sections {
    struct section list[SECTIONS_MOST]; /* by place in SHAPE_FILE */
    struct section *own;                /* `x-` keys, in the order met */
    size_t own_count, own_capacity;
    uint32_t excused;      /* not missed: a near miss was met, or something was said already */
    bool incomplete;       /* an include could not be had: what is missing may be there */
    uint32_t line, column; /* of the top mapping */
    const struct source *source;
    struct arena *arena; /* scratch */
};

/* A file being read, with what it must not hold. */
struct sections_file {
    const struct source *source;
    bool included;
};

void sections_begin(struct sections *sections, const struct source *source, const struct node *top,
                    struct arena *scratch);
/* Takes the value of one top key; unknown, second and misplaced ones are problems. */
void sections_take(struct sections *sections, const struct sections_file *file, const struct node *value,
                   struct diags *problems);
/* Reads what `include` names and takes its sections; false when one of the files could not be parsed. FATAL as in
 * tree.h. Sources are added to SOURCES (room for SOURCES_MOST in all). */
enum { SOURCES_MOST = 33 };
struct sources {
    const struct source *list[SOURCES_MOST];
    size_t count;
};
bool sections_include(struct sections *sections, const struct load_from *from, struct sources *sources,
                      struct diags *fatal, struct diags *problems);

/* Walks everything taken to an agenda in WALK's arena and looks up its references. */
struct agenda *sections_walk(struct sections *sections, struct walk *walk);

/* The section with this key. */
const struct section *sections_get(const struct sections *sections, const char *key);

#endif
