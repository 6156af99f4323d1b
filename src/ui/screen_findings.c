#include <inttypes.h>

#include "candour/core/log.h"
#include "screen_parts.h"

/* Columns before the grid: id, title, position, minutes. */
struct columns {
    int id, title, position, minutes, grid;
};

enum { POSITION = 10, MINUTES = 4 };

static struct columns columns_of(const struct view *view, const struct sheet *sheet) {
    const struct summary *summary = view->app->summary;
    int cells = (code_columns(summary, 6) + 1) * (int)summary->agency_count;
    struct columns at = {.id = 1, .title = 6};
    int more = POSITION + (summary->focus_kept ? MINUTES : 0);
    /* the grid first: titles have what it leaves, within reason */
    int title = sheet->width - 1 - at.title - 1 - more - cells;
    int least = sheet->width < 60 ? 3 : 14;
    title = title < least ? least : title > 60 ? 60 : title;
    at.position = at.title + title + 1;
    at.minutes = at.position + POSITION;
    at.grid = at.position + more;
    return at;
}

static struct grid grid_at(const struct view *view, struct sheet *sheet, const struct columns *at) {
    const struct summary *summary = view->app->summary;
    return grid_of(view, sheet, at->grid, code_columns(summary, 6) + 1, summary->agency_count);
}

static const char *position_said(const struct finding_summary *finding) {
    static const char *const words[] = {"-- none", "accepted", "in part", "not acc.", "more work"};
    return words[finding->position];
}

/* Findings were taken, and nobody said which was under discussion. */
static bool minutes_missed(const struct summary *summary) {
    bool taken = false;
    for (size_t i = 0; i < summary->finding_count; i++) {
        taken = taken || summary->findings[i].opened;
    }
    return taken && !summary->focus_kept;
}

void findings_above(const struct view *view, struct sheet *sheet) {
    const struct summary *summary = view->app->summary;
    struct columns at = columns_of(view, sheet);
    struct grid grid = grid_at(view, sheet, &at);
    const char *range = grid_range(sheet, &grid, "agencies");
    sheet_line(sheet, NULL);
    sheet_format(sheet, 1, 0, LOOK_QUIET, "d discussed  c challenged  a answered  o owns  . nothing%s",
                 minutes_missed(summary) ? "; minutes not kept" : "");
    if (range != NULL) {
        sheet_line(sheet, NULL);
        sheet_put(sheet, 1, 0, LOOK_QUIET, range);
    }
    sheet_line(sheet, NULL);
    sheet_put(sheet, at.id, at.grid - 2 - POSITION, LOOK_QUIET, "finding");
    sheet_put(sheet, at.position, POSITION - 1, LOOK_QUIET, "position");
    if (summary->focus_kept) {
        sheet_right(sheet, at.grid - 1, MINUTES - 1, LOOK_QUIET, "min");
    }
    for (size_t i = 0; i < grid.shown; i++) {
        sheet_put(sheet, grid.fixed + (int)i * grid.cell, grid.cell - 1, LOOK_QUIET,
                  summary->parties[grid.first + i].id);
    }
}

/* Discussing goes without saying where one challenged, answered or owns: three signs are enough for four touches. */
static const char *cell(struct arena *arena, uint8_t touches) {
    if ((touches & ~TOUCH_DISCUSSED) == 0) {
        return touches == 0 ? "." : "d";
    }
    return arena_format(arena, "%s%s%s", (touches & TOUCH_CHALLENGED) != 0 ? "c" : "",
                        (touches & TOUCH_ANSWERED) != 0 ? "a" : "", (touches & TOUCH_OWNS) != 0 ? "o" : "");
}

