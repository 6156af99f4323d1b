/* Found: a meeting from the same agenda that was begun and not ended, so that going on with it can be offered.
 */
#ifndef CANDOUR_SHELL_FOUND_H
#define CANDOUR_SHELL_FOUND_H

#include "candour/shell/input.h"

/* The same board, review and title, opened, and neither closed nor confirmed. */
bool found_fits(const struct input *session, const struct agenda *agenda);
/* The latest such session in FOLDER by name, loaded into ARENA; false when there is none. What cannot be read there is
 * passed over: it is not what was asked for. */
bool found_unfinished(const char *folder, const struct agenda *agenda, struct arena *arena, struct input *out);
/* "adjourned, last event Tuesday 22 November 2016, 15:40, 9 records", in ARENA. */
const char *found_words(const struct input *session, struct arena *arena);

#endif
