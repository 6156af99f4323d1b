/* Log rows: which events the Log shows, in their order, under the filter that is set.
 *
 * Rows are kept from one frame to the next and made anew when an event was said or the filter changed; what a row says
 * is worked out when it is drawn.
 */
#ifndef CANDOUR_UI_LOG_ROWS_H
#define CANDOUR_UI_LOG_ROWS_H

#include "app_inside.h"
#include "candour/core/log.h"
#include "candour/ui/pick.h"

enum { LOG_IDS = 16, LOG_SORTS = 8 };

/* An event passes when it is of one of the sorts, and about one of the ids of each facet that has any. */
struct log_filter {
    const char *ids[LOG_IDS]; /* the meeting's own */
    unsigned facets[LOG_IDS]; /* places in the table of facets */
    size_t id_count;
    struct event_sort sorts[LOG_SORTS];
    size_t sort_count;
};

struct log_rows {
    struct arena *arena; /* of the rows */
    struct log_filter filter;
    uint32_t *rows; /* events; with LOG_DAY the day on which the next one was said */
    size_t count;
    size_t events; /* of them */
    size_t undone; /* of all events */
    size_t known;  /* events of the meeting when this was made; SIZE_MAX: not made */
};

#define LOG_DAY ((uint32_t)1 << 31)

/* Begun empty with the app. */
struct log_rows *log_rows_new(struct arena *arena);
void log_rows_free(struct log_rows *rows);
/* Makes the rows anew where the meeting has more events; the cursor stays on its event, and goes on with the last one
 * if it stood there. */
void log_refresh(struct app *app);
/* The event the cursor is on, SIZE_MAX when there is none. */
size_t log_selected(const struct app *app);
/* Other rows: the cursor stays on its event, else on the one before it. */
void log_set_filter(struct app *app, const struct log_filter *filter);
void log_select(struct app *app, size_t event);

/* --- log_filter.c --- */

/* Reads words as typed behind `:log`; false and said when one is not understood. */
bool log_filter_read(struct app *app, const char *words, struct log_filter *filter);
bool log_filter_passes(const struct meeting *meeting, const struct log_filter *filter, size_t event);
/* As it would be typed: "agency:POL finding:F3 kind:challenges"; "" for all. */
const char *log_filter_typed(const struct log_filter *filter, struct arena *arena);
/* In words: "agency POL, finding F3, challenges"; NULL for all. */
const char *log_filter_said(const struct log_filter *filter, struct arena *arena);
/* What TEXT means of all that events may be about, a record too that was undone since: a text as long-lived as the
 * app; NULL and said when it is nothing. */
const char *log_id_typed(struct app *app, const char *text);
/* Everything about ID, which lives as long as the app; false and said when the log cannot be filtered by it. */
bool log_filter_about(struct app *app, const char *id, struct log_filter *filter);
/* What may stand for WORD behind `:log`, in ARENA. */
struct pickables log_filter_complete(const struct app *app, const char *word, struct arena *arena);

#endif
