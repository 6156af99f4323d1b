/* The list of sessions drawn: head, bar of screens, lines, what there is to say of the selected one, foot. */
#include <string.h>

#include "bar.h"
#include "folder_inside.h"
#include "help.h"
#include "hints.h"

enum { HEAD_ROWS = 2 };

/* Where the parts stand; worked out once a frame. */
struct parts {
    int foot, message, typing;
    int above, list, detail, side;
};

/* --- head --- */

const char *folder_progress_words(const struct folder_view *view) {
    const struct folder *folder = view->folder;
    struct arena *arena = view->scratch;
    if (!folder->listed) {
        return "looking for files";
    }
    if (!folder->done) {
        return arena_format(arena, "%s of %s read", number_words(arena, folder->read),
                            number_words(arena, folder->files));
    }
    if (folder->home != NULL) {
        return home_counts_words(folder, arena);
    }
    size_t sessions = folder->count - folder->broken;
    const char *broken =
        folder->broken == 0 ? "" : arena_format(arena, ", %s with problems", number_words(arena, folder->broken));
    const char *agendas = folder->agendas == 0 ? ""
                                               : arena_format(arena, ", %s left out",
                                                              counted(arena, folder->agendas, "agenda", "agendas"));
    return arena_format(arena, "%s%s%s", counted(arena, sessions, "session", "sessions"), broken, agendas);
}

static void head_row(const struct folder_view *view, struct area area) {
    const char *progress = folder_progress_words(view);
    int width = text_columns(progress, strlen(progress));
    draw_right(area, 0, area.columns - 1, view->folder->done ? LOOK_PLAIN : LOOK_NEAR, progress);
    draw_fit(area, 0, 1, area.columns - width - 4, LOOK_TITLE, view->folder->name);
}

/* The screens by their numbers, this one in brackets; in a small window the numbers, or this one, alone. */
static void bar_row(const struct folder_view *view, struct area area) {
    const struct folder *folder = view->folder;
    struct bar bars[3] = {0};
    draw_line_across(area, 1, 0, area.columns);
    if (folder->screen == FOLDER_PROBLEMS) {
        draw_fit(area, 1, 1, area.columns - 2, LOOK_TITLE,
                 arena_format(view->scratch, "[Problems of %s]", folder->home->path));
        return;
    }
    for (int i = 0; i < FOLDER_SCREENS; i++) {
        const char *title = folder_screen_of(folder, (enum folder_screen_id)i)->title;
        bool here = (enum folder_screen_id)i == folder->screen;
        const char *whole = arena_format(view->scratch, here ? "[%d %s]" : "%d %s", i + 1, title);
        bars[0].names[i] = whole;
        bars[1].names[i] = here ? whole : arena_format(view->scratch, "%d", i + 1);
        bars[2].names[i] = here ? whole : NULL;
    }
    bar_draw(area, 1, area.columns - 1, bars, sizeof bars / sizeof *bars, FOLDER_SCREENS);
}

/* --- lines --- */

static struct sheet above_of(const struct folder_view *view, int columns) {
    const struct folder_screen *screen = folder_screen_of(view->folder, view->folder->screen);
    struct sheet sheet = sheet_begin(view->scratch, columns);
    if (screen->above != NULL && screen->count(view->folder) > 0) {
        screen->above(view, &sheet);
    }
    return sheet;
}

static size_t first_shown(const struct folder *folder, size_t count, size_t rows) {
    size_t row = folder->spots[folder->screen].row;
    if (count <= rows || row < rows / 2) {
        return 0;
    }
    size_t first = row - rows / 2;
    return first + rows > count ? count - rows : first;
}

const char *folder_empty_words(const struct folder_view *view) {
    const struct folder *folder = view->folder;
    const struct folder_search *search = &folder->search;
    if (folder->screen == FOLDER_FOUND && search->needle.length > 0) {
        return search->under_way ? "searching..."
                                 : arena_format(view->scratch, "no session has '%s'", search->needle.bytes);
    }
    return folder->done ? folder_screen_of(folder, folder->screen)->empty : "";
}

static void list_view(const struct folder_view *view, struct area area) {
    const struct folder *folder = view->folder;
    const struct folder_screen *screen = folder_screen_of(folder, folder->screen);
    size_t count = screen->count(folder);
    size_t rows = area.rows < 0 ? 0 : (size_t)area.rows;
    size_t first = first_shown(folder, count, rows);
    struct sheet sheet = sheet_begin(view->scratch, area.columns);
    for (size_t row = first; row < count && row < first + rows; row++) {
        sheet_line(&sheet, NULL);
        screen->line(view, row, &sheet);
    }
    sheet_view(&sheet, area, 0, 0, area.rows);
    if (count == 0) {
        draw_fit(area, 0, 1, area.columns - 2, LOOK_QUIET, folder_empty_words(view));
        draw_cursor(area, 0, 0);
        return;
    }
    int selected = (int)(folder->spots[folder->screen].row - first);
    draw_look(area, selected, 0, area.columns, LOOK_SELECTED);
    draw_cursor(area, selected, 0);
    for (size_t row = first; row < count && row < first + rows; row++) {
        struct folder_target target;
        if (screen->target(folder, row, &target)) {
            draw_hotspot(area, (int)(row - first), 0, 1, area.columns, HOTSPOT_ROW, (int32_t)(row - first) - selected);
        }
    }
}

