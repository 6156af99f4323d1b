/* A record turned into another kind. The old one stays; an agreement names it in `from`, the others in their words,
 * since only agreements have such a link. What follows for the old one (settled, withdrawn) is asked, never done by
 * itself. */
#include "acts.h"
#include "candour/ui/specs.h"
#include "words.h"

static const char *current_item(const struct app *app) {
    return app->meeting->current < 0 ? NULL : item_id(app, (uint32_t)app->meeting->current);
}

static const char *new_id(struct app *app, enum record_kind kind) {
    char id[16];
    return arena_text(app->meeting->arena, meeting_next_id(app->meeting, kind, id));
}

/* The finding a record is about, else the one under discussion; NULL: none. */
static const char *finding_of(const struct app *app, const struct record_state *record) {
    const struct agreement *agreement = record->now;
    const struct finding *findings = app->meeting->agenda->findings.items;
    if (record->kind == RECORD_CHALLENGE) {
        return ((const struct challenge *)record->now)->finding;
    }
    if (record->kind == RECORD_AGREEMENT) {
        return agreement->findings.count > 0 ? agreement->findings.items[0] : NULL;
    }
    return app->meeting->focus < 0 ? NULL : findings[app->meeting->focus].id;
}

static int visibility_of(const struct record_state *record) {
    switch (record->kind) {
    case RECORD_CHALLENGE:
        return ((const struct challenge *)record->now)->visibility;
    case RECORD_AGREEMENT:
        return ((const struct agreement *)record->now)->visibility;
    case RECORD_NOTE:
        return ((const struct note *)record->now)->visibility;
    default:
        return 0;
    }
}

/* What the board keeps to the room stays there; what is published is decided anew. */
static int carried_visibility(const struct record_state *record) {
    return visibility_of(record) == VISIBILITY_RESTRICTED ? VISIBILITY_RESTRICTED : 0;
}

/* --- what follows for the old record --- */

static bool settle_answer(struct app *app, struct question *question, key k) {
    if (k == 'y') {
        const char *words = arena_format(app->scratch, "%s agreed", question->record);
        act_settle(app, words);
    }
    return true;
}

static void ask_settle(struct app *app, const char *challenge, const char *agreement) {
    struct question *question = question_new(app, false, settle_answer, "");
    if (question == NULL) {
        return;
    }
    question->record = arena_text(question->arena, challenge);
    question->title = arena_format(question->arena, "Is %s settled by %s?", challenge, agreement);
    question->text = arena_format(question->arena, "%s grew from %s, which is still open.", agreement, challenge);
    question_option(question, 'y', "settle it: agreed");
    question_option(question, KEY_ESCAPE, "it stays open");
}

static bool withdraw_answer(struct app *app, struct question *question, key k) {
    if (k == 'y') {
        act_withdraw(app, question->then);
    }
    return true;
}

static void ask_withdraw(struct app *app, const char *old, const char *made) {
    struct question *question = question_new(app, false, withdraw_answer, "");
    if (question == NULL) {
        return;
    }
    question->then = arena_format(question->arena, "%s -- Turned into %s", old, made);
    question->title = arena_format(question->arena, "Withdraw %s?", old);
    question->text = arena_format(question->arena, "Its words are in %s now. Withdrawn, it stays in the file.", made);
    question_option(question, 'y', "withdraw it");
    question_option(question, KEY_ESCAPE, "keep both");
}

static void ask_what_follows(struct app *app, const char *old, const char *made) {
    const struct record_state *record = meeting_record(app->meeting, old);
    if (record == NULL || record->withdrawn) {
        return;
    }
    bool agreed = meeting_record(app->meeting, made)->kind == RECORD_AGREEMENT;
    if (challenge_open(record) && agreed) {
        ask_settle(app, old, made);
    } else if (record->kind == RECORD_AGREEMENT) {
        ask_withdraw(app, old, made);
    }
}

static bool turned(struct app *app) {
    enum record_kind kind = RECORD_CHALLENGE;
    while (record_shape(kind) != form_spec_of(app->form)->shape) {
        kind++;
    }
    void *record = app_form_record(app);
    if (!record_new(app, kind, record)) {
        return false;
    }
    app_also(app, arena_format(app->scratch, "from %s", app->turned));
    ask_what_follows(app, app->turned, record_id(record));
    return true;
}

