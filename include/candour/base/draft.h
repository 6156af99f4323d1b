/* Draft: a half-typed form, as it is kept beside the session within a second and offered back after a crash.
 *
 * Plain values: made by ui, written and read by format, put on disk by store. Whoever makes one owns its texts.
 */
#ifndef CANDOUR_BASE_DRAFT_H
#define CANDOUR_BASE_DRAFT_H

#include <stddef.h>
#include <stdint.h>

struct draft_field {
    const char *key;
    const char *text;
};

struct draft {
    const char *act; /* name of the command that opened the form; "command-line" for the `:` line */
    const char *id;  /* record being edited, or NULL */
    uint32_t events; /* number of events of the session when the form was opened */
    uint32_t place;  /* field with the cursor */
    struct draft_field *fields;
    size_t count;
};

#endif
