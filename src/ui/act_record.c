#include <stdlib.h>
#include <string.h>

#include "acts.h"
#include "candour/ui/quick.h"
#include "candour/ui/specs.h"
#include "screen_moves.h"
#include "words.h"

static const enum event_do SAYS[RECORD_KINDS] = {
    [RECORD_CHALLENGE] = DO_CHALLENGE,
    [RECORD_AGREEMENT] = DO_AGREEMENT,
    [RECORD_ENGAGEMENT] = DO_ENGAGEMENT,
    [RECORD_NOTE] = DO_NOTE,
};

static const char *current_item(const struct app *app) {
    return app->meeting->current < 0 ? NULL : item_id(app, (uint32_t)app->meeting->current);
}

static const char *focused(const struct app *app) {
    const struct finding *findings = app->meeting->agenda->findings.items;
    const char *shown = screen_selected_of(app, REF_FINDING);
    if (shown != NULL) {
        return shown;
    }
    return app->meeting->focus < 0 ? NULL : findings[app->meeting->focus].id;
}

/* What a new record begins with: its id, the item that runs and the finding under discussion. */
static void *begun(struct app *app, enum record_kind kind) {
    struct arena *arena = app->meeting->arena;
    void *record = arena_alloc(arena, record_shape(kind)->size);
    char id[16];
    char *own = arena_text(arena, meeting_next_id(app->meeting, kind, id));
    struct challenge *challenge = record;
    struct agreement *agreement = record;
    struct note *note = record;
    switch (kind) {
    case RECORD_CHALLENGE:
        challenge->id = own;
        challenge->item = current_item(app);
        challenge->finding = focused(app);
        break;
    case RECORD_AGREEMENT:
        agreement->id = own;
        agreement->item = current_item(app);
        if (focused(app) != NULL) {
            agreement->findings.items = arena_array(arena, 1, sizeof *agreement->findings.items);
            agreement->findings.items[0] = focused(app);
            agreement->findings.count = 1;
        }
        break;
    case RECORD_ENGAGEMENT:
        ((struct engagement *)record)->id = own;
        break;
    default:
        note->id = own;
        note->item = current_item(app);
        break;
    }
    return record;
}

static const char *challenge_said(struct app *app, const struct challenge *challenge, bool names) {
    const struct agenda *agenda = app->meeting->agenda;
    const char *by = challenge->by != NULL ? challenge->by : challenge->by_person;
    const char *to = names ? party_name(agenda, challenge->to) : challenge->to;
    return arena_format(app->scratch, "%s recorded: %s to %s%s%s", challenge->id, names ? party_name(agenda, by) : by,
                        text_equal(by, challenge->to) ? "itself" : to, challenge->finding == NULL ? "" : ", ",
                        challenge->finding == NULL ? "" : challenge->finding);
}

static const char *agreement_said(struct app *app, const struct agreement *agreement, bool names) {
    char date[48];
    const char *owner = agreement->owner == NULL ? "no owner yet"
                        : names                  ? party_name(app->meeting->agenda, agreement->owner)
                                                 : agreement->owner;
    const char *due = agreement->due == 0
                          ? "no date yet"
                          : arena_format(app->scratch, "by %s", day_in_words(agreement->due, date, sizeof date));
    return arena_format(app->scratch, "%s recorded: %s, %s", agreement->id, owner, due);
}

/* The beginning of the words, in one row with ". Saved 14:31:58" behind. */
static const char *words_said(struct app *app, enum record_kind kind, const void *record) {
    enum { REST = 18, LEAST = 16 };
    const struct engagement *engagement = record;
    const struct note *note = record;
    const char *first = "", *words;
    if (kind == RECORD_ENGAGEMENT) {
        words = arena_format(app->scratch, "%s: %s", engagement->audience, engagement->activity);
    } else {
        first = note->kind == 0 ? "" : arena_format(app->scratch, "%s: ", choice_word(&CHOICES_NOTE_KIND, note->kind));
        words = note->text;
    }
    const char *before = arena_format(app->scratch, "%s recorded: %s", record_id(record), first);
    int width = app->columns - (int)strlen(before) - REST;
    return arena_format(app->scratch, "%s%s", before, words_within(app, words, width < LEAST ? LEAST : width));
}

static const char *record_said(struct app *app, enum record_kind kind, const void *record, bool names) {
    switch (kind) {
    case RECORD_CHALLENGE:
        return challenge_said(app, record, names);
    case RECORD_AGREEMENT:
        return agreement_said(app, record, names);
    default:
        return words_said(app, kind, record);
    }
}

