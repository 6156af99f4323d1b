/* Undo and redo: the state is taken back to just before the event meant, and what followed is said again. */
#include "candour/base/arena.h"
#include "fold.h"

enum { REDO_LEAST = 16 };

/* The event said at exactly this instant, or SIZE_MAX. */
static size_t event_at(const struct meeting *m, instant at) {
    size_t low = 0, high = m->event_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (m->events[middle].at.at < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low < m->event_count && m->events[low].at.at == at ? low : SIZE_MAX;
}

static size_t event_meant(const struct meeting *m, const struct event *event) {
    const struct event_of *body = event->body;
    return event_at(m, body->of.at);
}

static size_t redo_find(const struct meeting *m, size_t target) {
    size_t i = 0;
    while (i < m->inside->redo_count && m->inside->redo[i] != target)
        i++;
    return i;
}

struct refusal undo_check(const struct meeting *m, const struct event *event) {
    size_t target = event_meant(m, event);
    if (target == SIZE_MAX)
        return refused(REFUSED_NO_SUCH, "act of that time");
    const char *word = event_kinds[m->events[target].what].word;
    if (!event_kinds[m->events[target].what].undoable)
        return refused(REFUSED_NOT_UNDOABLE, word);
    if (m->event_notes[target].undone)
        return refused(REFUSED_UNDONE_ALREADY, word);
    return target < m->inside->barrier ? refused(REFUSED_BEHIND_BARRIER, word) : accepted();
}

struct refusal redo_check(const struct meeting *m, const struct event *event) {
    size_t target = event_meant(m, event);
    if (target == SIZE_MAX)
        return refused(REFUSED_NO_SUCH, "act of that time");
    if (redo_find(m, target) == m->inside->redo_count)
        return refused(REFUSED_NOTHING_TO_REDO, NULL);
    return accepted();
}

static bool effective(const struct meeting *m, size_t i) {
    return !m->event_notes[i].undone && m->events[i].what != DO_UNDO && m->events[i].what != DO_REDO;
}

/* Takes the state back to just before event FROM and says everything that stands again. Returns the event that could
 * not be said any more, or SIZE_MAX; then the state is that of the events before it. */
static size_t say_again(struct meeting *m, size_t from, struct refusal *refusal) {
    journal_back(m, m->inside->marks[from]);
    m->inside->said_again += m->event_count - from;
    for (size_t i = from; i < m->event_count; i++) {
        m->inside->marks[i] = m->inside->mark;
        m->event_notes[i].status = (uint8_t)m->status;
        if (effective(m, i)) {
            *refusal = fold_check(m, &m->events[i]);
            if (refusal->code != REFUSED_NOT)
                return i;
            fold_effect(m, (struct act){.event = &m->events[i], .index = i});
        }
        m->event_notes[i].place = m->current;
    }
    return SIZE_MAX;
}

/* What needs the event, in the words of the log: its act, and the record or item it is about where it names one. */
static const char *needing(const struct meeting *m, size_t i) {
    const struct event *event = &m->events[i];
    const struct shape *shape = event_kinds[event->what].shape;
    const char *word = event_kinds[event->what].word;
    const struct field *field = shape_field(shape, "id");
    if (field == NULL)
        field = shape_field(shape, "item");
    if (field == NULL || !field_given(field, event->body))
        return word;
    return arena_format(m->arena, "%s %s", word, *(const char *const *)field_of(field, event->body));
}

/* Event TARGET is undone, or is not. */
static struct refusal set_undone(struct meeting *m, size_t target, bool undone) {
    struct refusal refusal = accepted();
    m->event_notes[target].undone = undone;
    size_t failed = say_again(m, target, &refusal);
    if (failed == SIZE_MAX)
        return refusal;
    m->event_notes[target].undone = !undone;
    struct refusal none = accepted();
    say_again(m, target, &none);
    return failed == target ? refusal : refused(REFUSED_NEEDED, needing(m, failed));
}

static void redo_push(struct meeting *m, size_t target) {
    struct meeting_inside *inside = m->inside;
    if (inside->redo_count == inside->redo_capacity) {
        size_t more = inside->redo_capacity == 0 ? REDO_LEAST : inside->redo_capacity * 2;
        size_t *grown = arena_array(m->arena, more, sizeof *grown);
        for (size_t i = 0; i < inside->redo_count; i++)
            grown[i] = inside->redo[i];
        inside->redo = grown;
        inside->redo_capacity = more;
    }
    inside->redo[inside->redo_count++] = target;
}

struct refusal undo_apply(struct meeting *m, const struct event *event) {
    size_t target = event_meant(m, event);
    struct refusal refusal = set_undone(m, target, true);
    if (refusal.code == REFUSED_NOT)
        redo_push(m, target);
    return refusal;
}

struct refusal redo_apply(struct meeting *m, const struct event *event) {
    struct meeting_inside *inside = m->inside;
    size_t target = event_meant(m, event);
    struct refusal refusal = set_undone(m, target, false);
    if (refusal.code != REFUSED_NOT)
        return refusal;
    size_t at = redo_find(m, target);
    for (inside->redo_count--; at < inside->redo_count; at++)
        inside->redo[at] = inside->redo[at + 1];
    return refusal;
}

void undo_forget(struct meeting *m) {
    m->inside->redo_count = 0;
}

void undo_barrier(struct meeting *m) {
    journal_drop(m);
    m->inside->barrier = m->event_count;
}

uint64_t meeting_said_again(const struct meeting *meeting) {
    return meeting->inside->said_again;
}

size_t meeting_undo_target(const struct meeting *meeting) {
    for (size_t i = meeting->event_count; i > meeting->inside->barrier; i--)
        if (!meeting->event_notes[i - 1].undone && event_kinds[meeting->events[i - 1].what].undoable)
            return i - 1;
    return SIZE_MAX;
}

size_t meeting_redo_target(const struct meeting *meeting) {
    const struct meeting_inside *inside = meeting->inside;
    return inside->redo_count == 0 ? SIZE_MAX : inside->redo[inside->redo_count - 1];
}
