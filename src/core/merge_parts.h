/* What the parts of a merge share among themselves; nobody else includes it. */
#ifndef CANDOUR_CORE_MERGE_PARTS_H
#define CANDOUR_CORE_MERGE_PARTS_H

#include "candour/core/merge.h"

struct merge_copy {
    const struct meeting *m;
    size_t *twin;      /* by event: the one of the other copy that is the same; SIZE_MAX: none */
    bool *left;        /* by event: left out, for the other copy did it too */
    struct event *now; /* by event: as it is to stand */
    bool *changed;     /* by event: `now` is not what the copy has */
    size_t *index;     /* by event: in the merged meeting; SIZE_MAX: not there */
};

struct merge_id { /* open addressing */
    const char *from, *to;
};

struct merge_inside {
    struct arena *arena;
    struct merge_copy copy[2];
    struct merge_id *ids;
    size_t id_capacity; /* a power of two, or 0 */
    size_t id_count;
    size_t rename_capacity, remark_capacity, difference_capacity;
};

static inline enum merge_side merge_other(enum merge_side side) {
    return side == MERGE_A ? MERGE_B : MERGE_A;
}

/* --- what is the same: merge_same.c --- */

/* Fills `differences`; false when one of them is a reason to refuse. */
bool merge_agendas(struct merge *merge);
/* The same keys of the user's own, in A and B and below them? */
bool merge_own_equal(const struct shape *shape, const void *a, const void *b);

/* --- ids: merge_ids.c --- */

/* Event B (of B), which made an id, made the one that A calls TO. */
void merge_rename_to(struct merge *merge, size_t b, const char *to);
/* New ids of B's own events, after those it shares with A are known. False: none is left for one of them. */
bool merge_rename_all(struct merge *merge);
/* The id an event makes, or NULL. */
const char *merge_id_made(const struct event *event);
/* What B's ID is now; itself when it did not change. */
const char *merge_renamed(const struct merge *merge, const char *id);
/* BODY with B's ids as they are now: a copy in the merge's arena, or BODY itself when nothing in it changes. */
void *merge_rewritten(const struct merge *merge, const struct shape *shape, void *body);
/* Calls SEEN for each reference in BODY, with the id as it stands there. */
typedef void merge_ref_seen(void *context, const char *id);
void merge_refs(const struct shape *shape, const void *body, merge_ref_seen *seen, void *context);
/* Calls SEEN for each renamed id that a text in BODY, or below, speaks of: with the id as it was. */
void merge_mentions(const struct merge *merge, const struct shape *shape, const void *body, merge_ref_seen *seen,
                    void *context);

/* --- done once: merge_once.c --- */

/* What both copies did, did alike and can be done only once: LEFT is set for all events that one of them adds to it.
 * EARLIER: the copy that did it first stands where there is a choice. Remarks are added. True when there was any. */
bool merge_once(struct merge *merge, bool earlier);

/* --- where it was said: merge_items.c --- */

/* What was said in one item and now stands where the other copy had gone on to another: records get the name of theirs.
 * True when one was changed, and all must be said again. */
bool merge_keep_items(struct merge *merge);

/* --- remarks: merge_remarks.c, merge_edits.c --- */

struct merge_remark *merge_remark(struct merge *merge, enum merge_remark_kind kind, struct merge_said one,
                                  struct merge_said other);
void merge_remark_all(struct merge *merge);
void merge_edits(struct merge *merge);

/* An event behind the base that only this copy has, and that is taken. */
bool merge_own_event(const struct merge *merge, struct merge_said said);
/* Does it stand at the end of its own copy? */
bool merge_stands(const struct merge *merge, struct merge_said said);
/* The event an undo or redo of M is of; SIZE_MAX: it is neither. */
size_t merge_target(const struct meeting *m, size_t event);

#endif
