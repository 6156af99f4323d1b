/* Response times: of each agency how long answers, settling and doing took. */
#include <string.h>

#include "folder_lines.h"

enum { LABEL = 3, COUNT_END = 26, MEDIAN = 28, MOST = 44, LONGEST = 62, NARROW_TIMES = 12 };

static const struct folder_line *line_at(const struct folder *folder, size_t row) {
    return &folder->lists.lines[FOLDER_TIMES].list[row];
}

static const struct portfolio_times_of *of_line(const struct folder *folder, const struct folder_line *line) {
    const struct portfolio_times *times = &folder->lists.times;
    return line->at == 0 ? &times->all : &times->parties[line->at - 1];
}

static const struct portfolio_figures *figures_at(const struct folder *folder, const struct folder_line *line) {
    return &of_line(folder, line)->figures[line->more];
}

static const struct precis_time *longest_of(const struct folder *folder, const struct portfolio_figures *figures) {
    return &folder_precis(folder, figures->longest)->times[figures->longest.row];
}

size_t times_count(const struct folder *folder) {
    return folder->lists.lines[FOLDER_TIMES].count;
}

bool times_target(const struct folder *folder, size_t row, struct folder_target *out) {
    const struct folder_line *line = line_at(folder, row);
    *out = (struct folder_target){.place = PORTFOLIO_NONE};
    if (line->kind != LINE_ROW) {
        return false;
    }
    const struct portfolio_figures *figures = figures_at(folder, line);
    *out =
        (struct folder_target){.place = folder_place(folder, figures->longest), .id = longest_of(folder, figures)->id};
    return true;
}

static const char *kind_words(uint32_t kind) {
    static const char *const words[TIME_KINDS] = {"to an answer", "until settled", "done, from due"};
    return words[kind];
}

static const char *narrow_words(uint32_t kind) {
    static const char *const words[TIME_KINDS] = {"answer", "settled", "done"};
    return words[kind];
}

static const char *time_words(struct arena *arena, uint32_t kind, int64_t time) {
    return kind == TIME_DONE ? days_words(arena, time) : took_words(arena, time);
}

void times_above(const struct folder_view *view, struct sheet *sheet) {
    (void)view;
    sheet_line(sheet, NULL);
    if (sheet->width < FOLDER_NARROW) {
        sheet_put(sheet, LABEL, 0, LOOK_QUIET, "median, longest");
        return;
    }
    sheet_right(sheet, COUNT_END, 6, LOOK_QUIET, "count");
    sheet_put(sheet, MEDIAN, 0, LOOK_QUIET, "median");
    sheet_put(sheet, MOST, 0, LOOK_QUIET, "longest");
}

static void heading(const struct folder_view *view, const struct portfolio_times_of *of, struct sheet *sheet) {
    const char *name = of->party == NULL                 ? "All together"
                       : text_equal(of->party, of->name) ? of->party
                                                         : arena_format(view->scratch, "%s  %s", of->party, of->name);
    const char *waiting = of->waiting == 0 ? ""
                                           : arena_format(view->scratch, "%s without an answer",
                                                          number_words(view->scratch, of->waiting));
    int width = (int)strlen(waiting);
    sheet_put(sheet, 1, sheet->width - width - 4, LOOK_TITLE, name);
    sheet_right(sheet, sheet->width - 1, width, LOOK_OPEN, waiting);
}

static void figures_line(const struct folder_view *view, const struct folder_line *line, struct sheet *sheet) {
    struct arena *arena = view->scratch;
    const struct folder *folder = view->folder;
    const struct portfolio_figures *figures = figures_at(folder, line);
    const char *median = time_words(arena, line->more, figures->median);
    const char *most = time_words(arena, line->more, figures->most);
    const char *which =
        arena_format(arena, "%s %s", review_words(view, sheet->width, folder_precis(folder, figures->longest)),
                     longest_of(folder, figures)->id);
    if (sheet->width < FOLDER_NARROW) {
        int width = text_columns(which, strlen(which));
        sheet_put(sheet, LABEL, NARROW_TIMES - LABEL - 1, LOOK_PLAIN, narrow_words(line->more));
        sheet_put(sheet, NARROW_TIMES, sheet->width - NARROW_TIMES - width - 2, LOOK_PLAIN,
                  arena_format(arena, "%s, %s", median, most));
        sheet_right(sheet, sheet->width - 1, width, LOOK_QUIET, which);
        return;
    }
    sheet_put(sheet, LABEL, COUNT_END - LABEL - 7, LOOK_PLAIN, kind_words(line->more));
    sheet_right(sheet, COUNT_END, 6, LOOK_PLAIN, number_words(arena, figures->count));
    sheet_put(sheet, MEDIAN, MOST - MEDIAN - 1, LOOK_STRONG, median);
    sheet_put(sheet, MOST, LONGEST - MOST - 1, LOOK_PLAIN, most);
    sheet_put(sheet, LONGEST, 0, LOOK_QUIET, which);
}

void times_line(const struct folder_view *view, size_t row, struct sheet *sheet) {
    const struct folder_line *line = line_at(view->folder, row);
    if (line->kind == LINE_HEADING) {
        heading(view, of_line(view->folder, line), sheet);
    } else if (line->kind == LINE_ROW) {
        figures_line(view, line, sheet);
    }
}

void times_detail(const struct folder_view *view, size_t row, struct sheet *sheet) {
    struct arena *arena = view->scratch;
    const struct folder *folder = view->folder;
    const struct folder_line *line = line_at(folder, row);
    if (line->kind != LINE_ROW) {
        return;
    }
    static const char *const told[TIME_KINDS] = {"From the challenge being put to the first words of an answer",
                                                 "From the challenge being put to its being settled",
                                                 "From the due date to the day it was said to be done"};
    const struct portfolio_figures *figures = figures_at(folder, line);
    const struct precis *precis = folder_precis(folder, figures->longest);
    sheet_text(sheet, NULL, NULL, LOOK_STRONG,
               arena_format(arena, "%s: %s; median %s, longest %s.", told[line->more],
                            number_words(arena, figures->count), time_words(arena, line->more, figures->median),
                            time_words(arena, line->more, figures->most)));
    sheet_text(sheet, NULL, "longest", LOOK_PLAIN,
               arena_format(arena, "%s in %s", longest_of(folder, figures)->id, session_words(folder, arena, precis)));
    sheet_text(sheet, NULL, "from", LOOK_QUIET, precis->path);
}

const char *times_said(const struct folder_view *view, size_t row) {
    struct arena *arena = view->scratch;
    const struct folder *folder = view->folder;
    const struct folder_line *line = line_at(folder, row);
    if (line->kind == LINE_HEADING) {
        const struct portfolio_times_of *of = of_line(folder, line);
        return arena_format(
            arena, "%s%s", of->party == NULL ? "All together" : of->name,
            of->waiting == 0 ? "" : arena_format(arena, ": %s without an answer", number_words(arena, of->waiting)));
    }
    if (line->kind != LINE_ROW) {
        return NULL;
    }
    const struct portfolio_figures *figures = figures_at(folder, line);
    return arena_format(arena, "%s, %s in all: median %s, longest %s, %s of %s", kind_words(line->more),
                        number_words(arena, figures->count), time_words(arena, line->more, figures->median),
                        time_words(arena, line->more, figures->most), longest_of(folder, figures)->id,
                        session_words(folder, arena, folder_precis(folder, figures->longest)));
}
