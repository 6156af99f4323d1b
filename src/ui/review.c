#include "review.h"

#include "acts.h"
#include "candour/core/summary.h"
#include "screen_moves.h"

/* --- where it opens --- */

static const char *late_agreement(const struct summary *summary) {
    for (size_t i = 0; i < summary->agreement_count; i++) {
        if (summary->agreements[i].late) {
            return summary->agreements[i].record->id;
        }
    }
    return NULL;
}

static const char *not_evidenced(const struct summary *summary) {
    for (size_t i = 0; i < summary->agreement_count; i++) {
        if (summary->agreements[i].owed && !summary->agreements[i].evidenced) {
            return summary->agreements[i].record->id;
        }
    }
    return NULL;
}

enum owed { OWED_LATE, OWED_ANSWER, OWED_EVIDENCE };

static const char *challenge_that(const struct summary *summary, enum owed owed) {
    for (size_t i = 0; i < summary->challenge_count; i++) {
        const struct challenge_summary *row = summary->challenges + i;
        bool is = owed == OWED_LATE ? row->late : owed == OWED_ANSWER ? row->open : row->promised;
        if (is) {
            return row->record->id;
        }
    }
    return NULL;
}

static void show_challenge(struct app *app, const char *id) {
    act_show_challenges(app, "");
    screen_select(app, id);
}

static void show_agreement(struct app *app, const char *id) {
    act_show_agreements(app, "");
    if (id != NULL) {
        screen_select(app, id);
    }
}

static void show_what_is_owed(struct app *app) {
    const char *agreement = late_agreement(app->summary);
    const char *challenge = NULL;
    for (enum owed owed = OWED_LATE; agreement == NULL && challenge == NULL && owed <= OWED_EVIDENCE; owed++) {
        challenge = challenge_that(app->summary, owed);
    }
    if (challenge != NULL) {
        show_challenge(app, challenge);
    } else {
        show_agreement(app, agreement != NULL ? agreement : not_evidenced(app->summary));
    }
}

void review_begin(struct app *app) {
    if (app->read_only == NULL && app->meeting->status < MEETING_CLOSED) {
        app->read_only = "this meeting is not closed: 'candour run' goes on with it";
    }
    app->place = AT_MEETING;
    screen_settle(app);
    show_what_is_owed(app);
    screen_settle(app);
    const char *notice = app->notice == NULL ? "" : app->notice;
    if (app->read_only != NULL) {
        app_say(app, TONE_WORD, "Read-only: %s. %s", app->read_only, notice);
    } else {
        app_say(app, TONE_WORD, "%s", notice);
        draft_offer(app);
        question_settle(app, app->now.at);
    }
}

/* --- what may be done --- */

const char *review_why_not(const struct app *app, const struct command *command) {
    if (!app->review) {
        return NULL;
    }
    bool clock = text_equal(command->name, "clock");
    bool records = command->says != DO_COUNT || clock || text_equal(command->name, "turn");
    if (app->read_only != NULL) {
        return records ? app->read_only : NULL;
    }
    if (clock) {
        return "the clock stands in review";
    }
    return command->says == DO_REOPEN ? "a meeting is not taken up again in review; what follows is recorded as it is"
                                      : NULL;
}

bool review_refuses(struct app *app) {
    if (app->read_only == NULL) {
        return false;
    }
    app_say(app, TONE_REFUSED, "Nothing is recorded: %s", app->read_only);
    return true;
}

struct stamp review_stands(const struct app *app, struct stamp now) {
    if (app->review && app->meeting->status < MEETING_CLOSED) {
        now.at = meeting_last_instant(app->meeting);
    }
    return now;
}
