/* Help: everything the program says about itself, made from the tables of commands, options, keys and fields.
 *
 * Each function adds to OUT; nothing is printed here.
 */
#ifndef CANDOUR_SHELL_HELP_H
#define CANDOUR_SHELL_HELP_H

#include "candour/base/buffer.h"
#include "candour/shell/options.h"

/* `candour --help`, and what `candour` alone answers. */
void help_usage(struct buffer *out);
void help_command(const struct command_row *command, struct buffer *out);
/* Every key and command of the screens. */
void help_keys(struct buffer *out);
/* One act of the screens by its name or alias: its keys, what may follow it on the : line, where it works. False, and
 * nothing added, when there is none. */
bool help_act(const char *word, struct buffer *out);

/* What belongs to no single command, key or field. Rows are constant. */
struct help_topic {
    const char *word;
    const char *title;
    const char *text; /* paragraphs separated by newlines */
};
const struct help_topic *help_topics(size_t *count);
const struct help_topic *help_topic_of(const char *word); /* NULL */

/* For `make install`. PAGE is candour or candour-file. */
void help_man(const char *page, struct buffer *out);
/* SHELL is bash, zsh or fish. */
void help_completion(const char *shell, struct buffer *out);

/* Every word `candour help` answers to, separated by a space, but those of single acts. */
void help_words(struct buffer *out);
/* Adds TEXT wrapped at 78 columns, each line behind INDENT blanks. */
void help_paragraph(const char *text, size_t indent, struct buffer *out);

#endif
