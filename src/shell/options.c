#include "candour/shell/options.h"

#include <assert.h>
#include <getopt.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"

enum { ROWS_MOST = 64 };

const struct command_row *command_of_word(const char *word) {
    size_t count;
    const struct command_row *rows = commands_rows(&count);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(rows[i].word, word) == 0) {
            return &rows[i];
        }
    }
    return NULL;
}

bool option_for(const struct option_row *option, const struct command_row *command) {
    size_t length = strlen(command->word);
    if (strcmp(option->commands, "*") == 0) {
        return true;
    }
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
    struct option names[ROWS_MOST + 1];
    char letters[2 * ROWS_MOST + 2];
};

static struct getopt_tables getopt_tables(const struct command_row *command) {
    struct getopt_tables tables = {0};
    size_t names = 0;
    size_t letters = 0;
    size_t count;
    const struct option_row *rows = options_rows(&count);
    assert(count <= ROWS_MOST);
    tables.letters[letters++] = ':'; /* tell a missing argument from an unknown option */
    for (size_t i = 0; i < count; i++) {
        if (!option_for(&rows[i], command)) {
            continue;
        }
        int takes = rows[i].argument == NULL ? no_argument : required_argument;
        tables.names[names++] = (struct option){.name = rows[i].name, .has_arg = takes, .val = 256 + (int)i};
        if (rows[i].letter != 0) {
            tables.letters[letters++] = rows[i].letter;
            if (takes == required_argument) {
                tables.letters[letters++] = ':';
            }
        }
    }
    return tables;
}

static const struct option_row *row_of(const struct command_row *command, int value) {
    size_t count;
    const struct option_row *rows = options_rows(&count);
    for (size_t i = 0; i < count; i++) {
        bool letter = value < 256 && value != 0 && rows[i].letter == value && option_for(&rows[i], command);
        if (value == 256 + (int)i || letter) {
            return &rows[i];
        }
    }
    return NULL;
}

static void say_unknown(const struct command_row *command, const char *argument) {
    const char *names[ROWS_MOST];
    size_t count = 0;
    size_t row_count;
    const struct option_row *rows = options_rows(&row_count);
    for (size_t i = 0; i < row_count; i++) {
        if (option_for(&rows[i], command) && !rows[i].hidden) {
            names[count++] = rows[i].name;
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

static bool take(const struct option_row *option, const char *value, struct given *out) {
    struct arena *arena = arena_new();
    const char *choices = option_choices(option, arena);
    bool good = option->argument == NULL || (choices == NULL ? *value != '\0' : one_of(choices, value));
    if (!good) {
        say_error("--%s wants %s, not '%s'", option->name, choices == NULL ? option->argument : choices, value);
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
        say_error("%s needs %s: candour %s %s", command->word, command->least == 2 ? "two files" : "a file",
                  command->word, command->operands);
        return false;
    }
    if (given->count > command->most) {
        if (command->most == 0) {
            say_error("%s takes no file or word, and '%s' is one: candour %s", command->word, given->operands[0],
                      command->word);
            return false;
        }
        say_error("%s takes %s, and '%s' is one more: candour %s %s", command->word,
                  command->most == 2 ? "two files" : "one word", given->operands[command->most], command->word,
                  command->operands);
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
        const struct option_row *option = row_of(command, value == ':' ? optopt : value);
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
