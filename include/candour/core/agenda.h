/* Agenda: the meeting as it was prepared, in C structs, with the shapes that describe them.
 *
 * Everything is owned by the arena of the meeting it was loaded into and is constant once loaded. Fields and their
 * meaning: design format, section 3; `candour schema` and `candour help format` print them from the shapes.
 */
#ifndef CANDOUR_CORE_AGENDA_H
#define CANDOUR_CORE_AGENDA_H

#include "candour/base/node.h"
#include "candour/core/field.h"
#include "candour/core/id.h"

enum preset { PRESET_LSCB = 1, PRESET_LSCP, PRESET_SAB };
enum meeting_type { MEETING_EXTRAORDINARY = 1, MEETING_ORDINARY, MEETING_SUBGROUP, MEETING_FOLLOW_UP };
enum agency_type {
    AGENCY_STATUTORY = 1, /* also when not given */
    AGENCY_RELEVANT,
    AGENCY_LAY,
    AGENCY_ADVISER,
    AGENCY_OBSERVER,
    AGENCY_SUPPORT,
    AGENCY_CHAIR
};
enum purpose { PURPOSE_INFORMATION = 1, PURPOSE_DISCUSSION, PURPOSE_CHALLENGE, PURPOSE_DECISION, PURPOSE_BREAK };
enum strength { STRENGTH_STRONG = 1, STRENGTH_INTERMEDIATE, STRENGTH_ASSURANCE, STRENGTH_INFLUENCE, STRENGTH_WEAK };
enum measure { MEASURE_MECHANISM = 1, MEASURE_CHALLENGE, MEASURE_TIME, MEASURE_LINKS, MEASURE_PRIORITY };
enum rag { RAG_RED = 1, RAG_AMBER, RAG_GREEN };
enum yes_no { YES = 1, NO = 2 };

struct terms {
    const struct extra *extras;
    int preset; /* 0: lscb */
    const char *board, *review, *chair, *agency, *subgroup, *response, *plan, *framework;
};

struct board {
    const struct extra *extras;
    const char *id, *name;
};

struct publication {
    const struct extra *extras;
    day planned;
    struct texts holds;
};

struct review {
    const struct extra *extras;
    const char *id, *title, *summary, *reviewer;
    day received;
    struct publication *publication;
};

struct quorum {
    const struct extra *extras;
    struct number agencies;
    struct texts must_include;
};

struct meeting_details {
    const struct extra *extras;
    const char *title;
    int type;
    day date;
    struct number start; /* minutes since midnight */
    const char *venue;
    struct quorum *quorum;
};

struct agency {
    const struct extra *extras;
    const char *id, *name;
    int type;
};

struct person {
    const struct extra *extras;
    const char *id, *name, *role, *agency;
    int type;
};

struct priority {
    const struct extra *extras;
    const char *id, *title;
    int kind;
    const char *objective, *lead, *subgroup;
    int rag;
    const char *rag_note;
};

struct learning {
    const struct extra *extras;
    const char *id, *strand, *title, *lead, *status, *says;
    struct texts findings;
};

struct recommendation {
    const struct extra *extras;
    const char *id, *text;
};

struct finding {
    const struct extra *extras;
    const char *id, *title, *statement, *why;
    struct texts questions;
    struct list recommendations; /* struct recommendation */
    struct texts themes, priorities, learning;
};

struct marker_question {
    const struct extra *extras;
    const char *id, *text;
    int evidence;
};

struct marker {
    const struct extra *extras;
    const char *id, *title, *statement;
    struct list questions; /* struct marker_question */
};

struct item {
    const struct extra *extras;
    const char *id, *title;
    struct number minutes;
    int purpose;
    const char *presenter;
    struct texts findings, prompts, papers;
    const char *notes; /* the chair's own */
    struct number round;
    int is_protected;
    struct number at; /* minutes since midnight */
};

struct change_kind {
    const struct extra *extras;
    const char *id, *title;
    int strength;
};

