/* Words of the next agenda's prompts. */
#include <string.h>

#include "candour/base/buffer.h"
#include "candour/base/text.h"
#include "carry_parts.h"

static bool is_white(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
}

static char *on_one_line(struct arena *arena, const char *text) {
    char *line = arena_alloc(arena, strlen(text) + 1);
    size_t length = 0;
    for (; *text; text++) {
        if (!is_white(*text))
            line[length++] = *text;
        else if (length > 0 && line[length - 1] != ' ')
            line[length++] = ' ';
    }
    while (length > 0 && line[length - 1] == ' ')
        length--;
    line[length] = '\0';
    return line;
}

const char *carry_line(struct arena *arena, const char *text, size_t most) {
    char *line = on_one_line(arena, text ? text : "");
    size_t length = strlen(line);
    size_t at = 0;
    size_t word = 0; /* where the last word that fits ended */
    for (size_t i = 0; i < most && at < length; i++) {
        at = grapheme_next(line, length, at);
        if (line[at] == ' ')
            word = at;
    }
    if (at == length)
        return line;
    /* Some scripts have no blanks: then between characters. */
    return arena_format(arena, "%.*s\xe2\x80\xa6", (int)(word > at / 2 ? word : at), line);
}

const char *carry_sentence(struct arena *arena, const char *before, const char *text, size_t most) {
    const char *line = carry_line(arena, text, most);
    size_t length = strlen(line);
    if (length == 0)
        return "";
    bool ends = strchr(".?!", line[length - 1]) || (length > 2 && strcmp(line + length - 3, "\xe2\x80\xa6") == 0);
    return arena_format(arena, "%s%s%s", before, line, ends ? "" : ".");
}

const char *carry_day(struct arena *arena, day d) {
    int year = 0, month = 0, dayofmonth = 0;
    day_parts(d, &year, &month, &dayofmonth);
    return d == 0 ? "" : arena_format(arena, "%d %.3s %d", dayofmonth, month_name(month), year);
}

const char *carry_by(const struct carrying *c, day due, const char *without) {
    if (due == 0)
        return without;
    const char *late = due < stamp_day(c->now) ? ", late" : "";
    return arena_format(c->arena, " by %s%s", carry_day(c->arena, due), late);
}

const char *carry_whence(const struct carrying *c, size_t from, const char *id) {
    return arena_format(c->arena, "%s of %s", id, c->froms[from].label);
}

void carry_paper(struct carrying *c, struct item *item, size_t from, const struct texts *ids) {
    if (ids->count == 0)
        return;
    texts_line(c->arena, &item->papers, "Record of %s (%s): %s", c->froms[from].label, c->froms[from].name,
               texts_said(c->arena, ids));
}
