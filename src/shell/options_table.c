#include "candour/shell/options.h"

#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/core/record.h"
#include "candour/shell/commands.h"
#include "candour/shell/report_file.h"

static const struct command_row COMMANDS[] = {
    {.word = "run",
     .operands = "FILE",
     .does = "facilitate a meeting: a new one from an agenda, or go on with a session",
     .more =
         "FILE is a meeting file. An agenda opens a new meeting; its session is kept in sessions/ under the current "
         "folder, named after the day and the review, unless -o names another file. If a meeting from this agenda "
         "is unfinished there, going on with it is offered. A session that is open or adjourned is gone on with; "
         "words that were half typed when it ended are offered back.\n"
         "Every act is in the session file, and on the disk, before the screen confirms it. Closing the window, "
         "losing the connection or stopping the program loses nothing: run the session again.\n"
         "Words that must not be recorded (a child's name) can be listed one a line in "
         "$XDG_CONFIG_HOME/candour/guard.txt, by default under ~/.config.",
     .least = 1,
     .most = 1,
     .completes = "files",
     .run = command_run_meeting},
    {.word = "review",
     .operands = "FILE",
     .does = "look at a saved session, and record what became of it",
     .more =
         "FILE is the session of a meeting, whatever became of it. It is shown on the screens of the meeting, "
         "beginning "
         "with what is late, not answered or not evidenced; the clock stands.\n"
         "In a session that was closed the follow-up is recorded: progress and who reports it, late answers, assents, "
         "corrections, the confirmation of the record. Each is on the disk before the screen confirms it; what was "
         "said earlier stays. Nothing is written when nothing is recorded.\n"
         "A session that another program has open, or that cannot be written, is shown and says so; so is one whose "
         "meeting was not closed, with which 'candour run' goes on.",
     .least = 1,
     .most = 1,
     .completes = "files",
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
         "The letters are the terminal's: in a window of about 80 columns they can be read across a room.",
     .least = 1,
     .most = 1,
     .completes = "files",
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
     .completes = "files",
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
     .completes = "files",
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
     .completes = "files",
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
     .completes = "files",
     .run = command_report},
    {.word = "help",
     .operands = "[COMMAND|keys|format]",
     .does = "explain a command, the keys of the Meeting screen, or the meeting file",
     .more = "Without a word: the commands. 'keys' lists every key and command of the Meeting screen, 'format' every "
             "section, field and event of a meeting file.",
     .least = 0,
     .most = 1,
     .completes = "words",
     .run = command_help},
};

