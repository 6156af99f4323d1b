/* Home's rows: what each file is, whose, of which day; and what Enter does with the selected one. */
#include <stdio.h>
#include <string.h>

#include "folder_lines.h"

/* Columns of a row; the file's name stands at its end where there is room for it. */
enum {
    STATE = 1,
    DAY = 15,
    CODE = 26,
    CODE_LEAST = 9,
    CODE_MOST = 18,
    STATE_NARROW = 10,
    FILE_FROM = 76,
    FILE_MOST = 30
};

static const char *const HEADINGS[HOME_GROUPS + 1] = {
    [HOME_GO_ON] = "Meetings that are not over", [HOME_AGENDAS] = "Agendas",   [HOME_PROBLEMS] = "Files with problems",
    [HOME_OVER] = "Meetings that are over",      [HOME_EXAMPLES] = "Examples", [HOME_GROUPS] = "Begin here",
};

static const struct folder_line *line_at(const struct folder *folder, size_t row) {
    return &folder->home->lines.list[row];
}

size_t home_count(const struct folder *folder) {
    return folder->home->lines.count;
}

bool home_target(const struct folder *folder, size_t row, struct folder_target *out) {
    const struct folder_line *line = line_at(folder, row);
    *out = (struct folder_target){.place = line->kind == LINE_ROW ? line->at : PORTFOLIO_NONE};
    return line->kind == LINE_ROW || line->kind == LINE_NEW;
}

const char *home_first_words(const struct folder *folder) {
    return !folder->home->first_time
               ? NULL
               : "candour runs the meeting in which a board answers a review, and keeps every challenge and agreement "
                 "in one file. Nothing of yours is in this folder yet.";
}

/* Two lines for somebody who is here for the first time, where there is room for them beside what can be done. */
void home_above(const struct folder_view *view, struct sheet *sheet) {
    enum { ROWS_LEAST = 18 };
    if (view->folder->rows >= ROWS_LEAST) {
        sheet_text(sheet, NULL, NULL, LOOK_PLAIN, home_first_words(view->folder));
    }
}

/* --- a row --- */

static const char *kind_words(const struct folder *folder, const struct precis *precis) {
    switch (precis->state) {
    case PRECIS_SESSION:
        return state_words(precis);
    case PRECIS_AGENDA:
        return home_is_example(folder, precis->path) ? "example" : "agenda";
    case PRECIS_BROKEN:
        return "problem";
    default:
        return "unread";
    }
}

static const char *codes_of(struct arena *arena, const struct precis *precis) {
    return arena_format(arena, "%s %s", precis->board, precis->review);
}

static int code_columns(const struct folder *folder) {
    int needed = folder->review_width + 6;
    return needed < CODE_LEAST ? CODE_LEAST : needed > CODE_MOST ? CODE_MOST : needed;
}

/* What a built-in one is called is told by what stands before it. */
static const char *file_words(const struct folder *folder, const char *path) {
    const char *built_in = folder->home->setup->built_in;
    return strncmp(path, built_in, strlen(built_in)) == 0 ? "in the program" : name_of_path(path);
}

static void narrow_line(const struct folder_view *view, const struct precis *precis, struct sheet *sheet) {
    const char *kind = kind_words(view->folder, precis);
    bool faulty = precis->review == NULL;
    sheet_put(sheet, STATE, STATE_NARROW - 1, faulty ? LOOK_LATE : LOOK_PLAIN, kind);
    sheet_put(sheet, STATE + STATE_NARROW, 0, faulty ? LOOK_PLAIN : LOOK_STRONG,
              faulty ? problem_words(view->scratch, precis)
                     : arena_format(view->scratch, "%s  %s", precis->review, precis->title));
}

