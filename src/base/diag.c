#include "candour/base/diag.h"

#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/buffer.h"
#include "candour/base/text.h"

/* A source line is shown whole up to this many columns, else a window of it round the caret. */
enum { SOURCE_MOST = 100, BEFORE_CARET = 60 };

void diags_begin(struct diags *diags, struct arena *arena) {
    *diags = (struct diags){.arena = arena, .most = DIAG_MOST};
}

static struct diag *next_place(struct diags *diags) {
    if (diags->count == diags->capacity) {
        size_t capacity = diags->capacity == 0 ? 8 : diags->capacity * 2;
        struct diag *list = arena_array(diags->arena, capacity, sizeof *list);
        if (diags->count > 0)
            memcpy(list, diags->list, diags->count * sizeof *list);
        diags->list = list;
        diags->capacity = capacity;
    }
    return &diags->list[diags->count++];
}

struct diag *diag_add(struct diags *diags, enum diag_level level, const char *file, int line, int column,
                      const char *what, ...) {
    diags->errors += level == DIAG_ERROR;
    if (diags->count >= diags->most) {
        diags->dropped++;
        return NULL;
    }
    va_list arguments;
    va_start(arguments, what);
    char *words = arena_vformat(diags->arena, what, arguments);
    va_end(arguments);
    struct diag *diag = next_place(diags);
    *diag = (struct diag){
        .level = level, .file = arena_text(diags->arena, file), .line = line, .column = column, .what = words};
    return diag;
}

static bool stands_before(const struct diag *a, const struct diag *b) {
    if (a->line != b->line)
        return a->line < b->line;
    if (a->column != b->column)
        return a->column < b->column;
    return a->level < b->level;
}

/* Files keep the order in which they first appeared. An insertion sort: it is stable, and the list is short. */
void diags_sort(struct diags *diags) {
    for (size_t i = 1; i < diags->count; i++) {
        struct diag moved = diags->list[i];
        size_t to = i;
        size_t group = i; /* behind the last one of the same file */
        while (group > 0 && !text_equal(diags->list[group - 1].file, moved.file))
            group--;
        if (group > 0)
            for (to = group; to > 0 && text_equal(diags->list[to - 1].file, moved.file); to--)
                if (!stands_before(&moved, &diags->list[to - 1]))
                    break;
        memmove(&diags->list[to + 1], &diags->list[to], (i - to) * sizeof moved);
        diags->list[to] = moved;
    }
}

static void add_shown(struct buffer *out, const char *text, size_t length) {
    struct shown shown = {.text = text, .length = length};
    uint32_t code;
    int columns;
    char bytes[4];
    while (shown_next(&shown, &code, &columns))
        buffer_add(out, bytes, utf8_write(code, bytes));
}

static void add_place(struct buffer *out, const struct diag *diag) {
    if (diag->file == NULL)
        return;
    add_shown(out, diag->file, strlen(diag->file));
    if (diag->line > 0)
        buffer_format(out, ":%d", diag->line);
    if (diag->line > 0 && diag->column > 0)
        buffer_format(out, ":%d", diag->column);
    buffer_text(out, ": ");
}

/* Bytes of the first COUNT code points. */
static size_t bytes_of(const char *text, size_t length, int count) {
    size_t at = 0;
    uint32_t code;
    for (; count > 0 && at < length; count--) {
        size_t size = utf8_read(text + at, length - at, &code);
        at += size == 0 ? 1 : size;
    }
    return at;
}

/* Moves *AT clusters on until COLUMNS are passed; what was passed. */
static int skip_columns(const char *text, size_t length, int columns, size_t *at) {
    int passed = 0;
    while (*at < length) {
        size_t next = grapheme_next(text, length, *at);
        int wide = text_columns(text + *at, next - *at);
        if (passed + wide > columns)
            break;
        passed += wide;
        *at = next;
    }
    return passed;
}

/* The source line and a caret under the column; of a long line only what is near the caret. */
static void add_source(struct buffer *out, const char *source, int column) {
    size_t length = strcspn(source, "\r\n");
    size_t caret = bytes_of(source, length, column - 1);
    int before = text_columns(source, caret);
    size_t from = 0;
    size_t to = length;
    if (text_columns(source, length) > SOURCE_MOST) {
        if (before > BEFORE_CARET)
            before -= skip_columns(source, length, before - BEFORE_CARET, &from);
        to = from;
        skip_columns(source, length, SOURCE_MOST, &to);
    }
    buffer_text(out, from > 0 ? "  ..." : "  ");
    add_shown(out, source + from, to - from);
    buffer_text(out, to < length ? "...\n" : "\n");
    if (column > 0)
        buffer_format(out, "%*s^\n", before + (from > 0 ? 5 : 2), "");
}

void diag_write(const struct diag *diag, struct buffer *out) {
    add_place(out, diag);
    buffer_text(out, diag->level == DIAG_ERROR ? "error: " : "note: ");
    add_shown(out, diag->what, strlen(diag->what));
    buffer_char(out, '\n');
    if (diag->source != NULL && diag->line > 0)
        add_source(out, diag->source, diag->column);
    if (diag->hint != NULL) {
        buffer_text(out, "hint: ");
        add_shown(out, diag->hint, strlen(diag->hint));
        buffer_char(out, '\n');
    }
}

void diags_write(const struct diags *diags, struct buffer *out) {
    for (size_t i = 0; i < diags->count; i++)
        diag_write(&diags->list[i], out);
    if (diags->dropped > 0)
        buffer_format(out, "and %zu more\n", diags->dropped);
}
