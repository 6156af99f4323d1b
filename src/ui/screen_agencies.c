#include <inttypes.h>
#include <string.h>

#include "screen_parts.h"

/* Figures of a party, in the order of their columns. */
enum { FIGURES = 7, FIGURE = 5, EVIDENCE = 9, PRESENCE = 9 };

static const struct {
    const char *head;
    size_t list; /* its struct texts in struct agency_summary */
} figures[FIGURES] = {
    {"hear", offsetof(struct agency_summary, heard)},    {"made", offsetof(struct agency_summary, made)},
    {"recv", offsetof(struct agency_summary, received)}, {"owns", offsetof(struct agency_summary, owns)},
    {"shar", offsetof(struct agency_summary, shares)},   {"asnt", offsetof(struct agency_summary, assents)},
    {"ask", offsetof(struct agency_summary, to_assent)},
};

static const struct texts *figure(const struct agency_summary *party, size_t at) {
    return (const struct texts *)(const void *)((const char *)party + figures[at].list);
}

/* As many figures as fit, those that come first in the table first. */
static size_t figures_shown(const struct sheet *sheet) {
    return sheet->width < 60 ? 5 : FIGURES;
}

static int figures_from(const struct sheet *sheet) {
    int from = sheet->width - 1 - (int)figures_shown(sheet) * FIGURE - (sheet->width < 60 ? 0 : EVIDENCE);
    return from > 80 ? 80 : from;
}

void agencies_above(const struct view *view, struct sheet *sheet) {
    (void)view;
    if (sheet->width >= 60) {
        sheet_line(sheet, NULL);
        sheet_put(sheet, 1, 0, LOOK_QUIET, "heard in items; challenges made, received; owns, shares, assents, to ask");
    }
    sheet_line(sheet, NULL);
    sheet_put(sheet, 1, 0, LOOK_QUIET, "agency");
    for (size_t i = 0; i < figures_shown(sheet); i++) {
        sheet_right(sheet, figures_from(sheet) + ((int)i + 1) * FIGURE, FIGURE - 1, LOOK_QUIET, figures[i].head);
    }
    if (sheet->width >= 60) {
        sheet_put(sheet, figures_from(sheet) + FIGURES * FIGURE + 1, 0, LOOK_QUIET, "evidence");
    }
}

static const char *presence_said(const struct agency_summary *party) {
    return party->agency == NULL ? ""
           : !party->recorded    ? "?"
           : party->in_room      ? "here"
           : party->attended     ? "left"
                                 : "not here";
}

static void party_row(struct sheet *sheet, const struct agency_summary *party, const char *name) {
    bool small = sheet->width < 60;
    int from = figures_from(sheet);
    enum look look = party->quiet ? LOOK_OPEN : party->in_room ? LOOK_PLAIN : LOOK_QUIET;
    sheet_line(sheet, party->id);
    sheet_put(sheet, 1, 6, look, party_code(party));
    if (!small) {
        sheet_put(sheet, 8, from - 8 - PRESENCE, look, name);
        sheet_put(sheet, from - PRESENCE + 1, PRESENCE - 1, look, presence_said(party));
    }
    for (size_t i = 0; i < figures_shown(sheet); i++) {
        size_t count = figure(party, i)->count;
        sheet_right(sheet, from + ((int)i + 1) * FIGURE, FIGURE - 1, count == 0 ? LOOK_QUIET : look,
                    count == 0 ? "." : arena_format(sheet->arena, "%zu", count));
    }
    if (!small) {
        sheet_put(sheet, from + FIGURES * FIGURE + 1, 0, party->quiet ? LOOK_OPEN : look,
                  party->promised.count > 0 ? sheet_ids(sheet, &party->promised)
                  : party->quiet            ? "QUIET"
                                            : "");
    }
}

static bool has_any(const struct agency_summary *party) {
    for (size_t i = 0; i < FIGURES; i++) {
        if (figure(party, i)->count > 0) {
            return true;
        }
    }
    return false;
}

void agencies_list(const struct view *view, struct sheet *sheet) {
    const struct summary *summary = view->app->summary;
    for (size_t i = 0; i < summary->party_count; i++) {
        const struct agency_summary *party = summary->parties + i;
        if (party->agency != NULL || has_any(party)) {
            party_row(sheet, party,
                      party->id == NULL ? "people of no agency" : party_name(view->meeting->agenda, party->id));
        }
    }
}

