#include <inttypes.h>
#include <string.h>

#include "candour/core/log.h"
#include "screen_parts.h"

enum { CODES_MOST = 15 };

static int outcome_columns(const struct sheet *sheet) {
    return sheet->width < 60 ? 6 : 12;
}

/* An answer, or evidence of one that was given. */
static const char *late_said(const struct challenge_summary *row, day today) {
    bool answer = row->open && row->challenge->respond_by != 0 && row->challenge->respond_by < today;
    return !row->late ? "" : answer ? "ANSWER LATE: " : "EVIDENCE LATE: ";
}

static void challenge_row(struct sheet *sheet, const struct challenge_summary *row, int codes, day today) {
    const struct challenge *challenge = row->challenge;
    int outcome = 1 + 4;
    int parties = outcome + outcome_columns(sheet) + 1;
    int finding = parties + codes + 1;
    enum look look = row->open ? LOOK_OPEN : LOOK_PLAIN;
    sheet_line(sheet, row->record->id);
    sheet_put(sheet, 1, 4, look, row->record->id);
    sheet_put(sheet, outcome, outcome_columns(sheet), look, outcome_said(challenge));
    sheet_put(sheet, parties, finding - parties - 1, LOOK_PLAIN, parties_said(sheet->arena, challenge));
    sheet_put(sheet, finding, 3, LOOK_PLAIN, challenge->finding);
    sheet_put(sheet, finding + 4, 0, LOOK_PLAIN,
              arena_format(sheet->arena, "%s%s", late_said(row, today), challenge->put));
}

void challenges_list(const struct view *view, struct sheet *sheet) {
    const struct summary *summary = view->app->summary;
    int codes = 9;
    for (size_t i = 0; i < summary->challenge_count; i++) {
        const char *said = parties_said(sheet->arena, summary->challenges[i].challenge);
        int own = text_columns(said, strlen(said));
        codes = own <= codes ? codes : own < CODES_MOST ? own : CODES_MOST;
    }
    for (size_t i = 0; i < summary->challenge_count; i++) {
        challenge_row(sheet, summary->challenges + i, codes, stamp_day(summary->now));
    }
}

static const char *owed_said(const struct sheet *sheet, const struct challenge_summary *row) {
    const struct challenge *challenge = row->challenge;
    const char *by = row->open ? day_said(sheet->arena, challenge->respond_by, "no date to answer by") : NULL;
    const char *dated = challenge->respond_by == 0 ? by : arena_format(sheet->arena, "answer by %s", by);
    const char *promised =
        arena_format(sheet->arena, "evidence promised, %s",
                     challenge->evidence_due == 0
                         ? "no date"
                         : arena_format(sheet->arena, "by %s", day_said(sheet->arena, challenge->evidence_due, "")));
    if (!row->promised) {
        return row->open ? dated : NULL;
    }
    return row->open ? arena_format(sheet->arena, "%s; %s", dated, promised) : promised;
}

/* When the answer was given, where that was not in the meeting; "". */
static const char *answered_when(const struct view *view, const struct record_state *record, struct arena *arena) {
    const struct wording *words = record->words;
    const struct challenge *now = record->now;
    char date[DAY_SIZE];
    while (words->earlier != NULL && text_equal(((const struct challenge *)words->earlier->value)->given, now->given)) {
        words = words->earlier;
    }
    return event_later(view->meeting, words->event) == LATER_NOT
               ? ""
               : arena_format(arena, " on %s", day_write(stamp_day(view->meeting->events[words->event].at), date));
}

/* "led to A2 A3"; NULL: no agreement grew from it. */
static const char *led_to(const struct view *view, const char *id, struct arena *arena) {
    const struct summary *summary = view->app->summary;
    const char *said = NULL;
    for (size_t i = 0; i < summary->agreement_count; i++) {
        const struct agreement *agreement = summary->agreements[i].agreement;
        if (text_equal(agreement->from, id)) {
            said = arena_format(arena, "%s %s", said == NULL ? "led to" : said, agreement->id);
        }
    }
    return said;
}

void challenge_below(const struct view *view, const char *id, struct sheet *sheet) {
    const struct challenge_summary *row = summary_challenge(view->app->summary, id);
    if (row == NULL) {
        return;
    }
    const struct challenge *challenge = row->challenge;
    const struct agenda *agenda = view->meeting->agenda;
    const char *by = challenge->by_person != NULL ? challenge->by_person : challenge->by;
    sheet_text(sheet, id, NULL, LOOK_STRONG,
               arena_format(sheet->arena, "%s %s to %s%s%s: %s", id, party_name(agenda, by),
                            party_name(agenda, challenge->to), challenge->about == NULL ? "" : ", about ",
                            challenge->about == NULL ? "" : challenge->about, challenge->put));
    if (row->answered) {
        const char *answerer = challenge->given_by == NULL ? challenge->to : challenge->given_by;
        sheet_text(sheet, NULL, NULL, LOOK_PLAIN,
                   arena_format(sheet->arena, "%s answered%s: %s", party_name(agenda, answerer),
                                answered_when(view, row->record, sheet->arena), challenge->given));
    } else {
        sheet_text(sheet, NULL, NULL, LOOK_OPEN, "no answer yet: w records it");
    }
    later_lines(view, row->record, sheet);
    progress_lines(view, row->record, sheet);
    const char *owed = owed_said(sheet, row);
    sheet_text(sheet, NULL, NULL, row->late ? LOOK_LATE : LOOK_PLAIN,
               owed == NULL || !row->late ? owed : arena_format(sheet->arena, "LATE: %s", owed));
    sheet_text(sheet, NULL, "because", LOOK_PLAIN, challenge->reason);
    sheet_text(sheet, id, NULL, LOOK_PLAIN, led_to(view, id, sheet->arena));
}

