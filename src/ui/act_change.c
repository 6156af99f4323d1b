#include <string.h>

#include "acts.h"
#include "candour/ui/specs.h"
#include "event_act.h"
#include "screen_moves.h"
#include "words.h"

/* The record named by the first of the words, else the selected one; NULL and said when there is none. */
static struct record_state *taken(struct app *app, const char **words) {
    if (text_blank(*words)) {
        return selected_record(app);
    }
    const char *rest = *words;
    const char *id = word_take(app, &rest);
    struct record_state *record = record_typed(app, id);
    if (record != NULL) {
        *words = rest;
    }
    return record;
}

static struct record_state *taken_kind(struct app *app, const char **words, enum record_kind kind) {
    struct record_state *record = taken(app, words);
    if (record != NULL && record->kind != kind) {
        app_say(app, TONE_REFUSED, "%s is a %s: this is for %ss", record->id, record_word(record->kind),
                record_word(kind));
        return NULL;
    }
    return record;
}

static bool amend(struct app *app, const struct record_state *record, void *set, uint64_t mask) {
    struct event event = app_event(app, DO_AMEND);
    struct event_amend *body = event.body;
    body->id = record->id;
    body->set = (struct amendment){.of = record_shape(record->kind), .set = set, .mask = mask};
    return app_apply(app, &event);
}

/* The labels of the fields that changed: "Outcome, Reason". */
static const char *labels(struct app *app, const struct shape *shape, uint64_t mask) {
    const char *text = "";
    for (size_t i = 0; i < shape->count; i++) {
        if ((mask >> i & 1) != 0) {
            text = arena_format(app->scratch, "%s%s%s", text, text[0] == '\0' ? "" : ", ", shape->fields[i].label);
        }
    }
    return text;
}

static void said_changed(struct app *app, const char *act, const struct record_state *record, uint64_t mask) {
    const struct challenge *challenge = record->now;
    if (text_equal(act, "settle")) {
        app_done(app, "%s settled: %s", record->id,
                 challenge->outcome == 0 ? "open" : choice_word(&CHOICES_OUTCOME, challenge->outcome));
    } else if (text_equal(act, "answer")) {
        const char *by = challenge->given_by == NULL ? challenge->to : challenge->given_by;
        app_done(app, "%s answered by %s", record->id, party_name(app->meeting->agenda, by));
    } else if (text_equal(act, "defer")) {
        char date[48];
        const struct agreement *agreement = record->now;
        app_done(app, "%s deferred: look again %s", record->id, day_in_words(agreement->revisit, date, sizeof date));
    } else {
        app_done(app, "%s changed: %s", record->id, labels(app, record_shape(record->kind), mask));
    }
}

static bool change(struct app *app, const char *act, const char *id, void *set, uint64_t mask) {
    struct record_state *record = meeting_record(app->meeting, id);
    if (mask == 0) {
        app_say(app, TONE_WORD, "%s: nothing was changed", id);
        return true;
    }
    if (record == NULL || !amend(app, record, set, mask)) {
        return false;
    }
    said_changed(app, act, meeting_record(app->meeting, id), mask);
    return true;
}

/* Fields in which two records of a shape differ. */
static uint64_t differences(const struct shape *shape, const void *a, const void *b) {
    uint64_t mask = 0;
    for (size_t i = 0; i < shape->count; i++) {
        mask |= (uint64_t)!field_equal(shape->fields + i, a, b) << i;
    }
    return mask;
}

/* A challenge about to be answered: by the one it was put to, unless somebody else is named. A national body is not at
 * the table. */
static struct challenge *answering(struct app *app, const struct record_state *record) {
    struct challenge *challenge = arena_alloc(app->meeting->arena, sizeof *challenge);
    *challenge = *(const struct challenge *)record->now;
    if (challenge->given_by == NULL &&
        meeting_ref_fits(app->meeting, shape_field(&SHAPE_CHALLENGE, "given_by"), challenge->to)) {
        challenge->given_by = challenge->to;
    }
    return challenge;
}

static bool change_saved(struct app *app) {
    const char *act = form_spec_of(app->form)->act;
    void *set = app_form_record(app);
    const struct record_state *record = meeting_record(app->meeting, app->form_id);
    const struct challenge *before = record->now;
    struct challenge *answer = set;
    if (text_equal(act, "answer") && text_blank(answer->given)) {
        /* nobody has answered, so nobody is heard */
        answer->given_by = before->given_by;
    }
    return change(app, act, app->form_id, set, differences(record_shape(record->kind), set, record->now));
}

bool record_change(struct app *app, const char *act, const struct record_state *record, void *set) {
    return change(app, act, record->id, set, differences(record_shape(record->kind), set, record->now));
}

