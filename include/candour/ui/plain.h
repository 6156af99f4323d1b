/* Plain: the meeting's screens line by line, for screen readers, braille displays and pipes.
 *
 *   plain = plain_new(app, typed);
 *   plain_update(plain, &msg, &effects)      as app_update; a line that was typed is MSG_LINE
 *   plain_say(plain, now, &out)              what is new to be said, once the answers to all effects were given
 *   plain_prompt(plain, &out)                what the next line is asked for
 *
 * Another face of the same app: nothing is recorded here that a key could not record. A line is, in this order: the
 * answer to the field of the form, the line or the question that is open; a word of plain_words; a key by its name; a
 * command of the table, with or without a colon before it, and what follows it there. On the start page a command of
 * the meeting opens the meeting first. An empty line keeps what a field holds and does nothing elsewhere; so does a
 * line that begins with `#` where no text is asked for.
 *
 * In a form a line is the text of the field that is asked; one that begins with a colon is a word of the form (cancel,
 * save, next, back, more, clear, fields, list, text) or one of plain_words, and a text that begins with a colon is
 * typed with two. `:text` asks for several lines, which a line with only a full stop ends; two full stops at the
 * beginning of one of them are one.
 *
 * What is typed ahead: where lines are TYPED at a terminal, one that comes within half a second of a question is not
 * its answer. Elsewhere lines are a script: each answers what was asked before it, at once, and leaving an item with
 * something open or too soon is not asked about but said, for a line of a script is deliberate.
 *
 * Every line said makes sense by itself, ends with a newline and holds nothing but text: no controls, no boxes, no
 * columns. While `b` has everything blank nothing is said but that it is. Nothing here can fail.
 */
#ifndef CANDOUR_UI_PLAIN_H
#define CANDOUR_UI_PLAIN_H

#include <stdbool.h>
#include <stddef.h>

#include "candour/base/buffer.h"
#include "candour/ui/app.h"

/* What to give app_setup for an app that is only heard: rows too few to be drawn, so that it wakes for nothing that
 * is seen, and columns in which a sentence has room. */
enum { PLAIN_ROWS = 11, PLAIN_COLUMNS = 500 };

struct plain;

/* APP must outlive it. TYPED: lines come from a terminal. */
struct plain *plain_new(struct app *app, bool typed);
void plain_free(struct plain *plain); /* NULL is allowed */

/* As app_update; the app must not be updated otherwise. */
void plain_update(struct plain *plain, const struct msg *msg, struct effects *effects);
/* Adds to OUT what was not said yet, whole lines; nothing when there is nothing new. */
void plain_say(struct plain *plain, struct stamp now, struct buffer *out);
/* Adds to OUT what the next line answers, without a line end: "Put by (needed): ", "> ". True when something in
 * particular is asked for: a field, an answer, a line; false when any command may follow. */
bool plain_prompt(const struct plain *plain, struct buffer *out);
/* Why the last line was not done; NULL: it was. Good until the next update. */
const char *plain_refused(const struct plain *plain);
/* As app_next_change, in ms of UTC: when plain_say may have something new. */
instant plain_next_change(const struct plain *plain, instant now);

/* LENGTH bytes of a line as they came (without its newline) as a text that can be taken, in ARENA: a carriage return
 * at the end goes, other controls and NULs are left out (a tab is a blank), bytes that are not UTF-8 become U+FFFD.
 * *NOTE: what was put right, in words; NULL: nothing. */
char *plain_line_text(const char *bytes, size_t length, struct arena *arena, const char **note);

/* The words that only this face knows, for help: the N-th, what may follow it, and a sentence; NULL behind the last. */
struct plain_word {
    const char *word, *usage, *help;
};
const struct plain_word *plain_words(size_t n);

#endif
