/* Summary: what the record shows, worked out once and read by every screen and every report, so that none can disagree.
 *
 *   struct summary *s = summary_of(meeting, now, arena);          live
 *   struct summary *s = summary_later(meeting, now, arena);       a session that is looked at afterwards
 *
 * A summary is made from a meeting as it stands and never changes; it lives in the arena given and points into the
 * meeting, so it is made anew after each event. It reads nothing else and cannot fail. Withdrawn records are left out
 * everywhere. Figures and remarks follow Quality Marker 15 and its obstacles: they are evidence shown to the chair,
 * neutral in words, and never keep anybody from doing anything. An empty record gives no remark.
 *
 * Parties are numbered: the agenda's agencies in file order, then BOARD, CHAIR, NATIONAL, then all people who speak for
 * no agency together (PARTY_ALONE), so that the who-to-whom matrix sums to the number of challenges. Who holds the
 * chair at that moment (a person of type chair, or whoever it was handed over to) speaks as CHAIR.
 *
 * Where the design leaves it open:
 *   owed     an agreement that was stopped or superseded is still listed, and its owner still owns it, but it lacks
 *            nothing, is never late, nobody is asked for assent, and it counts in no bar, ceiling or nudge
 *   role     of CHAIR is the chair itself; of NATIONAL the addressee stands for it
 *   due      of a deferred agreement is the day to look again, where it has no date of its own
 *   late     a challenge that is still open after the date an answer was owed, answered or not, and one whose promised
 *            evidence was not seen in time
 *   promised until the challenge's `evidence` no longer says so, or it is withdrawn; owed by who answered, else by who
 *            was challenged
 *   assents  counts the latest word of each agency; an agency that was absent stays to be asked whatever is amended
 *   quorum   counts the statutory and relevant agencies someone was recorded present for. Where attendance of some was
 *            not recorded it is met or not met only when theirs could not change it, else unknown
 *   discussed  heard while the finding was in focus, or dissenting on its position; where the meeting kept no focus at
 *            all, heard in an item about it
 *   opened   a finding that was in focus, or has a position, challenge or agreement; where no focus was kept, also one
 *            whose item was taken
 *   never challenging, never challenged: of those who were in the room at some time
 */
#ifndef CANDOUR_CORE_SUMMARY_H
#define CANDOUR_CORE_SUMMARY_H

#include "candour/core/meeting.h"

enum { PARTY_BOARD, PARTY_CHAIR, PARTY_NATIONAL, PARTY_ALONE, PARTIES_MORE }; /* behind the agencies */
/* What this many agreements a board can follow up; beyond it the count is shown with a word, never refused. */
enum { AGREEMENTS_SOFT_CEILING = 12 };
/* A grid of more cells than this is not made, since no screen or page could show it: `matrix` and `touches` are NULL
 * and `kinds_unused` is empty then. */
enum { GRID_MOST = 1 << 20 };

enum remark_kind { /* in the order they are shown */
                   REMARK_ALL_FROM_CHAIR,
                   REMARK_NEVER_CHALLENGING,
                   REMARK_NEVER_CHALLENGED,
                   REMARK_UNANSWERED,
                   REMARK_NO_DATE_TO_ANSWER,
                   REMARK_EVIDENCE_PROMISED, /* one for each challenge */
                   REMARK_FINDING_UNTOUCHED, /* neither challenge nor agreement */
                   REMARK_FINDING_NO_POSITION,
                   REMARK_FINDING_NEVER_OPENED,
                   REMARK_ALL_WEAK, /* one for each finding, until the board keeps them as they are */
                   REMARK_TOO_MANY,
                   REMARK_EVERYTHING_NOW,
                   REMARK_NOTHING_LINKED, /* a finding whose agreements have neither links nor `none` */
                   REMARK_LEARNING_UNLINKED,
                   REMARK_PRIORITY_UNLINKED,
                   REMARK_SILENT,
                   REMARK_OWNS_NOTHING,
                   REMARK_ITEM_EMPTY,     /* a decision item left with nothing recorded */
                   REMARK_ITEM_RUSHED,    /* a decision item left with less than half its time; one for each */
                   REMARK_QUORUM_UNKNOWN, /* something was decided meanwhile */
                   REMARK_QUORUM_NOT_MET,
                   REMARK_ENGAGEMENT_REMOTE, /* all activities are e-mail or newsletter */
                   REMARK_ENGAGEMENT_NO_TEST,
                   REMARK_ENGAGEMENT_NO_PRACTITIONERS, /* no audience is named in a word for them */
                   REMARK_ENGAGEMENT_NO_LEADERS,
                   REMARK_KINDS
};

