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

static void add_candidate(struct candidates *out, const char *word, const char *prefix, size_t length) {
    if (out->count < CANDIDATES_MOST && word != NULL && strlen(word) >= length) {
        for (size_t i = 0; i < length; i++) {
            char a = word[i];
            char b = prefix[i];
            a = a >= 'a' && a <= 'z' ? (char)(a - 32) : a;
            b = b >= 'a' && b <= 'z' ? (char)(b - 32) : b;
            if (a != b) {
                return;
            }
        }
        out->words[out->count++] = word;
    }
}

static void id_candidates(const struct app *app, struct candidates *out, const char *prefix, size_t length) {
    const struct agenda *agenda = app->meeting->agenda;
    const struct agency *agencies = agenda->agencies.items;
    const struct finding *findings = agenda->findings.items;
    const struct person *people = agenda->people.items;
    for (size_t i = 0; i < agenda->agencies.count; i++) {
        add_candidate(out, agencies[i].id, prefix, length);
    }
    for (size_t i = 0; i < agenda->findings.count; i++) {
        add_candidate(out, findings[i].id, prefix, length);
    }
    for (uint32_t i = 0; i < app->meeting->item_count; i++) {
        add_candidate(out, app->meeting->items[i].item->id, prefix, length);
    }
    for (size_t i = 0; i < agenda->people.count; i++) {
        add_candidate(out, people[i].id, prefix, length);
    }
    for (size_t i = 0; i < app->meeting->record_count; i++) {
        add_candidate(out, app->meeting->records[i].id, prefix, length);
    }
}

void line_candidates(const struct app *app, struct candidates *out) {
    const struct edit *edit = &app->line->edit;
    *out = (struct candidates){0};
    if (app->line->kind != LINE_COMMAND) {
        return;
    }
    size_t from = edit->cursor;
    while (from > 0 && strchr(" >@+#,:", edit->text[from - 1]) == NULL) {
        from--;
    }
    out->from = from;
    char prefix[32];
    size_t length = edit->cursor - from;
    if (length >= sizeof prefix) {
        return;
    }
    memcpy(prefix, edit->text + from, length);
    prefix[length] = '\0';
    if (from == 0) {
        size_t all = commands_complete(app->place, prefix, out->words, CANDIDATES_MOST);
        out->count = all < CANDIDATES_MOST ? all : CANDIDATES_MOST;
    } else if (length > 0) {
        id_candidates(app, out, prefix, length);
    }
}

static size_t common(const struct candidates *candidates) {
    size_t length = strlen(candidates->words[0]);
    for (size_t i = 1; i < candidates->count; i++) {
        size_t same = 0;
        while (same < length && candidates->words[i][same] == candidates->words[0][same]) {
            same++;
        }
        length = same;
    }
    return length;
}

static void complete(struct app *app) {
    struct candidates found;
    struct edit *edit = &app->line->edit;
    line_candidates(app, &found);
    if (found.count == 0) {
        app_say(app, TONE_WORD, "Nothing begins with this");
        return;
    }
    size_t length = common(&found);
    const char *more = found.count == 1 && app->line->kind == LINE_COMMAND ? " " : "";
    if (length >= edit->cursor - found.from) {
        char *word = arena_format(app->scratch, "%.*s%s", (int)length, found.words[0], more);
        edit_replace(edit, found.from, edit->cursor, word);
    }
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
    if (edit_insert(&app->line->edit, text, strlen(text)) == EDIT_CHANGED) {
        line_touched(app);
    }
}
