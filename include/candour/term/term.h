/* Term: the terminal behind a few calls; the only floor that knows curses.
 *
 * One terminal is open at most. term_open takes it, term_close gives it back as it was (both may be repeated). Canvas
 * cells are shown as they are; keys come as ui/msg.h has them.
 */
#ifndef CANDOUR_TERM_TERM_H
#define CANDOUR_TERM_TERM_H

#include <stdbool.h>
#include <stddef.h>

#include "candour/ui/canvas.h"
#include "candour/ui/msg.h"

struct arena;

/* NULL when it worked, else a sentence why not ("standard input is not a terminal"). NOTE may be set to a word for the
 * chair (an unknown TERM fell back). COLOURS false: NO_COLOR. */
const char *term_open(bool colours, const char **note);
void term_close(void);
bool term_is_open(void);
void term_size(int *rows, int *columns);
/* True: nothing but ASCII can be shown. */
bool term_ascii(void);

enum term_input { TERM_NOTHING, TERM_KEY, TERM_PASTE, TERM_RESIZED, TERM_GONE };
/* What was typed, without waiting; called until TERM_NOTHING. A paste's TEXT is good until the next call. */
enum term_input term_read(key *k, const char **text);

void term_show(const struct canvas *canvas);
/* The next term_show paints everything. */
void term_repaint(void);
void term_bell(void);
/* Before and after another program has the terminal ($EDITOR, a stop). */
void term_lend(void);
void term_take(void);
/* Puts the terminal right with async-signal-safe calls only, for a handler of a crash. */
void term_rescue(void);

#endif
