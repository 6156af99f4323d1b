/* Merge, as the bytes of a session: what core/merge.h has brought together.
 *
 * The result is A's bytes up to the end of what both share, comments and all, and then each event as it stands in its
 * own file, with the comments that lead to it; one that changed (another id, time or item), and one of a file in
 * another form, in the program's form. A file that cannot be appended to is brought into that form first (save.h).
 * `outcome:` is worked out anew.
 */
#ifndef CANDOUR_FORMAT_MERGE_H
#define CANDOUR_FORMAT_MERGE_H

#include "candour/base/buffer.h"
#include "candour/core/merge.h"
#include "candour/format/places.h"

struct merge_file {
    const char *bytes; /* up to the last whole event */
    size_t length;
    bool appendable;      /* as the loader says (load.h) */
    struct places places; /* of BYTES */
};

struct merge_written {
    bool reshaped;           /* A was brought into the form that is appended to */
    uint32_t comment;        /* first line of B with a comment, in what both share, that A has not; 0: none */
    struct merge_said *lost; /* events written in the program's form, whose comments are not carried */
    size_t lost_count;
};

/* MERGE was not refused; FILES are A's and B's. What is written loads to MERGE's meeting: false when it does not, which
 * is our fault, or when it is over a limit of the loader. WRITTEN lives in ARENA. */
bool merge_write(const struct merge *merge, const struct merge_file files[2], struct arena *arena, struct buffer *out,
                 struct merge_written *written);

#endif