/* --- who challenges whom --- */

/* Agencies, the Board and the chair always: an empty row says something. The rest where they have any. */
static bool stands(const struct summary *summary, size_t party) {
    const struct agency_summary *row = summary->parties + party;
    return party <= summary->agency_count + PARTY_CHAIR || row->made.count + row->received.count > 0;
}

struct parties {
    size_t *list;
    size_t count;
};

static struct parties parties_of(const struct summary *summary, struct arena *arena) {
    struct parties parties = {.list = arena_array(arena, summary->party_count, sizeof *parties.list)};
    for (size_t i = 0; i < summary->party_count; i++) {
        if (stands(summary, i)) {
            parties.list[parties.count++] = i;
        }
    }
    return parties;
}

/* As short as an agency's code: the row of the same party spells it out. */
static const char *head_code(const struct agency_summary *party) {
    static const char *const words[][2] = {{"BOARD", "Bd"}, {"CHAIR", "Ch"}, {"NATIONAL", "Nat"}};
    for (size_t i = 0; i < sizeof words / sizeof *words && party->id != NULL; i++) {
        if (party->agency == NULL && text_equal(party->id, words[i][0])) {
            return words[i][1];
        }
    }
    return party->id == NULL ? "oth" : party->id;
}

static void matrix_heads(const struct view *view, struct sheet *sheet, const struct grid *grid,
                         const struct parties *parties) {
    const char *range = grid_range(sheet, grid, "columns");
    if (range != NULL) {
        sheet_line(sheet, NULL);
        sheet_put(sheet, 1, 0, LOOK_QUIET, range);
    }
    sheet_line(sheet, NULL);
    sheet_put(sheet, 1, grid->fixed - 2, LOOK_TITLE, "from \\ to");
    for (size_t i = 0; i < grid->shown; i++) {
        sheet_put(sheet, grid->fixed + (int)i * grid->cell, grid->cell - 1, LOOK_QUIET,
                  head_code(view->app->summary->parties + parties->list[grid->first + i]));
    }
}

static void matrix_row(const struct view *view, struct sheet *sheet, const struct grid *grid,
                       const struct parties *parties, size_t from) {
    const struct summary *summary = view->app->summary;
    const struct agency_summary *party = summary->parties + from;
    sheet_line(sheet, party->id);
    sheet_put(sheet, 1, 8, LOOK_PLAIN, party_code(party));
    sheet_right(sheet, grid->fixed - 1, 3, LOOK_STRONG, arena_format(sheet->arena, "%zu", party->made.count));
    for (size_t i = 0; i < grid->shown; i++) {
        uint32_t count = summary_between(summary, from, parties->list[grid->first + i]);
        sheet_put(sheet, grid->fixed + (int)i * grid->cell, grid->cell - 1, count > 0 ? LOOK_STRONG : LOOK_QUIET,
                  count > 0 ? arena_format(sheet->arena, "%" PRIu32, count) : ".");
    }
}

void challenges_matrix(const struct view *view, struct sheet *sheet) {
    enum { CODES = 13 };
    const struct summary *summary = view->app->summary;
    struct parties parties = parties_of(summary, sheet->arena);
    struct grid grid = grid_of(view, sheet, CODES, code_columns(summary, 6) + 1, parties.count);
    if (summary->matrix == NULL) {
        sheet_text(sheet, NULL, NULL, LOOK_QUIET, "Too many agencies for a matrix");
        return;
    }
    matrix_heads(view, sheet, &grid, &parties);
    for (size_t i = 0; i < parties.count; i++) {
        matrix_row(view, sheet, &grid, &parties, parties.list[i]);
    }
    sheet_line(sheet, NULL);
    sheet_put(sheet, 1, CODES - 5, LOOK_QUIET, "received");
    sheet_right(sheet, CODES - 1, 3, LOOK_STRONG, arena_format(sheet->arena, "%zu", summary->challenge_count));
    for (size_t i = 0; i < grid.shown; i++) {
        const struct agency_summary *party = summary->parties + parties.list[grid.first + i];
        sheet_format(sheet, grid.fixed + (int)i * grid.cell, grid.cell - 1, LOOK_STRONG, "%zu", party->received.count);
    }
}
