/* The words a choice may be, in the order of its enum. */
#include "candour/core/agenda.h"
#include "candour/core/event.h"
#include "candour/core/record.h"

#define CHOICES(symbol, title, ...)                                                                                    \
    static const char *const symbol##_words[] = {__VA_ARGS__};                                                         \
    const struct choices symbol = {(title), symbol##_words, sizeof symbol##_words / sizeof *symbol##_words}

CHOICES(CHOICES_YES_NO, "yes or no", "yes", "no");
CHOICES(CHOICES_PRESET, "set of words", "lscb", "lscp", "sab");
CHOICES(CHOICES_MEETING_TYPE, "type of meeting", "extraordinary", "ordinary", "subgroup", "follow-up");
CHOICES(CHOICES_AGENCY_TYPE, "type of agency", "statutory", "relevant", "lay", "adviser", "observer", "support",
        "chair");
CHOICES(CHOICES_PERSON_TYPE, "type of person", "chair", "vice-chair", "member", "lay", "adviser", "observer", "support",
        "guest");
CHOICES(CHOICES_PRIORITY_KIND, "kind of plan priority", "core", "targeted");
CHOICES(CHOICES_RAG, "rating", "red", "amber", "green");
CHOICES(CHOICES_PURPOSE, "purpose of an item", "information", "discussion", "challenge", "decision", "break");
CHOICES(CHOICES_STRENGTH, "strength of a change", "strong", "intermediate", "assurance", "influence", "weak");
CHOICES(CHOICES_MEASURE, "built-in measure", "mechanism", "challenge", "time", "links", "priority");
CHOICES(CHOICES_STATUS, "status of the meeting", "open", "adjourned", "closed", "confirmed");

CHOICES(CHOICES_VISIBILITY, "visibility", "public", "board", "restricted");
CHOICES(CHOICES_CHALLENGE_KIND, "kind of challenge", "question", "concern", "challenge", "dissent");
CHOICES(CHOICES_OFFERED, "offer of evidence", "none", "offered", "promised");
CHOICES(CHOICES_OUTCOME, "outcome of a challenge", "open", "resolved", "agreed", "explained", "not-accepted",
        "deferred", "escalated", "withdrawn");
CHOICES(CHOICES_LEVEL, "level of an agreement", "local", "regional", "national");
CHOICES(CHOICES_AGREEMENT_PRIORITY, "priority of an agreement", "now", "next", "later", "deferred", "national");
CHOICES(CHOICES_ORIGIN, "origin of an agreement", "board", "subgroup", "reviewer", "agency");
CHOICES(CHOICES_AGREEMENT_STATUS, "status of an agreement", "proposed", "agreed", "in-progress", "done", "evidenced",
        "impact-tested", "stopped", "superseded");
CHOICES(CHOICES_ENGAGEMENT_PURPOSE, "purpose of an activity", "inform", "involve", "challenge", "co-design");
CHOICES(CHOICES_NOTE_KIND, "kind of note", "note", "decision", "declaration", "parked");

CHOICES(CHOICES_ATTENDANCE, "attendance", "present", "apologies", "absent", "left");
CHOICES(CHOICES_POSITION, "position on a finding", "accepted", "accepted-in-part", "not-accepted", "needs-more-work");
CHOICES(CHOICES_ASSENT, "assent", "agreed", "reservation", "absent", "declined");
CHOICES(CHOICES_ANSWER, "answer to a question", "met", "partly", "not-met");
CHOICES(CHOICES_HAND_OVER, "role that is handed over", "chair", "minutes");
