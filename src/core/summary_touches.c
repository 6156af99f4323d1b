/* The grid of finding by agency: who discussed, challenged, answered and owns what. */
#include "candour/base/text.h"
#include "fold.h"
#include "summary_parts.h"

/* Nothing when FINDING or AGENCY is none. */
static void touch(struct summing *w, int32_t finding, int32_t agency, enum touch touch) {
    if (finding < 0 || agency < 0)
        return;
    uint8_t *cell = &w->s->findings[finding].touches[agency];
    *cell = (uint8_t)(*cell | touch);
}

static void touch_records(struct summing *w) {
    for (size_t i = 0; i < w->s->challenge_count; i++) {
        const struct challenge *challenge = w->s->challenges[i].challenge;
        int32_t finding = challenge->finding ? meeting_finding_place(w->m, challenge->finding) : -1;
        touch(w, finding, agency_place(w->m, challenge->by), TOUCH_CHALLENGED);
        touch(w, finding, agency_place(w->m, challenge->given_by), TOUCH_ANSWERED);
    }
    for (size_t i = 0; i < w->s->finding_count; i++)
        for (size_t a = 0; a < w->rows[i].count; a++)
            if (w->rows[i].list[a]->owner < w->s->agency_count)
                touch(w, (int32_t)i, (int32_t)w->rows[i].list[a]->owner, TOUCH_OWNS);
}

static void touch_dissent(struct summing *w) {
    for (size_t i = 0; i < w->s->finding_count; i++) {
        const struct event_position *position = w->m->findings[i].position;
        const struct dissent *dissent = position ? position->dissent.items : NULL;
        for (size_t d = 0; position && d < position->dissent.count; d++)
            touch(w, (int32_t)i, agency_place(w->m, dissent[d].agency), TOUCH_DISCUSSED);
    }
}

/* --- heard --- */

/* The focus, followed as the clock of the fold does: it ends when another item starts or its own is given up. */
static int32_t focus_after(const struct meeting *m, size_t event, int32_t focus) {
    const struct event *said = &m->events[event];
    int32_t before = event > 0 ? m->event_notes[event - 1].place : -1;
    if (said->what == DO_FOCUS)
        return meeting_finding_place(m, ((const struct event_focus *)said->body)->finding);
    if (said->what == DO_START && m->event_notes[event].place != before)
        return -1;
    bool gone = said->what == DO_SKIP || said->what == DO_PARK;
    if (gone && meeting_item_place(m, ((const struct event_item *)said->body)->item) == before)
        return -1;
    return focus;
}

static void touch_item(struct summing *w, const struct item *item, int32_t agency) {
    for (size_t i = 0; i < item->findings.count; i++)
        touch(w, meeting_finding_place(w->m, item->findings.items[i]), agency, TOUCH_DISCUSSED);
}

/* In a meeting that kept no focus: once for an agency in an item. */
static void touch_by_items(struct summing *w) {
    const struct meeting *m = w->m;
    size_t agencies = w->s->agency_count;
    if (agencies == 0 || m->item_count > GRID_MOST / agencies)
        return;
    struct places seen = places_of(w->arena, m->item_count * agencies);
    for (size_t i = 0; i < m->event_count; i++) {
        int32_t place = m->event_notes[i].place;
        if (m->events[i].what != DO_HEARD || !event_stands(m, i) || place < 0)
            continue;
        int32_t agency = agency_place(m, ((const struct event_heard *)m->events[i].body)->agency);
        if (agency >= 0 && places_add(&seen, (size_t)place * agencies + (size_t)agency))
            touch_item(w, m->items[place].item, agency);
    }
}

static void touch_by_focus(struct summing *w) {
    const struct meeting *m = w->m;
    int32_t focus = -1;
    for (size_t i = 0; i < m->event_count; i++) {
        if (!event_stands(m, i))
            continue;
        focus = focus_after(m, i, focus);
        if (m->events[i].what == DO_HEARD)
            touch(w, focus, agency_place(m, ((const struct event_heard *)m->events[i].body)->agency), TOUCH_DISCUSSED);
    }
}

void sum_touches(struct summing *w) {
    struct summary *s = w->s;
    if (s->finding_count == 0 || s->agency_count > GRID_MOST / s->finding_count)
        return;
    uint8_t *cells = arena_array(w->arena, s->finding_count * s->agency_count, sizeof *cells);
    for (size_t i = 0; i < s->finding_count; i++)
        s->findings[i].touches = cells + i * s->agency_count;
    touch_records(w);
    touch_dissent(w);
    if (s->focus_kept)
        touch_by_focus(w);
    else
        touch_by_items(w);
}
