#include <stdio.h>
#include <string.h>

#include "acts.h"
#include "candour/ui/specs.h"
#include "review.h"

void app_form_open(struct app *app, const struct form_spec *spec, const void *values, const char *id, bool edit,
                   form_saved *saved) {
    if (review_refuses(app)) {
        return;
    }
    app->form = form_open(spec, app->meeting, values, id, edit, app->now);
    app->form_saved = saved;
    app->form_act = NULL;
    app->form_events = (uint32_t)app->meeting->event_count;
    app->guard_warned = false;
    app->help = false;
    snprintf(app->form_id, sizeof app->form_id, "%s", id == NULL ? "" : id);
    app_say(app, TONE_WORD, "%s", "");
}

void *app_form_record(struct app *app) {
    return form_record(app->form, app->meeting->arena);
}

void app_form_closed(struct app *app, bool recorded) {
    form_close(app->form);
    app->form = NULL;
    app->form_act = NULL;
    app->draft_due = 0;
    /* a recorded one goes when its record is kept */
    if (app->draft_kept && !recorded) {
        draft_gone(app);
    }
}

static void save(struct app *app) {
    if (guard_stops(app, guarded_in_form(app))) {
        return;
    }
    struct form *form = app->form;
    size_t events = app->meeting->event_count;
    if (app->form_saved(app) && app->form == form) {
        app_form_closed(app, app->meeting->event_count > events);
    }
}

static void took(struct app *app, enum form_result result) {
    switch (result) {
    case FORM_STAYS:
        if (form_touched(app->form) && app->draft_due == 0) {
            app->draft_due = app->now.at + DRAFT_MS;
        }
        break;
    case FORM_SAVE:
        save(app);
        break;
    case FORM_LEAVE:
        app_form_closed(app, false);
        app_say(app, TONE_WORD, "Left without recording");
        break;
    case FORM_EDITOR:
        draft_look(app, app->now.at, true); /* nothing is kept while the editor has the terminal */
        app_effect(app, (struct effect){.type = EFFECT_EDITOR, .text = form_editor_text(app->form)});
        break;
    }
}

void app_form_key(struct app *app, key k) {
    form_size(app->form, app->rows, form_columns(app));
    took(app, form_key(app->form, k, app->now));
}

void app_form_point(struct app *app, size_t place) {
    form_point(app->form, place, app->now);
    took(app, FORM_STAYS);
}

void app_form_choose(struct app *app, size_t at, bool take) {
    form_choose(app->form, at, take, app->now);
    took(app, FORM_STAYS);
}

void app_form_paste(struct app *app, const char *text) {
    form_paste(app->form, text, app->now);
    took(app, FORM_STAYS);
}

void app_form_edited(struct app *app, const struct msg *msg) {
    if (app->form == NULL) {
        return;
    }
    if (!msg->ok) {
        app_say(app, TONE_REFUSED, "The editor did not work: %s",
                msg->text == NULL ? "no reason was given" : msg->text);
        return;
    }
    form_edited(app->form, msg->text);
    took(app, FORM_STAYS);
}

/* The act a form belongs to, called so that it opens that form. */
static void reopen_act(struct app *app, const char *act, const char *id) {
    const struct record_state *record = id == NULL ? NULL : meeting_record(app->meeting, id);
    if (record != NULL) {
        app->screen = SCREEN_MEETING; /* where the record can be selected whatever the other screens stand on */
        app->record_selected = (int32_t)(record - app->meeting->records);
    }
    bool edit = record != NULL && text_equal(act, record_word(record->kind));
    const struct command *command = command_by_name(AT_MEETING, edit ? "edit" : act);
    if (text_equal(act, "skip")) {
        skip_form(app);
    } else if (text_equal(act, "readback")) {
        readback_words(app, id);
    } else if (text_equal(act, "assent") && record != NULL) {
        assent_about(app, record->id, NULL, 0);
    } else if (command != NULL) {
        app->pane = PANE_RECORDS;
        app_command(app, command, text_equal(act, "reject") && id != NULL ? id : "");
    }
}

bool form_reopen(struct app *app, const char *act, const char *id) {
    reopen_act(app, act, id);
    return app->form != NULL && text_equal(form_spec_of(app->form)->act, act);
}
