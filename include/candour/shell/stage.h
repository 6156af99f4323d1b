/* Stage: a session on the screens, from the terminal's opening to the last word at the prompt; `run` and `review`
 * alike.
 */
#ifndef CANDOUR_SHELL_STAGE_H
#define CANDOUR_SHELL_STAGE_H

#include "candour/shell/begin.h"
#include "candour/shell/guard_list.h"
#include "candour/shell/keep.h"
#include "candour/shell/options.h"

struct stage {
    const struct given *given;
    struct clock clock;
    struct begun begun; /* by what opens it */
    struct guard_list guard;
    struct keep keep;
    size_t events;      /* in the file when it was opened */
    int32_t speed;      /* of a rehearsal, which keeps nothing; 0: it is none */
    struct buffer last; /* said at the prompt afterwards */
};

/* From the file that was named, read without a problem into ARENA, to `begun`; *DECLINED: the person wanted none. On
 * anything but EXIT_DONE it was said. */
typedef enum exit_status stage_opens(struct stage *stage, struct input *input, struct arena *arena, bool *declined);

/* rehearse.c: what it showed, on standard output. */
void rehearse_say(const struct meeting *meeting, struct stamp now);

/* The file the command names, opened by OPENS, on the screens until it is left. */
enum exit_status stage_command(const struct given *given, stage_opens *opens);

#endif
