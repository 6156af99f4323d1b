#include "acts.h"
#include "line.h"
#include "screen_moves.h"
#include "words.h"

/* Agenda items in their order and records in theirs, as one row of places. */
static bool place_has(const struct app *app, uint32_t at, const char *needle) {
    const struct meeting *meeting = app->meeting;
    if (at < meeting->item_count) {
        const struct item *item = meeting->items[meeting->order[at]].item;
        return text_find(item->id, needle) != NULL || text_find(item->title, needle) != NULL;
    }
    const struct record_state *record = meeting->records + (at - meeting->item_count);
    if (text_find(record->id, needle) != NULL || text_find(record_text(record), needle) != NULL) {
        return true;
    }
    if (record->kind != RECORD_CHALLENGE) {
        return false;
    }
    const struct challenge *challenge = record->now;
    return (challenge->by != NULL && text_find(challenge->by, needle) != NULL) ||
           text_find(challenge->to, needle) != NULL ||
           (challenge->given != NULL && text_find(challenge->given, needle) != NULL);
}

static uint32_t place_now(const struct app *app) {
    const struct meeting *meeting = app->meeting;
    if (app->pane == PANE_RECORDS && meeting->record_count > 0) {
        return meeting->item_count + (uint32_t)record_selected(app);
    }
    uint32_t at = 0;
    while (at < meeting->item_count && (int32_t)meeting->order[at] != item_selected(app)) {
        at++;
    }
    return at;
}

static void go_to(struct app *app, uint32_t at) {
    const struct meeting *meeting = app->meeting;
    if (at < meeting->item_count) {
        app->pane = PANE_AGENDA;
        app->item_selected = (int32_t)meeting->order[at];
        app_say(app, TONE_WORD, "Found: %s %s", item_id(app, meeting->order[at]), item_title(app, meeting->order[at]));
        return;
    }
    app->pane = PANE_RECORDS;
    app->item_selected = -1;
    app->record_selected = (int32_t)(at - meeting->item_count);
    const struct record_state *record = meeting->records + app->record_selected;
    app_say(app, TONE_WORD, "Found: %s %s", record->id, record_text(record));
}

static bool search_typed(struct app *app, const char *text) {
    if (!text_blank(text)) {
        buffer_clear(&app->searched);
        buffer_text(&app->searched, text);
    }
    if (app->searched.length == 0) {
        return true;
    }
    if (app->screen != SCREEN_MEETING && screen_search(app, app->searched.bytes)) {
        return true;
    }
    uint32_t all = app->screen != SCREEN_MEETING ? 0 : app->meeting->item_count + (uint32_t)app->meeting->record_count;
    uint32_t from = place_now(app);
    for (uint32_t step = 1; step <= all; step++) {
        uint32_t at = (from + step) % all;
        if (place_has(app, at, app->searched.bytes)) {
            go_to(app, at);
            return true;
        }
    }
    app_say(app, TONE_REFUSED, "Nothing on this screen has '%s'", app->searched.bytes);
    return true;
}

void act_search(struct app *app, const char *words) {
    if (!text_blank(words)) {
        search_typed(app, words);
        return;
    }
    line_open(app, LINE_SEARCH, "/", search_typed);
}
