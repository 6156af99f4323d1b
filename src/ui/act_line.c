#include <string.h>

#include "acts.h"
#include "line.h"
#include "words.h"

/* Where it would be one; NULL: nowhere. */
static const char *place_of(const char *word) {
    return command_by_name(AT_START, word) != NULL     ? "for the page before a meeting is open"
           : command_by_name(AT_MEETING, word) != NULL ? "for an open meeting"
           : command_by_name(AT_LIST, word) != NULL    ? "for home or the list of sessions"
                                                       : NULL;
}

static void say_unknown(struct app *app, const char *word) {
    size_t count, here = 0;
    const char *place = place_of(word);
    const struct command *all = commands_all(&count);
    const char **names = arena_array(app->scratch, count, sizeof *names);
    for (size_t i = 0; i < count; i++) {
        if (command_at(all + i, app->place)) {
            names[here++] = all[i].name;
        }
    }
    const char *near = place == NULL ? text_nearest(word, names, here) : NULL;
    app_say(app, TONE_REFUSED, "'%s' is %s%s%s; %s", word, place == NULL ? "not a command" : place,
            near == NULL ? "" : ", did you mean ", near == NULL ? "" : near,
            app->linear ? "help says what there is" : "Tab shows what there is");
}

bool command_typed(struct app *app, const char *text) {
    const char *rest = text;
    const char *word = word_take(app, &rest);
    const struct command *command = word == NULL ? NULL : command_by_name(app->place, word);
    /* a search records nothing: whether the word stands anywhere may be just what is asked */
    if ((command == NULL || command->act != act_search) && guard_stops(app, guarded_in(app, text))) {
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
