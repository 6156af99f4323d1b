/* Term: the terminal behind a few calls; the only floor that knows curses.
 *
 * One terminal is open at most. term_open takes it, term_close gives it back as it was (both may be repeated). Canvas
 * cells are shown as they are; keys come as ui/msg.h has them. Everything a terminal sends that is not a key of that
 * list and not text (unknown sequences, C1 controls, bytes that are not UTF-8) is swallowed.
 */
#ifndef CANDOUR_TERM_TERM_H
#define CANDOUR_TERM_TERM_H

#include <stdbool.h>
#include <stddef.h>

#include "candour/ui/canvas.h"
#include "candour/ui/msg.h"

/* NULL when it worked, else a sentence why not ("standard input is not a terminal"). NOTE may be set to a word for the
 * chair (an unknown TERM fell back), good until the next term_open. COLOURS false: NO_COLOR. The caller has set a
 * locale that knows UTF-8, whatever the person's is. */
const char *term_open(bool colours, const char **note);
void term_close(void);
bool term_is_open(void);
void term_size(int *rows, int *columns);
/* True: nothing but ASCII is to be shown, since the person's locale is not UTF-8. Known before term_open. */
bool term_ascii(void);

enum term_input { TERM_NOTHING, TERM_KEY, TERM_PASTE, TERM_CLICK, TERM_WHEEL, TERM_RESIZED, TERM_GONE };

struct typed {
    key k;            /* TERM_KEY */
    const char *text; /* TERM_PASTE: good until the next call; its line ends are newlines */
    int row, column;  /* TERM_CLICK: where the left button was pressed, from 0 */
    int step;         /* TERM_WHEEL: -1 up, 1 down */
};

/* What was typed, without waiting; called until TERM_NOTHING. A paste longer than 64 KiB is given as soon as that is
 * known, and its rest is dropped. */
enum term_input term_read(struct typed *out);

/* Takes the mouse, or gives it back to the terminal, whose own it is at first: a terminal that reports the mouse
 * selects no text. False: it has none. Given back whenever the terminal is, and taken again with it. */
bool term_mouse(bool on);
bool term_mouse_is_on(void);

/* Sends the cells that changed since the last time. */
void term_show(const struct canvas *canvas);
/* The next term_show paints everything. */
void term_repaint(void);
void term_bell(void);
/* Before and after another program has the terminal ($EDITOR, a stop). The size may be another one afterwards. */
void term_lend(void);
void term_take(void);
bool term_lent(void);
/* Puts the terminal right with async-signal-safe calls only, for a handler of a crash. */
void term_rescue(void);

#endif
