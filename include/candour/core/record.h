/* Record: what the meeting writes down: challenges, agreements, engagement activities and notes, and the proposals
 * (drafted agreements) it starts from.
 *
 * A record is never changed: an amendment makes a new one beside it (meeting.h keeps the earlier wordings). All text
 * is owned by the meeting's arena. `id` is first so that a record event's body is the record.
 */
#ifndef CANDOUR_CORE_RECORD_H
#define CANDOUR_CORE_RECORD_H

#include "candour/base/node.h"
#include "candour/core/field.h"

enum record_kind { RECORD_CHALLENGE, RECORD_AGREEMENT, RECORD_ENGAGEMENT, RECORD_NOTE, RECORD_KINDS };

enum visibility { VISIBILITY_PUBLIC = 1, VISIBILITY_BOARD, VISIBILITY_RESTRICTED }; /* not given: board */
enum challenge_kind { CHALLENGE_QUESTION = 1, CHALLENGE_CONCERN, CHALLENGE_CHALLENGE, CHALLENGE_DISSENT };
enum challenge_outcome {
    CHALLENGE_OPEN = 1, /* also when not given */
    CHALLENGE_RESOLVED,
    CHALLENGE_AGREED,
    CHALLENGE_EXPLAINED,
    CHALLENGE_NOT_ACCEPTED,
    CHALLENGE_DEFERRED,
    CHALLENGE_ESCALATED,
    CHALLENGE_WITHDRAWN
};
enum offered { EVIDENCE_NONE = 1, EVIDENCE_OFFERED, EVIDENCE_PROMISED };
enum agreement_priority { PRIORITY_NOW = 1, PRIORITY_NEXT, PRIORITY_LATER, PRIORITY_DEFERRED, PRIORITY_NATIONAL };
enum agreement_status {
    AGREEMENT_PROPOSED = 1,
    AGREEMENT_AGREED, /* also when not given */
    AGREEMENT_IN_PROGRESS,
    AGREEMENT_DONE,
    AGREEMENT_EVIDENCED,
    AGREEMENT_IMPACT_TESTED,
    AGREEMENT_STOPPED,
    AGREEMENT_SUPERSEDED
};
enum note_kind { NOTE_NOTE = 1, NOTE_DECISION, NOTE_DECLARATION, NOTE_PARKED };

struct challenge {
    const struct extra *extras;
    const char *id, *item, *finding, *about, *by, *by_person, *to;
    int kind; /* 0: challenge */
    const char *put, *given, *given_by;
    int evidence;
    day evidence_due;
    int outcome; /* 0: open */
    const char *reason;
    day respond_by;
    int visibility; /* 0: board */
};

struct agreement {
    const struct extra *extras;
    const char *id, *item;
    struct texts findings;
    const char *from, *text, *owner, *owner_role;
    struct texts partners;
    const char *kind; /* id of a kind of change */
    int level;
    const char *addressee;
    int priority;
    const char *reason;
    day revisit, due;
    struct texts links; /* or the single text "none" */
    const char *evidence, *measure, *baseline, *monitor;
    struct days review_on;
    int visibility; /* 0: board */
    int origin;
    int status; /* 0: agreed */
    const char *superseded_by;
};

struct engagement {
    const struct extra *extras;
    const char *id, *audience;
    int purpose;
    const char *activity, *lead;
    day by;
    const char *tests_use;
    int hold;
};

struct note {
    const struct extra *extras;
    const char *id, *item;
    int kind; /* 0: note */
    const char *text;
    int visibility; /* 0: board */
};

extern const struct shape SHAPE_CHALLENGE, SHAPE_AGREEMENT, SHAPE_ENGAGEMENT, SHAPE_NOTE;
extern const struct choices CHOICES_VISIBILITY, CHOICES_CHALLENGE_KIND, CHOICES_OFFERED, CHOICES_OUTCOME, CHOICES_LEVEL,
    CHOICES_AGREEMENT_PRIORITY, CHOICES_ORIGIN, CHOICES_AGREEMENT_STATUS, CHOICES_ENGAGEMENT_PURPOSE, CHOICES_NOTE_KIND;

const struct shape *record_shape(enum record_kind kind);
char record_letter(enum record_kind kind);      /* C A E N */
const char *record_word(enum record_kind kind); /* "challenge" */
/* The id of a struct of any record shape. */
const char *record_id(const void *record);

#endif
