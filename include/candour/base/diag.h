/* Diagnostics: faults in the world (a file, its YAML, a disk), collected and worded, never printed here.
 *
 * A diag list is owned by its caller and keeps everything in the arena it was begun with. Floors below the shell add
 * to the list and return false; the shell renders and prints. At most DIAG_MOST are kept, unless `most` is set to more;
 * the rest is counted.
 */
#ifndef CANDOUR_BASE_DIAG_H
#define CANDOUR_BASE_DIAG_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buffer;

enum { DIAG_MOST = 100 };

enum diag_level { DIAG_ERROR, DIAG_NOTE };

struct diag {
    enum diag_level level;
    const char *file;   /* as the user named it; NULL for none */
    int line;           /* from 1; 0 for none */
    int column;         /* from 1, in code points; 0 for none */
    const char *what;   /* one line, no full stop */
    const char *hint;   /* what to do; NULL for none */
    const char *source; /* the line as it stands in the file, NULL for none */
};

struct diags {
    struct arena *arena;
    struct diag *list;
    size_t count; /* kept */
    size_t capacity;
    size_t most;
    size_t errors;  /* all errors, kept or not */
    size_t dropped; /* what did not fit */
};

void diags_begin(struct diags *diags, struct arena *arena);

/* Adds one; WHAT is printf-worded and copied, as is every other text. The returned diag may be filled further until the
 * next call (hint, source: not copied, so they live as long as the arena); NULL when the list was full. */
struct diag *diag_add(struct diags *diags, enum diag_level level, const char *file, int line, int column,
                      const char *what, ...) __attribute__((format(printf, 6, 7)));

/* In file order: by line, then column, notes after errors; stable. Those of another file stay together. */
void diags_sort(struct diags *diags);

/* `FILE:LINE:COL: error: what`, the source line and a caret under the column, `hint: ...`; display-filtered. The source
 * is indented by two; of one over 100 columns only the stretch round the caret is shown, with `...` where it is cut. */
void diag_write(const struct diag *diag, struct buffer *out);
/* All of them and, when some were dropped, how many more there are (`and 12 more`). */
void diags_write(const struct diags *diags, struct buffer *out);

#endif
