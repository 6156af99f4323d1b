#include "candour/format/problem.h"

#include <stdarg.h>
#include <string.h>

#include "candour/base/text.h"

enum { QUOTE_MOST = 48, SOURCE_LINE_MOST = 4096 };

void problem(struct diags *diags, const struct source *source, uint32_t line, uint32_t column, const char *hint,
             const char *what, ...) {
    if (problem_counted(diags))
        return;
    va_list arguments;
    va_start(arguments, what);
    const char *words = arena_vformat(diags->arena, what, arguments);
    va_end(arguments);
    struct diag *diag = diag_add(diags, DIAG_ERROR, source->name, (int)line, (int)column, "%s", words);
    if (diag != NULL)
        diag->hint = arena_text(diags->arena, hint);
}

static bool names_line(const struct diags *diags, size_t count, const struct diag *diag) {
    for (size_t i = 0; i < count; i++)
        if (diags->list[i].line == diag->line && text_equal(diags->list[i].file, diag->file))
            return true;
    return false;
}

void problems_join(struct diags *to, size_t told, const struct diags *from) {
    size_t errors = 0;
    for (size_t i = 0; i < from->count; i++) {
        const struct diag *diag = &from->list[i];
        errors += diag->level == DIAG_ERROR;
        if (diag->line > 0 && names_line(to, told, diag))
            continue;
        struct diag *added = diag_add(to, diag->level, diag->file, diag->line, diag->column, "%s", diag->what);
        if (added != NULL)
            added->hint = arena_text(to->arena, diag->hint);
    }
    to->dropped += from->dropped;
    to->errors += from->errors - errors;
}

/* The line at *AT, whose number is *LINE, moved on to the one numbered WANTED. */
static const char *line_from(const struct source *source, size_t *at, int *line, int wanted, size_t *length) {
    while (*line < wanted) {
        const char *end = memchr(source->bytes + *at, '\n', source->length - *at);
        if (end == NULL)
            return NULL;
        *at = (size_t)(end - source->bytes) + 1;
        ++*line;
    }
    const char *start = source->bytes + *at;
    const char *end = memchr(start, '\n', source->length - *at);
    *length = end != NULL ? (size_t)(end - start) : source->length - *at;
    return start;
}

/* A NUL would end the text before the caret: it is shown as another control. */
static const char *line_copy(struct arena *arena, const char *start, size_t length) {
    char *copy = arena_copy(arena, start, length);
    for (size_t i = 0; i < length; i++)
        if (copy[i] == '\0')
            copy[i] = '\1';
    return copy;
}

static void add_lines(struct diags *diags, const struct source *source) {
    size_t at = 0;
    int line = 1;
    for (size_t i = 0; i < diags->count; i++) {
        struct diag *diag = &diags->list[i];
        if (diag->line < line || diag->source != NULL || !text_equal(diag->file, source->name))
            continue;
        size_t length = 0;
        const char *start = line_from(source, &at, &line, diag->line, &length);
        if (start == NULL)
            return;
        if (length > SOURCE_LINE_MOST)
            length = SOURCE_LINE_MOST;
        if (length > 0 && diag->column <= SOURCE_LINE_MOST)
            diag->source = line_copy(diags->arena, start, length);
    }
}

void problems_finish(struct diags *diags, struct diags *found, const struct source *const *sources, size_t count) {
    diags_sort(found);
    problems_join(diags, 0, found);
    for (size_t i = 0; i < count; i++)
        add_lines(diags, sources[i]);
}

const char *problem_quote(struct arena *arena, const char *text) {
    size_t length = strlen(text);
    if (length <= QUOTE_MOST)
        return text;
    length = QUOTE_MOST;
    while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80)
        length--;
    return arena_format(arena, "%.*s...", (int)length, text);
}

const char *problem_word(struct arena *arena, const char *word) {
    static const char ordinary[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
    size_t length = strlen(word);
    if (length > 0 && length <= QUOTE_MOST && strspn(word, ordinary) == length)
        return word;
    return arena_format(arena, "'%s'", problem_quote(arena, word));
}

bool problem_counted(struct diags *diags) {
    if (diags->count < diags->most)
        return false;
    diag_add(diags, DIAG_ERROR, NULL, 0, 0, "%s", "");
    return true;
}
