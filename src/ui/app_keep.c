#include <assert.h>
#include <stdarg.h>
#include <string.h>

#include "app_inside.h"
#include "review.h"

/* Seconds until keeping is tried again after the n-th failure; the last one holds from then on. */
static const int32_t RETRY_SECONDS[] = {1, 2, 5, 10, 30, 60};

void app_say(struct app *app, enum tone tone, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const char *text = arena_vformat(app->scratch, format, arguments);
    va_end(arguments);
    buffer_clear(&app->message);
    buffer_text(&app->message, text);
    app->said++;
    app->tone = tone;
}

void app_effect(struct app *app, struct effect effect) {
    for (size_t i = 0; i < app->effects->count; i++) {
        if (app->effects->list[i].type == effect.type && effect.type == EFFECT_KEEP) {
            return;
        }
    }
    assert(app->effects->count < EFFECTS_MOST);
    app->effects->list[app->effects->count++] = effect;
}

struct event app_event(struct app *app, enum event_do what) {
    const struct meeting *meeting = app->meeting;
    struct stamp at = app->now;
    if (meeting->event_count > 0 && at.at <= meeting->events[meeting->event_count - 1].at.at) {
        at.at = meeting->events[meeting->event_count - 1].at.at + 1;
    }
    return event_new(meeting->arena, what, at);
}

bool app_refused(struct app *app, struct refusal refusal) {
    if (refusal.code == REFUSED_NOT) {
        return false;
    }
    char text[200];
    app_say(app, TONE_REFUSED, "%s", refusal_text(refusal, text, sizeof text));
    return true;
}

bool app_apply(struct app *app, const struct event *event) {
    if (review_refuses(app) || app_refused(app, meeting_apply(app->meeting, event))) {
        return false;
    }
    app_effect(app, (struct effect){.type = EFFECT_KEEP});
    return true;
}

static void kept_well(struct app *app, struct stamp now) {
    char clock[CLOCK_SIZE];
    stamp_seconds(now, clock);
    app->kept = now;
    if (app->pending.length > 0) {
        app_say(app, TONE_DONE, "%s",
                confirmation(app, app->rehearsal ? ". Not kept" : arena_format(app->scratch, ". Saved %s", clock)));
        app->confirmed = true;
    } else if (app->fault.since != 0) {
        app_say(app, TONE_DONE, "Keeping works again: everything is saved, %s", clock);
    }
    buffer_clear(&app->pending);
    app->fault.since = 0;
    app->fault.tries = 0;
    if (app->draft_kept && app->offered == NULL && app->form == NULL && app->line == NULL) {
        draft_gone(app);
    }
}

static void kept_not(struct app *app, const struct msg *msg) {
    struct fault *fault = &app->fault;
    if (fault->since == 0) {
        fault->since = msg->now.at;
    }
    size_t last = sizeof RETRY_SECONDS / sizeof *RETRY_SECONDS - 1;
    size_t step = fault->tries < last ? fault->tries : last;
    fault->tries++;
    fault->retry = msg->now.at + (instant)RETRY_SECONDS[step] * MS_SECOND;
    buffer_clear(&fault->why);
    buffer_text(&fault->why, msg->text == NULL ? "no reason was given" : msg->text);
    if (app->pending.length > 0) {
        app_say(app, TONE_REFUSED, "%s", confirmation(app, ". NOT SAVED yet"));
    }
    buffer_clear(&app->pending);
}

void app_kept(struct app *app, const struct msg *msg) {
    if (msg->ok) {
        kept_well(app, msg->now);
        if (app->leaving) {
            app_effect(app, (struct effect){.type = EFFECT_LEAVE});
        }
        return;
    }
    kept_not(app, msg);
    if (app->leaving) {
        leave_fault(app, msg->text);
    }
}

void app_retry(struct app *app) {
    if (app->fault.since != 0 && app->now.at >= app->fault.retry) {
        app_effect(app, (struct effect){.type = EFFECT_KEEP});
    }
}