static void wide_line(const struct folder_view *view, const struct precis *precis, struct sheet *sheet) {
    const struct folder *folder = view->folder;
    int code = code_columns(folder);
    int title = CODE + code + 1;
    int file = sheet->width < FILE_FROM ? 0 : sheet->width / 5 > FILE_MOST ? FILE_MOST : sheet->width / 5;
    bool open = precis->state == PRECIS_SESSION && home_group_of(folder, precis) == HOME_GO_ON;
    sheet_put(sheet, STATE, DAY - STATE - 1, open ? LOOK_OPEN : LOOK_PLAIN, kind_words(folder, precis));
    sheet_put(sheet, DAY, CODE - DAY - 1, LOOK_PLAIN, day_iso(view->scratch, precis->met));
    sheet_put(sheet, CODE, code, LOOK_STRONG, codes_of(view->scratch, precis));
    sheet_put(sheet, title, file == 0 ? 0 : sheet->width - title - file - 1, LOOK_PLAIN, precis->title);
    if (file > 0) {
        sheet_put(sheet, sheet->width - file, 0, LOOK_QUIET, file_words(folder, precis->path));
    }
}

void home_line(const struct folder_view *view, size_t row, struct sheet *sheet) {
    const struct folder_line *line = line_at(view->folder, row);
    if (line->kind == LINE_HEADING) {
        sheet_put(sheet, 0, 0, LOOK_TITLE, HEADINGS[line->at]);
        return;
    }
    if (line->kind == LINE_NEW) {
        sheet_put(sheet, STATE, 0, LOOK_PLAIN, "new agenda, from the template");
        return;
    }
    const struct precis *precis = view->folder->sessions[line->at];
    if (sheet->width < FOLDER_NARROW) {
        narrow_line(view, precis, sheet);
    } else if (precis->review == NULL) {
        sheet_put(sheet, STATE, DAY - STATE - 1, LOOK_LATE, kind_words(view->folder, precis));
        sheet_put(sheet, DAY, 0, LOOK_PLAIN, problem_words(view->scratch, precis));
    } else {
        wide_line(view, precis, sheet);
    }
}

const char *home_said(const struct folder_view *view, size_t row) {
    const struct folder_line *line = line_at(view->folder, row);
    struct arena *arena = view->scratch;
    if (line->kind != LINE_ROW) {
        return line->kind == LINE_NEW ? "new agenda, from the template" : HEADINGS[line->at];
    }
    const struct precis *p = view->folder->sessions[line->at];
    const char *kind = kind_words(view->folder, p);
    return p->review == NULL ? problem_said(arena, p)
                             : arena_format(arena, "%s, %s, %s, %s, %s", kind, day_iso(arena, p->met),
                                            codes_of(arena, p), p->title, p->path);
}

/* --- what there is to say of it --- */

static const char *run_words(const struct folder_view *view, const struct precis *precis) {
    const struct precis *unfinished = NULL;
    if (precis->state == PRECIS_SESSION) {
        return arena_format(view->scratch, "Enter goes on with it: %s, %s.", session_status_words(precis),
                            counted(view->scratch, precis->records, "record", "records"));
    }
    unfinished = home_unfinished(view->folder, precis);
    return unfinished == NULL
               ? "Enter opens its meeting; a page shows all first. r rehearses it, e edits it."
               : arena_format(view->scratch,
                              "Enter asks whether to go on with %s, which is not over, or to open another.",
                              unfinished->path);
}

static const char *enter_words(const struct folder_view *view, const struct precis *precis) {
    const struct folder *folder = view->folder;
    struct arena *arena = view->scratch;
    switch (precis->state) {
    case PRECIS_BROKEN:
        return arena_format(arena, "Enter shows %s, and opens the file there in your editor.",
                            precis->problems == 1 ? "its problem"
                                                  : arena_format(arena, "its %zu problems", precis->problems));
    case PRECIS_UNREADABLE:
        return "It cannot be opened.";
    default:
        break;
    }
    switch (home_how(folder, precis)) {
    case SHOW_REHEARSE:
        return "Enter rehearses it: nothing is written. m opens a real meeting, c copies it.";
    case SHOW_RUN:
        return run_words(view, precis);
    default:
        return precis->held
                   ? "Another candour has it open: Enter shows it as it is, read-only; candour follow shows it "
                     "to the room."
                   : "Enter reviews it; f makes the next agenda from it.";
    }
}

