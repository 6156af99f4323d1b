#include "entry.h"

#include <curses.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

enum { STEM_SIZE = 64 };

/* A bare Debian lacks xterm-kitty, foot, alacritty and others; all of them understand the first. */
static const char *const FALL_BACK[] = {"xterm-256color", "xterm", "vt100"};

const char *entry_string(const char *name) {
    const char *value = tigetstr(name);
    return value == NULL || (intptr_t)value == -1 ? NULL : value; /* -1: not a string */
}

void entry_put(const char *sequence) {
    if (sequence != NULL) {
        putp(sequence);
        fflush(stdout);
    }
}

/* A newterm that fails does not give back its memory: the entry is looked for first. */
static bool known(const char *name, bool *dumb) {
    int fault = 0;
    bool found = setupterm(name, STDOUT_FILENO, &fault) == OK;
    *dumb = found ? entry_string("cup") == NULL : fault == 1; /* 1: known, but too generic to work with */
    if (found) {
        del_curterm(cur_term);
    }
    return found && !*dumb;
}

static SCREEN *take_as(const char *name, bool *dumb) {
    return known(name, dumb) ? newterm(name, stdout, stdin) : NULL;
}

/* `screen.xterm-kitty` is a screen and `linux-16color` a console, whatever else they can do: the name without its last
 * part, while one is left. An xterm of any sort is more than the bare one. */
static SCREEN *take_stem(const char *name, char *stem, size_t size, bool *dumb) {
    SCREEN *screen = NULL;
    snprintf(stem, size, "%s", name);
    while (screen == NULL && !*dumb) {
        char *end = stem + strlen(stem);
        while (end > stem && *end != '-' && *end != '.') {
            end--;
        }
        *end = '\0';
        if (end == stem || strcmp(stem, "xterm") == 0) {
            return NULL;
        }
        screen = take_as(stem, dumb);
    }
    return screen;
}

static void say_instead(const char *name, const char *instead, char *note, size_t size) {
    bool named = name != NULL && *name != '\0';
    snprintf(note, size, "The terminal %s%.40s%s is treated as %s", named ? "'" : "names no type and",
             named ? name : "", named ? "' is not known here and" : "", instead);
}

void *entry_take(char *note, size_t size, const char **why) {
    const char *name = getenv("TERM");
    bool named = name != NULL && *name != '\0';
    bool dumb = false;
    SCREEN *screen = named ? take_as(name, &dumb) : NULL;
    char stem[STEM_SIZE];
    note[0] = '\0';
    *why = NULL;
    if (screen == NULL && !dumb && named) {
        screen = take_stem(name, stem, sizeof stem, &dumb);
        if (screen != NULL) {
            say_instead(name, stem, note, size);
        }
    }
    if (dumb) {
        *why = "this terminal cannot place text on a screen (TERM says so)";
        return NULL;
    }
    for (size_t i = 0; i < sizeof FALL_BACK / sizeof *FALL_BACK && screen == NULL; i++) {
        screen = take_as(FALL_BACK[i], &dumb);
        say_instead(name, FALL_BACK[i], note, size);
    }
    if (screen == NULL) {
        *why = "no description of any terminal is installed (terminfo); install the package ncurses-base";
    }
    return screen;
}
