#include "candour/format/reference.h"

#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/roff.h"
#include "candour/base/text.h"
#include "candour/core/agenda.h"
#include "candour/core/event.h"
#include "candour/core/meeting.h"
#include "candour/core/record.h"

enum { WIDTH = 80, INDENT = 4 };

/* Who it is written for. */
struct teller;
struct style {
    void (*chapter)(struct teller *teller, const char *text);
    void (*entry)(struct teller *teller, const char *name, const char *help);
    void (*field)(struct teller *teller, int depth, const char *name, const char *help);
};

struct teller {
    const struct style *style;
    struct buffer *out;
    struct arena *arena;
    int depth; /* of the fields said last, for roff */
};

static const char *type_words(const struct field *field) {
    switch (field->type) {
    case FIELD_LINE:
        return "line";
    case FIELD_TEXT:
        return "text";
    case FIELD_ID:
        return "id";
    case FIELD_REF:
        return "id of another";
    case FIELD_REFS:
        return (field->refs & REF_NONE) != 0 ? "list of ids, or none" : "list of ids";
    case FIELD_LINES:
        return "list of lines";
    case FIELD_PATHS:
        return "list of files";
    case FIELD_DATE:
        return "date, YYYY-MM-DD";
    case FIELD_DATES:
        return "list of dates";
    case FIELD_TIME:
        return "time, HH:MM";
    case FIELD_MINUTES:
        return "minutes: 25, 25m, 1h05, 1:05";
    case FIELD_COUNT:
        return "number";
    case FIELD_STAMP:
        return "stamp, 2016-11-22T13:28:00.000+00:00";
    case FIELD_CHOICE:
        return NULL; /* the words themselves */
    case FIELD_YES_NO:
        return "yes or no";
    case FIELD_MAP:
        return "mapping";
    case FIELD_MAPS:
        return "list";
    case FIELD_SET:
        return "fields of that record; ~ clears one";
    }
    return "";
}

/* --- plain text --- */

static void wrapped(struct teller *teller, int indent, const char *text) {
    size_t length = strlen(text);
    struct text_lines lines = text_wrap(teller->arena, text, length, WIDTH - indent);
    for (size_t i = 0; i < lines.count; i++) {
        size_t from = lines.lines[i].from;
        size_t to = lines.lines[i].to;
        while (to > from && text[to - 1] == ' ')
            to--;
        buffer_format(teller->out, "%*s%.*s\n", indent, "", (int)(to - from), text + from);
    }
}

static void plain_chapter(struct teller *teller, const char *text) {
    buffer_format(teller->out, "\n%s\n", text);
}

static void plain_entry(struct teller *teller, const char *name, const char *help) {
    buffer_format(teller->out, "\n%s\n", name);
    wrapped(teller, INDENT, help);
}

static void plain_field(struct teller *teller, int depth, const char *name, const char *help) {
    wrapped(teller, depth * INDENT, name);
    wrapped(teller, (depth + 1) * INDENT, help);
}

static const struct style PLAIN = {plain_chapter, plain_entry, plain_field};

/* --- roff: fields of fields are set in --- */

static void roff_depth(struct teller *teller, int depth) {
    for (; teller->depth < depth; teller->depth++)
        buffer_text(teller->out, ".RS\n");
    for (; teller->depth > depth; teller->depth--)
        buffer_text(teller->out, ".RE\n");
}

static void roff_chapter(struct teller *teller, const char *text) {
    roff_depth(teller, 0);
    buffer_text(teller->out, ".SH ");
    roff_text(teller->out, text);
}

static void roff_entry(struct teller *teller, const char *name, const char *help) {
    roff_depth(teller, 0);
    buffer_text(teller->out, ".SS ");
    roff_text(teller->out, name);
    roff_text(teller->out, help);
}

static void roff_field(struct teller *teller, int depth, const char *name, const char *help) {
    roff_depth(teller, depth - 1);
    buffer_text(teller->out, ".TP\n");
    roff_text(teller->out, name);
    roff_text(teller->out, help);
}

static const struct style ROFF = {roff_chapter, roff_entry, roff_field};

/* --- what is said --- */

static char *choice_list(const struct choices *choices, struct arena *arena) {
    char *list = arena_text(arena, "");
    for (size_t i = 0; i < choices->count; i++)
        list = arena_format(arena, "%s%s%s", list, i == 0 ? "" : ", ", choices->words[i]);
    return list;
}