const char *folder_found_words(const struct folder_view *view) {
    const struct folder_search *search = &view->folder->search;
    struct arena *arena = view->scratch;
    const char *more = search->found > search->count
                           ? arena_format(arena, ", the first %s shown", number_words(arena, HITS_MOST))
                           : "";
    return arena_format(arena, "%s in %s%s%s", counted(arena, search->found, "place", "places"),
                        counted(arena, search->sessions, "session", "sessions"), more,
                        search->under_way ? ", searching" : "");
}

/* " 1 to 14 of 10,000 ", with what was found and not kept. */
static const char *range_words(const struct folder_view *view, int rows) {
    const struct folder *folder = view->folder;
    struct arena *arena = view->scratch;
    size_t count = folder_screen_of(folder, folder->screen)->count(folder);
    size_t fit = rows < 0 ? 0 : (size_t)rows;
    if (folder->screen == FOLDER_FOUND && folder->search.needle.length > 0) {
        return arena_format(arena, " %s ", folder_found_words(view));
    }
    if (count <= fit) {
        return NULL;
    }
    size_t first = first_shown(folder, count, fit);
    return arena_format(arena, " %s to %s of %s ", number_words(arena, first + 1), number_words(arena, first + fit),
                        number_words(arena, count));
}

static struct sheet detail_of(const struct folder_view *view, int columns) {
    const struct folder *folder = view->folder;
    const struct folder_screen *screen = folder_screen_of(folder, folder->screen);
    struct sheet sheet = sheet_begin(view->scratch, columns);
    size_t row = folder->spots[folder->screen].row;
    if (row < screen->count(folder)) {
        screen->detail(view, row, &sheet);
    }
    for (size_t i = 0; i < folder->fault_count && folder->screen == FOLDER_SESSIONS; i++) {
        sheet_text(&sheet, NULL, NULL, LOOK_LATE, folder->faults[i]);
    }
    return sheet;
}

static void body_view(const struct folder_view *view, const struct parts *parts, struct area area) {
    int columns = area.columns - parts->side;
    struct sheet above = above_of(view, columns);
    sheet_view(&above, area_part(area, 0, 0, parts->above, columns), 0, 0, parts->above);
    list_view(view, area_part(area, parts->above, 0, parts->list, columns));
    const char *range = range_words(view, parts->list);
    if (parts->side > 0) {
        struct area side = area_part(area, 0, columns, area.rows, parts->side);
        struct sheet detail = detail_of(view, parts->side - 1);
        draw_line_down(side, 0, 0, side.rows);
        sheet_view_cut(&detail, area_part(side, 0, 1, side.rows, side.columns - 1));
    } else if (parts->detail > 0) {
        struct sheet detail = detail_of(view, columns);
        int at = parts->above + parts->list;
        draw_line_across(area, at, 0, columns);
        sheet_view_cut(&detail, area_part(area, at + 1, 0, parts->detail, columns));
        if (range != NULL) {
            draw_right(area, at, columns - 1, LOOK_QUIET, range);
        }
    }
}

/* --- foot --- */

static void typing_row(const struct folder_view *view, struct area area, int row) {
    const struct edit *edit = &view->folder->edit;
    int prompt = draw_text(area, row, 0, LOOK_KEY, folder_typing_prompt(view->folder, view->scratch));
    int width = area.columns - prompt - 1;
    size_t from = 0;
    while (text_columns(edit->text + from, edit->cursor - from) >= width && from < edit->cursor) {
        from = grapheme_next(edit->text, edit->length, from);
    }
    draw_fill(area, row, prompt, width + 1, LOOK_FIELD);
    draw_fit(area, row, prompt, width, LOOK_FIELD, edit->text + from);
    draw_cursor(area, row, prompt + text_columns(edit->text + from, edit->cursor - from));
}

static void command_hints(const struct folder *folder, struct area area, int row) {
    char name[16];
    unsigned places = folder_where(folder);
    int end = hints_always_from(AT_LIST, area.columns);
    int at = 1;
    for (const struct command *command = hint_next(places, 0); command != NULL;
         command = hint_next(places, command->rank)) {
        bool always = command->rank >= HINT_ALWAYS_RANK;
        if (folder_why_not(folder, command) == NULL) {
            at = hint_draw(area, row, at, always ? area.columns + 1 : end, key_name(command->keys[0], name),
                           command->hint);
        }
    }
}

