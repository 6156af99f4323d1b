#include "candour/shell/help.h"

#include <stdio.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/format/reference.h"
#include "candour/shell/commands.h"
#include "candour/ui/commands.h"

enum { HELP_WIDTH = 78 };

static void blanks(size_t count, struct buffer *out) {
    for (size_t i = 0; i < count; i++) {
        buffer_char(out, ' ');
    }
}

void help_paragraph(const char *text, size_t indent, struct buffer *out) {
    size_t length = strlen(text);
    size_t at = 0;
    struct text_line line;
    while (text_wrap_next(text, length, HELP_WIDTH - (int)indent, &at, &line)) {
        if (line.to > line.from) {
            blanks(indent, out);
        }
        buffer_add(out, text + line.from, line.to - line.from);
        buffer_char(out, '\n');
    }
}

/* A word and, from column INDENT on, what it means. */
static void entry(const char *word, const char *meaning, size_t indent, struct buffer *out) {
    size_t from = out->length;
    buffer_format(out, "  %s", word);
    size_t used = out->length - from;
    struct buffer text = {0};
    help_paragraph(meaning, indent, &text);
    if (used + 2 > indent) {
        buffer_char(out, '\n');
        buffer_add(out, text.bytes, text.length);
    } else {
        blanks(indent - used, out);
        buffer_add(out, text.bytes + indent, text.length - indent);
    }
    buffer_free(&text);
}

static void option_word(const struct option_row *option, char out[64]) {
    char letter[8] = "    ";
    if (option->letter != 0) {
        snprintf(letter, sizeof letter, "-%c, ", option->letter);
    }
    snprintf(out, 64, "%s--%.24s%s%.24s", letter, option->name, option->argument == NULL ? "" : " ",
             option->argument == NULL ? "" : option->argument);
}

static void options_of(const struct command_row *command, struct buffer *out) {
    size_t count;
    const struct option_row *rows = options_rows(&count);
    struct arena *arena = arena_new();
    for (size_t i = 0; i < count; i++) {
        char word[64];
        if (!rows[i].hidden && option_for(&rows[i], command)) {
            option_word(&rows[i], word);
            entry(word, option_help(&rows[i], arena), 28, out);
        }
    }
    arena_free(arena);
}

void help_usage(struct buffer *out) {
    size_t count;
    const struct command_row *rows = commands_rows(&count);
    buffer_text(out, "candour runs the meeting in which a safeguarding board answers a review report,\n"
                     "and keeps every word of it in one file.\n\n");
    for (size_t i = 0; i < count; i++) {
        char word[80];
        snprintf(word, sizeof word, "candour %s %s", rows[i].word, rows[i].operands);
        entry(word, rows[i].does, 42, out);
    }
    entry("candour --version", "print the version", 42, out);
    buffer_text(out, "\nTo begin: candour run agendas/scr-response.yaml\n"
                     "Options and more: candour help COMMAND\n");
}

void help_command(const struct command_row *command, struct buffer *out) {
    buffer_format(out, "candour %s [OPTION ...]%s%s\n\n", command->word, *command->operands == '\0' ? "" : " ",
                  command->operands);
    struct buffer does = {0};
    buffer_format(&does, "%s.", command->does);
    does.bytes[0] = (char)(does.bytes[0] >= 'a' && does.bytes[0] <= 'z' ? does.bytes[0] - 'a' + 'A' : does.bytes[0]);
    help_paragraph(does.bytes, 0, out);
    buffer_free(&does);
    buffer_char(out, '\n');
    help_paragraph(command->more, 0, out);
    buffer_text(out, "\nOptions:\n");
    options_of(command, out);
    buffer_text(out, "\nExit status: 0 done, 1 problems in the input, 2 wrong usage, 3 system failed.\n");
}

static void keys_at(unsigned places, const char *heading, struct buffer *out) {
    size_t count;
    const struct command *rows = commands_all(&count);
    const char *group = NULL;
    buffer_format(out, "%s\n", heading);
    for (size_t i = 0; i < count; i++) {
        char keys[48];
        char word[96];
        if ((rows[i].places & places) == 0) {
            continue;
        }
        if (group == NULL || strcmp(group, rows[i].group) != 0) {
            group = rows[i].group;
            buffer_format(out, "\n%s\n", group);
        }
        snprintf(word, sizeof word, "%-16s :%s", command_keys(&rows[i], keys, sizeof keys), rows[i].name);
        entry(word, rows[i].help, 36, out);
        if (rows[i].usage != NULL) {
            help_paragraph(rows[i].usage, 36, out);
        }
    }
}

void help_keys(struct buffer *out) {
    keys_at(AT_START, "ON THE START PAGE", out);
    buffer_char(out, '\n');
    keys_at(ANY_SCREEN, "IN THE MEETING", out);
    buffer_char(out, '\n');
    keys_at(ANY_LIST, "IN THE LIST OF SESSIONS", out);
}

static enum exit_status print(struct buffer *out) {
    bool done = say_to(stdout, out->bytes, out->length);
    buffer_free(out);
    return done ? EXIT_DONE : EXIT_SYSTEM;
}

static enum exit_status help_word(const char *word) {
    struct buffer out = {0};
    const struct command_row *command = command_of_word(word);
    if (command != NULL) {
        help_command(command, &out);
    } else if (strcmp(word, "keys") == 0) {
        help_keys(&out);
    } else if (strcmp(word, "format") == 0) {
        reference_write(&out);
    } else {
        say_error("there is no help on '%s'; 'candour help' shows what there is", word);
        return EXIT_USAGE;
    }
    return print(&out);
}

enum exit_status command_help(const struct given *given) {
    struct buffer out = {0};
    if (given->has[OPTION_MAN]) {
        help_man(&out);
    } else if (given->has[OPTION_COMPLETION]) {
        help_completion(given->value[OPTION_COMPLETION], &out);
    } else if (given->has[OPTION_KEYS]) {
        commands_markdown(ANY_SCREEN | ANY_LIST, &out);
    } else if (given->count > 0) {
        return help_word(given->operands[0]);
    } else {
        help_usage(&out);
    }
    return print(&out);
}
