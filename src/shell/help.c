#include "candour/shell/help.h"

#include <stdio.h>
#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/text.h"
#include "candour/format/reference.h"
#include "candour/shell/commands.h"
#include "candour/shell/input.h"
#include "candour/ui/commands.h"
#include "candour/ui/follower.h"
#include "candour/ui/form.h"

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
static void help_entry(const char *word, const char *meaning, size_t indent, struct buffer *out) {
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

static void terms_of(const struct option_row *option, struct buffer *out) {
    const char *means;
    const char *term;
    for (size_t i = 0; option->term != NULL && (term = option->term(i, &means)) != NULL; i++) {
        char word[64];
        snprintf(word, sizeof word, "        %.40s", term);
        help_entry(word, means, 28, out);
    }
}

static void options_of(const struct command_row *command, struct buffer *out) {
    size_t count;
    const struct option_row *rows = options_rows(&count);
    struct arena *arena = arena_new();
    for (size_t i = 0; i < count; i++) {
        char word[64];
        if (!rows[i].hidden && option_for(&rows[i], command)) {
            option_word(&rows[i], word);
            help_entry(word, option_help(&rows[i], arena), 28, out);
            terms_of(&rows[i], out);
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
        help_entry(word, rows[i].does, 42, out);
    }
    help_entry("candour --version", "print the version", 42, out);
    buffer_text(out, "\nTo begin: candour\n"
                     "Options and more: candour help COMMAND\nSubjects: candour help");
    size_t topic_count;
    const struct help_topic *topics = help_topics(&topic_count);
    for (size_t i = 0; i < topic_count; i++) {
        buffer_format(out, "%s%s", i == 0 ? " " : "|", topics[i].word);
    }
    buffer_char(out, '\n');
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
        help_entry(word, rows[i].help, 36, out);
        if (rows[i].usage != NULL) {
            help_paragraph(rows[i].usage, 36, out);
        }
    }
}

void help_keys(struct buffer *out) {
    keys_at(AT_START, "ON THE START PAGE", out);
    buffer_char(out, '\n');
    keys_at(ANY_SCREEN, "IN THE MEETING", out);
    size_t count;
    const struct form_help_row *rows = form_key_rows(&count);
    buffer_text(out, "\nIN A FORM\n\n");
    for (size_t i = 0; i < count; i++) {
        help_entry(rows[i].left, rows[i].right, 36, out);
    }
    buffer_text(out, "\nON THE SECOND SCREEN\n\n");
    char name[16];
    const char *help;
    for (size_t i = 0; (help = follower_key_help(i, name)) != NULL; i++) {
        help_entry(name, help, 36, out);
    }
    buffer_char(out, '\n');
    keys_at(AT_HOME, "AT HOME", out);
    buffer_char(out, '\n');
    keys_at(ANY_LIST & ~(unsigned)AT_HOME, "IN THE LIST OF SESSIONS, AND AT HOME", out);
}

static enum exit_status print(struct buffer *out) {
    bool done = say_out(out->bytes, out->length);
    buffer_free(out);
    return done ? EXIT_DONE : EXIT_SYSTEM;
}

bool help_act(const char *word, struct buffer *out) {
    const struct command *command = command_by_name(AT_MEETING, word);
    char keys[64];
    command = command == NULL ? command_by_name(AT_START, word) : command;
    command = command == NULL ? command_by_name(AT_LIST, word) : command;
    if (command == NULL) {
        return false;
    }
    command_keys(command, keys, sizeof keys);
    buffer_format(out, ":%s%s%s\n\n", command->name, command->usage == NULL ? "" : " ",
                  command->usage == NULL ? "" : command->usage);
    help_paragraph(command->help, 0, out);
    buffer_format(out, "\n%s%s\n", keys[0] == '\0' ? "It has no key of its own." : "Key: ", keys);
    if (command->aliases != NULL) {
        buffer_format(out, "Also: %s\n", command->aliases);
    }
    return true;
}

/* What is shown first when a word stands for several things: the command, the topic, then the act with the part of the
 * meeting file of the same name. */
static bool help_found(const char *word, struct buffer *out) {
    const struct command_row *command = command_of_word(word);
    const struct help_topic *topic = help_topic_of(word);
    if (command != NULL) {
        help_command(command, out);
    } else if (topic != NULL) {
        buffer_format(out, "%s\n\n", topic->title);
        help_paragraph(topic->text, 0, out);
    } else if (strcmp(word, "keys") == 0) {
        help_keys(out);
    } else if (strcmp(word, "format") == 0) {
        reference_write(out);
    } else {
        bool act = help_act(word, out);
        size_t before = out->length;
        bool part = reference_word(word, out);
        return act || (part && out->length > before);
    }
    return true;
}

void help_words(struct buffer *out) {
    size_t count;
    size_t topic_count;
    const struct command_row *rows = commands_rows(&count);
    const struct help_topic *topics = help_topics(&topic_count);
    for (size_t i = 0; i < count; i++) {
        buffer_format(out, "%s ", rows[i].word);
    }
    for (size_t i = 0; i < topic_count; i++) {
        buffer_format(out, "%s ", topics[i].word);
    }
    buffer_text(out, "keys format ");
    reference_words(" ", out);
}

/* The nearest of the words there is help on; NULL. */
static const char *help_near(const char *word, struct buffer *words) {
    const char *list[128];
    size_t count = 0;
    help_words(words);
    for (char *at = strtok(words->bytes, " "); at != NULL && count < sizeof list / sizeof *list;
         at = strtok(NULL, " ")) {
        list[count++] = at;
    }
    return text_nearest(word, list, count);
}

static enum exit_status help_word(const char *word) {
    struct buffer out = {0};
    struct buffer words = {0};
    if (help_found(word, &out)) {
        return print(&out);
    }
    const char *near = help_near(word, &words);
    if (near != NULL) {
        say_error("there is no help on '%s'; did you mean '%s'?", word, near);
    } else {
        say_error("there is no help on '%s'; 'candour help' shows what there is", word);
    }
    buffer_free(&words);
    return EXIT_USAGE;
}

/* For a completion script: what cannot be read has no codes, and nothing is said of it. */
static enum exit_status print_codes(const char *path) {
    struct arena *arena = arena_new();
    struct input input;
    struct buffer out = {0};
    bool read = input_read(path, false, arena, &input) == NULL && input.loaded.agenda != NULL;
    const struct agency *agencies = read ? input.loaded.agenda->agencies.items : NULL;
    for (size_t i = 0; read && i < input.loaded.agenda->agencies.count; i++) {
        buffer_format(&out, "%s\n", agencies[i].id);
    }
    arena_free(arena);
    return read ? print(&out) : EXIT_PROBLEMS;
}

enum exit_status command_help(const struct given *given) {
    struct buffer out = {0};
    if (given->has[OPTION_CODES]) {
        return given->count == 1 ? print_codes(given->operands[0]) : EXIT_USAGE;
    }
    if (given->has[OPTION_MAN]) {
        help_man(given->value[OPTION_MAN], &out);
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
