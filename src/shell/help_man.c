#include <string.h>

#include "candour/base/arena.h"
#include "candour/base/roff.h"
#include "candour/format/reference.h"
#include "candour/shell/help.h"
#include "candour/ui/commands.h"
#include "candour/ui/follower.h"
#include "candour/ui/form.h"

static void roff_terms(const struct option_row *option, struct buffer *out) {
    const char *means;
    const char *term;
    if (option->term == NULL) {
        return;
    }
    buffer_text(out, ".RS\n");
    for (size_t i = 0; (term = option->term(i, &means)) != NULL; i++) {
        buffer_format(out, ".TP\n\\fI%s\\fR\n", term);
        roff_text(out, means);
    }
    buffer_text(out, ".RE\n");
}

static void roff_option(const struct option_row *option, struct buffer *out) {
    buffer_text(out, ".TP\n");
    if (option->letter != 0) {
        buffer_format(out, "\\fB\\-%c\\fR, ", option->letter);
    }
    buffer_format(out, "\\fB\\-\\-%s\\fR", option->name);
    if (option->argument != NULL) {
        buffer_format(out, " \\fI%s\\fR", option->argument);
    }
    buffer_char(out, '\n');
    struct arena *arena = arena_new();
    roff_text(out, option_help(option, arena));
    roff_terms(option, out);
    arena_free(arena);
}

static void roff_commands(struct buffer *out) {
    size_t count;
    size_t option_count;
    const struct command_row *rows = commands_rows(&count);
    const struct option_row *options = options_rows(&option_count);
    for (size_t i = 0; i < count; i++) {
        buffer_format(out, ".SS candour %s%s%s\n", rows[i].word, rows[i].operands[0] == '\0' ? "" : " ",
                      rows[i].operands);
        roff_text(out, rows[i].more);
        for (size_t j = 0; j < option_count; j++) {
            if (!options[j].hidden && option_for(&options[j], &rows[i])) {
                roff_option(&options[j], out);
            }
        }
    }
}

static void roff_topics(struct buffer *out) {
    size_t count;
    const struct help_topic *topics = help_topics(&count);
    for (size_t i = 0; i < count; i++) {
        buffer_text(out, ".SS ");
        roff_text(out, topics[i].title);
        roff_text(out, topics[i].text);
    }
}

static void title(const char *name, int section, const char *volume, struct buffer *out) {
    buffer_format(out, ".TH %s %d %s \"candour %s\" \"%s\"\n", name, section, CANDOUR_RELEASED, CANDOUR_VERSION,
                  volume);
}

/* A heading's row: what is set in bold, and what it means. */
static void row(const char *word, const char *means, struct buffer *out) {
    buffer_text(out, ".TP\n");
    roff_text(out, word);
    roff_text(out, means);
}

static void second_screen(struct buffer *out) {
    char name[16];
    const char *help;
    buffer_text(out, ".SS On the second screen\n");
    for (size_t i = 0; (help = follower_key_help(i, name)) != NULL; i++) {
        row(name, help, out);
    }
}

static void environment(struct buffer *out) {
    buffer_text(out, ".SH ENVIRONMENT\n");
    row("VISUAL, EDITOR", "the editor that Ctrl-E opens for a long text", out);
    row("NO_COLOR", "when not empty, no colours are used", out);
    row("TERM", "the kind of the terminal; one that is not known is treated as one that is, and that is said", out);
    row("LC_ALL, LC_CTYPE, LANG", "where the locale is not UTF-8, plain characters stand for all others", out);
    row("XDG_CONFIG_HOME", "where candour/guard.txt is looked for; ~/.config when not set", out);
    buffer_text(out, ".SH FILES\n");
    row("sessions/", "sessions, by default; 0700, its files 0600", out);
    row("~/.config/candour/guard.txt", "words that must not be recorded, one a line", out);
}

static void exit_status(struct buffer *out) {
    buffer_text(out, ".SH EXIT STATUS\n");
    row("0", "done", out);
    row("1", "the input has problems; they were named on standard error", out);
    row("2", "wrong usage", out);
    row("3", "the system failed (disk full, locked, no terminal)", out);
    row("128 and a signal's number", "told to leave by that signal; everything was kept", out);
}

static void man_program(struct buffer *out) {
    title("CANDOUR", 1, "User commands", out);
    buffer_text(
        out, ".SH NAME\ncandour \\- run and keep the meeting that answers a safeguarding review\n"
             ".SH SYNOPSIS\n.B candour\n[\\fICOMMAND\\fR] [\\fIOPTION\\fR ...] [\\fIFILE\\fR ...]\n.SH DESCRIPTION\n");
    roff_text(
        out, "candour runs the meeting in which a safeguarding board decides its response to a review report. It keeps "
             "time by the agenda, records positions, challenges, agreements and notes per agency, and keeps every "
             "event in one YAML file, on the disk before it is confirmed on the screen.");
    buffer_text(out, ".SH COMMANDS\n");
    roff_commands(out);
    buffer_text(out, ".SH KEYS\n");
    commands_roff(ANY_SCREEN | ANY_LIST, out);
    buffer_text(out, ".SS In a form\n");
    size_t count;
    const struct form_help_row *rows = form_key_rows(&count);
    for (size_t i = 0; i < count; i++) {
        row(rows[i].left, rows[i].right, out);
    }
    second_screen(out);
    buffer_text(out, ".SH SUBJECTS\n");
    roff_topics(out);
    exit_status(out);
    environment(out);
    buffer_text(out, ".SH SEE ALSO\n.BR candour\\-file (5)\n");
}

static void man_file(struct buffer *out) {
    title("CANDOUR-FILE", 5, "File formats", out);
    buffer_text(out,
                ".SH NAME\ncandour\\-file \\- agenda and session of a safeguarding board's meeting\n.SH DESCRIPTION\n");
    reference_man(out);
    buffer_text(out, ".SH SEE ALSO\n.BR candour (1)\n");
}

void help_man(const char *page, struct buffer *out) {
    if (strcmp(page, "candour-file") == 0) {
        man_file(out);
    } else {
        man_program(out);
    }
}
