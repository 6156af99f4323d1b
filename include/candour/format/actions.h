/* Actions in the forms they leave in: CSV, JSON and iCalendar for programs, a document, and plain text for a terminal.
 *
 * All are written from the rows of core/actions.h and say the same of each: CSV and JSON read one table of columns,
 * whose keys are those of the meeting file where it has the field. Nothing is worked out here. Cannot fail; buffers and
 * arenas are the caller's.
 *
 * In a calendar stand, of what is outstanding: the due date, review dates and the day to look again of an agreement,
 * the day an assent is owed by (with the filter on an agency: its own alone), the day promised evidence and an answer
 * are due, and the day of an engagement activity. A UID is made of the record's id and a check sum of board, review and
 * the moment the meeting was opened, so that it holds no words and stays the same wherever the file is kept. SEQUENCE
 * counts how often the record was amended (and answered, of an assent).
 */
#ifndef CANDOUR_FORMAT_ACTIONS_H
#define CANDOUR_FORMAT_ACTIONS_H

#include "candour/core/actions.h"
#include "candour/format/document.h"
#include "candour/format/json.h"

/* HOW: bits of csv.h. A header row, then a row each. */
void actions_csv(const struct actions *actions, unsigned how, struct buffer *out);
/* The whole of it as one object: the day, what was asked for, counts, the sessions, the rows. */
void actions_json(const struct actions *actions, struct buffer *out);
/* The rows alone, as an array under KEY of the object that was begun. */
void actions_json_rows(const struct actions *actions, const char *key, struct json *json);
/* NAME of the calendar. */
void actions_icalendar(const struct actions *actions, const char *name, struct buffer *out);

/* Lines of at most COLUMNS, or with 0 as long as they are: for a pipe. Controls are in it as they were recorded: who
 * prints it passes it through the display filter. */
void actions_text(const struct actions *actions, int columns, struct buffer *out);

/* A document of all of it, in ARENA. */
struct document *actions_overview(const struct actions *actions, struct arena *arena);
/* A table of some rows, under a heading of LEVEL; nothing when there are none. The session of each is named where there
 * are several. */
struct actions_part {
    const char *heading, *caption;
    bool (*holds)(const struct action *row, const void *context);
    const void *context;
};
void actions_table(const struct actions *actions, const struct actions_part *part, int level,
                   struct document *document);
/* Tables of all: what is late, to be looked at again, due, without a date, promised, open, to be held, settled. */
void actions_tables(const struct actions *actions, int level, struct document *document);
/* Each agreement with everything there is on it. */
void actions_in_full(const struct actions *actions, int level, struct document *document);

/* A guarded word in what would leave. */
struct action_guarded {
    const struct action_session *session;
    const struct action *row; /* NULL: it stands in what is said of the session itself */
    const char *key;          /* what it stands in: "evidence", "review title" */
    const char *word;         /* as it is in the list */
};
/* The first session or row that has one of WORDS, from *AT on (0 at first), which is set behind it; false: none. */
bool actions_guarded(const struct actions *actions, const char *const *words, size_t count, size_t *at,
                     struct action_guarded *out);

#endif
