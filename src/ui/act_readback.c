#include "act_readback.h"

#include "acts.h"
#include "candour/ui/specs.h"
#include "event_act.h"
#include "words.h"

const struct record_state *readback_record(const struct app *app, const struct readback *readback) {
    return readback->at < readback->count ? meeting_record(app->meeting, readback->ids[readback->at]) : NULL;
}

bool read_as_it_stands(const struct record_state *record) {
    return record->read_event != SIZE_MAX && record->read_event > record->words_event;
}

bool still_to_ask(enum asked state) {
    return state == ASKED_NOT_YET || state == ASKED_EARLIER_WORDS || state == ASKED_ABSENT;
}

const struct asked_party *asked_of(const struct app *app, const char *id, struct stamp now, size_t *count,
                                   struct arena *arena) {
    const struct summary *summary = summary_of(app->meeting, now, arena);
    const struct agreement_summary *agreement = summary_agreement(summary, id);
    *count = agreement == NULL ? 0 : agreement->asked_count;
    return agreement == NULL ? NULL : agreement->asked;
}

/* The next of an agreement's parties to be asked, behind AFTER (NULL: from the first); NULL when there is none. */
static const char *next_to_ask(struct app *app, const char *id, const char *after) {
    size_t count;
    const struct asked_party *asked = asked_of(app, id, app->now, &count, app->scratch);
    bool behind = after == NULL;
    for (size_t i = 0; i < count; i++) {
        if (behind && still_to_ask(asked[i].state)) {
            return asked[i].id;
        }
        behind = behind || text_equal(asked[i].id, after);
    }
    return NULL;
}

/* --- what is put next --- */

static void put(struct app *app, struct readback *readback, size_t at, const char *asked) {
    readback->scroll = at == readback->at ? readback->scroll : 0;
    readback->at = at;
    readback->asked = asked;
    readback->from = app->meeting->event_count;
}

static void put_next_record(struct app *app, struct readback *readback) {
    put(app, readback, readback->at + 1, NULL);
}

static void put_next_party(struct app *app, struct readback *readback, const char *after) {
    const char *next = next_to_ask(app, readback->ids[readback->at], after);
    if (next == NULL) {
        put_next_record(app, readback);
    } else {
        put(app, readback, readback->at, next);
    }
}

/* "3 of 4 confirmed; to be asked: A2 ACU, A3 COM" */
static const char *result(struct app *app, const struct readback *readback) {
    size_t confirmed = 0;
    const char *open = "";
    for (size_t i = 0; i < readback->count; i++) {
        const struct record_state *record = meeting_record(app->meeting, readback->ids[i]);
        if (record == NULL || record->withdrawn) {
            continue;
        }
        confirmed += read_as_it_stands(record);
        for (const char *id = next_to_ask(app, record->id, NULL); id != NULL; id = next_to_ask(app, record->id, id)) {
            open = arena_format(app->scratch, "%s%s %s %s", open, open[0] == '\0' ? "; to be asked:" : ",", record->id,
                                id);
        }
    }
    const char *of = readback->item == NULL ? "everyone else was asked"
                                            : arena_format(app->scratch, "read-back of %s: %zu of %zu confirmed",
                                                           readback->whole ? "the agreements" : readback->item,
                                                           confirmed, readback->count);
    return arena_format(app->scratch, "%s%s", open[0] == '\0' && readback->item == NULL ? "everyone was asked" : of,
                        open);
}

static void said_at_end(struct app *app, const struct readback *readback) {
    const char *said = result(app, readback);
    if (app->pending.length > 0) {
        app_also(app, said);
    } else {
        app_say(app, TONE_WORD, "Done; %s", said);
    }
}

/* --- what is said --- */

static void read_back(struct app *app, const void *body) {
    const struct event_readback *event = body;
    const char *id = event->records.count > 0 ? event->records.items[0] : event->item;
    app_done(app, "%s %s", id, event->words == NULL ? "confirmed as it was read" : "read back, with a word on it");
}

static const struct event_act READ_BACK = {"readback", DO_READBACK, NULL, read_back};

static struct event readback_event(struct app *app, const char *item, const char *id) {
    struct event event = app_event(app, DO_READBACK);
    struct event_readback *body = event.body;
    body->item = item;
    body->records.items = arena_array(app->meeting->arena, 1, sizeof *body->records.items);
    body->records.items[0] = id;
    body->records.count = 1;
    return event;
}

