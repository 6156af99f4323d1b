/* Questions about time. Nothing here is stored: a live figure is worked out from the caller's now. */
#include "candour/core/meeting.h"
#include "fold.h"

enum { HALF_DAY = 12 * MS_HOUR };

bool meeting_clock_runs(const struct meeting *meeting) {
    return meeting->status == MEETING_RUNNING;
}

static int64_t running_for(const struct meeting *m, instant now) {
    return meeting_clock_runs(m) && now > m->since ? now - m->since : 0;
}

int64_t meeting_used(const struct meeting *meeting, uint32_t place, instant now) {
    int64_t used = meeting->items[place].used;
    return (int32_t)place == meeting->current ? used + running_for(meeting, now) : used;
}

int64_t meeting_left(const struct meeting *meeting, uint32_t place, instant now) {
    return meeting->items[place].granted - meeting_used(meeting, place, now);
}

int64_t meeting_finding_used(const struct meeting *meeting, uint32_t finding, instant now) {
    int64_t used = meeting->findings[finding].used;
    return (int32_t)finding == meeting->focus ? used + running_for(meeting, now) : used;
}

int64_t meeting_planned_total(const struct meeting *meeting) {
    int64_t total = 0;
    for (uint32_t i = 0; i < meeting->item_count; i++)
        total += meeting->items[i].planned;
    return total;
}

/* The day the meeting is held on; one that began in the evening does not change it at midnight. */
static day meeting_day(const struct meeting *m, struct stamp now) {
    bool tonight = m->first_start != 0 && now.at - m->first_start < HALF_DAY;
    return stamp_day(tonight ? (struct stamp){.at = m->first_start, .offset = now.offset} : now);
}

instant meeting_planned_end(const struct meeting *meeting, struct stamp now) {
    const struct meeting_details *details = meeting->agenda->meeting;
    instant start = meeting->first_start;
    if (details && details->start.given && details->date != 0 && details->date == meeting_day(meeting, now))
        start = instant_of(details->date, details->start.value, now.offset);
    return start == 0 ? 0 : start + meeting_planned_total(meeting);
}

/* --- projected end --- */

instant time_fixed_start(const struct meeting *m, int32_t at, struct stamp now) {
    instant fixed = instant_of(stamp_day(now), at, now.offset);
    if (fixed < now.at - HALF_DAY)
        return fixed + 2 * (instant)HALF_DAY;
    if (fixed > now.at + HALF_DAY && m->first_start != 0)
        return fixed - 2 * (instant)HALF_DAY;
    return fixed;
}

static int64_t granted_of(const struct meeting *m, const int64_t *granted, uint32_t place) {
    return granted ? granted[place] : m->items[place].granted;
}

instant time_projected(const struct meeting *m, struct stamp now, const int64_t *granted) {
    instant end = now.at;
    if (m->current >= 0 && m->items[m->current].stage == ITEM_VISITED) {
        int64_t left = meeting_left(m, (uint32_t)m->current, now.at);
        end += left > 0 ? left : 0;
    }
    for (uint32_t i = 0; i < m->item_count; i++) {
        const struct item_state *item = &m->items[m->order[i]];
        if (item->stage != ITEM_TO_COME)
            continue;
        instant fixed = item->item->at.given ? time_fixed_start(m, item->item->at.value, now) : 0;
        end = (end > fixed ? end : fixed) + granted_of(m, granted, m->order[i]);
    }
    return end;
}

instant meeting_projected_end(const struct meeting *meeting, struct stamp now) {
    bool live =
        meeting->status == MEETING_READY || meeting->status == MEETING_RUNNING || meeting->status == MEETING_PAUSED;
    return live ? time_projected(meeting, now, NULL) : meeting->last_clock;
}

/* --- next and previous --- */

static uint32_t current_in_order(const struct meeting *m) {
    uint32_t at = 0;
    while (at < m->item_count && m->order[at] != (uint32_t)m->current)
        at++;
    return at;
}

int32_t meeting_next_item(const struct meeting *meeting) {
    uint32_t at = meeting->current < 0 ? 0 : current_in_order(meeting) + 1;
    for (; at < meeting->item_count; at++)
        if (meeting->items[meeting->order[at]].stage == ITEM_TO_COME)
            return (int32_t)meeting->order[at];
    return -1;
}

int32_t meeting_previous_item(const struct meeting *meeting) {
    if (meeting->current < 0)
        return -1;
    for (uint32_t at = current_in_order(meeting); at > 0; at--)
        if (meeting->items[meeting->order[at - 1]].stage == ITEM_VISITED)
            return (int32_t)meeting->order[at - 1];
    return -1;
}

instant meeting_last_instant(const struct meeting *meeting) {
    return meeting->event_count == 0 ? 0 : meeting->events[meeting->event_count - 1].at.at;
}
