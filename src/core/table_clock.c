/* Events of the clock and of the agenda in motion. */
#include "candour/core/agenda.h"
#include "candour/core/event.h"

#include "rows.h"

#define OF struct event_open
static const struct field open_rows[] = {
    LINE(program, FREE, "Program", "The program that opened the session, with its version.", "candour 1.0.0"),
};
const struct shape SHAPE_OPEN = SHAPE("open", struct event_open, open_rows);
#undef OF

#define OF struct event_start
static const struct field start_rows[] = {
    REF(item, NEEDED, REF_ITEM, "Item", "The item that runs from now on.", "I5"),
    MINUTES(back, FREE, 1, DAY_MINUTES, "Minutes ago",
            "It began so many minutes ago, but not before the last act of the clock.", "4"),
};
const struct shape SHAPE_START = SHAPE("start", struct event_start, start_rows);
#undef OF

#define OF struct event_reason
static const struct field reason_rows[] = {
    TEXT(reason, FREE, "Reason", "Why, in a few words.", "Comfort break"),
};
const struct shape SHAPE_PAUSE = SHAPE("pause", struct event_reason, reason_rows);
const struct shape SHAPE_RESUME = SHAPE("resume", struct event_reason, reason_rows);
const struct shape SHAPE_ADJOURN = SHAPE("adjourn", struct event_reason, reason_rows);
const struct shape SHAPE_CLOSE = SHAPE("close", struct event_reason, reason_rows);
const struct shape SHAPE_REOPEN = SHAPE("reopen", struct event_reason, reason_rows);
const struct shape SHAPE_CONFIRM = SHAPE("confirm", struct event_reason, reason_rows);
#undef OF

#define OF struct event_extend
static const struct field extend_rows[] = {
    REF(item, NEEDED, REF_ITEM, "Item", "The item that gets the minutes.", "I3"),
    MINUTES(minutes, NEEDED | NOT_ZERO, -DAY_MINUTES, DAY_MINUTES, "Minutes",
            "How many more; with a minus, how many are given back.", "10"),
    TEXT(reason, FREE, "Reason", "Why it needs them.", "The reviewer had not reached F6"),
    REF(agreed_by, FREE, ANYONE, "Agreed by", "Who agreed to it.", "CHR"),
    REF(from, FREE, REF_ITEM | REF_END, "Paid by",
        "The later item that pays, or end: the meeting ends later; end when not given.", "I4"),
};
const struct shape SHAPE_EXTEND = SHAPE("extend", struct event_extend, extend_rows);
#undef OF

#define OF struct event_item
static const struct field item_rows[] = {
    REF(item, NEEDED, REF_ITEM, "Item", "The item that is not taken, or not taken further.", "I6"),
    TEXT(reason, FREE, "Reason", "Why not.", "Housing could not attend"),
};
const struct shape SHAPE_SKIP = SHAPE("skip", struct event_item, item_rows);
const struct shape SHAPE_PARK = SHAPE("park", struct event_item, item_rows);
#undef OF

#define OF struct event_gap
static const struct field gap_rows[] = {
    STAMP(from, NEEDED, "From", "When the clock was last known to be right.", "2016-11-22T14:40:00.000+00:00"),
    STAMP(to, NEEDED, "To", "When the program woke again.", "2016-11-22T14:52:00.000+00:00"),
    STAMP(until, NEEDED, "Went on until", "The meeting went on from the first until this; then it stood still.",
          "2016-11-22T14:45:00.000+00:00"),
};
const struct shape SHAPE_GAP = SHAPE("gap", struct event_gap, gap_rows);
#undef OF

#define OF struct event_repair
static const struct field repair_rows[] = {
    REF(item, NEEDED, REF_ITEM, "Item", "The item whose time is put right.", "I2"),
    MINUTES(minutes, NEEDED, 0, DAY_MINUTES, "Minutes used", "How many minutes it has really used up to now.", "12"),
    TEXT(reason, NEEDED, "Reason", "What went wrong with the clock.", "Nobody started the clock"),
};
const struct shape SHAPE_REPAIR = SHAPE("repair", struct event_repair, repair_rows);
#undef OF

#define OF struct replan_item
static const struct field replan_item_rows[] = {
    REF(item, NEEDED, REF_ITEM, "Item", "An item still to come.", "I6"),
    MINUTES(minutes, NEEDED, 1, DAY_MINUTES, "Minutes", "What it is granted from now on.", "20"),
};
const struct shape SHAPE_REPLAN_ITEM = SHAPE("replanned item", struct replan_item, replan_item_rows);
#undef OF

#define OF struct event_replan
static const struct field replan_rows[] = {
    MAPS(items, NEEDED, SHAPE_REPLAN_ITEM, "Items", "What each item still to come is granted.", "item: I6"),
    TEXT(reason, FREE, "Reason", "Why the rest was planned again.", "To end at four as promised"),
};
const struct shape SHAPE_REPLAN = SHAPE("replan", struct event_replan, replan_rows);
#undef OF

#define OF struct event_add_item
static const struct field add_item_rows[] = {
    ID(id, NEEDED, REF_ITEM, "Code", "A code that no item has yet.", "I10"),
    LINE(title, NEEDED, "Title", "The item as it will stand on the agenda.", "Any other business: winter cover"),
    MINUTES(minutes, NEEDED, 1, DAY_MINUTES, "Minutes", "How long it is to take; the meeting ends that much later.",
            "5"),
    CHOICE(purpose, NEEDED, CHOICES_PURPOSE, "Purpose", "What the item is for.", "discussion"),
    REF(after, FREE, REF_ITEM, "After", "The item it follows; the one now running when not given.", "I8"),
};
const struct shape SHAPE_ADD_ITEM = SHAPE("add-item", struct event_add_item, add_item_rows);
#undef OF

#define OF struct event_move_item
static const struct field move_item_rows[] = {
    REF(item, NEEDED, REF_ITEM, "Item", "The item that moves; its minutes go with it.", "I7"),
    REF(after, FREE, REF_ITEM, "After", "The item it follows from now on; first of all when not given.", "I5"),
};
const struct shape SHAPE_MOVE_ITEM = SHAPE("move-item", struct event_move_item, move_item_rows);
#undef OF

#define OF struct event_of
static const struct field of_rows[] = {
    STAMP(of, NEEDED, "Act of", "The `at` of the act that is meant.", "2016-11-22T14:36:00.000+00:00"),
};
const struct shape SHAPE_UNDO = SHAPE("undo", struct event_of, of_rows);
const struct shape SHAPE_REDO = SHAPE("redo", struct event_of, of_rows);
#undef OF
