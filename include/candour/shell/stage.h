/* Stage: a session on the screens, from the terminal's opening to the last word at the prompt; `run` and `review`
 * alike. The list of sessions opens one after the other on the terminal it has.
 */
#ifndef CANDOUR_SHELL_STAGE_H
#define CANDOUR_SHELL_STAGE_H

#include "candour/shell/begin.h"
#include "candour/shell/guard_list.h"
#include "candour/shell/keep.h"
#include "candour/shell/lines.h"
#include "candour/shell/options.h"

struct stage {
    const struct given *given;
    struct clock clock;
    struct begun begun; /* by what opens it */
    struct guard_list guard;
    bool listed;    /* opened from the list of sessions */
    const char *at; /* then: the id it opens on; NULL: where it opens by itself */
    struct keep keep;
    size_t events;       /* in the file when it was opened */
    int32_t speed;       /* of a rehearsal, which keeps nothing; 0: it is none */
    struct lines *lines; /* with --plain, whoever opened it has them */
    struct buffer last;  /* said at the prompt afterwards */
};

/* From the file that was named, read without a problem into ARENA, to `begun`; *DECLINED: the person wanted none. On
 * anything but EXIT_DONE it was said. */
typedef enum exit_status stage_opens(struct stage *stage, struct input *input, struct arena *arena, bool *declined);

/* rehearse.c: what it showed, to OUT. */
void rehearse_say(const struct meeting *meeting, struct stamp now, FILE *out);
/* When it would end, and what was planned, in a sentence in ARENA. */
const char *rehearse_words(const struct meeting *meeting, struct stamp now, struct arena *arena);
stage_opens rehearse_opens, run_opens;

/* The file the command names, opened by OPENS, on the screens until it is left. */
enum exit_status stage_command(const struct given *given, stage_opens *opens);

/* --- its parts --- */

/* Are both ends a terminal? Else that is said. */
bool stage_has_terminal(const struct given *given);
/* Opens the terminal; NOTE may be set to a sentence for the person. False: said why not. */
bool stage_take_terminal(const struct given *given, const char **note);
/* Shows what was begun until it is left: the number of the signal that ended it, else 0. The session is given back, and
 * the clock and everything else in STAGE stays. */
int stage_play(struct stage *stage);
/* What became of it, a line each: where it is kept, or that nothing was added. */
void stage_say(const struct stage *stage, struct buffer *out);
/* Was anything recorded? */
bool stage_recorded(const struct stage *stage);
void stage_end(struct stage *stage);

#endif
