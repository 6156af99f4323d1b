/* A command as it is called: its words, what it says on standard output and standard error, its exit status. */
#ifndef TESTS_SHELL_SAID_H
#define TESTS_SHELL_SAID_H

#include <stdbool.h>

#include "candour/shell/commands.h"
#include "store_folder.h"

static char said_out[65536], said_err[65536];

static void take(const char *path, char out[65536]) {
    FILE *file = fopen(path, "re");
    assert_non_null(file);
    out[fread(out, 1, 65535, file)] = '\0';
    fclose(file);
}

static int redirect(FILE *stream, const char *path) {
    fflush(stream);
    int kept = dup(fileno(stream));
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    assert_true(kept >= 0 && file >= 0);
    dup2(file, fileno(stream));
    close(file);
    return kept;
}

static void put_back(FILE *stream, int kept) {
    fflush(stream);
    dup2(kept, fileno(stream));
    close(kept);
}

/* What the words of a command line do; WORDS begins with the command and ends in NULL. */
static enum exit_status called(const char *words[]) {
    char *argv[16] = {0};
    int argc = 0;
    struct given given;
    enum exit_status status = EXIT_USAGE;
    for (; words[argc]; argc++)
        argv[argc] = strdup(words[argc]);
    int out = redirect(stdout, ".out"), err = redirect(stderr, ".err");
    if (options_read(argc, argv, command_of_word(words[0]), &given))
        status = given.command->run(&given);
    put_back(stdout, out);
    put_back(stderr, err);
    take(".out", said_out);
    take(".err", said_err);
    while (argc > 0)
        free(argv[--argc]);
    return status;
}

#endif
