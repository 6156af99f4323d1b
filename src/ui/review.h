/* Review: a session looked at after its meeting. The screens are those of the meeting; the clock stands, and what is
 * recorded is follow-up.
 *
 * Only a meeting that was closed is followed up: one that was left open or adjourned is shown and nothing can be
 * recorded in it, since its clock, or the next meeting, still has to go on from where it stands.
 */
#ifndef CANDOUR_UI_REVIEW_H
#define CANDOUR_UI_REVIEW_H

#include "app_inside.h"

/* Opens the app on ID, where that can be shown; else on what is late, else unanswered, else not evidenced. */
void review_begin(struct app *app, const char *id);
/* Why a command has no place here; NULL: it has. */
const char *review_why_not(const struct app *app, const struct command *command);
/* True, and said, when nothing may be recorded. */
bool review_refuses(struct app *app);
/* The instant at which the clock is shown: of a meeting that was not ended, its last event. */
struct stamp review_stands(const struct app *app, struct stamp now);

#endif
