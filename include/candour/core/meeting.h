/* Meeting: the fold of an agenda and what happened; every screen, report and `outcome:` reads this.
 *
 *   m = meeting_new(arena, agenda);
 *   refusal = meeting_apply(m, event);      for each event, live or from the file
 *   used = meeting_used(m, place, now);
 *
 * meeting_apply is the only thing that changes a meeting. It checks first and changes nothing when it refuses; an
 * event it accepts is kept (its body must live in the meeting's arena). The same refusals feed the greyed-out key, the
 * message line and `check`. All pointers belong to the arena; what they
 * point to may change with the next event. Nothing reads a clock: a live clock is worked out from
 * the `now` of the caller, never stored.
 *
 * Undo is the fold without the event, as if it had never been said: the state is taken back to just before it and what
 * followed is applied again. Undoing the latest events is cheap however long the meeting is. When something that
 * followed cannot stand without it, everything is as before and the undo is refused.
 *
 * Where the format leaves it open:
 * - start: of another item ends the focus; of a skipped or parked item: it is visited, its minutes stay where they went
 * - skip, park: of the running item: its time ends there and the meeting is paused on it; a visited item keeps what it
 *   used, what is left goes to the end. Resuming such an item is refused: it is started again instead
 * - extend: neither account may be skipped or parked; with negative minutes the item is the one that loses
 * - repair: of an item never started counts it as visited; a start cannot be dated back over a repair of the item
 *   running
 * - reopen: a start cannot be dated back before it: what was said outside the meeting took no time of it
 * - add-item: without `after` comes after the current item, or last when there is none
 * - heard, focus: before the first start they are said in no item
 * - attend: without agency and deputy_for is about all that was recorded for the person; the first one counts for the
 *   person's own agency. Without an agency a deputy sits for the agency of `deputy_for`
 * - amend: may change nothing: two may have put the same right
 * - progress: with a status changes the agreement (a new wording of it, to which assent still holds); other records
 *   have none
 * - records: are numbered up to RECORD_NUMBER_MOST; a proposal adopted by a record that is withdrawn stays decided
 */
#ifndef CANDOUR_CORE_MEETING_H
#define CANDOUR_CORE_MEETING_H

#include "candour/core/agenda.h"
#include "candour/core/event.h"
#include "candour/core/record.h"

struct arena;

enum { RECORD_NUMBER_MOST = 999999 };

enum meeting_status {
    MEETING_READY = 1,
    MEETING_RUNNING,
    MEETING_PAUSED,
    MEETING_ADJOURNED,
    MEETING_CLOSED,
    MEETING_CONFIRMED
};
#define STATUS_BIT(status) (1U << (unsigned)(status))

enum refusal_code {
    REFUSED_NOT = 0, /* accepted */
    REFUSED_FIRST_NOT_OPEN,
    REFUSED_OPEN_AGAIN,
    REFUSED_TIME_ORDER, /* not strictly later than the one before */
    REFUSED_READY,      /* the meeting has not begun: subject is the act */
    REFUSED_RUNNING,
    REFUSED_PAUSED,
    REFUSED_ADJOURNED,
    REFUSED_CLOSED,
    REFUSED_CONFIRMED,
    REFUSED_NO_SUCH, /* subject names nothing */
    REFUSED_ID_USED,
    REFUSED_ID_ORDER, /* not a free id of its kind */
    REFUSED_WITHDRAWN,
    REFUSED_ALREADY_RUNNING,
    REFUSED_BACK_TOO_FAR,
    REFUSED_PAYER_SAME,
    REFUSED_PAYER_STARTED,
    REFUSED_PAYER_PROTECTED,
    REFUSED_PAYER_BREAK,
    REFUSED_PAYER_SHORT, /* has not that many minutes */
    REFUSED_NO_MINUTES,  /* zero */
    REFUSED_ITEM_GONE,   /* skipped or parked already */
    REFUSED_REPLAN_ITEM, /* started, protected or a break */
    REFUSED_GAP_ORDER,   /* from <= until <= to <= at does not hold */
    REFUSED_GAP_CLOCK,   /* no item was running through it */
    REFUSED_MOVE_SELF,
    REFUSED_REPLACES_SELF,
    REFUSED_REPLAN_TWICE,
    REFUSED_NOT_UNDOABLE,
    REFUSED_UNDONE_ALREADY,
    REFUSED_BEHIND_BARRIER, /* before an adjourn, close or reopen */
    REFUSED_NEEDED,         /* what followed cannot stand without it: subject is what */
    REFUSED_NOTHING_TO_REDO,
    REFUSED_DECIDED,     /* a proposal adopted or rejected already */
    REFUSED_REQUIRED,    /* a field is missing: subject is its key */
    REFUSED_COMBINATION, /* fields that cannot stand together: subject says which */
    REFUSED_RANGE,       /* a figure is too small or too large: subject is its key */
    REFUSAL_COUNT
};

