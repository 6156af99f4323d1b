/* A command line read by the table. */
#include <assert.h>
#include <getopt.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/shell/options.h"

/* What tells getopt to forget an earlier command line. */
#ifdef __GLIBC__
enum { BEGIN_ANEW = 0 };
#else
enum { BEGIN_ANEW = 1 };
#endif

/* What getopt_long wants, made from the table; the value it gives back is 256 and the row. */
struct getopt_tables {
    struct option names[OPTION_ROWS_MOST + 1];
    char letters[2 * OPTION_ROWS_MOST + 2];
};

static struct getopt_tables getopt_tables(const struct command_row *command) {
    struct getopt_tables tables = {0};
    size_t count;
    const struct option_row *rows = options_rows(&count);
    size_t names = 0;
    size_t letters = 0;
    tables.letters[letters++] = ':'; /* tell a missing argument from an unknown option */
    assert(count <= OPTION_ROWS_MOST);
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

static const struct option_row *row_of(int value) {
    size_t count;
    const struct option_row *rows = options_rows(&count);
    for (size_t i = 0; i < count; i++) {
        if (value == 256 + (int)i || (value < 256 && value != 0 && rows[i].letter == value)) {
            return &rows[i];
        }
    }
    return NULL;
}

static void say_unknown(const struct command_row *command, const char *argument) {
    const char *names[OPTION_ROWS_MOST];
    size_t row_count;
    size_t count = 0;
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
