#include "help.h"

#include <string.h>

#include "acts.h"
#include "panel.h"
#include "screen_moves.h"

enum { KEYS = 17 };

struct help_row {
    const char *left, *right;
    enum look look;
};

struct help_rows {
    struct help_row *rows;
    size_t count, capacity;
    struct arena *arena;
};

static void add(struct help_rows *help, const char *left, const char *right, enum look look) {
    if (help->count == help->capacity) {
        size_t capacity = help->capacity == 0 ? 128 : help->capacity * 2;
        struct help_row *rows = arena_array(help->arena, capacity, sizeof *rows);
        if (help->count > 0) {
            memcpy(rows, help->rows, help->count * sizeof *rows);
        }
        help->rows = rows;
        help->capacity = capacity;
    }
    help->rows[help->count++] = (struct help_row){.left = left, .right = right, .look = look};
}

static void add_wrapped(struct help_rows *help, const char *left, const char *text, enum look look, int width) {
    struct text_lines lines = text_wrap(help->arena, text, strlen(text), width < 10 ? 10 : width);
    for (size_t i = 0; i < lines.count; i++) {
        add(help, i == 0 ? left : "",
            arena_copy(help->arena, text + lines.lines[i].from, lines.lines[i].to - lines.lines[i].from), look);
    }
}

static void add_command(const struct help_page *page, struct help_rows *help, const struct command *command,
                        int width) {
    char keys[64];
    command_keys(command, keys, sizeof keys);
    const char *left =
        keys[0] != '\0' ? arena_text(help->arena, keys) : arena_format(help->arena, ":%s", command->name);
    const char *typed =
        command->usage == NULL ? "" : arena_format(help->arena, "  (:%s %s)", command->name, command->usage);
    const char *why = page->why_not(page->context, command, help->arena);
    add_wrapped(help, left, arena_format(help->arena, "%s%s", command->help, typed),
                why == NULL ? LOOK_PLAIN : LOOK_QUIET, width);
    if (why != NULL) {
        add_wrapped(help, "", arena_format(help->arena, "not now: %s", why), LOOK_QUIET, width);
    }
}

/* What the open form asks for, then its keys. */
static struct help_rows form_rows(const struct form *form, int columns, struct arena *scratch) {
    struct help_rows help = {.arena = scratch};
    size_t count;
    const struct form_help_row *keys = form_key_rows(&count);
    add(&help, "Fields", "", LOOK_TITLE);
    for (size_t i = 0; i < form_field_count(form); i++) {
        struct form_help_row row = form_help_row(form, i, scratch);
        add_wrapped(&help, row.left, row.right, LOOK_PLAIN, columns - KEYS - 1);
    }
    add(&help, "", "", LOOK_PLAIN);
    add(&help, "Keys of a form", "", LOOK_TITLE);
    for (size_t i = 0; i < count; i++) {
        add_wrapped(&help, keys[i].left, keys[i].right, LOOK_PLAIN, columns - KEYS - 1);
    }
    return help;
}

/* The panel that stands has keys of its own, before those of the screen. */
static void add_panel(const struct app *app, struct help_rows *help) {
    struct form_hint_key keys[FORM_KEYS];
    if (app == NULL || app->panel == NULL || app->screen != SCREEN_MEETING || app->line != NULL) {
        return;
    }
    size_t count = app->panel->kind->keys(app, keys);
    add(help, "Now, under the clock", "", LOOK_TITLE);
    for (size_t i = 0; i < count; i++) {
        add(help, arena_text(help->arena, keys[i].name), arena_text(help->arena, keys[i].does), LOOK_PLAIN);
    }
    add(help, "", "", LOOK_PLAIN);
}

static struct help_rows rows_of(const struct help_page *page, int columns, struct arena *scratch) {
    struct help_rows help = {.arena = scratch};
    size_t count;
    const struct command *all = commands_all(&count);
    const char *group = NULL;
    if (page->app != NULL && page->app->form != NULL) {
        return form_rows(page->app->form, columns, scratch);
    }
    add_panel(page->app, &help);
    if (page->shown != NULL) {
        add_wrapped(&help, "Shown here", page->shown, LOOK_PLAIN, columns - KEYS - 1);
        add(&help, "", "", LOOK_PLAIN);
    }
    for (size_t i = 0; i < count; i++) {
        if ((all[i].places & page->places) == 0) {
            continue;
        }
        if (!text_equal(group, all[i].group)) {
            if (group != NULL) {
                add(&help, "", "", LOOK_PLAIN);
            }
            add(&help, all[i].group, "", LOOK_TITLE);
            group = all[i].group;
        }
        add_command(page, &help, all + i, columns - KEYS - 1);
    }
    return help;
}

