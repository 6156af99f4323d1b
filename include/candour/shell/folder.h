/* Folder: many sessions reviewed: the list on the screens while they are read, and each opened from it on the same
 * terminal.
 */
#ifndef CANDOUR_SHELL_FOLDER_H
#define CANDOUR_SHELL_FOLDER_H

#include "candour/shell/options.h"

/* The operands are folders and files; with --plain the list is said, and each opened, line by line. */
enum exit_status folder_review(const struct given *given);

#endif
