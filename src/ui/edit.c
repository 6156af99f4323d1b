#include "candour/ui/edit.h"

#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/buffer.h"

enum { FIRST_CAPACITY = 64 };
enum { NEXT_LINE = 0x85, LINE_SEPARATOR = 0x2028, PARAGRAPH_SEPARATOR = 0x2029, UNREADABLE = 0xfffd };

static bool is_control(uint32_t code) {
    return code < 0x20 || (code >= 0x7f && code < 0xa0);
}

static bool is_break(uint32_t code) {
    return code == '\n' || code == '\r' || code == NEXT_LINE || code == LINE_SEPARATOR || code == PARAGRAPH_SEPARATOR;
}

static void add_code(struct buffer *out, uint32_t code) {
    char bytes[4];
    buffer_add(out, bytes, utf8_write(code, bytes));
}

/* What may be kept of TEXT: see edit_insert. */
static void put_right(const char *text, size_t length, bool lines, struct buffer *out) {
    for (size_t at = 0; at < length;) {
        uint32_t code = UNREADABLE;
        size_t bytes = utf8_read(text + at, length - at, &code);
        if (bytes == 0) {
            code = UNREADABLE;
            bytes = 1;
        }
        if (code == '\r' && at + 1 < length && text[at + 1] == '\n')
            bytes = 2;
        if (is_break(code))
            buffer_char(out, lines ? '\n' : ' ');
        else if (code == '\t')
            buffer_char(out, ' ');
        else if (!is_control(code))
            add_code(out, code);
        at += bytes;
    }
}

static void make_room(struct edit *edit, size_t length) {
    if (length + 1 <= edit->capacity)
        return;
    size_t capacity = edit->capacity > 0 ? edit->capacity : FIRST_CAPACITY;
    while (capacity < length + 1)
        capacity *= 2;
    char *text = arena_alloc(edit->arena, capacity);
    if (edit->length > 0)
        memcpy(text, edit->text, edit->length);
    edit->text = text;
    edit->capacity = capacity;
}

/* A combining mark put in before the cursor may have joined what stands behind it. */
static void stand_on_boundary(struct edit *edit) {
    if (edit->cursor == 0 || edit->cursor >= edit->length)
        return;
    size_t before = grapheme_previous(edit->text, edit->length, edit->cursor);
    size_t boundary = grapheme_next(edit->text, edit->length, before);
    if (boundary > edit->cursor)
        edit->cursor = boundary;
}

/* BYTES are right already. */
static enum edit_result splice(struct edit *edit, size_t from, size_t to, const char *bytes, size_t count) {
    size_t length = edit->length - (to - from) + count;
    if (length > EDIT_MOST)
        return EDIT_FULL;
    make_room(edit, length);
    memmove(edit->text + from + count, edit->text + to, edit->length - to);
    if (count > 0)
        memcpy(edit->text + from, bytes, count);
    edit->length = length;
    edit->text[length] = '\0';
    edit->cursor = from + count;
    edit->column = -1;
    stand_on_boundary(edit);
    return EDIT_CHANGED;
}

void edit_begin(struct edit *edit, struct arena *arena, const char *text, bool lines) {
    *edit = (struct edit){.arena = arena, .column = -1, .lines = lines};
    make_room(edit, 0);
    edit_set(edit, text != NULL ? text : "");
}

bool edit_set(struct edit *edit, const char *text) {
    struct buffer right = {0};
    put_right(text, strlen(text), edit->lines, &right);
    size_t keep = right.length;
    if (keep > EDIT_MOST)
        keep = grapheme_previous(right.bytes, right.length, EDIT_MOST + 1);
    splice(edit, 0, edit->length, right.bytes, keep);
    bool whole = keep == right.length;
    buffer_free(&right);
    return whole;
}

enum edit_result edit_insert(struct edit *edit, const char *text, size_t length) {
    struct buffer right = {0};
    put_right(text, length, edit->lines, &right);
    enum edit_result result = EDIT_MOVED;
    if (right.length > 0)
        result = splice(edit, edit->cursor, edit->cursor, right.bytes, right.length);
    buffer_free(&right);
    return result;
}

enum edit_result edit_replace(struct edit *edit, size_t from, size_t to, const char *text) {
    struct buffer right = {0};
    put_right(text, strlen(text), edit->lines, &right);
    enum edit_result result = splice(edit, from, to, right.bytes, right.length);
    buffer_free(&right);
    return result;
}

/* --- moving --- */

static enum edit_result move_to(struct edit *edit, size_t offset) {
    edit->cursor = offset;
    edit->column = -1;
    return EDIT_MOVED;
}

struct edit_place edit_place(const struct edit *edit, const struct text_lines *lines) {
    struct edit_place place = {0, 0};
    for (size_t i = 0; i < lines->count && lines->lines[i].from <= edit->cursor; i++)
        place.line = i;
    size_t from = lines->lines[place.line].from;
    place.column = text_columns(edit->text + from, edit->cursor - from);
    return place;
}

/* The last place in a line: where a line was broken within a word, the place behind it belongs to the next. */
static size_t line_end(const struct edit *edit, const struct text_lines *lines, size_t line) {
    size_t to = lines->lines[line].to;
    bool broken = line + 1 < lines->count && lines->lines[line + 1].from == to && to > lines->lines[line].from;
    return broken ? grapheme_previous(edit->text, edit->length, to) : to;
}

