#include "log_rows.h"

#include <string.h>

enum { ROWS_LEAST = 64 };

struct log_rows *log_rows_new(struct arena *arena) {
    struct log_rows *rows = arena_alloc(arena, sizeof *rows);
    rows->known = SIZE_MAX;
    return rows;
}

void log_rows_free(struct log_rows *rows) {
    if (rows != NULL) {
        arena_free(rows->arena);
    }
}

static void push(struct log_rows *rows, size_t *capacity, uint32_t row) {
    if (rows->count == *capacity) {
        *capacity = *capacity == 0 ? ROWS_LEAST : *capacity * 2;
        uint32_t *more = arena_array(rows->arena, *capacity, sizeof *more);
        if (rows->count > 0) {
            memcpy(more, rows->rows, rows->count * sizeof *more);
        }
        rows->rows = more;
    }
    rows->rows[rows->count++] = row;
}

static void make(const struct meeting *meeting, struct log_rows *rows) {
    size_t capacity = 0;
    day last = 0;
    arena_free(rows->arena);
    rows->arena = arena_new();
    rows->rows = NULL;
    rows->count = rows->events = rows->undone = 0;
    for (size_t i = 0; i < meeting->event_count; i++) {
        rows->undone += meeting->event_notes[i].undone;
        if (!log_filter_passes(meeting, &rows->filter, i)) {
            continue;
        }
        day today = stamp_day(meeting->events[i].at);
        if (today != last) {
            push(rows, &capacity, (uint32_t)i | LOG_DAY);
            last = today;
        }
        push(rows, &capacity, (uint32_t)i);
        rows->events++;
    }
    rows->known = meeting->event_count;
}

size_t log_selected(const struct app *app) {
    const struct log_rows *rows = app->log;
    size_t row = app->screens[SCREEN_LOG].list.row;
    if (rows->count == 0) {
        return SIZE_MAX;
    }
    return rows->rows[row < rows->count ? row : rows->count - 1] & ~LOG_DAY;
}

/* The row of the last shown event at or before EVENT, else the first. */
static size_t row_of(const struct log_rows *rows, size_t event) {
    size_t low = 0, high = rows->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if ((rows->rows[middle] & ~LOG_DAY) <= event) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low == 0 ? 0 : low - 1;
}

void log_select(struct app *app, size_t event) {
    app->screens[SCREEN_LOG].list.row = (uint32_t)row_of(app->log, event);
}

void log_refresh(struct app *app) {
    struct log_rows *rows = app->log;
    if (rows->known == app->meeting->event_count) {
        return;
    }
    bool first = rows->known == SIZE_MAX;
    bool at_end = first || app->screens[SCREEN_LOG].list.row + 1 >= rows->count;
    size_t selected = first ? SIZE_MAX : log_selected(app);
    make(app->meeting, rows);
    log_select(app, at_end ? SIZE_MAX : selected);
}

void log_set_filter(struct app *app, const struct log_filter *filter) {
    struct log_rows *rows = app->log;
    log_refresh(app);
    size_t selected = log_selected(app);
    rows->filter = *filter;
    make(app->meeting, rows);
    log_select(app, selected);
}
