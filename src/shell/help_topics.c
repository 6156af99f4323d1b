#include "candour/base/text.h"
#include "candour/shell/help.h"

/* What belongs to no single command, key or field. */
static const struct help_topic TOPICS[] = {
    {"begin", "The first five minutes",
     "Copy an agenda: 'cp agendas/template.yaml our-meeting.yaml', and fill it in with any editor. It explains each "
     "part in place; use case codes and roles, never a child's name.\n"
     "'candour check our-meeting.yaml' names what is wrong by line and column, and what to do.\n"
     "'candour run our-meeting.yaml' shows the start page: review, findings, agencies, planned end, and the file in "
     "which the meeting will be kept. Enter opens it, Space starts the first item, ] goes to the next, q leaves.\n"
     "? shows the keys wherever you are, and why one does nothing now."},
    {"clock", "How time is kept",
     "Nothing advances by itself. Space starts and pauses, ] goes to the next item. The big figure is what is left of "
     "the item; past zero it counts up with a + and the word 'over'.\n"
     "Time used is worked out from the instants at which items were started and left, so a busy computer, a stopped "
     "program or a clock that is put right changes nothing. After a gap of 20 seconds (the lid was shut) you are asked "
     "whether the meeting went on, stopped, or part of each; the answer is in the record.\n"
     "When the clock was forgotten, ':start I1 4 min ago' or ':start I1 since 13:30' dates the start back. + and - "
     "give and take a minute, x more, with the reason and who pays: a later item that is not protected, or the end."},
    {"line", "The : line",
     "Every act has a name and can be typed behind a colon; Tab completes it. Records have a quick form:\n"
     ":c NPS>MHT F1 words records a challenge by NPS to MHT on finding F1.\n"
     ":a @CSC +COM due:31 mar !now #F4 words records an agreement: @ is the owner, + a partner, # a finding, ! the "
     "priority.\n"
     ":n words records a note, :p F1 accepted a position, :f F2 puts a finding under discussion, :h POL says that POL "
     "was heard.\n"
     "A mark that is not understood stays text, and that is said. A name of an act with 'candour help NAME' shows what "
     "it takes."},
    {"plain", "Line by line, for screen readers and pipes",
     "With --plain 'run', 'rehearse', 'review' and 'follow' have no screen: what happens is said in whole lines, and a "
     "line that is typed is a command by its name, the text of the field that is asked, or the answer to a question.\n"
     "'help' says what can be typed, 'where' the item, its time and what is under discussion, 'agenda' the items, "
     "'records' what was recorded, 'show C1' all there is on one of them, 'again' what was said last.\n"
     "In a form a line is the text of the field and an empty one keeps what is there; words of the form begin with a "
     "colon: ':save', ':cancel', ':help'.\n"
     "Lines from a pipe or a file are a script: a line that was not done is named on standard error with its number, "
     "and the exit status is then 1."},
    {"dates", "Dates that are understood",
     "2027-03-31, 31 mar, 31 march 2027, mar 31, 31/3, fri, next fri, tomorrow, +6w, +10d, +3m, +1y, 6 weeks, by 31 "
     "mar. A day and month without a year is the next such day. What was understood is said in full with its weekday.\n"
     "A date with two meanings (3/4/2027) is refused, and so is 'ongoing': an action without a day is not looked at "
     "again."},
    {"keeping", "How nothing is lost",
     "Each act is written at the end of the session file, and flushed to the disk, before the screen confirms it. "
     "Undo is an act too: nothing said is erased. Half-typed text is kept beside the session within a second and "
     "offered back.\n"
     "After a crash, a closed window or a lost line, run the same command again. If the file cannot be written the "
     "screen says so until it works again; on leaving, another place can be named.\n"
     "A second program is refused while one has the session open. Files are readable by you alone (0600)."},
    {"private", "What is private",
     "Texts are public, for the board (when nothing else is said) or restricted. The chair's own notes on an item, the "
     "prompts and the remarks are for the chair's screen alone. b blanks the screen at once; every other key is then "
     "ignored.\n"
     "What is published is a list of what may be said, not of what may not: findings, positions, and public agreements "
     "with owner, date, measure and progress. People, challenges, notes and assents are never in it.\n"
     "Words that must not be recorded (a child's name) are listed one a line outside every session, in "
     "$XDG_CONFIG_HOME/candour/guard.txt (by default under ~/.config) or a file named with --guard: they are noticed "
     "as they are typed."},
};

enum { TOPIC_COUNT = sizeof TOPICS / sizeof *TOPICS };

const struct help_topic *help_topics(size_t *count) {
    *count = TOPIC_COUNT;
    return TOPICS;
}

const struct help_topic *help_topic_of(const char *word) {
    for (size_t i = 0; i < TOPIC_COUNT; i++) {
        if (text_equal(TOPICS[i].word, word)) {
            return &TOPICS[i];
        }
    }
    return NULL;
}
