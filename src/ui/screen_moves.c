#include "screen_moves.h"

#include <stdio.h>

#include "candour/core/summary.h"
#include "log_rows.h"
#include "review.h"
#include "screen_layout.h"

enum { ACROSS_STEP = 3 };

/* --- what is selected --- */

static struct screen_state *state_of(struct app *app) {
    return app->screens + app->screen;
}

static struct spot *spot_of(struct app *app) {
    struct screen_state *state = state_of(app);
    return state->about[0] != '\0' ? &state->page : &state->list;
}

const char *screen_selected(const struct app *app) {
    if (app->screen == SCREEN_MEETING) {
        return NULL;
    }
    const struct screen_state *state = app->screens + app->screen;
    const char *id = state->about[0] != '\0' ? state->page.id : state->list.id;
    return id[0] == '\0' ? NULL : id;
}

/* The meeting's own text of an id, which lives as long as the meeting; NULL when ID is not of this kind. */
static const char *own_id(const struct meeting *meeting, const char *id, uint32_t kind) {
    size_t place = 0;
    if (id == NULL || id[0] == '\0' || meeting_names(meeting, id, &place) != kind) {
        return NULL;
    }
    const struct agenda *agenda = meeting->agenda;
    switch (kind) {
    case REF_FINDING:
        return ((const struct finding *)agenda->findings.items)[place].id;
    case REF_AGENCY:
        return ((const struct agency *)agenda->agencies.items)[place].id;
    case REF_ITEM:
        return meeting->items[place].item->id;
    case REF_QUESTION:
        return ((const struct marker_question *)marker_of(agenda)->questions.items)[place].id;
    default:
        return NULL;
    }
}

const char *screen_selected_of(const struct app *app, uint32_t kind) {
    const char *id = own_id(app->meeting, screen_selected(app), kind);
    if (id != NULL || app->screen == SCREEN_MEETING) {
        return id;
    }
    return own_id(app->meeting, app->screens[app->screen].about, kind);
}

const char *screen_finding(const struct app *app) {
    const char *id = screen_selected_of(app, REF_FINDING);
    const char *selected = screen_selected(app);
    const struct record_state *record = id != NULL || selected == NULL ? NULL : meeting_record(app->meeting, selected);
    if (record != NULL && record->kind == RECORD_AGREEMENT) {
        const struct agreement *agreement = record->now;
        return agreement->findings.count == 0 ? NULL : agreement->findings.items[0];
    }
    return id;
}

static struct sheet list_now(struct app *app) {
    struct view *view = arena_alloc(app->scratch, sizeof *view);
    *view = (struct view){
        .app = app, .meeting = app->meeting, .now = review_stands(app, app->now), .scratch = app->scratch};
    return screen_layout_now(view).list;
}

static void stand(struct app *app, const struct sheet *list, size_t row) {
    struct spot *spot = spot_of(app);
    const char *id = row < list->count ? sheet_at(list, row, app->scratch)->id : NULL;
    spot->row = (uint32_t)row;
    snprintf(spot->id, sizeof spot->id, "%s", id == NULL ? "" : id);
}

static bool is_between(const struct app *app, const struct sheet *list, size_t row) {
    const struct sheet_line *line = sheet_at(list, row, app->scratch);
    return line->count == 0 || line->between;
}

/* ROW, or the next one a cursor can stand on in the direction of STEP (1 or -1), else in the other. */
static size_t standing_place(const struct app *app, const struct sheet *list, size_t row, int64_t step) {
    for (int way = 0; way < 2; way++, step = -step) {
        for (int64_t at = (int64_t)row; at >= 0 && at < (int64_t)list->count; at += step) {
            if (!is_between(app, list, (size_t)at)) {
                return (size_t)at;
            }
        }
    }
    return row;
}

void screen_move(struct app *app, int steps) {
    struct sheet list = list_now(app);
    if (list.count == 0) {
        return;
    }
    int64_t row = (int64_t)screen_row(app, &list) + steps;
    int64_t last = (int64_t)list.count - 1;
    int64_t step = steps < 0 ? -1 : 1;
    row = row < 0 ? 0 : row > last ? last : row;
    stand(app, &list, standing_place(app, &list, (size_t)row, step));
}

void screen_select(struct app *app, const char *id) {
    snprintf(app->wanted, sizeof app->wanted, "%s", id);
}

/* Asked lines are of many events about few things: an id does not tell one from another. */
static bool is_about(const struct sheet *list, size_t row, const char *id) {
    if (row < list->asked || row >= list->count) {
        return false;
    }
    const char *own = list->lines[row - list->asked].id;
    return text_equal(own == NULL ? "" : own, id);
}

