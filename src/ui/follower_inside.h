/* What the follower is made of; private to the files of src/ui that make it up. follower.c hears and decides what may
 * be shown, follower_view.c draws it, follower_lines.c puts the finding and the records into lines.
 */
#ifndef CANDOUR_UI_FOLLOWER_INSIDE_H
#define CANDOUR_UI_FOLLOWER_INSIDE_H

#include "candour/base/arena.h"
#include "candour/ui/follower.h"

enum {
    FOLLOWER_PATIENCE_MS = 750,        /* without a signal, before it is said */
    FOLLOWER_AHEAD_MS = 2 * MS_SECOND, /* two clocks may differ by so much */
    FOLLOWER_OLD_MS = MS_MINUTE,       /* of what may or may not be live, the age is said */
    FOLLOWER_STALE_MS = MS_HOUR,       /* nobody's: its clock is not to be believed */
    FOLLOWER_LEAST_ROWS = 12,
    FOLLOWER_LEAST_COLUMNS = 40,
};

struct follower {
    struct arena *arena;
    bool ascii;
    int rows, columns;
    bool heard; /* the session was read, and it is known whether it is to be shown */
    bool blank; /* says whoever has the session, or had it last */
    bool own;   /* `b` here */
    bool help;
    enum follower_signal signal;
    enum follower_held held;
    const struct room *room;
    instant good_at; /* when it was read last */
    instant bad_at;  /* since when it could not be; 0: it could */
};

enum follower_picture {
    PICTURE_BLANK,
    PICTURE_LOST,  /* no signal */
    PICTURE_STATE, /* a meeting without an item: not begun, adjourned, closed */
    PICTURE_ITEM
};

enum follower_picture follower_picture(const struct follower *follower, instant now);
/* By how much the last entry is later than this clock, when that is too much for a figure to be right; else 0. */
int64_t follower_ahead(const struct follower *follower, instant now);
/* Nobody has it open, and the last entry is so old that no clock goes on. */
bool follower_stale(const struct follower *follower, instant now);
/* The line at the foot that says how much all this is to be believed; NULL when nothing needs saying. */
const char *follower_doubt(const struct follower *follower, struct stamp now, struct arena *arena);
/* "PAUSED": the picture of a meeting without an item. */
const char *follower_state_word(enum meeting_status status);
/* Why there is no signal, a sentence. */
const char *follower_lost_why(enum follower_signal signal);
/* "b blank  q leave" */
const char *follower_hints(const struct follower *follower, struct arena *arena);

/* --- lines of text --- */

struct room_line {
    const char *label; /* before the text, in a column of its own: "C3"; NULL: none */
    const char *text;
    const char *right; /* at the right edge, behind the text; NULL: nothing */
    enum look look, right_look;
    bool cut; /* there was more, which shows behind the text */
};

struct room_lines {
    struct room_line *list;
    size_t count, capacity;
    struct arena *arena;
    int columns; /* of the area they are for */
    int indent;  /* of the text behind a label */
};

/* Whose it is, else what it is: the longest wording that leaves BEHIND columns of WIDTH, else the shortest. */
const char *record_who(const struct room_record *record, int width, int behind);
struct room_lines room_lines(struct arena *arena, int columns);
void lines_of_finding(const struct room *room, bool close, struct room_lines *out);
/* As many records as fit in ROWS, latest first, and how many more there are; APART: a blank line between them. */
void lines_of_records(const struct room *room, int rows, bool apart, struct room_lines *out);
/* What fits; the last line shows that there was more. */
void room_lines_view(const struct room_lines *lines, struct area area);

#endif
