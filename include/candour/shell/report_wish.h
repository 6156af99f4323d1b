/* Report wish: a document asked for on the screens, "minutes html FILE", written beside the session or to FILE.
 *
 * What is typed: a kind of report, then a form, then a file; each may be left out. Without a kind it is the minutes;
 * without a form what the file's name ends in, else Markdown; without a file a new one beside the session, named after
 * it ("2016-11-22-HMB-02-minutes.md", -2 and so on when that is taken). `~/` and a folder are understood. Restricted
 * records are never in it, and nothing is written when a word of the guard list would leave.
 */
#ifndef CANDOUR_SHELL_REPORT_WISH_H
#define CANDOUR_SHELL_REPORT_WISH_H

#include "candour/core/meeting.h"
#include "candour/shell/guard_list.h"
#include "candour/ui/pick.h"

struct report_wish {
    const char *words; /* as typed */
    const struct meeting *meeting;
    struct stamp now;
    const char *session; /* its path */
    const struct guard_list *guard;
};

/* What came of it, a sentence for the message line, in ARENA; *DONE: it was written. */
const char *report_fulfil(const struct report_wish *wish, struct arena *arena, bool *done);

/* What may be typed, with what it means; in ARENA. */
struct pickables report_words(struct arena *arena);

#endif
