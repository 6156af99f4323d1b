#include "acts.h"
#include "line.h"

static void leave_now(struct app *app) {
    app->leaving = true;
    app_effect(app, (struct effect){.type = app->fault.since != 0 ? EFFECT_KEEP : EFFECT_LEAVE});
}

bool end_meeting(struct app *app, enum event_do what, const char *reason) {
    struct event event = app_event(app, what);
    ((struct event_reason *)event.body)->reason = text_blank(reason) ? NULL : arena_text(app->meeting->arena, reason);
    if (!app_apply(app, &event)) {
        return false;
    }
    app_done(app, what == DO_CLOSE ? "The meeting is closed" : "The meeting is adjourned");
    app->leaving = true;
    return true;
}

void act_adjourn(struct app *app, const char *words) {
    end_meeting(app, DO_ADJOURN, words);
}

static bool leave_answer(struct app *app, struct question *question, key k) {
    (void)question;
    if (k == 'a') {
        act_adjourn(app, "");
    } else if (k == 'c') {
        act_close(app, "");
    }
    return true;
}

void act_leave(struct app *app, const char *words) {
    (void)words;
    if (app->place == AT_START) {
        app_effect(app, (struct effect){.type = EFFECT_QUIT});
        return;
    }
    if (app->review && app->meeting->event_count == app->events_before) {
        app_effect(app, (struct effect){.type = EFFECT_QUIT});
        return;
    }
    if (app->review || meeting_may(app->meeting, DO_ADJOURN).code != REFUSED_NOT) {
        leave_now(app);
        return;
    }
    struct question *question = question_new(app, false, leave_answer, "Leave?");
    if (question != NULL) {
        question->called = true;
        question->text = "Adjourn to go on later with the same session, or close the meeting for good.";
        question_option(question, 'a', "adjourn");
        question_option(question, 'c', "close");
        question_option(question, KEY_ESCAPE, "stay");
    }
}

static bool path_typed(struct app *app, const char *text) {
    app->leaving = true;
    app_effect(app, (struct effect){.type = EFFECT_KEEP_AT, .text = text});
    return true;
}

static bool lose_answer(struct app *app, struct question *question, key k) {
    (void)question;
    if (k == 'y') {
        app_effect(app, (struct effect){.type = EFFECT_QUIT});
    }
    return true;
}

static void ask_lose(struct app *app) {
    if (app->fault.since == 0) {
        app_effect(app, (struct effect){.type = EFFECT_QUIT});
        return;
    }
    struct question *question = question_new(app, true, lose_answer, "Leave, and lose what is not saved?");
    if (question != NULL) {
        question->text = "What was recorded since keeping failed is only in memory.";
        question_option(question, 'y', "leave and lose it");
        question_option(question, KEY_ESCAPE, "stay");
    }
}

static bool fault_answer(struct app *app, struct question *question, key k) {
    (void)question;
    switch (k) {
    case 'r':
        leave_now(app);
        break;
    case 'o':
        line_open(app, LINE_PATH, "keep it in a new file", path_typed);
        break;
    case 'l':
        ask_lose(app);
        break;
    default:
        app_say(app, TONE_WORD, "Stayed; nothing is lost while this program runs");
        break;
    }
    return true;
}

void leave_fault(struct app *app, const char *why) {
    app->leaving = false;
    struct question *question = question_new(app, true, fault_answer, "It could not be saved");
    if (question == NULL) {
        return;
    }
    /* when only the result at the top of the file could not be written, no record is in danger */
    question->text =
        arena_format(question->arena, "%s\n%s", why == NULL ? "No reason was given." : why,
                     app->fault.since != 0 ? "What was recorded is in memory as long as this program runs."
                                           : "Every record is on disk; only the result at the top of the file is not.");
    question_option(question, 'r', "try again");
    question_option(question, 'o', "another file");
    question_option(question, 'l', "leave without");
    question_option(question, KEY_ESCAPE, "stay");
}

void act_reopen(struct app *app, const char *words) {
    struct event event = app_event(app, DO_REOPEN);
    ((struct event_reason *)event.body)->reason = text_blank(words) ? NULL : arena_text(app->meeting->arena, words);
    if (app_apply(app, &event)) {
        bool paused = app->meeting->status == MEETING_PAUSED;
        app_done(app, "The meeting goes on; %s",
                 paused ? "the clock is paused: Space starts it" : "no item was started yet");
    }
}

/* What a session from before needs before it can go on. */
static void go_on(struct app *app) {
    const struct meeting *meeting = app->meeting;
    instant last = meeting->events[meeting->event_count - 1].at.at;
    if (meeting->status == MEETING_ADJOURNED || (meeting->status == MEETING_CLOSED && app->take_up)) {
        act_reopen(app, "");
        return;
    }
    switch (meeting->status) {
    case MEETING_RUNNING:
        if (app->now.at - last > GAP_MS) {
            gap_ask(app, "The program stopped, and nothing was recorded", last, app->now.at);
        }
        app_say(app, TONE_WORD, "Going on with %s", item_id(app, (uint32_t)meeting->current));
        break;
    case MEETING_PAUSED:
        app_say(app, TONE_WORD, "Going on: the clock is paused, Space starts it");
        break;
    case MEETING_READY:
        app_say(app, TONE_WORD, "Going on: no item was started yet");
        break;
    default:
        app_say(app, TONE_WORD, "This meeting is closed: corrections can be made, :reopen takes it up again");
        break;
    }
}

void act_open(struct app *app, const char *words) {
    (void)words;
    app->place = AT_MEETING;
    if (app->meeting->event_count == 0) {
        struct event event = app_event(app, DO_OPEN);
        ((struct event_open *)event.body)->program = arena_text(app->meeting->arena, app->program);
        if (!app_apply(app, &event)) {
            app->place = AT_START;
            return;
        }
        app_done(app, "The meeting is open: Space starts its first item");
    } else {
        go_on(app);
    }
    draft_offer(app);
}

void act_suspend(struct app *app, const char *words) {
    (void)words;
    draft_look(app, app->now.at, true);
    app_effect(app, (struct effect){.type = EFFECT_SUSPEND});
}

void act_mouse(struct app *app, const char *words) {
    (void)words;
    app_effect(app, (struct effect){.type = EFFECT_MOUSE});
}

void act_redraw(struct app *app, const char *words) {
    (void)words;
    app_effect(app, (struct effect){.type = EFFECT_REDRAW});
}
