#include "acts.h"
#include "event_act.h"
#include "screen_moves.h"

static const char *focused_finding(const struct app *app) {
    const struct finding *findings = app->meeting->agenda->findings.items;
    const char *shown = screen_selected_of(app, REF_FINDING);
    if (shown != NULL) {
        return shown;
    }
    return app->meeting->focus < 0 ? NULL : findings[app->meeting->focus].id;
}

static void focused(struct app *app, const void *body) {
    const struct event_focus *focus = body;
    const char *title = finding_find(app->meeting->agenda, focus->finding)->title;
    const char *said = arena_format(app->scratch, "%s is under discussion", focus->finding);
    app_done_fit(app, arena_format(app->scratch, "%s: %s", said, title), said);
}

static const struct event_act FOCUS = {"focus", DO_FOCUS, NULL, focused};

void act_focus(struct app *app, const char *words) {
    const char *shown = screen_selected_of(app, REF_FINDING);
    event_act(app, &FOCUS, app_event(app, DO_FOCUS), NULL, text_blank(words) && shown != NULL ? shown : words);
}

static void positioned(struct app *app, const void *body) {
    const struct event_position *position = body;
    static const char *const said[] = {"", "accepted", "accepted in part", "not accepted", "needs more work"};
    app_done(app, "%s: %s%s", position->finding, said[position->position],
             position->dissent.count > 0 ? ", dissent recorded" : "");
}

static const struct event_act POSITION = {"position", DO_POSITION, NULL, positioned};

void act_position(struct app *app, const char *words) {
    struct event event = app_event(app, DO_POSITION);
    struct event_position *body = event.body;
    if (text_blank(words)) {
        body->finding = focused_finding(app);
    }
    event_act(app, &POSITION, event, NULL, words);
}
