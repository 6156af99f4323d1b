#include "candour/base/buffer.h"
#include "candour/base/roff.h"
#include "candour/base/text.h"
#include "candour/ui/commands.h"

typedef void print_heading(struct buffer *out, const char *group, bool first);
typedef void print_row(struct buffer *out, const struct command *command);

/* Each group once, in the order its first command has in the table. */
static void print(unsigned places, struct buffer *out, print_heading *heading, print_row *row) {
    size_t count;
    const struct command *all = commands_all(&count);
    const char *group = NULL;
    for (size_t i = 0; i < count; i++) {
        if ((all[i].places & places) == 0) {
            continue;
        }
        if (!text_equal(group, all[i].group)) {
            heading(out, all[i].group, group == NULL);
            group = all[i].group;
        }
        row(out, all + i);
    }
}

static void markdown_heading(struct buffer *out, const char *group, bool first) {
    buffer_format(out, "%s| %s | | |\n|---|---|---|\n", first ? "" : "\n", group);
}

/* Code spans; a pipe would end the cell. */
static void code(struct buffer *out, const char *text) {
    buffer_char(out, '`');
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '|') {
            buffer_char(out, '\\');
        }
        buffer_char(out, *at);
    }
    buffer_char(out, '`');
}

static void markdown_row(struct buffer *out, const struct command *command) {
    buffer_text(out, "| ");
    for (size_t i = 0; i < COMMAND_KEYS && command->keys[i] != 0; i++) {
        char name[16];
        buffer_text(out, i == 0 ? "" : " ");
        code(out, key_name(command->keys[i], name));
    }
    buffer_text(out, " | ");
    code(out, command->name);
    if (command->usage != NULL) {
        buffer_char(out, ' ');
        code(out, command->usage);
    }
    buffer_format(out, " | %s |\n", command->help);
}

void commands_markdown(unsigned places, struct buffer *out) {
    print(places, out, markdown_heading, markdown_row);
}

static void roff_heading(struct buffer *out, const char *group, bool first) {
    (void)first;
    buffer_format(out, ".SS %s\n", group);
}

static void roff_row(struct buffer *out, const struct command *command) {
    char keys[64];
    command_keys(command, keys, sizeof keys);
    buffer_text(out, ".TP\n\\fB");
    roff_word(out, keys[0] == '\0' ? ":" : keys);
    if (keys[0] != '\0') {
        buffer_text(out, "\\fR, \\fB:");
    }
    roff_word(out, command->name);
    buffer_text(out, "\\fR");
    if (command->usage != NULL) {
        buffer_text(out, " ");
        roff_word(out, command->usage);
    }
    buffer_char(out, '\n');
    roff_text(out, command->help);
}

void commands_roff(unsigned places, struct buffer *out) {
    print(places, out, roff_heading, roff_row);
}
