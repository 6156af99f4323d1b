/* A line into an open form, or into an open line: the text that is asked for, or a word that begins with a colon. */
#include <string.h>

#include "acts.h"
#include "line.h"
#include "plain_inside.h"
#include "words.h"

enum { VALUE_MOST = 160 };

/* --- words of a form --- */

typedef void form_act(struct plain *plain, const char *rest);

/* Text that the form holds is kept at once: a line is rarer than a key. */
static void kept_soon(struct app *app) {
    if (app->form != NULL && form_touched(app->form)) {
        app->draft_due = app->now.at;
    }
}

/* What the form said of it belongs to the line that was taken. */
static void judged(struct plain *plain, const struct form *form) {
    struct app *app = plain->app;
    if (app->form == form && form_message(form) != NULL) {
        plain_refuse(plain, "%s", form_message(form));
    }
    kept_soon(app);
}

static void press(struct plain *plain, key k) {
    struct form *form = plain->app->form;
    app_form_key(plain->app, k);
    judged(plain, form);
}

static void do_cancel(struct plain *plain, const char *rest) {
    struct app *app = plain->app;
    (void)rest;
    /* a whole word is deliberate: nothing is asked again */
    app_form_closed(app, false);
    app_say(app, TONE_WORD, "Left without recording");
}

static void do_save(struct plain *plain, const char *rest) {
    (void)rest;
    press(plain, KEY_CONTROL('s'));
}

static void do_next(struct plain *plain, const char *rest) {
    (void)rest;
    press(plain, KEY_TAB);
}

static void do_back(struct plain *plain, const char *rest) {
    (void)rest;
    press(plain, KEY_BACKTAB);
}

static void do_more(struct plain *plain, const char *rest) {
    (void)rest;
    plain->more = true;
    plain_answer(plain, "The form goes on behind its first fields; :save saves it.");
}

static void do_clear(struct plain *plain, const char *rest) {
    char said[200];
    (void)rest;
    struct form *form = plain->app->form;
    form_answer(form, "", plain->app->now, said, sizeof said);
    judged(plain, form);
}

static void do_fields(struct plain *plain, const char *rest) {
    struct app *app = plain->app;
    (void)rest;
    for (size_t i = 0; i < form_field_count(app->form); i++) {
        struct form_asked field = form_asked(app->form, i, app->scratch);
        plain_answer(plain, "%s%s: %s", field.label, i == form_place(app->form) ? ", asked now" : "",
                     field.value[0] != '\0' ? field.value
                     : field.needed         ? "nothing yet, needed"
                                            : "nothing");
    }
}

static void say_candidates(struct plain *plain, const char *typed, size_t most) {
    struct pickables fit = form_candidates(plain->app->form, typed, plain->app->scratch);
    for (size_t i = 0; i < fit.count && i < most; i++) {
        const struct pickable *one = fit.list + i;
        plain_answer(plain, "%s%s%s", one->code, text_equal(one->code, one->name) ? "" : " ",
                     text_equal(one->code, one->name) ? "" : one->name);
    }
    if (fit.count > most) {
        plain_answer(plain, "and %zu more: :list and a beginning", fit.count - most);
    }
}

static void do_list(struct plain *plain, const char *rest) {
    struct app *app = plain->app;
    struct form_asked field = form_asked(app->form, form_place(app->form), app->scratch);
    if (field.codes) {
        say_candidates(plain, rest, SIZE_MAX);
    } else {
        plain_answer(plain, "%s: %s", field.label, field.choices != NULL ? field.choices : "any text may stand here");
    }
}

static void do_field(struct plain *plain, const char *rest) {
    if (text_blank(rest) || !form_go_to(plain->app->form, rest)) {
        plain_refuse(plain, "'%.60s' is no field of this form; :fields says them", rest);
    }
}

static void do_text(struct plain *plain, const char *rest) {
    struct app *app = plain->app;
    struct form_asked field = form_asked(app->form, form_place(app->form), app->scratch);
    (void)rest;
    if (!field.several) {
        plain_refuse(plain, "%s takes one line", field.label);
        return;
    }
    plain->gathers = true;
    buffer_clear(&plain->several);
    plain_answer(plain, "%s, several lines; a line with only a full stop ends them.", field.label);
}

