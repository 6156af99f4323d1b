/* What is new since it was said last, in the order in which it matters. */
#include <inttypes.h>
#include <string.h>

#include "acts.h"
#include "plain_inside.h"

/* --- what comes by itself --- */

/* "I5: a quarter of its time is left, 7:30 of 30 minutes" */
static void alert_said(struct plain *plain, const struct view *view, struct plain_lines *lines) {
    const struct meeting *meeting = view->meeting;
    instant at = plain->app->review ? 0 : alert_instant(meeting, view->now.at);
    if (at == 0 || at <= plain->alerted) {
        return;
    }
    plain->alerted = at;
    uint32_t place = (uint32_t)meeting->current;
    int64_t left = meeting_left(meeting, place, at);
    int32_t granted = duration_minutes(meeting->items[place].granted);
    char span[24];
    if (left > 0) {
        plain_put(lines, "TIME: %s has used three quarters of its %" PRId32 " minutes, %s left.",
                  item_id(view->app, place), granted, left_text(left, span));
    } else if (left > -MS_SECOND) {
        plain_put(lines, "TIME: the %" PRId32 " minutes of %s are used up.", granted, item_id(view->app, place));
    } else {
        plain_put(lines, "TIME: %s is %s over its %" PRId32 " minutes.", item_id(view->app, place),
                  span_words(-left, span), granted);
    }
}

static void forgotten_said(struct plain *plain, const struct view *view, struct plain_lines *lines) {
    instant since = plain->app->place == AT_MEETING ? forgotten_since(plain->app, view->now) : 0;
    char span[24];
    if (since != 0 && !plain->forgotten) {
        plain_put(lines, "No item is running for %s: start, or start 4 min ago.",
                  span_words(view->now.at - since, span));
    }
    plain->forgotten = since != 0;
}

static void fault_line(struct plain *plain, const struct view *view, struct plain_lines *lines) {
    bool faulty = plain->app->fault.since != 0;
    if (faulty && !plain->faulty) {
        plain_put(lines, "%s", fault_said(view));
    } else if (!faulty && plain->faulty) {
        plain_put(lines, "Everything is saved again.");
    }
    plain->faulty = faulty;
}

/* --- in answer --- */

static void message_said(struct plain *plain, struct plain_lines *lines) {
    const struct app *app = plain->app;
    bool news = app->said != plain->said;
    plain->said = app->said;
    if (news && app->message.length > 0 && !text_equal(app->message.bytes, plain_refused(plain))) {
        plain_put(lines, "%s", app->message.bytes);
    }
}

static void item_said(struct plain *plain, const struct view *view, struct plain_lines *lines) {
    const struct meeting *meeting = view->meeting;
    bool live = meeting->status == MEETING_RUNNING && !plain->app->review;
    bool item = live && meeting->current >= 0 && meeting->current != plain->item;
    bool focus = live && meeting->focus >= 0 && meeting->focus != plain->focus;
    if (item) {
        plain_item_begins(view, lines);
    } else if (focus) {
        struct detail detail = {.arena = view->scratch, .width = PLAIN_WIDTH};
        detail_of_item(view, &detail);
        plain_detail(lines, &detail);
    }
    plain->item = live ? meeting->current : plain->item;
    plain->focus = meeting->focus;
}

static void begin_said(struct plain *plain, const struct view *view, struct plain_lines *lines) {
    const struct app *app = plain->app;
    struct detail detail = {.arena = view->scratch, .width = PLAIN_WIDTH};
    if (plain->begun) {
        return;
    }
    plain->begun = true;
    if (app->rehearsal) {
        plain_put(lines, "REHEARSAL: nothing is kept.");
    }
    if (app->place == AT_START) {
        detail_of_start(view, &detail);
        plain_detail(lines, &detail);
    } else {
        plain_text(lines, app->notice);
        if (app->screen != SCREEN_MEETING) {
            plain_where(view, lines);
        }
        plain_screen(view, false, lines);
    }
    plain_put(lines, "help says what can be typed.");
}

static void wanted_said(struct plain *plain, const struct view *view, struct plain_lines *lines) {
    switch (plain->want) {
    case WANT_SCREEN:
    case WANT_ALL:
        plain_screen(view, plain->want == WANT_ALL, lines);
        break;
    case WANT_SELECTED:
        plain_put(lines, "%s", plain_selected(view) == NULL ? "Nothing is selected" : plain_selected(view));
        break;
    case WANT_NOTHING:
        break;
    }
    plain->want = WANT_NOTHING;
}

/* --- what is asked --- */

