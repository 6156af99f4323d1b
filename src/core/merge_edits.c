/* What both copies changed: every event behind the base touches something, and what both touched is remarked on. */
#include <stdlib.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "merge_parts.h"

enum touched {
    TOUCHED_FIELD,    /* of a record */
    TOUCHED_ASSENT,   /* of an agency to an agreement */
    TOUCHED_FINDING,  /* its position */
    TOUCHED_AS_IS,    /* that its agreements stay */
    TOUCHED_QUESTION, /* its answer */
    TOUCHED_SEAT,     /* attendance of a person for an agency */
    TOUCHED_ROLE,     /* who holds it */
    TOUCHED_MINUTES,  /* of an item */
    TOUCHED_ORDER,    /* of an item */
    TOUCHED_FOCUS,
    TOUCHED_RECORD, /* anything about it */
    TOUCHED_GONE    /* it is withdrawn, or was never recorded */
};

struct touch {
    enum touched what;
    const char *id, *about;
    const struct field *field;
    size_t event;
};

struct touches {
    const struct merge *merge;
    const struct merge_copy *copy;
    struct touch *list;
    size_t count, capacity;
    size_t event; /* that touches */
};

static void touch(struct touches *t, enum touched what, const char *id, const char *about, const struct field *field) {
    if (t->count == t->capacity) {
        size_t more = t->capacity == 0 ? 64 : t->capacity * 2;
        struct touch *grown = arena_array(t->merge->inside->arena, more, sizeof *grown);
        if (t->count > 0)
            memcpy(grown, t->list, t->count * sizeof *grown);
        t->list = grown;
        t->capacity = more;
    }
    t->list[t->count++] = (struct touch){.what = what, .id = id, .about = about, .field = field, .event = t->event};
}

static void touch_record(void *context, const char *id) {
    struct touches *t = context;
    if (meeting_record(t->merge->meeting, id))
        touch(t, TOUCHED_RECORD, id, NULL, NULL);
}

static void touch_fields(struct touches *t, const struct event_amend *amend) {
    for (size_t i = 0; i < amend->set.of->count; i++)
        if (amend->set.mask >> i & 1)
            touch(t, TOUCHED_FIELD, amend->id, NULL, &amend->set.of->fields[i]);
}

static void touch_records(struct touches *t, const struct event *event) {
    const void *body = event->body;
    const struct event_progress *progress = body;
    const struct event_assent *assent = body;
    merge_refs(event_kinds[event->what].shape, body, touch_record, t);
    if (event->what == DO_AMEND)
        touch_fields(t, body);
    else if (event->what == DO_PROGRESS && progress->status != 0)
        touch(t, TOUCHED_FIELD, progress->id, NULL, shape_field(&SHAPE_AGREEMENT, "status"));
    else if (event->what == DO_ASSENT)
        touch(t, TOUCHED_ASSENT, assent->id, assent->agency, NULL);
    else if (event->what == DO_WITHDRAW)
        touch(t, TOUCHED_GONE, record_id(body), NULL, NULL);
}

static void touch_minutes(struct touches *t, const struct event *event) {
    const struct event_replan *replan = event->body;
    const struct replan_item *items = replan->items.items;
    if (event->what == DO_REPLAN)
        for (size_t i = 0; i < replan->items.count; i++)
            touch(t, TOUCHED_MINUTES, items[i].item, NULL, NULL);
    else
        touch(t, TOUCHED_MINUTES, ((const struct event_item *)event->body)->item, NULL, NULL);
}
_Static_assert(offsetof(struct event_extend, item) == offsetof(struct event_item, item) &&
                   offsetof(struct event_repair, item) == offsetof(struct event_item, item) &&
                   offsetof(struct event_move_item, item) == offsetof(struct event_item, item),
               "the item of what is done with minutes is read from one place");

static void touch_all(struct touches *t, const struct event *event) {
    const struct event_attend *attend = event->body;
    const struct event_hand_over *role = event->body;
    switch (event->what) {
    case DO_POSITION:
        touch(t, TOUCHED_FINDING, ((const struct event_position *)event->body)->finding, NULL, NULL);
        break;
    case DO_AS_IS:
        touch(t, TOUCHED_AS_IS, ((const struct event_as_is *)event->body)->finding, NULL, NULL);
        break;
    case DO_ASSESS:
        touch(t, TOUCHED_QUESTION, ((const struct event_assess *)event->body)->question, NULL, NULL);
        break;
    case DO_ATTEND:
        touch(t, TOUCHED_SEAT, attend->person ? attend->person : attend->name, attend->agency, NULL);
        break;
    case DO_HAND_OVER:
        touch(t, TOUCHED_ROLE, choice_word(&CHOICES_HAND_OVER, role->role), NULL, NULL);
        break;
    case DO_EXTEND:
    case DO_SKIP:
    case DO_PARK:
    case DO_REPAIR:
    case DO_REPLAN:
        touch_minutes(t, event);
        break;
    case DO_MOVE_ITEM:
        touch(t, TOUCHED_ORDER, ((const struct event_item *)event->body)->item, NULL, NULL);
        break;
    case DO_FOCUS:
        touch(t, TOUCHED_FOCUS, NULL, NULL, NULL);
        break;
    default:
        touch_records(t, event);
        break;
    }
}

/* Undone and done again, as often as may be, until it stands as it did in the base? */
static bool turned_back(const struct touches *t, size_t target) {
    size_t first = t->merge->base;
    while (merge_target(t->copy->m, first) != target)
        first++;
    bool stood = t->copy->m->events[first].what == DO_UNDO;
    return stood != t->copy->m->event_notes[target].undone;
}

