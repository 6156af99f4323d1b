#include <stdint.h>

#include "candour/shell/commands.h"
#include "candour/shell/options.h"

static const struct command_row COMMANDS[] = {
    {.word = "home",
     .operands = "",
     .does = "list meetings and agendas, and open the selected one; 'candour' alone is the same",
     .more =
         "Listed are the sessions in sessions/ and the agendas in agendas/, both under the current folder, the meeting "
         "files in the current folder itself, and the installed examples: first meetings that are not over, then "
         "agendas, files with problems, meetings that are over, examples. Each is checked.\n"
         "Enter does what is wanted most: it opens the meeting of an agenda, goes on with a session, reviews one that "
         "is over, rehearses an example, shows the problems of a file that has some and opens it there in your editor. "
         "n copies the template to a new file in agendas/ and opens it in $VISUAL or $EDITOR. When a meeting is left "
         "the list is there again, read anew. The number keys show what 'candour review' shows of many sessions.\n"
         "With --plain the list is said and numbered: a line is a number, which does what Enter does, or a command "
         "with one "
         "('run 2', 'edit 2', 'copy 2 NAME', 'new NAME'), and 'help' says them. A meeting that is opened takes the "
         "lines "
         "that follow, as 'candour run' has it; then the list goes on. The end of the lines leaves.\n"
         "Where there is no terminal and no --plain the list is written to standard output, a line for each file.",
     .least = 0,
     .most = 0,
     .completes = "none",
     .run = command_home},
    {.word = "run",
     .operands = "FILE",
     .does = "facilitate a meeting: a new one from an agenda, or go on with a session",
     .more =
         "FILE is a meeting file. An agenda opens a new meeting; its session is kept in sessions/ under the current "
         "folder, named after the day and the review, unless -o names another file. If a meeting from this agenda "
         "is unfinished there, going on with it is offered. A session that is open or adjourned is gone on with, "
         "one that was closed is taken up again if you say so, one that was confirmed is not; words that were half "
         "typed when it ended are offered back.\n"
         "Every act is in the session file, and on the disk, before the screen confirms it. Closing the window, "
         "losing the connection or stopping the program loses nothing: run the session again.\n"
         "With --plain there is no screen: each line is a command by its name, the text of the field that is asked, or "
         "the answer to a question, and 'help' says them. Where standard input is no terminal the lines are a script: "
         "each answers what was asked before it, leaving an item with something open is said and not asked about, and "
         "a line that was not done is named on standard error with its number; the exit status is then 1. At the end "
         "of the lines the meeting is kept as it stands, half-typed words too.\n"
         "Words that must not be recorded (a child's name) can be listed one a line in "
         "$XDG_CONFIG_HOME/candour/guard.txt, by default under ~/.config.",
     .least = 1,
     .most = 1,
     .completes = "meetings",
     .run = command_run_meeting},
    {.word = "rehearse",
     .operands = "FILE",
     .does = "go through a meeting on a fast clock; nothing is written, ever",
     .more =
         "FILE is an agenda, or a session that is not over. The screens and keys are those of the meeting, and the "
         "word "
         "REHEARSAL is always on them. The clock begins at the planned start and runs at 60 times its speed (--speed), "
         "but as it should while something is typed or asked. Nothing is kept: no session, no lock, no draft.\n"
         "The start page shows where the plan is tight: rounds that do not fit, too little time for a finding, a late "
         "beginning of deciding, hours without a break, times of day that cannot be met. On leaving, what the items "
         "took and when the meeting would have ended are said. With --plain it goes line by line, as 'candour help "
         "run' "
         "has it.",
     .least = 1,
     .most = 1,
     .completes = "meetings",
     .run = command_rehearse},
    {.word = "review",
     .operands = "FILE|DIR ...",
     .does = "look at saved sessions, and record what became of them",
     .more =
         "One FILE is the session of a meeting, whatever became of it. It is shown on the screens of the meeting, "
         "beginning with what is late, not answered or not evidenced; the clock stands.\n"
         "In a session that was closed the follow-up is recorded: progress and who reports it, late answers, assents, "
         "corrections, the confirmation of the record. Each is on the disk before the screen confirms it; what was "
         "said earlier stays. Nothing is written when nothing is recorded.\n"
         "A session that another program has open, or that cannot be written, is shown and says so; so is one whose "
         "meeting was not closed, with which 'candour run' goes on.\n"
         "A folder, or several operands, are shown as a list: a row for each session, what is late first, the first "
         "problem of a file that has one; agendas are left out. A folder stands for the .yaml and .yml files under it. "
         "The number keys show what is outstanding in all of them by agency, promised evidence and open challenges, "
         "what recurs in several reviews, and response times; / searches all their words. Enter opens the session a "
         "line is about, q or Esc leads back.\n"
         "With --plain one session goes line by line. Many are listed and numbered: a number shows that session, "
         "'find' and the "
         "screens by their names ('outstanding', 'evidence', 'themes', 'times') say what there is in all of them. A "
         "file "
         "with problems is named on standard error where the lines are a script, and the exit status is then 1.",
     .least = 1,
     .most = SIZE_MAX,
     .completes = "sessions",
     .run = command_review},
    {.word = "follow",
     .operands = "SESSION",
     .does = "second screen for the room: the time, the item, the finding, its records",
     .more =
         "SESSION is the file a meeting is kept in, while 'candour run' has it open, on this computer, in a shared "
         "folder or over ssh. It is only read: nothing is locked, nothing is written. The screen shows the time left "
         "in large digits, the item and its purpose, the finding under discussion, and what was recorded in this item, "
         "the latest first: what is the board's and what is public, with --public what is public alone. Never what is "
         "restricted, prompts, notes of the chair, drafts, who is in the room, or names of people. A record in which a "
         "word of the guard list stands is not shown.\n"
         "b in the meeting blanks this screen too, and shows it again; b here blanks this one alone, q leaves. It "
         "stays "
         "blank when the meeting's program ends, until one that has the session shows it again. When the file is gone "
         "or cannot be read it says NO SIGNAL, and goes on by itself when the file is back.\n"
         "With --plain it is said in lines, for a screen reader or a file: what the room sees when it comes or "
         "changes, and "
         "when three quarters of an item's time are used, all of it, and every five minutes over.\n"
         "The letters are the terminal's: in a window of about 80 columns they can be read across a room.",
     .least = 1,
     .most = 1,
     .completes = "sessions",
     .run = command_follow},
    {.word = "check",
     .operands = "FILE ...",
     .does = "name every problem in meeting files, by line and column, and what to do",
     .more =
         "Every problem is named on standard error as FILE:LINE:COL: error: what, and what to do. For a file without "
         "problems one line on standard output says what it is. Nothing is changed.\n"
         "With --guard each place is named too where a word of that list stands: in any case, with or without accents, "
         "in comments as well.",
     .least = 1,
     .most = (size_t)-1,
     .completes = "meetings",
     .run = command_check},
    {.word = "actions",
     .operands = "FILE|DIR ...",
     .does = "list what is outstanding over many sessions: agreements, promised evidence, open challenges",
     .more =
         "A folder stands for every session in it and in the folders under it; agendas there are passed over. Listed "
         "is "
         "what is not evidenced, stopped or superseded: what is late first, by its due date, then by date, then what "
         "has none. What is done is outstanding until it is evidenced. Restricted records are left out and counted, "
         "unless --restricted is given.\n"
         "The form is what --format says, else what the name of the file given with -o ends in, else text; the filters "
         "hold for every form. In CSV a field that a spreadsheet would take for a formula gets an apostrophe before "
         "it. In a calendar (ics) stand due and review dates, days to look again, promised evidence, and answers and "
         "assents owed. JSON has document, as_of, asked_for, counts, sessions and actions, whose keys are those of the "
         "header of CSV.\n"
         "A file with problems is named on standard error with its first one; the rest is listed, and the exit status "
         "is 1. Nothing is written when a word of the guard list would leave.",
     .least = 1,
     .most = (size_t)-1,
     .completes = "sessions",
     .run = command_actions},
    {.word = "carry",
     .operands = "SESSION ...",
     .does = "make the next agenda: what was left open, not evidenced, parked, not reached",
     .more =
         "SESSION is the file in which a meeting was kept; several of one board are brought together. The new agenda "
         "asks for what is still owed: challenges without an answer, evidence promised, agreements not evidenced, "
         "assents, drafts, parked matters, and every item that was not reached, each with the day and the id it comes "
         "from. Minutes are estimates: look through it, give it a date, and let 'candour check' look at it.\n"
         "Without -o it is written to REVIEW-follow-up.yaml in the current folder (-2 and so on if that is taken), "
         "with '-o -' to standard output. An existing file is never written over. A session with problems is not "
         "carried: they are named, and nothing is written; so too when a word of the guard list would stand in it.",
     .least = 1,
     .most = (size_t)-1,
     .completes = "sessions",
     .run = command_carry},
    {.word = "schema",
     .operands = "",
     .does = "print the JSON Schema of the meeting file, for editors",
     .more =
         "With it an editor that knows JSON Schema (2020-12), through the YAML language server say, offers the keys "
         "and words of a meeting file while it is written, explains each, and underlines what is wrong. Write it "
         "beside the file: candour schema >candour.schema.json. The template's first line names it there:\n"
         "# yaml-language-server: $schema=candour.schema.json\n"
         "What no schema can say, such as that a code names something, is still said by 'candour check'.",
     .least = 0,
     .most = 0,
     .completes = "none",
     .run = command_schema},
    {.word = "report",
     .operands = "SESSION",
     .does = "write a document of a meeting: minutes, the published response, actions, an agency's slip",
     .more =
         "SESSION is the file in which a meeting was kept. What is written is DRAFT until the record was confirmed. "
         "Without -o it goes to standard output; an existing file is never written over. The form is what --format "
         "says, else what the file's name ends in, else md.\n"
         "The response holds what may be published and nothing else: positions on the findings, and of the agreements "
         "that are public what has been done, what effect it had and what more will be done. All other documents are "
         "for members of the board: of a restricted record they say that there is one and no more, unless "
         "--restricted is given. The chair's own notes and prompts are in none.\n"
         "Nothing is written when a word of the guard list would leave; each place is named.\n"
         "JSON has the keys of the meeting file ('candour help format') for what stands in it, and in the minutes: "
         "document, state (status, draft, confirmed, restricted_included, as_of), board, review, meeting (with times "
         "and hand_overs), attendance, quorum, agencies, people, findings (with position), agenda (with stage, times "
         "and records), changes_of_time, time (by purpose, in seconds), challenges, agreements, notes, engagement, "
         "who_challenged_whom, strengths, positions, readbacks, proposals, withdrawn, corrections, assessment. In the "
         "response: document, draft, board, review, meeting, findings, actions. In the assessment: document, state, "
         "board, review, meeting, marker, questions. In the actions: document, state, board, review, meeting, "
         "restricted_left_out, actions (rows, with the keys of the header of CSV); in a slip also agency, owns, "
         "shares, promised, to_assent, challenges_received, challenges_made. What is not given is null or an empty "
         "list; a record that is "
         "withheld has its id alone.",
     .least = 1,
     .most = 1,
     .completes = "sessions",
     .run = command_report},
    {.word = "merge",
     .operands = "A B -o C",
     .does = "bring together two copies of a session that went separate ways",
     .more =
         "A and B are two copies of one session file, each gone on with by itself: two people's follow-up, say. The "
         "result goes to C, a file that must not exist yet, or with '-o -' to standard output: what both begin with, "
         "then everything said in either, in order of "
         "time. Nothing is changed in A and B.\n"
         "Where both recorded something under one code, B's gets a new one, and old and new are listed. What both "
         "changed is listed too: the later stands, and what the other said is named by file, line and time. What can "
         "be done only once (confirmed, withdrawn) is taken once. No event is left out unsaid.\n"
         "It is refused, with the reason and what can be done instead, when the agendas differ, when the clock of the "
         "meeting went on in both copies, or when something said in one cannot stand after what was said in the other. "
         "A session that another program has open is read as it is on the disk.",
     .least = 2,
     .most = 2,
     .completes = "sessions",
     .run = command_merge},
    {.word = "help",
     .operands = "[TOPIC]",
     .does = "explain a command, a key, a part of the meeting file, or a subject",
     .more = "Without a word: the commands and the subjects. 'keys' lists every key and act of the screens, 'format' "
             "every section, field and event of a meeting file. TOPIC may also be the name of one act ('extend'), or "
             "of one section or event of the file ('findings', 'assent').",
     .least = 0,
     .most = 1,
     .completes = "words",
     .run = command_help},
};

const struct command_row *commands_rows(size_t *count) {
    *count = sizeof COMMANDS / sizeof *COMMANDS;
    return COMMANDS;
}
