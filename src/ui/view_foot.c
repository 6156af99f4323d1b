#include <string.h>

#include "hints.h"
#include "line.h"
#include "panel.h"
#include "screen_moves.h"

static int rows_of(const struct view *view, const char *text, int most) {
    int width = view->app->columns - 2;
    size_t lines = text_wrap(view->scratch, text, strlen(text), width < 1 ? 1 : width).count;
    return lines > (size_t)most ? most : (int)lines;
}

const char *fault_said(const struct view *view) {
    char clock[CLOCK_SIZE];
    struct stamp since = {.at = view->app->fault.since, .offset = view->now.offset};
    return arena_format(view->scratch,
                        "NOT SAVED since %s: %s. The meeting goes on in memory; every record tries again.",
                        stamp_seconds(since, clock), view->app->fault.why.bytes);
}

static const char *message(const struct view *view) {
    const struct app *app = view->app;
    if (app->form != NULL && form_message(app->form) != NULL) {
        return form_message(app->form);
    }
    if (app->message.length == 0 && app->question_count > 0 && (app->form != NULL || app->line != NULL)) {
        return app->form != NULL ? "A question waits until this form is saved or left"
                                 : "A question waits until this line is done or left";
    }
    return app_message(app);
}

/* While a line is typed, the message has a row only when there is one. */
static int message_rows(const struct view *view) {
    enum { NARROW = 60 };
    int most = view->app->columns < NARROW ? 3 : 2;
    return view->app->line != NULL && message(view)[0] == '\0' ? 0 : rows_of(view, message(view), most);
}

static int fault_rows(const struct view *view) {
    return view->app->fault.since == 0 ? 0 : rows_of(view, fault_said(view), view->app->rows > LEAST_ROWS + 4 ? 2 : 1);
}

/* What Tab would go on with stands above the line. */
static const char *candidates(const struct view *view) {
    if (view->app->line == NULL || view->app->line->kind != LINE_COMMAND || message(view)[0] != '\0') {
        return NULL;
    }
    struct quick_completion found = line_candidates(view->app, view->scratch);
    if (found.list.count == 0) {
        return NULL;
    }
    const struct pickable *one = found.list.list;
    if (found.list.count == 1) {
        return arena_format(view->scratch, "%s  %s", one->code, text_equal(one->code, one->name) ? "" : one->name);
    }
    struct buffer words = {0};
    for (size_t i = 0; i < found.list.count; i++) {
        buffer_format(&words, "%s%s", i == 0 ? "" : "  ", found.list.list[i].code);
    }
    const char *text = arena_text(view->scratch, words.bytes);
    buffer_free(&words);
    return text;
}

int foot_rows(const struct view *view) {
    int line = view->app->line != NULL ? 1 : 0;
    return 1 + line + message_rows(view) + fault_rows(view) + (candidates(view) != NULL ? 1 : 0);
}

static void wrapped_fit(const struct view *view, struct area area, int row, int rows, enum look look,
                        const char *text) {
    int width = area.columns - 2;
    struct text_lines lines = text_wrap(view->scratch, text, strlen(text), width);
    for (int i = 0; i < rows && (size_t)i < lines.count; i++) {
        const char *from = text + lines.lines[i].from;
        const char *line =
            i == rows - 1 ? from : arena_copy(view->scratch, from, lines.lines[i].to - lines.lines[i].from);
        draw_fit(area, row + i, 1, width, look, line);
    }
}

static void line_view(const struct view *view, struct area area, int row) {
    const struct line *line = view->app->line;
    int prompt = draw_format(area, row, 0, LOOK_KEY, line->kind <= LINE_SEARCH ? "%s" : " %s: ", line->prompt);
    int width = area.columns - prompt - 1;
    const char *text = line->edit.text;
    size_t from = 0;
    /* as much before the cursor as fits */
    while (text_columns(text + from, line->edit.cursor - from) >= width && from < line->edit.cursor) {
        from = grapheme_next(text, line->edit.length, from);
    }
    draw_fill(area, row, prompt, width + 1, LOOK_FIELD);
    draw_fit(area, row, prompt, width, LOOK_FIELD, text + from);
    draw_cursor(area, row, prompt + text_columns(text + from, line->edit.cursor - from));
}

static enum look message_look(const struct app *app) {
    if (app->form != NULL && form_message(app->form) != NULL) {
        return form_asks(app->form) ? LOOK_QUESTION : LOOK_LATE;
    }
    return app->tone == TONE_DONE ? LOOK_GOOD : app->tone == TONE_REFUSED ? LOOK_LATE : LOOK_PLAIN;
}