struct remark {
    enum remark_kind kind;
    const char *subject; /* id it is about, the first of several, for a jump; NULL for the meeting */
    const char *text;    /* one glance: "Never challenged: POL, CCG"; at most eight ids, then how many more */
};

struct remarks {
    struct remark *list;
    size_t count;
};

/* What an agreement still lacks; bits. */
enum lack {
    LACK_OWNER = 1 << 0,
    LACK_ROLE = 1 << 1,
    LACK_DUE = 1 << 2,
    LACK_EVIDENCE = 1 << 3,
    LACK_MEASURE = 1 << 4,
    LACK_MONITOR = 1 << 5,
    LACK_KIND = 1 << 6,
    LACK_PRIORITY = 1 << 7,
    LACK_LINKS = 1 << 8, /* neither links nor an explicit `none` */
    LACKS = 9
};
const char *lack_word(enum lack lack); /* "owner", "due date" */

enum asked { ASKED_AGREED, ASKED_RESERVATION, ASKED_DECLINED, ASKED_ABSENT, ASKED_EARLIER_WORDS, ASKED_NOT_YET };
const char *asked_word(enum asked asked); /* "agreed", "agreed to earlier words" */

struct asked_party { /* an owner or partner of an agreement that is an agency, and its assent */
    const char *id;
    enum asked state;
    const char *words; /* reservation, or why declined */
    day by;            /* an answer is owed by */
    bool late;         /* still to be asked, and that day is over */
};

enum quorum_state { QUORUM_NOT_SET, QUORUM_UNKNOWN, QUORUM_MET, QUORUM_NOT_MET };
const char *quorum_word(enum quorum_state state); /* "met", "cannot be confirmed" */

/* What became of a drafted agreement; that what grew from it was withdrawn leaves it decided. */
enum proposal_fate { PROPOSAL_WAITS, PROPOSAL_AS_DRAFTED, PROPOSAL_AMENDED, PROPOSAL_REJECTED, PROPOSAL_WITHDRAWN };
/* Of the agenda's proposal at PLACE. Changes made after the meeting was first closed are follow-up and no amendment. */
enum proposal_fate proposal_fate(const struct meeting *meeting, size_t place);

struct agreement_summary {
    const struct record_state *record;
    const struct agreement *agreement;
    const struct change_kind *kind; /* NULL: not given */
    enum strength strength;         /* 0: no kind given */
    size_t owner;                   /* party; SIZE_MAX: none */
    int priority;                   /* 0: not given */
    bool links_none;                /* it is said that nothing bears on it */
    unsigned lacks;
    bool owed;      /* neither stopped nor superseded */
    bool late;      /* due before today and neither done, evidenced, tested, stopped nor superseded */
    bool revisit;   /* deferred, and the day to look again has come */
    bool evidenced; /* evidenced or impact-tested */
    struct asked_party *asked;
    size_t asked_count;
    size_t to_ask;            /* of them not yet, absent or to earlier words */
    enum quorum_state quorum; /* as it stood when it was recorded */
};

struct challenge_summary {
    const struct record_state *record;
    const struct challenge *challenge;
    bool open;
    bool answered;      /* has words of an answer */
    bool promised;      /* evidence, not yet seen */
    bool late;          /* either of the next two */
    bool answer_late;   /* open after `respond_by` */
    bool evidence_late; /* promised evidence was due before today */
    size_t from, to;    /* parties */
    size_t promiser;    /* party: who would owe evidence: who answered, else who was challenged */
};

struct agency_summary {          /* also of BOARD, CHAIR, NATIONAL and those who speak for none */
    const char *id;              /* NULL for those who speak for none */
    const struct agency *agency; /* NULL for all but agencies */
    bool counts;                 /* statutory or relevant */
    bool recorded;               /* attendance was */
    bool in_room;
    bool attended;                                                 /* in the room at some time, or not recorded */
    struct texts heard;                                            /* items, in file order */
    struct texts made, received, owns, shares, assents, to_assent; /* ids, in order of recording */
    struct texts promised; /* challenges whose answer promised evidence that was not seen yet */
    bool quiet;            /* counts, and made, received, said and owns nothing */
};

enum touch { TOUCH_DISCUSSED = 1, TOUCH_CHALLENGED = 2, TOUCH_ANSWERED = 4, TOUCH_OWNS = 8 };

