/* Guarded words in what would leave, looked for in the texts themselves: no form has folded or escaped them yet. */
#include "actions_columns.h"
#include "candour/core/guard.h"

struct guarding {
    const char *const *words;
    size_t count;
};

static const char *guarded(const struct guarding *guard, const char *text) {
    return guard_find(text, guard->words, guard->count, NULL, NULL);
}

static const char *party_guarded(const struct guarding *guard, const struct action_party *party) {
    const char *word = guarded(guard, party->id);
    return word ? word : guarded(guard, party->name);
}

static const char *list_guarded(const struct guarding *guard, const struct texts *texts) {
    const char *word = NULL;
    for (size_t i = 0; !word && i < texts->count; i++)
        word = guarded(guard, texts->items[i]);
    return word;
}

static const char *partners_guarded(const struct guarding *guard, const struct action *row) {
    const char *word = NULL;
    for (size_t i = 0; !word && i < row->partner_count; i++)
        word = party_guarded(guard, &row->partners[i]);
    return word;
}

static const char *assents_guarded(const struct guarding *guard, const struct action *row) {
    const char *word = NULL;
    for (size_t i = 0; !word && i < row->assent_count; i++) {
        word = party_guarded(guard, &row->assents[i].party);
        word = word ? word : guarded(guard, row->assents[i].words);
    }
    return word;
}

/* Only what people wrote can hold one. */
static const char *column_guarded(const struct guarding *guard, const struct column *column, const struct action *row) {
    switch (column->type) {
    case COLUMN_TEXT:
        return guarded(guard, column_text(column, row));
    case COLUMN_TEXTS:
        return list_guarded(guard, column_value(column, row));
    case COLUMN_PARTY:
        return party_guarded(guard, column_value(column, row));
    case COLUMN_PARTNERS:
        return partners_guarded(guard, row);
    case COLUMN_ASSENTS:
        return assents_guarded(guard, row);
    default:
        return NULL;
    }
}

static bool session_guarded(const struct guarding *guard, const struct action_session *session,
                            struct action_guarded *out) {
    const struct {
        const char *key, *text;
    } texts[] = {{"board", session->board}, {"board name", session->board_name},     {"review", session->review},
                 {"title", session->title}, {"review title", session->review_title}, {"file name", session->path}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const char *word = guarded(guard, texts[i].text);
        if (word) {
            *out = (struct action_guarded){.session = session, .key = texts[i].key, .word = word};
            return true;
        }
    }
    return false;
}

static bool row_guarded(const struct guarding *guard, const struct action *row, struct action_guarded *out) {
    for (size_t c = 0; c < ACTION_COLUMN_COUNT; c++) {
        const char *word = ACTION_COLUMNS[c].of_session ? NULL : column_guarded(guard, &ACTION_COLUMNS[c], row);
        if (word) {
            *out = (struct action_guarded){
                .session = row->session, .row = row, .key = ACTION_COLUMNS[c].key, .word = word};
            return true;
        }
    }
    return false;
}

bool actions_guarded(const struct actions *actions, const char *const *words, size_t count, size_t *at,
                     struct action_guarded *out) {
    struct guarding guard = {.words = words, .count = count};
    size_t end = actions->session_count + actions->count;
    bool found = false;
    while (!found && *at < end) {
        size_t place = (*at)++;
        found = place < actions->session_count
                    ? session_guarded(&guard, actions->sessions[place], out)
                    : row_guarded(&guard, actions->list[place - actions->session_count], out);
    }
    return found;
}
