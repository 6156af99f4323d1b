#include "candour/ui/quick.h"

#include <stdio.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/buffer.h"
#include "candour/base/text.h"
#include "candour/core/reading.h"
#include "candour/ui/specs.h"
#include "quick_ways.h"

enum { SAID_SIZE = 200 };

struct reading {
    const struct value_room *room;
    const struct quick_way *way;
    void *record;
    const char *rest;    /* what is not read yet */
    uint64_t given;      /* fields given on the line, by their place in the shape */
    size_t bare;         /* words by place taken so far */
    struct buffer words; /* marks that stayed text */
    struct buffer notices;
    struct quick *out;
};

const struct shape *quick_shape(const char *act) {
    const struct quick_way *way = quick_way(act);
    return way != NULL ? way->shape : NULL;
}

/* --- pieces of the line --- */

static bool blank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
}

static const char *past_blanks(const char *text) {
    while (blank(*text))
        text++;
    return text;
}

static size_t word_length(const char *text) {
    size_t length = 0;
    while (text[length] != '\0' && !blank(text[length]))
        length++;
    return length;
}

static void notice(struct reading *reading, const char *word, const char *what, const char *why) {
    buffer_format(&reading->notices, "%s%s%s: %s", reading->notices.length > 0 ? "; " : "", word, what, why);
}

static void stays_text(struct reading *reading, const char *word, const char *why) {
    notice(reading, word, " stays text", why);
    buffer_format(&reading->words, "%s%s", reading->words.length > 0 ? " " : "", word);
}

/* A mark of this act whose value is not understood. */
static void not_understood(struct reading *reading, const char *word, const char *why) {
    if (reading->way->strict)
        reading->out->fault = arena_format(reading->room->arena, "%s: %s", word, why);
    else
        stays_text(reading, word, why);
}

/* --- values --- */

static uint64_t bit_of(const struct reading *reading, const struct field *field) {
    return (uint64_t)1 << shape_place(reading->way->shape, field);
}

static void append_texts(struct texts *to, const struct texts *more, struct arena *arena) {
    const char **items = arena_array(arena, to->count + more->count, sizeof *items);
    size_t count = to->count;
    if (count > 0)
        memcpy(items, to->items, count * sizeof *items);
    for (size_t i = 0; i < more->count; i++)
        if (!texts_have(to, more->items[i]))
            items[count++] = more->items[i];
    *to = (struct texts){items, count};
}

/* Lists grow; anything else is said once. */
static enum value_state give(struct reading *reading, const struct field *field, const char *text, char *said,
                             size_t size) {
    uint64_t bit = bit_of(reading, field);
    bool again = (reading->given & bit) != 0;
    if (again && field->type != FIELD_REFS) {
        snprintf(said, size, "%s is given already", field->label);
        return VALUE_BAD;
    }
    void *taken = arena_alloc(reading->room->arena, reading->way->shape->size);
    enum value_state state = value_read(reading->room, field, text, taken, said, size);
    if (state == VALUE_EMPTY)
        snprintf(said, size, "nothing stands behind it");
    if (state == VALUE_EMPTY || state == VALUE_BAD)
        return VALUE_BAD;
    if (again)
        append_texts(field_in(field, reading->record), field_in(field, taken), reading->room->arena);
    else
        field_copy(field, reading->record, taken);
    reading->given |= bit;
    if (state == VALUE_WARNED)
        notice(reading, field->label, "", said);
    return state;
}

/* --- marks --- */

static bool read_sign(struct reading *reading, const char *word) {
    const struct field *field = quick_sign(reading->way, word[0], NULL);
    char said[SAID_SIZE] = "", last[SAID_SIZE] = "";
    if (field == NULL)
        return false;
    for (; field != NULL; field = quick_sign(reading->way, word[0], field)) {
        if (give(reading, field, word + 1, said, sizeof said) != VALUE_BAD)
            return true;
        if (last[0] == '\0')
            memcpy(last, said, sizeof last);
    }
    not_understood(reading, word, last);
    return true;
}

static bool is_name(const char *text, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (!((text[i] >= 'a' && text[i] <= 'z') || text[i] == '_' || text[i] == '-'))
            return false;
    return length > 1;
}

static bool read_key(struct reading *reading, const char *word) {
    const char *value = NULL;
    const struct field *field = quick_key(reading->way, word, &value);
    const char *colon = strchr(word, ':');
    char said[SAID_SIZE] = "";
    if (field != NULL) {
        if (give(reading, field, value, said, sizeof said) == VALUE_BAD)
            not_understood(reading, word, said);
        return true;
    }
    /* "Note: the plan" is words; "dew:2027-03-31" was meant as a mark. */
    if (colon == NULL || colon[1] == '\0' || colon[1] == '/' || !is_name(word, (size_t)(colon - word)))
        return false;
    stays_text(reading, word, "this is not a mark here");
    return true;
}

