/* Actions as JSON. */
#include "actions_columns.h"
#include "candour/format/json_fields.h"

typedef void column_json(struct json *json, const struct column *column, const struct action *row);

/* --- lists --- */

static void party_of(struct json *json, const char *key, const struct action_party *party) {
    if (!party->id) {
        json_null(json, key);
        return;
    }
    json_object(json, key);
    json_text(json, "id", party->id);
    json_text(json, "name", party->name);
    json_end(json);
}

static void texts(struct json *json, const struct column *column, const struct action *row) {
    json_texts(json, column->key, column_value(column, row));
}

static void days(struct json *json, const struct column *column, const struct action *row) {
    const struct days *days = column_value(column, row);
    json_array(json, column->key);
    for (size_t i = 0; i < days->count; i++)
        json_day(json, NULL, days->items[i]);
    json_end(json);
}

static void partners(struct json *json, const struct column *column, const struct action *row) {
    json_array(json, column->key);
    for (size_t i = 0; i < row->partner_count; i++)
        party_of(json, NULL, &row->partners[i]);
    json_end(json);
}

static void lacks(struct json *json, const struct column *column, const struct action *row) {
    json_array(json, column->key);
    for (unsigned bit = 0; bit < LACKS; bit++)
        if (row->lacks >> bit & 1)
            json_text(json, NULL, lack_word((enum lack)(1U << bit)));
    json_end(json);
}

static void to_ask(struct json *json, const struct column *column, const struct action *row) {
    json_array(json, column->key);
    for (size_t i = 0; i < row->assent_count; i++)
        if (row->assents[i].to_ask)
            json_text(json, NULL, row->assents[i].party.id);
    json_end(json);
}

static void assents(struct json *json, const struct column *column, const struct action *row) {
    json_array(json, column->key);
    for (size_t i = 0; i < row->assent_count; i++) {
        const struct action_assent *assent = &row->assents[i];
        json_object(json, NULL);
        json_text(json, "id", assent->party.id);
        json_text(json, "name", assent->party.name);
        json_text(json, "state", asked_word(assent->state));
        json_bool(json, "to_ask", assent->to_ask);
        json_day(json, "by", assent->by);
        json_bool(json, "late", assent->late);
        json_text(json, "words", assent->words);
        json_end(json);
    }
    json_end(json);
}

/* --- single values --- */

static void type(struct json *json, const struct column *column, const struct action *row) {
    json_text(json, column->key, action_kind_word(row->kind));
}

static void text(struct json *json, const struct column *column, const struct action *row) {
    json_text(json, column->key, column_text(column, row));
}

static void one_day(struct json *json, const struct column *column, const struct action *row) {
    json_day(json, column->key, *(const day *)column_value(column, row));
}

static void choice(struct json *json, const struct column *column, const struct action *row) {
    json_choice(json, column->key, column->choices, *(const int *)column_value(column, row));
}

static void flag(struct json *json, const struct column *column, const struct action *row) {
    json_bool(json, column->key, *(const bool *)column_value(column, row));
}

static void count(struct json *json, const struct column *column, const struct action *row) {
    json_integer(json, column->key, *(const int32_t *)column_value(column, row));
}

static void party(struct json *json, const struct column *column, const struct action *row) {
    party_of(json, column->key, column_value(column, row));
}

void actions_json_rows(const struct actions *actions, const char *key, struct json *json) {
    static column_json *const writers[COLUMN_TYPES] = {
        [COLUMN_TYPE] = type,       [COLUMN_TEXT] = text,         [COLUMN_TEXTS] = texts, [COLUMN_DAY] = one_day,
        [COLUMN_DAYS] = days,       [COLUMN_CHOICE] = choice,     [COLUMN_FLAG] = flag,   [COLUMN_COUNT] = count,
        [COLUMN_PARTY] = party,     [COLUMN_PARTNERS] = partners, [COLUMN_LACKS] = lacks, [COLUMN_TO_ASK] = to_ask,
        [COLUMN_ASSENTS] = assents,
    };
    json_array(json, key);
    for (size_t i = 0; i < actions->count; i++) {
        json_object(json, NULL);
        for (size_t c = 0; c < ACTION_COLUMN_COUNT; c++)
            writers[ACTION_COLUMNS[c].type](json, &ACTION_COLUMNS[c], actions->list[i]);
        json_end(json);
    }
    json_end(json);
}

/* --- the whole --- */

static void asked_for(const struct actions_filter *filter, struct json *json) {
    json_object(json, "asked_for");
    json_text(json, "agency", filter->agency);
    json_choice(json, "status", &CHOICES_AGREEMENT_STATUS, filter->status);
    json_bool(json, "overdue", filter->overdue);
    json_day(json, "due_before", filter->due_before);
    json_end(json);
}

static void counts(const struct actions *actions, struct json *json) {
    json_object(json, "counts");
    json_integer(json, "sessions", (int64_t)(actions->session_count - actions->copies));
    json_integer(json, "agreements", (int64_t)actions->kinds[ACTION_AGREEMENT]);
    json_integer(json, "evidence", (int64_t)actions->kinds[ACTION_EVIDENCE]);
    json_integer(json, "answers", (int64_t)actions->kinds[ACTION_ANSWER]);
    json_integer(json, "engagement", (int64_t)actions->kinds[ACTION_ENGAGEMENT]);
    json_integer(json, "late", (int64_t)actions->late);
    json_integer(json, "restricted_left_out", (int64_t)actions->restricted);
    json_end(json);
}

static void session(const struct action_session *session, struct json *json) {
    json_object(json, NULL);
    json_text(json, "file", session->path);
    json_text(json, "board", session->board);
    json_text(json, "board_name", session->board_name);
    json_text(json, "review", session->review);
    json_text(json, "review_title", session->review_title);
    json_text(json, "title", session->title);
    json_day(json, "met", session->met);
    json_bool(json, "confirmed", session->status == MEETING_CONFIRMED);
    json_texts(json, "restricted_left_out", &session->restricted);
    json_text(json, "copy_of", session->copy_of ? session->copy_of->path : NULL);
    json_end(json);
}

void actions_json(const struct actions *actions, struct buffer *out) {
    struct json json = json_begin(out);
    json_object(&json, NULL);
    json_text(&json, "document", "outstanding");
    json_day(&json, "as_of", actions->today);
    asked_for(&actions->filter, &json);
    counts(actions, &json);
    json_array(&json, "sessions");
    for (size_t i = 0; i < actions->session_count; i++)
        session(actions->sessions[i], &json);
    json_end(&json);
    actions_json_rows(actions, "actions", &json);
    json_end(&json);
}
