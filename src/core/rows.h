/* Rows of the field tables: one readable line a field.
 *
 * A table says `#define OF struct challenge`, lists rows such as `LINE(title, NEEDED, label, help, example)`, and ends
 * with SHAPE. A row whose member is not kept as its field type demands (field.h) does not compile.
 */
#ifndef CANDOUR_CORE_ROWS_H
#define CANDOUR_CORE_ROWS_H

#include <stddef.h>

#include "candour/core/field.h"

enum {
    FREE = 0,
    NEEDED = FIELD_REQUIRED,
    PUBLIC = FIELD_PUBLIC,
    PRIVATE = FIELD_PRIVATE,
    DERIVED = FIELD_DERIVED,
    WORDS = FIELD_WORDS,
    NOT_ZERO = FIELD_NOT_ZERO,
};

/* Who may stand where (design format). */
enum {
    PARTY = REF_AGENCY | REF_BOARD | REF_CHAIR,
    PARTY_OR_NATIONAL = PARTY | REF_NATIONAL,
    PARTY_OR_ALONE = PARTY | REF_PERSON | REF_ALONE,
    ANYONE = REF_AGENCY | REF_PERSON,
};

/* No item lasts longer than a day; figures worked out in seconds may be longer: nine digits, see count_read. */
enum { DAY_MINUTES = 24 * 60, SECONDS_MOST = 999999999 };

#define KEPT_LINE const char *
#define KEPT_TEXT const char *
#define KEPT_ID const char *
#define KEPT_REF const char *
#define KEPT_REFS struct texts
#define KEPT_LINES struct texts
#define KEPT_PATHS struct texts
#define KEPT_DATE day
#define KEPT_DATES struct days
#define KEPT_TIME struct number
#define KEPT_MINUTES struct number
#define KEPT_COUNT struct number
#define KEPT_STAMP struct stamp
#define KEPT_CHOICE int
#define KEPT_YES_NO int
#define KEPT_MAPS struct list
#define KEPT_SET struct amendment

#define AT(kind, member) (offsetof(OF, member) + 0 * sizeof(_Generic(((OF *)0)->member, KEPT_##kind : 0)))

#define ROW(kind, name, place, marks, words, sentence, sample, ...)                                                    \
    {                                                                                                                  \
        .key = (name), .type = FIELD_##kind, .offset = (place), .flags = (marks), .label = (words),                    \
        .help = (sentence), .example = (sample), __VA_ARGS__                                                           \
    }

#define LINE(m, f, l, h, e) ROW(LINE, #m, AT(LINE, m), f, l, h, e, .refs = 0)
#define TEXT(m, f, l, h, e) ROW(TEXT, #m, AT(TEXT, m), f, l, h, e, .refs = 0)
#define LINES(m, f, l, h, e) ROW(LINES, #m, AT(LINES, m), f, l, h, e, .refs = 0)
#define PATHS(m, f, l, h, e) ROW(PATHS, #m, AT(PATHS, m), f, l, h, e, .refs = 0)
#define DATE(m, f, l, h, e) ROW(DATE, #m, AT(DATE, m), f, l, h, e, .refs = 0)
#define DATES(m, f, l, h, e) ROW(DATES, #m, AT(DATES, m), f, l, h, e, .refs = 0)
#define STAMP(m, f, l, h, e) ROW(STAMP, #m, AT(STAMP, m), f, l, h, e, .refs = 0)
#define TIME(m, f, l, h, e) ROW(TIME, #m, AT(TIME, m), f, l, h, e, .most = DAY_MINUTES - 1)
#define ID(m, f, names, l, h, e) ROW(ID, #m, AT(ID, m), f, l, h, e, .refs = (names))
#define REF(m, f, to, l, h, e) ROW(REF, #m, AT(REF, m), f, l, h, e, .refs = (to))
#define REFS(m, f, to, l, h, e) ROW(REFS, #m, AT(REFS, m), f, l, h, e, .refs = (to))
#define MINUTES(m, f, from, to, l, h, e) ROW(MINUTES, #m, AT(MINUTES, m), f, l, h, e, .least = (from), .most = (to))
#define COUNT(m, f, from, to, l, h, e) ROW(COUNT, #m, AT(COUNT, m), f, l, h, e, .least = (from), .most = (to))
#define CHOICE(m, f, of, l, h, e) ROW(CHOICE, #m, AT(CHOICE, m), f, l, h, e, .choices = &(of))
#define YES_NO(m, f, l, h, e) ROW(YES_NO, #m, AT(YES_NO, m), f, l, h, e, .choices = &CHOICES_YES_NO)
#define MAP(m, f, of, l, h, e) ROW(MAP, #m, offsetof(OF, m), f, l, h, e, .shape = &(of))
#define MAPS(m, f, of, l, h, e) ROW(MAPS, #m, AT(MAPS, m), f, l, h, e, .shape = &(of))

#define SHAPE(title, type, rows)                                                                                       \
    { .name = (title), .size = sizeof(type), .fields = (rows), .count = sizeof(rows) / sizeof *(rows) }

#endif
