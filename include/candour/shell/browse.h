/* Browse: a list of files on the screens, read in the background, and what is opened from it on the same terminal.
 *
 * `review` of many and home are one each: they say which files there are, and how one is opened. Line by line the same
 * list is said, and what is opened from it takes the lines that follow.
 */
#ifndef CANDOUR_SHELL_BROWSE_H
#define CANDOUR_SHELL_BROWSE_H

#include "candour/base/diag.h"
#include "candour/shell/gather.h"
#include "candour/shell/guard_list.h"
#include "candour/shell/lines.h"
#include "candour/shell/loop.h"
#include "candour/shell/options.h"
#include "candour/shell/stage.h"
#include "candour/ui/folder.h"

/* What the list asked for, and what became of it. */
struct browse_wish {
    enum show_how how;
    struct buffer path, id; /* as in EFFECT_SHOW; empty: none */
    uint32_t place;
    int line;
};

struct browse_answer {
    bool well;
    struct buffer said; /* to be said in the list; one line */
    struct buffer path; /* at home, the file to be selected; empty: none */
    struct arena *arena;
    struct diags *diags; /* of that file, in ARENA; NULL: none */
    struct session_read again;
};

struct browse {
    const struct given *given;
    const char *name;               /* of the list */
    const struct folder_home *home; /* NULL: it is none */
    struct clock clock;
    struct guard_list guard;
    struct arena *arena; /* of what lasts */

    /* What there is to read, from now on; both live until it is called again. */
    const char *const *(*files)(struct browse *browse, size_t *count);
    /* Shows what was wished for until it is left, and answers; the number of the signal that ended it, else 0. LAST is
     * said at the prompt afterwards. */
    int (*show)(struct browse *browse, struct buffer *last);
    struct arena *listed; /* for `files` */

    struct lines *lines; /* line by line; NULL: on the screens */
    struct gather *gather;
    struct folder *folder;
    struct loop_feed feed;
    struct sessions_read read; /* handed out last */
    bool opens;                /* the list asked for something: it is in `wish` */
    struct browse_wish wish;
    bool shown; /* it was left: `answer` is to be told before anything else */
    struct browse_answer answer;
};

/* Reads and shows the list until it is left. The fields above `listed` are set, the others {0}. */
enum exit_status browse_run(struct browse *browse);
/* The same list, all of it read, without a terminal: for who makes text of it. NULL: it cannot be read, which was said.
 * browse_end frees it. */
const struct folder *browse_read(struct browse *browse);
void browse_end(struct browse *browse);
/* Line by line, as browse_run, until it is left or the lines end. EXIT_PROBLEMS when a line of a script was not done,
 * or, but at home, a file could not be taken: each is named on standard error. */
enum exit_status browse_lines(struct browse *browse);

/* --- for browse_lines --- */

/* False: it was said why not. */
bool browse_begin(struct browse *browse);
/* Everything there is, to be read again; false: no thread could be started. */
bool browse_gather(struct browse *browse);
struct folder_setup browse_setup(struct browse *browse, const char *note);
/* The next of what was read, or what became of what was shown; false: nothing now. */
bool browse_take(struct browse *browse, struct msg *out);
/* Notes an EFFECT_SHOW: `opens` is set. */
void browse_wishes(struct browse *browse, const struct effect *effect);
/* Shows it, and notes what is to be told of it; as `show`. */
int browse_show(struct browse *browse, struct buffer *last);

/* --- for `show` --- */

/* Plays what was begun: what became of it is in the answer. */
int browse_play(struct browse *browse, struct stage *stage, struct buffer *last);
/* A session, to look at it. NULL, or a sentence in ARENA. */
const char *browse_review(struct browse *browse, const char *path, struct stage *stage, struct arena *arena);

#endif
