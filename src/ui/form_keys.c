/* The keys of one field, by the way it is filled in. */
#include <string.h>

#include "candour/core/reading.h"
#include "form_inside.h"

enum { SAID_SIZE = 200 };

struct pick form_pick(const struct form *form, const struct form_line *line, struct arena *arena) {
    return pick_look(form->meeting, line->field, line->edit.text, line->edit.cursor, form->chosen, form->listed, arena);
}

/* --- settling --- */

/* Figures, times and texts stay as they were typed; what a date, a code or a choice means is written out. */
static bool written_out(const struct field *field) {
    switch (field->type) {
    case FIELD_REF:
    case FIELD_REFS:
    case FIELD_DATE:
    case FIELD_DATES:
    case FIELD_CHOICE:
    case FIELD_YES_NO:
        return true;
    default:
        return false;
    }
}

bool form_settle(struct form *form, struct form_line *line) {
    if (strcmp(line->edit.text, line->opened) == 0)
        return true;
    char said[SAID_SIZE];
    struct arena *scratch = arena_new();
    void *record = arena_alloc(scratch, form->spec->shape->size);
    enum value_state state = form_line_read(form, line, scratch, record, said, sizeof said);
    if (state == VALUE_BAD || (state == VALUE_WARNED && line == form_active(form)))
        form_say(form, "%s: %s", line->label, said);
    if ((state == VALUE_GOOD || state == VALUE_WARNED) && written_out(line->field))
        edit_set(&line->edit, field_text(line->field, record, scratch));
    arena_free(scratch);
    return state != VALUE_BAD;
}

/* --- codes --- */

bool form_take_chosen(struct form *form) {
    struct form_line *line = form_active(form);
    if (form_way(line->field) != WAY_PICK || form->chosen < 0)
        return false;
    struct arena *scratch = arena_new();
    struct pick pick = form_pick(form, line, scratch);
    bool taken = pick.marked >= 0;
    if (taken) {
        const char *code = pick.fit.list[pick.marked].code;
        const char *behind = line->field->type == FIELD_REFS ? " " : "";
        edit_replace(&line->edit, pick.piece.from, pick.piece.to, arena_format(scratch, "%s%s", code, behind));
    }
    form->chosen = -1;
    form->listed = false;
    arena_free(scratch);
    return taken;
}

/* Down from the last and Up from the first candidate stay; Up from a list nothing was chosen in is not for it. */
static bool choose(struct form *form, const struct pick *pick, int step) {
    if (!pick->open)
        return false;
    int count = (int)pick->fit.count;
    if (form->chosen < 0) {
        if (step < 0)
            return false;
        bool begun = pick->marked >= 0 && count > 1;
        form->chosen = begun ? (pick->marked + 1) % count : 0;
        return true;
    }
    form->chosen += step;
    if (form->chosen >= count)
        form->chosen = count - 1;
    return true;
}

static bool text_key(struct form *form, struct form_line *line, key k) {
    struct form_widths widths = form_widths(form, form->columns);
    switch (edit_key(&line->edit, k, widths.width - 1)) {
    case EDIT_FULL:
        form_say(form, "Not taken: a text holds at most 64 KiB");
        return true;
    case EDIT_CHANGED:
        form->chosen = -1;
        form->listed = false;
        return true;
    case EDIT_MOVED:
        return true;
    case EDIT_NOT_MINE:
        break;
    }
    return false;
}

/* A code is one thing: typing over one that stood there begins anew, and beside the last of several it begins another.
 */
static void begin_code(struct form *form, struct form_line *line, key k) {
    struct edit *edit = &line->edit;
    bool letter = k > ' ' && k < KEY_NONE && k != 0x7f;
    if (!form->fresh || !letter || edit->length == 0 || edit->cursor != edit->length)
        return;
    if (line->field->type == FIELD_REF)
        edit_set(edit, "");
    else if (strchr(" ,;", edit->text[edit->length - 1]) == NULL)
        edit_insert(edit, ", ", 2);
}

void form_choose(struct form *form, size_t at, bool take, struct stamp now) {
    struct form_line *line = form_active(form);
    if (form_way(line->field) != WAY_PICK)
        return;
    form->today = stamp_day(now);
    form->asking = false;
    form->message[0] = '\0';
    struct arena *scratch = arena_new();
    struct pick pick = form_pick(form, line, scratch);
    if (take)
        form_take_chosen(form);
    else if (pick.open && at < pick.fit.count)
        form->chosen = (int)at;
    arena_free(scratch);
}

