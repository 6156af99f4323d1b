/* The list's commands in lines, from their table. */
#include <string.h>

#include "plain_folder_inside.h"

static const struct plain_word WORDS[] = {
    {"list", "", "Reads everything again, and says the first list."},
    {"problems", "N", "The problems of a file that has some, each with its line and what to do."},
    {"again", "", "What was said last, once more."},
};

const struct plain_word *plain_folder_words(size_t n) {
    return n < sizeof WORDS / sizeof *WORDS ? WORDS + n : NULL;
}

/* Lines have no selection that moves, no mouse, and nothing to paint. */
bool plain_folder_knows(const struct folder *folder, const struct command *command) {
    static folder_act *const none[] = {folder_up,     folder_down, folder_page_up, folder_page_down,
                                       folder_first,  folder_last, folder_command, folder_mouse,
                                       folder_redraw, home_mend,   folder_found,   folder_back};
    bool home = (command->places & ~(unsigned)AT_HOME) == 0;
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        if (command->folder == none[i]) {
            return false;
        }
    }
    bool first = command->folder == (folder->home != NULL ? folder_open : home_go);
    return command->folder != NULL && command_at(command, AT_LIST) && (!home || folder->home != NULL) && !first;
}

bool plain_folder_wants_number(const struct command *command) {
    static folder_act *const acts[] = {home_go,   home_run,  home_rehearse, home_review,
                                       home_edit, home_copy, home_carry,    folder_open};
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
        if (command->folder == acts[i]) {
            return true;
        }
    }
    return false;
}

bool plain_folder_wants_name(const struct command *command) {
    return command->folder == home_new || command->folder == home_copy || command->folder == home_carry;
}

/* "copy N [NAME] (copy-agenda, c): ..."; a digit is no key here, but a number. */
static void command_line(const struct command *command, struct plain_lines *lines) {
    char keys[64];
    const char *word = command->aliases != NULL ? command->aliases : command->name;
    const char *usage = command->folder == folder_find       ? " WORDS"
                        : plain_folder_wants_number(command) ? (plain_folder_wants_name(command) ? " N [NAME]" : " N")
                        : plain_folder_wants_name(command)   ? " [NAME]"
                                                             : "";
    bool digit = command->keys[0] >= '0' && command->keys[0] <= '9';
    const char *also = command->aliases != NULL ? command->name : "";
    command_keys(command, keys, sizeof keys);
    const char *other = digit ? also : arena_format(lines->arena, "%s%s%s", also, also[0] == '\0' ? "" : ", ", keys);
    plain_put(lines, "%s%s%s%s%s: %s", word, usage, other[0] == '\0' ? "" : " (", other, other[0] == '\0' ? "" : ")",
              command->help);
}

static void word_line(const struct plain_word *word, struct plain_lines *lines) {
    plain_put(lines, "%s%s%s: %s", word->word, word->usage[0] == '\0' ? "" : " ", word->usage, word->help);
}

static bool one(const struct plain_folder *plain, const char *name, struct plain_lines *lines) {
    const struct command *command = command_by_name(AT_LIST, name);
    key k = key_of_name(name);
    command = command == NULL && k != KEY_NONE ? command_by_key(folder_where(plain->folder), k) : command;
    for (size_t i = 0; plain_folder_words(i) != NULL; i++) {
        if (text_equal_nocase(plain_folder_words(i)->word, name)) {
            word_line(plain_folder_words(i), lines);
            return true;
        }
    }
    if (command == NULL || !plain_folder_knows(plain->folder, command)) {
        return false;
    }
    command_line(command, lines);
    return true;
}

bool plain_folder_help(const struct plain_folder *plain, const char *name, struct plain_lines *lines) {
    size_t count;
    const struct command *all = commands_all(&count);
    const struct command *enter = command_by_key(folder_where(plain->folder), KEY_RETURN);
    if (name != NULL) {
        return one(plain, name, lines);
    }
    plain_put(lines, "A line is a number of the list said last, or a command by its name or key; N is such a number.");
    if (enter != NULL) {
        plain_put(lines, "N (Enter): %s", enter->help);
    }
    for (size_t i = 0; plain_folder_words(i) != NULL; i++) {
        word_line(plain_folder_words(i), lines);
    }
    for (size_t i = 0; i < count; i++) {
        if (plain_folder_knows(plain->folder, all + i) && all + i != enter) {
            command_line(all + i, lines);
        }
    }
    return true;
}
