#include <inttypes.h>
#include <stdlib.h>

#include "acts.h"
#include "event_act.h"

/* "projected end 16:12" as it is after the act. */
static const char *end_words(struct app *app) {
    char when[24];
    return arena_format(app->scratch, "the meeting ends %s",
                        when_words(app, meeting_projected_end(app->meeting, app->now), when));
}

static void extended(struct app *app, const void *body) {
    const struct event_extend *extend = body;
    int32_t place = meeting_item_place(app->meeting, extend->item);
    int32_t granted = duration_minutes(app->meeting->items[place].granted);
    int32_t minutes = extend->minutes.value;
    bool end = extend->from == NULL || text_equal(extend->from, "end");
    const char *by =
        end ? end_words(app) : arena_format(app->scratch, "%s %s", minutes > 0 ? "paid by" : "given to", extend->from);
    app_done(app, "%s has %" PRId32 " min %s (%" PRId32 "), %s", extend->item, abs(minutes),
             minutes > 0 ? "more" : "less", granted, by);
}

static const struct event_act EXTEND = {"extend", DO_EXTEND, NULL, extended};

static void one_minute(struct app *app, int32_t minutes) {
    struct event event = app_event(app, DO_EXTEND);
    struct event_extend *body = event.body;
    body->item = item_id(app, (uint32_t)app->meeting->current);
    body->minutes = (struct number){.given = true, .value = minutes};
    if (app_apply(app, &event)) {
        extended(app, body);
    }
}

void act_more(struct app *app, const char *words) {
    (void)words;
    one_minute(app, 1);
}

void act_less(struct app *app, const char *words) {
    (void)words;
    one_minute(app, -1);
}

void act_extend(struct app *app, const char *words) {
    struct event event = app_event(app, DO_EXTEND);
    struct event_extend *body = event.body;
    if (item_selected(app) >= 0) {
        body->item = item_id(app, (uint32_t)item_selected(app));
    }
    event_act(app, &EXTEND, event, NULL, words);
}

static void repaired(struct app *app, const void *body) {
    const struct event_repair *repair = body;
    app_done(app, "%s has used %" PRId32 " min up to now, put right", repair->item, repair->minutes.value);
}

static const struct event_act REPAIR = {"repair", DO_REPAIR, "item minutes reason", repaired};

void act_repair(struct app *app, const char *words) {
    struct event event = app_event(app, DO_REPAIR);
    struct event_repair *body = event.body;
    if (text_blank(words) && item_selected(app) >= 0) {
        body->item = item_id(app, (uint32_t)item_selected(app));
    }
    event_act(app, &REPAIR, event, NULL, words);
}