struct finding_summary {
    const struct finding_state *state;
    int position;                        /* 0: none yet */
    bool opened;                         /* see above */
    int64_t used;                        /* ms under discussion */
    struct texts challenges, agreements; /* in order of recording */
    struct texts learning;               /* under way and bearing on it: named by either side, in file order */
    struct texts priorities;             /* of the plan, named by the finding or linked from its agreements, so too */
    uint8_t *touches;                    /* of each agency, in file order */
    bool all_weak;                       /* has agreements owed and every one of them is of a weak kind */
    struct texts kinds_unused;           /* strong and intermediate kinds none of its agreements owed is */
};

struct item_summary {
    uint32_t place;
    int64_t planned, granted, used; /* ms */
    size_t recorded;                /* records, positions, assents and changes said in it */
    bool reached;
    bool left;   /* was taken, and the meeting went on to another or ended */
    bool empty;  /* a decision item left with nothing recorded */
    bool rushed; /* a decision item left with less than half of its planned time (of an added one: granted) */
};

struct time_share {
    int64_t planned, used, granted;
};

struct engagement_summary {
    const struct record_state *record;
    const struct engagement *engagement;
    bool held;   /* until publication */
    bool tested; /* it is said what tests use */
};

struct marker_summary {
    const struct marker_question *question;
    const struct event_assess *answer; /* NULL: none yet */
    struct texts evidence;             /* lines: what the record holds */
    struct texts gaps;                 /* lines, in neutral words */
};

struct summary {
    const struct meeting *meeting;
    struct stamp now;

    struct agency_summary *parties; /* agencies, then PARTIES_MORE */
    size_t agency_count, party_count;
    struct challenge_summary *challenges; /* open first, then in order of recording */
    size_t challenge_count, open_count;
    uint32_t *matrix;                     /* party_count x party_count: from by to; NULL: more than GRID_MOST cells */
    struct agreement_summary *agreements; /* by priority (now next later deferred national none), then recording */
    size_t agreement_count, owed_count;
    size_t strengths[STRENGTH_WEAK + 1]; /* of those owed; [0]: no kind */
    struct texts lacking[LACKS];         /* ids in order of recording, by bit: see agreements_lacking */
    struct finding_summary *findings;
    size_t finding_count;
    bool focus_kept;            /* minutes by finding are known */
    struct item_summary *items; /* in the order they are taken */
    size_t item_count;
    struct time_share purposes[PURPOSE_BREAK + 1];
    struct time_share total;                /* granted is planned and the account of the end */
    struct texts not_reached;               /* items, in file order, once the meeting has ended */
    struct engagement_summary *engagements; /* in order of recording */
    size_t engagement_count;
    struct texts learning_linked, learning_unlinked;     /* by agreements owed, in file order */
    struct texts priorities_linked, priorities_unlinked; /* so too */
    struct marker_summary *questions;
    size_t question_count;
    size_t proposals, adopted, adopted_unamended, rejected;  /* drafted agreements */
    enum quorum_state quorum;                                /* now */
    size_t quorum_needed, quorum_present, quorum_unrecorded; /* agencies that count towards it */
    struct texts quorum_missing;                             /* of those it must include, not recorded present */
    struct remarks remarks;                                  /* all, in the order of their kinds */
};

/* NOW is the room's clock: the running item and what is late are worked out from it. */
struct summary *summary_of(const struct meeting *meeting, struct stamp now, struct arena *arena);
/* The same of a session that nobody is running: an item left running ended at the last event. NOW says what is late. */
struct summary *summary_later(const struct meeting *meeting, struct stamp now, struct arena *arena);

/* The remarks of some kinds only: bits 1 << REMARK_...; in ARENA. */
struct remarks remarks_of(const struct summary *summary, uint32_t kinds, struct arena *arena);
/* Agreements that lack one thing, in order of recording. */
const struct texts *agreements_lacking(const struct summary *summary, enum lack lack);
/* The summary of a record, finding or agency by its id; NULL when there is none. By search: for a screen's own row. */
const struct challenge_summary *summary_challenge(const struct summary *summary, const char *id);
const struct agreement_summary *summary_agreement(const struct summary *summary, const char *id);
const struct finding_summary *summary_finding(const struct summary *summary, const char *id);
const struct agency_summary *summary_party(const struct summary *summary, const char *id);
/* Challenges FROM one party TO another, where there is a matrix. */
uint32_t summary_between(const struct summary *summary, size_t from, size_t to);

#endif
