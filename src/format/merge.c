#include "candour/format/merge.h"

#include <string.h>

#include "candour/base/arena.h"
#include "candour/format/load.h"
#include "candour/format/save.h"
#include "candour/format/torn.h"

struct writing {
    const struct merge *merge;
    struct merge_file files[2];
    struct arena *arena;
    struct buffer *out;
    struct merge_written *written;
    bool as_it_stands; /* events may be taken over byte for byte */
};

/* --- pieces of a file --- */

struct piece {
    const char *bytes;
    size_t length;
};

static bool is_mark(const char *line, size_t length) {
    return (length == 2 && memcmp(line, "#\n", 2) == 0) || (length == 3 && memcmp(line, "#\r\n", 3) == 0);
}

/* The offset behind the last `#` line of its own, 0: there is none. */
static size_t behind_mark(struct piece piece) {
    size_t found = 0;
    for (size_t at = 0; at < piece.length;) {
        size_t end = line_after(piece.bytes, piece.length, at);
        if (is_mark(piece.bytes + at, end - at))
            found = end;
        at = end;
    }
    return found;
}

/* Where the lines of an event begin: behind the `#` that closes the one before, with comments that lead to it. Of the
 * one behind the last it is the end. */
static size_t begin_of(const struct merge_file *file, size_t event) {
    const struct places *places = &file->places;
    if (event >= places->count)
        return file->length;
    size_t before = event == 0 ? places->key : places->events[event - 1].from;
    size_t from = places->events[event].from;
    size_t mark = behind_mark((struct piece){.bytes = file->bytes + before, .length = from - before});
    return mark > 0 ? before + mark : from;
}

static struct piece piece_of(const struct merge_file *file, size_t event) {
    size_t from = begin_of(file, event);
    return (struct piece){.bytes = file->bytes + from, .length = begin_of(file, event + 1) - from};
}

static bool ends_document(struct piece piece) {
    for (size_t at = 0; at < piece.length; at = line_after(piece.bytes, piece.length, at))
        if (piece.length - at >= 3 &&
            (memcmp(piece.bytes + at, "...", 3) == 0 || memcmp(piece.bytes + at, "---", 3) == 0))
            return true;
    return false;
}

/* May a comment stand in it, beside the `#` that closes the event? In a text a number sign looks the same. */
static bool has_comment(struct piece piece) {
    for (size_t at = 0; at < piece.length; at++) {
        bool begins = piece.bytes[at] == '#' && (at == 0 || strchr(" \t\n", piece.bytes[at - 1]) != NULL);
        bool mark = begins && (at == 0 || piece.bytes[at - 1] == '\n') &&
                    (at + 1 == piece.length || piece.bytes[at + 1] == '\n' || piece.bytes[at + 1] == '\r');
        if (begins && !mark)
            return true;
    }
    return false;
}

/* Can it stand among A's events as it is? */
static bool can_stand(const struct writing *w, struct merge_said said, struct piece piece) {
    const struct merge_file *file = &w->files[said.side];
    return file->places.margin && file->bytes[file->places.events[said.event].from] == '-' && !ends_document(piece) &&
           (said.side == MERGE_A || memchr(piece.bytes, '\r', piece.length) == NULL);
}

static bool same_form(struct piece piece, const struct event *event) {
    struct buffer form = {0};
    save_event(event, &form);
    bool same = form.length == piece.length && memcmp(form.bytes, piece.bytes, piece.length) == 0;
    buffer_free(&form);
    return same;
}

/* --- the file --- */

static void lose(struct writing *w, struct merge_said said) {
    struct merge_written *written = w->written;
    if (written->lost == NULL)
        written->lost = arena_array(w->arena, w->merge->count, sizeof *written->lost);
    written->lost[written->lost_count++] = said;
}

static void write_piece(struct writing *w, struct piece piece) {
    buffer_add(w->out, piece.bytes, piece.length);
    if (w->out->bytes[w->out->length - 1] != '\n')
        buffer_char(w->out, '\n');
    if (behind_mark(piece) == 0)
        buffer_text(w->out, "#\n");
}

