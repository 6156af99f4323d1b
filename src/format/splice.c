/* Changes inside the text of a session: `outcome:` put in, the end made fit for appending. */
#include <string.h>

#include "candour/format/load.h"
#include "candour/format/save.h"
#include "candour/format/torn.h"
#include "candour/format/tree.h"

/* --- outcome --- */

struct stretch {
    size_t from, to;
};

static size_t offset_of_line(const char *bytes, size_t length, uint32_t line) {
    size_t at = 0;
    for (uint32_t i = 1; i < line; i++)
        at = line_after(bytes, length, at);
    return at;
}

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

/* Where `outcome:` stands among the LENGTH bytes before `events:`, or should; false when these are no whole keys. */
static bool find_outcome(const char *bytes, size_t length, struct arena *scratch, struct stretch *found) {
    size_t bom = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    struct source source = {.name = "", .bytes = bytes + bom, .length = length - bom};
    struct diags unsaid;
    diags_begin(&unsaid, scratch);
    struct tree *tree = tree_open(&source, source.bytes, &unsaid, &unsaid, scratch);
    struct node key = {.key_column = 1};
    bool here = false;
    *found = (struct stretch){.from = length, .to = length};
    if (tree_top(tree, &key)) {
        while (tree_key(tree, &key)) {
            size_t at = bom + offset_of_line(source.bytes, source.length, key.key_line);
            if (here)
                found->to = before_comments(bytes, found->from, at);
            here = strcmp(key.key, "outcome") == 0;
            if (here)
                found->from = at;
            if (tree_value(tree, &key) == NULL || key.key_column != 1)
                break;
        }
        if (here)
            found->to = before_comments(bytes, found->from, length);
    }
    bool whole = !tree_failed(tree) && key.key_column == 1;
    tree_close(tree);
    return whole;
}

bool save_outcome(const char *bytes, size_t length, const struct outcome *outcome, struct buffer *out) {
    struct arena *scratch = arena_new();
    struct stretch old;
    size_t events = tail_events(bytes, length);
    bool found = events < length && find_outcome(bytes, events, scratch, &old);
    if (found) {
        buffer_add(out, bytes, old.from);
        save_outcome_section(outcome, out);
        buffer_add(out, bytes + old.to, length - old.to);
    }
    arena_free(scratch);
    return found;
}

/* --- a file that can be appended to --- */

/* Do BYTES load to the same meeting? WANTED is it as the program would write it. */
static bool same_meeting(const struct buffer *bytes, const struct buffer *wanted) {
    struct arena *arena = arena_new();
    struct diags unsaid;
    struct loaded loaded;
    struct buffer written = {0};
    diags_begin(&unsaid, arena);
    bool same = load_meeting(&(struct load_from){.name = "", .bytes = bytes->bytes, .length = bytes->length}, arena,
                             &unsaid, &loaded) &&
                loaded.appendable;
    if (same) {
        save_session(loaded.meeting, &written);
        same = written.length == wanted->length && memcmp(written.bytes, wanted->bytes, wanted->length) == 0;
    }
    buffer_free(&written);
    arena_free(arena);
    return same;
}

static bool ends_document(const char *bytes, size_t at, size_t end) {
    return end - at >= 3 && memcmp(bytes + at, "...", 3) == 0 &&
           (end - at == 3 || strchr(" \t\r\n", bytes[at + 3]) != NULL);
}

/* The bytes as they are, without `...`, with a line end and a `#` line at the end. */
static void with_mark(const char *bytes, size_t length, const struct tail *tail, struct buffer *out) {
    buffer_add(out, bytes, tail->events);
    for (size_t at = tail->events; at < length;) {
        size_t end = line_after(bytes, length, at);
        if (!ends_document(bytes, at, end))
            buffer_add(out, bytes + at, end - at);
        at = end;
    }
    if (out->length > 0 && out->bytes[out->length - 1] != '\n')
        buffer_char(out, '\n');
    if (!tail->marked)
        buffer_text(out, "#\n");
}

static void with_events(const char *bytes, size_t events, const struct meeting *meeting, struct buffer *out) {
    buffer_clear(out);
    buffer_add(out, bytes, events);
    buffer_text(out, "events:\n#\n");
    for (size_t i = 0; i < meeting->event_count; i++)
        save_event(&meeting->events[i], out);
}

void save_appendable(const char *bytes, size_t length, const struct meeting *meeting, struct buffer *out) {
    struct tail tail = tail_of(bytes, length);
    struct buffer wanted = {0};
    struct buffer tried = {0};
    save_session(meeting, &wanted);
    size_t events = tail_events_any(bytes, tail.whole);
    bool done = false;
    if (tail.events < tail.whole) {
        with_mark(bytes, tail.whole, &tail, &tried);
        done = same_meeting(&tried, &wanted);
    }
    if (!done && events < tail.whole) {
        with_events(bytes, events, meeting, &tried);
        done = same_meeting(&tried, &wanted);
    }
    const struct buffer *best = done ? &tried : &wanted;
    buffer_add(out, best->bytes, best->length);
    buffer_free(&wanted);
    buffer_free(&tried);
}
