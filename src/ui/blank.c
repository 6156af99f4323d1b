/* `b`: nothing is shown, here and on the second screen, until `b` again. While this screen shows anything `b` never
 * shows something more: pressed in a hurry, it must not be the key that brings back what was hidden.
 */
#include "acts.h"
#include "candour/ui/canvas.h"

static void set(struct app *app, bool on) {
    app->blank = on;
    app->room_blank = false;
    buffer_clear(&app->untold);
    app_effect(app, (struct effect){.type = EFFECT_BLANK, .on = on});
}

void act_blank(struct app *app, const char *words) {
    (void)words;
    set(app, true);
}

void blank_key(struct app *app, key k) {
    if (k == 'b') {
        set(app, false);
    }
}

void blank_untold(struct app *app, const char *why) {
    if (app->blank) {
        buffer_clear(&app->untold);
        buffer_text(&app->untold, why);
    } else {
        app_say(app, TONE_REFUSED, "%s", why);
    }
}

void blank_view(const struct app *app, struct canvas *canvas) {
    struct area all = area_all(canvas);
    if (app->untold.length > 0) {
        draw_wrapped(all, all.rows / 2, 1, all.columns - 2, LOOK_FAULT, app->untold.bytes);
    }
}