/* The result in the form people look for; derived, and compared by `check`. */
struct outcome_agency {
    const struct extra *extras;
    const char *id;
    struct texts heard, challenges_made, challenges_received, owns, shares, assents;
};
struct outcome_finding {
    const struct extra *extras;
    const char *id;
    int position;
    struct texts challenges, agreements;
};
struct outcome_time {
    const struct extra *extras;
    const char *item;
    struct number planned, granted, used; /* seconds */
};
struct outcome {
    const struct extra *extras;
    struct number as_of;
    int status;
    struct list agencies; /* struct outcome_agency */
    struct list findings; /* struct outcome_finding */
    struct list times;    /* struct outcome_time */
    struct texts not_reached;
};

/* The whole file but its events. `version` is 1. */
struct agenda {
    const struct extra *extras;
    struct number version;
    struct texts include;
    struct terms *terms;
    struct board *board;
    struct review *review;
    struct meeting_details *meeting;
    struct list agencies;   /* struct agency */
    struct list people;     /* struct person */
    struct list priorities; /* struct priority */
    struct list learning;   /* struct learning */
    struct list findings;   /* struct finding */
    struct marker *marker;  /* NULL: the built-in one */
    struct list items;      /* struct item, key `agenda` */
    struct list kinds;      /* struct change_kind; empty: the built-in ones */
    struct list proposals;  /* struct agreement (record.h) */
    struct outcome *outcome;
};

/* Top of the file, in the order of writing. The last field, `events`, has type MAPS and a NULL shape: it has no member
 * here (leave its offset alone) and each entry has the shape of its `do` (event.h). */
extern const struct shape SHAPE_FILE;
extern const struct shape SHAPE_TERMS, SHAPE_BOARD, SHAPE_REVIEW, SHAPE_PUBLICATION, SHAPE_MEETING, SHAPE_QUORUM,
    SHAPE_AGENCY, SHAPE_PERSON, SHAPE_PRIORITY, SHAPE_LEARNING, SHAPE_FINDING, SHAPE_RECOMMENDATION, SHAPE_MARKER,
    SHAPE_QUESTION, SHAPE_ITEM, SHAPE_KIND, SHAPE_PROPOSAL, SHAPE_OUTCOME, SHAPE_OUTCOME_AGENCY, SHAPE_OUTCOME_FINDING,
    SHAPE_OUTCOME_TIME;
extern const struct choices CHOICES_PRESET, CHOICES_MEETING_TYPE, CHOICES_AGENCY_TYPE, CHOICES_PERSON_TYPE,
    CHOICES_PRIORITY_KIND, CHOICES_RAG, CHOICES_PURPOSE, CHOICES_STRENGTH, CHOICES_MEASURE, CHOICES_STATUS,
    CHOICES_YES_NO;

/* Words of the field by preset (design domain, "Words by preset"), a label given in the file first. KEY is one of the
 * members of struct terms but `preset`; never NULL. */
const char *term(const struct agenda *agenda, const char *key);

/* The built-in kinds of change by strength, or the agenda's own. */
const struct change_kind *kinds_of(const struct agenda *agenda, size_t *count);
/* NULL when there is none. */
const struct change_kind *kind_find(const struct agenda *agenda, const char *id);
/* SCR Quality Marker 15, or the agenda's own. */
const struct marker *marker_of(const struct agenda *agenda);

/* Each NULL when there is none. */
const struct agency *agency_find(const struct agenda *agenda, const char *id);
const struct person *person_find(const struct agenda *agenda, const char *id);
const struct finding *finding_find(const struct agenda *agenda, const char *id);
const struct priority *priority_find(const struct agenda *agenda, const char *id);
const struct learning *learning_find(const struct agenda *agenda, const char *id);
/* The name to say for any id that may stand as a party: agency name, person's role (or name, when no role is given),
 * "the Board" ("the Partnership" with the preset lscp), "the chair", "national body"; the id itself when it names
 * nothing. */
const char *party_name(const struct agenda *agenda, const char *id);

#endif
