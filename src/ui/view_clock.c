#include <inttypes.h>
#include <stdio.h>

#include "view.h"

static enum look clock_look(const struct view *view, uint32_t place) {
    int64_t left = meeting_left(view->meeting, place, view->now.at);
    int64_t granted = view->meeting->items[place].granted;
    if (left < 0) {
        return LOOK_LATE;
    }
    return left <= granted / 4 ? LOOK_NEAR : LOOK_CLOCK;
}

static const char *figure(const struct view *view, uint32_t place, bool runs) {
    int64_t left = meeting_left(view->meeting, place, view->now.at);
    char text[24];
    if (!runs) {
        return arena_format(view->scratch, "%s%" PRId64, left < 0 ? "+" : "", left_minutes(left));
    }
    return arena_text(view->scratch, left_text(left, text));
}

static const char *words(const struct view *view, uint32_t place, bool runs) {
    int64_t left = meeting_left(view->meeting, place, view->now.at);
    int32_t granted = duration_minutes(view->meeting->items[place].granted);
    const char *unit = runs ? "" : "min ";
    return left < 0 ? arena_format(view->scratch, "%sover the %" PRId32 " min", unit, granted)
                    : arena_format(view->scratch, "%sleft of %" PRId32 " min", unit, granted);
}

/* The word above the figure: paused since when, or how much of the time is used. */
static const char *state(const struct view *view, uint32_t place, bool runs, enum look *look) {
    char when[24];
    int64_t left = meeting_left(view->meeting, place, view->now.at);
    *look = LOOK_STRONG;
    switch (view->meeting->status) {
    case MEETING_PAUSED:
        return arena_format(view->scratch, "PAUSED since %s", when_words(view->app, view->meeting->paused_at, when));
    case MEETING_ADJOURNED:
        return "ADJOURNED";
    case MEETING_RUNNING:
        if (view->app->review) {
            return "NOT CLOSED";
        }
        break;
    case MEETING_CLOSED:
        return "CLOSED";
    case MEETING_CONFIRMED:
        return "CONFIRMED";
    default:
        break;
    }
    if (!runs || left > view->meeting->items[place].granted / 4) {
        return "";
    }
    *look = left < 0 ? LOOK_LATE : LOOK_NEAR;
    return left < 0 ? "TIME IS OVER" : "a quarter or less is left";
}

static void item_clock(const struct view *view, struct area area, uint32_t place) {
    const struct item *item = view->meeting->items[place].item;
    bool runs = !view->app->review && meeting_clock_runs(view->meeting);
    const char *purpose = choice_word(&CHOICES_PURPOSE, item->purpose);
    int right = draw_right(area, 0, area.columns - 1, LOOK_QUIET, purpose);
    draw_fit(area, 0, 1, area.columns - right - 4, LOOK_TITLE,
             arena_format(view->scratch, "%s %s", item->id, item->title));
    int column = 3 + draw_big(area, 2, 3, clock_look(view, place), figure(view, place, runs)) + 3;
    enum look look;
    const char *said = state(view, place, runs, &look);
    int width = area.columns - column - 1;
    draw_fit(area, 2, column, width, look, said);
    draw_fit(area, 3, column, width, clock_look(view, place), words(view, place, runs));
    if (item->presenter != NULL) {
        draw_fit(area, 4, column, width, LOOK_QUIET,
                 arena_format(view->scratch, "by %s", party_name(view->meeting->agenda, item->presenter)));
    }
}

/* No item yet: the time of day, and what starts one. */
static void ready_clock(const struct view *view, struct area area) {
    char clock[CLOCK_SIZE];
    char span[24];
    int32_t next = meeting_next_item(view->meeting);
    instant since = forgotten_since(view->app, view->now);
    draw_fit(area, 0, 1, area.columns - 2, since != 0 ? LOOK_LATE : LOOK_TITLE,
             since != 0
                 ? arena_format(view->scratch, "No item is running for %s", span_words(view->now.at - since, span))
                 : "No item is running");
    int column = 3 + draw_big(area, 2, 3, LOOK_CLOCK, stamp_clock(view->now, clock)) + 3;
    int width = area.columns - column - 1;
    if (next < 0) {
        draw_fit(area, 3, column, width, LOOK_PLAIN, "no item is to come");
        return;
    }
    draw_fit(area, 2, column, width, LOOK_PLAIN, "Space starts");
    draw_fit(area, 3, column, width, LOOK_STRONG,
             arena_format(view->scratch, "%s %s", item_id(view->app, (uint32_t)next),
                          item_title(view->app, (uint32_t)next)));
    draw_fit(area, 4, column, width, LOOK_QUIET,
             arena_format(view->scratch, "%" PRId32 " min", duration_minutes(view->meeting->items[next].granted)));
}

void clock_pane(const struct view *view, struct area area) {
    bool none = view->meeting->current < 0 || view->meeting->status == MEETING_READY;
    if (meeting_is_over(view)) {
        after_pane(view, area);
    } else if (none && view->app->review) {
        draw_fit(area, 0, 1, area.columns - 2, LOOK_TITLE, "No item was started");
    } else if (none) {
        ready_clock(view, area);
    } else {
        item_clock(view, area, (uint32_t)view->meeting->current);
    }
}

const char *clock_line(const struct view *view) {
    const struct meeting *meeting = view->meeting;
    if (meeting->current < 0 || meeting->status == MEETING_READY) {
        return "No item is running";
    }
    uint32_t place = (uint32_t)meeting->current;
    bool runs = !view->app->review && meeting_clock_runs(meeting);
    enum look look;
    return arena_format(view->scratch, "%s %s %s%s%s", item_id(view->app, place), figure(view, place, runs),
                        words(view, place, runs), runs ? "" : ", ", runs ? "" : state(view, place, runs, &look));
}
