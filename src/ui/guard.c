#include "acts.h"
#include "words.h"

/* When the current item was started last. */
static instant started_at(const struct meeting *meeting) {
    for (size_t i = meeting->event_count; i > 0; i--) {
        const struct event *event = meeting->events + i - 1;
        if (event->what == DO_START && !meeting->event_notes[i - 1].undone) {
            const struct event_start *start = event->body;
            return event->at.at - (instant)start->back.value * MS_MINUTE;
        }
    }
    return 0;
}

static void open_records(const struct app *app, const char *item, struct buffer *out) {
    for (size_t i = 0; i < app->meeting->record_count; i++) {
        const struct record_state *record = app->meeting->records + i;
        if (!text_equal(record_item(record), item) || record->withdrawn) {
            continue;
        }
        if (challenge_open(record)) {
            bool given = ((const struct challenge *)record->now)->given != NULL;
            buffer_format(out, "%s is open: it is %s.\n", record->id,
                          given ? "answered but not settled" : "neither answered nor settled");
        } else if (record->kind == RECORD_AGREEMENT && ((const struct agreement *)record->now)->owner == NULL) {
            buffer_format(out, "%s has no owner.\n", record->id);
        }
    }
}

const char *guard_reason(const struct app *app, struct arena *arena) {
    const struct meeting *meeting = app->meeting;
    if (meeting->current < 0 || (meeting->status != MEETING_RUNNING && meeting->status != MEETING_PAUSED)) {
        return NULL;
    }
    uint32_t place = (uint32_t)meeting->current;
    struct buffer reason = {0};
    open_records(app, item_id(app, place), &reason);
    int64_t run = app->now.at - started_at(meeting);
    if (run < HURRY_MS) {
        char span[24];
        buffer_format(&reason, "%s was started only %s ago.\n", item_id(app, place),
                      span_words(run < 0 ? 0 : run, span));
    }
    char *text = reason.length == 0 ? NULL : arena_copy(arena, reason.bytes, reason.length - 1);
    buffer_free(&reason);
    return text;
}

static bool guard_answer(struct app *app, struct question *question, key k) {
    if (k == KEY_ESCAPE) {
        app_say(app, TONE_WORD, "%s goes on", item_id(app, (uint32_t)question->place));
        return true;
    }
    /* the event was made when the key was pressed first: it happens now */
    struct event event = app_event(app, question->event.what);
    event.body = question->event.body;
    if (app_apply(app, &event)) {
        app->item_selected = -1;
        app_done(app, "%s", question->then);
    }
    return true;
}

bool guard_asks(struct app *app, const struct event *event, const struct command *again, const char *done) {
    const char *reason = guard_reason(app, app->scratch);
    struct question *question = reason == NULL ? NULL : question_new(app, false, guard_answer, "");
    if (question == NULL) {
        return false;
    }
    question->place = app->meeting->current;
    question->title = arena_format(question->arena, "Leave %s?", item_id(app, (uint32_t)question->place));
    question->text = arena_text(question->arena, reason);
    question->event = *event;
    question->then = arena_text(question->arena, done);
    question->gives_way = true;
    question->called = true;
    question_option(question, again->keys[0] == 0 ? KEY_RETURN : again->keys[0], "leave it all the same");
    question_option(question, KEY_ESCAPE, "stay");
    return true;
}
