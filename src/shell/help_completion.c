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

static bool shown(const struct option_row *option, const struct command_row *command) {
    return !option->hidden && option_for(option, command);
}

/* What the argument of an option may be: words, or one of the kinds the scripts know. */
static const char *argument_kind(const struct option_row *option, const char *choices) {
    return choices != NULL ? "words" : option->completes != NULL ? option->completes : option->file ? "files" : "none";
}

static void option_words(const struct command_row *command, struct buffer *out) {
    size_t count;
    const struct option_row *rows = options_rows(&count);
    const char *before = "";
    for (size_t i = 0; i < count; i++) {
        if (shown(&rows[i], command)) {
            buffer_format(out, "%s--%s", before, rows[i].name);
            before = " ";
        }
    }
}

/* --- bash --- */

static const char BASH_HEAD[] =
    "# bash completion for candour\n"
    "_candour_files() { # KIND WORD: meeting files, sessions of them, or any file\n"
    "    local file\n"
    "    compopt -o filenames 2>/dev/null\n"
    "    while IFS= read -r file; do\n"
    "        if [ ! -d \"$file\" ]; then\n"
    "            case $1:$file in\n"
    "            meetings:*.yaml | meetings:*.yml) ;;\n"
    "            sessions:*.yaml | sessions:*.yml) grep -qs '^events:' -- \"$file\" || continue ;;\n"
    "            files:*) ;;\n"
    "            *) continue ;;\n"
    "            esac\n"
    "        fi\n"
    "        COMPREPLY+=(\"$file\")\n"
    "    done < <(compgen -f -- \"$2\")\n"
    "}\n"
    "_candour_agencies() { # WORD: codes of the agencies of the files named so far\n"
    "    local file codes=\n"
    "    for file in \"${COMP_WORDS[@]:2}\"; do\n"
    "        if [ -f \"$file\" ]; then codes+=\" $(candour help --codes \"$file\" 2>/dev/null)\"; fi\n"
    "    done\n"
    "    COMPREPLY=($(compgen -W \"$codes\" -- \"$1\"))\n"
    "}\n"
    "_candour() {\n"
    "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} options= words= kind=meetings\n"
    "    COMPREPLY=()\n"
    "    if [ \"$word\" = = ]; then word=; fi # --as=TAB: bash takes the = for a word of its own\n"
    "    if [ \"$before\" = = ]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi\n"
    "    if [ \"$COMP_CWORD\" = 1 ]; then\n"
    "        COMPREPLY=($(compgen -W \"";

static const char BASH_TAIL[] =
    "    esac\n"
    "    case $word in -*) kind=words words=$options ;; esac\n"
    "    if [ \"$word\" = : ]; then kind=agencies word=; fi # bash takes agency:CSC for three words\n"
    "    if [ \"$before\" = : ]; then kind=agencies; fi\n"
    "    case $kind in\n"
    "    words) COMPREPLY=($(compgen -W \"$words\" -- \"$word\")) ;;\n"
    "    agencies) _candour_agencies \"$word\" ;;\n"
    "    none) ;;\n"
    "    *) _candour_files \"$kind\" \"$word\" ;;\n"
    "    esac\n"
    "}\n"
    "complete -F _candour candour\n";

static void bash_options(const struct command_row *command, struct buffer *out) {
    size_t count;
    const struct option_row *rows = options_rows(&count);
    struct arena *arena = arena_new();
    buffer_text(out, "        case $before in\n");
    for (size_t i = 0; i < count; i++) {
        if (!shown(&rows[i], command) || rows[i].argument == NULL) {
            continue;
        }
        if (rows[i].letter != 0) {
            buffer_format(out, "        -%c | --%s)", rows[i].letter, rows[i].name);
        } else {
            buffer_format(out, "        --%s)", rows[i].name);
        }
        const char *choices = option_offers(&rows[i], arena);
        buffer_format(out, " kind=%s words=\"%s\" ;;\n", argument_kind(&rows[i], choices),
                      choices == NULL ? "" : choices);
    }
    arena_free(arena);
    buffer_text(out, "        esac\n");
}

static void completion_bash(struct buffer *out) {
    size_t count;
    const struct command_row *rows = commands_rows(&count);
    buffer_text(out, BASH_HEAD);
    command_words(out);
    buffer_text(out, " --help --version\" -- \"$word\"))\n        return\n    fi\n    case ${COMP_WORDS[1]} in\n");
    for (size_t i = 0; i < count; i++) {
        buffer_format(out, "    %s)\n        options=\"", rows[i].word);
        option_words(&rows[i], out);
        buffer_format(out, "\" kind=%s words=\"", rows[i].completes);
        if (strcmp(rows[i].completes, "words") == 0) {
            help_words(out);
        }
        buffer_text(out, "\"\n");
        bash_options(&rows[i], out);
        buffer_text(out, "        ;;\n");
    }
    buffer_text(out, BASH_TAIL);
}

/* --- zsh --- */

static const char ZSH_HEAD[] =
    "#compdef candour\n"
    "_candour_sessions() {\n"
    "    local -a found; local file\n"
    "    for file in *.y(a|)ml(N) **/*.y(a|)ml(N); do grep -qs '^events:' -- $file && found+=($file); done\n"
    "    compadd -f -a found; _files -/\n"
    "}\n"
    "_candour_agencies() {\n"
    "    local -a codes; local file line\n"
    "    for file in $words[3,-1]; do\n"
    "        [[ -f $file ]] || continue\n"
    "        for line in ${(f)\"$(candour help --codes $file 2>/dev/null)\"}; do codes+=($line); done\n"
    "    done\n"
    "    compadd -a codes\n"
    "}\n"
    "local -a commands\n"
    "commands=(\n";

