#include <string.h>

#include "bar.h"
#include "screen_layout.h"
#include "screen_moves.h"

enum { SIDE_FROM = 140, FORM = 100 };

/* The screens by their numbers, this one in brackets; in a smaller window shorter names, the numbers, this one alone.
 */
static void bar_view(const struct view *view, struct area area, int end) {
    struct bar bars[4] = {0};
    for (int i = 0; i < SCREEN_COUNT; i++) {
        const struct screen *screen = screen_of((enum screen_id)i);
        bool here = (enum screen_id)i == view->app->screen;
        const char *own = arena_format(view->scratch, here ? "[%d %s]" : "%d %s", i + 1, screen->title);
        bool brief = !here && screen->brief != NULL;
        bars[0].names[i] = own;
        bars[1].names[i] = brief ? arena_format(view->scratch, "%d %s", i + 1, screen->brief) : own;
        bars[2].names[i] = here ? own : arena_format(view->scratch, "%d", i + 1);
        bars[3].names[i] = here ? own : NULL;
    }
    draw_line_across(area, 0, 0, area.columns);
    bar_draw(area, 0, end, bars, sizeof bars / sizeof *bars, SCREEN_COUNT);
}

static size_t first_shown(const struct screen_layout *layout, size_t row) {
    size_t rows = layout->list_rows < 0 ? 0 : (size_t)layout->list_rows;
    if (layout->list.count <= rows || row < rows / 2) {
        return 0;
    }
    size_t first = row - rows / 2;
    return first + rows > layout->list.count ? layout->list.count - rows : first;
}

static const char *range_words(const struct view *view, const struct screen_layout *layout) {
    size_t rows = layout->list_rows < 0 ? 0 : (size_t)layout->list_rows;
    if (layout->list.count <= rows) {
        return NULL;
    }
    size_t first = first_shown(layout, screen_row(view->app, &layout->list));
    return arena_format(view->scratch, " %zu to %zu of %zu ", first + 1, first + rows, layout->list.count);
}

static void range_view(const struct view *view, const struct screen_layout *layout, struct area area) {
    const char *range = range_words(view, layout);
    if (range != NULL) {
        draw_right(area, 0, area.columns - 1, LOOK_QUIET, range);
    }
}

/* Is there a line under the list for its range? Else the bar above has it. */
static bool line_under(const struct screen_layout *layout, int rows) {
    int under = layout->detail_rows + layout->remark_rows;
    return layout->side == 0 && under > 0 && rows > layout->above_rows + layout->list_rows + layout->inset_rows + under;
}

static void list_view(const struct view *view, const struct screen_layout *layout, struct area area) {
    size_t row = screen_row(view->app, &layout->list);
    size_t first = first_shown(layout, row);
    sheet_view(&layout->list, area, 0, first, area.rows);
    if (layout->list.count == 0) {
        draw_fit(area, 0, 1, area.columns - 2, LOOK_QUIET, "nothing recorded yet");
        draw_cursor(area, 0, 0);
        return;
    }
    draw_look(area, (int)(row - first), 0, area.columns, LOOK_SELECTED);
    draw_cursor(area, (int)(row - first), 0);
    for (size_t at = first; at < layout->list.count && at < first + (size_t)area.rows; at++) {
        const struct sheet_line *line = sheet_at(&layout->list, at, view->scratch);
        if (line->count > 0 && !line->between) {
            int32_t below = (int32_t)((int64_t)at - (int64_t)row);
            draw_hotspot(area, (int)(at - first), 0, 1, area.columns, HOTSPOT_ROW, below);
        }
    }
}

static void side_view(const struct screen_layout *layout, struct area area) {
    struct area inner = area_part(area, 0, 1, area.rows, area.columns - 1);
    draw_line_down(area, 0, 0, area.rows);
    sheet_view_cut(&layout->detail, area_part(inner, 0, 0, layout->detail_rows, inner.columns));
    draw_line_across(inner, layout->detail_rows, 0, inner.columns);
    sheet_view_cut(&layout->remarks, area_part(inner, layout->detail_rows + 1, 0, layout->remark_rows, inner.columns));
}

static void under_view(const struct view *view, const struct screen_layout *layout, struct area area) {
    int under = layout->detail_rows + layout->remark_rows;
    int line = under > 0 && area.rows > under ? 1 : 0;
    if (line > 0) {
        draw_line_across(area, 0, 0, area.columns);
        range_view(view, layout, area);
    }
    sheet_view_cut(&layout->detail, area_part(area, line, 0, layout->detail_rows, area.columns));
    sheet_view_cut(&layout->remarks,
                   area_part(area, area.rows - layout->remark_rows, 0, layout->remark_rows, area.columns));
}

static void body_view(const struct view *view, struct area area) {
    struct screen_layout layout = screen_layout(view, area.rows, area.columns);
    int columns = layout.columns;
    int at = layout.above_rows;
    sheet_view(&layout.above, area_part(area, 0, 0, at, columns), 0, layout.above.count - (size_t)at, at);
    list_view(view, &layout, area_part(area, at, 0, layout.list_rows, columns));
    at += layout.list_rows;
    if (layout.inset_rows > 0) {
        sheet_view(&layout.inset, area_part(area, at + 1, 0, layout.inset_rows - 1, columns), 0, 0,
                   layout.inset_rows - 1);
        at += layout.inset_rows;
    }
    if (layout.side > 0) {
        side_view(&layout, area_part(area, 0, columns, area.rows, layout.side));
    } else {
        under_view(view, &layout, area_part(area, at, 0, area.rows - at, columns));
    }
}

int screen_form_columns(const struct app *app) {
    return app->columns >= SIDE_FROM ? FORM : app->columns;
}

/* A form takes the place of the screen; where there is room the screen stays in sight beside it. */
static void form_beside(const struct view *view, struct area area) {
    int columns = screen_form_columns(view->app);
    struct area list = area_part(area, 0, 0, area.rows, area.columns - columns - 1);
    if (list.columns > 0) {
        body_view(view, list);
        draw_line_down(area, 0, list.columns, area.rows);
    }
    form_view(view->app->form, area_part(area, 0, area.columns - columns, area.rows, columns), view->now);
}

void screen_view(const struct view *view, struct area area) {
    struct area body = area_part(area, 2, 0, area.rows - 2, area.columns);
    struct screen_layout layout = screen_layout(view, body.rows, body.columns);
    bool above = view->app->form == NULL && !line_under(&layout, body.rows);
    const char *range = above ? range_words(view, &layout) : NULL;
    int end = area.columns - (range == NULL ? 0 : (int)strlen(range) + 1);
    head_view(view, area);
    bar_view(view, area_part(area, 1, 0, 1, area.columns), end);
    if (range != NULL) {
        range_view(view, &layout, area_part(area, 1, 0, 1, area.columns));
    }
    if (view->app->form != NULL) {
        form_beside(view, body);
    } else {
        body_view(view, body);
    }
}
