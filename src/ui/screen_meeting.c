#include <string.h>

#include "panel.h"
#include "screen_moves.h"

enum {
    TWO_COLUMNS = 72, /* from here on, agenda and item stand side by side */
    TWO_ROWS = 18,
    THREE_COLUMNS = 140,
    LEFT = 34,
    SIDE = 44,
    RECORDS_LEAST = 4, /* a line and three records */
};

/* --- head of the screen --- */

static const char *kept_words(const struct view *view, bool short_form) {
    const struct app *app = view->app;
    char clock[CLOCK_SIZE];
    if (app->fault.since != 0) {
        return "NOT SAVED";
    }
    if (app->kept.at == 0) {
        return "nothing kept yet";
    }
    struct stamp kept = {.at = app->kept.at, .offset = view->now.offset};
    /* a meeting may pass midnight; what was kept on another day has a date */
    if (stamp_day(kept) != stamp_day(view->now) && view->now.at - kept.at > 12 * (instant)MS_HOUR) {
        char date[DAY_SIZE];
        return arena_format(view->scratch, "kept %s", day_write(stamp_day(kept), date));
    }
    return arena_format(view->scratch, "kept %s", short_form ? stamp_clock(kept, clock) : stamp_seconds(kept, clock));
}

/* The day of the latest event of this kind, as text. */
static const char *day_of_event(const struct view *view, enum event_do what) {
    char date[DAY_SIZE];
    size_t i = view->meeting->event_count;
    while (i > 0 && view->meeting->events[i - 1].what != what) {
        i--;
    }
    return i == 0 ? "" : arena_text(view->scratch, day_write(stamp_day(view->meeting->events[i - 1].at), date));
}

/* Looked at later, what counts is what became of the record, and that what is added now is kept. */
static const char *review_right(const struct view *view, bool narrow) {
    const struct app *app = view->app;
    enum meeting_status status = view->meeting->status;
    const char *record = status == MEETING_CONFIRMED ? "CONFIRMED"
                         : status == MEETING_CLOSED  ? "DRAFT, closed"
                                                     : "DRAFT";
    const char *when = status == MEETING_CONFIRMED ? day_of_event(view, DO_CONFIRM)
                       : status == MEETING_CLOSED  ? day_of_event(view, DO_CLOSE)
                                                   : "";
    bool added = app->fault.since != 0 || view->meeting->event_count > app->events_before;
    const char *kept = added ? kept_words(view, narrow) : "";
    return arena_format(view->scratch, "%s%s%s%s%s  %s", narrow && added ? "" : record,
                        narrow || when[0] == '\0' ? "" : " ", narrow ? "" : when, added && !narrow ? "  " : "", kept,
                        app->read_only != NULL ? "READ-ONLY" : "review");
}

/* With the small clock on the left of a narrow window, only what must never be missed has room. */
static const char *head_right(const struct view *view, bool narrow, bool hidden) {
    char clock[CLOCK_SIZE];
    if (view->app->rehearsal) {
        return arena_format(view->scratch, "REHEARSAL  %s", stamp_clock(view->now, clock));
    }
    const char *record = view->app->room_blank                        ? "ROOM BLANK"
                         : view->meeting->status == MEETING_CONFIRMED ? "CONFIRMED"
                                                                      : "DRAFT";
    if (view->app->review) {
        return review_right(view, narrow);
    }
    const char *last = stamp_clock(view->now, clock);
    if (narrow && hidden) {
        return arena_format(view->scratch, "%s  %s", view->app->fault.since != 0 ? "NOT SAVED" : record, last);
    }
    return arena_format(view->scratch, "%s  %s  %s", record, kept_words(view, narrow), last);
}

/* Board, review and type: the first wording that has room. */
static const char *head_left(const struct view *view, int width) {
    const struct agenda *agenda = view->meeting->agenda;
    const char *type = agenda->meeting == NULL ? "" : choice_word(&CHOICES_MEETING_TYPE, agenda->meeting->type);
    const char *wordings[] = {
        arena_format(view->scratch, "%s  %s  %s", agenda->board->name, agenda->review->id, type),
        arena_format(view->scratch, "%s  %s  %s", agenda->board->id, agenda->review->id, type),
        arena_format(view->scratch, "%s  %s", agenda->board->id, agenda->review->id),
    };
    size_t i = 0;
    while (i < 2 && text_columns(wordings[i], strlen(wordings[i])) > width) {
        i++;
    }
    return wordings[i];
}

