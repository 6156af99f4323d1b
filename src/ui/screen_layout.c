#include "screen_layout.h"
#include "candour/core/summary.h"
#include "screen_parts.h"

enum {
    SIDE_FROM = 140, /* columns from which detail and remarks stand beside the list */
    SIDE = 48,
    SMALL_ROWS = 13, /* a body of fewer rows has room for the list and little else */
    HIGH_ROWS = 30,
    LIST_LEAST = 3,
    LIST_GOOD = 8, /* lines of the list before an inset is shown with it */
};

/* --- the parts, as sheets --- */

static struct sheet part(const struct view *view, int width, void (*fill)(const struct view *, struct sheet *)) {
    struct sheet sheet = sheet_begin(view->scratch, width);
    if (fill != NULL) {
        fill(view, &sheet);
    }
    return sheet;
}

static struct sheet remarks_part(const struct view *view, const struct screen *screen, int width) {
    struct sheet sheet = sheet_begin(view->scratch, width);
    struct remarks remarks = remarks_of(view->app->summary, screen->remarks, view->scratch);
    for (size_t i = 0; i < remarks.count; i++) {
        sheet_text(&sheet, remarks.list[i].subject, NULL, LOOK_OPEN, remarks.list[i].text);
    }
    if (screen->notes != NULL) {
        screen->notes(view, &sheet);
    }
    return sheet;
}

size_t screen_row(const struct app *app, const struct sheet *list) {
    const struct screen_state *state = app->screens + app->screen;
    size_t row = (state->about[0] != '\0' ? &state->page : &state->list)->row;
    return list->count == 0 ? 0 : row < list->count ? row : list->count - 1;
}

/* --- sizes --- */

static int least(int a, int b) {
    return a < b ? a : b;
}

static int most(int a, int b) {
    return a > b ? a : b;
}

/* Remarks and detail under the list, with a line above them; what is left goes to the list. */
static int share_under(struct screen_layout *out, int rows, int left, bool detail) {
    bool small = rows < SMALL_ROWS;
    int details = !detail ? 0 : small ? 2 : rows < HIGH_ROWS ? 4 : 8;
    int remarks = small ? 1 : rows / 4;
    out->remark_rows = least((int)out->remarks.count, least(remarks, most(left - LIST_LEAST, 0)));
    left -= out->remark_rows;
    int line = small || details + out->remark_rows == 0 ? 0 : 1;
    out->detail_rows = least(details, most(left - line - LIST_LEAST, 0));
    return left - line - out->detail_rows;
}

/* Rows are given out from what must not be missing to what may: heads, some list, remarks, detail; what is left over
 * goes to the list, and what the list does not need to the detail. None of it depends on the selected row. */
static void share_rows(struct screen_layout *out, int rows, bool detail) {
    bool small = rows < SMALL_ROWS;
    out->above_rows = least((int)out->above.count, small ? 1 : 4);
    int left = rows - out->above_rows;
    if (out->side == 0) {
        left = share_under(out, rows, left, detail);
    } else {
        out->remark_rows = least((int)out->remarks.count, rows / 2);
        out->detail_rows = rows - out->remark_rows - 1;
    }
    int inset = (int)out->inset.count;
    if (inset > 0 && out->list.count > 0 && left - least((int)out->list.count, LIST_GOOD) > inset) {
        out->inset_rows = inset + 1;
        left -= inset + 1;
    }
    out->list_rows = left;
    int spare = left - most((int)out->list.count, 1);
    if (spare > 0 && (out->side > 0 ? out->inset_rows > 0 : detail && !small)) {
        out->detail_rows += out->side > 0 ? 0 : spare;
        out->list_rows -= spare;
    }
}

/* Remarks that have no room in their place follow the list. */
static void remarks_behind(struct screen_layout *out) {
    size_t rows = out->remark_rows < 0 ? 0 : (size_t)out->remark_rows;
    if (rows >= out->remarks.count) {
        return;
    }
    size_t shown = rows > 0 ? rows - 1 : 0; /* the last row says that there are more */
    size_t more = out->remarks.count - shown;
    sheet_append(&out->list, &out->remarks, shown);
    out->remarks.count = shown;
    if (rows > 0) {
        sheet_line(&out->remarks, NULL);
        sheet_format(&out->remarks, 1, 0, LOOK_QUIET, "%zu %s behind the list: End", more,
                     shown > 0   ? "more"
                     : more == 1 ? "remark"
                                 : "remarks");
    }
}

static void page_layout(const struct view *view, struct screen_layout *out, int rows) {
    const struct screen_state *state = view->app->screens + view->app->screen;
    out->columns += out->side;
    out->side = 0;
    out->list = sheet_begin(view->scratch, out->columns);
    out->screen->page(view, state->about, &out->list);
    out->list_rows = rows;
}

/* Where both have no room the inset stands in place of list and heads. */
static void inset_instead(struct screen_layout *out) {
    int rows = out->above_rows + out->list_rows + out->detail_rows;
    size_t heads = 0;
    while (heads < out->inset.count && out->inset.lines[heads].id == NULL) {
        heads++;
    }
    out->above = out->inset;
    out->above.count = heads;
    out->above_rows = (int)heads;
    out->list = out->inset;
    out->list.lines += heads;
    out->list.count -= heads;
    out->list.capacity = out->list.count; /* what follows goes elsewhere */
    out->list_rows = rows - out->above_rows;
    out->detail_rows = 0;
}

/* A row about something else than the screen's own things, as a remark may be, has no page. */
static bool has_more(const struct view *view, const struct screen *screen, const char *id, screen_of_id *detail) {
    size_t place;
    return id != NULL && (detail != screen->page || (meeting_names(view->meeting, id, &place) & screen->pages) != 0);
}

struct screen_layout screen_layout(const struct view *view, int rows, int columns) {
    const struct screen *screen = screen_of(view->app->screen);
    const struct screen_state *state = view->app->screens + view->app->screen;
    struct screen_layout out = {.screen = screen, .side = columns >= SIDE_FROM ? SIDE + 1 : 0};
    int under = out.side > 0 ? SIDE : columns;
    out.columns = columns - out.side;
    if (state->about[0] != '\0') {
        page_layout(view, &out, rows);
        return out;
    }
    out.above = part(view, out.columns, screen->above);
    out.list = part(view, out.columns, screen->list);
    out.inset = part(view, out.columns, screen->inset);
    out.remarks = remarks_part(view, screen, under);
    share_rows(&out, rows, screen->detail != NULL);
    if (out.inset_rows == 0 && state->inset && out.inset.count > 0 && out.list.count > 0) {
        inset_instead(&out);
    }
    remarks_behind(&out);
    out.detail = sheet_begin(view->scratch, under);
    size_t row = screen_row(view->app, &out.list);
    bool page = out.side > 0 && screen->page != NULL && !screen->detail_beside;
    screen_of_id *detail = page ? screen->page : screen->detail;
    if (detail != NULL && row < out.list.count) {
        const struct sheet_line *line = sheet_at(&out.list, row, view->scratch);
        if (row < out.list.asked || has_more(view, screen, line->id, detail)) {
            detail(view, line->id, &out.detail);
        }
    }
    return out;
}

struct screen_layout screen_layout_now(const struct view *view) {
    return screen_layout(view, view->app->rows - foot_rows(view) - 2, view->app->columns);
}
