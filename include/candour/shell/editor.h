/* Editor: a long text in the person's own editor.
 *
 * $VISUAL, else $EDITOR, else vi; arguments in it are split at blanks; no shell is started. The text is in a 0600 file
 * in the session's folder, `.<name>.edit.txt`, which is gone afterwards unless what was written there could not be
 * taken: then it stays and the sentence names it. The terminal is lent meanwhile.
 */
#ifndef CANDOUR_SHELL_EDITOR_H
#define CANDOUR_SHELL_EDITOR_H

#include <stdbool.h>

struct arena;

struct edited {
    const char *text; /* what the person left there, in ARENA; NULL: it could not be taken */
    const char *why;  /* a sentence, then */
};

struct edited editor_run(const char *text, const char *session, struct arena *arena);

/* PATH itself, at LINE (0: where it opens) of an editor that is known to take one. NULL, or a sentence: the file may
 * have been changed all the same. */
const char *editor_open(const char *path, int line, struct arena *arena);

/* A text left in the editor by a program that was killed meanwhile: its path, in ARENA, or NULL. */
const char *editor_left(const char *session, struct arena *arena);

#endif