static size_t offset_at(const struct edit *edit, const struct text_lines *lines, size_t line, int column) {
    size_t from = lines->lines[line].from, end = line_end(edit, lines, line), at = from;
    while (at < end) {
        size_t next = grapheme_next(edit->text, edit->length, at);
        if (next > end || text_columns(edit->text + from, next - from) > column)
            break;
        at = next;
    }
    return at;
}

/* Up (-1) and Down (1): out of the text at its first and last line. */
static enum edit_result move_line(struct edit *edit, const struct text_lines *lines, int step) {
    struct edit_place place = edit_place(edit, lines);
    if ((step < 0 && place.line == 0) || (step > 0 && place.line + 1 >= lines->count))
        return EDIT_NOT_MINE;
    int column = edit->column >= 0 ? edit->column : place.column;
    size_t line = step < 0 ? place.line - 1 : place.line + 1;
    edit->cursor = offset_at(edit, lines, line, column);
    edit->column = column;
    return EDIT_MOVED;
}

static enum edit_result move_by_lines(struct edit *edit, key k, int width) {
    struct arena *scratch = arena_new();
    struct text_lines lines = text_wrap(scratch, edit->text, edit->length, width > 0 ? width : 1);
    struct edit_place place = edit_place(edit, &lines);
    enum edit_result result;
    if (k == KEY_UP_ARROW || k == KEY_DOWN_ARROW)
        result = move_line(edit, &lines, k == KEY_UP_ARROW ? -1 : 1);
    else if (k == KEY_HOME_)
        result = move_to(edit, lines.lines[place.line].from);
    else
        result = move_to(edit, line_end(edit, &lines, place.line));
    arena_free(scratch);
    return result;
}

/* --- taking out --- */

static enum edit_result take(struct edit *edit, size_t from, size_t to) {
    return from == to ? EDIT_MOVED : splice(edit, from, to, "", 0);
}

static enum edit_result cut(struct edit *edit, size_t from, size_t to) {
    if (from != to)
        edit->cut = arena_copy(edit->arena, edit->text + from, to - from);
    return take(edit, from, to);
}

static enum edit_result cut_to_beginning(struct edit *edit) {
    size_t from = edit->cursor;
    while (from > 0 && edit->text[from - 1] != '\n')
        from--;
    return cut(edit, from, edit->cursor);
}

/* At a line's end: the newline, so that pressing it again goes on. */
static enum edit_result cut_to_end(struct edit *edit) {
    size_t to = edit->cursor;
    while (to < edit->length && edit->text[to] != '\n')
        to++;
    if (to == edit->cursor && to < edit->length)
        to++;
    return cut(edit, edit->cursor, to);
}

static enum edit_result put_back(struct edit *edit) {
    return edit->cut == NULL ? EDIT_MOVED : edit_insert(edit, edit->cut, strlen(edit->cut));
}

/* --- keys --- */

static enum edit_result type_code(struct edit *edit, key k) {
    bool surrogate = k >= 0xd800 && k < 0xe000;
    if (k >= KEY_NONE || is_control(k) || is_break(k) || surrogate)
        return EDIT_NOT_MINE;
    char bytes[4];
    return splice(edit, edit->cursor, edit->cursor, bytes, utf8_write(k, bytes));
}

static enum edit_result control_key(struct edit *edit, key k) {
    if (k == KEY_CONTROL('w'))
        return cut(edit, word_previous(edit->text, edit->length, edit->cursor), edit->cursor);
    if (k == KEY_CONTROL('u'))
        return cut_to_beginning(edit);
    if (k == KEY_CONTROL('k'))
        return cut_to_end(edit);
    if (k == KEY_CONTROL('y'))
        return put_back(edit);
    if (k == KEY_CONTROL('j') && edit->lines)
        return splice(edit, edit->cursor, edit->cursor, "\n", 1);
    return type_code(edit, k);
}

/* Keys with more than one name, as the one that is looked for. */
static key same_as(const struct edit *edit, key k) {
    if (k == KEY_CONTROL('a'))
        return KEY_HOME_;
    if (k == KEY_CONTROL('e') && !edit->lines)
        return KEY_END_;
    if (k == KEY_CONTROL('h') || k == 0x7f)
        return KEY_RUBOUT;
    if (k == KEY_CONTROL('d'))
        return KEY_DELETE;
    return k;
}

enum edit_result edit_key(struct edit *edit, key k, int width) {
    size_t next = grapheme_next(edit->text, edit->length, edit->cursor);
    size_t previous = grapheme_previous(edit->text, edit->length, edit->cursor);
    k = same_as(edit, k);
    switch (k) {
    case KEY_LEFT_ARROW:
        return move_to(edit, previous);
    case KEY_RIGHT_ARROW:
        return move_to(edit, next);
    case KEY_WORD_LEFT:
        return move_to(edit, word_previous(edit->text, edit->length, edit->cursor));
    case KEY_WORD_RIGHT:
        return move_to(edit, word_next(edit->text, edit->length, edit->cursor));
    case KEY_UP_ARROW:
    case KEY_DOWN_ARROW:
    case KEY_HOME_:
    case KEY_END_:
        return move_by_lines(edit, k, width);
    case KEY_RUBOUT:
        return take(edit, previous, edit->cursor);
    case KEY_DELETE:
        return take(edit, edit->cursor, next);
    default:
        return control_key(edit, k);
    }
}
