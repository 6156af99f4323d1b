/* Trail: where a look at one thing led on to another, so that Esc leads back the way one came: from the log to a
 * record, from there to its events, and back to the same row.
 *
 * Going to a screen by its number or by Tab begins a new trail. The oldest of more than TRAIL_MOST steps is forgotten.
 */
#ifndef CANDOUR_UI_SCREEN_TRAIL_H
#define CANDOUR_UI_SCREEN_TRAIL_H

#include "log_rows.h"

enum { TRAIL_MOST = 8 };

struct trail_step {
    enum screen_id screen;
    struct screen_state state; /* of that screen */
    struct log_filter filter;  /* of the log then */
};

struct trail {
    struct trail_step steps[TRAIL_MOST];
    size_t count;
};

struct trail *trail_new(struct arena *arena);
/* Where the chair is now becomes the last step. */
void trail_push(struct app *app);
/* Back to the last step; false when there is none. */
bool trail_back(struct app *app);
void trail_clear(struct app *app);

#endif
