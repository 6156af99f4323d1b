/* What the Log is asked for: some events only, those of one thing, the wordings of a record. */
#include <stdio.h>
#include <string.h>

#include "acts.h"
#include "line.h"
#include "log_rows.h"
#include "screen_moves.h"
#include "screen_trail.h"
#include "words.h"

static void say_filter(struct app *app) {
    const struct log_rows *rows = app->log;
    const char *said = log_filter_said(&rows->filter, app->scratch);
    if (said == NULL) {
        app_say(app, TONE_WORD, "All %zu events", rows->events);
    } else if (rows->events == 0) {
        app_say(app, TONE_WORD, "No event is about %s: Backspace shows all", said);
    } else {
        app_say(app, TONE_WORD, "%zu of %zu events: %s", rows->events, app->meeting->event_count, said);
    }
}

void act_log(struct app *app, const char *words) {
    struct log_filter filter;
    if (text_blank(words)) {
        screen_show(app, SCREEN_LOG);
    } else if (log_filter_read(app, words, &filter)) {
        screen_show(app, SCREEN_LOG);
        log_set_filter(app, &filter);
        say_filter(app);
    }
}

/* The `:` line with the filter as it stands, to be added to. */
void act_filter(struct app *app, const char *words) {
    (void)words;
    const char *typed = log_filter_typed(&app->log->filter, app->scratch);
    const char *line = arena_format(app->scratch, "log %s%s", typed, typed[0] == '\0' ? "" : " ");
    line_open(app, LINE_COMMAND, ":", command_typed);
    edit_insert(&app->line->edit, line, strlen(line));
}

void act_all_events(struct app *app, const char *words) {
    (void)words;
    struct log_filter none = {.id_count = 0};
    bool filtered = app->log->filter.id_count + app->log->filter.sort_count > 0;
    log_set_filter(app, &none);
    if (filtered) {
        say_filter(app);
    } else {
        app_say(app, TONE_WORD, "All events are shown");
    }
}

/* --- one sort after the other --- */

static bool has_any(const struct app *app, const struct event_sort *sort) {
    for (size_t i = 0; i < app->meeting->event_count; i++) {
        if (event_is_sort(app->meeting, i, sort)) {
            return true;
        }
    }
    return false;
}

/* The place of the sort that is shown alone, COUNT when it is none or not one of the table. */
static size_t sort_now(const struct log_filter *filter, const struct event_sort *sorts, size_t count) {
    size_t at = 0;
    while (at < count && (filter->sort_count != 1 || filter->sorts[0].word != sorts[at].word)) {
        at++;
    }
    return at;
}

/* All, then each sort of which there is anything, round to all. */
void log_step_sort(struct app *app, int step) {
    size_t count;
    const struct event_sort *sorts = event_sorts(&count);
    struct log_filter filter = app->log->filter;
    size_t at = sort_now(&filter, sorts, count);
    do {
        at = (at + count + 1 + (size_t)step) % (count + 1);
    } while (at < count && !has_any(app, sorts + at));
    filter.sort_count = at < count ? 1 : 0;
    if (at < count) {
        filter.sorts[0] = sorts[at];
    }
    log_set_filter(app, &filter);
    say_filter(app);
}

/* --- what is said of one thing --- */

static const char *before_the_eyes(const struct app *app) {
    const struct record_state *record;
    if (app->screen == SCREEN_LOG && app->screens[SCREEN_LOG].about[0] == '\0') {
        size_t event = log_selected(app);
        return event == SIZE_MAX ? NULL : event_subject(app->meeting, event);
    }
    if (app->screen != SCREEN_MEETING) {
        const char *selected = screen_selected(app);
        return selected != NULL ? selected : app->screens[app->screen].about;
    }
    if (app->pane == PANE_AGENDA && app->item_selected >= 0) {
        return item_id(app, (uint32_t)app->item_selected);
    }
    record = selected_record(app);
    return record == NULL ? NULL : record->id;
}

/* What is typed, else selected; NULL and said when it is nothing. */
static const char *taken(struct app *app, const char *words) {
    const char *id = text_blank(words) ? before_the_eyes(app) : word_take(app, &words);
    if (text_blank(id)) {
        app_say(app, TONE_WORD, "Nothing that events are about is selected");
        return NULL;
    }
    return log_id_typed(app, arena_text(app->scratch, id));
}

void act_events(struct app *app, const char *words) {
    const char *id = taken(app, words);
    struct log_filter filter;
    if (id == NULL || !log_filter_about(app, id, &filter)) {
        return;
    }
    trail_push(app);
    screen_go(app, SCREEN_LOG);
    log_set_filter(app, &filter);
    log_select(app, SIZE_MAX);
    say_filter(app);
}

void log_page_open(struct app *app, const char *id) {
    trail_push(app);
    screen_go(app, SCREEN_LOG);
    struct screen_state *state = app->screens + SCREEN_LOG;
    snprintf(state->about, sizeof state->about, "%s", id);
    state->page = (struct spot){.row = 0};
    state->across = 0;
}

void act_wordings(struct app *app, const char *words) {
    const char *id = taken(app, words);
    if (id == NULL) {
        return;
    }
    struct wordings wordings = wordings_of(app->meeting, id, app->scratch);
    if (wordings.shape == NULL) {
        app_say(app, TONE_REFUSED, "%s has no wordings: a record, a finding and a question of the marker have", id);
    } else if (wordings.count == 0) {
        app_say(app, TONE_WORD, "Nothing was said of %s yet that could have an earlier wording", id);
    } else {
        log_page_open(app, id);
    }
}

/* An earlier wording than the one compared with, or a later one. */
void log_step_wording(struct app *app, int step) {
    struct screen_state *state = app->screens + SCREEN_LOG;
    struct wordings wordings = wordings_of(app->meeting, state->about, app->scratch);
    int most = wordings.count < 2 ? 0 : (int)wordings.count - 2;
    if (most == 0) {
        app_say(app, TONE_WORD,
                wordings.count < 2 ? "It was said once, and never changed"
                                   : "There is one earlier wording, and it is shown");
        return;
    }
    state->across += step;
    bool end = state->across < 0 || state->across > most;
    state->across = state->across < 0 ? 0 : state->across > most ? most : state->across;
    app_say(app, TONE_WORD, "%s", !end ? "" : step > 0 ? "This is the first wording" : "This is the last but one");
}
