#include "actions_told.h"

#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/buffer.h"
#include "candour/base/text.h"

enum { SHORT_MOST = 80 }; /* grapheme clusters: a line of a calendar */

#define SAID(...) arena_format(arena, __VA_ARGS__)

static const char *taken(struct arena *arena, struct buffer *words) {
    const char *said = words->length > 0 ? arena_copy(arena, words->bytes, words->length) : NULL;
    buffer_free(words);
    return said;
}

/* "one challenge", "2 challenges" without the last letter of the plural. */
static const char *counted(struct arena *arena, size_t count, const char *one, const char *many) {
    return SAID("%zu %s", count, count == 1 ? one : many);
}

enum action_section action_section(const struct action *row) {
    static const enum action_section others[ACTION_KINDS] = {
        [ACTION_EVIDENCE] = ACTION_PROMISED, [ACTION_ANSWER] = ACTION_OPEN, [ACTION_ENGAGEMENT] = ACTION_TO_REACH};
    if (row->late)
        return ACTION_LATE;
    if (row->kind != ACTION_AGREEMENT)
        return others[row->kind];
    if (!row->outstanding)
        return ACTION_SETTLED;
    if (row->revisit_come)
        return ACTION_LOOK_AGAIN;
    return row->on != 0 ? ACTION_DUE : ACTION_UNDATED;
}

const char *action_section_name(enum action_section section) {
    static const char *const names[ACTION_SECTIONS] = {
        [ACTION_LATE] = "Late",
        [ACTION_LOOK_AGAIN] = "Deferred, and the day to look again has come",
        [ACTION_DUE] = "Due",
        [ACTION_UNDATED] = "Without a date",
        [ACTION_PROMISED] = "Evidence promised",
        [ACTION_OPEN] = "Challenges still open",
        [ACTION_TO_REACH] = "Engagement",
        [ACTION_SETTLED] = "No longer outstanding",
    };
    return names[section];
}

const char *begun_told(const char *text) {
    return text + strspn(text, " \t\r\n");
}

const char *shortened_told(struct arena *arena, const char *text) {
    const char *line = begun_told(text);
    size_t length = strcspn(line, "\r\n"), at = 0, clusters = 0;
    while (at < length && clusters++ < SHORT_MOST)
        at = grapheme_next(line, length, at);
    bool all = at == length && line[length] == '\0';
    return arena_format(arena, "%.*s%s", (int)at, line, all ? "" : "...");
}

const char *day_told(struct arena *arena, day d) {
    int year, month, dayofmonth;
    if (d == 0)
        return NULL;
    day_parts(d, &year, &month, &dayofmonth);
    return SAID("%.3s %d %.3s %d", weekday_name(day_weekday(d)), dayofmonth, month_name(month), year);
}

const char *word_told(struct arena *arena, const struct choices *choices, int value) {
    if (value == 0)
        return NULL;
    char *words = arena_text(arena, choice_word(choices, value));
    for (char *c = words; *c; c++)
        *c = *c == '-' ? ' ' : *c;
    return words;
}

/* --- who --- */

static bool stands_for_itself(const char *id) {
    return text_equal(id, "BOARD") || text_equal(id, "CHAIR") || text_equal(id, "NATIONAL");
}

const char *party_told(struct arena *arena, const struct action_party *party) {
    if (!party->id || stands_for_itself(party->id) || text_equal(party->id, party->name))
        return party->name;
    return SAID("%s (%s)", party->name, party->id);
}

const char *owner_told(struct arena *arena, const struct action *row) {
    const char *party = party_told(arena, &row->owes);
    const char *national = text_equal(row->owes.id, "NATIONAL") ? row->addressee : NULL;
    if (!party)
        return "nobody named";
    if (national)
        return SAID("%s: %s", party, national);
    return row->role ? SAID("%s, %s", party, row->role) : party;
}

const char *partners_told(struct arena *arena, const struct action *row) {
    struct buffer words = {0};
    for (size_t i = 0; i < row->partner_count; i++)
        buffer_format(&words, "%s%s", i > 0 ? ", " : "", row->partners[i].id);
    return taken(arena, &words);
}

/* --- when and how far --- */

const char *when_told(struct arena *arena, const struct action *row) {
    bool deferred = row->priority == PRIORITY_DEFERRED && row->revisit != 0;
    const char *due = day_told(arena, row->due);
    const char *revisit = day_told(arena, row->revisit);
    if (row->late)
        return SAID("%sdue %s, %s late", deferred ? "deferred, " : "", due,
                    counted(arena, (size_t)row->late_days, "day", "days"));
    if (deferred)
        return SAID("deferred, look again on %s%s%s%s", revisit, row->revisit_come ? ", that day has come" : "",
                    due ? "; due " : "", due ? due : "");
    return due ? SAID("due %s", due) : row->kind == ACTION_AGREEMENT ? "no due date" : "no date";
}

