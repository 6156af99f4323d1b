#include <string.h>

#include "help.h"
#include "rehearsal.h"
#include "review.h"
#include "screen_layout.h"
#include "view.h"

static void too_small(const struct view *view, struct area area) {
    draw_too_small(area, LEAST_COLUMNS, LEAST_ROWS);
    /* what cannot be read must still be known to be kept or not */
    if (view->app->fault.since != 0 && area.rows > 1) {
        draw_fit(area, area.rows / 2 + 1, 0, area.columns, LOOK_FAULT, "NOT SAVED");
    }
}

static void reverse_all(struct canvas *canvas) {
    for (size_t i = 0; i < (size_t)canvas->rows * (size_t)canvas->columns; i++) {
        canvas->cells[i].look = LOOK_ALERT;
    }
}

static void draw_screen(const struct view *view, struct canvas *canvas) {
    const struct app *app = view->app;
    struct area all = area_all(canvas);
    int foot = foot_rows(view);
    struct area body = area_part(all, 0, 0, all.rows - foot, all.columns);
    if (app->place == AT_START) {
        start_view(view, body);
    } else if (app->screen == SCREEN_MEETING) {
        meeting_view(view, body);
    } else {
        screen_view(view, body);
    }
    if (app->help) {
        struct area under = area_part(all, 1, 0, all.rows - 1 - foot, all.columns);
        help_view(app, under, view->scratch);
    }
    const struct question *question = question_active(app);
    if (question != NULL) {
        question_view(view, question, body);
    }
    foot_view(view, area_part(all, all.rows - foot, 0, foot, all.columns));
}

void app_view(const struct app *app, struct stamp now, struct canvas *canvas) {
    if (canvas->rows != app->rows || canvas->columns != app->columns) {
        canvas_begin(canvas, app->rows, app->columns);
    }
    canvas_clear(canvas);
    canvas->ascii = app->ascii;
    if (app->blank) {
        blank_view(app, canvas);
        if (app->rehearsal) {
            rehearsal_mark(app, canvas);
        }
        return;
    }
    struct view view = {.app = app, .meeting = app->meeting, .now = review_stands(app, now), .scratch = arena_new()};
    if (app->rows < LEAST_ROWS || app->columns < LEAST_COLUMNS) {
        too_small(&view, area_all(canvas));
    } else {
        draw_screen(&view, canvas);
        if (app->place == AT_MEETING && !app->review && !app->rehearsal && alert_shows(app->meeting, now.at)) {
            reverse_all(canvas);
        }
    }
    if (app->rehearsal) {
        rehearsal_mark(app, canvas);
    }
    arena_free(view.scratch);
}
