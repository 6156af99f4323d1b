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
    while (name[0] == '.' && name[1] == '/')
        name += 2;
    const char *slash = strrchr(includer, '/');
    return slash == NULL ? name : arena_format(arena, "%.*s%s", (int)(slash - includer + 1), includer, name);
}

/* A part may say its version like the whole, and then it has to be this one. */
static bool other_version(const struct inclusion *in, const struct source *source, const struct node *value) {
    bool same = value->type == NODE_SCALAR && (node_faulty(value) || strcmp(value->text, "1") == 0);
    if (strcmp(value->key, "candour") != 0 || same)
        return false;
    problem(in->fatal, source, value->line, value->column, "an included file is of the version of the one that has it",
            "this file is in another version of the format than 1, which candour %s reads", CANDOUR_VERSION);
    return true;
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
        while (in->whole && tree_key(tree, &key) && (value = tree_value(tree, &key)) != NULL) {
            in->whole = !other_version(in, source, value);
            sections_take(in->sections, &file, value, in->problems);
        }
        if (in->whole)
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

/* Why NAME is not to be read again; NULL when it was not read yet. */
static const char *read_before(const struct inclusion *in, const char *name) {
    for (size_t i = 0; i < in->sources->count; i++)
        if (strcmp(in->sources->list[i]->name, name) == 0)
            return i == 0 ? "it is this file itself" : "it is included already";
    return NULL;
}

static void include_one(struct inclusion *in, const struct node *entry) {
    struct arena *arena = in->sections->arena;
    struct source *source = arena_alloc(arena, sizeof *source);
    source->name = called(arena, in->from->name, entry->text);
    const char *again = read_before(in, source->name);
    if (again != NULL) {
        at_entry(in, entry, "cannot include", again);
        return;
    }
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
    if (node == NULL)
        return true;
    /* what is wrong with it is said when it is walked; what it would have supplied is not missed */
    sections->incomplete = node->type != NODE_LIST && node_given(node);
    const struct field *field = shape_field(&SHAPE_FILE, "include");
    for (const struct node *entry = node->first; entry != NULL; entry = entry->next) {
        struct diags unsaid;
        const char *path = NULL;
        diags_begin(&unsaid, sections->arena);
        struct walk walk = {.arena = sections->arena, .problems = &unsaid, .source = sections->source};
        if (entry->type == NODE_SCALAR && !node_faulty(entry) && node_given(entry) &&
            walk_scalar(&walk, field, entry, &path))
            include_one(&in, entry);
        else
            sections->incomplete = true;
    }
    return in.whole;
}
