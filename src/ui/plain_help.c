/* The commands in lines, from their table. */
#include <string.h>

#include "acts.h"
#include "plain_inside.h"
#include "screen_moves.h"

static const struct plain_word WORDS[] = {
    {"where", "", "The item, its time, when the meeting ends, what is under discussion, who was not heard."},
    {"agenda", "", "The items, each with its state and its minutes."},
    {"records", "[ITEM | all]", "What was recorded in this item, in another, in all."},
    {"show", "ID", "All there is on a record, finding, item, agency or person."},
    {"all", "", "Everything of the screen that was said last, where only its end was: the log."},
    {"again", "", "What was said last, once more, and what is asked."},
    {"anyway", "", "Records what was stopped for a word of the guard list all the same, as Ctrl-G does."},
};

const struct plain_word *plain_words(size_t n) {
    return n < sizeof WORDS / sizeof *WORDS ? WORDS + n : NULL;
}

static void word_line(const struct plain_word *word, struct plain_lines *lines) {
    plain_put(lines, "%s%s%s: %s", word->word, word->usage[0] == '\0' ? "" : " ", word->usage, word->help);
}

static void command_line(const struct view *view, const struct command *command, bool full, struct plain_lines *lines) {
    char keys[64];
    const char *why = command_why_not(view->app, command, view->scratch);
    command_keys(command, keys, sizeof keys);
    plain_put(lines, "%s%s%s%s%s%s: %s%s%s", command->name, command->usage == NULL ? "" : " ",
              command->usage == NULL ? "" : command->usage, keys[0] == '\0' ? "" : " (", keys,
              keys[0] == '\0' ? "" : ")", command->help, full && why != NULL ? " Not now: " : "",
              full && why != NULL ? why : "");
}

static bool one(const struct view *view, const char *name, struct plain_lines *lines) {
    const struct command *command = command_by_name(AT_MEETING, name);
    command = command != NULL ? command : command_by_name(AT_START, name);
    key k = key_of_name(name);
    command = command != NULL ? command : k == KEY_NONE ? NULL : command_by_key(app_where(view->app), k);
    for (size_t i = 0; plain_words(i) != NULL; i++) {
        if (text_equal_nocase(plain_words(i)->word, name)) {
            word_line(plain_words(i), lines);
            return true;
        }
    }
    if (command != NULL) {
        command_line(view, command, true, lines);
    }
    return command != NULL;
}

static void how(struct plain_lines *lines) {
    plain_put(lines, "A line is a command by its name, with what follows it, or a key by its name. "
                     "help and a command says more of it.");
    plain_put(lines, "In a form a line is the text of the field that is asked; an empty one keeps what is there; "
                     ":help says the words that begin with a colon there.");
    plain_put(lines, "An answer to a question is its letter or its words.");
}

bool plain_help(const struct view *view, const char *name, struct plain_lines *lines) {
    size_t count;
    const struct command *all = commands_all(&count);
    const char *group = NULL;
    if (name != NULL) {
        return one(view, name, lines);
    }
    how(lines);
    plain_put(lines, "To hear how it stands:");
    for (size_t i = 0; plain_words(i) != NULL; i++) {
        word_line(plain_words(i), lines);
    }
    for (size_t i = 0; i < count; i++) {
        if (all[i].act == NULL || !command_at(all + i, view->app->place)) {
            continue;
        }
        if (!text_equal(group, all[i].group)) {
            group = all[i].group;
            plain_put(lines, "%s:", group);
        }
        command_line(view, all + i, false, lines);
    }
    return true;
}
