/* When the meeting will end, against when it was to end. */
#include <stdlib.h>

#include "view.h"

/* Of a meeting taken up again another day the first plan says nothing in minutes; its day is named. */
static bool same_day_or_next(instant a, instant b) {
    return llabs((long long)(a - b)) < 24LL * MS_HOUR;
}

const char *ends_said(const struct meeting *meeting, struct stamp now, struct arena *arena, int32_t *late) {
    instant ends = meeting_projected_end(meeting, now);
    struct stamp planned = {.at = meeting_planned_end(meeting, now), .offset = now.offset};
    const char *word = meeting->status >= MEETING_ADJOURNED ? "ended" : "ends";
    char clock[CLOCK_SIZE];
    char plan[CLOCK_SIZE];
    char date[DAY_SIZE];
    stamp_clock((struct stamp){.at = ends, .offset = now.offset}, clock);
    *late = 0;
    if (planned.at == 0)
        return arena_format(arena, "%s %s", word, clock);
    if (!same_day_or_next(ends, planned.at))
        return arena_format(arena, "%s %s, planned %s", word, clock, day_write(stamp_day(planned), date));
    /* by the minutes that are shown */
    *late = (int32_t)(ends / MS_MINUTE - planned.at / MS_MINUTE);
    return arena_format(arena, "%s %s, planned %s", word, clock, stamp_clock(planned, plan));
}
