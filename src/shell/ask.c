#include "candour/shell/ask.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/shell/say.h"
#include "candour/term/term.h"

/* Until it is answered; Enter is ENTER. What is no terminal is not asked twice. */
static enum answer_given ask(const char *question, enum answer_given enter) {
    char line[64];
    term_lend();
    for (;;) {
        struct arena *arena = arena_new();
        printf("%s %s ", text_shown(arena, question, strlen(question)), enter == ANSWER_YES ? "[Y/n]" : "[y/N]");
        arena_free(arena);
        fflush(stdout);
        if (fgets(line, sizeof line, stdin) == NULL) {
            putchar('\n');
            return ANSWER_NONE;
        }
        line[strcspn(line, "\r\n")] = '\0';
        if (text_blank(line)) {
            return enter;
        }
        if (text_equal_nocase(line, "y") || text_equal_nocase(line, "yes")) {
            return ANSWER_YES;
        }
        if (text_equal_nocase(line, "n") || text_equal_nocase(line, "no")) {
            return ANSWER_NO;
        }
        if (isatty(STDIN_FILENO) == 0) { /* a script would answer with whatever comes next */
            say_error("'%s' is no answer to this: y or n", line);
            return ANSWER_NONE;
        }
    }
}

enum answer_given ask_yes(const char *question) {
    return ask(question, ANSWER_YES);
}

enum answer_given ask_sure(const char *question) {
    return ask(question, ANSWER_NO);
}
