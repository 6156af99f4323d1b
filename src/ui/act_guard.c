/* Guarded words on entry. What was typed with one stays open until it is put right; to record it all the same takes a
 * key of its own, which nobody presses by habit. That it was pressed is recorded nowhere. */
#include "acts.h"
#include "candour/core/guard.h"
#include "line.h"

const char *guarded_in(const struct app *app, const char *text) {
    return guard_find(text, app->guard, app->guard_count, NULL, NULL);
}

/* Dates, codes and choices cannot name a child, though a name may read like one ("May"). */
static bool words_field(const struct field *field) {
    return field == NULL || field->type == FIELD_LINE || field->type == FIELD_TEXT || field->type == FIELD_LINES ||
           field->type == FIELD_MAPS;
}

const char *guarded_in_form(struct app *app) {
    struct draft draft = form_draft(app->form, app->scratch);
    const struct shape *shape = form_spec_of(app->form)->shape;
    const char *word = NULL;
    for (size_t i = 0; i < draft.count && word == NULL; i++) {
        if (words_field(shape_field(shape, draft.fields[i].key))) {
            word = guarded_in(app, draft.fields[i].text);
        }
    }
    return word;
}

bool guard_stops(struct app *app, const char *word) {
    if (word == NULL || app->guard_passed) {
        return false;
    }
    const char *way = !app->linear ? "Ctrl-G" : app->form != NULL ? ":anyway" : "anyway";
    app->guard_warned = true;
    app_say(app, TONE_REFUSED, "'%s' is on the guard list; %s records it all the same. Better write %s, or a code",
            word, way, GUARD_ROLES);
    return true;
}

bool guard_key(struct app *app, key k) {
    if (k != KEY_CONTROL('g') || !app->guard_warned || (app->form == NULL && app->line == NULL)) {
        return false;
    }
    app->guard_passed = true;
    if (app->form != NULL) {
        app_form_key(app, KEY_CONTROL('s'));
    } else {
        line_key(app, KEY_RETURN);
    }
    app->guard_passed = false;
    return true;
}
