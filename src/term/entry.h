/* The terminal's entry in terminfo. Private to term; apart from the rest because <term.h> defines words as macros. */
#ifndef TERM_ENTRY_H
#define TERM_ENTRY_H

#include <stdbool.h>
#include <stddef.h>

/* Takes the terminal with TERM's own entry, or one to fall back to, which NOTE (emptied first) then says. The SCREEN of
 * curses, or NULL and WHY when there is no entry, or when it cannot place text. */
void *entry_take(char *note, size_t size, const char **why);
/* A string of the entry in use, extended names too; NULL when it has none. */
const char *entry_string(const char *name);
/* Sends one to the terminal at once; NULL is allowed. */
void entry_put(const char *sequence);

#endif
