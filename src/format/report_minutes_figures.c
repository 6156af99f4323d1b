/* The meeting in figures: time, who challenged whom, and what kinds of agreement were made by whom. */
#include "report_minutes.h"

static double minutes(int64_t ms) {
    return (double)ms / MS_MINUTE;
}

/* --- time --- */

static void time_chart(const struct report *r) {
    static const char *const series[] = {"Planned", "Granted", "Used"};
    const struct time_share *total = &r->s->total;
    if (r->s->item_count == 0) {
        return;
    }
    const char *says =
        SAID("%s were planned for the items, %s granted and %s used: %s receiving information, %s in "
             "discussion and challenge, %s deciding.",
             said_minutes(r, total->planned), said_minutes(r, total->granted), said_minutes(r, total->used),
             said_minutes(r, r->s->purposes[PURPOSE_INFORMATION].used),
             said_minutes(r, r->s->purposes[PURPOSE_DISCUSSION].used + r->s->purposes[PURPOSE_CHALLENGE].used),
             said_minutes(r, r->s->purposes[PURPOSE_DECISION].used));
    struct chart *chart = document_chart(r->d, CHART_BARS, "Time by item", says, series, 3, "min");
    chart->row_head = "Item";
    for (size_t i = 0; i < r->s->item_count; i++) {
        const struct item_summary *row = &r->s->items[i];
        chart_add(r->d, chart, said_item(r, r->m->items[row->place].item->id),
                  (double[]){minutes(row->planned), minutes(row->granted), minutes(row->used)});
    }
}

static void payers_table(const struct report *r) {
    static const char *const heads[] = {"When", "Item", "Minutes", "Paid by", "Agreed by", "Why"};
    struct table *table = NULL;
    for (size_t i = 0; i < r->m->extension_count; i++) {
        const struct extension *row = &r->m->extensions[i];
        const struct event_extend *extend = r->m->events[row->event].body;
        if (r->m->events[row->event].what != DO_EXTEND) {
            continue;
        }
        if (table == NULL) {
            table = document_table(r->d, "Changes of time, and who paid", heads, 6, 1U << 2);
        }
        table_add(
            r->d, table,
            (const char *[]){said_when(r, r->m->events[row->event].at), said_item(r, r->m->items[row->place].item->id),
                             SAID("%+d", (int)extend->minutes.value),
                             row->from < 0 ? "The end of the meeting" : said_item(r, r->m->items[row->from].item->id),
                             capital(r->arena, said_party(r, extend->agreed_by)), extend->reason});
    }
}

static void findings_time(const struct report *r) {
    static const char *const series[] = {"Under discussion"};
    if (!r->s->focus_kept) {
        if (r->s->finding_count > 0) {
            document_text(r->d, NULL, "Minutes by finding were not kept.");
        }
        return;
    }
    struct chart *chart = document_chart(r->d, CHART_BARS, "Time by finding",
                                         "Minutes for which each finding was under discussion.", series, 1, "min");
    chart->row_head = "Finding";
    for (size_t i = 0; i < r->s->finding_count; i++) {
        const struct finding_summary *row = &r->s->findings[i];
        chart_add(r->d, chart, said_finding(r, row->state->finding->id), (double[]){minutes(row->used)});
    }
}

/* --- who challenged whom --- */

enum { PAIRS_SAID = 12 };

static const char *party_label(const struct report *r, const struct agency_summary *party) {
    return party->id == NULL ? "People of no agency" : capital(r->arena, said_party(r, party->id));
}

static const char *party_short(const struct agency_summary *party) {
    return party->id == NULL ? "Alone" : party->id;
}

/* "POL to EDU once; CSC to DIS twice": by code, for the names stand in the table. */
static const char *pairs_said(const struct report *r) {
    size_t count = r->s->party_count;
    size_t told = 0;
    const char *said = NULL;
    for (size_t i = 0; i < count * count; i++) {
        if (r->s->matrix[i] == 0) {
            continue;
        }
        if (told++ < PAIRS_SAID) {
            unsigned times = (unsigned)r->s->matrix[i];
            said = said_both(r->arena, said, "; ",
                             SAID("%s to %s %s", party_short(&r->s->parties[i / count]),
                                  party_short(&r->s->parties[i % count]),
                                  times == 1   ? "once"
                                  : times == 2 ? "twice"
                                               : SAID("%u times", times)));
        }
    }
    const char *more = told > PAIRS_SAID ? SAID("; and %zu more pairs", told - PAIRS_SAID) : "";
    return SAID("Who put a challenge to whom, by code: %s%s.", said, more);
}