static const char *prepared_words(struct arena *arena, const struct precis *p) {
    const char *remarks =
        p->remarks == 0 ? "" : arena_format(arena, ", with %s", counted(arena, p->remarks, "remark", "remarks"));
    return arena_format(arena, "%s, %d min; %s, %s. Checked: in order%s.", counted(arena, p->items, "item", "items"),
                        (int)p->minutes, counted(arena, p->agencies, "agency", "agencies"),
                        counted(arena, p->findings, "finding", "findings"), remarks);
}

static void faulty_detail(const struct folder_view *view, const struct precis *precis, struct sheet *sheet) {
    sheet_text(sheet, NULL, NULL, LOOK_LATE, problem_words(view->scratch, precis));
    sheet_text(sheet, NULL, NULL, LOOK_PLAIN, precis->hint);
    sheet_text(sheet, NULL, NULL, LOOK_QUIET, precis->path);
}

static void new_detail(const struct folder_view *view, struct sheet *sheet) {
    const struct folder_home *setup = view->folder->home->setup;
    sheet_text(sheet, NULL, NULL, LOOK_STRONG,
               arena_format(view->scratch,
                            "Enter copies the template to a name you give in %s/, and opens it in your editor.",
                            setup->agendas));
    sheet_text(sheet, NULL, NULL, LOOK_PLAIN,
               "Each line of it says what it is for. When you leave the editor it is checked, and listed here.");
    sheet_text(sheet, NULL, "template", LOOK_QUIET, home_template(view->folder));
}

void home_detail(const struct folder_view *view, size_t row, struct sheet *sheet) {
    const struct folder *folder = view->folder;
    const struct folder_line *line = line_at(folder, row);
    struct arena *arena = view->scratch;
    if (line->kind == LINE_NEW) {
        new_detail(view, sheet);
        return;
    }
    if (line->kind != LINE_ROW) {
        return;
    }
    const struct precis *p = folder->sessions[line->at];
    sheet_text(sheet, NULL, NULL, LOOK_STRONG, enter_words(view, p));
    if (p->review == NULL) {
        faulty_detail(view, p, sheet);
        return;
    }
    sheet_text(sheet, NULL, NULL, LOOK_PLAIN,
               p->state == PRECIS_AGENDA ? prepared_words(arena, p) : figures_words(arena, p));
    sheet_text(sheet, NULL, NULL, LOOK_QUIET,
               arena_format(arena, "%s%s", p->path, p->torn ? "; its last event was cut short by a crash" : ""));
    sheet_text(sheet, NULL, NULL, LOOK_PLAIN,
               arena_format(arena, "%s: %s. %s", p->title, p->review_title, p->board_name));
}

/* --- as text --- */

static const char *text_of(const struct folder *folder, const struct precis *precis, struct arena *arena) {
    const char *kind = kind_words(folder, precis);
    if (precis->review == NULL) {
        bool whole = precis->state == PRECIS_UNREADABLE && precis->problem != NULL;
        return arena_format(arena, "  %-14s%s%s%s", kind, whole ? "" : precis->path,
                            whole || precis->problem == NULL ? "" : ":",
                            precis->problem == NULL ? "" : precis->problem);
    }
    return arena_format(arena, "  %-14s%-12s%s  %s  %s", kind, day_iso(arena, precis->met), codes_of(arena, precis),
                        precis->title, precis->path);
}

/* One line, whatever stands in the name of the file. */
static void text_line(const struct folder *folder, const struct precis *precis, struct arena *arena,
                      struct buffer *out) {
    const char *text = text_of(folder, precis, arena);
    buffer_format(out, "%s\n", text_shown(arena, text, strlen(text)));
}

void folder_home_text(const struct folder *folder, struct buffer *out) {
    struct arena *arena = arena_new();
    for (size_t row = 0; row < home_count(folder); row++) {
        const struct folder_line *line = line_at(folder, row);
        if (line->kind == LINE_HEADING) {
            buffer_format(out, "%s\n", HEADINGS[line->at]);
        } else if (line->kind == LINE_ROW) {
            text_line(folder, folder->sessions[line->at], arena, out);
        } else if (home_template(folder) != NULL) {
            buffer_format(out, "  %-14s%s\n", "template", home_template(folder));
        }
    }
    for (size_t i = 0; i < folder->fault_count; i++) {
        buffer_format(out, "%s\n", folder->faults[i]);
    }
    arena_free(arena);
}
