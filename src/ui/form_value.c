#include "candour/ui/form_value.h"

#include <stdio.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/core/reading.h"
#include "candour/ui/pick.h"
#include "form_pieces.h"

enum { NEAR_WEEKS = 14, NEAR_YEARS = 730, DAYS_A_WEEK = 7, DAYS_A_YEAR = 365, SPARE = 160 };

static const char *const YES_AND_NO[] = {"yes", "no"};

/* --- dates --- */

static char *count_of(int32_t count, const char *unit, bool past, char out[32]) {
    const char *many = count == 1 ? "" : "s";
    snprintf(out, 32, past ? "%d %s%s ago" : "in %d %s%s", (int)count, unit, many);
    return out;
}

char *distance_in_words(day from, day to, char out[32]) {
    bool past = to < from;
    int32_t days = past ? from - to : to - from;
    if (days == 0)
        snprintf(out, 32, "today");
    else if (days == 1)
        snprintf(out, 32, past ? "yesterday" : "tomorrow");
    else if (days < NEAR_WEEKS)
        count_of(days, "day", past, out);
    else if (days < NEAR_YEARS)
        count_of(days / DAYS_A_WEEK, "week", past, out);
    else
        count_of(days / DAYS_A_YEAR, "year", past, out);
    return out;
}

static void say_date(day d, day today, bool past, char *said, size_t size) {
    char words[48], distance[32];
    snprintf(said, size, "%s, %s%s", day_in_words(d, words, sizeof words), distance_in_words(today, d, distance),
             past ? ": that day is past" : "");
}

static enum value_state read_date(const struct value_room *room, const char *text, day *out, char *said, size_t size) {
    enum day_fault fault = day_understand(text, room->today, out);
    if (fault != DAY_GOOD && fault != DAY_PAST) {
        snprintf(said, size, "%s", day_fault_text(fault));
        return VALUE_BAD;
    }
    say_date(*out, room->today, fault == DAY_PAST, said, size);
    return fault == DAY_PAST ? VALUE_WARNED : VALUE_GOOD;
}

/* "31 mar, 30 jun" or "2027-03-31 2027-06-30": a piece between commas is a date, or blanks part it further. */
static enum value_state read_dates(const struct value_room *room, const char *text, struct days *out, char *said,
                                   size_t size) {
    struct texts pieces = pieces_of(text, ",;\n", room->arena);
    day ignored;
    for (size_t i = 0; i < pieces.count; i++)
        if (day_understand(pieces.items[i], room->today, &ignored) == DAY_UNKNOWN)
            pieces = pieces_split(pieces, i, room->arena);
    struct days days = {arena_array(room->arena, pieces.count, sizeof(day)), pieces.count};
    enum value_state state = VALUE_GOOD;
    for (size_t i = 0; i < pieces.count; i++) {
        enum value_state one = read_date(room, pieces.items[i], &days.items[i], said, size);
        if (one == VALUE_BAD)
            return one;
        if (one == VALUE_WARNED)
            state = one;
    }
    *out = days;
    return state;
}

/* --- ids --- */

/* Where codes begin so, what has it in its name does not count. */
static size_t as_good(struct pickables fit, const char *text) {
    size_t count = 0;
    while (count < fit.count && text_starts_nocase(fit.list[count].code, text))
        count++;
    return count > 0 ? count : fit.count;
}

static bool say_several(const struct value_room *room, const struct field *field, const char *text, char *said,
                        size_t size) {
    struct pickables all = pickables_of(room->meeting, field, room->arena);
    struct pickables fit = pickables_fit(&all, text, room->arena);
    size_t count = as_good(fit, text);
    if (count < 2)
        return false;
    snprintf(said, size, "'%.40s' fits several: %s, %s%s%s; type more, or choose with Down", text, fit.list[0].code,
             fit.list[1].code, count > 2 ? ", " : "", count > 2 ? fit.list[2].code : "");
    return true;
}

static void say_unknown_id(const struct value_room *room, const struct field *field, const char *text, const char *near,
                           char *said, size_t size) {
    if (say_several(room, field, text, said, size))
        return;
    if (near != NULL)
        snprintf(said, size, "'%.40s' is no code that may stand here; did you mean %s?", text, near);
    else
        snprintf(said, size, "'%.40s' is no code that may stand here", text);
}

