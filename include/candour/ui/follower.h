/* Follower: the second screen, for the room: the time left, the item, the finding, the item's records. Nothing else is
 * known to it: it is given a struct room (core/room.h), never a meeting.
 *
 *   follower_new, then follower_hear with what was found, follower_update with keys and sizes, follower_view
 *
 * It is driven as the app is (app.h): update changes it and nothing else, view reads only, next_change is when the
 * picture will be another one. Who drives it looks at the session and says what was found with follower_hear; the room
 * said last must live until the next one is.
 *
 * What it shows: nothing at all before the session was read, while `b` was pressed here, and while whoever runs the
 * meeting has it blank. It stays blank when that program ends, however it ends and whatever becomes of its lock file,
 * until a program that has the session says that it is shown. When the session cannot be read for a moment (an editor
 * saves, a file is synchronised) the last picture stands; then it says that there is no signal, and shows none of the
 * old figures. What nobody has open says so, and how old it is.
 */
#ifndef CANDOUR_UI_FOLLOWER_H
#define CANDOUR_UI_FOLLOWER_H

#include "candour/base/buffer.h"
#include "candour/core/room.h"
#include "candour/ui/canvas.h"
#include "candour/ui/msg.h"

struct follower;

struct follower_setup {
    bool ascii;
    int rows, columns;
};

enum follower_signal {
    SIGNAL_GOOD,
    SIGNAL_GONE,       /* there is no such file */
    SIGNAL_UNREADABLE, /* the system does not let it be read */
    SIGNAL_BROKEN,     /* it is no session, or has problems */
    SIGNAL_SILENT,     /* the folder does not answer */
    SIGNAL_UNTOLD      /* the lock file cannot be read: nobody could blank this screen */
};

/* What the lock file says. */
enum follower_told {
    TOLD_NOTHING,   /* there is none */
    TOLD_ILLEGIBLE, /* it is there, and was just being made */
    TOLD_SHOWN,
    TOLD_BLANK
};

enum follower_held { HELD_BY_SOMEBODY, HELD_BY_NOBODY, HELD_UNSURE };

struct follower_news {
    enum follower_signal signal;
    enum follower_told told;
    enum follower_held held;
    const struct room *room; /* as read last; NULL: never */
};

struct follower *follower_new(const struct follower_setup *setup);
void follower_free(struct follower *follower);

void follower_hear(struct follower *follower, const struct follower_news *news, instant now);
/* A line is the key it names. Effects: suspend, redraw, quit. */
void follower_update(struct follower *follower, const struct msg *msg, struct effects *effects);
void follower_view(const struct follower *follower, struct stamp now, struct canvas *canvas);
instant follower_next_change(const struct follower *follower, instant now);

/* Line by line (follower_plain.c): what the room sees, a line for each thing, said when it comes or changes. No line
 * holds a figure that runs. `b`, `q` and the other keys are lines here. */
struct follower_said;
struct follower_said *follower_said_new(void);
void follower_said_free(struct follower_said *said); /* NULL is allowed */
/* Adds to OUT what changed since it was said last. */
void follower_say(struct follower_said *said, const struct follower *follower, struct stamp now, struct buffer *out);

/* The N-th of its keys, for help and the man page: its name, and what it does; NULL behind the last. */
const char *follower_key_help(size_t n, char name[16]);

#endif
