/* Records belong to the item they were said in: where the clock of the other copy had gone on meanwhile, they name it.
 */
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "merge_parts.h"

static const char *item_at(const struct meeting *m, int32_t place) {
    return place < 0 ? NULL : m->items[place].item->id;
}

/* Does it take its item from the clock? NAMES: it can name one itself. */
static bool takes_item(const struct event *event, bool *names) {
    const struct field *field = shape_field(event_kinds[event->what].shape, "item");
    *names = event->what >= DO_CHALLENGE && event->what <= DO_NOTE && field != NULL;
    if (*names)
        return text_blank(*(const char *const *)field_of(field, event->body));
    return event->what == DO_ENGAGEMENT || event->what == DO_HEARD || event->what == DO_FOCUS;
}

static void name_item(struct merge *merge, struct merged_event *merged, const char *item) {
    const struct shape *shape = event_kinds[merged->event.what].shape;
    struct merge_copy *copy = &merge->inside->copy[merged->said.side];
    void *body = arena_alloc(merge->inside->arena, shape->size);
    memcpy(body, merged->event.body, shape->size);
    *(const char **)field_in(shape_field(shape, "item"), body) = item;
    merged->event.body = copy->now[merged->said.event].body = body;
    copy->changed[merged->said.event] = true;
}

/* The last clock event of the other copy before this one. */
static struct merge_said clock_before(const struct merge *merge, size_t i) {
    enum merge_side other = merge_other(merge->events[i].said.side);
    while (i-- > 0)
        if (merge->events[i].said.side == other && merge_clock(merge, merge->events[i].said))
            return merge->events[i].said;
    return (struct merge_said){other, merge->base > 0 ? merge->base - 1 : 0};
}

static bool keep_item(struct merge *merge, size_t i) {
    struct merged_event *merged = &merge->events[i];
    const struct meeting *own = merge->from[merged->said.side];
    const struct event_note *note = &merge->meeting->event_notes[merge->base + i];
    const char *was = item_at(own, own->event_notes[merged->said.event].place);
    const char *now = item_at(merge->meeting, note->place);
    bool names;
    if (merged->said.side == MERGE_B)
        was = merge_renamed(merge, was);
    if (note->undone || text_equal(was, now) || !takes_item(&merged->event, &names))
        return false;
    bool kept = names && was && meeting_item_place(merge->meeting, was) >= 0;
    struct merge_remark *remark = merge_remark(merge, kept ? MERGE_REMARK_ITEM_KEPT : MERGE_REMARK_ITEM_LOST,
                                               merged->said, clock_before(merge, i));
    remark->id = was;
    remark->about = now;
    if (kept)
        name_item(merge, merged, was);
    return kept;
}

bool merge_keep_items(struct merge *merge) {
    bool any = false;
    for (size_t i = 0; i < merge->count; i++)
        any |= keep_item(merge, i);
    return any;
}
