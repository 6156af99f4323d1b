/* Events that were appended to a session since it was loaded. */
#include "candour/format/load.h"

#include <string.h>

#include "candour/base/buffer.h"
#include "candour/format/prescan.h"
#include "candour/format/replay.h"
#include "candour/format/torn.h"
#include "candour/format/tree.h"

static const char HEAD[] = "events:\n";

/* The bytes up to the end of the last event that is written to its end, line end included. */
static size_t whole_events(const char *text, size_t length) {
    const char *last = memrchr(text, '\n', length);
    return last == NULL ? 0 : tail_of(text, (size_t)(last - text) + 1).closed;
}

/* TEXT is a list of events under its key. False with the first thing that is wrong. */
static bool take_events(struct meeting *meeting, struct source *source, struct diags *problems, struct arena *scratch) {
    const char *bytes = NULL;
    struct idlist ids;
    idlist_begin(&ids, scratch);
    if (!prescan(source, scratch, problems, &bytes))
        return false;
    struct tree *tree = tree_open(source, bytes, problems, problems, scratch);
    struct walk walk = {.arena = meeting->arena, .problems = problems, .source = source};
    struct replay replay;
    replay_resume(&replay, &walk, &ids, meeting);
    struct node top;
    struct node key;
    bool list = false;
    bool marked = false;
    struct node *value = tree_top(tree, &top) && tree_key(tree, &key) ? tree_list(tree, &key, &list) : NULL;
    const struct node *entry;
    while (value != NULL && list && problems->errors == 0 && (entry = tree_entry(tree, value)) != NULL)
        replay_entry(&replay, entry);
    /* nothing but events: not another key, not the end of the document */
    bool good = value != NULL && list && problems->errors == 0 && tree_at_margin(tree) && !tree_key(tree, &key) &&
                tree_end(tree, &marked) && !marked && problems->errors == 0;
    tree_close(tree);
    return good;
}

bool load_more(struct meeting *meeting, const char *bytes, size_t length, size_t *read) {
    struct buffer text = {0};
    buffer_text(&text, HEAD);
    buffer_add(&text, bytes, length);
    size_t whole = whole_events(text.bytes, text.length);
    bool good = true;
    *read = whole == 0 ? 0 : whole - (sizeof HEAD - 1);
    if (*read > 0) {
        struct arena *scratch = arena_new();
        struct diags problems;
        struct source source = {.name = "", .bytes = text.bytes, .length = whole};
        diags_begin(&problems, scratch);
        good = take_events(meeting, &source, &problems, scratch);
        arena_free(scratch);
    }
    buffer_free(&text);
    return good;
}
