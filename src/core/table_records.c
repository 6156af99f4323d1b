/* Challenges, engagement activities and notes. Agreements, drafted and made: table_agreement.c. */
#include "candour/core/record.h"

#include "candour/core/agenda.h"
#include "rows.h"

#define OF struct challenge
static const struct field challenge_rows[] = {
    ID(id, NEEDED, REF_CHALLENGE, "Code", "C and a number, given by the program and never used again.", "C1"),
    REF(item, FREE, REF_ITEM, "Item", "The agenda item it was put in.", "I5"),
    REF(finding, FREE, REF_FINDING, "Finding", "The finding it is about, if it is about one.", "F3"),
    LINE(about, FREE, "About", "What else it is about, when it is not, or not only, a finding.",
         "The headline measure set by this Board"),
    REF(by, NEEDED, PARTY_OR_ALONE, "Put by", "Who challenges: an agency, BOARD, CHAIR or a person without an agency.",
        "POL"),
    LINE(by_person, FREE, "Spoken by", "Who said it, by role rather than name.", "Detective Superintendent"),
    REF(to, NEEDED, PARTY_OR_NATIONAL, "Put to", "Who is challenged: an agency, BOARD, CHAIR or NATIONAL.", "EDU"),
    CHOICE(kind, FREE, CHOICES_CHALLENGE_KIND, "Kind",
           "A question, concern, challenge or formal dissent; a challenge when not given.", "challenge"),
    TEXT(put, NEEDED | WORDS, "As put", "The words, as they were said.", "Who decides to close a missed appointment?"),
    TEXT(given, WORDS, "As given", "The answer, as it was given.", "Nobody, the system does."),
    REF(given_by, FREE, PARTY, "Answered by", "Who answered.", "ACU"),
    CHOICE(evidence, FREE, CHOICES_OFFERED, "Evidence", "Whether the answer came with evidence, or a promise of it.",
           "promised"),
    DATE(evidence_due, FREE, "Evidence due", "The day promised evidence is to be seen.", "2016-12-20"),
    CHOICE(outcome, FREE, CHOICES_OUTCOME, "Outcome", "How it ended; open until it is settled.", "explained"),
    TEXT(reason, FREE, "Reason", "Why it ended so.", "The audit in March will show it."),
    DATE(respond_by, FREE, "Answer due", "The day an answer is owed.", "2016-12-06"),
    CHOICE(visibility, FREE, CHOICES_VISIBILITY, "Who may see it",
           "The public, the board or only those in the room; the board when not given.", "board"),
};
const struct shape SHAPE_CHALLENGE = SHAPE("challenge", struct challenge, challenge_rows);
#undef OF

#define OF struct engagement
static const struct field engagement_rows[] = {
    ID(id, NEEDED, REF_ENGAGEMENT, "Code", "E and a number, given by the program and never used again.", "E1"),
    LINE(audience, NEEDED | WORDS, "Audience", "Who is to be reached.", "Health visitors and midwives"),
    CHOICE(purpose, FREE, CHOICES_ENGAGEMENT_PURPOSE, "Purpose", "To inform, involve, challenge or design together.",
           "involve"),
    TEXT(activity, NEEDED | WORDS, "Activity", "What will be done with them.",
         "7-minute briefing face to face in team meetings"),
    REF(lead, WORDS, PARTY, "Lead", "Who sees to it.", "COM"),
    DATE(by, WORDS, "Done by", "The day it will have happened.", "2017-02-28"),
    TEXT(tests_use, FREE, "How use is tested", "How we shall know that it changed anything.",
         "Manager proforma returned"),
    YES_NO(hold, FREE, "Held back", "Yes: not before publication.", "yes"),
};
const struct shape SHAPE_ENGAGEMENT = SHAPE("engagement", struct engagement, engagement_rows);
#undef OF

#define OF struct note
static const struct field note_rows[] = {
    ID(id, NEEDED, REF_NOTE, "Code", "N and a number, given by the program and never used again.", "N1"),
    REF(item, FREE, REF_ITEM, "Item", "The agenda item it was made in.", "I1"),
    CHOICE(kind, FREE, CHOICES_NOTE_KIND, "Kind",
           "A note, decision, declaration or parked matter; a note when not given.", "decision"),
    TEXT(text, NEEDED | WORDS, "Words", "What is to be kept.", "The Board meets again on this in March."),
    CHOICE(visibility, FREE, CHOICES_VISIBILITY, "Who may see it",
           "The public, the board or only those in the room; the board when not given.", "board"),
};
const struct shape SHAPE_NOTE = SHAPE("note", struct note, note_rows);
#undef OF
