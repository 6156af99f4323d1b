/* The line at the foot of the list: words to search for, which are looked for while they are typed, or a command. */
#include <string.h>

#include "folder_inside.h"

void folder_typing_open(struct folder *folder, enum folder_typing typing, const char *text) {
    folder->typing = typing;
    folder->typing_arena = arena_new();
    edit_begin(&folder->edit, folder->typing_arena, text, false);
    folder_say(folder, FOLDER_SAYS, "%s", "");
}

void folder_typing_close(struct folder *folder) {
    arena_free(folder->typing_arena);
    folder->typing_arena = NULL;
    folder->typing = TYPING_NOTHING;
}

const char *folder_typing_prompt(const struct folder *folder, struct arena *scratch) {
    if (folder->typing == TYPING_NAME) {
        bool narrow = folder->columns < FOLDER_NARROW;
        return arena_format(scratch, "%s%s/", narrow ? "" : "Name: ", folder->home->setup->agendas);
    }
    return folder->typing == TYPING_SEARCH ? "/" : ":";
}

/* --- search --- */

static void look_for(struct folder *folder) {
    const char *words = folder->edit.text;
    if (text_blank(words)) {
        folder_search_begin(folder, "");
        if (folder->screen == FOLDER_FOUND) {
            folder_show_screen(folder, folder->before);
        }
        return;
    }
    if (folder->screen != FOLDER_FOUND) {
        folder_show_screen(folder, FOLDER_FOUND);
    }
    folder_search_begin(folder, words);
}

/* Enter alone goes back to what was found last. */
static void search_enter(struct folder *folder) {
    bool empty = text_blank(folder->edit.text);
    folder_typing_close(folder);
    if (!empty || folder->search.needle.length > 0) {
        folder_show_screen(folder, FOLDER_FOUND);
    }
}

static void search_leave(struct folder *folder) {
    folder_typing_close(folder);
    if (folder->screen == FOLDER_FOUND) {
        folder_show_screen(folder, folder->before);
    }
}

/* --- commands --- */

/* What works at home only is unknown elsewhere. */
static bool known(const struct folder *folder, const struct command *command) {
    bool home = (command->places & ~(unsigned)AT_HOME) == 0;
    return command_at(command, AT_LIST) && (!home || folder->home != NULL);
}

static const struct command *begins_with(const struct folder *folder, const char *name, size_t *count) {
    size_t all_count;
    const struct command *all = commands_all(&all_count);
    const struct command *first = NULL;
    *count = 0;
    for (size_t i = 0; i < all_count; i++) {
        if (known(folder, all + i) && text_starts_nocase(all[i].name, name)) {
            first = first == NULL ? all + i : first;
            ++*count;
        }
    }
    return first;
}

static void complete(struct folder *folder) {
    size_t count;
    const struct command *command = begins_with(folder, folder->edit.text, &count);
    if (count == 1) {
        edit_set(&folder->edit, command->name);
    } else {
        folder_say(folder, FOLDER_SAYS,
                   count == 0 ? "Nothing begins with this" : "Several begin with this: ? lists them");
    }
}

static void command_enter(struct folder *folder) {
    size_t count;
    const char *name = arena_text(folder->scratch, folder->edit.text);
    const struct command *command = command_by_name(AT_LIST, name);
    command = command != NULL && known(folder, command) ? command : NULL;
    if (command == NULL && !text_blank(name)) {
        command = begins_with(folder, name, &count);
        command = count == 1 ? command : NULL;
    }
    if (command == NULL && !text_blank(name)) {
        folder_say(folder, FOLDER_REFUSES, "There is no command '%s' here; ? shows what there is", name);
        return;
    }
    folder_typing_close(folder);
    const char *why = command == NULL ? NULL : folder_why_not(folder, command);
    if (why != NULL) {
        folder_say(folder, FOLDER_REFUSES, "%s: %s", command->name, why);
    } else if (command != NULL) {
        command->folder(folder);
    }
}

/* --- the name of a new file --- */

static void name_enter(struct folder *folder) {
    const char *name = arena_text(folder->scratch, folder->edit.text);
    if (home_named(folder, name)) {
        folder_typing_close(folder);
    }
}

/* --- keys --- */

static void edited(struct folder *folder, enum edit_result result) {
    if (result == EDIT_CHANGED) {
        folder_say(folder, FOLDER_SAYS, "%s", "");
        if (folder->typing == TYPING_SEARCH) {
            look_for(folder);
        }
    } else if (result == EDIT_FULL) {
        folder_say(folder, FOLDER_REFUSES, "This line is full");
    }
}

/* Moves through what was found while the words are still typed. */
static bool moves(struct folder *folder, key k) {
    const struct command *command = command_by_key(AT_LIST, k);
    bool up_or_down = k == KEY_UP_ARROW || k == KEY_DOWN_ARROW || k == KEY_PAGE_UP || k == KEY_PAGE_DOWN;
    if (folder->typing != TYPING_SEARCH || !up_or_down || command == NULL) {
        return false;
    }
    command->folder(folder);
    return true;
}

void folder_typing_key(struct folder *folder, key k) {
    bool search = folder->typing == TYPING_SEARCH;
    if (k == KEY_ESCAPE || k == KEY_CONTROL('c') || (k == KEY_RUBOUT && folder->edit.length == 0)) {
        search ? search_leave(folder) : folder_typing_close(folder);
    } else if (k == KEY_RETURN) {
        search ? search_enter(folder) : folder->typing == TYPING_NAME ? name_enter(folder) : command_enter(folder);
    } else if (k == KEY_TAB) {
        if (folder->typing == TYPING_COMMAND) {
            complete(folder);
        }
    } else if (!moves(folder, k)) {
        edited(folder, edit_key(&folder->edit, k, EDIT_MOST));
    }
}

void folder_typing_paste(struct folder *folder, const char *text) {
    edited(folder, edit_insert(&folder->edit, text, strlen(text)));
}