/* --- what the new one begins with --- */

static void *into_agreement(struct app *app, const struct record_state *record) {
    struct arena *arena = app->meeting->arena;
    struct agreement *agreement = arena_alloc(arena, sizeof *agreement);
    const char *finding = finding_of(app, record);
    agreement->id = new_id(app, RECORD_AGREEMENT);
    agreement->item = current_item(app);
    agreement->from = record->id;
    agreement->text = record_text(record);
    agreement->visibility = carried_visibility(record);
    if (finding != NULL) {
        agreement->findings.items = arena_array(arena, 1, sizeof *agreement->findings.items);
        agreement->findings.items[0] = finding;
        agreement->findings.count = 1;
    }
    return agreement;
}

static void *into_challenge(struct app *app, const struct record_state *record) {
    struct challenge *challenge = arena_alloc(app->meeting->arena, sizeof *challenge);
    challenge->id = new_id(app, RECORD_CHALLENGE);
    challenge->item = current_item(app);
    challenge->finding = finding_of(app, record);
    challenge->about = arena_format(app->meeting->arena, "%s %s", record_word(record->kind), record->id);
    challenge->put = record_text(record);
    challenge->visibility = carried_visibility(record);
    return challenge;
}

static void *into_note(struct app *app, const struct record_state *record) {
    struct note *note = arena_alloc(app->meeting->arena, sizeof *note);
    note->id = new_id(app, RECORD_NOTE);
    note->item = current_item(app);
    note->text = arena_format(app->meeting->arena, "From %s: %s", record->id, record_text(record));
    note->visibility = carried_visibility(record);
    return note;
}

static void turn_into(struct app *app, const struct record_state *record, enum record_kind kind) {
    static void *(*const begin[RECORD_KINDS])(struct app *, const struct record_state *) = {
        [RECORD_CHALLENGE] = into_challenge, [RECORD_AGREEMENT] = into_agreement, [RECORD_NOTE] = into_note};
    const struct command *command = command_by_name(AT_MEETING, record_word(kind));
    if (app_refused(app, meeting_may(app->meeting, command->says))) {
        return;
    }
    void *made = begin[kind](app, record);
    app->turned = record->id;
    app_form_open(app, spec_of(record_word(kind)), made, record_id(made), false, turned);
    app_say(app, TONE_WORD, "%s from %s, which stays as it is: put its words right", record_id(made), record->id);
}

static bool into_answer(struct app *app, struct question *question, key k) {
    const struct record_state *record = meeting_record(app->meeting, question->record);
    if (k != KEY_ESCAPE && record != NULL) {
        turn_into(app, record, k == 'a' ? RECORD_AGREEMENT : k == 'c' ? RECORD_CHALLENGE : RECORD_NOTE);
    }
    return true;
}

static void ask_into(struct app *app, const struct record_state *record) {
    struct question *question = question_new(app, false, into_answer, "");
    if (question == NULL) {
        return;
    }
    question->record = arena_text(question->arena, record->id);
    question->title = arena_format(question->arena, "Turn %s into what?", record->id);
    question->text = arena_text(question->arena, record_text(record));
    if (record->kind == RECORD_NOTE) {
        question_option(question, 'a', "an agreement");
    } else {
        question_option(question, 'n', "a note");
    }
    question_option(question, 'c', "a challenge");
    question_option(question, KEY_ESCAPE, "leave it");
}

void act_turn(struct app *app, const char *words) {
    const char *rest = words;
    const char *typed = word_take(app, &rest);
    const struct record_state *record = typed == NULL ? selected_record(app) : record_typed(app, typed);
    if (record == NULL) {
        return;
    }
    if (record->withdrawn) {
        app_say(app, TONE_REFUSED, "%s was withdrawn", record->id);
    } else if (record->kind == RECORD_ENGAGEMENT) {
        app_say(app, TONE_REFUSED, "%s is an engagement activity: only challenges, agreements and notes are turned",
                record->id);
    } else if (record->kind == RECORD_CHALLENGE) {
        turn_into(app, record, RECORD_AGREEMENT);
    } else {
        ask_into(app, record);
    }
}
