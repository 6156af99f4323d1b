/* Rehearsal: the same screens, on a clock that may run fast, with nothing kept and nobody told otherwise.
 *
 * What would be written is taken as kept in memory at once; the word REHEARSAL stands on every frame, the blank one and
 * one that is too small included. A fast clock has no holes, and its thresholds pass too quickly to be flashed.
 */
#ifndef CANDOUR_UI_REHEARSAL_H
#define CANDOUR_UI_REHEARSAL_H

#include "view.h"

/* Answers the effects of the update that runs that would write something, until only those are left that do not. */
void rehearsal_settle(struct app *app);
/* Sets the word into the frame, whatever else is in it. */
void rehearsal_mark(const struct app *app, struct canvas *canvas);
/* The timetable as it is foreseen, and where it is tight, for the start page. */
void rehearsal_lines(const struct view *view, struct detail *detail);

#endif
