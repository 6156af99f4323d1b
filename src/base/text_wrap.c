#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

/* The cluster at AT: where it ends, and its columns. */
static size_t cluster(const char *text, size_t length, size_t at, int *columns) {
    size_t next = text[at] == '\r' ? at + 1 : grapheme_next(text, length, at); /* a CR never takes the LF with it */
    *columns = next == at + 1 ? 1 : text_columns(text + at, next - at);
    return next;
}

static size_t over_blanks(const char *text, size_t length, size_t at) {
    while (at < length && is_blank(text[at]))
        at++;
    return at;
}

/* Where a line that begins at FROM may be ended so far. */
struct place {
    size_t to;   /* end of what is shown */
    size_t next; /* beginning of the next line; 0 when there is no such place yet */
};

/* A line that is too long at AT: ended at the last good place, or hard. */
static struct place broken(const char *text, size_t length, size_t at, struct place good) {
    if (is_blank(text[at])) { /* blanks hang over the edge; at the end of a paragraph they are being typed */
        size_t next = over_blanks(text, length, at);
        bool paragraph_ends = next >= length || text[next] == '\n';
        return !paragraph_ends && good.next == next ? good : (struct place){at, next};
    }
    return good.next != 0 ? good : (struct place){at, at};
}

/* The line at FROM; a newline or LENGTH ends it at the latest. */
static struct place fill(const char *text, size_t length, size_t from, int width) {
    struct place good = {0};
    int used = 0;
    bool wide_before = false;
    bool word_seen = false;
    size_t at = from;
    while (at < length && text[at] != '\n') {
        int columns;
        size_t next = cluster(text, length, at, &columns);
        bool wide = columns >= 2;
        if (wide && wide_before)
            good = (struct place){at, at};
        if (used + columns > width && at > from)
            return broken(text, length, at, good);
        if (!is_blank(text[at]))
            word_seen = true;
        else if (word_seen && (at == from || !is_blank(text[at - 1])))
            good = (struct place){at, over_blanks(text, length, at)};
        used += columns;
        wide_before = wide;
        at = next;
    }
    return (struct place){at, at};
}

/* *AT past LENGTH says that the last line was given; a newline at the very end still has an empty line behind it. */
bool text_wrap_next(const char *text, size_t length, int width, size_t *at, struct text_line *line) {
    if (*at > length)
        return false;
    struct place place = fill(text, length, *at, width < 1 ? 1 : width);
    *line = (struct text_line){*at, place.to};
    bool paragraph_ends = place.next >= length || text[place.next] == '\n';
    *at = paragraph_ends ? place.next + 1 : place.next;
    return true;
}

struct text_lines text_wrap(struct arena *arena, const char *text, size_t length, int width) {
    struct text_lines lines = {0};
    struct text_line line;
    for (size_t at = 0; text_wrap_next(text, length, width, &at, &line);)
        lines.count++;
    lines.lines = arena_array(arena, lines.count, sizeof *lines.lines);
    struct text_line *to = lines.lines;
    for (size_t at = 0; text_wrap_next(text, length, width, &at, to);)
        to++;
    return lines;
}