static form_act do_help;

static const struct {
    const char *word, *usage, *help;
    form_act *act;
} WORDS[] = {
    {"cancel", "", "Leaves the form; nothing is recorded, and what was typed in it is dropped.", do_cancel},
    {"save", "", "Saves it as it is.", do_save},
    {"more", "", "Goes on behind the first fields, which otherwise end with saving.", do_more},
    {"next", "", "The next field; this one stays as it is.", do_next},
    {"back", "", "The field before.", do_back},
    {"field", "LABEL", "The field whose label begins so.", do_field},
    {"clear", "", "Empties the field.", do_clear},
    {"fields", "", "All fields and what is in them.", do_fields},
    {"list", "[BEGINNING]", "What may stand in this field.", do_list},
    {"text", "", "Several lines for this field; a line with only a full stop ends them.", do_text},
    {"help", "", "The field that is asked, and these words.", do_help},
};
enum { WORD_COUNT = sizeof WORDS / sizeof *WORDS };

static void do_help(struct plain *plain, const char *rest) {
    struct app *app = plain->app;
    (void)rest;
    struct form_help_row row = form_help_row(app->form, form_place(app->form), app->scratch);
    plain_answer(plain, "%s: %s", row.left, row.right);
    plain_answer(plain, "A line is its text; an empty line keeps what is there; a text that begins with a colon is "
                        "typed with two. Else:");
    for (size_t i = 0; i < WORD_COUNT; i++) {
        plain_answer(plain, ":%s%s%s: %s", WORDS[i].word, WORDS[i].usage[0] == '\0' ? "" : " ", WORDS[i].usage,
                     WORDS[i].help);
    }
}

/* TEXT behind the colon. */
static void form_word(struct plain *plain, const char *text) {
    const char *rest = text;
    const char *word = word_take(plain->app, &rest);
    key k = word == NULL ? KEY_NONE : key_of_name(word);
    for (size_t i = 0; word != NULL && i < WORD_COUNT; i++) {
        if (text_equal_nocase(word, WORDS[i].word)) {
            WORDS[i].act(plain, rest);
            return;
        }
    }
    if (word != NULL && plain_query(plain, word, rest)) {
        return;
    }
    if (word != NULL && k != KEY_NONE && strlen(word) > 1) {
        press(plain, k);
        return;
    }
    plain_refuse(plain,
                 "':%.60s' is no word of a form; :help says them. A text that begins with a colon is typed with "
                 "two",
                 text);
}

/* --- the text of a field --- */

static void go_on(struct plain *plain) {
    const struct form *form = plain->app->form;
    press(plain, plain->more && !form_last(form) ? KEY_TAB : KEY_RETURN);
}

static void take_text(struct plain *plain, const char *text) {
    struct app *app = plain->app;
    char said[200];
    const char *label = form_asked(app->form, form_place(app->form), app->scratch).label;
    if (!form_answer(app->form, text, app->now, said, sizeof said)) {
        plain_refuse(plain, "%s", form_message(app->form) == NULL ? "not understood" : form_message(app->form));
        say_candidates(plain, text, 12);
        return;
    }
    if (said[0] != '\0') {
        plain_answer(plain, "%s: %s", label, said);
    }
    go_on(plain);
}

void plain_form_line(struct plain *plain, const char *text) {
    size_t length = strlen(text);
    if (text[0] == ':' && text[1] != ':') {
        form_word(plain, text + 1);
    } else if (text_blank(text)) {
        go_on(plain);
    } else {
        while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\t')) {
            length--;
        }
        take_text(plain, arena_copy(plain->app->scratch, text + (text[0] == ':'), length - (text[0] == ':')));
    }
}

void plain_gathered(struct plain *plain, const char *text) {
    struct buffer *several = &plain->several;
    if (strcmp(text, ".") == 0) {
        plain->gathers = false;
        take_text(plain, several->length == 0 ? "" : arena_text(plain->app->scratch, several->bytes));
        return;
    }
    buffer_format(several, "%s%s", several->length == 0 ? "" : "\n", text + (strncmp(text, "..", 2) == 0));
    /* in the draft as far as it goes */
    char said[200];
    if (form_answer(plain->app->form, several->bytes, plain->app->now, said, sizeof said)) {
        kept_soon(plain->app);
    }
}

