/* Options: the one table of commands and options. Parsing, --help, the man page and completions read it.
 *
 * Rows are constant. What was given on a command line points into argv.
 */
#ifndef CANDOUR_SHELL_OPTIONS_H
#define CANDOUR_SHELL_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "candour/core/field.h"
#include "candour/shell/say.h"

enum option_id {
    OPTION_OUTPUT,
    OPTION_GUARD,
    OPTION_AS,
    OPTION_FORMAT,
    OPTION_AGENCY,
    OPTION_STATUS,
    OPTION_OVERDUE,
    OPTION_DUE_BEFORE,
    OPTION_RESTRICTED,
    OPTION_RAW_CSV,
    OPTION_BOM,
    OPTION_BELL,
    OPTION_MOUSE,
    OPTION_ASCII,
    OPTION_PUBLIC,
    OPTION_PLAIN,
    OPTION_MAN,
    OPTION_COMPLETION,
    OPTION_CODES,
    OPTION_SPEED,
    OPTION_KEYS,
    OPTION_HELP,
    OPTION_VERSION,
    OPTION_COUNT
};

enum { OPTION_ROWS_MOST = 64 };

struct given;
typedef enum exit_status command_run(const struct given *given);

struct command_row {
    const char *word;
    const char *operands;  /* "FILE ...", "" for none */
    const char *does;      /* one line, no full stop */
    const char *more;      /* paragraphs for help, separated by newlines */
    size_t least, most;    /* operands */
    const char *completes; /* what its operands are: "meetings" (meeting files), "sessions", "words" (help's), "none" */
    command_run *run;
};

/* The word at a place of those an argument may be, and what it means; NULL behind the last. */
typedef const char *option_term(size_t at, const char **means);

struct option_row {
    const char *name;            /* without `--` */
    const char *argument;        /* its name in help; NULL: takes none */
    const char *choices;         /* what the argument may be, separated by a space; NULL: anything, or one of `words` */
    const struct choices *words; /* likewise, where a field of the file has them; NULL: anything */
    const char *completes;       /* of neither, for completion: "agencies"; NULL: nothing */
    bool file;                   /* the argument names a file */
    const char *commands; /* the commands that take it, separated by a space; "*": all, "": none but `candour` itself */
    const char *help;     /* one line, no full stop */
    /* The words its argument may be, for help and completions, where they are another table's and not all that may be
     * said; NULL: see above. */
    option_term *term;
    enum option_id id;
    char letter; /* 0: none */
    bool hidden; /* for installing, not for people */
};

struct given {
    const struct command_row *command;
    bool has[OPTION_COUNT];
    const char *value[OPTION_COUNT];
    char **operands;
    size_t count;
};

const struct command_row *commands_rows(size_t *count);
const struct option_row *options_rows(size_t *count);
const struct command_row *command_of_word(const char *word); /* NULL */
/* Its help, with the words its argument may be, in ARENA. */
struct arena;
const char *option_help(const struct option_row *option, struct arena *arena);
/* What its argument may be, separated by a space, in ARENA; NULL: anything. */
const char *option_choices(const struct option_row *option, struct arena *arena);
/* Likewise what completions offer: of "agency:ID" as much as is known. */
const char *option_offers(const struct option_row *option, struct arena *arena);
bool option_for(const struct option_row *option, const struct command_row *command);

/* Reads ARGV behind the command's word (ARGV[0]). False: said what is wrong, and what was meant, if that is near. */
bool options_read(int argc, char **argv, const struct command_row *command, struct given *out);

#endif
