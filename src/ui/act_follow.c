/* What became of a record afterwards: progress, evidence seen, impact tested, and who says so. */
#include "acts.h"
#include "candour/ui/specs.h"
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

/* A note is words that are kept: nothing is to become of it. */
static bool has_progress(struct app *app, const struct record_state *record) {
    if (record->kind != RECORD_NOTE) {
        return true;
    }
    app_say(app, TONE_REFUSED, "%s is a note: progress is of an agreement, a challenge or an activity", record->id);
    return false;
}

void act_progress(struct app *app, const char *words) {
    struct event event = app_event(app, DO_PROGRESS);
    struct event_progress *body = event.body;
    const struct record_state *record = text_blank(words) ? selected_record(app) : NULL;
    if (record != NULL && !has_progress(app, record)) {
        return;
    }
    if (record != NULL) {
        body->id = record->id;
    }
    event_act(app, says_status(app, words) ? &WITH_STATUS : &PROGRESS, event, body->id, words);
}

/* --- evidence seen, impact tested --- */

/* The promise is kept: two events, what was seen and that it is owed no longer, kept together. */
static bool promise_kept(struct app *app, struct event_progress *body) {
    struct event seen = app_event(app, DO_PROGRESS);
    bool says = text_starts_nocase(body->text, "evidence");
    body->text = says ? body->text : arena_format(app->meeting->arena, "Evidence seen: %s", body->text);
    seen.body = body;
    if (!app_apply(app, &seen)) {
        return false;
    }
    struct event kept = app_event(app, DO_AMEND);
    struct event_amend *amend = kept.body;
    struct challenge *set = arena_alloc(app->meeting->arena, sizeof *set);
    const struct field *evidence = shape_field(&SHAPE_CHALLENGE, "evidence");
    set->evidence = EVIDENCE_OFFERED;
    amend->id = body->id;
    amend->set = (struct amendment){
        .of = &SHAPE_CHALLENGE, .set = set, .mask = (uint64_t)1 << shape_place(&SHAPE_CHALLENGE, evidence)};
    app_apply(app, &kept);
    app_done(app, "%s: the evidence promised was seen; it is owed no longer", body->id);
    return true;
}

static bool record_outcome(struct app *app, struct event_progress *body) {
    const struct record_state *record = meeting_record(app->meeting, body->id);
    struct event event = app_event(app, DO_PROGRESS);
    if (record->kind == RECORD_CHALLENGE) {
        return promise_kept(app, body);
    }
    event.body = body;
    if (!app_apply(app, &event)) {
        return false;
    }
    progressed(app, body);
    return true;
}

static bool outcome_saved(struct app *app) {
    return record_outcome(app, app_form_record(app));
}

/* What keeps STATUS from being said of a record; NULL: nothing. */
static const char *no_outcome(struct app *app, const struct record_state *record, int status) {
    const struct challenge *challenge = record->now;
    if (record->withdrawn) {
        return "it was withdrawn";
    }
    if (record->kind == RECORD_AGREEMENT) {
        return NULL;
    }
    if (record->kind != RECORD_CHALLENGE) {
        return arena_format(app->scratch, "it is %s %s: P records what became of it",
                            record->kind == RECORD_ENGAGEMENT ? "an" : "a", record_word(record->kind));
    }
    if (status == AGREEMENT_IMPACT_TESTED) {
        return "it is a challenge: impact is tested of an agreement";
    }
    return challenge->evidence == EVIDENCE_PROMISED ? NULL
                                                    : "no evidence is promised there: P records what became of it";
}

/* By words behind the id, or by a form that asks what was seen or shown. */
static void outcome_act(struct app *app, const char *act, int status, const char *words) {
    const char *id = text_blank(words) ? NULL : word_take(app, &words);
    const struct record_state *record = id == NULL ? selected_record(app) : record_typed(app, id);
    if (record == NULL) {
        return;
    }
    const char *why_not = no_outcome(app, record, status);
    if (why_not != NULL) {
        app_say(app, TONE_REFUSED, "%s: %s", record->id, why_not);
        return;
    }
    struct event_progress *body = arena_alloc(app->meeting->arena, sizeof *body);
    body->id = record->id;
    body->status = record->kind == RECORD_AGREEMENT ? status : 0;
    if (text_blank(words)) {
        app_form_open(app, spec_of(act), body, record->id, false, outcome_saved);
    } else if (words_into(app, &SHAPE_PROGRESS, "text", words, body)) {
        record_outcome(app, body);
    }
}

void act_seen(struct app *app, const char *words) {
    outcome_act(app, "seen", AGREEMENT_EVIDENCED, words);
}

void act_tested(struct app *app, const char *words) {
    outcome_act(app, "tested", AGREEMENT_IMPACT_TESTED, words);
}
