/* Plain folder: the list of many sessions, and home, line by line; another face of the same folder (folder.h), as
 * plain.h is of the app.
 *
 *   plain = plain_folder_new(folder, typed);
 *   plain_folder_update(plain, &msg, &effects)   as folder_update; a line that was typed is MSG_LINE
 *   plain_folder_say(plain, &out)                what is new to be said; the list once all is read
 *   plain_folder_prompt(plain, &out)             what the next line is asked for
 *
 * What could be opened is numbered from 1 as it was said last. A line is a number, which does what Enter does there; a
 * command of the list by its name or key, at home with a number and a name behind it where it wants them; or a word of
 * plain_folder_words. Where a name is asked for a line is that name, an empty one takes what is proposed, `:cancel`
 * leaves. An empty line, and one that begins with `#`, does nothing elsewhere.
 *
 * Every line said makes sense by itself and is nothing but text. Nothing here can fail.
 */
#ifndef CANDOUR_UI_PLAIN_FOLDER_H
#define CANDOUR_UI_PLAIN_FOLDER_H

#include "candour/base/buffer.h"
#include "candour/ui/folder.h"
#include "candour/ui/plain.h"

struct plain_folder;

/* FOLDER must outlive it. TYPED: lines come from a terminal; else they are a script, and what is refused is named
 * elsewhere. */
struct plain_folder *plain_folder_new(struct folder *folder, bool typed);
void plain_folder_free(struct plain_folder *plain); /* NULL is allowed */

/* As folder_update; the folder must not be updated otherwise. */
void plain_folder_update(struct plain_folder *plain, const struct msg *msg, struct effects *effects);
/* Adds to OUT what was not said yet, whole lines. */
void plain_folder_say(struct plain_folder *plain, struct buffer *out);
/* Adds to OUT what the next line is asked for, without a line end; nothing while an effect is awaited. True: a name. */
bool plain_folder_prompt(const struct plain_folder *plain, struct buffer *out);
/* Why the last line was not done; NULL: it was. Good until the next update. */
const char *plain_folder_refused(const struct plain_folder *plain);

/* The words that only this face knows, for help; NULL behind the last. */
const struct plain_word *plain_folder_words(size_t n);

#endif
