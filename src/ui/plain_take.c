/* A line where no text is asked for: the answer to a question, a word that says how it stands, a key, a command. */
#include <string.h>

#include "acts.h"
#include "line.h"
#include "log_rows.h"
#include "plain_inside.h"
#include "screen_moves.h"
#include "words.h"

/* --- words that say how it stands --- */

static void records_wanted(struct plain *plain, const struct view *view, const char *rest, struct plain_lines *lines) {
    const char *typed = word_take(plain->app, &rest);
    bool all = typed != NULL && text_equal_nocase(typed, "all");
    int32_t place = typed == NULL || all ? plain->app->meeting->current : item_typed(plain->app, typed);
    if (typed == NULL || all || place >= 0) {
        plain_records(view, all ? -1 : place, lines);
    }
}

static void show_wanted(struct plain *plain, const struct view *view, const char *rest, struct plain_lines *lines) {
    struct app *app = plain->app;
    const char *typed = word_take(app, &rest);
    const char *id = typed == NULL ? NULL : typed;
    for (size_t i = 0; id != NULL && i < app->meeting->record_count; i++) {
        id = text_equal_nocase(app->meeting->records[i].id, typed) ? app->meeting->records[i].id : id;
    }
    if (id == NULL) {
        plain_refuse(plain, "show what? An id: show C1");
    } else if (app->summary == NULL) {
        plain_refuse(plain, "the meeting is not open yet: open opens it");
    } else if (!plain_show(view, id, lines)) {
        const char *known = log_id_typed(app, id);
        if (known == NULL || !plain_show(view, known, lines)) {
            plain_refuse(plain, "'%.60s' names nothing that could be shown", id);
        }
    }
}

static void anyway(struct plain *plain) {
    struct app *app = plain->app;
    if (app->form != NULL && guard_key(app, KEY_CONTROL('g'))) {
        return;
    }
    if (plain->stopped.length == 0) {
        plain_refuse(plain, "Nothing was stopped for a word of the guard list");
        return;
    }
    app->guard_passed = true;
    command_typed(app, arena_text(app->scratch, plain->stopped.bytes));
    app->guard_passed = false;
    buffer_clear(&plain->stopped);
}

static void help_wanted_of(struct plain *plain, const struct view *view, const char *rest, struct plain_lines *lines) {
    const char *name = word_take(plain->app, &rest);
    if (!plain_help(view, name, lines)) {
        plain_refuse(plain, "'%.60s' is no command; help says them all", name);
    }
}

/* Those that only read; false: it is none of them. */
static bool read_only_query(struct plain *plain, const struct view *view, const char *word, const char *rest,
                            struct plain_lines *lines) {
    if (text_equal_nocase(word, "where")) {
        plain_where(view, lines);
    } else if (text_equal_nocase(word, "agenda")) {
        plain_agenda(view, lines);
    } else if (text_equal_nocase(word, "records")) {
        records_wanted(plain, view, rest, lines);
    } else if (text_equal_nocase(word, "show")) {
        show_wanted(plain, view, rest, lines);
    } else if (text_equal_nocase(word, "all")) {
        plain->want = WANT_ALL;
    } else if (text_equal_nocase(word, "help") || strcmp(word, "?") == 0 || text_equal_nocase(word, "F1")) {
        help_wanted_of(plain, view, rest, lines);
    } else {
        return false;
    }
    return true;
}

bool plain_query(struct plain *plain, const char *word, const char *rest) {
    struct view view = plain_view(plain, plain->app->now, plain->app->scratch);
    struct plain_lines lines = {&plain->direct, plain->app->scratch};
    bool again =
        text_equal_nocase(word, "again") || text_equal_nocase(word, "redraw") || text_equal_nocase(word, "Ctrl-L");
    if (again) {
        buffer_add(&plain->direct, plain->last.length == 0 ? "" : plain->last.bytes, plain->last.length);
        plain->repeats = true;
    } else if (text_equal_nocase(word, "anyway") || text_equal_nocase(word, "Ctrl-G")) {
        anyway(plain);
    } else if (text_equal_nocase(word, "blank")) {
        act_blank(plain->app, "");
    } else {
        return read_only_query(plain, &view, word, rest, &lines);
    }
    return true;
}

/* --- questions --- */

const char *plain_options(const struct question *question, struct arena *arena) {
    const char *text = "";
    for (size_t i = 0; i < question->option_count; i++) {
        char name[16];
        text = arena_format(arena, "%s%s%s: %s", text, i == 0 ? "" : ", ", key_name(question->options[i].k, name),
                            question->options[i].label);
    }
    return text;
}

