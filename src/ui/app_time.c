#include <inttypes.h>
#include <stdio.h>

#include "app_inside.h"
#include "line.h"

instant alert_instant(const struct meeting *meeting, instant now) {
    if (!meeting_clock_runs(meeting) || meeting->current < 0) {
        return 0;
    }
    uint32_t place = (uint32_t)meeting->current;
    return threshold_passed(meeting->items[place].granted, meeting_used(meeting, place, now), meeting->since, now);
}

bool alert_shows(const struct meeting *meeting, instant now) {
    instant at = alert_instant(meeting, now);
    return at != 0 && now - at < ALERT_MS;
}

/* When the planned start is today, in UTC; 0 when it is not. */
static instant planned_start(const struct meeting *meeting, struct stamp now) {
    const struct meeting_details *details = meeting->agenda->meeting;
    if (details == NULL || !details->start.given || details->date != stamp_day(now)) {
        return 0;
    }
    return instant_of(details->date, details->start.value, now.offset);
}

instant forgotten_since(const struct app *app, struct stamp now) {
    const struct meeting *meeting = app->meeting;
    if (app->review || meeting->status != MEETING_READY || meeting->event_count == 0) {
        return 0;
    }
    instant planned = planned_start(meeting, now);
    instant since = planned > meeting->opened ? planned : meeting->opened;
    return now.at - since >= FORGOTTEN_MS ? since : 0;
}

char *span_words(int64_t ms, char out[24]) {
    int64_t minutes = ms / MS_MINUTE;
    if (ms < MS_MINUTE) {
        snprintf(out, 24, "%" PRId64 " s", ms / MS_SECOND);
    } else if (minutes < 60) {
        snprintf(out, 24, "%" PRId64 " min", minutes);
    } else {
        snprintf(out, 24, "%" PRId64 " h %02" PRId64 " min", minutes / 60 % 100000, minutes % 60);
    }
    return out;
}

char *when_words(const struct app *app, instant at, char out[24]) {
    struct stamp stamp = {.at = at, .offset = app->now.offset};
    char clock[CLOCK_SIZE];
    char date[DAY_SIZE];
    stamp_clock(stamp, clock);
    if (stamp_day(stamp) == stamp_day(app->now)) {
        snprintf(out, 24, "%s", clock);
    } else {
        snprintf(out, 24, "%s on %s", clock, day_write(stamp_day(stamp), date));
    }
    return out;
}

/* The next instant at which a running clock shows another second. */
static instant next_second(const struct meeting *meeting, instant now) {
    int64_t left = meeting_left(meeting, (uint32_t)meeting->current, now);
    int64_t rest = left % MS_SECOND;
    if (rest < 0) {
        rest += MS_SECOND;
    }
    return now + (rest == 0 ? MS_SECOND : rest);
}

static instant next_minute(instant now) {
    instant rest = now % MS_MINUTE;
    return now + MS_MINUTE - (rest < 0 ? rest + MS_MINUTE : rest);
}

static instant earlier(instant a, instant b) {
    return a < b ? a : b;
}

static bool too_small(const struct app *app) {
    return app->rows < LEAST_ROWS || app->columns < LEAST_COLUMNS;
}

instant app_next_change(const struct app *app, instant now) {
    bool runs = app->place == AT_MEETING && !app->review && meeting_clock_runs(app->meeting) && !app->blank;
    /* the time of day goes with the running clock: one wake a second, not one more a minute */
    bool seconds = runs && (!too_small(app) || app->bell);
    instant next = seconds ? next_second(app->meeting, now) : next_minute(now);
    if (app->draft_due > 0) {
        next = earlier(next, app->draft_due > now ? app->draft_due : now);
    }
    if (app->fault.since != 0) {
        next = earlier(next, app->fault.retry > now ? app->fault.retry : now);
    }
    const struct question *question = question_active(app);
    if (question != NULL && !question_armed(question, now)) {
        next = earlier(next, question->shown + ARM_MS);
    }
    return next;
}
