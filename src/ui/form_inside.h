/* What a form is made of; private to form*.c.
 *
 * Everything lives in the form's own arena. A field's text is what was typed; its value is worked out from the text
 * each time it is asked for, so that text and value cannot disagree.
 */
#ifndef CANDOUR_UI_FORM_INSIDE_H
#define CANDOUR_UI_FORM_INSIDE_H

#include "candour/base/arena.h"
#include "candour/ui/edit.h"
#include "candour/ui/form.h"
#include "candour/ui/form_value.h"
#include "candour/ui/pick.h"

enum { MESSAGE_SIZE = 240, LETTERS_SIZE = 24 };

struct form_line {
    const struct field *field;
    const char *label;
    struct edit edit;
    const char *opened; /* its text when the form was opened */
    const void *values; /* what it was opened with: the form's own, NULL for none */
};

struct form {
    struct arena *arena;
    const struct form_spec *spec;
    const struct meeting *meeting;
    const char *id;
    const char *about; /* the words of the record it is about, when no field shows them; or NULL */
    bool edit;
    void *values; /* a struct of the shape, zeroed when none was given */
    struct form_line *lines;
    size_t count;
    size_t place;        /* the active field */
    size_t editor_place; /* the field whose text is with the editor */
    int rows, columns;
    day today;
    bool asking;                /* Esc was pressed on typed text */
    int chosen;                 /* candidate chosen by arrows, -1: none */
    bool listed;                /* the whole list was asked for */
    bool fresh;                 /* nothing was typed since the cursor came to the field */
    char letters[LETTERS_SIZE]; /* typed so far towards a choice */
    char message[MESSAGE_SIZE];
};

/* How a field is filled in. */
enum form_way { WAY_LINE, WAY_TEXT, WAY_PICK, WAY_CHOICE };
enum form_way form_way(const struct field *field);

/* Fields of the first group: never 0. */
size_t form_first(const struct form *form);
struct form_line *form_active(const struct form *form);
void form_say(struct form *form, const char *format, ...) __attribute__((format(printf, 2, 3)));
void form_go(struct form *form, size_t place);

/* The text of a line as a value in RECORD (a struct of the shape). */
enum value_state form_line_read(const struct form *form, const struct form_line *line, struct arena *arena,
                                void *record, char *said, size_t size);
/* Must it be filled, by the shape or by what stands in another field? */
bool form_needed(const struct form *form, const struct form_line *line);
struct pick form_pick(const struct form *form, const struct form_line *line, struct arena *arena);

/* --- form_keys.c: the fields by themselves; false: the key is none of theirs --- */

bool form_field_key(struct form *form, key k);
/* What is understood is written the way it is kept; false when it is not understood, and said. */
bool form_settle(struct form *form, struct form_line *line);
/* The candidate chosen by arrows goes into the text; false when none was. */
bool form_take_chosen(struct form *form);

/* --- form_layout.c --- */

enum { HINTS_MOST = 10, LABEL_LEAST = 8, LABEL_MOST = 22 };

struct form_widths {
    int label; /* columns of the labels */
    int text;  /* where the texts begin */
    int width; /* columns a text may use; it is wrapped one column earlier, for the cursor behind it */
};
struct form_widths form_widths(const struct form *form, int columns);

#endif
