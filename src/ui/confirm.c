/* The sentence that confirms an act, made to fit: what was typed gives way, never what the act moved or when it was
 * kept.
 */
#include <limits.h>
#include <string.h>

#include "app_inside.h"

enum { MESSAGE_ROWS = 2, LEAST = 24 };

void app_done(struct app *app, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const char *text = arena_vformat(app->scratch, format, arguments);
    va_end(arguments);
    buffer_clear(&app->pending);
    buffer_clear(&app->pending_rest);
    buffer_clear(&app->pending_remark);
    buffer_text(&app->pending, text);
}

void app_also(struct app *app, const char *notice) {
    if (notice != NULL && app->pending.length > 0) {
        buffer_format(&app->pending_rest, "; %s", notice);
    }
}

void app_remark(struct app *app, const char *notice) {
    if (notice != NULL && app->pending.length > 0) {
        buffer_format(&app->pending_remark, "; %s", notice);
    }
}

const char *in_a_row(const struct app *app, const char *text, const char *shorter) {
    int needed = text_columns(text, strlen(text)) + (int)strlen(". Saved 14:31:58");
    return needed <= app->columns - 2 ? text : shorter;
}

void app_done_fit(struct app *app, const char *text, const char *shorter) {
    app_done(app, "%s", in_a_row(app, text, shorter));
}

/* As much of TEXT as COLUMNS hold, at a whole character. */
static size_t within(const char *text, int columns) {
    size_t length = strlen(text);
    size_t at = 0;
    while (at < length) {
        size_t next = grapheme_next(text, length, at);
        columns -= text_columns(text + at, next - at);
        if (columns < 0) {
            break;
        }
        at = next;
    }
    return at;
}

const char *words_within(struct app *app, const char *text, int columns) {
    char *line = arena_text(app->scratch, text == NULL ? "" : text);
    for (char *c = line; *c != '\0'; c++) {
        *c = *c == '\n' ? ' ' : *c;
    }
    if (text_columns(line, strlen(line)) <= columns) {
        return line;
    }
    const char *cut = app->ascii ? "..." : "\xe2\x80\xa6";
    return arena_format(app->scratch, "%.*s%s", (int)within(line, columns - text_columns(cut, strlen(cut))), line, cut);
}

/* In one line, without a full stop of its own. */
static const char *pending_words(struct app *app, const struct buffer *words) {
    char *text = arena_text(app->scratch, words->length > 0 ? words->bytes : "");
    for (size_t length = strlen(text); length > 0 && strchr(". \n", text[length - 1]) != NULL; length--) {
        text[length - 1] = '\0';
    }
    return words_within(app, text, INT_MAX);
}

static bool ends_itself(const char *text) {
    size_t length = strlen(text);
    return length > 0 &&
           (strchr("?!.", text[length - 1]) != NULL || (length > 2 && text_equal(text + length - 3, "\xe2\x80\xa6")));
}

static const char *joined(struct app *app, const char *text, const char *rest, const char *tail) {
    const char *remark = app->pending_remark.length > 0 ? app->pending_remark.bytes : "";
    bool ended = tail[0] == '.' && ends_itself(rest[0] != '\0' ? rest : text);
    return arena_format(app->scratch, "%s%s%s%s", text, rest, ended ? tail + 1 : tail, remark);
}

static bool fits(struct app *app, const char *text) {
    int width = app->columns - 2;
    return text_wrap(app->scratch, text, strlen(text), width < 1 ? 1 : width).count <= MESSAGE_ROWS;
}

const char *confirmation(struct app *app, const char *tail) {
    const char *text = pending_words(app, &app->pending);
    const char *rest = pending_words(app, &app->pending_rest);
    const char *cut = text;
    const char *said = joined(app, text, rest, tail);
    for (int columns = MESSAGE_ROWS * app->columns; columns >= LEAST && !fits(app, said); columns--) {
        cut = words_within(app, text, columns);
        said = joined(app, cut, rest, tail);
    }
    for (int columns = MESSAGE_ROWS * app->columns; columns >= LEAST && !fits(app, said); columns--) {
        said = joined(app, cut, words_within(app, rest, columns), tail);
    }
    return said;
}