/* Yes and no, where the question has them or can only be answered so: one thing to do, and Esc. */
static bool yes_or_no(const struct question *question, const struct question_option *option, const char *text) {
    const struct question_option *options = question->options;
    bool two = question->option_count == 2 && (options[0].k == KEY_ESCAPE) != (options[1].k == KEY_ESCAPE);
    bool yes = text_equal_nocase(text, "yes") || (two && text_equal_nocase(text, "y"));
    bool no = text_equal_nocase(text, "no") || (two && text_equal_nocase(text, "n"));
    return (yes && (option->k == 'y' || (two && option->k != KEY_ESCAPE))) ||
           (no && (option->k == 'n' || (two && option->k == KEY_ESCAPE)));
}

/* Its key by name, the command the key stands for, or a beginning of its words. */
static bool option_meant(const struct app *app, const struct question *question, size_t place, const char *text) {
    char name[16];
    const struct question_option *option = question->options + place;
    const struct command *command = command_by_name(app->place, text);
    return yes_or_no(question, option, text) || text_equal_nocase(text, key_name(option->k, name)) ||
           (strlen(text) > 1 && text_starts_nocase(option->label, text)) ||
           (command != NULL && command->keys[0] == option->k);
}

/* False: it is no answer. */
static bool answered(struct plain *plain, struct question *question, const char *text) {
    struct app *app = plain->app;
    for (size_t i = 0; i < question->option_count; i++) {
        if (!option_meant(app, question, i, text)) {
            continue;
        }
        if (plain->typed && app->now.at - question->shown < ARM_MS) {
            plain_refuse(plain, "That was typed before the question was asked, and is not taken for its answer");
            plain->repeats = true;
            return true;
        }
        question->called = true;
        question_key(app, question->options[i].k);
        return true;
    }
    return false;
}

/* In a script leaving an item is deliberate: what would be asked about is said, and it is left. */
static void leave_at_once(struct plain *plain) {
    struct app *app = plain->app;
    struct question *question = app->question_count == 0 ? NULL : app->questions[app->question_count - 1];
    if (plain->typed || question == NULL || !question->gives_way || !question->called || question->shown != 0) {
        return;
    }
    plain_answer(plain, "%s It is left all the same:", question->title);
    struct plain_lines lines = {&plain->direct, app->scratch};
    plain_text(&lines, question->text);
    if (question->answer(app, question, question->options[0].k)) {
        question_drop(app, question);
    }
}

/* --- keys and commands --- */

const char *plain_panel_keys(const struct app *app, struct arena *arena) {
    struct form_hint_key keys[FORM_KEYS];
    const char *text = "";
    size_t count = app->panel->kind->keys(app, keys);
    for (size_t i = 0; i < count; i++) {
        text = arena_format(arena, "%s%s%s: %s", text, i == 0 ? "" : ", ", keys[i].name, keys[i].does);
    }
    return text;
}

/* What a screen or a move leads to is said; where it opened something else, that is. */
static void follow(struct plain *plain, const struct command *command) {
    const struct app *app = plain->app;
    if (app->form != NULL || app->line != NULL || app->tone == TONE_REFUSED || command->act == act_leave) {
        return;
    }
    if (text_equal(command->group, command_by_name(AT_MEETING, "findings")->group)) {
        plain->want = WANT_SCREEN;
    } else if (text_equal(command->group, command_by_name(AT_MEETING, "down")->group) && app->message.length == 0) {
        plain->want = WANT_SELECTED;
    }
}

static bool panel_takes(struct plain *plain, const char *text) {
    struct app *app = plain->app;
    struct form_hint_key keys[FORM_KEYS];
    key k = key_of_name(text);
    if (!panel_active(app)) {
        return false;
    }
    size_t count = app->panel->kind->keys(app, keys);
    for (size_t i = 0; k == KEY_NONE && i < count; i++) {
        k = text_equal_nocase(keys[i].does, text) ? key_of_name(keys[i].name) : KEY_NONE;
    }
    plain->repeats = k != KEY_NONE && panel_key(app, k);
    return plain->repeats;
}

/* A key by its name, where it does something. */
static bool key_takes(struct plain *plain, const char *text) {
    struct app *app = plain->app;
    key k = key_of_name(text);
    const struct command *command = k == KEY_NONE ? NULL : command_by_key(app_where(app), k);
    if (command == NULL) {
        return false;
    }
    app_command(app, command, "");
    follow(plain, command);
    return true;
}

