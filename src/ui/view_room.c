#include <string.h>

#include "candour/core/summary.h"
#include "view.h"
#include "words.h"

bool agency_heard(const struct view *view, size_t agency) {
    const struct meeting *meeting = view->meeting;
    const struct agency *agencies = meeting->agenda->agencies.items;
    if (meeting_is_over(view)) {
        return view->app->summary->parties[agency].heard.count > 0;
    }
    return meeting->current >= 0 && meeting_heard(meeting, (uint32_t)meeting->current, agencies[agency].id);
}

/* One that is not in the room cannot be heard now. */
static bool is_unheard(const struct view *view, size_t agency, const char *id) {
    return !agency_heard(view, agency) && (meeting_is_over(view) || meeting_in_room(view->meeting, id));
}

/* Codes of the agencies that were not heard, a blank between them. */
static const char *not_heard(const struct view *view) {
    const struct meeting *meeting = view->meeting;
    const struct agency *agencies = meeting->agenda->agencies.items;
    struct buffer text = {0};
    for (size_t i = 0; i < meeting->agenda->agencies.count; i++) {
        if (agency_counts(agencies + i) && is_unheard(view, i, agencies[i].id)) {
            buffer_format(&text, "%s%s", text.length == 0 ? "" : " ", agencies[i].id);
        }
    }
    const char *codes = text.length == 0 ? "" : arena_copy(view->scratch, text.bytes, text.length);
    buffer_free(&text);
    return codes;
}

int room_rows(const struct view *view, struct area area, int row) {
    if (view->meeting->current < 0) {
        return 0;
    }
    const char *codes = not_heard(view);
    if (codes[0] == '\0') {
        draw_fit(area, row, 1, area.columns - 2, LOOK_GOOD,
                 meeting_is_over(view) ? "every agency was heard" : "every agency heard in this item");
        return 1;
    }
    draw_fit(area, row, 1, area.columns - 2, LOOK_TITLE,
             meeting_is_over(view) ? "NEVER HEARD" : "NOT YET HEARD IN THIS ITEM");
    int width = area.columns - 2;
    int left = area.rows - row - 1;
    struct text_lines lines = text_wrap(view->scratch, codes, strlen(codes), width < 1 ? 1 : width);
    for (size_t i = 0; i < lines.count && (int)i < left; i++) {
        /* in the last row there is, what does not fit shows as an ellipsis */
        const char *text = (int)i == left - 1 ? codes + lines.lines[i].from
                                              : arena_copy(view->scratch, codes + lines.lines[i].from,
                                                           lines.lines[i].to - lines.lines[i].from);
        draw_fit(area, row + 1 + (int)i, 1, width, LOOK_OPEN, text);
    }
    return 1 + (int)lines.count < area.rows - row ? 1 + (int)lines.count : area.rows - row;
}

const char *not_heard_line(const struct view *view) {
    if (view->meeting->current < 0) {
        return "";
    }
    const char *codes = not_heard(view);
    const char *words = meeting_is_over(view) ? "never heard" : "not heard";
    return codes[0] == '\0' ? "every agency heard" : arena_format(view->scratch, "%s: %s", words, codes);
}

struct counts {
    size_t challenges, open, agreements, no_owner, no_date;
};

static struct counts count_records(const struct meeting *meeting) {
    struct counts counts = {0};
    for (size_t i = 0; i < meeting->record_count; i++) {
        const struct record_state *record = meeting->records + i;
        if (record->withdrawn) {
            continue;
        }
        if (record->kind == RECORD_CHALLENGE) {
            counts.challenges++;
            counts.open += challenge_open(record);
        } else if (record->kind == RECORD_AGREEMENT) {
            const struct agreement *agreement = record->now;
            counts.agreements++;
            counts.no_owner += agreement->owner == NULL;
            counts.no_date += agreement->due == 0 && agreement->priority != PRIORITY_DEFERRED;
        }
    }
    return counts;
}

static const char *challenges_line(const struct view *view, const struct counts *counts) {
    const char *open = counts->challenges == 0 ? ""
                       : counts->open == 0     ? ", none open"
                                               : arena_format(view->scratch, ", %zu open", counts->open);
    return arena_format(view->scratch, "%zu challenge%s%s", counts->challenges, counts->challenges == 1 ? "" : "s",
                        open);
}

static const char *agreements_line(const struct view *view, const struct counts *counts) {
    struct buffer text = {0};
    buffer_format(&text, "%zu agreement%s", counts->agreements, counts->agreements == 1 ? "" : "s");
    if (counts->no_owner > 0) {
        buffer_format(&text, ", %zu without owner", counts->no_owner);
    }
    if (counts->no_date > 0) {
        buffer_format(&text, ", %zu without date", counts->no_date);
    } else if (counts->agreements > 0) {
        buffer_text(&text, counts->agreements == 1 ? ", dated" : ", all dated");
    }
    const char *line = arena_copy(view->scratch, text.bytes, text.length);
    buffer_free(&text);
    return line;
}

int counts_needed(const struct view *view, int columns) {
    struct counts counts = count_records(view->meeting);
    const char *line = agreements_line(view, &counts);
    return 1 + (int)text_wrap(view->scratch, line, strlen(line), columns < 12 ? 10 : columns - 2).count;
}

void counts_rows(const struct view *view, struct area area, int row) {
    struct counts counts = count_records(view->meeting);
    draw_fit(area, row, 1, area.columns - 2, counts.open > 0 ? LOOK_OPEN : LOOK_PLAIN, challenges_line(view, &counts));
    draw_wrapped(area, row + 1, 1, area.columns - 2, counts.no_owner + counts.no_date > 0 ? LOOK_OPEN : LOOK_PLAIN,
                 agreements_line(view, &counts));
}

const char *counts_said(const struct view *view) {
    struct counts counts = count_records(view->meeting);
    return arena_format(view->scratch, "%s; %s", challenges_line(view, &counts), agreements_line(view, &counts));
}
