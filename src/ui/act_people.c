#include "acts.h"
#include "event_act.h"
#include "screen_moves.h"
#include "words.h"

static void heard(struct app *app, const void *body) {
    const struct event_heard *heard = body;
    app_done(app, "%s heard in %s", party_name(app->meeting->agenda, heard->agency),
             item_id(app, (uint32_t)app->meeting->current));
}

static const struct event_act HEARD = {"heard", DO_HEARD, NULL, heard};

void act_heard(struct app *app, const char *words) {
    const char *shown = screen_selected_of(app, REF_AGENCY);
    event_act(app, &HEARD, app_event(app, DO_HEARD), NULL, text_blank(words) && shown != NULL ? shown : words);
}

static const char *who(struct app *app, const struct event_attend *attend) {
    const struct agenda *agenda = app->meeting->agenda;
    const char *person = attend->name != NULL     ? attend->name
                         : attend->person != NULL ? party_name(agenda, attend->person)
                                                  : NULL;
    const char *agency = attend->agency == NULL ? NULL : party_name(agenda, attend->agency);
    if (person != NULL && agency != NULL) {
        return arena_format(app->scratch, "%s (%s)", person, agency);
    }
    return person != NULL ? person : agency != NULL ? agency : "somebody";
}

static void attended(struct app *app, const void *body) {
    const struct event_attend *attend = body;
    app_done(app, "%s: %s%s%s%s", who(app, attend), choice_word(&CHOICES_ATTENDANCE, attend->state),
             attend->deputy_for == NULL ? "" : ", deputy for ",
             attend->deputy_for == NULL ? "" : party_name(app->meeting->agenda, attend->deputy_for),
             attend->interest == NULL ? "" : ", interest declared");
}

static const struct event_act ATTEND = {"attend", DO_ATTEND, "person state agency", attended};

void act_attendance(struct app *app, const char *words) {
    struct event event = app_event(app, DO_ATTEND);
    struct event_attend *body = event.body;
    if (text_blank(words)) {
        body->state = ATTEND_PRESENT;
    }
    event_act(app, &ATTEND, event, NULL, words);
}
