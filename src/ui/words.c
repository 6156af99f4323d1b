#include "words.h"

#include <string.h>

const char *word_take(struct app *app, const char **rest) {
    const char *from = *rest + strspn(*rest, " \t");
    size_t length = strcspn(from, " \t");
    *rest = from + length + strspn(from + length, " \t");
    return length == 0 ? NULL : arena_copy(app->scratch, from, length);
}

const char *ref_typed(struct app *app, enum event_do what, const char *field, const char *text) {
    const char *near = NULL;
    const char *id = ref_understand(app->meeting, shape_field(event_kinds[what].shape, field), text, &near);
    if (id == NULL && near != NULL) {
        app_say(app, TONE_REFUSED, "'%s' names nothing here; did you mean %s?", text, near);
    } else if (id == NULL) {
        app_say(app, TONE_REFUSED, "'%s' names nothing here", text);
    }
    return id;
}

int32_t item_typed(struct app *app, const char *text) {
    const char *id = ref_typed(app, DO_START, "item", text);
    return id == NULL ? -1 : meeting_item_place(app->meeting, id);
}

struct record_state *record_typed(struct app *app, const char *text) {
    struct record_state *record = meeting_record(app->meeting, text);
    for (size_t i = 0; record == NULL && i < app->meeting->record_count; i++) {
        if (text_equal_nocase(app->meeting->records[i].id, text)) {
            record = app->meeting->records + i;
        }
    }
    if (record == NULL) {
        app_say(app, TONE_REFUSED, "There is no record %s", text);
    }
    return record;
}

/* A time of day that has not come yet was before midnight, in a meeting that passes it. */
static bool since_typed(struct app *app, const char *text, int32_t *back) {
    int32_t minutes;
    if (!time_read(text, &minutes)) {
        return false;
    }
    instant at = instant_of(stamp_day(app->now), minutes, app->now.offset);
    at -= at > app->now.at + 12 * (instant)MS_HOUR ? 24 * (instant)MS_HOUR : 0;
    *back = at > app->now.at ? -1 : (int32_t)((app->now.at - at) / MS_MINUTE);
    return *back >= 0;
}

bool back_typed(struct app *app, const char *text, int32_t *back) {
    const char *word = word_take(app, &text);
    *back = 0;
    if (word == NULL || text_equal_nocase(word, "now")) {
        return true;
    }
    bool since = text_equal_nocase(word, "since") || text_equal_nocase(word, "at");
    if (since || text_equal_nocase(word, "back")) {
        word = word_take(app, &text);
    }
    bool good = word != NULL && (since ? since_typed(app, word, back) : minutes_read(word, back) && *back >= 0);
    const char *unit;
    while (good && (unit = word_take(app, &text)) != NULL) {
        good = text_equal_nocase(unit, "ago") || text_equal_nocase(unit, "min") || text_equal_nocase(unit, "minutes") ||
               text_equal_nocase(unit, "minute");
    }
    if (!good) {
        bool ahead = since && *back < 0;
        app_say(app, TONE_REFUSED, "%s",
                ahead ? arena_format(app->scratch, "%s is still to come", word)
                      : "When it began is said as '4 min ago' or 'since 13:30'");
    }
    return good;
}

const char *record_item(const struct record_state *record) {
    switch (record->kind) {
    case RECORD_CHALLENGE:
        return ((const struct challenge *)record->now)->item;
    case RECORD_AGREEMENT:
        return ((const struct agreement *)record->now)->item;
    case RECORD_NOTE:
        return ((const struct note *)record->now)->item;
    default:
        return NULL;
    }
}

const char *record_text(const struct record_state *record) {
    const char *text = NULL;
    switch (record->kind) {
    case RECORD_CHALLENGE:
        text = ((const struct challenge *)record->now)->put;
        break;
    case RECORD_AGREEMENT:
        text = ((const struct agreement *)record->now)->text;
        break;
    case RECORD_ENGAGEMENT:
        text = ((const struct engagement *)record->now)->activity;
        break;
    default:
        text = ((const struct note *)record->now)->text;
        break;
    }
    return text == NULL ? "" : text;
}

bool challenge_open(const struct record_state *record) {
    if (record->kind != RECORD_CHALLENGE || record->withdrawn) {
        return false;
    }
    int outcome = ((const struct challenge *)record->now)->outcome;
    return outcome == 0 || outcome == CHALLENGE_OPEN;
}

const char *status_words(int status) {
    static const char *const words[] = {
        [0] = NULL,
        [AGREEMENT_PROPOSED] = "proposed",
        [AGREEMENT_AGREED] = NULL,
        [AGREEMENT_IN_PROGRESS] = "in progress",
        [AGREEMENT_DONE] = "done, not evidenced",
        [AGREEMENT_EVIDENCED] = "evidenced",
        [AGREEMENT_IMPACT_TESTED] = "impact-tested",
        [AGREEMENT_STOPPED] = "stopped",
        [AGREEMENT_SUPERSEDED] = "superseded",
    };
    return words[status];
}

const char *party_said(const struct app *app, const char *id) {
    const char *name = party_name(app->meeting->agenda, id);
    return app->columns < 100 && text_columns(name, strlen(name)) > 22 ? id : name;
}
