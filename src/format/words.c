#include "candour/format/words.h"

#include "candour/base/buffer.h"

enum { LIST_MOST = 12, COUNT_DEFAULT = 100000 };

const char *words_expected(enum field_type type) {
    switch (type) {
    case FIELD_LINE:
        return "one line of text";
    case FIELD_TEXT:
        return "a text";
    case FIELD_ID:
    case FIELD_REF:
        return "an id";
    case FIELD_REFS:
        return "a list of ids";
    case FIELD_LINES:
        return "a list of lines";
    case FIELD_PATHS:
        return "a list of file names";
    case FIELD_DATE:
        return "a date";
    case FIELD_DATES:
        return "a list of dates";
    case FIELD_TIME:
        return "a time of day";
    case FIELD_MINUTES:
        return "a number of minutes";
    case FIELD_COUNT:
        return "a whole number";
    case FIELD_STAMP:
        return "a date, time and offset";
    case FIELD_CHOICE:
        return "one word";
    case FIELD_YES_NO:
        return "yes or no";
    case FIELD_MAPS:
        return "a list of entries";
    case FIELD_MAP:
    case FIELD_SET:
    default:
        return "a group of keys and values";
    }
}

static const char *range_words(const struct field *field, struct arena *arena) {
    bool open = field->least == 0 && field->most == 0;
    if (!open && field->least == field->most)
        return arena_format(arena, "it is always %d", (int)field->least);
    return arena_format(arena, "a number from %d to %d", (int)field->least, open ? COUNT_DEFAULT : (int)field->most);
}

const char *words_how(const struct field *field, struct arena *arena) {
    switch (field->type) {
    case FIELD_ID:
        return "letters, digits, '-' and '_', at most 16 of them";
    case FIELD_DATE:
    case FIELD_DATES:
        return "write it as year-month-day, 2027-03-31 say";
    case FIELD_TIME:
        return "write it as hours and minutes, 13:30 say";
    case FIELD_MINUTES:
        return "write 25, 25m, 1h05 or 1:05";
    case FIELD_COUNT:
        return range_words(field, arena);
    case FIELD_STAMP:
        return "write it as 2016-11-22T13:28:00.000+00:00";
    case FIELD_CHOICE:
        return arena_format(arena, "write %s", words_list(field->choices->words, field->choices->count, " or ", arena));
    case FIELD_YES_NO:
        return "write yes or no";
    case FIELD_REFS:
    case FIELD_LINES:
    case FIELD_PATHS:
        return "one entry a line under the key, each with '- ' before it";
    case FIELD_MAPS:
        return "entries begin with '- ' on the lines under the key";
    case FIELD_MAP:
    case FIELD_SET:
        return "its keys stand on the lines under it, indented by two spaces";
    case FIELD_LINE:
        return "keep it on one line; put it in quotes when it has ': ' or ' #' in it";
    case FIELD_TEXT:
    case FIELD_REF:
    default:
        return NULL;
    }
}

struct named {
    uint32_t bit;
    const char *word;
    const char *one;
};

static const struct named names[] = {
    {REF_AGENCY, "agency", "an agency"},
    {REF_PERSON, "person", "a person"},
    {REF_PRIORITY, "plan priority", "a plan priority"},
    {REF_LEARNING, "learning entry", "a learning entry"},
    {REF_FINDING, "finding", "a finding"},
    {REF_RECOMMENDATION, "recommendation", "a recommendation"},
    {REF_ITEM, "agenda item", "an agenda item"},
    {REF_KIND, "kind of change", "a kind of change"},
    {REF_QUESTION, "question", "a question of the quality marker"},
    {REF_PROPOSAL, "proposal", "a proposal"},
    {REF_CHALLENGE, "challenge", "a challenge"},
    {REF_AGREEMENT, "agreement", "an agreement"},
    {REF_ENGAGEMENT, "engagement activity", "an engagement activity"},
    {REF_NOTE, "note", "a note"},
    {REF_BOARD, NULL, "the Board"},
    {REF_CHAIR, NULL, "the chair"},
    {REF_NATIONAL, NULL, "the national bodies"},
    {REF_END, NULL, "the end of the meeting"},
    {REF_NONE, NULL, "the word for no links"},
};

const char *words_refs(uint32_t refs, struct arena *arena) {
    const char *words[sizeof names / sizeof *names];
    size_t count = 0;
    if ((refs & REF_RECORD) == REF_RECORD) {
        words[count++] = "record";
        refs &= ~(uint32_t)REF_RECORD;
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if ((refs & names[i].bit) != 0 && names[i].word != NULL)
            words[count++] = names[i].word;
    return count > 0 ? words_list(words, count, " or ", arena) : "thing";
}

const char *words_named(uint32_t bit) {
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if ((bit & names[i].bit) != 0)
            return names[i].one;
    return "something else";
}

const char *words_list(const char *const *words, size_t count, const char *last, struct arena *arena) {
    struct buffer out = {0};
    size_t shown = count > LIST_MOST ? LIST_MOST : count;
    for (size_t i = 0; i < shown; i++) {
        if (i > 0)
            buffer_text(&out, i + 1 == count ? last : ", ");
        buffer_text(&out, words[i]);
    }
    if (shown < count)
        buffer_text(&out, ", ...");
    const char *text = arena_copy(arena, out.bytes, out.length);
    buffer_free(&out);
    return text;
}
