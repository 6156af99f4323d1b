/* Regular expressions of the JSON Schema: dates that there are, figures of a range, codes. */
#include <stdio.h>
#include <string.h>

#include "candour/core/id.h"
#include "candour/core/meeting.h"
#include "schema_parts.h"

enum { DIGITS_MOST = 10 };

static const char *kept(struct arena *arena, struct buffer *out) {
    const char *text = arena_copy(arena, out->bytes, out->length);
    buffer_free(out);
    return text;
}

/* --- figures of a range --- */

static void digit_class(struct buffer *out, char from, char to) {
    if (from == to)
        buffer_char(out, from);
    else
        buffer_format(out, "[%c-%c]", from, to);
}

static void any_digits(struct buffer *out, size_t count) {
    if (count > 0)
        buffer_text(out, "[0-9]");
    if (count > 1)
        buffer_format(out, "{%zu}", count);
}

static bool all(const char *digits, char digit) {
    return digits[strspn(digits, (char[]){digit, '\0'})] == '\0';
}

static void joined(struct buffer *out, size_t from) {
    if (out->length > from)
        buffer_char(out, '|');
}

/* Figures from A to B, both of as many digits. BEFORE stands at the front of each way to write one. */
static void same_length(struct buffer *out, size_t from, const char *before, const char *a, const char *b) {
    if (all(a, '0') && all(b, '9')) {
        joined(out, from);
        buffer_text(out, before);
        any_digits(out, strlen(a));
        return;
    }
    if (a[0] == b[0]) {
        char more[DIGITS_MOST + 2];
        snprintf(more, sizeof more, "%s%c", before, a[0]);
        same_length(out, from, more, a + 1, b + 1);
        return;
    }
    static const char nines[] = "9999999999", noughts[] = "0000000000";
    size_t rest = strlen(a) - 1;
    char first = a[0], last = b[0];
    char more[DIGITS_MOST + 2];
    if (!all(a + 1, '0')) {
        snprintf(more, sizeof more, "%s%c", before, first++);
        same_length(out, from, more, a + 1, nines + DIGITS_MOST - rest);
    }
    bool whole = all(b + 1, '9');
    if (!whole)
        last--;
    if (first <= last) {
        joined(out, from);
        buffer_text(out, before);
        digit_class(out, first, last);
        any_digits(out, rest);
    }
    if (!whole) {
        snprintf(more, sizeof more, "%s%c", before, b[0]);
        same_length(out, from, more, noughts + DIGITS_MOST - rest, b + 1);
    }
}

/* The ways to write the figures LEAST to MOST, neither below 0, without leading noughts, with | between. */
static void figures(struct buffer *out, int32_t least, int32_t most) {
    size_t from = out->length;
    for (int64_t low = least, ten = 10; low <= most; ten *= 10) {
        if (low >= ten)
            continue;
        int64_t high = most < ten ? most : ten - 1;
        char a[24], b[24];
        snprintf(a, sizeof a, "%lld", (long long)low);
        snprintf(b, sizeof b, "%lld", (long long)high);
        same_length(out, from, "", a, b);
        low = ten;
    }
}

/* The figures FROM to TO in two digits. */
static void two_digits(struct buffer *out, int32_t from, int32_t to) {
    char a[16], b[16];
    snprintf(a, sizeof a, "%02d", (int)from);
    snprintf(b, sizeof b, "%02d", (int)to);
    same_length(out, out->length, "", a, b);
}

/* --- minutes --- */

/* HOURS from A to B, with minutes from C to D: 1h05, 1h5, 1:05, and 1h where C is 0. */
static void hours(struct buffer *out, int32_t a, int32_t b, int32_t c, int32_t d) {
    if (a > b || c > d)
        return;
    buffer_text(out, "|0*(?:");
    figures(out, a, b);
    buffer_text(out, ")(?:h(?:");
    if (c <= 9) {
        figures(out, c, d < 9 ? d : 9);
        buffer_char(out, '|');
    }
    two_digits(out, c, d);
    buffer_format(out, ")%s|:(?:", c == 0 ? "?" : "");
    two_digits(out, c, d);
    buffer_text(out, "))");
}

/* LEAST to MOST minutes, neither below 0: 25, 25m, and by hours. */
static void minutes(struct buffer *out, int32_t least, int32_t most) {
    buffer_text(out, "0*(?:");
    figures(out, least, most);
    buffer_text(out, ")m?");
    int32_t first = least / 60, last = most / 60;
    if (first == last) {
        hours(out, first, last, least % 60, most % 60);
        return;
    }
    bool part = least % 60 > 0;
    if (part)
        hours(out, first, first, least % 60, 59);
    hours(out, part ? first + 1 : first, last - 1, 0, 59);
    hours(out, last, last, 0, most % 60);
}

struct pattern pattern_minutes(struct arena *arena, const struct field *field) {
    int32_t none = (field->flags & FIELD_NOT_ZERO) != 0;
    int32_t least = field->least > none ? field->least : none;
    int32_t back = field_most(field) < -none ? -field_most(field) : none;
    struct buffer out = {0};
    buffer_text(&out, "^(?:\\+?(?:");
    minutes(&out, least, field_most(field));
    buffer_char(&out, ')');
    if (-field->least >= back) {
        buffer_text(&out, "|-(?:");
        minutes(&out, back, -field->least);
        buffer_char(&out, ')');
    }
    buffer_text(&out, ")$");
    return (struct pattern){"^[-+]?[0-9]+(?:m|h|h[0-9]{1,2}|:[0-9]{2})?$", kept(arena, &out)};
}