static void confirm(struct app *app, const struct readback *readback) {
    struct event event = readback_event(app, readback->item, readback->ids[readback->at]);
    if (app_apply(app, &event)) {
        read_back(app, event.body);
    }
}

void readback_words(struct app *app, const char *id) {
    const struct readback *readback = panel_state(app, &READBACK);
    const struct record_state *record = meeting_record(app->meeting, id);
    const char *item = readback != NULL && readback->item != NULL ? readback->item
                       : record == NULL || record->place < 0      ? NULL
                                                                  : item_id(app, (uint32_t)record->place);
    struct event event = readback_event(app, item, record == NULL ? NULL : record->id);
    ((struct event_readback *)event.body)->records.count = record != NULL;
    event_form(app, &READ_BACK, spec_of("readback"), event.body, record == NULL ? NULL : record->id);
}

/* --- keys --- */

static void go(struct app *app, struct readback *readback, bool down) {
    if (down && readback->asked != NULL) {
        put_next_party(app, readback, readback->asked);
    } else if (down) {
        put_next_record(app, readback);
    } else if (readback->asked != NULL && readback->item != NULL) {
        put(app, readback, readback->at, NULL);
    } else if (readback->at > 0) {
        put(app, readback, readback->at - 1, NULL);
    }
}

static bool read_key(struct app *app, struct readback *readback, key k) {
    const char *id = readback->ids[readback->at];
    switch (k) {
    case 'y':
    case KEY_RETURN:
        confirm(app, readback);
        return true;
    case 'w':
        readback_words(app, id);
        return true;
    case 'v':
        if (next_to_ask(app, id, NULL) == NULL) {
            app_say(app, TONE_WORD, "%s: nobody is to be asked", id);
        } else {
            put_next_party(app, readback, NULL);
        }
        return true;
    default:
        return false;
    }
}

static bool ask_key(struct app *app, struct readback *readback, key k) {
    static const struct {
        key k;
        enum assent state;
    } answers[] = {{'y', ASSENT_AGREED}, {'r', ASSENT_RESERVATION}, {'a', ASSENT_ABSENT}, {'d', ASSENT_DECLINED}};
    const char *id = readback->ids[readback->at];
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++) {
        if (answers[i].k == k) {
            assent_about(app, id, readback->asked, (int)answers[i].state);
            return true;
        }
    }
    if (k == 'o') {
        assent_about(app, id, NULL, 0);
    } else if (k == KEY_RETURN || k == ' ') {
        /* silence is no assent: it takes a key that says which */
        app_say(app, TONE_WORD, "%s: y agreed, r with reservation, a absent, d declined, s asks later",
                readback->asked);
    } else {
        return false;
    }
    return true;
}

static bool readback_key(struct app *app, key k) {
    struct readback *readback = app->panel->state;
    switch (k) {
    case KEY_ESCAPE:
        said_at_end(app, readback);
        panel_close(app);
        return true;
    case 'e':
        app_command(app, command_by_name(AT_MEETING, "edit"), readback->ids[readback->at]);
        return true;
    case 's':
    case KEY_DOWN_ARROW:
        go(app, readback, true);
        return true;
    case KEY_UP_ARROW:
        go(app, readback, false);
        return true;
    case KEY_PAGE_UP:
        readback->scroll -= readback->scroll < 3 ? readback->scroll : 3;
        return true;
    case KEY_PAGE_DOWN:
        readback->scroll += 3;
        return true;
    default:
        return readback->asked == NULL ? read_key(app, readback, k) : ask_key(app, readback, k);
    }
}

/* What happened since this was put: read, answered, corrected, withdrawn. */
static void follow(struct app *app, struct readback *readback, const struct record_state *record) {
    if (readback->asked == NULL) {
        if (record->read_event != SIZE_MAX && record->read_event >= readback->from) {
            put_next_party(app, readback, NULL);
        }
        return;
    }
    const struct assent_state *said = assent_of(record, readback->asked);
    if (record->words_event >= readback->from) {
        put(app, readback, readback->at, readback->item == NULL ? readback->asked : NULL);
    } else if (said != NULL && said->event >= readback->from) {
        put_next_party(app, readback, readback->asked);
    }
}

static bool readback_stands(struct app *app) {
    struct readback *readback = app->panel->state;
    const struct record_state *record = readback_record(app, readback);
    if (record != NULL && !record->withdrawn) {
        follow(app, readback, record);
    }
    while ((record = readback_record(app, readback)),
           readback->at < readback->count && (record == NULL || record->withdrawn)) {
        put_next_record(app, readback);
    }
    if (record == NULL) {
        said_at_end(app, readback);
        return false;
    }
    app->pane = PANE_RECORDS;
    app->record_selected = (int32_t)(record - app->meeting->records);
    return meeting_may(app->meeting, DO_READBACK).code == REFUSED_NOT;
}

