/* The Meeting screen of a meeting that is over, looked at later: what became of it in place of a clock. */
#include <inttypes.h>

#include "candour/core/summary.h"
#include "owed.h"
#include "view.h"

bool meeting_is_over(const struct view *view) {
    return view->app->review && view->meeting->status >= MEETING_CLOSED;
}

/* "CLOSED 16:00, Tuesday 22 November 2016", with its reason. */
static const char *ended_said(const struct view *view) {
    const struct meeting *meeting = view->meeting;
    bool confirmed = meeting->status == MEETING_CONFIRMED;
    enum event_do what = confirmed ? DO_CONFIRM : DO_CLOSE;
    size_t at = meeting->event_count;
    while (at > 0 && meeting->events[at - 1].what != what) {
        at--;
    }
    if (at == 0) {
        return "";
    }
    const struct event *event = meeting->events + at - 1;
    const char *reason = ((const struct event_reason *)event->body)->reason;
    char clock[CLOCK_SIZE], date[48];
    return arena_format(view->scratch, "%s %s, %s%s%s", confirmed ? "CONFIRMED" : "CLOSED",
                        stamp_clock(event->at, clock), day_in_words(stamp_day(event->at), date, sizeof date),
                        text_blank(reason) ? "" : ": ", text_blank(reason) ? "" : reason);
}

static const char *taken_said(const struct view *view) {
    const struct summary *summary = view->app->summary;
    size_t taken = 0;
    for (size_t i = 0; i < summary->item_count; i++) {
        taken += summary->items[i].reached;
    }
    return arena_format(view->scratch, "%zu of %zu items taken; %" PRId32 " min of %" PRId32 " planned", taken,
                        summary->item_count, duration_minutes(summary->total.used),
                        duration_minutes(summary->total.planned));
}

void after_pane(const struct view *view, struct area area) {
    const struct agenda *agenda = view->meeting->agenda;
    struct owed_list owed = owed_of(view->app->summary, view->scratch);
    const char *counts = owed_counts(&owed, view->scratch);
    bool draft = view->meeting->status == MEETING_CLOSED;
    int width = area.columns - 2;
    draw_fit(area, 0, 1, width, LOOK_TITLE, agenda->meeting == NULL ? agenda->review->title : agenda->meeting->title);
    draw_fit(area, 1, 1, width, LOOK_STRONG, ended_said(view));
    draw_fit(area, 2, 1, width, LOOK_PLAIN, taken_said(view));
    draw_fit(area, 3, 1, width, draft ? LOOK_OPEN : LOOK_PLAIN,
             !draft                         ? "later changes show as corrections"
             : view->app->read_only != NULL ? "DRAFT, not confirmed yet"
                                            : "DRAFT until confirmed by :confirm");
    draw_fit(area, 4, 1, width, counts == NULL ? LOOK_PLAIN : LOOK_OPEN,
             counts == NULL ? owed_none(view->app->summary) : counts);
}