static bool pick_key(struct form *form, struct form_line *line, key k) {
    if (k == ' ' && text_blank(line->edit.text)) {
        form->listed = !form->listed;
        form->chosen = -1;
        return true;
    }
    if (k != KEY_UP_ARROW && k != KEY_DOWN_ARROW) {
        begin_code(form, line, k);
        form->fresh = false;
        return text_key(form, line, k);
    }
    struct arena *scratch = arena_new();
    struct pick pick = form_pick(form, line, scratch);
    bool taken = choose(form, &pick, k == KEY_UP_ARROW ? -1 : 1);
    arena_free(scratch);
    return taken;
}

/* --- choices --- */

static void set_choice(struct form_line *line, int value) {
    size_t count;
    const char *const *words = value_choices(line->field, &count);
    edit_set(&line->edit, value > 0 ? words[value - 1] : "");
}

static bool cycle(struct form *form, struct form_line *line, int step) {
    size_t count;
    value_choices(line->field, &count);
    int value = value_choice(line->field, line->edit.text), most = (int)count;
    form->letters[0] = '\0';
    value += step;
    if (value < 1)
        value = most;
    else if (value > most)
        value = 1;
    set_choice(line, value);
    return true;
}

/* The first choice that begins with the letters, from AFTER on and round, else the only one of which a part does
 * ("part" for accepted-in-part), as everywhere a choice is typed; 0 when there is none. */
static int beginning_with(const struct field *field, const char *letters, int after) {
    size_t count;
    const char *const *words = value_choices(field, &count);
    for (size_t i = 0; i < count; i++) {
        size_t place = ((size_t)after + i) % count;
        if (text_starts_nocase(words[place], letters))
            return (int)place + 1;
    }
    return value_choice(field, letters);
}

/* Letters go together as long as something begins with them; the same letter again goes on to the next. */
static bool letter(struct form *form, struct form_line *line, char c) {
    size_t length = strlen(form->letters);
    int value = 0;
    if (length + 1 < sizeof form->letters) {
        form->letters[length] = c;
        form->letters[length + 1] = '\0';
        value = beginning_with(line->field, form->letters, 0);
    }
    if (value == 0) {
        form->letters[0] = c;
        form->letters[1] = '\0';
        value = beginning_with(line->field, form->letters, value_choice(line->field, line->edit.text));
    }
    if (value > 0)
        set_choice(line, value);
    else
        form_say(form, "%s: no choice begins with '%c'", line->label, c);
    return true;
}

static bool choice_key(struct form *form, struct form_line *line, key k) {
    switch (k) {
    case KEY_LEFT_ARROW:
        return cycle(form, line, -1);
    case KEY_RIGHT_ARROW:
    case ' ':
        return cycle(form, line, 1);
    case KEY_RUBOUT:
    case KEY_DELETE:
    case KEY_CONTROL('u'):
        form->letters[0] = '\0';
        edit_set(&line->edit, "");
        return true;
    default:
        return k > ' ' && k < 0x7f ? letter(form, line, (char)k) : false;
    }
}

bool form_field_key(struct form *form, key k) {
    struct form_line *line = form_active(form);
    switch (form_way(line->field)) {
    case WAY_PICK:
        return pick_key(form, line, k);
    case WAY_CHOICE:
        return choice_key(form, line, k);
    case WAY_LINE:
    case WAY_TEXT:
        break;
    }
    return text_key(form, line, k);
}

/* --- what the keys do, for the bottom line --- */

size_t form_keys(const struct form *form, struct form_hint_key out[FORM_KEYS]) {
    const struct form_line *line = form_active(form);
    enum form_way way = form_way(line->field);
    bool last = form->place + 1 == form->count;
    bool first = form->place + 1 == form_first(form) && !last;
    size_t count = 0;
    out[count++] = (struct form_hint_key){"Enter", first || last ? "save" : "next"};
    if (first)
        out[count++] = (struct form_hint_key){"Tab", "more fields"};
    else if (!last)
        out[count++] = (struct form_hint_key){"Ctrl-S", "save"};
    if (way == WAY_CHOICE)
        out[count++] = (struct form_hint_key){"Space", "choose"};
    else if (way == WAY_PICK && text_blank(line->edit.text))
        out[count++] = (struct form_hint_key){"Space", "list all"};
    else if (way == WAY_TEXT)
        out[count++] = (struct form_hint_key){"Ctrl-J", "new line"};
    out[count++] = (struct form_hint_key){"Esc", "leave"};
    if (way == WAY_TEXT)
        out[count++] = (struct form_hint_key){"Ctrl-E", "editor"};
    out[count++] = (struct form_hint_key){"F1", "help"};
    return count;
}
