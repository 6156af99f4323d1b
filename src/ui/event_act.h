/* Event act: a command that records one event whose fields come from a form or from words behind the command's name.
 *
 * Words are read as the quick form, or in the order given where there is none (the last field of text takes the rest);
 * when something that is needed is missing the form opens with what was understood.
 */
#ifndef CANDOUR_UI_EVENT_ACT_H
#define CANDOUR_UI_EVENT_ACT_H

#include "app_inside.h"

struct form_spec;

struct event_act {
    const char *act; /* of the command and its form */
    enum event_do what;
    const char *order; /* keys of fields by their place on the line; NULL: it has a quick form (quick.h) */
    /* Words the confirmation from what was recorded (app_done). */
    void (*done)(struct app *app, const void *body);
};

/* EVENT has the body to begin with. ID is the record it is about, NULL for none. */
void event_act(struct app *app, const struct event_act *act, struct event event, const char *id, const char *words);
/* Its form, begun with BODY; SPEC is the act's own or one that asks for its fields in another order. */
void event_form(struct app *app, const struct event_act *act, const struct form_spec *spec, const void *body,
                const char *id);
/* Reads WORDS into the fields named by ORDER; false and said when one is not understood. */
bool words_into(struct app *app, const struct shape *shape, const char *order, const char *words, void *body);

#endif
