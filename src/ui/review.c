#include "review.h"

#include "acts.h"
#include "owed.h"
#include "screen_moves.h"

/* On what is late, else unanswered, else not evidenced. */
static const char *show_what_is_owed(struct app *app) {
    struct owed_list owed = owed_of(app->summary, app->scratch);
    if (owed.count == 0) {
        act_show_agreements(app, "");
        return owed_none(app->summary);
    }
    owed_show(app, owed.list[0].id);
    return arena_format(app->scratch, "%s: N steps on", owed_counts(&owed, app->scratch));
}

void review_begin(struct app *app) {
    if (app->read_only == NULL && app->meeting->status < MEETING_CLOSED) {
        app->read_only = "this meeting is not closed: 'candour run' goes on with it";
    }
    app->place = AT_MEETING;
    screen_settle(app);
    const char *owed = show_what_is_owed(app);
    screen_settle(app);
    const char *notice = app->notice == NULL ? "" : arena_format(app->scratch, "%s ", app->notice);
    if (app->read_only != NULL) {
        app_say(app, TONE_WORD, "%sRead-only: %s. %s", notice, app->read_only, owed);
    } else {
        app_say(app, TONE_WORD, "%s%s", notice, owed);
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
