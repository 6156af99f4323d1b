/* Closing: the checklist, from which each hole can be put right. Closing with holes is allowed; they stay in the
 * record, since they are what it does not hold. */
#include "acts.h"
#include "checklist.h"
#include "event_act.h"
#include "panel.h"
#include "plain_inside.h"

struct closing {
    const char *reason;
    size_t at;
};

static struct holes holes_now(const struct app *app, struct stamp now, struct arena *arena) {
    return checklist(summary_of(app->meeting, now, arena), arena);
}

static void command(struct app *app, const char *name, const char *words) {
    app_command(app, command_by_name(AT_MEETING, name), words);
}

/* To be heard an agency must be here, and an item running. */
static void hear(struct app *app, const char *agency) {
    if (!meeting_in_room(app->meeting, agency)) {
        app_say(app, TONE_WORD, "%s is not in the room: A records who is", agency);
    } else if (app->meeting->current < 0 || meeting_may(app->meeting, DO_HEARD).code != REFUSED_NOT) {
        app_say(app, TONE_WORD, "No item is running in which %s could be heard", agency);
    } else {
        round_with(app, agency);
    }
}

static void put_right(struct app *app, const struct hole *hole) {
    switch (hole->kind) {
    case HOLE_POSITION:
        command(app, "position", hole->id);
        break;
    case HOLE_UNANSWERED:
        command(app, "answer", hole->id);
        break;
    case HOLE_UNSETTLED:
        command(app, "settle", hole->id);
        break;
    case HOLE_PROPOSAL:
        command(app, "proposals", hole->id);
        break;
    case HOLE_LACKS:
        command(app, "edit", hole->id);
        if (app->form != NULL) {
            form_refuse(app->form, hole->field, arena_format(app->scratch, "%s has %s", hole->id, hole->text));
        }
        break;
    case HOLE_WEAK:
        command(app, "as-is", hole->id);
        break;
    case HOLE_SILENT:
        hear(app, hole->id);
        break;
    case HOLE_ITEM:
        app->pane = PANE_AGENDA;
        app->item_selected = meeting_item_place(app->meeting, hole->id);
        command(app, "skip", "");
        break;
    case HOLE_QUESTION:
        command(app, "assess", hole->id);
        break;
    }
}

static bool closing_key(struct app *app, key k) {
    struct closing *closing = app->panel->state;
    struct holes holes = holes_now(app, app->now, app->scratch);
    if (k == 'y') {
        if (end_meeting(app, DO_CLOSE, closing->reason)) {
            panel_close(app);
        }
    } else if (k == KEY_RETURN) {
        if (closing->at < holes.count) {
            put_right(app, holes.list + closing->at);
        }
    } else if (k == KEY_ESCAPE || k == 'q') {
        panel_close(app);
        app_say(app, TONE_WORD, "The meeting goes on");
    } else {
        return panel_move(k, holes.count, &closing->at);
    }
    return true;
}

static bool closing_stands(struct app *app) {
    struct closing *closing = app->panel->state;
    size_t count = holes_now(app, app->now, app->scratch).count;
    closing->at = closing->at < count ? closing->at : count == 0 ? 0 : count - 1;
    return meeting_may(app->meeting, DO_CLOSE).code == REFUSED_NOT;
}

/* --- on screen --- */

static void hole_row(const struct view *view, struct area area, int row, const struct hole *hole, bool selected) {
    enum { CODE = 6 };
    enum look look = selected ? LOOK_STRONG : LOOK_PLAIN;
    draw_text(area, row, 0, look, selected ? ">" : "");
    draw_fit(area, row, 1, CODE, look, hole->id);
    const char *title =
        hole->kind == HOLE_ITEM ? item_title(view->app, (uint32_t)meeting_item_place(view->meeting, hole->id)) : NULL;
    draw_fit(area, row, 1 + CODE, area.columns - CODE - 2, look,
             title == NULL ? hole->text : arena_format(view->scratch, "%s: %s", hole->text, title));
}

static void closing_view(const struct view *view, struct area area) {
    const struct closing *closing = view->app->panel->state;
    struct holes holes = holes_now(view->app, view->now, view->scratch);
    draw_fit(area, 0, 1, area.columns - 2, LOOK_QUESTION, "Close the meeting?");
    int head =
        1 + draw_wrapped(area, 1, 1, area.columns - 2, LOOK_PLAIN,
                         holes.count == 0 ? "Nothing is left open."
                                          : arena_format(view->scratch, "%zu left open, and kept so:", holes.count));
    int rows = area.rows - head;
    int first = panel_first((int)closing->at, (int)holes.count, rows);
    for (int i = 0; i < rows && first + i < (int)holes.count; i++) {
        size_t at = (size_t)first + (size_t)i;
        hole_row(view, area, head + i, holes.list + at, at == closing->at);
        panel_line(area, head + i, at, at == closing->at);
    }
    if (holes.count == 0) {
        draw_cursor(area, 1, 1);
    }
}

static size_t closing_keys(const struct app *app, struct form_hint_key out[FORM_KEYS]) {
    (void)app;
    out[0] = (struct form_hint_key){"y", "close the meeting"};
    out[1] = (struct form_hint_key){"Enter", "put it right"};
    out[2] = (struct form_hint_key){"Esc", "go on"};
    out[3] = (struct form_hint_key){"Up Down", "another"};
    return 4;
}

static void closing_select(struct app *app, size_t at) {
    ((struct closing *)app->panel->state)->at = at;
}

/* All of them first, then the one that Enter puts right. */
static void closing_lines(const struct view *view, struct plain_lines *out) {
    const struct closing *closing = view->app->panel->state;
    struct holes holes = holes_now(view->app, view->now, view->scratch);
    if (holes.count == 0) {
        plain_put(out, "Close the meeting? Nothing is left open.");
        return;
    }
    plain_put(out, "Close the meeting? %zu left open, and kept so:", holes.count);
    for (size_t i = 0; i < holes.count; i++) {
        plain_put(out, "%s %s%s", holes.list[i].id, holes.list[i].text, i == closing->at ? ": this one is chosen" : "");
    }
}

static const struct panel_kind CLOSING = {closing_key,  closing_stands, closing_view,
                                          closing_keys, closing_select, closing_lines};

void act_close(struct app *app, const char *words) {
    struct closing *closing = panel_open(app, &CLOSING, sizeof *closing);
    closing->reason = arena_text(app->panel->arena, words);
    app_say(app, TONE_WORD, "%s", "");
}

/* --- the board's own answers --- */

static void assessed(struct app *app, const void *body) {
    static const char *const said[] = {"", "met", "partly met", "not met"};
    const struct event_assess *assess = body;
    app_done(app, "%s: %s", assess->question, said[assess->answer]);
}

static const struct event_act ASSESS = {"assess", DO_ASSESS, "question answer words", assessed};

void act_assess(struct app *app, const char *words) {
    event_act(app, &ASSESS, app_event(app, DO_ASSESS), NULL, words);
}
