#include "candour/core/foreseen.h"

#include <inttypes.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/core/reading.h"
#include "fold.h"
#include "summary_parts.h"

struct foreseeing {
    const struct meeting *meeting;
    struct stamp now;
    struct arena *arena;
    struct foreseen *out;
};

static const struct item *item_at(const struct foreseeing *f, size_t row) {
    return f->meeting->items[f->out->items[row].place].item;
}

static const char *clock_of(const struct foreseeing *f, instant at) {
    char text[CLOCK_SIZE];
    return arena_text(f->arena, stamp_clock((struct stamp){.at = at, .offset = f->now.offset}, text));
}

/* --- when --- */

static void take_items(struct foreseeing *f) {
    const struct meeting *m = f->meeting;
    instant at = f->now.at;
    if (m->current >= 0 && m->items[m->current].stage == ITEM_VISITED) {
        int64_t left = meeting_left(m, (uint32_t)m->current, at);
        at += left > 0 ? left : 0;
    }
    f->out->items = arena_array(f->arena, m->item_count, sizeof *f->out->items);
    for (uint32_t i = 0; i < m->item_count; i++) {
        const struct item_state *item = &m->items[m->order[i]];
        if (item->stage != ITEM_TO_COME)
            continue;
        struct foreseen_item row = {.place = m->order[i], .from = at};
        instant fixed = item->item->at.given ? time_fixed_start(m, item->item->at.value, f->now) : at;
        row.wait = fixed > at ? fixed - at : 0;
        row.late = fixed < at ? at - fixed : 0;
        row.from = at + row.wait;
        row.to = at = row.from + item->granted;
        f->out->items[f->out->count++] = row;
    }
    f->out->ends = at;
}

/* --- where it is tight --- */

static void pinch(struct foreseeing *f, const char *line) {
    texts_push(f->arena, &f->out->pinches, line);
}

static void late(struct foreseeing *f, size_t row) {
    const struct foreseen_item *item = &f->out->items[row];
    if (item->late >= MS_MINUTE)
        pinch(f, arena_format(f->arena, "%s must start at %s; what is in front of it ends at %s", item_at(f, row)->id,
                              clock_of(f, item->from - item->late), clock_of(f, item->from)));
}

static size_t voices(const struct meeting *m) {
    const struct agency *agencies = m->agenda->agencies.items;
    size_t count = 0;
    for (size_t i = 0; i < m->agenda->agencies.count; i++)
        count += agency_counts(&agencies[i]) && meeting_in_room(m, agencies[i].id);
    return count;
}

static void round_of(struct foreseeing *f, size_t row) {
    const struct item *item = item_at(f, row);
    size_t count = voices(f->meeting);
    int64_t needed = item->round.given ? (int64_t)count * item->round.value * MS_MINUTE : 0;
    int64_t has = f->out->items[row].to - f->out->items[row].from;
    if (needed > has)
        pinch(f, arena_format(f->arena,
                              "%s: a round of %zu agencies at %" PRId32 " min takes %" PRId32 " of its %" PRId32 " min",
                              item->id, count, item->round.value, duration_minutes(needed), duration_minutes(has)));
}

static void findings_of(struct foreseeing *f, size_t row) {
    const struct item *item = item_at(f, row);
    size_t count = item->findings.count;
    int64_t has = f->out->items[row].to - f->out->items[row].from;
    bool talks = item->purpose != PURPOSE_INFORMATION && item->purpose != PURPOSE_BREAK;
    if (talks && count > 0 && has < (int64_t)count * PINCH_FINDING_MS)
        pinch(f, arena_format(f->arena, "%s: %zu findings in %" PRId32 " min, less than 5 min each", item->id, count,
                              duration_minutes(has)));
}

static void decision_of(struct foreseeing *f, size_t row) {
    int64_t has = f->out->items[row].to - f->out->items[row].from;
    if (item_at(f, row)->purpose == PURPOSE_DECISION && has < PINCH_DECISION_MS)
        pinch(f,
              arena_format(f->arena, "%s: %" PRId32 " min to decide in", item_at(f, row)->id, duration_minutes(has)));
}

static void deciding_begins(struct foreseeing *f) {
    size_t row = 0;
    while (row < f->out->count && item_at(f, row)->purpose != PURPOSE_DECISION)
        row++;
    if (row == f->out->count || row == 0)
        return;
    int64_t before = f->out->items[row].from - f->out->items[0].from;
    int64_t all = f->out->ends - f->out->items[0].from;
    if (before * 2 > all)
        pinch(f, arena_format(f->arena, "Deciding begins with %s after %" PRId32 " of %" PRId32 " min",
                              item_at(f, row)->id, duration_minutes(before), duration_minutes(all)));
}

/* From where on nobody has had a break: now, where an item is under way that is none. */
static instant sits_since(const struct foreseeing *f) {
    const struct meeting *m = f->meeting;
    bool under_way = m->current >= 0 && m->items[m->current].stage == ITEM_VISITED;
    bool sits = under_way && m->items[m->current].item->purpose != PURPOSE_BREAK;
    return sits || f->out->count == 0 ? f->now.at : f->out->items[0].from;
}

static void sitting(struct foreseeing *f) {
    instant since = sits_since(f);
    for (size_t i = 0; i <= f->out->count; i++) {
        bool ends = i == f->out->count || item_at(f, i)->purpose == PURPOSE_BREAK;
        instant at = i == f->out->count ? f->out->ends : f->out->items[i].from;
        if (!ends)
            continue;
        if (at - since > PINCH_SITTING_MS)
            pinch(f, arena_format(f->arena, "%" PRId32 " min without a break, from %s to %s",
                                  duration_minutes(at - since), clock_of(f, since), clock_of(f, at)));
        since = i == f->out->count ? at : f->out->items[i].to;
    }
}

static void waiting(struct foreseeing *f) {
    for (size_t i = 0; i < f->out->count; i++)
        if (f->out->items[i].wait >= MS_MINUTE)
            pinch(f, arena_format(f->arena, "%s waits %" PRId32 " min for %s", item_at(f, i)->id,
                                  duration_minutes(f->out->items[i].wait), clock_of(f, f->out->items[i].from)));
}

struct foreseen *foresee(const struct meeting *meeting, struct stamp now, struct arena *arena) {
    struct foreseeing f = {.meeting = meeting, .now = now, .arena = arena};
    f.out = arena_alloc(arena, sizeof *f.out);
    take_items(&f);
    for (size_t i = 0; i < f.out->count; i++) {
        late(&f, i);
        round_of(&f, i);
        findings_of(&f, i);
        decision_of(&f, i);
    }
    deciding_begins(&f);
    sitting(&f);
    waiting(&f);
    return f.out;
}
