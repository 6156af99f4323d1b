/* The ledger: minutes granted to items. Whatever moves them, the sum of what is granted stays the sum of what was
 * planned and the account of the end. */
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "fold.h"

static bool item_gone(const struct item_state *item) {
    return item->stage == ITEM_SKIPPED || item->stage == ITEM_PARKED;
}

static void grant(struct meeting *m, int32_t place, int64_t ms) {
    CHANGE(m, m->items[place].granted, m->items[place].granted + ms);
}

/* PLACE -1: the end. */
static void grant_from(struct meeting *m, int32_t place, int64_t ms) {
    if (place >= 0)
        grant(m, place, -ms);
    else
        CHANGE(m, m->end_account, m->end_account + ms);
}

/* --- extend --- */

static int32_t payer_place(const struct meeting *m, const struct event_extend *extend) {
    if (extend->from == NULL || strcmp(extend->from, "end") == 0)
        return -1;
    return meeting_item_place(m, extend->from);
}

static struct refusal check_loser(const struct item_state *item, int64_t ms) {
    const char *id = item->item->id;
    if (item->item->is_protected == YES)
        return refused(REFUSED_PAYER_PROTECTED, id);
    if (item->item->purpose == PURPOSE_BREAK && item->stage == ITEM_TO_COME)
        return refused(REFUSED_PAYER_BREAK, id);
    if (item->granted < ms)
        return refused(REFUSED_PAYER_SHORT, id);
    return accepted();
}

static struct refusal check_payer(const struct item_state *payer, int64_t ms) {
    if (ms > 0 && payer->stage == ITEM_VISITED)
        return refused(REFUSED_PAYER_STARTED, payer->item->id);
    return ms > 0 ? check_loser(payer, ms) : accepted();
}

struct refusal check_extend(const struct meeting *m, const struct event *event) {
    const struct event_extend *extend = event->body;
    const struct item_state *item = &m->items[meeting_item_place(m, extend->item)];
    int32_t payer = payer_place(m, extend);
    int64_t ms = (int64_t)extend->minutes.value * MS_MINUTE;
    if (text_equal(extend->item, extend->from))
        return refused(REFUSED_PAYER_SAME, extend->item);
    if (item_gone(item))
        return refused(REFUSED_ITEM_GONE, extend->item);
    if (payer >= 0 && item_gone(&m->items[payer]))
        return refused(REFUSED_ITEM_GONE, extend->from);
    if (ms < 0) {
        struct refusal refusal = check_loser(item, -ms);
        if (refusal.code != REFUSED_NOT)
            return refusal;
    }
    return payer >= 0 ? check_payer(&m->items[payer], ms) : accepted();
}

void effect_extend(struct meeting *m, struct act act) {
    const struct event_extend *extend = act.event->body;
    int32_t place = meeting_item_place(m, extend->item);
    int32_t payer = payer_place(m, extend);
    int64_t ms = (int64_t)extend->minutes.value * MS_MINUTE;
    grant(m, place, ms);
    grant_from(m, payer, ms);
    ROOM(m, m->extensions, m->extension_count, EXTENSIONS);
    m->extensions[m->extension_count] =
        (struct extension){.event = act.index, .place = (uint32_t)place, .from = payer, .granted = ms};
    CHANGE(m, m->extension_count, m->extension_count + 1);
}

/* --- skip, park --- */

struct refusal check_item_gone(const struct meeting *m, const struct event *event) {
    const struct event_item *body = event->body;
    const struct item_state *item = &m->items[meeting_item_place(m, body->item)];
    return item_gone(item) ? refused(REFUSED_ITEM_GONE, body->item) : accepted();
}

static void give_up(struct meeting *m, struct act act, enum item_stage stage) {
    const struct event_item *body = act.event->body;
    int32_t place = meeting_item_place(m, body->item);
    struct item_state *item = &m->items[place];
    if (m->status == MEETING_RUNNING && place == m->current)
        clock_pause(m, act.event->at.at);
    if (place == m->current)
        CHANGE(m, m->focus, -1);
    CHANGE(m, item->stage, stage);
    CHANGE(m, item->reason, body->reason);
    int64_t unused = item->granted - item->used;
    if (unused > 0) {
        grant(m, place, -unused);
        grant_from(m, -1, -unused);
    }
}

void effect_skip(struct meeting *m, struct act act) {
    give_up(m, act, ITEM_SKIPPED);
}

void effect_park(struct meeting *m, struct act act) {
    give_up(m, act, ITEM_PARKED);
}

/* --- replan --- */

/* SEEN has a mark for each item that was planned again already. */
static struct refusal check_replan_item(const struct meeting *m, const struct replan_item *row, bool *seen) {
    int32_t place = meeting_item_place(m, row->item);
    const struct item_state *item = &m->items[place];
    if (item->stage != ITEM_TO_COME || item->item->is_protected == YES || item->item->purpose == PURPOSE_BREAK)
        return refused(REFUSED_REPLAN_ITEM, row->item);
    if (seen[place])
        return refused(REFUSED_REPLAN_TWICE, row->item);
    seen[place] = true;
    return accepted();
}

struct refusal check_replan(const struct meeting *m, const struct event *event) {
    const struct event_replan *replan = event->body;
    const struct replan_item *rows = replan->items.items;
    struct arena *scratch = arena_new();
    bool *seen = arena_array(scratch, m->item_count, sizeof *seen);
    struct refusal refusal = accepted();
    for (size_t i = 0; i < replan->items.count && refusal.code == REFUSED_NOT; i++)
        refusal = check_replan_item(m, &rows[i], seen);
    arena_free(scratch);
    return refusal;
}

void effect_replan(struct meeting *m, struct act act) {
    const struct event_replan *replan = act.event->body;
    const struct replan_item *rows = replan->items.items;
    for (size_t i = 0; i < replan->items.count; i++) {
        int32_t place = meeting_item_place(m, rows[i].item);
        int64_t more = (int64_t)rows[i].minutes.value * MS_MINUTE - m->items[place].granted;
        grant(m, place, more);
        grant_from(m, -1, more);
    }
}
