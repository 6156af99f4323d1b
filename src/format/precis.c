#include "candour/format/precis.h"

#include "candour/base/arena.h"
#include "candour/base/text.h"

static const struct diag *first_error(const struct diags *diags) {
    for (size_t i = 0; i < diags->count; i++)
        if (diags->list[i].level == DIAG_ERROR)
            return &diags->list[i];
    return NULL;
}

/* The first problem with its place, which is in the file itself unless it says otherwise. */
static struct precis broken(const struct load_from *from, const struct diags *diags, struct arena *arena) {
    struct precis out = {.path = from->name, .state = PRECIS_BROKEN, .problems = diags->errors};
    const struct diag *first = first_error(diags);
    if (first == NULL)
        return out;
    out.hint = first->hint;
    bool elsewhere = first->file != NULL && !text_equal(first->file, from->name);
    out.problem = first->line == 0 ? first->what
                                   : arena_format(arena, "%s%s%d:%d: %s", elsewhere ? first->file : "",
                                                  elsewhere ? ":" : "", first->line, first->column, first->what);
    return out;
}

struct precis precis_read(const struct load_from *from, struct stamp now, struct arena *arena) {
    struct diags diags;
    struct loaded loaded;
    diags_begin(&diags, arena);
    if (!load_meeting(from, arena, &diags, &loaded))
        return broken(from, &diags, arena);
    struct precis out = loaded.session ? precis_make(summary_later(loaded.meeting, now, arena), from->name, arena)
                                       : precis_agenda(loaded.meeting, from->name, arena);
    out.remarks = diags.count - diags.errors;
    out.torn = loaded.torn > 0;
    return out;
}

struct precis precis_unread(const char *path, const char *why) {
    return (struct precis){.path = path, .state = PRECIS_UNREADABLE, .problem = why, .problems = 1};
}