/* Something lies over the big clock: then the head has a small one. */
static bool clock_hidden(const struct app *app, bool narrow) {
    return app->help || (narrow && app->form != NULL);
}

static void head(const struct view *view, struct area area, bool narrow, bool hidden) {
    int columns = draw_right(area, 0, area.columns - 1, LOOK_QUIET, head_right(view, narrow, hidden));
    int width = area.columns - columns - 4;
    draw_fit(area, 0, 1, width, LOOK_TITLE, hidden && !view->app->review ? clock_line(view) : head_left(view, width));
    if (view->app->fault.since != 0) {
        draw_look(area, 0, area.columns - 1 - columns, columns, LOOK_FAULT);
    } else if (view->app->rehearsal) {
        draw_look(area, 0, area.columns - 1 - columns, (int)strlen("REHEARSAL"), LOOK_QUESTION);
    }
}

static bool is_narrow(const struct view *view, struct area area) {
    return area.columns < TWO_COLUMNS || view->app->rows < TWO_ROWS;
}

void head_view(const struct view *view, struct area area) {
    head(view, area, is_narrow(view, area), true);
}

/* --- two columns, and a third where there is room --- */

static void left_pane(const struct view *view, struct area area, bool side) {
    enum { HEARD_LEAST = 3 };
    int items = (int)view->meeting->item_count + 1;
    int counts = counts_needed(view, area.columns);
    int rest = 1 + 1 + (side ? 0 : HEARD_LEAST) + 1 + counts; /* ends, blank, not heard, blank, counts */
    int agenda = items < area.rows - rest ? items : area.rows - rest;
    agenda = agenda < 4 ? (area.rows < 4 ? area.rows : 4) : agenda;
    agenda_pane(view, area_part(area, 0, 0, agenda, area.columns));
    int row = agenda + (items + rest < area.rows ? 1 : 0);
    struct area under = area_part(area, row, 0, area.rows - row, area.columns);
    int at = ends_rows(view, under, 0) + 1;
    if (!side) {
        at += room_rows(view, area_part(under, 0, 0, under.rows - counts, under.columns), at);
    }
    counts_rows(view, under, at + 1 + counts <= under.rows ? at + 1 : under.rows - counts);
}

/* The row of the line above the records; 0 when there is none. */
static int item_pane(const struct view *view, struct area area) {
    clock_pane(view, area_part(area, 0, 0, CLOCK_ROWS, area.columns));
    int from = CLOCK_ROWS + 1;
    struct area rest = area_part(area, from, 0, area.rows - from, area.columns);
    if (view->app->form != NULL) {
        form_view(view->app->form, rest, view->now);
        return 0;
    }
    if (view->app->panel != NULL) {
        view->app->panel->kind->view(view, rest);
        return 0;
    }
    struct detail detail = {.arena = view->scratch, .width = area.columns - 2};
    detail_of_item(view, &detail);
    int rows = (int)detail.count;
    /* looked at later, what was recorded counts as much as what was before the board */
    int most = rest.rows - (meeting_is_over(view) ? rest.rows / 2 + 1 : RECORDS_LEAST);
    rows = rows > most ? most : rows;
    rows = rows < 0 ? 0 : rows;
    detail_view(&detail, area_part(rest, 0, 0, rows, rest.columns));
    draw_line_across(rest, rows, 0, rest.columns);
    const char *range = records_range(view, rest.rows - rows - 1, rest.columns);
    if (range != NULL) {
        draw_right(rest, rows, rest.columns - 2, LOOK_QUIET, range);
    }
    records_pane(view, area_part(rest, rows + 1, 0, rest.rows - rows - 1, rest.columns));
    return from + rows;
}

/* The lines of the screen: under the head, between the columns, and at the foot where it has the room. */
struct frame {
    int left, right; /* columns of the two upright lines; right 0: none */
    int line;        /* row of the line above the records; 0: none */
    int bottom;      /* row of the line at the foot; 0: none */
};

static void upright(struct area area, int column, const struct frame *frame, unsigned side) {
    int rows = frame->bottom > 0 ? frame->bottom : area.rows;
    draw_line_down(area, 1, column, rows - 1);
    draw_joint(area, 0, column, 2 | 4 | 8);
    if (frame->line > 0) {
        draw_joint(area, frame->line, column, 1 | 4 | side);
    }
    if (frame->bottom > 0) {
        draw_joint(area, frame->bottom, column, 1 | 2 | 8);
    }
}

