#include "acts.h"
#include "screen_moves.h"

int32_t item_selected(const struct app *app) {
    const struct meeting *meeting = app->meeting;
    const char *shown = screen_selected_of(app, REF_ITEM);
    if (shown != NULL) {
        return meeting_item_place(meeting, shown);
    }
    if (app->item_selected >= 0) {
        return app->item_selected;
    }
    return meeting->current >= 0 ? meeting->current : meeting_next_item(meeting);
}

int32_t record_selected(const struct app *app) {
    int32_t count = (int32_t)app->meeting->record_count;
    return app->record_selected >= 0 && app->record_selected < count ? app->record_selected : count - 1;
}

struct record_state *selected_record(const struct app *app) {
    if (app->screen != SCREEN_MEETING) {
        const char *id = screen_selected(app);
        return id == NULL ? NULL : meeting_record(app->meeting, id);
    }
    int32_t at = record_selected(app);
    return at < 0 ? NULL : app->meeting->records + at;
}

bool pane_is_marked(const struct app *app, enum pane pane) {
    return app->pane == pane && app->panel == NULL;
}

void select_item(struct app *app, int32_t place) {
    app->pane = PANE_AGENDA;
    app->item_selected = place;
}

/* The last one is not held: the selection goes on to what is recorded next. */
void select_record(struct app *app, int32_t at) {
    app->pane = PANE_RECORDS;
    app->record_selected = at >= (int32_t)app->meeting->record_count - 1 ? -1 : at;
}

static void move_item_selection(struct app *app, int steps) {
    const struct meeting *meeting = app->meeting;
    int32_t count = (int32_t)meeting->item_count;
    int32_t at = 0;
    while (at < count && (int32_t)meeting->order[at] != item_selected(app)) {
        at++;
    }
    at += steps;
    at = at < 0 ? 0 : at >= count ? count - 1 : at;
    if (count > 0) {
        app->item_selected = (int32_t)meeting->order[at];
    }
}

static void move_selection(struct app *app, int steps) {
    if (app->place == AT_START) {
        app->start_scroll = app->start_scroll + steps < 0 ? 0 : app->start_scroll + steps;
        return;
    }
    if (app->screen != SCREEN_MEETING) {
        screen_move(app, steps);
        return;
    }
    if (app->pane == PANE_AGENDA) {
        move_item_selection(app, steps);
        return;
    }
    int32_t at = record_selected(app) + steps;
    select_record(app, at < 0 ? 0 : at);
}

void act_up(struct app *app, const char *words) {
    (void)words;
    move_selection(app, -1);
}

void act_down(struct app *app, const char *words) {
    (void)words;
    move_selection(app, 1);
}

void act_page_up(struct app *app, const char *words) {
    (void)words;
    move_selection(app, -(app->rows / 3));
}

void act_page_down(struct app *app, const char *words) {
    (void)words;
    move_selection(app, app->rows / 3);
}

enum { FAR = 1000000 };

void act_first(struct app *app, const char *words) {
    (void)words;
    move_selection(app, -FAR);
}

void act_last(struct app *app, const char *words) {
    (void)words;
    move_selection(app, FAR);
}

void act_pane(struct app *app, const char *words) {
    (void)words;
    if (app->pane == PANE_AGENDA && app->meeting->record_count == 0) {
        app_say(app, TONE_WORD, "Nothing is recorded yet");
        return;
    }
    app->pane = app->pane == PANE_AGENDA ? PANE_RECORDS : PANE_AGENDA;
    app->item_selected = -1;
    app->record_selected = -1;
}
