/* Items made from challenges, parked notes and engagement activities. */
#include <string.h>

#include "candour/base/text.h"
#include "carry_parts.h"

enum { WORDS_MOST = 140, PARKED_MOST = 280 };

static bool restricted(int visibility) {
    return visibility == VISIBILITY_RESTRICTED;
}

/* " Put: Who decides? Given: Nobody, the system does." */
static const char *put_and_given(const struct carrying *c, const struct challenge *challenge) {
    if (restricted(challenge->visibility))
        return " Restricted: the words are in the record.";
    return arena_format(c->arena, "%s%s", carry_sentence(c->arena, " Put: ", challenge->put, WORDS_MOST),
                        carry_sentence(c->arena, " Given: ", challenge->given, WORDS_MOST));
}

static const char *on_what(const struct carrying *c, size_t from, const struct challenge *challenge) {
    const char *finding = carry_id(c, from, challenge->finding, REF_FINDING);
    if (finding)
        return arena_format(c->arena, ", on %s", finding);
    if (text_blank(challenge->about) || restricted(challenge->visibility))
        return "";
    return arena_format(c->arena, ", on %s", carry_line(c->arena, challenge->about, WORDS_MOST));
}

static const char *party(const struct carrying *c, size_t from, const char *id) {
    return carry_id(c, from, id, REF_AGENCY | REF_PERSON);
}

/* --- open challenges --- */

/* "DIS owes an answer by 6 Dec 2016, late" */
static const char *owed(const struct carrying *c, size_t from, const struct challenge_summary *row) {
    const struct challenge *challenge = row->challenge;
    const char *by = carry_by(c, challenge->respond_by, ", no date to answer by");
    if (row->answered && challenge->respond_by != 0)
        return arena_format(c->arena, "answered but not settled, due%s", by);
    if (row->answered)
        return arena_format(c->arena, "answered but not settled%s", by);
    return arena_format(c->arena, "%s owes an answer%s", party(c, from, challenge->to), by);
}

static void ask_open(struct carrying *c, struct item *item, size_t from, const struct challenge_summary *row) {
    const struct challenge *challenge = row->challenge;
    const char *kind = challenge->kind && challenge->kind != CHALLENGE_CHALLENGE
                           ? arena_format(c->arena, " (%s)", choice_word(&CHOICES_CHALLENGE_KIND, challenge->kind))
                           : "";
    PROMPT(c, item, "%s, %s to %s%s%s: %s.%s", carry_whence(c, from, challenge->id), party(c, from, challenge->by),
           party(c, from, challenge->to), kind, on_what(c, from, challenge), owed(c, from, row),
           put_and_given(c, challenge));
}

void carry_challenges(struct carrying *c) {
    struct item item = {.title = "Open challenges", .purpose = PURPOSE_CHALLENGE};
    for (size_t from = c->count; from-- > 0;) {
        const struct summary *s = c->froms[from].s;
        struct texts ids = {.items = NULL};
        for (size_t i = 0; i < s->challenge_count; i++) {
            if (!s->challenges[i].open)
                continue;
            ask_open(c, &item, from, &s->challenges[i]);
            carry_name(c, &item, from, s->challenges[i].challenge->finding);
            texts_push(c->arena, &ids, s->challenges[i].record->id);
        }
        carry_paper(c, &item, from, &ids);
    }
    carry_few(&item);
    c->out->challenges = item.prompts.count;
    carry_item(c, item, 5 * item.prompts.count);
}

/* --- evidence promised --- */

static void ask_evidence(struct carrying *c, struct item *item, size_t from, const struct challenge *challenge) {
    const char *by = challenge->given_by ? challenge->given_by : challenge->to;
    PROMPT(c, item, "%s%s: %s promised evidence%s. Who has seen it?%s", carry_whence(c, from, challenge->id),
           on_what(c, from, challenge), party(c, from, by), carry_by(c, challenge->evidence_due, ", no date given"),
           put_and_given(c, challenge));
}

void carry_evidence(struct carrying *c) {
    struct item item = {.title = "Evidence promised", .purpose = PURPOSE_CHALLENGE};
    for (size_t from = c->count; from-- > 0;) {
        const struct summary *s = c->froms[from].s;
        struct texts ids = {.items = NULL};
        for (size_t i = 0; i < s->challenge_count; i++) {
            if (!s->challenges[i].promised)
                continue;
            ask_evidence(c, &item, from, s->challenges[i].challenge);
            carry_name(c, &item, from, s->challenges[i].challenge->finding);
            texts_push(c->arena, &ids, s->challenges[i].record->id);
        }
        carry_paper(c, &item, from, &ids);
    }
    carry_few(&item);
    c->out->evidence = item.prompts.count;
    carry_item(c, item, 3 * item.prompts.count);
}

