#include "acts.h"
#include "event_act.h"
#include "words.h"

/* The agreement named by the first of the words, else the selected one; NULL and said when there is none. */
static const struct record_state *agreement_taken(struct app *app, const char **words) {
    const char *id = text_blank(*words) ? NULL : word_take(app, words);
    const struct record_state *record = id == NULL ? selected_record(app) : meeting_record(app->meeting, id);
    if (record == NULL || record->kind != RECORD_AGREEMENT) {
        app_say(app, TONE_REFUSED, "%s is no agreement", id == NULL ? "What is selected" : id);
        return NULL;
    }
    return record;
}

static struct agreement *begun_from(struct app *app, const struct record_state *record) {
    struct agreement *set = arena_alloc(app->meeting->arena, sizeof *set);
    *set = *(const struct agreement *)record->now;
    return set;
}

static void change_priority(struct app *app, const struct record_state *record, struct agreement *set) {
    const char *id = record->id;
    bool deferred = set->priority == PRIORITY_DEFERRED;
    if (record_change(app, deferred ? "defer" : "priority", record, set) && !deferred) {
        app_done(app, "%s: %s", id, choice_word(&CHOICES_AGREEMENT_PRIORITY, set->priority));
    }
}

/* Deferring needs a reason and a day to look again: where they are not given yet a form asks for them. */
static void to_priority(struct app *app, const struct record_state *record, int priority) {
    struct agreement *set = begun_from(app, record);
    set->priority = priority;
    if (priority == PRIORITY_DEFERRED && (set->revisit == 0 || text_blank(set->reason))) {
        record_form(app, "defer", record, set);
    } else {
        change_priority(app, record, set);
    }
}

void act_raise(struct app *app, const char *words) {
    const struct record_state *record = agreement_taken(app, &words);
    if (record == NULL) {
        return;
    }
    const struct agreement *agreement = record->now;
    if (agreement->priority == PRIORITY_NOW) {
        app_say(app, TONE_WORD, "%s has the highest priority already", record->id);
    } else {
        to_priority(app, record, agreement->priority == 0 ? PRIORITY_NATIONAL : agreement->priority - 1);
    }
}

void act_lower(struct app *app, const char *words) {
    const struct record_state *record = agreement_taken(app, &words);
    if (record == NULL) {
        return;
    }
    const struct agreement *agreement = record->now;
    if (agreement->priority == PRIORITY_NATIONAL) {
        app_say(app, TONE_WORD, "%s is for a national body already", record->id);
    } else {
        to_priority(app, record, agreement->priority + 1);
    }
}

void act_defer(struct app *app, const char *words) {
    const struct record_state *record = agreement_taken(app, &words);
    if (record == NULL) {
        return;
    }
    struct agreement *set = begun_from(app, record);
    set->priority = PRIORITY_DEFERRED;
    if (!words_into(app, &SHAPE_AGREEMENT, "revisit reason", words, set)) {
        return;
    }
    if (set->revisit == 0 || text_blank(set->reason)) {
        record_form(app, "defer", record, set);
    } else {
        change_priority(app, record, set);
    }
}
