/* Moves: which screen is shown, which of its lines is selected, and what the acts of other files take from that. */
#ifndef CANDOUR_UI_SCREEN_MOVES_H
#define CANDOUR_UI_SCREEN_MOVES_H

#include "app_inside.h"

void act_show_meeting(struct app *app, const char *words);
void act_show_findings(struct app *app, const char *words);
void act_show_challenges(struct app *app, const char *words);
void act_show_agreements(struct app *app, const char *words);
void act_show_agencies(struct app *app, const char *words);
void act_show_marker(struct app *app, const char *words);
void act_show_time(struct app *app, const char *words);
/* act_log.c */
void act_log(struct app *app, const char *words);
void act_filter(struct app *app, const char *words);
void act_all_events(struct app *app, const char *words);
void act_events(struct app *app, const char *words);
void act_wordings(struct app *app, const char *words);
/* The sort of event before or behind the one that is shown alone; the wording before or behind the one compared with.
 * STEP is 1 or -1: further on in the table, further back in time. */
void log_step_sort(struct app *app, int step);
void log_step_wording(struct app *app, int step);
/* The page of ID's wordings; Esc leads back to where the chair was. */
void log_page_open(struct app *app, const char *id);

/* Another screen: by its number or Tab, which begins a new trail, or on from what is selected here. */
void screen_show(struct app *app, enum screen_id screen);
void screen_go(struct app *app, enum screen_id screen);
void act_next_screen(struct app *app, const char *words);
void act_previous_screen(struct app *app, const char *words);
void act_look(struct app *app, const char *words);
void act_go_back(struct app *app, const char *words);
void act_left(struct app *app, const char *words);
void act_right(struct app *app, const char *words);
void act_matrix(struct app *app, const char *words);

/* What the selected line of a screen other than Meeting is about; NULL: nothing, or it is the Meeting screen. To be
 * looked up at once: the text changes with the selection. */
const char *screen_selected(const struct app *app);
/* The finding, agency, item or question (one bit of enum ref_kind) the chair has before the eyes there: the selected
 * one, or that whose page is open; NULL: none. The text is the meeting's own. */
const char *screen_selected_of(const struct app *app, uint32_t kind);
/* Likewise, or the first finding of a selected agreement. */
const char *screen_finding(const struct app *app);
void screen_move(struct app *app, int steps);
/* Selects the next line that has NEEDLE; false when there is none. */
bool screen_search(struct app *app, const char *needle);
/* The line of ID is selected at the end of this update, if the screen has one. */
void screen_select(struct app *app, const char *id);
/* Makes the summary anew where the meeting or the minute changed, and holds the selection to what it was on. */
void screen_settle(struct app *app);
/* The bits of enum command_place at which commands work now. */
unsigned app_where(const struct app *app);
/* Columns a form has on a screen other than the Meeting screen. */
int screen_form_columns(const struct app *app);

#endif
