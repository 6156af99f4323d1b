#include <string.h>

#include "view.h"
#include "words.h"

/* Pieces of a row that come one after another, each in its look; what does not fit ends with an ellipsis. */
struct run {
    struct area area;
    int row;
    int column;
};

static void run_add(struct run *run, enum look look, const char *text) {
    if (text != NULL && text[0] != '\0' && run->column < run->area.columns - 1) {
        run->column += draw_fit(run->area, run->row, run->column, run->area.columns - run->column - 1, look, text);
        run->column++;
    }
}

/* Agreements that grew from the challenge: "-> A1". */
static const char *grown(const struct view *view, const char *id) {
    for (size_t i = view->meeting->record_count; i > 0; i--) {
        const struct record_state *record = view->meeting->records + i - 1;
        if (record->kind == RECORD_AGREEMENT && !record->withdrawn &&
            text_equal(((const struct agreement *)record->now)->from, id)) {
            return arena_format(view->scratch, "-> %s", record->id);
        }
    }
    return NULL;
}

static void challenge_run(const struct view *view, struct run *run, const struct record_state *record, enum look look) {
    const struct challenge *challenge = record->now;
    const char *by = challenge->by == NULL ? challenge->by_person : challenge->by;
    run_add(run, look, arena_format(view->scratch, "%s > %s", by == NULL ? "?" : by, challenge->to));
    run_add(run, look, challenge->finding == NULL ? "" : challenge->finding);
    if (record->withdrawn) {
        return;
    }
    if (challenge_open(record)) {
        run_add(run, LOOK_OPEN, challenge->given == NULL ? "OPEN" : "OPEN, answered");
    } else {
        run_add(run, look, choice_word(&CHOICES_OUTCOME, challenge->outcome));
        run_add(run, look, grown(view, record->id));
    }
}

static void agreement_run(struct run *run, const struct record_state *record, enum look look) {
    const struct agreement *agreement = record->now;
    char date[DAY_SIZE];
    run_add(run, agreement->owner == NULL ? LOOK_OPEN : look, agreement->owner == NULL ? "NO OWNER" : agreement->owner);
    if (agreement->due != 0) {
        run_add(run, look, day_write(agreement->due, date));
    } else {
        bool deferred = agreement->priority == PRIORITY_DEFERRED;
        run_add(run, deferred ? look : LOOK_OPEN, deferred ? "deferred" : "NO DATE");
    }
    run_add(run, look, status_words(agreement->status));
}

/* Notes and engagement: what it is, or for whom. */
static const char *other_word(const struct record_state *record) {
    if (record->kind == RECORD_ENGAGEMENT) {
        return ((const struct engagement *)record->now)->audience;
    }
    int kind = ((const struct note *)record->now)->kind;
    return kind == 0 ? "note" : choice_word(&CHOICES_NOTE_KIND, kind);
}

enum {
    WIDE = 70,     /* from here on a long text has rows of its own */
    HEAD = 56,     /* what stands before the text, at most */
    INDENT = 11,   /* of a text with its own rows */
    TEXT_ROWS = 4, /* of one text */
};

/* Rows the text has for itself; 0: it stands behind the rest. */
static int text_rows(const struct view *view, const struct record_state *record, int columns) {
    const char *text = record_text(record);
    size_t length = strlen(text);
    if (columns < WIDE || (length <= (size_t)(columns - HEAD) && strchr(text, '\n') == NULL)) {
        return 0;
    }
    size_t lines = text_wrap(view->scratch, text, length, columns - INDENT - 1).count;
    return lines > TEXT_ROWS ? TEXT_ROWS : (int)lines;
}

static void text_view(const struct view *view, struct area area, int row, const struct record_state *record,
                      enum look look) {
    const char *text = record_text(record);
    int rows = text_rows(view, record, area.columns);
    int width = area.columns - INDENT - 1;
    struct text_lines lines = text_wrap(view->scratch, text, strlen(text), width < 1 ? 1 : width);
    for (int i = 0; i < rows; i++) {
        const char *from = text + lines.lines[i].from;
        bool rest = i == rows - 1 && lines.count > (size_t)rows;
        draw_fit(area, row + i, INDENT, width, look,
                 rest ? from : arena_copy(view->scratch, from, lines.lines[i].to - lines.lines[i].from));
    }
}

