/* Précis: one session in short, as the list of sessions, its search and the portfolio need it, so that ten thousand
 * sessions fit into memory when their meetings do not.
 *
 *   struct precis made = precis_make(summary, path, scratch);     points into the meeting and SCRATCH
 *   struct precis *kept = precis_keep(arena, &made);              what is its own is in ARENA,
 *   precis_share(stock, kept);                                    what others have too in STOCK: the rest may go
 *
 * What is outstanding, late or promised is the word of core/actions; a précis holds only what is outstanding. A file
 * that is an agenda has a précis of what is prepared, one that cannot be read or has problems too, with nothing but its
 * path and why. Equal texts (codes, names, titles) and equal parts of what is shared have one address.
 *
 * Times are worked out from the instants of events, of records not withdrawn:
 *   answer   from the challenge being put to the event that first gave words of an answer
 *   settle   from the challenge being put to the event since which it has not been open; one that was withdrawn in the
 *            end was not settled
 *   done     from the due date to the day of the event since which the agreement has been done, evidenced or tested:
 *            whole days, below 0 when it was before the due date; none without a due date
 */
#ifndef CANDOUR_CORE_PRECIS_H
#define CANDOUR_CORE_PRECIS_H

#include "candour/core/actions.h"
#include "candour/core/passages.h"

struct stock;

enum precis_state {
    PRECIS_SESSION,
    PRECIS_AGENDA,    /* nothing was said yet: no session */
    PRECIS_BROKEN,    /* has problems: `problem` is the first */
    PRECIS_UNREADABLE /* `problem` says why */
};

struct precis_action { /* of struct action, what lists and their details show */
    enum action_kind kind;
    int status, priority; /* as there */
    day due, on;
    bool late, revisit_come, answered;
    const char *id;
    const char *party, *party_name; /* who owes it; NULL: nobody is named */
    uint32_t text, role, given;     /* passages of PASSAGES_SAID; UINT32_MAX: none */
    uint32_t progress;              /* what was last heard of it, likewise */
    day heard;                      /* on; 0: nothing was */
    unsigned lacks;
};

enum precis_theme_kind { THEME_WORD, THEME_TITLE, THEME_STRAND };

struct precis_theme { /* what may recur elsewhere */
    enum precis_theme_kind kind;
    const char *text;    /* a finding's theme; its title; the strand of learning that bears on it */
    const char *finding; /* id */
    const char *title;   /* of the finding */
};

enum precis_time_kind { TIME_ANSWER, TIME_SETTLE, TIME_DONE, TIME_KINDS };

struct precis_time {
    enum precis_time_kind kind;
    const char *id;
    const char *party, *party_name; /* who was asked, or owns it; never NULL */
    int64_t ms;                     /* of TIME_DONE whole days */
};

struct precis {
    const char *path; /* as listed */
    enum precis_state state;
    const char *problem; /* "6:11: 'time' is not ..."; NULL: none */
    const char *hint;    /* what to do about it; NULL: none */
    size_t problems;     /* in all */
    bool torn;           /* its last event was cut short by a crash */
    bool held;           /* another program has it open: set by who reads the file */

    const char *board, *board_name, *review, *review_title, *title;
    day met; /* as in struct action_session */
    instant opened;
    size_t items, agencies, findings; /* of the agenda */
    int32_t minutes;                  /* its items, together */
    size_t remarks;                   /* of the check, none of them a problem */
    size_t events, records;
    enum meeting_status status;

    size_t challenges, open_challenges;
    size_t agreements; /* owed */
    size_t outstanding, outstanding_late;
    size_t promised, promised_late; /* evidence not seen */
    size_t unanswered;              /* open, without words of an answer */
    size_t answers_late;            /* open, and an answer was due before today */
    size_t late;                    /* agreements, evidence and answers */

    struct precis_action *actions; /* in order: agreements by priority, then challenges */
    size_t action_count;
    struct precis_theme *themes;
    size_t theme_count;
    struct precis_time *times;
    size_t time_count;
    const struct passages *parts[PASSAGES_PARTS]; /* NULL: nothing stands there */
};

struct precis precis_make(const struct summary *summary, const char *path, struct arena *arena);
/* Of a meeting in which nothing was said yet: what is prepared. */
struct precis precis_agenda(const struct meeting *meeting, const char *path, struct arena *arena);
struct precis *precis_keep(struct arena *arena, const struct precis *made);
void precis_share(struct stock *stock, struct precis *precis);

/* The words of a passage of what was said; NULL for UINT32_MAX. */
const char *precis_said(const struct precis *precis, uint32_t passage);

#endif
