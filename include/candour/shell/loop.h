/* Loop: keys and time to the app, the app's wishes fulfilled, one frame a turn.
 *
 * Everything happens here, in one thread: the handlers of signals only set flags. It sleeps until a key or until the
 * screen really changes. Effects are fulfilled in order; their answers are given when all of them are done, for their
 * texts are good until then.
 */
#ifndef CANDOUR_SHELL_LOOP_H
#define CANDOUR_SHELL_LOOP_H

#include "candour/shell/clock.h"
#include "candour/shell/keep.h"
#include "candour/ui/app.h"

struct loop {
    struct app *app;
    struct keep *keep;
    const struct clock *clock;
    bool ascii;
    /* worked out by loop_run */
    bool quit;
    int signal;
    int64_t drift; /* of the system's clock, when it was last said */
};

/* The terminal is open. Until the app ends it or a signal or a lost terminal does: the number of that signal (a lost
 * terminal is SIGHUP), 0 for the app. What must be said afterwards, at the prompt, is added to LAST, a line each. */
int loop_run(struct loop *loop, struct buffer *last);

#endif
