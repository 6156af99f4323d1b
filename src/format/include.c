/* What an agenda includes: each file read, scanned and parsed like the agenda itself, its sections added. */
#include <string.h>

#include "candour/format/prescan.h"
#include "candour/format/sections.h"

struct inclusion {
    struct sections *sections;
    const struct load_from *from;
    struct sources *sources;
    struct diags *fatal;
    struct diags *problems;
    bool whole; /* every file could be parsed */
};

/* NAME in the folder of the file that includes it, as the user would call it. */
static const char *called(struct arena *arena, const char *includer, const char *name) {
    const char *slash = strrchr(includer, '/');
    return slash == NULL ? name : arena_format(arena, "%.*s%s", (int)(slash - includer + 1), includer, name);
}

static void take_all(struct inclusion *in, struct source *source) {
    struct arena *arena = in->sections->arena;
    const char *bytes;
    if (!prescan(source, arena, in->fatal, &bytes)) {
        in->whole = false;
        return;
    }
    struct sections_file file = {.source = source, .included = true};
    struct tree *tree = tree_open(source, bytes, in->fatal, in->problems, arena);
    struct node top;
    struct node key;
    const struct node *value;
    bool marked;
    if (tree_top(tree, &top)) {
        while (tree_key(tree, &key) && (value = tree_value(tree, &key)) != NULL)
            sections_take(in->sections, &file, value, in->problems);
        tree_end(tree, &marked);
    }
    in->whole = in->whole && !tree_failed(tree);
    tree_close(tree);
}

static void at_entry(struct inclusion *in, const struct node *entry, const char *what, const char *why) {
    in->sections->incomplete = true;
    problem(in->problems, in->sections->source, entry->line, entry->column, NULL, "%s '%s': %s", what,
            problem_quote(in->problems->arena, entry->text), why);
}

static void include_one(struct inclusion *in, const struct node *entry) {
    struct arena *arena = in->sections->arena;
    struct source *source = arena_alloc(arena, sizeof *source);
    source->name = called(arena, in->from->name, entry->text);
    if (in->from->read == NULL) {
        at_entry(in, entry, "cannot include", "there is no folder to look in");
        return;
    }
    const char *why = in->from->read(in->from->context, entry->text, arena, &source->bytes, &source->length);
    if (why != NULL) {
        at_entry(in, entry, "cannot include", why);
        return;
    }
    if (source->length > LOAD_FILE_MOST) {
        at_entry(in, entry, "cannot include", "over a limit: more than 64 MiB");
        return;
    }
    if (in->sources->count == SOURCES_MOST) {
        at_entry(in, entry, "cannot include", "over a limit: more than 32 files");
        return;
    }
    in->sources->list[in->sources->count++] = source;
    take_all(in, source);
}

bool sections_include(struct sections *sections, const struct load_from *from, struct sources *sources,
                      struct diags *fatal, struct diags *problems) {
    struct inclusion in = {
        .sections = sections, .from = from, .sources = sources, .fatal = fatal, .problems = problems, .whole = true};
    const struct node *node = sections_get(sections, "include")->node;
    if (node == NULL || node->type != NODE_LIST)
        return true; /* what is wrong with it is said when it is walked */
    const struct field *field = shape_field(&SHAPE_FILE, "include");
    for (const struct node *entry = node->first; entry != NULL; entry = entry->next) {
        struct diags unsaid;
        const char *path = NULL;
        diags_begin(&unsaid, sections->arena);
        struct walk walk = {.arena = sections->arena, .problems = &unsaid, .source = sections->source};
        if (entry->type == NODE_SCALAR && !node_faulty(entry) && node_given(entry) &&
            walk_scalar(&walk, field, entry, &path))
            include_one(&in, entry);
    }
    return in.whole;
}
