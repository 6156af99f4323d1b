#include "candour/format/torn.h"

#include <string.h>

size_t line_after(const char *bytes, size_t length, size_t at) {
    const char *end = at < length ? memchr(bytes + at, '\n', length - at) : NULL;
    return end == NULL ? length : (size_t)(end - bytes) + 1;
}

size_t line_offset(const char *bytes, size_t length, uint32_t line) {
    size_t at = 0;
    for (uint32_t i = 1; i < line; i++)
        at = line_after(bytes, length, at);
    return at;
}

bool is_events_line(const char *bytes, size_t length, size_t at) {
    static const char key[] = "events:";
    size_t size = sizeof key - 1;
    if (length - at < size || memcmp(bytes + at, key, size) != 0)
        return false;
    at += size;
    if (at < length && bytes[at] != ' ' && bytes[at] != '\t' && bytes[at] != '\r' && bytes[at] != '\n')
        return false;
    while (at < length && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r'))
        at++;
    return at == length || bytes[at] == '\n' || bytes[at] == '#' || bytes[at] == '\0';
}

size_t tail_events(const char *bytes, size_t length) {
    const char *at = bytes;
    const char *end = bytes + length;
    while ((at = memmem(at, (size_t)(end - at), "events:", 7)) != NULL) {
        size_t offset = (size_t)(at - bytes);
        if ((offset == 0 || bytes[offset - 1] == '\n') && is_events_line(bytes, length, offset))
            return offset;
        at++;
    }
    return length;
}

/* Is the line from AT to END (behind its line end) a `#` alone? */
static bool is_mark(const char *bytes, size_t at, size_t end) {
    if (end > at && bytes[end - 1] == '\n')
        end--;
    if (end > at && bytes[end - 1] == '\r')
        end--;
    return end - at == 1 && bytes[at] == '#';
}

/* The offset behind the last `#` line between FROM and LENGTH; 0 when there is none. */
static size_t last_mark(const char *bytes, size_t from, size_t length) {
    size_t end = length;
    while (end > from) {
        const char *before = memrchr(bytes + from, '\n', end - from - 1);
        size_t at = before == NULL ? from : (size_t)(before - bytes) + 1;
        if (is_mark(bytes, at, end))
            return end;
        end = at;
    }
    return 0;
}

/* Does the first line from AT on that is neither blank nor a comment begin as an event does? */
static bool begins_event(const char *bytes, size_t at, size_t length) {
    for (; at < length; at = line_after(bytes, length, at)) {
        size_t first = at;
        while (first < length && (bytes[first] == ' ' || bytes[first] == '\t' || bytes[first] == '\r'))
            first++;
        if (first == length || bytes[first] == '\n' || bytes[first] == '#')
            continue;
        return bytes[at] == '-' && (at + 1 == length || strchr(" \t\r\n", bytes[at + 1]) != NULL);
    }
    return false;
}

struct tail tail_at(const char *bytes, size_t length, size_t events) {
    struct tail tail = {.whole = length, .events = events};
    size_t solid = length;
    while (solid > 0 && bytes[solid - 1] == '\0')
        solid--;
    if (tail.events == length)
        return tail;
    tail.closed = last_mark(bytes, line_after(bytes, solid, tail.events), solid);
    tail.marked = tail.closed != 0;
    if (!tail.marked)
        return tail;
    tail.whole = begins_event(bytes, tail.closed, solid) ? tail.closed : solid;
    return tail;
}

struct tail tail_of(const char *bytes, size_t length) {
    return tail_at(bytes, length, tail_events(bytes, length));
}
