/* Room: what the people in the room may see of a meeting on the second screen, and nothing else.
 *
 *   struct room *r = room_of(meeting, now, &audience, arena);
 *   left = room_left(r, later);
 *
 * A type of its own, so that no view of it can show what is not in it: the item that runs with its time, its purpose,
 * the finding under discussion, and the records of this item as they stand. All texts are copies in the arena; nothing
 * points into the meeting. What is in it is a white list, field by field. Never in it: what is restricted, withdrawn or
 * undone; prompts, papers and the chair's notes; remarks, drafts and assents; who is in the room and who was heard;
 * names of people (a role stands for a person) and the free words for who spoke; declarations of interest; reasons a
 * challenge was settled for; measures, evidence and follow-up. It reads nothing but the meeting and cannot fail.
 *
 * The board sees what is public or the board's; the public sees what is public alone, of an agreement only the fields
 * of the published response (FIELD_PUBLIC). The word of a position is for both, its reason and who dissents go by its
 * visibility. An engagement activity has no visibility and is the board's.
 *
 * A text in which a word of the guard list stands is held back: a record with its whole content, by its code alone.
 * That the room sees a gap is meant: the chair must know that the record is not shown, and why is on nobody's screen.
 */
#ifndef CANDOUR_CORE_ROOM_H
#define CANDOUR_CORE_ROOM_H

#include "candour/core/meeting.h"

struct arena;

struct audience {
    bool public_only;
    const char *const *guard; /* words that must not appear; may be NULL */
    size_t guard_count;
};

/* Each of the texts is NULL where there is none, or where it is held back. */
struct room_item {
    const char *id, *title;
    const char *purpose; /* "decision" */
    bool held;           /* the title is held back */
};

struct room_finding {
    const char *id, *title, *statement;
    const char *position; /* "accepted in part", "no position yet" */
    bool held;            /* title and statement are held back */
};

enum room_kind { ROOM_CHALLENGE, ROOM_AGREEMENT, ROOM_ENGAGEMENT, ROOM_NOTE, ROOM_POSITION };

enum { ROOM_WORDINGS = 3 };

struct room_record {
    enum room_kind kind;
    const char *id; /* of a position: the finding's */
    /* "Police to Education and Early Help, on F5", "Police to Education and Early Help", "POL to EDU F5": the longest
     * for which a screen has room. All NULL: nobody is named, and it is no note or position. */
    const char *who[ROOM_WORDINGS];
    const char *state; /* "open", "due 31 March 2017", "no owner yet" */
    bool open;         /* something is still to be done here and now: unsettled, or without owner or date */
    const char *words; /* as put, as agreed, as noted */
    const char *answer;
    bool held; /* it stands, and nothing of it but its code is shown */
};

struct room {
    struct stamp at; /* it was worked out for */
    enum meeting_status status;
    const char *board, *review; /* "Harrowmere Safeguarding Children Board"; the review's title, else its code */
    instant last;               /* of the last event; 0: nothing was said */
    instant paused_at;          /* while paused */

    bool in_item;          /* an item was started, and the meeting has not ended */
    struct room_item item; /* when in_item; so are the rest */
    int64_t granted, left; /* ms; LEFT at `at` */
    instant since;         /* running: since when */
    bool discussing;       /* a finding is under discussion */
    struct room_finding finding;
    struct room_record *records; /* latest first */
    size_t record_count;
};

struct room *room_of(const struct meeting *meeting, struct stamp now, const struct audience *audience,
                     struct arena *arena);

/* What is left of the item's time at NOW, as meeting_left gives it while nothing was said since; in ms. */
int64_t room_left(const struct room *room, instant now);
/* The item's clock runs. */
bool room_runs(const struct room *room);
/* A threshold of the item's time was passed a moment ago (reading.h). */
bool room_alerts(const struct room *room, instant now);

#endif
