#include <inttypes.h>
#include <stdlib.h>

#include "acts.h"

struct minutes_before {
    int64_t *used;
    int64_t *granted;
    uint32_t count;
};

static struct minutes_before minutes_now(struct app *app) {
    const struct meeting *meeting = app->meeting;
    struct minutes_before before = {.count = meeting->item_count};
    before.used = arena_array(app->scratch, before.count, sizeof *before.used);
    before.granted = arena_array(app->scratch, before.count, sizeof *before.granted);
    for (uint32_t i = 0; i < before.count; i++) {
        before.used[i] = meeting_used(meeting, i, app->now.at);
        before.granted[i] = meeting->items[i].granted;
    }
    return before;
}

static void moved(struct app *app, struct buffer *out, uint32_t place, const char *what, int64_t difference) {
    if (llabs(difference) < MS_MINUTE / 2) {
        return;
    }
    int32_t minutes = duration_minutes(difference < 0 ? -difference : difference);
    buffer_format(out, "%s%s %s%c%" PRId32, out->length == 0 ? "" : ", ", item_id(app, place), what,
                  difference < 0 ? '-' : '+', minutes);
}

/* "minutes moved: I2 -4, I1 +4"; NULL when none did. */
static const char *minutes_moved(struct app *app, const struct minutes_before *before) {
    struct buffer text = {0};
    for (uint32_t i = 0; i < before->count && i < app->meeting->item_count; i++) {
        moved(app, &text, i, "", meeting_used(app->meeting, i, app->now.at) - before->used[i]);
        moved(app, &text, i, "granted ", app->meeting->items[i].granted - before->granted[i]);
    }
    const char *words = text.length == 0 ? NULL : arena_format(app->scratch, "minutes moved: %s", text.bytes);
    buffer_free(&text);
    return words;
}

static void take_back(struct app *app, enum event_do what, size_t target) {
    const char *sentence = event_sentence(app->meeting, target, app->scratch);
    struct minutes_before before = minutes_now(app);
    struct event event = app_event(app, what);
    ((struct event_of *)event.body)->of = app->meeting->events[target].at;
    if (app_apply(app, &event)) {
        app->item_selected = -1;
        app->record_selected = -1;
        app_done(app, "%s: %s", what == DO_UNDO ? "Undone" : "Done again", sentence);
        app_also(app, minutes_moved(app, &before));
    }
}

void act_undo(struct app *app, const char *words) {
    (void)words;
    size_t target = meeting_undo_target(app->meeting);
    if (target == SIZE_MAX) {
        app_say(app, TONE_REFUSED, "There is nothing to undo");
        return;
    }
    take_back(app, DO_UNDO, target);
}

void act_redo(struct app *app, const char *words) {
    (void)words;
    size_t target = meeting_redo_target(app->meeting);
    if (target == SIZE_MAX) {
        app_say(app, TONE_REFUSED, "There is nothing to do again");
        return;
    }
    take_back(app, DO_REDO, target);
}