struct pattern pattern_count(struct arena *arena, const struct field *field) {
    struct buffer out = {0};
    buffer_text(&out, "^(?:");
    figures(&out, field->least > 0 ? field->least : 0, field_most(field));
    if (field->least < 0) {
        buffer_text(&out, "|-(?:");
        figures(&out, 0, -field->least);
        buffer_char(&out, ')');
    }
    buffer_text(&out, ")$");
    return (struct pattern){field->least < 0 ? "^-?[0-9]+$" : "^[0-9]+$", kept(arena, &out)};
}

/* --- days and times --- */

#define HOUR_MINUTE "(?:[01][0-9]|2[0-3]):[0-5][0-9]"

/* Every day of the calendar from 0001-01-01 to 9999-12-31: the months by their lengths, and the leap years' last. */
#define DAY                                                                                                            \
    "(?:(?!0000)[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|"      \
    "02-(?:0[1-9]|1[0-9]|2[0-8]))|(?!0000)(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|"                               \
    "(?:[02468][048]|[13579][26])00)-02-29)"

#define DAY_FORM "[0-9]{4}-[0-9]{2}-[0-9]{2}"
#define TIME_FORM "[0-9]{2}:[0-9]{2}"
#define FRACTION "(?:\\.[0-9]{1,9})?"

struct pattern pattern_date(void) {
    return (struct pattern){"^" DAY_FORM "$", "^" DAY "$"};
}

struct pattern pattern_time(void) {
    return (struct pattern){"^" TIME_FORM "$", "^" HOUR_MINUTE "$"};
}

struct pattern pattern_stamp(void) {
    return (struct pattern){"^" DAY_FORM "[Tt]" TIME_FORM ":[0-9]{2}" FRACTION "(?:[Zz]|[+-]" TIME_FORM ")$",
                            "^" DAY "[Tt]" HOUR_MINUTE ":(?:[0-5][0-9]|60)" FRACTION "(?:[Zz]|[+-]" HOUR_MINUTE ")$"};
}

/* --- codes --- */

/* A code that neither means something of itself nor looks like a record's. */
static void free_id(struct buffer *out) {
    size_t count;
    const struct id_letter *letters = id_letters(&count);
    buffer_text(out, "(?!(?:[");
    for (size_t i = 0; i < count; i++)
        buffer_char(out, letters[i].letter);
    buffer_text(out, "][0-9]+");
    const struct id_word *words = id_words(&count);
    for (size_t i = 0; i < count; i++)
        buffer_format(out, "|%s", words[i].word);
    buffer_format(out, ")$)[A-Za-z0-9_-]{1,%d}", ID_MOST);
}

/* How the numbers of records go; those of proposals are any that fit. */
static void record_ids(struct buffer *out, uint32_t refs) {
    size_t count;
    const struct id_letter *letters = id_letters(&count);
    struct buffer these = {0};
    for (size_t i = 0; i < count; i++)
        if ((refs & letters[i].names & ~(uint32_t)REF_PROPOSAL) != 0)
            buffer_char(&these, letters[i].letter);
    if (these.length > 0) {
        buffer_format(out, these.length > 1 ? "[%s](?:" : "%s(?:", these.bytes);
        figures(out, 1, RECORD_NUMBER_MOST);
        buffer_char(out, ')');
    }
    if ((refs & REF_PROPOSAL) != 0)
        buffer_format(out, "%s%c[0-9]{1,%d}", these.length > 0 ? "|" : "", id_letter_of(REF_PROPOSAL), ID_MOST - 1);
    buffer_free(&these);
}

#define BLANKS "[ \\t\\r\\n\\v\\f]*"

enum { RECORDS = REF_RECORD | REF_PROPOSAL, WORDS_OF_REFS = REF_BOARD | REF_CHAIR | REF_NATIONAL | REF_END };

/* ID_MOST, in the form a code has whatever it names. */
#define ID_FORM "[A-Za-z0-9_-]{1,16}"
_Static_assert(ID_MOST == 16, "the form of a code says how long it may be");

static const char *exactly(struct arena *arena, const struct buffer *ways) {
    return arena_format(arena, "^(?:%s)$", ways->bytes);
}

struct pattern pattern_id(struct arena *arena, uint32_t names) {
    struct buffer ways = {0};
    if (id_letter_of(names) != '\0')
        record_ids(&ways, names);
    else
        free_id(&ways);
    struct pattern pattern = {"^" ID_FORM "$", exactly(arena, &ways)};
    buffer_free(&ways);
    return pattern;
}

struct pattern pattern_ref(struct arena *arena, uint32_t refs, bool blank) {
    struct buffer ways = {0};
    if (blank)
        buffer_text(&ways, BLANKS);
    if ((refs & RECORDS) != 0) {
        joined(&ways, 0);
        record_ids(&ways, refs & RECORDS);
    }
    size_t count;
    const struct id_word *words = id_words(&count);
    for (size_t i = 0; i < count; i++) {
        if ((refs & words[i].names & WORDS_OF_REFS) == 0)
            continue;
        joined(&ways, 0);
        buffer_text(&ways, words[i].word);
    }
    if ((refs & ~(uint32_t)(RECORDS | WORDS_OF_REFS | REF_NONE | REF_ALONE)) != 0) {
        joined(&ways, 0);
        free_id(&ways);
    }
    struct pattern pattern = {blank ? "^(?:" BLANKS "|" ID_FORM ")$" : "^" ID_FORM "$", exactly(arena, &ways)};
    buffer_free(&ways);
    return pattern;
}
