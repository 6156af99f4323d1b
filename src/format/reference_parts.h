/* What the parts of the reference share; nobody outside it includes this. */
#ifndef CANDOUR_FORMAT_REFERENCE_PARTS_H
#define CANDOUR_FORMAT_REFERENCE_PARTS_H

#include "candour/base/arena.h"
#include "candour/base/buffer.h"

/* Who it is written for: a terminal, or a man page. */
struct teller;
struct style {
    void (*paragraph)(struct teller *teller, const char *text);
    void (*chapter)(struct teller *teller, const char *text);
    void (*entry)(struct teller *teller, const char *name, const char *text);
    /* At DEPTH 1 and deeper, under the entry said last; MORE may be empty. */
    void (*field)(struct teller *teller, int depth, const char *name, const char *text, const char *more);
    void (*end)(struct teller *teller);
};

struct teller {
    const struct style *style;
    struct buffer *out;
    struct arena *arena; /* of what is put together while telling */
    int depth;           /* of the field said last, for roff */
};

extern const struct style STYLE_PLAIN, STYLE_ROFF;

/* What holds for the file as a whole: how it is read and written, types and limits. */
void reference_reading(struct teller *teller);
/* What events mean together. */
void reference_meaning(struct teller *teller);

#endif
