/* The mouse, where it was asked for: it selects and scrolls, and a second press opens what is selected. It records
 * nothing, withdraws nothing and answers no question: that takes a key.
 */
#include "panel.h"
#include "screen_moves.h"

/* What the frame shows there, by drawing it. */
static struct hotspot pointed_at(const struct app *app, int row, int column) {
    struct canvas canvas = {.pointing = true, .cursor_row = -1, .cursor_column = -1};
    canvas_begin(&canvas, app->rows, app->columns);
    app_view(app, app->now, &canvas);
    struct hotspot spot = canvas_hotspot(&canvas, row, column);
    canvas_free(&canvas);
    return spot;
}

static void say_key(struct app *app, int32_t number) {
    const struct question *question = question_active(app);
    char name[16];
    if (question != NULL && (size_t)number < question->option_count) {
        const struct question_option *option = question->options + number;
        app_say(app, TONE_WORD, "The mouse answers nothing: %s is the key for '%s'", key_name(option->k, name),
                option->label);
    }
}

/* What Enter only opens, and records nothing. */
static bool opens(enum hotspot_what what) {
    return what == HOTSPOT_ITEM || what == HOTSPOT_RECORD || what == HOTSPOT_ROW;
}

static void press(struct app *app, struct hotspot spot) {
    switch (spot.what) {
    case HOTSPOT_ITEM:
        select_item(app, spot.number);
        break;
    case HOTSPOT_RECORD:
        select_record(app, spot.number);
        break;
    case HOTSPOT_ROW:
        screen_move(app, spot.number);
        break;
    case HOTSPOT_PANEL:
        if (app->panel != NULL && app->panel->kind->select != NULL) {
            app->panel->kind->select(app, (size_t)spot.number);
        }
        break;
    case HOTSPOT_SCREEN:
        screen_show(app, (enum screen_id)spot.number);
        break;
    default:
        break;
    }
}

static void press_form(struct app *app, struct hotspot spot, bool twice) {
    if (spot.what == HOTSPOT_FIELD) {
        app_form_point(app, (size_t)spot.number);
    } else if (spot.what == HOTSPOT_CANDIDATE) {
        app_form_choose(app, (size_t)spot.number, twice);
    }
}

void app_click(struct app *app, int row, int column) {
    struct pressed before = app->pressed;
    app->pressed = (struct pressed){0};
    if (app->blank || app->line != NULL || app->help) {
        return;
    }
    struct hotspot spot = pointed_at(app, row, column);
    bool twice = pressed_twice(&before, spot, row, app->now.at);
    if (!twice) {
        app->pressed = (struct pressed){.spot = spot, .row = row, .at = app->now.at};
    }
    if (app->form != NULL) {
        press_form(app, spot, twice);
        return;
    }
    if (question_active(app) != NULL) {
        if (spot.what == HOTSPOT_ANSWER) {
            say_key(app, spot.number);
        }
        return;
    }
    if (app->place != AT_MEETING || spot.what == HOTSPOT_NOTHING) {
        return;
    }
    if (twice && opens(spot.what)) {
        app_key(app, KEY_RETURN);
        return;
    }
    press(app, spot);
}

/* As the arrows do. A question that goes away by itself before another key stays. */
void app_wheel(struct app *app, int step) {
    const struct question *question = question_active(app);
    app->pressed = (struct pressed){0};
    if (app->blank || (question != NULL && question->gives_way)) {
        return;
    }
    app_key(app, step < 0 ? KEY_UP_ARROW : KEY_DOWN_ARROW);
}
