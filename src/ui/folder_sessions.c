/* The list of sessions: a row for each, and what there is to say of the selected one. */
#include <string.h>

#include "folder_lines.h"

enum { DATE = 1, CODE = 12, CODE_MOST = 18, CODE_NARROW = 8, STATUS = 15, FIGURE = 5 };

static const struct precis *at_row(const struct folder *folder, size_t row) {
    return folder->sessions[folder->order[row]];
}

size_t sessions_count(const struct folder *folder) {
    return folder->count;
}

bool sessions_target(const struct folder *folder, size_t row, struct folder_target *out) {
    *out = (struct folder_target){.place = folder->order[row]};
    return true;
}

int review_columns(const struct folder *folder, int width) {
    bool narrow = width < FOLDER_NARROW;
    int most = narrow ? CODE_NARROW : CODE_MOST;
    int needed = folder->review_width + (folder->boards_differ && !narrow ? 6 : 0);
    return needed < 6 ? 6 : needed > most ? most : needed;
}

const char *review_words(const struct folder_view *view, int width, const struct precis *precis) {
    return width < FOLDER_NARROW ? precis->review : code_words(view->folder, view->scratch, precis);
}

const char *meeting_words(const struct folder_view *view, int width, const struct precis *precis) {
    if (width >= FOLDER_NARROW || precis->met == 0) {
        return session_words(view->folder, view->scratch, precis);
    }
    return arena_format(view->scratch, "%s of %s", precis->review, day_short(view->scratch, precis->met));
}

const char *name_of_path(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

/* That another program has it open goes before what became of its meeting. */
const char *state_words(const struct precis *precis) {
    return precis->held ? "in use" : session_status_words(precis);
}

/* --- a row --- */

const char *problem_words(struct arena *arena, const struct precis *precis) {
    const char *name = name_of_path(precis->path);
    if (precis->problem == NULL) {
        return name;
    }
    if (precis->state != PRECIS_UNREADABLE) {
        return arena_format(arena, "%s:%s", name, precis->problem);
    }
    const char *path = strstr(precis->problem, precis->path);
    return path == NULL ? precis->problem : arena_format(arena, "%s%s", name, path + strlen(precis->path));
}

const char *problem_said(struct arena *arena, const struct precis *precis) {
    const char *word = precis->state == PRECIS_BROKEN ? "problem" : "unread";
    bool whole = precis->state == PRECIS_UNREADABLE && precis->problem != NULL;
    return arena_format(arena, "%s, %s%s%s", word, whole ? "" : precis->path,
                        whole || precis->problem == NULL ? "" : ":", precis->problem == NULL ? "" : precis->problem);
}

static void problem_line(const struct folder_view *view, const struct precis *precis, struct sheet *sheet) {
    const char *word = precis->state == PRECIS_BROKEN ? "problem" : "unread";
    sheet_put(sheet, DATE, CODE - DATE - 1, LOOK_LATE, word);
    sheet_put(sheet, CODE, 0, LOOK_PLAIN, problem_words(view->scratch, precis));
}

static void figure(const struct folder_view *view, struct sheet *sheet, int end, size_t count, enum look look) {
    sheet_right(sheet, end, FIGURE, count == 0 ? LOOK_QUIET : look, number_words(view->scratch, count));
}

static int figures_from(const struct folder *folder, int width) {
    return CODE + review_columns(folder, width) + 1 + STATUS;
}

void sessions_above(const struct folder_view *view, struct sheet *sheet) {
    int at = figures_from(view->folder, sheet->width);
    sheet_line(sheet, NULL);
    sheet_put(sheet, DATE, 0, LOOK_QUIET, "met");
    sheet_put(sheet, CODE, 0, LOOK_QUIET, "review");
    if (sheet->width < FOLDER_NARROW) {
        return;
    }
    static const char *const heads[] = {"open", "owed", "late", "evid"};
    sheet_put(sheet, CODE + review_columns(view->folder, sheet->width) + 1, 0, LOOK_QUIET, "status");
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        at += FIGURE;
        sheet_right(sheet, at, FIGURE, LOOK_QUIET, heads[i]);
    }
    sheet_put(sheet, at + 2, 0, LOOK_QUIET, "meeting");
}

/* The one thing that matters most, where there is no room for all. */
static void short_state(const struct precis *precis, int at, struct sheet *sheet) {
    if (precis->late > 0) {
        sheet_format(sheet, at, 0, LOOK_LATE, "%zu late", precis->late);
    } else if (precis->open_challenges > 0) {
        sheet_format(sheet, at, 0, LOOK_OPEN, "%zu open", precis->open_challenges);
    } else {
        sheet_put(sheet, at, 0, LOOK_PLAIN, state_words(precis));
    }
}

