/* Merge, in words: what became of two copies of a session, or why they cannot be one, for the person at the prompt.
 *
 * Each function adds lines to OUT; nothing is printed here. Every event that is spoken of is named by file, line and
 * time.
 */
#ifndef CANDOUR_SHELL_MERGE_WORDS_H
#define CANDOUR_SHELL_MERGE_WORDS_H

#include "candour/format/merge.h"
#include "candour/shell/input.h"

struct merge_told {
    const struct merge *merge;
    const struct input *inputs[2];
    const struct merge_file *files;
    struct arena *arena;
};

/* What was taken from each copy, the new codes, what both changed, and what else must be looked at. PATH: of the
 * result; NULL: standard output. */
void merge_say_done(const struct merge_told *told, const char *path, const struct merge_written *written,
                    struct buffer *out);
/* Why not, at its places in the files, and what can be done instead. */
void merge_say_refused(const struct merge_told *told, struct buffer *out);

#endif
