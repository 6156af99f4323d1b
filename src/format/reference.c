#include "candour/format/reference.h"

#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/core/agenda.h"
#include "candour/core/event.h"
#include "candour/core/meeting.h"
#include "candour/core/need.h"
#include "candour/core/record.h"
#include "candour/format/words.h"
#include "reference_parts.h"

static const char *choice_list(const struct choices *choices, struct arena *arena) {
    char *list = arena_text(arena, "");
    for (size_t i = 0; i < choices->count; i++)
        list = arena_format(arena, "%s%s%s", list, i == 0 ? "" : ", ", choices->words[i]);
    return list;
}

/* The words of a choice that ask for something; where nearly all do, which does not. */
static const char *needing_words(const struct field *field, uint32_t words, struct arena *arena) {
    const char *list[32], *not_one = NULL;
    size_t count = 0, without = 0;
    for (size_t i = 0; i < field->choices->count; i++) {
        if ((words >> (i + 1) & 1) != 0)
            list[count++] = field->choices->words[i];
        else
            not_one = field->choices->words[i];
    }
    without = field->choices->count - count;
    if (without == 0)
        return "given";
    return without == 1 ? arena_format(arena, "given and not %s", not_one) : words_list(list, count, " or ", arena);
}

enum { INDENT = 4 };

/* Who may stand there. */
static const char *who(const struct field *field, struct arena *arena) {
    enum { TARGETS = REF_BOARD | REF_CHAIR | REF_NATIONAL | REF_END };
    const char *list[16];
    size_t count = 0;
    uint32_t things = field->refs & ~(uint32_t)(TARGETS | REF_NONE | REF_ALONE);
    if (things != 0)
        list[count++] = words_refs(things, arena);
    size_t words;
    const struct id_word *targets = id_words(&words);
    for (size_t i = 0; i < words; i++)
        if ((field->refs & targets[i].names & TARGETS) != 0)
            list[count++] = targets[i].word;
    const char *text = words_list(list, count, " or ", arena);
    return (field->refs & REF_ALONE) != 0 ? arena_format(arena, "%s; a person only without an agency", text) : text;
}

static const char *range(const struct field *field, struct arena *arena) {
    if (field->least == field_most(field))
        return arena_format(arena, "always %d", (int)field->least);
    return arena_format(arena, "%d to %d%s", (int)field->least, (int)field_most(field),
                        (field->flags & FIELD_NOT_ZERO) != 0 ? ", not 0" : "");
}

static const char *type_words(const struct field *field, struct arena *arena) {
    switch (field->type) {
    case FIELD_LINE:
        return "line";
    case FIELD_TEXT:
        return "text";
    case FIELD_ID:
        return "id";
    case FIELD_REF:
        return arena_format(arena, "id of %s", who(field, arena));
    case FIELD_REFS:
        return arena_format(arena, "list of ids of %s%s", who(field, arena),
                            (field->refs & REF_NONE) != 0 ? ", or the word none" : "");
    case FIELD_LINES:
        return "list of lines";
    case FIELD_PATHS:
        return "list of files";
    case FIELD_DATE:
        return "date";
    case FIELD_DATES:
        return "list of dates";
    case FIELD_TIME:
        return "time";
    case FIELD_MINUTES:
        return arena_format(arena, "minutes, %s", range(field, arena));
    case FIELD_COUNT:
        return arena_format(arena, "number, %s", range(field, arena));
    case FIELD_STAMP:
        return "stamp";
    case FIELD_CHOICE:
        return choice_list(field->choices, arena);
    case FIELD_YES_NO:
        return "yes or no";
    case FIELD_MAP:
        return "group of keys";
    case FIELD_MAPS:
        return "list of groups of keys";
    case FIELD_SET:
        return "fields of that record";
    }
    return "";
}

