#include <string.h>

#include "acts.h"
#include "line.h"

static struct draft line_draft(struct app *app) {
    struct draft draft = {.act = "command-line", .events = app->line->events, .count = 1};
    draft.fields = arena_array(app->scratch, 1, sizeof *draft.fields);
    draft.fields[0].key = "line";
    draft.fields[0].text = arena_text(app->scratch, app->line->edit.text);
    return draft;
}

void draft_look(struct app *app, instant now, bool at_once) {
    if (app->draft_due == 0 || (!at_once && now < app->draft_due)) {
        return;
    }
    struct effect effect = {.type = EFFECT_DRAFT};
    if (app->line != NULL && app->line->kind == LINE_COMMAND) {
        effect.draft = line_draft(app);
    } else if (app->form != NULL) {
        effect.draft = form_draft(app->form, app->scratch);
        effect.draft.events = app->form_events;
    } else {
        app->draft_due = 0;
        return;
    }
    app->draft_due = 0;
    app->draft_kept = true;
    app_effect(app, effect);
}

void draft_gone(struct app *app) {
    app->draft_kept = false;
    app_effect(app, (struct effect){.type = EFFECT_DRAFT_GONE});
}

/* The longest of its texts. */
static const char *longest_text(const struct draft *draft) {
    const char *longest = "";
    for (size_t i = 0; i < draft->count; i++) {
        if (draft->fields[i].text != NULL && strlen(draft->fields[i].text) > strlen(longest)) {
            longest = draft->fields[i].text;
        }
    }
    return longest;
}

/* What it was about is gone: the words are kept as a note, unless no note can be made now. */
static bool take_up_as_note(struct app *app, const struct draft *draft) {
    struct draft_field field = {.key = "text", .text = longest_text(draft)};
    struct draft note = {.act = "note", .fields = &field, .count = 1};
    if (!form_reopen(app, "note", NULL)) {
        return false;
    }
    form_restore(app->form, &note);
    return true;
}

static void take_up(struct app *app, const struct draft *draft) {
    if (text_equal(draft->act, "command-line")) {
        line_open(app, LINE_COMMAND, ":", command_typed);
        edit_set(&app->line->edit, draft->count > 0 ? draft->fields[0].text : "");
    } else if (form_reopen(app, draft->act, draft->id)) {
        form_restore(app->form, draft);
    } else if (take_up_as_note(app, draft)) {
        app_say(app, TONE_WORD, "What it was about is not there any more: its words are in a note");
        return;
    } else {
        /* it stays where it is, for another time */
        app->draft_kept = false;
        app_say(app, TONE_REFUSED, "This cannot be taken up now; it stays beside the session");
        return;
    }
    app_say(app, TONE_WORD, "Taken up where it was left");
}

static bool draft_answer(struct app *app, struct question *question, key k) {
    (void)question;
    const struct draft *draft = app->offered;
    app->offered = NULL;
    if (k == 'y') {
        take_up(app, draft);
    } else {
        draft_gone(app);
        app_say(app, TONE_WORD, "The half-typed text is dropped");
    }
    return true;
}

/* What the draft was, in the words of the table, and the beginning of the longest thing typed. */
static const char *draft_words(struct app *app, struct arena *arena) {
    enum { BEGINNING = 200 }; /* columns: enough to know it by, and the clock stays in sight */
    const struct draft *draft = app->offered;
    const char *act = text_equal(draft->act, "command-line") ? "command" : draft->act;
    bool edit = draft->id != NULL && meeting_record(app->meeting, draft->id) != NULL;
    return arena_format(arena, "Half-typed %s%s%s from before: %s\nTake it up?", act, edit ? " of " : "",
                        edit ? draft->id : "", words_within(app, longest_text(draft), BEGINNING));
}

void draft_offer(struct app *app) {
    if (app->offered == NULL) {
        return;
    }
    struct question *question = question_new(app, false, draft_answer, "Something was left half-typed");
    if (question != NULL) {
        question->text = draft_words(app, question->arena);
        question_option(question, 'y', "take it up");
        question_option(question, 'n', "drop it");
    }
}
