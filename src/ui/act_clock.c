#include <inttypes.h>

#include "acts.h"
#include "line.h"
#include "words.h"

void start_item(struct app *app, int32_t place, int32_t back, const struct command *again) {
    struct event event = app_event(app, DO_START);
    struct event_start *body = event.body;
    body->item = item_id(app, (uint32_t)place);
    if (back > 0) {
        body->back = (struct number){.given = true, .value = back};
    }
    struct refusal refusal = meeting_check(app->meeting, &event);
    if (refusal.code == REFUSED_BACK_TOO_FAR && app->meeting->last_clock != 0) {
        char when[24];
        app_say(app, TONE_REFUSED,
                "%s can be dated back to %s at most: the clock was changed then, or an item put right", body->item,
                when_words(app, app->meeting->last_clock, when));
        return;
    }
    if (app_refused(app, refusal)) {
        return;
    }
    const char *dated = back > 0 ? arena_format(app->scratch, ", dated back %" PRId32 " min", back) : "";
    const char *full =
        arena_format(app->scratch, "%s %s started%s", body->item, item_title(app, (uint32_t)place), dated);
    const char *done = in_a_row(app, full, arena_format(app->scratch, "%s started%s", body->item, dated));
    if (app->meeting->current != place && guard_asks(app, &event, again, done)) {
        return;
    }
    if (app_apply(app, &event)) {
        app->item_selected = -1;
        app->forgotten_offered = false;
        app_done(app, "%s", done);
    }
}

static const struct command *named(const char *name) {
    return command_by_name(AT_MEETING, name);
}

static bool forgotten_answer(struct app *app, struct question *question, key k) {
    if (k == KEY_ESCAPE) {
        return true;
    }
    int32_t back = k == 'b' ? (int32_t)((app->now.at - question->from + MS_MINUTE / 2) / MS_MINUTE) : 0;
    start_item(app, question->place, back, named("start"));
    return true;
}

/* The clock was forgotten: did the item begin now, or when the meeting did? */
static void ask_since(struct app *app, int32_t place, instant since) {
    struct question *question = question_new(app, false, forgotten_answer, "The clock was not started");
    if (question == NULL) {
        return;
    }
    char span[24];
    char when[24];
    question->place = place;
    question->from = since;
    question->text = arena_format(question->arena, "No item is running for %s.\nWhen did %s %s begin?",
                                  span_words(app->now.at - since, span), item_id(app, (uint32_t)place),
                                  item_title(app, (uint32_t)place));
    question_option(question, 'b', arena_format(question->arena, "at %s", when_words(app, since, when)));
    question_option(question, ' ', "now");
    question_option(question, KEY_ESCAPE, "not yet");
}

static void start_first(struct app *app) {
    int32_t place = meeting_next_item(app->meeting);
    if (place < 0) {
        app_say(app, TONE_REFUSED, "No item is to come: i adds one");
        return;
    }
    instant since = forgotten_since(app, app->now);
    if (since != 0) {
        ask_since(app, place, since);
    } else {
        start_item(app, place, 0, named("clock"));
    }
}

void act_clock(struct app *app, const char *words) {
    switch (app->meeting->status) {
    case MEETING_READY:
        start_first(app);
        break;
    case MEETING_RUNNING:
        act_pause(app, words);
        break;
    case MEETING_PAUSED:
        act_resume(app, words);
        break;
    case MEETING_ADJOURNED:
        act_reopen(app, words);
        break;
    default:
        app_refused(app, meeting_may(app->meeting, DO_START));
        break;
    }
}

void act_start(struct app *app, const char *words) {
    int32_t place = item_selected(app);
    int32_t back;
    const char *rest = words;
    const char *first = word_take(app, &rest);
    if (first != NULL && meeting_item_place(app->meeting, first) >= 0) {
        place = meeting_item_place(app->meeting, first);
        words = rest;
    } else if (first != NULL && (first[0] < '0' || first[0] > '9') && !text_equal_nocase(first, "back") &&
               !text_equal_nocase(first, "since") && !text_equal_nocase(first, "now")) {
        place = item_typed(app, first);
        words = rest;
        if (place < 0) {
            return;
        }
    }
    if (place < 0) {
        app_say(app, TONE_REFUSED, "Which item? :start I3");
    } else if (back_typed(app, words, &back)) {
        start_item(app, place, back, named("start"));
    }
}

void act_pause(struct app *app, const char *words) {
    struct event event = app_event(app, DO_PAUSE);
    struct event_reason *body = event.body;
    body->reason = text_blank(words) ? NULL : arena_text(app->meeting->arena, words);
    if (app_apply(app, &event)) {
        app_done(app, "Paused; Space goes on");
    }
}

void act_resume(struct app *app, const char *words) {
    instant since = app->meeting->paused_at;
    struct event event = app_event(app, DO_RESUME);
    struct event_reason *body = event.body;
    body->reason = text_blank(words) ? NULL : arena_text(app->meeting->arena, words);
    if (app_apply(app, &event)) {
        char span[24];
        app_done(app, "The clock goes on after a pause of %s", span_words(app->now.at - since, span));
    }
}

void act_next(struct app *app, const char *words) {
    (void)words;
    int32_t place = meeting_next_item(app->meeting);
    if (place < 0) {
        app_say(app, TONE_REFUSED, "There is no item after this one: q closes or adjourns");
        return;
    }
    start_item(app, place, 0, named("next"));
}

void act_back(struct app *app, const char *words) {
    (void)words;
    int32_t place = meeting_previous_item(app->meeting);
    if (place < 0) {
        app_say(app, TONE_REFUSED, "There is no item to go back to");
        return;
    }
    start_item(app, place, 0, named("back"));
}
