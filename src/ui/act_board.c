#include <inttypes.h>
#include <string.h>

#include "acts.h"
#include "candour/ui/specs.h"
#include "event_act.h"
#include "screen_moves.h"
#include "words.h"

/* --- what was drafted beforehand --- */

/* ACT is the command that wants it. */
static const struct proposal_state *proposal_typed(struct app *app, const char *act, const char *words) {
    const char *rest = words;
    const char *id = word_take(app, &rest);
    for (size_t i = 0; id != NULL && i < app->meeting->agenda->proposals.count; i++) {
        if (text_equal_nocase(app->meeting->proposals[i].proposal->id, id)) {
            return app->meeting->proposals + i;
        }
    }
    if (id == NULL) {
        app_say(app, TONE_REFUSED, "Which proposal? :%s D1", act);
    } else {
        app_say(app, TONE_REFUSED, "There is no proposal %.40s", id);
    }
    return NULL;
}

static bool adopted(struct app *app) {
    return record_new(app, RECORD_AGREEMENT, app_form_record(app));
}

void adopt(struct app *app, const struct proposal_state *state, bool as_drafted) {
    struct agreement *agreement = arena_alloc(app->meeting->arena, sizeof *agreement);
    char id[16];
    *agreement = *state->proposal;
    agreement->id = arena_text(app->meeting->arena, meeting_next_id(app->meeting, RECORD_AGREEMENT, id));
    agreement->from = state->proposal->id;
    agreement->status = 0; /* what it was as a draft it is no more: the board agrees to it */
    agreement->superseded_by = NULL;
    agreement->item = app->meeting->current < 0 ? NULL : item_id(app, (uint32_t)app->meeting->current);
    struct event event = app_event(app, DO_AGREEMENT);
    event.body = agreement;
    if (app_refused(app, meeting_check(app->meeting, &event))) {
        return;
    }
    /* a guarded word is for the form, which points it out */
    if (!as_drafted || guarded_in(app, agreement->text) != NULL) {
        app_form_open(app, spec_of("agreement"), agreement, agreement->id, false, adopted);
    } else if (record_new(app, RECORD_AGREEMENT, agreement)) {
        app_also(app, arena_format(app->scratch, "%s adopted as drafted", agreement->from));
    }
}

/* The form opens with the proposal's words: the board adopts them as drafted, or amends them there. */
void act_adopt(struct app *app, const char *words) {
    const struct proposal_state *state = proposal_typed(app, "adopt", words);
    if (state != NULL) {
        adopt(app, state, false);
    }
}

static void rejected(struct app *app, const void *body) {
    app_done(app, "%s is not adopted", ((const struct event_withdraw *)body)->id);
}

static const struct event_act REJECT = {"reject", DO_REJECT, "reason", rejected};

void act_reject(struct app *app, const char *words) {
    const struct proposal_state *state = proposal_typed(app, "reject", words);
    if (state == NULL) {
        return;
    }
    struct event event = app_event(app, DO_REJECT);
    struct event_withdraw *body = event.body;
    body->id = state->proposal->id;
    word_take(app, &words);
    event_act(app, &REJECT, event, body->id, words);
}

/* --- what the board decides about itself --- */

static void kept_as_is(struct app *app, const void *body) {
    app_done(app, "%s: kept as it is, with the reason", ((const struct event_as_is *)body)->finding);
}

static const struct event_act AS_IS = {"as-is", DO_AS_IS, "finding reason", kept_as_is};

void act_as_is(struct app *app, const char *words) {
    struct event event = app_event(app, DO_AS_IS);
    if (text_blank(words)) {
        ((struct event_as_is *)event.body)->finding = screen_finding(app);
    }
    event_act(app, &AS_IS, event, NULL, words);
}

static void handed_over(struct app *app, const void *body) {
    const struct event_hand_over *hand_over = body;
    app_done(app, "%s now holds the %s", party_name(app->meeting->agenda, hand_over->to),
             choice_word(&CHOICES_HAND_OVER, hand_over->role));
}

static const struct event_act HAND_OVER = {"hand-over", DO_HAND_OVER, "role to", handed_over};

void act_hand_over(struct app *app, const char *words) {
    event_act(app, &HAND_OVER, app_event(app, DO_HAND_OVER), NULL, words);
}

/* The items still to come, scaled so that the meeting ends as planned; what cannot fit is said. */
void act_replan(struct app *app, const char *words) {
    struct replan replan = meeting_replan(app->meeting, app->now, app->meeting->arena);
    char late[24];
    const char *rest = replan.cannot_fit >= MS_MINUTE
                           ? arena_format(app->scratch, "; it still ends %s late", span_words(replan.cannot_fit, late))
                           : "";
    if (replan.items.count == 0) {
        app_say(app, TONE_REFUSED, "Nothing can be planned again%s", rest);
        return;
    }
    struct event event = app_event(app, DO_REPLAN);
    struct event_replan *body = event.body;
    body->items = replan.items;
    body->reason = text_blank(words) ? NULL : arena_text(app->meeting->arena, words);
    if (app_apply(app, &event)) {
        char when[24];
        app_done(app, "%zu item%s planned again: the meeting ends %s%s", replan.items.count,
                 replan.items.count == 1 ? "" : "s",
                 when_words(app, meeting_projected_end(app->meeting, app->now), when), rest);
    }
}

static void confirmed(struct app *app, const void *body) {
    (void)body;
    app_done(app, "The record is confirmed; later changes show as corrections");
}

static const struct event_act CONFIRM = {"confirm", DO_CONFIRM, "reason", confirmed};

/* One word is a great step: it is asked for a reason, and Esc leaves it undone. */
void act_confirm(struct app *app, const char *words) {
    event_act(app, &CONFIRM, app_event(app, DO_CONFIRM), NULL, words);
}
