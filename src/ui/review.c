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

/* What is no challenge or agreement is only seen on the Meeting screen, among all records. */
static void show_record(struct app *app, const char *id, size_t place) {
    const struct record_state *record = app->meeting->records + place;
    if (record->withdrawn || (record->kind != RECORD_CHALLENGE && record->kind != RECORD_AGREEMENT)) {
        app->screen = SCREEN_MEETING;
        app->pane = PANE_RECORDS;
        app->record_selected = (int32_t)place;
    } else {
        owed_show(app, id);
    }
}

static const char *finding_with(const struct meeting *meeting, const char *recommendation) {
    for (size_t i = 0; i < meeting->agenda->findings.count; i++) {
        const struct finding *finding = meeting->findings[i].finding;
        const struct recommendation *list = finding->recommendations.items;
        for (size_t k = 0; k < finding->recommendations.count; k++) {
            if (text_equal(list[k].id, recommendation)) {
                return finding->id;
            }
        }
    }
    return recommendation;
}

/* False: it names nothing that has a line of its own. */
static bool show_id(struct app *app, const char *id) {
    size_t place = 0;
    uint32_t names = id == NULL ? 0 : meeting_names(app->meeting, id, &place);
    if ((names & REF_RECORD) != 0) {
        show_record(app, id, place);
    } else if ((names & (REF_FINDING | REF_RECOMMENDATION)) != 0) {
        act_show_findings(app, "");
        screen_select(app, names == REF_FINDING ? id : finding_with(app->meeting, id));
    } else if ((names & REF_AGENCY) != 0) {
        act_show_agencies(app, "");
        screen_select(app, id);
    } else if ((names & REF_ITEM) != 0) {
        act_show_time(app, "");
        screen_select(app, id);
    } else if ((names & REF_QUESTION) != 0) {
        act_show_marker(app, "");
        screen_select(app, id);
    } else {
        return false;
    }
    return true;
}

void review_begin(struct app *app, const char *id) {
    if (app->read_only == NULL && app->meeting->status < MEETING_CLOSED) {
        app->read_only = "this meeting is not closed: 'candour run' goes on with it";
    }
    app->place = AT_MEETING;
    screen_settle(app);
    const char *owed = show_id(app, id) ? "" : show_what_is_owed(app);
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