static size_t readback_keys(const struct app *app, struct form_hint_key out[FORM_KEYS]) {
    static const struct form_hint_key read[] = {{"y", "as read"},       {"e", "correct"}, {"w", "add a word"},
                                                {"Up Down", "another"}, {"v", "assent"},  {"Esc", "end"}};
    static const struct form_hint_key ask[] = {{"y", "agreed"},   {"r", "reservation"}, {"a", "absent"},
                                               {"d", "declined"}, {"s", "later"},       {"Esc", "end"}};
    const struct readback *readback = app->panel->state;
    for (size_t i = 0; i < FORM_KEYS; i++) {
        out[i] = readback->asked == NULL ? read[i] : ask[i];
    }
    return FORM_KEYS;
}

const struct panel_kind READBACK = {readback_key, readback_stands, readback_view, readback_keys, NULL, readback_lines};

/* --- beginning --- */

/* Records of an item in the order they were made; PLACE -1: the agreements of the whole meeting. */
static void gather(struct app *app, struct readback *readback, int32_t place) {
    readback->ids = arena_array(app->panel->arena, app->meeting->record_count, sizeof *readback->ids);
    for (size_t i = 0; i < app->meeting->record_count; i++) {
        const struct record_state *record = app->meeting->records + i;
        bool wanted = place < 0 ? record->kind == RECORD_AGREEMENT : record->place == place;
        if (wanted && !record->withdrawn) {
            readback->ids[readback->count++] = record->id;
        }
    }
}

/* The first that is not confirmed as it stands. */
static size_t first_unread(const struct app *app, const struct readback *readback) {
    for (size_t i = 0; i < readback->count; i++) {
        if (!read_as_it_stands(meeting_record(app->meeting, readback->ids[i]))) {
            return i;
        }
    }
    return 0;
}

static void begin(struct app *app, int32_t place, bool whole) {
    struct readback *readback = panel_open(app, &READBACK, sizeof *readback);
    readback->item = item_id(app, (uint32_t)place);
    gather(app, readback, whole ? -1 : place);
    readback->whole = whole;
    if (readback->count == 0 && !whole) {
        /* an item that is for reading back has nothing of its own */
        gather(app, readback, -1);
        readback->whole = true;
    }
    if (readback->count == 0) {
        panel_close(app);
        app_say(app, TONE_WORD, "Nothing is recorded that could be read back");
        return;
    }
    put(app, readback, first_unread(app, readback), NULL);
    app_say(app, TONE_WORD, "Read-back of %s: %zu to read, the exact words, one by one",
            readback->whole ? "the agreements" : readback->item, readback->count);
}

/* The item of the record or the item that was chosen by the arrows, else the current one. */
static int32_t item_meant(const struct app *app) {
    const struct record_state *record = selected_record(app);
    bool chosen = app->screen != SCREEN_MEETING || (app->pane == PANE_RECORDS && app->record_selected >= 0);
    if (chosen && record != NULL && record->place >= 0) {
        return record->place;
    }
    return app->pane == PANE_AGENDA && app->item_selected >= 0 ? app->item_selected : app->meeting->current;
}

void act_readback(struct app *app, const char *words) {
    const char *rest = words;
    const char *typed = word_take(app, &rest);
    bool whole = typed != NULL && text_equal_nocase(typed, "all");
    int32_t place = typed == NULL || whole ? item_meant(app) : item_typed(app, typed);
    if (place >= 0) {
        begin(app, place, whole);
    } else if (typed == NULL || whole) {
        app_say(app, TONE_REFUSED, "No item was started yet: :readback I5 names one");
    }
}

bool ask_assent(struct app *app, const char *id) {
    const char *first = next_to_ask(app, id, NULL);
    if (first == NULL) {
        return false;
    }
    struct readback *readback = panel_open(app, &READBACK, sizeof *readback);
    readback->ids = arena_array(app->panel->arena, 1, sizeof *readback->ids);
    readback->ids[readback->count++] = meeting_record(app->meeting, id)->id;
    put(app, readback, 0, first);
    app_say(app, TONE_WORD, "%s: what does %s say? o another agency", id, party_name(app->meeting->agenda, first));
    return true;
}
