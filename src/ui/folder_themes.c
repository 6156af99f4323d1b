/* Recurring themes: each with the findings it stands with, and where it was seen before. */
#include <string.h>

#include "folder_lines.h"

enum { DAY = 1, CODE = 12, ID = 5, BEFORE = 12 };

static const struct folder_line *line_at(const struct folder *folder, size_t row) {
    return &folder->lists.lines[FOLDER_THEMES].list[row];
}

static struct portfolio_row row_at(const struct folder *folder, const struct folder_line *line) {
    return folder->lists.themes.rows[line->at].at;
}

static const struct precis_theme *theme_at(const struct folder *folder, struct portfolio_row row) {
    return &folder_precis(folder, row)->themes[row.row];
}

size_t themes_count(const struct folder *folder) {
    return folder->lists.lines[FOLDER_THEMES].count;
}

bool themes_target(const struct folder *folder, size_t row, struct folder_target *out) {
    const struct folder_line *line = line_at(folder, row);
    *out = (struct folder_target){.place = PORTFOLIO_NONE};
    if (line->kind != LINE_ROW && line->kind != LINE_MORE) {
        return false;
    }
    struct portfolio_row at = row_at(folder, line);
    *out = (struct folder_target){.place = folder_place(folder, at), .id = theme_at(folder, at)->finding};
    return true;
}

static const char *kind_word(enum precis_theme_kind kind) {
    static const char *const words[] = {"theme", "title of a finding", "strand of learning"};
    return words[kind];
}

static void heading(const struct folder_view *view, const struct portfolio_theme *theme, struct sheet *sheet) {
    const char *figures = arena_format(view->scratch, "%s, in %s reviews", kind_word(theme->kind),
                                       number_words(view->scratch, theme->reviews));
    int width = (int)strlen(figures);
    sheet_put(sheet, 1, sheet->width - width - 4, LOOK_TITLE, theme->text);
    sheet_right(sheet, sheet->width - 1, width, LOOK_QUIET, figures);
}

static void finding_line(const struct folder_view *view, struct portfolio_row at, struct sheet *sheet) {
    const struct folder *folder = view->folder;
    const struct precis *precis = folder_precis(folder, at);
    const struct precis_theme *theme = theme_at(folder, at);
    int code = review_columns(folder, sheet->width);
    sheet_put(sheet, DAY, CODE - DAY - 1, LOOK_PLAIN, day_iso(view->scratch, precis->met));
    sheet_put(sheet, CODE, code, LOOK_PLAIN, review_words(view, sheet->width, precis));
    sheet_put(sheet, CODE + code + 1, ID - 1, LOOK_STRONG, theme->finding);
    sheet_put(sheet, CODE + code + 1 + ID, 0, LOOK_PLAIN, theme->title);
}

static void before_line(const struct folder_view *view, struct portfolio_row at, struct sheet *sheet) {
    const struct folder *folder = view->folder;
    sheet_format(sheet, sheet->width < FOLDER_NARROW ? 2 : BEFORE, 0, LOOK_QUIET, "seen before in %s: %s %s",
                 meeting_words(view, sheet->width, folder_precis(folder, at)), theme_at(folder, at)->finding,
                 theme_at(folder, at)->title);
}

void themes_line(const struct folder_view *view, size_t row, struct sheet *sheet) {
    const struct folder *folder = view->folder;
    const struct folder_line *line = line_at(folder, row);
    if (line->kind == LINE_HEADING) {
        heading(view, &folder->lists.themes.themes[line->at], sheet);
    } else if (line->kind == LINE_ROW) {
        finding_line(view, row_at(folder, line), sheet);
    } else if (line->kind == LINE_MORE) {
        before_line(view, row_at(folder, line), sheet);
    }
}

void themes_detail(const struct folder_view *view, size_t row, struct sheet *sheet) {
    const struct folder *folder = view->folder;
    const struct folder_line *line = line_at(folder, row);
    if (line->kind != LINE_ROW && line->kind != LINE_MORE) {
        return;
    }
    struct portfolio_row at = row_at(folder, line);
    const struct precis *precis = folder_precis(folder, at);
    const struct precis_theme *theme = theme_at(folder, at);
    sheet_text(sheet, NULL, NULL, LOOK_STRONG, arena_format(view->scratch, "%s %s", theme->finding, theme->title));
    sheet_text(sheet, NULL, NULL, LOOK_PLAIN,
               arena_format(view->scratch, "%s: %s", kind_word(theme->kind), theme->text));
    sheet_text(sheet, NULL, NULL, LOOK_PLAIN,
               arena_format(view->scratch, "%s. %s", precis->review_title, precis->board_name));
    sheet_text(sheet, NULL, "from", LOOK_QUIET,
               arena_format(view->scratch, "%s, %s", session_words(folder, view->scratch, precis), precis->path));
}
