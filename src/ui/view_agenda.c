#include <inttypes.h>
#include <string.h>

#include "view.h"

enum { MARK = 3 };

/* Columns of the list: as wide as what stands in them. */
struct columns {
    int ids, planned, used;
};

static const char *mark(const struct view *view, uint32_t place) {
    const struct meeting *meeting = view->meeting;
    if (meeting->current == (int32_t)place && meeting->status == MEETING_RUNNING) {
        return ">>";
    }
    if (meeting->current == (int32_t)place && meeting->status == MEETING_PAUSED) {
        return "||";
    }
    switch (meeting->items[place].stage) {
    case ITEM_VISITED:
        return "ok";
    case ITEM_SKIPPED:
        return "--";
    case ITEM_PARKED:
        return "pk";
    default:
        return "";
    }
}

static const char *planned_text(const struct view *view, const struct item_state *item) {
    int32_t planned = duration_minutes(item->planned);
    int32_t granted = duration_minutes(item->granted);
    if (item->added) {
        return arena_format(view->scratch, "+%" PRId32, granted);
    }
    return granted == planned ? arena_format(view->scratch, "%" PRId32, planned)
                              : arena_format(view->scratch, "%" PRId32 "%+" PRId32, planned, granted - planned);
}

const char *item_starts_at(const struct item *item, struct arena *arena) {
    return arena_format(arena, "%02" PRId32 ":%02" PRId32, item->at.value / 60 % 24, item->at.value % 60);
}

/* What stands under "used" for an item: its minutes, or the word that says why there are none. */
static const char *used_text(const struct view *view, uint32_t place) {
    const struct item_state *item = view->meeting->items + place;
    int64_t used = meeting_used(view->meeting, place, view->now.at);
    if (item->stage == ITEM_SKIPPED && used < MS_MINUTE / 2) {
        return "skip";
    }
    if (item->stage == ITEM_PARKED && used < MS_MINUTE / 2) {
        return "park";
    }
    if (item->first_start != 0 || used > 0) {
        return arena_format(view->scratch, "%" PRId32, duration_minutes(used));
    }
    if (item->item->at.given) {
        return item_starts_at(item->item, view->scratch);
    }
    return item->item->is_protected == YES ? "held" : item->item->purpose == PURPOSE_BREAK ? "break" : "";
}

static enum look row_look(const struct view *view, uint32_t place) {
    if (view->meeting->current == (int32_t)place) {
        return LOOK_STRONG;
    }
    return view->meeting->items[place].stage == ITEM_TO_COME ? LOOK_PLAIN : LOOK_QUIET;
}

static void item_row(const struct view *view, struct area area, int row, uint32_t place,
                     const struct columns *columns) {
    enum look look = row_look(view, place);
    const struct item *item = view->meeting->items[place].item;
    int title = MARK + 1 + columns->ids + 1;
    int used = area.columns - 1;
    int planned = used - columns->used - 1;
    draw_text(area, row, 1, look, mark(view, place));
    draw_fit(area, row, MARK + 1, columns->ids, look, item->id);
    draw_fit(area, row, title, planned - columns->planned - 1 - title, look, item->title);
    bool over = meeting_left(view->meeting, place, view->now.at) < 0 && view->meeting->items[place].first_start != 0;
    draw_right(area, row, planned, look, planned_text(view, view->meeting->items + place));
    draw_right(area, row, used, over ? LOOK_LATE : look, used_text(view, place));
    draw_hotspot(area, row, 0, 1, area.columns, HOTSPOT_ITEM, (int32_t)place);
    if (pane_is_marked(view->app, PANE_AGENDA) && item_selected(view->app) == (int32_t)place) {
        draw_look(area, row, 0, area.columns, LOOK_SELECTED);
        draw_cursor(area, row, 0);
    }
}

/* The first row to show so that the one that matters is seen. */
static uint32_t first_shown(const struct view *view, uint32_t rows) {
    const struct meeting *meeting = view->meeting;
    uint32_t at = 0;
    while (at + 1 < meeting->item_count && (int32_t)meeting->order[at] != item_selected(view->app)) {
        at++;
    }
    if (meeting->item_count <= rows || at + 2 <= rows) {
        return 0;
    }
    uint32_t first = at + 2 - rows;
    return first + rows > meeting->item_count ? meeting->item_count - rows : first;
}

static void widen(int *columns, const char *text, int most) {
    int width = text_columns(text, strlen(text));
    width = width > most ? most : width;
    *columns = width > *columns ? width : *columns;
}

static struct columns columns_of(const struct view *view) {
    struct columns columns = {.ids = 2, .planned = (int)strlen("plan"), .used = (int)strlen("used")};
    for (uint32_t i = 0; i < view->meeting->item_count; i++) {
        widen(&columns.ids, item_id(view->app, i), 6);
        widen(&columns.planned, planned_text(view, view->meeting->items + i), 8);
        widen(&columns.used, used_text(view, i), 5);
    }
    return columns;
}

void agenda_pane(const struct view *view, struct area area) {
    const struct meeting *meeting = view->meeting;
    uint32_t rows = area.rows > 1 ? (uint32_t)area.rows - 1 : 0;
    uint32_t first = first_shown(view, rows);
    uint32_t after = meeting->item_count > first + rows ? meeting->item_count - first - rows : 0;
    draw_text(area, 0, 1, LOOK_TITLE, "AGENDA");
    if (first > 0 || after > 0) {
        draw_format(area, 0, 8, LOOK_QUIET, "%u to %u of %u", first + 1, first + rows, meeting->item_count);
    }
    struct columns columns = columns_of(view);
    draw_right(area, 0, area.columns - columns.used - 2, LOOK_QUIET, "plan");
    draw_right(area, 0, area.columns - 1, LOOK_QUIET, "used");
    for (uint32_t i = 0; i < rows && first + i < meeting->item_count; i++) {
        item_row(view, area, (int)i + 1, meeting->order[first + i], &columns);
    }
}

int agenda_row(const struct view *view, struct area area, int row) {
    struct app bare = *view->app;
    bare.item_selected = -1;
    int32_t selected = item_selected(view->app);
    if (!pane_is_marked(view->app, PANE_AGENDA) || selected < 0 || selected == item_selected(&bare)) {
        return 0;
    }
    struct columns columns = columns_of(view);
    item_row(view, area, row, (uint32_t)selected, &columns);
    return 1;
}

int ends_rows(const struct view *view, struct area area, int row) {
    if (view->meeting->status >= MEETING_ADJOURNED) {
        return 0;
    }
    int32_t late = 0;
    const char *ends = ends_said(view->meeting, view->now, view->scratch, &late);
    int used = 1 + draw_fit(area, row, 1, area.columns - 1, LOOK_PLAIN, ends);
    if (late != 0) {
        draw_fit(area, row, used, area.columns - used, late > 0 ? LOOK_LATE : LOOK_GOOD,
                 arena_format(view->scratch, "  %+" PRId32, late));
    }
    return 1;
}
