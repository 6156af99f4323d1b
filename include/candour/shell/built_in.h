/* Built in: agendas that are in the program itself, for where no copy of them is installed.
 *
 * Their paths are BUILT_IN and a name; wherever a meeting file is read (input.h) they are read like one. The list is
 * made from agendas/ when the program is built.
 */
#ifndef CANDOUR_SHELL_BUILT_IN_H
#define CANDOUR_SHELL_BUILT_IN_H

#include <stddef.h>

#define BUILT_IN "built-in:"

struct built_in {
    const char *name; /* "template.yaml" */
    const unsigned char *bytes;
    size_t length;
};

extern const struct built_in built_in_list[];
extern const size_t built_in_count;

/* NULL: PATH is none of these. */
const struct built_in *built_in_find(const char *path);

#endif
