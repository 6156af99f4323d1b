/* The one table of columns of actions: CSV, JSON and the guard read it, and nobody outside the forms of actions does.
 */
#ifndef CANDOUR_FORMAT_ACTIONS_COLUMNS_H
#define CANDOUR_FORMAT_ACTIONS_COLUMNS_H

#include "candour/format/actions.h"

enum column_type {
    COLUMN_TYPE,     /* of the row */
    COLUMN_TEXT,     /* const char * */
    COLUMN_TEXTS,    /* struct texts */
    COLUMN_DAY,      /* day */
    COLUMN_DAYS,     /* struct days */
    COLUMN_CHOICE,   /* int, or an enum */
    COLUMN_FLAG,     /* bool */
    COLUMN_COUNT,    /* int32_t */
    COLUMN_PARTY,    /* struct action_party: in CSV a code and, behind it, a name */
    COLUMN_PARTNERS, /* of the row */
    COLUMN_LACKS,    /* of the row */
    COLUMN_TO_ASK,   /* of the row: assents still to be asked */
    COLUMN_ASSENTS,  /* of the row: all of them */
    COLUMN_TYPES
};

struct column {
    const char *key;
    enum column_type type;
    bool of_session; /* the offset is in struct action_session */
    size_t offset;
    const struct choices *choices;
};

extern const struct column ACTION_COLUMNS[];
extern const size_t ACTION_COLUMN_COUNT;

const void *column_value(const struct column *column, const struct action *row);
/* Of a COLUMN_TEXT. */
const char *column_text(const struct column *column, const struct action *row);
/* Of a COLUMN_CHOICE: its word, "" when it is not given. */
const char *column_choice(const struct column *column, const struct action *row);

#endif
