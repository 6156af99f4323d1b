/* Planning the rest again: what is still to come is scaled so that the meeting ends as planned. */
#include "candour/base/arena.h"
#include "fold.h"

struct share {
    uint32_t place;
    int64_t granted;   /* ms: its weight */
    int64_t minutes;   /* what it shall have */
    int64_t remainder; /* of the division, in units of the sum of weights */
};

struct shares {
    struct share *list;
    size_t count;
};

static bool scalable(const struct item_state *item) {
    return item->stage == ITEM_TO_COME && item->item->is_protected != YES && item->item->purpose != PURPOSE_BREAK;
}

static struct shares shares_of(const struct meeting *m, struct arena *arena) {
    struct shares shares = {.list = arena_array(arena, m->item_count, sizeof(struct share))};
    for (uint32_t i = 0; i < m->item_count; i++)
        if (scalable(&m->items[m->order[i]]))
            shares.list[shares.count++] =
                (struct share){.place = m->order[i], .granted = m->items[m->order[i]].granted};
    return shares;
}

/* Divides MINUTES among those without a share yet; false when one of them would get none: it has one minute now. */
static bool divide(struct shares shares, int64_t minutes) {
    int64_t sum = 0;
    for (size_t i = 0; i < shares.count; i++)
        if (shares.list[i].minutes == 0)
            sum += shares.list[i].granted;
    bool all = true;
    for (size_t i = 0; i < shares.count; i++) {
        struct share *share = &shares.list[i];
        if (share->minutes != 0)
            continue;
        int64_t part = sum > 0 ? share->granted * minutes / sum : 0;
        share->remainder = sum > 0 ? share->granted * minutes % sum : 0;
        if (part < 1) {
            share->minutes = 1;
            all = false;
        }
    }
    return all;
}

/* The item that most deserves the next minute of those that rounding left over. */
static struct share *largest_remainder(struct shares shares) {
    struct share *best = &shares.list[0];
    for (size_t i = 1; i < shares.count; i++)
        if (shares.list[i].remainder > best->remainder)
            best = &shares.list[i];
    return best;
}

/* Shares of TOTAL minutes by weight: nobody gets none, so long as there is one each. */
static void apportion(struct shares shares, int64_t total) {
    int64_t left;
    do {
        left = total;
        for (size_t i = 0; i < shares.count; i++)
            left -= shares.list[i].minutes;
    } while (!divide(shares, left));
    int64_t sum = 0, given = 0;
    for (size_t i = 0; i < shares.count; i++)
        sum += shares.list[i].minutes == 0 ? shares.list[i].granted : 0;
    for (size_t i = 0; i < shares.count; i++) {
        struct share *share = &shares.list[i];
        if (share->minutes == 0) {
            share->minutes = share->granted * left / sum;
            given += share->minutes;
        } else {
            share->remainder = -1;
        }
    }
    for (; sum > 0 && given < left; given++) {
        struct share *share = largest_remainder(shares);
        share->minutes++;
        share->remainder = -1;
    }
}

static void propose(const struct meeting *m, struct shares shares, struct arena *arena, struct list *out) {
    struct replan_item *rows = arena_array(arena, shares.count, sizeof *rows);
    out->items = rows;
    for (size_t i = 0; i < shares.count; i++) {
        if (shares.list[i].minutes * MS_MINUTE == shares.list[i].granted)
            continue;
        rows[out->count++] = (struct replan_item){
            .item = m->items[shares.list[i].place].item->id,
            .minutes = {.given = true, .value = (int32_t)shares.list[i].minutes},
        };
    }
}

struct replan meeting_replan(const struct meeting *meeting, struct stamp now, struct arena *arena) {
    struct replan replan = {.cannot_fit = 0};
    instant planned = meeting_planned_end(meeting, now);
    if (planned == 0)
        return replan;
    struct shares shares = shares_of(meeting, arena);
    int64_t *granted = arena_array(arena, meeting->item_count, sizeof *granted);
    for (uint32_t i = 0; i < meeting->item_count; i++)
        granted[i] = meeting->items[i].granted;
    int64_t available = planned - meeting_projected_end(meeting, now);
    for (size_t i = 0; i < shares.count; i++)
        available += shares.list[i].granted;
    int64_t minutes = available / MS_MINUTE;
    if (shares.count > 0)
        apportion(shares, minutes > (int64_t)shares.count ? minutes : (int64_t)shares.count);
    for (size_t i = 0; i < shares.count; i++)
        granted[shares.list[i].place] = shares.list[i].minutes * MS_MINUTE;
    propose(meeting, shares, arena, &replan.items);
    replan.cannot_fit = time_projected(meeting, now, granted) - planned;
    return replan;
}
