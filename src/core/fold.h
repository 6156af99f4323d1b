/* Fold: what the parts of the meeting share among themselves; nobody outside core's meeting, fold and summary includes
 * it.
 *
 * Each kind of event has a check, which looks only, and an effect, which cannot fail once the check passed. An effect
 * changes state through CHANGE and ROOM alone: they write down the old bytes, so that undo can take everything back to
 * just before an event. What is not state (the events, which ids were ever used) is kept outside that journal.
 */
#ifndef CANDOUR_CORE_FOLD_H
#define CANDOUR_CORE_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "candour/core/meeting.h"

/* A name in the index of attendance: a person's id, or what was typed. Beside the bits of enum ref_kind. */
#define NAMES_ATTENDEE (1U << 31)

struct id_entry {
    const char *id;
    uint32_t place;
    uint32_t tag; /* number of the bit that says what it names, and 27 bits of the id's hash */
};

struct journal_word {
    uint64_t *at; /* NULL: a move in `order`, from << 32 | to */
    uint64_t old;
};

enum { JOURNAL_BLOCK = 254 };

struct journal_block {
    struct journal_block *before, *after;
    struct journal_word words[JOURNAL_BLOCK];
};

enum vector { ITEMS, ORDER, SPANS, EXTENSIONS, RECORDS, ATTENDANCE, HEARD, VECTORS };

/* A vector of the state grows by moving, and going back moves it back: the places it grew to are kept and used again.
 */
struct room {
    uint32_t capacity; /* journaled */
    uint32_t unused;   /* a journaled word holds nothing else */
    void *grown[24];   /* by doubling */
};

struct heard_cell {
    uint64_t key; /* place of the item << 32 | place of the agency, and 1; 0: free */
    uint32_t count;
};

struct meeting_inside {
    struct id_entry *ids; /* open addressing; entries are never taken out, see ids_find */
    uint32_t id_capacity; /* a power of two */
    uint32_t id_count;
    uint32_t next[RECORD_KINDS]; /* numbers never used */
    uint32_t next_item;

    struct journal_block *journal;
    uint32_t journal_used; /* of the block */
    uint32_t mark;         /* words kept since the barrier */
    uint32_t *marks;       /* beside each event: `mark` just before it */
    void **made;           /* beside each event: what it put into the state, see fold_made */
    size_t event_capacity;
    size_t barrier; /* events before it cannot be undone */

    size_t *redo; /* events undone since the last new act */
    size_t redo_count, redo_capacity;
    uint64_t said_again; /* events, in all undos and redos */

    struct room rooms[VECTORS];
    struct span *cuts; /* for the moment of a gap */
    uint32_t cuts_capacity;

    struct heard_cell *heard; /* open addressing; a cell stays when its count goes back to 0 */
    uint32_t heard_used;
    uint32_t unused; /* fills the word of heard_used, which is journaled */

    uint32_t *attending; /* by place of the agency: rows of attendance that say present */
    uint32_t *spoken_of; /* and rows at all */
};

/* An event on its way into the state. */
struct act {
    const struct event *event;
    size_t index; /* in `events` */
};

typedef struct refusal act_check(const struct meeting *m, const struct event *event);
typedef void act_effect(struct meeting *m, struct act act);

static inline struct refusal refused(enum refusal_code code, const char *subject) {
    return (struct refusal){.code = code, .subject = subject};
}

static inline struct refusal accepted(void) {
    return (struct refusal){.code = REFUSED_NOT, .subject = NULL};
}

/* --- journal --- */

/* Writes down the words that SIZE bytes at ADDRESS stand in. The memory begins and ends at multiples of 8. */
void journal_keep(struct meeting *m, void *address, size_t size);
/* An item is about to move in the order. */
void journal_order(struct meeting *m, uint32_t from, uint32_t to);
/* Takes everything back to MARK. */
void journal_back(struct meeting *m, uint32_t mark);
/* Nothing before this can be taken back any more. */
void journal_drop(struct meeting *m);

#define CHANGE(m, target, value) (journal_keep((m), &(target), sizeof(target)), (void)((target) = (value)))

/* A place for twice as many things of SIZE; what stands in it is of no account. The capacity is changed. */
void *room_grow(struct meeting *m, enum vector vector, size_t size);
/* The same with COUNT things copied into it. */
void *room_move(struct meeting *m, enum vector vector, const void *things, size_t count, size_t size);

/* Room for one more of THINGS, a vector of COUNT. The old place stays as it is for the journal. */
#define ROOM(m, things, count, vector)                                                                                 \
    do {                                                                                                               \
        if ((count) == (m)->inside->rooms[vector].capacity)                                                            \
            CHANGE((m), (things), room_move((m), (vector), (things), (count), sizeof *(things)));                      \
    } while (0)