struct refusal {
    enum refusal_code code;
    const char *subject; /* id, act or field it is about; NULL for none */
};

/* One sentence for the message line and for `check`: what and, where it helps, what to do. OUT of SIZE at least 160. */
char *refusal_text(struct refusal refusal, char *out, size_t size);

/* --- what there is --- */

enum item_stage { ITEM_TO_COME, ITEM_VISITED, ITEM_SKIPPED, ITEM_PARKED };

struct item_state {
    const struct item *item;
    bool added; /* by `add-item` */
    enum item_stage stage;
    const char *reason;  /* of skip or park */
    int64_t planned;     /* ms; 0 for an added item */
    int64_t granted;     /* ms */
    int64_t used;        /* ms of closed spans; meeting_used adds the running one */
    instant first_start; /* 0: never started */
    uint32_t starts;
};

struct span {        /* a stretch of closed clock, never empty; a change of focus ends one and begins the next */
    uint32_t place;  /* of the item, in `items` */
    int32_t finding; /* under discussion, in agenda->findings; -1: none */
    instant from, to;
};

struct wording { /* one wording of a record: as recorded, or after an amendment */
    const void *value;
    size_t event;
    const struct wording *earlier;
};

struct assent_state {
    const struct event_assent *assent;
    size_t event;
    const struct assent_state *earlier; /* of the same agreement, any agency */
};

struct progress_state {
    const struct event_progress *progress;
    struct stamp at;
    size_t event;
    const struct progress_state *earlier;
};

struct record_state {
    enum record_kind kind;
    const char *id;
    const void *now;             /* struct challenge, agreement, engagement or note */
    const struct wording *words; /* the latest; its `value` is `now` */
    size_t event;                /* that recorded it */
    size_t words_event;          /* last that changed its words, owner, partners or due date */
    size_t read_event;           /* last read-back that named it; SIZE_MAX: none */
    int32_t place;               /* of its item, else of the item it was said in; -1: none */
    bool withdrawn;
    bool withheld; /* only in a meeting made for some audience (audience.h): not for these readers */
    const char *withdraw_reason;
    const struct assent_state *assents;    /* latest first; agreements only */
    const struct progress_state *progress; /* latest first */
};

struct finding_state {
    const struct finding *finding;
    const struct event_position *position; /* NULL: none yet */
    size_t position_event;
    const char *as_is; /* reason of the latest as-is, or NULL */
    bool focused;      /* was under discussion at least once */
    int64_t used;      /* ms of closed spans; meeting_finding_used adds the running one */
};

struct attendance_state {
    const struct event_attend *attend; /* the latest said of it */
    instant at;
    size_t event;
    const char *who;        /* person's id, or name */
    const char *agency;     /* represented, or NULL */
    const char *deputy_for; /* kept until another is given */
    const char *interest;   /* likewise */
    int32_t next;           /* next row of the same person or name; -1: none */
};

