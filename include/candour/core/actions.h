/* Actions: what is still outstanding in one session or in many, as rows that outlive the sessions they come from.
 *
 *   actions_begin(&actions, &filter, arena);
 *   for each session: actions_take(&actions, summary_later(meeting, now, scratch), path);   and SCRATCH may go
 *   actions_end(&actions);                                                                  in order, copies left out
 *
 * Everything is worked out from the summary of each session; what is late, evidenced, lacking or still to be asked is
 * the summary's word. Every text is copied into the arena given, so that ten thousand sessions need the memory of their
 * rows alone. Cannot fail.
 *
 * Where the design leaves it open:
 *   outstanding  an agreement neither evidenced, impact-tested, stopped nor superseded (what is done is outstanding
 *                until it is evidenced); evidence promised and not seen; a challenge that is open, whether it was
 *                answered or not; an engagement activity, for whether it was held is not known, and it is never late
 *   owes         the owner of an agreement; who promised evidence (who answered, else who was challenged); whom an open
 *                challenge was put to; who leads an engagement activity
 *   an agency's  (the filter) what it owes, and the agreements it is a partner in
 *   day          what a row is sorted by: its due date; of a deferred agreement the day to look again
 *   order        what is late, the longest first; then by day; then what has no day. Of one day: by session, agreements
 *                first, in order of priority
 *   restricted   records are left out, and so are the words of restricted progress (that there was some is said),
 * unless the filter wants them. How many there are is counted whatever the rest of the filter says, for a count that
 * follows it would tell whose they are and when they are due copies       two files of one meeting (board, review and
 * the moment it was opened are the same) are read as one: the one with more events, else the first. The other is kept
 * in `sessions`, with `copy_of` set
 */
#ifndef CANDOUR_CORE_ACTIONS_H
#define CANDOUR_CORE_ACTIONS_H

#include "candour/core/summary.h"

enum action_kind { ACTION_AGREEMENT, ACTION_EVIDENCE, ACTION_ANSWER, ACTION_ENGAGEMENT, ACTION_KINDS };
/* "agreement", "evidence", "answer", "engagement": as the forms for programs say it. */
const char *action_kind_word(enum action_kind kind);

struct action_session {
    const char *path; /* as it was given to actions_take */
    const char *board, *board_name, *review, *review_title, *title;
    day met;        /* the meeting's date, else the day it was opened */
    instant opened; /* 0: nothing was said in it */
    size_t events;
    enum meeting_status status;
    size_t place;            /* in order of taking */
    struct texts restricted; /* ids of the records left out because they are, each once */
    const struct action_session *copy_of;
};

struct action_party {
    const char *id;   /* NULL: none */
    const char *name; /* as in a sentence: "Harrowmere Police", "the chair" */
};

struct action_assent { /* of an owner or partner that is an agency */
    struct action_party party;
    enum asked state;
    const char *words; /* reservation, or why declined */
    bool to_ask;       /* not asked yet, was absent, or agreed to earlier words */
    day by;            /* the day an answer is owed by; 0: none was set */
    bool late;         /* still to be asked, and that day is over */
};

struct action_progress { /* the latest */
    day on;              /* 0: nothing was heard since the meeting */
    const char *by;      /* name or role of who said so; NULL: not recorded */
    const char *text, *effect;
    bool withheld; /* restricted: the rest but its day is NULL */
};

struct action {
    enum action_kind kind;
    const struct action_session *session;
    const char *id;
    const char *text;          /* agreement; challenge as put; activity; never NULL */
    struct action_party owes;  /* see above */
    struct action_party asker; /* who put the challenge; of others none */
    const char *role;          /* of the owner */
    struct action_party *partners;
    size_t partner_count;
    struct texts findings; /* ids */
    int status;            /* enum agreement_status, never 0; 0 of what is no agreement */
    int priority;          /* 0: none given */
    int level;             /* 1 + place in CHOICES_LEVEL; 0: none given */
    int visibility;        /* enum visibility, never 0 */
    enum strength strength;
    const char *change; /* title of the kind of change; NULL: none given */
    const char *addressee, *reason, *evidence, *measure, *baseline, *monitor;
    const char *given;    /* of a challenge: as given; NULL: no answer yet */
    const char *audience; /* of an engagement activity */
    const char *tests_use;
    bool held; /* until publication */
    day due, revisit;
    struct days review_on;
    day on;            /* see `day` above; 0: none */
    unsigned lacks;    /* bits of enum lack */
    bool outstanding;  /* see above */
    bool late;         /* the summary's */
    bool revisit_come; /* deferred, and the day to look again has come */
    int32_t late_days; /* since the due date; 0 when not late */
    struct action_progress progress;
    struct action_assent *assents; /* of an agreement that is owed; owner first */
    size_t assent_count;
    size_t to_ask;     /* of them */
    size_t amendments; /* wordings after the first */
    size_t answers;    /* assents given or asked for, earlier ones too */
    instant revised;   /* when anything was last said of it */
    uint32_t place;    /* in the order of the summary */
};

struct actions_filter {
    unsigned kinds;     /* bits 1 << enum action_kind; 0: all */
    const char *agency; /* see above; in any case of letters; NULL: everybody's */
    int status;         /* only agreements of this status, outstanding or not; 0: any */
    bool settled;       /* also what is no longer outstanding */
    bool overdue;       /* only what is late */
    day due_before;     /* only what has a day before this one; 0: any */
    bool restricted;    /* also what is restricted */
};

struct actions {
    struct arena *arena;
    struct actions_filter filter;
    day today; /* of the summary taken last */
    struct action **list;
    size_t count;
    struct action_session **sessions; /* in order of taking */
    size_t session_count;
    size_t copies;              /* of the sessions */
    size_t restricted;          /* records left out because they are: of all sessions but copies */
    size_t late;                /* of those listed */
    size_t kinds[ACTION_KINDS]; /* of those listed */
    bool agency_known;          /* the filter's agency is one of some session, or BOARD, CHAIR, NATIONAL */
    struct texts agencies;      /* codes seen while it is not known, each once, a few hundred at most */
    const char **words;         /* short texts are kept once: core's own */
    size_t word_count, word_room;
};

/* FILTER is copied, its texts are not. */
void actions_begin(struct actions *actions, const struct actions_filter *filter, struct arena *arena);
/* PATH is copied; NULL when there is no file. The summary is needed no longer afterwards. */
const struct action_session *actions_take(struct actions *actions, const struct summary *summary, const char *path);
/* Once, after the last: puts the rows in order and takes out those of copies. */
void actions_end(struct actions *actions);

/* Is ROW for this agency (any case of letters) to do, and does it owe it rather than share it? */
bool action_of(const struct action *row, const char *agency, bool *owes);

#endif
