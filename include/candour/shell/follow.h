/* Follow: a session read over and over again, for the second screen. Nothing is locked and nothing is written.
 *
 *   follow_begin(&follow, path, &audience, now)     the first read: a problem is said at the prompt
 *   follow_look(&follow, now)                       what is new, for follower_hear, in `news`
 *
 * Each look costs a few system calls; what was appended is read alone. A file that cannot be taken at some later look
 * leaves what was read before as it was, and the signal says so. The memory of a meeting that was replaced is given
 * back.
 */
#ifndef CANDOUR_SHELL_FOLLOW_H
#define CANDOUR_SHELL_FOLLOW_H

#include "candour/core/room.h"
#include "candour/shell/say.h"
#include "candour/store/watch.h"
#include "candour/ui/follower.h"

struct follow {
    struct watch watch;
    struct audience audience;
    struct arena *meeting_arena;
    struct meeting *meeting;
    struct arena *room_arena;
    struct room *room;         /* of the meeting as it was read last */
    enum follower_signal file; /* what the session file alone gives */
    int64_t ahead;             /* of the meeting's clock before this system's, ms, as told last */
    struct follower_news news;
};

/* Anything but EXIT_DONE was said. PATH and what AUDIENCE points to must outlive it. */
enum exit_status follow_begin(struct follow *follow, const char *path, const struct audience *audience,
                              struct stamp now);
void follow_end(struct follow *follow);
/* One look. The room in `news` is good until the next. */
void follow_look(struct follow *follow, struct stamp now);

#endif