static const char *read_id(const struct value_room *room, const struct field *field, const char *text, char *said,
                           size_t size) {
    const char *near = NULL;
    const char *id = ref_understand(room->meeting, field, text, &near);
    if (id == NULL)
        say_unknown_id(room, field, text, near, said, size);
    return id == NULL ? NULL : arena_text(room->arena, id);
}

static enum value_state read_ref(const struct value_room *room, const struct field *field, const char *text,
                                 const char **out, char *said, size_t size) {
    const char *id = read_id(room, field, text, said, size);
    if (id == NULL)
        return VALUE_BAD;
    const char *name = ref_name(room->meeting, field, id, room->arena);
    if (!text_equal(id, name))
        snprintf(said, size, "%s", name);
    *out = id;
    return VALUE_GOOD;
}

static enum value_state read_refs(const struct value_room *room, const struct field *field, const char *text,
                                  struct texts *out, char *said, size_t size) {
    struct texts pieces = pieces_of(text, " ,;\n", room->arena);
    size_t count = 0;
    for (size_t i = 0; i < pieces.count; i++) {
        const char *id = read_id(room, field, pieces.items[i], said, size);
        if (id == NULL)
            return VALUE_BAD;
        struct texts before = {pieces.items, count};
        if (!texts_have(&before, id))
            pieces.items[count++] = id;
    }
    pieces.count = count;
    if (count > 1 && texts_have(&pieces, "none")) {
        snprintf(said, size, "'none' stands alone, or not at all");
        return VALUE_BAD;
    }
    *out = pieces;
    return VALUE_GOOD;
}

/* --- figures --- */

static enum value_state read_number(const struct field *field, const char *text, struct number *out, char *said,
                                    size_t size) {
    int32_t value = 0;
    bool read = field->type == FIELD_TIME      ? time_read(text, &value)
                : field->type == FIELD_MINUTES ? minutes_read(text, &value)
                                               : count_read(text, &value);
    const char *expected = field->type == FIELD_TIME      ? "a time such as 13:30"
                           : field->type == FIELD_MINUTES ? "minutes, such as 25 or 1h05"
                                                          : "a number";
    if (!read) {
        snprintf(said, size, "'%.40s' is not %s", text, expected);
        return VALUE_BAD;
    }
    if (!field_in_range(field, value)) {
        snprintf(said, size, "%d is out of range: %d to %d", (int)value, (int)field->least, (int)field_most(field));
        return VALUE_BAD;
    }
    *out = (struct number){true, value};
    return VALUE_GOOD;
}

static enum value_state read_choice(const struct field *field, const char *text, int *out, char *said, size_t size) {
    int value = value_choice(field, text);
    if (value == 0) {
        snprintf(said, size, "'%.40s' is none of the choices", text);
        return VALUE_BAD;
    }
    *out = value;
    return VALUE_GOOD;
}

const char *const *value_choices(const struct field *field, size_t *count) {
    if (field->type == FIELD_YES_NO) {
        *count = sizeof YES_AND_NO / sizeof *YES_AND_NO;
        return YES_AND_NO;
    }
    *count = field->choices != NULL ? field->choices->count : 0;
    return field->choices != NULL ? field->choices->words : NULL;
}

static bool part_begins(const char *word, const char *text) {
    for (const char *part = strchr(word, '-'); part != NULL; part = strchr(part + 1, '-'))
        if (text_starts_nocase(part + 1, text))
            return true;
    return false;
}

int value_choice(const struct field *field, const char *text) {
    size_t count;
    const char *const *words = value_choices(field, &count);
    int begins = 0, inside = 0, begin_count = 0, inside_count = 0;
    for (size_t i = 0; i < count; i++) {
        int value = (int)i + 1;
        if (text_equal_nocase(words[i], text))
            return value;
        if (text_starts_nocase(words[i], text)) {
            begins = value;
            begin_count++;
        } else if (part_begins(words[i], text)) {
            inside = value;
            inside_count++;
        }
    }
    if (begin_count > 0)
        return begin_count == 1 ? begins : 0;
    return inside_count == 1 ? inside : 0;
}

/* --- lists of small records --- */

