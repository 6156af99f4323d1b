/* Actions as plain text: for a terminal, and for a pipe. */
#include <stdlib.h>
#include <string.h>

#include "actions_told.h"
#include "candour/base/arena.h"
#include "candour/base/text.h"

enum { INDENT = 4, LABEL = 10, NARROWEST = 20 };

struct telling {
    const struct actions *actions;
    struct arena *arena; /* of what is being said */
    struct buffer *out;
    int columns; /* 0: lines are not broken */
};

/* --- lines --- */

static void blanks(struct buffer *out, int count) {
    while (count-- > 0)
        buffer_char(out, ' ');
}

/* Not broken, a line ends where the text has a line end. */
static bool next_line(const char *text, size_t length, int width, size_t *at, struct text_line *line) {
    if (width > 0)
        return text_wrap_next(text, length, width, at, line);
    if (*at > length || (*at == length && length > 0))
        return false;
    line->from = *at;
    line->to = *at + strcspn(text + *at, "\n");
    *at = line->to + 1;
    return true;
}

/* LABEL, and TEXT beside it from column FROM on; nothing when TEXT is not given. */
static void tell(struct telling *t, int indent, const char *label, int from, const char *text) {
    if (!text || text_blank(text))
        return;
    size_t length = strlen(text), at = 0;
    int width = t->columns == 0 ? 0 : t->columns - from > NARROWEST ? t->columns - from : NARROWEST;
    struct text_line line;
    bool first = true;
    while (next_line(text, length, width, &at, &line)) {
        blanks(t->out, first ? indent : from);
        if (first && label) {
            buffer_text(t->out, label);
            blanks(t->out, from - indent - (int)strlen(label));
        }
        buffer_add(t->out, text + line.from, line.to - line.from);
        buffer_char(t->out, '\n');
        first = false;
    }
}

static void detail(struct telling *t, const char *label, const char *text) {
    tell(t, INDENT, label, INDENT + LABEL, text);
}

/* --- a row --- */

static const char *head_of(struct telling *t, const struct action *row) {
    static const char *const before[ACTION_KINDS] = {"", "evidence promised, ", "challenge still open, ", ""};
    return arena_format(t->arena, "%s%s", before[row->kind], when_told(t->arena, row));
}

static bool several(const struct actions *actions) {
    return actions->session_count - actions->copies > 1;
}

/* "agreed, priority next; nothing heard since the meeting" */
static const char *state_of(struct telling *t, const struct action *row) {
    const char *status = status_told(t->arena, row);
    const char *priority = word_told(t->arena, &CHOICES_AGREEMENT_PRIORITY, row->priority);
    bool deferred = row->priority == PRIORITY_DEFERRED; /* said where its day is */
    if (!status)
        return NULL;
    return arena_format(t->arena, "%s%s%s%s", status, priority && !deferred ? ", priority " : "",
                        priority && !deferred ? priority : "",
                        row->progress.on == 0 ? "; nothing heard since the meeting" : "");
}

static void tell_row(struct telling *t, const struct action *row) {
    bool national = text_equal(row->owes.id, "NATIONAL");
    size_t wide = strlen(row->id) + 2;
    tell(t, 0, row->id, wide > INDENT ? (int)wide : INDENT, head_of(t, row));
    tell(t, INDENT, NULL, INDENT, row->text);
    detail(t, "for", row->audience);
    detail(t, "put by", party_told(t->arena, &row->asker));
    detail(t, "answer", row->given);
    detail(t,
           row->kind == ACTION_AGREEMENT    ? "owner"
           : row->kind == ACTION_ENGAGEMENT ? "lead"
                                            : "owed by",
           owner_told(t->arena, row));
    detail(t, "to", national ? NULL : row->addressee);
    detail(t, "with", partners_told(t->arena, row));
    detail(t, "because", row->reason);
    detail(t, "status", state_of(t, row));
    detail(t, "heard", row->progress.on != 0 ? heard_told(t->arena, row) : NULL);
    detail(t, "shown by", row->evidence);
    detail(t, "without", lacks_told(t->arena, row));
    detail(t, "to ask", to_ask_told(t->arena, row, NULL));
    detail(t, "meeting", several(t->actions) ? session_told(t->arena, row->session) : NULL);
}

static void heading(struct buffer *out, const char *name) {
    buffer_char(out, '\n');
    for (; *name; name++)
        buffer_char(out, *name >= 'a' && *name <= 'z' ? (char)(*name - 'a' + 'A') : *name);
    buffer_char(out, '\n');
}

static void tell_section(struct telling *t, enum action_section section) {
    bool told = false;
    for (size_t i = 0; i < t->actions->count; i++) {
        const struct action *row = t->actions->list[i];
        if (action_section(row) != section)
            continue;
        if (!told)
            heading(t->out, action_section_name(section));
        told = true;
        t->arena = arena_new();
        buffer_char(t->out, '\n');
        tell_row(t, row);
        arena_free(t->arena);
    }
}

/* --- by owner --- */

static int by_owner(const void *left, const void *right) {
    const struct action_party *a = &(*(struct action *const *)left)->owes;
    const struct action_party *b = &(*(struct action *const *)right)->owes;
    if (!a->id || !b->id)
        return (a->id == NULL) - (b->id == NULL);
    int order = strcmp(a->id, b->id);
    return order ? order : strcmp(a->name, b->name);
}

/* One owner's rows: how many of LIST from the first on are its own. */
static size_t owner_run(struct action *const *list, size_t count, size_t *late) {
    size_t run = 0;
    for (*late = 0; run < count && by_owner(&list[0], &list[run]) == 0; run++)
        *late += list[run]->late;
    return run;
}

static void tell_owners(struct telling *t) {
    const struct actions *actions = t->actions;
    size_t late;
    if (actions->count == 0 || owner_run(actions->list, actions->count, &late) == actions->count)
        return;
    t->arena = arena_new();
    struct action **sorted = arena_array(t->arena, actions->count, sizeof(struct action *));
    memcpy(sorted, actions->list, actions->count * sizeof(struct action *));
    qsort(sorted, actions->count, sizeof(struct action *), by_owner);
    heading(t->out, "By owner");
    buffer_char(t->out, '\n');
    for (size_t i = 0, run; i < actions->count; i += run) {
        run = owner_run(sorted + i, actions->count - i, &late);
        const char *count =
            late > 0 ? arena_format(t->arena, "%zu, %zu late", run, late) : arena_format(t->arena, "%zu", run);
        const char *party = party_told(t->arena, &sorted[i]->owes);
        int from = strlen(count) < 14 ? 16 : (int)strlen(count) + 2;
        tell(t, 2, count, from + 2, party ? party : "nobody named");
    }
    arena_free(t->arena);
}

/* --- the whole --- */

static void tell_begin(struct telling *t) {
    const struct actions *actions = t->actions;
    tell(t, 0, NULL, 0, as_of_told(t->arena, actions));
    tell(t, 0, NULL, 0, asked_for_told(t->arena, &actions->filter));
    tell(t, 0, NULL, 0, sessions_told(t->arena, actions));
    tell(t, 0, NULL, 0, restricted_told(t->arena, actions->restricted));
}

void actions_text(const struct actions *actions, int columns, struct buffer *out) {
    struct telling t = {.actions = actions, .out = out, .columns = columns, .arena = arena_new()};
    tell_begin(&t);
    arena_free(t.arena);
    for (enum action_section section = 0; section < ACTION_SECTIONS; section++)
        tell_section(&t, section);
    tell_owners(&t);
}
