/* Words: what was typed behind a command's name, taken apart and understood. */
#ifndef CANDOUR_UI_WORDS_H
#define CANDOUR_UI_WORDS_H

#include "app_inside.h"

/* The next word of *REST, which moves behind it and the blanks that follow; NULL at the end. In the scratch arena. */
const char *word_take(struct app *app, const char **rest);
/* The id TEXT means in FIELD of events of this kind; NULL and said when none or several fit. */
const char *ref_typed(struct app *app, enum event_do what, const char *field, const char *text);
/* An item by id, code or beginning of its title; -1 and said. */
int32_t item_typed(struct app *app, const char *text);
/* A record by its whole id; NULL and said. */
struct record_state *record_typed(struct app *app, const char *text);
/* "4 min ago", "4", "back 4", "since 13:30"; *BACK is 0 for nothing. False and said when it is none of these. */
bool back_typed(struct app *app, const char *text, int32_t *back);

/* The item of a record, NULL for none. */
const char *record_item(const struct record_state *record);
/* A record's words in one text, for lists and search. */
const char *record_text(const struct record_state *record);
bool challenge_open(const struct record_state *record);
/* How far an agreement is: "done, not evidenced", "evidenced"; NULL where nothing was said since it was agreed. */
const char *status_words(int status);
/* "Police" where there is room for names, else the code. */
const char *party_said(const struct app *app, const char *id);

#endif
