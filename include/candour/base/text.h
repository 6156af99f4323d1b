/* Text: UTF-8 as stored, and as it may be shown.
 *
 * Stored text is never changed for the screen; text_shown makes a display form (engineering facts C5): what a terminal
 * would act on, or could not show in whole columns, becomes a visible mark. Widths are sums of wcwidth over that
 * form, so the caller has set a UTF-8 LC_CTYPE. Moving and deleting go by grapheme cluster (Unicode UAX 29) through
 * utf8proc. Functions that allocate name the arena; none keeps a pointer to its input unless it says so.
 */
#ifndef CANDOUR_BASE_TEXT_H
#define CANDOUR_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/* One code point at TEXT (LENGTH bytes are there); its bytes, or 0 when it is not valid UTF-8 (RFC 3629). */
size_t utf8_read(const char *text, size_t length, uint32_t *code);
/* Writes CODE to OUT (4 bytes); the bytes written. */
size_t utf8_write(uint32_t code, char out[4]);
/* The first byte that is not valid UTF-8, or LENGTH. */
size_t utf8_invalid_at(const char *text, size_t length);

/* Byte offset of the next / previous grapheme boundary after / before OFFSET, itself a boundary; LENGTH / 0 at the
 * end / beginning. Bytes that are not valid UTF-8 count as a cluster each. */
size_t grapheme_next(const char *text, size_t length, size_t offset);
size_t grapheme_previous(const char *text, size_t length, size_t offset);
/* Byte offset of the next / previous beginning of a word (letters, digits, marks, `_`, and an apostrophe inside);
 * LENGTH / 0 when there is none. */
size_t word_next(const char *text, size_t length, size_t offset);
size_t word_previous(const char *text, size_t length, size_t offset);

/* The display form: controls, DEL, C1, LS, PS and bidirectional controls become U+FFFD, a tab a space, a newline a
 * space, zero-width and joining characters nothing, what wcwidth does not know U+FFFD, a flag two letters. */
char *text_shown(struct arena *arena, const char *text, size_t length);

/* The same one code point after the other, without memory: begin with {TEXT, LENGTH, 0, false}. A mark that follows
 * nothing it could stand on becomes U+FFFD too. `columns` is 0 for a mark that goes with the code before it. */
struct shown {
    const char *text;
    size_t length;
    size_t at;
    bool based; /* there is a code to stand on */
};
bool shown_next(struct shown *shown, uint32_t *code, int *columns);
/* Columns of TEXT once passed through text_shown. */
int text_columns(const char *text, size_t length);

/* Unicode NFC, CRLF and CR to LF, trailing blanks of each line and trailing newlines removed; what a form stores. Bytes
 * that are not valid UTF-8 become U+FFFD. */
char *text_clean(struct arena *arena, const char *text);

/* Lines of TEXT wrapped to WIDTH columns (at least 1) at spaces, between wide characters, or hard. Offsets are into
 * TEXT; a newline ends a line; text that ends in a newline has a last empty line; empty text has one line. */
struct text_line {
    size_t from;
    size_t to;
};
struct text_lines {
    struct text_line *lines;
    size_t count;
};
struct text_lines text_wrap(struct arena *arena, const char *text, size_t length, int width);

/* The same line by line, without memory: *AT begins as 0; false when there is no further line. Blanks at which a line
 * was broken, or which hang over the edge, belong to no line; the first line of a paragraph always begins where the
 * paragraph does. Only a single cluster wider than WIDTH makes a line wider than WIDTH. */
bool text_wrap_next(const char *text, size_t length, int width, size_t *at, struct text_line *line);

/* Damerau-Levenshtein distance (adjacent swaps count one) of two ASCII-case-folded texts, at most LIMIT + 1. By
 * bytes; words that still differ over more than 63 of them count as LIMIT + 1. */
size_t text_distance(const char *a, const char *b, size_t limit);
/* The best of WORDS for a near miss (at most 2 edits and a third of the length, at least 1), or NULL. The first of
 * equally good ones; a word with other digits is another word (F9 is no slip for F1). NULL words are passed over. */
const char *text_nearest(const char *word, const char *const *words, size_t count);

bool text_equal(const char *a, const char *b);                 /* NULL equals only NULL */
bool text_equal_nocase(const char *a, const char *b);          /* ASCII case */
bool text_starts_nocase(const char *text, const char *prefix); /* ASCII case */
/* Unicode case-insensitive search, code point by code point (so not "ss" for a sharp s); NULL when not there, TEXT for
 * an empty needle. Accents count. */
const char *text_find(const char *text, const char *needle);

/* The same over long texts, for a needle that is looked for in many: it is made ready once and keeps pointing to TEXT.
 */
struct text_needle {
    const char *text, *end;
    bool plain;          /* begins with UTF-8: `may_begin` holds */
    bool may_begin[256]; /* first bytes of what may match */
};
void text_needle_begin(struct text_needle *needle, const char *text);
/* The first match in LENGTH bytes of TEXT, or NULL. NULs are bytes like any other. */
const char *text_seek(const struct text_needle *needle, const char *text, size_t length);
/* The bytes of the match at AT, which text_seek gave; the text ends at END. */
size_t text_sought(const struct text_needle *needle, const char *at, const char *end);
/* The words of TEXT for comparing, in ARENA: letters folded as text_find folds them, apostrophes left out, whatever
 * else is no letter, digit or mark a single blank between two words. "" when there is no word. */
char *text_words(struct arena *arena, const char *text);
bool text_blank(const char *text); /* NULL, empty or only white space */

#endif
