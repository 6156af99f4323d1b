/* Agreements, and the proposals they may grow from: the same fields under a code of another letter. */
#include "candour/core/record.h"

#include "candour/core/agenda.h"
#include "rows.h"

#define OF struct agreement

/* Stands in both tables: all but the code. */
#define AGREEMENT_ROWS                                                                                                 \
    REF(item, FREE, REF_ITEM, "Item", "The agenda item it was made in.", "I5"),                                        \
        REFS(findings, FREE, REF_FINDING, "Findings", "The findings it answers.", "F3"),                               \
        REF(from, FREE, REF_CHALLENGE | REF_NOTE | REF_PROPOSAL, "Grew from",                                          \
            "The challenge, note or proposal it grew from.", "C3"),                                                    \
        TEXT(text, NEEDED | PUBLIC | WORDS, "Words", "What will be done, in words an outsider understands.",           \
             "Switch off automatic closure for under-twos; a named clinician decides"),                                \
        REF(owner, PUBLIC | WORDS, PARTY_OR_NATIONAL, "Owner",                                                         \
            "The one agency, BOARD, CHAIR or NATIONAL that answers for it.", "ACU"),                                   \
        LINE(owner_role, PUBLIC, "Owner's role", "The post that answers for it, not a name.",                          \
             "Deputy Medical Director"),                                                                               \
        REFS(partners, WORDS, PARTY, "Partners", "Who must help for it to happen.", "COM, CCG"),                       \
        REF(kind, PUBLIC, REF_KIND, "Kind of change", "What kind of change it is; some hold better than others.",      \
            "design"),                                                                                                 \
        CHOICE(level, FREE, CHOICES_LEVEL, "Level", "Whether it can be done here, in the region or nationally.",       \
               "local"),                                                                                               \
        LINE(addressee, FREE, "Addressed to", "Who is written to, when it is not ours to do.",                         \
             "Department for Communities and Local Government"),                                                       \
        CHOICE(priority, PUBLIC, CHOICES_AGREEMENT_PRIORITY, "Priority",                                               \
               "Now, next, later, deferred (with reason and a day to look again) or national.", "now"),                \
        TEXT(reason, PUBLIC, "Reason", "Why it has this priority; needed when deferred.",                              \
             "Awaits January front-door redesign"),                                                                    \
        DATE(revisit, PUBLIC, "Look again on", "The day a deferred agreement comes back; needed when deferred.",       \
             "2017-02-14"),                                                                                            \
        DATE(due, PUBLIC | WORDS, "Due", "The day it will be done. A date: what has none is never late.",              \
             "2017-03-31"),                                                                                            \
        REFS(links, FREE, REF_PRIORITY | REF_LEARNING | REF_RECOMMENDATION | REF_NONE, "Links",                        \
             "What it joins: plan priorities, work under way, recommendations; or none.", "L3, P1"),                   \
        TEXT(evidence, FREE, "Evidence", "What will show that it was done.", "Configuration change note"),             \
        TEXT(measure, PUBLIC, "Measure", "What will be different for children, and how that is counted.",              \
             "Closures with no clinician decision"),                                                                   \
        TEXT(baseline, FREE, "Baseline", "What the measure says today.", "All of them, 140 a month"),                  \
        LINE(monitor, FREE, "Watched by", "The group that follows it.", "Performance group"),                          \
        DATES(review_on, FREE, "Reviewed on", "The days it is looked at again.", "2017-06-30, 2017-09-30"),            \
        CHOICE(visibility, FREE, CHOICES_VISIBILITY, "Who may see it",                                                 \
               "The public, the board or only those in the room; the board when not given.", "public"),                \
        CHOICE(origin, FREE, CHOICES_ORIGIN, "Came from", "Whose idea it was.", "subgroup"),                           \
        CHOICE(status, PUBLIC, CHOICES_AGREEMENT_STATUS, "Status",                                                     \
               "How far it is; done is not yet evidenced; agreed when not given.", "in-progress"),                     \
        REF(superseded_by, FREE, REF_AGREEMENT, "Replaced by", "The agreement that takes its place.", "A12")

static const struct field agreement_rows[] = {
    ID(id, NEEDED, REF_AGREEMENT, "Code", "A and a number, given by the program and never used again.", "A1"),
    AGREEMENT_ROWS,
};
const struct shape SHAPE_AGREEMENT = SHAPE("agreement", struct agreement, agreement_rows);

static const struct field proposal_rows[] = {
    ID(id, NEEDED, REF_PROPOSAL, "Code", "D and a number.", "D1"),
    AGREEMENT_ROWS,
};
const struct shape SHAPE_PROPOSAL = SHAPE("proposal", struct agreement, proposal_rows);
#undef OF
