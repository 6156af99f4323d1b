/* `outcome:` put into the text of a session; every other byte stays. */
#include <string.h>

#include "candour/format/save.h"
#include "candour/format/torn.h"
#include "candour/format/tree.h"

struct keys {
    size_t events;   /* the line of the key */
    size_t from, to; /* of the outcome there is; the same: where it goes */
};

/* Comments and blank lines at the left margin before TO belong to what follows. */
static size_t before_comments(const char *bytes, size_t from, size_t to) {
    while (to > from) {
        const char *before = memrchr(bytes + from, '\n', to - from - 1);
        size_t line = before == NULL ? from : (size_t)(before - bytes) + 1;
        if (line == from || (bytes[line] != '#' && bytes[line] != '\n' && bytes[line] != '\r'))
            break;
        to = line;
    }
    return to;
}

/* Reads the keys from the top as far as `events`: false when that does not stand at the left margin, with its list
 * below. By parsing, for a line of a quoted text may read `events:` too. */
static bool read_keys(struct tree *tree, const char *bytes, size_t length, struct keys *found) {
    struct node key;
    bool here = false, any = false;
    while (tree_key(tree, &key)) {
        size_t at = line_offset(bytes, length, key.key_line);
        bool events = strcmp(key.key, "events") == 0;
        if (here)
            found->to = before_comments(bytes, found->from, at);
        here = strcmp(key.key, "outcome") == 0;
        any |= here;
        if (here)
            found->from = at;
        if (events) {
            found->events = at;
            if (!any)
                found->from = found->to = at;
            return key.key_column == 1 && is_events_line(bytes, length, at);
        }
        if (key.key_column != 1 || tree_value(tree, &key) == NULL)
            return false;
    }
    return false;
}

static bool find_keys(const char *bytes, size_t length, struct keys *found) {
    struct arena *scratch = arena_new();
    size_t bom = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    struct source source = {.name = "", .bytes = bytes + bom, .length = length - bom};
    struct node top;
    struct diags unsaid;
    diags_begin(&unsaid, scratch);
    struct tree *tree = tree_open(&source, source.bytes, &unsaid, &unsaid, scratch);
    bool good = tree_top(tree, &top) && read_keys(tree, bytes, length, found);
    tree_close(tree);
    arena_free(scratch);
    return good;
}

bool save_outcome(const char *bytes, size_t length, const struct outcome *outcome, struct buffer *out) {
    struct keys keys = {.events = length};
    if (!find_keys(bytes, length, &keys))
        return false;
    buffer_add(out, bytes, keys.from);
    save_outcome_section(outcome, out);
    buffer_add(out, bytes + keys.to, length - keys.to);
    return true;
}
