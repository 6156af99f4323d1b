/* Stage: the loop without a terminal, a clock or a disk. Keys and time come from a script; what would be on disk is a
 * buffer; the frame is a canvas.
 */
#ifndef STAGE_H
#define STAGE_H

#include "candour/base/arena.h"
#include "candour/base/buffer.h"
#include "candour/ui/app.h"
#include "candour/ui/plain.h"

struct stage {
    struct arena *arena; /* of the meeting; a new one at each start */
    struct meeting *meeting;
    struct app *app;
    struct canvas canvas;
    struct stamp now;
    int rows, columns;
    bool ascii, bell, review, rehearsal;
    bool read_only;
    bool linear, script;      /* linear.h: line by line; the lines are a script */
    struct plain *plain;      /* then */
    struct buffer heard;      /* what was said since it was emptied */
    struct buffer transcript; /* what was asked, typed and said, likewise */
    const char *at;           /* id a session opens on; NULL: where it opens by itself */
    struct listed *listed;    /* listed.h: the list of sessions; NULL: there is none */

    struct buffer agenda;       /* bytes of the file the play runs */
    struct buffer disk;         /* the session as it is kept */
    struct buffer other;        /* what EFFECT_KEEP_AT wrote */
    struct buffer draft;        /* as kept; empty: none */
    struct buffer stale;        /* a draft that was not removed in time */
    size_t kept;                /* events on disk */
    size_t last_event;          /* where the last one begins in `disk` */
    const char *keep_fails;     /* why; NULL: keeping works */
    struct buffer fails;        /* its text */
    struct buffer editor;       /* what $EDITOR gives back */
    struct buffer editor_given; /* what it was given */
    struct buffer guard[4];
    size_t guard_count;

    struct second *second; /* second.h; NULL: there is none */
    bool on_second;        /* what is checked is its picture */
    bool untold;           /* nobody tells it to go blank */

    size_t wakes, keys, bells, suspends, redraws, drafts;
    size_t astray; /* frames whose cursor or message did not stand where it should */
    bool mouse;    /* was asked for, or given back again */
    bool left, quit;
    char said[256]; /* the answer to a report */
};

void stage_begin(struct stage *stage);
void stage_free(struct stage *stage);
/* Loads what is on disk, else the agenda, and opens the app on it. False and the problems on standard output when the
 * file is not clean. */
bool stage_open(struct stage *stage, const char *name);
/* The program dies; what was kept stays. */
void stage_kill(struct stage *stage);

void stage_key(struct stage *stage, key k);
void stage_send(struct stage *stage, struct msg msg);
/* Lets the time pass, waking the app when it asked for it. */
void stage_wait(struct stage *stage, int64_t ms);
/* The same in one piece: nothing ran meanwhile. */
void stage_jump(struct stage *stage, int64_t ms);

/* The message line. */
const char *stage_message(const struct stage *stage);
/* The frame as it is now, of the screen that is checked; LOOKS adds the block of looks. */
void stage_frame(struct stage *stage, bool looks, struct buffer *out);

#endif
