/* The table of events: word, fields, the states that allow it, and whether it can be undone. */
#include "candour/core/event.h"

#include <assert.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/core/meeting.h"
#include "candour/core/record.h"

enum {
    /* READY is the state of a meeting nothing was said of: whether `open` comes first is the fold's to see. */
    FIRST = STATUS_BIT(MEETING_READY),
    RUNNING = STATUS_BIT(MEETING_RUNNING),
    PAUSED = STATUS_BIT(MEETING_PAUSED),
    LIVE = STATUS_BIT(MEETING_READY) | RUNNING | PAUSED,
    LATER = STATUS_BIT(MEETING_CLOSED) | STATUS_BIT(MEETING_CONFIRMED),
    LIVE_LATER = LIVE | LATER,
    LEFT = STATUS_BIT(MEETING_ADJOURNED) | STATUS_BIT(MEETING_CLOSED),
    CLOSED = STATUS_BIT(MEETING_CLOSED),
};

enum { UNDO = 1 << 0, CLOCK = 1 << 1 };

#define EVENT(name, of, when, marks, words)                                                                            \
    {                                                                                                                  \
        .word = (name), .shape = &(of), .states = (when), .undoable = ((marks)&UNDO) != 0,                             \
        .clock = ((marks)&CLOCK) != 0, .label = (words)                                                                \
    }

const struct event_kind event_kinds[DO_COUNT] = {
    [DO_OPEN] = EVENT("open", SHAPE_OPEN, FIRST, CLOCK, "Meeting opened"),
    [DO_START] = EVENT("start", SHAPE_START, LIVE, UNDO | CLOCK, "Item started"),
    [DO_PAUSE] = EVENT("pause", SHAPE_PAUSE, RUNNING, UNDO | CLOCK, "Paused"),
    [DO_RESUME] = EVENT("resume", SHAPE_RESUME, PAUSED, UNDO | CLOCK, "Resumed"),
    [DO_EXTEND] = EVENT("extend", SHAPE_EXTEND, LIVE, UNDO, "Item extended"),
    [DO_SKIP] = EVENT("skip", SHAPE_SKIP, LIVE, UNDO, "Item skipped"),
    [DO_PARK] = EVENT("park", SHAPE_PARK, LIVE, UNDO, "Item parked"),
    [DO_GAP] = EVENT("gap", SHAPE_GAP, RUNNING, CLOCK, "Gap in the clock settled"),
    [DO_REPAIR] = EVENT("repair", SHAPE_REPAIR, LIVE, UNDO | CLOCK, "Used time put right"),
    [DO_REPLAN] = EVENT("replan", SHAPE_REPLAN, LIVE, UNDO, "Rest planned again"),
    [DO_ADD_ITEM] = EVENT("add-item", SHAPE_ADD_ITEM, LIVE, UNDO, "Item added"),
    [DO_MOVE_ITEM] = EVENT("move-item", SHAPE_MOVE_ITEM, LIVE, UNDO, "Item moved"),
    [DO_HAND_OVER] = EVENT("hand-over", SHAPE_HAND_OVER, LIVE, UNDO, "Handed over"),
    [DO_ATTEND] = EVENT("attend", SHAPE_ATTEND, LIVE, UNDO, "Attendance"),
    [DO_FOCUS] = EVENT("focus", SHAPE_FOCUS, LIVE, UNDO, "Finding under discussion"),
    [DO_HEARD] = EVENT("heard", SHAPE_HEARD, LIVE, UNDO, "Agency heard"),
    [DO_POSITION] = EVENT("position", SHAPE_POSITION, LIVE, UNDO, "Position taken"),
    [DO_CHALLENGE] = EVENT("challenge", SHAPE_CHALLENGE, LIVE, UNDO, "Challenge recorded"),
    [DO_AGREEMENT] = EVENT("agreement", SHAPE_AGREEMENT, LIVE, UNDO, "Agreement recorded"),
    [DO_ENGAGEMENT] = EVENT("engagement", SHAPE_ENGAGEMENT, LIVE, UNDO, "Engagement activity recorded"),
    [DO_NOTE] = EVENT("note", SHAPE_NOTE, LIVE, UNDO, "Note recorded"),
    [DO_AMEND] = EVENT("amend", SHAPE_AMEND, LIVE_LATER, UNDO, "Record changed"),
    [DO_ASSENT] = EVENT("assent", SHAPE_ASSENT, LIVE_LATER, UNDO, "Assent"),
    [DO_WITHDRAW] = EVENT("withdraw", SHAPE_WITHDRAW, LIVE_LATER, UNDO, "Record withdrawn"),
    [DO_REJECT] = EVENT("reject", SHAPE_REJECT, LIVE, UNDO, "Proposal rejected"),
    [DO_AS_IS] = EVENT("as-is", SHAPE_AS_IS, LIVE, UNDO, "Kept as it is"),
    [DO_PROGRESS] = EVENT("progress", SHAPE_PROGRESS, LIVE_LATER, UNDO, "Progress"),
    [DO_READBACK] = EVENT("readback", SHAPE_READBACK, LIVE_LATER, UNDO, "Read back"),
    [DO_ASSESS] = EVENT("assess", SHAPE_ASSESS, LIVE_LATER, UNDO, "Question answered"),
    [DO_UNDO] = EVENT("undo", SHAPE_UNDO, LIVE_LATER, 0, "Undone"),
    [DO_REDO] = EVENT("redo", SHAPE_REDO, LIVE_LATER, 0, "Done again"),
    [DO_ADJOURN] = EVENT("adjourn", SHAPE_ADJOURN, LIVE, CLOCK, "Adjourned"),
    [DO_CLOSE] = EVENT("close", SHAPE_CLOSE, LIVE, CLOCK, "Closed"),
    [DO_REOPEN] = EVENT("reopen", SHAPE_REOPEN, LEFT, CLOCK, "Reopened"),
    [DO_CONFIRM] = EVENT("confirm", SHAPE_CONFIRM, CLOSED, 0, "Record confirmed"),
};

enum event_do event_do_of(const char *word) {
    for (int i = 0; i < DO_COUNT; i++)
        if (event_kinds[i].word[0] == word[0] && strcmp(event_kinds[i].word, word) == 0)
            return (enum event_do)i;
    return DO_COUNT;
}

struct event event_new(struct arena *arena, enum event_do what, struct stamp at) {
    assert(what < DO_COUNT);
    return (struct event){.at = at, .what = what, .body = arena_alloc(arena, event_kinds[what].shape->size)};
}

void amendment_apply(const struct amendment *set, const void *now, void *out) {
    memcpy(out, now, set->of->size);
    for (size_t i = 0; i < set->of->count; i++)
        if (set->mask >> i & 1)
            field_copy(&set->of->fields[i], out, set->set);
}
