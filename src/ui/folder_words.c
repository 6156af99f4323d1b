#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "folder_inside.h"

const char *day_short(struct arena *arena, day d) {
    int year;
    int month;
    int dayofmonth;
    if (d == 0) {
        return "no date";
    }
    day_parts(d, &year, &month, &dayofmonth);
    return arena_format(arena, "%d %s %d", dayofmonth, month_name(month), year);
}

const char *day_iso(struct arena *arena, day d) {
    char text[DAY_SIZE];
    return d == 0 ? "no date" : arena_text(arena, day_write(d, text));
}

const char *number_words(struct arena *arena, size_t number) {
    if (number < 1000) {
        return arena_format(arena, "%zu", number);
    }
    return arena_format(arena, "%s,%03zu", number_words(arena, number / 1000), number % 1000);
}

const char *counted(struct arena *arena, size_t count, const char *one, const char *many) {
    return arena_format(arena, "%s %s", number_words(arena, count), count == 1 ? one : many);
}

const char *took_words(struct arena *arena, int64_t ms) {
    static const int64_t DAY_MINUTES = INT64_C(24) * 60;
    int64_t minutes = ms / MS_MINUTE;
    if (ms < MS_MINUTE) {
        return ms < MS_SECOND ? "at once" : arena_format(arena, "%" PRId64 " s", ms / MS_SECOND);
    }
    if (minutes < 60) {
        return arena_format(arena, "%" PRId64 " min", minutes);
    }
    if (minutes < 2 * DAY_MINUTES) {
        return arena_format(arena, "%" PRId64 " h %02" PRId64 " min", minutes / 60, minutes % 60);
    }
    return arena_format(arena, "%" PRId64 " days", minutes / DAY_MINUTES);
}

const char *days_words(struct arena *arena, int64_t days) {
    if (days == 0) {
        return "on the day";
    }
    int64_t count = days < 0 ? -days : days;
    return arena_format(arena, "%" PRId64 " day%s %s", count, count == 1 ? "" : "s", days < 0 ? "before" : "after");
}

const char *session_status_words(const struct precis *precis) {
    switch (precis->status) {
    case MEETING_CLOSED:
        return "closed, DRAFT";
    case MEETING_CONFIRMED:
        return "confirmed";
    case MEETING_ADJOURNED:
        return "adjourned";
    default:
        return "open";
    }
}

const char *code_words(const struct folder *folder, struct arena *arena, const struct precis *precis) {
    return folder->boards_differ ? arena_format(arena, "%s %s", precis->board, precis->review) : precis->review;
}

const char *session_words(const struct folder *folder, struct arena *arena, const struct precis *precis) {
    const char *code = code_words(folder, arena, precis);
    return precis->met == 0 ? code : arena_format(arena, "%s of %s", code, day_short(arena, precis->met));
}
