/* Folder: many sessions reviewed: the list on the screens while they are read, and each opened from it on the same
 * terminal.
 */
#ifndef CANDOUR_SHELL_FOLDER_H
#define CANDOUR_SHELL_FOLDER_H

#include "candour/shell/options.h"

/* The operands are folders and files. */
enum exit_status folder_review(const struct given *given);

/* The same as lines on standard output, without a screen: EXIT_PROBLEMS when a file could not be taken, which was said.
 */
enum exit_status folder_list(const struct given *given);

#endif