/* --- a page --- */

static void people_lines(const struct view *view, struct sheet *sheet, const char *id) {
    const struct meeting *meeting = view->meeting;
    size_t said = 0;
    for (size_t i = 0; i < meeting->attendance_count; i++) {
        const struct attendance_state *state = meeting->attendance + i;
        if (!text_equal(state->agency, id)) {
            continue;
        }
        char when[24];
        sheet_text(sheet, NULL, said++ == 0 ? "people" : "", LOOK_PLAIN,
                   arena_format(
                       sheet->arena, "%s: %s, %s%s%s%s%s", party_name(meeting->agenda, state->who),
                       choice_word(&CHOICES_ATTENDANCE, state->attend->state), when_words(view->app, state->at, when),
                       state->deputy_for == NULL ? "" : ", deputy for ",
                       state->deputy_for == NULL ? "" : state->deputy_for,
                       state->interest == NULL ? "" : ", interest: ", state->interest == NULL ? "" : state->interest));
    }
    if (said == 0) {
        sheet_text(sheet, NULL, "people", LOOK_QUIET, "attendance was not recorded");
    }
}

static void promised_lines(const struct view *view, struct sheet *sheet, const struct agency_summary *party) {
    for (size_t i = 0; i < party->promised.count; i++) {
        const struct challenge_summary *row = summary_challenge(view->app->summary, party->promised.items[i]);
        sheet_text(sheet, party->promised.items[i], i == 0 ? "promised" : "", row->late ? LOOK_LATE : LOOK_OPEN,
                   arena_format(sheet->arena, "%sevidence on %s%s%s", row->late ? "LATE: " : "", row->record->id,
                                row->challenge->evidence_due == 0 ? ", no date" : " by ",
                                day_said(sheet->arena, row->challenge->evidence_due, "")));
    }
}

static void assent_lines(const struct view *view, struct sheet *sheet, const struct agency_summary *party) {
    for (size_t i = 0; i < party->assents.count; i++) {
        const struct record_state *record = meeting_record(view->meeting, party->assents.items[i]);
        const struct assent_state *state = record == NULL ? NULL : assent_of(record, party->id);
        const char *words = state == NULL ? NULL : state->assent->words;
        bool reservation = state != NULL && state->assent->state == ASSENT_RESERVATION;
        sheet_text(sheet, party->assents.items[i], i == 0 ? "assented" : "", LOOK_PLAIN,
                   arena_format(sheet->arena, "%s%s%s%s", party->assents.items[i],
                                reservation ? " with a reservation" : "", words == NULL ? "" : ": ",
                                words == NULL ? "" : words));
    }
    for (size_t i = 0; i < party->to_assent.count; i++) {
        sheet_text(sheet, party->to_assent.items[i], i == 0 ? "to ask" : "", LOOK_OPEN, party->to_assent.items[i]);
    }
}

void agency_page(const struct view *view, const char *id, struct sheet *sheet) {
    const struct agency_summary *party = summary_party(view->app->summary, id);
    if (party == NULL) {
        sheet_text(sheet, NULL, NULL, LOOK_QUIET, "This agency is not there");
        return;
    }
    sheet_text(sheet, id, NULL, LOOK_TITLE,
               arena_format(sheet->arena, "%s %s", id, party_name(view->meeting->agenda, id)));
    if (party->quiet) {
        sheet_text(sheet, id, NULL, LOOK_OPEN, "Quiet: no challenge made or received, not heard, owns nothing");
    }
    if (party->agency != NULL) {
        people_lines(view, sheet, id);
        sheet_text(sheet, NULL, "heard in", party->heard.count == 0 ? LOOK_OPEN : LOOK_PLAIN,
                   sheet_ids(sheet, &party->heard));
    }
    promised_lines(view, sheet, party);
    assent_lines(view, sheet, party);
    record_lines(view, sheet, "CHALLENGES MADE", &party->made);
    record_lines(view, sheet, "CHALLENGES RECEIVED", &party->received);
    record_lines(view, sheet, "AGREEMENTS OWNED", &party->owns);
    record_lines(view, sheet, "AGREEMENTS SHARED", &party->shares);
}
