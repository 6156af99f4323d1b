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

/* For `make install`. */
void help_man(struct buffer *out);
/* SHELL is bash, zsh or fish. */
void help_completion(const char *shell, struct buffer *out);

/* Adds TEXT wrapped at 78 columns, each line behind INDENT blanks. */
void help_paragraph(const char *text, size_t indent, struct buffer *out);

#endif
