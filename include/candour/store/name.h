/* Name: what the files beside a session are called.
 *
 * They stand in its folder and carry its name, so that a person finds them: `.NAME.lock`, `.NAME.draft`,
 * `NAME.torn-<stamp>`, `STEM.conflict-<time>.yaml`. A name has at most 255 bytes: a longer one is cut between
 * characters, and a check sum of the whole keeps two long names apart. Results live in ARENA.
 */
#ifndef CANDOUR_STORE_NAME_H
#define CANDOUR_STORE_NAME_H

struct arena;

enum { NAME_MOST = 255 };

/* The folder of PATH ("." when it names none, "/" for the root) and the last part of it, which points into PATH. */
char *name_folder(const char *path, struct arena *arena);
const char *name_last(const char *path);

/* FOLDER/BEFORE NAME AFTER. */
char *name_beside(const char *path, const char *before, const char *after, struct arena *arena);
/* FOLDER/STEM WORD .yaml, where `.yaml` stands for whatever follows the last dot of PATH. With TIMES 2 and more a
 * `-2` is put behind WORD. */
char *name_variant(const char *path, const char *word, int times, struct arena *arena);
/* A variant nobody has: `.WORD-<local time>`, for what must not be lost when two programs write one file. */
char *name_free(const char *path, const char *word, struct arena *arena);

#endif