static void write_event(struct writing *w, const struct merged_event *merged) {
    const struct merge_file *file = &w->files[merged->said.side];
    struct piece piece = piece_of(file, merged->said.event);
    if (w->as_it_stands && !merged->changed && can_stand(w, merged->said, piece)) {
        write_piece(w, piece);
        return;
    }
    save_event(&merged->event, w->out);
    const struct event *was = &w->merge->from[merged->said.side]->events[merged->said.event];
    if (has_comment(piece) && !same_form(piece, was))
        lose(w, merged->said);
}

/* A's bytes up to the end of the base, closed with its `#`. */
static void write_base(struct writing *w) {
    const struct merge_file *a = &w->files[MERGE_A];
    size_t base = w->merge->base;
    size_t end = begin_of(a, base);
    size_t last = base > 0 ? a->places.events[base - 1].from : a->places.key;
    buffer_add(w->out, a->bytes, end);
    if (behind_mark((struct piece){.bytes = a->bytes + last, .length = end - last}) == 0)
        buffer_text(w->out, "#\n");
}

/* Does what was written load to the meeting it was written from? */
static bool is_true(const struct writing *w) {
    struct arena *arena = arena_new();
    struct diags unsaid;
    struct loaded loaded;
    struct buffer wanted = {0}, found = {0};
    diags_begin(&unsaid, arena);
    struct load_from from = {.name = "", .bytes = w->out->bytes, .length = w->out->length, .check_outcome = true};
    bool same = load_meeting(&from, arena, &unsaid, &loaded) && loaded.appendable && loaded.torn == 0;
    if (same) {
        save_session(w->merge->meeting, &wanted);
        save_session(loaded.meeting, &found);
        same = wanted.length == found.length && memcmp(wanted.bytes, found.bytes, found.length) == 0;
    }
    buffer_free(&wanted);
    buffer_free(&found);
    arena_free(arena);
    return same;
}

static bool write_all(struct writing *w, bool as_it_stands) {
    struct buffer events = {0};
    struct buffer *out = w->out;
    w->as_it_stands = as_it_stands;
    w->written->lost_count = 0;
    w->out = &events;
    write_base(w);
    for (size_t i = 0; i < w->merge->count; i++)
        write_event(w, &w->merge->events[i]);
    w->out = out;
    buffer_clear(out);
    const struct outcome *outcome = meeting_outcome(w->merge->meeting, w->arena);
    bool good = save_outcome(events.bytes, events.length, outcome, out) && is_true(w);
    buffer_free(&events);
    return good;
}

/* The first line of B, up to the end of the base, with a comment that A has not; 0: there is none. */
static uint32_t comment_of_b(const struct writing *w) {
    const struct merge_file *a = &w->files[MERGE_A], *b = &w->files[MERGE_B];
    size_t end = begin_of(b, w->merge->base), there = begin_of(a, w->merge->base);
    uint32_t line = 1;
    for (size_t at = 0; at < end; line++) {
        size_t next = line_after(b->bytes, end, at);
        struct piece piece = {.bytes = b->bytes + at, .length = next - at};
        if (has_comment(piece) && memmem(a->bytes, there, piece.bytes, piece.length) == NULL)
            return line;
        at = next;
    }
    return 0;
}

/* A in the form that is appended to. */
static bool reshape(struct writing *w) {
    struct merge_file *a = &w->files[MERGE_A];
    struct buffer shaped = {0};
    if (a->appendable)
        return true;
    save_appendable(a->bytes, a->length, w->merge->from[MERGE_A], &shaped);
    a->bytes = arena_copy(w->arena, shaped.bytes, shaped.length);
    a->length = shaped.length;
    buffer_free(&shaped);
    w->written->reshaped = true;
    return places_read(a->bytes, a->length, w->arena, &a->places);
}

bool merge_write(const struct merge *merge, const struct merge_file files[2], struct arena *arena, struct buffer *out,
                 struct merge_written *written) {
    struct writing w = {
        .merge = merge, .files = {files[MERGE_A], files[MERGE_B]}, .arena = arena, .out = out, .written = written};
    *written = (struct merge_written){.comment = comment_of_b(&w)};
    return reshape(&w) && (write_all(&w, true) || write_all(&w, false));
}
