/* Commands: the one table of what a chair can do, where, by which key and by which name.
 *
 * Key lookup, the bottom line, help, completion on the `:` line, the man page, the README and the tests read it; no key
 * and no name of a command is written anywhere else. Rows are constant and live as long as the program. An act changes
 * the app by events and says on the message line what came of it.
 */
#ifndef CANDOUR_UI_COMMANDS_H
#define CANDOUR_UI_COMMANDS_H

#include "candour/core/event.h"
#include "candour/ui/msg.h"

struct app;
struct arena;
struct buffer;

/* AT_MEETING: on every screen of an open meeting; AT_LIST: on every screen of the list of sessions. ON_ one of them:
 * the key works there alone, and goes before what it does elsewhere; by its name the command works on all of them. */
enum command_place {
    AT_START = 1,
    AT_MEETING = 2,
    ON_MEETING = 4,
    ON_FINDINGS = 8,
    ON_CHALLENGES = 16,
    ON_AGREEMENTS = 32,
    ON_AGENCIES = 64,
    ON_MARKER = 128,
    ON_TIME = 256,
    ON_LOG = 512,
    ON_SCREENS = ON_FINDINGS | ON_CHALLENGES | ON_AGREEMENTS | ON_AGENCIES | ON_MARKER | ON_TIME | ON_LOG,
    ON_LISTED = 1 << 16, /* the Meeting screen of a session that was opened from the list */
    ANY_SCREEN = AT_MEETING | ON_MEETING | ON_SCREENS | ON_LISTED,
    AT_LIST = 1 << 17,
    ON_SESSIONS = 1 << 18,
    ON_OUTSTANDING = 1 << 19,
    ON_FOUND = 1 << 20,
    ON_HOME = 1 << 21, /* the first of the list's screens, where `candour` alone begins */
    ON_PROBLEMS = 1 << 22,
    AT_HOME = ON_HOME | ON_PROBLEMS,
    ANY_LIST = AT_LIST | ON_SESSIONS | ON_OUTSTANDING | ON_FOUND | AT_HOME
};

/* What must be selected, or running, before a command makes sense. */
enum command_need {
    NEEDS_NOTHING,
    NEEDS_RECORD,    /* a record is selected */
    NEEDS_CHALLENGE, /* and it is a challenge */
    NEEDS_AGREEMENT, /* and it is an agreement */
    NEEDS_ITEM,      /* an agenda item is selected or current */
    NEEDS_CURRENT,   /* an item was started: it runs, or is paused */
};

enum { COMMAND_KEYS = 3 };

/* WORDS is what follows the name on the `:` line, "" when a key was pressed. */
typedef void command_act(struct app *app, const char *words);
/* What may stand for the WORD being typed behind the name, in ARENA. */
typedef struct pickables command_words(const struct app *app, const char *word, struct arena *arena);
/* What it does in the list of sessions. */
struct folder;
typedef void folder_act(struct folder *folder);

struct command {
    const char *name;       /* as typed after `:` */
    const char *aliases;    /* other names, separated by a space; NULL for none */
    unsigned places;        /* bits of enum command_place */
    key keys[COMMAND_KEYS]; /* 0 ends them */
    const char *hint;       /* for the bottom line; NULL: not shown there */
    int rank;               /* the lower, the sooner on the bottom line */
    const char *group;      /* its heading in help */
    const char *usage;      /* what may follow the name on the `:` line; NULL: nothing */
    const char *help;       /* one sentence */
    enum event_do says;     /* what it records, DO_COUNT for nothing: the state must allow it */
    enum command_need needs;
    command_act *act;        /* NULL: it is none of the meeting's */
    folder_act *folder;      /* NULL: it is none of the list's */
    command_words *complete; /* NULL: as the quick form, else codes */
};

const struct command *commands_all(size_t *count);
/* NULL when the key does nothing there. PLACES: where one is, AT_START, or AT_MEETING or AT_LIST and the screen. */
const struct command *command_by_key(unsigned places, key k);
/* By name or alias; case matters only where two names differ by it. NULL when there is none. */
const struct command *command_by_name(enum command_place place, const char *name);
/* May the command be said by its name at AT_START, AT_MEETING or AT_LIST? */
bool command_at(const struct command *command, enum command_place place);
/* The keys of a command as a person reads them: "] " or "Up, Ctrl-P"; OUT of SIZE; "" when it has none. */
char *command_keys(const struct command *command, char *out, size_t size);

/* The table for README and man page: a heading for each group, then a row for each command of one of PLACES. */
void commands_markdown(unsigned places, struct buffer *out);
void commands_roff(unsigned places, struct buffer *out);

#endif