/* A person puts right in the form what was not understood of a line; a script would answer the form with lines that
 * were meant for something else, so there the line is refused whole. */
static void refuse_half_understood(struct plain *plain, const struct command *command) {
    struct app *app = plain->app;
    if (plain->typed || command == NULL || app->form == NULL || app->message.length == 0 ||
        quick_shape(command->name) == NULL) {
        return;
    }
    plain_refuse(plain, "%s", app->message.bytes);
    app_form_closed(app, false);
    app_say(app, TONE_WORD, "%s", "");
}

static void name_takes(struct plain *plain, const char *text) {
    struct app *app = plain->app;
    const char *word = arena_copy(app->scratch, text, strcspn(text, " "));
    const struct command *command = command_by_name(app->place, word);
    app->guard_warned = false;
    command_typed(app, text);
    if (app->guard_warned) {
        buffer_clear(&plain->stopped);
        buffer_text(&plain->stopped, text);
    }
    if (!text_equal_nocase(word, text)) {
        refuse_half_understood(plain, command);
    }
    if (command != NULL) {
        follow(plain, command);
    }
}

/* On the start page a command of the meeting opens it first; false: something is asked there before it can be done. */
static bool opened_for(struct plain *plain, const char *text) {
    struct app *app = plain->app;
    const char *word = arena_copy(app->scratch, text, strcspn(text, " "));
    key k = key_of_name(text);
    bool here = command_by_name(AT_START, word) != NULL || (k != KEY_NONE && command_by_key(AT_START, k) != NULL);
    bool later = command_by_name(AT_MEETING, word) != NULL ||
                 (k != KEY_NONE && command_by_key(AT_MEETING | ON_MEETING, k) != NULL);
    if (app->place != AT_START || here || !later) {
        return true;
    }
    act_open(app, "");
    plain_answer(plain, "The meeting is opened first.");
    if (app->question_count > 0 || app->place == AT_START) {
        plain_refuse(plain, "'%.60s' was not done: answer this first", text);
        return false;
    }
    return true;
}

static void command_takes(struct plain *plain, const char *text) {
    if (opened_for(plain, text) && !panel_takes(plain, text) && !key_takes(plain, text)) {
        name_takes(plain, text);
    }
    leave_at_once(plain);
}

/* --- a line --- */

static void trimmed_takes(struct plain *plain, const char *text) {
    struct app *app = plain->app;
    const char *rest = text;
    const char *word = word_take(app, &rest);
    struct question *question = question_active(app);
    if (word == NULL) {
        plain->repeats = question != NULL;
        return;
    }
    if (question != NULL && answered(plain, question, text)) {
        return;
    }
    if (strcmp(text, "b") == 0 && !panel_active(app)) {
        act_blank(app, "");
        return;
    }
    if (plain_query(plain, word, rest)) {
        return;
    }
    if (question != NULL && !question->gives_way) {
        plain_refuse(plain, "'%.60s' is no answer to what is asked: %s", text, plain_options(question, app->scratch));
        plain->repeats = true;
        return;
    }
    if (question != NULL) {
        question_drop(app, question);
    }
    command_takes(plain, text);
}

void plain_take(struct plain *plain, const char *text) {
    struct app *app = plain->app;
    if (app->blank) {
        if (strcmp(text, "b") == 0 || text_equal_nocase(text, "blank")) {
            blank_key(app, 'b');
        } else if (!text_blank(text)) {
            plain_refuse(plain, "blank: b shows again, and every other line is ignored");
        }
        return;
    }
    app_say(app, TONE_WORD, "%s", "");
    if (strlen(text) > EDIT_MOST) {
        plain_refuse(plain, "not taken: a line holds at most 64 KiB, this one has %zu bytes", strlen(text));
    } else if (app->form != NULL && plain->gathers) {
        plain_gathered(plain, text);
    } else if (app->form != NULL) {
        plain_form_line(plain, text);
    } else if (app->line != NULL) {
        plain_line_line(plain, text);
    } else if (text[0] != '#') {
        const char *from = text + strspn(text, " \t");
        from += *from == ':';
        size_t length = strlen(from);
        while (length > 0 && (from[length - 1] == ' ' || from[length - 1] == '\t')) {
            length--;
        }
        trimmed_takes(plain, arena_copy(app->scratch, from, length));
    }
}
