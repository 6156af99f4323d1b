#include <inttypes.h>
#include <string.h>

#include "readiness.h"
#include "rehearsal.h"
#include "view.h"

static void meeting_lines(const struct view *view, struct detail *detail) {
    const struct agenda *agenda = view->meeting->agenda;
    const struct meeting_details *details = agenda->meeting;
    char date[48];
    detail_add(detail, "review", LOOK_PLAIN,
               arena_format(detail->arena, "%s: %s", agenda->review->id, agenda->review->title));
    detail_add(detail, "board", LOOK_PLAIN, agenda->board->name);
    if (details != NULL && details->date != 0) {
        detail_add(detail, "date", LOOK_PLAIN, day_in_words(details->date, date, sizeof date));
    }
    int32_t minutes = duration_minutes(meeting_planned_total(view->meeting));
    if (details != NULL && details->start.given) {
        int32_t start = details->start.value;
        int32_t end = start + minutes;
        detail_add(
            detail, "time", LOOK_PLAIN,
            arena_format(detail->arena,
                         "%02" PRId32 ":%02" PRId32 " to %02" PRId32 ":%02" PRId32 ", %" PRId32 " minutes, %u items",
                         start / 60 % 24, start % 60, end / 60 % 24, end % 60, minutes, view->meeting->item_count));
    } else {
        detail_add(detail, "time", LOOK_PLAIN,
                   arena_format(detail->arena, "%" PRId32 " minutes, %u items", minutes, view->meeting->item_count));
    }
    detail_add(detail, "venue", LOOK_PLAIN, details == NULL ? NULL : details->venue);
}

static const char *session_state(const struct view *view) {
    static const char *const words[] = {"", "Not started", "Running", "Paused", "Adjourned", "Closed", "Confirmed"};
    const struct meeting *meeting = view->meeting;
    char when[24];
    const char *item = meeting->current < 0
                           ? ""
                           : arena_format(view->scratch, " in %s", item_id(view->app, (uint32_t)meeting->current));
    return arena_format(view->scratch, "%s%s; last act %s; %zu record%s", words[meeting->status], item,
                        when_words(view->app, meeting->events[meeting->event_count - 1].at.at, when),
                        meeting->record_count, meeting->record_count == 1 ? "" : "s");
}

static void session_lines(const struct view *view, struct detail *detail) {
    detail_add(detail, "file", LOOK_PLAIN, view->app->session);
    if (view->meeting->event_count > 0) {
        detail_add(detail, "state", LOOK_STRONG, session_state(view));
    }
    detail_add(detail, "note", LOOK_OPEN, view->app->notice);
    if (view->app->offered != NULL) {
        detail_add(detail, "draft", LOOK_OPEN,
                   arena_format(detail->arena, "a half-typed %s from before is offered when the meeting is open",
                                view->app->offered->act));
    }
}

static void remark_lines(const struct view *view, struct detail *detail) {
    if (view->meeting->event_count == 0) {
        struct buffer ready = {0};
        readiness_write(view->app, &ready);
        detail_add(detail, NULL, LOOK_PLAIN, "");
        detail_add(detail, NULL, LOOK_TITLE, "BEFORE IT BEGINS");
        detail_add(detail, NULL, LOOK_PLAIN, arena_copy(detail->arena, ready.bytes, ready.length - 1));
        buffer_free(&ready);
    }
    if (view->app->rehearsal) {
        rehearsal_lines(view, detail);
    }
    for (size_t i = 0; i < view->app->remarks.count; i++) {
        detail_add(detail, "check", LOOK_OPEN, view->app->remarks.items[i]);
    }
}

static void finding_lines(const struct view *view, struct detail *detail) {
    const struct meeting *meeting = view->meeting;
    detail_add(detail, NULL, LOOK_PLAIN, "");
    detail_add(detail, NULL, LOOK_TITLE, arena_format(detail->arena, "FINDINGS  %zu", meeting->agenda->findings.count));
    for (size_t i = 0; i < meeting->agenda->findings.count; i++) {
        detail_add(detail, meeting->findings[i].finding->id, LOOK_PLAIN, meeting->findings[i].finding->title);
    }
}

static void agency_lines(const struct view *view, struct detail *detail) {
    const struct agency *agencies = view->meeting->agenda->agencies.items;
    size_t count = view->meeting->agenda->agencies.count;
    detail_add(detail, NULL, LOOK_PLAIN, "");
    detail_add(detail, NULL, LOOK_TITLE, arena_format(detail->arena, "AGENCIES  %zu", count));
    for (size_t i = 0; i < count; i++) {
        detail_add(detail, agencies[i].id, LOOK_PLAIN, agencies[i].name);
    }
}

void detail_of_start(const struct view *view, struct detail *detail) {
    meeting_lines(view, detail);
    session_lines(view, detail);
    remark_lines(view, detail);
    finding_lines(view, detail);
    agency_lines(view, detail);
}

void start_view(const struct view *view, struct area area) {
    const struct agenda *agenda = view->meeting->agenda;
    const char *title = agenda->meeting == NULL ? agenda->review->title : agenda->meeting->title;
    char clock[CLOCK_SIZE];
    stamp_clock(view->now, clock);
    int right = draw_right(area, 0, area.columns - 1, view->app->rehearsal ? LOOK_QUESTION : LOOK_QUIET,
                           view->app->rehearsal ? arena_format(view->scratch, "REHEARSAL  %s", clock) : clock);
    draw_fit(area, 0, 1, area.columns - right - 4, LOOK_TITLE, title);
    draw_line_across(area, 1, 0, area.columns);
    struct area body = area_part(area, 2, 0, area.rows - 2, area.columns);
    struct detail detail = {.arena = view->scratch, .width = area.columns - 2};
    detail_of_start(view, &detail);
    draw_cursor(body, 0, 0);
    size_t last = (int)detail.count > body.rows ? detail.count - (size_t)body.rows : 0;
    size_t first = (size_t)view->app->start_scroll > last ? last : (size_t)view->app->start_scroll;
    detail.rows += first;
    detail.count -= first;
    if (first < last) {
        /* what is cut has its own row, so that no line of the page is half shown; a blank one before it is just that */
        size_t shown = (size_t)body.rows - 1;
        detail.count = shown > 0 && detail.rows[shown - 1].text[0] == '\0' ? shown : detail.count;
        detail_view(&detail, area_part(body, 0, 0, body.rows - 1, body.columns));
        draw_text(body, body.rows - 1, 1, LOOK_QUIET, "more: Down");
    } else {
        detail_view(&detail, body);
    }
}
