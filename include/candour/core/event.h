/* Event: one thing that happened. A session is its agenda and the list of these.
 *
 * An event's body is a struct of its word's shape, owned by the arena of the meeting it is applied to. Fields and
 * rules: design format, "Events". The bodies of challenge, agreement, engagement and note are the records themselves.
 */
#ifndef CANDOUR_CORE_EVENT_H
#define CANDOUR_CORE_EVENT_H

#include "candour/base/node.h"
#include "candour/core/field.h"

enum event_do {
    DO_OPEN,
    DO_START,
    DO_PAUSE,
    DO_RESUME,
    DO_EXTEND,
    DO_SKIP,
    DO_PARK,
    DO_GAP,
    DO_REPAIR,
    DO_REPLAN,
    DO_ADD_ITEM,
    DO_MOVE_ITEM,
    DO_HAND_OVER,
    DO_ATTEND,
    DO_FOCUS,
    DO_HEARD,
    DO_POSITION,
    DO_CHALLENGE,
    DO_AGREEMENT,
    DO_ENGAGEMENT,
    DO_NOTE,
    DO_AMEND,
    DO_ASSENT,
    DO_WITHDRAW,
    DO_REJECT,
    DO_AS_IS,
    DO_PROGRESS,
    DO_READBACK,
    DO_ASSESS,
    DO_UNDO,
    DO_REDO,
    DO_ADJOURN,
    DO_CLOSE,
    DO_REOPEN,
    DO_CONFIRM,
    DO_COUNT
};

struct event {
    struct stamp at;
    enum event_do what;
    void *body; /* struct of event_kinds[what].shape; never NULL */
};

struct event_open {
    const struct extra *extras;
    const char *program;
};
struct event_start {
    const struct extra *extras;
    const char *item;
    struct number back;
};
struct event_reason {
    const struct extra *extras;
    const char *reason;
}; /* pause resume adjourn close reopen confirm */
struct event_extend {
    const struct extra *extras;
    const char *item;
    struct number minutes;
    const char *reason, *agreed_by, *from; /* from NULL: end */
};
struct event_item {
    const struct extra *extras;
    const char *item, *reason;
}; /* skip park */
struct event_gap {
    const struct extra *extras;
    struct stamp from, to, until;
};
struct event_repair {
    const struct extra *extras;
    const char *item;
    struct number minutes;
    const char *reason;
};
struct replan_item {
    const struct extra *extras;
    const char *item;
    struct number minutes;
};
struct event_replan {
    const struct extra *extras;
    struct list items;
    const char *reason;
}; /* struct replan_item */
struct event_add_item {
    const struct extra *extras;
    const char *id, *title;
    struct number minutes;
    int purpose;
    const char *after;
};
struct event_move_item {
    const struct extra *extras;
    const char *item, *after;
}; /* after NULL: first */
enum hand_over_role { HAND_OVER_CHAIR = 1, HAND_OVER_MINUTES };
struct event_hand_over {
    const struct extra *extras;
    int role;
    const char *to;
};
enum attendance { ATTEND_PRESENT = 1, ATTEND_APOLOGIES, ATTEND_ABSENT, ATTEND_LEFT };
struct event_attend {
    const struct extra *extras;
    const char *person, *name, *agency;
    int state;
    const char *deputy_for, *interest;
};
struct event_focus {
    const struct extra *extras;
    const char *finding;
};
struct event_heard {
    const struct extra *extras;
    const char *agency;
};
enum position { POSITION_ACCEPTED = 1, POSITION_ACCEPTED_IN_PART, POSITION_NOT_ACCEPTED, POSITION_NEEDS_MORE_WORK };
struct dissent {
    const struct extra *extras;
    const char *agency, *reason;
};
struct event_position {
    const struct extra *extras;
    const char *finding;
    int position;
    const char *reason;
    const char *still_true; /* text: is it still true of practice today */
    struct list dissent;    /* struct dissent */
    int visibility;
};
/* Which fields of a record change: bit N of `mask` is field N of `of`; a masked field not given in `set` is cleared. */
struct amendment {
    const struct shape *of;
    void *set;
    uint64_t mask;
};
struct event_amend {
    const struct extra *extras;
    const char *id;
    struct amendment set;
};
enum assent { ASSENT_AGREED = 1, ASSENT_RESERVATION, ASSENT_ABSENT, ASSENT_DECLINED };
struct event_assent {
    const struct extra *extras;
    const char *id, *agency;
    int state;
    const char *words;
    day by;
};
struct event_withdraw {
    const struct extra *extras;
    const char *id, *reason;
}; /* withdraw reject */
struct event_as_is {
    const struct extra *extras;
    const char *finding, *reason;
};
struct event_progress {
    const struct extra *extras;
    const char *id, *by;
    int status; /* enum agreement_status */
    const char *text, *effect;
    int visibility;
};
struct event_readback {
    const struct extra *extras;
    const char *item;
    struct texts records;
    const char *words;
};
enum answer { ANSWER_MET = 1, ANSWER_PARTLY, ANSWER_NOT_MET };
struct event_assess {
    const struct extra *extras;
    const char *question;
    int answer;
    const char *words;
};
struct event_of {
    const struct extra *extras;
    struct stamp of;
}; /* undo redo */

extern const struct shape SHAPE_OPEN, SHAPE_START, SHAPE_PAUSE, SHAPE_RESUME, SHAPE_ADJOURN, SHAPE_CLOSE, SHAPE_REOPEN,
    SHAPE_CONFIRM, SHAPE_EXTEND, SHAPE_SKIP, SHAPE_PARK, SHAPE_GAP, SHAPE_REPAIR, SHAPE_REPLAN, SHAPE_REPLAN_ITEM,
    SHAPE_ADD_ITEM, SHAPE_MOVE_ITEM, SHAPE_HAND_OVER, SHAPE_ATTEND, SHAPE_FOCUS, SHAPE_HEARD, SHAPE_POSITION,
    SHAPE_DISSENT, SHAPE_AMEND, SHAPE_ASSENT, SHAPE_WITHDRAW, SHAPE_REJECT, SHAPE_AS_IS, SHAPE_PROGRESS, SHAPE_READBACK,
    SHAPE_ASSESS, SHAPE_UNDO, SHAPE_REDO;
extern const struct choices CHOICES_ATTENDANCE, CHOICES_POSITION, CHOICES_ASSENT, CHOICES_ANSWER, CHOICES_HAND_OVER;

/* One row a word: the table read by load, save, apply, undo, the log and the minutes. */
struct event_kind {
    const char *word; /* as in the file */
    const struct shape *shape;
    unsigned states; /* bits of enum meeting_status (meeting.h) in which it may be said */
    bool undoable;
    bool clock;        /* a clock event: starts, stops or corrects the clock */
    const char *label; /* "Challenge recorded" */
};
extern const struct event_kind event_kinds[DO_COUNT];

/* DO_COUNT when WORD is none. */
enum event_do event_do_of(const char *word);
/* A zeroed body for an event of this kind, in ARENA. */
struct arena;
struct event event_new(struct arena *arena, enum event_do what, struct stamp at);
/* A record as it stands NOW (a struct of the amendment's shape) to what it says once SET is made of it; into OUT. */
void amendment_apply(const struct amendment *set, const void *now, void *out);

#endif