static enum look record_look(const struct view *view, const struct record_state *record) {
    int32_t current = view->meeting->current;
    bool here = current >= 0 && text_equal(record_item(record), item_id(view->app, (uint32_t)current));
    return record->withdrawn || !here ? LOOK_QUIET : LOOK_PLAIN;
}

static void record_row(const struct view *view, struct area area, int row, size_t at) {
    const struct record_state *record = view->meeting->records + at;
    const struct meeting *meeting = view->meeting;
    const char *item = record_item(record);
    bool here = meeting->current >= 0 && text_equal(item, item_id(view->app, (uint32_t)meeting->current));
    enum look look = record_look(view, record);
    struct stamp made = meeting->events[record->event].at;
    char clock[CLOCK_SIZE];
    struct run run = {.area = area, .row = row, .column = 1};
    bool selected = record_selected(view->app) == (int32_t)at;
    draw_text(area, row, 0, look, selected ? ">" : "");
    run_add(&run, look, stamp_clock(made, clock));
    run_add(&run, look, record->id);
    if (record->kind == RECORD_CHALLENGE) {
        challenge_run(view, &run, record, look);
    } else if (record->kind == RECORD_AGREEMENT) {
        agreement_run(&run, record, look);
    } else {
        run_add(&run, look, other_word(record));
    }
    run_add(&run, look, record->withdrawn ? "withdrawn" : "");
    if (!here && item != NULL) {
        run_add(&run, look, arena_format(view->scratch, "(%s)", item));
    }
    if (text_rows(view, record, area.columns) == 0) {
        run_add(&run, look, record_text(record));
    }
    if (selected && pane_is_marked(view->app, PANE_RECORDS)) {
        draw_look(area, row, 0, area.columns, LOOK_SELECTED);
        draw_cursor(area, row, 0);
    }
}

/* The first record to show: the newest stand at the foot, and the selected one is always among them. */
static int32_t first_shown(const struct view *view, int rows, int columns) {
    int32_t first = (int32_t)view->meeting->record_count;
    int used = 0;
    while (first > 0) {
        used += 1 + text_rows(view, view->meeting->records + first - 1, columns);
        if (used > rows) {
            break;
        }
        first--;
    }
    int32_t selected = record_selected(view->app);
    return selected < first ? selected : first;
}

/* The one behind the last that fits from FIRST on; at least one is shown. */
static int32_t end_shown(const struct view *view, int32_t first, int rows, int columns) {
    int32_t count = (int32_t)view->meeting->record_count;
    int32_t end = first;
    int used = 0;
    while (end < count) {
        used += 1 + text_rows(view, view->meeting->records + end, columns);
        if (used > rows && end > first) {
            break;
        }
        end++;
    }
    return end;
}

const char *records_range(const struct view *view, int rows, int columns) {
    int32_t count = (int32_t)view->meeting->record_count;
    if (count == 0 || rows <= 0) {
        return NULL;
    }
    int32_t first = first_shown(view, rows, columns);
    int32_t end = end_shown(view, first, rows, columns);
    return end - first >= count ? NULL
                                : arena_format(view->scratch, " %d to %d of %d ", (int)first + 1, (int)end, (int)count);
}

void records_pane(const struct view *view, struct area area) {
    if (area.rows <= 0) {
        return;
    }
    if (view->meeting->record_count == 0) {
        draw_fit(area, 0, 1, area.columns - 2, LOOK_QUIET, "nothing recorded yet");
        if (pane_is_marked(view->app, PANE_RECORDS)) {
            draw_cursor(area, 0, 0);
        }
        return;
    }
    int32_t first = first_shown(view, area.rows, area.columns);
    int32_t end = end_shown(view, first, area.rows, area.columns);
    int row = 0;
    for (int32_t i = first; i < end; i++) {
        const struct record_state *record = view->meeting->records + i;
        record_row(view, area, row, (size_t)i);
        text_view(view, area, row + 1, record, record_look(view, record));
        int rows = 1 + text_rows(view, record, area.columns);
        draw_hotspot(area, row, 0, rows, area.columns, HOTSPOT_RECORD, i);
        row += rows;
    }
}