/* SIZE bytes for what the event at INDEX puts into the state. Said again after an undo it gets the same: whatever
 * pointed there was taken back. */
void *fold_made(struct meeting *m, size_t index, size_t size);

/* --- ids --- */

void ids_begin(struct meeting *m);
/* ID names the thing at PLACE from now on; a second entry of the same kind replaces the first. */
void ids_put(struct meeting *m, const char *id, uint32_t names, size_t place);
/* The entry of ID that names one of NAMES and stands now; NULL when there is none. */
const struct id_entry *ids_find(const struct meeting *m, const char *id, uint32_t names);
/* The place of the agency, or -1. */
int32_t agency_place(const struct meeting *m, const char *id);
/* Id of a new record or item: right letter and number, never used. */
struct refusal ids_check_record(const struct meeting *m, enum record_kind kind, const char *id);
struct refusal ids_check_item(const struct meeting *m, const char *id);

/* --- fields --- */

/* Every required field is there and every ref names what may stand there, also in the mappings inside. */
struct refusal fields_check(const struct meeting *m, const struct shape *shape, const void *body);
/* What the table of needs asks of BODY. */
struct refusal needs_check(const struct shape *shape, const void *body);
/* What no table says of a record. */
struct refusal record_rules(enum record_kind kind, const void *record);

/* --- clock --- */

/* The running item stops at T: its time is closed. T is not before the last clock event. */
void clock_stop(struct meeting *m, instant t);
/* Paused from T on. */
void clock_pause(struct meeting *m, instant t);
/* A change of the finding under discussion at T: what was counted until now is closed. */
void clock_cut(struct meeting *m, instant t);

/* --- time --- */

/* When the hands of the room's clock next stand (or stood) at AT (minutes since midnight): the occurrence nearest to
 * NOW, so that a meeting may run over midnight. Before the meeting has started it is not in the evening before. */
instant time_fixed_start(const struct meeting *m, int32_t at, struct stamp now);
/* As meeting_projected_end of a live meeting, with other minutes GRANTED by place (NULL: those of the ledger). */
instant time_projected(const struct meeting *m, struct stamp now, const int64_t *granted);

/* --- items --- */

void order_move(struct meeting *m, uint32_t from, uint32_t to);

/* --- attendance --- */

/* Does it say for which agency, or whose deputy? */
bool attend_names_hat(const struct event_attend *attend);
/* The agency it is about, NULL when there is none. */
const char *attend_agency(const struct meeting *m, const struct event_attend *attend);
/* The first row of a person's id or a name; -1 when nothing was said of them. */
int32_t attendance_first(const struct meeting *m, const char *who);

/* --- records --- */

/* AFTER is what the record says from now on. */
void record_reword(struct meeting *m, struct record_state *record, struct wording *wording, const void *after,
                   size_t event);
/* Agencies heard through a challenge: its by and given_by count once more (BY 1) or no longer (BY -1). */
void voices_count(struct meeting *m, const struct record_state *record, int by);
/* AGENCY (NULL: nobody) was heard once more, or once less, in the item at PLACE. */
void heard_count(struct meeting *m, int32_t place, const char *agency, int by);

/* Who was heard where, each pair once: place of the agency << 32 | place of the item, sorted; in ARENA. */
const uint64_t *heard_pairs(const struct meeting *m, struct arena *arena, size_t *count);

/* --- the table of acts, meeting.c --- */

/* Checks of what the event says in the state as it is; not its time, not whether its id is new. */
struct refusal fold_check(const struct meeting *m, const struct event *event);
void fold_effect(struct meeting *m, struct act act);

/* --- undo --- */

struct refusal undo_check(const struct meeting *m, const struct event *event);
struct refusal redo_check(const struct meeting *m, const struct event *event);
/* Tries it; on refusal everything is as before. */
struct refusal undo_apply(struct meeting *m, const struct event *event);
struct refusal redo_apply(struct meeting *m, const struct event *event);
/* An event that was just taken in ends redo, unless it is an undo or redo itself. */
void undo_forget(struct meeting *m);
void undo_barrier(struct meeting *m);

/* Checks and effects by kind. */
act_check check_start, check_resume, check_gap, check_extend, check_item_gone, check_replan, check_move_item,
    check_record, check_amend, check_standing, check_reject, check_readback, check_nothing;
act_effect effect_open, effect_start, effect_pause, effect_resume, effect_gap, effect_repair, effect_adjourn,
    effect_close, effect_reopen, effect_confirm, effect_extend, effect_skip, effect_park, effect_replan,
    effect_add_item, effect_move_item, effect_hand_over, effect_attend, effect_focus, effect_heard, effect_position,
    effect_record, effect_amend, effect_assent, effect_withdraw, effect_reject, effect_as_is, effect_progress,
    effect_readback, effect_assess;

#endif
