/* Acts: what the rows of the command table do, by noun. Each has the signature of command.h; WORDS is what was typed
 * behind its name on the `:` line.
 */
#ifndef CANDOUR_UI_ACTS_H
#define CANDOUR_UI_ACTS_H

#include "app_inside.h"

/* act_clock.c */
void act_clock(struct app *app, const char *words); /* start, pause or resume */
void act_start(struct app *app, const char *words);
void act_pause(struct app *app, const char *words);
void act_resume(struct app *app, const char *words);
void act_next(struct app *app, const char *words);
void act_back(struct app *app, const char *words);
/* Starts an item as if it had begun BACK minutes ago; asks before an item is left with something open. */
void start_item(struct app *app, int32_t place, int32_t back, const struct command *again);

/* guard.c: leaving an item */
/* Why the running item should not be left without a second press, in ARENA; NULL: it may be. */
const char *guard_reason(const struct app *app, struct arena *arena);
/* True when it was asked about: EVENT is applied when the chair confirms by the key of AGAIN. */
bool guard_asks(struct app *app, const struct event *event, const struct command *again, const char *done);

/* act_minutes.c */
void act_more(struct app *app, const char *words);
void act_less(struct app *app, const char *words);
void act_extend(struct app *app, const char *words);
void act_repair(struct app *app, const char *words);

/* act_agenda.c */
void act_skip(struct app *app, const char *words);
void act_park(struct app *app, const char *words);
void skip_form(struct app *app);
void act_add_item(struct app *app, const char *words);
void act_move_up(struct app *app, const char *words);
void act_move_down(struct app *app, const char *words);

/* act_record.c */
void act_challenge(struct app *app, const char *words);
void act_agreement(struct app *app, const char *words);
void act_note(struct app *app, const char *words);
void act_engagement(struct app *app, const char *words);
/* Records it, says so, selects it; false and said when refused. RECORD has its id. */
bool record_new(struct app *app, enum record_kind kind, void *record);
/* Offers to start an item dated back, after a record that belongs to none. */
void forgotten_offer(struct app *app, const char *record);

/* act_change.c: a record that exists */
void act_edit(struct app *app, const char *words);
/* Amends the fields in which SET differs from the record; ACT words the confirmation. False: refused and said. */
bool record_change(struct app *app, const char *act, const struct record_state *record, void *set);
/* Opens the form of ACT on a record with VALUES in it; what then differs from the record as it stands is amended. */
void record_form(struct app *app, const char *act, const struct record_state *record, const void *values);
void act_answer(struct app *app, const char *words);
void act_settle(struct app *app, const char *words);
void act_assent(struct app *app, const char *words);
void act_withdraw(struct app *app, const char *words);
/* What AGENCY (NULL: to be typed) says to the agreement ID: recorded at once when agreed, else its form opens. */
void assent_about(struct app *app, const char *id, const char *agency, int state);

/* act_finding.c */
void act_focus(struct app *app, const char *words);
void act_position(struct app *app, const char *words);

/* act_people.c */
void act_heard(struct app *app, const char *words);
void act_attendance(struct app *app, const char *words);

/* act_board.c: proposals, and what the board decides about itself */
void act_adopt(struct app *app, const char *words);
void act_reject(struct app *app, const char *words);
/* Records the agreement at once as it was drafted, or opens its form to amend it. */
void adopt(struct app *app, const struct proposal_state *state, bool as_drafted);
void act_as_is(struct app *app, const char *words);
void act_hand_over(struct app *app, const char *words);
void act_replan(struct app *app, const char *words);
void act_confirm(struct app *app, const char *words);

/* act_round.c */
void act_round(struct app *app, const char *words);
/* Begins with FIRST when it has a turn; NULL: with the first in order. An item must be running. */
void round_with(struct app *app, const char *first);

/* act_readback.c */
void act_readback(struct app *app, const char *words);
/* The form for a word on the record ID (NULL: none) that was read back. */
void readback_words(struct app *app, const char *id);
/* Asks owner and partners of an agreement in turn; false when none of them is to be asked. */
bool ask_assent(struct app *app, const char *id);

/* act_follow.c */
void act_progress(struct app *app, const char *words);
void act_seen(struct app *app, const char *words);
void act_tested(struct app *app, const char *words);

/* owed.c */
void act_owed(struct app *app, const char *words);

/* act_turn.c */
void act_turn(struct app *app, const char *words);

/* act_proposal.c */
void act_proposals(struct app *app, const char *words);

/* act_close.c */
void act_close(struct app *app, const char *words);
void act_assess(struct app *app, const char *words);

/* act_priority.c, act_plan.c */
void act_raise(struct app *app, const char *words);
void act_lower(struct app *app, const char *words);
void act_defer(struct app *app, const char *words);
void act_plan(struct app *app, const char *words);

/* act_undo.c */
void act_undo(struct app *app, const char *words);
void act_redo(struct app *app, const char *words);

/* act_leave.c */
void act_open(struct app *app, const char *words);
void act_leave(struct app *app, const char *words);
void act_adjourn(struct app *app, const char *words);
/* Adjourns or closes, then leaves as soon as that is kept; false and said when refused. */
bool end_meeting(struct app *app, enum event_do what, const char *reason);
void act_reopen(struct app *app, const char *words);
void act_suspend(struct app *app, const char *words);
void act_redraw(struct app *app, const char *words);
void act_mouse(struct app *app, const char *words);
void act_blank(struct app *app, const char *words);

/* act_report.c */
void act_report(struct app *app, const char *words);
struct pickables report_complete(const struct app *app, const char *word, struct arena *arena);
/* What became of it. */
void app_reported(struct app *app, const struct msg *msg);

/* act_move.c */
void act_up(struct app *app, const char *words);
void act_down(struct app *app, const char *words);
void act_page_up(struct app *app, const char *words);
void act_page_down(struct app *app, const char *words);
void act_first(struct app *app, const char *words);
void act_last(struct app *app, const char *words);
void act_pane(struct app *app, const char *words);

/* search.c, act_line.c, help.c */
void act_search(struct app *app, const char *words);
void act_line(struct app *app, const char *words);
void act_help(struct app *app, const char *words);

/* app_form.c */
/* Opens the form a draft came from, empty; false when what it was about is gone. */
bool form_reopen(struct app *app, const char *act, const char *id);

#endif
