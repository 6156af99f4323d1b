/* Events of the room: who is there, who speaks, what is under discussion, what is decided about a finding. */
#include "candour/core/agenda.h"

#include "candour/core/event.h"
#include "candour/core/record.h"
#include "rows.h"

#define OF struct event_hand_over
static const struct field hand_over_rows[] = {
    CHOICE(role, NEEDED, CHOICES_HAND_OVER, "Role", "What is handed over: the chair or the minutes.", "chair"),
    REF(to, NEEDED, REF_PERSON, "To", "The person who holds it from now on.", "DN"),
};
const struct shape SHAPE_HAND_OVER = SHAPE("hand-over", struct event_hand_over, hand_over_rows);
#undef OF

#define OF struct event_attend
static const struct field attend_rows[] = {
    REF(person, FREE, REF_PERSON, "Person", "Someone on the list of people; or type a name below.", "DN"),
    LINE(name, FREE, "Name", "Someone who is not on the list.", "Duty manager, Housing"),
    REF(agency, FREE, REF_AGENCY, "For agency", "The agency represented today.", "DIS"),
    CHOICE(state, NEEDED, CHOICES_ATTENDANCE, "Here", "Present, apologies, absent or left.", "present"),
    REF(deputy_for, FREE, ANYONE, "Deputy for", "The person or agency whose place is taken today.", "LAY1"),
    TEXT(interest, FREE, "Interest", "An interest that was declared.", "Was the family's caseworker in 2014"),
};
const struct shape SHAPE_ATTEND = SHAPE("attend", struct event_attend, attend_rows);
#undef OF

#define OF struct event_focus
static const struct field focus_rows[] = {
    REF(finding, NEEDED, REF_FINDING, "Finding", "The finding now under discussion; minutes are counted for it.", "F3"),
};
const struct shape SHAPE_FOCUS = SHAPE("focus", struct event_focus, focus_rows);
#undef OF

#define OF struct event_heard
static const struct field heard_rows[] = {
    REF(agency, NEEDED, REF_AGENCY, "Agency", "The agency that was heard in this item.", "POL"),
};
const struct shape SHAPE_HEARD = SHAPE("heard", struct event_heard, heard_rows);
#undef OF

#define OF struct dissent
static const struct field dissent_rows[] = {
    REF(agency, NEEDED | PUBLIC, REF_AGENCY, "Agency", "The agency that does not agree.", "EDU"),
    TEXT(reason, NEEDED | PUBLIC, "Reason", "Why it does not agree.", "Schools still see the email debate weekly"),
};
const struct shape SHAPE_DISSENT = SHAPE("dissent", struct dissent, dissent_rows);
#undef OF

#define OF struct event_position
static const struct field position_rows[] = {
    REF(finding, NEEDED, REF_FINDING, "Finding", "The finding that is decided on.", "F4"),
    CHOICE(position, NEEDED | PUBLIC, CHOICES_POSITION, "Position",
           "Accepted, accepted in part, not accepted, or needs more work.", "accepted-in-part"),
    TEXT(reason, PUBLIC, "Reason", "Why; needed unless it is accepted.",
         "Email debate has fallen since the pilot began in May"),
    TEXT(still_true, FREE, "Still true today", "Whether practice today is still as the finding says.",
         "Yes, in two of the three districts"),
    MAPS(dissent, PUBLIC, SHAPE_DISSENT, "Dissent", "Agencies that do not agree, each with its reason.", "agency: EDU"),
    CHOICE(visibility, FREE, CHOICES_VISIBILITY, "Who may see the reason",
           "The public, the board or only those in the room; the board when not given.", "public"),
};
const struct shape SHAPE_POSITION = SHAPE("position", struct event_position, position_rows);
#undef OF

#define OF struct event_as_is
static const struct field as_is_rows[] = {
    REF(finding, NEEDED, REF_FINDING, "Finding", "The finding whose agreements stay as they are.", "F5"),
    TEXT(reason, NEEDED, "Reason", "Why the board keeps them, knowing they are weak.",
         "A leadership programme starts in May under P4"),
};
const struct shape SHAPE_AS_IS = SHAPE("as-is", struct event_as_is, as_is_rows);
#undef OF

#define OF struct event_assess
static const struct field assess_rows[] = {
    REF(question, NEEDED, REF_QUESTION, "Question", "The question that is answered.", "Q3"),
    CHOICE(answer, NEEDED, CHOICES_ANSWER, "Answer", "Met, partly or not met.", "partly"),
    TEXT(words, FREE, "In words", "What the board says about it.", "Priorities were squeezed by the presentation"),
};
const struct shape SHAPE_ASSESS = SHAPE("assess", struct event_assess, assess_rows);
#undef OF