static void finding_row(const struct view *view, struct sheet *sheet, const struct columns *at, const struct grid *grid,
                        size_t place) {
    const struct finding_summary *row = view->app->summary->findings + place;
    const struct finding *finding = row->state->finding;
    bool here = view->meeting->focus == (int32_t)place;
    enum look look = here ? LOOK_STRONG : LOOK_PLAIN;
    sheet_line(sheet, finding->id);
    sheet_put(sheet, 0, 1, look, here ? ">" : "");
    sheet_put(sheet, at->id, at->title - at->id - 1, look, finding->id);
    sheet_put(sheet, at->title, at->position - at->title - 1, look, finding->title);
    sheet_put(sheet, at->position, POSITION - 1, row->position == 0 ? LOOK_OPEN : look, position_said(row));
    if (view->app->summary->focus_kept) {
        /* of the finding under discussion it goes on between two summaries */
        int64_t used =
            here ? meeting_finding_used(view->meeting, (uint32_t)place, view->app->summary->now.at) : row->used;
        sheet_right(sheet, at->grid - 1, MINUTES - 1, look,
                    arena_format(sheet->arena, "%" PRId32, duration_minutes(used)));
    }
    for (size_t i = 0; row->touches != NULL && i < grid->shown; i++) {
        sheet_put(sheet, grid->fixed + (int)i * grid->cell, grid->cell - 1, look,
                  cell(sheet->arena, row->touches[grid->first + i]));
    }
}

void findings_list(const struct view *view, struct sheet *sheet) {
    struct columns at = columns_of(view, sheet);
    struct grid grid = grid_at(view, sheet, &at);
    for (size_t i = 0; i < view->app->summary->finding_count; i++) {
        finding_row(view, sheet, &at, &grid, i);
    }
}

/* --- under the grid, and on a page --- */

static void learning_lines(const struct view *view, struct sheet *sheet, const struct finding_summary *row) {
    for (size_t i = 0; i < row->learning.count; i++) {
        const struct learning *entry = learning_find(view->meeting->agenda, row->learning.items[i]);
        sheet_text(sheet, NULL, i == 0 ? "under way" : "", LOOK_PLAIN,
                   arena_format(sheet->arena, "%s %s%s%s%s%s%s", entry->id, entry->title,
                                entry->lead == NULL ? "" : " (", entry->lead == NULL ? "" : entry->lead,
                                entry->lead == NULL ? "" : ")", entry->says == NULL ? "" : ": ",
                                entry->says == NULL ? "" : entry->says));
    }
    if (row->learning.count == 0) {
        sheet_text(sheet, NULL, "under way", LOOK_QUIET, "nothing is linked");
    }
}

static void plan_lines(const struct view *view, struct sheet *sheet, const struct finding_summary *row) {
    for (size_t i = 0; i < row->priorities.count; i++) {
        const struct priority *priority = priority_find(view->meeting->agenda, row->priorities.items[i]);
        sheet_text(sheet, NULL, i == 0 ? "plan" : "", LOOK_PLAIN,
                   arena_format(sheet->arena, "%s %s", priority->id, priority->title));
    }
    if (row->priorities.count == 0) {
        sheet_text(sheet, NULL, "plan", LOOK_QUIET, "nothing is linked");
    }
}

void finding_below(const struct view *view, const char *id, struct sheet *sheet) {
    const struct finding_summary *row = summary_finding(view->app->summary, id);
    if (row == NULL) {
        return;
    }
    const struct finding *finding = row->state->finding;
    sheet_text(sheet, id, NULL, LOOK_STRONG,
               arena_format(sheet->arena, "%s %s: %s", id, finding->title, position_words(row->state)));
    sheet_line(sheet, NULL);
    sheet_format(sheet, 1, 0, LOOK_PLAIN, "challenges %s   agreements %s", sheet_ids(sheet, &row->challenges),
                 sheet_ids(sheet, &row->agreements));
    sheet_text(sheet, NULL, "why", LOOK_PLAIN, finding->why);
    learning_lines(view, sheet, row);
    plan_lines(view, sheet, row);
}

/* Positions that were taken before the one that stands. */
static void earlier_positions(const struct view *view, struct sheet *sheet, const char *id) {
    struct wordings wordings = wordings_of(view->meeting, id, sheet->arena);
    for (size_t i = wordings.count; i > 1; i--) {
        const struct worded *earlier = wordings.list + i - 2;
        const struct event_position *position = earlier->value;
        struct stamp at = view->meeting->events[earlier->event].at;
        char date[DAY_SIZE], clock[CLOCK_SIZE];
        sheet_text(sheet, id, i == wordings.count ? "before it" : "", LOOK_PLAIN,
                   arena_format(sheet->arena, "%s, %s %s%s", choice_word(&CHOICES_POSITION, position->position),
                                day_write(stamp_day(at), date), stamp_clock(at, clock),
                                i == wordings.count ? ": W shows both" : ""));
    }
}