void record_form(struct app *app, const char *act, const struct record_state *record, const void *values) {
    if (record->withdrawn) {
        app_say(app, TONE_REFUSED, "%s was withdrawn; u brings it back if that was the last act", record->id);
        return;
    }
    app_form_open(app, spec_of(act), values, record->id, true, change_saved);
}

/* Answer and settle: by words behind the id, or by their form. */
static void challenge_act(struct app *app, const char *act, const char *order, const char *words) {
    struct record_state *record = taken_kind(app, &words, RECORD_CHALLENGE);
    if (record == NULL) {
        return;
    }
    if (text_blank(words)) {
        record_form(app, act, record, text_equal(act, "answer") ? answering(app, record) : record->now);
        return;
    }
    struct challenge *set = text_equal(act, "answer") ? answering(app, record) : NULL;
    if (set == NULL) {
        set = arena_alloc(app->meeting->arena, sizeof *set);
        *set = *(const struct challenge *)record->now;
    }
    if (words_into(app, &SHAPE_CHALLENGE, order, words, set)) {
        change(app, act, record->id, set, differences(&SHAPE_CHALLENGE, set, record->now));
    }
}

void act_edit(struct app *app, const char *words) {
    bool agenda = app->screen == SCREEN_MEETING && app->pane == PANE_AGENDA;
    if (text_blank(words) && agenda && app->item_selected >= 0) {
        /* on this screen only the beginning of what belongs to an item has room */
        const char *item = item_id(app, (uint32_t)app->item_selected);
        act_look(app, item);
        app_say(app, TONE_WORD, "All of %s; k skips or parks it, { } move it, :start %s starts it", item, item);
        return;
    }
    struct record_state *record = taken(app, &words);
    bool page = app->screen == SCREEN_LOG && app->screens[SCREEN_LOG].about[0] != '\0';
    if (record == NULL && text_blank(words)) {
        app_say(app, TONE_WORD, "Nothing is recorded yet");
    } else if (record != NULL && app->read_only != NULL && !page) {
        log_page_open(app, record->id);
    } else if (record != NULL) {
        record_form(app, record_word(record->kind), record, record->now);
    }
}

void act_answer(struct app *app, const char *words) {
    challenge_act(app, "answer", "given", words);
}

void act_settle(struct app *app, const char *words) {
    challenge_act(app, "settle", "outcome reason", words);
}

static void assented(struct app *app, const void *body) {
    static const char *const said[] = {"", "agreed", "agreed with reservation", "absent: to be asked", "declined"};
    const struct event_assent *assent = body;
    const struct agreement *agreement = meeting_record(app->meeting, assent->id)->now;
    app_done(app, "%s: %s %s", assent->id, party_name(app->meeting->agenda, assent->agency), said[assent->state]);
    if (!text_equal(agreement->owner, assent->agency) && !texts_have(&agreement->partners, assent->agency)) {
        app_also(app, "it is neither owner nor partner there");
    }
}

static const struct event_act ASSENT = {"assent", DO_ASSENT, NULL, assented};

/* For one who is absent the day comes first by which an answer is owed. */
static const struct form_field absent_fields[] = {{"by", "Answer by"}, {"words", NULL}, {"agency", "Who is asked"}};
static const struct form_spec ABSENT = {"assent", "Absent: to be asked", &SHAPE_ASSENT, absent_fields, 3, 1, NULL, 0};

void assent_about(struct app *app, const char *id, const char *agency, int state) {
    struct event event = app_event(app, DO_ASSENT);
    struct event_assent *body = event.body;
    body->id = id;
    body->agency = agency;
    body->state = state;
    if (state != ASSENT_AGREED) {
        event_form(app, &ASSENT, state == ASSENT_ABSENT ? &ABSENT : spec_of("assent"), body, id);
    } else if (app_apply(app, &event)) {
        assented(app, body);
    }
}

/* By a key, those who have still to say yes are asked in turn. Typed, the record is named on the line: nothing is done
 * to the selected one by a slip of the id. */
void act_assent(struct app *app, const char *words) {
    const struct record_state *record = text_blank(words) ? selected_record(app) : NULL;
    if (record == NULL) {
        event_act(app, &ASSENT, app_event(app, DO_ASSENT), NULL, words);
    } else if (record->withdrawn || !ask_assent(app, record->id)) {
        assent_about(app, record->id, NULL, 0);
    }
}

static void withdrawn(struct app *app, const void *body) {
    app_done(app, "%s withdrawn; its number is not used again", ((const struct event_withdraw *)body)->id);
}

static const struct event_act WITHDRAW = {"withdraw", DO_WITHDRAW, NULL, withdrawn};

void act_withdraw(struct app *app, const char *words) {
    struct event event = app_event(app, DO_WITHDRAW);
    struct event_withdraw *body = event.body;
    const struct record_state *record = text_blank(words) ? selected_record(app) : NULL;
    if (record != NULL) {
        body->id = record->id;
    }
    event_act(app, &WITHDRAW, event, body->id, words);
}