struct proposal_state {
    const struct agreement *proposal;
    const char *adopted; /* id of the agreement that grew from it; NULL: none */
    const char *reason;  /* why it was rejected */
    bool rejected;
};

struct assessment_state {
    const struct event_assess *assess; /* NULL: not answered */
    size_t event;
};

struct extension { /* a row of the ledger */
    size_t event;
    uint32_t place;
    int32_t from;    /* place of the payer, -1: the end */
    int64_t granted; /* ms, may be negative */
};

struct event_note { /* kept beside each event */
    bool undone;
    uint8_t status; /* enum meeting_status it was said in */
    int32_t place;  /* item running or current once it was said (of a start: what it started), -1: none */
};

struct meeting {
    struct arena *arena;
    const struct agenda *agenda;

    struct event *events;
    struct event_note *event_notes;
    size_t event_count;

    enum meeting_status status;
    int32_t current;     /* place of the current item, -1: none was started yet */
    instant since;       /* running: since when */
    instant opened;      /* `open` */
    instant first_start; /* 0: not started */
    instant paused_at;   /* paused: since when */
    instant last_clock;  /* instant of the last clock event */
    int32_t focus;       /* finding under discussion, -1: none */
    int64_t end_account; /* ms granted beyond (above 0) or given back before the planned end */

    struct item_state *items;
    uint32_t item_count; /* agenda's own first, in file order, then added ones: a place never changes */
    uint32_t *order;     /* the order they are taken in now: places */

    struct span *spans;
    size_t span_count;
    struct extension *extensions;
    size_t extension_count;
    struct record_state *records; /* in order of recording, all kinds */
    size_t record_count;
    struct finding_state *findings;      /* one for each of the agenda's */
    struct attendance_state *attendance; /* one for each person or name and agency spoken of */
    size_t attendance_count;
    struct proposal_state *proposals;     /* one for each of the agenda's */
    struct assessment_state *assessments; /* one for each question of the marker */
    const char *chair;                    /* person who holds the chair since a hand-over; NULL: none said */
    const char *minutes;                  /* who holds the minutes */

    struct meeting_inside *inside; /* index of ids, journal of changes: core's own */
};

/* AGENDA and ARENA must outlive it. */
struct meeting *meeting_new(struct arena *arena, const struct agenda *agenda);
/* Room for COUNT events in all: spares growing when it is known how many will come. */
void meeting_expect(struct meeting *meeting, size_t count);

struct refusal meeting_apply(struct meeting *meeting, const struct event *event);
/* What meeting_apply would say, for a key that is to be greyed out; an undo is only looked at, not tried. */
struct refusal meeting_check(const struct meeting *meeting, const struct event *event);
/* May an act of this kind be said in the state the meeting is in? */
struct refusal meeting_may(const struct meeting *meeting, enum event_do what);

/* --- ids --- */

/* What ID names: one bit of enum ref_kind, 0 when nothing. PLACE (may be NULL): its place in its list
 * (recommendation: in its finding's list; records: in `records`). Reserved targets give their bit. */
uint32_t meeting_names(const struct meeting *meeting, const char *id, size_t *place);
/* May ID stand in FIELD (its refs)? */
bool meeting_ref_fits(const struct meeting *meeting, const struct field *field, const char *id);
/* May a new record or item be called ID? REFUSED_ID_USED: it names something, or once did. */
bool meeting_id_free(const struct meeting *meeting, const char *id);
struct record_state *meeting_record(const struct meeting *meeting, const char *id); /* NULL */
int32_t meeting_item_place(const struct meeting *meeting, const char *id);          /* -1 */
int32_t meeting_finding_place(const struct meeting *meeting, const char *id);       /* -1 */
/* The next free id of a kind ("C7"), never one used before, withdrawn or undone; OUT of 16 bytes. */
char *meeting_next_id(const struct meeting *meeting, enum record_kind kind, char out[16]);
char *meeting_next_item_id(const struct meeting *meeting, char out[16]);

/* --- time: all in milliseconds, NOW is UTC --- */

