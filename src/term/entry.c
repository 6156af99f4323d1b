#include "entry.h"

#include <curses.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <term.h>
#include <unistd.h>

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

void *entry_take(char *note, size_t size, const char **why) {
    const char *name = getenv("TERM");
    bool named = name != NULL && *name != '\0';
    bool dumb = false;
    SCREEN *screen = named ? take_as(name, &dumb) : NULL;
    note[0] = '\0';
    *why = NULL;
    if (dumb) {
        *why = "this terminal cannot place text on a screen (TERM says so); --plain asks and answers line by line";
        return NULL;
    }
    for (size_t i = 0; i < sizeof FALL_BACK / sizeof *FALL_BACK && screen == NULL; i++) {
        screen = take_as(FALL_BACK[i], &dumb);
        snprintf(note, size, "The terminal %s%.40s%s is treated as %s", named ? "'" : "names no type and",
                 named ? name : "", named ? "' is not known here and" : "", FALL_BACK[i]);
    }
    if (screen == NULL) {
        *why = "no description of any terminal is installed (terminfo); install the package ncurses-base";
    }
    return screen;
}
