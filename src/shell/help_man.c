
#include "candour/base/arena.h"
#include "candour/shell/help.h"
#include "candour/ui/commands.h"

/* Text for roff: a backslash, and a dot or apostrophe at the beginning of a line, are commands there. */
static void roff_text(const char *text, struct buffer *out) {
    bool begins = true;
    for (const char *c = text; *c != '\0'; c++) {
        if (begins && (*c == '.' || *c == '\'')) {
            buffer_text(out, "\\&");
        }
        begins = *c == '\n';
        if (*c == '\\') {
            buffer_text(out, "\\e");
        } else if (*c == '-') {
            buffer_text(out, "\\-");
        } else if (*c == '\n') {
            buffer_text(out, "\n.PP\n");
        } else {
            buffer_char(out, *c);
        }
    }
    buffer_char(out, '\n');
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
    roff_text(option_help(option, arena), out);
    arena_free(arena);
}

static void roff_commands(struct buffer *out) {
    size_t count;
    size_t option_count;
    const struct command_row *rows = commands_rows(&count);
    const struct option_row *options = options_rows(&option_count);
    for (size_t i = 0; i < count; i++) {
        buffer_format(out, ".SS candour %s %s\n", rows[i].word, rows[i].operands);
        roff_text(rows[i].more, out);
        for (size_t j = 0; j < option_count; j++) {
            if (!options[j].hidden && option_for(&options[j], &rows[i])) {
                roff_option(&options[j], out);
            }
        }
    }
}

void help_man(struct buffer *out) {
    buffer_format(out, ".TH CANDOUR 1 \"\" \"candour %s\" \"User commands\"\n", CANDOUR_VERSION);
    buffer_text(out,
                ".SH NAME\ncandour \\- run and keep the meeting that answers a safeguarding review\n"
                ".SH SYNOPSIS\n.B candour\n.I COMMAND\n[\\fIOPTION\\fR ...] [\\fIFILE\\fR ...]\n.SH DESCRIPTION\n");
    roff_text(
        "candour runs the meeting in which a safeguarding board decides its response to a review report. It keeps "
        "time by the agenda, records positions, challenges, agreements and notes per agency, and keeps every "
        "event in one YAML file, on the disk before it is confirmed on the screen.",
        out);
    buffer_text(out, ".SH COMMANDS\n");
    roff_commands(out);
    buffer_text(out, ".SH KEYS\n");
    commands_roff(ANY_SCREEN | ANY_LIST, out);
    buffer_text(out,
                ".SH EXIT STATUS\n.TP\n0\ndone\n.TP\n1\nthe input has problems; they were named on standard error\n"
                ".TP\n2\nwrong usage\n.TP\n3\nthe system failed (disk full, locked, no terminal)\n"
                ".TP\n128 and a signal's number\ntold to leave by that signal; everything was kept\n"
                ".SH ENVIRONMENT\n.TP\nVISUAL, EDITOR\nthe editor that Ctrl\\-E opens for a long text\n"
                ".TP\nNO_COLOR\nwhen not empty, no colours are used\n"
                ".TP\nXDG_CONFIG_HOME\nwhere candour/guard.txt is looked for; ~/.config when not set\n"
                ".SH FILES\n.TP\nsessions/\nsessions, by default; 0700, its files 0600\n"
                ".TP\n~/.config/candour/guard.txt\nwords that must not be recorded, one a line\n");
}
