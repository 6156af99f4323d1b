/* Documents of the meeting, written by whoever drives the app. */
#include <string.h>

#include "acts.h"
#include "line.h"

/* Begins the line for one who pressed the key, or typed the name alone: Enter writes the minutes, Tab shows what else
 * there is. */
static const char BEGINNING[] = "report minutes ";

void act_report(struct app *app, const char *words) {
    if (!text_blank(words)) {
        app_effect(app, (struct effect){.type = EFFECT_REPORT, .text = arena_text(app->scratch, words)});
        return;
    }
    act_line(app, "");
    edit_insert(&app->line->edit, BEGINNING, strlen(BEGINNING));
    app_say(app, TONE_WORD, "Enter writes it beside the session; another kind, a form or a file may be named");
}

struct pickables report_complete(const struct app *app, const char *word, struct arena *arena) {
    struct pickables fit = {.list = arena_array(arena, app->reports.count, sizeof *fit.list)};
    for (size_t i = 0; i < app->reports.count; i++) {
        if (text_starts_nocase(app->reports.list[i].code, word)) {
            fit.list[fit.count++] = app->reports.list[i];
        }
    }
    return fit;
}

void app_reported(struct app *app, const struct msg *msg) {
    app_say(app, msg->ok ? TONE_DONE : TONE_REFUSED, "%s", msg->text == NULL ? "" : msg->text);
}