static bool known_sign(char c) {
    return strchr(">@+#!", c) != NULL;
}

/* A word that begins like a mark of another act. */
static bool read_foreign(struct reading *reading, const char *word) {
    if (!known_sign(word[0]) || word[1] == '\0')
        return false;
    stays_text(reading, word, "this is not a mark here");
    return true;
}

/* --- LEFT>RIGHT --- */

/* The bytes of "NPS>MHT", "NPS > MHT" or ">MHT" at the beginning of TEXT; 0 when there is none. */
static size_t pair_length(const char *text) {
    size_t left = 0;
    while (text[left] != '\0' && !blank(text[left]) && text[left] != '>')
        left++;
    const char *sign = past_blanks(text + left);
    if (*sign != '>')
        return 0;
    const char *right = past_blanks(sign + 1);
    return (size_t)(right - text) + word_length(right);
}

static bool read_pair(struct reading *reading) {
    const struct quick_way *way = reading->way;
    size_t length = way->left != NULL ? pair_length(reading->rest) : 0;
    if (length == 0)
        return false;
    const char *word = arena_copy(reading->room->arena, reading->rest, length);
    size_t sign = (size_t)(strchr(word, '>') - word);
    const char *left = arena_copy(reading->room->arena, word, sign);
    const char *right = word + sign + 1;
    void *before = arena_alloc(reading->room->arena, way->shape->size);
    memcpy(before, reading->record, way->shape->size);
    uint64_t given = reading->given;
    char said[SAID_SIZE] = "";
    if ((!text_blank(left) &&
         give(reading, shape_field(way->shape, way->left), left, said, sizeof said) == VALUE_BAD) ||
        give(reading, shape_field(way->shape, way->right), right, said, sizeof said) == VALUE_BAD) {
        memcpy(reading->record, before, way->shape->size);
        reading->given = given;
        stays_text(reading, word, said);
    }
    reading->rest = past_blanks(reading->rest + length);
    return true;
}

/* --- words by their place --- */

static bool whole_code(const struct reading *reading, const struct field *field, const char *word) {
    const char *id = ref_understand(reading->room->meeting, field, word, NULL);
    return id != NULL && text_equal_nocase(id, word);
}

/* Known by its letter before there is any. */
static bool letter_of_record(const struct field *field, char letter) {
    bool any = false;
    for (unsigned kind = 0; kind < RECORD_KINDS; kind++)
        any |= (letter & ~0x20) == record_letter((enum record_kind)kind);
    return any && (field->refs & REF_RECORD) != 0;
}