bool record_new(struct app *app, enum record_kind kind, void *record) {
    struct event event = app_event(app, SAYS[kind]);
    event.body = record;
    if (!app_apply(app, &event)) {
        return false;
    }
    app->pane = PANE_RECORDS;
    app->record_selected = -1;
    screen_select(app, record_id(record));
    app_done_fit(app, record_said(app, kind, record, true), record_said(app, kind, record, false));
    forgotten_offer(app, record_id(record));
    return true;
}

static bool saved(struct app *app) {
    enum record_kind kind = RECORD_CHALLENGE;
    while (record_shape(kind) != form_spec_of(app->form)->shape) {
        kind++;
    }
    return record_new(app, kind, app_form_record(app));
}

/* By its form, or from the words on the `:` line; the form opens when these lack something. */
static void record_act(struct app *app, enum record_kind kind, const char *words) {
    void *record = begun(app, kind);
    struct quick quick = {.missing = ""};
    if (!text_blank(words)) {
        struct value_room room = {.meeting = app->meeting, .today = stamp_day(app->now), .arena = app->meeting->arena};
        if (!quick_into(&room, record_word(kind), words, record, &quick)) {
            app_say(app, TONE_REFUSED, "%s", quick.fault);
            return;
        }
    }
    if (quick.missing != NULL) {
        app_form_open(app, spec_of(record_word(kind)), record, record_id(record), false, saved);
        if (quick.notices != NULL) {
            app_say(app, TONE_WORD, "%s", quick.notices);
        }
    } else if (record_new(app, kind, record)) {
        app_remark(app, quick.notices);
    }
}

void act_challenge(struct app *app, const char *words) {
    record_act(app, RECORD_CHALLENGE, words);
}

void act_agreement(struct app *app, const char *words) {
    record_act(app, RECORD_AGREEMENT, words);
}

void act_note(struct app *app, const char *words) {
    record_act(app, RECORD_NOTE, words);
}

void act_engagement(struct app *app, const char *words) {
    record_act(app, RECORD_ENGAGEMENT, words);
}

/* The record was made while the item ran though nobody had started it: it belongs there. */
static void into_item(struct app *app, const char *id, const char *item) {
    const struct record_state *record = meeting_record(app->meeting, id);
    const struct field *field = record == NULL ? NULL : shape_field(record_shape(record->kind), "item");
    if (field == NULL || record_item(record) != NULL) {
        return;
    }
    struct event event = app_event(app, DO_AMEND);
    struct event_amend *body = event.body;
    body->id = record->id;
    body->set.of = record_shape(record->kind);
    body->set.set = arena_alloc(app->meeting->arena, body->set.of->size);
    *(const char **)field_in(field, body->set.set) = item;
    body->set.mask = (uint64_t)1 << shape_place(body->set.of, field);
    app_apply(app, &event);
}

static bool forgotten_answer(struct app *app, struct question *question, key k) {
    if (k == KEY_ESCAPE) {
        return true;
    }
    const char *item = item_id(app, (uint32_t)question->place);
    int32_t back = k == 'b' ? (int32_t)((app->now.at - question->from + MS_MINUTE / 2) / MS_MINUTE) : 0;
    size_t events = app->meeting->event_count;
    start_item(app, question->place, back, command_by_name(AT_MEETING, "start"));
    if (app->meeting->event_count > events && k == 'b') {
        into_item(app, question->record, item);
        app_done(app, "%s started, dated back %d min; %s belongs to it", item, (int)back, question->record);
    }
    return true;
}

void forgotten_offer(struct app *app, const char *record) {
    const struct meeting *meeting = app->meeting;
    int32_t place = meeting_next_item(meeting);
    if (meeting->status != MEETING_READY || app->forgotten_offered || place < 0) {
        return;
    }
    struct question *question = question_new(app, false, forgotten_answer, "No item is running");
    if (question == NULL) {
        return;
    }
    instant since = forgotten_since(app, app->now);
    app->forgotten_offered = true;
    question->place = place;
    question->from = since == 0 ? meeting->opened : since;
    question->record = arena_text(question->arena, record);
    char span[24];
    char when[24];
    question->text = arena_format(question->arena, "%s is recorded, but the clock was not started.\nDid %s %s begin?",
                                  record, item_id(app, (uint32_t)place), item_title(app, (uint32_t)place));
    if (app->now.at - question->from >= MS_MINUTE) {
        question_option(question, 'b',
                        arena_format(question->arena, "%s ago, at %s", span_words(app->now.at - question->from, span),
                                     when_words(app, question->from, when)));
    }
    question_option(question, ' ', "now");
    question_option(question, KEY_ESCAPE, "not yet");
}