static void position_lines(const struct view *view, struct sheet *sheet, const struct finding_summary *row) {
    const struct event_position *position = row->state->position;
    int64_t used = row->used;
    sheet_text(sheet, NULL, "position", position == NULL ? LOOK_OPEN : LOOK_STRONG, position_words(row->state));
    if (position != NULL) {
        const struct dissent *dissent = position->dissent.items;
        sheet_text(sheet, NULL, "because", LOOK_PLAIN, position->reason);
        sheet_text(sheet, NULL, "still true", LOOK_PLAIN, position->still_true);
        for (size_t i = 0; i < position->dissent.count; i++) {
            sheet_text(sheet, NULL, "dissent", LOOK_OPEN,
                       arena_format(sheet->arena, "%s: %s", dissent[i].agency, dissent[i].reason));
        }
        earlier_positions(view, sheet, row->state->finding->id);
    }
    sheet_text(sheet, NULL, "discussed", LOOK_PLAIN,
               view->app->summary->focus_kept
                   ? arena_format(sheet->arena, "%" PRId32 " minutes", duration_minutes(used))
                   : "minutes by finding were not kept");
}

static void list_lines(struct sheet *sheet, const char *label, const struct texts *texts) {
    for (size_t i = 0; i < texts->count; i++) {
        sheet_text(sheet, NULL, i == 0 ? label : "", LOOK_PLAIN, texts->items[i]);
    }
}

/* What would make its agreements stronger; nothing once the board keeps them as they are. */
static void nudge_lines(const struct view *view, struct sheet *sheet, const struct finding_summary *row) {
    const char *id = row->state->finding->id;
    if (row->state->as_is != NULL) {
        sheet_text(sheet, id, "kept as is", LOOK_PLAIN, row->state->as_is);
        return;
    }
    if (!row->all_weak) {
        return;
    }
    sheet_text(sheet, id, "all weak", LOOK_OPEN, "every agreement is of a weak kind; o keeps them, with a reason");
    for (size_t i = 0; i < row->kinds_unused.count; i++) {
        const struct change_kind *kind = kind_find(view->meeting->agenda, row->kinds_unused.items[i]);
        sheet_text(sheet, id, i == 0 ? "not used" : "", LOOK_PLAIN,
                   kind == NULL ? row->kinds_unused.items[i]
                                : arena_format(sheet->arena, "%s: %s (%s)", kind->id, kind->title,
                                               choice_word(&CHOICES_STRENGTH, kind->strength)));
    }
}

void finding_page(const struct view *view, const char *id, struct sheet *sheet) {
    const struct finding_summary *row = summary_finding(view->app->summary, id);
    if (row == NULL) {
        sheet_text(sheet, NULL, NULL, LOOK_QUIET, "This finding is not there");
        return;
    }
    const struct finding *finding = row->state->finding;
    const struct recommendation *recommendations = finding->recommendations.items;
    sheet_text(sheet, id, NULL, LOOK_TITLE, arena_format(sheet->arena, "%s %s", id, finding->title));
    position_lines(view, sheet, row);
    sheet_text(sheet, NULL, "says", LOOK_PLAIN, finding->statement);
    sheet_text(sheet, NULL, "why", LOOK_PLAIN, finding->why);
    list_lines(sheet, "ask", &finding->questions);
    for (size_t i = 0; i < finding->recommendations.count; i++) {
        sheet_text(sheet, NULL, recommendations[i].id, LOOK_PLAIN, recommendations[i].text);
    }
    learning_lines(view, sheet, row);
    plan_lines(view, sheet, row);
    nudge_lines(view, sheet, row);
    record_lines(view, sheet, "CHALLENGES", &row->challenges);
    record_lines(view, sheet, "AGREEMENTS", &row->agreements);
    if (row->challenges.count + row->agreements.count == 0) {
        sheet_blank(sheet);
        sheet_text(sheet, NULL, NULL, LOOK_OPEN, "No challenge and no agreement on it yet");
    }
}
