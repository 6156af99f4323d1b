/* What curses reads, as keys and pastes. Private to term. */
#ifndef TERM_KEYS_H
#define TERM_KEYS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "candour/base/buffer.h"
#include "candour/term/term.h"
#include "mouse.h"

enum keys_swallow { SWALLOW_NOTHING, SWALLOW_CSI, SWALLOW_SS3 };

struct keys {
    key held;      /* read behind an Esc, not given yet; 0: none */
    int pushed;    /* a code of curses to be read again; 0: none */
    char bytes[4]; /* of a character that is not whole yet */
    size_t count;
    enum keys_swallow swallow; /* in the middle of an unknown sequence */
    int64_t escape_at;         /* when the last byte of a possible sequence came, monotonic ms; 0: not lately */
    bool pasting;
    bool beyond;   /* it is longer than any text may be */
    bool carriage; /* the last pasted character was a CR */
    bool given;    /* the paste was handed out: begin it anew */
    struct buffer paste;
    struct mouse mouse;
    struct mouse_report report; /* the last one */
};

/* Teaches curses the sequences that terminfo left out, and the bracketed paste. */
void keys_teach(void);
void keys_end(struct keys *keys);
/* As term_read, but for TERM_GONE. */
enum term_input keys_read(struct keys *keys, struct typed *out);

#endif
