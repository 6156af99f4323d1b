#include "candour/shell/ask.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"

enum answer_given ask_yes(const char *question) {
    char line[64];
    for (;;) {
        struct arena *arena = arena_new();
        printf("%s [Y/n] ", text_shown(arena, question, strlen(question)));
        arena_free(arena);
        fflush(stdout);
        if (fgets(line, sizeof line, stdin) == NULL) {
            putchar('\n');
            return ANSWER_NONE;
        }
        line[strcspn(line, "\r\n")] = '\0';
        if (text_blank(line) || text_equal_nocase(line, "y") || text_equal_nocase(line, "yes")) {
            return ANSWER_YES;
        }
        if (text_equal_nocase(line, "n") || text_equal_nocase(line, "no")) {
            return ANSWER_NO;
        }
    }
}
