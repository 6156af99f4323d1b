/* Sentences of the clock and of the agenda in motion. */
#include <stdlib.h>

#include "candour/base/text.h"
#include "sentence.h"

void say_open(struct saying *s, const void *body) {
    const struct event_open *open = body;
    say(s, "Meeting opened");
    if (!text_blank(open->program))
        say(s, " with %s", open->program);
}

void say_start(struct saying *s, const void *body) {
    const struct event_start *start = body;
    say(s, "Started");
    if (start->back.given)
        say(s, ", dated back %d min", (int)start->back.value);
    say(s, ": ");
    say_item(s, start->item);
}

static void say_with_why(struct saying *s, const char *what, const void *body) {
    const struct event_reason *reason = body;
    say(s, "%s", what);
    say_why(s, reason->reason);
}

void say_pause(struct saying *s, const void *body) {
    say_with_why(s, "Meeting paused", body);
}

void say_resume(struct saying *s, const void *body) {
    say_with_why(s, "Meeting resumed", body);
}

void say_adjourn(struct saying *s, const void *body) {
    say_with_why(s, "Meeting adjourned", body);
}

void say_close(struct saying *s, const void *body) {
    say_with_why(s, "Meeting closed", body);
}

void say_reopen(struct saying *s, const void *body) {
    say_with_why(s, "Meeting reopened", body);
}

void say_confirm(struct saying *s, const void *body) {
    say_with_why(s, "Record confirmed", body);
}

void say_extend(struct saying *s, const void *body) {
    const struct event_extend *extend = body;
    const char *other = extend->from ? extend->from : "end";
    int minutes = (int)extend->minutes.value;
    const char *account = text_equal(other, "end") ? "the end of the meeting" : other;
    say_item(s, extend->item);
    if (minutes < 0)
        say(s, " cut by %d min, given to %s", -minutes, account);
    else
        say(s, " extended by %d min, taken from %s", minutes, account);
    if (extend->agreed_by) {
        say(s, ", agreed by ");
        say_party(s, extend->agreed_by);
    }
    say_why(s, extend->reason);
}

static void say_left_out(struct saying *s, const char *how, const void *body) {
    const struct event_item *item = body;
    say_item(s, item->item);
    say(s, " %s", how);
    say_why(s, item->reason);
}

void say_skip(struct saying *s, const void *body) {
    say_left_out(s, "skipped", body);
}

void say_park(struct saying *s, const void *body) {
    say_left_out(s, "parked", body);
}

void say_gap(struct saying *s, const void *body) {
    const struct event_gap *gap = body;
    char from[CLOCK_SIZE];
    char to[CLOCK_SIZE];
    char until[CLOCK_SIZE];
    say(s, "Gap in the clock from %s to %s: ", stamp_seconds(gap->from, from), stamp_seconds(gap->to, to));
    if (gap->until.at == gap->from.at)
        say(s, "the meeting stood still");
    else if (gap->until.at == gap->to.at)
        say(s, "the meeting went on all through it");
    else
        say(s, "the meeting went on until %s", stamp_seconds(gap->until, until));
}

void say_repair(struct saying *s, const void *body) {
    const struct event_repair *repair = body;
    say(s, "Time used by ");
    say_item(s, repair->item);
    say(s, " put right to %d min", (int)repair->minutes.value);
    say_why(s, repair->reason);
}

void say_replan(struct saying *s, const void *body) {
    const struct event_replan *replan = body;
    const struct replan_item *items = replan->items.items;
    say(s, "Rest planned again:");
    for (size_t i = 0; i < replan->items.count; i++)
        say(s, "%s %s %d min", i == 0 ? "" : ",", items[i].item, (int)items[i].minutes.value);
    if (!text_blank(replan->reason)) {
        say(s, "; ");
        say_words(s, replan->reason);
    }
}

void say_add_item(struct saying *s, const void *body) {
    const struct event_add_item *item = body;
    say(s, "%s added", item->id);
    if (item->after)
        say(s, " after %s", item->after);
    say(s, ", %d min, ", (int)item->minutes.value);
    say_choice(s, &CHOICES_PURPOSE, item->purpose);
    say_why(s, item->title);
}

void say_move_item(struct saying *s, const void *body) {
    const struct event_move_item *move = body;
    say_item(s, move->item);
    if (move->after)
        say(s, " moved to follow %s", move->after);
    else
        say(s, " moved to the front");
}

/* --- undo and redo: what they say is what they are of --- */

static int by_time(const void *wanted, const void *event) {
    instant at = ((const struct stamp *)wanted)->at;
    instant other = ((const struct event *)event)->at.at;
    return (at > other) - (at < other);
}

static void say_again(struct saying *s, const char *how, const void *body) {
    const struct event_of *of = body;
    const struct meeting *m = s->meeting;
    const struct event *meant = bsearch(&of->of, m->events, m->event_count, sizeof *m->events, by_time);
    bool another = meant && meant->what != DO_UNDO && meant->what != DO_REDO;
    char clock[CLOCK_SIZE];
    if (another)
        say(s, "%s: %s", how, event_sentence(m, (size_t)(meant - m->events), s->arena));
    else
        say(s, "%s: the act of %s", how, stamp_seconds(of->of, clock));
}

void say_undo(struct saying *s, const void *body) {
    say_again(s, "Undone", body);
}

void say_redo(struct saying *s, const void *body) {
    say_again(s, "Done again", body);
}
