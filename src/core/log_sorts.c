/* Sorts of event by which the log is looked through, and the wordings a thing went through. */
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/core/log.h"

#define BIT(what) (UINT64_C(1) << (what))
#define OF(kind) (1U << (kind))

static const struct event_sort sorts[] = {
    {.word = "challenges",
     .says = "challenges, and what followed on them",
     .events = BIT(DO_CHALLENGE),
     .records = OF(RECORD_CHALLENGE)},
    {.word = "agreements",
     .says = "agreements, and what followed on them",
     .events = BIT(DO_AGREEMENT) | BIT(DO_REJECT) | BIT(DO_AS_IS),
     .records = OF(RECORD_AGREEMENT)},
    {.word = "activities",
     .says = "engagement activities, and what followed on them",
     .events = BIT(DO_ENGAGEMENT),
     .records = OF(RECORD_ENGAGEMENT)},
    {.word = "notes", .says = "notes, and what followed on them", .events = BIT(DO_NOTE), .records = OF(RECORD_NOTE)},
    {.word = "findings",
     .says = "positions, and what was under discussion",
     .events = BIT(DO_POSITION) | BIT(DO_FOCUS) | BIT(DO_AS_IS)},
    {.word = "assents", .says = "what agencies said to agreements", .events = BIT(DO_ASSENT)},
    {.word = "progress", .says = "progress", .events = BIT(DO_PROGRESS)},
    {.word = "changes",
     .says = "what was changed, withdrawn, undone or done again",
     .events = BIT(DO_AMEND) | BIT(DO_WITHDRAW) | BIT(DO_UNDO) | BIT(DO_REDO)},
    {.word = "readback", .says = "read-backs", .events = BIT(DO_READBACK)},
    {.word = "marker", .says = "answers to the quality marker", .events = BIT(DO_ASSESS)},
    {.word = "room",
     .says = "who was there, was heard, holds the chair or the minutes",
     .events = BIT(DO_ATTEND) | BIT(DO_HEARD) | BIT(DO_HAND_OVER)},
    {.word = "agenda",
     .says = "items started, skipped, parked, added and moved",
     .events = BIT(DO_START) | BIT(DO_SKIP) | BIT(DO_PARK) | BIT(DO_ADD_ITEM) | BIT(DO_MOVE_ITEM)},
    {.word = "clock",
     .says = "what moved the clock or its minutes",
     .events = BIT(DO_START) | BIT(DO_PAUSE) | BIT(DO_RESUME) | BIT(DO_EXTEND) | BIT(DO_GAP) | BIT(DO_REPAIR) |
               BIT(DO_REPLAN) | BIT(DO_SKIP) | BIT(DO_PARK) | BIT(DO_ADD_ITEM)},
    {.word = "meeting",
     .says = "opened, adjourned, closed, reopened, confirmed",
     .events = BIT(DO_OPEN) | BIT(DO_ADJOURN) | BIT(DO_CLOSE) | BIT(DO_REOPEN) | BIT(DO_CONFIRM)},
    {.word = "undone", .says = "what was undone", .undone = true},
    {.word = "later", .says = "what was said after the meeting was closed", .later = true},
};

const struct event_sort *event_sorts(size_t *count) {
    *count = sizeof sorts / sizeof *sorts;
    return sorts;
}

bool event_sort_of(const char *word, struct event_sort *out) {
    for (size_t i = 0; i < sizeof sorts / sizeof *sorts; i++) {
        if (text_equal_nocase(sorts[i].word, word)) {
            *out = sorts[i];
            return true;
        }
    }
    for (int what = 0; what < DO_COUNT; what++) {
        if (text_equal_nocase(event_kinds[what].word, word)) {
            *out = (struct event_sort){
                .word = event_kinds[what].word, .says = event_kinds[what].label, .events = BIT(what)};
            return true;
        }
    }
    return false;
}

/* Of the record it follows, be it one of several. */
static bool follows(const struct meeting *meeting, size_t event, unsigned kinds) {
    const struct event *said = &meeting->events[event];
    bool does =
        said->what == DO_AMEND || said->what == DO_ASSENT || said->what == DO_WITHDRAW || said->what == DO_PROGRESS;
    if (!does)
        return false;
    /* by its letter: a record that was undone since is known no more */
    for (enum record_kind kind = RECORD_CHALLENGE; kind < RECORD_KINDS; kind++)
        if (record_id(said->body)[0] == record_letter(kind))
            return (kinds & OF(kind)) != 0;
    return false;
}

bool event_is_sort(const struct meeting *meeting, size_t event, const struct event_sort *sort) {
    size_t meant = event_meant(meeting, event);
    if (sort->undone && meeting->event_notes[event].undone)
        return true;
    if (sort->later && event_later(meeting, event) != LATER_NOT)
        return true;
    if (sort->events & BIT(meeting->events[event].what))
        return true;
    /* an undo of a challenge belongs to challenges */
    if (meant != SIZE_MAX && sort->records != 0 && (sort->events & BIT(meeting->events[meant].what)))
        return true;
    return sort->records != 0 && meant != SIZE_MAX && follows(meeting, meant, sort->records);
}

/* --- wordings --- */

static struct wordings record_wordings(const struct record_state *record, struct arena *arena) {
    struct wordings out = {.shape = record_shape(record->kind)};
    for (const struct wording *words = record->words; words; words = words->earlier)
        out.count++;
    out.list = arena_array(arena, out.count, sizeof *out.list);
    size_t at = out.count;
    for (const struct wording *words = record->words; words; words = words->earlier)
        out.list[--at] = (struct worded){.value = words->value, .event = words->event};
    return out;
}

/* Events of one kind whose REF at `of` is ID. */
static struct wordings said_of(const struct meeting *meeting, enum event_do what, const char *of, const char *id,
                               struct arena *arena) {
    struct wordings out = {.shape = event_kinds[what].shape};
    const struct field *field = shape_field(out.shape, of);
    for (int round = 0; round < 2; round++) {
        out.count = 0;
        for (size_t i = 0; i < meeting->event_count; i++) {
            const struct event *event = &meeting->events[i];
            if (event->what != what || meeting->event_notes[i].undone ||
                !text_equal(*(const char *const *)field_of(field, event->body), id))
                continue;
            if (out.list)
                out.list[out.count] = (struct worded){.value = event->body, .event = i};
            out.count++;
        }
        if (round == 0)
            out.list = arena_array(arena, out.count, sizeof *out.list);
    }
    return out;
}

struct wordings wordings_of(const struct meeting *meeting, const char *id, struct arena *arena) {
    uint32_t kind = meeting_names(meeting, id, NULL);
    if (kind & REF_RECORD)
        return record_wordings(meeting_record(meeting, id), arena);
    if (kind == REF_FINDING)
        return said_of(meeting, DO_POSITION, "finding", id, arena);
    if (kind == REF_QUESTION)
        return said_of(meeting, DO_ASSESS, "question", id, arena);
    return (struct wordings){.shape = NULL};
}