bool meeting_clock_runs(const struct meeting *meeting);
int64_t meeting_used(const struct meeting *meeting, uint32_t place, instant now);
/* Granted less used; below zero is overrun. */
int64_t meeting_left(const struct meeting *meeting, uint32_t place, instant now);
int64_t meeting_finding_used(const struct meeting *meeting, uint32_t finding, instant now);
/* Sum of the agenda's minutes. */
int64_t meeting_planned_total(const struct meeting *meeting);
/* meeting.start plus the minutes if meeting.date is the local day of NOW, else the first start plus the minutes;
 * 0 when neither is known (no start given, or another day and nothing started). */
instant meeting_planned_end(const struct meeting *meeting, struct stamp now);
/* NOW, what is left of the current item (never below 0), and what is granted to those to come, waiting for an `at` (the
 * nearest to NOW). Of a meeting that was left or closed: when that was. */
instant meeting_projected_end(const struct meeting *meeting, struct stamp now);
/* The place that `]` would start: the first after the current one, in order, that is to come; -1: none. */
int32_t meeting_next_item(const struct meeting *meeting);
/* The place that `[` would go back to: the nearest before the current one, in order, that was visited; -1: none. */
int32_t meeting_previous_item(const struct meeting *meeting);
/* For a session that is looked at later: the running item ended at the last event. 0: nothing was said. */
instant meeting_last_instant(const struct meeting *meeting);
/* Events that undos and redos took back and said again, in all: what they cost. An undo costs those since the event
 * meant, so a list made to be slow can cost its square. */
uint64_t meeting_said_again(const struct meeting *meeting);

/* What a `replan` would grant, so that the meeting ends as planned: the items still to come, neither protected nor
 * breaks, scaled to what is left in whole minutes (largest remainder, none under 1). In ARENA, in order; only items
 * whose minutes would change. */
struct replan {
    struct list items;  /* struct replan_item */
    int64_t cannot_fit; /* ms by which it would still end too late; below zero: too early (under a minute: rounding) */
};
struct replan meeting_replan(const struct meeting *meeting, struct stamp now, struct arena *arena);

/* --- who --- */

/* In the item at PLACE: a `heard` event there, or putting or answering a challenge there. */
bool meeting_heard(const struct meeting *meeting, uint32_t place, const char *agency);
/* Attendance not recorded counts as in the room; apologies, absent and left do not. An agency is in the room while
 * anyone of it is, or nothing was recorded for it. */
bool meeting_in_room(const struct meeting *meeting, const char *agency);
/* Statutory and relevant agencies: the ones that "quiet" and "owns nothing" speak of. */
bool agency_counts(const struct agency *agency);
/* Agreed to the words as they stand now? */
bool assent_current(const struct record_state *record, const struct assent_state *assent);
/* The latest assent of AGENCY to an agreement, or NULL. */
const struct assent_state *assent_of(const struct record_state *record, const char *agency);

/* --- undo --- */

/* The event an undo (redo) would be `of`: the latest that may be; SIZE_MAX when there is none. An undo may still be
 * refused as needed; a redo may name any of those undone since the last new act. */
size_t meeting_undo_target(const struct meeting *meeting);
size_t meeting_redo_target(const struct meeting *meeting);

/* --- outcome --- */

/* The derived `outcome:` of the meeting as it stands, in ARENA. All agencies, findings and items are listed, in the
 * order of the file (items added: last); withdrawn records are left out. Of an agency: the items it was heard in, the
 * agreements it owns, those it is only a partner of, those it assented to as they stand, be it with a reservation. Not
 * reached: items never started, skipped or parked, once the meeting is closed. An item still running ends at the last
 * event. */
struct outcome *meeting_outcome(const struct meeting *meeting, struct arena *arena);

/* One sentence for an event, as the log and the minutes say it: "Police challenged Education and Early Help on F5".
 * In ARENA. */
char *event_sentence(const struct meeting *meeting, size_t event, struct arena *arena);

#endif
