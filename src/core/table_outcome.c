/* The derived `outcome:` section: written for readers and scripts, compared by `check`, never read back as truth. */
#include "candour/core/agenda.h"

#include "candour/core/event.h"
#include "rows.h"

#define OF struct outcome_agency
static const struct field agency_rows[] = {
    REF(id, NEEDED | DERIVED, PARTY_OR_NATIONAL, "Agency", "The agency this is about.", "POL"),
    REFS(heard, DERIVED, REF_ITEM, "Heard in", "Items in which it was heard.", "I4, I5"),
    REFS(challenges_made, DERIVED, REF_CHALLENGE, "Challenges made", "Challenges it put.", "C5"),
    REFS(challenges_received, DERIVED, REF_CHALLENGE, "Challenges received", "Challenges put to it.", "C2"),
    REFS(owns, DERIVED, REF_AGREEMENT, "Owns", "Agreements it owns.", "A1"),
    REFS(shares, DERIVED, REF_AGREEMENT, "Shares", "Agreements it is a partner in.", "A5"),
    REFS(assents, DERIVED, REF_AGREEMENT, "Assents", "Agreements it has agreed to, with or without reservation.", "A1"),
};
const struct shape SHAPE_OUTCOME_AGENCY = SHAPE("outcome by agency", struct outcome_agency, agency_rows);
#undef OF

#define OF struct outcome_finding
static const struct field finding_rows[] = {
    REF(id, NEEDED | DERIVED, REF_FINDING, "Finding", "The finding this is about.", "F1"),
    CHOICE(position, DERIVED, CHOICES_POSITION, "Position", "What the board decided about it.", "accepted"),
    REFS(challenges, DERIVED, REF_CHALLENGE, "Challenges", "Challenges about it.", "C1"),
    REFS(agreements, DERIVED, REF_AGREEMENT, "Agreements", "Agreements on it.", "A1"),
};
const struct shape SHAPE_OUTCOME_FINDING = SHAPE("outcome by finding", struct outcome_finding, finding_rows);
#undef OF

#define OF struct outcome_time
static const struct field time_rows[] = {
    REF(item, NEEDED | DERIVED, REF_ITEM, "Item", "The agenda item this is about.", "I1"),
    COUNT(planned, DERIVED, 0, SECONDS_MOST, "Planned", "Seconds on the agenda.", "600"),
    COUNT(granted, DERIVED, -SECONDS_MOST, SECONDS_MOST, "Granted", "Seconds after extensions and loans.", "900"),
    COUNT(used, DERIVED, 0, SECONDS_MOST, "Used", "Seconds it really took.", "840"),
};
const struct shape SHAPE_OUTCOME_TIME = SHAPE("outcome by item", struct outcome_time, time_rows);
#undef OF

#define OF struct outcome
static const struct field outcome_rows[] = {
    COUNT(as_of, NEEDED | DERIVED, 0, 100000, "As of", "How many events it was worked out from.", "75"),
    CHOICE(status, DERIVED, CHOICES_STATUS, "Status", "Whether the meeting is open, adjourned, closed or confirmed.",
           "closed"),
    MAPS(agencies, DERIVED, SHAPE_OUTCOME_AGENCY, "By agency", "What each agency said, got and took on.", "id: POL"),
    MAPS(findings, DERIVED, SHAPE_OUTCOME_FINDING, "By finding", "What was decided about each finding.", "id: F1"),
    MAPS(times, DERIVED, SHAPE_OUTCOME_TIME, "By item", "Time planned, granted and used, in seconds.", "item: I1"),
    REFS(not_reached, DERIVED, REF_ITEM, "Not reached", "Items that were never opened.", "I9"),
};
const struct shape SHAPE_OUTCOME = SHAPE("outcome", struct outcome, outcome_rows);
#undef OF
