#include <string.h>

#include "candour/base/arena.h"
#include "candour/shell/help.h"

static void command_words(struct buffer *out) {
    size_t count;
    const struct command_row *rows = commands_rows(&count);
    for (size_t i = 0; i < count; i++) {
        buffer_format(out, "%s%s", i == 0 ? "" : " ", rows[i].word);
    }
}

static void option_words(const struct command_row *command, struct buffer *out) {
    size_t count;
    const struct option_row *rows = options_rows(&count);
    const char *before = "";
    for (size_t i = 0; i < count; i++) {
        if (!rows[i].hidden && option_for(&rows[i], command)) {
            buffer_format(out, "%s--%s", before, rows[i].name);
            before = " ";
        }
    }
}

/* The words to offer behind each option that takes one of some; nothing where it takes anything but a file. */
static void argument_words(const struct command_row *command, struct buffer *out) {
    size_t count;
    const struct option_row *rows = options_rows(&count);
    struct arena *arena = arena_new();
    for (size_t i = 0; i < count; i++) {
        const char *choices = option_offers(&rows[i], arena);
        bool takes = rows[i].argument != NULL && !rows[i].file && !rows[i].hidden;
        if (takes && option_for(&rows[i], command)) {
            buffer_format(out, "        %s:--%s) %s ;;\n", command->word, rows[i].name,
                          choices == NULL ? "return" : arena_format(arena, "words=\"%s\"", choices));
        }
    }
    arena_free(arena);
}

/* The words that may follow; "" for meeting files. */
static const char *completed(const struct command_row *command, struct buffer *words) {
    buffer_clear(words);
    if (strcmp(command->completes, "none") == 0) {
        return " ";
    }
    if (strcmp(command->completes, "words") == 0) {
        command_words(words);
        buffer_text(words, " keys format");
    }
    return words->length == 0 ? "" : words->bytes;
}

static void completion_bash(struct buffer *out) {
    size_t count;
    const struct command_row *rows = commands_rows(&count);
    struct buffer words = {0};
    buffer_text(out, "# bash completion for candour\n_candour() {\n"
                     "    local word=${COMP_WORDS[COMP_CWORD]} options= words=\n"
                     "    COMPREPLY=()\n    if [ \"$COMP_CWORD\" = 1 ]; then\n        COMPREPLY=($(compgen -W \"");
    command_words(out);
    buffer_text(out, " --help --version\" -- \"$word\"))\n        return\n    fi\n    case ${COMP_WORDS[1]} in\n");
    for (size_t i = 0; i < count; i++) {
        buffer_format(out, "    %s) options=\"", rows[i].word);
        option_words(&rows[i], out);
        buffer_format(out, "\" words=\"%s\" ;;\n", completed(&rows[i], &words));
    }
    buffer_text(out, "    esac\n    case ${COMP_WORDS[1]}:${COMP_WORDS[COMP_CWORD - 1]} in\n");
    for (size_t i = 0; i < count; i++) {
        argument_words(&rows[i], out);
    }
    buffer_text(out, "    esac\n    case $word in\n    -*) COMPREPLY=($(compgen -W \"$options\" -- \"$word\")) ;;\n"
                     "    *)\n        if [ -n \"$words\" ]; then\n"
                     "            COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n        else\n"
                     "            compopt -o filenames 2>/dev/null\n"
                     "            COMPREPLY=($(compgen -f -X '!*.y?(a)ml' -- \"$word\") $(compgen -d -- \"$word\"))\n"
                     "        fi ;;\n    esac\n}\ncomplete -F _candour candour\n");
    buffer_free(&words);
}

static void zsh_option(const struct option_row *option, struct buffer *out) {
    struct arena *arena = arena_new();
    const char *choices = option_offers(option, arena);
    buffer_format(out, " \\\n        '--%s[%s]", option->name, option->help);
    if (option->file) {
        buffer_text(out, ":file:_files");
    } else if (option->argument != NULL) {
        buffer_format(out, ":%s:(%s)", option->argument, choices == NULL ? "" : choices);
    }
    buffer_text(out, "'");
    arena_free(arena);
}

static void completion_zsh(struct buffer *out) {
    size_t count;
    size_t option_count;
    const struct command_row *rows = commands_rows(&count);
    const struct option_row *options = options_rows(&option_count);
    struct buffer words = {0};
    buffer_text(out, "#compdef candour\nlocal -a commands\ncommands=(\n");
    for (size_t i = 0; i < count; i++) {
        buffer_format(out, "    '%s:%s'\n", rows[i].word, rows[i].does);
    }
    buffer_text(out, ")\nif (( CURRENT == 2 )); then\n    _describe command commands\n    return\nfi\n"
                     "case $words[2] in\n");
    for (size_t i = 0; i < count; i++) {
        buffer_format(out, "%s)\n    _arguments", rows[i].word);
        for (size_t j = 0; j < option_count; j++) {
            if (!options[j].hidden && option_for(&options[j], &rows[i])) {
                zsh_option(&options[j], out);
            }
        }
        const char *list = completed(&rows[i], &words);
        buffer_format(out, " \\\n        '*:%s:%s%s%s' ;;\n", *list != '\0' ? "topic" : "meeting file",
                      *list != '\0' ? "(" : "_files -g \"*.y(a|)ml\"", list, *list != '\0' ? ")" : "");
    }
    buffer_text(out, "esac\n");
    buffer_free(&words);
}

static void fish_option(const struct command_row *command, const struct option_row *option, struct buffer *out) {
    struct arena *arena = arena_new();
    const char *choices = option_offers(option, arena);
    buffer_format(out, "complete -c candour -n '__fish_seen_subcommand_from %s' -l %s", command->word, option->name);
    if (option->argument != NULL) {
        buffer_text(out, option->file ? " -r" : " -x");
    }
    if (choices != NULL) {
        buffer_format(out, " -a '%s'", choices);
    }
    buffer_format(out, " -d '%s'\n", option->help);
    arena_free(arena);
}

static void completion_fish(struct buffer *out) {
    size_t count;
    size_t option_count;
    const struct command_row *rows = commands_rows(&count);
    const struct option_row *options = options_rows(&option_count);
    struct buffer words = {0};
    for (size_t i = 0; i < count; i++) {
        buffer_format(out, "complete -c candour -n __fish_use_subcommand -f -a %s -d '%s'\n", rows[i].word,
                      rows[i].does);
        for (size_t j = 0; j < option_count; j++) {
            if (!options[j].hidden && option_for(&options[j], &rows[i])) {
                fish_option(&rows[i], &options[j], out);
            }
        }
        const char *list = completed(&rows[i], &words);
        if (*list != '\0') {
            buffer_format(out, "complete -c candour -n '__fish_seen_subcommand_from %s' -f -a '%s'\n", rows[i].word,
                          list);
        }
    }
    buffer_free(&words);
}

void help_completion(const char *shell, struct buffer *out) {
    if (strcmp(shell, "bash") == 0) {
        completion_bash(out);
    } else if (strcmp(shell, "zsh") == 0) {
        completion_zsh(out);
    } else {
        completion_fish(out);
    }
}
