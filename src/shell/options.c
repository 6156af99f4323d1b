#include "candour/shell/options.h"

#include <getopt.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/core/record.h"
#include "candour/shell/commands.h"

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
         "line is about, q or Esc leads back.",
     .least = 1,
     .most = SIZE_MAX,
     .completes = "files",
     .run = command_review},
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
         "The forms csv, json and ics are for spreadsheets, programs and calendars; the filters hold for them too. In "
         "CSV a field that a spreadsheet would take for a formula gets an apostrophe before it.\n"
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
     .choices = "text csv json ics",
     .commands = "actions",
     .help = "text (unless given), csv, json or ics (iCalendar)"},
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
     .commands = "actions",
     .help = "no apostrophe before what a spreadsheet would take for a formula"},
    {.id = OPTION_BOM,
     .name = "bom",
     .commands = "actions",
     .help = "begin CSV with a byte order mark, for spreadsheets that know UTF-8 by nothing else"},
    {.id = OPTION_GUARD,
     .name = "guard",
     .argument = "FILE",
     .file = true,
     .commands = "run review check actions carry",
     .help = "words that must not be recorded, one a line"},
    {.id = OPTION_BELL,
     .name = "bell",
     .commands = "run",
     .help = "ring the terminal's bell when an item's time is used up"},
    {.id = OPTION_ASCII,
     .name = "ascii",
     .commands = "run review",
     .help = "draw lines and marks with plain characters"},
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
     .commands = "run review check actions carry schema help",
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

/* What tells getopt to forget an earlier command line. */
#ifdef __GLIBC__
enum { BEGIN_ANEW = 0 };
#else
enum { BEGIN_ANEW = 1 };
#endif

/* What getopt_long wants, made from the table; the value it gives back is 256 and the row. */
struct getopt_tables {
    struct option names[ROW_COUNT + 1];
    char letters[2 * ROW_COUNT + 2];
};

static struct getopt_tables getopt_tables(const struct command_row *command) {
    struct getopt_tables tables = {0};
    size_t names = 0;
    size_t letters = 0;
    tables.letters[letters++] = ':'; /* tell a missing argument from an unknown option */
    for (int i = 0; i < ROW_COUNT; i++) {
        if (!option_for(&OPTIONS[i], command)) {
            continue;
        }
        int takes = OPTIONS[i].argument == NULL ? no_argument : required_argument;
        tables.names[names++] = (struct option){.name = OPTIONS[i].name, .has_arg = takes, .val = 256 + i};
        if (OPTIONS[i].letter != 0) {
            tables.letters[letters++] = OPTIONS[i].letter;
            if (takes == required_argument) {
                tables.letters[letters++] = ':';
            }
        }
    }
    return tables;
}

static const struct option_row *row_of(int value) {
    for (int i = 0; i < ROW_COUNT; i++) {
        if (value == 256 + i || (value < 256 && value != 0 && OPTIONS[i].letter == value)) {
            return &OPTIONS[i];
        }
    }
    return NULL;
}

static void say_unknown(const struct command_row *command, const char *argument) {
    const char *names[ROW_COUNT];
    size_t count = 0;
    for (size_t i = 0; i < ROW_COUNT; i++) {
        if (option_for(&OPTIONS[i], command) && !OPTIONS[i].hidden) {
            names[count++] = OPTIONS[i].name;
        }
    }
    const char *word = argument + strspn(argument, "-");
    const char *near = argument[0] == '-' && argument[1] == '-' ? text_nearest(word, names, count) : NULL;
    if (near != NULL) {
        say_error("%s has no option '%s'; did you mean '--%s'?", command->word, argument, near);
    } else {
        say_error("%s has no option '%s'; 'candour help %s' shows what it has", command->word, argument, command->word);
    }
}

static bool one_of(const char *choices, const char *value) {
    size_t length = strlen(value);
    for (const char *at = choices; *at != '\0';) {
        size_t word = strcspn(at, " ");
        if (word == length && strncmp(at, value, length) == 0) {
            return true;
        }
        at += word + strspn(at + word, " ");
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

static bool take(const struct option_row *option, const char *value, struct given *out) {
    struct arena *arena = arena_new();
    const char *choices = option_choices(option, arena);
    bool good = option->argument == NULL || (choices == NULL ? *value != '\0' : one_of(choices, value));
    if (!good) {
        say_error("--%s wants %s, not '%s'", option->name, choices == NULL ? "a name" : choices, value);
    }
    arena_free(arena);
    if (!good) {
        return false;
    }
    if (option->argument != NULL && out->has[option->id]) {
        say_error("--%s is given twice", option->name);
        return false;
    }
    out->has[option->id] = true;
    out->value[option->id] = value;
    return true;
}

static bool operands_fit(const struct given *given) {
    const struct command_row *command = given->command;
    if (given->has[OPTION_HELP]) {
        return true;
    }
    if (given->count < command->least) {
        say_error("%s needs a file: candour %s %s", command->word, command->word, command->operands);
        return false;
    }
    if (given->count > command->most) {
        if (command->most == 0) {
            say_error("%s takes no file or word, and '%s' is one: candour %s", command->word, given->operands[0],
                      command->word);
            return false;
        }
        say_error("%s takes one word, and '%s' is another: candour %s %s", command->word,
                  given->operands[command->most], command->word, command->operands);
        return false;
    }
    return true;
}

bool options_read(int argc, char **argv, const struct command_row *command, struct given *out) {
    struct getopt_tables tables = getopt_tables(command);
    *out = (struct given){.command = command};
    opterr = 0;
    optind = BEGIN_ANEW;
    int value;
    while ((value = getopt_long(argc, argv, tables.letters, tables.names, NULL)) != -1) {
        const struct option_row *option = row_of(value == ':' ? optopt : value);
        if (value == ':') {
            say_error("--%s wants %s", option == NULL ? "" : option->name,
                      option == NULL ? "a word" : option->argument);
            return false;
        }
        if (value == '?' || option == NULL) {
            char letter[3] = {'-', (char)optopt, '\0'};
            say_unknown(command, optopt > 0 && optopt < 256 ? letter : argv[optind - 1]);
            return false;
        }
        if (!take(option, optarg, out)) {
            return false;
        }
    }
    out->operands = argv + optind;
    out->count = (size_t)(argc - optind);
    return operands_fit(out);
}