/* --- an open line --- */

/* What stands there goes when a whole command is typed over it; else it is a beginning. */
static bool replaces(const struct app *app, const char *text) {
    const char *at = text + (text[0] == ':');
    const char *word = arena_copy(app->scratch, at, strcspn(at, " "));
    return app->line->kind != LINE_COMMAND || command_by_name(app->place, word) != NULL;
}

void plain_line_line(struct plain *plain, const char *text) {
    struct app *app = plain->app;
    struct line *line = app->line;
    const char *before = arena_text(app->scratch, line->edit.text);
    if (text_equal_nocase(text, ":cancel")) {
        line_close(app, false);
        app_say(app, TONE_WORD, "Left");
        return;
    }
    if (!text_blank(text)) {
        const char *typed = line->kind == LINE_COMMAND && text[0] == ':' ? text + 1 : text;
        const char *whole = replaces(app, text) ? typed : arena_format(app->scratch, "%s%s", before, typed);
        if (!edit_set(&line->edit, whole)) {
            edit_set(&line->edit, before);
            plain_refuse(plain, "Not taken: a text holds at most 64 KiB");
            return;
        }
    }
    line_key(app, KEY_RETURN);
    if (app->line == line) {
        edit_set(&line->edit, before);
    }
}

/* --- prompts --- */

void plain_form_begins(const struct plain *plain, struct plain_lines *lines) {
    const struct app *app = plain->app;
    const struct form_spec *spec = form_spec_of(app->form);
    const char *id = form_id(app->form);
    const char *about = form_about(app->form);
    bool edit = form_is_edit(app->form) && text_equal(spec->act, spec->shape->name);
    plain_put(lines, "%s%s%s%s%s%s", spec->title, id == NULL ? "" : " ", id == NULL ? "" : id,
              edit ? ", to be changed" : "", about == NULL ? "." : ": ", about == NULL ? "" : about);
}

/* A long text is not read out at each prompt. */
static const char *value_said_short(const char *value, struct arena *arena) {
    size_t length = strlen(value), at = 0;
    if (length <= VALUE_MOST) {
        return value;
    }
    while (at < VALUE_MOST) {
        at = grapheme_next(value, length, at);
    }
    return arena_format(arena, "%.*s and so on, %zu bytes in all", (int)at, value, length);
}

static void add_note(struct buffer *notes, const char *before, const char *text) {
    if (text != NULL && text[0] != '\0') {
        buffer_format(notes, "%s%s%s", notes->length == 0 ? "" : "; ", before, text);
    }
}

void plain_form_prompt(const struct plain *plain, struct buffer *out) {
    struct arena *arena = arena_new();
    struct buffer notes = {0};
    const struct form *form = plain->app->form;
    struct form_asked field = form_asked(form, form_place(form), arena);
    const char *value = value_said_short(field.value, arena);
    add_note(&notes, "", field.help);
    add_note(&notes, "one of ", field.choices);
    add_note(&notes, "", field.needed && field.value[0] == '\0' ? "needed" : NULL);
    add_note(&notes, "now: ", value);
    const char *text = notes.length == 0 ? arena_format(arena, "%s: ", field.label)
                                         : arena_format(arena, "%s (%s): ", field.label, notes.bytes);
    buffer_text(out, text_shown(arena, text, strlen(text)));
    buffer_free(&notes);
    arena_free(arena);
}

void plain_line_prompt(const struct plain *plain, struct buffer *out) {
    static const char *const asked[] = {[LINE_COMMAND] = "Command", [LINE_SEARCH] = "Search for"};
    struct arena *arena = arena_new();
    const struct line *line = plain->app->line;
    const char *prompt = line->kind <= LINE_SEARCH ? asked[line->kind] : line->prompt;
    const char *text = line->edit.length == 0 ? arena_format(arena, "%s (:cancel leaves): ", prompt)
                                              : arena_format(arena, "%s (now: %s; :cancel leaves): ", prompt,
                                                             value_said_short(line->edit.text, arena));
    buffer_text(out, text_shown(arena, text, strlen(text)));
    arena_free(arena);
}