static const struct option_row OPTIONS[] = {
    {.id = OPTION_OUTPUT,
     .letter = 'o',
     .name = "output",
     .argument = "SESSION",
     .file = true,
     .commands = "run",
     .help = "keep a new meeting in this file, which must not exist yet"},
    {.id = OPTION_OUTPUT,
     .letter = 'o',
     .name = "output",
     .argument = "AGENDA",
     .file = true,
     .commands = "carry",
     .help = "write the agenda to this file, which must not exist yet; - for standard output"},
    {.id = OPTION_AGENCY,
     .name = "agency",
     .argument = "ID",
     .commands = "actions",
     .help = "only what this agency (or BOARD, CHAIR, NATIONAL) owes, and agreements it is a partner in"},
    {.id = OPTION_STATUS,
     .name = "status",
     .argument = "STATUS",
     .words = &CHOICES_AGREEMENT_STATUS,
     .commands = "actions",
     .help = "only agreements of this status, outstanding or not"},
    {.id = OPTION_OVERDUE, .name = "overdue", .commands = "actions", .help = "only what is late"},
    {.id = OPTION_DUE_BEFORE,
     .name = "due-before",
     .argument = "DATE",
     .commands = "actions",
     .help = "only what is due before this day: 2027-03-31, 31mar, +6w, fri"},
    {.id = OPTION_FORMAT,
     .name = "format",
     .argument = "FORM",
     .choices = "text md html csv ics json",
     .commands = "actions",
     .help = "text, Markdown, HTML, CSV, iCalendar or JSON"},
    {.id = OPTION_OUTPUT,
     .letter = 'o',
     .name = "output",
     .argument = "FILE",
     .file = true,
     .commands = "actions",
     .help = "write to this file, which must not exist yet; - for standard output"},
    {.id = OPTION_RESTRICTED, .name = "restricted", .commands = "actions", .help = "restricted records too"},
    {.id = OPTION_RAW_CSV,
     .name = "raw-csv",
     .commands = "report actions",
     .help = "no apostrophe before what a spreadsheet would take for a formula"},
    {.id = OPTION_BOM,
     .name = "bom",
     .commands = "report actions",
     .help = "begin CSV with a byte order mark, for spreadsheets that know UTF-8 by nothing else"},
    {.id = OPTION_OUTPUT,
     .letter = 'o',
     .name = "output",
     .argument = "FILE",
     .file = true,
     .commands = "report",
     .help = "write to this file, which must not exist yet; - for standard output"},
    {.id = OPTION_AS,
     .name = "as",
     .argument = "KIND",
     .commands = "report",
     .help = "what to write; minutes when not given",
     .term = report_term},
    {.id = OPTION_FORMAT,
     .name = "format",
     .argument = "FORM",
     .choices = "md html csv ics json",
     .commands = "report",
     .help = "Markdown, HTML, CSV, iCalendar or JSON; not every document has each"},
    {.id = OPTION_RESTRICTED,
     .name = "restricted",
     .commands = "report",
     .help = "restricted records too: for those who were in the room"},
    {.id = OPTION_GUARD,
     .name = "guard",
     .argument = "FILE",
     .file = true,
     .commands = "run review follow check actions carry report",
     .help = "words that must not be recorded, one a line"},
    {.id = OPTION_BELL,
     .name = "bell",
     .commands = "run",
     .help = "ring the terminal's bell when an item's time is used up"},
    {.id = OPTION_ASCII,
     .name = "ascii",
     .commands = "run review follow",
     .help = "draw lines and marks with plain characters"},
    {.id = OPTION_PUBLIC, .name = "public", .commands = "follow", .help = "show public records alone"},
    {.id = OPTION_KEYS,
     .name = "keys",
     .argument = "FORM",
     .choices = "markdown",
     .commands = "help",
     .hidden = true,
     .help = "print the table of keys"},
    {.id = OPTION_MAN, .name = "man", .commands = "help", .hidden = true, .help = "print the man page"},
    {.id = OPTION_COMPLETION,
     .name = "completion",
     .argument = "SHELL",
     .choices = "bash zsh fish",
     .commands = "help",
     .hidden = true,
     .help = "print completions for a shell"},
    {.id = OPTION_HELP,
     .letter = 'h',
     .name = "help",
     .commands = "run review follow check actions carry schema report help",
     .help = "explain, and do nothing"},
    {.id = OPTION_VERSION, .letter = 'V', .name = "version", .commands = "", .help = "print the version"},
};

enum { COMMAND_COUNT = sizeof COMMANDS / sizeof *COMMANDS, ROW_COUNT = sizeof OPTIONS / sizeof *OPTIONS };

const struct command_row *commands_rows(size_t *count) {
    *count = COMMAND_COUNT;
    return COMMANDS;
}

const struct option_row *options_rows(size_t *count) {
    *count = ROW_COUNT;
    return OPTIONS;
}

const struct command_row *command_of_word(const char *word) {
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(COMMANDS[i].word, word) == 0) {
            return &COMMANDS[i];
        }
    }
    return NULL;
}

bool option_for(const struct option_row *option, const struct command_row *command) {
    size_t length = strlen(command->word);
    for (const char *at = option->commands; (at = strstr(at, command->word)) != NULL; at += length) {
        bool begins = at == option->commands || at[-1] == ' ';
        if (begins && (at[length] == ' ' || at[length] == '\0')) {
            return true;
        }
    }
    return false;
}

const char *option_help(const struct option_row *option, struct arena *arena) {
    const char *help = option->help;
    for (size_t i = 0; option->words != NULL && i < option->words->count; i++) {
        const char *before = i == 0 ? ": " : i + 1 < option->words->count ? ", " : " or ";
        help = arena_format(arena, "%s%s%s", help, before, option->words->words[i]);
    }
    return help;
}

const char *option_choices(const struct option_row *option, struct arena *arena) {
    const char *all = option->choices;
    for (size_t i = 0; option->words != NULL && i < option->words->count; i++) {
        all = i == 0 ? option->words->words[0] : arena_format(arena, "%s %s", all, option->words->words[i]);
    }
    return all;
}

const char *option_offers(const struct option_row *option, struct arena *arena) {
    const char *all = option_choices(option, arena);
    const char *means;
    const char *term;
    for (size_t i = 0; option->term != NULL && (term = option->term(i, &means)) != NULL; i++) {
        size_t known = strcspn(term, ":");
        all = arena_format(arena, "%s%s%.*s", all == NULL ? "" : all, all == NULL ? "" : " ",
                           (int)(known + (term[known] == ':')), term);
    }
    return all;
}
