/* One agency's slip: what it was asked and answered, what it owns, shares and promised, and the days it is to keep. */
#include <stdlib.h>

#include "actions_days.h"
#include "actions_told.h"
#include "report_actions.h"
#include "report_kinds.h"

struct slip {
    struct report r;
    const struct agency_summary *party;
    struct actions actions; /* of the agency */
};

static struct slip slip_begin(const struct report_order *order, bool document, struct arena *arena) {
    const struct agenda *agenda = order->summary->meeting->agenda;
    const char *title = arena_format(arena, "Slip for %s", party_name(agenda, order->agency));
    return (struct slip){
        .r = report_begin(order, document ? title : NULL, arena),
        .party = summary_party(order->summary, order->agency),
        .actions = report_rows(order, order->agency, arena),
    };
}

/* --- at a glance --- */

static const char *ids_of(const struct slip *w, const struct texts *ids) {
    const char *said = said_list(&w->r, ids);
    return said == NULL ? "none" : said;
}

static void at_a_glance(const struct slip *w) {
    const struct report *r = &w->r;
    const struct agency_summary *party = w->party;
    const struct {
        const char *label;
        const struct texts *ids;
    } rows[] = {
        {"Challenges put to it", &party->received}, {"Challenges it put", &party->made},
        {"Agreements it owns", &party->owns},       {"Agreements it shares", &party->shares},
        {"Evidence it promised", &party->promised}, {"Assent still to be given", &party->to_assent},
    };
    struct block *pairs = document_pairs(r->d);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        list_add(r->d, pairs, rows[i].label, ids_of(w, rows[i].ids));
    }
    if (w->actions.late > 0) {
        list_add(r->d, pairs, "Late", SAID("%zu of what it owes or shares", w->actions.late));
    }
    report_withheld(r, &w->actions);
}

/* --- challenges --- */

static const char *outcome_of(const struct report *r, const struct challenge_summary *row) {
    if (!row->open) {
        return word_told(r->arena, &CHOICES_OUTCOME, row->challenge->outcome);
    }
    if (row->challenge->respond_by == 0) {
        return "open, no day was set for an answer";
    }
    return SAID("open, an answer is owed by %s%s", day_told(r->arena, row->challenge->respond_by),
                row->answer_late ? " (late)" : "");
}

static const char *evidence_of(const struct report *r, const struct challenge_summary *row) {
    const char *by = day_told(r->arena, row->challenge->evidence_due);
    if (!row->promised) {
        return NULL;
    }
    return SAID("promised%s%s%s, not seen yet", by == NULL ? ", no day was set" : " by ", by == NULL ? "" : by,
                row->evidence_late ? " (late)" : "");
}

static void challenge(const struct slip *w, const struct challenge_summary *row, bool received) {
    const struct report *r = &w->r;
    const struct challenge *c = row->challenge;
    const char *other = party_name(r->agenda, received ? c->by : c->to);
    document_heading(r->d, 3, SAID("%s, %s %s", c->id, received ? "put by" : "put to", other));
    document_text(r->d, "About", c->finding == NULL ? c->about : said_finding(r, c->finding));
    document_words(r->d, "As put", c->put);
    if (row->answered) {
        document_words(r->d, SAID("As given by %s", party_name(r->agenda, c->given_by == NULL ? c->to : c->given_by)),
                       c->given);
    } else {
        document_text(r->d, "Answer", "none was given yet");
    }
    document_text(r->d, "Outcome", outcome_of(r, row));
    document_text(r->d, "Evidence", evidence_of(r, row));
}

static void challenges(const struct slip *w, const char *heading, const struct texts *ids, bool received) {
    const struct report *r = &w->r;
    if (ids->count > 0) {
        document_heading(r->d, 2, heading);
    }
    for (size_t i = 0; i < ids->count; i++) {
        challenge(w, summary_challenge(r->s, ids->items[i]), received);
    }
}

/* --- assent --- */

static void assents(const struct slip *w) {
    static const char *const heads[] = {"No.", "Agreement", "Where it stands"};
    const struct report *r = &w->r;
    struct table *table = NULL;
    for (size_t i = 0; i < w->actions.count; i++) {
        const struct action *row = w->actions.list[i];
        for (size_t a = 0; a < row->assent_count; a++) {
            const struct action_assent *assent = &row->assents[a];
            const char *by = day_told(r->arena, assent->by);
            if (!assent->to_ask || !text_equal(assent->party.id, w->party->id)) {
                continue;
            }
            if (table == NULL) {
                document_heading(r->d, 2, "Assent still to be given");
                table = document_table(r->d, "Agreements it has still to say yes or no to", heads, 3, 0);
            }
            const char *stands = SAID("%s%s%s%s", asked_word(assent->state), by == NULL ? "" : ", by ",
                                      by == NULL ? "" : by, assent->late ? " (late)" : "");
            table_add(r->d, table, (const char *[]){row->id, row->text, stands});
        }
    }
}

