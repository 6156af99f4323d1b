/* What became of a record afterwards: progress, and who says so. */
#include "acts.h"
#include "event_act.h"
#include "words.h"

static void progressed(struct app *app, const void *body) {
    const struct event_progress *progress = body;
    const char *status = progress->status == 0 ? ""
                                               : arena_format(app->scratch, ", now %s",
                                                              choice_word(&CHOICES_AGREEMENT_STATUS, progress->status));
    const char *by = progress->by == NULL
                         ? ""
                         : arena_format(app->scratch, ", says %s", party_name(app->meeting->agenda, progress->by));
    app_done(app, "%s: progress recorded%s%s", progress->id, status, by);
}

static const struct event_act WITH_STATUS = {"progress", DO_PROGRESS, "id status text", progressed};
static const struct event_act PROGRESS = {"progress", DO_PROGRESS, "id text", progressed};

/* Is the second of the words a status, and the first an agreement, which alone has one? */
static bool says_status(struct app *app, const char *words) {
    const char *rest = words;
    const char *id = word_take(app, &rest);
    const char *word = id == NULL ? NULL : word_take(app, &rest);
    const struct record_state *record = id == NULL ? NULL : meeting_record(app->meeting, id);
    bool other = record != NULL && record->kind != RECORD_AGREEMENT;
    return !other && word != NULL && choice_read(&CHOICES_AGREEMENT_STATUS, word) > 0;
}

static bool has_progress(const struct record_state *record) {
    return record->kind == RECORD_AGREEMENT || record->kind == RECORD_CHALLENGE;
}

void act_progress(struct app *app, const char *words) {
    struct event event = app_event(app, DO_PROGRESS);
    struct event_progress *body = event.body;
    const struct record_state *record = text_blank(words) ? selected_record(app) : NULL;
    if (record != NULL && !has_progress(record)) {
        app_say(app, TONE_REFUSED, "%s is a %s: progress is of an agreement or a challenge", record->id,
                record_word(record->kind));
        return;
    }
    if (record != NULL) {
        body->id = record->id;
    }
    event_act(app, says_status(app, words) ? &WITH_STATUS : &PROGRESS, event, body->id, words);
}
