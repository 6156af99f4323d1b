/* A line to the list: a number, a word, a command with what it wants behind it; or a name that was asked for. */
#include <string.h>

#include "candour/base/diag.h"
#include "plain_folder_inside.h"

/* --- words and numbers --- */

/* The next word of *REST, which moves behind it and the blanks that follow; "" at the end. */
static const char *word_of(struct folder *folder, const char **rest) {
    size_t length = strcspn(*rest, " ");
    const char *word = arena_copy(folder->scratch, *rest, length);
    *rest += length;
    *rest += strspn(*rest, " ");
    return word;
}

static bool is_number(const char *text) {
    return text[0] != '\0' && text[strspn(text, "0123456789")] == '\0';
}

static size_t number_of(const char *text) {
    size_t number = 0;
    for (; *text != '\0' && number < SIZE_MAX / 10 - 1; text++) {
        number = 10 * number + (size_t)(*text - '0');
    }
    return number;
}

/* The row that NUMBER means; SIZE_MAX, and *COUNT how many have one, when none has it. */
static size_t row_of(const struct folder *folder, size_t number, size_t *count) {
    const struct folder_screen *screen = folder_screen_of(folder, folder->screen);
    struct folder_target target;
    *count = 0;
    for (size_t row = 0; row < screen->count(folder); row++) {
        if (screen->target(folder, row, &target) && ++*count == number) {
            return row;
        }
    }
    return SIZE_MAX;
}

/* Selects what TYPED, a number, means; false: that was refused. */
static bool selects(struct plain_folder *plain, const char *word, const char *typed) {
    struct folder *folder = plain->folder;
    size_t count;
    if (!is_number(typed)) {
        plain_folder_refuse(plain, "%s which? A number of the list: %s 1", word, word);
        return false;
    }
    size_t row = row_of(folder, number_of(typed), &count);
    if (row == SIZE_MAX && count == 0) {
        plain_folder_refuse(plain, "Nothing is numbered here: list says the list");
    } else if (row == SIZE_MAX) {
        plain_folder_refuse(plain, "There is no %.20s: the numbers go from 1 to %zu", typed, count);
    } else {
        folder_move(folder, (int)((int64_t)row - (int64_t)folder->spots[folder->screen].row));
    }
    return row != SIZE_MAX;
}

/* --- what only lines have --- */

static void list_takes(struct plain_folder *plain) {
    folder_show_screen(plain->folder, FOLDER_SESSIONS);
    folder_read_anew(plain->folder);
    folder_say(plain->folder, FOLDER_SAYS, "%s", "");
    plain->wanted = true;
}

/* In the list of sessions only the first one is known. */
static void first_problem(struct plain_folder *plain, const struct precis *precis) {
    struct plain_lines lines = {&plain->direct, plain->folder->scratch};
    plain_put(&lines, "%s", problem_said(lines.arena, precis));
    if (precis->hint != NULL) {
        plain_put(&lines, "What to do: %s", precis->hint);
    }
    if (precis->problems > 1) {
        plain_put(&lines, "The first of %s: candour check %s names them all.",
                  counted(lines.arena, precis->problems, "problem", "problems"), precis->path);
    }
}

static void problems_takes(struct plain_folder *plain, const char *rest) {
    struct folder *folder = plain->folder;
    struct folder_target target;
    if (!selects(plain, "problems", rest)) {
        return;
    }
    folder_screen_of(folder, folder->screen)->target(folder, folder->spots[folder->screen].row, &target);
    const struct precis *precis = target.place == PORTFOLIO_NONE ? NULL : folder->sessions[target.place];
    if (precis == NULL) {
        plain_folder_refuse(plain, "problems: this is no file");
    } else if (folder->home != NULL && folder->screen == FOLDER_SESSIONS && precis->state != PRECIS_UNREADABLE) {
        folder_effect(folder, (struct effect){
                                  .type = EFFECT_SHOW, .how = SHOW_CHECK, .text = precis->path, .place = target.place});
    } else if (precis->problem == NULL) {
        plain_folder_refuse(plain, "problems: %s has none", precis->path);
    } else {
        first_problem(plain, precis);
    }
}

static void find_takes(struct plain_folder *plain, const char *words) {
    struct folder *folder = plain->folder;
    if (words[0] == '\0' && folder->search.needle.length == 0) {
        plain_folder_refuse(plain, "find what? Words: find supervision");
        return;
    }
    if (folder->screen != FOLDER_FOUND) {
        folder_show_screen(folder, FOLDER_FOUND);
    }
    if (words[0] != '\0') {
        folder_search_begin(folder, words);
    }
    plain->wanted = true;
}

static void help_takes(struct plain_folder *plain, const char *rest) {
    struct plain_lines lines = {&plain->direct, plain->folder->scratch};
    const char *name = word_of(plain->folder, &rest);
    if (!plain_folder_help(plain, name[0] == '\0' ? NULL : name, &lines)) {
        plain_folder_refuse(plain, "'%.60s' is no command; help says them all", name);
    }
}

/* False: it is none of them. */
static bool word_takes(struct plain_folder *plain, const char *word, const char *rest) {
    if (text_equal_nocase(word, "list")) {
        list_takes(plain);
    } else if (text_equal_nocase(word, "problems")) {
        problems_takes(plain, rest);
    } else if (text_equal_nocase(word, "again") || text_equal_nocase(word, "redraw")) {
        buffer_add(&plain->direct, plain->last.length == 0 ? "" : plain->last.bytes, plain->last.length);
    } else if (word[0] == '/') {
        find_takes(plain, arena_format(plain->folder->scratch, "%s%s%s", word + 1, *rest == '\0' ? "" : " ", rest));
    } else {
        return false;
    }
    return true;
}