static void matrix_chart(const struct report *r) {
    size_t count = r->s->party_count;
    if (r->s->matrix == NULL || r->s->challenge_count == 0) {
        return;
    }
    size_t *columns = arena_array(r->arena, count, sizeof *columns);
    const char **series = arena_array(r->arena, count, sizeof *series);
    size_t column_count = 0;
    for (size_t i = 0; i < count; i++) {
        if (r->s->parties[i].received.count > 0) {
            columns[column_count] = i;
            series[column_count++] = party_short(&r->s->parties[i]);
        }
    }
    struct chart *chart =
        document_chart(r->d, CHART_MATRIX, "Who challenged whom", pairs_said(r), series, column_count, NULL);
    chart->row_head = "By, to";
    double *values = arena_array(r->arena, column_count, sizeof *values);
    for (size_t i = 0; i < count; i++) {
        if (r->s->parties[i].made.count == 0) {
            continue;
        }
        for (size_t c = 0; c < column_count; c++) {
            values[c] = (double)summary_between(r->s, i, columns[c]);
        }
        chart_add(r->d, chart, SAID("%s (%s)", party_label(r, &r->s->parties[i]), party_short(&r->s->parties[i])),
                  values);
    }
}

/* --- agreements --- */

static void strength_chart(const struct report *r) {
    static const char *const series[] = {"Agreements"};
    const char *says = NULL;
    if (r->s->owed_count == 0) {
        return;
    }
    for (int i = STRENGTH_STRONG; i <= STRENGTH_WEAK; i++) {
        says = said_both(r->arena, says, ", ", SAID("%zu %s", r->s->strengths[i], choice_word(&CHOICES_STRENGTH, i)));
    }
    if (r->s->strengths[0] > 0) {
        says = SAID("%s, %zu of a kind that was not said", says, r->s->strengths[0]);
    }
    struct chart *chart =
        document_chart(r->d, CHART_BARS, "Agreements by strength",
                       SAID("How far each kind of change can be relied on by itself: %s.", says), series, 1, NULL);
    chart->row_head = "Strength";
    for (int i = STRENGTH_STRONG; i <= STRENGTH_WEAK; i++) {
        chart_add(r->d, chart, said_choice(r->arena, &CHOICES_STRENGTH, i, NULL),
                  (double[]){(double)r->s->strengths[i]});
    }
    if (r->s->strengths[0] > 0) {
        chart_add(r->d, chart, "Kind not said", (double[]){(double)r->s->strengths[0]});
    }
}

static void owners_chart(const struct report *r) {
    static const char *const series[] = {"Owns", "Shares"};
    size_t owned = 0;
    size_t owners = 0;
    for (size_t i = 0; i < r->s->party_count; i++) {
        owned += r->s->parties[i].owns.count;
        owners += r->s->parties[i].owns.count > 0;
    }
    if (r->s->agreement_count == 0) {
        return;
    }
    const char *says = SAID("%s have an owner; %s.", said_count(r->arena, owned, "agreement", "agreements"),
                            said_count(r->arena, owners, "party owns one or more", "parties own one or more"));
    struct chart *chart = document_chart(r->d, CHART_STACK, "Agreements by agency", says, series, 2, NULL);
    chart->row_head = "Agency";
    for (size_t i = 0; i < r->s->party_count; i++) {
        const struct agency_summary *party = &r->s->parties[i];
        if (party->counts || party->owns.count + party->shares.count > 0) {
            chart_add(r->d, chart, party_label(r, party),
                      (double[]){(double)party->owns.count, (double)party->shares.count});
        }
    }
}

void minutes_figures(struct minutes *w) {
    const struct report *r = &w->r;
    document_heading(r->d, 2, "The meeting in figures");
    if (w->withheld > 0) {
        document_text(r->d, NULL, "Restricted records are not counted here.");
    }
    time_chart(r);
    payers_table(r);
    findings_time(r);
    matrix_chart(r);
    strength_chart(r);
    owners_chart(r);
}