/* The word for a key is what it would do now; NULL: nothing. */
static const char *hint_word(const struct app *app, const struct command *command) {
    if (text_equal(command->name, "open") && app->meeting->event_count > 0) {
        if (app->meeting->status == MEETING_CLOSED && app->take_up) {
            return "take it up again";
        }
        return app->meeting->status >= MEETING_CLOSED ? "look at it" : "go on with the meeting";
    }
    if (!text_equal(command->name, "clock")) {
        return command->hint;
    }
    if (app->review) {
        return NULL;
    }
    switch (app->meeting->status) {
    case MEETING_READY:
        return "start";
    case MEETING_RUNNING:
        return "pause";
    case MEETING_CLOSED:
    case MEETING_CONFIRMED:
        return NULL;
    default:
        return "go on";
    }
}

static void command_hints(const struct view *view, struct area area, int row) {
    const struct app *app = view->app;
    char name[16];
    unsigned all = app->place == AT_START ? AT_START : AT_MEETING;
    unsigned own = app_where(app) & ~all;
    int end = hints_always_from(all, area.columns);
    int at = 1;
    /* before the meeting runs, starting it comes first */
    const struct command *clock = command_by_key(AT_MEETING, ' ');
    const char *clock_word = hint_word(app, clock);
    bool first = app->place == AT_MEETING && app->meeting->status != MEETING_RUNNING && clock_word != NULL;
    if (first) {
        at = hint_draw(area, row, at, end, "Space", clock_word);
    }
    static const char *const followed[] = {"progress", "owed"};
    for (size_t i = 0; app->review && i < sizeof followed / sizeof *followed; i++) {
        const struct command *command = command_by_name(AT_MEETING, followed[i]);
        if (command_why_not(app, command, view->scratch) == NULL) {
            at = hint_draw(area, row, at, end, key_name(command->keys[0], name), command->name);
        }
    }
    /* what this screen alone can do comes first */
    for (const struct command *command = hint_next(own, 0); command != NULL; command = hint_next(own, command->rank)) {
        if (command_why_not(app, command, view->scratch) == NULL) {
            at = hint_draw(area, row, at, end, key_name(command->keys[0], name), command->hint);
        }
    }
    for (const struct command *command = hint_next(all, 0); command != NULL; command = hint_next(all, command->rank)) {
        bool said = command == clock && (first || clock_word == NULL);
        if (!said && command_why_not(app, command, view->scratch) == NULL) {
            bool always = command->rank >= HINT_ALWAYS_RANK;
            at = hint_draw(area, row, at, always ? area.columns + 1 : end, key_name(command->keys[0], name),
                           hint_word(app, command));
        }
    }
}

static void hints_of_keys(const struct form_hint_key *keys, size_t count, struct area area, int row) {
    struct hint_words words[FORM_KEYS];
    for (size_t i = 0; i < count; i++) {
        words[i] = (struct hint_words){keys[i].name, keys[i].does};
    }
    hints_fixed(area, row, words, count);
}

static void hints(const struct view *view, struct area area, int row) {
    static const struct hint_words line[] = {{"Enter", "do it"}, {"Tab", "complete"}, {"Esc", "leave"}, {"F1", "help"}};
    static const struct hint_words help[] = {{"Up Down PgUp PgDn", "scroll"}, {"Esc", "close"}};
    const struct app *app = view->app;
    struct form_hint_key keys[FORM_KEYS];
    if (app->help && question_active(app) == NULL) {
        hints_fixed(area, row, help, sizeof help / sizeof *help);
    } else if (app->form != NULL) {
        hints_of_keys(keys, form_keys(app->form, keys), area, row);
    } else if (app->line != NULL) {
        hints_fixed(area, row, line, sizeof line / sizeof *line);
    } else if (question_active(app) != NULL) {
        draw_fit(area, row, 1, area.columns - 2, LOOK_QUIET, "one of the keys above answers");
    } else if (panel_active(app)) {
        hints_of_keys(keys, app->panel->kind->keys(app, keys), area, row);
    } else {
        command_hints(view, area, row);
    }
}

void foot_view(const struct view *view, struct area area) {
    const char *offered = candidates(view);
    int row = 0;
    int fault = fault_rows(view);
    if (fault > 0) {
        wrapped_fit(view, area, row, fault, LOOK_FAULT, fault_said(view));
        row += fault;
    }
    if (offered != NULL) {
        draw_fit(area, row, 1, area.columns - 2, LOOK_QUIET, offered);
        row++;
    }
    int rows = message_rows(view);
    if (rows > 0) {
        wrapped_fit(view, area, row, rows, message_look(view->app), message(view));
        row += rows;
    }
    if (view->app->line != NULL) {
        line_view(view, area, row);
        row++;
    }
    hints(view, area, row);
}
