/* Looks: what a piece of the screen means, and the attribute a terminal shows it with.
 *
 * Views speak of meanings only. A word or a sign always goes with a look: without colours nothing is lost.
 */
#ifndef CANDOUR_UI_LOOKS_H
#define CANDOUR_UI_LOOKS_H

#include <stdbool.h>
#include <stdint.h>

enum look {
    LOOK_PLAIN,
    LOOK_TITLE,    /* heads of panes and screens */
    LOOK_QUIET,    /* less important: hints, past items */
    LOOK_KEY,      /* a key's name on the bottom line */
    LOOK_STRONG,   /* the current item, the words of a record */
    LOOK_CLOCK,    /* the big digits */
    LOOK_LATE,     /* past zero, overdue, missing */
    LOOK_NEAR,     /* 75 % and more of the time used */
    LOOK_GOOD,     /* kept, accepted, agreed */
    LOOK_OPEN,     /* an open challenge, not yet heard */
    LOOK_SELECTED, /* the selected row: reverse video */
    LOOK_FIELD,    /* where text is typed */
    LOOK_FAULT,    /* not saved: a lasting notice */
    LOOK_QUESTION, /* something is asked */
    LOOK_ALERT,    /* three seconds of reverse video at a threshold */
    LOOK_LINE,     /* borders */
    LOOK_FOUND,    /* the words that were searched for */
    LOOK_COUNT
};

enum look_attribute { ATTR_BOLD = 1, ATTR_REVERSE = 2, ATTR_UNDERLINE = 4, ATTR_DIM = 8 };

struct look_style {
    char letter;         /* in dumped frames */
    const char *meaning; /* for help */
    int16_t colour256;   /* foreground, -1: the terminal's own */
    int16_t colour8;
    uint8_t attributes;      /* with colours */
    uint8_t attributes_mono; /* without: enough to be told apart where it matters */
};

extern const struct look_style look_styles[LOOK_COUNT];

#endif
