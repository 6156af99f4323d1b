#include <string.h>

#include "acts.h"
#include "line.h"
#include "words.h"

static void say_unknown(struct app *app, const char *word) {
    size_t count;
    const struct command *all = commands_all(&count);
    const char **names = arena_array(app->scratch, count, sizeof *names);
    for (size_t i = 0; i < count; i++) {
        names[i] = all[i].name;
    }
    const char *near = text_nearest(word, names, count);
    app_say(app, TONE_REFUSED, "'%s' is not a command%s%s; %s", word, near == NULL ? "" : ", did you mean ",
            near == NULL ? "" : near, app->linear ? "help says what there is" : "Tab shows what there is");
}

bool command_typed(struct app *app, const char *text) {
    const char *rest = text;
    const char *word = word_take(app, &rest);
    const struct command *command = word == NULL ? NULL : command_by_name(app->place, word);
    if (guard_stops(app, guarded_in(app, text))) {
        return false;
    }
    if (command == NULL) {
        say_unknown(app, word == NULL ? "" : word);
        return false;
    }
    app_say(app, TONE_WORD, "%s", "");
    size_t events = app->meeting->event_count;
    app_command(app, command, rest);
    /* refused as it was typed: it stays, to be put right */
    return app->tone != TONE_REFUSED || app->meeting->event_count > events || app->form != NULL || app->line != NULL;
}

void act_line(struct app *app, const char *words) {
    (void)words;
    line_open(app, LINE_COMMAND, ":", command_typed);
}
