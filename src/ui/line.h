/* Line: one line typed at the foot of the screen: a command, a word to search for, a time, a path.
 *
 * One is open at most. It has the keyboard until Enter or Esc; `done` takes what was typed and says whether the line
 * may close (false: it was not understood and stays as it is, nothing typed is lost).
 */
#ifndef CANDOUR_UI_LINE_H
#define CANDOUR_UI_LINE_H

#include "app_inside.h"
#include "candour/ui/edit.h"
#include "candour/ui/quick.h"

enum line_kind { LINE_COMMAND, LINE_SEARCH, LINE_UNTIL, LINE_PATH };

typedef bool line_done(struct app *app, const char *text);

struct line {
    struct arena *arena;
    enum line_kind kind;
    const char *prompt;
    line_done *done;
    struct edit edit;
    uint32_t events; /* of the meeting when it was opened, for its draft */
    bool leaves;     /* Esc was pressed once on a line with text */
};

void line_open(struct app *app, enum line_kind kind, const char *prompt, line_done *done);
void line_close(struct app *app, bool done);
void line_key(struct app *app, key k);
void line_paste(struct app *app, const char *text);

/* What Tab would go on with: names of commands, then codes, choices and marks; in ARENA. */
struct quick_completion line_candidates(const struct app *app, struct arena *arena);

/* --- act_line.c: what the command line does --- */
bool command_typed(struct app *app, const char *text);

#endif
