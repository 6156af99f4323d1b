/* The problems of one file, each a row; and what to do about it. */
#include <string.h>

#include "candour/base/diag.h"
#include "folder_lines.h"

enum { PLACE = 1, WHAT = 10 };

static const struct diag *problem_at(const struct folder *folder, size_t row) {
    return &folder->home->problems[row];
}

size_t problems_count(const struct folder *folder) {
    return folder->home == NULL ? 0 : folder->home->problem_count;
}

bool problems_target(const struct folder *folder, size_t row, struct folder_target *out) {
    (void)folder;
    *out = (struct folder_target){.place = (uint32_t)row};
    return true;
}

void problems_above(const struct folder_view *view, struct sheet *sheet) {
    (void)view;
    sheet_line(sheet, NULL);
    sheet_put(sheet, PLACE, 0, LOOK_QUIET, "line");
    sheet_put(sheet, WHAT, 0, LOOK_QUIET, "what is wrong there");
}

static const char *place_words(struct arena *arena, const struct diag *problem) {
    return problem->line == 0 ? "" : arena_format(arena, "%d:%d", problem->line, problem->column);
}

void problems_line(const struct folder_view *view, size_t row, struct sheet *sheet) {
    const struct diag *problem = problem_at(view->folder, row);
    const char *note = problem->level == DIAG_NOTE ? "remark: " : "";
    sheet_put(sheet, PLACE, WHAT - PLACE - 1, LOOK_STRONG, place_words(view->scratch, problem));
    sheet_put(sheet, WHAT, 0, problem->level == DIAG_NOTE ? LOOK_QUIET : LOOK_PLAIN,
              arena_format(view->scratch, "%s%s", note, problem->what));
}

void problems_detail(const struct folder_view *view, size_t row, struct sheet *sheet) {
    const struct home *home = view->folder->home;
    const struct diag *problem = problem_at(view->folder, row);
    sheet_text(sheet, NULL, NULL, LOOK_LATE, problem->what);
    sheet_text(sheet, NULL, NULL, LOOK_PLAIN, problem->hint);
    sheet_text(sheet, NULL, "there", LOOK_PLAIN, problem->source);
    sheet_text(sheet, NULL, "in", LOOK_QUIET,
               arena_format(view->scratch, "%s%s%s", problem->file == NULL ? home->path : problem->file,
                            problem->line == 0 ? "" : ":", place_words(view->scratch, problem)));
    if (home->dropped > 0) {
        sheet_text(sheet, NULL, NULL, LOOK_QUIET,
                   arena_format(view->scratch, "And %zu more: mend these first.", home->dropped));
    }
}

const char *problems_said(const struct folder_view *view, size_t row) {
    const struct diag *problem = problem_at(view->folder, row);
    const char *place =
        problem->line == 0 ? "" : arena_format(view->scratch, "line %d, column %d: ", problem->line, problem->column);
    return arena_format(view->scratch, "%s%s%s%s%s", problem->level == DIAG_NOTE ? "remark: " : "", place,
                        problem->what,
                        problem->hint == NULL ? "" : ". What to do: ", problem->hint == NULL ? "" : problem->hint);
}
