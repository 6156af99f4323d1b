#include <string.h>

#include "app_inside.h"
#include "line.h"
#include "words.h"

static bool record_gap(struct app *app, const struct question *question, instant until) {
    struct event event = app_event(app, DO_GAP);
    struct event_gap *body = event.body;
    int16_t offset = app->now.offset;
    body->from = (struct stamp){.at = question->from, .offset = offset};
    body->to = (struct stamp){.at = question->to, .offset = offset};
    body->until = (struct stamp){.at = until, .offset = offset};
    if (!app_apply(app, &event)) {
        return false;
    }
    char counted[24];
    char lost[24];
    if (until == question->to) {
        app_done(app, "The meeting went on: the clock keeps its %s", span_words(until - question->from, counted));
    } else if (until == question->from) {
        app_done(app, "The meeting stopped: %s are not counted", span_words(question->to - until, lost));
    } else {
        app_done(app, "The meeting went on for %s; %s are not counted", span_words(until - question->from, counted),
                 span_words(question->to - until, lost));
    }
    return true;
}

/* "12" or "12 min" from the beginning of the hole, or a time of day; 0 and a word when it is neither. */
static instant until_of(struct app *app, const struct question *question, const char *text) {
    int32_t minutes;
    char first[24];
    char last[24];
    instant until = 0;
    const char *rest = text;
    const char *unit;
    text = word_take(app, &rest);
    unit = word_take(app, &rest);
    if (unit != NULL && !text_equal_nocase(unit, "min")) {
        app_say(app, TONE_REFUSED, "'%s' is not understood: 12 min or 14:31", unit);
        return 0;
    }
    if (time_read(text, &minutes) && strchr(text, ':') != NULL) {
        struct stamp from = {.at = question->from, .offset = app->now.offset};
        until = instant_of(stamp_day(from), minutes, from.offset);
        until += until < question->from - MS_MINUTE ? (instant)24 * MS_HOUR : 0;
        /* the minute in which it began was typed: nothing of the hole counts */
        until = until < question->from ? question->from : until;
    } else if (minutes_read(text, &minutes) && minutes >= 0) {
        until = question->from + (instant)minutes * MS_MINUTE;
    } else {
        app_say(app, TONE_REFUSED, "'%s' is neither minutes nor a time: 12 or 14:31", text);
        return 0;
    }
    if (until < question->from || until > question->to) {
        app_say(app, TONE_REFUSED, "Until must lie between %s and %s", when_words(app, question->from, first),
                when_words(app, question->to, last));
        return 0;
    }
    return until;
}

static bool part_typed(struct app *app, const char *text) {
    struct question *question = app->question_count > 0 ? app->questions[0] : NULL;
    if (question == NULL || question->to == 0) {
        return true;
    }
    instant until = until_of(app, question, text);
    if (until == 0 || !record_gap(app, question, until)) {
        return false;
    }
    question_drop(app, question);
    return true;
}

static bool gap_answer(struct app *app, struct question *question, key k) {
    if (k == 'p') {
        line_open(app, LINE_UNTIL, "until (14:31, or 12 min)", part_typed);
        return false;
    }
    return record_gap(app, question, k == 'g' ? question->to : question->from);
}

void gap_ask(struct app *app, const char *what, instant from, instant to) {
    struct question *question = question_new(app, true, gap_answer, "The clock has a hole");
    if (question == NULL) {
        return;
    }
    char span[24];
    char first[24];
    char last[24];
    question->from = from;
    question->to = to;
    question->text = arena_format(question->arena, "%s for %s, from %s to %s, with %s running.\nDid the meeting go on?",
                                  what, span_words(to - from, span), when_words(app, from, first),
                                  when_words(app, to, last), item_id(app, (uint32_t)app->meeting->current));
    question_option(question, 'g', "it went on");
    question_option(question, 's', "it stopped");
    question_option(question, 'p', "it went on for a part");
}

void gap_look(struct app *app, const struct msg *msg) {
    bool answer = msg->type == MSG_KEPT || msg->type == MSG_EDITED || msg->type == MSG_LEFT || msg->type == MSG_SIGNAL;
    if (answer || app->review || app->rehearsal || app->place != AT_MEETING || !meeting_clock_runs(app->meeting) ||
        app->due == 0 || msg->now.at - app->due <= GAP_MS) {
        return;
    }
    instant from = app->now.at;
    instant last = app->meeting->events[app->meeting->event_count - 1].at.at;
    /* an event may be stamped a moment after the key that made it */
    if (last > from) {
        from = last;
    }
    if (app->meeting->since > from) {
        from = app->meeting->since;
    }
    struct stamp before = app->now;
    app->now = msg->now;
    gap_ask(app, "Nothing was heard from this computer", from, msg->now.at);
    app->now = before;
}