static void scroll_by(const struct help_page *page, int steps, int rows, int columns, int *scroll) {
    struct arena *scratch = arena_new();
    int last = (int)rows_of(page, columns, scratch).count - (rows - 4);
    *scroll += steps;
    *scroll = *scroll > last ? last : *scroll;
    *scroll = *scroll < 0 ? 0 : *scroll;
    arena_free(scratch);
}

bool help_page_key(const struct help_page *page, key k, int rows, int columns, int *scroll) {
    int steps = 0;
    switch (k) {
    case KEY_UP_ARROW:
        steps = -1;
        break;
    case KEY_DOWN_ARROW:
        steps = 1;
        break;
    case KEY_PAGE_UP:
        steps = 5 - rows;
        break;
    case KEY_PAGE_DOWN:
    case ' ':
        steps = rows - 5;
        break;
    case KEY_HOME_:
        *scroll = 0;
        break;
    case KEY_END_:
        steps = 100000;
        break;
    case KEY_ESCAPE:
    case KEY_RETURN:
    case '?':
    case 'q':
    case KEY_F1:
        return false;
    default:
        break;
    }
    if (steps != 0) {
        scroll_by(page, steps, rows, columns, scroll);
    }
    return true;
}

void help_page_view(const struct help_page *page, int scroll, struct area area, struct arena *scratch) {
    struct help_rows help = rows_of(page, area.columns, scratch);
    for (int row = 0; row < area.rows; row++) {
        draw_fill(area, row, 0, area.columns, LOOK_PLAIN);
    }
    draw_hotspot(area, 0, 0, area.rows, area.columns, HOTSPOT_NOTHING, 0);
    draw_line_across(area, 0, 0, area.columns);
    draw_fit(area, 0, 2, area.columns - 14, LOOK_TITLE, page->title);
    int rows = area.rows - 1;
    int last = (int)help.count > rows ? (int)help.count - rows : 0;
    int first = scroll > last ? last : scroll;
    for (int i = 0; help.rows != NULL && i < rows && first + i < (int)help.count; i++) {
        const struct help_row *row = help.rows + first + i;
        draw_fit(area, 1 + i, 1, row->right[0] == '\0' ? area.columns - 2 : KEYS - 2,
                 row->look == LOOK_TITLE ? LOOK_TITLE : LOOK_KEY, row->left);
        draw_fit(area, 1 + i, KEYS, area.columns - KEYS, row->look, row->right);
    }
    if (first < last) {
        draw_right(area, 0, area.columns - 2, LOOK_QUIET, " more: Down ");
    }
    draw_cursor(area, 1, 1);
}

/* --- of the meeting's screens --- */

static const char *why_not(const void *context, const struct command *command, struct arena *scratch) {
    return command_why_not(context, command, scratch);
}

static const char *title(const struct app *app, struct arena *scratch) {
    if (app->form != NULL) {
        return arena_format(scratch, " Help on this form: %s ", form_spec_of(app->form)->title);
    }
    return app->place == AT_START ? " Keys of the start page "
                                  : arena_format(scratch, " Keys of the %s screen ", screen_of(app->screen)->title);
}

bool help_wanted(const struct app *app, key k) {
    if (app->form == NULL && app->line == NULL) {
        return false;
    }
    return k == KEY_F1 || (k == '?' && app->form != NULL && !form_takes_text(app->form));
}

static struct help_page page_of(const struct app *app, struct arena *scratch) {
    return (struct help_page){.places = app_where(app),
                              .title = title(app, scratch),
                              .shown = app->place == AT_START ? NULL : screen_of(app->screen)->help,
                              .app = app,
                              .context = app,
                              .why_not = why_not};
}

void act_help(struct app *app, const char *words) {
    (void)words;
    app->help = true;
    app->help_scroll = 0;
}

void help_key(struct app *app, key k) {
    struct help_page page = page_of(app, app->scratch);
    app->help = help_page_key(&page, k, app->rows, app->columns, &app->help_scroll);
}

void help_view(const struct app *app, struct area area, struct arena *scratch) {
    struct help_page page = page_of(app, scratch);
    help_page_view(&page, app->help_scroll, area, scratch);
}