static const char *zsh_action(const char *kind) {
    return strcmp(kind, "sessions") == 0   ? "_candour_sessions"
           : strcmp(kind, "agencies") == 0 ? "_candour_agencies"
           : strcmp(kind, "meetings") == 0 ? "_files -g \"*.y(a|)ml\""
           : strcmp(kind, "none") == 0     ? " "
                                           : "_files";
}

/* Inside single quotes: a quote ends them, a colon and a bracket mean something to _arguments. */
static void zsh_text(const char *text, struct buffer *out) {
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '\'') {
            buffer_text(out, "'\\''");
        } else {
            if (strchr("[]:\\", *at) != NULL) {
                buffer_char(out, '\\');
            }
            buffer_char(out, *at);
        }
    }
}

static void zsh_option(const struct option_row *option, struct buffer *out) {
    struct arena *arena = arena_new();
    const char *choices = option_offers(option, arena);
    buffer_format(out, " \\\n        '--%s[", option->name);
    zsh_text(option_help(option, arena), out);
    buffer_char(out, ']');
    if (choices != NULL) {
        buffer_format(out, ":%s:(%s)", option->argument, choices);
    } else if (option->argument != NULL) {
        buffer_format(out, ":%s:%s", option->argument, zsh_action(argument_kind(option, NULL)));
    }
    buffer_char(out, '\'');
    arena_free(arena);
}

static void completion_zsh(struct buffer *out) {
    size_t count;
    size_t option_count;
    const struct command_row *rows = commands_rows(&count);
    const struct option_row *options = options_rows(&option_count);
    buffer_text(out, ZSH_HEAD);
    for (size_t i = 0; i < count; i++) {
        buffer_format(out, "    '%s:", rows[i].word);
        zsh_text(rows[i].does, out);
        buffer_text(out, "'\n");
    }
    buffer_text(out, ")\nif (( CURRENT == 2 )); then\n    _describe command commands\n    return\nfi\n"
                     "case $words[2] in\n");
    for (size_t i = 0; i < count; i++) {
        buffer_format(out, "%s)\n    shift words; (( CURRENT-- ))\n    _arguments", rows[i].word);
        for (size_t j = 0; j < option_count; j++) {
            if (shown(&options[j], &rows[i])) {
                zsh_option(&options[j], out);
            }
        }
        if (strcmp(rows[i].completes, "words") == 0) {
            buffer_text(out, " \\\n        '*:topic:(");
            help_words(out);
            buffer_text(out, ")' ;;\n");
        } else {
            buffer_format(out, " \\\n        '*:meeting file:%s' ;;\n", zsh_action(rows[i].completes));
        }
    }
    buffer_text(out, "esac\n");
}

/* --- fish --- */

static const char FISH_HEAD[] =
    "# fish completion for candour\n"
    "function __candour_sessions\n"
    "    for file in (__fish_complete_suffix .yaml .yml)\n"
    "        set -l name (string split -m 1 \\t -- $file)[1]\n"
    "        if test -d $name; or grep -qs '^events:' -- $name\n            echo $file\n        end\n    end\nend\n"
    "function __candour_agencies\n"
    "    for file in (commandline -opc)[3..-1]\n"
    "        test -f $file; and candour help --codes $file 2>/dev/null\n    end\nend\n";

static const char *fish_action(const char *kind) {
    return strcmp(kind, "sessions") == 0   ? "(__candour_sessions)"
           : strcmp(kind, "agencies") == 0 ? "(__candour_agencies)"
           : strcmp(kind, "meetings") == 0 ? "(__fish_complete_suffix .yaml .yml)"
                                           : "";
}

static void fish_text(const char *text, struct buffer *out) {
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '\'' || *at == '\\') {
            buffer_char(out, '\\');
        }
        buffer_char(out, *at);
    }
}

static void fish_option(const struct command_row *command, const struct option_row *option, struct buffer *out) {
    struct arena *arena = arena_new();
    const char *choices = option_offers(option, arena);
    const char *kind = option->argument == NULL ? "none" : argument_kind(option, choices);
    buffer_format(out, "complete -c candour -n '__fish_seen_subcommand_from %s' -l %s", command->word, option->name);
    if (option->letter != 0) {
        buffer_format(out, " -s %c", option->letter);
    }
    if (option->argument != NULL) {
        buffer_format(out, " -r%s", strcmp(kind, "files") == 0 ? "" : " -f");
    }
    if (choices != NULL || *fish_action(kind) != '\0') {
        buffer_format(out, " -a '%s'", choices != NULL ? choices : fish_action(kind));
    }
    buffer_text(out, " -d '");
    fish_text(option_help(option, arena), out);
    buffer_text(out, "'\n");
    arena_free(arena);
}

static void completion_fish(struct buffer *out) {
    size_t count;
    size_t option_count;
    const struct command_row *rows = commands_rows(&count);
    const struct option_row *options = options_rows(&option_count);
    buffer_text(out, FISH_HEAD);
    for (size_t i = 0; i < count; i++) {
        buffer_format(out, "complete -c candour -n __fish_use_subcommand -f -a %s -d '", rows[i].word);
        fish_text(rows[i].does, out);
        buffer_text(out, "'\n");
        for (size_t j = 0; j < option_count; j++) {
            if (shown(&options[j], &rows[i])) {
                fish_option(&rows[i], &options[j], out);
            }
        }
        buffer_format(out, "complete -c candour -n '__fish_seen_subcommand_from %s' -f -a '", rows[i].word);
        if (strcmp(rows[i].completes, "words") == 0) {
            help_words(out);
        } else {
            buffer_text(out, fish_action(rows[i].completes));
        }
        buffer_text(out, "'\n");
    }
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
