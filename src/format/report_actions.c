/* The actions list: what was agreed and what else is owed, how far each is, and when it is due. */
#include "report_actions.h"

#include "actions_told.h"
#include "candour/format/csv.h"
#include "report_kinds.h"

struct actions report_rows(const struct report_order *order, const char *agency, struct arena *arena) {
    struct actions actions;
    struct actions_filter filter = {.agency = agency, .settled = true, .restricted = order->restricted};
    actions_begin(&actions, &filter, arena);
    actions_take(&actions, order->summary, NULL); /* a file's name is no part of what was said */
    actions_end(&actions);
    return actions;
}

void report_withheld(const struct report *r, const struct actions *actions) {
    const char *ids = said_list(r, &actions->sessions[0]->restricted);
    if (ids != NULL) {
        document_text(r->d, "Left out because restricted", ids);
    }
}

/* --- by owner --- */

struct owner_count {
    const struct action_party *party;
    double figures[3]; /* late, due, without a date */
};

static struct owner_count *count_of(struct owner_count *counts, size_t *count, const struct action_party *party) {
    for (size_t i = 0; i < *count; i++) {
        if (text_equal(counts[i].party->id, party->id)) {
            return &counts[i];
        }
    }
    counts[*count] = (struct owner_count){.party = party};
    return &counts[(*count)++];
}

static const char *counted(const struct report *r, const struct owner_count *count, const char *name) {
    double all = count->figures[0] + count->figures[1] + count->figures[2];
    return count->figures[0] > 0 ? SAID("%s %d (%d late)", name, (int)all, (int)count->figures[0])
                                 : SAID("%s %d", name, (int)all);
}

/* What is outstanding of the agreements. */
static void by_owner(const struct report *r, const struct actions *actions) {
    static const char *const series[] = {"Late", "Due", "Without a date"};
    struct owner_count *counts = arena_array(r->arena, actions->count, sizeof *counts);
    size_t count = 0;
    const char *says = NULL;
    for (size_t i = 0; i < actions->count; i++) {
        const struct action *row = actions->list[i];
        if (row->kind == ACTION_AGREEMENT && row->outstanding) {
            count_of(counts, &count, &row->owes)->figures[row->late ? 0 : row->on != 0 ? 1 : 2]++;
        }
    }
    for (size_t i = 0; i < count; i++) {
        const char *said = counted(r, &counts[i], counts[i].party->id ? counts[i].party->id : "no owner");
        says = says == NULL ? said : SAID("%s, %s", says, said);
    }
    if (count < 2) {
        return;
    }
    struct chart *chart =
        document_chart(r->d, CHART_STACK, "Agreements outstanding, by owner", SAID("%s.", says), series, 3, NULL);
    for (size_t i = 0; i < count; i++) {
        const char *name = party_told(r->arena, counts[i].party);
        chart_add(r->d, chart, name == NULL ? "Nobody named" : name, counts[i].figures);
    }
}

/* --- the forms --- */

struct document *actions_document(const struct report_order *order, struct arena *arena) {
    struct report made = report_begin(order, "Actions", arena);
    const struct report *r = &made;
    struct actions actions = report_rows(order, NULL, arena);
    document_text(r->d, NULL, as_of_told(arena, &actions));
    report_withheld(r, &actions);
    by_owner(r, &actions);
    actions_tables(&actions, 2, r->d);
    actions_in_full(&actions, 2, r->d);
    return made.d;
}

void actions_report_csv(const struct report_order *order, struct buffer *out) {
    struct arena *arena = arena_new();
    struct actions actions = report_rows(order, order->agency, arena);
    actions_csv(&actions, order->csv, out);
    arena_free(arena);
}

void actions_report_icalendar(const struct report_order *order, struct buffer *out) {
    struct arena *arena = arena_new();
    struct report r = report_begin(order, NULL, arena);
    struct actions actions = report_rows(order, order->agency, arena);
    const char *whose = order->agency == NULL ? "actions" : party_name(r.agenda, order->agency);
    actions_icalendar(&actions, arena_format(arena, "%s, %s: %s", r.agenda->board->name, r.agenda->review->id, whose),
                      out);
    arena_free(arena);
}

void actions_report_json(const struct report_order *order, struct buffer *out) {
    struct arena *arena = arena_new();
    struct report r = report_begin(order, NULL, arena);
    struct actions actions = report_rows(order, NULL, arena);
    struct json json = json_begin(out);
    json_object(&json, NULL);
    json_text(&json, "document", "actions");
    report_state_json(&r, &json);
    report_about_json(&r, &json);
    json_texts(&json, "restricted_left_out", &actions.sessions[0]->restricted);
    actions_json_rows(&actions, "actions", &json);
    json_end(&json);
    arena_free(arena);
}