static bool read_pair(const struct value_room *room, const struct shape *shape, char *line, void *out, char *said,
                      size_t size) {
    char inner[SPARE] = "";
    char *colon = strchr(line, ':');
    if (colon == NULL || text_blank(colon + 1)) {
        snprintf(said, size, "'%.30s': one a line, a code, a colon and the words, such as EDU: why", line);
        return false;
    }
    *colon = '\0';
    const char *words = colon + 1 + strspn(colon + 1, " ");
    bool good = value_read(room, &shape->fields[0], line, out, inner, sizeof inner) == VALUE_GOOD &&
                value_read(room, &shape->fields[1], words, out, inner, sizeof inner) != VALUE_BAD;
    if (!good)
        snprintf(said, size, "%s", inner[0] != '\0' ? inner : "a code is missing before the colon");
    return good;
}

static enum value_state read_maps(const struct value_room *room, const struct field *field, const char *text,
                                  struct list *out, char *said, size_t size) {
    struct texts lines = lines_joined(text, room->arena);
    char *items = arena_array(room->arena, lines.count, field->shape->size);
    for (size_t i = 0; i < lines.count; i++) {
        char *line = arena_text(room->arena, lines.items[i]);
        if (!read_pair(room, field->shape, line, items + i * field->shape->size, said, size))
            return VALUE_BAD;
    }
    *out = (struct list){items, lines.count};
    return VALUE_GOOD;
}

/* --- all of them --- */

static enum value_state read_given(const struct value_room *room, const struct field *field, const char *text,
                                   void *record, char *said, size_t size) {
    void *place = field_in(field, record);
    switch (field->type) {
    case FIELD_LINE:
    case FIELD_TEXT:
    case FIELD_ID:
        *(const char **)place = text;
        return VALUE_GOOD;
    case FIELD_REF:
        return read_ref(room, field, text, place, said, size);
    case FIELD_REFS:
        return read_refs(room, field, text, place, said, size);
    case FIELD_LINES:
    case FIELD_PATHS:
        *(struct texts *)place = pieces_of(text, "\n", room->arena);
        return VALUE_GOOD;
    case FIELD_DATE:
        return read_date(room, text, place, said, size);
    case FIELD_DATES:
        return read_dates(room, text, place, said, size);
    case FIELD_TIME:
    case FIELD_MINUTES:
    case FIELD_COUNT:
        return read_number(field, text, place, said, size);
    case FIELD_CHOICE:
    case FIELD_YES_NO:
        return read_choice(field, text, place, said, size);
    case FIELD_MAPS:
        return read_maps(room, field, text, place, said, size);
    case FIELD_STAMP:
    case FIELD_MAP:
    case FIELD_SET:
        break;
    }
    return VALUE_BAD;
}

enum value_state value_read(const struct value_room *room, const struct field *field, const char *text, void *record,
                            char *said, size_t size) {
    said[0] = '\0';
    if (text_blank(text))
        return VALUE_EMPTY;
    /* Blanks before a text may be meant; everywhere else they are slips. */
    const char *clean = text_clean(room->arena, text);
    while (field->type != FIELD_TEXT && field->type != FIELD_MAPS && (*clean == ' ' || *clean == '\n'))
        clean++;
    return read_given(room, field, clean, record, said, size);
}

static void copy_texts(struct texts *texts, struct arena *arena) {
    const char **items = arena_array(arena, texts->count, sizeof *items);
    for (size_t i = 0; i < texts->count; i++)
        items[i] = arena_text(arena, texts->items[i]);
    texts->items = items;
}

void value_copy(const struct field *field, void *to, const void *from, struct arena *arena) {
    field_copy(field, to, from);
    void *place = field_in(field, to);
    switch (field->type) {
    case FIELD_LINE:
    case FIELD_TEXT:
    case FIELD_ID:
    case FIELD_REF:
        *(const char **)place = arena_text(arena, *(const char **)place);
        break;
    case FIELD_REFS:
    case FIELD_LINES:
    case FIELD_PATHS:
        copy_texts(place, arena);
        break;
    case FIELD_DATES: {
        struct days *days = place;
        day *items = arena_array(arena, days->count, sizeof *items);
        if (days->count > 0)
            memcpy(items, days->items, days->count * sizeof *items);
        days->items = items;
        break;
    }
    case FIELD_DATE:
    case FIELD_TIME:
    case FIELD_MINUTES:
    case FIELD_COUNT:
    case FIELD_STAMP:
    case FIELD_CHOICE:
    case FIELD_YES_NO:
    case FIELD_MAP:
    case FIELD_MAPS:
    case FIELD_SET:
        break;
    }
}