static void question_said(struct plain *plain, const struct view *view, struct plain_lines *lines) {
    const struct question *question = question_active(plain->app);
    bool new = question != NULL && (question != plain->question || question->shown != plain->question_shown);
    if (question != NULL && (new || plain->repeats)) {
        plain_put(lines, "%s", question->title);
        plain_text(lines, question->text);
        plain_put(lines, "Answer %s.", plain_options(question, view->scratch));
    }
    plain->question = question;
    plain->question_shown = question == NULL ? 0 : question->shown;
}

static void panel_said(struct plain *plain, const struct view *view, struct plain_lines *lines) {
    struct buffer text = {0};
    struct plain_lines own = {&text, view->scratch};
    if (panel_active(plain->app)) {
        plain->app->panel->kind->lines(view, &own);
        plain_put(&own, "Keys %s.", plain_panel_keys(plain->app, view->scratch));
    }
    const char *said = text.length == 0 ? "" : text.bytes;
    if (plain->repeats || strcmp(said, plain->panel.length == 0 ? "" : plain->panel.bytes) != 0) {
        buffer_text(lines->out, said);
    }
    buffer_clear(&plain->panel);
    buffer_text(&plain->panel, said);
    buffer_free(&text);
}

static void form_said(struct plain *plain, struct plain_lines *lines) {
    const struct app *app = plain->app;
    bool new = app->form != NULL && (app->form != plain->form || app->form_events != plain->form_events);
    if (new) {
        plain->more = plain->gathers = false;
    }
    if (app->form != NULL && (new || plain->repeats)) {
        plain_form_begins(plain, lines);
        if (form_message(app->form) != NULL && new) {
            plain_put(lines, "%s", form_message(app->form));
        }
    }
    plain->form = app->form;
    plain->form_events = app->form_events;
}

/* --- all of it --- */

/* In a script who reads it names the line. */
static void refused_said(const struct plain *plain, struct plain_lines *lines) {
    if (plain->typed && plain->by_line && plain_refused(plain) != NULL) {
        plain_put(lines, "%s", plain_refused(plain));
    }
}

/* True while nothing else may be said. */
static bool blank_said(struct plain *plain, struct plain_lines *lines) {
    const struct app *app = plain->app;
    if (app->blank && !plain->blank) {
        plain_put(lines, "BLANK here and on the second screen. b shows again; every other line is ignored.");
    } else if (!app->blank && plain->blank) {
        plain_put(lines, "Shown again.");
    }
    if (app->blank && app->untold.length > 0 && (plain->by_line || !plain->blank)) {
        plain_put(lines, "%s", app->untold.bytes);
    }
    plain->blank = app->blank;
    return app->blank;
}

static void everything(struct plain *plain, const struct view *view, struct plain_lines *lines) {
    fault_line(plain, view, lines);
    begin_said(plain, view, lines);
    refused_said(plain, lines);
    buffer_add(lines->out, plain->direct.length == 0 ? "" : plain->direct.bytes, plain->direct.length);
    message_said(plain, lines);
    item_said(plain, view, lines);
    alert_said(plain, view, lines);
    forgotten_said(plain, view, lines);
    wanted_said(plain, view, lines);
    form_said(plain, lines);
    panel_said(plain, view, lines);
    question_said(plain, view, lines);
}

void plain_say(struct plain *plain, struct stamp now, struct buffer *out) {
    struct buffer text = {0};
    struct view view = plain_view(plain, now, arena_new());
    struct plain_lines lines = {&text, view.scratch};
    if (!blank_said(plain, &lines)) {
        everything(plain, &view, &lines);
    }
    if (plain->by_line && !plain->repeats && text.length > 0 && !plain->app->blank) {
        buffer_clear(&plain->last);
        buffer_add(&plain->last, text.bytes, text.length);
    }
    buffer_add(out, text.length == 0 ? "" : text.bytes, text.length);
    buffer_clear(&plain->direct);
    plain->by_line = false;
    plain->repeats = false;
    arena_free(view.scratch);
    buffer_free(&text);
}

bool plain_prompt(const struct plain *plain, struct buffer *out) {
    const struct app *app = plain->app;
    bool asks = true;
    if (app->rehearsal) {
        buffer_text(out, "REHEARSAL ");
    }
    if (app->blank) {
        buffer_text(out, "blank> ");
    } else if (app->form != NULL && plain->gathers) {
        buffer_text(out, "a line, or a full stop: ");
    } else if (app->form != NULL) {
        plain_form_prompt(plain, out);
    } else if (app->line != NULL) {
        plain_line_prompt(plain, out);
    } else if (question_active(app) != NULL) {
        buffer_text(out, "answer: ");
    } else {
        buffer_text(out, app->place == AT_START ? "start> " : panel_active(app) ? "panel> " : "> ");
        asks = false;
    }
    return asks;
}
