/* An event as one sentence of the log and the minutes. */
#include "sentence.h"

#include <assert.h>

#include "candour/base/arena.h"

static saying_of *const sayings[DO_COUNT] = {
    [DO_OPEN] = say_open,           [DO_START] = say_start,
    [DO_PAUSE] = say_pause,         [DO_RESUME] = say_resume,
    [DO_EXTEND] = say_extend,       [DO_SKIP] = say_skip,
    [DO_PARK] = say_park,           [DO_GAP] = say_gap,
    [DO_REPAIR] = say_repair,       [DO_REPLAN] = say_replan,
    [DO_ADD_ITEM] = say_add_item,   [DO_MOVE_ITEM] = say_move_item,
    [DO_HAND_OVER] = say_hand_over, [DO_ATTEND] = say_attend,
    [DO_FOCUS] = say_focus,         [DO_HEARD] = say_heard,
    [DO_POSITION] = say_position,   [DO_CHALLENGE] = say_challenge,
    [DO_AGREEMENT] = say_agreement, [DO_ENGAGEMENT] = say_engagement,
    [DO_NOTE] = say_note,           [DO_AMEND] = say_amend,
    [DO_ASSENT] = say_assent,       [DO_WITHDRAW] = say_withdraw,
    [DO_REJECT] = say_reject,       [DO_AS_IS] = say_as_is,
    [DO_PROGRESS] = say_progress,   [DO_READBACK] = say_readback,
    [DO_ASSESS] = say_assess,       [DO_UNDO] = say_undo,
    [DO_REDO] = say_redo,           [DO_ADJOURN] = say_adjourn,
    [DO_CLOSE] = say_close,         [DO_REOPEN] = say_reopen,
    [DO_CONFIRM] = say_confirm,
};

char *event_sentence(const struct meeting *meeting, size_t event, struct arena *arena) {
    assert(event < meeting->event_count);
    const struct event *said = &meeting->events[event];
    struct saying s = {.meeting = meeting, .arena = arena, .event = event};
    sayings[said->what](&s, said->body);
    char *sentence = arena_copy(arena, s.out.bytes, s.out.length);
    buffer_free(&s.out);
    if (sentence[0] >= 'a' && sentence[0] <= 'z')
        sentence[0] = (char)(sentence[0] - 'a' + 'A');
    return sentence;
}
