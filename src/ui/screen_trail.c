#include "screen_trail.h"

#include <string.h>

struct trail *trail_new(struct arena *arena) {
    return arena_alloc(arena, sizeof(struct trail));
}

void trail_push(struct app *app) {
    struct trail *trail = app->trail;
    if (trail->count == TRAIL_MOST) {
        memmove(trail->steps, trail->steps + 1, (TRAIL_MOST - 1) * sizeof *trail->steps);
        trail->count--;
    }
    trail->steps[trail->count++] =
        (struct trail_step){.screen = app->screen, .state = app->screens[app->screen], .filter = app->log->filter};
}

bool trail_back(struct app *app) {
    struct trail *trail = app->trail;
    if (trail->count == 0) {
        return false;
    }
    const struct trail_step *step = trail->steps + --trail->count;
    log_set_filter(app, &step->filter);
    app->screen = step->screen;
    app->screens[step->screen] = step->state;
    return true;
}

void trail_clear(struct app *app) {
    app->trail->count = 0;
}
