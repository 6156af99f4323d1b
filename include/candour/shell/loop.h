/* Loop: keys and time to what is on the screens, its wishes fulfilled, one frame a turn.
 *
 * Everything happens here, in one thread: the handlers of signals only set flags. It sleeps until a key, until the feed
 * has news, or until the screen really changes. Effects are fulfilled in order; their answers are given when all of
 * them are done, for their texts are good until then.
 */
#ifndef CANDOUR_SHELL_LOOP_H
#define CANDOUR_SHELL_LOOP_H

#include "candour/shell/clock.h"
#include "candour/shell/keep.h"
#include "candour/ui/canvas.h"
#include "candour/ui/msg.h"

/* What may be on the screens: the functions of an app, whatever it shows. SELF is `loop.shown`. */
struct loop_face {
    void (*update)(void *self, const struct msg *msg, struct effects *effects);
    void (*view)(const void *self, struct stamp now, struct canvas *canvas);
    instant (*next_change)(const void *self, instant now);
};

/* News from elsewhere than the keyboard. */
struct loop_feed {
    int fd; /* readable when there is some */
    void *self;
    bool (*take)(void *self, struct msg *out); /* false: none is left */
};

/* Where a person is that has no screen: lines in, lines out. */
struct loop_end {
    void *self;
    /* The next msg of what came; false: nothing more now. Where it is at its end, or nobody hears what is shown, it
     * says so in the loop's `ended`. */
    bool (*take)(void *self, struct msg *out, bool *ended);
    /* Shows what is new, once all answers were given; false: nobody can hear it. */
    bool (*show)(void *self, struct stamp now);
    /* Stops the job until it is continued, where it can be. */
    void (*stop)(void *self);
    bool deaf; /* nothing more will come: standard input is not waited for */
};

struct loop {
    const struct loop_face *face;
    void *shown;
    struct keep *keep; /* NULL: nothing is kept from here */
    const struct clock *clock;
    const struct loop_feed *feed; /* NULL: there is none */
    const struct loop_end *end;   /* NULL: the terminal, drawn on */
    /* An effect that is not the loop's own. NULL: there are none. */
    void (*fulfil)(struct loop *loop, const struct effect *effect);
    /* One that wants an answer: true when OUT is to be told; its text lives in ARENA. NULL: there are none. */
    bool (*answer)(struct loop *loop, const struct effect *effect, struct arena *arena, struct msg *out);
    void *context; /* of these two */
    bool ascii;
    /* worked out by loop_run */
    bool quit;  /* `fulfil` may set it: the loop ends, as for EFFECT_QUIT */
    bool ended; /* the end is: what is open was kept, as for a signal */
    int signal;
    int64_t drift; /* of the system's clock, when it was last said */
};

/* The terminal is open, or there is an end. Until what is shown ends it or a signal or a lost terminal does: the number
 * of that signal (a lost terminal is SIGHUP), else 0. What must be said afterwards, at the prompt, is added to LAST, a
 * line each. */
int loop_run(struct loop *loop, struct buffer *last);

#endif
