#include "line.h"

#include <string.h>

void line_open(struct app *app, enum line_kind kind, const char *prompt, line_done *done) {
    struct question *question = question_active(app);
    if (question != NULL) {
        question->shown = 0;
    }
    struct arena *arena = arena_new();
    struct line *line = arena_alloc(arena, sizeof *line);
    line->arena = arena;
    line->kind = kind;
    line->prompt = arena_text(arena, prompt);
    line->done = done;
    line->events = (uint32_t)app->meeting->event_count;
    edit_begin(&line->edit, arena, NULL, false);
    app->line = line;
    app->guard_warned = false;
    app_say(app, TONE_WORD, "%s", "");
}

void line_close(struct app *app, bool done) {
    struct line *line = app->line;
    app->line = NULL;
    if (line != NULL) {
        arena_free(line->arena);
    }
    app->draft_due = 0;
    /* what was typed has become an event: the draft goes when that is kept */
    if (app->draft_kept && !(done && app->pending.length > 0)) {
        draft_gone(app);
    }
}

static struct pickables names_of(enum command_place place, struct arena *arena) {
    size_t count;
    const struct command *all = commands_all(&count);
    struct pickables names = {.list = arena_array(arena, count, sizeof *names.list)};
    for (size_t i = 0; i < count; i++) {
        if (command_at(all + i, place)) {
            names.list[names.count++] = (struct pickable){.code = all[i].name, .name = all[i].help};
        }
    }
    return names;
}

/* Everything that has a code, for commands without marks of their own. */
static struct pickables codes_of(const struct app *app, const char *typed, struct arena *arena) {
    static const struct field any = {.type = FIELD_REF,
                                     .refs = REF_AGENCY | REF_FINDING | REF_ITEM | REF_PERSON | REF_RECORD};
    struct pickables all = pickables_of(app->meeting, &any, arena);
    struct pickables fit = {.list = arena_array(arena, all.count, sizeof *fit.list)};
    for (size_t i = 0; i < all.count; i++) {
        if (text_starts_nocase(all.list[i].code, typed)) {
            fit.list[fit.count++] = all.list[i];
        }
    }
    return fit;
}

struct quick_completion line_candidates(const struct app *app, struct arena *arena) {
    const struct edit *edit = &app->line->edit;
    struct value_room room = {.meeting = app->meeting, .today = stamp_day(app->now), .arena = arena};
    struct pickables names = names_of(app->place, arena);
    const char *rest = edit->text;
    char *name = arena_copy(arena, rest, strcspn(rest, " "));
    struct quick_completion found = quick_complete(&room, &names, edit->text, edit->cursor);
    const struct command *command = command_by_name(app->place, name);
    if (found.from > 0 && command != NULL && command->complete != NULL) {
        found.list =
            command->complete(app, arena_copy(arena, edit->text + found.from, edit->cursor - found.from), arena);
    } else if (found.from > 0 && found.list.count == 0 && quick_shape(name) == NULL && edit->cursor > found.from) {
        found.list = codes_of(app, arena_copy(arena, edit->text + found.from, edit->cursor - found.from), arena);
    }
    return found;
}

/* The bytes that all candidates begin with. */
static size_t common(const struct pickables *list) {
    size_t length = strlen(list->list[0].code);
    for (size_t i = 1; i < list->count; i++) {
        size_t same = 0;
        while (same < length && list->list[i].code[same] == list->list[0].code[same]) {
            same++;
        }
        length = same;
    }
    return length;
}

static void complete(struct app *app) {
    if (app->line->kind != LINE_COMMAND) {
        return;
    }
    struct edit *edit = &app->line->edit;
    struct quick_completion found = line_candidates(app, app->scratch);
    if (found.list.count == 0) {
        app_say(app, TONE_WORD, "Nothing begins with this");
        return;
    }
    size_t length = common(&found.list);
    if (length < edit->cursor - found.from) {
        return;
    }
    const char *code = found.list.list[0].code;
    bool open = code[length] == '\0' && length > 0 && (code[length - 1] == ':' || code[length - 1] == '>');
    const char *more = found.list.count == 1 && !open ? " " : "";
    edit_replace(edit, found.from, found.to, arena_format(app->scratch, "%.*s%s", (int)length, code, more));
}

static void line_touched(struct app *app) {
    app->line->leaves = false;
    if (app->line->kind == LINE_COMMAND && app->draft_due == 0) {
        app->draft_due = app->now.at + DRAFT_MS;
    }
}

static void line_leave(struct app *app) {
    struct line *line = app->line;
    if (line->edit.length > 0 && line->kind == LINE_COMMAND && !line->leaves) {
        line->leaves = true;
        app_say(app, TONE_WORD, "Esc again drops what is typed here");
        return;
    }
    line_close(app, false);
    app_say(app, TONE_WORD, "%s", "");
}

static void line_enter(struct app *app) {
    /* the act may open another line or a form, so this one is put aside before it runs */
    struct line *line = app->line;
    char *text = arena_text(app->scratch, line->edit.text);
    if (text_blank(text) && line->kind != LINE_SEARCH) {
        line_close(app, false);
        return;
    }
    app->line = NULL;
    bool done = line->done(app, text);
    if (!done) {
        app->line = line;
        return;
    }
    struct line *next = app->line;
    app->line = line;
    line_close(app, true);
    app->line = next;
    if (app->form != NULL && form_touched(app->form)) {
        app->draft_due = app->now.at; /* the words go on in the form: kept again at once */
    }
}

void line_key(struct app *app, key k) {
    switch (k) {
    case KEY_ESCAPE:
    case KEY_CONTROL('c'):
        line_leave(app);
        return;
    case KEY_RETURN:
        line_enter(app);
        return;
    case KEY_TAB:
        complete(app);
        line_touched(app);
        return;
    default:
        break;
    }
    struct edit *edit = &app->line->edit;
    if (k == KEY_RUBOUT && edit->length == 0) {
        line_close(app, false);
        return;
    }
    switch (edit_key(edit, k, EDIT_MOST)) {
    case EDIT_CHANGED:
        line_touched(app);
        app_say(app, TONE_WORD, "%s", "");
        break;
    case EDIT_FULL:
        app_say(app, TONE_REFUSED, "This line is full");
        break;
    default:
        break;
    }
}

void line_paste(struct app *app, const char *text) {
    enum edit_result result = edit_insert(&app->line->edit, text, strlen(text));
    if (result == EDIT_CHANGED) {
        line_touched(app);
    } else if (result == EDIT_FULL) {
        app_say(app, TONE_REFUSED, "Not pasted: a text holds at most 64 KiB");
    }
}
