#include "candour/format/reference.h"

#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/core/agenda.h"
#include "candour/core/event.h"
#include "candour/core/meeting.h"
#include "candour/core/record.h"

enum { WIDTH = 80, INDENT = 4 };

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

static void wrapped(struct buffer *out, struct arena *arena, int indent, const char *text) {
    size_t length = strlen(text);
    struct text_lines lines = text_wrap(arena, text, length, WIDTH - indent);
    for (size_t i = 0; i < lines.count; i++) {
        size_t from = lines.lines[i].from;
        size_t to = lines.lines[i].to;
        while (to > from && text[to - 1] == ' ')
            to--;
        buffer_format(out, "%*s%.*s\n", indent, "", (int)(to - from), text + from);
    }
}

static char *choice_list(const struct choices *choices, struct arena *arena) {
    char *list = arena_text(arena, "");
    for (size_t i = 0; i < choices->count; i++)
        list = arena_format(arena, "%s%s%s", list, i == 0 ? "" : ", ", choices->words[i]);
    return list;
}

static void field_rows(struct buffer *out, struct arena *arena, const struct shape *shape, int indent) {
    for (size_t i = 0; i < shape->count; i++) {
        const struct field *field = &shape->fields[i];
        const char *type = type_words(field);
        if (type == NULL)
            type = choice_list(field->choices, arena);
        wrapped(out, arena, indent,
                arena_format(arena, "%s%s (%s)", field->key, (field->flags & FIELD_REQUIRED) != 0 ? "*" : "", type));
        wrapped(out, arena, indent + INDENT, field->help);
        if (field->shape != NULL)
            field_rows(out, arena, field->shape, indent + INDENT);
    }
}

static void heading(struct buffer *out, const char *text) {
    buffer_format(out, "\n%s\n", text);
}

static void sections(struct buffer *out, struct arena *arena) {
    heading(out, "SECTIONS, in the order they are written");
    for (size_t i = 0; i < SHAPE_FILE.count; i++) {
        const struct field *field = &SHAPE_FILE.fields[i];
        buffer_format(out, "\n%s%s\n", field->key, (field->flags & FIELD_REQUIRED) != 0 ? "*" : "");
        wrapped(out, arena, INDENT, field->help);
        if (field->shape != NULL && field->type != FIELD_SET)
            field_rows(out, arena, field->shape, INDENT);
    }
}

static void events(struct buffer *out, struct arena *arena) {
    heading(out, "EVENTS: each has `at`*, strictly later than the one before, and `do`*");
    for (int what = 0; what < DO_COUNT; what++) {
        const struct event_kind *kind = &event_kinds[what];
        buffer_format(out, "\n%s\n", kind->word);
        wrapped(out, arena, INDENT, kind->label);
        field_rows(out, arena, kind->shape, INDENT);
    }
}

static void change_kinds(struct buffer *out, struct arena *arena) {
    heading(out, "KINDS OF CHANGE, where a file gives none of its own\n");
    static const struct agenda none;
    size_t count = 0;
    const struct change_kind *kinds = kinds_of(&none, &count);
    for (size_t i = 0; i < count; i++)
        wrapped(out, arena, INDENT,
                arena_format(arena, "%s (%s): %s", kinds[i].id, choice_word(&CHOICES_STRENGTH, kinds[i].strength),
                             kinds[i].title));
}

void reference_write(struct buffer *out) {
    struct arena *arena = arena_new();
    buffer_text(out, "THE MEETING FILE, version 1\n\n");
    wrapped(
        out, arena, 0,
        "One YAML document in UTF-8 with one mapping at the top. Before the meeting it is an agenda; with `events:` "
        "it is a session: the agenda as it stood when the meeting opened, and the list of what happened. The first "
        "key is `candour: 1`, the last is `events:`. A star marks what is needed. An id has at most 16 letters, "
        "digits, - and _, and stands once in a file; C A E N D and digits are for records and proposals, and BOARD, "
        "CHAIR, NATIONAL, none and end are reserved. Keys that begin with x- are your own, at any level.");
    sections(out, arena);
    events(out, arena);
    change_kinds(out, arena);
    arena_free(arena);
}
