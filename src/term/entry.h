/* The terminal's entry in terminfo. Private to term; apart from the rest because <term.h> defines words as macros. */
#ifndef TERM_ENTRY_H
#define TERM_ENTRY_H

#include <stdbool.h>
#include <stddef.h>

/* The name of an entry to work with: TERM's own, or one to fall back to, which NOTE (emptied first) then says. NULL
 * and WHY when there is none, or when it cannot place text. */
const char *entry_find(char *note, size_t size, const char **why);
/* A string of the entry in use, extended names too; NULL when it has none. */
const char *entry_string(const char *name);
/* Sends one to the terminal at once; NULL is allowed. */
void entry_put(const char *sequence);

#endif
