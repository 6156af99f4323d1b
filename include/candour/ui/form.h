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
#include "candour/ui/pick.h"

struct form;

struct form_field {
    const char *key;   /* of the shape */
    const char *label; /* NULL: the shape's own */
};

/* KEY is needed when the choice OTHER is one of VALUES (bits 1 << value, 1 << 0 for not given). */
struct form_need {
    const char *key;
    const char *other;
    unsigned values;
};

struct form_spec {
    const char *act;   /* name of the command it serves: "challenge" */
    const char *title; /* "Challenge" */
    const struct shape *shape;
    const struct form_field *fields;
    size_t count;
    size_t first;                  /* fields of the first group: Enter on its last one saves */
    const struct form_need *needs; /* beside what the shape requires */
    size_t need_count;
};

/* What a form is begun with. VALUES (a struct of the shape, may be NULL) fills the fields; ID is the record being
 * edited or about to be recorded, for the title (NULL for none). VALUES and ID are copied (what a field of type MAPS
 * holds is shared and must live as long as the form and its record); MEETING is kept. The cursor begins on the first
 * empty field of the first group; in an edit on the first field. */
struct form *form_open(const struct form_spec *spec, const struct meeting *meeting, const void *values, const char *id,
                       bool edit, struct stamp now);
void form_close(struct form *form); /* NULL is allowed */

enum form_result {
    FORM_STAYS,
    FORM_SAVE,   /* everything is understood: take form_record */
    FORM_LEAVE,  /* closed by Esc (asked about when there was text) */
    FORM_EDITOR, /* form_editor_text goes to $EDITOR; form_edited brings it back */
};

/* The size of the area it is drawn in, which Up, Down, Home and End within a text go by; 24 by 80 until it is said. */
void form_size(struct form *form, int rows, int columns);

/* Keys:
 *   Enter                next field; saves on the last field of the first group and on the very last
 *   Tab Shift-Tab        next, previous field; Down and Up too, where they do not move in a text or a list
 *   PgUp PgDn            first, last field
 *   Ctrl-S               saves from anywhere
 *   Ctrl-J  Ctrl-E       new line; the editor: in a text of lines
 *   Esc                  leaves; with something typed asks once, any other key goes on (and does its own work)
 *   choices              first letters, Left, Right, Space; Backspace clears
 *   codes                type-ahead; Down, Up choose in the list, Space in an empty field lists all of them;
 *                        typing over a code that stood there replaces it, or begins another where several may stand
 * Enter and Tab do not leave a field whose text is not understood (the message says why); Up, Down and Shift-Tab do. */
enum form_result form_key(struct form *form, key k, struct stamp now);
/* To the field at PLACE, as the arrows go there; beyond form_field_count: nothing. */
void form_point(struct form *form, size_t place, struct stamp now);
/* Marks the candidate AT of the open list of codes, as the arrows do; TAKE: the marked one goes into the field, and the
 * cursor stays there. Where no list is open, or it is shorter: nothing. */
void form_choose(struct form *form, size_t at, bool take, struct stamp now);
void form_paste(struct form *form, const char *text, struct stamp now);
const char *form_editor_text(const struct form *form);
/* Into the field the editor was asked for; what is beyond 64 KiB is left out, and said. */
void form_edited(struct form *form, const char *text);

/* What the meeting said against a record that the form took for good: the cursor goes to the field NAME, its key (NULL,
 * or one the form has not: it stays) and SENTENCE is the message. */
void form_refuse(struct form *form, const char *name, const char *sentence);

/* The fields as a struct of the shape in ARENA; a field that is not on the form is as in the VALUES it was opened with.
 * What is not understood is not given. */
void *form_record(const struct form *form, struct arena *arena);
/* Which fields differ in value from what the form was opened with (a mask as in struct amendment). */
uint64_t form_changed(const struct form *form);
/* Anything to be lost: typed since it was opened, or words (a field of text) that a new record was begun with? */
bool form_touched(const struct form *form);

const struct form_spec *form_spec_of(const struct form *form);
const char *form_id(const struct form *form); /* NULL for a new one */
bool form_is_edit(const struct form *form);
/* Texts as they stand, in ARENA (act, id, fields, place; `events` is the caller's). And back into an open form of the
 * same act: every text exactly as it was; keys the form has not are passed over. */
struct draft form_draft(const struct form *form, struct arena *arena);
void form_restore(struct form *form, const struct draft *draft);
/* A word on what is wrong or asked now, or NULL; drawn by whoever shows the form, where every message stands. */
const char *form_message(const struct form *form);
bool form_asks(const struct form *form); /* it is a question: Esc again? */

/* The keys that matter at the active field and what they do there, for the bottom line; how many there are. */
enum { FORM_KEYS = 6 };
struct form_hint_key {
    const char *name;
    const char *does;
};
size_t form_keys(const struct form *form, struct form_hint_key out[FORM_KEYS]);

/* For help: a row for the field at PLACE (below form_field_count), in ARENA, and the rows of the keys, which are
 * constant. Takes the active field any character? Then `?` is text. */
struct form_help_row {
    const char *left, *right;
};
size_t form_field_count(const struct form *form);
struct form_help_row form_help_row(const struct form *form, size_t place, struct arena *arena);
const struct form_help_row *form_key_rows(size_t *count);
bool form_takes_text(const struct form *form);

/* A form asked field by field (form_asked.c), for where it is not seen. */
struct form_asked {
    const char *label;
    const char *help;    /* a sentence without its full stop; NULL: none */
    const char *value;   /* its text as it stands; "" for nothing */
    const char *choices; /* "question, concern, challenge"; NULL: it is none */
    bool needed;
    bool several; /* a text of lines */
    bool codes;   /* form_candidates has a list */
};
size_t form_place(const struct form *form);    /* of the active field */
bool form_last(const struct form *form);       /* the active field is the very last */
bool form_ends_group(const struct form *form); /* or the last of the first group: Enter saves */
/* The words of the record it is about, where no field shows them; NULL: none. */
const char *form_about(const struct form *form);
/* The field at PLACE (below form_field_count), in ARENA. */
struct form_asked form_asked(const struct form *form, size_t place, struct arena *arena);
/* TEXT in place of what stands in the active field. False: it is not understood, form_message says why, and the field
 * is as it was. SAID (at least 80 bytes) gets what was understood where the text alone does not show it, or "". */
bool form_answer(struct form *form, const char *text, struct stamp now, char *said, size_t size);
/* What may stand in the active field and fits TYPED, in ARENA; none where it takes no codes. */
struct pickables form_candidates(const struct form *form, const char *typed, struct arena *arena);
/* Makes the field active whose label begins with NAME, or whose key is NAME; false when there is none. */
bool form_go_to(struct form *form, const char *name);

/* Draws the form into AREA (any size from 30 by 5), cursor included; scrolls so that the active field is seen. When ID
 * is a record and no field shows its words, they stand below the title. */
void form_view(const struct form *form, struct area area, struct stamp now);

#endif
