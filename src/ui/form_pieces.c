#include "form_pieces.h"

#include <string.h>

#include "candour/base/arena.h"

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
}

static const char *trimmed(const char *from, size_t length, struct arena *arena) {
    while (length > 0 && is_blank(*from)) {
        from++;
        length--;
    }
    while (length > 0 && is_blank(from[length - 1]))
        length--;
    return length > 0 ? arena_copy(arena, from, length) : NULL;
}

static void add(struct texts *texts, const char *piece) {
    if (piece != NULL)
        texts->items[texts->count++] = piece;
}

/* There cannot be more pieces than bytes and one. */
static struct texts room_for(size_t bytes, struct arena *arena) {
    return (struct texts){arena_array(arena, bytes + 1, sizeof(const char *)), 0};
}

static size_t separators_in(const char *text, const char *separators) {
    size_t count = 0;
    for (const char *c = text; *c != '\0'; c++)
        count += strchr(separators, *c) != NULL;
    return count;
}

struct texts pieces_of(const char *text, const char *separators, struct arena *arena) {
    struct texts pieces = room_for(separators_in(text, separators), arena);
    while (*text != '\0') {
        size_t length = strcspn(text, separators);
        add(&pieces, trimmed(text, length, arena));
        text += length;
        if (*text != '\0')
            text++;
    }
    return pieces;
}

struct texts pieces_split(struct texts pieces, size_t at, struct arena *arena) {
    struct texts words = pieces_of(pieces.items[at], " \t\n", arena);
    struct texts all = room_for(pieces.count + words.count, arena);
    for (size_t i = 0; i < pieces.count; i++) {
        if (i != at)
            add(&all, pieces.items[i]);
        for (size_t j = 0; i == at && j < words.count; j++)
            add(&all, words.items[j]);
    }
    return all;
}

struct texts lines_joined(const char *text, struct arena *arena) {
    struct texts lines = room_for(separators_in(text, "\n"), arena);
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        const char *line = trimmed(text, length, arena);
        if (line != NULL && is_blank(*text) && lines.count > 0)
            lines.items[lines.count - 1] = arena_format(arena, "%s\n%s", lines.items[lines.count - 1], line);
        else
            add(&lines, line);
        text += length;
        if (*text != '\0')
            text++;
    }
    return lines;
}
