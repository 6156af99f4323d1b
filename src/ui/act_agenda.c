#include <inttypes.h>

#include "acts.h"
#include "event_act.h"
#include "words.h"

static const char *unused_words(struct app *app, const char *item) {
    int32_t place = meeting_item_place(app->meeting, item);
    return arena_format(app->scratch, "%s %s", item, item_title(app, (uint32_t)place));
}

static void skipped(struct app *app, const void *body) {
    app_done(app, "%s skipped", unused_words(app, ((const struct event_item *)body)->item));
}

static void parked(struct app *app, const void *body) {
    app_done(app, "%s parked: it is carried forward", unused_words(app, ((const struct event_item *)body)->item));
}

static const struct event_act SKIP = {"skip", DO_SKIP, NULL, skipped};
static const struct event_act PARK = {"park", DO_PARK, NULL, parked};

static void set_aside(struct app *app, const struct event_act *act, int32_t place, const char *words) {
    struct event event = app_event(app, act->what);
    if (place >= 0) {
        ((struct event_item *)event.body)->item = item_id(app, (uint32_t)place);
    }
    /* what cannot be set aside is asked for no reason */
    if (place < 0 || !app_refused(app, meeting_check(app->meeting, &event))) {
        event_act(app, act, event, NULL, words);
    }
}

static bool set_aside_answer(struct app *app, struct question *question, key k) {
    if (k != KEY_ESCAPE) {
        int32_t place = question->place;
        set_aside(app, k == 'p' ? &PARK : &SKIP, place, "");
    }
    return true;
}

void act_skip(struct app *app, const char *words) {
    if (!text_blank(words)) {
        set_aside(app, &SKIP, -1, words);
        return;
    }
    struct event event = app_event(app, DO_SKIP);
    ((struct event_item *)event.body)->item = item_id(app, (uint32_t)item_selected(app));
    if (app_refused(app, meeting_check(app->meeting, &event))) {
        return;
    }
    struct question *question = question_new(app, false, set_aside_answer, "Skip or park?");
    if (question == NULL) {
        return;
    }
    question->called = true;
    question->place = item_selected(app);
    question->text = arena_format(
        question->arena,
        "%s %s\nSkipped: not needed today. Parked: for another meeting. The minutes not used go to the end.",
        item_id(app, (uint32_t)question->place), item_title(app, (uint32_t)question->place));
    question_option(question, 's', "skip");
    question_option(question, 'p', "park");
    question_option(question, KEY_ESCAPE, "neither");
}

void skip_form(struct app *app) {
    set_aside(app, &SKIP, item_selected(app), "");
}

void act_park(struct app *app, const char *words) {
    set_aside(app, &PARK, text_blank(words) ? item_selected(app) : -1, words);
}

static void added(struct app *app, const void *body) {
    const struct event_add_item *item = body;
    app_done(app, "%s added: %s, %" PRId32 " min%s%s", item->id, item->title, item->minutes.value,
             item->after == NULL ? ", first of all" : ", after ", item->after == NULL ? "" : item->after);
}

static const struct event_act ADD = {"add-item", DO_ADD_ITEM, "minutes title", added};

void act_add_item(struct app *app, const char *words) {
    struct event event = app_event(app, DO_ADD_ITEM);
    struct event_add_item *body = event.body;
    char id[16];
    body->id = arena_text(app->meeting->arena, meeting_next_item_id(app->meeting, id));
    body->purpose = PURPOSE_DISCUSSION;
    if (app->meeting->item_count > 0) {
        int32_t chosen = app->pane == PANE_AGENDA ? app->item_selected : -1;
        uint32_t last = app->meeting->order[app->meeting->item_count - 1];
        body->after = item_id(app, chosen >= 0 ? (uint32_t)chosen : last);
    }
    event_act(app, &ADD, event, body->id, words);
}

/* Where the item stands in the order now. */
static uint32_t order_of(const struct meeting *meeting, int32_t place) {
    uint32_t at = 0;
    while (at < meeting->item_count && meeting->order[at] != (uint32_t)place) {
        at++;
    }
    return at;
}

/* AFTER: place in the order it will follow, -1 for first of all. */
static void move_after(struct app *app, int32_t place, int32_t after) {
    struct event event = app_event(app, DO_MOVE_ITEM);
    struct event_move_item *body = event.body;
    body->item = item_id(app, (uint32_t)place);
    body->after = after < 0 ? NULL : item_id(app, app->meeting->order[after]);
    if (app_apply(app, &event)) {
        app->item_selected = place;
        app_done(app, "%s moved: %s%s", body->item, after < 0 ? "first of all" : "now after ",
                 after < 0 ? "" : body->after);
    }
}

static int32_t moved_item(struct app *app, const char *words) {
    return text_blank(words) ? item_selected(app) : item_typed(app, word_take(app, &words));
}

void act_move_up(struct app *app, const char *words) {
    int32_t place = moved_item(app, words);
    if (place < 0) {
        return;
    }
    uint32_t at = order_of(app->meeting, place);
    if (at == 0) {
        app_say(app, TONE_REFUSED, "%s is the first item already", item_id(app, (uint32_t)place));
        return;
    }
    move_after(app, place, (int32_t)at - 2);
}

void act_move_down(struct app *app, const char *words) {
    int32_t place = moved_item(app, words);
    if (place < 0) {
        return;
    }
    uint32_t at = order_of(app->meeting, place);
    if (at + 1 >= app->meeting->item_count) {
        app_say(app, TONE_REFUSED, "%s is the last item already", item_id(app, (uint32_t)place));
        return;
    }
    move_after(app, place, (int32_t)at + 1);
}
