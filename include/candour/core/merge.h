/* Merge: two copies of one session that went separate ways, brought together as one list of events.
 *
 *   merge = merge_meetings(a, b, arena);
 *   if (merge->refusal.why == MERGE_GOOD)       base events of A, then merge->events; merge->meeting is the fold of
 * them
 *
 * The base is the run of events both copies begin with. What follows is put in order of time and said again to a new
 * meeting, which is the judge: where it refuses an event, the whole is refused, with the event of the other copy that
 * is in the way. No event is dropped unsaid. The agendas must say the same; clock events may follow the base in one
 * copy only, for a meeting has one clock. A's events stay as they are; B's give way: a new id that A has used too
 * becomes the next one that neither has used, in all that refers to it, never in texts an event of the same instant as
 * one of A's is put at the first millisecond behind it that is free Both may change what was said in a record or a
 * finding: the later stands, as it would have in one copy, and it is remarked on. An event that stands in both behind
 * the base (they were merged before) is taken once; so is what can be done only once (confirmed, withdrawn, undone ...)
 * where both end with it.
 *
 * Pure: nothing is read or written. Texts are the two meetings' own, or in ARENA; the meetings must outlive the result.
 */
#ifndef CANDOUR_CORE_MERGE_H
#define CANDOUR_CORE_MERGE_H

#include "candour/core/meeting.h"

enum merge_side { MERGE_A, MERGE_B };

struct merge_said { /* an event, in its own copy */
    enum merge_side side;
    size_t event;
};

struct merged_event {
    struct event event; /* as it is to stand */
    struct merge_said said;
    bool changed; /* it is not, in all, what its copy has: another id, time or item */
};

struct merge_rename {
    const char *from, *to; /* B's id, and what it is now; may be the same */
    size_t event;          /* of B, that made it */
};

enum merge_remark_kind {
    MERGE_REMARK_BOTH,        /* both changed the same thing: ONE stands, OTHER gave way */
    MERGE_REMARK_GONE,        /* ONE withdrew (or took back) the record ID; OTHER had gone on with it */
    MERGE_REMARK_OTHER_WORDS, /* ONE agreed to or read back ID, in words that OTHER had changed by then */
    MERGE_REMARK_SUM,         /* both gave or took minutes of the item ID, and both count */
    MERGE_REMARK_ALIKE,       /* both changed the same thing alike */
    MERGE_REMARK_ONCE,        /* what can be done only once: ONE stands, OTHER is left out */
    MERGE_REMARK_SAME_WORDS,  /* ONE and OTHER recorded the same words; ID is the one of OTHER */
    MERGE_REMARK_ITEM_KEPT,   /* ONE was said in the item ID, which it now names: OTHER had the clock go on */
    MERGE_REMARK_ITEM_LOST,   /* ONE was said in the item ID and now counts for the item ABOUT (either NULL: none) */
    MERGE_REMARK_MENTION,     /* a text of ONE (ABOUT: of this record, or NULL) speaks of ID, which is another now */
    MERGE_REMARK_MOVED,       /* ONE has another time, for the old one was taken by OTHER */
    MERGE_REMARK_OWN_KEYS,    /* `x-` keys of an event both have differ: ONE (of A) keeps its own */
    MERGE_REMARK_KINDS
};

struct merge_remark {
    enum merge_remark_kind kind;
    struct merge_said one, other;
    instant at;                /* of ONE, as it stands */
    const char *id;            /* of the record, item, finding or question; NULL: none */
    const char *about;         /* agency, person */
    const struct field *field; /* that both changed; NULL: what the act as a whole says */
};

/* Where two agendas differ: from the file's top, key by key, with the entry in a list. */
enum { MERGE_STEPS = 6 };
struct merge_step {
    const char *key;
    int32_t entry;  /* -1: the key itself */
    const char *id; /* of the entry, where it has one */
};
struct merge_difference {
    struct merge_step steps[MERGE_STEPS];
    size_t count;
    bool own; /* in a key of the user's own: A's is kept, and it is no reason to refuse */
};

enum merge_refused {
    MERGE_GOOD,
    MERGE_AGENDAS,   /* they differ: `differences` */
    MERGE_CLOCKS,    /* clock events on both sides of what they share: merge_clock tells which */
    MERGE_NO_PLACE,  /* `event` cannot stand where it would: `refusal` */
    MERGE_NO_NUMBERS /* no id is free for what `event` (of B) recorded */
};

struct merge_refusal {
    enum merge_refused why;
    struct merge_said event;
    struct refusal refusal;
    bool known; /* BECAUSE is the event of the other copy without which it could stand */
    struct merge_said because;
};

struct merge {
    const struct meeting *from[2];
    size_t base;                 /* events both begin with */
    struct merged_event *events; /* what follows them */
    size_t count;
    size_t taken[2];              /* how many of them come from each copy alone */
    size_t shared;                /* and how many stand in both */
    struct merge_rename *renames; /* of B's new ids, in order of recording */
    size_t rename_count;
    struct merge_remark *remarks; /* by kind, then in order of time */
    size_t remark_count;
    struct merge_difference *differences;
    size_t difference_count;
    struct meeting *meeting; /* NULL when refused */
    struct merge_refusal refusal;
    struct merge_inside *inside;
};

struct merge *merge_meetings(const struct meeting *a, const struct meeting *b, struct arena *arena);

/* Of an event behind the base: does the other copy have it too? */
bool merge_shared(const struct merge *merge, struct merge_said said);
/* Does it start, stop or correct the clock? */
bool merge_clock(const struct merge *merge, struct merge_said said);

#endif