/* An undo or redo of what stood in the base touches what that did. */
static void touch_turn(struct touches *t, size_t target) {
    if (target >= t->merge->base || turned_back(t, target))
        return;
    const struct event *event = &t->copy->m->events[target];
    bool undone = t->copy->m->event_notes[target].undone;
    const char *id = merge_id_made(event);
    if (id && undone)
        touch(t, TOUCHED_GONE, id, NULL, NULL);
    else if (event->what != DO_WITHDRAW || !undone)
        touch_all(t, event);
}

static int by_text(const char *a, const char *b) {
    return strcmp(a ? a : "", b ? b : "");
}

static int by_key(const struct touch *a, const struct touch *b) {
    if (a->what != b->what)
        return a->what < b->what ? -1 : 1;
    int order = by_text(a->id, b->id);
    if (order == 0)
        order = by_text(a->about, b->about);
    return order != 0 ? order : by_text(a->field ? a->field->key : NULL, b->field ? b->field->key : NULL);
}

static int by_key_and_event(const void *a, const void *b) {
    const struct touch *x = a, *y = b;
    int order = by_key(x, y);
    return order != 0 || x->event == y->event ? order : x->event < y->event ? -1 : 1;
}

static int by_key_alone(const void *a, const void *b) {
    return by_key(a, b);
}

/* By key, of each the last. */
static struct touches touches_of(const struct merge *merge, enum merge_side side) {
    const struct merge_copy *copy = &merge->inside->copy[side];
    struct touches t = {.merge = merge, .copy = copy};
    for (t.event = merge->base; t.event < copy->m->event_count; t.event++) {
        struct merge_said said = {side, t.event};
        size_t target = merge_target(copy->m, t.event);
        if (!merge_own_event(merge, said))
            continue;
        if (target != SIZE_MAX)
            touch_turn(&t, target);
        else if (merge_stands(merge, said))
            touch_all(&t, &copy->now[t.event]);
    }
    size_t count = 0;
    if (t.count > 0)
        qsort(t.list, t.count, sizeof *t.list, by_key_and_event);
    for (size_t i = 0; i < t.count; i++)
        if (i + 1 == t.count || by_key(&t.list[i], &t.list[i + 1]) != 0)
            t.list[count++] = t.list[i];
    t.count = count;
    return t;
}

/* --- in both --- */

/* What an event makes of a field of a record, in a struct of the record's shape; NULL: it does not say (an undo). */
static const void *value_of(const struct event *event, struct agreement *scratch) {
    if (event->what == DO_AMEND)
        return ((const struct event_amend *)event->body)->set.set;
    if (event->what != DO_PROGRESS)
        return NULL;
    *scratch = (struct agreement){.status = ((const struct event_progress *)event->body)->status};
    return scratch;
}

static bool alike(const struct touch *touch, const struct event *a, const struct event *b) {
    struct agreement x, y;
    if (!touch->field)
        return a->what == b->what && a->what != DO_UNDO && a->what != DO_REDO &&
               shape_equal(event_kinds[a->what].shape, a->body, b->body);
    const void *one = value_of(a, &x), *other = value_of(b, &y);
    return one && other && field_equal(touch->field, one, other);
}

static enum merge_remark_kind kind_of(const struct touch *touch, const struct event *later, const struct event *other) {
    if (touch->what == TOUCHED_MINUTES && later->what == DO_EXTEND)
        return MERGE_REMARK_SUM;
    return alike(touch, later, other) ? MERGE_REMARK_ALIKE : MERGE_REMARK_BOTH;
}

static const struct event *said_event(const struct merge *merge, struct merge_said said) {
    return &merge->inside->copy[said.side].now[said.event];
}

static void both(struct merge *merge, const struct touch *a, const struct touch *b) {
    struct merge_said one = {MERGE_A, a->event}, other = {MERGE_B, b->event};
    if (a->what == TOUCHED_RECORD || a->what == TOUCHED_GONE)
        return;
    if (said_event(merge, one)->at.at < said_event(merge, other)->at.at) {
        struct merge_said later = other;
        other = one;
        one = later;
    }
    struct merge_remark *remark =
        merge_remark(merge, kind_of(a, said_event(merge, one), said_event(merge, other)), one, other);
    remark->id = a->id;
    remark->about = a->about;
    remark->field = a->field;
}

static void in_both(struct merge *merge, const struct touches *a, const struct touches *b) {
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        int order = by_key(&a->list[i], &b->list[j]);
        if (order == 0)
            both(merge, &a->list[i], &b->list[j]);
        i += order <= 0;
        j += order >= 0;
    }
}

/* What one copy took away and the other went on with. */
static void gone(struct merge *merge, enum merge_side side, const struct touches *own, const struct touches *others) {
    for (size_t i = 0; i < own->count; i++) {
        struct touch key = own->list[i];
        key.what = TOUCHED_RECORD;
        const struct touch *used = own->list[i].what == TOUCHED_GONE && others->count > 0
                                       ? bsearch(&key, others->list, others->count, sizeof key, by_key_alone)
                                       : NULL;
        if (used)
            merge_remark(merge, MERGE_REMARK_GONE, (struct merge_said){side, own->list[i].event},
                         (struct merge_said){merge_other(side), used->event})
                ->id = key.id;
    }
}

void merge_edits(struct merge *merge) {
    struct touches a = touches_of(merge, MERGE_A), b = touches_of(merge, MERGE_B);
    in_both(merge, &a, &b);
    gone(merge, MERGE_A, &a, &b);
    gone(merge, MERGE_B, &b, &a);
}
