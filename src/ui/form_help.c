/* What help says of a form: its fields, and the keys that work in it. */
#include "form_inside.h"

static const struct form_help_row KEYS[] = {
    {"Enter", "Goes to the next field; saves on the last field of the first group and on the very last."},
    {"Tab, Down", "The next field; goes on into the fields behind the first group."},
    {"Shift-Tab, Up", "The field before."},
    {"PgUp, PgDn", "The first field, the last one."},
    {"Ctrl-S", "Saves from anywhere."},
    {"Esc", "Leaves without recording; with something typed it asks once."},
    {"Ctrl-J", "A new line, in a text of several lines."},
    {"Ctrl-E", "Opens $VISUAL or $EDITOR on a long text."},
    {"Space, Left, Right", "Chooses, where there are a few choices; their first letters do too."},
    {"letters, Down",
     "Codes and names are completed as you type; Down and Up choose, Space in an empty field lists all."},
    {"F1", "This help; ? too, where no text is typed."},
};

const struct form_help_row *form_key_rows(size_t *count) {
    *count = sizeof KEYS / sizeof *KEYS;
    return KEYS;
}

struct form_help_row form_help_row(const struct form *form, size_t place, struct arena *arena) {
    const struct form_line *line = &form->lines[place];
    const char *needed = form_needed(form, line) ? "Needed. " : "";
    const char *like = line->field->example;
    return (struct form_help_row){
        .left = line->label,
        .right = arena_format(arena, "%s%s%s%s", needed, line->field->help,
                              like == NULL ? "" : " For example: ", like == NULL ? "" : like),
    };
}

size_t form_field_count(const struct form *form) {
    return form->count;
}

bool form_takes_text(const struct form *form) {
    enum form_way way = form_way(form_active(form)->field);
    return way == WAY_LINE || way == WAY_TEXT;
}
