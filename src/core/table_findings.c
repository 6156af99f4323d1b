/* What the meeting is about: findings, and what the board has under way already. */
#include "candour/core/agenda.h"

#include "rows.h"

#define OF struct priority
static const struct field priority_rows[] = {
    ID(id, NEEDED, REF_PRIORITY, "Code", "P and a number.", "P1"),
    LINE(title, NEEDED, "Title", "The priority as the plan names it.", "Neglect"),
    CHOICE(kind, FREE, CHOICES_PRIORITY_KIND, "Kind", "Core business, or targeted at one problem.", "targeted"),
    TEXT(objective, FREE, "Objective", "What the plan wants to achieve.", "Earlier joint recognition of neglect"),
    REF(lead, FREE, PARTY, "Lead", "Who leads on it.", "CSC"),
    LINE(subgroup, FREE, "Sub-group", "The group that looks after it.", "Neglect group"),
    CHOICE(rag, FREE, CHOICES_RAG, "Rating", "Red, amber or green; then say in a few words why.", "amber"),
    TEXT(rag_note, FREE, "Rating explained", "What stands behind the rating; needed whenever there is one.",
         "Tool agreed"),
};
const struct shape SHAPE_PRIORITY = SHAPE("plan priority", struct priority, priority_rows);
#undef OF

#define OF struct learning
static const struct field learning_rows[] = {
    ID(id, NEEDED, REF_LEARNING, "Code", "L and a number.", "L1"),
    LINE(strand, FREE, "Strand", "Where the learning comes from.", "multi-agency audit"),
    LINE(title, NEEDED, "Title", "The piece of work, in a few words.", "Pre-birth assessment audit of 20 cases"),
    REF(lead, FREE, PARTY, "Lead", "Who leads on it.", "CSC"),
    LINE(status, FREE, "Status", "How far it has got.", "reporting in December"),
    TEXT(says, FREE, "What it says", "What has been learned so far.", "Fathers missing from 12 of 20"),
    REFS(findings, FREE, REF_FINDING, "Bears on", "The findings it has something to say about.", "F2"),
};
const struct shape SHAPE_LEARNING = SHAPE("learning entry", struct learning, learning_rows);
#undef OF

#define OF struct recommendation
static const struct field recommendation_rows[] = {
    ID(id, NEEDED | PUBLIC, REF_RECOMMENDATION, "Code", "R and a number.", "R1"),
    TEXT(text, NEEDED | PUBLIC, "Words", "The recommendation, word for word.",
         "The Board should ask which systems close an episode without a person deciding."),
};
const struct shape SHAPE_RECOMMENDATION = SHAPE("recommendation", struct recommendation, recommendation_rows);
#undef OF

#define OF struct finding
static const struct field finding_rows[] = {
    ID(id, NEEDED | PUBLIC, REF_FINDING, "Code", "F and a number.", "F1"),
    LINE(title, NEEDED | PUBLIC, "Title", "The finding in one line, as it will be said aloud.",
         "Missed appointments are counted, not understood"),
    TEXT(statement, PUBLIC, "Statement", "The finding in the report's own words.",
         "A baby not brought is logged as a missed slot and closed."),
    TEXT(why, FREE, "Why it happens", "What in the system makes it so.",
         "Systems close the episode automatically after two misses."),
    LINES(questions, FREE, "Questions", "What the report asks the board, one a line.",
          "Which systems close without a person deciding?"),
    MAPS(recommendations, PUBLIC, SHAPE_RECOMMENDATION, "Recommendations", "What the report recommends, if it does.",
         "id: R1"),
    LINES(themes, FREE, "Themes", "Words by which it can be found again in other reviews.", "not brought"),
    REFS(priorities, FREE, REF_PRIORITY, "Plan priorities", "The priorities of the plan it bears on.", "P1"),
    REFS(learning, FREE, REF_LEARNING, "Work under way", "The learning entries that bear on it.", "L3"),
};
const struct shape SHAPE_FINDING = SHAPE("finding", struct finding, finding_rows);
#undef OF
