/* Parts: words and lines that several screens share, and the functions their table is made of. */
#ifndef CANDOUR_UI_SCREEN_PARTS_H
#define CANDOUR_UI_SCREEN_PARTS_H

#include "candour/core/summary.h"
#include "screen_sheet.h"
#include "view.h"
#include "words.h"

/* One line for a record: its id, between whom or whose it is, and its words. Nothing when there is none of that id. */
void record_line(const struct view *view, struct sheet *sheet, const char *id);
/* A heading with their number and a line for each; nothing when there is none. */
void record_lines(const struct view *view, struct sheet *sheet, const char *heading, const struct texts *ids);
/* "owner, due date"; NULL when nothing is missing. */
const char *lacks_said(struct arena *arena, unsigned lacks);
/* "OPEN", "agreed". */
const char *outcome_said(const struct challenge *challenge);
/* "2017-03-31"; `none` when it is not given. */
const char *day_said(struct arena *arena, day d, const char *none);
/* "NPS > MHT" */
const char *parties_said(struct arena *arena, const struct challenge *challenge);
/* "COM: agreed; CSC: agreed with a reservation (words)"; NULL when nobody is asked. */
const char *asked_said(struct arena *arena, const struct agreement_summary *row);
/* Why an agreement is listed though nobody owes it, how far it is, or that its day is past: "LATE, in progress: "; "".
 */
const char *agreement_state_said(struct arena *arena, const struct agreement_summary *row);
/* A party's code, "others" for those who speak for none. */
const char *party_code(const struct agency_summary *party);
/* Columns for codes of parties and the like: the widest, but not over MOST. */
int code_columns(const struct summary *summary, int most);
/* '#' for strong, '=' intermediate, '+' assurance, '~' influence, '-' weak, '?' no kind. */
char strength_sign(enum strength strength);
/* A grid of COUNT columns CELL wide from FIXED on: how many fit, which is the first, noted in the sheet for moving. */
struct grid {
    int fixed, cell;
    size_t first, shown, count;
};
struct grid grid_of(const struct view *view, struct sheet *sheet, int fixed, int cell, size_t count);
/* "4 to 9 of 28 agencies, Left Right"; NULL when all are seen. */
const char *grid_range(const struct sheet *sheet, const struct grid *grid, const char *of);

/* The value of a field as it reads on a page: names behind codes, dates with their weekday; in ARENA. "" when it is not
 * given. */
const char *value_said(const struct view *view, const struct field *field, const void *record, struct arena *arena);

typedef void screen_lines(const struct view *view, struct sheet *sheet);
typedef void screen_of_id(const struct view *view, const char *id, struct sheet *sheet);

screen_lines findings_above, findings_list;
screen_of_id finding_below, finding_page;
screen_lines challenges_list, challenges_matrix;
screen_of_id challenge_below;
screen_lines agreements_above, agreements_list, agreements_notes;
/* "strong 2  weak 1  no kind 3" */
const char *strength_figures(const struct view *view, struct arena *arena);
screen_of_id agreement_below;
screen_lines agencies_above, agencies_list;
screen_of_id agency_page;
screen_lines marker_above, marker_list;
screen_lines time_above, time_list;
/* What moved minutes between items and the end, and what they sum to. */
screen_lines time_ledger;
screen_of_id item_page;
screen_lines log_above, log_list;
screen_of_id log_below, wordings_page;

/* What of a record was changed after its meeting was closed, the latest first: when, and what. */
void later_lines(const struct view *view, const struct record_state *record, struct sheet *sheet);
/* What became of a record, the latest first: day, who says so, how far it is, what was done, its effect. */
void progress_lines(const struct view *view, const struct record_state *record, struct sheet *sheet);

#endif