/* F99: said like a code of this kind, and there is none. */
static bool unknown_code(const struct reading *reading, const struct field *field, const char *word) {
    size_t letters = strspn(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    size_t digits = strspn(word + letters, "0123456789");
    if (letters == 0 || letters > 2 || digits == 0 || digits > 3 || word[letters + digits] != '\0')
        return false;
    if (letters == 1 && letter_of_record(field, word[0]))
        return true;
    const char *near = NULL;
    const char *kind = arena_copy(reading->room->arena, word, letters);
    const char *id = ref_understand(reading->room->meeting, field, kind, &near);
    id = id != NULL ? id : near;
    return id != NULL && text_starts_nocase(id, kind);
}

static void not_there(struct reading *reading, const struct field *field, const char *word) {
    struct arena *arena = reading->room->arena;
    if (reading->way->strict)
        reading->out->fault = arena_format(arena, "%s: there is no %s", field->label, word);
    else
        notice(reading, word, " stays text", arena_format(arena, "there is no %s", word));
}

/* True when the word was one; a fault when it had to be. */
static bool read_bare(struct reading *reading, const char *word) {
    char said[SAID_SIZE] = "";
    while (reading->bare < QUICK_BARE && reading->way->bare[reading->bare].key != NULL) {
        const struct quick_bare *bare = &reading->way->bare[reading->bare++];
        const struct field *field = shape_field(reading->way->shape, bare->key);
        if ((reading->given & bit_of(reading, field)) != 0)
            continue;
        if (bare->whole && !whole_code(reading, field, word)) {
            if (unknown_code(reading, field, word))
                not_there(reading, field, word);
            if (reading->out->fault != NULL)
                return true;
            continue;
        }
        if (give(reading, field, word, said, sizeof said) == VALUE_BAD)
            reading->out->fault = arena_format(reading->room->arena, "%s: %s", field->label, said);
        return true;
    }
    return false;
}

/* --- the words --- */

/* Marks that come too late are words, but hardly meant so. */
static void look_for_late_marks(struct reading *reading, const char *text) {
    for (text = past_blanks(text); *text != '\0'; text = past_blanks(text + word_length(text))) {
        char *word = arena_copy(reading->room->arena, text, word_length(text));
        char said[SAID_SIZE];
        const char *value = word + 1;
        const struct field *field = quick_sign(reading->way, word[0], NULL);
        if (field == NULL)
            field = quick_key(reading->way, word, &value);
        void *taken = arena_alloc(reading->room->arena, reading->way->shape->size);
        if (field != NULL && value_read(reading->room, field, value, taken, said, sizeof said) != VALUE_BAD &&
            !text_blank(value)) {
            if (reading->way->strict)
                not_understood(reading, word, "marks stand before the words");
            else
                notice(reading, word, " stays text", "marks stand before the words");
        }
    }
}

static void read_marks(struct reading *reading) {
    while (reading->rest[0] != '\0' && reading->out->fault == NULL) {
        if (read_pair(reading))
            continue;
        size_t length = word_length(reading->rest);
        const char *word = arena_copy(reading->room->arena, reading->rest, length);
        bool ends = text_equal(word, "--");
        bool taken = !ends && (read_sign(reading, word) || read_key(reading, word) || read_bare(reading, word) ||
                               read_foreign(reading, word));
        if (taken || ends)
            reading->rest = past_blanks(reading->rest + length);
        if (!taken)
            return;
    }
}

/* "Health visitors: @COM a briefing". */
static const char *read_before(struct reading *reading, const char *text) {
    const char *colon = strstr(text, ": ");
    if (reading->way->before == NULL || colon == NULL || colon == text)
        return text;
    const struct field *field = shape_field(reading->way->shape, reading->way->before);
    if ((reading->given & bit_of(reading, field)) != 0)
        return text;
    char said[SAID_SIZE];
    give(reading, field, arena_copy(reading->room->arena, text, (size_t)(colon - text)), said, sizeof said);
    return past_blanks(colon + 2);
}

static void read_words(struct reading *reading) {
    const char *behind = reading->words.length == 0 ? read_before(reading, reading->rest) : reading->rest;
    if (behind != reading->rest) {
        reading->rest = behind;
        read_marks(reading);
    }
    look_for_late_marks(reading, reading->rest);
    if (reading->words.length > 0 && reading->rest[0] != '\0')
        buffer_char(&reading->words, ' ');
    buffer_text(&reading->words, reading->rest);
    if (text_blank(reading->words.bytes) || reading->out->fault != NULL)
        return;
    if (reading->way->words == NULL) {
        reading->out->fault =
            arena_format(reading->room->arena, "'%.40s' is more than was expected", reading->words.bytes);
        return;
    }
    const char *text = read_before(reading, reading->words.bytes);
    char said[SAID_SIZE];
    give(reading, shape_field(reading->way->shape, reading->way->words), text, said, sizeof said);
}

static bool needed(const struct reading *reading, const struct form_spec *spec, const struct field *field) {
    if ((field->flags & FIELD_REQUIRED) != 0)
        return true;
    for (size_t i = 0; i < spec->need_count; i++) {
        const struct form_need *need = &spec->needs[i];
        const struct field *other = shape_field(reading->way->shape, need->other);
        unsigned choice = (unsigned)*(const int *)field_of(other, reading->record);
        if (text_equal(need->key, field->key) && (need->values & 1U << choice) != 0)
            return true;
    }
    return false;
}

static const char *first_missing(const struct reading *reading) {
    const struct form_spec *spec = spec_of(reading->way->act);
    for (size_t i = 0; i < spec->count; i++) {
        const struct field *field = shape_field(reading->way->shape, spec->fields[i].key);
        if (needed(reading, spec, field) && !field_given(field, reading->record))
            return field->key;
    }
    return NULL;
}

bool quick_into(const struct value_room *room, const char *act, const char *words, void *record, struct quick *out) {
    struct reading reading = {
        .room = room, .way = quick_way(act), .record = record, .rest = past_blanks(words), .out = out};
    *out = (struct quick){0};
    if (reading.way == NULL) {
        out->fault = arena_format(room->arena, "'%.40s' has no quick form", act);
        return false;
    }
    out->act = reading.way->act;
    read_marks(&reading);
    if (out->fault == NULL)
        read_words(&reading);
    if (reading.notices.length > 0)
        out->notices = arena_text(room->arena, reading.notices.bytes);
    out->missing = first_missing(&reading);
    buffer_free(&reading.words);
    buffer_free(&reading.notices);
    return out->fault == NULL;
}
