#include "candour/format/carry.h"

#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/format/save.h"

enum { WIDTH = 118 };

/* A remark of the file; what a terminal or a YAML reader would act on becomes a visible mark. */
static void remark(struct buffer *out, const char *before, const char *text) {
    struct arena *arena = arena_new();
    const char *shown = text_shown(arena, text, strlen(text));
    struct text_lines lines = text_wrap(arena, shown, strlen(shown), WIDTH - (int)strlen(before));
    for (size_t i = 0; i < lines.count; i++)
        buffer_format(out, "#%s%.*s\n", before, (int)(lines.lines[i].to - lines.lines[i].from),
                      shown + lines.lines[i].from);
    arena_free(arena);
}

void carry_write(const struct carried *carried, struct buffer *out) {
    remark(out, " ", "The next agenda, carried forward from");
    for (size_t i = 0; i < carried->head.count; i++)
        remark(out, "   ", carried->head.items[i]);
    buffer_text(out, "#\n");
    remark(out, " ",
           "Every prompt begins with the id and the day it comes from. Change, drop and add what you like, give it a "
           "date, and let `candour check` look at it.");
    save_agenda(carried->agenda, out);
}