void sessions_line(const struct folder_view *view, size_t row, struct sheet *sheet) {
    const struct folder *folder = view->folder;
    const struct precis *precis = at_row(folder, row);
    if (precis->state != PRECIS_SESSION) {
        problem_line(view, precis, sheet);
        return;
    }
    int code = review_columns(folder, sheet->width);
    int at = figures_from(folder, sheet->width);
    sheet_put(sheet, DATE, CODE - DATE - 1, LOOK_PLAIN, day_iso(view->scratch, precis->met));
    sheet_put(sheet, CODE, code, LOOK_STRONG, review_words(view, sheet->width, precis));
    if (sheet->width < FOLDER_NARROW) {
        short_state(precis, CODE + code + 1, sheet);
        return;
    }
    sheet_put(sheet, CODE + code + 1, STATUS - 1, LOOK_PLAIN, state_words(precis));
    figure(view, sheet, at + FIGURE, precis->open_challenges, LOOK_OPEN);
    figure(view, sheet, at + 2 * FIGURE, precis->outstanding, LOOK_PLAIN);
    figure(view, sheet, at + 3 * FIGURE, precis->late, LOOK_LATE);
    figure(view, sheet, at + 4 * FIGURE, precis->promised, LOOK_PLAIN);
    sheet_put(sheet, at + 4 * FIGURE + 2, 0, LOOK_PLAIN, precis->title);
}

/* --- what there is to say of it --- */

static void problem_detail(const struct folder_view *view, const struct precis *precis, struct sheet *sheet) {
    sheet_text(sheet, NULL, NULL, LOOK_LATE, problem_words(view->scratch, precis));
    sheet_text(sheet, NULL, NULL, LOOK_PLAIN, precis->hint);
    if (precis->problems > 1) {
        sheet_text(sheet, NULL, NULL, LOOK_PLAIN,
                   arena_format(view->scratch, "The first of %s: candour check names them all.",
                                counted(view->scratch, precis->problems, "problem", "problems")));
    }
    sheet_text(sheet, NULL, NULL, LOOK_QUIET, precis->path);
}

const char *figures_words(struct arena *arena, const struct precis *p) {
    const char *evidence = p->promised == 0 ? "none promised and not seen"
                                            : arena_format(arena, "%zu promised and not seen, %zu of them late",
                                                           p->promised, p->promised_late);
    return arena_format(
        arena, "%s, %zu open, %zu of them without an answer. %s, %zu outstanding, %zu late. Evidence: %s.",
        counted(arena, p->challenges, "challenge", "challenges"), p->open_challenges, p->unanswered,
        counted(arena, p->agreements, "agreement", "agreements"), p->outstanding, p->outstanding_late, evidence);
}

/* The session of which this one is a copy; NULL: it is none, or that is not known yet. */
static const struct precis *copied_from(const struct folder *folder, uint32_t place) {
    const struct folder_lists *lists = &folder->lists;
    uint32_t low = 0;
    uint32_t high = lists->arena == NULL || lists->version != folder->version ? 0 : lists->portfolio.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (lists->places[middle] < place) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    bool known = lists->arena != NULL && lists->version == folder->version && low < lists->portfolio.count;
    uint32_t of = known && lists->places[low] == place ? lists->portfolio.copy_of[low] : PORTFOLIO_NONE;
    return of == PORTFOLIO_NONE ? NULL : lists->sessions[of];
}

void sessions_detail(const struct folder_view *view, size_t row, struct sheet *sheet) {
    struct arena *arena = view->scratch;
    const struct precis *p = at_row(view->folder, row);
    if (p->state != PRECIS_SESSION) {
        problem_detail(view, p, sheet);
        return;
    }
    const struct precis *copied = copied_from(view->folder, view->folder->order[row]);
    sheet_text(sheet, NULL, NULL, LOOK_STRONG, arena_format(arena, "%s: %s", session_status_words(p), p->title));
    if (copied != NULL) {
        sheet_text(sheet, NULL, NULL, LOOK_LATE,
                   arena_format(arena, "The same meeting as %s, and counted there alone: candour merge makes them one.",
                                copied->path));
    }
    sheet_text(sheet, NULL, NULL, LOOK_PLAIN, figures_words(arena, p));
    sheet_text(sheet, NULL, NULL, LOOK_PLAIN, arena_format(arena, "%s. %s", p->review_title, p->board_name));
    sheet_text(sheet, NULL, NULL, LOOK_QUIET,
               arena_format(arena, "%s%s%s", p->path, p->held ? "; another candour has it open" : "",
                            p->torn ? "; its last event was cut short by a crash" : ""));
}

const char *sessions_said(const struct folder_view *view, size_t row) {
    struct arena *arena = view->scratch;
    const struct precis *p = at_row(view->folder, row);
    if (p->state != PRECIS_SESSION) {
        return problem_said(arena, p);
    }
    return arena_format(arena, "%s %s, %s, %s: %zu late, %s outstanding, %s open, %zu promised evidence not seen. %s",
                        day_iso(arena, p->met), code_words(view->folder, arena, p),
                        p->title == NULL ? p->review_title : p->title, state_words(p), p->late,
                        counted(arena, p->outstanding, "agreement", "agreements"),
                        counted(arena, p->open_challenges, "challenge", "challenges"), p->promised, p->path);
}
