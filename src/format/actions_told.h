/* What the forms of actions tell in the same words. Texts live in the arena given; NULL for what is not given. */
#ifndef CANDOUR_FORMAT_ACTIONS_TOLD_H
#define CANDOUR_FORMAT_ACTIONS_TOLD_H

#include "candour/format/actions.h"

/* Where a row stands in what people read; each of core's order. */
enum action_section {
    ACTION_LATE,
    ACTION_LOOK_AGAIN,
    ACTION_DUE,
    ACTION_UNDATED,
    ACTION_PROMISED,
    ACTION_OPEN,
    ACTION_TO_REACH, /* engagement */
    ACTION_SETTLED,
    ACTION_SECTIONS
};
enum action_section action_section(const struct action *row);
const char *action_section_name(enum action_section section); /* "Late" */

/* TEXT without the blanks it begins with: some readers take those off a value, others do not. */
const char *begun_told(const char *text);
/* Its first line that says something, or the beginning of that with "..." behind it: for a heading or a calendar. */
const char *shortened_told(struct arena *arena, const char *text);
/* "Tue 31 Jan 2017" */
const char *day_told(struct arena *arena, day d);
/* The word of a choice, "-" as a blank; NULL for 0. */
const char *word_told(struct arena *arena, const struct choices *choices, int value);
/* "Harrowmere Police (POL), Superintendent"; what stands for itself has no code behind it: "the chair". */
const char *owner_told(struct arena *arena, const struct action *row);
/* "Harrowmere Police (POL)" */
const char *party_told(struct arena *arena, const struct action_party *party);
/* "CSC, COM": codes. */
const char *partners_told(struct arena *arena, const struct action *row);
/* "due Tue 31 Jan 2017, 29 days late", "look again on ...", "no due date" */
const char *when_told(struct arena *arena, const struct action *row);
/* "Agreed", "Done, not evidenced" */
const char *status_told(struct arena *arena, const struct action *row);
/* "owner, due date" */
const char *lacks_told(struct arena *arena, const struct action *row);
/* "COM, CCG (absent, to be asked, by Tue 6 Dec 2016, late)"; of AGENCY alone, if it is given. */
const char *to_ask_told(struct arena *arena, const struct action *row, const char *agency);
/* "CSC agreed with a reservation: only if ..."; several separated by line ends. */
const char *reservations_told(struct arena *arena, const struct action *row);
/* "Last heard Fri 3 Mar 2017, from Harrowmere Police: half done. Effect: ..."; "Nothing heard since the meeting" */
const char *heard_told(struct arena *arena, const struct action *row);
/* "HMB-02, Tue 22 Nov 2016" */
const char *session_told(struct arena *arena, const struct action_session *session);
/* "2 restricted records are left out"; NULL: none. */
const char *restricted_told(struct arena *arena, size_t count);
/* "9 agreements, 1 promise of evidence, 1 open challenge"; "nothing" */
const char *counts_told(struct arena *arena, const struct actions *actions);
/* "Outstanding on Wed 1 Mar 2017: 9 agreements, 1 open challenge; 2 late." */
const char *as_of_told(struct arena *arena, const struct actions *actions);
/* "Asked for: what CSC owes or shares, due before Fri 31 Mar 2017."; NULL: everything. */
const char *asked_for_told(struct arena *arena, const struct actions_filter *filter);
/* "One session read: HMB-02, Tue 22 Nov 2016.", "12 sessions read." */
const char *sessions_told(struct arena *arena, const struct actions *actions);

#endif