/* What the table of needs says of the field, and who may see it. */
static const char *remarks(const struct shape *shape, const struct field *field, struct arena *arena) {
    const char *text = "";
    for (const struct need *need = need_of(shape, NULL); need; need = need_of(shape, need)) {
        bool key = strcmp(need->key, field->key) == 0;
        bool other = need->other != NULL && strcmp(need->other, field->key) == 0;
        if (need->kind == NEED_WHEN && key)
            text = arena_format(arena, "%sNeeded when %s is %s. ", text, need->asks,
                                needing_words(shape_field(shape, need->asks), need->words, arena));
        else if (need->kind == NEED_NAMES && strcmp(need->asks, field->key) == 0)
            text = arena_format(arena, "%sOnly where %s is that of %s. ", text, need->key, words_named(need->refs));
        else if (key || other)
            text = arena_format(arena, "%sThis or %s is needed%s. ", text, key ? need->other : need->key,
                                need->kind == NEED_ONE ? ", not both" : "");
    }
    if ((field->flags & FIELD_PRIVATE) != 0)
        text = arena_format(arena, "%sNever projected or published. ", text);
    return (field->flags & FIELD_PUBLIC) != 0 ? arena_format(arena, "%sMay be published. ", text) : text;
}

static void field_rows(struct buffer *out, struct arena *arena, const struct shape *shape, int indent) {
    for (size_t i = 0; i < shape->count; i++) {
        const struct field *field = &shape->fields[i];
        reference_lines(out, arena, indent,
                        arena_format(arena, "%s%s (%s)", field->key, (field->flags & FIELD_REQUIRED) != 0 ? "*" : "",
                                     type_words(field, arena)));
        reference_lines(out, arena, indent + INDENT, field->help);
        reference_lines(out, arena, indent + INDENT, remarks(shape, field, arena));
        if (field->shape != NULL)
            field_rows(out, arena, field->shape, indent + INDENT);
    }
}

static void sections(struct buffer *out, struct arena *arena) {
    reference_heading(out, "SECTIONS, in the order they are written");
    for (size_t i = 0; i < SHAPE_FILE.count; i++) {
        const struct field *field = &SHAPE_FILE.fields[i];
        buffer_format(out, "\n%s%s\n", field->key, (field->flags & FIELD_REQUIRED) != 0 ? "*" : "");
        reference_lines(out, arena, INDENT, field->help);
        if (field->shape != NULL && field->type != FIELD_SET)
            field_rows(out, arena, field->shape, INDENT);
    }
}

/* When it may be said, and whether it can be undone. */
static const char *allowed(const struct event_kind *kind, struct arena *arena) {
    static const char *const states[] = {
        [MEETING_READY] = "ready",         [MEETING_RUNNING] = "running", [MEETING_PAUSED] = "paused",
        [MEETING_ADJOURNED] = "adjourned", [MEETING_CLOSED] = "closed",   [MEETING_CONFIRMED] = "confirmed",
    };
    const char *list[MEETING_CONFIRMED];
    size_t count = 0;
    for (int status = MEETING_READY; status <= MEETING_CONFIRMED; status++)
        if ((kind->states & STATUS_BIT(status)) != 0)
            list[count++] = states[status];
    if (kind == &event_kinds[DO_OPEN])
        return "The first event, and only that.";
    return arena_format(arena, "While %s%s.", words_list(list, count, " or ", arena),
                        kind->undoable ? "" : "; cannot be undone");
}

static void events(struct buffer *out, struct arena *arena) {
    reference_heading(out, "EVENTS: each has `at`*, strictly later than the one before, and `do`*");
    for (int what = 0; what < DO_COUNT; what++) {
        const struct event_kind *kind = &event_kinds[what];
        buffer_format(out, "\n%s\n", kind->word);
        reference_lines(out, arena, INDENT, arena_format(arena, "%s. %s", kind->label, allowed(kind, arena)));
        field_rows(out, arena, kind->shape, INDENT);
    }
}

static void change_kinds(struct buffer *out, struct arena *arena) {
    reference_heading(out, "KINDS OF CHANGE, where a file gives none of its own\n");
    static const struct agenda none;
    size_t count = 0;
    const struct change_kind *kinds = kinds_of(&none, &count);
    for (size_t i = 0; i < count; i++)
        reference_lines(out, arena, INDENT,
                        arena_format(arena, "%s (%s): %s", kinds[i].id,
                                     choice_word(&CHOICES_STRENGTH, kinds[i].strength), kinds[i].title));
}

void reference_write(struct buffer *out) {
    struct arena *arena = arena_new();
    buffer_text(out, "THE MEETING FILE, version 1\n\n");
    reference_reading(out, arena);
    sections(out, arena);
    events(out, arena);
    change_kinds(out, arena);
    reference_meaning(out, arena);
    arena_free(arena);
}