/* --- commands --- */

/* A name that stands on the line is taken at once, or the line is refused whole. */
static void named(struct plain_folder *plain, const char *name) {
    struct folder *folder = plain->folder;
    if (folder->typing == TYPING_NAME && name[0] != '\0') {
        home_named(folder, name);
        folder_typing_close(folder);
    }
}

/* Of what is selected; "" for what is no file. */
static const char *target_path(const struct folder *folder) {
    const struct folder_screen *screen = folder_screen_of(folder, folder->screen);
    size_t row = folder->spots[folder->screen].row;
    struct folder_target target = {.place = PORTFOLIO_NONE};
    bool file = row < screen->count(folder) && screen->target(folder, row, &target) && target.place != PORTFOLIO_NONE;
    return file ? folder->sessions[target.place]->path : "";
}

static void do_command(struct plain_folder *plain, const struct command *command, const char *rest) {
    struct folder *folder = plain->folder;
    enum folder_screen_id before = folder->screen;
    const char *why = folder_why_not(folder, command);
    bool names = plain_folder_wants_name(command);
    if (why != NULL) {
        const struct precis *precis = folder->home == NULL ? NULL : home_selected(folder);
        bool broken = precis != NULL && precis->state == PRECIS_BROKEN && plain_folder_wants_number(command);
        plain_folder_refuse(plain, "%s: %s", command->name,
                            broken ? "this file has problems: its number says them" : why);
        return;
    }
    if (rest[0] != '\0' && !names) {
        plain_folder_refuse(plain, "%s: '%.60s' is too much", command->name, rest);
        return;
    }
    const char *path = target_path(folder);
    command->folder(folder);
    if (names) {
        named(plain, rest);
    }
    if (command->folder == folder_open && folder->screen != before) {
        folder_say(folder, FOLDER_SAYS, "This is no session: %s is in the list", path);
    }
    plain->wanted = plain->wanted ||
                    (folder->effects->count == 0 && folder->typing == TYPING_NOTHING && folder->tone != FOLDER_REFUSES);
}

static const struct command *command_meant(const struct folder *folder, const char *word) {
    key k = key_of_name(word);
    const struct command *command = command_by_name(AT_LIST, word);
    if (command == NULL && k == KEY_NONE) { /* the case of a word does not matter, that of a key does */
        char *lower = arena_text(folder->scratch, word);
        for (char *at = lower; *at != '\0'; at++) {
            *at = (char)(*at >= 'A' && *at <= 'Z' ? *at + ('a' - 'A') : *at);
        }
        command = command_by_name(AT_LIST, lower);
    }
    command = command == NULL && k != KEY_NONE ? command_by_key(folder_where(folder), k) : command;
    return command != NULL && plain_folder_knows(folder, command) ? command : NULL;
}

static void line_takes(struct plain_folder *plain, const char *text) {
    struct folder *folder = plain->folder;
    const char *rest = text;
    const char *word = word_of(folder, &rest);
    if (is_number(word)) {
        if (selects(plain, "", word)) {
            do_command(plain, command_by_key(folder_where(folder), KEY_RETURN), rest);
        }
        return;
    }
    if (word[0] == '\0' || word_takes(plain, word, rest)) {
        return;
    }
    const struct command *command = command_meant(folder, word);
    bool numbered = command != NULL && plain_folder_wants_number(command);
    if (command == NULL) {
        plain_folder_refuse(plain, "'%.60s' is not a command; help says them all", word);
    } else if (command->folder == folder_find) {
        find_takes(plain, rest);
    } else if (command->folder == folder_help) {
        help_takes(plain, rest);
    } else if (numbered && command->places == ON_HOME && folder->screen != FOLDER_SESSIONS) {
        plain_folder_refuse(plain, "%s: only in the first list, which list says", word);
    } else if (!numbered || selects(plain, word, word_of(folder, &rest))) {
        do_command(plain, command, rest);
    }
}

/* --- a name --- */

/* At a terminal another one may be given; a script would give whatever comes next. */
static void name_takes(struct plain_folder *plain, const char *text) {
    struct folder *folder = plain->folder;
    if (text_equal_nocase(text, ":cancel")) {
        folder_typing_close(folder);
        folder_say(folder, FOLDER_SAYS, "No file was made");
        return;
    }
    const char *name = arena_text(folder->scratch, text[0] == '\0' ? folder->edit.text : text);
    if (home_named(folder, name) || !plain->typed) {
        folder_typing_close(folder);
    }
}

void plain_folder_take(struct plain_folder *plain, const char *text) {
    struct folder *folder = plain->folder;
    size_t length;
    bool names = folder->typing == TYPING_NAME;
    folder_say(folder, FOLDER_SAYS, "%s", "");
    if (strlen(text) > EDIT_MOST) {
        plain_folder_refuse(plain, "not taken: a line holds at most 64 KiB, this one has %zu bytes", strlen(text));
        return;
    }
    text += strspn(text, " ");
    text += !names && *text == ':';
    for (length = strlen(text); length > 0 && text[length - 1] == ' ';) {
        length--;
    }
    const char *line = arena_copy(folder->scratch, text, length);
    if (names) {
        name_takes(plain, line);
    } else if (line[0] != '#') {
        line_takes(plain, line);
    }
}