static void frame_view(struct area area, const struct frame *frame) {
    draw_line_across(area, 0, 0, area.columns);
    if (frame->bottom > 0) {
        draw_line_across(area, frame->bottom, 0, area.columns);
    }
    upright(area, frame->left, frame, 2);
    if (frame->right > 0) {
        upright(area, frame->right, frame, 8);
    }
}

static int left_columns(int columns) {
    return columns < 100 ? LEFT : columns >= THREE_COLUMNS ? LEFT + 16 : LEFT + 10;
}

int form_columns(const struct app *app) {
    if (app->screen != SCREEN_MEETING) {
        return screen_form_columns(app);
    }
    if (app->columns < TWO_COLUMNS || app->rows < TWO_ROWS) {
        return app->columns;
    }
    int side = app->columns >= THREE_COLUMNS ? SIDE + 1 : 0;
    return app->columns - left_columns(app->columns) - 1 - side;
}

static void wide_view(const struct view *view, struct area area) {
    enum { SLACK_FOOT = 2 }; /* a foot of message and keys alone leaves a row for a line */
    bool three = area.columns >= THREE_COLUMNS;
    struct area panes = area_part(area, 1, 0, area.rows - 1, area.columns);
    struct frame frame = {.left = left_columns(area.columns)};
    frame.bottom = view->app->rows - area.rows == SLACK_FOOT ? panes.rows - 1 : 0;
    frame.right = three ? area.columns - SIDE - 1 : 0;
    int rows = (frame.bottom > 0 ? frame.bottom : panes.rows) - 1;
    int end = three ? frame.right : panes.columns;
    left_pane(view, area_part(panes, 1, 0, rows, frame.left), three);
    int line = item_pane(view, area_part(panes, 1, frame.left + 1, rows, end - frame.left - 1));
    if (three) {
        side_pane(view, area_part(panes, 1, frame.right + 1, rows, SIDE));
    }
    frame.line = line > 0 ? line + 1 : 0;
    frame_view(panes, &frame);
}

/* --- one column --- */

static int narrow_lines(const struct view *view, struct area area, int row) {
    enum { REST = 3 }; /* what is under discussion, who was not heard, a record */
    int at = row + ends_rows(view, area, row);
    int item = 0;
    if (area.rows - at > 14) {
        int items = (int)view->meeting->item_count + 1;
        int rows = items < area.rows / 3 ? items : area.rows / 3;
        agenda_pane(view, area_part(area, at, 0, rows, area.columns));
        at += rows;
    } else {
        item = agenda_row(view, area, at);
        at += item;
    }
    const char *finding = finding_line(view);
    if (finding[0] != '\0' && (item == 0 || area.rows - at >= REST)) {
        draw_fit(area, at++, 1, area.columns - 2, LOOK_STRONG, finding);
    }
    const char *heard = not_heard_line(view);
    if (heard[0] != '\0') {
        draw_fit(area, at++, 1, area.columns - 2, LOOK_OPEN, heard);
    }
    return at;
}

static void narrow_view(const struct view *view, struct area area) {
    if (view->app->form != NULL) {
        form_view(view->app->form, area_part(area, 1, 0, area.rows - 1, area.columns), view->now);
        return;
    }
    struct area under = area_part(area, 1, 0, area.rows - 1, area.columns);
    clock_pane(view, area_part(under, 0, 0, CLOCK_ROWS, under.columns));
    draw_cursor(under, 0, 0); /* the item it tells of is the selected one, unless something else is */
    if (view->app->panel != NULL) {
        view->app->panel->kind->view(view, area_part(under, CLOCK_ROWS, 0, under.rows - CLOCK_ROWS, under.columns));
        return;
    }
    int at = narrow_lines(view, under, CLOCK_ROWS);
    records_pane(view, area_part(under, at, 0, under.rows - at, under.columns));
}

void meeting_view(const struct view *view, struct area area) {
    bool narrow = is_narrow(view, area);
    head(view, area, narrow, clock_hidden(view->app, narrow));
    if (narrow) {
        narrow_view(view, area);
    } else {
        wide_view(view, area);
    }
}
