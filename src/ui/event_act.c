#include "event_act.h"

#include <string.h>

#include "acts.h"
#include "candour/ui/form_value.h"
#include "candour/ui/quick.h"
#include "candour/ui/specs.h"
#include "words.h"

static bool one_word_into(struct app *app, const struct field *field, const char **rest, void *body) {
    struct value_room room = {.meeting = app->meeting, .today = stamp_day(app->now), .arena = app->meeting->arena};
    bool all = field->type == FIELD_LINE || field->type == FIELD_TEXT;
    const char *text = all ? *rest : word_take(app, rest);
    char said[200] = "";
    if (value_read(&room, field, text, body, said, sizeof said) == VALUE_BAD) {
        app_say(app, TONE_REFUSED, "%s: %s", field->label, said);
        return false;
    }
    if (all) {
        *rest = "";
    }
    return true;
}

bool words_into(struct app *app, const struct shape *shape, const char *order, const char *words, void *body) {
    const char *keys = order;
    const char *rest = words + strspn(words, " ");
    const char *name;
    while (*rest != '\0' && (name = word_take(app, &keys)) != NULL) {
        if (!one_word_into(app, shape_field(shape, name), &rest, body)) {
            return false;
        }
    }
    if (*rest != '\0') {
        app_say(app, TONE_REFUSED, "'%s' is more than was expected", rest);
        return false;
    }
    return true;
}

static bool apply(struct app *app, const struct event_act *act, const struct event *event) {
    const struct event_item *item = event->body;
    bool leaves = (act->what == DO_SKIP || act->what == DO_PARK) && item->item != NULL &&
                  meeting_item_place(app->meeting, item->item) == app->meeting->current;
    if (leaves && meeting_check(app->meeting, event).code == REFUSED_NOT) {
        const char *done = arena_format(app->scratch, "%s %s", item->item, act->what == DO_SKIP ? "skipped" : "parked");
        if (guard_asks(app, event, command_by_name(AT_MEETING, act->act), done)) {
            return true;
        }
    }
    if (!app_apply(app, event)) {
        return false;
    }
    act->done(app, event->body);
    return true;
}

static bool event_saved(struct app *app) {
    struct event event = app_event(app, app->form_act->what);
    event.body = app_form_record(app);
    return apply(app, app->form_act, &event);
}

/* Words with marks; *MISSING when the form is needed for the rest. */
static bool typed_marks(struct app *app, const struct event_act *act, const char *words, void *body, bool *missing,
                        const char **notices) {
    struct value_room room = {.meeting = app->meeting, .today = stamp_day(app->now), .arena = app->meeting->arena};
    struct quick quick;
    if (!quick_into(&room, act->act, words, body, &quick)) {
        app_say(app, TONE_REFUSED, "%s", quick.fault);
        return false;
    }
    const struct field *id = shape_field(event_kinds[act->what].shape, "id");
    if (id != NULL && !field_given(id, body)) {
        app_say(app, TONE_REFUSED, "Which record? :%s %s ...", act->act, act->what == DO_ASSENT ? "A3" : "C3");
        return false;
    }
    *missing = quick.missing != NULL;
    *notices = quick.notices;
    return true;
}

void event_form(struct app *app, const struct event_act *act, const struct form_spec *spec, const void *body,
                const char *id) {
    app_form_open(app, spec, body, id, false, event_saved);
    app->form_act = act;
}

void event_act(struct app *app, const struct event_act *act, struct event event, const char *id, const char *words) {
    bool missing = true;
    const char *notices = NULL;
    if (!text_blank(words)) {
        bool read = act->order == NULL ? typed_marks(app, act, words, event.body, &missing, &notices)
                                       : words_into(app, event_kinds[act->what].shape, act->order, words, event.body);
        if (!read) {
            return;
        }
        missing = act->order == NULL ? missing : meeting_check(app->meeting, &event).code == REFUSED_REQUIRED;
    }
    if (missing) {
        event_form(app, act, spec_of(act->act), event.body, id);
        if (notices != NULL) {
            app_say(app, TONE_WORD, "%s", notices);
        }
    } else if (apply(app, act, &event)) {
        app_remark(app, notices);
    }
}
