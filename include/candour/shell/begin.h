/* Begin: from a meeting file to a meeting that can run: a new session from an agenda, or a session gone on with.
 *
 * What it makes lives in `arena`, which the caller owns; `session` too until it is given to a keep. On anything but
 * EXIT_DONE everything was said, and nothing is held.
 */
#ifndef CANDOUR_SHELL_BEGIN_H
#define CANDOUR_SHELL_BEGIN_H

#include "candour/shell/clock.h"
#include "candour/shell/input.h"
#include "candour/shell/say.h"
#include "candour/store/session.h"

struct begun {
    struct arena *arena;
    struct meeting *meeting;
    struct session *session;
    const char *path;   /* of the session, as it is shown */
    const char *before; /* the file's bytes; NULL for a new one */
    size_t before_length;
    bool review;
    bool to_order;         /* `before` is the form that is appended to, and not in the file yet */
    bool take_up;          /* it was closed, and the person wants it to go on */
    const char *read_only; /* in review: why nothing may be written; NULL: it may, if the meeting was closed */
    struct diags *remarks;
    struct draft *draft;  /* to be offered back; NULL: none */
    struct buffer notice; /* sentences, a blank between them; empty: nothing */
    uint32_t asked;       /* questions that were answered at the prompt, a line each */
};

void begun_free(struct begun *begun);
/* Adds a sentence to the notice; NULL is nothing. */
void begun_say(struct begun *begun, const char *sentence);

/* INPUT is an agenda without problems, in ARENA, which goes to OUT. PATH NULL: the usual name, and an unfinished
 * meeting from the same agenda is offered; a PATH that is such a meeting is offered too. *DECLINED is set when the
 * person wanted neither. */
enum exit_status begin_agenda(struct input *input, const char *path, struct clock *clock, struct arena *arena,
                              struct begun *out, bool *declined);
/* INPUT is a session without problems, in ARENA, which goes to OUT. The clock goes on from its last event if that is
 * later than now. A closed one is taken up again only if the person says so (*DECLINED: they did not); a confirmed one
 * never is. */
enum exit_status begin_session(struct input *input, struct clock *clock, struct arena *arena, struct begun *out,
                               bool *declined);

/* The same to look at it afterwards, whatever became of the meeting. Held by another program, or not to be written, it
 * is shown all the same; nothing is changed on the disk before something is recorded, but for a tail torn off by a
 * crash. Of a meeting that was not closed no lock is taken: nothing can be recorded. Unlike the others it says nothing:
 * unless EXIT_DONE *WHY is a sentence in ARENA. */
enum exit_status begin_review(struct input *input, struct clock *clock, struct arena *arena, struct begun *out,
                              const char **why);

#endif