static void hints_row(const struct folder *folder, struct area area, int row) {
    static const struct hint_words search[] = {
        {"Enter", "stay with what is found"}, {"Up Down", "move"}, {"Esc", "back"}};
    static const struct hint_words command[] = {{"Enter", "do it"}, {"Tab", "complete"}, {"Esc", "leave"}};
    static const struct hint_words name[] = {{"Enter", "make it"}, {"Esc", "leave"}};
    static const struct hint_words help[] = {{"Up Down PgUp PgDn", "scroll"}, {"Esc", "close"}};
    if (folder->typing == TYPING_SEARCH) {
        hints_fixed(area, row, search, sizeof search / sizeof *search);
    } else if (folder->typing == TYPING_COMMAND) {
        hints_fixed(area, row, command, sizeof command / sizeof *command);
    } else if (folder->typing == TYPING_NAME) {
        hints_fixed(area, row, name, sizeof name / sizeof *name);
    } else if (folder->help) {
        hints_fixed(area, row, help, sizeof help / sizeof *help);
    } else {
        command_hints(folder, area, row);
    }
}

static void message_view(const struct folder_view *view, const struct parts *parts, struct area area) {
    const char *text = folder_message(view->folder);
    enum look look = view->folder->tone == FOLDER_REFUSES ? LOOK_LATE : LOOK_PLAIN;
    struct text_lines lines = text_wrap(view->scratch, text, strlen(text), area.columns - 2);
    for (int i = 0; i < parts->message && (size_t)i < lines.count; i++) {
        const char *from = text + lines.lines[i].from;
        bool last = i == parts->message - 1;
        draw_fit(area, i, 1, area.columns - 2, look,
                 last ? from : arena_copy(view->scratch, from, lines.lines[i].to - lines.lines[i].from));
    }
}

/* --- all --- */

static int message_rows(const struct folder_view *view) {
    const struct folder *folder = view->folder;
    const char *text = folder_message(folder);
    int most = folder->columns < FOLDER_NARROW ? 3 : 2;
    int rows = (int)text_wrap(view->scratch, text, strlen(text), folder->columns - 2).count;
    return folder->typing != TYPING_NOTHING && text[0] == '\0' ? 0 : rows > most ? most : rows;
}

static struct parts parts_of(const struct folder_view *view) {
    const struct folder *folder = view->folder;
    struct parts parts = {.message = message_rows(view), .typing = folder->typing != TYPING_NOTHING};
    parts.foot = parts.message + parts.typing + 1;
    int body = folder->rows - HEAD_ROWS - parts.foot;
    bool wide = folder->columns >= FOLDER_WIDE;
    parts.side = wide ? FOLDER_SIDE + 1 : 0;
    parts.above = (int)above_of(view, folder->columns - parts.side).count;
    int most = body >= 16 ? 6 : body >= 11 ? 4 : 2;
    parts.detail = wide ? 0 : most;
    parts.list = body - parts.above - (wide ? 0 : parts.detail + 1);
    return parts;
}

static void draw_all(const struct folder_view *view, struct canvas *canvas) {
    const struct folder *folder = view->folder;
    struct area all = area_all(canvas);
    struct parts parts = parts_of(view);
    struct area foot = area_part(all, all.rows - parts.foot, 0, parts.foot, all.columns);
    head_row(view, all);
    bar_row(view, all);
    body_view(view, &parts, area_part(all, HEAD_ROWS, 0, all.rows - HEAD_ROWS - parts.foot, all.columns));
    if (folder->help) {
        struct help_page page = folder_help_page(folder, view->scratch);
        help_page_view(&page, folder->help_scroll, area_part(all, 1, 0, all.rows - 1 - parts.foot, all.columns),
                       view->scratch);
    }
    message_view(view, &parts, foot);
    if (parts.typing > 0) {
        typing_row(view, foot, parts.message);
    }
    hints_row(folder, foot, parts.foot - 1);
}

void folder_view(const struct folder *folder, struct canvas *canvas) {
    if (canvas->rows != folder->rows || canvas->columns != folder->columns) {
        canvas_begin(canvas, folder->rows, folder->columns);
    }
    canvas_clear(canvas);
    canvas->ascii = folder->ascii;
    struct folder_view view = {.folder = folder, .scratch = arena_new()};
    struct area all = area_all(canvas);
    if (folder->rows < FOLDER_LEAST_ROWS || folder->columns < FOLDER_LEAST_COLUMNS) {
        draw_too_small(all, FOLDER_LEAST_COLUMNS, FOLDER_LEAST_ROWS);
    } else {
        draw_all(&view, canvas);
    }
    arena_free(view.scratch);
}
