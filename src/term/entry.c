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

enum entry_fit { ENTRY_UNKNOWN, ENTRY_DUMB, ENTRY_GOOD };

static enum entry_fit entry_look(const char *name) {
    int fault = 0;
    if (name == NULL || *name == '\0' || setupterm(name, STDOUT_FILENO, &fault) == ERR) {
        /* a generic entry (dumb) is an error to setupterm, but it is known */
        return name != NULL && *name != '\0' && fault == 1 ? ENTRY_DUMB : ENTRY_UNKNOWN;
    }
    enum entry_fit fit = entry_string("cup") == NULL ? ENTRY_DUMB : ENTRY_GOOD;
    del_curterm(cur_term);
    return fit;
}

const char *entry_find(char *note, size_t size, const char **why) {
    const char *name = getenv("TERM");
    enum entry_fit fit = entry_look(name);
    note[0] = '\0';
    *why = NULL;
    if (fit == ENTRY_GOOD) {
        return name;
    }
    if (fit == ENTRY_DUMB) {
        *why = "this terminal cannot place text on a screen (TERM says so); start in a terminal window, or set TERM";
        return NULL;
    }
    for (size_t i = 0; i < sizeof FALL_BACK / sizeof *FALL_BACK; i++) {
        if (entry_look(FALL_BACK[i]) == ENTRY_GOOD) {
            bool named = name != NULL && *name != '\0';
            snprintf(note, size, "The terminal %s%.40s%s is treated as %s", named ? "'" : "names no type and",
                     named ? name : "", named ? "' is not known here and" : "", FALL_BACK[i]);
            return FALL_BACK[i];
        }
    }
    *why = "no description of any terminal is installed (terminfo); install the package ncurses-base";
    return NULL;
}
