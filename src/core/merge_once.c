/* What can be done only once, and was done in both copies: one of the two stands, the other is left out. Only where
 * both copies end with it; where one took it back, they do not agree, and the meeting refuses the second. */
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "merge_parts.h"

/* What it is done to; NULL: to the meeting. False when it can be done again and again. */
static bool once_only(const struct event *event, const char **what) {
    *what = NULL;
    switch (event->what) {
    case DO_CONFIRM:
        return true;
    case DO_WITHDRAW:
    case DO_REJECT:
        *what = ((const struct event_withdraw *)event->body)->id;
        return true;
    case DO_SKIP:
    case DO_PARK:
        *what = ((const struct event_item *)event->body)->item;
        return true;
    default:
        return false;
    }
}

static bool candidate(const struct merge *merge, struct merge_said said) {
    return merge->inside->copy[said.side].twin[said.event] == SIZE_MAX && merge_stands(merge, said);
}

/* Where both did it, B's; SIZE_MAX: it did not. */
static size_t done_in_b(const struct merge *merge, size_t a) {
    const struct event *done = &merge->from[MERGE_A]->events[a];
    const struct meeting *b = merge->from[MERGE_B];
    const char *what, *other;
    if (!once_only(done, &what))
        return SIZE_MAX;
    for (size_t i = merge->base; i < b->event_count; i++)
        if (b->events[i].what == done->what && once_only(&b->events[i], &other) &&
            text_equal(what, merge_renamed(merge, other)) && candidate(merge, (struct merge_said){MERGE_B, i}))
            return i;
    return SIZE_MAX;
}

static bool is_first(const struct merge *merge, struct merge_said a, struct merge_said b) {
    return merge->from[MERGE_A]->events[a.event].at.at <= merge->from[MERGE_B]->events[b.event].at.at;
}

/* The event is left out, and what undid it and did it again. */
static void leave(struct merge *merge, struct merge_said said) {
    struct merge_copy *copy = &merge->inside->copy[said.side];
    copy->left[said.event] = true;
    for (size_t i = said.event + 1; i < copy->m->event_count; i++)
        if (merge_target(copy->m, i) == said.event)
            copy->left[i] = true;
}

static bool done_twice(struct merge *merge, bool earlier) {
    bool any = false;
    for (size_t i = merge->base; i < merge->from[MERGE_A]->event_count; i++) {
        struct merge_said a = {MERGE_A, i};
        size_t other = candidate(merge, a) ? done_in_b(merge, i) : SIZE_MAX;
        if (other == SIZE_MAX)
            continue;
        struct merge_said b = {MERGE_B, other};
        bool a_first = is_first(merge, a, b);
        bool first_stands = earlier || merge->from[MERGE_A]->events[i].what != DO_WITHDRAW;
        struct merge_said stands = a_first == first_stands ? a : b;
        struct merge_said gone = a_first == first_stands ? b : a;
        leave(merge, gone);
        merge_remark(merge, MERGE_REMARK_ONCE, stands, gone);
        any = true;
    }
    return any;
}

/* The last undo or redo of each event of the base that this copy alone has. */
static size_t *last_turns(const struct merge *merge, enum merge_side side) {
    const struct merge_copy *copy = &merge->inside->copy[side];
    size_t *turns = arena_array(merge->inside->arena, merge->base, sizeof *turns);
    for (size_t i = 0; i < merge->base; i++)
        turns[i] = SIZE_MAX;
    for (size_t i = merge->base; i < copy->m->event_count; i++) {
        size_t target = merge_target(copy->m, i);
        if (target < merge->base && copy->twin[i] == SIZE_MAX)
            turns[target] = i;
    }
    return turns;
}

static void leave_turns(struct merge *merge, enum merge_side side, size_t target) {
    struct merge_copy *copy = &merge->inside->copy[side];
    for (size_t i = merge->base; i < copy->m->event_count; i++)
        if (merge_target(copy->m, i) == target && copy->twin[i] == SIZE_MAX)
            copy->left[i] = true;
}

/* Undone in both, or done again in both: all that one copy did about it is left out. */
static bool turned_twice(struct merge *merge, bool earlier) {
    const struct meeting *a = merge->from[MERGE_A], *b = merge->from[MERGE_B];
    const size_t *turns[] = {last_turns(merge, MERGE_A), last_turns(merge, MERGE_B)};
    bool any = false;
    for (size_t i = 0; i < merge->base; i++) {
        if (turns[MERGE_A][i] == SIZE_MAX || turns[MERGE_B][i] == SIZE_MAX ||
            a->event_notes[i].undone != b->event_notes[i].undone)
            continue;
        struct merge_said last[] = {{MERGE_A, turns[MERGE_A][i]}, {MERGE_B, turns[MERGE_B][i]}};
        bool a_first = is_first(merge, last[MERGE_A], last[MERGE_B]);
        enum merge_side stands = a_first == earlier ? MERGE_A : MERGE_B;
        leave_turns(merge, merge_other(stands), i);
        merge_remark(merge, MERGE_REMARK_ONCE, last[stands], last[merge_other(stands)]);
        any = true;
    }
    return any;
}

bool merge_once(struct merge *merge, bool earlier) {
    for (int side = MERGE_A; side <= MERGE_B; side++)
        memset(merge->inside->copy[side].left, 0,
               merge->from[side]->event_count * sizeof *merge->inside->copy[side].left);
    merge->remark_count = 0;
    bool twice = done_twice(merge, earlier);
    return turned_twice(merge, earlier) || twice;
}
