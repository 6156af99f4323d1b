/* A session written another way, brought into the form that events are appended to. */
#include <string.h>

#include "candour/base/arena.h"
#include "candour/format/load.h"
#include "candour/format/places.h"
#include "candour/format/save.h"
#include "candour/format/torn.h"

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

/* --- what must go, and what is missing --- */

static bool ends_document(const char *bytes, size_t at, size_t end) {
    return end - at >= 3 && memcmp(bytes + at, "...", 3) == 0 &&
           (end - at == 3 || strchr(" \t\r\n", bytes[at + 3]) != NULL);
}

/* The bytes as they are, without `...`, with a line end and a `#` line at the end. */
static void with_mark(const char *bytes, size_t length, size_t events, struct buffer *out) {
    struct tail tail = tail_at(bytes, length, events);
    buffer_clear(out);
    buffer_add(out, bytes, events);
    for (size_t at = events; at < length;) {
        size_t end = line_after(bytes, length, at);
        if (!ends_document(bytes, at, end))
            buffer_add(out, bytes + at, end - at);
        at = end;
    }
    if (out->length > 0 && out->bytes[out->length - 1] != '\n')
        buffer_char(out, '\n');
    if (!tail.marked)
        buffer_text(out, "#\n");
}

static void with_events(const char *bytes, size_t events, const struct meeting *meeting, struct buffer *out) {
    buffer_clear(out);
    buffer_add(out, bytes, events);
    buffer_text(out, "events:\n#\n");
    for (size_t i = 0; i < meeting->event_count; i++)
        save_event(&meeting->events[i], out);
}

/* --- to the left margin --- */

/* Every line from FROM on by COLUMNS further to the left, if it has so many blanks: what belongs together moves
 * together, whether it is keys, a text or a comment. */
static void moved_left(const char *bytes, size_t length, size_t from, size_t columns, struct buffer *out) {
    buffer_add(out, bytes, from);
    for (size_t at = from; at < length;) {
        size_t end = line_after(bytes, length, at);
        size_t blanks = 0;
        while (blanks < columns && at + blanks < end && bytes[at + blanks] == ' ')
            blanks++;
        buffer_add(out, bytes + at + blanks, end - at - blanks);
        at = end;
    }
}

/* A list that is indented under its key, in a file that may be indented as a whole. False: it stands otherwise. */
static bool to_margin(const char *bytes, size_t length, const struct places *places, struct buffer *out) {
    struct buffer keys = {0}, list = {0};
    if (!places->block || places->column < places->key_column)
        return false;
    size_t bom = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    moved_left(bytes, length, bom, places->key_column - 1, &keys);
    size_t events = line_offset(keys.bytes, keys.length, places->key_line);
    size_t below = line_after(keys.bytes, keys.length, events);
    moved_left(keys.bytes, keys.length, below, places->column - places->key_column, &list);
    with_mark(list.bytes, list.length, events, out);
    buffer_free(&keys);
    buffer_free(&list);
    return true;
}

/* As little as will do: TRIED is the first way that gives the same meeting. */
static bool in_order(const char *bytes, size_t length, const struct meeting *meeting, const struct buffer *wanted,
                     struct arena *scratch, struct buffer *tried) {
    struct places places;
    if (!places_read(bytes, length, scratch, &places) || places.key_line == 0)
        return false;
    bool margin = places.key_column == 1;
    if (margin && is_events_line(bytes, length, places.key)) {
        with_mark(bytes, length, places.key, tried);
        if (same_meeting(tried, wanted))
            return true;
    }
    if (to_margin(bytes, length, &places, tried) && same_meeting(tried, wanted))
        return true;
    if (!margin)
        return false;
    with_events(bytes, places.key, meeting, tried);
    return same_meeting(tried, wanted);
}

void save_appendable(const char *bytes, size_t length, const struct meeting *meeting, struct buffer *out) {
    struct arena *scratch = arena_new();
    struct buffer wanted = {0}, tried = {0};
    size_t whole = tail_of(bytes, length).whole;
    save_session(meeting, &wanted);
    bool done = in_order(bytes, whole, meeting, &wanted, scratch, &tried) ||
                (whole < length && in_order(bytes, length, meeting, &wanted, scratch, &tried));
    const struct buffer *best = done ? &tried : &wanted;
    buffer_add(out, best->bytes, best->length);
    buffer_free(&wanted);
    buffer_free(&tried);
    arena_free(scratch);
}
