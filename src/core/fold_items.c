/* Items that join the agenda while the meeting runs, and the order they are taken in. */
#include <string.h>

#include "candour/base/text.h"
#include "fold.h"

static uint32_t order_find(const struct meeting *m, int32_t place) {
    uint32_t at = 0;
    while (m->order[at] != (uint32_t)place)
        at++;
    return at;
}

void order_move(struct meeting *m, uint32_t from, uint32_t to) {
    uint32_t place = m->order[from];
    if (from < to)
        memmove(m->order + from, m->order + from + 1, (to - from) * sizeof *m->order);
    else
        memmove(m->order + to + 1, m->order + to, (from - to) * sizeof *m->order);
    m->order[to] = place;
}

/* The item at FROM comes behind the item at place AFTER; -1: first of all. */
static void order_behind(struct meeting *m, uint32_t from, int32_t after) {
    uint32_t to = after < 0 ? 0 : order_find(m, after) + 1;
    if (from < to)
        to--;
    journal_order(m, from, to);
    order_move(m, from, to);
}

static const struct item *item_of(struct meeting *m, struct act act) {
    const struct event_add_item *add = act.event->body;
    struct item *item = fold_made(m, act.index, sizeof *item);
    *item = (struct item){.id = add->id, .title = add->title, .minutes = add->minutes, .purpose = add->purpose};
    return item;
}

void effect_add_item(struct meeting *m, struct act act) {
    const struct event_add_item *add = act.event->body;
    uint32_t place = m->item_count;
    int32_t before = text_blank(add->after) ? m->current : meeting_item_place(m, add->after);
    int64_t granted = (int64_t)add->minutes.value * MS_MINUTE;
    ROOM(m, m->items, m->item_count, ITEMS);
    ROOM(m, m->order, m->item_count, ORDER);
    m->items[place] = (struct item_state){.item = item_of(m, act), .added = true, .granted = granted};
    m->order[place] = place;
    CHANGE(m, m->item_count, place + 1);
    CHANGE(m, m->end_account, m->end_account + granted);
    ids_put(m, add->id, REF_ITEM, place);
    if (before >= 0)
        order_behind(m, place, before);
}

struct refusal check_move_item(const struct meeting *m, const struct event *event) {
    (void)m;
    const struct event_move_item *move = event->body;
    return text_equal(move->item, move->after) ? refused(REFUSED_MOVE_SELF, move->item) : accepted();
}

void effect_move_item(struct meeting *m, struct act act) {
    const struct event_move_item *move = act.event->body;
    uint32_t from = order_find(m, meeting_item_place(m, move->item));
    order_behind(m, from, text_blank(move->after) ? -1 : meeting_item_place(m, move->after));
}
