/* Guard list: words that must not be recorded, a child's name above all, kept outside every session.
 *
 * One word or name a line; blank lines and lines that begin with `#` do not count. It should be 0600.
 */
#ifndef CANDOUR_SHELL_GUARD_LIST_H
#define CANDOUR_SHELL_GUARD_LIST_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct guard_list {
    const char **words; /* in the arena */
    size_t count;
    const char *notice; /* something must be said: others may read it */
};

/* From PATH, or with NULL from $XDG_CONFIG_HOME/candour/guard.txt (else ~/.config/candour/guard.txt), which need not
 * be there. NULL or a sentence. */
const char *guard_list_read(const char *path, struct arena *arena, struct guard_list *out);

#endif
