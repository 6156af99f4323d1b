#include "panel.h"

#include <string.h>

/* The topmost goes away. */
static void drop(struct app *app) {
    struct panel *panel = app->panel;
    app->panel = panel->under;
    if (app->screen == SCREEN_MEETING) {
        app->screen = panel->from;
    }
    arena_free(panel->arena);
}

static bool stands_already(const struct app *app, const struct panel_kind *kind) {
    for (const struct panel *panel = app->panel; panel != NULL; panel = panel->under) {
        if (panel->kind == kind) {
            return true;
        }
    }
    return false;
}

void *panel_open(struct app *app, const struct panel_kind *kind, size_t size) {
    while (stands_already(app, kind)) {
        drop(app);
    }
    struct arena *arena = arena_new();
    struct panel *panel = arena_alloc(arena, sizeof *panel);
    *panel = (struct panel){.arena = arena, .kind = kind, .from = app->screen, .under = app->panel};
    panel->state = arena_alloc(arena, size);
    app->panel = panel;
    app->help = false;
    app->screen = SCREEN_MEETING; /* it stands under the clock there */
    return panel->state;
}

void panel_close(struct app *app) {
    if (app->panel != NULL) {
        drop(app);
    }
}

void *panel_state(const struct app *app, const struct panel_kind *kind) {
    return app->panel != NULL && app->panel->kind == kind ? app->panel->state : NULL;
}

bool panel_active(const struct app *app) {
    return app->panel != NULL && app->screen == SCREEN_MEETING && app->place == AT_MEETING && app->form == NULL &&
           app->line == NULL && !app->help && question_active(app) == NULL;
}

bool panel_key(struct app *app, key k) {
    return app->panel->kind->key(app, k);
}

void panel_settle(struct app *app) {
    while (app->panel != NULL && app->form == NULL && !app->panel->kind->stands(app)) {
        drop(app);
    }
}

void panels_free(struct app *app) {
    while (app->panel != NULL) {
        drop(app);
    }
}

const char *agency_said(const struct app *app, const char *id, struct arena *arena) {
    const char *name = party_name(app->meeting->agenda, id);
    return text_equal(name, id) ? id : arena_format(arena, "%s %s", id, name);
}

void panel_line(struct area area, int row, size_t at, bool selected) {
    draw_hotspot(area, row, 0, 1, area.columns, HOTSPOT_PANEL, (int32_t)at);
    if (selected) {
        draw_look(area, row, 0, area.columns, LOOK_SELECTED);
        draw_cursor(area, row, 0);
    }
}

int panel_first(int at, int count, int rows) {
    if (count <= rows) {
        return 0;
    }
    int first = at - rows / 2;
    return first < 0 ? 0 : first > count - rows ? count - rows : first;
}

bool panel_move(key k, size_t count, size_t *at) {
    enum { PAGE = 5 };
    size_t last = count == 0 ? 0 : count - 1;
    switch (k) {
    case KEY_UP_ARROW:
        *at -= *at > 0;
        break;
    case KEY_DOWN_ARROW:
        *at += *at < last;
        break;
    case KEY_PAGE_UP:
        *at = *at > PAGE ? *at - PAGE : 0;
        break;
    case KEY_PAGE_DOWN:
        *at = *at + PAGE < last ? *at + PAGE : last;
        break;
    case KEY_HOME_:
        *at = 0;
        break;
    case KEY_END_:
        *at = last;
        break;
    default:
        return false;
    }
    return true;
}
