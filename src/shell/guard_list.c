#include "candour/shell/guard_list.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/store/file.h"

enum { GUARD_MOST = 1024 * 1024 };

static const char *usual_path(struct arena *arena) {
    const char *config = getenv("XDG_CONFIG_HOME");
    const char *home = getenv("HOME");
    if (config != NULL && config[0] == '/') {
        return arena_format(arena, "%s/candour/guard.txt", config);
    }
    return text_blank(home) ? NULL : arena_format(arena, "%s/.config/candour/guard.txt", home);
}

/* The line without blanks around it; NULL when it says nothing. */
static const char *word_of(const char *line, size_t length, struct arena *arena) {
    while (length > 0 && strchr(" \t\r", line[length - 1]) != NULL) {
        length--;
    }
    while (length > 0 && (*line == ' ' || *line == '\t')) {
        line++;
        length--;
    }
    return length == 0 || *line == '#' ? NULL : arena_copy(arena, line, length);
}

static void take_words(const char *bytes, size_t length, struct arena *arena, struct guard_list *out) {
    size_t lines = 1;
    for (size_t i = 0; i < length; i++) {
        lines += bytes[i] == '\n';
    }
    out->words = arena_array(arena, lines, sizeof *out->words);
    if (length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
        bytes += 3;
        length -= 3;
    }
    for (size_t at = 0; at < length;) {
        const char *end = memchr(bytes + at, '\n', length - at);
        size_t line = end == NULL ? length - at : (size_t)(end - bytes) - at;
        const char *word = word_of(bytes + at, line, arena);
        if (word != NULL) {
            out->words[out->count++] = word;
        }
        at += line + 1;
    }
}

const char *guard_list_read(const char *path, struct arena *arena, struct guard_list *out) {
    bool asked = path != NULL;
    char *bytes = NULL;
    size_t length = 0;
    *out = (struct guard_list){0};
    if (!asked) {
        path = usual_path(arena);
    }
    if (path == NULL || (!asked && access(path, F_OK) != 0)) {
        return NULL;
    }
    const char *why = file_read(path, GUARD_MOST, arena, &bytes, &length, NULL);
    if (why != NULL) {
        return why;
    }
    if (utf8_invalid_at(bytes, length) != length || strlen(bytes) != length) {
        return arena_format(arena, "the guard list %s is not UTF-8 text", path);
    }
    take_words(bytes, length, arena, out);
    struct stat status;
    if (stat(path, &status) == 0 && (status.st_mode & 077) != 0) {
        out->notice = arena_format(arena, "Others on this computer may read the guard list: chmod 600 %s.", path);
    }
    return NULL;
}