const char *status_told(struct arena *arena, const struct action *row) {
    if (row->status == AGREEMENT_DONE)
        return "done, not evidenced";
    return word_told(arena, &CHOICES_AGREEMENT_STATUS, row->status);
}

const char *lacks_told(struct arena *arena, const struct action *row) {
    struct buffer words = {0};
    for (unsigned bit = 0; bit < LACKS; bit++)
        if (row->lacks >> bit & 1)
            buffer_format(&words, "%s%s", words.length > 0 ? ", " : "", lack_word((enum lack)(1U << bit)));
    return taken(arena, &words);
}

const char *to_ask_told(struct arena *arena, const struct action *row, const char *agency) {
    struct buffer words = {0};
    for (size_t i = 0; i < row->assent_count; i++) {
        const struct action_assent *assent = &row->assents[i];
        if (!assent->to_ask || (agency && !text_equal_nocase(agency, assent->party.id)))
            continue;
        buffer_format(&words, "%s%s", words.length > 0 ? ", " : "", assent->party.id);
        if (assent->state == ASKED_NOT_YET)
            continue;
        buffer_format(&words, " (%s", assent->state == ASKED_ABSENT ? "was absent" : asked_word(assent->state));
        if (assent->by != 0)
            buffer_format(&words, ", by %s%s", day_told(arena, assent->by), assent->late ? ", late" : "");
        buffer_text(&words, ")");
    }
    return taken(arena, &words);
}

const char *reservations_told(struct arena *arena, const struct action *row) {
    struct buffer words = {0};
    for (size_t i = 0; i < row->assent_count; i++) {
        const struct action_assent *assent = &row->assents[i];
        if (assent->state != ASKED_RESERVATION && assent->state != ASKED_DECLINED)
            continue;
        buffer_format(&words, "%s%s %s", words.length > 0 ? "\n" : "", assent->party.id, asked_word(assent->state));
        if (assent->words)
            buffer_format(&words, ": %s", assent->words);
    }
    return taken(arena, &words);
}

const char *heard_told(struct arena *arena, const struct action *row) {
    const struct action_progress *heard = &row->progress;
    struct buffer words = {0};
    if (heard->on == 0)
        return "Nothing heard since the meeting";
    buffer_format(&words, "Last heard %s", day_told(arena, heard->on));
    if (heard->by)
        buffer_format(&words, " from %s", heard->by);
    if (heard->withheld)
        buffer_text(&words, " (restricted)");
    if (heard->text)
        buffer_format(&words, ": %s", heard->text);
    if (heard->effect)
        buffer_format(&words, "\nEffect: %s", heard->effect);
    return taken(arena, &words);
}

/* --- the whole --- */

const char *session_told(struct arena *arena, const struct action_session *session) {
    const char *met = day_told(arena, session->met);
    return met ? SAID("%s, %s", session->review, met) : session->review;
}

const char *restricted_told(struct arena *arena, size_t count) {
    if (count == 0)
        return NULL;
    return count == 1 ? "One restricted record is left out." : SAID("%zu restricted records are left out.", count);
}

const char *counts_told(struct arena *arena, const struct actions *actions) {
    static const char *const words[ACTION_KINDS][2] = {{"agreement", "agreements"},
                                                       {"promise of evidence", "promises of evidence"},
                                                       {"open challenge", "open challenges"},
                                                       {"engagement activity", "engagement activities"}};
    struct buffer said = {0};
    for (size_t i = 0; i < ACTION_KINDS; i++)
        if (actions->kinds[i] > 0)
            buffer_format(&said, "%s%s", said.length > 0 ? ", " : "",
                          counted(arena, actions->kinds[i], words[i][0], words[i][1]));
    return said.length > 0 ? taken(arena, &said) : "nothing";
}

const char *as_of_told(struct arena *arena, const struct actions *actions) {
    const char *late = actions->late > 0 ? SAID("; %zu late", actions->late) : "";
    return SAID("%s on %s: %s%s.", actions->filter.status ? "Agreements" : "Outstanding",
                day_told(arena, actions->today), counts_told(arena, actions), late);
}

const char *asked_for_told(struct arena *arena, const struct actions_filter *filter) {
    const char *all = filter->agency ? SAID(", what %s owes or shares", filter->agency) : "";
    if (filter->status != 0)
        all = SAID("%s, status %s", all, word_told(arena, &CHOICES_AGREEMENT_STATUS, filter->status));
    if (filter->overdue)
        all = SAID("%s, what is late", all);
    if (filter->due_before != 0)
        all = SAID("%s, due before %s", all, day_told(arena, filter->due_before));
    return *all ? SAID("Asked for: %s.", all + 2) : NULL;
}

const char *sessions_told(struct arena *arena, const struct actions *actions) {
    size_t read = actions->session_count - actions->copies;
    if (read != 1)
        return SAID("%zu sessions read.", read);
    size_t one = 0;
    while (actions->sessions[one]->copy_of)
        one++;
    return SAID("One session read: %s.", session_told(arena, actions->sessions[one]));
}
