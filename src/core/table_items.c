/* How the meeting is run: agenda items, the quality marker's questions, kinds of change. */
#include "candour/core/agenda.h"

#include "rows.h"

#define OF struct item
static const struct field item_rows[] = {
    ID(id, NEEDED, REF_ITEM, "Code", "I and a number.", "I5"),
    LINE(title, NEEDED, "Title", "The item as it stands on the agenda.", "Findings F1 to F3"),
    MINUTES(minutes, NEEDED, 1, DAY_MINUTES, "Minutes", "How long it is meant to take: 25, 25m, 1h05 or 1:05.", "30"),
    CHOICE(purpose, NEEDED, CHOICES_PURPOSE, "Purpose", "What the item is for; a decision item should end with one.",
           "decision"),
    REF(presenter, FREE, ANYONE, "Presenter", "The agency or person who opens it.", "CHR"),
    REFS(findings, FREE, REF_FINDING, "Findings", "The findings it deals with.", "F1, F2, F3"),
    LINES(prompts, PRIVATE, "Prompts", "Questions for the chair to ask, one a line; never shown to the room.",
          "Which agency disagrees, and why?"),
    LINES(papers, FREE, "Papers", "What people should have in front of them, one a line.", "business plan"),
    TEXT(notes, PRIVATE, "Chair's notes", "The chair's own notes: never projected, never published.",
         "Take F3 slowly; ask the lay member first."),
    MINUTES(round, FREE, 1, 120, "Round, minutes each", "How long each agency has in a go-round.", "2"),
    ROW(YES_NO, "protected", AT(YES_NO, is_protected), FREE, "Protected", "Yes: its time is not lent to another item.",
        "yes", .choices = &CHOICES_YES_NO),
    TIME(at, FREE, "Not before", "The time it must start at, for a visitor or a break.", "15:00"),
};
const struct shape SHAPE_ITEM = SHAPE("agenda item", struct item, item_rows);
#undef OF

#define OF struct marker_question
static const struct field question_rows[] = {
    ID(id, NEEDED, REF_QUESTION, "Code", "Q and a number.", "Q1"),
    TEXT(text, NEEDED, "Question", "The question the board answers about its own meeting.",
         "Was there enough time to discuss and decide?"),
    CHOICE(evidence, FREE, CHOICES_MEASURE, "Evidence", "Which measure of the record stands beside the answer.",
           "time"),
};
const struct shape SHAPE_QUESTION = SHAPE("question", struct marker_question, question_rows);
#undef OF

#define OF struct marker
static const struct field marker_rows[] = {
    ID(id, FREE, 0, "Code", "A short code for the marker.", "QM15"),
    LINE(title, FREE, "Title", "The name of the marker.", "SCR Quality Marker 15: Improvement action"),
    TEXT(statement, FREE, "Statement", "What good looks like, in a sentence.",
         "Robust, informed discussion by agencies underpins agreements about what to do."),
    MAPS(questions, FREE, SHAPE_QUESTION, "Questions", "What is asked at the end.", "id: Q1"),
};
const struct shape SHAPE_MARKER = SHAPE("quality marker", struct marker, marker_rows);
#undef OF

#define OF struct change_kind
static const struct field kind_rows[] = {
    ID(id, NEEDED, REF_KIND, "Code", "A word for the kind of change.", "design"),
    LINE(title, NEEDED, "Title", "The kind of change in a few words.", "Design it in, so that the right thing is easy"),
    CHOICE(strength, NEEDED, CHOICES_STRENGTH, "Strength", "How far such a change can be relied on by itself.",
           "strong"),
};
const struct shape SHAPE_KIND = SHAPE("kind of change", struct change_kind, kind_rows);
#undef OF
