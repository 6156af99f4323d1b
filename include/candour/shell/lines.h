/* Lines: the end of the loop at which there is no screen: lines from standard input, lines to standard output.
 *
 * Standard input may be a terminal in its ordinary mode, with the line editing of the terminal or of a wrapper, or a
 * pipe or file, a script. What is shown is written at once and by whole lines; at a terminal a prompt stands behind it,
 * elsewhere a prompt that asks for something in particular is a line of its own. A line of a script that was not done
 * is named on standard error, with its number. A last line without its newline counts. A line longer than LINES_MOST is
 * read past and refused.
 *
 * One after the other several may be heard there, a list and the meetings opened from it: each begins with lines_begin,
 * and what was read and not taken, the number of the line and what was refused go on with it.
 *
 * While standard output takes nothing a signal still ends the program.
 */
#ifndef CANDOUR_SHELL_LINES_H
#define CANDOUR_SHELL_LINES_H

#include "candour/base/buffer.h"
#include "candour/shell/loop.h"

enum { LINES_MOST = 1 << 20 }; /* bytes */

/* What is said and asked there; SELF is `lines.said_by`. */
struct lines_face {
    /* What is new, whole lines. */
    void (*say)(void *self, struct stamp now, struct buffer *out);
    /* What the next line is asked for; true when it is something in particular. */
    bool (*prompt)(void *self, struct buffer *out);
    /* Why the line taken last was not done; NULL: it was. */
    const char *(*refused)(void *self);
};

struct lines {
    struct loop_end end; /* for the loop; its self is this */
    const struct lines_face *face;
    void *said_by;
    bool stays;         /* the end of standard input is not the end: set behind lines_begin */
    bool typed;         /* standard input is a terminal: set before lines_begin */
    bool single;        /* nothing is read beyond the end of a line, for others read too: set likewise */
    bool gone;          /* standard output takes nothing any more */
    uint32_t refused;   /* lines that were not done */
    struct buffer read; /* not taken yet */
    size_t from;
    uint32_t number;      /* of the line taken last, from 1 */
    bool looked;          /* standard input was read in this turn */
    bool at_end;          /* there is no more */
    bool passes;          /* a line that is too long is read past */
    bool prompted;        /* a prompt stands at the end of what was written */
    bool taken;           /* a line was, since it was shown last */
    struct arena *line;   /* of the text of the line taken last */
    struct buffer notes;  /* what was put right in it */
    struct buffer prompt; /* as it was said last */
};

/* From now on FACE is heard. BEFORE: lines that were taken at the prompt meanwhile. What is pointed to must live until
 * lines_pause. The first time the fields that are not set are {0}. */
void lines_begin(struct lines *lines, const struct lines_face *face, void *said_by, uint32_t before);
/* It is heard no longer. */
void lines_pause(struct lines *lines);
void lines_end(struct lines *lines); /* also of one that never began */
/* What line NUMBER led to was not done after all: it is counted, and named as lines_face.refused is. */
void lines_refuse(struct lines *lines, uint32_t number, const char *why);

/* Writes to standard output; false: it cannot be, or a signal to leave came meanwhile. */
bool lines_write(const char *bytes, size_t length);

#endif
