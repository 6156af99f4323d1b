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

/* Whatever is asked, and over the help: the key is for a hurry. Where text is typed it is a letter, and where it
 * answers a question it answers. */
bool blank_hurries(struct app *app, key k) {
    const struct question *question = question_active(app);
    if (k != 'b' || app->form != NULL || app->line != NULL || (question == NULL && !app->help)) {
        return false;
    }
    for (size_t i = 0; question != NULL && i < question->option_count; i++) {
        if (question->options[i].k == k) {
            return false;
        }
    }
    set(app, true);
    return true;
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