/* --- parked notes --- */

static const char *parked_words(const struct carrying *c, const struct note *note) {
    return restricted(note->visibility) ? "Restricted: the words are in the record."
                                        : carry_sentence(c->arena, "", note->text, PARKED_MOST);
}

static void ask_parked(struct carrying *c, struct item *item, size_t from, const struct record_state *record) {
    const struct note *note = record->now;
    const char *where = record->place < 0 ? "" : c->froms[from].m->items[record->place].item->id;
    PROMPT(c, item, "%s%s%s: %s", carry_whence(c, from, note->id), *where ? ", parked in " : ", parked", where,
           parked_words(c, note));
}

static bool asks(const struct item *item, const char *begins, const char *words) {
    for (size_t i = 0; i < item->prompts.count; i++)
        if (strncmp(item->prompts.items[i], begins, strlen(begins)) == 0 && strstr(item->prompts.items[i], words))
            return true;
    return false;
}

/* Was it asked in an item that a later session took? Then it was dealt with there. */
static bool taken_up(const struct carrying *c, size_t from, const struct note *note) {
    const char *begins = arena_format(c->arena, "%s of %s", note->id, c->froms[from].day);
    const char *words = parked_words(c, note);
    for (size_t later = 0; later < from; later++) {
        const struct meeting *m = c->froms[later].m;
        for (uint32_t i = 0; i < m->item_count; i++)
            if (m->items[i].stage == ITEM_VISITED && asks(m->items[i].item, begins, words))
                return true;
    }
    return false;
}

static bool is_parked(const struct record_state *record) {
    return record->kind == RECORD_NOTE && !record->withdrawn && ((const struct note *)record->now)->kind == NOTE_PARKED;
}

void carry_parked(struct carrying *c) {
    struct item item = {.title = "Parked matters", .purpose = PURPOSE_DISCUSSION};
    for (size_t from = c->count; from-- > 0;) {
        const struct meeting *m = c->froms[from].m;
        struct texts ids = {.items = NULL};
        for (size_t i = 0; i < m->record_count; i++) {
            if (!is_parked(&m->records[i]) || taken_up(c, from, m->records[i].now))
                continue;
            ask_parked(c, &item, from, &m->records[i]);
            texts_push(c->arena, &ids, m->records[i].id);
        }
        carry_paper(c, &item, from, &ids);
    }
    c->out->parked = item.prompts.count;
    carry_item(c, item, 5 * item.prompts.count);
}

/* --- engagement --- */

/* Whether it was done is not known, so nothing is called late. */
static void ask_engagement(struct carrying *c, struct item *item, size_t from, const struct engagement *engagement) {
    const char *tests = carry_sentence(c->arena, " Use tested by: ", engagement->tests_use, WORDS_MOST);
    const char *by = engagement->by ? " by " : ", no date";
    PROMPT(c, item, "%s, %s%s%s%s: %s: %s%s", carry_whence(c, from, engagement->id),
           engagement->lead ? party(c, from, engagement->lead) : "nobody named to lead", by,
           carry_day(c->arena, engagement->by), engagement->hold == YES ? ", held until publication" : "",
           carry_line(c->arena, engagement->audience, WORDS_MOST),
           carry_sentence(c->arena, "", engagement->activity, WORDS_MOST), *tests ? tests : " Nothing tests its use.");
}

void carry_engagements(struct carrying *c) {
    struct item item = {.title = "Engagement: done, and its use tested?", .purpose = PURPOSE_DISCUSSION};
    for (size_t from = c->count; from-- > 0;) {
        const struct summary *s = c->froms[from].s;
        struct texts ids = {.items = NULL};
        for (size_t i = 0; i < s->engagement_count; i++) {
            ask_engagement(c, &item, from, s->engagements[i].engagement);
            texts_push(c->arena, &ids, s->engagements[i].record->id);
        }
        carry_paper(c, &item, from, &ids);
    }
    c->out->engagements = item.prompts.count;
    carry_item(c, item, 2 * item.prompts.count);
}