static const char *star(const struct field *field) {
    return (field->flags & FIELD_REQUIRED) != 0 ? "*" : "";
}

static void field_rows(struct teller *teller, const struct shape *shape, int depth) {
    for (size_t i = 0; i < shape->count; i++) {
        const struct field *field = &shape->fields[i];
        const char *type = type_words(field);
        if (type == NULL)
            type = choice_list(field->choices, teller->arena);
        teller->style->field(teller, depth, arena_format(teller->arena, "%s%s (%s)", field->key, star(field), type),
                             field->help);
        if (field->shape != NULL)
            field_rows(teller, field->shape, depth + 1);
    }
}

static void section(struct teller *teller, const struct field *field) {
    teller->style->entry(teller, arena_format(teller->arena, "%s%s", field->key, star(field)), field->help);
    if (field->shape != NULL && field->type != FIELD_SET)
        field_rows(teller, field->shape, 1);
}

static void event(struct teller *teller, const struct event_kind *kind) {
    teller->style->entry(teller, kind->word, kind->label);
    field_rows(teller, kind->shape, 1);
}

static void sections(struct teller *teller) {
    teller->style->chapter(teller, "SECTIONS, in the order they are written");
    for (size_t i = 0; i < SHAPE_FILE.count; i++)
        section(teller, &SHAPE_FILE.fields[i]);
}

static void events(struct teller *teller) {
    teller->style->chapter(teller, "EVENTS: each has `at`*, strictly later than the one before, and `do`*");
    for (int what = 0; what < DO_COUNT; what++)
        event(teller, &event_kinds[what]);
}

static void change_kinds(struct teller *teller) {
    teller->style->chapter(teller, "KINDS OF CHANGE, where a file gives none of its own");
    static const struct agenda none;
    size_t count = 0;
    const struct change_kind *kinds = kinds_of(&none, &count);
    for (size_t i = 0; i < count; i++)
        teller->style->field(
            teller, 1,
            arena_format(teller->arena, "%s (%s)", kinds[i].id, choice_word(&CHOICES_STRENGTH, kinds[i].strength)),
            kinds[i].title);
}

static void chapters(struct teller *teller) {
    sections(teller);
    events(teller);
    change_kinds(teller);
}

const char *reference_description(void) {
    return "One YAML document in UTF-8 with one mapping at the top. Before the meeting it is an agenda; with `events:` "
           "it is a session: the agenda as it stood when the meeting opened, and the list of what happened. The first "
           "key is `candour: 1`, the last is `events:`. A star marks what is needed. An id has at most 16 letters, "
           "digits, - and _, and stands once in a file; C A E N D and digits are for records and proposals, and BOARD, "
           "CHAIR, NATIONAL, none and end are reserved. Keys that begin with x- are your own, at any level.";
}

void reference_write(struct buffer *out) {
    struct teller teller = {.style = &PLAIN, .out = out, .arena = arena_new()};
    buffer_text(out, "THE MEETING FILE, version 1\n\n");
    wrapped(&teller, 0, reference_description());
    chapters(&teller);
    arena_free(teller.arena);
}

bool reference_word(const char *word, struct buffer *out) {
    struct teller teller = {.style = &PLAIN, .out = out};
    const struct field *field = shape_field(&SHAPE_FILE, word);
    enum event_do what = event_do_of(word);
    if (field == NULL && what == DO_COUNT)
        return false;
    teller.arena = arena_new();
    if (field != NULL)
        section(&teller, field);
    if (what != DO_COUNT)
        event(&teller, &event_kinds[what]);
    arena_free(teller.arena);
    return true;
}

void reference_words(const char *link, struct buffer *out) {
    for (size_t i = 0; i < SHAPE_FILE.count; i++)
        buffer_format(out, "%s%s", i == 0 ? "" : link, SHAPE_FILE.fields[i].key);
    for (int what = 0; what < DO_COUNT; what++)
        buffer_format(out, "%s%s", link, event_kinds[what].word);
}

void reference_man(struct buffer *out) {
    struct teller teller = {.style = &ROFF, .out = out, .arena = arena_new()};
    chapters(&teller);
    roff_depth(&teller, 0);
    arena_free(teller.arena);
}