/* The first line of ID; the list's count when there is none. */
static size_t line_of(const struct sheet *list, const char *id) {
    size_t row = list->asked;
    while (row < list->count && (id[0] == '\0' || !is_about(list, row, id))) {
        row++;
    }
    return row;
}

/* Lists are sorted anew with each change: the cursor stays with what it stood on, not with its row. */
static void hold(struct app *app) {
    struct sheet list = list_now(app);
    struct spot *spot = spot_of(app);
    size_t row = screen_row(app, &list);
    size_t wanted = line_of(&list, app->wanted);
    size_t before = line_of(&list, spot->id);
    if (wanted < list.count) {
        row = wanted;
    } else if (row < list.asked) {
        row = standing_place(app, &list, row, 1);
    } else if (!is_about(&list, row, spot->id) && before < list.count) {
        row = before;
    }
    while (list.asked == 0 && spot->id[0] == '\0' && row == 0 && row + 1 < list.count && list.lines[row].id == NULL) {
        row++; /* a heading is no place to begin */
    }
    stand(app, &list, row);
}

static bool summary_stale(const struct app *app) {
    return app->summary == NULL || app->summary_events != app->meeting->event_count ||
           app->summary_minute != app->now.at / MS_MINUTE;
}

static void summarise(struct app *app) {
    enum meeting_status status = app->meeting->status;
    bool live = !app->review && (status == MEETING_READY || status == MEETING_RUNNING || status == MEETING_PAUSED);
    arena_free(app->summary_arena);
    app->summary_arena = arena_new();
    app->summary = live ? summary_of(app->meeting, app->now, app->summary_arena)
                        : summary_later(app->meeting, app->now, app->summary_arena);
    app->summary_events = app->meeting->event_count;
    app->summary_minute = app->now.at / MS_MINUTE;
}

void screen_settle(struct app *app) {
    if (app->place != AT_MEETING) {
        return;
    }
    if (summary_stale(app)) {
        summarise(app);
    }
    if (app->screen == SCREEN_LOG) {
        log_refresh(app);
    }
    if (app->screen != SCREEN_MEETING) {
        hold(app);
    }
    app->wanted[0] = '\0';
}

unsigned app_where(const struct app *app) {
    unsigned listed = app->listed && app->screen == SCREEN_MEETING ? (unsigned)ON_LISTED : 0;
    return app->place == AT_START ? AT_START : AT_MEETING | screen_of(app->screen)->place | listed;
}

/* --- sideways, and the matrix in place of the list --- */

static void move_across(struct app *app, int steps) {
    int *across = &state_of(app)->across;
    int most = list_now(app).across_most;
    *across += steps;
    *across = *across > most ? most : *across;
    *across = *across < 0 ? 0 : *across;
    if (most == 0) {
        app_say(app, TONE_WORD, "All columns are in sight");
    }
}

/* In the log: from sort to sort of event, on a page from wording to wording. */
static void sideways(struct app *app, int step) {
    if (app->screen != SCREEN_LOG) {
        move_across(app, step * ACROSS_STEP);
    } else if (app->screens[SCREEN_LOG].about[0] == '\0') {
        log_step_sort(app, step);
    } else {
        log_step_wording(app, -step);
    }
}

void act_left(struct app *app, const char *words) {
    (void)words;
    sideways(app, -1);
}

void act_right(struct app *app, const char *words) {
    (void)words;
    sideways(app, 1);
}

void act_matrix(struct app *app, const char *words) {
    (void)words;
    struct screen_state *state = app->screens + SCREEN_CHALLENGES;
    state->inset = app->screen != SCREEN_CHALLENGES || !state->inset;
    state->list = (struct spot){.row = 0};
    act_show_challenges(app, "");
}

/* --- search --- */

/* The next line behind FROM, round to FROM itself; the list's count when none has it. */
static size_t next_that_has(const struct sheet *list, size_t from, const char *needle) {
    enum { SOME = 6 }; /* lines in memory at a time: as many as an arena holds without asking the system for more */
    size_t found = list->count;
    for (size_t step = 1; step <= list->count && found == list->count;) {
        struct arena *arena = arena_new();
        for (int i = 0; i < SOME && step <= list->count && found == list->count; i++, step++) {
            size_t row = (from + step) % list->count;
            found = sheet_has(sheet_at(list, row, arena), needle) ? row : found;
        }
        arena_free(arena);
    }
    return found;
}

bool screen_search(struct app *app, const char *needle) {
    struct sheet list = list_now(app);
    size_t from = screen_row(app, &list);
    size_t row = next_that_has(&list, from, needle);
    if (row == list.count) {
        return false;
    }
    stand(app, &list, row);
    app_say(app, TONE_WORD, "Found: %s", sheet_words(sheet_at(&list, row, app->scratch), app->scratch));
    return true;
}
