/* Arena: memory that is given out piece by piece and taken back all at once.
 *
 * Everything that is read from a meeting file, and everything worked out from it, lives in an arena; nobody frees
 * single pieces. The caller of arena_new owns the arena and ends it with arena_free; every pointer given out by it
 * dies there. Blocks are returned to the system, so the memory of a finished load does not stay with the process; only
 * who reads one file after another (arena_new_again) keeps some for the next.
 * Running out of memory is not an error a chair can act on: it ends the program through abort(), where the terminal
 * is put right and the session, already on disk, is named.
 */
#ifndef CANDOUR_BASE_ARENA_H
#define CANDOUR_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena;

struct arena *arena_new(void);
/* One that is emptied and used again: it keeps a few MiB, so that the next use does not ask the system for pages anew,
 * which for a small file would cost more than reading it. */
struct arena *arena_new_again(void);
/* Takes back everything given out. */
void arena_empty(struct arena *arena);
/* A short-lived one beside LENDER, with memory of its own; where LENDER is one that is used again, what LENDER has to
 * spare, and there it goes afterwards. LENDER must outlive it. */
struct arena *arena_within(struct arena *lender);
/* NULL is allowed. */
void arena_free(struct arena *arena);

/* SIZE bytes set to zero, aligned for any type. SIZE 0 gives a pointer that must not be read. */
void *arena_alloc(struct arena *arena, size_t size);

/* The same, as it happens to be: not set to zero. */
void *arena_raw(struct arena *arena, size_t size);

/* COUNT things of SIZE bytes, zeroed; aborts when the product overflows. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* LENGTH bytes of TEXT, not aligned, and a NUL behind them. */
char *arena_copy(struct arena *arena, const char *text, size_t length);

/* A NUL-terminated copy; NULL stays NULL. */
char *arena_text(struct arena *arena, const char *text);

/* printf into the arena. */
char *arena_format(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vformat(struct arena *arena, const char *format, va_list arguments) __attribute__((format(printf, 2, 0)));

/* Bytes asked of the system and not yet given back. */
size_t arena_held(const struct arena *arena);

#endif
