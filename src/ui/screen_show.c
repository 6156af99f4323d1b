#include <stdio.h>

#include "acts.h"
#include "log_rows.h"
#include "screen_moves.h"
#include "screen_trail.h"
#include "words.h"

/* Shown for the first time, a screen begins with what is going on. */
static const char *going_on(const struct app *app, enum screen_id screen) {
    const struct meeting *meeting = app->meeting;
    if (screen == SCREEN_FINDINGS && meeting->focus >= 0) {
        return meeting->findings[meeting->focus].finding->id;
    }
    return screen == SCREEN_TIME && meeting->current >= 0 ? item_id(app, (uint32_t)meeting->current) : NULL;
}

void screen_go(struct app *app, enum screen_id screen) {
    const char *first = going_on(app, screen);
    app->screen = screen;
    if (first != NULL && app->screens[screen].list.id[0] == '\0') {
        screen_select(app, first);
    }
    app->screens[screen].about[0] = '\0';
    app_say(app, TONE_WORD, "%s", "");
}

void screen_show(struct app *app, enum screen_id screen) {
    trail_clear(app);
    screen_go(app, screen);
}

void act_show_meeting(struct app *app, const char *words) {
    (void)words;
    screen_show(app, SCREEN_MEETING);
}

void act_show_findings(struct app *app, const char *words) {
    (void)words;
    screen_show(app, SCREEN_FINDINGS);
}

void act_show_challenges(struct app *app, const char *words) {
    (void)words;
    screen_show(app, SCREEN_CHALLENGES);
}

void act_show_agreements(struct app *app, const char *words) {
    (void)words;
    screen_show(app, SCREEN_AGREEMENTS);
}

void act_show_agencies(struct app *app, const char *words) {
    (void)words;
    screen_show(app, SCREEN_AGENCIES);
}

void act_show_marker(struct app *app, const char *words) {
    (void)words;
    screen_show(app, SCREEN_MARKER);
}

void act_show_time(struct app *app, const char *words) {
    (void)words;
    screen_show(app, SCREEN_TIME);
}

void act_next_screen(struct app *app, const char *words) {
    (void)words;
    screen_show(app, (enum screen_id)(((unsigned)app->screen + 1) % SCREEN_COUNT));
}

void act_previous_screen(struct app *app, const char *words) {
    (void)words;
    screen_show(app, (enum screen_id)(((unsigned)app->screen + SCREEN_COUNT - 1) % SCREEN_COUNT));
}

void act_go_back(struct app *app, const char *words) {
    (void)words;
    char *about = app->screens[app->screen].about;
    const struct log_filter *filter = &app->log->filter;
    if (trail_back(app)) {
        app_say(app, TONE_WORD, "%s", "");
    } else if (app->screen != SCREEN_MEETING && about[0] != '\0') {
        about[0] = '\0';
        app_say(app, TONE_WORD, "%s", "");
    } else if (app->screen == SCREEN_LOG && filter->id_count + filter->sort_count > 0) {
        act_all_events(app, "");
    } else {
        screen_show(app, SCREEN_MEETING);
    }
}

/* The page of what ID names, on the screen that has one for its kind. */
static bool page_open(struct app *app, const char *id, uint32_t kind) {
    for (int i = 0; i < SCREEN_COUNT; i++) {
        if ((screen_of((enum screen_id)i)->pages & kind) == 0) {
            continue;
        }
        struct screen_state *state = app->screens + i;
        trail_push(app);
        screen_go(app, (enum screen_id)i);
        snprintf(state->list.id, sizeof state->list.id, "%s", id);
        snprintf(state->about, sizeof state->about, "%s", id);
        state->page = (struct spot){.row = 0};
        return true;
    }
    return false;
}

/* From the log to all there is on it; elsewhere to the form that changes it. */
static bool looks_on(const struct app *app) {
    return app->screen == SCREEN_LOG && app->screens[app->screen].about[0] == '\0';
}

static void look_at_record(struct app *app, const char *id) {
    if (looks_on(app)) {
        log_page_open(app, id);
    } else {
        act_edit(app, id);
    }
}

static void look_at_question(struct app *app, const char *id) {
    if (!looks_on(app)) {
        act_assess(app, id);
        return;
    }
    trail_push(app);
    screen_go(app, SCREEN_MARKER);
    screen_select(app, id);
}

void act_look(struct app *app, const char *words) {
    const char *typed = text_blank(words) ? NULL : word_take(app, &words);
    const char *id = arena_text(app->scratch, typed != NULL ? typed : screen_selected(app));
    size_t place;
    uint32_t kind = id == NULL ? 0 : meeting_names(app->meeting, id, &place);
    if (id == NULL) {
        app_say(app, TONE_WORD, "Nothing to open is selected");
    } else if (kind == 0) {
        app_say(app, TONE_REFUSED, "'%s' names nothing here", id);
    } else if ((kind & REF_RECORD) != 0) {
        look_at_record(app, id);
    } else if (kind == REF_QUESTION) {
        look_at_question(app, id);
    } else if (!page_open(app, id, kind)) {
        app_say(app, TONE_WORD, "%s has no page of its own", id);
    }
}
