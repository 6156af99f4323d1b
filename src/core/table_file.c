/* The top of the meeting file, and the sections of one mapping each. */
#include "candour/core/agenda.h"

#include "candour/core/record.h"
#include "rows.h"

#define OF struct terms
static const struct field terms_rows[] = {
    CHOICE(preset, FREE, CHOICES_PRESET, "Set of words",
           "Which words the field uses: lscb before 2019, lscp since, sab for adults; lscb when not given.", "lscb"),
    LINE(board, FREE, "Word for the board", "What this body is called, when the preset's word does not fit.",
         "Safeguarding Children Partnership"),
    LINE(review, FREE, "Word for the review", "What this kind of review is called.", "Serious Case Review"),
    LINE(chair, FREE, "Word for the chair", "What the person in the chair is called.", "Independent Chair"),
    LINE(agency, FREE, "Word for an agency", "What one of the bodies round the table is called.", "partner"),
    LINE(subgroup, FREE, "Word for the sub-group", "What the group that prepares the response is called.",
         "SCR sub-group"),
    LINE(response, FREE, "Word for the response", "What the published answer to the report is called.",
         "Board response"),
    LINE(plan, FREE, "Word for the plan", "What the board's plan of work is called.", "business plan"),
    LINE(framework, FREE, "Word for the framework", "What the register of learning under way is called.",
         "learning and improvement framework"),
};
const struct shape SHAPE_TERMS = SHAPE("terms", struct terms, terms_rows);
#undef OF

#define OF struct board
static const struct field board_rows[] = {
    ID(id, NEEDED | PUBLIC, 0, "Code", "A short code for the board.", "HSCB"),
    LINE(name, NEEDED | PUBLIC, "Name", "The board's full name.", "Harrowmere Safeguarding Children Board"),
};
const struct shape SHAPE_BOARD = SHAPE("board", struct board, board_rows);
#undef OF

#define OF struct publication
static const struct field publication_rows[] = {
    DATE(planned, FREE, "Planned for", "The day the report is meant to be published.", "2017-01-17"),
    LINES(holds, FREE, "Waits for", "What must have happened before it may be published, one a line.",
          "Criminal proceedings have ended"),
};
const struct shape SHAPE_PUBLICATION = SHAPE("publication", struct publication, publication_rows);
#undef OF

#define OF struct review
static const struct field review_rows[] = {
    ID(id, NEEDED | PUBLIC, 0, "Case code", "The code of the case. Never a name.", "HMB-02"),
    LINE(title, NEEDED | PUBLIC, "Title", "The title of the report, as it may be said in public.",
         "Serious Case Review HMB-02, Child T"),
    TEXT(summary, FREE, "Summary", "What happened, in a few sentences and without names.",
         "A baby of a few months was seriously harmed at home."),
    LINE(reviewer, FREE, "Reviewer", "Who wrote the report, by role.", "Independent lead reviewer"),
    DATE(received, FREE, "Received", "The day the board received the report.", "2016-11-08"),
    MAP(publication, FREE, SHAPE_PUBLICATION, "Publication",
        "When the report is to be published, and what that waits for.", "planned: 2017-01-17"),
};
const struct shape SHAPE_REVIEW = SHAPE("review", struct review, review_rows);
#undef OF

#define OF struct quorum
static const struct field quorum_rows[] = {
    COUNT(agencies, FREE, 1, 1000, "Agencies needed", "How many agencies must be in the room.", "6"),
    REFS(must_include, FREE, REF_AGENCY, "Must include", "The agencies without which there is no quorum.",
         "CSC, POL, CCG"),
};
const struct shape SHAPE_QUORUM = SHAPE("quorum", struct quorum, quorum_rows);
#undef OF

#define OF struct meeting_details
static const struct field meeting_rows[] = {
    LINE(title, NEEDED, "Title", "What this meeting is called.", "Extraordinary Board: response to SCR HMB-02"),
    CHOICE(type, FREE, CHOICES_MEETING_TYPE, "Type", "An extraordinary meeting has this one subject.", "extraordinary"),
    DATE(date, PUBLIC, "Date", "The day it is held.", "2016-11-22"),
    TIME(start, FREE, "Starts at", "The time it is called for; the planned end is worked out from it.", "13:30"),
    LINE(venue, FREE, "Venue", "Where it is held.", "Harrowmere Town Hall, room 2"),
    MAP(quorum, FREE, SHAPE_QUORUM, "Quorum", "How many agencies, and which, must be there to decide.", "agencies: 6"),
};
const struct shape SHAPE_MEETING = SHAPE("meeting", struct meeting_details, meeting_rows);
#undef OF

#define OF struct agenda
static const struct field file_rows[] = {
    ROW(COUNT, "candour", AT(COUNT, version), NEEDED, "Version of the format",
        "Always 1, and the first line: it says how to read the rest.", "1", .least = 1, .most = 1),
    PATHS(include, FREE, "Taken from", "Other files that supply sections this one lacks, in the same folder or below.",
          "board.yaml"),
    MAP(terms, FREE, SHAPE_TERMS, "Words", "The words used for the board, the review and so on.", "preset: lscb"),
    MAP(board, NEEDED | PUBLIC, SHAPE_BOARD, "Board", "The board that meets.", "id: HSCB"),
    MAP(review, NEEDED | PUBLIC, SHAPE_REVIEW, "Review", "The review whose report the board answers.", "id: HMB-02"),
    MAP(meeting, NEEDED | PUBLIC, SHAPE_MEETING, "Meeting", "When, where and what kind of meeting.",
        "title: Extraordinary Board"),
    MAPS(agencies, NEEDED, SHAPE_AGENCY, "Agencies", "The bodies round the table.", "id: CSC"),
    MAPS(people, FREE, SHAPE_PERSON, "People", "Those who take part, by role.", "id: CHR"),
    MAPS(priorities, FREE, SHAPE_PRIORITY, "Plan priorities", "The priorities of the board's plan.", "id: P1"),
    MAPS(learning, FREE, SHAPE_LEARNING, "Work under way",
         "What the learning and improvement framework already holds on this.", "id: L1"),
    MAPS(findings, NEEDED | PUBLIC, SHAPE_FINDING, "Findings", "What the report says about how the system works.",
         "id: F1"),
    MAP(marker, FREE, SHAPE_MARKER, "Quality marker",
        "The questions answered at the end; SCR Quality Marker 15 when not given.", "id: QM15"),
    ROW(MAPS, "agenda", AT(MAPS, items), NEEDED, "Agenda", "The items of the meeting, in order, with their minutes.",
        "id: I1", .shape = &SHAPE_ITEM),
    MAPS(kinds, FREE, SHAPE_KIND, "Kinds of change",
         "The kinds of change an agreement may be; the built-in list when not given.", "id: design"),
    MAPS(proposals, FREE, SHAPE_PROPOSAL, "Proposals",
         "Agreements drafted beforehand, for the board to adopt, amend or reject.", "id: D1"),
    MAP(outcome, DERIVED, SHAPE_OUTCOME, "Outcome",
        "The result, written by the program when the meeting is left or closed; never read back as truth.",
        "status: closed"),
    /* No shape and no member: each entry has the shape of its `do`, and is kept by the meeting, not by the agenda. */
    ROW(MAPS, "events", 0, FREE, "Events", "What happened, one entry an act, always last in the file.", "do: open",
        .shape = NULL),
};
const struct shape SHAPE_FILE = SHAPE("meeting file", struct agenda, file_rows);
#undef OF