/* --- days --- */

static int by_day(const void *left, const void *right) {
    const struct action_day *a = left, *b = right;
    if (a->on != b->on) {
        return a->on < b->on ? -1 : 1;
    }
    return (a->row->place > b->row->place) - (a->row->place < b->row->place);
}

static void days(const struct slip *w) {
    static const char *const heads[] = {"Day", "What", "Words"};
    const struct report *r = &w->r;
    struct action_days *of = arena_array(r->arena, w->actions.count, sizeof *of);
    size_t count = 0, filled = 0;
    for (size_t i = 0; i < w->actions.count; i++) {
        of[i] = action_days(w->actions.list[i], w->party->id, r->arena);
        count += of[i].count;
    }
    struct action_day *all = arena_array(r->arena, count, sizeof *all);
    for (size_t i = 0; i < w->actions.count; i++) {
        for (size_t d = 0; d < of[i].count; d++) {
            all[filled++] = of[i].list[d];
        }
    }
    if (count == 0) {
        return;
    }
    qsort(all, count, sizeof *all, by_day);
    document_heading(r->d, 2, "Days to keep");
    struct table *table = document_table(r->d, "Days to keep, in order", heads, 3, 0);
    for (size_t i = 0; i < count; i++) {
        table_add(r->d, table, (const char *[]){day_told(r->arena, all[i].on), all[i].title, all[i].row->text});
    }
}

/* --- what it is to do --- */

static bool owns(const struct action *row, const void *agency) {
    bool owes;
    return row->kind == ACTION_AGREEMENT && action_of(row, agency, &owes) && owes;
}

static bool shares(const struct action *row, const void *agency) {
    bool owes;
    return row->kind == ACTION_AGREEMENT && action_of(row, agency, &owes) && !owes;
}

static bool promised(const struct action *row, const void *agency) {
    (void)agency;
    return row->kind == ACTION_EVIDENCE;
}

static bool owes_answer(const struct action *row, const void *agency) {
    (void)agency;
    return row->kind == ACTION_ANSWER;
}

static bool leads(const struct action *row, const void *agency) {
    (void)agency;
    return row->kind == ACTION_ENGAGEMENT;
}

static void to_do(const struct slip *w) {
    const struct actions_part parts[] = {
        {"What it owns", "Agreements it owns: late first, then by date", owns, w->party->id},
        {"What it shares", "Agreements it is a partner in: late first, then by date", shares, w->party->id},
        {"Evidence it promised", "Evidence promised and not seen yet", promised, w->party->id},
        {"Answers it owes", "Open challenges put to it", owes_answer, w->party->id},
        {"Engagement it leads", "Engagement activities, by date", leads, w->party->id},
    };
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        actions_table(&w->actions, &parts[i], 2, w->r.d);
    }
    assents(w);
}

/* --- the forms --- */

struct document *agency_document(const struct report_order *order, struct arena *arena) {
    struct slip w = slip_begin(order, true, arena);
    at_a_glance(&w);
    to_do(&w);
    days(&w);
    challenges(&w, "Challenges put to it", &w.party->received, true);
    challenges(&w, "Challenges it put", &w.party->made, false);
    actions_in_full(&w.actions, 2, w.r.d);
    return w.r.d;
}

static void challenges_json(const struct slip *w, struct json *json, const char *key, const struct texts *ids) {
    json_array(json, key);
    for (size_t i = 0; i < ids->count; i++) {
        json_object(json, NULL);
        json_fields(json, &SHAPE_CHALLENGE, summary_challenge(w->r.s, ids->items[i])->challenge);
        json_end(json);
    }
    json_end(json);
}

void agency_json(const struct report_order *order, struct buffer *out) {
    struct arena *arena = arena_new();
    struct slip w = slip_begin(order, false, arena);
    struct json json = json_begin(out);
    json_object(&json, NULL);
    json_text(&json, "document", "agency");
    report_state_json(&w.r, &json);
    report_about_json(&w.r, &json);
    json_object(&json, "agency");
    json_text(&json, "id", w.party->id);
    json_text(&json, "name", party_name(w.r.agenda, w.party->id));
    json_end(&json);
    json_texts(&json, "owns", &w.party->owns);
    json_texts(&json, "shares", &w.party->shares);
    json_texts(&json, "promised", &w.party->promised);
    json_texts(&json, "to_assent", &w.party->to_assent);
    json_texts(&json, "restricted_left_out", &w.actions.sessions[0]->restricted);
    challenges_json(&w, &json, "challenges_received", &w.party->received);
    challenges_json(&w, &json, "challenges_made", &w.party->made);
    actions_json_rows(&w.actions, "actions", &json);
    json_end(&json);
    arena_free(arena);
}
