/* Form: fields of a shape on screen, typed into, understood, and given back as a record.
 *
 * One form is open at most. The form owns its texts (an arena of its own); what form_record gives lives in the arena
 * named there. A form is opened over a spec (constant) and never changes the meeting.
 */
#ifndef CANDOUR_UI_FORM_H
#define CANDOUR_UI_FORM_H

#include "candour/core/meeting.h"
#include "candour/ui/canvas.h"
#include "candour/ui/msg.h"

struct form;

struct form_field {
    const char *key;   /* of the shape */
    const char *label; /* NULL: the shape's own */
};

struct form_spec {
    const char *act;   /* name of the command it serves: "challenge" */
    const char *title; /* "Challenge" */
    const struct shape *shape;
    const struct form_field *fields;
    size_t count;
    size_t first; /* fields of the first group: Enter on its last one saves */
};

/* What a form is begun with. VALUES (a struct of the shape, may be NULL) fills the fields; ID is the record being
 * edited or about to be recorded, for the title. */
struct form *form_open(const struct form_spec *spec, const struct meeting *meeting, const void *values, const char *id,
                       bool edit, struct stamp now);
void form_close(struct form *form); /* NULL is allowed */

enum form_result {
    FORM_STAYS,
    FORM_SAVE,   /* everything is understood: take form_record */
    FORM_LEAVE,  /* closed by Esc (asked about when there was text) */
    FORM_EDITOR, /* form_editor_text goes to $EDITOR; form_edited brings it back */
};

enum form_result form_key(struct form *form, key k, struct stamp now);
void form_paste(struct form *form, const char *text, struct stamp now);
const char *form_editor_text(const struct form *form);
void form_edited(struct form *form, const char *text);

/* The fields as a struct of the shape in ARENA. */
void *form_record(const struct form *form, struct arena *arena);
/* Which fields differ from what the form was opened with (a mask as in struct amendment). */
uint64_t form_changed(const struct form *form);
/* Anything typed that was not there when it was opened? */
bool form_touched(const struct form *form);

const struct form_spec *form_spec_of(const struct form *form);
const char *form_id(const struct form *form); /* NULL for a new one */
bool form_is_edit(const struct form *form);
/* Texts as they stand, in ARENA (act, id, fields, place; `events` is the caller's). And back into an open form. */
struct draft form_draft(const struct form *form, struct arena *arena);
void form_restore(struct form *form, const struct draft *draft);
/* A word on what is wrong or asked now (also drawn by the form), or NULL. */
const char *form_message(const struct form *form);

/* Draws the form into AREA (any size from 30 by 5), cursor included; scrolls so that the active field is seen. */
void form_view(const struct form *form, struct area area, struct stamp now);

#endif
